"""Lines with bytes that could not be read: each is doubted, also where no field shows the loss."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from .doubts import REPLACEMENT_CHARACTER, round_lost_character
from .facts import PrintedDoubt, SourceRange, Story
from .source import Source


def doubt_unread(
    source: Source, stories: Sequence[Story], unread: Sequence[int]
) -> tuple[Story, ...]:
    """The stories, with a doubt for each unread line whose loss is in no text of theirs.

    A line above the first story, or between two, counts to the story above it, else the first.
    """
    if not unread:
        return tuple(stories)
    starts = [story.headline.source.first_line for story in stories]
    shares: list[list[int]] = [[] for _ in stories]
    for number in unread:
        above = sum(start <= number for start in starts)
        shares[max(0, above - 1)].append(number)
    return tuple(
        replace(story, doubts=(*story.doubts, *_doubts(source, story, lines)))
        for story, lines in zip(stories, shares, strict=True)
    )


def _doubts(source: Source, story: Story, lines: Sequence[int]) -> Iterator[PrintedDoubt]:
    shown = list(_shown(source, story))
    for number in lines:
        if any(place.first_line <= number <= place.last_line for place in shown):
            continue
        place = source.range_of_line(number)
        text = source.text[place.start : place.end]
        quote = round_lost_character(text) or text.strip()[:40]
        yield PrintedDoubt("replacement_character", quote, None, place)


def _shown(source: Source, story: Story) -> Iterator[SourceRange]:
    """The places whose text shows a lost character, each of which is doubted already."""
    places = [story.headline.source]
    places += (place for paragraph in story.paragraphs for place in paragraph.sources)
    for place in places:
        if REPLACEMENT_CHARACTER in source.text[place.start : place.end]:
            yield place
