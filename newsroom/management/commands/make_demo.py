from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from newsroom import demo


class Command(BaseCommand):
    help = "Import the sample paper and make demo accounts. Only for a try-out: DEBUG must be on."

    def handle(self, **options):
        if not settings.DEBUG:
            raise CommandError(
                _("Demo accounts have known passwords, so they are not made where DEBUG is off.")
            )
        demo.make_accounts()
        reports = demo.import_sample()
        created = sum(report.stories["created"] for report in reports)
        self.stdout.write(
            _("Sample paper: %(pages)d pages, %(created)d new stories.")
            % {"pages": len(reports), "created": created}
        )
        for account in demo.ACCOUNTS:
            self.stdout.write(
                _("Account: %(duty)s: %(username)s, password %(password)s")
                % {
                    "duty": _(account.duty),
                    "username": account.username,
                    "password": demo.PASSWORD,
                }
            )
