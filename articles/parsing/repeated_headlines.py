"""Take off a headline that is printed once more above its own text, as exports do."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from .byline_lines import is_byline
from .endings import is_final
from .facts import Edit
from .heading_marks import heading_mark, low_mark
from .markers import find_marker
from .source import Line, Source
from .whole_lines import LONGEST_VERSE
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

    What stands in a story alone is its text, whatever it says, and so is the line of a poem that
    is its title too.
    """
    texts = [_bare(source, line) for line in headings]
    count = len(texts)
    while texts[count - 1] in texts[: count - 1]:
        count -= 1
    marked = [line for line in headings[count:] if _is_marked(source, line)]
    lines = (*(line for line in headings[count:] if line not in marked), *lines)
    said = {text for text in (*texts, "".join(texts[:count])) if len(text) >= SHORTEST}
    repeats = [*marked, *_repeats(source, said, [line for line in lines if not line.is_blank])]
    if not repeats:
        return count, lines, []
    left = tuple(Line(line.end, line.end) if line in repeats else line for line in lines)
    return count, left, [source.edit(REPEATED, line.start, line.end) for line in repeats]


def _repeats(source: Source, said: set[str], printed: Sequence[Line]) -> Iterator[Line]:
    """The lines above the prose that say it again, however often, also with a byline between."""
    place = 0
    while place < len(printed):
        at_head = list(takewhile(lambda line: _bare(source, line) in said, printed[place:]))
        place += len(at_head)
        if _are_prose(source, at_head, printed[place:]):
            yield from at_head
        below = place
        place += sum(1 for _ in takewhile(lambda line: is_byline(source, line), printed[place:]))
        if place == below:
            return


def _are_prose(source: Source, at_head: Sequence[Line], below: Sequence[Line]) -> bool:
    """Whether what stands below the repeats is a text, and not the next lines of a poem."""
    if not at_head or not below:
        return False
    line, *others = below
    are_short = others and all(one.end - one.start <= LONGEST_VERSE for one in below)
    return (
        line.end - line.start > LONGEST_VERSE
        or (is_final(source.text, line.end) and not are_short)
        or (line.is_indented and not at_head[-1].is_indented)
        or find_marker(source, line) is not None
        or is_byline(source, line)
    )


def _is_marked(source: Source, line: Line) -> bool:
    return bool(line.role or heading_mark(source, line) or low_mark(source, line))


def _bare(source: Source, line: Line) -> str:
    return UNPRINTED.sub("", source.cut(line))
