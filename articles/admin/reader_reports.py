"""The work list of readers' reports: each with its passage and its story, settled with a note."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from articles import reader_reports
from articles.admin.doubt_list import OpenFilter, SettleForm
from articles.models import ReaderReport


@admin.register(ReaderReport)
class ReaderReportAdmin(admin.ModelAdmin):
    list_display = ["what", "story", "contact", "created_at", "came_of_it"]
    list_display_links = None
    list_filter = [OpenFilter, "outcome"]
    list_per_page = 25
    search_fields = ["message", "passage", "version__headline"]
    search_help_text = _("Words of the report, of the passage or of the headline.")
    show_full_result_count = False
    action_form = SettleForm
    actions = ["begin_correction", "find_no_error", "call_duplicate"]
    ordering = ["created_at", "id"]

    class Media:
        js = ["newsroom/doubts.js"]

    def get_queryset(self, request):
        reports = super().get_queryset(request).select_related("version__page", "settled_by")
        return reports.defer("version__body")

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        # The list settles reports; a form of one would let its record be written by hand.
        return obj is None and request.user.has_perm("articles.change_readerreport")

    @admin.display(description=_("what is wrong"))
    def what(self, report):
        passage = format_html("<q>{}</q><br>", report.passage) if report.passage else ""
        return format_html("{}<strong>{}</strong>", passage, report.message)

    @admin.display(description=_("story"))
    def story(self, report):
        version = report.version
        return format_html(
            '<a href="{}">{}</a><br><span class="quiet">{}{}</span>',
            reverse("admin:articles_version_change", args=[version.pk]),
            version,
            version.dated,
            f" · {version.page.label}" if version.page else "",
        )

    @admin.display(description=_("what came of it"))
    def came_of_it(self, report):
        if report.is_open:
            return _("open")
        return format_html(
            '{}<br><span class="quiet">{} · {}</span>',
            report.get_outcome_display(),
            report.note,
            report.settled_by,
        )

    @admin.action(description=_("Begin the correction"), permissions=["change"])
    def begin_correction(self, request, queryset):
        self._settle(request, queryset, ReaderReport.Outcome.CORRECTION)

    @admin.action(description=_("There is no error"), permissions=["change"])
    def find_no_error(self, request, queryset):
        self._settle(request, queryset, ReaderReport.Outcome.NO_ERROR)

    @admin.action(description=_("It was reported before"), permissions=["change"])
    def call_duplicate(self, request, queryset):
        self._settle(request, queryset, ReaderReport.Outcome.DUPLICATE)

    def _settle(self, request, queryset, outcome):
        """Settle each on its own, and say of each that was refused why."""
        note, settled = request.POST.get("note", "")[:300], 0
        for report in queryset.open().select_related("version"):
            try:
                draft = reader_reports.settle(report, outcome, note=note, by=request.user)
            except (PermissionDenied, ValidationError) as refused:
                reasons = getattr(refused, "messages", [str(refused)])
                self.message_user(request, f"{report.version}: {' '.join(reasons)}", messages.ERROR)
                continue
            settled += 1
            if draft:
                self._lead_to(request, draft)
        if settled:
            done = ngettext(
                "%(count)d report is settled.", "%(count)d reports are settled.", settled
            )
            self.message_user(request, done % {"count": settled}, messages.SUCCESS)

    def _lead_to(self, request, draft):
        link = format_html(
            '<a href="{}">{}</a>',
            reverse("admin:articles_version_change", args=[draft.pk]),
            _("Correct “%(headline)s” here.") % {"headline": draft},
        )
        self.message_user(request, link, messages.INFO)
