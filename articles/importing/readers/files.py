"""The source files of an import: one file, those of a folder, or those of a ZIP archive.

Nothing is read before it is asked for. A file that cannot be used is still named, and says
why when it is read, so that one bad file never stops the others.
"""

import stat
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from articles.parsing.documents import UnreadableSource

from .archives import Archive, is_archive
from .folders import Folder
from .paths import MANIFEST
from .source_file import Limits, SourceFile, translated


def open_source(path: Path | str, limits: Limits | None = None) -> Iterator[SourceFile]:
    """The source files of a file, folder or archive, in the order in which people number them.

    Raises UnreadableSource only when there is nothing to go on with: no such file, or an
    archive that cannot be used as a whole.
    """
    path, limits = Path(path), limits or Limits()
    with translated():
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            return Folder(path, limits).files()
        if not stat.S_ISREG(mode):
            raise UnreadableSource("not_a_file")
        if is_archive(path):
            return Archive(path, limits).files()
        # Whoever names a link means the file that it leads to.
        path = path.resolve()
        return iter((Folder(path.parent, limits).file(path.name),))


def find_manifest(path: Path | str, limits: Limits | None = None) -> SourceFile | None:
    """The manifest of a folder or archive: the one that lies nearest to the top."""
    path, limits = Path(path), limits or Limits()
    with translated():
        if path.is_dir():
            found = sorted(path.glob(MANIFEST)) or sorted(path.glob(f"*/{MANIFEST}"))
            names = [found[0].relative_to(path).as_posix()] if found else []
            home = Folder(path, limits)
        elif path.is_file() and is_archive(path):
            home = Archive(path, limits)
            names = [name for name in home.names() if PurePosixPath(name).name.lower() == MANIFEST]
        else:
            return None
    names.sort(key=lambda name: (name.count("/"), name))
    return home.file(names[0]) if names else None
