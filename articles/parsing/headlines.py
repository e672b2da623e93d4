"""Read a headline: the kicker above it, the headline itself and the deck below it.

Print sets them apart by line and size; what arrives here are segments between spaces. A space
is a line break inside one phrase, a pause inside a headline, or the place where the deck begins.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from .facts import Edit, PrintedHeadline
from .lexicon import (
    CONTINUING_PHRASES,
    EVENT_CLOSERS,
    EVENT_MANNERS,
    HEADLINE_ACTS,
    MEETING_ACTS,
    OPEN_PHRASE_ENDS,
)
from .source import Source
from .stories import RawStory

SEGMENT = re.compile(r"\S+")
OPEN_END = re.compile(f"(?:{'|'.join(OPEN_PHRASE_ENDS)})$")
CLOSER = f"(?:{'|'.join(EVENT_CLOSERS)})"
CONTINUING = re.compile(
    rf"(?:{'|'.join(CONTINUING_PHRASES)})|[在于]\S*{CLOSER}|(?:{'|'.join(EVENT_MANNERS)}){CLOSER}"
)
ACT = re.compile("|".join(HEADLINE_ACTS))
MEETING_ACT = re.compile(rf"\S{{2,}}(?:{'|'.join(MEETING_ACTS)})")
SHORTEST_HEADLINE = 6
BRIDGE = 3
LEAD = 1000
SPACE = " "

CLOSED_UP = "space or print line break in the headline"


@dataclass(frozen=True, slots=True)
class _Phrase:
    """Segments that print lines broke apart, as one."""

    text: str
    start: int
    end: int

    @property
    def is_short(self) -> bool:
        return len(self.text) < SHORTEST_HEADLINE

    @property
    def names_an_act(self) -> bool:
        return ACT.search(self.text) is not None


def read_headline(
    source: Source, story: RawStory, body: str
) -> tuple[PrintedHeadline, tuple[Edit, ...]]:
    """The headline, and the spaces and heading marks that were closed up in it."""
    segments = _segments(source, story)
    phrases = _phrases(segments, body[:LEAD])
    first = _headline_start(phrases)
    after = _headline_end(phrases, first)
    parts = (phrases[:first], phrases[first:after], phrases[after:])
    start, end = segments[0].start, segments[-1].end
    headline = PrintedHeadline(*(_spaced(part) for part in parts), source.range(start, end))
    kept_spaces = {one.start for part in parts for one in part[1:]}
    return headline, tuple(_edits(source, segments, kept_spaces))


def _segments(source: Source, story: RawStory) -> list[_Phrase]:
    return [
        _Phrase(match[0], match.start(), match.end())
        for line in story.headings
        for match in SEGMENT.finditer(source.text, line.start, line.end)
    ]


def _phrases(segments: list[_Phrase], body: str) -> list[_Phrase]:
    phrases: list[_Phrase] = []
    for segment in segments:
        if phrases and _is_one_phrase(phrases[-1], segment, body):
            before = phrases.pop()
            segment = _Phrase(before.text + segment.text, before.start, segment.end)
        phrases.append(segment)
    return phrases


def _is_one_phrase(before: _Phrase, after: _Phrase, body: str) -> bool:
    """The text of the story says both without a break, or either cannot stand by itself."""
    if before.text[-BRIDGE:] + after.text[:BRIDGE] in body:
        return True
    if OPEN_END.search(before.text):
        return True
    return CONTINUING.match(after.text) is not None and not before.names_an_act


def _headline_start(phrases: list[_Phrase]) -> int:
    """A kicker is clear when only a later phrase says who held which meeting."""
    if phrases[0].names_an_act or phrases[0].is_short:
        return 0
    acts = (number for number, one in enumerate(phrases) if MEETING_ACT.match(one.text))
    return next(acts, 0)


def _headline_end(phrases: list[_Phrase], first: int) -> int:
    """Short phrases are a pause within the headline; after a long one comes the deck.

    The deck may be short itself where the long one is whole: it says who did what, or phrases of
    one length follow it, as decks are built.
    """
    long = [number for number in range(first, len(phrases)) if not phrases[number].is_short]
    if not long:
        return len(phrases)
    after = long[0] + 1
    rest = phrases[after:]
    is_whole = phrases[long[0]].names_an_act or _are_parallel(rest)
    return after if long[1:] or is_whole else len(phrases)


def _are_parallel(phrases: list[_Phrase]) -> bool:
    return len(phrases) > 1 and len({len(phrase.text) for phrase in phrases}) == 1


def _edits(source: Source, segments: list[_Phrase], kept_spaces: set[int]) -> Iterator[Edit]:
    for before, after in pairwise(segments):
        space = SPACE if after.start in kept_spaces else ""
        if source.text[before.end : after.start] != space:
            yield source.edit(CLOSED_UP, before.end, after.start, space)


def _spaced(phrases: list[_Phrase]) -> str:
    return SPACE.join(phrase.text for phrase in phrases)
