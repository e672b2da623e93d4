"""Compute the day of the lunar calendar: 正月十五 of a year."""

from datetime import date, timedelta

from .lexicon.lunar import FIRST_LUNAR_YEAR, LUNAR_YEARS

YEARS = LUNAR_YEARS.split()
MONTHS_OF_A_YEAR = 12
# No lunar year begins earlier in January.
EARLIEST_NEW_YEAR = 21
YEARS_BACK = 3


class UnknownYear(ValueError):
    """A year that the table does not hold."""


def lunar_date(year: int, month: int, day: int, *, is_leap: bool = False) -> date:
    """The date of that day. Raises ValueError where the year has no such day or is not known."""
    if not 0 <= year - FIRST_LUNAR_YEAR < len(YEARS):
        raise UnknownYear(year)
    begins, leap, lengths = YEARS[year - FIRST_LUNAR_YEAR].split(":")
    months = [29 + int(bit) for bit in f"{int(lengths, 16):b}"[1:]]
    twice = int(leap, 16)
    if (is_leap and month != twice) or not 1 <= month <= MONTHS_OF_A_YEAR:
        raise ValueError(month)
    number = month - 1 + (is_leap or 0 < twice < month)
    if not 1 <= day <= months[number]:
        raise ValueError(day)
    first = date(year, int(begins[:2]), int(begins[2:]))
    return first + timedelta(days=sum(months[:number]) + day - 1)


def last_lunar_date(month: int, day: int, latest: date, *, is_leap: bool = False) -> date:
    """That day of the last such month in which it lies no later than `latest`, or of the next one.

    Raises ValueError where that month lacks the day, no year near has such a month, or one in
    which it may lie is not known.
    """
    last_year = (latest - timedelta(days=EARLIEST_NEW_YEAR - 1)).year
    later = None
    for year in (*range(last_year, last_year - YEARS_BACK, -1), last_year + 1):
        try:
            first = lunar_date(year, month, 1, is_leap=is_leap)
        except UnknownYear:
            raise
        except ValueError:
            continue
        if first + timedelta(days=day - 1) <= latest:
            return lunar_date(year, month, day, is_leap=is_leap)
        later = later or year
    if later is None:
        raise ValueError(month)
    return lunar_date(later, month, day, is_leap=is_leap)
