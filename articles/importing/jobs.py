"""Imports that the desk asks for: kept in the database, done at once or by a worker.

A job goes from `bring` to `look_through` (a dry run: what would be created, every doubt) and, once
somebody has agreed, to `carry_out`. Its progress is stored every second, so that every page that
shows it tells the truth, and a worker that dies is followed by another that goes on where it was.
"""

import logging
import os
import shutil
import time
import uuid
from datetime import timedelta
from itertools import islice
from pathlib import Path, PurePosixPath

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.duplicates import find_copies_of
from articles.importing.importer import import_pages
from articles.importing.pages import PageSource
from articles.importing.readers import Place
from articles.importing.refusals import ImportRefused
from articles.importing.saved_earlier import SavedEarlier
from articles.importing.settling import STATES, Finder, check_nothing_is_lost, with_settled
from articles.importing.sources import count_files, pages_of
from articles.importing.totals import Totals
from articles.importing.typed_places import note_places, typed_places
from articles.models import ImportJob, JobPage
from articles.parsing.source import Source
from articles.parsing.turns import names_page

logger = logging.getLogger(__name__)

State = ImportJob.State
# Jobs of at most so many bytes are done while their reader waits, without a worker.
SMALL = 512 * 1024
SECONDS_BETWEEN_SIGNS = 1
ROWS_AT_ONCE = 200
STORIES_COMPARED_AT_ONCE = 500
# A worker that has given no sign for so long is dead, and another takes its job over.
DEAD_AFTER = timedelta(minutes=2)
LONGEST_NUMBER = JobPage._meta.get_field("page").max_length
WORK = {State.TO_PLAN: State.PLANNING, State.TO_IMPORT: State.IMPORTING}


class Stopped(Exception):
    """Somebody stopped the job while it ran."""


def bring(files, *, by, place):
    """Store uploaded files as a new job. ValidationError for names that say the same."""
    names = [_safe_name(file.name) for file in files]
    if len(set(names)) < len(names):
        raise ValidationError(_("Two of the files have the same name. Rename one of them."))
    job = ImportJob(
        folder=uuid.uuid4().hex,
        name=_("%(name)s and %(more)d more") % {"name": names[0], "more": len(names) - 1}
        if len(names) > 1
        else names[0],
        edition_date=place.edition_date,
        page_number=place.page_number,
        page_name=place.page_name,
        requested_by=by,
    )
    folder = folder_of(job)
    folder.mkdir(parents=True)
    for name, file in zip(names, files, strict=True):
        with (folder / name).open("wb") as stored:
            shutil.copyfileobj(file, stored)
    job.save()
    return job


def folder_of(job):
    return settings.IMPORT_ROOT / job.folder


def path_of(job):
    """What is imported: the one file that was brought, else the folder of them."""
    files = list(folder_of(job).iterdir())
    return files[0] if len(files) == 1 else folder_of(job)


def pages_of_job(job):
    place = Place(job.edition_date, job.page_number, job.page_name)
    pages = pages_of(path_of(job), place, name=job.name, typed=typed_places(job))
    return with_settled(job, pages)


def pages_beside(job, number):
    """The page of that number, counted from 0, with its place among those that are given with it.

    Those of its edition are given where one of them sends the reader to another: what becomes of a
    story on two pages is seen with both only. No page where there is none of that number.
    """
    days = job.pages.filter(number=number).exclude(edition_date=None).values("edition_date")
    numbers = {number, *job.pages.filter(edition_date__in=days).values_list("number", flat=True)}
    first = enumerate(islice(pages_of_job(job), max(numbers) + 1))
    edition = {place: page for place, page in first if place in numbers}
    if number not in edition:
        return [], None
    if not any(map(_sends_on, edition.values())):
        return [edition[number]], 0
    return list(edition.values()), list(edition).index(number)


def text_of(job, number):
    """All the text of the page of that number, counted from 0; empty where it cannot be read.

    It is read as if of today, so that one that tells no day is read too.
    """
    pages = pages_of(path_of(job), Place(timezone.localdate()), name=job.name)
    page = next(islice(pages, number, None), None)
    return page.document.text if isinstance(page, PageSource) else ""


def _sends_on(page):
    return isinstance(page, PageSource) and names_page(
        Source(page.document.text), 0, len(page.document.text)
    )


def is_small(job):
    files = folder_of(job).iterdir()
    return sum(file.stat().st_size for file in files) <= SMALL and path_of(job).suffix != ".zip"


def agree(job):
    """Have a job that was looked through imported. False where somebody was quicker.

    Raises ValidationError where settled doubts would be lost.
    """
    check_nothing_is_lost(job)
    return _move(job, State.TO_IMPORT, among=STATES)


def look_again(job):
    """Have a job looked through once more. False where somebody was quicker."""
    return _move(job, State.TO_PLAN, among=STATES)


def place_pages(job, places):
    """Have a job looked through with the typed places of pages, by name. False as `look_again`."""
    with transaction.atomic():
        moved = _move(job, State.TO_PLAN, among=(*STATES, State.IMPORTED))
        if moved:
            note_places(job, places)
    return moved


def stop(job):
    return _move(job, State.STOPPED, among=(State.TO_PLAN, State.TO_IMPORT, *WORK.values()))


def discard(job):
    """Delete a job and its files. What it imported stays."""
    shutil.rmtree(folder_of(job), ignore_errors=True)
    job.delete()


def next_job():
    """A job that waits, or that a dead worker left; None where there is none."""
    dead = Q(state__in=WORK.values(), alive_at__lt=timezone.now() - DEAD_AFTER)
    return ImportJob.objects.filter(Q(state__in=WORK) | dead).order_by("created_at", "id").first()


def work_on(job):
    """Do what the job waits for. False where another worker has taken it.

    The job given says afterwards what became of it, also where somebody threw it away meanwhile.
    """
    doing = WORK.get(job.state, job.state)
    is_resumed = doing == job.state
    claimed = ImportJob.objects.filter(pk=job.pk, state=job.state, alive_at=job.alive_at)
    now = timezone.now()
    began = job.import_began_at or (now if doing == State.IMPORTING else None)
    fields = {"state": doing, "totals": {}, "started_at": now, "import_began_at": began}
    if not claimed.update(**fields, alive_at=now, error=""):
        return False
    for name, value in fields.items():
        setattr(job, name, value)
    try:
        job.pages.all().delete()
        _follow(job, is_dry_run=doing == State.PLANNING, is_resumed=is_resumed)
        done = State.PLANNED if doing == State.PLANNING else State.IMPORTED
        _finish(job, done)
    except Stopped:
        job.state = State.STOPPED
    except ImportRefused as error:
        _finish(job, State.FAILED, error=str(error))
    except Exception as error:  # Told to whoever waits for the job; the worker goes on.
        logger.exception("Import job %s failed", job.pk)
        sentence = str(error).replace(str(folder_of(job)), job.name)
        _finish(job, State.FAILED, error=f"{type(error).__name__}: {sentence}")
    return True


def _follow(job, *, is_dry_run, is_resumed):
    job.files = count_files(path_of(job), name=job.name)
    totals, pages, told = Totals(is_resumed=is_resumed), [], time.monotonic()
    finder = Finder(job)
    pages_read, earlier = pages_of_job(job), None
    if not is_dry_run and job.import_began_at < job.started_at:
        earlier = SavedEarlier(job)
        pages_read = earlier.without_settled(pages_read)
    outcomes = import_pages(
        pages_read,
        is_dry_run=is_dry_run,
        # Where days were typed the rest may be in, and no import reads it again.
        is_repeated=is_dry_run and not job.typed_places.exists(),
        processes=0 if is_small(job) else min(1, os.cpu_count() - 1),
    )
    if earlier:
        outcomes = map(earlier.told, outcomes)
    for number, outcome in enumerate(outcomes):
        totals.add(outcome)
        finder.look_in(outcome)
        pages.append(_row(job, outcome, number))
        if time.monotonic() - told >= SECONDS_BETWEEN_SIGNS:
            told = time.monotonic()
            _tell(job, totals, pages)
    _tell(job, totals, pages)
    finder.place()
    for start in range(0, len(totals.articles), STORIES_COMPARED_AT_ONCE):
        find_copies_of(totals.articles[start : start + STORIES_COMPARED_AT_ONCE].tolist(), job)
        _tell(job, totals, pages)


def _tell(job, totals, pages):
    """Store how far the job is, and empty `pages`. Raises Stopped where somebody stopped it."""
    with transaction.atomic():
        if not _ours(job).update(files=job.files, totals=totals.as_json(), alive_at=timezone.now()):
            raise Stopped
        JobPage.objects.bulk_create(pages, batch_size=ROWS_AT_ONCE)
    pages.clear()


def _row(job, outcome, number):
    report, undated = outcome.report, outcome.undated
    row = JobPage(
        job=job,
        number=number,
        name=outcome.name,
        digest=outcome.digest,
        refusal=outcome.refusal,
        is_known=outcome.is_known,
        edition_date=outcome.edition_date,
        page=outcome.page_number,
    )
    if undated:
        row.lacks_day, row.opening = True, undated.opening
        row.page = undated.page_number if len(undated.page_number) <= LONGEST_NUMBER else ""
    if report:
        row.edition_date, row.page = report.edition_date, report.page
        row.found, row.created = report.stories["found"], report.stories["created"]
        row.doubts, row.outside = len(report.doubts), len(report.outside)
        row.decided = outcome.decided
    return row


def _finish(job, state, error=""):
    is_ours = _ours(job).update(state=state, finished_at=timezone.now(), error=error)
    job.state = state if is_ours else State.STOPPED


def _ours(job):
    """The job while this worker does it: another one may have begun it anew since."""
    return ImportJob.objects.filter(pk=job.pk, state=job.state, started_at=job.started_at)


def _move(job, state, among):
    moved = ImportJob.objects.filter(pk=job.pk, state__in=among).update(state=state)
    job.refresh_from_db()
    return bool(moved)


def _safe_name(name):
    name = PurePosixPath(name.replace("\\", "/")).name
    name = "".join(character for character in name if character.isprintable()).lstrip(".")
    return Path(name).stem[:120] + Path(name).suffix[:20] or "file"
