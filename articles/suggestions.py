"""Whom and what a text names, for the editor to link: read as the importer reads it."""

from dataclasses import dataclass

from django.db.models import Q

from articles.body import paragraphs
from articles.parsing.departments import find_departments
from articles.parsing.mentions import find_mentions
from articles.parsing.officials import read_officials
from people.models import Department, Official

LONGEST = 50_000


@dataclass(frozen=True, slots=True)
class SuggestedOfficial:
    """A name printed with a title. `official` is the one person known by it, as (key, label)."""

    name: str
    title: str
    acts: str
    official: tuple[int, str] | None


@dataclass(frozen=True, slots=True)
class SuggestedDepartment:
    pk: int
    name: str


def suggestions(body):
    """(officials, departments) that a body names. Texts beyond 50,000 characters are cut."""
    texts = paragraphs(body[:LONGEST])
    mentions = find_mentions(texts)
    printed = read_officials(texts, mentions)
    known = {}
    for official in Official.objects.filter(name__in={one.name for one in printed}):
        known.setdefault(official.name, []).append((official.pk, str(official)))
    officials = [
        SuggestedOfficial(one.name, one.title, "、".join(one.acts), _only(known.get(one.name, ())))
        for one in printed
    ]
    names = find_departments(texts, mentions)
    found = Department.objects.filter(Q(name__in=names) | Q(aliases__name__in=names))
    departments = [
        SuggestedDepartment(pk, name) for pk, name in found.values_list("pk", "name").distinct()
    ]
    return officials, departments


def _only(candidates):
    """Of several people of one name none is guessed."""
    return candidates[0] if len(candidates) == 1 else None
