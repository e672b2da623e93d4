from datetime import date

import pytest

from articles.parsing.datelines import read_dateline
from articles.parsing.lunar import last_lunar_date, lunar_date


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


@pytest.mark.parametrize(
    ("month", "day", "latest", "expected"),
    [
        (12, 30, date(2024, 3, 1), date(2024, 2, 9)),
        (12, 29, date(2026, 1, 25), date(2025, 1, 28)),
        (8, 15, date(1949, 12, 10), date(1949, 10, 6)),
        (2, 2, date(2050, 6, 1), date(2050, 2, 22)),
        (12, 25, date(2051, 1, 10), date(2050, 1, 18)),
    ],
)
def test_last_such_day_is_found(month, day, latest, expected):
    assert last_lunar_date(month, day, latest) == expected


@pytest.mark.parametrize(
    ("month", "day", "latest", "is_leap"),
    [
        (12, 20, date(1949, 3, 20), False),
        (2, 2, date(2051, 5, 1), False),
        (2, 2, date(2063, 5, 1), False),
        (12, 30, date(2025, 3, 1), False),
        (2, 1, date(2021, 10, 20), True),
    ],
)
def test_day_is_refused_where_its_year_is_not_known_or_lacks_it(month, day, latest, is_leap):
    with pytest.raises(ValueError, match=r"\d"):
        last_lunar_date(month, day, latest, is_leap=is_leap)


def test_lunar_day_of_an_edition_beyond_the_table_is_told_as_unknown():
    reading = read_dateline("本报讯", "二月初二，村里舞龙。", edition_date=date(2051, 4, 1))
    assert (reading.dateline.date, reading.doubt) == (None, "impossible_date")


@pytest.mark.parametrize(
    ("edition", "lead", "day", "doubt"),
    [
        (date(2024, 12, 30), "除夕当天，镇里将办灯会。", None, ""),
        (date(2024, 12, 30), "除夕当天，镇里办灯会。", date(2025, 1, 28), "after_edition"),
        (date(2024, 12, 30), "正月初八，水渠动工。", date(2025, 2, 5), "after_edition"),
        (date(2025, 2, 8), "正月初八，水渠动工。", date(2025, 2, 5), ""),
        (date(2024, 11, 30), "正月初八，水渠动工。", date(2024, 2, 17), ""),
        (date(2024, 2, 20), "腊月三十，镇里办灯会。", date(2024, 2, 9), ""),
        (date(2024, 1, 20), "闰二月初一，水渠动工。", date(2023, 3, 22), ""),
        (date(2024, 12, 1), "闰六月初一，水渠动工。", date(2025, 7, 25), "after_edition"),
        (date(2022, 1, 20), "闰二月初一，水渠动工。", date(2023, 3, 22), "after_edition"),
        (date(2021, 8, 20), "闰二月初一，水渠动工。", None, "impossible_date"),
    ],
)
def test_lunar_day_is_of_the_year_that_has_it_nearest(edition, lead, day, doubt):
    reading = read_dateline("本报讯", lead, edition_date=edition)
    assert (reading.dateline.date, reading.doubt) == (day, doubt)


@pytest.mark.parametrize(
    ("lead", "printed", "day", "doubt"),
    [
        ("今年正月初三，水渠动工。", "今年正月初三", date(2024, 2, 12), ""),
        ("去年腊月二十八，记者来到渠边。", "去年腊月二十八", date(2024, 2, 7), ""),
        ("2024年的农历正月初三，水渠动工。", "2024年的农历正月初三", date(2024, 2, 12), ""),
        ("去年正月初三，水渠动工。近日，水渠修好了。", "近日", None, ""),
        ("去年闰四月初一，水渠动工。", "去年闰四月初一", None, "impossible_date"),
        ("0000年正月初三，水渠动工。", "0000年正月初三", None, "impossible_date"),
    ],
)
def test_printed_year_decides_the_year_of_a_lunar_day(lead, printed, day, doubt):
    reading = read_dateline("本报讯", lead, edition_date=date(2024, 2, 22))
    assert (reading.dateline.text, reading.dateline.date, reading.doubt) == (printed, day, doubt)
