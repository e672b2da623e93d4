"""Rows written so that each can be put back: what stood before beside what stands after.

A `Journal` writes and remembers; `take_back` reads what it remembered, from JSON, and undoes it in
the opposite order. A row that somebody wrote meanwhile is never written over: it refuses.
"""

from itertools import islice

from django.apps import apps
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

# Databases take so many values in one statement.
AT_ONCE = 500
NAMED = 5


class Journal:
    """What was written, as JSON can hold it, in the order in which it was."""

    def __init__(self):
        self.entries = []

    def update(self, model, pks, before, after):
        """Rows of a model, all with the same values before and the same after."""
        pks = list(pks)
        for part in _parts(pks):
            model._base_manager.filter(pk__in=part).update(**after)
        if pks:
            self._note("update", model, pks=pks, before=_stored(before), after=_stored(after))

    def insert(self, row):
        row.save(force_insert=True)
        self._note("insert", type(row), rows=[_values(row)])

    def delete(self, model, rows):
        """Rows that nothing links to any more."""
        rows = list(rows)
        for part in _parts([row.pk for row in rows]):
            model._base_manager.filter(pk__in=part).delete()
        if rows:
            self._note("delete", model, rows=[_values(row) for row in rows])

    def _note(self, act, model, **what):
        self.entries.append({"act": act, "model": model._meta.label_lower, **what})


def links_to(model):
    """The foreign keys of every model that point at this one, hidden ones too."""
    relations = model._meta.get_fields(include_hidden=True)
    return [
        relation.field
        for relation in relations
        if relation.auto_created and (relation.one_to_many or relation.one_to_one)
    ]


def take_back(entries):
    """Undo what a journal wrote, the last first. The caller holds the transaction.

    Raises ValidationError that names the rows when they are not as the journal left them.
    """
    undo = {"update": _undo_update, "insert": _undo_insert, "delete": _undo_delete}
    for entry in reversed(entries):
        undo[entry["act"]](apps.get_model(entry["model"]), entry)


def _undo_update(model, entry):
    stands = {}
    for part in _parts(entry["pks"]):
        stands.update(model._base_manager.select_for_update(of=("self",)).in_bulk(part))
    changed = [
        pk
        for pk in entry["pks"]
        if pk not in stands or _values(stands[pk], entry["after"]) != entry["after"]
    ]
    if changed:
        _refuse_changed(model, [stands.get(pk, pk) for pk in changed])
    before = _read(model, entry["before"])
    _need(model, [before])
    for part in _parts(entry["pks"]):
        model._base_manager.filter(pk__in=part).update(**before)


def _undo_insert(model, entry):
    for values in entry["rows"]:
        row = model._base_manager.filter(pk=values[model._meta.pk.attname]).first()
        if row is None:
            continue
        stands = _values(row, values)
        if edited := [name for name, value in values.items() if stands[name] != value]:
            _refuse_edited(row, edited)
        for link in links_to(model):
            found = link.model._base_manager.filter(**{link.attname: row.pk})[: NAMED + 1]
            if found:
                _refuse_linked(row, found)
        row.delete()


def _undo_delete(model, entry):
    rows = [model(**_read(model, values)) for values in entry["rows"]]
    _need(model, [vars(row) for row in rows])
    for row in rows if links_to(model) else ():
        row.validate_unique()
        row.validate_constraints()
    model._base_manager.bulk_create(rows)


def _need(model, rows):
    """The entries that rows are about to link to again must still be there."""
    for field in model._meta.concrete_fields:
        if not field.is_relation:
            continue
        wanted = {row[field.attname] for row in rows if row.get(field.attname) is not None}
        missing = set(wanted)
        for part in _parts(wanted):
            there = field.related_model._base_manager.filter(pk__in=part)
            missing -= set(there.values_list("pk", flat=True))
        if missing:
            raise ValidationError(
                _("Deleted meanwhile, so the links cannot go back to it: %(rows)s.")
                % {"rows": named(field.related_model, sorted(missing))},
                code="missing",
            )


def _refuse_changed(model, rows):
    raise ValidationError(
        _("Changed meanwhile, so it cannot be undone as a whole: %(rows)s.")
        % {"rows": named(model, rows)},
        code="changed",
    )


def _refuse_edited(row, names):
    fields = {field.attname: field.verbose_name for field in row._meta.concrete_fields}
    raise ValidationError(
        _("Edited meanwhile, which would be lost: %(row)s (%(fields)s).")
        % {
            "row": named(type(row), [row]),
            "fields": "、".join(str(fields[name]) for name in names),
        },
        code="edited",
    )


def _refuse_linked(row, linked):
    raise ValidationError(
        _("%(row)s has gained links since, which would be lost: %(rows)s.")
        % {"row": row, "rows": named(type(linked[0]), linked)},
        code="linked",
    )


def named(model, rows):
    """Some rows in words; a number alone is a row that is gone."""
    names = [
        f"{model._meta.verbose_name} {row if isinstance(row, int) else f'{row.pk} {row}'}"
        for row in rows[:NAMED]
    ]
    return "；".join([*names, "…"] if len(rows) > NAMED else names)


def _parts(pks):
    left = iter(pks)
    while part := list(islice(left, AT_ONCE)):
        yield part


def _values(row, names=None):
    names = names or [field.attname for field in row._meta.concrete_fields]
    return _stored({name: getattr(row, name) for name in names})


def _stored(values):
    """As JSON holds them: dates and moments in ISO form, whole."""
    return {
        name: value.isoformat() if hasattr(value, "isoformat") else value
        for name, value in values.items()
    }


def _read(model, values):
    fields = {field.attname: field for field in model._meta.concrete_fields}
    return {name: fields[name].to_python(value) for name, value in values.items()}
