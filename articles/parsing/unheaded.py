"""Find the story that stands without a headline at the top of a page: 新华社北京3月8日电 begins it.

Short lines directly above it are its headline; else its first clause that says something is lent to
it as one. Where a page has no other, a line that may name a writer is one: 采访县林业局局长. A
person confirms any of these.
"""

import re
from collections.abc import Sequence
from itertools import takewhile

from .byline_lines import is_byline, read_byline
from .endings import is_final
from .layout import LONGEST_HEADLINE, is_headline_like, is_short_line
from .markers import find_marker
from .name_shapes import is_name_shaped
from .plain import MOST_LINES, Span
from .source import Line, Source
from .whole_lines import DATE_LINE

# Of the marks only these begin a headline.
OPENERS = "“‘《〈「『【"
# （记者 何青） and 记者3月8日从县水利局获悉， tell nothing of the news, nor do marks around them;
# a quotation longer than a headline is none.
BEFORE_NEWS = re.compile(
    rf"(?:[^\w{OPENERS}（(]|[(（][^（）()]*[)）]|记者[^，,。]{{0,30}}(?:获悉|了解到)[，,：:]|据[^，,。]{{1,20}}[，,]"
    rf"|“[^”]{{{LONGEST_HEADLINE},}}”)*"
)
CLAUSE = re.compile(r"(?:“[^”]*”|[^，,。；;！!？?：:])+")
# 采访县林业局局长, 编辑同志你好; most bylines are set otherwise: 记者 何青, 采写：何青.
ONE_PHRASE = re.compile(r"\w{5,}")
SHORTEST = 8
SHORTEST_TEXT = 30


def find_unheaded(source: Source, lines: Sequence[Line], *, are_told: bool) -> Span | None:
    """Where, above all headlines, a story begins and its headline ends; None where none does.

    `are_told` where the source tells the headlines of the others: then short lines directly above
    may be one that it does not.
    """
    for number, line in enumerate(lines):
        is_text = line.end - line.start >= SHORTEST_TEXT and line.role in ("", "body")
        if is_text and find_marker(source, line):
            above = reversed(lines[max(0, number - MOST_LINES) : number]) if are_told else ()
            headline = takewhile(lambda one: _may_be_headline(source, one), above)
            return number - len(list(headline)), number
    return None


def find_doubtful_headline(source: Source, lines: Sequence[Line]) -> Span | None:
    """The first line of a page, above a text, where it may be a byline and names no person."""
    printed = [number for number, line in enumerate(lines) if not line.is_blank]
    texts = (lines[number] for number in printed[1:] if not is_byline(source, lines[number]))
    text = next(texts, None)
    if text is None or text.end - text.start < SHORTEST_TEXT:
        return None
    first = lines[printed[0]]
    is_phrase = ONE_PHRASE.fullmatch(source.text, first.start, first.end)
    names = [one.name for one in read_byline(source, first)]
    may_head = is_phrase and is_short_line(source, first) and not any(map(is_name_shaped, names))
    return (printed[0], printed[0] + 1) if may_head else None


def _may_be_headline(source: Source, line: Line) -> bool:
    if line.is_blank or is_final(source.text, line.end):
        return False
    return is_headline_like(source, line) and not DATE_LINE.fullmatch(source.cut(line))


def lent_headline(source: Source, line: Line) -> Line:
    """The first words of the news in the line with which a story begins, as far as they fit."""
    _, start = find_marker(source, line)
    start = BEFORE_NEWS.match(source.text, start, line.end).end()
    end = start
    for clause in CLAUSE.finditer(source.text, start, line.end):
        end = clause.end()
        if end - start >= SHORTEST:
            break
    end = min(end, start + LONGEST_HEADLINE)
    opening = source.text.rfind("“", start, end)
    is_cut = opening > start and "”" not in source.text[opening:end]
    return source.line(start, opening if is_cut else end)
