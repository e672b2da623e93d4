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
from articles.importing.pages import PageSource
from articles.importing.parallel import Read, parsed_in_order
from articles.importing.planning import plan_batch, read_pictures_ahead
from articles.importing.readers import Place
from articles.importing.refusals import ImportRefused, refusal
from articles.importing.report import Outcome
from articles.importing.save import save_pages
from articles.importing.settled_held import settle_held
from articles.importing.sources import pages_of
from articles.models import ImportRun, StoryPart
from people.locks import lock_directory

# Stories that are saved in one transaction: enough to share its cost, few enough to lose no time.
STORIES_OF_A_BATCH = 200
MOST_OF_A_BATCH = 400
# A picture counts for so many stories: a batch is in memory with the files of its pictures.
PICTURE_COUNTS = 5
# So many bytes of the files of its pages count for a story more where an edition ends.
BYTES_OF_A_STORY = 2**20
# So often garbage is taken away. After `collect_seldom` Python hardly does so by itself, and memory
# would grow by a kilobyte and a half a story.
BATCHES_OF_GARBAGE = 20
# Pages whose digests are looked up at once.
LOOKED_UP = 50
# Raised whenever the parser reads more or better, so that pages read before are read again.
IMPORTER = "27"
# Behind it on record for a page without files that it names: these may have come, so it is read
# again.
INCOMPLETE = ", incomplete"


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
        for number, batch in enumerate(_batches(parsed_in_order(fresh, processes)), start=1):
            if number % BATCHES_OF_GARBAGE == 0:
                gc.collect()
            if is_dry_run:
                outcomes, _planned, names = plan_batch(batch, names)
                yield from outcomes
            else:
                yield from _import_batch(batch)
    finally:
        gc.unfreeze()
        gc.set_threshold(*thresholds)


def _batches(items):
    """Lists of pages with about as many stories as one transaction takes.

    The pages of an edition stay together as far as MOST_OF_A_BATCH allows: a story may go on on
    another of them.
    """
    batch, stories, files, day = [], 0, 0, None
    for item in items:
        if isinstance(item, Read):
            is_other_day = item.page.edition_date != day
            most = STORIES_OF_A_BATCH - files // BYTES_OF_A_STORY
            if stories >= (most if is_other_day else MOST_OF_A_BATCH):
                yield batch
                batch, stories, files = [], 0, 0
            day = item.page.edition_date
            files += len(item.page.data)
            stories += _weight(item.parsed.stories)
        batch.append(item)
    if batch:
        yield batch


def _weight(stories):
    return sum(1 + PICTURE_COUNTS * len(story.photos) for story in stories)


def _unknown(pages):
    """The pages, but for those imported before the outcome that says so.

    One of which somebody settled doubts is read again: they may be open in its stories.
    """
    pages = iter(pages)
    while chunk := list(islice(pages, LOOKED_UP)):
        sources = [page for page in chunk if isinstance(page, PageSource)]
        known = _places_on_record(sources)
        known -= _with_torn_parts(sources, known)
        for page in chunk:
            if isinstance(page, PageSource) and _place_of(page) in known and not page.settled:
                yield Outcome.of_known(page)
            else:
                yield page


def _with_torn_parts(pages, known):
    """The known pages that hold one part of a story where another page of the edition is fresh.

    A part says nothing without the other: they are read again.
    """
    fresh = {page.edition_date for page in pages if _place_of(page) not in known}
    beside = {
        _place_of(page) for page in pages if _place_of(page) in known and page.edition_date in fresh
    }
    digests = {digest for digest, *_place in beside}
    if not digests:
        return set()
    parts = StoryPart.objects.filter(document__digest__in=digests)
    torn = set(parts.order_by().values_list("document__digest", flat=True))
    return {place for place in beside if place[0] in torn}


def _places_on_record(pages, state=""):
    """Which of these pages this importer has read before, as complete or in the `state`.

    Without pages nothing is asked.
    """
    digests = [page.digest for page in pages]
    if not digests:
        return set()
    importers = {IMPORTER, IMPORTER + state}
    runs = ImportRun.objects.filter(file_digest__in=digests, importer__in=importers, error="")
    return set(runs.values_list("file_digest", "edition_date", "page"))


def _place_of(page):
    return page.digest, page.edition_date, page.page_number


def _import_batch(batch):
    """The outcomes of pages that were read, in order; what is an outcome already stays."""
    started = timezone.now()
    read_pictures_ahead(batch)
    try:
        with transaction.atomic():
            lock_directory()
            outcomes, planned, _names = plan_batch(batch)
            made = save_pages(planned)
            unapplied = [settle_held(page) for page in planned]
            _record(outcomes, planned, started)
    except (IntegrityError, DataError) as error:
        if len(batch) > 1:
            return [outcome for item in batch for outcome in _import_batch([item])]
        return [_failure(batch[0].page, started, error)]
    saved = zip(planned, unapplied, strict=True)
    return [_saved(one, *next(saved), made) if one.report else one for one in outcomes]


def _saved(outcome, page, unapplied, made):
    """The outcome with the articles that were made of its page; `made` are all by import key."""
    articles = tuple(made[story.key] for story in page.plan.create)
    return replace(outcome, articles=articles, unapplied=unapplied)


def _record(outcomes, planned, started):
    """Keep the pages on record, so that they are known again; one that is known writes nothing."""
    told = (outcome.report for outcome in outcomes if outcome.report)
    reports = list(zip((page.source for page in planned), told, strict=True))
    unchanged = [page for page, report in reports if not report.changes_anything]
    known = _places_on_record(page for page in unchanged if page.is_complete)
    known |= _places_on_record(
        (page for page in unchanged if not page.is_complete), state=INCOMPLETE
    )
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
        importer=IMPORTER if page.is_complete else IMPORTER + INCOMPLETE,
        **fields,
    )
