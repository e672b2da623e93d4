"""Read a headline: the kicker above it, the headline itself and the deck below it.

Print sets them apart by line and size; what arrives here are lines, and segments between spaces.
A space is a line break inside one phrase, a pause inside a headline, or the place where the deck
begins; so is the end of a line. Where nothing tells which, the likeliest is kept and doubted.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import chain, pairwise
from typing import NamedTuple

from .facts import Edit, PrintedDoubt, PrintedHeadline
from .headline_lines import (
    ACT,
    BRACKETED,
    MEETING_ACT,
    OFFICIAL_ACT,
    Split,
    is_column,
    is_deck,
    is_kicker_end,
    is_one_clause,
    is_open,
    is_open_line,
    is_said_across,
    is_verb_led,
    names_work,
    split_lines,
)
from .lexicon.acts import EVENT_CLOSERS, EVENT_MANNERS
from .lexicon.headlines import CONTINUING_PHRASES
from .source import CUT, Line, Source
from .stories import RawStory
from .wording import gettext_noop

# A dash inside a line begins the deck where something stands before and after it.
SEGMENT = re.compile(r"\S{4,}?(?=[—─－]{2,4}[^\s—─－]{4})|\S+")
CLOSER = f"(?:{'|'.join(EVENT_CLOSERS)})"
CONTINUING = re.compile(
    rf"(?:{'|'.join(CONTINUING_PHRASES)})|[在于]\S*{CLOSER}|(?:{'|'.join(EVENT_MANNERS)}){CLOSER}"
)
SHORTEST_HEADLINE = 6
SHORTEST_LINE = 4
# 众志成城 抗震救灾: two calls of four characters, also where the body says them without a pause.
CALL = 4
LEAD = 3000
SPACE = " "
FIRST_SENTENCE = re.compile("[^。]*")

CLOSED_UP = gettext_noop("space or print line break in the headline")


class Reading(NamedTuple):
    headline: PrintedHeadline
    edits: tuple[Edit, ...]
    doubts: tuple[PrintedDoubt, ...]


@dataclass(slots=True, unsafe_hash=True)
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


@dataclass(slots=True, unsafe_hash=True)
class _Row:
    """Phrases on one line of the headline, or on several that go on in each other."""

    phrases: tuple[_Phrase, ...]
    role: str
    is_doubtful: bool = False

    @property
    def text(self) -> str:
        return _spaced(self.phrases)


def read_headline(source: Source, story: RawStory, body: str) -> Reading:
    """The headline, the spaces and heading marks that were closed up in it, and its doubts."""
    if story.is_lent:
        return _lent(source, story.headings[0])
    body = body[:LEAD]
    lines = _segments(source, story)
    rows = _joined(_rows(story, lines, body), body)
    split = _split(rows, FIRST_SENTENCE.match(body)[0], is_marked=story.is_marked)
    kicker, headline, deck = (
        list(chain.from_iterable(row.phrases for row in part))
        for part in (
            rows[: split.headline],
            rows[split.headline : split.deck],
            rows[split.deck :],
        )
    )
    if split.deck - split.headline == 1:
        first, after = _split_phrases(
            headline, may_have_kicker=not kicker, may_have_deck=not deck, is_alone=len(rows) == 1
        )
        kicker, headline, deck = (
            [*kicker, *headline[:first]],
            headline[first:after],
            [*headline[after:], *deck],
        )
    segments = [*chain.from_iterable(lines)]
    place = source.range(segments[0].start, segments[-1].end)
    printed = PrintedHeadline(_spaced(kicker), _spaced(headline), _spaced(deck), place)
    kept_spaces = {one.start for part in (kicker, headline, deck) for one in part[1:]}
    edits = tuple(_edits(source, segments, kept_spaces))
    if not (story.is_guessed or split.is_doubtful or any(row.is_doubtful for row in rows)):
        return Reading(printed, edits, ())
    quote = " / ".join(row.text for row in rows)
    return Reading(printed, edits, (PrintedDoubt("doubtful_headline", quote, None, place),))


def _lent(source: Source, line: Line) -> Reading:
    """A headline of words that stay in the text: it has no place of its own."""
    text = CUT.sub("", source.cut(line))
    headline = PrintedHeadline("", text, "", source.range(line.start, line.start))
    place = source.range(line.start, line.end)
    return Reading(headline, (), (PrintedDoubt("doubtful_headline", text, None, place),))


def _segments(source: Source, story: RawStory) -> list[list[_Phrase]]:
    return [
        [
            _Phrase(match[0], match.start(), match.end())
            for match in SEGMENT.finditer(source.text, line.start, line.end)
        ]
        for line in story.headings
    ]


def _rows(story: RawStory, lines: list[list[_Phrase]], body: str) -> list[_Row]:
    return [
        _Row(tuple(_closed_up(segments) or _phrases(segments, body)), line.role)
        for line, segments in zip(story.headings, lines, strict=True)
    ]


def _closed_up(segments: list[_Phrase]) -> list[_Phrase]:
    """更　正: a word with its characters set apart; nothing of any other line."""
    if any(len(segment.text) > 1 for segment in segments):
        return []
    return [reduce(_one, segments)]


def _phrases(segments: list[_Phrase], body: str) -> list[_Phrase]:
    phrases: list[_Phrase] = []
    for segment in segments:
        if phrases and _is_one_phrase(phrases[-1], segment, body):
            segment = _one(phrases.pop(), segment)
        phrases.append(segment)
    return phrases


def _is_one_phrase(before: _Phrase, after: _Phrase, body: str) -> bool:
    """The text of the story says both without a break, or either cannot stand by itself."""
    if is_deck(after.text) or len(before.text) == len(after.text) == CALL:
        return False
    if is_said_across(before.text, after.text, body) or is_open(before.text, after.text, body):
        return True
    return CONTINUING.match(after.text) is not None and not before.names_an_act


def _one(before: _Phrase, after: _Phrase) -> _Phrase:
    return _Phrase(before.text + after.text, before.start, after.end)


def _joined(rows: list[_Row], body: str) -> list[_Row]:
    """The rows, those of them as one that print broke in the middle of a phrase."""
    joined: list[_Row] = []
    for row in rows:
        before = joined[-1] if joined else None
        if before is None or before.role != row.role or is_kicker_end(before.text):
            joined.append(row)
            continue
        *first, end = before.phrases
        begin, *rest = row.phrases
        is_sure = (
            (len(row.text) < SHORTEST_LINE and not is_column(before.text))
            or _is_one_phrase(end, begin, body)
            or is_open_line(end.text, begin.text)
        )
        is_likely = not is_deck(begin.text) and is_one_clause(before.text, row.text)
        if is_sure or is_likely:
            phrases = (*first, _one(end, begin), *rest)
            joined[-1] = _Row(phrases, row.role, before.is_doubtful or not is_sure)
        else:
            joined.append(row)
    return joined


def _split(rows: list[_Row], lead: str, *, is_marked: bool) -> Split:
    """By what the source says of its lines; among those of which it says nothing, by evidence.

    Where the first alone is marked as a heading, it is the headline.
    """
    roles = [row.role for row in rows]
    if "headline" in roles:
        first = roles.index("headline")
        last = len(roles) - 1 - roles[::-1].index("headline")
        if is_kicker_end(rows[first].text) and last + 1 < len(rows):
            return Split(last + 1, last + 2, is_doubtful=False)
        return Split(first, last + 1, is_doubtful=last > first)
    first = next((n for n, role in enumerate(roles) if role != "kicker"), len(roles))
    after = next((n for n in range(first, len(roles)) if roles[n] == "deck"), len(roles))
    if first == after:
        return Split(max(0, first - 1), max(1, first), is_doubtful=True)
    while after - first > 1 and BRACKETED.fullmatch(rows[after - 1].text):
        after -= 1
    if is_marked and not first:
        return Split(0, 1, is_doubtful=after > 1 and not is_deck(rows[1].text))
    inner = split_lines([row.text for row in rows[first:after]], lead)
    return Split(first + inner.headline, first + inner.deck, inner.is_doubtful)


def _split_phrases(
    phrases: list[_Phrase], *, may_have_kicker: bool, may_have_deck: bool, is_alone: bool
) -> tuple[int, int]:
    """Where in a row of phrases the headline begins, and where the deck does.

    One line may hold all three; a line beside others only what is surely a kicker or a deck.
    """
    first, after = 0, len(phrases)
    if may_have_deck:
        after = next((n for n, one in enumerate(phrases) if n and is_deck(one.text)), after)
    if may_have_kicker:
        ends = (n + 1 for n, one in enumerate(phrases[: after - 1]) if is_kicker_end(one.text))
        first = max(ends, default=0)
    if is_alone and not first:
        first = _headline_start(phrases[:after])
    if is_alone and after == len(phrases):
        after = _headline_end(phrases, first)
    return first, after


def _headline_start(phrases: list[_Phrase]) -> int:
    """A kicker is clear when only a later phrase says who held which meeting."""
    if phrases[0].names_an_act or phrases[0].is_short:
        return 0
    acts = (number for number, one in enumerate(phrases) if MEETING_ACT.match(one.text))
    return next(acts, 0)


def _headline_end(phrases: list[_Phrase], first: int) -> int:
    """Short phrases are a pause within the headline; after a long one may come the deck.

    It does after a phrase that is whole: that says who did what office, or what shall be done;
    or where phrases of one length follow, as decks are built. Two phrases that tell one story
    between them are one headline.
    """
    long = [number for number in range(first, len(phrases)) if not phrases[number].is_short]
    if not long:
        return len(phrases)
    whole = phrases[long[0]]
    after = long[0] + 1
    rest = phrases[after:]
    if _are_parallel(rest):
        return after
    if OFFICIAL_ACT.search(whole.text) and rest and is_verb_led(rest[0].text):
        return after
    is_work_with_deck = names_work(whole.text) and first == long[0]
    return after if long[1:] and is_work_with_deck else len(phrases)


def _are_parallel(phrases: list[_Phrase]) -> bool:
    return len(phrases) > 1 and len({len(phrase.text) for phrase in phrases}) == 1


def _edits(source: Source, segments: Sequence[_Phrase], kept_spaces: set[int]) -> Iterator[Edit]:
    for before, after in pairwise(segments):
        space = SPACE if after.start in kept_spaces else ""
        if source.text[before.end : after.start] != space:
            yield source.edit(CLOSED_UP, before.end, after.start, space)


def _spaced(phrases: Sequence[_Phrase]) -> str:
    return SPACE.join(phrase.text for phrase in phrases)
