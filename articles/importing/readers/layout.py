"""Put the characters of a page into lines, and the lines into the order in which one reads.

A page falls into regions, one above the other; a region into columns, at the widest empty strip
that runs through all its rows; a column into regions again, until nothing but lines is left.
"""

import re
from bisect import bisect
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from copy import copy
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import NamedTuple

# Of a character's height: rows are told apart by their middle parts, as boxes may touch.
MIDDLE = 0.35
# Of the type size: the narrowest strip between columns, and between words of a single row.
NARROW, WIDE = 0.6, 1.3
# Of the type size: the gap that stands for a space, between Chinese characters and others.
HAN_SPACE, LATIN_SPACE = 0.75, 0.2
CLEARLY_LARGER = 1.15
# Of the type size: how far the first line of a paragraph is set in.
INDENT = 1.5
CELL_GAP = "\u3000"
# What a cell of a table holds that is measured or counted: 1,204, 21.5%, -3.1, 3218元, —.
FIGURE = re.compile(r"[+\-−±]?\d[\d,.:/\-~%％‰]*[\u4e00-\u9fff]{0,3}|[-—–/]{1,2}")
SENTENCE_MARKS = re.compile("[，。；！？“”]")
FEWEST_FIGURES = 2


@dataclass(frozen=True, slots=True)
class Character:
    text: str
    left: float
    right: float
    top: float
    bottom: float
    size: float

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line of print, or a row of a table. `column` are the edges of the column it stands in."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    size: float
    column: tuple[float, float]
    is_row: bool = False


class Rule(NamedTuple):
    """An upright line that is drawn on the page, by itself or as the side of a box."""

    x: float
    top: float
    bottom: float


Strip = tuple[float, float]


def read_order(
    characters: Sequence[Character], body_size: float, rules: Sequence[Rule] = ()
) -> list[PrintedLine]:
    """The lines of a page in reading order.

    Headlines side by side are told apart by a rule between them, or by the columns below them and
    their sizes. Where only the columns say so, they come as two lines, one after the other.
    """
    pending = [list(characters)]
    lines: list[PrintedLine] = []
    while pending:
        block = pending.pop()
        if not block:
            continue
        regions = _regions(rows_of(block), body_size)
        pieces = _pieces(block, regions, body_size, rules)
        if len(pieces) > 1:
            pending.extend(reversed(pieces))
        elif _are_a_table(regions):
            lines.extend(_rows_of_table(regions[0]))
        else:
            lines.extend(_lines(block))
    return lines


def rows_of(characters: Sequence[Character]) -> list[list[Character]]:
    """The characters cut at every empty strip that runs across them, from top to bottom."""
    rows: list[list[Character]] = []
    reach = float("-inf")
    for character in sorted(characters, key=lambda one: one.middle - one.size * MIDDLE):
        if character.middle - character.size * MIDDLE > reach:
            rows.append([])
        rows[-1].append(character)
        reach = max(reach, character.middle + character.size * MIDDLE)
    return rows


def usual_size(characters: Iterable[Character]) -> float:
    """The size that most of the characters are set in."""
    sizes = Counter(round(one.size * 2) / 2 for one in characters)
    return sizes.most_common(1)[0][0] if sizes else 0


def text_of(row: Sequence[Character]) -> str:
    """The characters from left to right, with a space where there is room for one."""
    ordered = sorted(row, key=lambda one: one.left)
    text = ""
    before: Character | None = None
    for one in ordered:
        if before and not before.text[-1].isspace():
            text += _space(before, one)
        text += one.text
        before = one
    return text.strip()


def _space(before: Character, after: Character) -> str:
    gap = after.left - before.right
    size = min(before.size, after.size)
    if before.text.isascii() and after.text.isascii():
        return " " if gap > size * LATIN_SPACE else ""
    return "\u3000" if gap > size * HAN_SPACE else ""


def _pieces(
    block: list[Character], regions: list["_Region"], body_size: float, rules: Sequence[Rule]
) -> list[list[Character]]:
    """The block cut into its regions, or a single region into its columns; else the block."""
    if len(regions) > 1:
        return [piece for piece in _cut_heads(regions, rules) if piece]
    (region,) = regions
    first, end = region.filled_rows()
    if end - first < len(region.rows) and _is_table(region.part(first, end), body_size):
        parts = (region.part(0, first), region.part(first, end), region.part(end, len(region.rows)))
        return [part for part in parts if part]
    if region.is_table:
        return [block]
    strips = region.column_strips()
    if not strips:
        return [block]
    beside = (strip for strip in strips if _parts_a_table(block, strip, body_size))
    strip = next(beside, strips[0]) if len(strips) > 1 else strips[0]
    return _cut(block, strip)


def _parts_a_table(block: list[Character], strip: Strip, body_size: float) -> bool:
    return any(_is_table(side, body_size) for side in _cut(block, strip))


def _is_table(block: list[Character], body_size: float) -> bool:
    return bool(block) and _are_a_table(_regions(rows_of(block), body_size))


def _are_a_table(regions: list["_Region"]) -> bool:
    return len(regions) == 1 and regions[0].is_table


def _cut(block: Iterable[Character], strip: Strip) -> list[list[Character]]:
    middle = sum(strip) / 2
    left: list[Character] = []
    right: list[Character] = []
    for one in block:
        (left if one.left < middle else right).append(one)
    return [left, right]


def _cut_heads(regions: list["_Region"], rules: Sequence[Rule]) -> Iterator[list[Character]]:
    """The characters of each region; headlines side by side apart, each with what is below it."""
    number = 0
    while number < len(regions):
        head, below = regions[number], regions[number + 1 :]
        number += 1
        strip = head.strip_between_heads(below[0], rules) if head.is_head and below else None
        if strip is None:
            yield head.characters
            continue
        if head.is_parted_at(strip, rules):
            while below and (both := head.parted_with(below[0], strip)):
                head, strip = both
                below = below[1:]
                number += 1
        yield from _cut(head.characters, strip)


class _Region:
    """Rows one below the other, and the empty strips that run through all of them."""

    def __init__(self, row: list[Character], edges: Strip, body_size: float) -> None:
        self.rows = [row]
        self.is_large = all(one.size > body_size * CLEARLY_LARGER for one in row)
        self.is_head = False
        self.edges = _edges(row)
        self.strips = _strips(row, edges)
        self.size = usual_size(row)

    def joined(self, other: "_Region") -> "_Region":
        both = copy(self)
        both.rows = self.rows + other.rows
        both.edges = (
            min(self.edges[0], other.edges[0]),
            max(self.edges[1], other.edges[1]),
        )
        both.strips = _common(self.strips, other.strips)
        both.size = max(self.size, other.size)
        both.is_large = self.is_large and other.is_large
        return both

    @property
    def characters(self) -> list[Character]:
        return [one for row in self.rows for one in row]

    def strip_between_heads(self, below: "_Region", rules: Sequence[Rule]) -> Strip | None:
        """The strip between two headlines, each over columns of its own; None where it is one."""
        if below.is_head:
            return None
        least = NARROW * self.size
        ruled = (one for one in self._inner(self.strips, least) if self._is_ruled(one, rules))
        shared = self._inner(_common(self.strips, below.strips), least)
        over = (strip for strip in shared if below.begins_a_text_at(strip))
        return next(ruled, None) or next(over, None)

    def is_parted_at(self, strip: Strip, rules: Sequence[Rule]) -> bool:
        """Whether a rule stands in the strip, or larger type on one side of it."""
        sizes = [usual_size(side) for side in _cut(self.characters, strip)]
        return self._is_ruled(strip, rules) or max(sizes) > min(sizes) * CLEARLY_LARGER

    def parted_with(self, below: "_Region", strip: Strip) -> tuple["_Region", Strip] | None:
        """Both regions, and what is left of the strip in both; None where print runs across."""
        shared = [] if below.is_head else _common([strip], below.strips)
        return (self.joined(below), shared[0]) if shared else None

    def begins_a_text_at(self, strip: Strip) -> bool:
        """Whether what stands right of the strip begins with an indent, or a line half empty."""
        right = [one for one in self.characters if one.left >= sum(strip) / 2]
        if not right:
            return False
        left, end = _edges(right)
        first = _edges(rows_of(right)[0])
        return first[0] - left > INDENT * usual_size(right) or first[1] < (left + end) / 2

    def _inner(self, strips: list[Strip], least: float) -> list[Strip]:
        return [
            (left, right)
            for left, right in strips
            if right - left >= least and self.edges[0] < left and right < self.edges[1]
        ]

    def _is_ruled(self, strip: Strip, rules: Sequence[Rule]) -> bool:
        middles = [one.middle for one in self.characters]
        return any(
            strip[0] <= rule.x <= strip[1]
            and rule.top <= min(middles) <= max(middles) <= rule.bottom
            for rule in rules
        )

    def inner_strips(self) -> list[Strip]:
        """The strips that part columns: wide enough, with print on both sides."""
        least = (WIDE if len(self.rows) == 1 or self.is_large else NARROW) * self.size
        return self._inner(self.strips, least)

    @property
    def is_table(self) -> bool:
        """Whether one column below its head is all figures, and no cell has a sentence's marks."""
        columns = list(zip(*self.cells(), strict=True))
        texts = [text for column in columns for text in column]
        if len(columns) < 2 or any(map(SENTENCE_MARKS.search, texts)):
            return False
        return any(map(_holds_figures, columns))

    def cells(self) -> list[list[str]]:
        """The text of each row cut at the columns; an empty one where a row has nothing there."""
        middles = [sum(strip) / 2 for strip in sorted(self.inner_strips())]
        table = []
        for row in self.rows:
            cells: list[list[Character]] = [[] for _ in range(len(middles) + 1)]
            for one in row:
                cells[bisect(middles, one.left)].append(one)
            table.append([text_of(cell) for cell in cells])
        return table

    def filled_rows(self) -> tuple[int, int]:
        """Where the rows begin and end that have more than their first cell."""
        filled = [number for number, cells in enumerate(self.cells()) if any(cells[1:])]
        return (filled[0], filled[-1] + 1) if filled else (0, 0)

    def part(self, first: int, end: int) -> list[Character]:
        return [one for row in self.rows[first:end] for one in row]

    def column_strips(self) -> list[Strip]:
        """The widest first; none in a single row, which is a line, however it is spaced."""
        strips = self.inner_strips() if len(self.rows) > 1 else []
        return sorted(strips, key=lambda strip: strip[0] - strip[1])


def _regions(rows: list[list[Character]], body_size: float) -> list[_Region]:
    """Rows that share the strips between their columns, one set after the other.

    A row of larger type with nothing beside it heads what follows, and is in no column.
    """
    edges = _edges(one for row in rows for one in row)
    singles = [_Region(row, edges, body_size) for row in rows]
    regions: list[_Region] = []
    was_head = False
    for number, single in enumerate(singles):
        is_head = single.is_large and not single.inner_strips()
        joined = regions[-1].joined(single) if regions and is_head == was_head else None
        has_columns = regions and (regions[-1].inner_strips() or _is_columnar(singles, number))
        if joined and (joined.inner_strips() or not has_columns):
            regions[-1] = joined
        else:
            regions.append(single)
            single.is_head = is_head
        was_head = is_head
    return regions


def _is_columnar(singles: list[_Region], number: int) -> bool:
    """Whether a row shows columns, by itself or together with the row above or below it."""
    around = singles[max(0, number - 1) : number + 2]
    pairs = (upper.joined(lower) for upper, lower in pairwise(around))
    return bool(singles[number].inner_strips()) or any(pair.inner_strips() for pair in pairs)


def _edges(characters: Iterable[Character]) -> Strip:
    found = list(characters)
    return min(one.left for one in found), max(one.right for one in found)


def _strips(row: list[Character], edges: Strip) -> list[Strip]:
    """The empty stretches of a row between the edges; those at its ends count, as columns end."""
    strips = []
    reach = edges[0]
    for one in sorted(row, key=lambda one: one.left):
        if one.left > reach:
            strips.append((reach, one.left))
        reach = max(reach, one.right)
    if reach < edges[1]:
        strips.append((reach, edges[1]))
    return strips


def _holds_figures(column: Sequence[str]) -> bool:
    cells = [text for text in column[1:] if text]
    if FIGURE.fullmatch(column[0]):
        cells.append(column[0])
    return len(cells) >= FEWEST_FIGURES and all(map(FIGURE.fullmatch, cells))


def _common(some: list[Strip], others: list[Strip]) -> list[Strip]:
    pairs = ((max(a[0], b[0]), min(a[1], b[1])) for a in some for b in others)
    return [pair for pair in pairs if pair[0] < pair[1]]


def _rows_of_table(table: _Region) -> Iterator[PrintedLine]:
    """The rows of a table, their cells kept apart.

    Empty cells at the ends leave nothing: a line that begins with a gap would be an indented one.
    """
    for row, cells in zip(table.rows, table.cells(), strict=True):
        text = CELL_GAP.join(cells).strip()
        yield replace(_line(row, text, table.edges), is_row=True)


def _lines(block: list[Character]) -> Iterator[PrintedLine]:
    column = _edges(block)
    for row in rows_of(block):
        for line in _baselines(row):
            if text := text_of(line):
                yield _line(line, text, column)


def _line(row: list[Character], text: str, column: Strip) -> PrintedLine:
    top, bottom = min(one.top for one in row), max(one.bottom for one in row)
    return PrintedLine(text, *_edges(row), top, bottom, usual_size(row), column)


def _baselines(row: list[Character]) -> Iterator[list[Character]]:
    """The lines of a row: nearly always one; more where lines stand as steps side by side."""
    lines: list[list[Character]] = []
    for one in sorted(row, key=lambda one: one.middle):
        if lines and one.middle - lines[-1][0].middle < 0.5 * max(one.size, lines[-1][0].size):
            lines[-1].append(one)
        else:
            lines.append([one])
    yield from lines
