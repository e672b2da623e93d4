"""Parse a page: run the stages over each story in turn."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from itertools import chain, dropwhile

from .after_names import word_across
from .attendance import speaking_at
from .byline_shares import merge_repeated
from .bylines import take_closing_bylines, take_inner_bylines, take_opening_bylines
from .datelines import read_dateline, tells_nothing_but_words
from .departments import find_departments
from .documents import Document
from .doubted_names import cut_short, words_or_names
from .doubts import story_doubts
from .events import read_event
from .facts import Mention, ParsedPage, PrintedByline, PrintedOfficial, Story
from .fluency import Model
from .headlines import read_headline
from .lexicon.bylines import REPORTING_CAPACITIES
from .listed_lines import as_clause
from .markers import take_marker
from .mentions import find_mentions, readable
from .names_with_titles import names_or_places
from .officials import read_officials
from .paragraphs import Rejoined, rejoin
from .persons import find_persons
from .photos import caption_text, doubt_captions, photographers, take_captions, take_photos
from .rosters import find_rosters
from .second_opinion import Tagger, propose_names
from .source import Source
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
    stories, edits = split_stories(source, document.roles)
    return ParsedPage(
        stories=doubt_unread(
            source,
            [parse_story(source, story, edition_date, model, tagger, rulings) for story in stories],
            document.unread,
        ),
        edits=edits,
    )


def parse_story(
    source: Source,
    raw: RawStory,
    edition_date: date,
    model: Model | None = None,
    tagger: Tagger | None = None,
    rulings: Mapping[int, bool] | None = None,
) -> Story:
    """What the lines of one story printed."""
    turns = take_turns(source, raw.lines)
    photos, unseen, lines, photo_edits = take_photos(source, turns.lines)
    captions, lines = take_captions(source, lines)
    captions = tuple(sorted((*unseen, *captions), key=lambda one: one.sources[0].start))
    closing = take_closing_bylines(source, lines)
    opening = take_opening_bylines(source, closing.lines)
    marker, lines, marker_edits = take_marker(source, opening.lines)
    after_marker = take_opening_bylines(source, lines, is_marked=bool(marker))
    inner = take_inner_bylines(source, after_marker.lines)
    taken = (opening, after_marker, inner, closing)
    printed = [*chain.from_iterable(one.bylines for one in taken)]
    bylines, repeated = merge_repeated(source, printed)
    body = rejoin(source, inner.lines, model, rulings)
    if taken_by := photographers(source, captions, photos):
        bylines, _ = merge_repeated(source, (*printed, *taken_by))

    texts = [readable(as_clause(paragraph.text)) for paragraph in body.paragraphs]
    lead = next((readable(one.text) for one in body.paragraphs if not one.is_subhead), "")
    headline, headline_edits, headline_doubts = read_headline(source, raw, "\n".join(texts))
    below = texts[1:] if texts and lead == texts[0] else []
    if tells_nothing_but_words(lead):
        below = dropwhile(tells_nothing_but_words, below)
    second = next(iter(below), "")
    is_personal = _is_personal((*opening.bylines, *after_marker.bylines), closing.bylines)
    opening_words = lead or next((readable(caption_text(one)) for one in captions), "")
    dateline, date_doubt = read_dateline(
        marker,
        opening_words,
        second=second,
        edition_date=edition_date,
        is_personal=is_personal,
        is_reported=any(map(_reports, printed)),
    )
    if dateline is None and headline.deck.startswith(OPENERS):
        dateline, date_doubt = read_dateline("", headline.deck, edition_date=edition_date)
    shown = (*map(caption_text, captions), *(photo.caption for photo in photos))
    told = [*texts, *map(readable, shown)]
    found = find_mentions(told, headline.deck, _gaps(body))
    cut = cut_short(body.paragraphs, found)
    mentions = [one for one in found if one.name not in cut]
    officials = read_officials(told, mentions)
    writers = {one.name for one in bylines} | cut
    rosters = find_rosters([paragraph.text for paragraph in body.paragraphs])
    listed = tuple(chain.from_iterable(rosters.values()))
    persons = find_persons(told, mentions, writers, headline.deck, listed)
    named = writers | {one.name for one in persons}
    asked = propose_names(told, mentions, named, tagger) if tagger else ()
    doubts = story_doubts(
        source,
        headline,
        body.paragraphs or captions,
        date_doubt=date_doubt,
        printed_date=dateline.text if dateline else "",
    )
    edits = chain(
        raw.edits,
        turns.edits,
        headline_edits,
        photo_edits,
        marker_edits,
        *(one.edits for one in taken),
        repeated,
        body.edits,
    )
    # Several captions show one thing each.
    news = lead if lead or len(captions) > 1 else opening_words
    event = read_event(
        (news, headline.headline, headline.kicker, headline.deck),
        officials,
        dateline and dateline.date,
        texts,
    )
    story = Story(
        headline=headline,
        dateline=dateline,
        bylines=bylines,
        officials=speaking_at(event.kind, officials) if event else officials,
        departments=find_departments(told, mentions),
        event=event,
        paragraphs=(*body.paragraphs, *captions),
        photos=photos,
        doubts=(
            *headline_doubts,
            *raw.doubts,
            *turns.doubts,
            *doubts,
            *body.doubts,
            *doubt_captions(source, captions, raw.lines, len(body.paragraphs)),
        ),
        edits=tuple(edits),
        credits=tuple(chain.from_iterable(one.credits for one in taken)),
        persons=persons,
        proposed=asked,
        doubted=tuple(
            one
            for one in _doubted(told, mentions, named, [one for one in found if one.name in cut])
            if one.name not in {official.name for official in asked}
        ),
    )
    return with_wide_marks(source, story)


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
