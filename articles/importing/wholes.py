"""Bring the two parts of a story on two pages together, before the pages are planned.

Only parts that one import brings are joined, and never where one of them is a story of the archive
already: an editor joins those (`articles/joining.py`).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from articles.importing.attempt import attempt_whole
from articles.importing.continuations import continuations
from articles.importing.decided import with_decided
from articles.importing.identity import Identity
from articles.importing.limits import check_lengths
from articles.importing.pages import PageSource, read_pictures
from articles.importing.parallel import parser_options
from articles.importing.refusals import ImportRefused
from articles.parsing.continued import Part
from articles.parsing.facts import ParsedPage, PrintedPhoto, Story


@dataclass(frozen=True, slots=True)
class Whole:
    """A story on two pages: `story` has the words of both, its places say by `part` of which.

    `digest` is what it is without what somebody decided of its breaks; `parts` are the digests of
    the two parts by the keys that they would have as stories. `is_new` where none of it is held,
    `is_unchanged` where all of it is.
    """

    story: Story
    digest: str
    pages: tuple[PageSource, PageSource]
    parts: Mapping[str, str]
    pictures: Mapping[PrintedPhoto, object]
    is_new: bool
    is_unchanged: bool


@dataclass
class Entering:
    """A page that can be imported, and which of its stories are parts of others, by number.

    `wholes` are those that go on elsewhere, `rests` those that began elsewhere. A page with
    pictures that cannot be used `is_read_anew`, without them.
    """

    page: PageSource
    parsed: ParsedPage
    identities: list[Identity]
    digests: list[str]
    pictures: dict[PrintedPhoto, object]
    wholes: dict[int, Whole] = field(default_factory=dict)
    rests: dict[int, Whole] = field(default_factory=dict)
    is_read_anew: bool = False

    @property
    def edition_date(self):
        return self.page.edition_date

    @property
    def page_number(self):
        return self.page.page_number

    @property
    def stories(self) -> list[tuple[Story, Identity]]:
        """As they come in: each that begins here, whole."""
        return [
            (self.wholes[number].story if number in self.wholes else story, identity)
            for number, (story, identity) in enumerate(
                zip(self.parsed.stories, self.identities, strict=True)
            )
            if number not in self.rests
        ]

    @property
    def shown(self) -> ParsedPage:
        """The page as it comes in: a story that goes on is whole, each doubt where it stands."""
        stories = (self._shown(number, story) for number, story in enumerate(self.parsed.stories))
        return replace(self.parsed, stories=tuple(stories))

    def _shown(self, number, story):
        if whole := self.wholes.get(number):
            return replace(whole.story, doubts=_doubts_of_part(whole, 0))
        if whole := self.rests.get(number):
            return replace(story, doubts=_doubts_of_part(whole, 1))
        return story


def _doubts_of_part(whole, part):
    return tuple(
        replace(doubt, source=replace(doubt.source, part=0))
        for doubt in whole.story.doubts
        if doubt.source.part == part
    )


def join_parts(pages: list[Entering], names) -> None:
    """Note on the pages which of their stories are one, where both parts are here."""
    for first, rest in continuations(pages):
        begun, rested = pages[first.page], pages[rest.page]
        if whole := _whole(begun, first.story, rested, rest.story, names):
            begun.wholes[first.story] = whole
            rested.rests[rest.story] = whole
            begun.page, rested.page = whole.pages


def _whole(begun, first, rested, rest, names):
    """The two as one; nothing where the archive has them apart, or they cannot be one."""
    identity, other = begun.identities[first], rested.identities[rest]
    key = names.key_of(identity)
    is_apart = key is not None and names.part_of(identity) is None
    if is_apart or names.key_of(other) is not None or begun.page.source or rested.page.source:
        return None
    pages, numbers = (begun.page, rested.page), (first, rest)
    read = _read(pages, numbers)
    if read and key and names.articles.get(key) != read[1]:
        decided = with_decided(pages, {key: read[0]})
        pages, read = (decided, _read(decided, numbers)) if decided != pages else (pages, read)
    if read is None:
        return None
    story, digest = read
    is_unchanged = names.articles.get(key) == digest
    try:
        check_lengths(begun.page, replace(begun.parsed, stories=(story,)))
        pictures = read_pictures(pages, [] if is_unchanged else [story])
    except ImportRefused:
        return None
    keys = {identity.key: begun.digests[first], other.key: rested.digests[rest]}
    return Whole(story, digest, pages, keys, pictures, key is None, is_unchanged)


def _read(pages, numbers):
    parts = tuple(map(Part, (page.document for page in pages), numbers))
    rulings = tuple(page.rulings for page in pages)
    return attempt_whole(parts, pages[0].edition_date, *parser_options(), rulings)
