"""What a reader hands on: a page, or one story, with what its format says of it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from articles.parsing.documents import Document, UnreadableSource, lost_lines
from articles.parsing.encodings import LOST
from articles.parsing.source import LINE_END
from articles.parsing.wording import gettext_noop

from .placing import Place

# No text holds them, and no database takes them.
NO_CHARACTERS = re.compile("[\0\ud800-\udfff]")

# What photos come as; a GIF holds the lines and dots of a page.
PHOTOGRAPHS = (".jpg", ".jpeg", ".png", ".webp")

NOTES = {
    "unknown_key": gettext_noop("A key that is not known, and its value, which no story has."),
    "markup": gettext_noop("The text is HTML and came in as a browser shows it, without its tags."),
    "picture": gettext_noop(
        "The file names a picture, which is not imported. Add it to the story, or import the "
        "story as text with a picture line."
    ),
    "missing_picture": gettext_noop(
        "A picture is not beside the file, so that only its caption came in. Put it there and "
        "import the file again, or add it to the story."
    ),
    "unusable_picture": gettext_noop(
        "A picture cannot be used, so that only its caption came in. Replace it and import the "
        "file again, or add it to the story."
    ),
    "several_articles": gettext_noop(
        "The page marks more articles than it gives texts of their own: it came as one. Look at "
        "what stands in no story."
    ),
    "sideways": gettext_noop(
        "Text that is set downwards, aslant, on its side or off the page, which no story has."
    ),
    "stamp": gettext_noop(
        "Text that is printed across the text of the page, such as a watermark, which no story has."
    ),
    "caption": gettext_noop(
        "A caption stands between two stories, and came with the one above it. Look at which of "
        "them its picture is of."
    ),
    "pages": gettext_noop(
        "The text goes on from page to page of the file, and these pages came as one."
    ),
    "traditional": gettext_noop(
        "The text is in traditional characters, and names, bylines and days are read by rules for "
        "simplified ones: compare each of them with the source."
    ),
    "ahead": gettext_noop(
        "The edition lies more than a month ahead. Look whether its year is right."
    ),
    "same_number": gettext_noop(
        "A story before it in the file has the same source_id, and counts: what this one says "
        "otherwise comes in as a proposal for that story. Give each story a number of its own."
    ),
    "radicals": gettext_noop(
        "Characters that the file gives as radicals (⼯) were read as what they print as (工)."
    ),
}


NOWHERE = Place()


@dataclass(frozen=True, slots=True)
class Note:
    """What an archivist should know of a page that was read. `reason` is one of NOTES.

    `line` is where the detail stands in the file, where that is told.
    """

    reason: str
    detail: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class ReadPage:
    """One page, or one story, of a source file.

    `data` are its bytes: the file's, or the line's of a file with a story a line. `place` is
    what is known of where it was printed. With a `fault` there is no text: this page cannot be
    used, and those after it can. `line` is where it begins in a file of many, `leaf` its number
    where the bytes are those of several pages. `source` is the
    story's system and its number there, where the format promises that it keeps them.
    `pictures` are files inside this one, by the names that its picture lines give them. A page
    that is not `is_complete` names files that did not come along.
    """

    document: Document
    data: bytes
    place: Place = NOWHERE
    source: tuple[str, str] | None = None
    notes: tuple[Note, ...] = ()
    fault: UnreadableSource | None = None
    line: int = 0
    leaf: int = 0
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    is_complete: bool = True


@dataclass(slots=True)
class Printing:
    """The text of a page while it is put together, line by line, with the roles."""

    lines: list[str] = field(default_factory=list)
    roles: dict[int, str] = field(default_factory=dict)
    is_parted: bool = False

    def add(self, text: str, role: str = "") -> None:
        """A text on its own lines, every one of them in that role; nothing where it is blank."""
        if not text.strip():
            return
        if self.is_parted and self.lines:
            self.lines.append("")
        self.is_parted = False
        for line in LINE_END.split(NO_CHARACTERS.sub(LOST, text)):
            self.lines.append(line)
            if role and line.strip():
                self.roles[len(self.lines)] = role

    def add_picture(self, name: str, caption: str = "", role: str = "") -> None:
        """A picture line, as Markdown writes it: the parser takes it off the text."""
        self.part()
        self.add(f"![{' '.join(caption.split())}]({name})", role)
        self.part()

    def part(self) -> None:
        """What comes next is another paragraph: an empty line goes before it."""
        self.is_parted = True

    def document(self) -> Document:
        text = "".join(f"{line}\n" for line in self.lines)
        return Document(text, self.roles, lost_lines(text))
