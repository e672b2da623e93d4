"""Take the picture lines, `![caption](file name)`, and captions without a picture off a story."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, pairwise
from operator import attrgetter

from .byline_lines import is_byline
from .bylines import take_opening_bylines
from .caption_credits import (
    PICTURE_TOLD,
    begins_a_run,
    ends_with_credit,
    is_credit_alone,
    is_given,
    is_given_with_credit,
    may_be_credited,
    read_credit,
    split_credit,
)
from .endings import is_final
from .facts import Edit, Join, Paragraph, PrintedByline, PrintedDoubt, PrintedPhoto
from .headline_lines import is_open_line
from .layout import DATED_CLAUSE, LONGEST_CAPTION, is_caption
from .lexicon.bylines import PICTURES
from .lexicon.marks import CLAUSE_MARKS
from .markers import find_marker
from .numbered_captions import numbered_captions
from .shown_below import shown_by_the_writer
from .source import Line, Source, glue
from .wording import gettext_noop

OPENING, MIDDLE, CLOSING = "![", "](", ")"
PICTURE = re.compile(r"!\[[^\]\r\n]*\]\([^()\r\n]*\)")
# The role of a line of which the format says that it is a caption.
CAPTION = "caption"
PICTURE_MARK = gettext_noop("picture line")
CREDIT_OF_CAPTION = gettext_noop("a caption and its credit")
BROKEN_CAPTION = gettext_noop("the caption goes on")
CONTEXT = 20
# How many characters shorter a print line may be than the one below it, and still be full.
RAGGED = 3
LONGEST_CAPTION_TEXT, LONGEST_SHOWN, LONGEST_CREDIT = 200, 50, 20
# 村民在收麦: what a picture shows, in one sentence at most; what it quotes is a word, and brackets
# hold where somebody stands or when it was taken: 何大山（左二）, （5月3日摄）.
SHOWN = re.compile(
    rf"(?:[▲▼△▽◀▶←→↑↓]\s)?(?:[^。！!？?；;：:“”（）()/／|\s]|“\w{{1,6}}”|[(（]\w{{1,8}}[)）]){{4,{LONGEST_SHOWN}}}[。！!]?"
)
# 据村民介绍，: a line that begins so begins a paragraph, not the rest of what print broke.
OPENING_OF_TEXT = re.compile("据|记者|本报|新华社|近日|日前|今年|去年|目前|如今|此次")
PICTURE_WORD = re.compile("[摄图影照]")
# Without one of these in a story, nothing in it is a caption unless its format says so.
PICTURE_SIGN = re.compile(f"影|{PICTURE_TOLD.pattern}")
# A name of two characters, set as wide as three: 温　榆.
PADDED_NAME = re.compile(r"(?<!\w)(\w)\u3000(\w)(?!\w)")


def take_photos(
    source: Source, lines: Sequence[Line]
) -> tuple[tuple[PrintedPhoto, ...], tuple[Paragraph, ...], tuple[Line, ...], tuple[Edit, ...]]:
    """The pictures, the captions of those whose files are missing, the lines, the edits made.

    A picture line whose role is that of a caption has no file. A barrier stands in the lines for
    each picture.
    """
    if source.text.find(OPENING, *_ends(lines)) < 0:
        return (), (), tuple(lines), ()
    photos: list[PrintedPhoto] = []
    captions: list[Paragraph] = []
    left: list[Line] = []
    edits: list[Edit] = []
    for line in chain.from_iterable(_one_by_one(source, line) for line in lines):
        if not (source.text.startswith(OPENING, line.start) and _is_picture(source.cut(line))):
            left.append(line)
            continue
        left.append(Line(line.start, line.start, is_barrier=True))
        if line.role != CAPTION:
            photo, photo_edits = _read(source, line)
            photos.append(photo)
            edits += photo_edits
            continue
        caption = _caption_of(source, line.start, line.end)
        kept = [] if caption.is_blank else [(caption.start, caption.end)]
        captions += [_caption(source, [caption])] if kept else []
        edits += source.edits_around(PICTURE_MARK, line.start, line.end, kept)
    return tuple(photos), tuple(captions), tuple(left), tuple(edits)


def _one_by_one(source: Source, line: Line) -> Sequence[Line]:
    """The line, or where nothing but several pictures stand in it, each of them as one."""
    places = [match.span() for match in PICTURE.finditer(source.text, line.start, line.end)]
    if len(places) < 2 or PICTURE.sub("", source.cut(line)).strip():
        return [line]
    return [line.with_ends(start, end) for start, end in places]


def take_captions(
    source: Source, lines: Sequence[Line]
) -> tuple[tuple[Paragraph, ...], tuple[Line, ...]]:
    """图为 … and what the format says is one, each as a paragraph, and the lines without them.

    The text may run across a caption as it runs across a column.
    """
    may_show = PICTURE_SIGN.search(source.text, *_ends(lines))
    if not (may_show or any(line.role == CAPTION for line in lines)):
        return (), tuple(lines)
    blocks = _blocks(lines)
    if _is_picture_page(source, blocks):
        left = tuple(Line(line.start, line.start) for line in lines)
        return tuple(_caption(source, one) for one in blocks), left
    numbered = dict.fromkeys(numbered_captions(source, lines), True)
    alone = shown_by_the_writer(source, lines) | numbered
    captions: list[Paragraph] = []
    left: list[Line] = []
    above = caption = text = None
    last = blocks[-1][-1].start if blocks else 0
    number = 0
    while number < len(lines):
        line = lines[number]
        if line.is_blank and line.role != CAPTION:
            left.append(line)
            above = line
            number += 1
            continue
        length = int(number in alone) or _caption_length(
            source, lines, number, above, text, last, len(blocks) > 1
        )
        if caption and is_credit_alone(source, line):
            captions[-1] = _with_line(source, captions[-1], line)
            left.append(Line(line.start, line.start))
            above = caption = None
        elif length:
            printed = lines[number : number + length]
            is_sure = alone.get(number, True)
            captions.append(replace(_caption(source, printed), may_be_text=not is_sure))
            left += (Line(one.start, one.start) for one in printed)
            above = caption = printed[-1]
        else:
            left.append(line)
            above = text = line
            caption = None
        number += length or 1
    return tuple(captions), tuple(left)


def _ends(lines: Sequence[Line]) -> tuple[int, int]:
    """Where the first of the lines begins and the last one ends."""
    return (lines[0].start, lines[-1].end) if lines else (0, 0)


def _caption_length(
    source: Source,
    lines: Sequence[Line],
    number: int,
    above: Line | None,
    text: Line | None,
    last: int,
    has_more: bool,
) -> int:
    """How many lines are a caption from that one on; 0 where none begins there."""
    line = lines[number]
    if line.role == CAPTION:
        return 1
    if not may_be_credited(source, line.start, line.start + LONGEST_CAPTION):
        return 0
    is_amid_text = line.start < last
    is_caption_by_itself = is_caption(source, line) and _is_set_off(source, above, line)
    is_run = not is_caption_by_itself and begins_a_run(source, lines[number : number + 3], text)
    if not (is_caption_by_itself or is_run):
        if has_more and is_given_with_credit(source, text, line, is_amid_text=is_amid_text):
            return 1
        if not _may_show(source, text, is_amid_text=is_amid_text):
            return 0
    printed = _broken(source, lines[number : number + LONGEST_CAPTION])
    shows = is_run or is_caption_by_itself or _shows_with_credit("".join(map(source.cut, printed)))
    return len(printed) if shows else 0


def _broken(source: Source, lines: Sequence[Line]) -> Sequence[Line]:
    """The lines over which print broke what begins in the first; it alone where it stands so.

    One goes on in the next where no mark ends it, and it fills its column or a comma ends it. The
    last has its credit at its end or below it: else the text below may be of the story, but for
    what stands below a comma or in the middle of a word.
    """
    sure = 1
    for count, (line, below) in enumerate(pairwise(lines), start=1):
        if below.is_blank or below.is_indented:
            is_one = count == sure or ends_with_credit(source, line)
            return lines[: count if is_one else sure]
        if is_credit_alone(source, below):
            return lines[:count]
        is_whole = is_final(source.text, line.end) or ends_with_credit(source, line)
        is_full = line.end - line.start + RAGGED >= below.end - below.start
        has_comma = source.text[line.end - 1] in CLAUSE_MARKS
        is_too_long = below.end - lines[0].start > LONGEST_CAPTION
        if (
            is_whole
            or not (is_full or has_comma)
            or is_too_long
            or _begins_other(source, line, below)
        ):
            return lines[:sure]
        is_surely_one = has_comma or is_open_line(source.cut(line), source.cut(below))
        sure += sure == count and is_surely_one
    is_one = len(lines) == sure or ends_with_credit(source, lines[-1])
    return lines if is_one else lines[:sure]


def _begins_other(source: Source, line: Line, below: Line) -> bool:
    """Whether another caption or a paragraph of the text begins below a line."""
    return bool(
        below.role != line.role
        or is_caption(source, below)
        or (
            OPENING_OF_TEXT.match(source.text, below.start, below.end)
            and not ends_with_credit(source, below)
        )
        or DATED_CLAUSE.match(source.text, below.start, below.end)
    )


def doubt_captions(
    source: Source, captions: Sequence[Paragraph], lines: Sequence[Line], first: int
) -> Iterator[PrintedDoubt]:
    """A caption that may be text, or that may go on in the text below it.

    `lines` are those of the story without its captions, which are its paragraphs from `first` on.
    """
    for number, caption in enumerate(captions, start=first):
        place = caption.sources[-1]
        line = Line(place.start, place.end)
        if caption.may_be_text:
            yield PrintedDoubt("doubtful_caption", caption.text, number, place)
        if is_final(source.text, line.end) or ends_with_credit(source, line):
            continue
        after = bisect_right(lines, line.end, key=attrgetter("start"))
        below = lines[after] if after < len(lines) else None
        gap = source.text[line.end : below.start] if below else ""
        is_below = below and not below.is_blank and not below.is_indented and gap.count("\n") == 1
        if is_below and not _begins_other(source, replace(line, role=below.role), below):
            quote = f"{caption.text[-CONTEXT:]}{source.cut(below)[:CONTEXT]}"
            yield PrintedDoubt("unfinished", quote, number, place)


def caption_text(caption: Paragraph) -> str:
    """A caption without the credit at its end."""
    source = Source(caption.text)
    text, _ = split_credit(source, Line(0, len(caption.text)))
    return source.cut(text)


def photographers(
    source: Source, captions: Sequence[Paragraph], photos: Sequence[PrintedPhoto]
) -> tuple[PrintedByline, ...]:
    """Who took the pictures, as bylines that stand in the captions."""
    lasts = [caption.sources[-1] for caption in captions]
    lines = [Line(last.start, last.end) for last in lasts]
    lines += [_caption_of(source, photo.source.start, photo.source.end) for photo in photos]
    found: list[PrintedByline] = []
    for line in lines:
        _, people = read_credit(source, line)
        found += [one for one in people if one.contributions == (PICTURES,)]
    return tuple(found)


def _is_picture_page(source: Source, blocks: Sequence[Sequence[Line]]) -> bool:
    """Whether a story is nothing but captions: each block of it ends with who took the picture.

    A single one that begins with 本报讯 or with who wrote it is a text that has a picture.
    """
    if not blocks:
        return False
    last = blocks[-1][-1]
    if not PICTURE_WORD.search(source.text, last.start, last.end):
        return False
    if not all(_is_credited(source, block) for block in blocks):
        return False
    return len(blocks) > 1 or not _is_of_a_writer(source, blocks[0][:1])


def _is_of_a_writer(source: Source, first: Sequence[Line]) -> bool:
    return bool(find_marker(source, first[0]) or take_opening_bylines(source, first).bylines)


def _blocks(lines: Sequence[Line]) -> list[list[Line]]:
    blocks: list[list[Line]] = [[]]
    for line in lines:
        if line.is_blank:
            blocks.append([])
        else:
            blocks[-1].append(line)
    return [block for block in blocks if block]


def _is_credited(source: Source, block: Sequence[Line]) -> bool:
    """A caption with its credit below it, or at its end: 何青 摄."""
    has_credit_below = is_credit_alone(source, block[-1])
    caption = block[:-1] if has_credit_below else block
    if not caption or caption[-1].end - caption[0].start > LONGEST_CAPTION_TEXT:
        return False
    if len(_broken(source, block)) < len(caption):
        return False
    return has_credit_below or ends_with_credit(source, caption[-1])


def _caption(source: Source, block: Sequence[Line]) -> Paragraph:
    """The lines as one caption; who took the picture may stand in the last."""
    first, *rest = block
    place = source.range(first.start, first.end)
    caption = Paragraph(source.cut(first), False, (place,), (), is_caption=True)
    for line in rest:
        caption = _with_line(source, caption, line)
    return caption


def _is_set_off(source: Source, above: Line | None, line: Line) -> bool:
    is_below_text = above is not None and not above.is_blank and not line.is_indented
    return not is_below_text or is_final(source.text, above.end)


def _may_show(source: Source, text: Line | None, *, is_amid_text: bool) -> bool:
    """Whether a caption may begin there: below a text that has ended, or above all text."""
    return is_amid_text if text is None else _has_ended(source, text)


def _has_ended(source: Source, text: Line) -> bool:
    """Whether a sentence ends there, or nothing but who wrote it stands in the line."""
    return is_final(source.text, text.end) or is_byline(source, text)


def _shows_with_credit(text: str) -> bool:
    """Whether a text says what a picture shows, then who took it.

    村民在收麦　本报记者 何青 摄: no mark ends it, or it is one sentence that tells no news.
    """
    if len(text) > LONGEST_CAPTION or not PICTURE_WORD.search(text[-LONGEST_CREDIT:]):
        return False
    source = Source(text)
    caption, people = read_credit(source, source.line(0, len(text)))
    is_taken = bool(people) and all(one.contributions == (PICTURES,) for one in people)
    if not is_taken and (people or not is_given(source, Line(0, len(text)))):
        return False
    return SHOWN.fullmatch(source.text, caption.start, caption.end) is not None


def _with_line(source: Source, caption: Paragraph, line: Line) -> Paragraph:
    """The caption with the line below it: its credit, or what print broke off."""
    printed = source.cut(line)
    is_credit = is_credit_alone(source, line)
    reason = CREDIT_OF_CAPTION if is_credit else BROKEN_CAPTION
    gap = " " if is_credit else glue(caption.text, printed)
    offset = len(caption.text) + len(gap)
    join = Join(caption.text[-CONTEXT:], printed[:CONTEXT], offset, reason, False)
    return Paragraph(
        f"{caption.text}{gap}{printed}",
        False,
        (*caption.sources, source.range(line.start, line.end)),
        (*caption.joins, join),
        is_caption=True,
    )


def picture_files(text: str) -> list[str]:
    """The files that a line of pictures names; none for any other line."""
    if MIDDLE not in text:
        return []
    source = Source(text)
    lines = _one_by_one(source, source.line(0, len(text)))
    found = [printed for printed in map(source.cut, lines) if _is_picture(printed)]
    return [one[one.rindex(MIDDLE) + len(MIDDLE) : -len(CLOSING)].strip() for one in found]


def _is_picture(text: str) -> bool:
    return text.startswith(OPENING) and MIDDLE in text and text.endswith(CLOSING)


def _caption_of(source: Source, start: int, end: int) -> Line:
    """The caption of a picture line, with its credit."""
    return source.line(start + len(OPENING), source.text.rindex(MIDDLE, start, end))


def _read(source: Source, line: Line) -> tuple[PrintedPhoto, list[Edit]]:
    caption = _caption_of(source, line.start, line.end)
    middle = source.text.rindex(MIDDLE, line.start, line.end)
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
