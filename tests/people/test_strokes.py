import pytest

from people.strokes import stands_before
from people.strokes_making import agreed


@pytest.mark.parametrize(
    ("name", "other", "first"),
    [
        ("丁一舟", "王小川", True),
        ("沈砚秋", "王小川", False),
        # Both of four strokes: 王 begins 横横, 毛 begins 撇.
        ("王小川", "毛小川", True),
        ("张三", "张五", True),
        ("张一", "张一鸣", True),
        ("张三", "张三", None),
        # A rare character of the third level, and 于 of as many strokes in the first.
        ("于一", "亍一", None),
        ("Anna", "王小川", None),
    ],
)
def test_the_order_of_two_names(name, other, first):
    assert stands_before(name, other) is first
    assert stands_before(other, name) is (None if first is None else not first)


def test_counts_that_contradict_the_order_are_those_of_their_neighbours():
    assert agreed([3, 3, 9, 4, 4, 2, 5]) == [3, 3, 3, 4, 4, 4, 5]
