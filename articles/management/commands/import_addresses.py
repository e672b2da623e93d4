from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from articles import old_addresses
from articles.parsing.documents import UnreadableSource, decode


class Command(BaseCommand):
    help = (
        "Read a CSV of addresses of an earlier site and the stories that stood there; readers who "
        "come by one are sent on. Good lines are saved, the others are named. docs/addresses.md "
        "tells of the columns."
    )

    def add_arguments(self, parser):
        parser.add_argument("csv", type=Path, help="the file")

    def handle(self, csv, **options):
        try:
            text = decode(csv.read_bytes()).text
            imported = old_addresses.import_rows(old_addresses.read_rows(text))
        except (OSError, UnreadableSource, old_addresses.NoTable) as error:
            raise CommandError(f"{csv}: {error}") from error
        self.stdout.write(
            _("%(added)s addresses are new, %(unchanged)s stood already.")
            % {"added": imported.added, "unchanged": imported.unchanged}
        )
        if imported.problems:
            raise CommandError(
                "\n".join(
                    _("Line %(line)s: %(problem)s") % {"line": line, "problem": problem}
                    for line, problem in imported.problems
                )
            )
