import time
from contextlib import suppress

from django.core.management.base import BaseCommand

from articles import photos
from articles.importing import jobs

SECONDS_TO_REST = 2


class Command(BaseCommand):
    help = (
        "Do the imports that the desk asks for, one after another; while none waits, make the "
        "renditions of pictures just released. Let one run beside the site."
    )

    def add_arguments(self, parser):
        parser.add_argument("--once", action="store_true", help="stop when no import waits")

    def handle(self, once, **options):
        with suppress(KeyboardInterrupt):
            self.work(once)

    def work(self, once):
        while True:
            job = jobs.next_job()
            if job and jobs.work_on(job):
                self.stdout.write(f"{job.name}: {job.get_state_display()}")
            elif once and not job:
                return
            elif not job and not photos.make_due_renditions():
                time.sleep(SECONDS_TO_REST)
