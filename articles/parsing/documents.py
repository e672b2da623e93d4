"""Turn the bytes of a source file into text, or say why they cannot be read."""

import re
from bisect import bisect_right
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Mapping
from dataclasses import dataclass, field

from .encodings import LOST, Reading, read_as, read_unmarked
from .facts import ToldStory
from .lexicon.marks import FILE_SIGNATURES
from .source import LINE_END
from .wording import gettext_noop

BYTE_ORDER_MARKS = (
    (BOM_UTF8, "utf-8"),
    (BOM_UTF16_LE, "utf-16-le"),
    (BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)

LOST_BYTE = re.compile(LOST)
# Control characters but for white space and the mark that closes a file of old systems, surrogates,
# the mark that begins a file (here within one), and what Unicode says is no character.
UNWRITTEN = re.compile(
    r"[\x01-\x08\x0e-\x19\x1b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff]"
    r"|\x1a(?!\s*\Z)"
)

UNREADABLE = {
    "empty": gettext_noop("The file is empty."),
    "binary": gettext_noop(
        "This is a binary file, not the text of a page: no text has what stands in line {detail}."
    ),
    "known_format": gettext_noop(
        "This is a {detail} file, not the text of a page. "
        "Save its text as a text file, as Word (.docx) or as PDF, and bring that."
    ),
    "unknown_encoding": gettext_noop(
        "The text is in no encoding that is known here, or too damaged to be read. "
        "Open it in an editor that shows it rightly, and save it as UTF-8."
    ),
    "false_mark": gettext_noop("The file says that it is {detail}, but it cannot be read as that."),
    "no_heading": gettext_noop(
        "The page has no heading, so its stories cannot be told apart. "
        "Begin each story with a line such as “## Headline”."
    ),
    # Of files, folders and archives.
    "missing": gettext_noop("There is no such file."),
    "not_permitted": gettext_noop("The file cannot be opened: {detail}."),
    "not_a_file": gettext_noop("This is no ordinary file."),
    "too_large": gettext_noop("The file is larger than {detail} MB."),
    "archive_too_large": gettext_noop("The archive unpacks to more than {detail} MB."),
    "too_many_files": gettext_noop("The archive holds more than {detail} files."),
    "zip_bomb": gettext_noop(
        "The file unpacks to {detail} times its size; no text of a paper does."
    ),
    "unsafe_path": gettext_noop("The archive would put the file outside its folder: {detail}."),
    "link_outside": gettext_noop("The link leads out of the folder."),
    "encrypted": gettext_noop("The file is locked with a password."),
    "duplicate_name": gettext_noop("The archive holds another file of this name."),
    "nested_archive": gettext_noop(
        "This is an archive inside the archive or folder; import it by itself."
    ),
    "broken_file": gettext_noop("The file is damaged and cannot be read as {detail}."),
    "unknown_format": gettext_noop(
        "Files named {detail} are not read. "
        "Save its text as a text file, as Word (.docx) or as PDF, and bring that."
    ),
    # Of formats.
    "no_text_layer": gettext_noop(
        "The PDF holds pictures of text and no text; it needs character recognition."
    ),
    "unmapped_text": gettext_noop(
        "The PDF draws its text with fonts that do not say which characters they are."
    ),
    "index_page": gettext_noop(
        "The page only lists links to articles and holds none itself; import the articles."
    ),
    "not_utf8": gettext_noop("The file is in {detail}; lines of JSON are UTF-8."),
    "bad_json": gettext_noop("The line is no JSON from its character {detail} on."),
    "no_object": gettext_noop("The line is not one JSON object."),
    "bad_value": gettext_noop("The value of {detail} is not of the right kind."),
    "bad_date": gettext_noop("The date {detail} is no day of the calendar."),
    "duplicate_key": gettext_noop("The key {detail} stands twice in the line."),
    "no_headline": gettext_noop("The story has no headline."),
    "unknown_story_format": gettext_noop(
        "The story is in the format {detail}, which this version does not know."
    ),
    "other_body": gettext_noop("body and body_html do not say the same."),
}


ROLES = ("kicker", "headline", "deck", "byline", "body", "subhead", "caption", "row", "dropped")


@dataclass(frozen=True, slots=True)
class Document:
    """The text of a page, or of one story, and what its format says of its lines.

    `roles` gives the role of a line, counted from 1: one of ROLES, where the format tells it
    (a heading style, a larger type, a tag). A line with no role is for the parser to judge;
    plain text has none. A row is one of a table; a dropped line is a running head or page number:
    no story has it.
    `unread` are the lines with bytes that could not be read; U+FFFD stands for each, but for those
    that make a character that nobody writes. `told` is the story itself, where the format says
    all of it: the text is then only what a person reads beside it.
    """

    text: str
    roles: Mapping[int, str] = field(default_factory=dict)
    unread: tuple[int, ...] = ()
    told: ToldStory | None = None


class UnreadableSource(ValueError):
    """A source that holds no page. `reason` is one of UNREADABLE, `detail` what it names."""

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(UNREADABLE[reason].format(detail=detail))
        self.reason = reason
        self.detail = detail


def decode(data: bytes) -> Document:
    """Read by byte order mark, else as the first of UTF-8, UTF-16, GB18030 and Big5 that fits.

    Where a few bytes do not fit, U+FFFD stands for each of them and `unread` names their lines;
    where more than about one character in a hundred is lost, the file is refused. Lines with
    characters that nobody writes are named too. Text is never changed otherwise. A damaged byte
    that makes another valid character cannot be seen: that character is a different one, and in
    GB18030 up to a few beside it may be.
    """
    _refuse_known_files(data)
    reading = _read(data)
    if not reading.text.strip():
        raise UnreadableSource("empty")
    before, nul, _after = reading.text.partition("\0")
    if nul:
        raise UnreadableSource("binary", str(len(LINE_END.findall(before)) + 1))
    return Document(reading.text, unread=_unread_lines(reading))


def lost_lines(text: str) -> tuple[int, ...]:
    """The lines, counted from 1, in which U+FFFD stands for something."""
    return _lines_with(LOST_BYTE, text)


def _unread_lines(reading: Reading) -> tuple[int, ...]:
    """Those with a lost byte, or a character that no keyboard writes: a damaged byte made it."""
    lost = lost_lines(reading.text) if reading.lost else ()
    if not UNWRITTEN.search(reading.text):
        return lost
    return tuple(sorted({*lost, *_lines_with(UNWRITTEN, reading.text)}))


def _lines_with(pattern: re.Pattern[str], text: str) -> tuple[int, ...]:
    places = [match.start() for match in pattern.finditer(text)]
    starts = [0, *(end.end() for end in LINE_END.finditer(text))] if places else []
    return tuple(sorted({bisect_right(starts, place) for place in places}))


def _refuse_known_files(data: bytes) -> None:
    for signature, name in FILE_SIGNATURES:
        if data.startswith(signature):
            raise UnreadableSource("known_format", name)


def _read(data: bytes) -> Reading:
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            reading = read_as(data.removeprefix(mark), encoding)
            if not reading.is_fair:
                raise UnreadableSource("false_mark", encoding.upper())
            return reading
    reading = read_unmarked(data)
    if reading is None:
        before, nul, _after = data.partition(b"\0")
        if nul:
            raise UnreadableSource("binary", str(before.count(b"\n") + 1))
        raise UnreadableSource("unknown_encoding")
    return reading
