"""Merge chosen entries: a page that shows them side by side and asks which one stays."""

from dataclasses import dataclass
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin import helpers
from django.core.exceptions import ValidationError
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from people import identity, stories
from people.admin.recording import recording
from people.models import Department, Official

MOST = 6


@dataclass(frozen=True, slots=True)
class Shown:
    """One of the entries to merge, with what tells it from the others."""

    entry: Any
    posts: list
    stories: int
    latest: list


@admin.action(
    description=gettext_lazy("Merge the chosen %(verbose_name_plural)s…"), permissions=["change"]
)
def merge_chosen(modeladmin, request, queryset):
    """The page that asks; with its answer, the merges, all or none."""
    entries = list(queryset.order_by("pk")[: MOST + 1])
    if not 2 <= len(entries) <= MOST:
        messages.error(
            request,
            _("Choose at least two and at most %(most)s entries to merge.") % {"most": MOST},
        )
        return None
    kept = next((e for e in entries if str(e.pk) == request.POST.get("kept")), None)
    if kept is None:
        return _ask(modeladmin, request, entries)
    try:
        with recording(request):
            changes = [
                identity.merge(kept, other, by=request.user)
                for other in entries
                if other.pk != kept.pk
            ]
            for change in changes:
                _tell(modeladmin, request, kept, change)
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
    return None


def _tell(modeladmin, request, kept, change):
    modeladmin.log_change(request, kept, str(change))
    messages.success(
        request,
        _(
            "%(other)s is merged into %(kept)s: %(moved)s links moved, %(unlinked)s taken off, "
            "%(joined)s joined. It can be undone under merges and splits."
        )
        % {
            "other": change.other_name,
            "kept": change.kept_name,
            "moved": change.moved,
            "unlinked": change.unlinked,
            "joined": change.joined,
        },
    )


def _ask(modeladmin, request, entries):
    shown = [
        Shown(entry, _posts(entry), stories.count_stories(entry), stories.latest_stories(entry))
        for entry in entries
    ]
    foremost = max(shown, key=lambda one: (one.stories, one.entry.is_confirmed))
    context = {
        **modeladmin.admin_site.each_context(request),
        "title": _("Which one is kept?"),
        "opts": modeladmin.opts,
        "shown": shown,
        "foremost": foremost.entry,
        "in_both": stories.count_stories_of_several(entries),
        "has_aliases": isinstance(entries[0], Department),
        "has_mentions": isinstance(entries[0], Official),
        "action_name": helpers.ACTION_CHECKBOX_NAME,
    }
    return TemplateResponse(request, "admin/people/merge.html", context)


def _posts(entry):
    """What an official holds, or what a body has to give."""
    if isinstance(entry, Official):
        return list(entry.appointments.select_related("post__department"))
    return list(entry.posts.all()) if isinstance(entry, Department) else []
