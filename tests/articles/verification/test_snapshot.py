import pytest

from articles.verification.snapshot import Snapshot
from tests.articles.verification.directories import BODIES, KNOWN


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("青澜区住房和城乡建设局", {5}),
        ("区住建局", {5}),
        ("青澜区建设局", {5}),
        ("中共青澜区委", {1}),
        ("青澜区人民政府", {2}),
        ("管委会", {4}),
        ("区政府", {2}),
        ("云汀县政府", set()),
    ],
)
def test_bodies_are_known_by_their_names_and_by_the_ends_of_them(printed, expected):
    assert KNOWN.bodies_called(printed) == expected


@pytest.mark.parametrize(
    ("body", "printed", "expected"),
    [
        (5, "青澜区住建局", True),
        (5, "区住房和城乡建设局", True),
        (6, "青澜区住建局", False),
        (4, "青澜市青澜经开区管委会", True),
        (4, "党工委", False),
    ],
)
def test_a_body_may_be_printed_in_more_words_or_fewer(body, printed, expected):
    assert KNOWN.is_called(body, printed) is expected


def test_names_are_found_in_a_text_the_longest_first():
    assert list(KNOWN.names_in("林志远同何青岩")) == [(0, "林志远"), (4, "何青岩")]


def test_near_names_are_those_one_edit_away():
    assert KNOWN.names_near("仝在江") == ["仝在山"]
    assert KNOWN.names_near("仝在山") == []
    assert KNOWN.names_near("苏南星") == []


def test_a_right_name_is_never_a_wrong_one_of_another_body():
    assert Snapshot(bodies=tuple(BODIES.values())).misnamed.keys() == {
        "青澜区建设局",
        "青澜区住房与城乡建设局",
        "青澜区住房及城乡建设局",
    }
