"""The marks of headings: # and ## stand before headlines, ### to ###### before subheads."""

import re
from collections.abc import Sequence

from .source import Line, Source

MARK = "#"
HEADING = re.compile(r"(?P<mark>#{1,2}(?=\s)|##(?=[^#\s]))\s*(?=\S)")
LOW_HEADING = re.compile(r"(?P<mark>#{3,6})\s+(?=\S)")


def heading_mark(source: Source, line: Line) -> str:
    """The # or ## before the heading of a story; empty where there is none."""
    return _mark(HEADING, source, line) if source.text.startswith(MARK, line.start) else ""


def low_marks(source: Source, lines: list[Line]) -> list[str]:
    """The marks of subheads that a text without headings begins with: they are its headline."""
    marks = [""] * len(lines)
    for number, line in enumerate(lines):
        marks[number] = low_mark(source, line)
        if not (marks[number] or line.is_blank):
            break
    return marks


def low_mark(source: Source, line: Line) -> str:
    """The ### and more before a subhead; empty where there is none."""
    return _mark(LOW_HEADING, source, line) if source.text.startswith(MARK, line.start) else ""


def _mark(pattern: re.Pattern[str], source: Source, line: Line) -> str:
    match = pattern.match(source.text, line.start, line.end)
    return match["mark"] if match else ""


def roles_of_levels(marks: Sequence[str]) -> list[str]:
    """Of headings of two levels the higher is the headline, between its kicker and its deck.

    So is a line without a mark the kicker of a heading below it.
    """
    levels = [len(mark) for mark in marks]
    marked = [level for level in levels if level]
    if len(set(marked)) < 2:
        above = levels.index(marked[0]) if marked else 0
        return ["kicker"] * above + [""] * (len(marks) - above)
    top = min(marked)
    first = levels.index(top)
    last = len(levels) - 1 - levels[::-1].index(top)
    headline = "headline" if first == last else ""
    return [
        "kicker" if number < first else "deck" if number > last else headline
        for number in range(len(levels))
    ]
