"""Decide a doubtful break of a stored story: what stands round it is one paragraph, or two."""

import re
from html import escape

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from articles import contributions, records, saves, workflow
from articles.body import canonical, sections
from articles.models import Article, Version
from articles.models.import_job import SettledDoubt
from articles.parsing.punctuation import folded

BETWEEN = "</p><p>"
_LATIN = re.compile(r"[A-Za-z]")


class BreakRefused(ValidationError):
    """A break that cannot be decided so. Its message says why, and what to do."""


@transaction.atomic
def decide(doubt, paragraphs, *, by, note=""):
    """Make it one paragraph or two, where it is not yet, and settle the doubt with that note.

    `paragraphs` is one of `SettledDoubt.Paragraphs`. Credits, people and pictures stay, and each
    paragraph keeps its source lines. Raises PermissionDenied or BreakRefused.
    """
    if not by.has_perm("articles.change_version"):
        raise PermissionDenied(_("Your account may not change stories."))
    decided = SettledDoubt.Paragraphs(paragraphs)
    # The article's row is the workflow's lock, the version's that of a form that is being saved.
    Article.objects.select_for_update().get(pk=doubt.version.article_id)
    version = Version.objects.select_for_update().get(pk=doubt.version_id)
    if version.status != Version.Status.DRAFT:
        raise BreakRefused(_("Only the paragraphs of a draft are divided and joined."))
    body = with_break(version.body, doubt.quote, doubt.break_at or 0, decided == decided.ONE)
    if body is None:
        raise BreakRefused(
            _("The words round the break have changed. Open the story and decide it in the text.")
        )
    note = " · ".join(filter(None, (str(decided.label), note.strip())))[:300]
    workflow.settle_doubt(doubt, by=by, note=note)
    if body != version.body:
        saves.keep_what_stood(version)
        before, version.body = version.body, body
        version.save(update_fields=["body", "updated_at"])
        records.follow(version, before)
        contributions.record(version, by)
        saves.record(version, by)


def with_break(body, quote, break_at, is_one):
    """The body with the break in that quote taken out or put in; None where it is not found.

    The quote is as printed: the marks of the body may have been made full-width since.
    """
    before, after = (escape(part, quote=False) for part in (quote[:break_at], quote[break_at:]))
    if not before or not after:
        return None
    glue = " " if _LATIN.match(before[-1]) and _LATIN.match(after[0]) else ""
    old, new = (BETWEEN, glue) if is_one else (glue, BETWEEN)
    found = {gap: folded(before + gap + after) for gap in (old, new)}
    parts = [folded(part) for part in _paired(body)]
    if any(found[new] in part for part in parts):
        return body
    if not any(found[old] in part for part in parts):
        return None
    start = folded(body).find(found[old]) + len(before)
    changed = body[:start] + new + body[start + len(old) :]
    # Inside of strong words or a link a break would leave half of them behind.
    return changed if canonical(changed) == changed else None


def _paired(body):
    """Each part at the top of the body with the one after it, of paragraphs only."""
    parts = [part if part.startswith("<p>") else "" for part in sections(body)]
    return [one + other for one, other in zip(parts, [*parts[1:], ""], strict=True)]
