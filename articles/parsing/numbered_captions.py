"""Find the captions below a text that tells of several pictures: ①渔民在码头卸货。②…"""

import re
from collections.abc import Sequence

from .byline_lines import is_byline
from .caption_credits import ends_with_credit, is_credit_alone
from .endings import is_final
from .layout import LONGEST_CAPTION
from .shown_below import shows
from .source import Line, Source

NUMERALS = "①②③④⑤⑥⑦⑧⑨⑩"
TAKEN = re.compile(r"摄|文\s*[/／]?\s*图|图\s*[/／]?\s*文")
FEWEST = 2
# 活动如下：
LISTING = frozenset(":：")


def numbered_captions(source: Source, lines: Sequence[Line]) -> frozenset[int]:
    """Which lines are such captions: in a row from ① on, the last text of a story.

    Bylines may stand below them, and who took the pictures must be told there or in another
    byline: without that, they may be items of a list.
    """
    if not lines or source.text.find(NUMERALS[0], lines[0].start, lines[-1].end) < 0:
        return frozenset()
    printed = [number for number, line in enumerate(lines) if not line.is_blank]
    while printed and is_byline(source, lines[printed[-1]]):
        printed.pop()
    found: list[int] = []
    for number in reversed(printed):
        found.insert(0, number)
        if _numeral(source, lines[number]) == 0:
            break
    numerals = [_numeral(source, lines[number]) for number in found]
    above = [number for number in printed if number < found[0]] if found else []
    is_run = len(found) >= FEWEST and numerals == [*range(len(found))]
    if not is_run or (above and not _has_ended(source, lines[above[-1]])):
        return frozenset()
    return frozenset(found) if _are_taken(source, lines, found) else frozenset()


def _numeral(source: Source, line: Line) -> int:
    """The place of the numeral that begins a caption, from 0; -1 where none does."""
    is_short = line.end - line.start <= LONGEST_CAPTION
    return NUMERALS.find(source.text[line.start]) if is_short else -1


def _has_ended(source: Source, line: Line) -> bool:
    """Whether a text has, and no list is told to follow: 活动如下："""
    if source.text[line.end - 1] in LISTING:
        return False
    return is_final(source.text, line.end) or is_byline(source, line)


def _are_taken(source: Source, lines: Sequence[Line], found: Sequence[int]) -> bool:
    """Whether one says at its end who took it, a line of its own does, or a writer's byline.

    Below 记者 何青 文/图 one must show a deed: ①选好种。 may be of a list.
    """
    printed = [line for line in lines if not line.is_blank]
    if any(ends_with_credit(source, lines[number]) for number in found):
        return True
    if any(is_credit_alone(source, line) for line in printed):
        return True
    is_told = any(
        TAKEN.search(source.text, line.start, line.end) and is_byline(source, line)
        for line in printed
    )
    return is_told and any(shows(source.cut(lines[number])[1:].lstrip()) for number in found)
