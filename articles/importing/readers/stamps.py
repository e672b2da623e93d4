"""Text that is printed across the text of a page: a watermark behind it, a stamp over it."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from operator import attrgetter

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
    letters = [one for one in text if _is_letter(one) and one.size < size * HEADLINE]
    letters.sort(key=attrgetter("middle"))
    marks: defaultdict[tuple[int, float], set[str]] = defaultdict(set)
    for kind, line in lines.items():
        if _is_stamp(line, letters, size):
            marks[kind[:2]].update(one.text for one in line)
    for kind, line in lines.items():
        if all(one.text in marks.get(kind[:2], ()) for one in line):
            yield line


def _is_stamp(line: Sequence[Character], text: Sequence[Character], size: float) -> bool:
    """Whether a line covers some of the text, which is sorted by its middles."""
    if len(line) == 1:
        return False
    reach = DOWN * max(line[0].size, size)
    level = _within(text, line[0].middle, reach, attrgetter("middle"))
    level = sorted(level, key=attrgetter("centre"))
    covering = sum(_is_letter(one) and _covers_some(one, level, size) for one in line)
    return covering > SHARE * len(line)


def _is_letter(one: Character) -> bool:
    """Whether it is no mark: where marks are set close, they reach under the letter after them."""
    return one.text[0].isalnum()


def _covers_some(one: Character, level: Sequence[Character], size: float) -> bool:
    reach = ACROSS * max(one.right - one.left, size)
    near = _within(level, one.centre, reach, attrgetter("centre"))
    return any(_covers(one, other) for other in near)


def _within(
    characters: Sequence[Character], place: float, reach: float, key: Callable[[Character], float]
) -> Sequence[Character]:
    """Those of the characters, sorted by the key, that are no farther from a place."""
    first = bisect_left(characters, place - reach, key=key)
    return characters[first : bisect_left(characters, place + reach, key=key)]


def _covers(one: Character, other: Character) -> bool:
    width = max(one.right - one.left, other.right - other.left)
    is_over = abs(one.centre - other.centre) < ACROSS * width
    return is_over and abs(one.middle - other.middle) < DOWN * max(one.size, other.size)
