"""The source files of an import: one file, those of a folder, or those of a ZIP archive.

Nothing is read before it is asked for. A file that cannot be used is still named, and says
why when it is read, so that one bad file never stops the others.
"""

import os
import re
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import BinaryIO, Protocol

from articles.parsing.documents import UnreadableSource

MEGABYTE = 2**20
MANIFEST = "manifest.csv"
# What lies beside the text of a page: reached by name, never read as a source.
COMPANIONS = frozenset(
    ".jpg .jpeg .jpe .png .gif .bmp .tif .tiff .webp .svg .heic .psd .eps .ico .css .js".split()
)
IGNORED = frozenset(("__macosx", "thumbs.db", "desktop.ini", MANIFEST))
DIGITS = re.compile(r"([0-9]+)")
DRIVE = re.compile(r"[A-Za-z]:")


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is read: bytes of one file, of all files of an archive, and how many."""

    max_bytes: int = 20 * MEGABYTE
    max_total: int = 16 * 1024 * MEGABYTE
    max_files: int = 1_000_000
    max_ratio: int = 200


class Home(Protocol):
    """What holds source files: a folder or an archive."""

    limits: Limits

    def open(self, name: str) -> BinaryIO: ...

    def size(self, name: str) -> int | None: ...


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One file of an import by its relative POSIX path. `path` is None inside an archive."""

    name: str
    size: int
    home: Home
    path: Path | None = None
    fault: UnreadableSource | None = None

    @property
    def suffix(self) -> str:
        return PurePosixPath(self.name).suffix.lower()

    @property
    def folder(self) -> str:
        parent = str(PurePosixPath(self.name).parent)
        return "" if parent == "." else parent

    def read(self) -> bytes:
        """All bytes. Raises UnreadableSource, also for a file above the limit."""
        if self.fault is None and self.size > self.home.limits.max_bytes:
            raise too_large(self.home.limits)
        with self.open() as file:
            return read_within(file, self.home.limits)

    @contextmanager
    def open(self) -> Iterator[BinaryIO]:
        """The file as a stream, for formats that are read line by line, of whatever size."""
        if self.fault:
            raise self.fault
        with translated(), self.home.open(self.name) as file:
            yield file

    def beside(self, name: str) -> bytes | None:
        """A file by its path from this one's folder; None where there is none within reach."""
        wanted = resolve(self.folder, name)
        if wanted is None or self.home.size(wanted) is None:
            return None
        try:
            with translated(), self.home.open(wanted) as file:
                return read_within(file, self.home.limits)
        except UnreadableSource:
            return None


def open_source(path: Path | str, limits: Limits | None = None) -> Iterator[SourceFile]:
    """The source files of a file, folder or archive, in the order in which people number them.

    Raises UnreadableSource only when there is nothing to go on with: no such file, or an
    archive that cannot be used as a whole.
    """
    # The archive knows the files of this module, so it comes in late.
    from .archives import Archive, is_archive

    path, limits = Path(path), limits or Limits()
    with translated():
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            return Folder(path, limits).files()
        if not stat.S_ISREG(mode):
            raise UnreadableSource("not_a_file")
        if is_archive(path):
            return Archive(path, limits).files()
        return iter((Folder(path.parent, limits).file(path.name),))


def find_manifest(path: Path | str, limits: Limits | None = None) -> SourceFile | None:
    """The manifest of a folder or archive: the one that lies nearest to the top."""
    from .archives import Archive, is_archive

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


class Folder:
    """A folder on disk. Links are followed to files inside it and never out of it."""

    def __init__(self, root: Path, limits: Limits) -> None:
        self.root = root
        self.limits = limits

    def files(self, folder: str = "") -> Iterator[SourceFile]:
        with translated(), os.scandir(self.root / folder) as found:
            entries = sorted(found, key=lambda entry: natural_order(entry.name))
        for entry in entries:
            name = f"{folder}/{entry.name}" if folder else entry.name
            if entry.is_dir(follow_symlinks=False):
                if not is_ignored(entry.name):
                    yield from self._files_in(name)
            elif is_source(name):
                yield self.file(name)

    def _files_in(self, name: str) -> Iterator[SourceFile]:
        try:
            yield from self.files(name)
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
        if not path.resolve().is_relative_to(self.root.resolve()):
            raise UnreadableSource("link_outside")
        if not stat.S_ISREG(found.st_mode):
            raise UnreadableSource("not_a_file")
        return found


@contextmanager
def translated() -> Iterator[None]:
    """Errors of the file system as reasons."""
    try:
        yield
    except (FileNotFoundError, NotADirectoryError) as error:
        raise UnreadableSource("missing") from error
    except OSError as error:
        raise UnreadableSource("not_permitted", error.strerror or str(error)) from error


def read_within(file: BinaryIO, limits: Limits) -> bytes:
    data = file.read(limits.max_bytes + 1)
    if len(data) > limits.max_bytes:
        raise too_large(limits)
    return data


def too_large(limits: Limits) -> UnreadableSource:
    return UnreadableSource("too_large", f"{limits.max_bytes / MEGABYTE:g}")


def resolve(folder: str, name: str) -> str | None:
    """The path from the top of what `name` means in the folder; None for one outside."""
    name = name.replace("\\", "/")
    if not is_safe(name, may_rise=True):
        return None
    parts = list(PurePosixPath(folder).parts)
    for part in PurePosixPath(name).parts:
        if part != "..":
            parts.append(part)
        elif parts:
            parts.pop()
        else:
            return None
    return "/".join(parts) or None


def is_safe(name: str, *, may_rise: bool = False) -> bool:
    """Whether a path in an archive stays inside the folder that it is unpacked to."""
    rises = ".." in PurePosixPath(name).parts and not may_rise
    return bool(name) and not (name.startswith("/") or DRIVE.match(name) or "\0" in name or rises)


def is_source(name: str) -> bool:
    """Whether a file may hold a page: not hidden, no picture, nothing that systems leave."""
    path = PurePosixPath(name)
    return not any(map(is_ignored, path.parts)) and path.suffix.lower() not in COMPANIONS


def is_ignored(part: str) -> bool:
    is_hidden = part.startswith((".", "~$")) and part not in (".", "..")
    return is_hidden or part.lower() in IGNORED


def natural_order(name: str) -> list[tuple]:
    """Sorts 2.txt before 10.txt, in every folder of a path."""
    return [
        tuple(
            (0, len(piece.lstrip("0")), piece.lstrip("0"), piece)
            if piece.isdecimal()
            else (1, piece)
            for piece in DIGITS.split(part)
            if piece
        )
        for part in name.split("/")
    ]
