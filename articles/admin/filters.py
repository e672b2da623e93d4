"""The filters of the list of stories."""

from django.contrib import admin
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.translation import gettext_lazy as _

from articles.admin.standing import Standing, standings, with_standing
from articles.desk import UNRELEASED, bounds_of, drafts_of, sent_back_to, to_release, to_review
from articles.models import Credit, Doubt, Version
from people.models import Department


class StandingFilter(admin.SimpleListFilter):
    title = _("where it stands")
    parameter_name = "standing"
    unreleased = "unreleased"

    def lookups(self, request, model_admin):
        return [
            *((choice.value, choice.label) for choice in standings()),
            (self.unreleased, _("not released yet")),
        ]

    def queryset(self, request, queryset):
        if self.value() == self.unreleased:
            return queryset.filter(status__in=UNRELEASED)
        if self.value() in Standing.values:
            return with_standing(queryset, Standing(self.value()))
        return queryset


class WaitingFilter(admin.SimpleListFilter):
    """What waits for the person who looks, as the desk counts it."""

    title = _("waiting for me")
    parameter_name = "waiting"
    lists = {
        "review": (_("to review"), to_review),
        "release": (_("to release"), to_release),
        "sent_back": (_("sent back to me"), sent_back_to),
        "drafts": (_("my drafts"), drafts_of),
    }

    def lookups(self, request, model_admin):
        return [(value, label) for value, (label, _stories) in self.lists.items()]

    def queryset(self, request, queryset):
        if self.value() not in self.lists:
            return queryset
        _label, stories = self.lists[self.value()]
        return queryset.filter(pk__in=stories(request.user).order_by().values("pk"))


class ReleaseDayFilter(admin.SimpleListFilter):
    """Set by the desk: what readers see since the morning of that day."""

    title = _("released on")
    parameter_name = "released"

    def lookups(self, request, model_admin):
        return [("today", _("today"))]

    def queryset(self, request, queryset):
        if self.value() != "today":
            return queryset
        begin, end = bounds_of(timezone.localdate())
        return queryset.filter(
            publish_at__gte=begin, publish_at__lt=end, pk__in=Version.objects.live().values("pk")
        )


class OpenDoubtsFilter(admin.SimpleListFilter):
    title = _("open doubts")
    parameter_name = "doubts"

    def lookups(self, request, model_admin):
        return [("open", _("with open doubts")), ("none", _("without"))]

    def queryset(self, request, queryset):
        doubted = Exists(Doubt.objects.open().filter(version=OuterRef("pk")))
        if self.value() == "open":
            return queryset.filter(doubted)
        if self.value() == "none":
            return queryset.filter(~doubted)
        return queryset


class TypedFilter(admin.SimpleListFilter):
    """A filter that the editor types into a field, beside which the other filters stay."""

    template = "admin/articles/version/typed_filter.html"
    input_type = "text"

    def lookups(self, request, model_admin):
        return [("", "")]

    def choices(self, changelist):
        own = self.expected_parameters()
        kept = changelist.get_filters_params()
        yield {
            "fields": self.fields(),
            "input_type": self.input_type,
            "suggestions": self.suggestions(),
            "kept": [
                (name, value)
                for name, values in kept.items()
                if name not in own
                for value in values
            ],
            "query": changelist.query,
            "is_set": any(self.used_parameters.values()),
            "clear": changelist.get_query_string(remove=own),
        }

    def fields(self):
        """What is typed, as (parameter, its name, value)."""
        return [(self.parameter_name, self.title, self.value() or "")]

    def suggestions(self):
        return []


class SeveralTyped(TypedFilter):
    """A typed filter of more parameters than one: `parameters` names each, by its address."""

    parameters = {}

    def __init__(self, request, params, model, model_admin):
        super().__init__(request, params, model, model_admin)
        for name in self.parameters.keys() & params.keys():
            self.used_parameters[name] = params.pop(name)[-1]

    def expected_parameters(self):
        return list(self.parameters)

    def typed(self, name):
        return (self.used_parameters.get(name) or "").strip()

    def fields(self):
        return [(name, label, self.typed(name)) for name, label in self.parameters.items()]


class EditionDateFilter(TypedFilter):
    title = _("edition date")
    parameter_name = "day"
    input_type = "date"

    def queryset(self, request, queryset):
        day = _day_in(self.value())
        return queryset.filter(dated=day) if day else queryset


class PeriodFilter(SeveralTyped):
    """Stories filed from one day to another, both included: the weeks and months of the figures."""

    title = _("period")
    parameter_name = "since"
    input_type = "date"
    parameters = {"since": _("from"), "until": _("to")}

    def queryset(self, request, queryset):
        since, until = (_day_in(self.typed(name)) for name in self.parameters)
        if since:
            queryset = queryset.filter(dated__gte=since)
        return queryset.filter(dated__lte=until) if until else queryset


class BylineFilter(SeveralTyped):
    """Stories of one byline, as the figures count it: by the reporter, else by the printed name.

    `capacity` and `share` ("text" or "photos") come with the numbers of the figures only.
    """

    title = _("byline")
    parameter_name = "byline"
    parameters = {"byline": _("byline"), "capacity": "", "share": ""}

    def fields(self):
        return super().fields()[:1]

    def queryset(self, request, queryset):
        name = self.typed("byline")
        if not name:
            return queryset
        credits = Credit.objects.filter(Q(reporter__name=name) | Q(reporter=None, as_printed=name))
        if capacity := self.typed("capacity"):
            credits = credits.filter(capacity=capacity)
        if share := {"text": "has_text", "photos": "has_photos"}.get(self.typed("share")):
            credits = credits.filter(**{share: True})
        return queryset.filter(pk__in=credits.values("version"))


class DepartmentFilter(TypedFilter):
    title = _("department")
    parameter_name = "department"

    def queryset(self, request, queryset):
        name = (self.value() or "").strip()
        if not name:
            return queryset
        departments = Department.objects.filter(Q(name=name) | Q(aliases__name=name))
        if not departments:
            departments = Department.objects.filter(name__icontains=name)
        links = Version.departments.through.objects.filter(department__in=departments)
        return queryset.filter(Exists(links.filter(version=OuterRef("pk"))))

    def suggestions(self):
        return Department.objects.order_by("position", "name").values_list("name", flat=True)[:300]


def _day_in(text):
    try:
        return parse_date(text or "")
    except ValueError:  # A day that no month has.
        return None
