"""Titles that are set downwards beside a text, one large character below the other."""

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

from .glyphs import Character

FEWEST = 3
# Of the type size: how far characters of a title stand from one to the next, how far out of line,
# and how near another large character makes them part of a line.
PITCH = 1.6
OUT_OF_LINE = 0.2
BESIDE = 2.5


def cut_stacks(
    characters: Sequence[Character], least_size: float
) -> tuple[list[list[Character]], list[Character]]:
    """The titles set downwards in type larger than this, and the characters of the others."""
    large = sorted((one for one in characters if one.size > least_size), key=attrgetter("middle"))
    stacks: list[list[Character]] = []
    for one in sorted(large, key=attrgetter("top")):
        if any(_is_beside(one, other) for other in _level_with(one, large)):
            continue
        above = next((stack for stack in stacks if _goes_on(stack[-1], one)), None)
        if above:
            above.append(one)
        else:
            stacks.append([one])
    stacks = [stack for stack in stacks if len(stack) >= FEWEST]
    cut = {id(one) for stack in stacks for one in stack}
    return stacks, [one for one in characters if id(one) not in cut]


def _level_with(one: Character, large: Sequence[Character]) -> Sequence[Character]:
    """Those of the characters, sorted by their middles, whose middle is near that of this one."""
    reach = 0.5 * one.size
    first = bisect_left(large, one.middle - reach, key=attrgetter("middle"))
    return large[first : bisect_left(large, one.middle + reach, key=attrgetter("middle"))]


def _is_beside(one: Character, other: Character) -> bool:
    return one is not other and abs(one.left - other.left) < BESIDE * one.size


def _goes_on(above: Character, one: Character) -> bool:
    is_near = 0 < one.top - above.top < PITCH * one.size
    is_in_line = abs(one.centre - above.centre) < OUT_OF_LINE * one.size
    return is_near and is_in_line and abs(one.size - above.size) < OUT_OF_LINE * one.size
