"""Know the stories of a page again whose headline was corrected: by their words.

A story of text is known by edition, page and headline. One that is known so to nobody is the story
of that edition and page which has nearly the same words, where the page imports no other one under
its headline.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from articles.importing.plan import HeldStory
from articles.parsing.continued import is_of_note
from articles.parsing.facts import Story
from articles.similarity import is_formula, letters, overlap, shingles

# Of all the words of both: a corrected story keeps more, two notices of one formula share less.
NEARLY_THE_SAME = 0.8


@dataclass(frozen=True)
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

    def likeness(self, held: HeldStory) -> float:
        """How much of the words is the same, from 0 to 1; 0 where it is another story.

        One part of a story on two pages is known by its own words: the other part has the rest.
        """
        return likeness(self.text, held.text, is_part=held.has_parts and self.is_part)

    @property
    def is_part(self) -> bool:
        return any(map(is_of_note, self.story.doubts))

    @cached_property
    def text(self) -> str:
        return "\n".join(paragraph.text for paragraph in self.story.paragraphs)


def recognise(unknown: Mapping[str, Unknown], held: Iterable[HeldStory]) -> dict[str, HeldStory]:
    """Which held story each unknown one is, by the unknown one's key: the most alike first.

    No story is two, but for the parts of one on two pages.
    """
    held = list(held)
    fitting = [
        (one.likeness(story), key, story)
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


def likeness(first: str, second: str, *, is_part: bool = False) -> float:
    """The share of the words that two texts have in common; 0 where they are not the same text.

    With `is_part`, of the words of the shorter one.
    """
    if letters(first) == letters(second):
        return 1.0 if letters(first) else 0.0
    if is_formula(first, second, days_apart=0):
        return 0.0
    shared = overlap(shingles(first), shingles(second))
    share = shared.containment if is_part else shared.jaccard
    return share if share >= NEARLY_THE_SAME else 0.0
