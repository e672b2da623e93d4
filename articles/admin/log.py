"""Who did what: every move of the workflow and every change in the admin, filtered and exported."""

from django.contrib import admin, messages
from django.contrib.admin.models import LogEntry
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.imports import OnRecord
from articles.admin.workbook import Sheet, workbook
from articles.models import Decision

EXPORTED = 10_000


class Log(OnRecord):
    """The newest first. What is filtered is what an export holds."""

    list_per_page = 50
    actions = None
    change_list_template = "admin/articles/log/change_list.html"

    def changelist_view(self, request, extra_context=None):
        if "_export" in request.GET and self.has_view_permission(request):
            return self._export(request)
        return super().changelist_view(request, extra_context)

    def _export(self, request):
        request.GET = request.GET.copy()
        del request.GET["_export"]
        found = self.get_changelist_instance(request).get_queryset(request)
        rows = [self.exported(entry) for entry in found[: EXPORTED + 1]]
        if len(rows) > EXPORTED:
            messages.error(
                request,
                _("These are more than %(most)s entries. Filter them, then export.")
                % {"most": EXPORTED},
            )
            return super().changelist_view(request)
        return workbook(
            f"{self.opts.model_name}-{timezone.localdate()}",
            Sheet(str(self.opts.verbose_name_plural)[:31], self.exported_heads(), rows),
        )


@admin.register(Decision)
class DecisionAdmin(Log):
    list_display = ["when", "by", "move", "stage", "story", "note"]
    list_display_links = None
    list_filter = ["move", "stage", ("by", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["version", "by"]
    date_hierarchy = "decided_at"
    search_fields = ["note", "version__headline"]
    ordering = ["-id"]

    def get_queryset(self, request):
        return super().get_queryset(request).defer("version__body")

    @admin.display(description=gettext_lazy("decided"))
    def when(self, decision):
        return timezone.localtime(decision.decided_at).strftime("%Y-%m-%d %H:%M:%S")

    @admin.display(description=gettext_lazy("story"))
    def story(self, decision):
        url = reverse("admin:articles_version_change", args=[decision.version_id])
        return format_html('<a href="{}">{}</a>', url, decision.version)

    def exported_heads(self):
        return [
            *(_("decided"), _("by"), _("move"), _("stage"), _("story"), _("version")),
            *(_("note"), _("digest")),
        ]

    def exported(self, decision):
        return (
            *(self.when(decision), str(decision.by), decision.get_move_display(), decision.stage),
            *(decision.version.headline, decision.version.number),
            *(decision.note, decision.digest),
        )


@admin.register(LogEntry)
class LogEntryAdmin(Log):
    list_display = ["when", "user", "what", "content_type", "object_repr", "get_change_message"]
    list_display_links = None
    list_filter = ["action_flag", ("content_type", admin.RelatedOnlyFieldListFilter), "user"]
    list_select_related = ["user", "content_type"]
    date_hierarchy = "action_time"
    search_fields = ["object_repr"]
    ordering = ["-action_time", "-id"]

    @admin.display(description=gettext_lazy("when"))
    def when(self, entry):
        return timezone.localtime(entry.action_time).strftime("%Y-%m-%d %H:%M:%S")

    @admin.display(description=gettext_lazy("what"))
    def what(self, entry):
        return entry.get_action_flag_display()

    def exported_heads(self):
        return [_("when"), _("by"), _("what"), _("kind"), _("record"), _("change")]

    def exported(self, entry):
        return (
            *(self.when(entry), str(entry.user), self.what(entry), str(entry.content_type)),
            *(entry.object_repr, entry.get_change_message()),
        )
