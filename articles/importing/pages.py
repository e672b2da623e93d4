"""A page to import: the text of a file, and the day and page of the paper that printed it."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from pathlib import PurePosixPath

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.exported_pictures import own_picture
from articles.importing.readers import Note
from articles.importing.readers.pages import NOTES
from articles.importing.refusals import ImportRefused
from articles.parsing.documents import Document
from articles.parsing.photos import CAPTION
from articles.pictures import prepare

_NOT_BESIDE = gettext_lazy("It is not beside the file. Put it there, or take the line out.")
_NOT_READ = gettext_lazy("The file cannot be read, or has more than %(limit)d MB.")
MEGABYTE = 2**20


@dataclass(frozen=True)
class PageSource:
    """What was read of one page, before anything is understood of it.

    `leaf` is its number in a file of several, whose bytes are those of all of them.
    `beside` gives the bytes of another file of the same folder, or None where there is none;
    `notes` are sentences on what the reader of its format met. `source` is the system that exported
    the story and its number there. One that is not `is_complete` lacks files that it names.
    `settled` are the doubts that somebody settled before the import (`SettledDoubt`), `decided`
    the breaks of stories that the archive holds (`decided.with_decided`), as `rejoin` takes them.
    `read_ahead` are those of its pictures that were read already, by their names.
    """

    name: str
    data: bytes
    document: Document
    edition_date: date
    page_number: str = ""
    page_name: str = ""
    notes: tuple[str, ...] = ()
    source: tuple[str, str] | None = None
    is_complete: bool = True
    leaf: int = 0
    beside: Callable[[str], bytes | None] = lambda name: None
    settled: tuple = ()
    decided: Mapping[int, bool] = field(default_factory=dict)
    read_ahead: dict = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def file_digest(self):
        return hashlib.sha256(self.data).hexdigest()

    @cached_property
    def digest(self):
        """That of the file; of one of its pages that of both."""
        if not self.leaf:
            return self.file_digest
        return hashlib.sha256(f"{self.file_digest} {self.leaf}".encode()).hexdigest()

    @property
    def place(self):
        """What tells its stories from all others, beside their headlines."""
        return {
            "edition_date": self.edition_date,
            "page_number": self.page_number,
            "source": self.source,
        }

    @property
    def issue(self):
        """The number of the edition, where a story that tells all says it."""
        return self.document.told.issue or None if self.document.told else None

    @property
    def is_printed(self):
        """Whether it stood in the paper: only a story that tells all says that it did not."""
        return self.document.told is None or self.document.told.is_printed

    @property
    def rulings(self):
        """Of doubtful breaks, whether each is inside one paragraph: as `rejoin` takes them."""
        return {
            **self.decided,
            **{
                row.start + 1: row.paragraphs == row.Paragraphs.ONE
                for row in self.settled
                if row.paragraphs
            },
        }

    def settlement_of(self, doubt):
        """How somebody settled a doubt of this page; None where it is open."""
        return next((row for row in self.settled if (row.kind, row.start) == place_of(doubt)), None)

    @property
    def short_name(self):
        return PurePosixPath(self.name).name

    @property
    def file_name(self):
        """The short name without the number of the page."""
        return self.short_name.removesuffix(f":{self.leaf}")


def place_of(doubt):
    """(kind, first character) by which a doubt of a page is known again, however it was read."""
    kind = "doubtful_break" if doubt.break_at is not None else doubt.kind
    return kind, doubt.source.start


def beside(path):
    """What `PageSource.beside` is for a file on disk."""

    def read(name):
        try:
            return path.with_name(name).read_bytes()
        except OSError:
            return None

    return read


class UnusablePictures(ImportRefused):
    """Pictures that cannot be used: `reasons` by the photo that names each."""

    def __init__(self, page, reasons):
        self.reasons = reasons
        super().__init__("\n".join(_unusable(page, *row) for row in reasons.items()))


def _unusable(page, photo, reason):
    return _("%(path)s, line %(line)d, picture %(name)s: %(reason)s") % {
        "path": page.name,
        "line": photo.source.first_line,
        "name": photo.file_name,
        "reason": reason,
    }


def read_pictures(pages, stories):
    """The pictures of the photos of stories, each of which lies beside that page of `pages` which
    its place names by `part`. Raises UnusablePictures where there are any."""
    read, pictures, reasons = {}, {}, {}
    for photo in (photo for story in stories for photo in story.photos):
        file = photo.source.part, photo.file_name
        if file not in read:
            page = pages[photo.source.part]
            read[file] = page.read_ahead.get(photo.file_name) or _read_picture(page, photo)
        pictures[photo], reason = read[file]
        if reason:
            reasons[photo] = reason
    if reasons:
        raise UnusablePictures(pages[next(iter(reasons)).source.part], reasons)
    return pictures


def read_ahead(page, stories):
    """Have the pictures of stories of a page at hand for `read_pictures`."""
    for photo in (photo for story in stories for photo in story.photos):
        if photo.file_name not in page.read_ahead:
            page.read_ahead[photo.file_name] = _read_picture(page, photo)


def _read_picture(page, photo):
    """The picture, or why there is none."""
    data = page.beside(photo.file_name)
    if data is None:
        return None, _why_nothing_was_read(page)
    name = PurePosixPath(photo.file_name).name
    try:
        return own_picture(data, name) or prepare(ContentFile(data, name)), ""
    except ValidationError as error:
        return None, " ".join(error.messages)


def _why_nothing_was_read(page):
    """Only a story that tells all names pictures of which nobody asked whether they are there."""
    if page.document.told:
        return str(_NOT_BESIDE)
    return _NOT_READ % {"limit": settings.IMPORT_MAX_BYTES // MEGABYTE}


def with_captions_of(page, reasons):
    """The page with the caption alone of each photo of `reasons`, and a note that says why."""
    lines = {photo.source.first_line: CAPTION for photo in reasons}
    notes = (
        f"{sentence_of(Note('unusable_picture', photo.file_name, photo.source.first_line))}: {why}"
        for photo, why in reasons.items()
    )
    return replace(
        page,
        document=replace(page.document, roles={**page.document.roles, **lines}),
        notes=(*page.notes, *notes),
        is_complete=False,
    )


def sentence_of(note):
    """What a reader notes of a page, in words."""
    text, detail = _(NOTES[note.reason]), note.detail
    if note.line:
        detail = _("%(detail)s (line %(line)d)") % {"detail": detail, "line": note.line}
    return f"{text} {detail}" if detail else text
