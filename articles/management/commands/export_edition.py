import time
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from articles.exporting.files import FORMATS, as_json, write_folder
from articles.exporting.lines import days, lines
from articles.management.commands.find_similar import read_date

SECONDS_BETWEEN_LINES = 5


class Command(BaseCommand):
    help = (
        "Write what readers can read of a day, of a stretch of days or of the whole archive: as "
        "JSON Lines or as pages of an e-paper, with the pictures. import_legacy reads both back "
        "into any Newsroom. docs/interchange.md tells what each key means."
    )

    def add_arguments(self, parser):
        # Options may stand between the day and the folder.
        parser.parse_args = parser.parse_intermixed_args
        parser.add_argument("date", nargs="?", help="the day, for example 2023-04-04")
        parser.add_argument("--from", dest="since", metavar="DATE", help="that day and later ones")
        parser.add_argument("--to", dest="until", metavar="DATE", help="that day and earlier ones")
        parser.add_argument("--all", action="store_true", help="the whole archive")
        parser.add_argument("--format", choices=FORMATS, default="jsonl")
        parser.add_argument(
            "directory", help="where to write, a folder for each day; - for lines without pictures"
        )

    def handle(self, date, since, until, directory, **options):
        chosen = days(*self.stretch(date, since, until, options["all"]))
        if not chosen:
            raise CommandError(_("Readers can read nothing of these days."))
        if directory == "-":
            self.write_lines(chosen, options["format"])
        else:
            self.write_files(chosen, FORMATS[options["format"]], Path(directory))

    def stretch(self, date, since, until, is_all):
        """The first and the last day, None where there is none. Exactly one way to say them."""
        ways = [bool(date), bool(since or until), is_all]
        if sum(ways) != 1:
            raise CommandError(_("Name one day, or a stretch by --from and --to, or --all."))
        if date:
            return read_date(date), read_date(date)
        return since and read_date(since), until and read_date(until)

    def write_lines(self, chosen, form):
        if form != "jsonl":
            raise CommandError(_("Pages of an e-paper need a folder to be written to."))
        for day in chosen:
            for line in lines(day):
                self.stdout.write(as_json(line))

    def write_files(self, chosen, files_of, folder):
        spoke, written = time.monotonic(), 0
        try:
            for day in chosen:
                write_folder(folder, files_of(day))
                written += 1
                if time.monotonic() - spoke >= SECONDS_BETWEEN_LINES:
                    spoke = time.monotonic()
                    self.stdout.write(str(day))
        except OSError as error:
            raise CommandError(
                _("%(file)s cannot be read or written: %(reason)s. The days before are whole.")
                % {"file": error.filename, "reason": error.strerror}
            ) from error
        except KeyboardInterrupt:
            raise CommandError(_("Stopped. The days before are whole."), returncode=130) from None
        self.stdout.write(
            _("%(days)d days written to %(folder)s.") % {"days": written, "folder": folder}
        )
