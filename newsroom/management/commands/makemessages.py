"""Django's makemessages, after which a catalogue differs by its new words and by nothing else."""

from pathlib import Path

import polib
from django.core.management.commands import makemessages

WIDTH = 78
# Django does not look into the description of the search for browsers, which is XML.
EXTENSIONS = ["html,txt,py,xml"]


class Command(makemessages.Command):
    """What stood in a catalogue keeps its place; no file, line or day is written."""

    def add_arguments(self, parser):
        super().add_arguments(parser)
        parser.set_defaults(extensions=EXTENSIONS)

    def write_po_file(self, potfile, locale):
        path = Path(potfile).parent / locale / "LC_MESSAGES" / f"{self.domain}.po"
        before = polib.pofile(str(path)) if path.exists() else polib.POFile()
        super().write_po_file(potfile, locale)
        keep_order(before, path)


def keep_order(before, path):
    """Write the catalogue at the path anew as it was, its new entries at the end."""
    places = {_key(entry): place for place, entry in enumerate(before)}
    catalogue = polib.pofile(str(path), wrapwidth=WIDTH)
    catalogue.sort(key=lambda entry: places.get(_key(entry), len(places)))
    catalogue.metadata = before.metadata or catalogue.metadata
    for entry in catalogue:
        entry.occurrences = []
    catalogue.save(str(path))


def _key(entry):
    return entry.msgctxt, entry.msgid
