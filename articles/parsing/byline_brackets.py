"""Put brackets that hold a byline and that a column cut in two into one line again."""

import re
from collections.abc import Sequence
from itertools import pairwise

from .byline_lines import BRACKETS, LONGEST, OPENERS, is_byline
from .lexicon.wordlist import has_any
from .source import Line, Source

LONGEST_OPEN = 60
OPEN_AT_END = re.compile(r"[(（【\[][^()（）【】\[\]]*$")


def mend_cut_brackets(source: Source, lines: Sequence[Line]) -> list[Line]:
    """The lines, with brackets that hold a byline and that a column cut in two in one of them.

    Only where they begin one line or end the other: what is left stands in one line again.
    """
    mended = list(lines)
    printed = source.text[lines[0].start : lines[-1].end] if lines else ""
    if not has_any(printed, OPENERS):
        return mended
    numbers = [number for number, line in enumerate(lines) if not line.is_blank]
    for number, after in pairwise(numbers):
        line, following = mended[number], mended[after]
        brackets = _cut_brackets(source, line, following)
        if brackets is None:
            continue
        begins, ends = brackets.start == line.start, brackets.end == following.end
        if begins:
            mended[number] = Line(line.end, line.end)
            mended[after] = following.with_ends(line.start, following.end)
        elif ends:
            mended[number] = line.with_ends(line.start, following.end)
            mended[after] = Line(following.end, following.end)
    return mended


def _cut_brackets(source: Source, line: Line, following: Line) -> Line | None:
    opened = OPEN_AT_END.search(source.text, max(line.start, line.end - LONGEST_OPEN), line.end)
    if opened is None:
        return None
    start = opened.start()
    found = BRACKETS.match(source.text, start, min(following.end, start + LONGEST))
    piece = found and source.line(*found.span())
    return piece if piece and is_byline(source, piece) else None
