"""Which stories a page lists: all, those of some days, of an event, of a body or a person.

A selection is a condition on live stories. Readers who filter the list or walk it are answered by
a queryset; its beginning, which nearly every reader asks for, is a prepared query.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import (
    BigIntegerField,
    CharField,
    DateField,
    DateTimeField,
    Exists,
    OuterRef,
)
from django.db.models.functions import Substr
from django.utils import timezone

from articles.models import Credit, Event, Mention, Version, VersionDepartment
from articles.paging import PART
from articles.prepared import prepared

CARD_FIELDS = ("id", "article_id", "kicker", "headline", "deck", "dated", "opening")
MANY = 500


def card_rows(versions, *more):
    """The versions as rows of what a card needs and `more`, bodies cut to their beginning."""
    opened = versions.annotate(opening=Substr("body", 1, 400))
    return opened.values_list(*CARD_FIELDS, *more, named=True)


def linked_by(links, versions, *, are_many):
    """Those of the versions that `links`, rows of a table of links, lead to.

    A few links are followed and the stories sorted. Many are looked up along the stories in the
    order of their dates, which ends with the first part of the list. Databases without
    statistics of skew would choose the first way always.
    """
    if are_many:
        return versions.filter(Exists(links.filter(version=OuterRef("pk"))))
    return versions.filter(pk__in=links.values("version"))


@dataclass(frozen=True, slots=True)
class Selection:
    narrow: Callable
    beginning: Callable
    values: dict[str, Any]

    @property
    def queryset(self):
        return self.narrow(Version.objects.live(), **self.values)

    def newest(self):
        """The first part of the list and one story more, if there is one, as card rows."""
        return self.beginning(now=timezone.now(), **self.values)


def selection(**fields):
    """Make a selection of a condition: a function from live versions and values to versions.

    `fields` gives the types of the values, as for a prepared query.
    """

    def decorate(narrow):
        @prepared(now=DateTimeField(), **fields)
        def beginning(now, **values):
            versions = narrow(Version.objects.live(now), **values)
            # Two steps, lest the database read the bodies of all the stories that it sorts.
            newest = versions.newest_first().values("pk")[: PART + 1]
            return card_rows(Version.objects.filter(pk__in=newest).newest_first())

        def select(**values):
            return Selection(narrow, beginning, values)

        return select

    return decorate


def linked_selection(links, record, many=MANY):
    """A selection by a table of links: the stories that it ties to one record."""

    @prepared(record=BigIntegerField())
    def last_of_few(record):
        return rows_of(record).order_by().values_list("pk")[many - 1 : many]

    @selection(record=BigIntegerField())
    def of_few(versions, record):
        return linked_by(rows_of(record), versions, are_many=False)

    @selection(record=BigIntegerField())
    def of_many(versions, record):
        return linked_by(rows_of(record), versions, are_many=True)

    def rows_of(key):
        return links.objects.filter(**{record: key})

    def select(key):
        choose = of_many if last_of_few(record=key) else of_few
        return choose(record=key)

    return select


@selection()
def all_stories(versions):
    return versions


@selection(first=DateField(), last=DateField())
def of_days(versions, first, last):
    return versions.filter(dated__gte=first, dated__lte=last)


@selection(event=BigIntegerField())
def of_event(versions, event):
    return versions.filter(event=event)


@selection(edition=BigIntegerField())
def of_edition(versions, edition):
    return versions.filter(edition=edition)


@selection(page=BigIntegerField())
def of_page(versions, page):
    return versions.filter(page=page)


def covering(versions, kind):
    """Those that cover an event of that kind."""
    return versions.filter(Exists(Event.objects.filter(pk=OuterRef("event"), kind=kind)))


_of_common_kind = selection(kind=CharField())(covering)


@selection(kind=CharField())
def _of_rare_kind(versions, kind):
    covered = Version.objects.filter(event__in=Event.objects.filter(kind=kind)).order_by()
    return versions.filter(pk__in=covered.values("pk"))


@prepared(kind=CharField())
def _last_of_few_events(kind):
    return Event.objects.filter(kind=kind).order_by().values_list("pk")[MANY - 1 : MANY]


def of_kind(kind):
    """Few events are followed to their stories; many are looked up along the newest stories."""
    select = _of_common_kind if _last_of_few_events(kind=kind) else _of_rare_kind
    return select(kind=kind)


of_department = linked_selection(VersionDepartment, "department")
of_official = linked_selection(Mention, "official")
of_reporter = linked_selection(Credit, "reporter")
