"""The archive by date: which days have stories, how they were printed, what stands beside them."""

from calendar import monthrange
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.db.models import DateField, DateTimeField
from django.utils import timezone

from articles.filters import StoryFilter
from articles.listing import Card, cards
from articles.models import Edition, Page, Version
from articles.prepared import prepared
from articles.selections import card_rows


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


@prepared(day=DateField(), now=DateTimeField())
def _day_before(day, now):
    live = Version.objects.live(now).filter(dated__lt=day)
    return live.order_by("-dated").values_list("dated")[:1]


@prepared(day=DateField(), now=DateTimeField())
def _day_after(day, now):
    live = Version.objects.live(now).filter(dated__gt=day)
    return live.order_by("dated").values_list("dated")[:1]


def neighbours(first, last):
    before = _day_before.first(day=first, now=timezone.now())
    after = _day_after.first(day=last, now=timezone.now())
    return Neighbours(before and before.dated, after and after.dated)


def days_with_stories(first, last):
    """Those days of the stretch, by month: {4: {3, 5, 10}}."""
    days = Version.objects.live().filter(dated__range=(first, last)).order_by()
    by_month = defaultdict(set)
    for day in days.values_list("dated", flat=True).distinct():
        by_month[day.month].add(day.day)
    return by_month


@prepared(value=DateField())
def _editions(value):
    return Edition.objects.filter(date=value)


def edition_of(day):
    """The paper of that day, or None."""
    return _editions.first(value=day)


def _printed_rows(versions):
    """Card rows with the page, as the edition prints them."""
    return card_rows(versions.in_page_order(), "page__number", "page__name")


@prepared(day=DateField(), now=DateTimeField())
def _all_rows_of_day(day, now):
    return _printed_rows(Version.objects.live(now).filter(dated=day))


def rows_of_day(day, filtered: StoryFilter):
    """Card rows, with the page, of the stories of a day that the reader asked for."""
    if not filtered.is_active:
        return _all_rows_of_day(day=day, now=timezone.now())
    return _printed_rows(filtered.narrow(Version.objects.live().filter(dated=day)))


def printed_pages(rows):
    """The stories by page, of rows in printed order."""
    rows = list(rows)
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
