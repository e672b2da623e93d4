"""What stories cover: what it was, when and where, who held it, and who was there."""

from django.contrib import admin
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _

from articles.attendance import attenders
from articles.models import Event, EventHost, Version

MOST_STORIES = 30


class HostInline(admin.StackedInline):
    """Whoever may change the event may change who held it."""

    model = EventHost
    template = "admin/part.html"
    fields = ["role", "name_as_printed", "department", "position"]
    autocomplete_fields = ["department"]
    extra = 0

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("department")


@admin.register(Event)
class EventAdmin(admin.ModelAdmin):
    list_display = ["__str__", "kind", "date", "place", "held_by"]
    list_filter = ["kind", "date"]
    search_fields = ["name", "date", "place", "hosts__name_as_printed"]
    show_full_result_count = False
    fields = ["kind", ("date", "ends_on"), "name", "place", "stories", "who_attended"]
    readonly_fields = ["stories", "who_attended"]
    inlines = [HostInline]

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("hosts")

    def get_fields(self, request, obj=None):
        """Stories come to an event that is there."""
        return [name for name in self.fields if obj is not None or name not in self.readonly_fields]

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        if change and any(part.has_changed() for part in (form, *formsets)):
            form.instance.note_change()

    @admin.display(description=_("held by"), empty_value="")
    def held_by(self, event):
        return "、".join(host.name_as_printed for host in event.hosts.all()) or None

    @admin.display(description=_("stories"))
    def stories(self, event):
        newest = _latest_stories(event).newest_first().defer("body")[:MOST_STORIES]
        return _list((_link(story.pk, story), story.dated) for story in newest)

    @admin.display(description=_("who attended"))
    def who_attended(self, event):
        """From what the stories say that each official did, to be corrected there."""
        return _list(
            (
                format_html("<b>{}</b> {} {}", one.in_roles, one.name, one.title),
                format_html_join(
                    " ", "{}", ((_link(pk, _("story")),) for pk in list(one.stories)[:MOST_STORIES])
                ),
            )
            for one in attenders(event, _latest_stories(event))
        )


def _latest_stories(event):
    return Version.objects.filter(event=event).latest_of_each_article()


def _link(pk, text):
    return format_html(
        '<a href="{}">{}</a>', reverse("admin:articles_version_change", args=[pk]), text
    )


def _list(rows):
    items = format_html_join("", '<li>{} <span class="quiet">{}</span></li>', rows)
    return format_html('<ul class="plain-list">{}</ul>', items) if items else "—"
