"""Find the byline that a line of text begins with: （记者 王丽）, 记者王丽报道：, 记者 王丽."""

import re

from .byline_heads import (
    CLOSED_WRITERS,
    MARKED_WRITERS,
    OF_A_HOUSE,
    REPORT_OF_A_BODY,
    REPORTED,
    REPORTING,
    REPORTING_FOR_A_BODY,
    WRITERS_BEFORE_A_DAY,
)
from .byline_lines import (
    LONGEST,
    OPENING_BRACKETS,
    OPENING_BRACKETS_AFTER_A_MARKER,
    is_byline,
    read_byline,
)
from .byline_names import COMMAS, SELDOM_LAST, is_plain
from .byline_nouns import CAPACITY
from .days import DATE
from .lexicon.bylines import PICTURES, REPORTING_WORDS
from .source import Line, Source

LONGEST_HEAD = 60
GAP = re.compile(r"\s+(?=\S)")
MARKED = (MARKED_WRITERS, WRITERS_BEFORE_A_DAY)
REPORTS = (REPORTED, REPORT_OF_A_BODY, REPORTING_FOR_A_BODY)


def byline_head(source: Source, line: Line, is_marked: bool) -> Line | None:
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
    reports = REPORTS if is_marked else (REPORT_OF_A_BODY,)
    for pattern in (*(reports if is_report else ()), *(MARKED if is_marked else ())):
        told = pattern.match(source.text, line.start, last)
        if told is None:
            continue
        inner = source.line(*told.span("inner"))
        is_sure = pattern in (REPORTED, WRITERS_BEFORE_A_DAY)
        if is_byline(source, inner) if is_sure else are_plain_writers(source, inner):
            return source.line(*told.span())
    return _unmarked_head(source, line)


def _unmarked_head(source: Source, line: Line) -> Line | None:
    """记者 王丽 通讯员 张晓华 before the text, with nothing but a space between.

    Behind 石桥镇报道组 王丽 or 柳河网记者 王丽 the text has to begin with a day and a comma.
    """
    is_capacity = CAPACITY.match(source.text, line.start, line.end)
    if not (is_capacity or OF_A_HOUSE.match(source.text, line.start, line.end)):
        return None
    last = min(line.end, line.start + LONGEST_HEAD)
    for gap in reversed(list(GAP.finditer(source.text, line.start, last))):
        piece = source.line(line.start, gap.start())
        day = DATE.match(source.text, gap.end(), line.end)
        is_before_a_day = day is not None and source.text.startswith(COMMAS, day.end())
        if (is_capacity or is_before_a_day) and writes(source, piece):
            return piece
    return None


def are_plain_writers(source: Source, piece: Line) -> bool:
    """Whether each has a capacity, and a name as Chinese names are: not 何青曾在, 罗敷的."""
    people = read_byline(source, piece)
    return bool(people) and all(
        one.capacity and is_plain(one.name) and one.name[-1] not in SELDOM_LAST for one in people
    )


def writes(source: Source, line: Line) -> bool:
    people = read_byline(source, line)
    return any(
        len(one.contributions) > 1 or (one.capacity and one.contributions != (PICTURES,))
        for one in people
    )
