"""Find the story that stands without a headline at the top of a page: 新华社北京3月8日电 begins it.

Its first clause that says something is lent to it as a headline, which a person confirms.
"""

import re
from collections.abc import Sequence

from .layout import LONGEST_HEADLINE
from .markers import find_marker
from .source import Line, Source

# （记者 何青） and 记者3月8日从县水利局获悉， tell nothing of the news; a quotation longer than a
# headline is none.
BEFORE_NEWS = re.compile(
    r"(?:\s|[(（][^（）()]*[)）]|记者[^，,。]{0,30}(?:获悉|了解到)[，,]|据[^，,。]{1,20}[，,]"
    rf"|“[^”]{{{LONGEST_HEADLINE},}}”)*"
)
CLAUSE = re.compile(r"(?:“[^”]*”|[^，,。；;！!？?：:])+")
SHORTEST = 8
SHORTEST_TEXT = 30


def find_unheaded(source: Source, lines: Sequence[Line]) -> int | None:
    """The line, of those above all headlines, with which a story begins; None where none does."""
    for number, line in enumerate(lines):
        is_text = line.end - line.start >= SHORTEST_TEXT and line.role in ("", "body")
        if is_text and find_marker(source, line):
            return number
    return None


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
