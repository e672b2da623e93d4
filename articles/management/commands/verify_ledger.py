from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from articles import proving


class Command(BaseCommand):
    help = "Prove the sealed record, every released story and the files of their pictures."

    def add_arguments(self, parser):
        parser.add_argument(
            "--skip-pictures",
            action="store_true",
            help="Leave out the files of pictures, which take the longest to read.",
        )

    def handle(self, *args, skip_pictures, **options):
        verified = proving.verify(progress=self._say, pictures=not skip_pictures)
        if failure := verified.failure:
            raise CommandError(
                failure.reason
                if failure.entry is None
                else _("Entry %(number)s of the sealed record: %(reason)s")
                % {"number": failure.entry, "reason": failure.reason}
            )
        if verified.damaged:
            raise CommandError("\n".join(verified.damaged))
        self._tell(verified, skip_pictures)

    def _tell(self, verified, skip_pictures):
        self.stdout.write(
            _("%(entries)s entries and %(versions)s released versions are proved.")
            % {"entries": verified.entries, "versions": verified.versions}
        )
        self.stdout.write(
            _("The files of pictures were left out.")
            if skip_pictures
            else _("%(count)s pictures are those that were sealed.") % {"count": verified.pictures}
        )
        if verified.digest:
            self.stdout.write(
                _("Digest of the last entry, to be noted elsewhere: %(digest)s")
                % {"digest": verified.digest}
            )

    def _say(self, entries):
        if self.stderr.isatty():
            self.stderr.write(_("%(entries)s entries") % {"entries": entries}, ending="\r")
