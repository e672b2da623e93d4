"""What an import says of itself while it runs."""

import pytest

from articles.importing.report import progress_of


@pytest.mark.parametrize(
    ("seconds", "known", "told"),
    [
        (5, 0, "20 of 120 pages, 100 stories, 20 stories a second"),
        (20, 0, "20 of 120 pages, 100 stories, 5 stories a second, 0:01:40 left"),
        (20, 10, "20 of 120 pages, 100 stories, 5 stories a second, 0:03:20 left"),
        (20, 20, "20 of 120 pages, 100 stories, 5 stories a second"),
    ],
)
def test_time_left_is_told_once_it_is_known(seconds, known, told):
    totals = {"pages": 20, "known": known, "stories": {"found": 100}, "seconds": seconds}
    assert progress_of(totals, 120) == told


def test_without_a_total_nothing_is_said_of_what_is_left():
    totals = {"pages": 20, "known": 0, "stories": {"found": 100}, "seconds": 20}
    assert progress_of(totals) == "20 pages, 100 stories, 5 stories a second"
