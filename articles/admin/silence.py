"""What the page of an import says while its worker gives no sign."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from articles.importing import jobs
from articles.importing.totals import progress_of

SECONDS_UNTIL_STILL = 10
SECONDS_UNTIL_SILENT = 60
# A worker that rests looks for work every few seconds.
SECONDS_UNTIL_OVERDUE = 15


@dataclass(frozen=True)
class Silence:
    """For so many `seconds`, since that moment; another worker may go on from `ends` on."""

    since: datetime
    ends: datetime
    seconds: int

    @property
    def is_long(self):
        """Whether hardly a page takes so long: the worker may have died."""
        return self.seconds > SECONDS_UNTIL_SILENT

    @property
    def is_overdue(self):
        """Whether another one would be at work by now, if there were one."""
        return self.seconds > jobs.DEAD_AFTER.seconds + SECONDS_UNTIL_OVERDUE


def silence_of(job):
    """That of the worker of a job at work; None while it gives signs."""
    if job.state not in jobs.WORK.values() or not job.alive_at:
        return None
    seconds = int((timezone.now() - job.alive_at).total_seconds())
    if seconds < SECONDS_UNTIL_STILL:
        return None
    return Silence(job.alive_at, job.alive_at + jobs.DEAD_AFTER, seconds)


def progress_line(job, silence):
    """How far the work at hand is, with rate and time left unless it stands still."""
    if job.state not in jobs.WORK.values():
        return ""
    if not silence:
        return progress_of(job.totals, job.files) if job.totals else ""
    still = _("standing still for %(seconds)d seconds") % {"seconds": silence.seconds}
    if not job.totals or not job.files:
        return still
    pages = {"pages": job.totals["pages"], "total": job.files}
    return " · ".join((_("%(pages)d of %(total)d pages") % pages, still))
