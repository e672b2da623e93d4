"""Put the characters of a page into lines, and the lines into the order in which one reads.

A page falls into regions, one above the other; a region into columns, at the widest empty strip
that runs through all its rows; a column into regions again, until nothing but lines is left.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from itertools import pairwise, takewhile

from .glyphs import Character, edges_of, rows_of, text_of, usual_size
from .regions import Region, Rule, Strip, cut, holds_a_sentence

CELL_GAP = "\u3000"


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


def _pieces(
    block: list[Character], regions: list["Region"], body_size: float, rules: Sequence[Rule]
) -> list[list[Character]]:
    """The block cut into its regions, or a single region into its columns; else the block."""
    if len(regions) > 1:
        return [piece for piece in _cut_heads(regions, rules) if piece]
    (region,) = regions
    first, end = region.filled_rows()
    if end - first < len(region.rows) and _is_table(region.part(first, end), body_size):
        return _parts(region, first, end)
    if region.is_table:
        return [block]
    strips = region.column_strips()
    if not strips:
        return [block]
    first, end = region.column_rows()
    if 0 < end - first < len(region.rows):
        return _parts(region, first, end)
    beside = (strip for strip in strips if _parts_a_table(block, strip, body_size))
    strip = next(beside, strips[0]) if len(strips) > 1 else strips[0]
    return cut(block, strip)


def _parts(region: Region, first: int, end: int) -> list[list[Character]]:
    """What stands above the rows from the first to the end, these rows, and what is below them."""
    parts = (region.part(0, first), region.part(first, end), region.part(end, len(region.rows)))
    return [part for part in parts if part]


def _parts_a_table(block: list[Character], strip: Strip, body_size: float) -> bool:
    return any(_is_table(side, body_size) for side in cut(block, strip))


def _is_table(block: list[Character], body_size: float) -> bool:
    if not block or holds_a_sentence(block):
        return False
    return _are_a_table(_regions(rows_of(block), body_size))


def _are_a_table(regions: list["Region"]) -> bool:
    return len(regions) == 1 and regions[0].is_table


def _cut_heads(regions: list["Region"], rules: Sequence[Rule]) -> Iterator[list[Character]]:
    """The characters of each region; headlines side by side apart, each with what is below it."""
    pending = list(regions)
    while pending:
        heads = list(takewhile(lambda region: region.is_head, pending)) or pending[:1]
        below = pending[len(heads) :]
        head = reduce(Region.joined, heads)
        strip = head.strip_between_heads(below[0], rules) if head.is_head and below else None
        if strip is None:
            yield pending.pop(0).characters
            continue
        if head.is_parted_at(strip, below[0], rules):
            while below and (both := head.parted_with(below[0], strip)):
                head, strip = both
                below = below[1:]
        yield from cut(head.characters, strip)
        pending = below


def _regions(rows: list[list[Character]], body_size: float) -> list[Region]:
    """Rows that share the strips between their columns, one set after the other.

    A row of larger type with nothing beside it heads what follows, and is in no column.
    """
    edges = edges_of(one for row in rows for one in row)
    singles = [Region(row, edges, body_size) for row in rows]
    regions: list[Region] = []
    was_head = False
    for number, single in enumerate(singles):
        is_head = single.are_heads(body_size)
        joined = regions[-1].joined(single) if regions and is_head == was_head else None
        has_columns = regions and (regions[-1].inner_strips() or _is_columnar(singles, number))
        if joined and (joined.inner_strips() or not has_columns):
            regions[-1] = joined
        else:
            regions.append(single)
            single.is_head = is_head
        was_head = is_head
    return list(_rejoined(regions))


def _rejoined(regions: Iterable[Region]) -> Iterator[Region]:
    """The regions, as one those of which one leaves columns empty that the other has.

    Beside a picture at the top or at the bottom of a column stand but the other columns.
    """
    before: Region | None = None
    for region in regions:
        joined = before.joined(region) if before and not before.is_head | region.is_head else None
        if joined and joined.inner_strips():
            before = joined
            continue
        if before:
            yield before
        before = region
    if before:
        yield before


def _is_columnar(singles: list[Region], number: int) -> bool:
    """Whether a row shows columns, by itself or together with the row above or below it."""
    around = singles[max(0, number - 1) : number + 2]
    pairs = (upper.joined(lower) for upper, lower in pairwise(around))
    return bool(singles[number].inner_strips()) or any(pair.inner_strips() for pair in pairs)


def _rows_of_table(table: Region) -> Iterator[PrintedLine]:
    """The rows of a table, their cells kept apart.

    Empty cells at the ends leave nothing: a line that begins with a gap would be an indented one.
    """
    for row, cells in zip(table.rows, table.cells(), strict=True):
        text = CELL_GAP.join(cells).strip()
        yield replace(_line(row, text, table.edges), is_row=True)


def _lines(block: list[Character]) -> Iterator[PrintedLine]:
    column = edges_of(block)
    for row in rows_of(block):
        for line in _baselines(row):
            if text := text_of(line):
                yield _line(line, text, column)


def _line(row: list[Character], text: str, column: Strip) -> PrintedLine:
    top, bottom = min(one.top for one in row), max(one.bottom for one in row)
    return PrintedLine(text, *edges_of(row), top, bottom, usual_size(row), column)


def _baselines(row: list[Character]) -> Iterator[list[Character]]:
    """The lines of a row: nearly always one; more where lines stand as steps side by side."""
    lines: list[list[Character]] = []
    for one in sorted(row, key=lambda one: one.middle):
        if lines and one.middle - lines[-1][0].middle < 0.5 * max(one.size, lines[-1][0].size):
            lines[-1].append(one)
        else:
            lines.append([one])
    yield from lines
