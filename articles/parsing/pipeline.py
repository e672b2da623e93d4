"""Parse a page: run each stage over all of its stories in turn."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from itertools import chain, dropwhile
from typing import NamedTuple

from . import datelines, headlines
from .after_names import word_across
from .attendance import speaking_at
from .blocks import read_blocks
from .byline_shares import merge_repeated
from .bylines import take_closing_bylines, take_inner_bylines, take_opening_bylines
from .datelines import read_dateline, tells_nothing_but_words
from .departments import find_departments
from .documents import Document
from .doubted_names import cut_short, words_or_names
from .doubts import story_doubts
from .events import read_event
from .facts import (
    Edit,
    Mention,
    Paragraph,
    ParsedPage,
    PrintedByline,
    PrintedDoubt,
    PrintedEvent,
    PrintedOfficial,
    PrintedPerson,
    PrintedPhoto,
    Story,
)
from .fluency import Model
from .headlines import read_headline
from .lexicon.bylines import REPORTING_CAPACITIES
from .listed_lines import as_clause
from .markers import take_marker
from .mentions import find_mentions, readable
from .names_with_titles import names_or_places
from .officials import read_officials
from .paragraphs import Rejoined, rejoin_blocks
from .persons import find_persons
from .photos import caption_text, doubt_captions, photographers, take_captions, take_photos
from .rosters import find_rosters
from .second_opinion import Tagger, propose_names
from .source import Line, Source
from .stories import RawStory, split_stories
from .turns import take_turns
from .unread import doubt_unread
from .widening import with_wide_marks

# （2004年3月29日区人大常委会第八次会议通过）
OPENERS = ("（", "(")


def parse_page(text: str, *, edition_date: date) -> ParsedPage:
    """What a page of plain text printed. Raises UnreadableSource when it holds no story."""
    return parse_document(Document(text), edition_date=edition_date)


def parse_document(
    document: Document,
    *,
    edition_date: date,
    model: Model | None = None,
    tagger: Tagger | None = None,
    rulings: Mapping[int, bool] | None = None,
) -> ParsedPage:
    """What a page printed. Raises UnreadableSource when it holds no story.

    `model` judges where text was lost; the shipped one where none is given. `tagger` is asked for
    names that the rules missed. `rulings` are what somebody decided of doubtful breaks, as
    `rejoin` takes them.
    """
    source = Source(document.text)
    if document.told:
        return ParsedPage(doubt_unread(source, [document.told], document.unread), ())
    raws, edits = split_stories(source, document.roles)
    stories = parse_stories(source, raws, edition_date, model, tagger, rulings)
    return ParsedPage(doubt_unread(source, stories, document.unread), edits)


def parse_stories(
    source: Source,
    raws: Sequence[RawStory],
    edition_date: date,
    model: Model | None = None,
    tagger: Tagger | None = None,
    rulings: Mapping[int, bool] | None = None,
) -> list[Story]:
    """What the lines of each story printed.

    Every stage reads all of them before the next one begins: the processor has its code and its
    patterns at hand then, and a page of five stories takes an eighth less.
    """
    frames = [_take_frame(source, raw) for raw in raws]
    blocks = [read_blocks(source, frame.lines) for frame in frames]
    bodies = [rejoin_blocks(source, one, model, rulings) for one in blocks]
    texts = [_read_texts(frame, body) for frame, body in zip(frames, bodies, strict=True)]
    heads = [
        read_headline(source, raw, "\n".join(one.paragraphs))
        for raw, one in zip(raws, texts, strict=True)
    ]
    days = [
        _read_dateline(frame, one, head.headline.deck, edition_date)
        for frame, one, head in zip(frames, texts, heads, strict=True)
    ]
    found = [
        find_mentions(one.told, head.headline.deck, _gaps(body))
        for one, head, body in zip(texts, heads, bodies, strict=True)
    ]
    officials = [
        _read_officials(body, one.told, mentions)
        for body, one, mentions in zip(bodies, texts, found, strict=True)
    ]
    people = [
        _read_people(source, *one, tagger)
        for one in zip(frames, bodies, texts, heads, officials, strict=True)
    ]
    events = [_read_event(*one) for one in zip(frames, texts, heads, days, officials, strict=True)]
    stories = [
        _story(source, *one)
        for one in zip(
            raws, frames, bodies, texts, heads, days, officials, people, events, strict=True
        )
    ]
    return [with_wide_marks(source, story) for story in stories]


class _Frame(NamedTuple):
    """What stands round the text of a story, and the lines of the text."""

    photos: tuple[PrintedPhoto, ...]
    captions: tuple[Paragraph, ...]
    marker: str
    bylines: tuple[PrintedByline, ...]
    is_personal: bool
    credits: tuple[str, ...]
    lines: tuple[Line, ...]
    edits: tuple[Edit, ...]
    doubts: tuple[PrintedDoubt, ...]


class _Texts(NamedTuple):
    """The paragraphs of a story as the rules read them, the first that is no subhead, and what
    stands for it in a story of pictures; and all that is told, in captions too."""

    paragraphs: list[str]
    lead: str
    opening: str
    told: list[str]


class _Officials(NamedTuple):
    """Those of a story, where it names them, and mentions that a column may have cut."""

    officials: tuple[PrintedOfficial, ...]
    mentions: list[Mention]
    cut: list[Mention]


class _People(NamedTuple):
    """Who wrote a story, with what was done to their names, and whom it names without office."""

    bylines: tuple[PrintedByline, ...]
    edits: tuple[Edit, ...]
    persons: tuple[PrintedPerson, ...]
    proposed: tuple[PrintedOfficial, ...]
    doubted: tuple[PrintedOfficial, ...]


def _take_frame(source: Source, raw: RawStory) -> _Frame:
    turns = take_turns(source, raw.lines)
    photos, unseen, lines, photo_edits = take_photos(source, turns.lines)
    captions, lines = take_captions(source, lines)
    closing = take_closing_bylines(source, lines)
    opening = take_opening_bylines(source, closing.lines)
    marker, lines, marker_edits = take_marker(source, opening.lines)
    after_marker = take_opening_bylines(source, lines, is_marked=bool(marker))
    inner = take_inner_bylines(source, after_marker.lines)
    taken = (opening, after_marker, inner, closing)
    above = (*opening.bylines, *after_marker.bylines)
    return _Frame(
        photos=photos,
        captions=tuple(sorted((*unseen, *captions), key=lambda one: one.sources[0].start)),
        marker=marker,
        bylines=(*above, *inner.bylines, *closing.bylines),
        is_personal=_is_personal(above, closing.bylines),
        credits=tuple(chain.from_iterable(one.credits for one in taken)),
        lines=inner.lines,
        edits=(*turns.edits, *photo_edits, *marker_edits, *chain(*(one.edits for one in taken))),
        doubts=turns.doubts,
    )


def _read_texts(frame: _Frame, body: Rejoined) -> _Texts:
    paragraphs = [readable(as_clause(paragraph.text)) for paragraph in body.paragraphs]
    lead = next((readable(one.text) for one in body.paragraphs if not one.is_subhead), "")
    shown = (*map(caption_text, frame.captions), *(photo.caption for photo in frame.photos))
    shown = [*map(readable, shown)]
    opening = lead or (shown[0] if frame.captions else "")
    return _Texts(paragraphs, lead, opening, [*paragraphs, *shown])


def _read_dateline(
    frame: _Frame, texts: _Texts, deck: str, edition_date: date
) -> datelines.Reading:
    below = texts.paragraphs[1:] if texts.paragraphs[:1] == [texts.lead] else []
    if tells_nothing_but_words(texts.lead):
        below = dropwhile(tells_nothing_but_words, below)
    found = read_dateline(
        frame.marker,
        texts.opening,
        second=next(iter(below), ""),
        edition_date=edition_date,
        is_personal=frame.is_personal,
        is_reported=any(map(_reports, frame.bylines)),
    )
    if found.dateline is None and deck.startswith(OPENERS):
        return read_dateline("", deck, edition_date=edition_date)
    return found


def _read_officials(body: Rejoined, told: Sequence[str], found: Sequence[Mention]) -> _Officials:
    names = cut_short(body.paragraphs, found)
    mentions = [one for one in found if one.name not in names]
    cut = [one for one in found if one.name in names]
    return _Officials(read_officials(told, mentions), mentions, cut)


def _read_people(
    source: Source,
    frame: _Frame,
    body: Rejoined,
    texts: _Texts,
    head: headlines.Reading,
    officials: _Officials,
    tagger: Tagger | None,
) -> _People:
    bylines, edits = merge_repeated(source, frame.bylines)
    if taken_by := photographers(source, frame.captions, frame.photos):
        bylines, _ = merge_repeated(source, (*frame.bylines, *taken_by))
    told, mentions, cut = texts.told, officials.mentions, officials.cut
    rosters = find_rosters([paragraph.text for paragraph in body.paragraphs])
    listed = tuple(chain.from_iterable(rosters.values()))
    writers = {one.name for one in (*bylines, *cut)}
    persons = find_persons(told, mentions, writers, head.headline.deck, listed)
    named = writers | {one.name for one in persons}
    proposed = propose_names(told, mentions, named, tagger) if tagger else ()
    names = {one.name for one in proposed}
    doubted = _doubted(told, mentions, named, cut)
    doubted = tuple(one for one in doubted if one.name not in names)
    return _People(bylines, edits, persons, proposed, doubted)


def _read_event(
    frame: _Frame,
    texts: _Texts,
    head: headlines.Reading,
    day: datelines.Reading,
    officials: _Officials,
) -> PrintedEvent | None:
    # Several captions show one thing each.
    news = texts.lead if len(frame.captions) > 1 else texts.opening
    headline = head.headline
    return read_event(
        (news, headline.headline, headline.kicker, headline.deck),
        officials.officials,
        day.dateline and day.dateline.date,
        texts.paragraphs,
    )


def _story(
    source: Source,
    raw: RawStory,
    frame: _Frame,
    body: Rejoined,
    texts: _Texts,
    head: headlines.Reading,
    day: datelines.Reading,
    officials: _Officials,
    people: _People,
    event: PrintedEvent | None,
) -> Story:
    paragraphs, captions = body.paragraphs, frame.captions
    doubts = story_doubts(
        source,
        head.headline,
        paragraphs or captions,
        date_doubt=day.doubt,
        printed_date=day.dateline.text if day.dateline else "",
    )
    return Story(
        headline=head.headline,
        dateline=day.dateline,
        bylines=people.bylines,
        officials=speaking_at(event.kind, officials.officials) if event else officials.officials,
        departments=find_departments(texts.told, officials.mentions),
        event=event,
        paragraphs=(*paragraphs, *captions),
        photos=frame.photos,
        doubts=(
            *head.doubts,
            *raw.doubts,
            *frame.doubts,
            *doubts,
            *body.doubts,
            *doubt_captions(source, captions, raw.lines, len(paragraphs)),
        ),
        edits=(*raw.edits, *head.edits, *frame.edits, *people.edits, *body.edits),
        credits=frame.credits,
        persons=people.persons,
        proposed=people.proposed,
        doubted=people.doubted,
    )


def _doubted(
    texts: Sequence[str],
    mentions: Sequence[Mention],
    known: Collection[str],
    cut: Sequence[Mention],
) -> tuple[PrintedOfficial, ...]:
    """Whoever may be a place or a word as well, 何青镇长, 县长平安, or called otherwise."""
    found = (
        *cut,
        *names_or_places(texts, mentions, known),
        *words_or_names(texts, mentions, known),
    )
    return read_officials(texts, found)


def _gaps(body: Rejoined) -> dict[int, list[int]]:
    """Where words may be missing in each paragraph, by its number: not where a word lies across."""
    gaps = {}
    for number, offsets in body.losses.items():
        text = body.paragraphs[number].text
        places = (len(readable(text[:offset])) for offset in offsets)
        gaps[number] = [place for place in places if not word_across(readable(text), place)]
    return gaps


def _is_personal(above: Iterable[PrintedByline], below: Iterable[PrintedByline]) -> bool:
    """Whether its writer does not report, as that of a comment or a tale.

    A name alone below a story may be a correspondent's.
    """
    capacities = [one.capacity for one in (*above, *(one for one in below if one.capacity))]
    return bool(capacities) and not any(one.endswith(REPORTING_CAPACITIES) for one in capacities)


def _reports(byline: PrintedByline) -> bool:
    return byline.capacity.endswith(REPORTING_CAPACITIES)
