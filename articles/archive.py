"""The archive by date: which days have stories, how they were printed, what stands beside them."""

from calendar import isleap, monthrange
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.db.models import Count, DateField, DateTimeField, F, Window
from django.db.models.functions import RowNumber
from django.utils import timezone

from articles.filters import StoryFilter
from articles.known import public_editions
from articles.listing import Card, address, address_of_day, cards
from articles.models import Page, Version
from articles.prepared import prepared
from articles.selections import card_rows

REACH = 100  # years that are looked through for the same day; no archive here is older
OF_AN_EARLIER_YEAR = 3


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


@dataclass(frozen=True, slots=True)
class EarlierDay:
    """A day of an earlier year with its first stories, as (address, headline), and their total."""

    day: date
    url: str
    total: int
    stories: list[tuple[str, str]]


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


@prepared(first=DateField(), last=DateField(), now=DateTimeField())
def _stories_by_day(first, last, now):
    live = Version.objects.live(now).filter(dated__gte=first, dated__lte=last).order_by()
    return live.values_list("dated").annotate(stories=Count("id"))


def stories_by_day(first, last):
    """How many stories each day of the stretch has, by month: {4: {3: 12, 5: 1}}."""
    by_month = defaultdict(dict)
    for row in _stories_by_day(first=first, last=last, now=timezone.now()):
        by_month[row.dated.month][row.dated.day] = row.stories
    return by_month


@prepared(days=[DateField()], now=DateTimeField())
def _first_of_days(days, now):
    """The first stories of each day, as printed, with the number of all."""
    order = (F("page__number").asc(nulls_last=True), "position", "article_id")
    stories = (
        Version.objects.live(now)
        .filter(dated__in=days)
        .annotate(
            place=Window(RowNumber(), partition_by="dated", order_by=order),
            total=Window(Count("id"), partition_by="dated"),
        )
    )
    first = stories.filter(place__lte=OF_AN_EARLIER_YEAR).order_by("-dated", "place")
    return first.values_list("dated", "article_id", "headline", "place", "total")


def earlier_years(day) -> list[EarlierDay]:
    """The same day of the years before, the latest first, with the first stories of each."""
    days = [day.replace(year=year) for year in _earlier_years_with(day)]
    return [
        EarlierDay(
            day=dated,
            url=address_of_day(dated),
            total=rows[0].total,
            stories=[(address("story", row.article_id), row.headline) for row in rows],
        )
        for dated, group in groupby(
            _first_of_days(days=days, now=timezone.now()), key=lambda row: row.dated
        )
        for rows in [list(group)]
    ]


def _earlier_years_with(day):
    """The years in reach before this one that have that day: most have no 29 February."""
    years = range(max(day.year - REACH, 1), day.year)
    return [year for year in years if (day.month, day.day) != (2, 29) or isleap(year)]


@prepared(day=DateField(), now=DateTimeField())
def _editions(day, now):
    return public_editions(now).filter(date=day)


def edition_of(day):
    """The paper of that day, if readers may read a story of it; or None."""
    return _editions.first(day=day, now=timezone.now())


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
