"""Split a page into stories at its headings, one story from each heading to the next."""

import re
from dataclasses import dataclass

from .documents import UnreadableSource
from .facts import Edit
from .source import Line, Source

HEADING = re.compile(r"(?P<mark>#{1,2}(?=\s)|##(?=[^#\s]))\s*(?=\S)")

HEADING_MARK = "heading mark"
OUTSIDE = "text outside any story"


@dataclass(frozen=True, slots=True)
class RawStory:
    """The lines of one story: its headline, over one or more print lines, then the rest."""

    mark: Edit
    headings: tuple[Line, ...]
    lines: tuple[Line, ...]


def split_stories(source: Source) -> tuple[tuple[RawStory, ...], tuple[Edit, ...]]:
    """The stories, and the text before the first of them as an edit of the page."""
    lines = source.lines()
    marks = [_mark(source, line) for line in lines]
    starts = _story_starts(lines, marks)
    if not starts:
        raise UnreadableSource("no_heading")
    stories = tuple(
        _read(source, lines[start:end], marks[start:end])
        for start, end in zip(starts, [*starts[1:], len(lines)], strict=True)
    )
    return stories, _outside(source, lines[: starts[0]])


def _mark(source: Source, line: Line) -> str:
    match = HEADING.match(source.text, line.start, line.end)
    return match["mark"] if match else ""


def _story_starts(lines: list[Line], marks: list[str]) -> list[int]:
    """Headings of one level with nothing between them are one broken headline."""
    starts = []
    mark_before = ""
    for number, (line, mark) in enumerate(zip(lines, marks, strict=True)):
        if line.is_blank:
            continue
        if mark and mark != mark_before:
            starts.append(number)
        mark_before = mark
    return starts


def _read(source: Source, lines: list[Line], marks: list[str]) -> RawStory:
    mark = source.edit(HEADING_MARK, lines[0].start, lines[0].start + len(marks[0]))
    headings, rest = [], []
    for line, line_mark in zip(lines, marks, strict=True):
        if line_mark:
            headings.append(source.line(line.start + len(line_mark), line.end))
        else:
            rest.append(line)
    return RawStory(mark, tuple(headings), tuple(rest))


def _outside(source: Source, lines: list[Line]) -> tuple[Edit, ...]:
    printed = [line for line in lines if not line.is_blank]
    if not printed:
        return ()
    return (source.edit(OUTSIDE, printed[0].start, printed[-1].end),)
