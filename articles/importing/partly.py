"""Take some paragraphs of a proposed body into the one that stands, and leave the others."""

from collections.abc import Collection
from dataclasses import dataclass

from articles.body import blocks, sections
from articles.comparison import BREAK, Row, compare_paragraphs

# A line broken inside a paragraph, which is no break between two.
LINE_SEPARATOR = "\u2028"
SUBHEAD = "h3"

Block = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Compared:
    """The blocks of two bodies, each its tag and text, and the rows in which they answer."""

    before: list[Block]
    after: list[Block]
    rows: list[Row]

    def was_subhead(self, row: Row) -> bool:
        return any(self.before[number][0] == SUBHEAD for number in row.before_numbers)

    def is_subhead(self, row: Row) -> bool:
        return any(self.after[number][0] == SUBHEAD for number in row.after_numbers)

    def is_changed(self, row: Row) -> bool:
        return row.is_changed or self.was_subhead(row) != self.is_subhead(row)

    @property
    def changed(self) -> frozenset[int]:
        """The numbers of the rows that differ."""
        return frozenset(n for n, row in enumerate(self.rows) if self.is_changed(row))


@dataclass(frozen=True, slots=True)
class Mixed:
    """A body of both, and where the paragraphs of either stand in it, by what they were.

    `is_all` says that it has all that differs: then it stands as proposed, but for what the
    paragraphs that have the same words are emphasised and linked by.
    """

    body: str
    standing: dict[int, int]
    proposed: dict[int, int]
    is_all: bool


def compared(before: str, after: str) -> Compared:
    old, new = _blocks(before), _blocks(after)
    rows = compare_paragraphs(*([text for _tag, text in side] for side in (old, new)))
    return Compared(old, new, rows)


def can_be_mixed(before: str, after: str) -> bool:
    """Whether each part of both bodies is one paragraph or subhead: no list, no table."""
    return all(len(blocks(part)) == 1 for body in (before, after) for part in sections(body))


def mixed(before: str, after: str, chosen: Collection[int]) -> Mixed:
    """The body before, with the rows of those numbers as they are after."""
    standing, proposed = sections(before), sections(after)
    parts: list[str] = []
    places: tuple[dict[int, int], dict[int, int]] = ({}, {})
    both = compared(before, after)
    for number, row in enumerate(both.rows):
        is_taken = number in chosen
        numbers = row.after_numbers if is_taken else row.before_numbers
        for one in numbers:
            places[is_taken][one] = len(parts)
            parts.append((proposed if is_taken else standing)[one])
    return Mixed("".join(parts), *places, is_all=both.changed <= set(chosen))


def with_all_rows(before: str, after: str) -> Mixed | None:
    """The body before with all rows that differ as they are after; None where there are none.

    None also where it can only be taken whole.
    """
    changed = compared(before, after).changed
    return mixed(before, after, changed) if changed and can_be_mixed(before, after) else None


def _blocks(html: str) -> list[Block]:
    return [(tag, text.replace(BREAK, LINE_SEPARATOR)) for tag, text in blocks(html)]
