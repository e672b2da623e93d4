"""Import pages of a paper: parse, plan, save, report; page by page or by the thousand.

Every page is in whole or not at all, and one that cannot be used never stops the others. A page
that was imported before, by its bytes and its place in the paper, is passed over unread.
"""

import gc
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice

from django.db import DataError, IntegrityError, transaction
from django.utils import timezone

from articles.importing.attempt import collect_seldom
from articles.importing.directory import read_directory
from articles.importing.limits import check_lengths
from articles.importing.pages import PageSource, read_pictures
from articles.importing.parallel import Read, parsed_in_order
from articles.importing.readers import Place
from articles.importing.reconcile import Names, reconcile
from articles.importing.refusals import ImportRefused, refusal
from articles.importing.report import Outcome, make_report
from articles.importing.save import PlannedPage, save_pages
from articles.importing.sources import pages_of
from articles.models import ImportRun
from articles.origin import own_stories

# Stories that are saved in one transaction: enough to share its cost, few enough to lose no time.
STORIES_OF_A_BATCH = 200
# Pages whose digests are looked up at once.
LOOKED_UP = 50
# Raised whenever the parser reads more or better, so that pages read before are read again.
IMPORTER = "9"


def import_page(path, *, edition_date, page_number="", page_name="", is_dry_run=False):
    """Import one file as one page of that day's paper and return (report, parsed page).

    Raises ImportRefused, with nothing written, when the file cannot be used.
    """
    pages = pages_of(path, Place(edition_date, page_number, page_name))
    (outcome,) = import_pages(pages, is_dry_run=is_dry_run, is_repeated=True)
    if outcome.refusal:
        raise ImportRefused(outcome.refusal)
    return outcome.report, outcome.parsed


def import_pages(
    pages: Iterable[PageSource | Outcome],
    *,
    is_dry_run=False,
    is_repeated=False,
    processes=0,
) -> Iterator[Outcome]:
    """Import pages in their order; yields what became of each once it is safe in the database.

    `processes` of this machine parse while this one saves. With `is_repeated`, pages that were
    imported before are read again all the same.
    """
    fresh = pages if is_repeated else _unknown(pages)
    thresholds = collect_seldom()
    names = None
    try:
        for batch in _batches(parsed_in_order(fresh, processes)):
            if is_dry_run:
                outcomes, _planned, names = _plan(batch, names)
                yield from outcomes
            else:
                yield from _import_batch(batch)
    finally:
        gc.unfreeze()
        gc.set_threshold(*thresholds)


def _batches(items):
    """Lists of pages with about as many stories as one transaction takes."""
    batch, stories = [], 0
    for item in items:
        batch.append(item)
        stories += len(item.parsed.stories) if isinstance(item, Read) else 0
        if stories >= STORIES_OF_A_BATCH:
            yield batch
            batch, stories = [], 0
    if batch:
        yield batch


def _unknown(pages):
    """The pages, but for those imported before the outcome that says so."""
    pages = iter(pages)
    while chunk := list(islice(pages, LOOKED_UP)):
        known = _places_on_record(page for page in chunk if isinstance(page, PageSource))
        for page in chunk:
            if isinstance(page, PageSource) and _place_of(page) in known:
                yield Outcome(page.name, is_known=True, digest=page.digest)
            else:
                yield page


def _places_on_record(pages):
    """Which of these pages this importer has read before; without pages nothing is asked."""
    digests = [page.digest for page in pages]
    if not digests:
        return set()
    runs = ImportRun.objects.filter(file_digest__in=digests, importer=IMPORTER, error="")
    return set(runs.values_list("file_digest", "edition_date", "page"))


def _place_of(page):
    return page.digest, page.edition_date, page.page_number


def _import_batch(batch):
    """The outcomes of pages that were read, in order; what is an outcome already stays."""
    started = timezone.now()
    try:
        with transaction.atomic():
            outcomes, planned, _names = _plan(batch)
            made = save_pages(planned)
            _record(outcomes, batch, started)
    except (IntegrityError, DataError) as error:
        if len(batch) > 1:
            return [outcome for item in batch for outcome in _import_batch([item])]
        return [_failure(batch[0].page, started, error)]
    return _with_articles(outcomes, planned, made)


def _with_articles(outcomes, planned, made):
    """The outcomes, each with the articles that were made of its page; `made` by import key."""
    planned = iter(planned)
    return [
        replace(outcome, articles=tuple(made[story.key] for story in next(planned).plan.create))
        if outcome.report
        else outcome
        for outcome in outcomes
    ]


def _plan(batch, earlier=None):
    """What becomes of each page, the pages to save, and the names as they were decided.

    Reads the database, writes nothing. `earlier` are the names of the batch before in a dry run.
    """
    read = [item for item in batch if isinstance(item, Read)]
    names = Names(read_directory(read), earlier)
    own = own_stories(item.page.source for item in read if item.page.source)
    outcomes, planned = [], []
    for item in batch:
        if not isinstance(item, Read):
            outcomes.append(item)
            continue
        page, parsed, digests = item
        if page.source in own:
            outcomes.append(Outcome(page.name, is_known=True, digest=page.digest))
            continue
        try:
            check_lengths(page, parsed)
            pictures = read_pictures(page, names.fresh_stories(parsed, digests, **page.place))
        except ImportRefused as error:
            outcomes.append(
                Outcome(page.name, refusal=str(error), parsed=parsed, digest=page.digest)
            )
            continue
        plan = reconcile(parsed, digests, names, **page.place)
        planned.append(PlannedPage(page, plan, pictures))
        report = make_report(page, parsed, plan)
        outcomes.append(Outcome(page.name, report=report, parsed=parsed, digest=page.digest))
    return outcomes, planned, names


def _record(outcomes, batch, started):
    """Keep the pages on record, so that they are known again; one that is known writes nothing."""
    reports = [
        (item.page, outcome.report)
        for outcome, item in zip(outcomes, batch, strict=True)
        if outcome.report
    ]
    known = _places_on_record(page for page, report in reports if not report.changes_anything)
    ImportRun.objects.bulk_create(
        _run(page, started, report=report.as_json())
        for page, report in reports
        if report.changes_anything or _place_of(page) not in known
    )


def _failure(page, started, error):
    """The database refused the page: nothing of it is there, and the reason is on record."""
    run = _run(page, started, error=f"{type(error).__name__}: {error}")
    run.save()
    return Outcome(page.name, refusal=str(refusal(page.name, run.error)))


def _run(page, started, **fields):
    return ImportRun(
        started_at=started,
        finished_at=timezone.now(),
        file_name=page.short_name[:255],
        file_digest=page.digest,
        edition_date=page.edition_date,
        page=page.page_number,
        importer=IMPORTER,
        **fields,
    )
