import pytest

from articles.admin.join_reasons import join_reason

DOUBT = {"break_at": 4, "paragraph": 1, "first_line": 5, "last_line": 7}
REASON = "the sentence is not finished"
SOURCES = [
    {"paragraph": 1, "first_line": 3, "join_reason": ""},
    {"paragraph": 1, "first_line": 5, "join_reason": "a number goes on"},
    {"paragraph": 1, "first_line": 7, "join_reason": REASON},
    {"paragraph": 2, "first_line": 7, "join_reason": "a number goes on"},
]


@pytest.mark.parametrize(
    ("doubt", "expected"),
    [
        ({}, REASON),
        ({"break_at": None}, ""),
        ({"last_line": 5}, ""),
        ({"paragraph": None}, ""),
        ({"document_id": 3}, ""),
    ],
)
def test_reason_is_that_of_the_fragment_behind_the_break(doubt, expected):
    assert join_reason(DOUBT | doubt, SOURCES) == expected
