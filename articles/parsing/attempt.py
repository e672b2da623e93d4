"""Parse a page where a failure must not stop the work: also in a process of its own."""

from dataclasses import dataclass
from datetime import date

from .documents import Document, UnreadableSource
from .facts import ParsedPage
from .pipeline import parse_document


@dataclass(frozen=True, slots=True)
class Unparsed:
    """Why there is no parsed page: a reason of `documents.UNREADABLE`, or none for a fault."""

    reason: str
    detail: str


def attempt(document: Document, edition_date: date) -> ParsedPage | Unparsed:
    try:
        return parse_document(document, edition_date=edition_date)
    except UnreadableSource as error:
        return Unparsed(error.reason, error.detail)
    except Exception as error:  # A fault of the parser must not stop ten thousand other pages.
        return Unparsed("", f"{type(error).__name__}: {error}")
