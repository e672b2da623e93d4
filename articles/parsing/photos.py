"""Take the picture lines, `![caption](file name)`, off a story."""

import re
from collections.abc import Sequence

from .bylines import split_credit
from .facts import Edit, PrintedPhoto
from .source import Line, Source

OPENING, MIDDLE, CLOSING = "![", "](", ")"
PICTURE_MARK = "picture line"
# A name of two characters, set as wide as three: 温　榆.
PADDED_NAME = re.compile(r"(?<!\w)(\w)\u3000(\w)(?!\w)")


def take_photos(
    source: Source, lines: Sequence[Line]
) -> tuple[tuple[PrintedPhoto, ...], tuple[Line, ...], tuple[Edit, ...]]:
    """The pictures, the lines with a barrier for each of them, and the edits made."""
    photos: list[PrintedPhoto] = []
    left: list[Line] = []
    edits: list[Edit] = []
    for line in lines:
        if not _is_picture(source.cut(line)):
            left.append(line)
            continue
        photo, photo_edits = _read(source, line)
        photos.append(photo)
        edits += photo_edits
        left.append(Line(line.start, line.start, is_barrier=True))
    return tuple(photos), tuple(left), tuple(edits)


def _is_picture(text: str) -> bool:
    return text.startswith(OPENING) and MIDDLE in text and text.endswith(CLOSING)


def _read(source: Source, line: Line) -> tuple[PrintedPhoto, list[Edit]]:
    middle = source.text.rindex(MIDDLE, line.start, line.end)
    caption = source.line(line.start + len(OPENING), middle)
    file_name = source.line(middle + len(MIDDLE), line.end - len(CLOSING))
    caption, credit = split_credit(source, caption)
    photo = PrintedPhoto(
        file_name=source.cut(file_name),
        caption=source.cut(caption),
        credit=PADDED_NAME.sub(r"\1\2", source.cut(credit)),
        source=source.range(line.start, line.end),
    )
    kept = [(part.start, part.end) for part in (caption, credit, file_name)]
    return photo, source.edits_around(PICTURE_MARK, line.start, line.end, kept)
