"""The files of a ZIP archive, and what an archive may not do to whoever opens it."""

import stat
import struct
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO
from zipfile import BadZipFile, LargeZipFile, ZipExtFile, ZipFile, ZipInfo

from articles.parsing.documents import UnreadableSource
from articles.parsing.encodings import read_unmarked

from .paths import is_safe, is_source, natural_order
from .source_file import MEGABYTE, Limits, SourceFile

NAME_IS_UTF8 = 0x800
ENCRYPTED = 0x1
UNICODE_PATH = 0x7075
MADE_ON_UNIX = 3
# A file as small as this harms nobody, however well it was packed.
SMALL = MEGABYTE
OFFICE_PARTS = ("[Content_Types].xml", "mimetype")
BROKEN = (BadZipFile, LargeZipFile, zlib.error, EOFError, struct.error, NotImplementedError)


def is_archive(path: Path) -> bool:
    """Whether a file is a ZIP archive of sources, and no Word document by another name."""
    if path.suffix.lower() != ".zip":
        return False
    try:
        with ZipFile(path) as opened:
            return not any(part in opened.NameToInfo for part in OFFICE_PARTS)
    except BROKEN:
        return True


class Archive:
    """An open archive. It is closed when the last of its files is let go."""

    def __init__(self, path: Path, limits: Limits, within: str = "") -> None:
        """`within` is put before the names of its files: where it lies in a folder."""
        self.limits, self._within = limits, within
        self.label = path.resolve().with_suffix("").as_posix()
        try:
            self._zip = ZipFile(path)
        except BROKEN as error:
            raise UnreadableSource("broken_file", "ZIP") from error
        members = [info for info in self._zip.infolist() if not info.is_dir()]
        self._require_bounds(members)
        self._members: dict[str, ZipInfo] = {}
        self._doubles: list[str] = []
        for inner, info in zip(read_names(members), members, strict=True):
            name = within + inner
            if name in self._members:
                self._doubles.append(name)
            self._members.setdefault(name, info)

    def names(self) -> Iterable[str]:
        return self._members

    def files(self) -> Iterator[SourceFile]:
        for name in sorted(self._members, key=natural_order):
            if is_source(name):
                yield self.file(name)
        for name in self._doubles:
            yield SourceFile(name, 0, self, fault=UnreadableSource("duplicate_name"))

    def file(self, name: str) -> SourceFile:
        info = self._members[name]
        return SourceFile(name, info.file_size, self, fault=self._fault(name, info))

    def size(self, name: str) -> int | None:
        info = self._members.get(name)
        return info.file_size if info and not self._fault(name, info) else None

    def open(self, name: str) -> BinaryIO:
        info = self._members[name]
        try:
            return _Member(self._zip.open(info))
        except (*BROKEN, RuntimeError) as error:
            raise UnreadableSource("broken_file", "ZIP") from error

    def _require_bounds(self, members: list[ZipInfo]) -> None:
        """Sizes are those that the archive states; no more than them is ever unpacked."""
        if len(members) > self.limits.max_files:
            raise UnreadableSource("too_many_files", str(self.limits.max_files))
        if sum(info.file_size for info in members) > self.limits.max_total:
            limit = self.limits.max_total / MEGABYTE
            raise UnreadableSource("archive_too_large", f"{limit:g}")

    def _fault(self, name: str, info: ZipInfo) -> UnreadableSource | None:
        is_link = info.create_system == MADE_ON_UNIX and stat.S_ISLNK(info.external_attr >> 16)
        inner = name.removeprefix(self._within)
        if not is_safe(inner):
            return UnreadableSource("unsafe_path", inner)
        if info.flag_bits & ENCRYPTED:
            return UnreadableSource("encrypted")
        if is_link:
            return UnreadableSource("link_outside")
        if ratio := bomb_ratio(info, self.limits):
            return UnreadableSource("zip_bomb", str(ratio))
        return None


def bomb_ratio(info: ZipInfo, limits: Limits) -> int:
    """How many times its size a member unpacks to, where that is more than any text does, or 0."""
    ratio = info.file_size // max(1, info.compress_size)
    return ratio if info.file_size > SMALL and ratio > limits.max_ratio else 0


class _Member:
    """A file inside an archive; damage that shows while it is read becomes a reason."""

    def __init__(self, opened: ZipExtFile) -> None:
        self._opened = opened

    def __enter__(self) -> "_Member":
        return self

    def __exit__(self, *_: object) -> None:
        self._opened.close()

    def read(self, size: int = -1) -> bytes:
        return self._tried(self._opened.read, size)

    def readline(self, size: int = -1) -> bytes:
        return self._tried(self._opened.readline, size)

    @staticmethod
    def _tried(read, size: int) -> bytes:
        try:
            return read(size)
        except BROKEN as error:
            raise UnreadableSource("broken_file", "ZIP") from error


def read_names(members: list[ZipInfo]) -> list[str]:
    """The members' names. Where the archive does not say UTF-8, all of them show together
    which encoding they are in: Chinese Windows writes GBK without a mark.
    """
    raw = [_raw_name(info) for info in members]
    unmarked = b"\n".join(name for name in raw if isinstance(name, bytes))
    reading = read_unmarked(unmarked)
    texts = reading.text.split("\n") if reading else []
    if len(texts) != unmarked.count(b"\n") + 1:
        texts = unmarked.decode("cp437").split("\n")
    unmarked_names = iter(texts)
    names = [next(unmarked_names) if isinstance(name, bytes) else name for name in raw]
    return [name.replace("\\", "/") for name in names]


def _raw_name(info: ZipInfo) -> str | bytes:
    """The name as text where the archive marks it as Unicode, else its bytes."""
    if info.flag_bits & NAME_IS_UTF8:
        return info.orig_filename
    # zipfile has read unmarked names as CP 437, which has a character for every byte.
    raw = info.orig_filename.encode("cp437").replace(b"\n", b"_")
    return _unicode_path(info.extra, raw) or raw


def _unicode_path(extra: bytes, raw: bytes) -> str | None:
    """The name in the extra field for Unicode paths, if it belongs to this very name."""
    while len(extra) >= 4:
        kind, length = struct.unpack_from("<HH", extra)
        field, extra = extra[4 : 4 + length], extra[4 + length :]
        if kind != UNICODE_PATH or len(field) < 5:
            continue
        if struct.unpack_from("<L", field, 1)[0] == zlib.crc32(raw):
            try:
                return field[5:].decode("utf-8")
            except UnicodeDecodeError:
                return None
    return None
