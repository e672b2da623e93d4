import datetime
import json
import os
import sys
import time
from concurrent.futures.process import BrokenProcessPool
from contextlib import ExitStack, contextmanager
from itertools import chain, islice
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from rich.progress import MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from articles.duplicates import find_copies_of
from articles.importing.importer import import_pages
from articles.importing.readers import Place, typed_page
from articles.importing.refusals import ImportRefused
from articles.importing.sources import count_files, pages_of
from articles.importing.totals import Totals

# Below this many files, starting a second process takes longer than it saves.
FEW = 20
SECONDS_BETWEEN_LINES = 5


class Command(BaseCommand):
    help = (
        "Import pages of a paper, as drafts with their people and bodies: a file, a folder or a "
        "ZIP archive of text, Markdown, Word, PDF, e-paper HTML or JSON Lines. "
        "docs/importing.md tells how files are named. What was imported before is passed over."
    )

    def add_arguments(self, parser):
        parser.add_argument("path", type=Path)
        parser.add_argument("--edition-date", help="for example 2023-04-04; else by folder names")
        parser.add_argument("--page", default="", help="number of the page, for example 1 or A02")
        parser.add_argument("--page-name", default="", help="section of the page, for example 要闻")
        parser.add_argument("--dry-run", action="store_true", help="report, and write nothing")
        parser.add_argument("--json", type=Path, metavar="FILE", help="write the report there too")
        parser.add_argument(
            "--processes",
            type=int,
            help="how many parse beside the one that saves; by default one where there is a core",
        )

    def handle(self, path, edition_date, page, page_name, dry_run, **options):
        given = Place(
            edition_date=read_date(edition_date) if edition_date else None,
            page_number=typed_page(page),
            page_name=page_name,
        )
        try:
            total = count_files(path)
            pages = pages_of(path, given)
            processes = options["processes"]
            if processes is None:
                processes = min(1, os.cpu_count() - 1) if total is None or total > FEW else 0
            outcomes = import_pages(pages, is_dry_run=dry_run, processes=processes)
            totals = self.follow(outcomes, total, options["json"])
            found = find_copies_of(totals.articles.tolist())
        except ImportRefused as error:
            raise CommandError(str(error)) from error
        except BrokenProcessPool as error:
            raise CommandError(
                _(
                    "The processes that parse could not be started. The same command goes on where"
                    " it was; with --processes 0 it needs none."
                )
            ) from error
        except KeyboardInterrupt:
            raise CommandError(
                _("Stopped. The same command goes on where it was."), returncode=130
            ) from None
        if totals.refused == totals.pages == 1:
            raise CommandError(totals.last_refusal)
        for line in totals.lines():
            self.stdout.write(line)
        if found.pairs:
            self.stdout.write(_("%(pairs)d new pairs of similar stories.") % {"pairs": found.pairs})
        if dry_run:
            self.stdout.write(_("Dry run: nothing was written."))
        if totals.refused:
            raise CommandError(
                _("%(refused)d of %(pages)d pages could not be imported.")
                % {"refused": totals.refused, "pages": totals.pages}
            )

    def follow(self, outcomes, total, json_path):
        """Say what becomes of each page while it is imported, and sum it up."""
        totals = Totals()
        with ExitStack() as stack:
            write = stack.enter_context(json_report(json_path, totals))
            on_progress = stack.enter_context(self.progress(total))
            first = list(islice(outcomes, 2))
            for outcome in chain(first, outcomes):
                totals.add(outcome)
                write(outcome)
                on_progress(totals)
                for line in self.problems(outcome, is_alone=len(first) == 1):
                    self.stdout.write(line)
        return totals

    def problems(self, outcome, *, is_alone):
        """What a person should look at in this page; of many pages each line names its own."""
        if outcome.refusal and not is_alone:
            yield outcome.refusal
        elif outcome.report:
            for line in outcome.report.problems():
                yield line if is_alone else f"{outcome.name}: {line}"

    @contextmanager
    def progress(self, total):
        """A bar on a terminal; in a log a line every few seconds."""
        if not sys.stderr.isatty():
            yield self.log(total)
            return
        columns = ("{task.description}", MofNCompleteColumn(), TextColumn("{task.fields[rate]}"))
        with Progress(*columns, TimeRemainingColumn(), transient=True) as bar:
            task = bar.add_task(_("Pages"), total=total, rate="")
            yield lambda totals: bar.update(task, completed=totals.pages, rate=totals.rate())

    def log(self, total):
        spoke = time.monotonic()

        def on_progress(totals):
            nonlocal spoke
            if time.monotonic() - spoke >= SECONDS_BETWEEN_LINES:
                spoke = time.monotonic()
                self.stdout.write(totals.progress(total))

        return on_progress


@contextmanager
def json_report(path, totals):
    """Writes the report of each page to the file as it comes, and the totals at its end."""
    if path is None:
        yield lambda outcome: None
        return
    try:
        file = path.open("w", encoding="utf-8")
    except OSError as error:
        raise CommandError(
            _("%(path)s cannot be written: %(reason)s. Name another file.")
            % {"path": path, "reason": error.strerror}
        ) from error
    with file:
        file.write('{"pages": [')
        separator = "\n"

        def write(outcome):
            nonlocal separator
            file.write(separator + json.dumps(outcome.as_json(), ensure_ascii=False))
            separator = ",\n"

        yield write
        file.write(f'\n], "totals": {json.dumps(totals.as_json())}}}\n')


def read_date(text):
    try:
        return datetime.date.fromisoformat(text)
    except ValueError as error:
        raise CommandError(
            _("%(text)s is not a date. Write it as year-month-day, for example 2023-04-04.")
            % {"text": text}
        ) from error
