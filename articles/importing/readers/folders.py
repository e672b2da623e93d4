"""The source files of a folder on disk."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from articles.parsing.documents import UnreadableSource

from .archives import Archive, is_archive
from .paths import is_ignored, is_source, natural_order
from .source_file import Limits, SourceFile, translated


class Folder:
    """A folder on disk. Links are followed to files inside it and never out of it."""

    def __init__(self, root: Path, limits: Limits) -> None:
        self.root = root
        self.limits = limits
        self.label = root.resolve().as_posix()

    def files(self, folder: str = "") -> Iterator[SourceFile]:
        with translated(), os.scandir(self.root / folder) as found:
            entries = sorted(found, key=lambda entry: natural_order(entry.name))
        for entry in entries:
            name = f"{folder}/{entry.name}" if folder else entry.name
            if self._is_seen_elsewhere(entry):
                continue
            if entry.is_dir(follow_symlinks=False):
                if not is_ignored(entry.name):
                    yield from self._files_in(name)
            elif is_archive(Path(entry.path)):
                yield from self._files_of_archive(name)
            elif is_source(name):
                yield self.file(name)

    def _is_seen_elsewhere(self, entry: os.DirEntry) -> bool:
        """A link to a folder inside this one: its files come where they lie."""
        return entry.is_symlink() and entry.is_dir() and self._is_inside(Path(entry.path))

    def _is_inside(self, path: Path) -> bool:
        return path.resolve().is_relative_to(self.root.resolve())

    def _files_in(self, name: str) -> Iterator[SourceFile]:
        try:
            yield from self.files(name)
        except UnreadableSource as fault:
            yield SourceFile(name, 0, self, self.root / name, fault)

    def _files_of_archive(self, name: str) -> Iterator[SourceFile]:
        """Those of an archive in the folder, as if it had been unpacked there."""
        try:
            with translated():
                self._stat(self.root / name)
                archive = Archive(self.root / name, self.limits, within=f"{name[:-4]}/")
            if not archive.names():
                raise UnreadableSource("empty")
            yield from archive.files()
        except UnreadableSource as fault:
            yield SourceFile(name, 0, self, self.root / name, fault)

    def file(self, name: str) -> SourceFile:
        path = self.root / name
        try:
            with translated():
                return SourceFile(name, self._stat(path).st_size, self, path)
        except UnreadableSource as fault:
            return SourceFile(name, 0, self, path, fault)

    def size(self, name: str) -> int | None:
        try:
            with translated():
                return self._stat(self.root / name).st_size
        except UnreadableSource:
            return None

    def open(self, name: str) -> BinaryIO:
        self._stat(self.root / name)
        return (self.root / name).open("rb")

    def _stat(self, path: Path) -> os.stat_result:
        """Of an ordinary file inside the folder; raises UnreadableSource for any other."""
        found = path.stat()
        if not self._is_inside(path):
            raise UnreadableSource("link_outside")
        if not stat.S_ISREG(found.st_mode):
            raise UnreadableSource("not_a_file")
        return found
