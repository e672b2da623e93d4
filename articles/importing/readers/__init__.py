"""Read what archives hold: text, Markdown, Word, PDF, e-paper HTML and JSON Lines.

    for source in open_source(path):
        for page in read(source, place_hint=places.get(source.name)):
            ...

Plain Python: nothing here knows of the database or of the language of the desk.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from articles.parsing.documents import UnreadableSource
from articles.parsing.lexicon.marks import FILE_SIGNATURES
from articles.parsing.lexicon.radicals import PLAIN, RADICALS
from articles.parsing.wording import gettext_noop

from .epaper import read_epaper
from .files import find_manifest, open_source
from .jsonl import read_jsonl
from .manifest import UnusableManifest, read_manifest
from .numbering import FileNumbers
from .pages import Note, ReadPage
from .paths import COMPANIONS, MANIFEST
from .placing import Place, no_day, place, typed_page
from .source_file import Limits, SourceFile
from .text import read_text

__all__ = [
    "BESIDE",
    "ENDINGS",
    "OF_ANY_SIZE",
    "FileNumbers",
    "Limits",
    "Note",
    "Place",
    "ReadPage",
    "SourceFile",
    "UnusableManifest",
    "find_manifest",
    "no_day",
    "open_source",
    "place",
    "read",
    "read_manifest",
    "typed_page",
]

Reader = Callable[[SourceFile], Iterator[ReadPage]]

HEAD = 4096
BY_SUFFIX: dict[str, Reader] = {
    "": read_text,
    ".txt": read_text,
    ".text": read_text,
    ".md": read_text,
    ".markdown": read_text,
    ".jsonl": read_jsonl,
    ".ndjson": read_jsonl,
    ".html": read_epaper,
    ".htm": read_epaper,
    ".shtml": read_epaper,
    ".xhtml": read_epaper,
}
# The same frequent characters in traditional and simplified script.
SCRIPTS = "這個們會來對時國說報記縣區鎮", "这个们会来对时国说报记县区镇"
PDF, ZIP = b"%PDF", b"PK\x03\x04"
RICH_TEXT = b"{\\rtf"
HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype html|html|founder-content)\b",
    re.I | re.S,
)
WORD_SUFFIXES = (".docx", ".docm", ".dotx")
# What is read by its bytes: one that is called so and has others is damaged.
NAMED_FOR_BYTES = {".pdf": "PDF"} | dict.fromkeys(WORD_SUFFIXES, "Word")
# Of names: what is read, and what is taken along beside it. Bytes may say more: a PDF of any name.
ENDINGS = (*BY_SUFFIX, *NAMED_FOR_BYTES, ".zip")
BESIDE = frozenset((*COMPANIONS, PurePosixPath(MANIFEST).suffix))
# Read in parts, each of which has the limit of a file.
OF_ANY_SIZE = (".jsonl", ".ndjson", ".zip")


def read(source: SourceFile, *, place_hint: Place | None = None) -> Iterator[ReadPage]:
    """The pages of a source file, read as what its bytes are, else as what it is called.

    `place_hint`, such as the manifest's, is believed first, then what the file itself says,
    then its name. Raises UnreadableSource for a file that cannot be used; a page that cannot
    be used, among others of its file, comes with a `fault` instead.
    """
    by_name = place(source.name, within=source.home.label)
    for page in _reader(source)(source):
        where = (place_hint or Place()).filled_by(page.place).filled_by(by_name)
        yield _with_note_of_script(_with_plain_characters(replace(page, place=where)))


def _with_plain_characters(page: ReadPage) -> ReadPage:
    """The page with characters for what a font handed out in their place; radicals are told."""
    text = page.document.text.translate(PLAIN)
    if text == page.document.text or page.document.told:
        return page
    radicals = sum(map(RADICALS.__contains__, page.document.text))
    notes = (*page.notes, Note("radicals", str(radicals))) if radicals else page.notes
    return replace(page, document=replace(page.document, text=text), notes=notes)


def _with_note_of_script(page: ReadPage) -> ReadPage:
    """The page, and told where most of what both scripts write otherwise is traditional."""
    text = page.document.text
    traditional, simplified = (sum(map(text.count, script)) for script in SCRIPTS)
    if traditional <= simplified or page.document.told:
        return page
    return replace(page, notes=(*page.notes, Note("traditional")))


def _reader(source: SourceFile) -> Reader:
    with source.open() as file:
        head = file.read(HEAD)
    if not head:
        raise UnreadableSource("empty")
    if head.lstrip().startswith(PDF):
        # Not before it is needed: what reads PDF takes 25 MB of every process.
        from .pdf import read_pdf

        return read_pdf
    if head.startswith(ZIP):
        return _reader_of_zip(source)
    if head.startswith(RICH_TEXT):
        raise UnreadableSource("known_format", "RTF")
    for signature, name in FILE_SIGNATURES:
        if head.startswith(signature):
            raise UnreadableSource("known_format", name)
    if HTML.match(head.removeprefix(b"\xef\xbb\xbf")) or b"<!--enpproperty" in head:
        return read_epaper
    if source.suffix == ".zip":
        raise UnreadableSource("nested_archive")
    if source.suffix in NAMED_FOR_BYTES:
        raise UnreadableSource("broken_file", NAMED_FOR_BYTES[source.suffix])
    if source.suffix not in BY_SUFFIX:
        raise UnreadableSource("unknown_format", source.suffix)
    return BY_SUFFIX[source.suffix]


def _reader_of_zip(source: SourceFile) -> Reader:
    if source.suffix in WORD_SUFFIXES:
        # Not before it is needed: what reads Word takes 17 MB of every process.
        from .docx import read_docx

        return read_docx
    if source.suffix == ".zip":
        raise UnreadableSource("nested_archive")
    raise UnreadableSource("known_format", gettext_noop("ZIP or Office"))
