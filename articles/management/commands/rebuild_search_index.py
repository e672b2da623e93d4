import gc
from contextlib import nullcontext

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from articles.importing.attempt import collect_seldom
from articles.search import index


class Command(BaseCommand):
    help = (
        "Index all stories for search anew. The site goes on meanwhile: each part is written whole "
        "or not at all, and a search finds the other parts as they stand."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--after",
            type=int,
            default=0,
            metavar="NUMBER",
            help="go on after that version, which a stopped run printed",
        )
        parser.add_argument(
            "--anew",
            action="store_true",
            help=(
                "empty the index first, where it is damaged; until the end searches miss stories, "
                "and on PostgreSQL they are slow"
            ),
        )

    def handle(self, *args, after, anew, **options):
        thresholds = collect_seldom()
        try:
            with index.emptied() if anew else nullcontext():
                self._rebuild(after)
            index.mend()
        finally:
            gc.unfreeze()
            gc.set_threshold(*thresholds)
        self.stdout.write(_("All stories are indexed."))

    def _rebuild(self, after):
        try:
            for last in index.rebuild(after):
                after = last
                if self.stderr.isatty():
                    self.stderr.write(_("version %(number)s") % {"number": last}, ending="\r")
        except KeyboardInterrupt:
            raise CommandError(
                _("Stopped. Go on with: rebuild_search_index --after %(number)s")
                % {"number": after},
                returncode=130,
            ) from None
