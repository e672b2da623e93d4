"""The order of surnames by strokes (姓氏笔画): fewer first, among equals the first that differ.

The characters and their order are those of strokes.txt; its licence and source stand beside it.
"""

from functools import cache
from itertools import zip_longest
from pathlib import Path


def stands_before(name, other):
    """Whether the name comes first: None where they are equal, or the table does not tell.

    The characters are compared one by one, so a shared surname leaves it to the given names, and a
    name that is the beginning of another comes first.
    """
    for ours, theirs in zip_longest(name, other, fillvalue=""):
        if ours != theirs:
            return _comes_before(ours, theirs)
    return None


def _comes_before(ours, theirs):
    if not ours or not theirs:
        return not ours
    (level, strokes, place), (other_level, other_strokes, other_place) = (
        _places().get(ours, (0, 0, 0)),
        _places().get(theirs, (0, 0, 0)),
    )
    if not strokes or not other_strokes:
        return None
    if strokes != other_strokes:
        return strokes < other_strokes
    # Each level of the table is in an order of its own.
    return place < other_place if level == other_level else None


@cache
def _places():
    """By character: the level of the table, the number of strokes, and the place in its line."""
    places = {}
    for line in Path(__file__).with_name("strokes.txt").read_text().splitlines():
        level, strokes, characters = line.split()
        for place, character in enumerate(characters):
            places[character] = int(level), int(strokes), place
    return places
