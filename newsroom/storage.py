"""Where files are kept on one machine."""

import os
import secrets
from contextlib import suppress

from django.core.files.storage import FileSystemStorage


class WholeFiles(FileSystemStorage):
    """Each file is there whole or not at all, wherever the machine stops.

    It is written beside its place and gets its name when it is on the disk. A picture that was
    written in part would be taken for the picture, as its name is its digest.
    """

    def _save(self, name, content):
        part = super()._save(f"{name}.{secrets.token_hex(8)}.part", content)
        try:
            with open(self.path(part), "rb") as file:
                os.fsync(file.fileno())
            while True:
                try:
                    os.link(self.path(part), self.path(name))
                except FileExistsError:
                    name = self.get_available_name(name)
                except OSError:
                    # Some network file systems give a file no second name.
                    os.replace(self.path(part), self.path(name))
                    return name
                else:
                    return name
        finally:
            with suppress(FileNotFoundError):
                os.unlink(self.path(part))
