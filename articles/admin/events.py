"""What stories cover."""

from django.contrib import admin

from articles.models import Event


@admin.register(Event)
class EventAdmin(admin.ModelAdmin):
    list_display = ["__str__", "kind", "date", "place"]
    list_filter = ["kind", "date"]
    search_fields = ["name", "date", "place"]
    show_full_result_count = False
