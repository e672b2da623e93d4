"""JSON Lines: one story a line, the way in from any other system.

    {"headline": "…", "kicker": "…", "deck": "…", "byline": "…", "dateline": "本报讯",
     "body": "…\n…" or ["…", "…"], "date": "2023-04-04", "page": "01", "page_name": "要闻",
     "source_system": "…", "source_id": "…"}

Only `headline` must be there. By `source_id` a story is known again at its next export. The file
is read line by line, however long it is. A line with a `format` tells all of its story: told.py.
"""

import json
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator
from typing import Any, BinaryIO

from articles.parsing.documents import Document, UnreadableSource, decode
from articles.parsing.source import LINE_END

from .markup import fragment, holds_blocks, holds_markup, shown_lines
from .pages import Note, Printing, ReadPage
from .placing import Place, read_date, read_page
from .source_file import SourceFile, too_large
from .told import KEYS as TOLD_KEYS
from .told import read_told

TEXTS = ("kicker", "headline", "deck", "byline")
PLACES = ("date", "page", "page_name", "source_system", "source_id")
KEYS = frozenset((*TEXTS, "dateline", "body", *PLACES))


def read_jsonl(source: SourceFile) -> Iterator[ReadPage]:
    """Each line as a page of its own; a bad line is one with a fault."""
    with source.open() as file:
        if file.read(2) in (BOM_UTF16_LE, BOM_UTF16_BE):
            # A line end is two bytes there: its lines cannot be told apart by one.
            raise UnreadableSource("not_utf8", "UTF-16")
    with source.open() as file:
        for number, data in _lines(file, source.home.limits.max_bytes):
            if len(data) > source.home.limits.max_bytes:
                yield _refused(b"", number, too_large(source.home.limits))
            elif data.strip():
                yield _read_line(data.strip(), number)


def _lines(file: BinaryIO, longest: int) -> Iterator[tuple[int, bytes]]:
    """The lines with their numbers. Of one that is too long only its beginning is given."""
    number = 0
    while data := file.readline(longest + 1):
        number += 1
        yield number, data
        while len(data) > longest and not data.endswith(b"\n"):
            data = file.readline(longest + 1)


def _refused(data: bytes, number: int, fault: UnreadableSource) -> ReadPage:
    return ReadPage(Document(""), data, fault=fault, line=number)


def _read_line(data: bytes, number: int) -> ReadPage:
    try:
        return page_of(decode(data).text, data, number)
    except UnreadableSource as fault:
        return _refused(data, number, fault)


def page_of(text: str, data: bytes, number: int = 0) -> ReadPage:
    """The story of one JSON object. Raises UnreadableSource; `data` are the bytes it came in."""
    story = _story(text)
    is_told = "format" in story
    document, notes = (read_told(story), ()) if is_told else _document(story)
    return ReadPage(
        document,
        data,
        _place(story),
        source=_source(story),
        notes=(*_notes_of_keys(story, TOLD_KEYS if is_told else KEYS), *notes),
        line=number,
    )


def _notes_of_keys(story: dict[str, Any], known: frozenset[str]) -> Iterator[Note]:
    for key, value in story.items():
        if key not in known:
            yield Note("unknown_key", f"{key}: {json.dumps(value, ensure_ascii=False)}")


def _story(text: str) -> dict[str, Any]:
    try:
        story = json.loads(text, object_pairs_hook=_once_each)
    except UnreadableSource:
        raise
    except json.JSONDecodeError as error:
        raise UnreadableSource("bad_json", str(error.pos + 1)) from error
    except (ValueError, RecursionError) as error:
        raise UnreadableSource("no_object") from error
    if not isinstance(story, dict):
        raise UnreadableSource("no_object")
    return story


def _once_each(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    keys = [key for key, _ in pairs]
    for key in keys:
        if keys.count(key) > 1:
            raise UnreadableSource("duplicate_key", key)
    return dict(pairs)


def _document(story: dict[str, Any]) -> tuple[Document, tuple[Note, ...]]:
    printing = Printing()
    notes: list[Note] = []
    for role in TEXTS:
        lines, told = _shown(_texts(story, role))
        printing.add("\n".join(text for text, _ in lines), role)
        notes += told
    if "headline" not in printing.roles.values():
        raise UnreadableSource("no_headline")
    # Where the byline is given apart, the body is body; else it may hold one.
    role = "body" if "byline" in printing.roles.values() else ""
    dateline = _text(story, "dateline")
    paragraphs, told = _shown(_body(story))
    for text, shown_as in paragraphs:
        printing.part()
        text = f"{dateline} {text}" if dateline else text
        printing.add(text, shown_as or role)
        dateline = ""
    printing.part()
    printing.add(dateline, role)
    return printing.document(), tuple(dict.fromkeys((*notes, *told)))


def _body(story: dict[str, Any]) -> list[str]:
    """The paragraphs: the list's, or the lines of a text; HTML with its own as one."""
    value = story.get("body")
    if not isinstance(value, str):
        return _texts(story, "body")
    return [value] if holds_blocks(value) else LINE_END.split(value)


def _shown(texts: list[str]) -> tuple[list[tuple[str, str]], list[Note]]:
    """The texts, each with what it is shown as; where they are HTML, its lines, and what to say."""
    printed = [text for text in texts if text.strip()]
    if not any(map(holds_markup, printed)):
        return [(text, "") for text in printed], []
    markup = fragment("".join(f"<div>{text}</div>" for text in printed))
    pictures = (picture.get("src") for picture in markup.iter("img"))
    notes = [Note("picture", address) for address in pictures if address]
    return list(shown_lines(markup)), [Note("markup"), *notes]


def _place(story: dict[str, Any]) -> Place:
    printed = _text(story, "date")
    day = read_date(printed)
    if printed and day is None:
        raise UnreadableSource("bad_date", printed)
    page = read_page(_text(story, "page"))
    return Place(
        day,
        page.page_number or _text(story, "page"),
        _text(story, "page_name") or page.page_name,
    )


def _source(story: dict[str, Any]) -> tuple[str, str] | None:
    number = _text(story, "source_id")
    return (_text(story, "source_system"), number) if number else None


def _text(story: dict[str, Any], key: str) -> str:
    value = story.get(key)
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str | None):
        raise UnreadableSource("bad_value", key)
    return (value or "").strip()


def _texts(story: dict[str, Any], key: str) -> list[str]:
    """A text, or a list of texts, as a list."""
    value = story.get(key)
    if not isinstance(value, list):
        text = _text(story, key)
        return [text] if text else []
    if not all(isinstance(one, str) for one in value):
        raise UnreadableSource("bad_value", key)
    return value
