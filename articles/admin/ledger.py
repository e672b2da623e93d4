"""The sealed record, entry by entry: read here, proved by `manage.py verify_ledger`."""

import json

from django.contrib import admin
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from articles.admin.imports import OnRecord
from articles.models import LedgerEntry


@admin.register(LedgerEntry)
class LedgerEntryAdmin(OnRecord):
    list_display = ["number", "sealed_at", "move", "story", "by", "short_digest"]
    list_filter = ["decision__move"]
    list_select_related = ["decision__version", "decision__by"]
    list_per_page = 50
    search_fields = ["digest", "decision__version__headline"]
    fields = [
        "number",
        "sealed_at",
        ("move", "by"),
        "note",
        "story",
        "words",
        "previous",
        "digest",
    ]
    readonly_fields = ["move", "by", "note", "story", "words"]

    def get_queryset(self, request):
        entries = super().get_queryset(request)
        if request.resolver_match.url_name == "articles_ledgerentry_changelist":
            return entries.defer("content", "decision__version__body")
        return entries

    @admin.display(description=_("move"))
    def move(self, entry):
        return entry.decision.get_move_display()

    @admin.display(description=_("by"))
    def by(self, entry):
        return entry.decision.by

    @admin.display(description=_("note"))
    def note(self, entry):
        return entry.decision.note

    @admin.display(description=_("story"))
    def story(self, entry):
        version = entry.decision.version
        url = reverse("admin:articles_version_change", args=[version.pk])
        return format_html('<a href="{}">{}</a>', url, version)

    @admin.display(description=_("digest"))
    def short_digest(self, entry):
        return format_html("<code>{}</code>", entry.digest[:16])

    @admin.display(description=_("content"))
    def words(self, entry):
        content = json.dumps(json.loads(entry.content), ensure_ascii=False, indent=2)
        return format_html('<pre class="sealed">{}</pre>', content)
