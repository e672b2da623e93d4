"""Pages of print that lie on their side: which way their text runs, and where it stands upright."""

from collections.abc import Mapping
from typing import Any, NamedTuple

# Which way the lines of a page run, as it is shown; aslant runs what is stamped across it.
UPRIGHT, RUNS_DOWN, UPSIDE_DOWN, RUNS_UP, ASLANT = range(5)
LYING = (RUNS_DOWN, RUNS_UP)
# How far a line may rise, of its length, and still run straight on a page that was set askew.
ASKEW = 0.17


class Box(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float

    @property
    def is_tall(self) -> bool:
        return self.bottom - self.top > self.right - self.left


def turn_of(matrix: tuple[float, ...]) -> int:
    """Which way a character's line runs, by the matrix that PDF sets it with (y goes upwards)."""
    along, up = matrix[0], matrix[1]
    if min(abs(along), abs(up)) > ASKEW * max(abs(along), abs(up)):
        return ASLANT
    if abs(up) > abs(along):
        return RUNS_UP if up > 0 else RUNS_DOWN
    is_turned = along < 0 and matrix[3] < 0
    return UPSIDE_DOWN if is_turned else UPRIGHT


def turned(found: Mapping[str, Any], turn: int, width: float, height: float) -> Box:
    """Where something stands once the page, of that width and height, has been turned."""
    left, top, right, bottom = (found[side] for side in ("x0", "top", "x1", "bottom"))
    if turn == RUNS_DOWN:
        return Box(top, width - right, bottom, width - left)
    if turn == UPSIDE_DOWN:
        return Box(width - right, height - bottom, width - left, height - top)
    if turn == RUNS_UP:
        return Box(height - bottom, left, height - top, right)
    return Box(left, top, right, bottom)
