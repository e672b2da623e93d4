"""Read who took a picture out of its caption."""

import re
from collections.abc import Iterator, Sequence

from .byline_lines import LONGEST, is_byline, read_byline
from .endings import is_final
from .facts import PrintedByline
from .layout import LONGEST_CAPTION
from .lexicon.bylines import ALSO_TAKEN, PICTURES
from .lexicon.marks import SENTENCE_ENDS
from .lexicon.wordlist import any_of
from .source import Line, Source

# Without one of these no words say that somebody took a picture; 图书馆 does not.
PICTURE_TOLD = re.compile("[摄攝]|[图圖](?![书書])|照(?=片)|[视視](?=[觉覺])")
CLOSERS = ")）"
TAKEN = "摄"
SURELY_GIVEN = re.compile("[(（](?:[^（）()，。]{2,20}供图|资料图片?|资料照片)[)）]$")
# （图片由柳河镇提供）; what is given without a word for a picture may be anything.
PICTURE_GIVEN = re.compile("[(（](?=[^（）()]*(?:图片|照片|图由))[^（）()，。]{2,20}提供[)）]$")
# （何青 摄）
BRACKETED_CREDIT = re.compile("[(（][^（）()，。]{2,20}[)）]$")
# （柳河镇供图）
GIVEN = re.compile("[(（](?:[^（）()，。]{2,20}(?:供图|提供)|资料图片?|资料照片)[)）]$")
# 柳河镇供图, behind a sentence or a space: who gave it, where nobody is named.
GIVEN_BARE = re.compile(
    rf"(?<=[{SENTENCE_ENDS}\s])[^，,、：:“”（）()\s{SENTENCE_ENDS}]{{2,16}}\s?供图$"
)
# 何青摄（下同）: of the next pictures too.
ALIKE = re.compile(rf"(?<=摄)[(（]{any_of(ALSO_TAKEN)}[)）]$")
GIVEN_CREDITS = (GIVEN, PICTURE_GIVEN, GIVEN_BARE)
CREDIT_BREAK = re.compile(rf"(?<=[{SENTENCE_ENDS}\s”’）)])(?=\S)|(?=[(（])")


def split_credit(source: Source, caption: Line) -> tuple[Line, Line]:
    """A picture's caption without its credit, and the names in the credit."""
    text, people = read_credit(source, caption)
    if not people:
        return caption, Line(caption.end, caption.end)
    return text, source.line(people[0].source.start, people[-1].source.end)


def read_credit(source: Source, caption: Line) -> tuple[Line, tuple[PrintedByline, ...]]:
    """A picture's caption without its credit, and the people in the credit.

    A credit may name who gave the picture, and nobody.
    """
    if alike := ALIKE.search(source.text, caption.start, caption.end):
        caption = source.line(caption.start, alike.start())
    first = max(caption.start, caption.end - LONGEST)
    told = [match.end() for match in PICTURE_TOLD.finditer(source.text, first, caption.end)]
    if not told:
        return caption, ()
    for start in (caption.start, *_credit_starts(source, first, told[-1])):
        people = read_byline(source, source.line(start, caption.end))
        if any(PICTURES in person.contributions for person in people):
            return source.line(caption.start, start), people
    given = (one.search(source.text, caption.start, caption.end) for one in GIVEN_CREDITS)
    start = next((one.start() for one in given if one), caption.end)
    return source.line(caption.start, start), ()


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
    if is_given(source, line):
        return True
    text, people = read_credit(source, line)
    return bool(people) and is_credit_alone(source, source.line(text.end, line.end))


def is_given(source: Source, line: Line) -> bool:
    """Whether who gave a picture stands behind what it shows: 村民在收麦。柳河镇供图."""
    return GIVEN_BARE.search(source.text, line.start, line.end) is not None


def is_given_with_credit(
    source: Source, text: Line | None, line: Line, *, is_amid_text: bool
) -> bool:
    """Whether a line ends with who took its picture, and begins after a text that has ended.

    Where text stands below it too, it must say so beyond doubt: 摄, 供图.
    """
    if line.end - line.start > LONGEST_CAPTION or source.text[line.end - 1] not in CLOSERS:
        return False
    credit = BRACKETED_CREDIT.search(source.text, line.start, line.end)
    if credit is None or credit.start() == line.start:
        return False
    if not (text is None or is_final(source.text, text.end) or is_byline(source, text)):
        return False
    people = read_byline(source, source.line(*credit.span()))
    if any(one.contributions != (PICTURES,) for one in people):
        return False
    if SURELY_GIVEN.match(credit[0]) or is_credit_alone(source, source.line(*credit.span())):
        return True
    return not is_amid_text and PICTURE_GIVEN.match(credit[0]) is not None


def begins_a_run(source: Source, lines: Sequence[Line], text: Line | None) -> bool:
    """Whether the first of the lines and the next one each say who took what they show.

    The first stands below a text that has ended.
    """
    if text is None or not _is_taken(source, lines[0]) or not is_final(source.text, text.end):
        return False
    below = next((line for line in lines[1:3] if not line.is_blank), None)
    return below is not None and _is_taken(source, below)


def _is_taken(source: Source, line: Line) -> bool:
    """Whether somebody took what a line shows: 村民在收麦。何青 摄."""
    if source.text[line.end - 1] != TAKEN or line.end - line.start > LONGEST_CAPTION:
        return False
    text, people = read_credit(source, line)
    is_alone = is_credit_alone(source, source.line(text.end, line.end))
    return bool(people) and text.end > line.start and is_alone


def _credit_starts(source: Source, first: int, told: int) -> Iterator[int]:
    """Where a credit may begin that tells of a picture: after a sentence, a space or a bracket."""
    return (match.start() for match in CREDIT_BREAK.finditer(source.text, first, told))
