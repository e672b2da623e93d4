"""Parse pages: divide them into stories, and run each stage over all of these in turn."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain, islice
from typing import NamedTuple

from .documents import Document, UnreadableSource
from .facts import Edit, ParsedPage, Story
from .fluency import Model
from .second_opinion import Tagger
from .source import Source
from .stages import STAGES, Reading
from .stories import RawStory, split_stories
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
    divided = [_divided(sheet) for sheet in sheets]
    clippings = chain.from_iterable(one.clippings for one in divided)
    stories = iter(parse_stories(clippings, model, tagger))
    return [_page(sheet.document, one, stories) for sheet, one in zip(sheets, divided, strict=True)]


class Clipping(NamedTuple):
    """The lines of one story, in the text of its page, with what is known of the page."""

    source: Source
    raw: RawStory
    edition_date: date
    rulings: Mapping[int, bool] | None


def parse_stories(
    clippings: Iterable[Clipping], model: Model | None = None, tagger: Tagger | None = None
) -> list[Story]:
    """What the lines of each story printed.

    Every stage reads all of them before the next one begins: the processor has its code and its
    patterns at hand then. Forty stories take a quarter less than one at a time.
    """
    readings = [Reading(*clipping, model, tagger) for clipping in clippings]
    for stage in STAGES:
        for reading in readings:
            stage(reading)
    return [reading.story for reading in readings]


class _Divided(NamedTuple):
    """The stories of a page, and what is of none of them; or why it has none."""

    source: Source
    clippings: Sequence[Clipping] = ()
    edits: tuple[Edit, ...] = ()
    fault: UnreadableSource | None = None


def _divided(sheet: Sheet) -> _Divided:
    source = Source(sheet.document.text)
    if sheet.document.told:
        return _Divided(source)
    try:
        raws, edits = split_stories(source, sheet.document.roles)
    except UnreadableSource as fault:
        return _Divided(source, fault=fault)
    clippings = [Clipping(source, raw, sheet.edition_date, sheet.rulings) for raw in raws]
    return _Divided(source, clippings, edits)


def _page(
    document: Document, divided: _Divided, stories: Iterator[Story]
) -> ParsedPage | UnreadableSource:
    """The page, with as many of the next stories as it has."""
    if divided.fault:
        return divided.fault
    own = [document.told] if document.told else [*islice(stories, len(divided.clippings))]
    return ParsedPage(doubt_unread(divided.source, own, document.unread), divided.edits)
