"""Read a story, stage by stage: each adds what it found to what those before it did."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain, dropwhile, takewhile

from . import datelines, headlines
from .after_names import word_across
from .attendance import speaking_at
from .blocks import Blocks, read_blocks
from .byline_shares import merge_repeated
from .bylines import take_closing_bylines, take_inner_bylines, take_opening_bylines
from .departments import find_departments
from .doubted_names import cut_short, may_be_longer, words_or_names
from .doubts import QUOTE, story_doubts
from .events import read_event
from .facts import (
    Edit,
    Mention,
    Paragraph,
    PrintedByline,
    PrintedDoubt,
    PrintedEvent,
    PrintedHeadline,
    PrintedOfficial,
    PrintedPerson,
    PrintedPhoto,
    Story,
)
from .fluency import Model
from .lexicon.bylines import REPORTING_CAPACITIES
from .listed_lines import as_clause
from .marked_leads import marked_lead, tells_above
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
from .stories import RawStory
from .turns import take_turns
from .whole_lines import heads_column
from .widening import with_wide_marks

# （2004年3月29日区人大常委会第八次会议通过）
OPENERS = ("（", "(")


@dataclass(slots=True)
class StoryReading:
    """The lines of a story, what helps to read them, and what the stages have read so far.

    `rulings` are what somebody decided of doubtful breaks, as `rejoin_blocks` takes them; `model`
    judges where text was lost, `tagger` is asked for names that the rules missed.
    """

    source: Source
    raw: RawStory
    edition_date: date
    rulings: Mapping[int, bool] | None = None
    model: Model | None = None
    tagger: Tagger | None = None

    # What stands round the text, and its lines.
    photos: tuple[PrintedPhoto, ...] = ()
    captions: tuple[Paragraph, ...] = ()
    marker: str = ""
    signed: tuple[PrintedByline, ...] = ()
    is_personal: bool = False
    credits: tuple[str, ...] = ()
    lines: tuple[Line, ...] = ()
    # Where the news begins, if words stand above it.
    lead_start: int = 0
    frame_edits: tuple[Edit, ...] = ()
    frame_doubts: tuple[PrintedDoubt, ...] = ()

    blocks: Blocks | None = None
    body: Rejoined | None = None
    # The paragraphs as the rules read them, the first that is no subhead, and what stands for it
    # in a story of pictures; and all that is told, in captions too.
    texts: Sequence[str] = ()
    lead: str = ""
    opening: str = ""
    told: Sequence[str] = ()

    head: headlines.Reading | None = None
    day: datelines.Reading | None = None

    # Where it names officials: all of them, those that stand, and those that a column may have cut.
    titled: Sequence[Mention] = ()
    mentions: Sequence[Mention] = ()
    cut: Sequence[Mention] = ()
    officials: tuple[PrintedOfficial, ...] = ()

    # Who wrote it, with what was done to their names, and whom it names without office.
    bylines: tuple[PrintedByline, ...] = ()
    byline_edits: tuple[Edit, ...] = ()
    persons: tuple[PrintedPerson, ...] = ()
    proposed: tuple[PrintedOfficial, ...] = ()
    doubted: tuple[PrintedOfficial, ...] = ()

    event: PrintedEvent | None = None

    story: Story | None = None

    @property
    def headline(self) -> PrintedHeadline:
        return self.head.headline


def read_in_turn(readings: Sequence[StoryReading]) -> None:
    """Have every stage read all stories before the next one begins.

    The processor has its code and its patterns at hand then: forty stories take a quarter less than
    one at a time.
    """
    for stage in STAGES:
        for reading in readings:
            stage(reading)


def take_pictures(reading: StoryReading) -> None:
    """Pictures and their captions out of the lines; and notes that send to another page."""
    source = reading.source
    turns = take_turns(source, reading.raw.lines)
    reading.photos, unseen, lines, photo_edits = take_photos(source, turns.lines)
    captions, reading.lines = take_captions(source, lines)
    reading.captions = tuple(sorted((*unseen, *captions), key=lambda one: one.sources[0].start))
    reading.frame_edits = (*turns.edits, *photo_edits)
    reading.frame_doubts = turns.doubts


def take_bylines(reading: StoryReading) -> None:
    """The marker, bylines and credits out of the lines."""
    source = reading.source
    closing = take_closing_bylines(source, reading.lines)
    opening = take_opening_bylines(source, closing.lines)
    place = marked_lead(source, opening.lines)
    above, rest = opening.lines[:place], opening.lines[place:]
    reading.marker, lines, marker_edits = take_marker(source, rest)
    after_marker = take_opening_bylines(source, lines, is_marked=bool(reading.marker))
    if above:
        reading.lead_start = rest[0].start
        reading.frame_doubts += _doubted_above(source, above, rest[0])
        above = (*above, Line(rest[0].start, rest[0].start, is_barrier=True))
    inner = take_inner_bylines(source, (*above, *after_marker.lines))
    taken = (opening, after_marker, inner, closing)
    first = (*opening.bylines, *after_marker.bylines)
    reading.lines = inner.lines
    reading.signed = (*first, *inner.bylines, *closing.bylines)
    reading.is_personal = _is_personal(first, closing.bylines)
    reading.credits = tuple(chain.from_iterable(one.credits for one in taken))
    reading.frame_edits += (*marker_edits, *chain(*(one.edits for one in taken)))


def find_blocks(reading: StoryReading) -> None:
    """Which lines belong together, before anything is joined."""
    reading.blocks = read_blocks(reading.source, reading.lines)


def join_blocks(reading: StoryReading) -> None:
    """Whole paragraphs of blocks that columns cut."""
    reading.body = rejoin_blocks(reading.source, reading.blocks, reading.model, reading.rulings)


def read_texts(reading: StoryReading) -> None:
    """The texts of paragraphs and captions as the rules for names and dates take them."""
    paragraphs = reading.body.paragraphs
    reading.texts = [readable(as_clause(paragraph.text)) for paragraph in paragraphs]
    told = [one for one in paragraphs if one.sources[-1].end > reading.lead_start]
    leads = (one.text for one in told if not (one.is_subhead or heads_column(one.text)))
    reading.lead = readable(next(leads, ""))
    shown = (*map(caption_text, reading.captions), *(photo.caption for photo in reading.photos))
    shown = [*map(readable, shown)]
    reading.opening = reading.lead or (shown[0] if reading.captions else "")
    reading.told = [*reading.texts, *shown]


def read_head(reading: StoryReading) -> None:
    """Kicker, headline and deck, where the body can be asked for what they repeat."""
    reading.head = headlines.read_headline(reading.source, reading.raw, "\n".join(reading.texts))


def read_day(reading: StoryReading) -> None:
    """When the news happened."""
    is_below = reading.lead_start and reading.lead in reading.texts
    heads = [*takewhile(heads_column, reading.texts)]
    number = reading.texts.index(reading.lead) if is_below else len(heads)
    below = reading.texts[number + 1 :] if reading.texts[number:][:1] == [reading.lead] else []
    for tells_none in (datelines.tells_nothing_but_words, datelines.is_few_words):
        if tells_none(reading.lead):
            below = dropwhile(tells_none, below)
    scene = next(filter(datelines.heads_scene, heads), "")
    reading.day = datelines.read_dateline(
        reading.marker,
        f"{scene[1:-1]}。{reading.opening}" if scene else reading.opening,
        second=next(iter(below), ""),
        edition_date=reading.edition_date,
        is_personal=reading.is_personal,
        is_reported=any(map(_reports, reading.signed)),
    )
    deck = reading.headline.deck
    if reading.day.dateline is None and deck.startswith(OPENERS):
        reading.day = datelines.read_dateline("", deck, edition_date=reading.edition_date)


def find_officials(reading: StoryReading) -> None:
    """Officials with their posts, wherever the texts name them."""
    reading.titled = find_mentions(reading.told, reading.headline.deck, _gaps(reading.body))


def read_acts(reading: StoryReading) -> None:
    """Each official once, with what they did; names that may go on are apart."""
    names = cut_short(reading.body.paragraphs, reading.titled)
    names |= may_be_longer(reading.told, reading.titled)
    reading.cut = [one for one in reading.titled if one.name in names]
    reading.mentions = [one for one in reading.titled if one.name not in names]
    reading.officials = read_officials(reading.told, reading.mentions)


def merge_bylines(reading: StoryReading) -> None:
    """Each writer once, whatever they are credited for, and who took the pictures."""
    reading.bylines, reading.byline_edits = merge_repeated(reading.source, reading.signed)
    if taken_by := photographers(reading.source, reading.captions, reading.photos):
        reading.bylines, _ = merge_repeated(reading.source, (*reading.signed, *taken_by))


def find_others(reading: StoryReading) -> None:
    """Whom it names without an office."""
    rosters = find_rosters([paragraph.text for paragraph in reading.body.paragraphs])
    listed = tuple(chain.from_iterable(rosters.values()))
    reading.persons = find_persons(
        reading.told, reading.mentions, _writers(reading), reading.headline.deck, listed
    )


def doubt_names(reading: StoryReading) -> None:
    """Whom a second opinion finds, and who may be a place or a word, 何青镇长, 县长平安."""
    told, mentions = reading.told, reading.mentions
    named = _writers(reading) | {one.name for one in reading.persons}
    if reading.tagger:
        reading.proposed = propose_names(told, mentions, named, reading.tagger)
    found = (
        *reading.cut,
        *names_or_places(told, mentions, named),
        *words_or_names(told, mentions, named),
    )
    names = {one.name for one in reading.proposed}
    doubted = read_officials(told, found)
    reading.doubted = tuple(one for one in doubted if one.name not in names)


def read_occasion(reading: StoryReading) -> None:
    """The event that it reports."""
    # Several captions show one thing each.
    news = reading.lead if len(reading.captions) > 1 else reading.opening
    headline, dateline = reading.headline, reading.day.dateline
    reading.event = read_event(
        (news, headline.headline, headline.kicker, headline.deck),
        reading.officials,
        dateline and (datelines.day_before_sending(dateline, news) or dateline.date),
        reading.texts,
    )


def put_together(reading: StoryReading) -> None:
    """The story, of all that was read."""
    paragraphs, officials = reading.body.paragraphs, reading.officials
    reading.story = Story(
        headline=reading.headline,
        dateline=reading.day.dateline,
        bylines=reading.bylines,
        officials=speaking_at(reading.event.kind, officials) if reading.event else officials,
        departments=find_departments(reading.told, reading.mentions),
        event=reading.event,
        paragraphs=(*paragraphs, *reading.captions),
        photos=reading.photos,
        doubts=_doubts(reading),
        edits=(
            *reading.raw.edits,
            *reading.head.edits,
            *reading.frame_edits,
            *reading.byline_edits,
            *reading.body.edits,
        ),
        credits=reading.credits,
        persons=reading.persons,
        proposed=reading.proposed,
        doubted=reading.doubted,
    )


def widen_marks(reading: StoryReading) -> None:
    """Half-width punctuation between Chinese characters made full-width, each as an edit."""
    reading.story = with_wide_marks(reading.source, reading.story)


STAGES = (
    take_pictures,
    take_bylines,
    find_blocks,
    join_blocks,
    read_texts,
    read_head,
    read_day,
    find_officials,
    read_acts,
    merge_bylines,
    find_others,
    doubt_names,
    read_occasion,
    put_together,
    widen_marks,
)


def _doubts(reading: StoryReading) -> tuple[PrintedDoubt, ...]:
    paragraphs, dateline = reading.body.paragraphs, reading.day.dateline
    of_texts = story_doubts(
        reading.source,
        reading.headline,
        paragraphs or reading.captions,
        date_doubt=reading.day.doubt,
        printed_date=dateline.text if dateline else "",
    )
    return (
        *reading.head.doubts,
        *reading.raw.doubts,
        *reading.frame_doubts,
        *of_texts,
        *reading.body.doubts,
        *doubt_captions(reading.source, reading.captions, reading.raw.lines, len(paragraphs)),
    )


def _writers(reading: StoryReading) -> set[str]:
    """Whoever signed it, and whoever may have an office that a column cut."""
    return {one.name for one in (*reading.bylines, *reading.cut)}


def _gaps(body: Rejoined) -> dict[int, list[int]]:
    """Where words may be missing in each paragraph, by its number: not where a word lies across."""
    gaps = {}
    for number, offsets in body.losses.items():
        text = body.paragraphs[number].text
        places = (len(readable(text[:offset])) for offset in offsets)
        gaps[number] = [place for place in places if not word_across(readable(text), place)]
    return gaps


def _doubted_above(source: Source, above: Sequence[Line], lead: Line) -> tuple[PrintedDoubt, ...]:
    """Whether another story may begin with the marked lead, as a sentence stands above it."""
    if not tells_above(source, above):
        return ()
    quote = source.cut(lead)[:QUOTE]
    place = source.range(lead.start, lead.end)
    return (PrintedDoubt("doubtful_headline", quote, None, place),)


def _is_personal(above: Iterable[PrintedByline], below: Iterable[PrintedByline]) -> bool:
    """Whether its writer does not report, as that of a comment or a tale.

    A name alone below a story may be a correspondent's.
    """
    capacities = [one.capacity for one in (*above, *(one for one in below if one.capacity))]
    return bool(capacities) and not any(one.endswith(REPORTING_CAPACITIES) for one in capacities)


def _reports(byline: PrintedByline) -> bool:
    return byline.capacity.endswith(REPORTING_CAPACITIES)
