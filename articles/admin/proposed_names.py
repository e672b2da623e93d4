"""The work list of names that are not certain: each in its sentence, settled by key."""

import re

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Prefetch
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from articles import proposed_names
from articles.admin.doubt_list import OpenFilter
from articles.admin.doubts import marked
from articles.models import ProposedName, Version

SENTENCE = re.compile(r"[^。！？!?\n]*[。！？!?”]*")


@admin.register(ProposedName)
class ProposedNameAdmin(admin.ModelAdmin):
    list_display = ["what", "in_the_story", "story"]
    list_display_links = None
    list_filter = [OpenFilter]
    list_per_page = 25
    search_fields = ["name_as_printed", "title_as_printed"]
    show_full_result_count = False
    actions = ["confirm", "dismiss"]
    ordering = ["-article", "id"]

    class Media:
        js = ["newsroom/doubts.js"]

    def get_queryset(self, request):
        latest = Version.objects.latest_of_each_article().select_related("page")
        return (
            super()
            .get_queryset(request)
            .prefetch_related(Prefetch("article__versions", latest, to_attr="latest"))
        )

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return request.user.has_perm("articles.change_version")

    def has_view_permission(self, request, obj=None):
        return request.user.has_perm("articles.view_version")

    def has_module_permission(self, request):
        return self.has_view_permission(request)

    @admin.display(description=_("proposed name"))
    def what(self, proposed):
        return format_html(
            '{}<strong>{}</strong><br><span class="quiet">{}</span>',
            proposed.title_as_printed,
            proposed.name_as_printed,
            _outcome(proposed),
        )

    @admin.display(description=_("in the story"))
    def in_the_story(self, proposed):
        (version,) = proposed.article.latest
        return marked(_sentence(version.text, proposed.name_as_printed), proposed.name_as_printed)

    @admin.display(description=_("story"))
    def story(self, proposed):
        (version,) = proposed.article.latest
        return format_html(
            '<a href="{}">{}</a><br><span class="quiet">{}{}</span>',
            reverse("admin:articles_version_change", args=[version.pk]),
            version.headline,
            version.dated,
            f" · {version.page.label}" if version.page else "",
        )

    @admin.action(description=_("Confirm the chosen names"), permissions=["change"])
    def confirm(self, request, queryset):
        done = self._settle(request, queryset, proposed_names.confirm)
        counted = ngettext("%(count)d name is confirmed.", "%(count)d names are confirmed.", done)
        self.message_user(request, counted % {"count": done}, messages.SUCCESS)

    @admin.action(description=_("Dismiss the chosen names"), permissions=["change"])
    def dismiss(self, request, queryset):
        done = self._settle(request, queryset, proposed_names.dismiss)
        counted = ngettext("%(count)d name is dismissed.", "%(count)d names are dismissed.", done)
        self.message_user(request, counted % {"count": done}, messages.SUCCESS)

    def _settle(self, request, queryset, settle):
        """Settle each on its own, and say of each that was refused why; the number settled."""
        done = 0
        for proposed in queryset.order_by("pk"):
            try:
                settle(proposed, by=request.user)
                done += 1
            except (PermissionDenied, ValidationError) as refused:
                reasons = getattr(refused, "messages", [str(refused)])
                self.message_user(request, " ".join(reasons), messages.ERROR)
        return done


def _sentence(text, name):
    """The first sentence that names the person; nothing where the text prints the name spaced."""
    return next((one for one in SENTENCE.findall(text) if name in one), "")


def _outcome(proposed):
    if proposed.is_open and proposed.origin == ProposedName.RULES:
        return _("may be a name, or a place or word")
    if proposed.is_open:
        return _("proposed by %(origin)s") % {"origin": proposed.origin}
    sentence = _("confirmed by %(who)s") if proposed.was_confirmed else _("dismissed by %(who)s")
    return sentence % {"who": proposed.settled_by}
