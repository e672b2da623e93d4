"""The small headlines of briefs on a page of which the format or the marks tell the headlines."""

from dataclasses import replace
from itertools import pairwise

from .briefs import find_briefs
from .endings import is_final
from .headings import heading_mark, low_heading_mark
from .layout import LONGEST_HEADLINE, is_byline, is_headline_like
from .plain import Span
from .source import Line, Source

FULL_STOP = "。"


def with_briefs(
    source: Source, lines: list[Line], starts: list[Span]
) -> tuple[list[Line], list[Span]]:
    """The lines and the starts of stories, with those of the briefs below each headline.

    What the format emphasizes there is a headline; any other is guessed.
    """
    found = lines[:]
    every: list[Span] = []
    for (first, stop), (end, _) in pairwise([*starts, (len(lines), 0)]):
        every.append((first, stop))
        heads = [number for number in range(stop, end) if _may_head_a_brief(source, lines, number)]
        for number in sorted(find_briefs(source, lines[:end], [stop - 1, *heads])):
            every.append((number, number + 1))
            if lines[number].role == "subhead":
                found[number] = replace(lines[number], role="headline")
    return found, every


def _may_head_a_brief(source: Source, lines: list[Line], number: int) -> bool:
    line = lines[number]
    low = source.line(line.start + len(low_heading_mark(source, line)), line.end)
    if low.is_blank or low.end - low.start > LONGEST_HEADLINE or heading_mark(source, line):
        return False
    above = next((one for one in lines[number - 1 :: -1] if not one.is_blank), None)
    below = next((one for one in lines[number + 1 :] if not one.is_blank), None)
    if above is None or below is None:
        return False
    has_ended = is_final(source.text, above.end) or is_byline(source, above)
    return has_ended and FULL_STOP in source.cut(below) and is_headline_like(source, low)
