"""A page to import: the text of a file, and the day and page of the paper that printed it."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import PurePosixPath

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.exported_pictures import own_picture
from articles.importing.refusals import ImportRefused
from articles.parsing.documents import Document
from articles.pictures import prepare

_NOT_BESIDE = gettext_lazy(
    "%(path)s, line %(line)d: the picture %(name)s is not beside the file. "
    "Put it there, or take the line out."
)


@dataclass(frozen=True)
class PageSource:
    """What was read of one page, before anything is understood of it.

    `beside` gives the bytes of another file of the same folder, or None where there is none;
    `notes` are sentences on what the reader of its format met. `source` is the system that exported
    the story and its number there. One that is not `is_complete` lacks files that it names.
    `settled` are the doubts that somebody settled before the import (`SettledDoubt`), `decided`
    the breaks of stories that the archive holds (`decided.with_decided`), as `rejoin` takes them.
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
    beside: Callable[[str], bytes | None] = lambda name: None
    settled: tuple = ()
    decided: Mapping[int, bool] = field(default_factory=dict)

    @cached_property
    def digest(self):
        return hashlib.sha256(self.data).hexdigest()

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


def read_pictures(pages, stories):
    """The pictures of the photos of stories, each of which lies beside that page of `pages` which
    its place names by `part`. Raises ImportRefused for one unusable."""
    read, pictures = {}, {}
    for photo in (photo for story in stories for photo in story.photos):
        file = photo.source.part, photo.file_name
        if file not in read:
            read[file] = _read_picture(pages[photo.source.part], photo)
        pictures[photo] = read[file]
    return pictures


def _read_picture(page, photo):
    place = {"path": page.name, "line": photo.source.first_line, "name": photo.file_name}
    data = page.beside(photo.file_name)
    if data is None:
        raise ImportRefused(_NOT_BESIDE % place)
    name = PurePosixPath(photo.file_name).name
    try:
        return own_picture(data, name) or prepare(ContentFile(data, name))
    except ValidationError as error:
        raise ImportRefused(
            _("%(path)s, line %(line)d, picture %(name)s: %(reason)s")
            % {**place, "reason": " ".join(error.messages)}
        ) from error
