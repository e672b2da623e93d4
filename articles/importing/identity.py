"""What makes a story the same at every import, and what makes it another one."""

import hashlib
import json
from collections import Counter
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from functools import cache, cached_property
from operator import attrgetter

from articles.importing.plan import SourceKey
from articles.parsing.facts import ParsedPage, Story

# Parts of a story that its digest leaves out: where it stood, its wide marks, which are among its
# edits, and who is only proposed or doubted, as a second opinion makes no story another one. Where
# an event was and who held it is said of the event; where a break stands and which caption may be
# text, by doubts; and what of its bodies is completed, by the bodies.
NOT_OF_THE_STORY = frozenset(
    (
        *("source", "sources", "position", "place", "hosts", "break_at", "may_be_text"),
        *("wide_marks", "proposed", "doubted", "completed"),
    )
)


@dataclass(frozen=True)
class Identity:
    """What makes a story the same at every import: its source, else edition, page and headline.

    `nth` counts the stories of one headline on one page. `source` is the system that exported it
    and its number there: where it has one, the headline, day and page may change.
    """

    edition_date: date
    page_number: str
    headline: str
    nth: int
    source: SourceKey | None = None

    @cached_property
    def key(self) -> str:
        return _sha256([self.edition_date.isoformat(), self.page_number, self.headline, self.nth])

    @property
    def key_by_source(self) -> str:
        """For one whose key another story of the same headline and page has."""
        return _sha256(self.source)

    @cached_property
    def without_page(self) -> "Identity":
        return replace(self, page_number="")

    def digest(self, digest: str) -> str:
        """That of the story; an exported one is another one too where it has moved."""
        if self.source is None:
            return digest
        return _sha256([digest, self.edition_date.isoformat(), self.page_number])


def identities(
    page: ParsedPage,
    *,
    edition_date: date,
    page_number: str,
    source: SourceKey | None = None,
) -> list[Identity]:
    """Those of its stories, in order. A source is that of the first."""
    seen: Counter[str] = Counter()
    found = []
    for story in page.stories:
        headline = bare(story.printed_headline)
        seen[headline] += 1
        found.append(Identity(edition_date, page_number, headline, seen[headline], source))
        source = None
    return found


def bare(headline: str) -> str:
    """A headline without its white space, which two prints of it seldom share."""
    return "".join(headline.split())


def story_digest(story: Story) -> str:
    """Of all that was understood of a story, wherever in the file it stood."""
    return _sha256(story)


def _sha256(value):
    text = _ENCODER.encode(value)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _plain(value):
    """What JSON holds of a value that it does not know: of printed facts those of the story."""
    return _content_of(type(value))(value)


@cache
def _content_of(kind):
    """A function that takes out of a value of this kind what is of its story; `str` for others."""
    if not is_dataclass(kind):
        return str
    names = [one.name for one in fields(kind) if one.name not in NOT_OF_THE_STORY]
    get = attrgetter(*names)
    return get if len(names) > 1 else lambda value: (get(value),)


# A story holds no part of itself: to look for one takes a quarter of the time.
_ENCODER = json.JSONEncoder(ensure_ascii=False, check_circular=False, default=_plain)
