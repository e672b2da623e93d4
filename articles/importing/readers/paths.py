"""Paths as folders and archives name their files: which are safe, which are sources, what order."""

import re
from pathlib import PurePosixPath

MANIFEST = "manifest.csv"
# What lies beside the text of a page: reached by name, never read as a source.
PICTURES = (".jpg", ".jpeg", ".jpe", ".png", ".gif", ".bmp", ".tif", ".tiff", ".webp", ".svg")
COMPANIONS = frozenset((*PICTURES, ".heic", ".psd", ".eps", ".ico", ".css", ".js"))
IGNORED = frozenset(("__macosx", "thumbs.db", "desktop.ini", MANIFEST))
DIGITS = re.compile(r"([0-9]+)")
DRIVE = re.compile(r"[A-Za-z]:")


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
