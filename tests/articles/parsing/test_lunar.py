from datetime import date

import pytest

from articles.parsing.lunar import lunar_date, lunar_dates


@pytest.mark.parametrize(
    ("year", "month", "day", "expected"),
    [
        (1949, 1, 1, date(1949, 1, 29)),
        (1978, 8, 15, date(1978, 9, 17)),
        (1995, 8, 15, date(1995, 9, 9)),
        (2004, 2, 29, date(2004, 3, 19)),
        (2020, 5, 5, date(2020, 6, 25)),
        (2023, 2, 2, date(2023, 2, 21)),
        (2023, 3, 1, date(2023, 4, 20)),
        (2024, 12, 8, date(2025, 1, 7)),
        (2050, 12, 29, date(2051, 2, 10)),
    ],
)
def test_day_of_the_lunar_calendar(year, month, day, expected):
    assert lunar_date(year, month, day) == expected


def test_month_that_comes_twice():
    assert lunar_date(2023, 2, 2, is_leap=True) == date(2023, 3, 23)
    assert lunar_date(2033, 11, 1, is_leap=True) == date(2033, 12, 22)


@pytest.mark.parametrize(
    ("year", "month", "day", "is_leap"),
    [
        (1948, 1, 1, False),
        (2051, 1, 1, False),
        (2023, 13, 1, False),
        (2023, 0, 1, False),
        (2022, 12, 31, False),
        (2023, 2, 30, True),
        (2023, 3, 1, True),
    ],
)
def test_day_that_does_not_exist_is_refused(year, month, day, is_leap):
    with pytest.raises(ValueError, match=r"\d"):
        lunar_date(year, month, day, is_leap=is_leap)


def test_years_without_the_day_are_skipped():
    assert lunar_dates(range(2023, 2026), 12, 30) == [date(2024, 2, 9)]
    assert lunar_dates(range(2023, 2026), 2, 1, is_leap=True) == [date(2023, 3, 22)]
    assert lunar_dates(range(2020, 2023), 2, 1, is_leap=True) == []
