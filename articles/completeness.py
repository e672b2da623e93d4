"""Is an edition whole? Which of its pages are missing, and how much of its source was placed."""

import re
from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from articles.models import Doubt, ImportRun

_NUMBER = re.compile(r"(?P<letter>\D*)(?P<number>\d+)")


@dataclass(frozen=True, slots=True)
class Completeness:
    """`placed` is the share of the source's characters that stand in stories; None without one.

    `outside` are the texts that stand in none, as (page, line, text).
    """

    edition_date: date
    missing_pages: list[str]
    placed: float | None
    outside: list[tuple[str, int, str]]
    open_doubts: int

    @property
    def is_whole(self):
        return not (self.missing_pages or self.outside or self.open_doubts)


def completeness(edition) -> Completeness:
    reports = _latest_reports(edition)
    characters = [report["characters"] for _page, report in reports if "characters" in report]
    printed = sum(count["printed"] for count in characters)
    return Completeness(
        edition_date=edition.date,
        missing_pages=missing_of(edition),
        placed=sum(count["placed"] for count in characters) / printed if printed else None,
        outside=[
            (page, text["line"], text["text"])
            for page, report in reports
            for text in report.get("outside", ())
        ],
        open_doubts=Doubt.objects.open().filter(version__edition=edition).count(),
    )


def _latest_reports(edition):
    """(page, report) of each imported file of the edition, as it was read the last time."""
    runs = ImportRun.objects.filter(edition_date=edition.date, error="")
    latest = {
        (page, name): report
        for page, name, report in runs.order_by("started_at", "id").values_list(
            "page", "file_name", "report"
        )
    }
    return [(page, latest[page, name]) for page, name in sorted(latest)]


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
