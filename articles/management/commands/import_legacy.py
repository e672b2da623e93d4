import datetime
import json
import sys
from contextlib import contextmanager
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from rich.progress import Progress

from articles.importing.importer import ImportRefused, import_page


class Command(BaseCommand):
    help = "Import one page of a paper from a text file, as drafts with their people and bodies."

    def add_arguments(self, parser):
        parser.add_argument("path", type=Path, help="UTF-8 or GB18030 text with # headings")
        parser.add_argument("--edition-date", required=True, help="for example 2023-04-04")
        parser.add_argument("--page", default="", help="number of the page, for example 1 or A02")
        parser.add_argument("--page-name", default="", help="section of the page, for example 要闻")
        parser.add_argument("--dry-run", action="store_true", help="report, and write nothing")
        parser.add_argument("--json", type=Path, metavar="FILE", help="write the report there too")

    def handle(self, path, edition_date, page, page_name, dry_run, **options):
        edition_date = read_date(edition_date)
        if options["json"] and not options["json"].parent.is_dir():
            raise CommandError(
                _("%(path)s: there is no such folder. Make it first.") % {"path": options["json"]}
            )
        try:
            report, _page = import_page(
                path,
                edition_date=edition_date,
                page_number=page.zfill(2) if page else "",
                page_name=page_name,
                is_dry_run=dry_run,
            )
        except ImportRefused as error:
            raise CommandError(str(error)) from error
        for line in report.lines():
            self.stdout.write(line)
        if dry_run:
            self.stdout.write(_("Dry run: nothing was written."))
        if options["json"]:
            text = json.dumps(report.as_json(), ensure_ascii=False, indent=2)
            options["json"].write_text(text, encoding="utf-8")

    @contextmanager
    def progress(self, name):
        """A bar on a terminal; in a log a line for each story."""
        if not sys.stderr.isatty():
            yield lambda done, total: self.stdout.write(f"{name}: {done}/{total}")
            return
        with Progress(transient=True) as bar:
            task = bar.add_task(name)
            yield lambda done, total: bar.update(task, completed=done, total=total)


def read_date(text):
    try:
        return datetime.date.fromisoformat(text)
    except ValueError as error:
        raise CommandError(
            _("%(text)s is not a date. Write it as year-month-day, for example 2023-04-04.")
            % {"text": text}
        ) from error
