"""Divide the lines of a story into fragments: the pieces that the columns or the file left.

A fragment is a block of print lines of one width, or a single line where each line of the file
is as long as it pleases. What stood before it, and whether it begins with an indent, is
evidence for whether it begins a paragraph.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from .bylines import is_byline
from .lexicon import FINAL_MARKS
from .source import Line, Source

SUBHEAD = re.compile(r"#{3,6}\s+(?=\S)")
# Marks that no subhead holds, other than a question or a cry at its end.
SENTENCE_MARKS = re.compile(r"[，,。、；;…]|[！？!?](?=.)|[：:]$")
ASCII = re.compile(r"[\x00-\x7f]")
SUBHEAD_LENGTHS = range(3, 19)
TEXT_AFTER_SUBHEAD = 2.5
LONGEST_PRINT_LINE = 60
RAGGED = 3
MOSTLY = 0.8
MOST = 2 / 3
# A paragraph below this is odd where few are: it may be half of one.
SHORT_PARAGRAPH = 36
SELDOM = 1 / 4


@dataclass(frozen=True, slots=True)
class Fragment:
    """Lines that belong together. One that stands alone is joined to no other.

    `after_blank`: an empty line stands before it. `is_full`: its last print line fills the column.
    """

    lines: tuple[Line, ...]
    stands_alone: bool = False
    is_subhead: bool = False
    after_blank: bool = False
    is_full: bool = False

    @property
    def start(self) -> int:
        return self.lines[0].start

    @property
    def end(self) -> int:
        return self.lines[-1].end

    @property
    def is_indented(self) -> bool:
        return self.lines[0].is_indented


@dataclass(frozen=True, slots=True)
class Blocks:
    """The fragments in order, None for each barrier; and how this story marks paragraphs.

    `odd_length`: a paragraph below it is oddly short in this story; 0 where many are short.
    """

    fragments: tuple[Fragment | None, ...]
    has_blanks: bool
    has_indents: bool
    odd_length: int


def read_blocks(source: Source, lines: Sequence[Line]) -> Blocks:
    blocks = list(_blocks(source, lines))
    texts = [one for one in blocks if one and not one.stands_alone]
    width = _print_width(source, texts)
    fragments = tuple(
        fragment
        for block in blocks
        for fragment in (_divided(source, block, width) if block else (None,))
    )
    printed = [one for one in fragments if one and not one.stands_alone]
    finished = [_is_finished(source, one.lines[-1]) for one in printed]
    starts = [after for before, after in zip(finished, printed[1:], strict=False) if before]
    apart = sum(one.after_blank for one in starts)
    indented = sum(one.is_indented for one in printed)
    seldom = max(2, SELDOM * len(printed))
    short = sum(one.end - one.start < SHORT_PARAGRAPH for one in printed)
    return Blocks(
        fragments=_with_bare_subheads(source, fragments),
        has_blanks=apart > 1 and apart > 2 * (len(starts) - apart),
        has_indents=indented > 1 and indented >= MOST * (len(starts) + 1),
        odd_length=SHORT_PARAGRAPH if short <= min(len(printed) - 1, seldom) else 0,
    )


def _blocks(source: Source, lines: Sequence[Line]) -> Iterator[Fragment | None]:
    """Lines without an empty line, an indent or a line of another kind between them."""
    block: list[Line] = []
    after_blank = next_after_blank = True
    for line in lines:
        is_subhead = line.role == "subhead" or bool(
            SUBHEAD.match(source.text, line.start, line.end)
        )
        stands_alone = is_subhead or (not line.is_blank and is_byline(source, line))
        if block and (line.is_blank or line.is_indented or stands_alone):
            yield Fragment(tuple(block), after_blank=after_blank)
            block = []
        if line.is_blank:
            next_after_blank = True
            if line.is_barrier:
                yield None
            continue
        if stands_alone:
            yield Fragment((line,), stands_alone=True, is_subhead=is_subhead)
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


def _divided(source: Source, block: Fragment, width: float) -> Iterator[Fragment]:
    """A block of print lines as it is, but for paragraphs that end in it; else line by line."""
    if block.stands_alone:
        yield block
        return
    start = 0
    for place, line in enumerate(block.lines, 1):
        is_last = place == len(block.lines)
        ends_short = _is_finished(source, line) and _width(source, line) < width - RAGGED
        if is_last or not width or ends_short:
            yield replace(
                block,
                lines=block.lines[start:place],
                after_blank=block.after_blank and start == 0,
                is_full=len(block.lines) > 1 and 0 < width <= _width(source, line),
            )
            start = place


def _with_bare_subheads(
    source: Source, fragments: tuple[Fragment | None, ...]
) -> tuple[Fragment | None, ...]:
    """Mark the short lines between finished texts, where a story has two or more of them."""
    found = {
        place
        for place, (one, after) in enumerate(pairwise(fragments))
        if _looks_like_subhead(source, one, after)
        and (place == 0 or _may_stand_after(source, fragments[place - 1]))
    }
    if len(found) < 2:
        return fragments
    return tuple(
        replace(one, stands_alone=True, is_subhead=True) if place in found and one else one
        for place, one in enumerate(fragments)
    )


def _looks_like_subhead(source: Source, one: Fragment | None, after: Fragment | None) -> bool:
    if one is None or after is None or one.stands_alone or after.stands_alone:
        return False
    text = source.cut(one.lines[0])
    return (
        len(one.lines) == 1
        and len(text) in SUBHEAD_LENGTHS
        and not SENTENCE_MARKS.search(text)
        and text.count("“") == text.count("”")
        and one.is_indented == after.is_indented
        and after.end - after.start >= TEXT_AFTER_SUBHEAD * len(text)
    )


def _may_stand_after(source: Source, before: Fragment | None) -> bool:
    return before is None or before.stands_alone or _is_finished(source, before.lines[-1])


def _is_finished(source: Source, line: Line) -> bool:
    return source.text[line.end - 1] in FINAL_MARKS


def _width(source: Source, line: Line) -> float:
    """In Chinese characters; letters and figures are half as wide."""
    text = source.cut(line)
    return len(text) - len(ASCII.findall(text)) / 2 + 2 * line.is_indented
