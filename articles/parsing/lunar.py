"""Compute the day of the lunar calendar: 正月十五 of a year."""

from collections.abc import Iterable
from contextlib import suppress
from datetime import date, timedelta

from .lexicon.lunar import FIRST_LUNAR_YEAR, LUNAR_YEARS

YEARS = LUNAR_YEARS.split()
MONTHS_OF_A_YEAR = 12


def lunar_date(year: int, month: int, day: int, *, is_leap: bool = False) -> date:
    """The date of that day. Raises ValueError where the year is not known or has no such day."""
    if not 0 <= year - FIRST_LUNAR_YEAR < len(YEARS):
        raise ValueError(year)
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


def lunar_dates(years: Iterable[int], month: int, day: int, *, is_leap: bool = False) -> list[date]:
    """The dates of that day in those of the years that have it."""
    dates = []
    for year in years:
        with suppress(ValueError):
            dates.append(lunar_date(year, month, day, is_leap=is_leap))
    return dates
