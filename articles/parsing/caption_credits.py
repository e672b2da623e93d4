"""Read who took a picture out of its caption."""

import re
from collections.abc import Iterator

from .byline_lines import LONGEST, read_byline
from .facts import PrintedByline
from .lexicon.bylines import PICTURES
from .lexicon.marks import SENTENCE_ENDS
from .source import Line, Source

# Without one of these no words say that somebody took a picture: 摄, 图片, 照片, 视觉.
PICTURE_TOLD = re.compile("[摄图照视]")
CLOSERS = ")）"
# （柳河镇供图）
GIVEN = re.compile("[(（](?:[^（）()，。]{2,20}(?:供图|提供)|资料图片?|资料照片)[)）]$")
CREDIT_BREAK = re.compile(rf"(?<=[{SENTENCE_ENDS}\s”’）)])(?=\S)|(?=[(（])")


def split_credit(source: Source, caption: Line) -> tuple[Line, Line]:
    """A picture's caption without its credit, and the names in the credit."""
    text, people = read_credit(source, caption)
    if not people:
        return caption, Line(caption.end, caption.end)
    return text, source.line(people[0].source.start, people[-1].source.end)


def read_credit(source: Source, caption: Line) -> tuple[Line, tuple[PrintedByline, ...]]:
    """A picture's caption without its credit, and the people in the credit."""
    first = max(caption.start, caption.end - LONGEST)
    told = [match.end() for match in PICTURE_TOLD.finditer(source.text, first, caption.end)]
    if not told:
        return caption, ()
    for start in (caption.start, *_credit_starts(source, first, told[-1])):
        people = read_byline(source, source.line(start, caption.end))
        if any(PICTURES in person.contributions for person in people):
            return source.line(caption.start, start), people
    return caption, ()


def may_be_credited(source: Source, start: int, end: int) -> bool:
    """Whether what no credit of a picture is without, nor any caption, stands in a stretch."""
    return PICTURE_TOLD.search(source.text, start, end) is not None


def is_credit_alone(source: Source, line: Line) -> bool:
    """何青 摄, as it stands directly below a caption."""
    people = read_byline(source, line)
    return bool(people) and all(person.contributions == (PICTURES,) for person in people)


def ends_with_credit(source: Source, line: Line) -> bool:
    """Whether who took or gave a picture stands at the end: 何青 摄, （柳河镇供图）."""
    is_closed = source.text[line.end - 1] in CLOSERS
    if is_closed and GIVEN.search(source.text, line.start, line.end):
        return True
    text, people = read_credit(source, line)
    return bool(people) and is_credit_alone(source, source.line(text.end, line.end))


def _credit_starts(source: Source, first: int, told: int) -> Iterator[int]:
    """Where a credit may begin that tells of a picture: after a sentence, a space or a bracket."""
    return (match.start() for match in CREDIT_BREAK.finditer(source.text, first, told))
