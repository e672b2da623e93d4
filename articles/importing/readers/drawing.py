"""What is drawn on the pages of a PDF, each of them turned as most of its text stands."""

import io
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain
from typing import NamedTuple

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfplumber.page import Page

from articles.parsing.documents import UnreadableSource
from articles.parsing.encodings import LOST

from .glyphs import Character, rows_of, text_of, without_doubles
from .regions import Rule
from .turning import ASLANT, LYING, UPRIGHT, Box, turn_of, turned

OFF_THE_PAGE = -1
# Of these colours 1 is all ink; of others it is white.
INKS = ("Separation", "DeviceN")
UNMAPPED = re.compile(r"\(cid:\d+\)")


class Drawn(NamedTuple):
    """What is drawn on a page that stands upright, how tall that is, and what lies on its side."""

    characters: Sequence[Character]
    rules: Sequence[Rule]
    pictures: Sequence[Box]
    height: float
    sideways: Sequence[str]
    fault: UnreadableSource | None = None


def draw(data: bytes) -> Iterator[Drawn]:
    try:
        with pdfplumber.open(io.BytesIO(data)) as opened:
            for page in opened.pages:
                yield _upright(page)
                page.close()
    except Exception as error:
        # Whatever pdfminer meets in a damaged file it raises as what it happens to be: KeyError,
        # TypeError, struct.error. All of them mean the same here.
        reason = "encrypted" if _is_locked(error) else "broken_file"
        fault = UnreadableSource(reason, "PDF")
        fault.__cause__ = error
        yield Drawn((), (), (), 0, (), fault)


def _is_locked(error: BaseException | None) -> bool:
    while error is not None:
        if isinstance(error, PDFPasswordIncorrect) or any(
            isinstance(argument, PDFPasswordIncorrect) for argument in error.args
        ):
            return True
        error = error.__cause__ or error.__context__
    return False


def _upright(page: Page) -> Drawn:
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
    return Drawn(characters, rules, pictures, width if turn in LYING else height, sideways)


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
    shade = _shade(found["ncs"], found["non_stroking_color"])
    return Character(text, box.left, box.right, box.top, box.bottom, size, shade)


def _shade(space: str | None, color: object) -> float:
    """How far from black to white; black where the file says it in a way that is not known."""
    match color:
        case (float() | int() as tint,):
            return 1 - tint if space in INKS else tint
        case (red, green, blue):
            return 0.3 * red + 0.6 * green + 0.1 * blue
        case (cyan, magenta, yellow, black):
            return max(0, 1 - black - 0.3 * cyan - 0.6 * magenta - 0.1 * yellow)
        case _:
            return 0


def _joined_to_spaces(characters: Iterable[Character]) -> list[Character]:
    """The characters with the spaces that follow them: a space has text, and no extent."""
    joined: list[Character] = []
    for one in characters:
        if one.text.strip():
            joined.append(one)
        elif joined and abs(joined[-1].right - one.left) < one.size and _is_level(joined[-1], one):
            text = joined[-1].text + one.text
            joined[-1] = replace(joined[-1], text=text, end=one.right)
    return joined


def _is_level(one: Character, other: Character) -> bool:
    return abs(one.middle - other.middle) < 0.3 * max(one.size, other.size)
