"""Know the stories of a page again whose headline was corrected: by their words.

A story of text is known by edition, page and headline. One that is known so to nobody is the story
of that edition and page which has nearly the same words, where the page imports no other one under
its headline; be that one held by the archive or brought by another file of the same import.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from articles.importing.pages import PageSource
from articles.importing.plan import HeldStory, Plan
from articles.parsing.continued import is_of_note
from articles.parsing.facts import Story
from articles.similarity import SHINGLE, is_formula, letters, overlap, shingles

# Of all the words of both: a corrected story keeps more, two notices of one formula share less.
NEARLY_THE_SAME = 0.8
# A text of a line keeps less where a character or two in a row were corrected.
ONE_SLIP = SHINGLE + 1
LEAST_OF_A_LINE = 0.5
# Runs of a text, spread over it, of which a copy has one for certain.
PROBES = 8


@dataclass(frozen=True, slots=True)
class Unknown:
    """A story that the archive does not hold by its headline, and the file that prints it."""

    edition_date: date
    page_number: str
    document: str
    story: Story

    def may_be(self, held: HeldStory) -> bool:
        """Whether both stand on one page, as far as is known; or came from the same bytes."""
        if self.edition_date != held.edition_date:
            return False
        is_one_page = self.page_number == held.page_number
        is_known = self.page_number and held.page_number and not held.has_parts
        return is_one_page or not is_known or self.document in held.documents

    @property
    def is_part(self) -> bool:
        """Whether it says of itself that it is one part of a story on two pages."""
        return any(map(is_of_note, self.story.doubts))

    @property
    def words(self) -> "Words":
        return words_of(self.story)


@dataclass(frozen=True)
class Words:
    """A text, and what it is compared by, found once however often it is."""

    text: str

    @cached_property
    def letters(self) -> str:
        return letters(self.text)

    @cached_property
    def shingles(self) -> set[str]:
        return shingles(self.text)

    def shares_a_run(self, other: "Words") -> bool:
        """Whether they may be alike at all: found in a small part of the time of comparing them.

        How a text opens is passed over: the day is the same in all stories of a page.
        """
        fewer, more = sorted((self.letters, other.letters), key=len)
        step = max(1, len(fewer) // PROBES)
        starts = range(step // 2, max(1, len(fewer) - SHINGLE + 1), step)
        return any(fewer[at : at + SHINGLE] in more for at in starts)


def words_of(story: Story) -> Words:
    return Words("\n".join(paragraph.text for paragraph in story.paragraphs))


class Beside:
    """The new stories of some pages that are imported together, by their place in the paper.

    What two files of one page bring becomes what it would become were they imported one after the
    other. A story on two pages is known by its parts.
    """

    def __init__(self) -> None:
        # By edition and page, and by edition and bytes: the same file may come as two pages.
        self._stories: dict[tuple[date, str], list[tuple[HeldStory, Words]]] = defaultdict(list)

    def add(self, page: PageSource, plan: Plan) -> None:
        for planned in plan.create:
            if planned.whole or not page.page_number:
                continue
            words = words_of(planned.story)
            held = HeldStory(
                planned.key,
                planned.digest,
                page.edition_date,
                page.page_number,
                planned.story.headline.headline,
                words.text,
                frozenset((page.digest,)),
            )
            for place in (page.page_number, page.digest):
                self._stories[page.edition_date, place].append((held, words))

    def has(self, page: PageSource) -> bool:
        """Whether another file of this page, or these bytes as another page, brought stories."""
        places = (page.page_number, page.digest)
        return any((page.edition_date, place) in self._stories for place in places)

    def like(self, unknown: Iterable[Unknown]) -> list[HeldStory]:
        """Those that the unknown ones may be."""
        found = {}
        for one in unknown:
            words = one.words
            for place in (one.page_number, one.document):
                for story, other in self._stories.get((one.edition_date, place), ()):
                    if words.shares_a_run(other):
                        found[story.key] = story
        return list(found.values())


def recognise(unknown: Mapping[str, Unknown], held: Collection[HeldStory]) -> dict[str, HeldStory]:
    """Which held story each unknown one is, by the unknown one's key: the most alike first.

    No story is two, but for the parts of one on two pages.
    """
    words = {one.key: Words(one.text) for one in held}
    read = {key: one.words for key, one in unknown.items()} if held else {}
    fitting = [
        (
            likeness(read[key], words[story.key], is_part=one.is_part and story.has_parts),
            key,
            story,
        )
        for key, one in unknown.items()
        for story in held
        if one.may_be(story)
    ]
    found: dict[str, HeldStory] = {}
    taken = set()
    for share, key, story in sorted(fitting, key=lambda one: -one[0]):
        if share and key not in found and story.key not in taken:
            found[key] = story
            taken |= set() if story.has_parts else {story.key}
    return found


def likeness(first: Words, second: Words, *, is_part: bool = False) -> float:
    """The share of the words that two texts have in common; 0 where they are not the same text.

    With `is_part`, of the words of the shorter one: the other part has the rest.
    """
    fewer, more = sorted((len(first.shingles), len(second.shingles)))
    if not fewer:
        return float(first.letters == second.letters != "")
    if not is_part and fewer < LEAST_OF_A_LINE * more:
        return 0.0
    shared = overlap(first.shingles, second.shingles)
    share = shared.containment if is_part else shared.jaccard
    has_slip = more - len(first.shingles & second.shingles) <= ONE_SLIP
    least = LEAST_OF_A_LINE if has_slip else NEARLY_THE_SAME
    if share < least or is_formula(first.text, second.text, days_apart=0):
        return 0.0
    return share
