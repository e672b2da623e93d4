"""On which day a feast of the sun's calendar is, and on which the days off round it begin."""

from datetime import date, timedelta

from .lexicon.feasts import (
    BEGINS_DAYS_OFF_EXCEPT_IN,
    DAYS_OFF_BEFORE,
    HOLIDAYS,
    SHORT_HOLIDAYS_SINCE,
    SOLAR_CORRECTIONS,
    SOLAR_TERMS,
    SUNDAYS,
    UNRULED_FEASTS,
)

DAYS_OF_A_WEEK = 7
OCTOBER = 10


def day_of_feast(name: str, year: int) -> date:
    """The day of one that has the same date each year, is a Sunday or depends on the sun."""
    if name in SUNDAYS:
        return _sunday(year, *SUNDAYS[name])
    if name in SOLAR_TERMS:
        return _solar_term(name, year)
    month, day = HOLIDAYS.get(name) or HOLIDAYS[f"“{name}"]
    return date(year, month, day)


def _sunday(year: int, month: int, place: int) -> date:
    first = date(year, month, 1)
    return first + timedelta(days=6 - first.weekday() + DAYS_OF_A_WEEK * (place - 1))


def _solar_term(name: str, year: int) -> date:
    """Raises ValueError outside the years for which the formula holds.

    寿星通用公式: the sun's longitude in steps of 0.2422 days a year, less the leap days.
    """
    if not 1901 <= year <= 2099:
        raise ValueError(year)
    month, *constants = SOLAR_TERMS[name]
    century, years = divmod(year - 1900, 100)
    day = int(years * 0.2422 + constants[century]) - years // 4
    return date(year, month, day + SOLAR_CORRECTIONS.get((name, year), 0))


def first_day_off(feast: date) -> date | None:
    """The first of the days off round a feast, where a rule tells it.

    The long holidays begin with their feast, in most years; a feast of few days has its weekend.
    """
    exceptions = BEGINS_DAYS_OFF_EXCEPT_IN.get((feast.month, feast.day))
    if exceptions and feast.year not in exceptions:
        return feast
    before = DAYS_OFF_BEFORE[feast.weekday()]
    is_unruled = (feast.year, feast.month, feast.day) in UNRULED_FEASTS
    if feast.year < SHORT_HOLIDAYS_SINCE or feast.month == OCTOBER or before is None or is_unruled:
        return None
    return feast - timedelta(days=before)
