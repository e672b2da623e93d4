"""What the form of a story holds, as plain text: as it is stored, and as a browser posted it.

Both read alike, so that three states of a form are compared without a look at the database:
{"fields": {name: text}, "parts": {prefix: {key of the row: {name: text}}}}.
"""

import contextlib
import datetime
from dataclasses import dataclass

from django import forms
from django.core.exceptions import ValidationError
from django.forms.models import InlineForeignKeyField, ModelMultipleChoiceField

from articles.admin.uploads import KeptPictureField
from articles.body import canonical

BOOKKEEPING = ("id", "DELETE")


@dataclass(frozen=True, slots=True)
class PostedRow:
    """A row of a part as it was posted. It has no key until it is stored."""

    index: int
    key: str
    is_deleted: bool
    words: dict

    @property
    def is_new(self):
        return not self.key and not self.is_deleted


def stored_forms(model_admin, request, version):
    """The form and the formsets of a story as stored, for their fields and initial values."""
    form = model_admin.get_form(request, version, change=True)(instance=version)
    formsets = [
        FormSet(
            instance=version,
            prefix=FormSet.get_default_prefix(),
            queryset=inline.get_queryset(request),
        )
        for FormSet, inline in model_admin.get_formsets_with_inlines(request, version)
    ]
    return form, formsets


def words_of(form, formsets):
    """What the forms held when they were made."""
    return {
        "fields": {
            name: _plain(name, field, form.initial.get(name))
            for name, field in story_fields(form).items()
        },
        "parts": {
            formset.prefix: {
                str(row.instance.pk): {
                    name: _plain(name, field, row.initial.get(name))
                    for name, field in row_fields(row.fields).items()
                }
                for row in formset.initial_forms
            }
            for formset in formsets
        },
    }


def posted_fields(form, data):
    return {
        name: _plain(name, field, field.widget.value_from_datadict(data, {}, name))
        for name, field in story_fields(form).items()
    }


def posted_rows(formset, data):
    """The rows of one kind of part, in the order of the form."""
    rows = []
    fields = row_fields(formset.form.base_fields)
    for index in range(_number(data.get(f"{formset.prefix}-TOTAL_FORMS"))):
        start = f"{formset.prefix}-{index}"
        rows.append(
            PostedRow(
                index=index,
                key=data.get(f"{start}-id", ""),
                is_deleted=bool(data.get(f"{start}-DELETE")),
                words={
                    name: _plain(
                        name, field, field.widget.value_from_datadict(data, {}, f"{start}-{name}")
                    )
                    for name, field in fields.items()
                },
            )
        )
    return rows


def story_fields(form):
    return {name: field for name, field in form.fields.items() if name in form._meta.fields}


def row_fields(fields):
    """The fields of a row that hold words: a file cannot be posted a second time."""
    return {
        name: field
        for name, field in fields.items()
        if name not in BOOKKEEPING
        and not isinstance(field, InlineForeignKeyField | forms.FileField)
    }


def shown(field, words):
    """The words of a field as a person reads them."""
    if isinstance(field, KeptPictureField):
        return field.shown(words)
    if isinstance(field, ModelMultipleChoiceField):
        return "、".join(map(str, field.queryset.filter(pk__in=words))) if words else ""
    if isinstance(field, forms.ModelChoiceField):
        chosen = field.queryset.filter(pk=words).first() if words.isdecimal() else None
        return str(chosen) if chosen else words
    if isinstance(field, forms.ChoiceField):
        return str(dict(field.choices).get(words, words))
    if isinstance(field, forms.BooleanField):
        return "✓" if words else ""
    return words


def _plain(name, field, value):
    if isinstance(field, forms.DateField) and isinstance(value, str):
        # What is no date is shown, and posted again, as it was typed.
        with contextlib.suppress(ValidationError):
            value = field.to_python(value)
    if value is None or value is False:
        return ""
    if value is True:
        return "on"
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(field, ModelMultipleChoiceField):
        return sorted(str(getattr(one, "pk", one)) for one in value)
    text = str(getattr(value, "pk", value)).replace("\r\n", "\n").strip()
    return canonical(text) if name == "body" else text


def _number(text):
    return int(text) if text and text.isdecimal() else 0
