"""A page that was planned: what the modules that write it share."""

from dataclasses import dataclass

from articles.importing.pages import PageSource
from articles.importing.plan import Plan


@dataclass(frozen=True, slots=True)
class PlannedPage:
    """A page, what is to be done with its stories, and the pictures of their photos."""

    source: PageSource
    plan: Plan
    pictures: dict

    def pages_of(self, whole):
        """The pages of a story by part."""
        return whole.pages if whole else (self.source,)

    def pictures_of(self, whole):
        return whole.pictures if whole else self.pictures


def keys_of(pages, documents):
    """The keys of the documents of a story by part; `documents` are by the digests of pages."""
    return [documents[page.digest].pk for page in pages]
