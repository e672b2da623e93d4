"""What a word processor prints at the head and at the foot of every page of a document.

A line is known for one by another page near it, which has the same line at the same place, but for
a number that counts the pages.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from articles.parsing.lexicon.radicals import PLAIN

from .folio import is_folio
from .glyphs import Character, rows_of, text_of, usual_size

# How many pages it may be to the next with that line: those at the left and the right differ.
REACH = 2
MOST_LINES = 3
# In points: how far two lines at one place may be apart.
SAME_PLACE = 2
# Of the usual room between lines: the least that parts them from the text.
APART = 1.2
NUMBER = re.compile(r"(\d+)")


class EdgeLine(NamedTuple):
    """One of the outermost lines of a page, and whether room parts it from the text."""

    text: str
    top: float
    is_apart: bool


def edge_lines(characters: Sequence[Character], largest: float) -> list[EdgeLine]:
    """Those at the head and at the foot, folios aside, in no larger type than this."""
    rows = rows_of(characters)
    gaps = [_top(below) - max(one.bottom for one in row) for row, below in pairwise(rows)]
    wide = APART * median(gaps) if gaps else 0
    found: list[EdgeLine] = []
    for outward in (zip(rows, gaps, strict=False), zip(rows[::-1], gaps[::-1], strict=False)):
        lines: list[tuple[str, float]] = []
        is_apart = False
        for row, gap in outward:
            text = text_of(row).translate(PLAIN)
            if is_folio(text):
                continue
            if len(lines) == MOST_LINES or usual_size(row) > largest:
                break
            lines.append((text, _top(row)))
            if is_apart := gap > wide:
                break
        found += [EdgeLine(*line, is_apart) for line in lines]
    return found


def running_lines(number: int, pages: Mapping[int, Sequence[EdgeLine]]) -> list[EdgeLine]:
    """The lines of a page that run along over those near it, by the numbers of the pages."""
    around = [
        (other - number, line)
        for other in range(number - REACH, number + REACH + 1)
        for line in pages.get(other, ())
        if other != number
    ]
    return [line for line in pages[number] if any(_runs(line, *one) for one in around)]


def is_running(row: Sequence[Character], running: Collection[EdgeLine]) -> bool:
    """Whether a row is one of them; a headline below may say the same."""
    text, top = text_of(row).translate(PLAIN), _top(row)
    return any(line.text == text and _is_level(line.top, top) for line in running)


def _runs(line: EdgeLine, pages_on: int, other: EdgeLine) -> bool:
    is_apart = line.is_apart or other.is_apart
    is_level = _is_level(line.top, other.top)
    return is_level and is_apart and _is_same(line.text, other.text, pages_on)


def _is_level(top: float, other: float) -> bool:
    return abs(top - other) < SAME_PLACE


def _is_same(text: str, other: str, pages_on: int) -> bool:
    """Whether the texts differ in nothing but numbers that are higher by as many pages."""
    parts, others = NUMBER.split(text), NUMBER.split(other)
    return len(parts) == len(others) and all(
        one == another or (one.isdecimal() and int(another) - int(one) == pages_on)
        for one, another in zip(parts, others, strict=True)
    )


def _top(row: Sequence[Character]) -> float:
    return min(one.top for one in row)
