"""One source file: what it is called, its bytes, what lies beside it, and the limits on all."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import BinaryIO, Protocol

from articles.parsing.documents import UnreadableSource

from .paths import resolve

MEGABYTE = 2**20


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is read: bytes of one file, of all files of an archive, and how many."""

    max_bytes: int = 20 * MEGABYTE
    max_total: int = 16 * 1024 * MEGABYTE
    max_files: int = 1_000_000
    max_ratio: int = 200


class Home(Protocol):
    """What holds source files: a folder or an archive. `label` is where it lies."""

    limits: Limits
    label: str

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

    def has_beside(self, name: str) -> bool:
        """Whether `beside` has a file to read there."""
        wanted = resolve(self.folder, name)
        return wanted is not None and self.home.size(wanted) is not None

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
