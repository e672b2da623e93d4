import time
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from articles.verification.words import UnreadableWords
from articles.verifying_archive import verify_archive

SECONDS_BETWEEN_LINES = 5


class Command(BaseCommand):
    help = (
        "Verify names, titles, dates and words of every story that stands, by the directory as it "
        "is now, and write a line for each finding: CSV where the file ends in .csv, else JSON "
        "Lines. Stopped in any way, the same command goes on where it was."
    )

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)
        parser.add_argument("--processes", type=int, default=2)

    def handle(self, file, processes, **options):
        try:
            verified = verify_archive(file, processes, self.progress())
        except KeyboardInterrupt:
            raise CommandError(
                _("Stopped. The same command goes on where it was."), returncode=130
            ) from None
        except (OSError, UnreadableWords) as error:
            raise CommandError(str(error)) from error
        self.stdout.write(line_of(verified))

    def progress(self):
        """A line every few seconds, with the rate."""
        started = spoke = time.monotonic()

        def on_progress(verified):
            nonlocal spoke
            now = time.monotonic()
            if now - spoke >= SECONDS_BETWEEN_LINES:
                spoke = now
                rate = verified.stories / (now - started)
                self.stdout.write(
                    line_of(verified) + " " + _("%(rate)d stories a second.") % {"rate": rate}
                )

        return on_progress


def line_of(verified):
    return _("%(stories)d of %(total)d stories verified, %(findings)d findings.") % {
        "stories": verified.stories,
        "total": verified.total,
        "findings": verified.findings,
    }
