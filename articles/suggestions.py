"""Whom and what a text names, for the editor to link: read as the importer reads it, and besides
every name of the directory that stands in the text, with a title or without one."""

from dataclasses import dataclass

from django.db.models import Value
from django.db.models.functions import Length, StrIndex

from articles.body import canonical, paragraphs
from articles.known import public
from articles.parsing.departments import find_departments
from articles.parsing.mentions import find_mentions
from articles.parsing.officials import read_officials
from people.models import Department, DepartmentAlias, Official

LONGEST = 50_000
# One character is no name: it would be found in every text.
SHORTEST_NAME = 2


@dataclass(frozen=True, slots=True)
class SuggestedOfficial:
    """A name in the text, and the title and acts that are printed with it.

    `official` is the one person known by it, as (key, label); `address` is the page that readers
    have of them, empty where they have none.
    """

    name: str
    title: str
    acts: str
    official: tuple[int, str] | None
    address: str


@dataclass(frozen=True, slots=True)
class SuggestedDepartment:
    """A body; `as_printed` is its name or an alias, whichever stands in the text."""

    pk: int
    name: str
    as_printed: str
    address: str


def suggestions(body):
    """(officials, departments) that a body names. Texts beyond 50,000 characters are cut."""
    texts = paragraphs(canonical(body[:LONGEST]))
    text = "\n".join(texts)
    mentions = find_mentions(texts)
    printed = read_officials(texts, mentions)
    people, bodies = _people_in(text), _bodies_in(text)
    standing = names_standing({*people, *bodies}, text)
    read = find_departments(texts, mentions)
    return (
        _officials(printed, people, standing),
        _departments({name: body for name, body in bodies.items() if name in {*standing, *read}}),
    )


def names_standing(names, text):
    """Those of the names that stand in the text other than inside a longer one of them."""
    taken = bytearray(len(text))
    found = set()
    for name in sorted(names, key=len, reverse=True):
        start = text.find(name)
        while start >= 0:
            end = start + len(name)
            if not any(taken[start:end]):
                taken[start:end] = b"\x01" * len(name)
                found.add(name)
            start = text.find(name, end)
    return found


def _in_text(model, text):
    """The rows whose name stands in the text: the database looks for each, which is quick."""
    return model.objects.annotate(
        place=StrIndex(Value(text), "name"), length=Length("name")
    ).filter(place__gt=0, length__gte=SHORTEST_NAME)


def _people_in(text):
    people = {}
    for official in _in_text(Official, text).order_by("pk"):
        people.setdefault(official.name, []).append(official)
    return people


def _bodies_in(text):
    """Each body by the name that stands in the text; a name is before an alias."""
    aliases = _in_text(DepartmentAlias, text).select_related("department")
    named = {alias.name: alias.department for alias in aliases}
    return named | {body.name: body for body in _in_text(Department, text)}


def _officials(printed, people, standing):
    """Those printed with a title as they stand in the text, then those known by their name."""
    read = {one.name for one in printed}
    named = [(one.name, one.title, "、".join(one.acts)) for one in printed]
    named += [(name, "", "") for name in people if name in standing and name not in read]
    # Of several people of one name none is guessed.
    meant = {name: found[0] for name, found in people.items() if len(found) == 1}
    paged = _paged(meant.values())
    return [
        SuggestedOfficial(
            name,
            title,
            acts,
            (meant[name].pk, str(meant[name])) if name in meant else None,
            meant[name].get_absolute_url() if name in meant and meant[name].pk in paged else "",
        )
        for name, title, acts in named
    ]


def _departments(bodies):
    """Each body once, whichever of its names the text has."""
    paged = _paged(bodies.values())
    found = {}
    for as_printed, body in bodies.items():
        address = body.get_absolute_url() if body.pk in paged else ""
        one = SuggestedDepartment(body.pk, body.name, as_printed, address)
        found.setdefault(body.pk, one)
    return list(found.values())


def _paged(entries):
    """The keys of those that readers have a page of."""
    entries = list(entries)
    if not entries:
        return frozenset()
    keys = [entry.pk for entry in entries]
    return frozenset(public(type(entries[0])).filter(pk__in=keys).values_list("pk", flat=True))
