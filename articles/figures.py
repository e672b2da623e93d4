"""Output figures of some months: by month, by reporter, by department, story by story.

What counts is what readers can read: live stories, by the day under which they are filed. A story
of two reporters counts for both. Characters are counted the Chinese way (articles/body.py).
"""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta

from articles.body import plain_text
from articles.length import length_of
from articles.models import Credit, Photo, Version, VersionDepartment


@dataclass(slots=True)
class ReporterOutput:
    """What one byline brought in: stories written, their characters, stories photographed."""

    name: str
    capacity: Credit.Capacity
    stories: int = 0
    characters: int = 0
    photographed: int = 0


@dataclass(slots=True)
class DepartmentOutput:
    name: str
    stories: int = 0
    characters: int = 0


@dataclass(slots=True)
class MonthOutput:
    """`first` and `last` are the days of the month."""

    first: date
    last: date
    stories: int = 0
    characters: int = 0


@dataclass(frozen=True, slots=True)
class StoryOutput:
    pk: int
    dated: date
    page: str
    headline: str
    characters: int
    photos: int
    bylines: str
    departments: str


@dataclass(slots=True)
class Figures:
    first: date
    last: date
    months: list[MonthOutput] = field(default_factory=list)
    reporters: list[ReporterOutput] = field(default_factory=list)
    departments: list[DepartmentOutput] = field(default_factory=list)
    stories: list[StoryOutput] = field(default_factory=list)

    @property
    def characters(self):
        return sum(story.characters for story in self.stories)


def month_of(day):
    """The first and the last day of its month."""
    first = day.replace(day=1)
    return first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)


def months_of(first, last):
    """Each month from that of one day to that of another, as (first day, last day)."""
    months = [month_of(first)]
    while months[-1][1] < last:
        months.append(month_of(months[-1][1] + timedelta(days=1)))
    return months


def figures_of(day, until=None):
    """The figures of the month in which the day lies, or of all to the month of another day."""
    months = [MonthOutput(*days) for days in months_of(day, until or day)]
    first, last = months[0].first, months[-1].last
    stories = Version.objects.live().filter(dated__gte=first, dated__lte=last)
    credits = _by_version(
        Credit.objects.filter(version__in=stories)
        .order_by("position", "id")
        .values_list(
            "version", "as_printed", "reporter__name", "capacity", "has_text", "has_photos"
        )
    )
    departments = _by_version(
        VersionDepartment.objects.filter(version__in=stories).values_list(
            "version", "department__name"
        )
    )
    photos = _by_version(Photo.objects.filter(version__in=stories).values_list("version", "pk"))
    figures = Figures(first, last, months)
    by_month = {month.first: month for month in months}
    reporters, bodies = {}, {}
    rows = stories.order_by("dated", "page__number", "position", "id").values_list(
        "pk", "dated", "page__number", "headline", "body"
    )
    for pk, dated, page, headline, body in rows.iterator(chunk_size=500):
        characters = length_of(plain_text(body))
        for printed, name, capacity, has_text, has_photos in credits[pk]:
            name = name or printed
            one = reporters.setdefault((name, capacity), _reporter(name, capacity))
            one.stories += has_text
            one.characters += characters if has_text else 0
            one.photographed += has_photos
        bodies_named = [
            bodies.setdefault(name, DepartmentOutput(name)) for (name,) in departments[pk]
        ]
        for one in [by_month[dated.replace(day=1)], *bodies_named]:
            one.stories += 1
            one.characters += characters
        figures.stories.append(
            StoryOutput(
                pk=pk,
                dated=dated,
                page=page or "",
                headline=headline,
                characters=characters,
                photos=len(photos[pk]),
                bylines="、".join(printed for printed, *_rest in credits[pk]),
                departments="、".join(name for (name,) in departments[pk]),
            )
        )
    figures.reporters = sorted(
        reporters.values(), key=lambda one: (-one.stories - one.photographed, one.name)
    )
    figures.departments = sorted(bodies.values(), key=lambda one: (-one.stories, one.name))
    return figures


def _reporter(name, capacity):
    return ReporterOutput(name, Credit.Capacity(capacity))


def _by_version(rows):
    found = defaultdict(list)
    for version, *values in rows:
        found[version].append(values)
    return found
