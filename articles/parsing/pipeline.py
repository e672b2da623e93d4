"""Parse pages: divide them into stories, and run each stage over all of these in turn."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from .documents import Document, UnreadableSource
from .facts import Edit, ParsedPage
from .fluency import Model
from .second_opinion import Tagger
from .source import Source
from .stages import StoryReading, read_in_turn
from .stories import split_stories
from .unread import doubt_unread


def parse_page(text: str, *, edition_date: date) -> ParsedPage:
    """What a page of plain text printed. Raises UnreadableSource when it holds no story."""
    return parse_document(Document(text), edition_date=edition_date)


class Sheet(NamedTuple):
    """A page to parse: its text, the day of its paper, and what somebody decided of its breaks.

    `rulings` are of doubtful breaks, as `rejoin_blocks` takes them.
    """

    document: Document
    edition_date: date
    rulings: Mapping[int, bool] | None = None


def parse_document(
    document: Document,
    *,
    edition_date: date,
    model: Model | None = None,
    tagger: Tagger | None = None,
    rulings: Mapping[int, bool] | None = None,
) -> ParsedPage:
    """What a page printed, as `parse_sheets` reads it. Raises UnreadableSource for no story."""
    (page,) = parse_sheets([Sheet(document, edition_date, rulings)], model, tagger)
    if isinstance(page, UnreadableSource):
        raise page
    return page


def parse_sheets(
    sheets: Sequence[Sheet], model: Model | None = None, tagger: Tagger | None = None
) -> list[ParsedPage | UnreadableSource]:
    """What each page printed, or why it holds no story.

    `model` judges where text was lost; the shipped one where none is given. `tagger` is asked for
    names that the rules missed.
    """
    divided = [_divided(sheet, model, tagger) for sheet in sheets]
    read_in_turn([reading for one in divided for reading in one.readings])
    return [_page(sheet.document, one) for sheet, one in zip(sheets, divided, strict=True)]


class _Divided(NamedTuple):
    """The stories of a page, and what is of none of them; or why it has none."""

    source: Source
    readings: Sequence[StoryReading] = ()
    edits: tuple[Edit, ...] = ()
    fault: UnreadableSource | None = None


def _divided(sheet: Sheet, model: Model | None, tagger: Tagger | None) -> _Divided:
    source = Source(sheet.document.text)
    if sheet.document.told:
        return _Divided(source)
    try:
        raws, edits = split_stories(source, sheet.document.roles)
    except UnreadableSource as fault:
        return _Divided(source, fault=fault)
    readings = [
        StoryReading(source, raw, sheet.edition_date, sheet.rulings, model, tagger) for raw in raws
    ]
    return _Divided(source, readings, edits)


def _page(document: Document, divided: _Divided) -> ParsedPage | UnreadableSource:
    if divided.fault:
        return divided.fault
    told = [document.told] if document.told else [one.story for one in divided.readings]
    return ParsedPage(doubt_unread(divided.source, told, document.unread), divided.edits)
