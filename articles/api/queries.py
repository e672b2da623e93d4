"""What may be asked: each parameter is a field of a form, which checks it and speaks of it.

The same fields are the parameters of the OpenAPI document and of the page that explains them.
"""

import re

import django_filters
from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.api.problems import Problem
from articles.filters import StoryFilter
from articles.models import Event
from articles.paging import is_key

PAGE, MOST = 50, 100
LARGEST_KEY = 2**63 - 1
# "+08:00" in an address that was not percent-encoded.
_OFFSET_AS_SPACE = re.compile(r"(?<=\d) (?=\d\d:?\d\d$)")


class MomentField(forms.DateTimeField):
    """An ISO 8601 moment; without an offset it is of the site's time zone."""

    def to_python(self, value):
        return super().to_python(_OFFSET_AS_SPACE.sub("+", value) if value else value)


class KeyField(forms.CharField):
    """The cursor of a list: made by this site, opaque to whoever walks it."""

    def __init__(self, *, is_key, **kwargs):
        super().__init__(required=False, max_length=80, **kwargs)
        self.is_key = is_key

    def validate(self, value):
        super().validate(value)
        if value and not self.is_key(value):
            raise forms.ValidationError(
                _("This is no cursor of this list. Follow the address in “next”.")
            )


class KeyFilter(django_filters.Filter):
    field_class = forms.IntegerField


class StoryQuery(StoryFilter):
    """The filters of the site's own lists, and those that only programs ask for."""

    event = KeyFilter(
        "event",
        label=gettext_lazy("Number of an event"),
        min_value=1,
        max_value=LARGEST_KEY,
    )
    event_kind = django_filters.ChoiceFilter(
        label=gettext_lazy("Kind of event"), choices=Event.Kind.choices, method="of_kind"
    )
    edition = django_filters.DateFilter("edition__date", label=gettext_lazy("Day of an edition"))


class Walk(forms.Form):
    """Which part of a list, and how much of it."""

    cursor = KeyField(
        is_key=is_key, label=gettext_lazy("Where the part begins: follow the address in “next”")
    )
    limit = forms.IntegerField(
        required=False,
        min_value=1,
        max_value=MOST,
        label=gettext_lazy("How many, at most 100; 50 where it is not said"),
    )

    @property
    def size(self):
        return self.cleaned_data["limit"] or PAGE


def is_change_key(text):
    return re.fullmatch(r"\d{1,17}-\d{1,18}", text, re.ASCII) is not None


class StoryWalk(Walk):
    changed_since = MomentField(
        required=False,
        label=gettext_lazy(
            "Stories released, corrected, withdrawn or restored since that moment, in that order"
        ),
    )
    cursor = KeyField(
        is_key=lambda text: is_key(text) or is_change_key(text),
        label=gettext_lazy("Where the part begins: follow the address in “next”"),
    )


class NumberWalk(Walk):
    """A list in the order of its numbers, the latest first."""

    cursor = KeyField(
        is_key=lambda text: re.fullmatch(r"\d{1,18}", text, re.ASCII) is not None,
        label=gettext_lazy("Where the part begins: follow the address in “next”"),
    )


class SlugWalk(Walk):
    """A list in the order of its addresses."""

    cursor = KeyField(
        is_key=lambda text: re.fullmatch(r"[\w-]+", text) is not None,
        label=gettext_lazy("Where the part begins: follow the address in “next”"),
    )


class OfficialWalk(SlugWalk):
    name = forms.CharField(required=False, max_length=100, label=gettext_lazy("A part of the name"))
    on = forms.DateField(
        required=False, label=gettext_lazy("Posts held on that day; today where it is not said")
    )


def asked(form_class, params):
    """The form, filled in and valid. Raises Problem."""
    refuse_unknown(params, form_class.base_fields)
    form = form_class(params)
    if not form.is_valid():
        raise unusable(form.errors)
    return form


def refuse_unknown(params, known):
    """A misspelt parameter must not pass for none: the answer would be another one."""
    if unknown := {
        name: [_("There is no parameter of this name.")] for name in params if name not in known
    }:
        raise unusable(unknown)


def unusable(errors):
    return Problem(400, _("The address asks for something that cannot be answered."), errors)
