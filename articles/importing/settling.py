"""Settle doubts of an import before anything is saved; they come in settled, by whom and how."""

from collections import defaultdict
from dataclasses import replace

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.importing.pages import place_of
from articles.models import Doubt, ImportJob, SettledDoubt

State = ImportJob.State
# While a job is at work, nobody knows whether a page was saved already.
STATES = (State.PLANNED, State.STOPPED, State.FAILED)
OUTDATED = gettext_lazy(
    "An earlier release looked through these files, and what is settled would not be known again "
    "at the import. Look through them again first: what was settled already is looked up."
)


@transaction.atomic
def settle(job, digest, place, *, by, note="", paragraphs=""):
    """Settle the doubt of the page with that digest which stands at `place` (kind, start).

    `paragraphs` decides a doubtful break, one or two; otherwise it stays as it was read. A doubt
    that was settled is settled anew. Raises ValidationError.
    """
    _check_waits(job, digest)
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
    _check_waits(job, digest)
    kind, start = place
    job.settled_doubts.filter(digest=digest, kind=kind, start=start).delete()


def can_settle(job):
    return job.state in STATES


def is_outdated(job):
    """Whether the job was looked through before its pages were noted by their bytes.

    What is settled on such a page would not be known again at the import.
    """
    return can_settle(job) and job.pages.filter(digest="", refusal="").exists()


def unplaced(job):
    """Doubts that were settled on such pages, and of which nobody knows the page."""
    return job.settled_doubts.filter(digest="")


def check_nothing_is_lost(job):
    """Raises ValidationError where the import would pass over what somebody settled."""
    if is_outdated(job) and unplaced(job).exists():
        raise ValidationError(OUTDATED)


class Finder:
    """Finds the pages of unplaced doubts again while a job is looked through.

    A doubt whose place only one page has is of that page; another one stays unplaced, and is shown.
    """

    def __init__(self, job):
        self.job = job
        self.rows = {(row.kind, row.start): row for row in unplaced(job)}
        self.found = defaultdict(set)

    def look_in(self, outcome):
        if not self.rows or not outcome.parsed:
            return
        for story in outcome.parsed.stories:
            for place in map(place_of, story.doubts):
                if place in self.rows:
                    self.found[place].add(outcome.digest)

    def place(self):
        for place, digests in self.found.items():
            row, (digest, *others) = self.rows[place], digests
            anew = self.job.settled_doubts.filter(digest=digest, kind=row.kind, start=row.start)
            if not others and not anew.exists():
                row.digest = digest
                row.save(update_fields=["digest"])


def with_settled(job, pages):
    """The pages of a job, each with its settled doubts."""
    settled = defaultdict(tuple)
    for row in job.settled_doubts.select_related("settled_by"):
        settled[row.digest] += (row,)
    for page in pages:
        rows = settled.get(page.digest) if settled else None
        yield replace(page, settled=rows) if rows else page


def _check_waits(job, digest):
    job = ImportJob.objects.select_for_update().get(pk=job.pk)
    if not can_settle(job):
        raise ValidationError(_("The import has gone on meanwhile."))
    if not digest:
        raise ValidationError(OUTDATED)
