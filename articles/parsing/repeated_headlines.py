"""Take off a headline that is printed once more above its own text, as exports do."""

import re
from collections.abc import Sequence
from itertools import takewhile

from .facts import Edit
from .source import Line, Source
from .wording import gettext_noop

REPEATED = gettext_noop("headline repeated above the text")
# White space, and how Markdown marks a heading and bold print.
UNPRINTED = re.compile(r"[\s#*_]+")
# A poem may well begin with the word that is its title.
SHORTEST = 6


def take_repeats(
    source: Source, headings: Sequence[Line], lines: Sequence[Line]
) -> tuple[int, tuple[Line, ...], list[Edit]]:
    """How many lines of the headline stay, the lines of the text, an edit for each repeat.

    What stands in a story alone is its text, whatever it says.
    """
    texts = [_bare(source, line) for line in headings]
    count = len(texts)
    while texts[count - 1] in texts[: count - 1]:
        count -= 1
    said = {text for text in (*texts, "".join(texts[:count])) if len(text) >= SHORTEST}
    printed = [line for line in lines if not line.is_blank]
    at_head = list(takewhile(lambda line: _bare(source, line) in said, printed))
    repeats = [*headings[count:], *(at_head if len(at_head) < len(printed) else ())]
    left = tuple(Line(line.end, line.end) if line in repeats else line for line in lines)
    return count, left, [source.edit(REPEATED, line.start, line.end) for line in repeats]


def _bare(source: Source, line: Line) -> str:
    return UNPRINTED.sub("", source.cut(line))
