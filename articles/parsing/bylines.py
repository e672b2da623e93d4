"""Take the byline off a story: who wrote it, took its pictures or sent it in.

Print spells it many ways, "记者 王丽 文/图", "（通讯员 王丽 张晓华）" and "文/王丽 图/张晓华"
among them. Who edited a story or gave its pictures is a credit and no byline. A line with a
word in it that is none of these is no byline, and stays in the text, where an editor sees it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .byline_brackets import mend_cut_brackets
from .byline_capacities import CAPACITY
from .byline_heads import (
    CALLED_AT_HEAD,
    CLOSED_WRITERS,
    MARKED_WRITERS,
    REPORT_OF_A_BODY,
    REPORTED,
    REPORTING,
    REPORTING_FOR_A_BODY,
    WRITERS_BEFORE_A_DAY,
    end_of_whom_it_is_according_to,
)
from .byline_letters import announces_list, ends_letter
from .byline_lines import (
    CLOSERS,
    CLOSING_BRACKETS,
    LONGEST,
    LONGEST_NAMES,
    OPENERS,
    OPENING_BRACKETS,
    OPENING_BRACKETS_AFTER_A_MARKER,
    has_home,
    is_byline,
    is_name_alone,
    is_set_off,
    opening_brackets,
    read_byline,
    read_byline_and_credits,
)
from .byline_lines import (
    REPORTED as REPORTED_AT_END,
)
from .byline_names import COMMAS, SELDOM_LAST, is_plain
from .byline_places import goes_on_from, is_cut_below, is_set_wide, is_short_above, may_begin
from .days import DATE
from .endings import is_final
from .facts import Edit, PrintedByline
from .lexicon.bylines import (
    CONTRIBUTIONS,
    DEFAULT_CONTRIBUTIONS,
    PICTURES,
    REPORTING_WORDS,
)
from .lexicon.marks import CLOSING_MARKS, SENTENCE_ENDS
from .lexicon.persons import PLACE_LASTS
from .lexicon.wordlist import any_of
from .name_shapes import is_dictionary_word
from .pen_names import pen_name
from .rosters import find_rosters, may_be_row
from .source import Line, Source
from .wording import gettext_noop

LONGEST_HEAD = 60
GAP = re.compile(r"\s+(?=\S)")
TEXT = DEFAULT_CONTRIBUTIONS[0]
COLONS = "：:"
# 供稿：何青 陆敏
LABEL = re.compile(rf"{any_of(CONTRIBUTIONS)}[{COLONS}]")
COMMENTATOR = re.compile("评论员$")
MARKED = (MARKED_WRITERS, WRITERS_BEFORE_A_DAY)
REPORTS = (REPORTED, REPORT_OF_A_BODY, REPORTING_FOR_A_BODY)

BYLINE_WORDS = gettext_noop("byline words")


@dataclass(slots=True, unsafe_hash=True)
class Taken:
    """The bylines found, the lines of the story without them, and the edits made.

    `credits` are the printed words that name no writer: 责编 王丽, 图片由县文旅局提供.
    """

    bylines: tuple[PrintedByline, ...]
    credits: tuple[str, ...]
    lines: tuple[Line, ...]
    edits: tuple[Edit, ...]


def take_closing_bylines(source: Source, lines: Sequence[Line]) -> Taken:
    """Bylines at the end: whole lines, then what follows the last sentence of the text."""
    left = mend_cut_brackets(source, lines)
    pieces: list[Line] = []
    for number in reversed(range(len(left))):
        if left[number].is_blank:
            continue
        while not left[number].is_blank:
            line = left[number]
            piece = _whole(source, line) or _tail(source, line) or pen_name(source, line)
            if piece is None or runs_on(source, left, number, piece, is_last=True):
                return _take(source, pieces, left)
            if _is_in_roster(source, left, number):
                return _take(source, pieces, left)
            pieces.insert(0, piece)
            left[number] = line.with_ends(line.start, source.line(line.start, piece.start).end)
    return _take(source, pieces, left)


def take_opening_bylines(
    source: Source, lines: Sequence[Line], *, is_marked: bool = False
) -> Taken:
    """Bylines at the beginning: whole lines, or words before the first sentence.

    Where they are marked, 本报讯 stands before them: what brackets hold there names the writers.
    """
    left = mend_cut_brackets(source, lines)
    pieces: list[Line] = []
    for number in range(len(left)):
        if left[number].is_blank:
            continue
        while not left[number].is_blank:
            line = left[number]
            piece = _whole(source, line) or _head(source, line, is_marked and not pieces)
            is_above = piece is not None and piece.start == line.start and not is_marked
            if piece is None or runs_on(source, left, number, piece, is_first=is_above):
                return _take(source, pieces, left)
            if _is_in_roster(source, left, number):
                return _take(source, pieces, left)
            pieces.append(piece)
            left[number] = line.with_ends(source.line(piece.end, line.end).start, line.end)
    return _take(source, pieces, left)


def _is_in_roster(source: Source, lines: Sequence[Line], number: int) -> bool:
    """Whether a line lists people; none of these wrote the story, nor did they edit it."""
    _, credits = read_byline_and_credits(source, lines[number])
    if credits or not may_be_row(source.cut(lines[number])):
        return False
    return number in find_rosters([None if line.is_blank else source.cut(line) for line in lines])


def runs_on(
    source: Source,
    lines: Sequence[Line],
    number: int,
    piece: Line,
    *,
    is_first: bool = False,
    is_last: bool = False,
) -> bool:
    """Whether the text round a line runs through the piece of it that reads as a byline.

    `is_first`, `is_last`: nothing but bylines stands above it, or below it.
    """
    line = lines[number]
    stands_apart = is_set_off(source, piece.with_role(line.role)) or is_set_wide(source, piece)
    may_end_a_text = not stands_apart and not is_first and number and piece.start == line.start
    if may_end_a_text and goes_on_from(source, _above_names(source, lines[:number]), line):
        return True
    if (
        not is_first
        and piece.start == line.start
        and _are_of_the_text(source, lines[:number], line)
    ):
        return True
    after = next((n for n in range(number + 1, len(lines)) if not lines[n].is_blank), None)
    if is_last or after is None or piece.end < line.end:
        return False
    below = lines[after]
    if is_byline(source, below):
        return not stands_apart and runs_on(source, lines, after, below, is_first=True)
    if is_cut_below(source, piece, below):
        return True
    if stands_apart or below.is_indented:
        return False
    is_apart = after > number + 1
    if is_first and is_short_above(source, piece, below) and _are_writers(source, piece):
        is_paragraph = line.is_indented and any(one.is_indented for one in lines[after + 1 :])
        return is_paragraph and not _are_plain_writers(source, piece)
    if is_first:
        return not is_apart
    is_alone = is_apart and number > 0 and lines[number - 1].is_blank
    if is_dictionary_word(source.text[piece.end - 1] + source.text[below.start]):
        return True
    return not (is_alone and may_begin(source, below))


def _are_of_the_text(source: Source, lines: Sequence[Line], line: Line) -> bool:
    """Whether names alone are what the text above them tells of: 请记住他们：, 优秀教师."""
    if not lines or _are_called(read_byline(source, line)) or not is_name_alone(source, line):
        return False
    if LABEL.match(source.text, line.start, line.end):
        return False
    names = read_byline(source, line.with_role("byline"))
    if _are_called(names):
        return False
    if len(names) > 1 and goes_on_from(source, _above_names(source, lines), line):
        return True
    told = (one for one in reversed(lines) if not (one.is_blank or is_name_alone(source, one)))
    above = next(told, None)
    if above is None or source.text[above.end - 1] in COLONS:
        return above is not None
    if is_byline(source, line) or not has_home(source, line, names):
        return False
    # 石桥镇村民何青, above 县农业局陆敏; or three such lines below each other.
    is_in_list = not (is_final(source.text, above.end) or is_byline(source, above))
    rows = [one for one in lines if not one.is_blank][-2:]
    return is_in_list or (len(rows) == 2 and all(is_name_alone(source, one) for one in rows))


def _are_called(people: Sequence[PrintedByline]) -> bool:
    return any(one.capacity for one in people)


def _above_names(source: Source, lines: Sequence[Line]) -> Line:
    """The last line that is no name by itself: those of two signers stand below each other."""
    above = (one for one in reversed(lines) if one.is_blank or not is_name_alone(source, one))
    found = next(above, lines[-1])
    return lines[-1] if announces_list(source, found) else found


def _are_writers(source: Source, piece: Line) -> bool:
    """Whether it holds plain writers, or one name and nothing else: 何青, but not 罗店镇."""
    if COMMENTATOR.search(source.text, piece.start, piece.end):
        return True
    is_of_place = source.text[piece.end - 1] in PLACE_LASTS
    return _are_plain_writers(source, piece) or (is_name_alone(source, piece) and not is_of_place)


def _are_plain_writers(source: Source, piece: Line) -> bool:
    """Whether each has a capacity, and a name as Chinese names are: not 何青曾在, 罗敷的."""
    people = read_byline(source, piece)
    return bool(people) and all(
        one.capacity and is_plain(one.name) and one.name[-1] not in SELDOM_LAST for one in people
    )


def take_inner_bylines(source: Source, lines: Sequence[Line]) -> Taken:
    """Bylines amid the text, below an editor's note or above a sidebar: those with a capacity."""
    left: list[Line] = []
    pieces: list[Line] = []
    for number, line in enumerate(lines):
        piece = None if line.is_blank else _inner(source, line) or _signature(source, lines, number)
        if piece is None or runs_on(source, lines, number, piece):
            left.append(line)
            continue
        pieces.append(piece)
        # The text may not run on across what was taken, so a barrier stands for it.
        left.append(line.with_ends(line.start, source.line(line.start, piece.start).end))
        left.append(Line(line.end, line.end, is_barrier=True))
    return _take(source, pieces, left)


def _inner(source: Source, line: Line) -> Line | None:
    if is_byline(source, line):
        return line if _writes(source, line) else None
    piece = _tail(source, line)
    return piece if piece and (_writes(source, piece) or _signs(source, piece)) else None


def _signature(source: Source, lines: Sequence[Line], number: int) -> Line | None:
    """石桥村 何青 below a letter: whoever wrote it, and where they live."""
    line = lines[number]
    if line.end - line.start > LONGEST_NAMES or not is_set_wide(source, line):
        return None
    if not is_name_alone(source, line):
        return None
    told = line.with_role("byline")
    people = read_byline(source, told)
    may_be_list = len(people) > 1 and not has_home(source, line, people)
    return told if ends_letter(source, lines, number, may_be_list=may_be_list) else None


def _signs(source: Source, piece: Line) -> bool:
    """（何青） after the last sentence of an item signs it, as 记者 would."""
    people = read_byline(source, piece)
    if source.text[piece.start - 1] not in SENTENCE_ENDS + "”":
        return False
    return source.text[piece.start] in OPENERS and any(TEXT in one.contributions for one in people)


def _writes(source: Source, line: Line) -> bool:
    people = read_byline(source, line)
    return any(
        len(one.contributions) > 1 or (one.capacity and one.contributions != (PICTURES,))
        for one in people
    )


def _take(source: Source, pieces: list[Line], left: list[Line]) -> Taken:
    bylines: list[PrintedByline] = []
    credits: list[str] = []
    edits: list[Edit] = []
    for piece in pieces:
        found, credited = read_byline_and_credits(source, piece)
        kept = [(byline.source.start, byline.source.end) for byline in found]
        around = source.edits_around(BYLINE_WORDS, piece.start, piece.end, kept)
        bylines += found
        credits += [word.text for word in credited]
        edits += [edit for edit in around if edit.removed.strip()]
    return Taken(tuple(bylines), tuple(credits), tuple(left), tuple(edits))


def _whole(source: Source, line: Line) -> Line | None:
    """The line, when it is a byline; at the ends of a story names may stand alone in it.

    Not so where text begins behind the brackets: （记者 王丽）今天下午，储能.
    """
    brackets = opening_brackets(source, line)
    rest = source.line(brackets.end(), line.end) if brackets else line
    if not rest.is_blank and rest.start > line.start and not is_byline(source, rest):
        return None
    if is_byline(source, line):
        return line
    return line.with_role("byline") if is_name_alone(source, line) else None


def _tail(source: Source, line: Line) -> Line | None:
    """What follows the last sentence of a line, or stands last in brackets, as a byline."""
    is_report = source.text.endswith(REPORTED_AT_END, line.start, line.end)
    if source.text[line.end - 1] in SENTENCE_ENDS and not is_report:
        return None
    first = max(line.start, line.end - LONGEST)
    stop = max(map(source.text[first : line.end - is_report].rfind, SENTENCE_ENDS))
    starts = [first + stop + 1] if stop >= 0 else []
    may_close = source.text[line.end - 1] in CLOSERS
    brackets = may_close and CLOSING_BRACKETS.search(source.text, first, line.end)
    starts += [brackets.start()] if brackets else []
    for start in starts:
        while start < line.end and source.text[start] in CLOSING_MARKS:
            start += 1
        piece = source.line(start, line.end)
        if piece.start > line.start and is_byline(source, piece):
            return piece if not is_report or _has_reported(source, piece) else None
    return None


def _has_reported(source: Source, piece: Line) -> bool:
    """记者何青报道。 but not 记者陆续报道。"""
    names = [one.name for one in read_byline(source, piece)]
    return _writes(source, piece) and not any(map(is_dictionary_word, names))


def _head(source: Source, line: Line, is_marked: bool) -> Line | None:
    """Brackets at the beginning of a line, or 记者 … 报道, when they are a byline."""
    last = min(line.end, line.start + LONGEST)
    opening = OPENING_BRACKETS_AFTER_A_MARKER if is_marked else OPENING_BRACKETS
    if brackets := opening.match(source.text, line.start, last):
        piece = source.line(*brackets.span())
        piece = piece.with_role("byline") if is_marked else piece
        if is_byline(source, piece):
            return piece
    closed = CLOSED_WRITERS.match(source.text, line.start, last) if is_marked else None
    if closed and is_byline(source, source.line(*closed.span("inner")).with_role("byline")):
        return source.line(*closed.span()).with_role("byline")
    is_report = any(source.text.find(word, line.start, last) >= 0 for word in REPORTING_WORDS)
    reporting = REPORTING.match(source.text, line.start, last) if is_report else None
    if reporting and is_byline(source, source.line(*reporting.span("inner"))):
        return source.line(*reporting.span())
    if is_report and (end := end_of_whom_it_is_according_to(source.text, line.start, last)):
        return source.line(line.start, end)
    reports = REPORTS if is_marked else (REPORT_OF_A_BODY,)
    for pattern in (*(reports if is_report else ()), *(MARKED if is_marked else ())):
        told = pattern.match(source.text, line.start, last)
        if told is None:
            continue
        inner = source.line(*told.span("inner"))
        is_sure = pattern in (REPORTED, WRITERS_BEFORE_A_DAY)
        if is_byline(source, inner) if is_sure else _are_plain_writers(source, inner):
            return source.line(*told.span())
    return _unmarked_head(source, line)


def _unmarked_head(source: Source, line: Line) -> Line | None:
    """记者 王丽 通讯员 张晓华 before the text, with nothing but a space between.

    Behind 石桥镇报道组 王丽 or 柳河网记者 王丽 the text has to begin with a day and a comma.
    """
    is_capacity = CAPACITY.match(source.text, line.start, line.end)
    if not CALLED_AT_HEAD.match(source.text, line.start, line.end):
        return None
    last = min(line.end, line.start + LONGEST_HEAD)
    for gap in reversed(list(GAP.finditer(source.text, line.start, last))):
        piece = source.line(line.start, gap.start())
        people = read_byline(source, piece)
        day = DATE.match(source.text, gap.end(), line.end)
        is_before_a_day = day is not None and source.text.startswith(COMMAS, day.end())
        if (
            (is_capacity or is_before_a_day)
            and _writes(source, piece)
            and people[-1].name[-1] not in SELDOM_LAST
        ):
            return piece
    return None
