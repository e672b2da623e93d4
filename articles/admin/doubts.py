"""Doubts of the importer, each shown beside its paragraph and the source lines it came from."""

from dataclasses import dataclass

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import get_object_or_404
from django.utils.html import format_html
from django.utils.translation import gettext as _

from articles import breaks, joining, workflow
from articles.admin.join_reasons import SOURCE, join_reason
from articles.models import Doubt, Version
from articles.parsing.punctuation import folded


@dataclass(frozen=True)
class ShownDoubt:
    """One doubt as the page shows it. `text` is the paragraph with the printed words marked.

    `others` are the drafts that may be the other part of a story on two pages; `reason` is the rule
    that joined the fragments that it is about.
    """

    doubt: Doubt
    text: str
    lines: list[tuple[int, str]]
    others: list[Version]
    reason: str

    @property
    def can_be_decided(self):
        """Whether it is about a break that can be taken out or put in here."""
        is_draft = self.doubt.version.status == Version.Status.DRAFT
        return is_draft and self.doubt.break_at is not None

    @property
    def paragraph_number(self):
        return None if self.doubt.paragraph is None else self.doubt.paragraph + 1


def shown_doubts(version, by):
    """The open doubts of a story, then the settled ones, in the order of its paragraphs.

    `by` looks at them, and may put together the two parts of a story on two pages.
    """
    doubts = version.doubts.select_related("document", "settled_by").defer("document__data")
    paragraphs = version.paragraphs
    has_breaks = any(doubt.break_at is not None for doubt in doubts)
    sources = list(version.paragraph_sources.values(*SOURCE)) if has_breaks else []
    may_join = version.status == Version.Status.DRAFT and by.has_perms(joining.PERMISSIONS)
    shown = [
        ShownDoubt(
            doubt,
            marked(_paragraph(doubt, paragraphs), doubt.quote),
            doubt.source_lines(),
            joining.others_of(doubt, by) if may_join else [],
            join_reason(vars(doubt), sources),
        )
        for doubt in doubts
    ]
    return (
        [one for one in shown if one.doubt.is_open],
        [one for one in shown if not one.doubt.is_open],
    )


def settle(request, version, doubt_pk):
    """Settle one doubt of the story from a POST, and say so."""
    doubt = get_object_or_404(version.doubts, pk=doubt_pk)
    note, paragraphs = request.POST.get("note", "")[:300], request.POST.get("paragraphs")
    try:
        if paragraphs in ("one", "two"):
            breaks.decide(doubt, paragraphs, by=request.user, note=note)
        else:
            workflow.settle_doubt(doubt, by=request.user, note=note)
    except PermissionDenied:
        messages.error(request, _("Your account may not change stories."))
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
    else:
        left = version.doubts.open().count()
        messages.success(
            request,
            _("The doubt is settled. Open doubts left: %(count)s.") % {"count": left},
        )


def join(request, version, doubt_pk):
    """Put the story together with the draft that a POST names, say so, and return what both are."""
    doubt = get_object_or_404(version.doubts.select_related("version__page"), pk=doubt_pk)
    chosen = request.POST.get("other", "")
    other = get_object_or_404(Version, pk=chosen if chosen.isdecimal() else 0)
    try:
        story = joining.join(doubt, other, by=request.user)
    except PermissionDenied as refused:
        messages.error(request, str(refused))
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
    else:
        messages.success(
            request, _("Both parts are one story now. The draft of the rest was spiked.")
        )
        return story
    return None


def _paragraph(doubt, paragraphs):
    """The doubt's paragraph; the one with its words when the text has moved; or nothing."""
    if doubt.paragraph is None:
        return ""
    at = paragraphs[doubt.paragraph] if doubt.paragraph < len(paragraphs) else ""
    quote = folded(doubt.quote)
    if quote and quote not in folded(at):
        return next((text for text in paragraphs if quote in folded(text)), at)
    return at


def marked(text, quote):
    """The text as HTML, with the first place of the quote marked, whatever width its marks have."""
    start = folded(text).find(folded(quote)) if quote else -1
    if start < 0:
        return format_html("{}", text)
    end = start + len(quote)
    return format_html("{}<mark>{}</mark>{}", text[:start], text[start:end], text[end:])
