"""Whose events a calendar shows, and which of them fall on which days.

Only what live stories cover is in any: what the paper covered, where an official was in a role,
what a department held or what the news about it covers.
"""

from calendar import Calendar
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet

from articles.archive import Neighbours, stretch
from articles.attendance import AT_THE_EVENT, roles_at
from articles.listing import address
from articles.models import Event, EventHost, Mention, Version, VersionDepartment
from articles.selections import MANY, linked_by

# How far the nearest event is looked for where a calendar may hold very many.
REACH, EVER = 3 * 366, date.max.toordinal()
LONGEST = 366
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Activity:
    """An event in a calendar; `roles` are those of the official whose calendar it is."""

    event: Event
    url: str
    roles: tuple[str, ...] = ()

    @property
    def name(self):
        """What stands beside its kind and day; where the paper gives no name, the place."""
        return self.event.name or self.event.place

    @property
    def in_roles(self):
        return "、".join(self.roles)


@dataclass(frozen=True, slots=True)
class EventCalendar:
    """The events of one subject. `reach` is how many days far its neighbours are looked for."""

    events: QuerySet
    reach: int = REACH
    official: int | None = None

    def activities(self, first: date, last: date) -> list[Activity]:
        """Those of the days, in the order of their first ones. One query, of an official two."""
        events = list(self.between(first, last))
        if self.official is None:
            return [Activity(event, address("event", event.pk)) for event in events]
        roles = roles_at(self.official, [event.pk for event in events])
        return [
            Activity(event, address("event", event.pk), roles[event.pk])
            for event in events
            if event.pk in roles
        ]

    def between(self, first: date, last: date | None = None) -> QuerySet:
        """Those on any of the days, or from the first on, in the order of their days.

        One that has gone on for longer than LONGEST is found no more: so the index of days bounds
        what is looked through.
        """
        events = self.events.filter(date__gte=_days_from(first, -LONGEST))
        if last:
            events = events.filter(date__lte=last)
        return events.filter(Q(date__gte=first) | Q(ends_on__gte=first)).order_by("date", "id")

    def neighbours(self, first: date, last: date) -> Neighbours:
        """The first days of the nearest events that begin before and after the days."""
        return Neighbours(self._nearest_before(first), self._nearest_after(last))

    def latest(self, newest: date, today: date) -> date | None:
        """The first day of the latest event so far, in or before the year of the newest story."""
        return self._nearest_before(min(date(newest.year, 12, 31), today) + DAY)

    def _nearest_before(self, day):
        events = self.events.filter(date__lt=day, date__gte=_days_from(day, -self.reach))
        return events.order_by("-date").values_list("date", flat=True).first()

    def _nearest_after(self, day):
        events = self.events.filter(date__gt=day, date__lte=_days_from(day, self.reach))
        return events.order_by("date").values_list("date", flat=True).first()


def _days_from(day, number):
    """That many days from it, or the first or last that there is."""
    last = date.max.toordinal()
    return date.fromordinal(min(max(day.toordinal() + number, 1), last))


def of_paper() -> EventCalendar:
    return EventCalendar(Event.objects.filter(_covered()))


def of_official(key: int) -> EventCalendar:
    """Where live stories say that the official was, in a role."""
    mentions = Mention.objects.filter(official=key)
    are_many = _are_many(mentions)
    stories = linked_by(mentions.filter(AT_THE_EVENT), Version.objects.live(), are_many=are_many)
    if are_many:
        return EventCalendar(Event.objects.filter(_covered(stories)), REACH, key)
    return EventCalendar(Event.objects.filter(pk__in=_events_of(stories)), EVER, key)


def of_department(key: int) -> EventCalendar:
    """What the department held, and what the news about it covers.

    Few events are followed by their keys: a condition on each would be asked of every event there
    is, where the nearest one is far or missing.
    """
    links = VersionDepartment.objects.filter(department=key)
    held = EventHost.objects.filter(department=key).order_by()
    are_many = _are_many(links) or _are_many(held)
    stories = linked_by(links, Version.objects.live(), are_many=are_many)
    if are_many:
        told_or_held = Q(_covered(stories)) | Q(Exists(held.filter(event=OuterRef("pk"))))
        return EventCalendar(Event.objects.filter(_covered(), told_or_held), REACH)
    keys = _events_of(stories).union(held.values("event"))
    return EventCalendar(Event.objects.filter(_covered(), pk__in=keys), EVER)


def _covered(stories=None):
    stories = Version.objects.live() if stories is None else stories
    return Exists(stories.filter(event=OuterRef("pk")))


def _events_of(stories):
    return stories.filter(event__isnull=False).order_by().values("event")


def _are_many(links):
    """`selections.linked_by` says why that matters."""
    return links.order_by()[:MANY].count() >= MANY


def by_day(activities: Iterable[Activity], first: date, last: date) -> dict[date, list[Activity]]:
    """The activities of each day that has any, from the first day to the last."""
    days = defaultdict(list)
    for activity in activities:
        day = max(activity.event.date, first)
        while day <= min(activity.event.last_day, last):
            days[day].append(activity)
            day += DAY
    return days


@dataclass(frozen=True, slots=True)
class Day:
    """A day of a month with what is on; one without a date fills a week up."""

    date: date | None
    activities: list[Activity]


def weeks_of(activities: Iterable[Activity], first: date, last: date) -> list[list[Day]]:
    """The weeks of a month from Monday on, from its first to its last day."""
    days = by_day(activities, first, last)
    return [
        [
            Day(day, days.get(day, []))
            for number in week
            for day in [first.replace(day=number) if number else None]
        ]
        for week in Calendar().monthdayscalendar(first.year, first.month)
    ]


@dataclass(frozen=True, slots=True)
class Year:
    """What an official attended in a year. `before` and `after` are the nearest other years."""

    year: int
    activities: list[Activity]
    before: int | None
    after: int | None

    @property
    def months(self) -> list[tuple[date, dict[date, list[Activity]]]]:
        """Each month by its first day, with the activities of its days."""
        stretches = [stretch(self.year, month) for month in range(1, 13)]
        return [(first, by_day(self.activities, first, last)) for first, last in stretches]

    @property
    def kinds(self) -> list[tuple[str, str, int]]:
        """The kinds of event there are, as (value, label, number)."""
        numbers = Counter(activity.event.kind for activity in self.activities)
        return [(kind.value, kind.label, numbers[kind]) for kind in Event.Kind if numbers[kind]]


def year_of(calendar: EventCalendar, asked: int | None, newest: date, today: date) -> Year | None:
    """The year asked for, else that of the latest event; None where nothing is on record."""
    latest = None if asked else calendar.latest(newest, today)
    year = asked or (latest and latest.year)
    if not year:
        return None
    first, last = stretch(year)
    activities, beside = calendar.activities(first, last), calendar.neighbours(first, last)
    if not (activities or beside.before or beside.after):
        return None
    before, after = (day and day.year for day in (beside.before, beside.after))
    return Year(year, activities, before, after)
