"""The names of a page as its plan takes them: matched with a link, new or ambiguous, and why."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from articles.importing.plan import REASONS
from articles.importing.report import KINDS, MATCHES, printed_name
from articles.models import Event
from people.models import Department, Official, Post, Reporter

MODELS = {
    "officials": Official,
    "posts": Post,
    "departments": Department,
    "reporters": Reporter,
    "events": Event,
}
# What a person must decide comes first.
ORDER = {"ambiguous": 0, "new": 1, "matched": 2}


@dataclass(frozen=True)
class ListedMatch:
    """One name; `entries` are those meant or in question, as (label, address)."""

    kind: str
    name: str
    match: str
    label: str
    reason: str
    entries: list[tuple[str, str]]


def listed_matches(rows) -> list[ListedMatch]:
    """The matches of a report, in a query for each kind of entry that they name."""
    entries = _entries(rows)
    return [
        ListedMatch(
            kind=KINDS[row["kind"]],
            name=printed_name(row),
            match=row["match"],
            label=MATCHES[row["match"]],
            reason=_(REASONS[row["reason"]]),
            entries=[entries[row["kind"], pk] for pk in row["ids"] if (row["kind"], pk) in entries],
        )
        for row in sorted(rows, key=lambda row: ORDER[row["match"]])
    ]


def _entries(rows):
    found = {}
    for kind, model in MODELS.items():
        ids = {pk for row in rows if row["kind"] == kind for pk in row["ids"]}
        if not ids:
            continue
        objects = model.objects.filter(pk__in=ids)
        if model is Post:
            objects = objects.select_related("department")
        view = f"admin:{model._meta.label_lower.replace('.', '_')}_change"
        for entry in objects:
            found[kind, entry.pk] = (str(entry), reverse(view, args=[entry.pk]))
    return found
