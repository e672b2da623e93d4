"""The archive by date: which days have stories, how they were printed, what stands beside them."""

from calendar import monthrange
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from articles.listing import Card, card_rows, cards
from articles.models import Page, Version


@dataclass(frozen=True, slots=True)
class PrintedPage:
    """A page of an edition with its stories. The stories of the web only have no number."""

    number: str
    label: str
    stories: list[Card]


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The nearest days with stories before and after a stretch of days; None at the ends."""

    before: date | None
    after: date | None


def stretch(year, month=None):
    """The first and last day of a year or month. ValueError for one that no calendar has."""
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def neighbours(first, last):
    days = Version.objects.live().values_list("dated", flat=True)
    return Neighbours(
        before=days.filter(dated__lt=first).order_by("-dated").first(),
        after=days.filter(dated__gt=last).order_by("dated").first(),
    )


def days_with_stories(first, last):
    """Those days of the stretch, by month: {4: {3, 5, 10}}."""
    days = Version.objects.live().filter(dated__range=(first, last)).order_by()
    by_month = defaultdict(set)
    for day in days.values_list("dated", flat=True).distinct():
        by_month[day.month].add(day.day)
    return by_month


def printed_pages(versions):
    """The stories by page, as the edition prints them; those without a page come last."""
    rows = list(card_rows(versions.in_page_order(), "page__number", "page__name"))
    rows.sort(key=lambda row: row.page__number is None)
    stories = zip(rows, cards(rows), strict=True)
    return [
        PrintedPage(
            number=number or "",
            label=Page(number=number, name=name).label if number else "",
            stories=[card for _row, card in group],
        )
        for (number, name), group in groupby(
            stories, key=lambda pair: (pair[0].page__number, pair[0].page__name)
        )
    ]
