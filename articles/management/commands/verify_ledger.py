from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from articles import ledger


class Command(BaseCommand):
    help = "Prove the sealed record, and every released story against it."

    def handle(self, *args, **options):
        verified = ledger.verify(progress=self._say)
        if failure := verified.failure:
            raise CommandError(
                failure.reason
                if failure.entry is None
                else _("Entry %(number)s of the sealed record: %(reason)s")
                % {"number": failure.entry, "reason": failure.reason}
            )
        self.stdout.write(
            _("%(entries)s entries and %(versions)s released versions are proved.")
            % {"entries": verified.entries, "versions": verified.versions}
        )
        if verified.digest:
            self.stdout.write(
                _("Digest of the last entry, to be noted elsewhere: %(digest)s")
                % {"digest": verified.digest}
            )

    def _say(self, entries):
        if self.stderr.isatty():
            self.stderr.write(_("%(entries)s entries") % {"entries": entries}, ending="\r")
