"""Give the texts of a story that was read full-width marks, each change on record.

It is the last stage: names, titles, dates and doubts are read from the marks as printed.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from .facts import Edit, Paragraph, SourceRange, Story, WideMarks, Widening
from .punctuation import REASON, widened
from .source import Source

START = attrgetter("source.start")
BY_PLACE = attrgetter("source.start", "source.end")


class _Text(NamedTuple):
    """A text of the story, and the stretches of it that stand in one range of the source each."""

    part: str
    number: int
    text: str
    stretches: tuple[tuple[int, SourceRange], ...]


def with_wide_marks(source: Source, story: Story) -> Story:
    """The story with full-width marks in its headline, paragraphs and captions; edits in order."""
    edits = sorted(story.edits, key=BY_PLACE)
    texts: dict[tuple[str, int], str] = {}
    marks: list[WideMarks] = []
    made: list[Edit] = []
    for one in _texts(story):
        text, changes = widened(one.text)
        if changes:
            texts[one.part, one.number] = text
            marks.append(WideMarks(one.part, one.number, one.text, changes))
            made += _edits(source, one, changes, edits)
    if not marks:
        return replace(story, edits=tuple(edits))
    return replace(
        story,
        headline=replace(
            story.headline,
            **{part: text for (part, _), text in texts.items() if part not in ("body", "caption")},
        ),
        paragraphs=tuple(
            paragraph.with_text(texts["body", number]) if ("body", number) in texts else paragraph
            for number, paragraph in enumerate(story.paragraphs)
        ),
        photos=tuple(
            replace(photo, caption=texts["caption", number])
            if ("caption", number) in texts
            else photo
            for number, photo in enumerate(story.photos)
        ),
        edits=tuple(sorted([*edits, *made], key=BY_PLACE)),
        wide_marks=tuple(marks),
    )


def _texts(story: Story) -> Iterator[_Text]:
    headline, start = story.headline, 0
    for part in () if headline.is_lent else ("kicker", "headline", "deck"):
        text = getattr(headline, part)
        # The range is that of all three, so each begins so far before its own first character.
        yield _Text(part, 0, text, ((-start, headline.source),))
        start += len(text)
    for number, paragraph in enumerate(story.paragraphs):
        yield _Text("body", number, paragraph.text, tuple(_fragments(paragraph)))
    for number, photo in enumerate(story.photos):
        yield _Text("caption", number, photo.caption, ((0, photo.source),))


def _fragments(paragraph: Paragraph) -> Iterator[tuple[int, SourceRange]]:
    offsets = (0, *(join.offset for join in paragraph.joins))
    return zip(offsets, paragraph.sources, strict=True)


def _edits(
    source: Source, one: _Text, changes: Sequence[Widening], edits: Sequence[Edit]
) -> list[Edit]:
    places = _places(one, [change.place for change in changes], edits)
    return [
        source.edit(REASON, at, at + 1, change.replacement)
        for at, change in zip(places, changes, strict=True)
    ]


def _places(one: _Text, places: Sequence[int], edits: Sequence[Edit]) -> Iterator[int]:
    """Where the characters at these places, in order, of the text stand in the source."""
    bounds = [*(start for start, _ in one.stretches), len(one.text)]
    for (start, stretch), (_, end) in zip(one.stretches, pairwise(bounds), strict=True):
        offsets = [place - start for place in places if start <= place < end]
        yield from _source_places(stretch, edits, offsets)


def _source_places(place: SourceRange, edits: Sequence[Edit], offsets: Sequence[int]) -> list[int]:
    """Where the characters at these offsets, in order, of a text from that range stand in it."""
    first = bisect_left(edits, place.start, key=START)
    last = bisect_left(edits, place.end, lo=first, key=START)
    if first == last:
        return [place.start + offset for offset in offsets]
    pieces = _pieces(place, edits[first:last])
    start, size, step = next(pieces)
    before = 0
    found = []
    for offset in offsets:
        while offset >= before + size:
            before += size
            start, size, step = next(pieces)
        found.append(start + step * (offset - before))
    return found


def _pieces(place: SourceRange, edits: Sequence[Edit]) -> Iterator[tuple[int, int, int]]:
    """The text in pieces: where each begins in the source, its length, and by how much a
    character of it goes on there: what an edit put in stands where the edit does."""
    start = place.start
    for edit in edits:
        yield start, edit.source.start - start, 1
        yield edit.source.start, len(edit.replacement), 0
        start = edit.source.end
    yield start, place.end - start, 1
