"""Parse a page where a failure must not stop the work: also in a process of its own."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from articles.importing.reconcile import story_digest
from articles.parsing.documents import Document, UnreadableSource
from articles.parsing.facts import ParsedPage
from articles.parsing.fluency import model_at
from articles.parsing.pipeline import parse_document


@dataclass(frozen=True, slots=True)
class Unparsed:
    """Why there is no parsed page: a reason of `documents.UNREADABLE`, or none for a fault."""

    reason: str
    detail: str


def attempt(
    document: Document, edition_date: date, model: Path | None = None
) -> tuple[ParsedPage, list[str]] | Unparsed:
    """The parsed page and the digests of its stories. `model` is where a newsroom's own lies."""
    try:
        page = parse_document(document, edition_date=edition_date, model=model and model_at(model))
        return page, [story_digest(story) for story in page.stories]
    except UnreadableSource as error:
        return Unparsed(error.reason, error.detail)
    except Exception as error:  # A fault of the parser must not stop ten thousand other pages.
        return Unparsed("", f"{type(error).__name__}: {error}")
