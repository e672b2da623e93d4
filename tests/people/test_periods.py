from datetime import date

import pytest

from people.periods import Covers, PartialDate, Period

D = date.fromisoformat


@pytest.mark.parametrize(
    ("typed", "earliest", "latest", "written"),
    [
        ("2023", "2023-01-01", "2023-12-31", "2023"),
        ("2023年", "2023-01-01", "2023-12-31", "2023"),
        ("2023-05", "2023-05-01", "2023-05-31", "2023-05"),
        ("2023年5月", "2023-05-01", "2023-05-31", "2023-05"),
        ("2024.2", "2024-02-01", "2024-02-29", "2024-02"),
        ("2023/5", "2023-05-01", "2023-05-31", "2023-05"),
        ("2023-05-31", "2023-05-31", "2023-05-31", "2023-05-31"),
        ("2023年5月31日", "2023-05-31", "2023-05-31", "2023-05-31"),
        ("２０２３．５．３１", "2023-05-31", "2023-05-31", "2023-05-31"),
        ("2023/5/31", "2023-05-31", "2023-05-31", "2023-05-31"),
        (" 2023 年 5 月 1 日 ", "2023-05-01", "2023-05-01", "2023-05-01"),
        ("不晚于2023-05-31", None, "2023-05-31", "≤2023-05-31"),
        ("≤2023", None, "2023-12-31", "≤2023-12-31"),
        ("2023-01/2023-03", "2023-01-01", "2023-03-31", "2023-01-01/2023-03-31"),
    ],
)
def test_what_is_typed_is_a_day_known_in_part(typed, earliest, latest, written):
    day = PartialDate.parse(typed)

    assert (day.earliest, day.latest) == (earliest and D(earliest), D(latest))
    assert str(day) == written
    assert PartialDate.parse(written) == day


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "5月",
        "2023-13",
        "2023年2月29日",
        "20230531",
        "去年",
        "2023-05-",
        "1023",
        "2023-03/2023-01",
    ],
)
def test_what_is_no_day_is_refused(typed):
    with pytest.raises(ValueError, match=r".+"):
        PartialDate.parse(typed)


YEAR = PartialDate.parse("2023")


@pytest.mark.parametrize(
    ("bounds", "day", "covers"),
    [
        (("2023-06-01", "2023-06-01", None, None), "2023-05-31", Covers.NO),
        (("2023-06-01", "2023-06-01", None, None), "2023-06-01", Covers.YES),
        # Appointed some day of 2023.
        (("2023-01-01", "2023-12-31", None, None), "2022-12-31", Covers.NO),
        (("2023-01-01", "2023-12-31", None, None), "2023-05-01", Covers.UNKNOWN),
        (("2023-01-01", "2023-12-31", None, None), "2023-12-31", Covers.YES),
        # The end is the first day out of office.
        ((None, "2020-01-01", "2023-06-01", "2023-06-01"), "2023-05-31", Covers.YES),
        ((None, "2020-01-01", "2023-06-01", "2023-06-01"), "2023-06-01", Covers.NO),
        ((None, "2020-01-01", "2023-01-01", "2023-12-31"), "2023-05-01", Covers.UNKNOWN),
        # Left by then, nobody knows when.
        ((None, "2020-01-01", None, "2023-06-01"), "2022-01-01", Covers.UNKNOWN),
        ((None, "2020-01-01", None, "2023-06-01"), "2023-06-01", Covers.NO),
        # Seen in office on a day, and no more is known of the start.
        ((None, "2020-01-01", None, None), "2019-12-31", Covers.UNKNOWN),
        ((None, "2020-01-01", None, None), "2026-01-01", Covers.YES),
        ((None, None, None, None), "2026-01-01", Covers.UNKNOWN),
    ],
)
def test_a_period_covers_a_day_surely_or_perhaps(bounds, day, covers):
    assert Period(*(bound and D(bound) for bound in bounds)).covers(D(day)) is covers


def period(start="", end=""):
    bounds = []
    for text in (start, end):
        day = PartialDate.parse(text) if text else None
        bounds += [day and day.earliest, day and day.latest]
    return Period(*bounds)


@pytest.mark.parametrize(
    ("one", "other", "overlap"),
    [
        (("2020-01-01", ""), ("2023-06-01", ""), True),
        (("2020-01-01", "2023-06-01"), ("2023-06-01", ""), False),
        (("2020-01-01", "2023-06-02"), ("2023-06-01", ""), True),
        (("2020", "2023"), ("2023", ""), False),
        (("2020", "2023"), ("2022", ""), True),
        (("", ""), ("", ""), True),
        (("", ""), ("2023-06-01", ""), True),
        (("", ""), ("2020", "2022"), False),
        (("", "2023-06-01"), ("2023-06-01", ""), False),
        (("", "2023-06-01"), ("", "2023-06-01"), False),
    ],
)
def test_periods_overlap_where_no_days_within_the_bounds_keep_them_apart(one, other, overlap):
    assert period(*one).surely_overlaps(period(*other)) is overlap
    assert period(*other).surely_overlaps(period(*one)) is overlap
