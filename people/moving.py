"""Move all that links to one entry to another, as a merge does.

Nothing here knows the models that link to people: they are found as foreign keys, so that people
never import articles. Where a unique constraint forbids that two rows go to one entry, an optional
link (a mention's) is taken off the later row; rows that are nothing but a link (a post, an
appointment) are joined into one.
"""

from django.db import models

from people.joining import as_one
from people.journal import links_to
from people.models import Appointment

# Filled from the other where the one kept says nothing.
FILLED = ("note", "description", "department_id")
# Rows that say the same, beyond what a constraint forbids.
DAYS = ("started", "started_latest", "ended", "ended_latest")
EQUAL = {Appointment: ("official", "post", *DAYS)}


def move_links(kept, other, journal):
    """Every row that links to the other goes to the one kept."""
    for link in links_to(type(kept)):
        model, name = link.model, link.attname
        pairs = _pairs(link, kept, other)
        if link.null:
            _take_off_later(link, pairs, kept, other, journal)
        else:
            _join(model, pairs, journal)
        left = model._base_manager.filter(**{name: other.pk}).order_by("pk")
        journal.update(model, left.values_list("pk", flat=True), {name: other.pk}, {name: kept.pk})
        for ours, theirs in pairs if model is Appointment else ():
            _hold_as_one(ours, theirs, journal)


def _hold_as_one(ours, theirs, journal):
    """What both say of one post. Others who hold it are looked for once all is one person's."""
    after = as_one(ours, theirs)
    before = {name: getattr(ours, name) for name in after}
    for name, value in after.items():
        setattr(ours, name, value)
    ours.refuse_overlaps()
    journal.update(Appointment, [ours.pk] if after else [], before, after)


def _pairs(link, kept, other):
    """Rows of both that would be one: (the kept one's row, the other's row) pairs."""
    found = {}
    for fields, condition in _keys(link):
        rows = link.model._base_manager.filter(condition)
        keys = [
            {
                tuple(key): pk
                for pk, *key in rows.filter(**{link.attname: pk}).values_list("pk", *fields)
            }
            for pk in (kept.pk, other.pk)
        ]
        for key in keys[0].keys() & keys[1].keys():
            found.setdefault(keys[1][key], keys[0][key])
    rows = {}
    pks = sorted({*found, *found.values()})
    for start in range(0, len(pks), 500):
        rows |= link.model._base_manager.in_bulk(pks[start : start + 500])
    return [(rows[ours], rows[theirs]) for theirs, ours in sorted(found.items())]


def _keys(link):
    """What tells two rows of one entry apart, as (fields beside the link, condition) pairs."""
    meta = link.model._meta
    every = [
        *(
            (c.fields, c.condition)
            for c in meta.constraints
            if isinstance(c, models.UniqueConstraint)
        ),
        *((fields, None) for fields in meta.unique_together),
        (EQUAL.get(link.model, ()), None),
    ]
    for fields, condition in every:
        if link.name in fields:
            yield [field for field in fields if field != link.name], condition or models.Q()


def _take_off_later(link, pairs, kept, other, journal):
    """Of two rows that may not both link to one entry, the later keeps its words only."""
    later = [max(pair, key=lambda row: (getattr(row, "position", 0), row.pk)) for pair in pairs]
    for owner in (kept, other):
        pks = [row.pk for row in later if getattr(row, link.attname) == owner.pk]
        journal.update(link.model, pks, {link.attname: owner.pk}, {link.attname: None})


def _join(model, pairs, journal):
    """Make each pair one row, with all that links to it."""
    if links_to(model):
        for ours, theirs in pairs:
            move_links(ours, theirs, journal)
            # Deleted first: what is filled in may be what only one row may say.
            journal.delete(model, [theirs])
            fill(ours, theirs, journal)
    else:
        journal.delete(model, [theirs for _ours, theirs in pairs])


def fill(kept, other, journal):
    """What the one kept leaves open, the other says; it is confirmed if either is."""
    after = {
        name: getattr(other, name)
        for name in FILLED
        if not getattr(kept, name, True) and getattr(other, name)
    }
    if not getattr(kept, "is_confirmed", True) and other.is_confirmed:
        after["is_confirmed"] = True
    before = {name: getattr(kept, name) for name in after}
    journal.update(type(kept), [kept.pk] if after else [], before, after)
