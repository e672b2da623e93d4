from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from articles.search import index


class Command(BaseCommand):
    help = "Prove that the search index holds every story with exactly the words that it has now."

    def handle(self, *args, **options):
        faults = dict(index.faults())
        for number, fault in sorted(faults.items()):
            self.stderr.write(
                _("Version %(number)s: %(fault)s") % {"number": number, "fault": fault}
            )
        if not index.is_whole():
            raise CommandError(
                _("A rebuild was killed, and searches are slow. Type: rebuild_search_index")
            )
        if faults:
            raise CommandError(_("The index is not right. Type: rebuild_search_index"))
        self.stdout.write(_("The index is right."))
