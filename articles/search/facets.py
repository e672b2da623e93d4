"""How the hits of a search are spread: over years, bodies, people, kinds of event and pages."""

from collections import Counter
from dataclasses import dataclass

from django.db.models import Count
from django.utils.translation import gettext_lazy as _

from articles.models import Credit, Event, Mention, Version, VersionDepartment
from articles.search.among import listed
from articles.search.entries import day_of

SHOWN = 8


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a facet: what is shown, what the address asks for, and how many hits have it."""

    label: str
    asked: dict[str, str]
    number: int


@dataclass(frozen=True, slots=True)
class Facet:
    """One way to tell the hits apart. `names` are what its values ask for in an address."""

    title: str
    names: tuple[str, ...]
    values: list[Value]


def facets(hits) -> list[Facet]:
    """The facets of hits, each with its most frequent values; without those of no value."""
    versions = listed(hits.versions)
    found = [
        Facet(_("Year"), ("since", "until"), _years(hits)),
        _linked(_("Department"), "department", VersionDepartment, versions),
        _linked(_("Official"), "official", Mention, versions),
        _linked(_("Reporter"), "reporter", Credit, versions),
        Facet(_("Kind of event"), ("event",), _kinds(versions)),
        Facet(_("Page of the paper"), ("printed_page",), _pages(versions)),
    ]
    return [facet for facet in found if facet.values]


def _years(hits):
    numbers = Counter(day_of(key).year for key in hits.keys)
    return [
        Value(str(year), {"since": f"{year}-01-01", "until": f"{year}-12-31"}, numbers[year])
        for year in sorted(numbers, reverse=True)
    ]


def _linked(title, name, links, versions):
    rows = (
        links.objects.filter(version__in=versions, **{f"{name}__isnull": False})
        .order_by()
        .values_list(f"{name}__name", f"{name}__slug")
        .annotate(number=Count("version", distinct=True))
        .order_by("-number", f"{name}__name")
    )
    values = [Value(label, {name: slug}, number) for label, slug, number in rows[:SHOWN]]
    return Facet(title, (name,), values)


def _kinds(versions):
    rows = _counted(versions, "event__kind")
    return [Value(Event.Kind(kind).label, {"event": kind}, number) for kind, number in rows]


def _pages(versions):
    rows = _counted(versions, "page__number")
    return [Value(number, {"printed_page": number}, count) for number, count in rows]


def _counted(versions, field):
    rows = Version.objects.filter(pk__in=versions, **{f"{field}__isnull": False}).order_by()
    counted = rows.values_list(field).annotate(number=Count("pk"))
    return counted.order_by("-number", field)[:SHOWN]
