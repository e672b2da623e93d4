"""Captions of the pictures on a page, which stand below them or beside them in smaller type.

They are taken off before the page is cut into columns: none of its columns has their lines.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from operator import attrgetter
from typing import NamedTuple

from articles.parsing.byline_lines import is_byline
from articles.parsing.layout import LONGEST_CAPTION
from articles.parsing.source import Line, Source, glue

from .captions import reads_as_caption
from .glyphs import Character, edges_of, rows_of, text_of, usual_size
from .layout import PrintedLine
from .regions import Region
from .turning import Box

# Of the body's type size: the least sides of a picture.
LEAST_SIDE = 4
# Of the type size: how far from the picture its caption stands, and a line of it from the next.
NEAR, LEADING = 2.5, 1.2
# Of the type size: how far a caption may stick out, and what parts it from print beside it.
OUT, APART = 1, 1
MOST_LINES = 8


class Caption(NamedTuple):
    """A caption, its lines as one, and the picture that it belongs to."""

    text: str
    picture: Box


class PlacedCaption(NamedTuple):
    """A caption, and the line of print that it comes after; it may not be of that line's story."""

    text: str
    after: PrintedLine
    is_sure: bool


# Whether its lines are a head, and the lines.
Group = tuple[bool, list[PrintedLine]]


def cut_captions(
    characters: Sequence[Character], pictures: Iterable[Box], body_size: float
) -> tuple[list[Caption], list[Character]]:
    """The captions, and the characters of all else; of a page with nothing else all of them."""
    captions: list[Caption] = []
    left = sorted(characters, key=attrgetter("top"))
    for picture in _whole(pictures):
        if min(picture.right - picture.left, picture.bottom - picture.top) < LEAST_SIDE * body_size:
            continue
        around = _around(left, picture, body_size)
        rows = _below(around, picture, body_size) or _beside(around, picture, body_size)
        if rows:
            captions.append(Caption(_text(rows), picture))
            cut = {id(one) for row in rows for one in row}
            left = [one for one in left if id(one) not in cut]
    return (captions, left) if left else ([], list(characters))


def _around(characters: Sequence[Character], picture: Box, body_size: float) -> Sequence[Character]:
    """Those of the characters, sorted by their tops, that stand at its level or closely below."""
    first = bisect_left(characters, picture.top - OUT * body_size, key=attrgetter("top"))
    reach = picture.bottom + (NEAR + MOST_LINES * (1 + LEADING) + 2) * body_size
    return characters[first : bisect_left(characters, reach, key=attrgetter("top"))]


def _whole(pictures: Iterable[Box]) -> list[Box]:
    """The pictures, as one those strips that a program cut a picture into."""
    whole: list[Box] = []
    for strip in sorted(pictures, key=lambda one: (round(one.left), round(one.right), one.top)):
        above = whole[-1] if whole else strip
        is_of_one = abs(strip.left - above.left) + abs(strip.right - above.right) < 1
        if whole and is_of_one and strip.top - above.bottom < 1:
            whole[-1] = above._replace(bottom=max(above.bottom, strip.bottom))
        else:
            whole.append(strip)
    return sorted(whole, key=lambda one: one.top)


def _below(
    characters: Sequence[Character], picture: Box, body_size: float
) -> list[list[Character]]:
    """The lines of a caption below the picture, of which none reaches beyond its sides."""
    under = [one for one in characters if one.middle > picture.bottom - OUT * one.size]
    rows: list[list[Character]] = []
    bottom, near = picture.bottom, NEAR
    for row in rows_of([one for one in under if _is_across(one, picture)]):
        size = usual_size(row)
        is_far = min(one.top for one in row) - bottom > near * size
        is_other = len(rows) > MOST_LINES or (rows and size != usual_size(rows[0]))
        if is_far or is_other or not _stands_below(row, picture, under):
            break
        rows.append(row)
        bottom, near = max(one.bottom for one in row), LEADING
        if size >= body_size and reads_as_caption(_text(rows)):
            return rows
    return rows if _is_caption(rows, body_size) else []


def _is_across(one: Character, picture: Box) -> bool:
    return picture.left - one.size < one.left and one.right < picture.right + one.size


def _stands_below(row: list[Character], picture: Box, characters: Sequence[Character]) -> bool:
    """Whether a row neither sticks out at the sides of the picture nor has print beside it."""
    size, (left, right) = usual_size(row), edges_of(row)
    if left < picture.left - OUT * size or right > picture.right + OUT * size:
        return False
    middle = row[0].middle
    return not any(
        abs(one.middle - middle) < size
        and (0 <= left - one.right < APART * size or 0 <= one.left - right < APART * size)
        for one in characters
    )


def _beside(
    characters: Sequence[Character], picture: Box, body_size: float
) -> list[list[Character]]:
    """The lines of a caption at a side of the picture, no higher and no lower than it."""
    level = [
        one
        for one in characters
        if picture.top - OUT * one.size < one.top and one.bottom < picture.bottom + OUT * one.size
    ]
    right = ((one.left - picture.right, one.right - picture.right, one) for one in level)
    left = ((picture.left - one.right, picture.left - one.left, one) for one in level)
    for side in (right, left):
        beside = list(_next_to(side))
        rows = rows_of(beside)
        if len({one.size for one in beside}) == 1 and _is_caption(rows, body_size):
            return rows
    return []


def _next_to(side: Iterable[tuple[float, float, Character]]) -> Iterator[Character]:
    """The characters up to the first gap, by how far they begin and end from the picture."""
    reach, apart = 0.0, NEAR
    for begins, ends, one in sorted(side, key=lambda found: found[0]):
        if begins < -1:
            continue
        if begins - reach > apart * one.size:
            return
        reach, apart = max(reach, ends), APART
        yield one


def _is_caption(rows: Sequence[list[Character]], body_size: float) -> bool:
    """Whether they are as short as captions, smaller than the text of the page, and no columns."""
    if not 0 < len(rows) <= MOST_LINES or usual_size(rows[0]) >= body_size:
        return False
    edges = edges_of(one for row in rows for one in row)
    block = reduce(Region.joined, (Region(row, edges, body_size) for row in rows))
    return len(_text(rows)) <= LONGEST_CAPTION and not block.column_strips()


def _text(rows: Sequence[list[Character]]) -> str:
    """The lines as one, with a space above a line that says who took the picture."""
    text, *below = map(text_of, rows)
    for line in below:
        is_credit = is_byline(Source(line), Line(0, len(line)))
        text += (" " if is_credit else glue(text, line)) + line
    return text


def place_captions(captions: Sequence[Caption], groups: Sequence[Group]) -> Iterator[PlacedCaption]:
    """Each caption behind the line above its picture; below no line, behind that below it.

    Behind a line of a head it comes behind all of the head. Between a text and the head of the next
    story it may be of either.
    """
    places = [(line, group, is_head) for is_head, group in groups for line in group]
    for text, picture in captions:
        over = [one for one in places if _overlap(one[0], picture)]
        above = [one for one in over if one[0].bottom < picture.bottom]
        below = [one for one in over if one[0].bottom >= picture.bottom]
        first_below = min(below, key=lambda one: one[0].top, default=places[-1])
        line, group, is_head = max(above, key=lambda one: one[0].bottom, default=first_below)
        is_sure = is_head or not (below and first_below[2])
        yield PlacedCaption(text, group[-1] if is_head else line, is_sure)


def _overlap(line: PrintedLine, picture: Box) -> bool:
    return line.left < picture.right and line.right > picture.left
