"""Lists of stories: filtered by the address, shown as cards in a fixed number of queries."""

import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from html import unescape

from django.db.models import BigIntegerField
from django.urls import reverse

from articles.filters import StoryFilter
from articles.models import Event, Photo, Version, VersionDepartment
from articles.paging import beginning_of, is_walked, part_of
from articles.prepared import prepared
from articles.selections import Selection, card_rows
from articles.shown_pictures import PICTURE, Picture, picture_of

SUMMARY = 90

_TAG = re.compile(r"<[^>]*>?")


@lru_cache(maxsize=20_000)
def address(name, key):
    """The address of a page about one thing. Kept, because lists ask for many."""
    return reverse(f"articles:{name}", args=[key])


def address_of_day(day):
    return reverse("articles:day", args=[day.year, day.month, day.day])


@lru_cache(maxsize=1_000)
def address_of_page(day, number):
    """The address of a printed page, by the day of its edition and its number."""
    return reverse("articles:page", args=[day, number])


@dataclass(frozen=True, slots=True)
class Card:
    """A story as lists show it. `note` says why it is in this list, where that needs saying."""

    url: str
    kicker: str
    headline: str
    deck: str
    opening: str
    dated: date
    departments: tuple[tuple[str, str], ...]
    picture: Picture | None
    note: str = ""

    @property
    def summary(self):
        return summary_of(self.opening)

    @property
    def iso_date(self):
        return self.dated.isoformat()


@dataclass(frozen=True, slots=True)
class StoryList:
    """One part of a filtered list of stories, with the addresses of its neighbours."""

    filter: StoryFilter
    cards: list[Card]
    newer_url: str
    older_url: str


def summary_of(opening):
    """The first words of a body, from its first few hundred characters of markup."""
    text = text_of(opening)
    return text if len(text) <= SUMMARY else f"{text[:SUMMARY].rstrip('，、；：')}…"


def text_of(markup):
    """The text of a body, or of the beginning of one, in one line."""
    return unescape(_TAG.sub("", markup)).strip()


@prepared(versions=[BigIntegerField()])
def _links_to_departments(versions):
    links = VersionDepartment.objects.filter(version__pk__in=versions).order_by("id")
    return links.values_list("version_id", "department__name", "department__slug")


@prepared(versions=[BigIntegerField()])
def _photos_of(versions):
    photos = Photo.objects.filter(version__pk__in=versions).order_by("-position", "-id")
    return photos.values_list("version_id", *PICTURE)


def departments_of(versions):
    """The (name, address) of the bodies that each version is filed under."""
    departments = defaultdict(list)
    for version, name, slug in _links_to_departments(versions=versions):
        departments[version].append((name, address("department", slug)))
    return departments


def cards(rows, notes=None):
    """Cards for rows of `card_rows`, in two queries however many. `notes` maps version ids."""
    ids = [row.id for row in rows]
    departments = departments_of(ids)
    pictures = {version: photo for version, *photo in _photos_of(versions=ids)}
    return [
        Card(
            url=address("story", row.article_id),
            kicker=row.kicker,
            headline=row.headline,
            deck=row.deck,
            opening=row.opening,
            dated=row.dated,
            departments=tuple(departments[row.id]),
            picture=picture_of(*pictures[row.id]) if row.id in pictures else None,
            note=(notes or {}).get(row.id, ""),
        )
        for row in rows
    ]


def story_list(
    request, stories: Selection, *, without=(), notes: Callable[[list[int]], dict] | None = None
) -> StoryList:
    """The part of a list of stories that the address asks for.

    `without` names filters that the page itself already sets; `notes` maps the ids of the
    versions shown to a line about each.
    """
    filtered = StoryFilter(request.GET, without=without)
    if filtered.is_active or is_walked(request.GET):
        part = part_of(card_rows(filtered.narrow(stories.queryset)), request.GET)
    else:
        part = beginning_of(stories.newest())
    return StoryList(
        filter=filtered,
        cards=cards(part.rows, notes([row.id for row in part.rows]) if notes else None),
        newer_url=filtered.address(after=part.newer) if part.newer else "",
        older_url=filtered.address(before=part.older) if part.older else "",
    )


@dataclass(frozen=True, slots=True)
class CoveredEvent:
    """An event as lists show it, with the headlines of its live stories."""

    event: Event
    url: str
    headlines: list[tuple[str, str]]


def with_headlines(events):
    """The events with their live stories, newest first, in one query."""
    headlines = defaultdict(list)
    live = Version.objects.live().filter(event__in=events).newest_first()
    for event, article, headline in live.values_list("event", "article_id", "headline"):
        headlines[event].append((address("story", article), headline))
    return [
        CoveredEvent(event, address("event", event.pk), headlines[event.pk]) for event in events
    ]
