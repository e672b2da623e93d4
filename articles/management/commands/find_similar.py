import datetime
import time

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from articles.duplicates import find_pairs

SECONDS_BETWEEN_LINES = 5


class Command(BaseCommand):
    help = (
        "Find stories that the archive holds twice, whole or cut, and list them as pairs for an "
        "editor. Nothing is merged. Stopped in any way, the same command goes on where it was."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--since",
            metavar="DATE",
            help="look anew only at stories filed under that day or later",
        )

    def handle(self, since, **options):
        try:
            found = find_pairs(read_date(since) if since else None, self.progress())
        except KeyboardInterrupt:
            raise CommandError(
                _("Stopped. The same command goes on where it was."), returncode=130
            ) from None
        self.stdout.write(line_of(found))

    def progress(self):
        """A line every few seconds, with the rate."""
        started = spoke = time.monotonic()

        def on_progress(found):
            nonlocal spoke
            now = time.monotonic()
            if now - spoke >= SECONDS_BETWEEN_LINES:
                spoke = now
                rate = (found.sketched + found.compared) / (now - started)
                self.stdout.write(
                    line_of(found) + " " + _("%(rate)d steps a second.") % {"rate": rate}
                )

        return on_progress


def line_of(found):
    return _("%(sketched)d stories sampled, %(compared)d compared, %(pairs)d new pairs.") % {
        "sketched": found.sketched,
        "compared": found.compared,
        "pairs": found.pairs,
    }


def read_date(text):
    try:
        return datetime.date.fromisoformat(text)
    except ValueError as error:
        raise CommandError(
            _("%(text)s is not a date. Write it as year-month-day, for example 2023-04-04.")
            % {"text": text}
        ) from error
