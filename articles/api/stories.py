"""Stories with their parts, for a page of the API: a fixed number of queries, however many."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from django.db.models import BigIntegerField, DateTimeField
from django.utils import timezone

from articles.models import (
    Correction,
    Credit,
    Decision,
    Mention,
    Photo,
    Version,
    VersionDepartment,
)
from articles.prepared import prepared
from articles.reading import STORY_FIELDS

FIELDS = (
    *STORY_FIELDS,
    *("edition__date", "edition__number", "article__source_system"),
)


@dataclass(frozen=True, slots=True)
class Story:
    """A live version with its parts, each a row of its query."""

    row: Any
    credits: list
    mentions: list
    departments: list
    photos: list
    corrections: list


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """What may be said of a story that was taken back: its number, when, and why."""

    article: int
    number: int
    at: Any
    note: str


@prepared(versions=[BigIntegerField()], now=DateTimeField())
def _rows(versions, now):
    rows = Version.objects.filter(pk__in=versions).with_first_release(now).order_by()
    return rows.values_list(*FIELDS, "first_release")


@prepared(versions=[BigIntegerField()])
def _credits(versions):
    credits = Credit.objects.filter(version__pk__in=versions).order_by("position", "id")
    return credits.values_list(
        "version_id", "as_printed", "capacity", "has_text", "has_photos", "reporter__slug"
    )


@prepared(versions=[BigIntegerField()])
def _mentions(versions):
    mentions = Mention.objects.filter(version__pk__in=versions).order_by("position", "id")
    return mentions.values_list(
        "version_id", "name_as_printed", "title_as_printed", "acts", "official__slug"
    )


@prepared(versions=[BigIntegerField()])
def _departments(versions):
    links = VersionDepartment.objects.filter(version__pk__in=versions).order_by("id")
    return links.values_list("version_id", "department__name", "department__slug")


@prepared(versions=[BigIntegerField()])
def _photos(versions):
    photos = Photo.objects.filter(version__pk__in=versions).order_by("position", "id")
    return photos.values_list(
        "version_id", *("image", "width", "height", "alt_text", "caption", "credit", "placed_after")
    )


@prepared(articles=[BigIntegerField()], now=DateTimeField())
def _corrections(articles, now):
    corrections = Correction.objects.came_out(now).filter(version__article__pk__in=articles)
    return corrections.order_by("version__publish_at", "position", "id").values_list(
        "version__article_id", "wrong", "right", "remark", "version__publish_at"
    )


def stories_of(versions) -> list[Story]:
    """The versions of those keys, in that order. The caller answers for their being live."""
    now = timezone.now()
    rows = {row.id: row for row in _rows(versions=versions, now=now)}
    parts = [
        _by_first(query(versions=versions))
        for query in (_credits, _mentions, _departments, _photos)
    ]
    articles = [row.article_id for row in rows.values()]
    corrections = _by_first(_corrections(articles=articles, now=now))
    return [
        Story(rows[pk], *(part[pk] for part in parts), corrections[rows[pk].article_id])
        for pk in versions
    ]


def withdrawn_of(articles) -> dict[int, Withdrawn]:
    """Those of the articles that readers once could read, and were taken back, by their keys."""
    taken_back = Version.objects.taken_back().filter(article__in=articles).order_by("number")
    rows = {row.article_id: row for row in taken_back.only("article", "number", "withdrawn_at")}
    notes = Decision.objects.filter(version__in=rows.values(), move=Decision.Move.WITHDRAW)
    note_of = dict(notes.order_by("id").values_list("version__article_id", "note_to_readers"))
    return {
        article: Withdrawn(article, row.number, row.withdrawn_at, note_of.get(article, ""))
        for article, row in rows.items()
    }


def _by_first(rows):
    """Rows by their first column."""
    found = defaultdict(list)
    for row in rows:
        found[row[0]].append(row)
    return found
