"""Pages of print with a text layer: columns in reading order, headlines by their size.

Running heads and page numbers are kept as dropped lines, and say where the page belongs.
"""

from collections import deque
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, islice, pairwise
from typing import NamedTuple

from articles.parsing.documents import Document, UnreadableSource
from articles.parsing.encodings import LOST
from articles.parsing.lexicon.radicals import PLAIN

from .drawing import Drawn, draw
from .folio import is_folio, read_day, read_folio
from .glyphs import Character, rows_of, text_of, usual_size
from .layout import PrintedLine, read_order
from .pages import Note, Printing, ReadPage
from .pictures import Group, PlacedCaption, cut_captions, place_captions
from .regions import CLEARLY_LARGER, HEADLINE, INDENT
from .running import REACH, EdgeLine, edge_lines, is_running, running_lines
from .source_file import SourceFile
from .stacks import cut_stacks
from .stamps import cut_stamps

# Of the page's height: how far from its upper and lower edge a folio may stand.
EDGE = 0.12
SHORT = 18
# Of the type size: how far below a text the date may stand that closes it.
CLOSE = 1.5
# Of the page's height: how far down a text reaches that goes on on the next page.
FULL = 0.75
NO_TEXT = "no_text_layer"
MOST_UNMAPPED = 0.01


def read_pdf(source: SourceFile) -> Iterator[ReadPage]:
    """Each page of the PDF as one page of the paper; as one those over which a text goes on."""
    data = source.read()
    unusable: list[ReadPage] = []
    faults: list[UnreadableSource] = []
    has_text = False
    printed = _whole(_laid_out(draw(data)))
    first = list(islice(printed, 2))
    for pages in chain(first, printed):
        read = _read_pages(data, pages)
        if len(first) > 1:
            read = replace(read, leaf=pages[0].number)
        if read.fault and not has_text:
            unusable.append(read)
            faults.append(read.fault)
            continue
        has_text = True
        yield from unusable
        unusable.clear()
        yield read
    if not has_text:
        raise next((one for one in faults if one.reason != NO_TEXT), UnreadableSource(NO_TEXT))


class _LaidOut(NamedTuple):
    """What stands on a page in reading order, which page of the file it is, and how tall."""

    number: int
    groups: Sequence[Group]
    captions: Sequence[PlacedCaption]
    folio: list[str]
    sideways: list[str]
    stamps: list[str]
    body_size: float
    height: float
    fault: UnreadableSource | None = None

    @property
    def lines(self) -> list[PrintedLine]:
        return [line for _is_head, group in self.groups for line in group]


def _laid_out(pages: Iterable[Drawn]) -> Iterator[_LaidOut]:
    """The pages, each after those that come near it: they tell what runs along over its edges."""
    waiting: deque[Drawn] = deque()
    edges: dict[int, list[EdgeLine]] = {}
    number = 1
    for drawn in chain(pages, [None] * REACH):
        if drawn:
            waiting.append(drawn)
            edges[len(edges) + 1] = _edge_lines(drawn)
        if waiting and (drawn is None or len(waiting) > REACH):
            yield _lay_out(waiting.popleft(), number, running_lines(number, edges))
            number += 1


def _edge_lines(drawn: Drawn) -> list[EdgeLine]:
    return edge_lines(drawn.characters, usual_size(drawn.characters) * CLEARLY_LARGER)


def _lay_out(drawn: Drawn, number: int, running: Collection[EdgeLine]) -> _LaidOut:
    if fault := drawn.fault or _fault_of(drawn.characters):
        return _LaidOut(number, (), (), [], [], [], 0, 0, fault)
    stamps, characters = cut_stamps(drawn.characters)
    body_size = usual_size(characters)
    stacks, characters = cut_stacks(characters, body_size * CLEARLY_LARGER)
    folio, rest = _cut_folio(characters, drawn.height, running)
    captions, rest = cut_captions(rest, drawn.pictures, body_size)
    lines = read_order(rest, body_size, drawn.rules) if rest else []
    sideways = [*drawn.sideways, *("".join(one.text for one in stack) for stack in stacks)]
    groups = list(_groups(lines, body_size))
    placed = list(place_captions(captions, groups))
    stamped = list(map(text_of, rows_of(stamps)))
    return _LaidOut(number, groups, placed, folio, sideways, stamped, body_size, drawn.height)


def _fault_of(characters: Sequence[Character]) -> UnreadableSource | None:
    if not any(one.text.strip() for one in characters):
        return UnreadableSource(NO_TEXT)
    unmapped = sum(LOST in one.text for one in characters)
    is_unmapped = unmapped > MOST_UNMAPPED * len(characters)
    return UnreadableSource("unmapped_text") if is_unmapped else None


def _whole(pages: Iterable[_LaidOut]) -> Iterator[list[_LaidOut]]:
    """The pages one by one, and together those over which a text goes on."""
    together: list[_LaidOut] = []
    for page in pages:
        if together and not _goes_on(together[-1], page):
            yield together
            together = []
        together.append(page)
    if together:
        yield together


def _goes_on(before: _LaidOut, page: _LaidOut) -> bool:
    """Whether a text that fills a page goes on at the top of the next.

    It does on pages of one column, where the next has no headline at its top and says no page of
    a paper.
    """
    if not (before.lines and page.lines and _is_one_column(before) and _is_one_column(page)):
        return False
    is_full = before.lines[-1].bottom > FULL * before.height
    is_head, group = page.groups[0]
    is_new = is_head and "headline" in _roles(group, page.body_size)
    number = read_folio(page.folio, plainly=True).page_number
    is_other = number and number != read_folio(before.folio, plainly=True).page_number
    return is_full and not is_new and not is_other


def _is_one_column(page: _LaidOut) -> bool:
    """Whether the order of reading leads nowhere back up."""
    return all(below.bottom > above.top for above, below in pairwise(page.lines))


def _read_pages(data: bytes, pages: Sequence[_LaidOut]) -> ReadPage:
    """One page of print, or one text on several pages of the file."""
    first, is_whole = pages[0], len(pages) > 1
    if first.fault:
        return ReadPage(Document(""), data, fault=first.fault, line=first.number)
    sideways = [text for page in pages for text in page.sideways]
    captions = [one for page in pages for one in page.captions]
    notes = [Note("sideways", text.translate(PLAIN)) for text in sideways]
    stamps = dict.fromkeys(text for page in pages for text in page.stamps)
    notes += [Note("stamp", text.translate(PLAIN)) for text in stamps]
    notes += [Note("caption", one.text.translate(PLAIN)) for one in captions if not one.is_sure]
    if is_whole:
        notes.append(Note("pages", f"{first.number}–{pages[-1].number}"))
    folio = [text for page in pages for text in page.folio]
    place = read_folio(folio, plainly=is_whole)
    return ReadPage(_document(pages), data, place, notes=tuple(notes), line=first.number)


def _cut_folio(
    characters: list[Character], height: float, running: Collection[EdgeLine]
) -> tuple[list[str], list[Character]]:
    """The texts of the rows at the edges that are folios, and the characters of the others.

    `running` are the lines that run along over the edges of pages.
    """
    rows = rows_of(characters)
    folio: list[str] = []
    dropped: set[int] = set()
    for numbers in (range(len(rows)), range(len(rows) - 1, -1, -1)):
        for number in numbers:
            row = rows[number]
            text = text_of(row).translate(PLAIN)
            is_at_edge = _is_at_edge(row, height)
            is_known = is_folio(text) or is_running(row, running) or not text
            if number in dropped or not (is_at_edge and is_known):
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


def _document(pages: Sequence[_LaidOut]) -> Document:
    printing = Printing()
    for page in pages:
        for text in (*page.folio, *page.sideways, *page.stamps):
            printing.add(text, "dropped")
    for page in pages:
        _print(printing, page)
    return printing.document()


def _print(printing: Printing, page: _LaidOut) -> None:
    for head, group in page.groups:
        roles = _roles(group, page.body_size) if head else [""] * len(group)
        before: PrintedLine | None = None
        for line, role in zip(group, roles, strict=True):
            if before is None or (not head and _is_parted(before, line)):
                printing.part()
            printing.add(line.text, role)
            for caption in page.captions:
                if caption.after is line:
                    printing.part()
                    printing.add(caption.text, "caption")
                    printing.part()
            before = line


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
