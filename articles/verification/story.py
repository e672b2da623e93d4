"""The text that is checked: the passages of a story and the days that it is of."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from articles.parsing.datelines import read_dateline

from .findings import Passage

HEADLINES = ("kicker", "headline", "deck")
BODY, CAPTION = "body", "caption"


@dataclass(frozen=True, slots=True)
class StoryText:
    """Plain text by passage. A day is None where it is not known.

    `dateline_day` is that of the news, `edition_day` that of the paper; `dateline` is its marker.
    `unlinked` are the names of officials in it of whom nobody has said who they are.
    """

    headline: str = ""
    kicker: str = ""
    deck: str = ""
    paragraphs: tuple[str, ...] = ()
    captions: tuple[str, ...] = ()
    dateline_day: date | None = None
    edition_day: date | None = None
    unlinked: frozenset[str] = frozenset()

    @property
    def day(self) -> date | None:
        """The day for which titles are checked: of the news where known, else of the paper.

        A day of the news after the paper's is a mistake, and none to check titles for.
        """
        if self.dateline_day and self.edition_day:
            return min(self.dateline_day, self.edition_day)
        return self.dateline_day or self.edition_day

    @property
    def passages(self) -> list[tuple[Passage, str]]:
        """Each passage that has a text, as a reader meets them."""
        headlines = [(Passage(part), getattr(self, part)) for part in HEADLINES]
        body = [(Passage(BODY, n), text) for n, text in enumerate(self.paragraphs)]
        captions = [(Passage(CAPTION, n), text) for n, text in enumerate(self.captions)]
        return [(passage, text) for passage, text in (*headlines, *body, *captions) if text]


def story_of_lines(lines: Sequence[str], edition_day: date | None = None) -> StoryText:
    """A story from plain text: a headline, then the paragraphs. The day is read from the lead."""
    headline, *paragraphs = lines or ("",)
    lead = paragraphs[0] if paragraphs else ""
    dateline = read_dateline("", lead, edition_date=edition_day).dateline if edition_day else None
    return StoryText(
        headline,
        paragraphs=tuple(paragraphs),
        dateline_day=dateline.date if dateline else None,
        edition_day=edition_day,
    )
