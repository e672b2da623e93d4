"""Regions of a page: rows that share the empty strips between their columns."""

import re
from bisect import bisect
from collections.abc import Iterable, Sequence
from copy import copy
from itertools import takewhile
from typing import NamedTuple

from .glyphs import Character, edges_of, rows_of, text_of, usual_size

# Of the type size: the narrowest strip between columns, and between words of a single row.
NARROW, WIDE = 0.6, 1.3
CLEARLY_LARGER = 1.15
HEADLINE = 1.35
# Of the type size: how far the first line of a paragraph is set in.
INDENT = 1.5
# Of the type size: how far a headline may stand off and still stand exactly over its columns.
EXACT = 0.2
# Of the type size: how near a character stands to the spaces before it, of the same line.
ADJOINS = 0.05
# Of the type size: a column whose lines are shorter is one of names in a list.
SHORTEST_LINE = 8
# Of the type size: no paragraph is set in as far as a byline at the right of its column.
SET_RIGHT = 3
# What a cell of a table holds that is measured or counted: 1,204, 21.5%, -3.1, 3218元, —.
FIGURE = re.compile(r"[+\-−±]?\d[\d,.:/\-~%％‰]*[\u4e00-\u9fff]{0,3}|[-—–/]{1,2}")
SENTENCE_MARKS = re.compile("[，。；！？“”]")
SENTENCE_ENDS = tuple("。！？”）)")
FEWEST_FIGURES = 2

Strip = tuple[float, float]


class Rule(NamedTuple):
    """An upright line that is drawn on the page, by itself or as the side of a box."""

    x: float
    top: float
    bottom: float


class Region:
    """Rows one below the other, and the empty strips that run through all of them."""

    def __init__(self, row: list[Character], edges: Strip, body_size: float) -> None:
        self.rows = [row]
        self.is_large = all(one.size > body_size * CLEARLY_LARGER for one in row)
        self.is_head = False
        self.edges = edges_of(row)
        self.strips = _strips(row, edges)
        self.size = usual_size(row)

    def joined(self, other: "Region") -> "Region":
        both = copy(self)
        both.rows = self.rows + other.rows
        both.edges = (
            min(self.edges[0], other.edges[0]),
            max(self.edges[1], other.edges[1]),
        )
        both.strips = _common(self.strips, other.strips)
        sizes = self.size, other.size
        both.size = max(sizes) if self.is_large == other.is_large else min(sizes)
        both.is_large = self.is_large and other.is_large
        return both

    @property
    def characters(self) -> list[Character]:
        return [one for row in self.rows for one in row]

    def strip_between_heads(self, below: "Region", rules: Sequence[Rule]) -> Strip | None:
        """The strip between two headlines, each over columns of its own; None where it is one."""
        gaps = self._inner(self.strips, NARROW * self.size)
        shared = self._inner(_common(self.strips, below.strips), NARROW * below.size)
        ruled = (one for one in (*shared, *gaps) if self._is_ruled(one, rules))
        over = (one for one in shared if self._is_wide_at(one) or below.begins_a_text_at(one))
        fitting = min(over, key=lambda one: _misfit(self, below, one), default=None)
        return next(ruled, None) or fitting

    def are_heads(self, body_size: float) -> bool:
        """Whether it is a headline, or headlines side by side, and no columns of larger type."""
        is_headline = self.size > body_size * HEADLINE
        return self.is_large and (is_headline or not self.inner_strips())

    def is_parted_at(self, strip: Strip, below: "Region", rules: Sequence[Rule]) -> bool:
        """Whether two headlines stand here and not one in two parts.

        A rule or much room is between them, or one is larger; or a text ends left of the strip and
        another begins right of it, and each headline stands exactly over its own.
        """
        sizes = [usual_size(side) for side in cut(self.characters, strip)]
        return (
            self._is_wide_at(strip)
            or self._is_ruled(strip, rules)
            or max(sizes) > min(sizes) * CLEARLY_LARGER
            or (below.parts_texts_at(strip) and _misfit(self, below, strip) < EXACT * below.size)
        )

    def _is_wide_at(self, strip: Strip) -> bool:
        return any(
            left <= strip[0] and strip[1] <= right
            for left, right in self._inner(self.strips, WIDE * self.size)
        )

    def parted_with(self, below: "Region", strip: Strip) -> tuple["Region", Strip] | None:
        """Both regions, and what is left of the strip in both; None where print runs across."""
        shared = [] if below.is_head else _common([strip], below.strips)
        return (self.joined(below), shared[0]) if shared else None

    def begins_a_text_at(self, strip: Strip) -> bool:
        """Whether what stands right of the strip begins with an indent, or a line half empty."""
        right = [one for one in self.characters if one.left >= sum(strip) / 2]
        if not right:
            return False
        left, end = edges_of(right)
        first = edges_of(rows_of(right)[0])
        return first[0] - left > INDENT * usual_size(right) or first[1] < (left + end) / 2

    def parts_texts_at(self, strip: Strip) -> bool:
        """Whether a text ends left of the strip, and another begins right of it."""
        left, _ = cut(self.characters, strip)
        return bool(left) and self.begins_a_text_at(strip) and _is_ended(left)

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
        if holds_a_sentence(self.characters):
            return False
        columns = list(zip(*self.cells(), strict=True))
        return len(columns) > 1 and any(map(_holds_figures, columns))

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

    def column_rows(self) -> tuple[int, int]:
        """Where the columns begin and end: below a byline at the right, above notes in small type.

        Both stand in one column and belong to all of them.
        """
        strips = self.inner_strips()
        if not strips:
            return 0, len(self.rows)
        above = list(takewhile(lambda row: self._is_set_right(row, max(strips)), self.rows))
        notes = takewhile(lambda row: self._is_small_print(row, min(strips)), self.rows[::-1])
        below = [] if self._holds_heads() else list(notes)
        return len(above), len(self.rows) - len(below)

    def _holds_heads(self) -> bool:
        usual = usual_size(self.characters)
        return any(one.size > usual * CLEARLY_LARGER for one in self.characters)

    def _is_set_right(self, row: list[Character], strip: Strip) -> bool:
        left, right = edges_of(row)
        start, end = edges_of(cut(self.characters, strip)[1])
        return left - start > SET_RIGHT * self.size and end - right < self.size

    def _is_small_print(self, row: list[Character], strip: Strip) -> bool:
        is_small = usual_size(row) * CLEARLY_LARGER < usual_size(self.characters)
        return is_small and edges_of(row)[1] <= strip[0]

    def column_strips(self) -> list[Strip]:
        """The widest first; none in a single row, which is a line, however it is spaced."""
        strips = sorted(self.inner_strips()) if len(self.rows) > 1 else []
        starts = [self.edges[0], *(right for _, right in strips)]
        columns = [
            strip
            for start, strip in zip(starts, strips, strict=False)
            if not self._is_in_a_list(start, strip)
        ]
        return sorted(columns, key=lambda strip: strip[0] - strip[1])

    def _is_in_a_list(self, start: float, strip: Strip) -> bool:
        """Whether left of the strip stands no column of text, but a name or a word in each row."""
        cell = [one for one in self.characters if start <= one.left < strip[1]]
        left, right = edges_of(cell)
        return right - left < SHORTEST_LINE * self.size and len(rows_of(cell)) > 1


def holds_a_sentence(block: Iterable[Character]) -> bool:
    """Whether a mark stands in it that no cell of a table has."""
    return any(SENTENCE_MARKS.search(one.text) for one in block)


def cut(block: Iterable[Character], strip: Strip) -> list[list[Character]]:
    middle = sum(strip) / 2
    left: list[Character] = []
    right: list[Character] = []
    for one in block:
        (left if one.left < middle else right).append(one)
    return [left, right]


def _misfit(heads: Region, texts: Region, strip: Strip) -> float:
    """How far headlines stand from the left ends, or the middles, of what is below them."""
    distance = 0.0
    for head, text in zip(cut(heads.characters, strip), cut(texts.characters, strip), strict=True):
        if not head or not text:
            return float("inf")
        (left, right), (start, end) = edges_of(head), edges_of(text)
        distance += min(abs(left - start), abs(left + right - start - end) / 2)
    return distance


def _is_ended(column: list[Character]) -> bool:
    """Whether the last line stops before the edge of the column, or with a sentence."""
    last = rows_of(column)[-1]
    room = edges_of(column)[1] - edges_of(last)[1]
    return room > usual_size(last) or text_of(last).endswith(SENTENCE_ENDS)


def _strips(row: list[Character], edges: Strip) -> list[Strip]:
    """The empty stretches of a row between the edges; those at its ends count, as columns end."""
    strips = []
    reach = end_of_spaces = edges[0]
    for one in sorted(row, key=lambda one: one.left):
        if one.left > reach and abs(one.left - end_of_spaces) > ADJOINS * one.size:
            strips.append((reach, one.left))
        reach, end_of_spaces = max(reach, one.right), one.end
    if reach < edges[1]:
        strips.append((reach, edges[1]))
    return strips


def _common(some: list[Strip], others: list[Strip]) -> list[Strip]:
    pairs = ((max(a[0], b[0]), min(a[1], b[1])) for a in some for b in others)
    return [pair for pair in pairs if pair[0] < pair[1]]


def _holds_figures(column: Sequence[str]) -> bool:
    cells = [text for text in column[1:] if text]
    if FIGURE.fullmatch(column[0]):
        cells.append(column[0])
    return len(cells) >= FEWEST_FIGURES and all(map(FIGURE.fullmatch, cells))
