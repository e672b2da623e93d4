"""Know the stories of a page again whose headline was corrected: by their words.

A story of text is known by edition, page and headline. One that is known so to nobody is the story
of that edition and page which has nearly the same words, where the page imports no other one under
its headline.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from articles.importing.plan import HeldStory
from articles.parsing.facts import Story
from articles.similarity import is_formula, letters, overlap, shingles

# Of all the words of both: a corrected story keeps more, two notices of one formula share less.
NEARLY_THE_SAME = 0.8


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
        return is_one_page or not (self.page_number and held.page_number) or self._is_file_of(held)

    def _is_file_of(self, held):
        return self.document in held.documents


def recognise(unknown: Mapping[str, Unknown], held: Iterable[HeldStory]) -> dict[str, HeldStory]:
    """Which held story each unknown one is, by the unknown one's key: the most alike first.

    No story is two.
    """
    held = list(held)
    texts = {key: _text(one.story) for key, one in unknown.items()} if held else {}
    fitting = [
        (likeness(texts[key], story.text), key, story)
        for key, one in unknown.items()
        for story in held
        if one.may_be(story)
    ]
    found: dict[str, HeldStory] = {}
    taken = set()
    for share, key, story in sorted(fitting, key=lambda one: -one[0]):
        if share and key not in found and story.key not in taken:
            found[key] = story
            taken.add(story.key)
    return found


def likeness(first: str, second: str) -> float:
    """The share of the words that two texts have in common; 0 where they are not the same text."""
    if letters(first) == letters(second):
        return 1.0 if letters(first) else 0.0
    if is_formula(first, second, days_apart=0):
        return 0.0
    share = overlap(shingles(first), shingles(second)).jaccard
    return share if share >= NEARLY_THE_SAME else 0.0


def _text(story):
    return "\n".join(paragraph.text for paragraph in story.paragraphs)
