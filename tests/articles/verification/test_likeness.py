import pytest

from articles.verification.likeness import (
    ONE_CHARACTER,
    SAME_LOOK,
    SAME_SOUND,
    likeness,
    looks_like,
)


@pytest.mark.parametrize(
    ("printed", "known", "expected"),
    [
        ("李毫", "李豪", SAME_SOUND),
        ("王晓铭", "王小明", SAME_SOUND),
        ("侯崇", "侯祟", SAME_LOOK),
        ("仝在江", "仝在山", ONE_CHARACTER),
        ("仝山", "仝在山", ONE_CHARACTER),
        ("仝在山山", "仝在山", ONE_CHARACTER),
        ("仝山在", "仝在山", ONE_CHARACTER),
        ("仝在山", "仝在山", ""),
        ("林大江", "仝在山", ""),
        ("林在江", "仝在山", ""),
    ],
)
def test_why_two_names_may_be_taken_for_one_another(printed, known, expected):
    assert likeness(printed, known) == expected


def test_look_alikes_go_both_ways():
    assert "戌" in looks_like("戍")
    assert "戍" in looks_like("戌")
