"""Word documents: paragraphs and tables in order; heading styles say what is a headline.

The XML is walked and not asked for its paragraphs' text, as that leaves out insertions that
were never accepted, content controls and text boxes.
"""

import io
from collections.abc import Iterator
from typing import NamedTuple
from zipfile import BadZipFile, ZipFile

import docx
from docx.opc.exceptions import OpcError
from lxml import etree

from articles.parsing.documents import UnreadableSource
from articles.scripts import lowered, raised

from .archives import bomb_ratio
from .captions import reads_as_caption
from .docx_roles import ParagraphRoles, W
from .pages import PHOTOGRAPHS, Note, Printing, ReadPage
from .source_file import Limits, SourceFile

PARAGRAPH, TABLE, ROW, CELL, BOX = f"{W}p", f"{W}tbl", f"{W}tr", f"{W}tc", f"{W}txbxContent"
PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
PRINTED = {
    f"{W}tab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "\u2011",
    f"{W}softHyphen": "",
}
# Text that was struck out, and what Word writes a second time for older versions.
NOT_PRINTED = frozenset((f"{W}del", f"{W}moveFrom", FALLBACK, BOX, f"{W}pPr", f"{W}rPr"))
CELL_GAP = "\u3000"
SCRIPTS = {"superscript": raised, "subscript": lowered}
# The part that holds the notes, and the tag of the mark in the text that each has.
NOTES = {"footnotes": f"{W}footnoteReference", "endnotes": f"{W}endnoteReference"}
NUMBER = f"{W}id"
RELATED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
EMBEDDED, LINKED = f"{RELATED}embed", f"{RELATED}link"
HEADLINE = "headline"
FULL_STOP = "。"
BROKEN = (BadZipFile, OpcError, KeyError, ValueError, etree.LxmlError, AttributeError)
MOST_UNPACKED = 16


class _Line(NamedTuple):
    text: str
    role: str = ""


def read_docx(source: SourceFile) -> Iterator[ReadPage]:
    data = source.read()
    _require_bounds(data, source.home.limits)
    try:
        opened = docx.Document(io.BytesIO(data))
        printed = _read(opened)
    except BROKEN as error:
        raise UnreadableSource("broken_file", "Word") from error
    document = printed.text.document()
    if not document.text.strip():
        raise UnreadableSource("empty")
    notes = tuple(Note("picture", name) for name in printed.out_of_reach)
    yield ReadPage(document, data, notes=notes, pictures=printed.pictures)


def _require_bounds(data: bytes, limits: Limits) -> None:
    """A document is a ZIP archive: what it unpacks to is bounded before it is opened."""
    try:
        with ZipFile(io.BytesIO(data)) as opened:
            parts = opened.infolist()
    except BROKEN as error:
        raise UnreadableSource("broken_file", "Word") from error
    unpacked = sum(part.file_size for part in parts)
    if unpacked > MOST_UNPACKED * limits.max_bytes:
        raise UnreadableSource("zip_bomb", str(unpacked // len(data)))
    # Blank pictures may be packed as tightly; text never is.
    texts = [part for part in parts if part.filename.endswith((".xml", ".rels"))]
    if bombs := [ratio for part in texts if (ratio := bomb_ratio(part, limits))]:
        raise UnreadableSource("zip_bomb", str(max(bombs)))


def _read(opened) -> "_Printed":
    printed = _Printed(opened)
    printed.add_blocks(opened.element.body)
    printed.add_notes(list(printed.notes))
    for part in _parts(opened.part, ("header", "footer")):
        for line in _lines(part):
            printed.text.part()
            printed.text.add(line, "dropped")
    return printed


def _parts(part, kinds: tuple[str, ...]) -> Iterator[etree._Element]:
    """The parts of those kinds, each once, as XML."""
    for relation in part.rels.values():
        if relation.is_external or relation.reltype.rpartition("/")[2] not in kinds:
            continue
        yield etree.fromstring(relation.target_part.blob, etree.XMLParser(resolve_entities=False))


class _Printed:
    """What a document prints: its text, and the pictures that stand in it.

    `notes` are the footnotes that no story has taken, `out_of_reach` the names of drawings
    and the addresses of pictures that are only linked.
    """

    def __init__(self, opened) -> None:
        self.text = Printing()
        self.pictures: dict[str, bytes] = {}
        self.out_of_reach: list[str] = []
        self.notes = {
            (mark, note.get(NUMBER)): note
            for kind, mark in NOTES.items()
            for part in _parts(opened.part, (kind,))
            for note in part
        }
        self._roles = ParagraphRoles(opened.styles.element, opened.element.body)
        self._relations = opened.part.rels
        self._waiting: list[str] = []

    def add_blocks(self, container: etree._Element) -> None:
        """The blocks in order, the notes of a story below it, a caption with its picture."""
        last_role = ""
        marked: list[tuple[str, str]] = []
        for block in _blocks(container):
            told = self._roles.role(block) if block.tag == PARAGRAPH else ""
            lines = [line for line in _lines_of(block) if line.text.strip()]
            if lines and self._takes_as_caption([line.text for line in lines], told):
                lines = []
            if told == HEADLINE != last_role:
                self.add_notes(marked)
            for line in lines:
                role = told or line.role
                if not (role and role == last_role):
                    self.text.part()
                self.text.add(line.text, role)
                last_role = role
            last_role = last_role if lines else told
            self._waiting += self._pictures_of(block)
            for box in _boxes(block):
                self.text.part()
                self.add_blocks(box)
            marked += [(one.tag, one.get(NUMBER)) for one in block.iter(*NOTES.values())]
        self._add_waiting()
        self.add_notes(marked)

    def add_notes(self, marked: list[tuple[str, str]]) -> None:
        """The notes of these marks that do not stand anywhere yet; leaves none of the marks."""
        for mark in marked:
            if (note := self.notes.pop(mark, None)) is not None:
                self.add_blocks(note)
        marked.clear()

    def _takes_as_caption(self, lines: list[str], role: str) -> bool:
        """Whether lines go with the picture above them; it is printed, with them or without."""
        is_caption = role == "caption" or (len(lines) == 1 and reads_as_caption(lines[0].strip()))
        is_taken = bool(self._waiting) and is_caption
        self._add_waiting(" ".join(lines) if is_taken else "")
        return is_taken

    def _add_waiting(self, caption: str = "") -> None:
        for name in self._waiting:
            self.text.add_picture(name, caption)
            caption = ""
        self._waiting.clear()

    def _pictures_of(self, block: etree._Element) -> Iterator[str]:
        """The names of photos in a block, not those in its text boxes."""
        for blip in block.iter(PICTURE):
            related = self._relations.get(blip.get(EMBEDDED) or blip.get(LINKED))
            if related is None or any(one.tag in (FALLBACK, BOX) for one in _above(blip, block)):
                continue
            if related.is_external:
                self.out_of_reach.append(related.target_ref)
                continue
            name = related.target_part.partname.rpartition("/")[2]
            if name.lower().endswith(PHOTOGRAPHS):
                self.pictures[name] = related.target_part.blob
                yield name
            else:
                self.out_of_reach.append(name)


def _blocks(container: etree._Element) -> Iterator[etree._Element]:
    """Paragraphs and tables in order, however deep content controls wrap them."""
    for child in container:
        if child.tag in (PARAGRAPH, TABLE):
            yield child
        elif isinstance(child.tag, str) and child.tag not in NOT_PRINTED:
            yield from _blocks(child)


def _lines(container: etree._Element) -> Iterator[str]:
    for block in _blocks(container):
        yield from (line.text for line in _lines_of(block))
        for box in _boxes(block):
            yield from _lines(box)


def _lines_of(block: etree._Element) -> list[_Line]:
    if block.tag == PARAGRAPH:
        return [_Line(_text(block))]
    return [line for row in block.iter(ROW) if _table_of(row) is block for line in _row(row)]


def _row(row: etree._Element) -> list[_Line]:
    """The cells of a row as one line; those that only lay out a text, as its paragraphs.

    Empty cells at the ends leave nothing: a line that begins with a gap would be an indented one.
    """
    cells = [cell for cell in row.iter(CELL) if _row_of(cell) is row]
    texts = [[line for line in _lines_in(cell) if line.text.strip()] for cell in cells]
    if len(cells) == 1 or any(map(_is_running_text, texts)):
        return [line for lines in texts for line in lines]
    printed = (CELL_GAP.join(line.text for line in lines) for lines in texts)
    line = CELL_GAP.join(text.replace("\n", CELL_GAP) for text in printed)
    return [_Line(line.strip(CELL_GAP), "row")]


def _is_running_text(lines: list[_Line]) -> bool:
    """Whether a cell is a column of a page: it holds paragraphs of more than one sentence."""
    return len(lines) > 1 and any(line.text.count(FULL_STOP) > 1 for line in lines)


def _lines_in(cell: etree._Element) -> list[_Line]:
    return [line for block in _blocks(cell) for line in _lines_of(block)]


def _table_of(row: etree._Element) -> etree._Element:
    return next(row.iterancestors(TABLE))


def _row_of(cell: etree._Element) -> etree._Element:
    return next(cell.iterancestors(ROW))


def _text(paragraph: etree._Element) -> str:
    """What the paragraph prints: its texts, tabs and breaks, with what was inserted."""
    return "".join(_pieces(paragraph))


def _pieces(element: etree._Element) -> Iterator[str]:
    for child in element:
        if child.tag in PRINTED:
            yield PRINTED[child.tag]
        elif child.tag == f"{W}t":
            yield SCRIPTS.get(_alignment(element), str)(child.text or "")
        elif isinstance(child.tag, str) and child.tag not in NOT_PRINTED:
            yield from _pieces(child)


def _alignment(run: etree._Element) -> str | None:
    """Whether a run of text is raised or lowered, as Word calls it."""
    aligned = run.find(f"{W}rPr/{W}vertAlign")
    return None if aligned is None else aligned.get(f"{W}val")


def _boxes(block: etree._Element) -> Iterator[etree._Element]:
    """The text boxes that hang on a block; of those written twice, the first."""
    for box in block.iter(BOX):
        if not any(above.tag in (FALLBACK, BOX) for above in _above(box, block)):
            yield box


def _above(element: etree._Element, top: etree._Element) -> Iterator[etree._Element]:
    for ancestor in element.iterancestors():
        if ancestor is top:
            return
        yield ancestor
