"""Divide the lines of a story into fragments: the pieces that the columns or the file left.

A fragment is a block of print lines of one width, or a single line where each line of the file
is as long as it pleases. What stood before it, and whether it begins with an indent, is
evidence for whether it begins a paragraph.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, pairwise

import rjieba

from .after_names import HAN
from .byline_lines import is_byline
from .bylines import runs_on
from .endings import is_final
from .heading_marks import low_mark
from .headline_lines import broken_word
from .lexicon.datelines import CHINESE_DIGITS, CHINESE_TEN
from .lexicon.lines import INTERVIEW_SPEAKERS
from .lexicon.marks import NEVER_FIRST
from .names_across import is_place_across
from .rosters import find_rosters
from .source import Line, Source
from .title_parts import ends_in_title
from .unmatched import unmatched_marks
from .whole_lines import (
    DATE_LINE,
    FEWEST_LINES_OF_VERSE,
    FORMULA,
    LONGEST_VERSE,
    is_tail,
    whole_lines,
)

SUBHEAD = re.compile(r"#{3,6}\s+(?=\S)")
# Marks that no subhead holds, other than a question or a cry at its end.
SENTENCE_MARKS = re.compile(r"[，,。、；;…]|[！？!?](?=.)|[：:]$")
SUBHEAD_LENGTHS = range(2, 19)
# Parts of speech (as rjieba names them) of adverbs, prepositions, conjunctions and of 的, behind
# which more must come, and verbs that wait for another.
WAITING_TAGS = ("d", "p", "c", "uj")
WAITING_VERBS = tuple("可能将应须需")
# 门口的塘还在
IS_THERE = "在"
# 一、认清形势，增强紧迫感: a subhead with a number may be longer, and hold a comma.
NUMBERED = re.compile(
    rf"(?:[（(]?[{CHINESE_DIGITS}{CHINESE_TEN}]{{1,3}}[)）、]|第[{CHINESE_DIGITS}{CHINESE_TEN}]{{1,3}}[章节部]"
    r"|[0-9]{1,2}[.、．])(?=\D)"
)
COUNTED = re.compile(rf"[0-9{CHINESE_DIGITS}{CHINESE_TEN}]+")
LABEL = re.compile(r"[^\W\d_]{1,6}[：:](?=\S)")
# 3月24 | 日, 3月2 | 4日
DAY_ACROSS = re.compile(
    rf"月(?:[0-9０-９]{{1,2}}\n[0-9０-９]?|[{CHINESE_DIGITS}{CHINESE_TEN}]{{1,3}}\n"
    rf"[{CHINESE_DIGITS}{CHINESE_TEN}]{{0,2}})日"
)
# 论坛 | 上，还发布了清单
LOCATIVE = re.compile("[上中里内外间][，,]")
# 晚会由 | 县文化局举办
WAITING_AT_END = frozenset("由被把将与及")
MARKS_OF_TEXT = re.compile(r"[。；;…]|[，,、：:！!？?]$")
NUMBERED_LENGTHS = range(4, 33)
# 得分 98 | 2号选手: a number by itself, at the end of a line.
FIGURE = re.compile(r"(?:^|[\s|｜])[0-9][0-9.,]*$")
SPEAKING = re.compile(rf"{HAN}{{1,8}}+[:：]")
SPEAKER = re.compile(rf"(?:{'|'.join(INTERVIEW_SPEAKERS)})[:：]")
TEXT_AFTER_SUBHEAD = 2.5
LONGEST_PRINT_LINE, RAGGED = 60, 3
MOSTLY, MOST, FEW = 0.8, 2 / 3, 1 / 3
# A mark inside a line of print, and those of them that no line of verse holds there.
INNER_MARK = re.compile(r"[，,。、；;：:！!？?…](?=.)")
INNER_END = re.compile(r"[。；;！!？?](?=.)")


@dataclass(slots=True, unsafe_hash=True)
class Fragment:
    """Lines that belong together. One that stands alone is joined to no other.

    `after_blank`: an empty line stands before it. `is_full`: its last print line fills the column.
    `is_whole`: a line that no mark ends by its manner, such as a signature.
    """

    lines: tuple[Line, ...]
    stands_alone: bool = False
    is_subhead: bool = False
    after_blank: bool = False
    is_full: bool = False
    is_whole: bool = False
    # Asked for a dozen times of each fragment, so not by a call.
    start: int = field(init=False, repr=False, compare=False)
    end: int = field(init=False, repr=False, compare=False)
    is_indented: bool = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        self.start, self.end = self.lines[0].start, self.lines[-1].end
        self.is_indented = self.lines[0].is_indented


@dataclass(frozen=True, slots=True)
class Blocks:
    """The fragments in order, None for each barrier; and how this story marks paragraphs.

    `middle_length` is that of its fragments, in characters; `speakers` begin several of them,
    何青：, and so many each.
    """

    fragments: tuple[Fragment | None, ...]
    has_blanks: bool
    has_indents: bool
    middle_length: int
    speakers: Mapping[str, int] = field(default_factory=dict)


def read_blocks(source: Source, lines: Sequence[Line]) -> Blocks:
    blocks = list(_blocks(source, lines))
    texts = [one for one in blocks if one and not one.stands_alone]
    width = 0 if _is_verse(source, texts) else _print_width(source, texts)
    fragments = tuple(
        fragment
        for block in blocks
        for fragment in (_divided(source, block, width) if block else (None,))
    )
    fragments = _with_whole_lines(source, _with_bare_subheads(source, fragments))
    printed = [one for one in fragments if one and not one.stands_alone]
    finished = [_is_finished(source, one.lines[-1]) for one in printed]
    starts = [after for before, after in zip(finished, printed[1:], strict=False) if before]
    apart = sum(one.after_blank for one in starts)
    indented = sum(one.is_indented for one in printed)
    lengths = sorted(one.end - one.start for one in printed)
    return Blocks(
        fragments=fragments,
        has_blanks=apart > 1 and apart > 2 * (len(starts) - apart),
        has_indents=indented > 1 and indented >= MOST * (len(starts) + 1),
        middle_length=lengths[len(lengths) // 2] if lengths else 0,
        speakers=_speakers(source, printed),
    )


def _speakers(source: Source, fragments: Sequence[Fragment]) -> dict[str, int]:
    matches = (SPEAKING.match(source.text, one.start, one.end) for one in fragments)
    labels = [match[0] for match in matches if match]
    counted = Counter(labels) if labels else {}
    return {label: number for label, number in counted.items() if number > 1}


def _blocks(source: Source, lines: Sequence[Line]) -> Iterator[Fragment | None]:
    """Lines with nothing between them: no empty line, no other one, no words taken off."""
    block: list[Line] = []
    after_blank = next_after_blank = True
    for number, line in enumerate(lines):
        if line.is_blank:
            if block:
                yield Fragment(tuple(block), after_blank=after_blank)
                block = []
            next_after_blank = True
            if line.is_barrier:
                yield None
            continue
        is_subhead = line.role == "subhead" or bool(low_mark(source, line))
        is_credit = is_byline(source, line) and not runs_on(source, lines, number, line)
        is_row = line.role == "row"
        stands_alone = is_subhead or is_credit or is_row
        is_apart = line.is_indented or stands_alone
        if block and (is_apart or not source.is_empty(block[-1].end, line.start)):
            yield Fragment(tuple(block), after_blank=after_blank)
            block = []
        if stands_alone:
            yield Fragment((line,), stands_alone=True, is_subhead=is_subhead, is_whole=is_row)
        else:
            after_blank = after_blank if block else next_after_blank
            block.append(line)
        next_after_blank = False
    if block:
        yield Fragment(tuple(block), after_blank=after_blank)


def _print_width(source: Source, blocks: Sequence[Fragment]) -> float:
    """The width of the column where the file keeps its lines; 0 where it does not."""
    inner = [line for block in blocks for line in block.lines[:-1]]
    if not inner:
        return 0
    longest = max(_width(source, line) for block in blocks for line in block.lines)
    if longest > LONGEST_PRINT_LINE:
        return 0
    short = [line for line in inner if _width(source, line) < longest - RAGGED]
    unfinished = [line for line in inner if not _is_finished(source, line)]
    if not unfinished:
        return 0
    # Short lines inside a block end paragraphs there; elsewhere all lines are of one width.
    odd = [line for line in short if not _is_finished(source, line)]
    if len(odd) > (1 - MOSTLY) * len(inner):
        return 0
    return longest


def _is_verse(source: Source, blocks: Sequence[Fragment]) -> bool:
    """Whether phrases end where the short lines do, which those of a narrow column do not."""
    texts = [[source.cut(line) for line in block.lines] for block in blocks]
    lines = [*chain.from_iterable(texts)]
    if len(lines) < FEWEST_LINES_OF_VERSE or max(map(len, lines)) > LONGEST_VERSE:
        return False
    if any(map(INNER_END.search, lines)) or (
        sum(INNER_MARK.search(line) is not None for line in lines) > FEW * len(lines)
    ):
        return False
    breaks = [one for block in texts for one in pairwise(block)]
    return sum(broken_word(*one) != "" for one in breaks) <= FEW * len(breaks)


def _divided(source: Source, block: Fragment, width: float) -> Iterator[Fragment]:
    """A block of print lines as it is, but for paragraphs that end in it; else line by line."""
    if block.stands_alone or len(block.lines) == 1:
        yield block
        return
    if width and _lists_people(source, block):
        width = 0
    signature = _signature(source, block)
    items = _items([source.cut(line) for line in block.lines])
    start = 0
    for place, line in enumerate(block.lines, 1):
        is_end = place == len(block.lines) or not width or place >= signature
        is_end = is_end or (_is_finished(source, line) and _width(source, line) < width - RAGGED)
        if is_end or place in items or _ends_in_a_figure(source, block, place):
            yield Fragment(
                block.lines[start:place],
                after_blank=block.after_blank and start == 0,
                is_full=len(block.lines) > 1 and 0 < width <= _width(source, line),
            )
            start = place


def _signature(source: Source, block: Fragment) -> int:
    """How many print lines of a notice stand above its signer and its date, the last two lines."""
    *above, signer, last = (None, None, *block.lines)
    is_signed = (
        signer and DATE_LINE.fullmatch(source.cut(last)) and not _is_finished(source, signer)
    )
    if not is_signed or (above[-1] and not _is_finished(source, above[-1])):
        return len(block.lines)
    return len(block.lines) - 2


def _items(texts: Sequence[str]) -> set[int]:
    """Which lines begin an item, by a numeral as other lines do, or as a label below another.

    1、不乱倒垃圾 and 2、不赌博, or 主讲：何青 and 听众：柳河镇干部, are not of one paragraph.
    """
    marks = [mark_of_item(text) for text in texts]
    counts = Counter(filter(None, marks))
    labels = [LABEL.match(text) is not None for text in texts]
    numbered = {number for number, mark in enumerate(marks) if counts[mark] > 1}
    return numbered | {number for number, both in enumerate(pairwise(labels), 1) if all(both)}


def mark_of_item(text: str) -> str:
    """The numeral that begins an item, with 0 for its figures; empty where none does."""
    numeral = NUMBERED.match(text)
    return COUNTED.sub("0", numeral[0]) if numeral else ""


def _ends_in_a_figure(source: Source, block: Fragment, place: int) -> bool:
    """Whether a number by itself ends one line and another number begins the next."""
    below = source.text[block.lines[place].start]
    return below.isdigit() and FIGURE.search(source.cut(block.lines[place - 1])) is not None


def _lists_people(source: Source, block: Fragment) -> bool:
    rows = find_rosters([source.cut(line) for line in block.lines])
    return 2 * len(rows) > len(block.lines)


def _with_bare_subheads(
    source: Source, fragments: tuple[Fragment | None, ...]
) -> tuple[Fragment | None, ...]:
    """Mark the short lines between finished texts, where a story has two or more of them.

    One is enough at the margin, between texts that are set in. Those with a comma count where two
    are built alike: 抓项目，强支撑 | 抓民生，暖人心.
    """
    places = [
        place
        for place, (one, after) in enumerate(pairwise(fragments))
        if _may_be_subhead(source, one, after)
        and (place == 0 or _may_stand_after(source, fragments[place - 1]))
    ]
    if not places:
        return fragments
    texts = {place: source.cut(fragments[place].lines[0]) for place in places}
    builds = Counter(_build(text) for text in texts.values())
    found = {
        place
        for place, text in texts.items()
        if NUMBERED.match(text) or not SENTENCE_MARKS.search(text) or builds[_build(text)] > 1
    }
    if len(found) < 2:
        found = {
            place
            for place in found
            if place
            and _is_set_out(*fragments[place - 1 : place + 2])
            and not is_tail(texts[place])
        }
    return (
        fragments
        if not found
        else tuple(
            replace(one, stands_alone=True, is_subhead=True) if place in found and one else one
            for place, one in enumerate(fragments)
        )
    )


def _may_be_subhead(source: Source, one: Fragment | None, after: Fragment | None) -> bool:
    if one is None or after is None or one.stands_alone or after.stands_alone:
        return False
    if len(one.lines) > 1 or one.end - one.start >= NUMBERED_LENGTHS.stop:
        return False
    text = source.cut(one.lines[0])
    is_numbered = NUMBERED.match(text) is not None
    return (
        len(text) in (NUMBERED_LENGTHS if is_numbered else SUBHEAD_LENGTHS)
        and not (MARKS_OF_TEXT.search(text) and SENTENCE_MARKS.search(text))
        and not (SPEAKER.match(text) or FORMULA.fullmatch(text))
        and not goes_on_below(text, source.cut(after.lines[0]))
        and unmatched_marks(text) == ([], [])
        and one.is_indented <= after.is_indented
        and after.end - after.start >= (1 if is_numbered else TEXT_AFTER_SUBHEAD) * len(text)
    )


def _is_set_out(before: Fragment | None, one: Fragment | None, after: Fragment | None) -> bool:
    """Whether a line begins at the margin, between two texts that are set in."""
    return bool(
        before
        and one
        and after
        and before.is_indented
        and after.is_indented
        and not one.is_indented
    )


def is_cut_off(text: str, below: str) -> bool:
    """Whether a word goes on below, or more must come: 广场东 | 侧, 今年不 | 打算, 3月2 | 4日."""
    if text[-1] in WAITING_AT_END or DAY_ACROSS.search(f"{text[-4:]}\n{below[:3]}"):
        return True
    word, tag = rjieba.tag(text, False)[-1]
    is_waiting = tag in WAITING_TAGS and word != IS_THERE
    return is_waiting or word in WAITING_VERBS or bool(broken_word(text, below))


def goes_on_below(text: str, below: str) -> bool:
    """Whether no heading breaks off there: 石桥村党支部书记 | 何青说."""
    is_one = is_cut_off(text, below) or is_place_across(text, below) or LOCATIVE.match(below)
    return bool(is_one or below[0] in NEVER_FIRST or ends_in_title(text))


def _build(text: str) -> tuple[int, int]:
    """Where the comma stands in a line, and how long the line is."""
    return len(re.split("[，,]", text)[0]), len(text)


def _with_whole_lines(
    source: Source, fragments: tuple[Fragment | None, ...]
) -> tuple[Fragment | None, ...]:
    """Mark the lines of a letter, a notice, a poem or a table that are whole as they stand."""
    found = whole_lines(
        [
            source.cut(one.lines[0])
            if one and not one.stands_alone and len(one.lines) == 1
            else None
            for one in fragments
        ]
    )
    return (
        fragments
        if not found
        else tuple(
            replace(one, stands_alone=True, is_whole=True) if place in found and one else one
            for place, one in enumerate(fragments)
        )
    )


def _may_stand_after(source: Source, before: Fragment | None) -> bool:
    return before is None or before.stands_alone or _is_finished(source, before.lines[-1])


def _is_finished(source: Source, line: Line) -> bool:
    return is_final(source.text, line.end)


def _width(source: Source, line: Line) -> float:
    """In Chinese characters; letters and figures are half as wide."""
    text = source.cut(line)
    return len(text) - len(text.encode("ascii", "ignore")) / 2 + 2 * line.is_indented
