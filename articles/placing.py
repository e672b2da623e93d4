"""Where the pictures of a story stand in its text: behind how many parts of the body.

Plain Python. Parts are those of `body.sections`: paragraphs, subheads, lists, tables, quotations.
0 is before all of them. None is where nobody said: the first picture of a story stands before its
text then, any other behind it.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from articles.body import plain_text, sections
from articles.comparison import BREAK, new_places


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some parts of a body, and the pictures that follow them."""

    html: str
    pictures: list


@dataclass(frozen=True, slots=True)
class Laid:
    """A body with its pictures: those before it, its stretches (one at least), those behind it."""

    before: list
    stretches: list[Stretch]
    behind: list


def laid_out(
    html: str,
    pictures: Sequence,
    place_of: Callable[[Any], int | None] = attrgetter("placed_after"),
) -> Laid:
    """The pictures, which are in the story's order, among the parts of a canonical body.

    A place behind more parts than there are is behind the last.
    """
    places = [place_of(picture) for picture in pictures]
    parts = sections(html) if any(places) else [html]
    before, behind, within = [], [], defaultdict(list)
    for number, (picture, place) in enumerate(zip(pictures, places, strict=True)):
        if place is None and number:
            behind.append(picture)
        elif not place or not parts:
            before.append(picture)
        else:
            within[min(place, len(parts))].append(picture)
    ends = sorted({*within, len(parts)})
    return Laid(
        before,
        [
            Stretch("".join(parts[start:end]), within[end])
            for start, end in zip([0, *ends], ends, strict=False)
        ],
        behind,
    )


def moved(place: int | None, before: str, after: str) -> int | None:
    """Where a picture of that place stands once the body was changed from `before` to `after`.

    It stays behind its part, wherever that went and however its words were corrected; where the
    part is gone, behind what stood before it.
    """
    if not place or before == after:
        return place
    old, new = part_texts(before), part_texts(after)
    own = min(place, len(old)) - 1
    if own < 0:
        return 0
    if old.count(old[own]) == new.count(old[own]) == 1:
        return new.index(old[own]) + 1
    return new_places(old, new)[own].stop


def part_texts(html: str) -> list[str]:
    """The plain text of each part of a canonical body, in one line."""
    return [plain_text(part).replace(BREAK, " ") for part in sections(html)]
