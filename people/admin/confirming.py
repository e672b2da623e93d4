"""Confirm what imports learned, and show where each was learned."""

from django.contrib import admin, messages
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.admin.views.main import ChangeList
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from people import learned
from people.admin.recording import recording
from people.stories import WAYS, first_stories


@admin.action(description=_("Confirm"), permissions=["change"])
def confirm(modeladmin, request, queryset):
    """Somebody checked what the importer had learned."""
    with recording(request):
        tell_confirmed(request, confirm_entries(request, queryset))


def confirm_entries(request, queryset):
    """Confirm, and write it into the history of each entry: their number. Says what is refused."""
    entries, refusals = learned.confirm(queryset)
    for refusal in refusals:
        messages.error(request, refusal)
    LogEntry.objects.log_actions(
        request.user.pk,
        entries,
        CHANGE,
        change_message=[{"changed": {"fields": [str(_("confirmed"))]}}],
    )
    return len(entries)


def tell_confirmed(request, count):
    messages.success(
        request,
        ngettext("%(count)s entry confirmed.", "%(count)s entries confirmed.", count)
        % {"count": count},
    )


def link_to_story(story):
    address = reverse("admin:articles_version_change", args=[story.pk])
    return format_html('<a href="{}">{}</a> {}', address, story, story.dated)


class LearnedChangeList(ChangeList):
    """Rows that nobody has confirmed carry the story that named them first, in two queries."""

    def get_results(self, request):
        super().get_results(request)
        if self.model not in WAYS:
            return
        waiting = [entry.pk for entry in self.result_list if not entry.is_confirmed]
        stories = first_stories(self.model, waiting) if waiting else {}
        for entry in self.result_list:
            entry.first_story = stories.get(entry.pk)


class Learned(admin.ModelAdmin):
    """Entries that an import may have added: they wait for somebody to confirm them."""

    actions = [confirm]

    def get_changelist(self, request, **kwargs):
        return LearnedChangeList

    @admin.display(description=_("learned from"), empty_value="")
    def where_learned(self, entry):
        """The story that named it first, until somebody confirms it."""
        if entry.pk is None or entry.is_confirmed:
            return None
        if not hasattr(entry, "first_story"):
            entry.first_story = first_stories(type(entry), [entry.pk]).get(entry.pk)
        return link_to_story(entry.first_story) if entry.first_story else None
