"""Days of the paper and their pages."""

from django.contrib import admin
from django.db.models import Count
from django.utils.translation import gettext_lazy as _

from articles.models import Edition, Page


class PageInline(admin.TabularInline):
    model = Page
    fields = ["number", "name"]
    ordering = ["number"]
    extra = 0


@admin.register(Edition)
class EditionAdmin(admin.ModelAdmin):
    list_display = ["date", "number", "page_count"]
    date_hierarchy = "date"
    search_fields = ["date", "number"]
    search_help_text = _("A date, such as 2026-11-16 or 2026-11, or an issue number")
    show_full_result_count = False
    inlines = [PageInline]

    def get_queryset(self, request):
        return super().get_queryset(request).annotate(page_count=Count("pages"))

    @admin.display(description=_("pages"))
    def page_count(self, edition):
        return edition.page_count


@admin.register(Page)
class PageAdmin(admin.ModelAdmin):
    """Pages are edited with their edition; alone they are looked up, for the form of a story."""

    list_display = ["edition", "number", "name"]
    list_select_related = ["edition"]
    search_fields = ["edition__date", "number", "name"]
    autocomplete_fields = ["edition"]
    show_full_result_count = False

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("edition")

    def has_module_permission(self, request):
        return False
