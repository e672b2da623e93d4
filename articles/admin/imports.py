"""What the importer did, and the files it read: to be looked at, never changed."""

import json

from django.contrib import admin
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _

from articles.importing.report import ImportReport
from articles.models import ImportRun, SourceDocument


class OnRecord(admin.ModelAdmin):
    """Shown as it was written down; nobody adds to it, changes it or deletes it here."""

    show_full_result_count = False

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False


@admin.register(ImportRun)
class ImportRunAdmin(OnRecord):
    list_display = ["started_at", "file_name", "edition_date", "page", "went_well"]
    list_filter = ["edition_date"]
    search_fields = ["file_name"]
    fields = [
        "file_name",
        ("edition_date", "page"),
        ("started_at", "finished_at"),
        "error",
        "report_as_text",
        "file_digest",
    ]
    readonly_fields = ["report_as_text"]

    @admin.display(description=_("went well"), boolean=True)
    def went_well(self, run):
        return not run.error

    @admin.display(description=_("report"))
    def report_as_text(self, run):
        try:
            lines = ImportReport(**run.report).lines()
            return format_html(
                '<ul class="report">{}</ul>',
                format_html_join("", "<li>{}</li>", ((line,) for line in lines)),
            )
        except (TypeError, KeyError):  # A failed run, or a report of an older shape.
            return format_html(
                "<pre>{}</pre>", json.dumps(run.report, ensure_ascii=False, indent=2)
            )


@admin.register(SourceDocument)
class SourceDocumentAdmin(OnRecord):
    list_display = ["name", "created_at", "short_digest"]
    search_fields = ["name"]
    fields = ["name", "created_at", "digest", "numbered_text"]
    readonly_fields = ["numbered_text"]

    def get_queryset(self, request):
        documents = super().get_queryset(request).defer("data")
        if request.resolver_match.url_name == "articles_sourcedocument_changelist":
            return documents.defer("data", "text")
        return documents

    @admin.display(description=_("digest"))
    def short_digest(self, document):
        return document.digest[:12]

    @admin.display(description=_("text"))
    def numbered_text(self, document):
        return format_html(
            '<ol class="source-lines">{}</ol>',
            format_html_join(
                "",
                '<li id="line-{0}" value="{0}">{1}</li>',
                document.lines(1, None),
            ),
        )
