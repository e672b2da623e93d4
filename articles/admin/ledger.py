"""The sealed record, entry by entry: read here, proved by `manage.py verify_ledger`."""

import json

from django.contrib import admin
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy as _

from articles.admin.contents import lines_of
from articles.admin.imports import OnRecord
from articles.body import canonical
from articles.models import LedgerEntry, Page
from articles.models.content import named


@admin.register(LedgerEntry)
class LedgerEntryAdmin(OnRecord):
    list_display = ["number", "sealed_at", "move", "story", "by", "short_digest"]
    list_filter = ["decision__move"]
    list_select_related = ["decision__version", "decision__by"]
    list_per_page = 50
    search_fields = ["digest", "decision__version__headline"]
    fields = [
        ("number", "sealed_at"),
        ("move", "by", "publish_at"),
        "note",
        "note_to_readers",
        "story",
        "words",
        "digest",
        "previous",
        "as_sealed",
    ]
    readonly_fields = [
        *("move", "by", "publish_at", "note", "note_to_readers", "story", "words", "as_sealed"),
    ]

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

    @admin.display(description=_("note to readers"))
    def note_to_readers(self, entry):
        return entry.decision.note_to_readers

    @admin.display(description=_("Release at"))
    def publish_at(self, entry):
        if entry.publish_at is None:
            return None
        return timezone.localtime(entry.publish_at).strftime("%Y-%m-%d %H:%M:%S")

    @admin.display(description=_("the words as they were"))
    def words(self, entry):
        """By their names. The body is cleaned again, should somebody have altered it."""
        sealed = json.loads(entry.content)
        content = named(sealed["words"])
        return render_to_string(
            "admin/articles/ledgerentry/words.html",
            {
                "lines": [(label, text) for label, text in _lines(content, sealed) if text],
                "body": mark_safe(canonical(content["body"])),
            },
        )

    @admin.display(description=_("as it was sealed"))
    def as_sealed(self, entry):
        """The very text that the digest is taken over, with the number and the digest before."""
        return format_html(
            '<details><summary>{}</summary><pre class="sealed">{}</pre></details>',
            _("Show the sealed text"),
            entry.content,
        )


def _lines(content, sealed):
    """The place in the paper as it was sealed; entries of the first format name it by its key."""
    if place := sealed.get("place"):
        content |= {"edition": None, "page": None}
        yield _("edition"), place["edition"]
        yield _("issue number"), place["issue"]
        page = Page(number=place["page"], name=place["section"])
        yield _("page"), page.label if page.number else ""
    yield from lines_of(content)
