"""Lists of stories filtered by the address: dates, department, official, reporter, kind of event.

Names are typed, not chosen from lists that would hold thousands: a department, official or
reporter is found by slug, by name or by another name, and a name that nobody bears is said so.
"""

from dataclasses import dataclass
from functools import cached_property, reduce
from operator import or_
from urllib.parse import urlencode

import django_filters
from django import forms
from django.db.models import Q
from django.utils.html import escape
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.known import public
from articles.models import Credit, Event, Mention, Version, VersionDepartment
from articles.prepared import prepared
from articles.selections import MANY, covering, linked_by
from people.models import Department, Official, Reporter

SUGGESTIONS = 60


@prepared()
def _suggestions():
    departments = Department.objects.filter(is_confirmed=True)
    return departments.order_by("parent_id", "position", "name").values_list("name")[:SUGGESTIONS]


@dataclass(frozen=True, slots=True)
class Chip:
    """One filter in force, and the address of the list without it."""

    label: str
    url_without: str
    is_valid: bool


class NamedField(forms.CharField):
    """Text that names a record; cleans to the list of all public ones who bear the name."""

    def __init__(self, *, model, names, nobody, **kwargs):
        kwargs.setdefault("max_length", 100)
        super().__init__(**kwargs)
        self.model, self.names, self.nobody = model, names, nobody

    def clean(self, value):
        text = super().clean(value)
        if not text:
            return []
        named = reduce(or_, (Q(**{name: text}) for name in self.names))
        found = list(public(self.model).filter(named).order_by("pk").distinct()[:50])
        if not found:
            raise forms.ValidationError(self.nobody % {"name": text})
        return found


class NamedFilter(django_filters.Filter):
    """Stories that `through` links to one of the records named."""

    field_class = NamedField

    def __init__(self, *, through, link, **kwargs):
        super().__init__(**kwargs)
        self.through, self.link = through, link

    def filter(self, queryset, records):
        if not records:
            return queryset
        links = self.links(records)
        many = self.parent.many
        are_many = links.order_by()[:many].count() >= many
        return self.parent.linked_by(links, queryset, are_many=are_many)

    def links(self, records):
        """The rows that link stories to one of the records."""
        return self.through.objects.filter(**{f"{self.link}__in": [r.pk for r in records]})


class StoryFilter(django_filters.FilterSet):
    """What readers may ask of a list of stories. An unusable value lists nothing and says why."""

    # From so many links on, stories are looked up along their dates.
    many = MANY
    linked_by = staticmethod(linked_by)

    since = django_filters.DateFilter("dated", "gte", label=gettext_lazy("From"))
    until = django_filters.DateFilter("dated", "lte", label=gettext_lazy("Until"))
    department = NamedFilter(
        label=gettext_lazy("Department"),
        through=VersionDepartment,
        link="department",
        model=Department,
        names=("slug", "name", "aliases__name"),
        nobody=gettext_lazy("No department is called “%(name)s”."),
    )
    official = NamedFilter(
        label=gettext_lazy("Official"),
        through=Mention,
        link="official",
        model=Official,
        names=("slug", "name", "aliases__name"),
        nobody=gettext_lazy("No official is called “%(name)s”."),
    )
    reporter = NamedFilter(
        label=gettext_lazy("Reporter"),
        through=Credit,
        link="reporter",
        model=Reporter,
        names=("slug", "name"),
        nobody=gettext_lazy("No reporter is called “%(name)s”."),
    )
    event = django_filters.ChoiceFilter(
        label=gettext_lazy("Kind of event"), choices=Event.Kind.choices, method="of_kind"
    )

    class Meta:
        model = Version
        fields = []

    def __init__(self, params, *, without=()):
        self.asked = {
            name: text
            for name in self.base_filters
            if name not in without and (text := params.get(name, "").strip())
        }
        super().__init__(self.asked or None, Version.objects.none())
        for name in without:
            del self.filters[name]

    def narrow(self, versions):
        """Those of the versions that the reader asked for."""
        self.queryset = versions
        return self.qs

    def of_kind(self, queryset, name, kind):
        return covering(queryset, kind)

    def filter_queryset(self, queryset):
        return queryset.none() if self.errors else super().filter_queryset(queryset)

    @property
    def is_active(self):
        return bool(self.asked)

    @cached_property
    def problems(self):
        """Sentences about the values that could not be used."""
        if not self.is_active:
            return []
        return [problem for problems in self.errors.values() for problem in problems]

    @cached_property
    def chips(self):
        """One for each filter asked for, usable or not."""
        return [
            Chip(
                label=_("%(filter)s: %(value)s")
                % {"filter": self.filters[name].label, "value": self._shown(name, text)},
                url_without=self.address(without=name),
                is_valid=name not in self.form.errors,
            )
            for name, text in self.asked.items()
        ]

    @property
    def kinds(self):
        """The kinds of event to choose from, as (value, label, is it chosen)."""
        chosen = self.asked.get("event")
        return [(value, label, value == chosen) for value, label in Event.Kind.choices]

    @property
    def department_options(self):
        """Names to suggest while a department is typed: those of the uppermost bodies first."""
        return mark_safe("".join(f'<option value="{escape(name)}">' for (name,) in _suggestions()))

    def address(self, without="", **extra):
        """The query string of this list, without one filter or with more parameters."""
        params = {name: text for name, text in self.asked.items() if name != without}
        return "?" + urlencode({**params, **extra})

    def _shown(self, name, text):
        """What the reader asked for, in the words of the site."""
        if name in self.form.errors:
            return text
        value = self.form.cleaned_data[name]
        if name == "event":
            return Event.Kind(value).label
        return value[0].name if isinstance(value, list) else text
