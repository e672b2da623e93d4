from django.core.management.base import BaseCommand
from django.utils.translation import ngettext

from articles.reader_reports import forget_readers


class Command(BaseCommand):
    help = "Empty what readers' reports tell of their senders and is no longer needed."

    def handle(self, **options):
        count = forget_readers()
        self.stdout.write(
            ngettext("%(count)d report emptied.", "%(count)d reports emptied.", count)
            % {"count": count}
        )
