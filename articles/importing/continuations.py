"""Find on the pages of one edition which story goes on in which: 下转第3版 there, 上接第1版 here.

Two parts are one story only where nothing else fits: the note of the first names the page of the
rest, and the rest names the page of the first, or its headline, or both.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple, Protocol

from articles.parsing.continued import is_of_note
from articles.parsing.facts import ParsedPage, Story
from articles.parsing.turns import Turn, read_turn
from articles.similarity import letters

# A shortened headline keeps the characters in their order, and at least so many.
FEWEST_OF_A_HEADLINE = 4


class Place(NamedTuple):
    """A story by the number of its page among those that were asked about, and its own there."""

    page: int
    story: int


class Continuation(NamedTuple):
    first: Place
    rest: Place


class PrintedPage(Protocol):
    """A page that was read, and where in the paper it stands."""

    @property
    def edition_date(self) -> date: ...

    @property
    def page_number(self) -> str: ...

    @property
    def parsed(self) -> ParsedPage: ...


class _Half(NamedTuple):
    """A story that may be one part of two. `turns` are what its notes say."""

    place: Place
    page: str
    story: Story
    turns: tuple[Turn, ...]

    @property
    def headlines(self) -> list[str]:
        """What the story is called; nothing where its note stands for a headline."""
        printed = self.story.headline
        called = "" if read_turn(printed.headline) else printed.headline
        return [letters(one) for one in (called, printed.deck, printed.kicker) if one]


def continuations(pages: Sequence[PrintedPage]) -> list[Continuation]:
    """The stories that stand on two of these pages, where it is certain which two parts are one."""
    editions = defaultdict(list)
    for number, page in enumerate(pages):
        if page.page_number:
            editions[page.edition_date].append((number, page))
    return [
        found for edition in editions.values() if len(edition) > 1 for found in _within(edition)
    ]


def _within(edition) -> Iterator[Continuation]:
    halves = [half for number, page in edition for half in _halves(number, page)]
    firsts = [half for half in halves if any(turn.leads_on(half.page) for turn in half.turns)]
    if not firsts:
        return
    fitting = [
        (first, rest)
        for first in firsts
        for rest in halves
        if first is not rest and _fit(first, rest)
    ]
    for first, rest in fitting:
        is_alone = sum(first is one or rest is other for one, other in fitting) == 1
        if is_alone and not any(rest is one or first is other for one, other in fitting):
            yield Continuation(first.place, rest.place)


def _halves(number, page) -> Iterator[_Half]:
    for at, story in enumerate(page.parsed.stories):
        notes = (read_turn(one.quote) for one in story.doubts if is_of_note(one))
        yield _Half(Place(number, at), page.page_number, story, tuple(filter(None, notes)))


def _fit(first: _Half, rest: _Half) -> bool:
    """Whether both may be one story, by the pages that they name and by what they are called."""
    on = [turn for turn in first.turns if turn.leads_on(first.page)]
    back = [turn for turn in rest.turns if not turn.leads_on(rest.page)]
    if len(first.turns) != 1 or len(rest.turns) > 1 or (rest.turns and not back):
        return False
    (turn,) = on
    if not turn.names(rest.page, printed_on=first.page) or first.page == rest.page:
        return False
    titles = [*(letters(one.title) for one in back if one.title), *rest.headlines[:1]]
    if back:
        is_named = back[0].names(first.page, printed_on=rest.page)
        return is_named and (not titles or any(_is_called(first, turn, one) for one in titles))
    # Without a note of its own, the rest has the very words of the headline.
    return any(one in called or called in one for one in titles for called in first.headlines[:1])


def _is_called(first: _Half, turn: Turn, title: str) -> bool:
    """Whether the rest is called as the first, whole or shortened, or by a mark of both notes."""
    if turn.title and letters(turn.title) == title:
        return True
    return any(_is_short_for(title, one) or _is_short_for(one, title) for one in first.headlines)


def _is_short_for(short: str, long: str) -> bool:
    left = iter(long)
    return len(short) >= FEWEST_OF_A_HEADLINE and all(character in left for character in short)
