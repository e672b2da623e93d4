"""Pages of print with a text layer: columns in reading order, headlines by their size.

Running heads and page numbers are kept as dropped lines, and say where the page belongs.
"""

import io
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain
from typing import NamedTuple

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfplumber.page import Page

from articles.parsing.documents import Document, UnreadableSource
from articles.parsing.encodings import LOST
from articles.parsing.lexicon.radicals import PLAIN

from .folio import is_folio, read_day, read_folio
from .glyphs import Character, rows_of, text_of, usual_size, without_doubles
from .layout import PrintedLine, read_order
from .pages import Note, Printing, ReadPage
from .pictures import Group, PlacedCaption, cut_captions, place_captions
from .regions import CLEARLY_LARGER, HEADLINE, INDENT, Rule
from .source_file import SourceFile
from .stacks import cut_stacks
from .turning import ASLANT, LYING, UPRIGHT, Box, turn_of, turned

OFF_THE_PAGE = -1
# Of the page's height: how far from its upper and lower edge a folio may stand.
EDGE = 0.12
SHORT = 18
# Of the type size: how far below a text the date may stand that closes it.
CLOSE = 1.5
UNMAPPED = re.compile(r"\(cid:\d+\)")
MOST_UNMAPPED = 0.01


def read_pdf(source: SourceFile) -> Iterator[ReadPage]:
    """Each page of the PDF as one page of the paper."""
    data = source.read()
    empty: list[ReadPage] = []
    has_text = False
    for number, drawn in enumerate(_drawn(data), start=1):
        if not any(one.text.strip() for one in drawn.characters):
            empty.append(_without_text(data, number))
            continue
        has_text = True
        yield from empty
        empty.clear()
        yield _read_page(data, drawn, number)
    if not has_text:
        raise UnreadableSource("no_text_layer")
    yield from empty


class _Drawn(NamedTuple):
    """What is drawn on a page that stands upright, how tall that is, and what lies on its side."""

    characters: list[Character]
    rules: list[Rule]
    pictures: list[Box]
    height: float
    sideways: list[str]


def _drawn(data: bytes) -> Iterator[_Drawn]:
    try:
        with pdfplumber.open(io.BytesIO(data)) as opened:
            for page in opened.pages:
                yield _upright(page)
                page.close()
    except UnreadableSource:
        raise
    except Exception as error:
        # Whatever pdfminer meets in a damaged file it raises as what it happens to be: KeyError,
        # TypeError, struct.error. All of them mean the same here.
        reason = "encrypted" if _is_locked(error) else "broken_file"
        raise UnreadableSource(reason, "PDF") from error


def _is_locked(error: BaseException | None) -> bool:
    while error is not None:
        if isinstance(error, PDFPasswordIncorrect) or any(
            isinstance(argument, PDFPasswordIncorrect) for argument in error.args
        ):
            return True
        error = error.__cause__ or error.__context__
    return False


def _upright(page: Page) -> _Drawn:
    """A page as most of its text stands: one that lies on its side is turned."""
    width, height = float(page.width), float(page.height)
    printed = _by_turn(page, width, height)
    beside = printed.pop(OFF_THE_PAGE, [])
    turn = max(printed, key=lambda turn: len(printed[turn]), default=UPRIGHT)
    characters = printed.pop(turn, [])
    edges = [turned(edge, turn, width, height) for edge in page.edges]
    rules = [Rule(one.left, one.top, one.bottom) for one in edges if one.is_tall]
    pictures = [turned(picture, turn, width, height) for picture in page.images]
    stamp = "".join(one.text for one in printed.pop(ASLANT, ())).strip()
    rows = chain.from_iterable(map(rows_of, (*printed.values(), beside)))
    sideways = list(filter(None, (*map(text_of, rows), stamp)))
    return _Drawn(characters, rules, pictures, width if turn in LYING else height, sideways)


def _by_turn(page: Page, width: float, height: float) -> dict[int, list[Character]]:
    """The characters by which way their lines run; apart what stands beside the page."""
    by_turn = defaultdict(list)
    for found in page.chars:
        turn = turn_of(found["matrix"])
        one = _character(found, turned(found, turn, width, height))
        by_turn[turn if _is_on(page, found) else OFF_THE_PAGE].append(one)
    return {turn: _joined_to_spaces(without_doubles(found)) for turn, found in by_turn.items()}


def _is_on(page: Page, found: dict) -> bool:
    """Whether it stands on the page; pdfplumber does not say of one that is shown turned."""
    is_across = found["x1"] >= 0 and found["x0"] <= page.width
    is_level = found["bottom"] >= 0 and found["top"] <= page.height
    return bool(page.rotation) or (is_across and is_level)


def _character(found: dict, box: Box) -> Character:
    text = UNMAPPED.sub(LOST, found["text"])
    size = box.bottom - box.top if turn_of(found["matrix"]) in LYING else float(found["size"])
    return Character(text, box.left, box.right, box.top, box.bottom, size)


def _joined_to_spaces(characters: Iterable[Character]) -> list[Character]:
    """The characters with the spaces that follow them: a space has text, and no extent."""
    joined: list[Character] = []
    for one in characters:
        if one.text.strip():
            joined.append(one)
        elif joined and abs(joined[-1].right - one.left) < one.size and _is_level(joined[-1], one):
            joined[-1] = replace(joined[-1], text=joined[-1].text + one.text)
    return joined


def _is_level(one: Character, other: Character) -> bool:
    return abs(one.middle - other.middle) < 0.3 * max(one.size, other.size)


def _without_text(data: bytes, number: int) -> ReadPage:
    fault = UnreadableSource("no_text_layer")
    return ReadPage(Document(""), data, fault=fault, line=number)


def _read_page(data: bytes, drawn: _Drawn, number: int) -> ReadPage:
    characters = drawn.characters
    unmapped = sum(LOST in one.text for one in characters)
    if unmapped > MOST_UNMAPPED * len(characters):
        return ReadPage(Document(""), data, fault=UnreadableSource("unmapped_text"), line=number)
    body_size = usual_size(characters)
    stacks, characters = cut_stacks(characters, body_size * CLEARLY_LARGER)
    folio, rest = _cut_folio(characters, drawn.height)
    captions, rest = cut_captions(rest, drawn.pictures, body_size)
    lines = read_order(rest, body_size, drawn.rules) if rest else []
    sideways = [*drawn.sideways, *("".join(one.text for one in stack) for stack in stacks)]
    groups = list(_groups(lines, body_size))
    placed = list(place_captions(captions, groups))
    document = _document(groups, placed, [*folio, *sideways], body_size)
    notes = [Note("sideways", text.translate(PLAIN)) for text in sideways]
    notes += [Note("caption", text.translate(PLAIN)) for text, _, is_sure in placed if not is_sure]
    return ReadPage(document, data, read_folio(folio), notes=tuple(notes), line=number)


def _cut_folio(characters: list[Character], height: float) -> tuple[list[str], list[Character]]:
    """The texts of the rows at the edges that are folios, and the characters of the others."""
    rows = rows_of(characters)
    folio: list[str] = []
    dropped: set[int] = set()
    for numbers in (range(len(rows)), range(len(rows) - 1, -1, -1)):
        for number in numbers:
            row = rows[number]
            text = text_of(row).translate(PLAIN)
            is_at_edge = _is_at_edge(row, height)
            if number in dropped or not (is_at_edge and (is_folio(text) or not text)):
                break
            if number and _closes_a_text(row, rows[number - 1], folio):
                break
            folio += [text] if text else []
            dropped.add(number)
    rest = [one for number, row in enumerate(rows) if number not in dropped for one in row]
    return folio, rest


def _closes_a_text(row: list[Character], above: list[Character], folio: list[str]) -> bool:
    """Whether a row is the date below a notice: a day by itself, close below the text, or another
    than the one that the head of the page tells.
    """
    day = read_day(text_of(row).translate(PLAIN))
    if day is None or is_folio(text_of(above).translate(PLAIN)):
        return False
    size = usual_size(row)
    is_close = min(one.top for one in row) - max(one.bottom for one in above) < CLOSE * size
    told = read_folio(folio).edition_date
    return is_close or (told is not None and day != told)


def _is_at_edge(row: list[Character], height: float) -> bool:
    top = min(one.top for one in row)
    bottom = max(one.bottom for one in row)
    return bottom < height * EDGE or top > height * (1 - EDGE)


def _document(
    groups: list[Group], captions: list[PlacedCaption], folio: list[str], body_size: float
) -> Document:
    printing = Printing()
    for text in folio:
        printing.add(text, "dropped")
    for head, group in groups:
        roles = _roles(group, body_size) if head else [""] * len(group)
        before: PrintedLine | None = None
        for line, role in zip(group, roles, strict=True):
            if before is None or (not head and _is_parted(before, line)):
                printing.part()
            printing.add(line.text, role)
            for caption in captions:
                if caption.after is line:
                    printing.part()
                    printing.add(caption.text, "caption")
                    printing.part()
            before = line
    return printing.document()


def _groups(lines: list[PrintedLine], body_size: float) -> Iterator[Group]:
    """Lines of larger type that stand together, and the lines of body type between them."""
    group: list[PrintedLine] = []
    was_head = False
    for line in lines:
        is_head = line.size > body_size * CLEARLY_LARGER
        if group and (is_head != was_head or (is_head and not _is_below(group[-1], line))):
            yield was_head, group
            group = []
        group.append(line)
        was_head = is_head
    if group:
        yield was_head, group


def _is_below(above: PrintedLine, line: PrintedLine) -> bool:
    """Whether a head goes on in this line: it stands under the other, and near it."""
    overlap = min(above.right, line.right) > max(above.left, line.left)
    near = line.top - above.bottom < 2 * max(above.size, line.size)
    return overlap and near and line.top > above.top


def _roles(group: list[PrintedLine], body_size: float) -> list[str]:
    """The largest type is the headline; what stands above it the kicker, below it the deck."""
    largest = max(line.size for line in group)
    if largest < body_size * HEADLINE:
        is_short = len(group) == 1 and len(group[0].text) <= SHORT
        return ["subhead" if is_short else ""] * len(group)
    is_largest = [line.size > largest / CLEARLY_LARGER for line in group]
    first = is_largest.index(True)
    return [
        "headline" if is_large else "kicker" if number < first else "deck"
        for number, is_large in enumerate(is_largest)
    ]


def _is_parted(before: PrintedLine, line: PrintedLine) -> bool:
    """Whether a new fragment begins: in another column, after a gap, at an indent, or at a row."""
    if before.column != line.column or line.is_row:
        return True
    is_indented = line.left - line.column[0] > INDENT * line.size
    is_apart = line.top - before.bottom > 1.5 * line.size or line.top < before.top
    return is_indented or is_apart
