"""The filters of the list of stories."""

from django.contrib import admin
from django.db.models import Exists, OuterRef, Q
from django.utils.dateparse import parse_date
from django.utils.translation import gettext_lazy as _

from articles.admin.standing import Standing, standings, with_standing
from articles.models import Doubt, Version
from people.models import Department


class StandingFilter(admin.SimpleListFilter):
    title = _("where it stands")
    parameter_name = "standing"

    def lookups(self, request, model_admin):
        return [(choice.value, choice.label) for choice in standings()]

    def queryset(self, request, queryset):
        if self.value() in Standing.values:
            return with_standing(queryset, Standing(self.value()))
        return queryset


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
        kept = changelist.get_filters_params()
        yield {
            "value": self.value() or "",
            "input_type": self.input_type,
            "suggestions": self.suggestions(),
            "kept": [
                (name, value)
                for name, values in kept.items()
                if name != self.parameter_name
                for value in values
            ],
            "query": changelist.query,
            "clear": changelist.get_query_string(remove=[self.parameter_name]),
        }

    def suggestions(self):
        return []


class EditionDateFilter(TypedFilter):
    title = _("edition date")
    parameter_name = "day"
    input_type = "date"

    def queryset(self, request, queryset):
        try:
            day = parse_date(self.value() or "")
        except ValueError:  # A day that no month has.
            day = None
        return queryset.filter(dated=day) if day else queryset


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
