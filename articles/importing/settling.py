"""Settle doubts of an import before anything is saved; they come in settled, by whom and how."""

from collections import defaultdict
from dataclasses import replace

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.models import Doubt, ImportJob, SettledDoubt

State = ImportJob.State
# While a job is at work, nobody knows whether a page was saved already.
STATES = (State.PLANNED, State.STOPPED, State.FAILED)


@transaction.atomic
def settle(job, digest, place, *, by, note="", paragraphs=""):
    """Settle the doubt of the page with that digest which stands at `place` (kind, start).

    `paragraphs` decides a doubtful break, one or two; otherwise it stays as it was read. A doubt
    that was settled is settled anew. Raises ValidationError.
    """
    _check_waits(job)
    kind, start = place
    if kind not in Doubt.Kind.values or paragraphs not in SettledDoubt.Paragraphs.values:
        raise ValidationError(_("There is no such doubt."))
    if paragraphs and kind != Doubt.Kind.DOUBTFUL_BREAK:
        raise ValidationError(_("Only a break between two fragments can be decided so."))
    if not paragraphs and not note.strip():
        raise ValidationError(_("Write a note that says why: it goes on record."))
    SettledDoubt.objects.update_or_create(
        job=job,
        digest=digest,
        kind=kind,
        start=start,
        defaults={
            "paragraphs": paragraphs,
            "settled_by": by,
            "settled_at": timezone.now(),
            "settled_note": note.strip()[:300],
        },
    )


@transaction.atomic
def reopen(job, digest, place):
    """Have a settled doubt open again. Raises ValidationError."""
    _check_waits(job)
    kind, start = place
    job.settled_doubts.filter(digest=digest, kind=kind, start=start).delete()


def can_settle(job):
    return job.state in STATES


def with_settled(job, pages):
    """The pages of a job, each with its settled doubts."""
    settled = defaultdict(tuple)
    for row in job.settled_doubts.select_related("settled_by"):
        settled[row.digest] += (row,)
    for page in pages:
        rows = settled.get(page.digest) if settled else None
        yield replace(page, settled=rows) if rows else page


def _check_waits(job):
    job = ImportJob.objects.select_for_update().get(pk=job.pk)
    if not can_settle(job):
        raise ValidationError(_("The import has gone on meanwhile."))
