"""Characters as a page has them, in rows."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

# Of a character's height: rows are told apart by their middle parts, as boxes may touch.
MIDDLE = 0.35
# Of the type size: the gap that stands for a space, between Chinese characters and others.
HAN_SPACE, LATIN_SPACE = 0.75, 0.2
# Of the type size: how far apart a character is printed twice, to look bold or with a shadow.
DOUBLED = 0.1


@dataclass(frozen=True, slots=True)
class Character:
    """A character of print. `shade` runs from 0, black, to 1, white; `end` is where the spaces end
    that are drawn after it.
    """

    text: str
    left: float
    right: float
    top: float
    bottom: float
    size: float
    shade: float = 0
    end: float = float("-inf")

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2

    @property
    def centre(self) -> float:
        return (self.left + self.right) / 2


def without_doubles(characters: Iterable[Character]) -> Iterator[Character]:
    """The characters, and of those printed more than once in nearly the same place the first."""
    seen: set[tuple[str, float, int, int]] = set()
    for one in characters:
        reach = max(one.size, 0.01) * DOUBLED
        across, down = round(one.left / reach), round(one.top / reach)
        around = product((across - 1, across, across + 1), (down - 1, down, down + 1))
        if not any((one.text, one.size, *cell) in seen for cell in around):
            yield one
        seen.add((one.text, one.size, across, down))


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


def edges_of(characters: Iterable[Character]) -> tuple[float, float]:
    found = list(characters)
    return min(one.left for one in found), max(one.right for one in found)
