from django.core.management.base import BaseCommand

from newsroom.groups import make_groups


class Command(BaseCommand):
    help = (
        "Create the groups of a newsroom with their permissions. Existing groups stay as they are."
    )

    def handle(self, **options):
        for group in make_groups().values():
            self.stdout.write(group.name)
