from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from articles.importing.released import released_texts
from articles.parsing import fluency
from articles.parsing.fluency_training import TooLittleText, train


class Command(BaseCommand):
    help = (
        "Learn from the released stories of this paper where text may be lost between two "
        "fragments, so that the importer's doubts grow sharper as the archive grows."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--output",
            type=Path,
            metavar="FILE",
            help="where the model goes; FLUENCY_MODEL if absent",
        )

    def handle(self, output, **options):
        path = output or settings.FLUENCY_MODEL
        try:
            model = train(released_texts, fluency.default_model().words)
        except TooLittleText as error:
            raise CommandError(
                _("There are too few released stories to learn from; the shipped model stays.")
            ) from error
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_name(path.name + ".new")
        fluency.save(model, unfinished)
        unfinished.replace(path)
        self.stdout.write(_("The model is in %(path)s.") % {"path": path})
