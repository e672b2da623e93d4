"""Text that is printed across the text of a page: a watermark behind it, a stamp over it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product

from .glyphs import Character, usual_size
from .regions import HEADLINE

# Of the extent of the larger one: how near the middles of two characters are that cover each other,
# across and down.
ACROSS, DOWN = 0.55, 0.35
# Of the way from black to white: how much paler than the text a watermark is at least.
PALER = 0.2
# Of the characters of a page: how many the text has at least, however often a watermark stands
# behind it; and of those of a stamp how many cover text.
FEWEST, SHARE = 0.15, 0.1

# Its size, its shade, where it stands.
Kind = tuple[int, float, int]
Cells = Mapping[tuple[int, int], Sequence[Character]]


def cut_stamps(characters: Sequence[Character]) -> tuple[list[Character], list[Character]]:
    """The characters of stamps, and all others; a large initial that hangs over a line is none.

    A line that covers characters of the text, and is paler or much larger, is a stamp, and so is
    one of its size and shade that has no other characters.
    """
    shade = _shade_of_text(characters)
    text = [one for one in characters if abs(one.shade - shade) < PALER]
    size = usual_size(text)
    lines: defaultdict[Kind, list[Character]] = defaultdict(list)
    for one in characters:
        if one.shade > shade + PALER or one.size > size * HEADLINE:
            lines[round(one.size), round(one.shade, 1), round(one.bottom)].append(one)
    cut = {id(one) for line in _stamps(lines, text, size) for one in line}
    if not cut:
        return [], list(characters)
    stamps = [one for one in characters if id(one) in cut]
    return stamps, [one for one in characters if id(one) not in cut]


def _shade_of_text(characters: Sequence[Character]) -> float:
    """The darkest in which a good part of the page is set."""
    shades = Counter(round(one.shade, 1) for one in characters)
    fewest = FEWEST * len(characters)
    return min((shade for shade, count in shades.items() if count >= fewest), default=0)


def _stamps(
    lines: Mapping[Kind, Sequence[Character]], text: Iterable[Character], size: float
) -> Iterator[Sequence[Character]]:
    if not lines:
        return
    cells = _in_cells((one for one in text if _is_letter_of_text(one, size)), size)
    marks: defaultdict[tuple[int, float], set[str]] = defaultdict(set)
    for kind, line in lines.items():
        if _is_stamp(line, cells, size):
            marks[kind[:2]].update(one.text for one in line)
    for kind, line in lines.items():
        if all(one.text in marks.get(kind[:2], ()) for one in line):
            yield line


def _is_letter_of_text(one: Character, size: float) -> bool:
    return one.text[0].isalnum() and one.size < size * HEADLINE


def _in_cells(characters: Iterable[Character], side: float) -> Cells:
    cells: defaultdict[tuple[int, int], list[Character]] = defaultdict(list)
    for one in characters:
        cells[int(one.centre // side), int(one.middle // side)].append(one)
    return cells


def _is_stamp(line: Sequence[Character], text: Cells, side: float) -> bool:
    if len(line) == 1:
        return False
    covering = sum(any(_covers(one, other) for other in _near(one, text, side)) for one in line)
    return covering > SHARE * len(line)


def _near(one: Character, text: Cells, side: float) -> Iterator[Character]:
    reach = ACROSS * max(one.size, side)
    across = range(int((one.centre - reach) // side), int((one.centre + reach) // side) + 1)
    down = range(int((one.middle - reach) // side), int((one.middle + reach) // side) + 1)
    for cell in product(across, down):
        yield from text.get(cell, ())


def _covers(one: Character, other: Character) -> bool:
    width = max(one.right - one.left, other.right - other.left)
    is_over = abs(one.centre - other.centre) < ACROSS * width
    return is_over and abs(one.middle - other.middle) < DOWN * max(one.size, other.size)
