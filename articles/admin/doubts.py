"""Doubts of the importer, each shown beside its paragraph and the source lines it came from."""

from dataclasses import dataclass

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import get_object_or_404
from django.utils.html import format_html
from django.utils.translation import gettext as _

from articles import breaks, workflow
from articles.models import Doubt, Version
from articles.parsing.punctuation import folded


@dataclass(frozen=True)
class ShownDoubt:
    """One doubt as the page shows it. `text` is the paragraph with the printed words marked."""

    doubt: Doubt
    text: str
    lines: list[tuple[int, str]]

    @property
    def can_be_decided(self):
        """Whether it is about a break that can be taken out or put in here."""
        is_draft = self.doubt.version.status == Version.Status.DRAFT
        return is_draft and self.doubt.break_at is not None

    @property
    def paragraph_number(self):
        return None if self.doubt.paragraph is None else self.doubt.paragraph + 1


def shown_doubts(version):
    """The open doubts of a story, then the settled ones, in the order of its paragraphs."""
    doubts = version.doubts.select_related("document", "settled_by").defer("document__data")
    paragraphs = version.paragraphs
    shown = [
        ShownDoubt(doubt, marked(_paragraph(doubt, paragraphs), doubt.quote), doubt.source_lines())
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
