"""The filters of the list of proposals, but that of the day."""

from django.contrib import admin
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.models import ImportJob


class SettledFilter(admin.SimpleListFilter):
    """Open ones, until another choice is made."""

    title = gettext_lazy("outcome")
    parameter_name = "settled"

    def lookups(self, request, model_admin):
        return [
            ("taken", gettext_lazy("taken")),
            ("left", gettext_lazy("left as it stood")),
            ("all", gettext_lazy("all")),
        ]

    def choices(self, changelist):
        yield {
            "selected": self.value() is None,
            "query_string": changelist.get_query_string(remove=[self.parameter_name]),
            "display": _("open"),
        }
        yield from list(super().choices(changelist))[1:]

    def queryset(self, request, queryset):
        if self.value() in ("taken", "left"):
            return queryset.filter(settled_at__isnull=False, was_taken=self.value() == "taken")
        return queryset if self.value() == "all" else queryset.open()


class ImportFilter(admin.SimpleListFilter):
    """Set by the page of an import: those of its files."""

    title = ImportJob._meta.verbose_name
    parameter_name = "import"

    def lookups(self, request, model_admin):
        number = self.value() or ""
        self.job = ImportJob.objects.filter(pk=number).first() if number.isdecimal() else None
        return [(number, self.job.name)] if self.job else []

    def queryset(self, request, queryset):
        return queryset.of_import(self.job) if self.job else queryset
