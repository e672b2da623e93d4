"""Read a story that goes on on another page as one: its two parts as if they had stood in a row.

So a paragraph that the pages cut is joined by the rules for columns, and names, dates and bylines
are read across both.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from .documents import Document
from .facts import PrintedDoubt, SourceRange, Story
from .fluency import Model
from .punctuation import folded
from .second_opinion import Tagger
from .source import Line, Source
from .stages import StoryReading, read_in_turn
from .stories import RawStory, split_stories
from .unread import doubt_unread
from .wording import gettext_noop

GAP = "\n\n"

HEAD_OF_REST = gettext_noop("headline of the rest on another page")


class Part(NamedTuple):
    """A story of a document, by its number among the stories there, from 0."""

    document: Document
    number: int


def parse_continued(
    first: Part,
    rest: Part,
    *,
    edition_date: date,
    model: Model | None = None,
    tagger: Tagger | None = None,
    rulings: Sequence[Mapping[int, bool]] = ({}, {}),
) -> Story:
    """The whole story, whose every `SourceRange` says by `part` in which document it stands.

    The notes that send the reader from one page to the other are edits, and in doubt no longer; so
    is the headline of the rest an edit. `rulings` are those of both documents, as `rejoin` takes
    them.
    """
    source = Source(first.document.text + GAP + rest.document.text)
    offset = len(first.document.text) + len(GAP)
    decided = {**rulings[0], **{place + offset: is_one for place, is_one in rulings[1].items()}}
    raw = _in_a_row(source, _raw(first), _raw(rest), offset)
    reading = StoryReading(source, raw, edition_date, decided, model, tagger)
    read_in_turn([reading])
    (story,) = doubt_unread(source, [reading.story], _unread(source, raw, first, rest, offset))
    doubts = (_on_one_page(story, one, offset) for one in story.doubts if not is_of_note(one))
    end = len(first.document.text)
    return _placed(replace(story, doubts=tuple(doubts)), _Places(source, end, offset))


def is_of_note(doubt: PrintedDoubt) -> bool:
    """Whether a note to another page is in doubt: about one that breaks off is known where."""
    return doubt.kind == "unfinished" and doubt.paragraph is None


def _raw(part: Part) -> RawStory:
    stories, _edits = split_stories(Source(part.document.text), part.document.roles)
    return stories[part.number]


def _in_a_row(source: Source, first: RawStory, rest: RawStory, offset: int) -> RawStory:
    heads = [
        source.edit(HEAD_OF_REST, one.start + offset, one.end + offset) for one in rest.headings
    ]
    edits = [
        source.edit(one.reason, one.source.start + offset, one.source.end + offset)
        for one in rest.edits
    ]
    gap = Line(offset - 1, offset - 1)
    lines = [replace(line, start=line.start + offset, end=line.end + offset) for line in rest.lines]
    return RawStory(
        first.headings, (*first.lines, gap, *lines), (*first.edits, *edits, *heads), first.doubts
    )


def _unread(source: Source, raw: RawStory, first: Part, rest: Part, offset: int) -> list[int]:
    """The unread lines of both parts of the story, as the source counts them."""
    before = source.range(offset, offset).first_line - 1
    numbers = [*first.document.unread, *(number + before for number in rest.document.unread)]
    lines = {source.range(line.start, line.end).first_line for line in (*raw.headings, *raw.lines)}
    return [number for number in numbers if number in lines]


def _on_one_page(story: Story, doubt: PrintedDoubt, offset: int) -> PrintedDoubt:
    """A doubt about a whole paragraph of both pages, where what it quotes ends."""
    is_on_both = doubt.source.start < offset < doubt.source.end
    if doubt.break_at is not None or doubt.paragraph is None or not is_on_both:
        return doubt
    paragraph = story.paragraphs[doubt.paragraph]
    start = folded(paragraph.text).find(folded(doubt.quote))
    end = start + len(doubt.quote) if start >= 0 else 0
    fragment = sum(join.offset < end for join in paragraph.joins)
    return replace(doubt, source=paragraph.sources[fragment])


class _Places:
    """Where what was read in the row of both texts stands in its own."""

    def __init__(self, source: Source, end: int, offset: int) -> None:
        self.end, self.offset = end, offset
        self.lines = source.range(offset, offset).first_line - 1

    def __call__(self, place: SourceRange) -> SourceRange:
        if place.start >= self.offset:
            return SourceRange(
                place.first_line - self.lines,
                place.last_line - self.lines,
                place.start - self.offset,
                place.end - self.offset,
                part=1,
            )
        if place.end <= self.end:
            return place
        # A break between the two pages is shown where the first part ends.
        end = min(self.end, place.start + 2)
        return replace(place, last_line=min(place.last_line, place.first_line), end=end)


def _placed(story: Story, place: _Places) -> Story:
    def each(facts):
        return tuple(replace(one, source=place(one.source)) for one in facts)

    return replace(
        story,
        bylines=each(story.bylines),
        photos=each(story.photos),
        doubts=each(story.doubts),
        edits=each(story.edits),
        paragraphs=tuple(
            replace(one, sources=tuple(map(place, one.sources))) for one in story.paragraphs
        ),
    )
