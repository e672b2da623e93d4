"""Tell what an import made of the pages that it saved before it was stopped or its worker died."""

from dataclasses import replace

from articles.importing.pages import PageSource
from articles.importing.report import ImportReport
from articles.models import ImportRun, Version


class SavedEarlier:
    """The pages saved between the moment when a job first began to import and its start now.

    Each is told once: a second page of the same bytes and place is one that was imported before.
    """

    def __init__(self, job):
        self._since = job.import_began_at
        between = {"started_at__gte": job.import_began_at, "started_at__lt": job.started_at}
        runs = ImportRun.objects.filter(**between, error="").order_by("-pk")
        keys = runs.values_list("file_digest", "edition_date", "page", "pk")
        self._runs = {tuple(place): pk for *place, pk in keys.iterator()}

    def without_settled(self, pages):
        """The pages, those saved earlier without what was settled of them: it came in with them."""
        for page in pages:
            is_saved = isinstance(page, PageSource) and _place_of(page) in self._runs
            yield replace(page, settled=()) if is_saved else page

    def told(self, outcome):
        """The outcome of a page that is known, with what became of it; any other as it is."""
        run = self._runs.pop(_place_of(outcome), None) if outcome.is_known else None
        if run is None:
            return outcome
        report = ImportReport(**ImportRun.objects.values_list("report", flat=True).get(pk=run))
        return replace(
            outcome,
            report=report,
            is_known=False,
            is_saved_earlier=True,
            articles=self._articles(outcome.digest) if report.stories["created"] else (),
        )

    def _articles(self, digest):
        made = Version.objects.filter(
            paragraph_sources__document__digest=digest, article__created_at__gte=self._since
        )
        return tuple(made.order_by().values_list("article", flat=True).distinct())


def _place_of(page):
    return page.digest, page.edition_date, page.page_number
