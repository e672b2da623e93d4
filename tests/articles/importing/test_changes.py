"""What is read otherwise, and what an editor's own rows are, decided without a database."""

import pytest

from articles.importing.changes import changes, in_order, keyed


def content(**credits):
    return {"credits": credits}


def found(standing, read, known):
    return [
        (change.name, change.before, change.after, change.is_kept)
        for change in changes(standing, read, known)
    ]


@pytest.mark.parametrize(
    ("standing", "read", "known", "expected"),
    [
        ({"甲": 1}, {"甲": 1}, {"甲": 1}, []),
        ({"甲": 1}, {"甲": 2}, {"甲": 1}, [("credits:甲", 1, 2, False)]),
        ({}, {"甲": 1}, {}, [("credits:甲", None, 1, False)]),
        ({"甲": 1}, {}, {"甲": 1}, [("credits:甲", 1, None, False)]),
        # An editor added, removed or changed it.
        ({"甲": 1}, {}, {}, [("credits:甲", 1, None, True)]),
        ({}, {"甲": 1}, {"甲": 1}, [("credits:甲", None, 1, True)]),
        ({"甲": 2}, {"甲": 3}, {"甲": 1}, [("credits:甲", 2, 3, True)]),
        # The editor was right before the importer.
        ({"甲": 2}, {"甲": 2}, {"甲": 1}, []),
    ],
)
def test_change_is_kept_where_what_stands_is_not_what_was_understood(
    standing, read, known, expected
):
    assert found({"credits": standing}, {"credits": read}, {"credits": known}) == expected


def test_nothing_is_kept_where_nobody_knows_what_was_understood():
    assert found(content(甲=1), content(甲=2), None) == [("credits:甲", 1, 2, False)]


def test_kind_that_the_reading_does_not_speak_of_is_no_change():
    assert found(content(甲=1), {}, None) == []


def test_second_row_of_one_key_is_another():
    assert keyed([("甲", 1), ("乙", 2), ("甲", 3)]) == {"甲": 1, "乙": 2, "甲#2": 3}


@pytest.mark.parametrize(
    ("standing", "read", "present", "expected"),
    [
        ("ab", "ab", "ab", "ab"),
        ("ba", "ab", "ab", "ba"),
        ("ab", "axb", "abx", "axb"),
        ("ab", "xab", "abx", "xab"),
        ("ab", "b", "b", "b"),
        ("", "ab", "ab", "ab"),
        ("a", "bac", "ac", "ac"),
    ],
)
def test_new_rows_come_after_those_they_are_read_after(standing, read, present, expected):
    assert in_order(standing, read, present) == list(expected)
