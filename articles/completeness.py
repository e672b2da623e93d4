"""Is an edition whole? Which of its pages are missing, and how much of its source was placed."""

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date

from articles.importing.placed import share_placed
from articles.models import Doubt, ImportRun, SourceDocument

_NUMBER = re.compile(r"(?P<letter>\D*)(?P<number>\d+)")


@dataclass(frozen=True, slots=True)
class OutsideText:
    """A text in no story: its page, its file, and the line of the text that was read in it.

    `document` is the source document that shows this text, where one was kept.
    """

    page: str
    file: str
    line: int
    text: str
    document: int | None


@dataclass(frozen=True, slots=True)
class Completeness:
    """`placed` is the share of the source's characters that stand in stories; None without one.

    What a reader of a format dropped, running heads and navigation, counts for nothing. `outside`
    are the texts that stand in none.
    """

    edition_date: date
    missing_pages: list[str]
    placed: float | None
    outside: list[OutsideText]
    open_doubts: int

    @property
    def is_whole(self):
        return not (self.missing_pages or self.outside or self.open_doubts)


def completeness(edition) -> Completeness:
    reports = _latest_reports(edition)
    characters = Counter()
    for *_place, report in reports:
        characters.update(report.get("characters", {}))
    return Completeness(
        edition_date=edition.date,
        missing_pages=missing_of(edition),
        placed=share_placed(characters) if characters else None,
        outside=list(_outside(reports)),
        open_doubts=Doubt.objects.open().filter(version__edition=edition).count(),
    )


def _outside(reports):
    digests = {digest for _page, _name, digest, report in reports if report.get("outside")}
    kept = SourceDocument.objects.filter(digest__in=digests).values_list("digest", "pk")
    documents = dict(kept) if digests else {}
    for page, name, digest, report in reports:
        for text in report.get("outside", ()):
            yield OutsideText(page, name, text["line"], text["text"], documents.get(digest))


def _latest_reports(edition):
    """(page, file, digest, report) of each imported file, as it was read the last time."""
    runs = ImportRun.objects.filter(edition_date=edition.date, error="")
    latest = {
        (page, name): (digest, report)
        for page, name, digest, report in runs.order_by("started_at", "id").values_list(
            "page", "file_name", "file_digest", "report"
        )
    }
    return [(*place, *latest[place]) for place in sorted(latest)]


def missing_of(edition):
    """The numbers of the pages that an edition lacks, as far as is known."""
    numbers = [page.number for page in edition.pages.all()]
    return missing_pages(numbers, edition.pages_expected)


def missing_pages(numbers, expected=None):
    """The numbers that a run from the first page to the last leaves out: of 01 and 03, 02.

    Numbers with a letter, A01, run by themselves. `expected` is how many pages were printed: where
    all numbers are of one run, it says which is the last.
    """
    runs = defaultdict(dict)
    for printed in numbers:
        if match := _NUMBER.fullmatch(printed):
            runs[match["letter"]][int(match["number"])] = len(match["number"])
    if expected and not numbers:
        runs[""] = {0: 2}
    last = expected or 0 if len(runs) == 1 else 0
    return [
        f"{letter}{number:0{min(run.values())}}"
        for letter, run in sorted(runs.items())
        for number in range(1, max(*run, last) + 1)
        if number not in run
    ]
