"""Output figures of one month: by reporter, by department, story by story.

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
    capacity: str
    stories: int = 0
    characters: int = 0
    photographed: int = 0


@dataclass(slots=True)
class DepartmentOutput:
    name: str
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


def figures_of(day):
    """The figures of the month in which the day lies."""
    first, last = month_of(day)
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
    figures = Figures(first, last)
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
        for (name,) in departments[pk]:
            one = bodies.setdefault(name, DepartmentOutput(name))
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
    return ReporterOutput(name, str(Credit.Capacity(capacity).label))


def _by_version(rows):
    found = defaultdict(list)
    for version, *values in rows:
        found[version].append(values)
    return found
