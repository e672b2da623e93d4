"""Two contents of a story beside each other: versions, or what stood at a decision and what now."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from articles.admin.differences import ShownField, ShownRow, body_rows, field_change
from articles.admin.uploads import places_in
from articles.models import Credit, Edition, Event, Mention, Page, Photo, Version
from articles.models.content import LINKS, named, place_in
from people import identity
from people.models import Department

WORDS = (
    *("kicker", "headline", "deck", "dateline", "date_as_printed", "dateline_date"),
    *("source", "credit_line", "dated"),
)


@dataclass(frozen=True, slots=True)
class Comparison:
    fields: list[ShownField]
    rows: list[ShownRow]

    @property
    def changed_rows(self):
        return [row for row in self.rows if row.is_changed]

    @property
    def is_same(self):
        return not self.fields and not self.changed_rows


def compared(before, after):
    """What differs between two contents (articles/models/content.py).

    Links are told of where both contents do.
    """
    before, after = named(before), named(after)
    for name in LINKS:
        if name not in before or name not in after:
            before.pop(name, None)
            after.pop(name, None)
    lines = zip(lines_of(before), lines_of(after), strict=True)
    return Comparison(
        fields=[
            field_change(label, old, new) for (label, old), (_same, new) in lines if old != new
        ],
        rows=list(body_rows(before["body"], after["body"])),
    )


def lines_of(content):
    """Everything but the body of a content by its names: the label of each thing, and its text."""
    label = Version._meta.get_field
    for name in WORDS:
        yield label(name).verbose_name, content.get(name, "")
    yield label("edition").verbose_name, _name_of(Edition, content["edition"])
    yield label("page").verbose_name, _name_of(Page, content["page"])
    yield label("departments").verbose_name, "；".join(_departments(content.get("departments", ())))
    yield label("event").verbose_name, _event(content.get("event", ()))
    yield Credit._meta.verbose_name_plural, "；".join(row[0] for row in content["credits"])
    yield (
        Mention._meta.verbose_name_plural,
        "；".join(" ".join(filter(None, row)) for row in content["mentions"]),
    )
    yield (
        Photo._meta.verbose_name_plural,
        "；".join(
            " ".join(filter(None, _photo(row, content["body"]))) for row in content["photos"]
        ),
    )
    yield _("reprint"), "；".join(content.get("reprint", ()))
    yield (
        _("corrections"),
        "；".join(f"{wrong} → {right}" for wrong, right, _remark in content.get("corrections", ())),
    )


def _departments(kept):
    """Their names of today, which a merge or a new name does not make a change of the story."""
    return sorted(str(identity.became(Department, pk) or name) for pk, name in kept)


def _photo(said, body):
    """Caption, credit and what it shows, and where an editor placed it."""
    yield from said[1:4]
    place = place_in(said)
    if place is not None:
        yield f"[{dict(places_in(body)).get(place, place)}]"


def _event(kept):
    return (_name_of(Event, kept[0]) or kept[1]) if kept else ""


def _name_of(model, pk):
    entry = pk and model.objects.filter(pk=pk).first()
    return str(entry or "")
