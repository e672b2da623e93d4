"""The lines that a browser would show of a piece of HTML."""

import re
from collections.abc import Iterator

from lxml import html
from lxml.html.defs import tags as TAGS_OF_HTML

from articles.parsing.encodings import LOST
from articles.scripts import lowered, raised

from .pages import NO_CHARACTERS

BLOCKS = frozenset(
    """
    address article aside blockquote body caption center dd details div dl dt fieldset figcaption
    figure footer form founder-content h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol
    option p pre section select summary table tbody tfoot thead title tr ul
    """.split()  # noqa: SIM905 (a list of forty strings is no easier to read)
)
CELLS = frozenset(("td", "th"))
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
STRONG = frozenset(("b", "strong"))
# A block of bold print is a heading where it is short and no sentence ends in it.
LONGEST_BOLD = 40
HIDDEN = frozenset(("script", "style", "noscript", "template", "iframe", "object", "svg", "math"))
# White space of HTML: between Chinese characters it only breaks the source, else it is a space.
WHITE = re.compile(r"[ \t\r\n\f]+")
BETWEEN_HAN = re.compile(
    r"(?<=[\u3000-\u303f\u3400-\u9fff\uff00-\uffef”’])\s*[\r\n]\s*(?=[\u3000-\u303f\u3400-\u9fff\uff00-\uffef“‘])"
)
CELL_GAP = "\u3000"
ROW, INLINE, FULL_STOP = "tr", "span", "。"
LONGEST_CELL = 30
# What a line is that begins so.
ROLES = {"heading": "subhead", "row": "row"}
SCRIPTS = {"sup": raised, "sub": lowered}


# A tag that pages of text are written with, or a character by its name: no 流速<3米.
MARKUP = re.compile(
    r"</?(?:a|b|blockquote|br|center|div|em|figure|font|h[1-6]|i|img|li|ol|p|section|span|strong"
    r"|su[bp]|t[dhr]|table|tbody|u|ul)(?:\s[^<>]*)?/?>|&(?:[a-z]{2,8}|#\d{2,6});",
    re.I,
)


# What begins a tag, a comment or a declaration, and no 若a<b且b<c，则a<c or <何青@x.com>: a name of
# HTML, or one in two parts; a name of one letter says nothing more, or something with a =.
LONG_NAMES = "|".join(name for name in TAGS_OF_HTML | BLOCKS | HIDDEN if len(name) > 1)
TAG = re.compile(
    rf"<(?:/?(?P<name>(?:{LONG_NAMES}|[a-z]+[:-][a-z-]+)(?=[\s/>])|[abipqsu](?=\s*/?>|\s+[\w:-]+\s*=))"
    r"""(?:"[^"]*"|'[^']*'|[^<>"'])*>|!--|!doctype|!\[|\?xml)""",
    re.I,
)
NO_TAG = re.compile(rf"(?!{TAG.pattern})<", re.I)
DIVIDING = BLOCKS | {"br"}


def holds_markup(text: str) -> bool:
    return MARKUP.search(text) is not None


def holds_blocks(text: str) -> bool:
    """Whether tags divide the text into its paragraphs, and not the ends of its lines."""
    return any((tag["name"] or "").lower() in DIVIDING for tag in TAG.finditer(text))


def fragment(text: str) -> html.HtmlElement:
    """A piece of HTML as an element, whatever it is."""
    text = NO_TAG.sub("&lt;", NO_CHARACTERS.sub(LOST, text))
    return html.fragment_fromstring(text, create_parent="div")


def shown_lines(
    element: html.HtmlElement, *, with_title: bool = False
) -> Iterator[tuple[str, str]]:
    """Each line with text in it, and what it is: "subhead", "row" of a table, or "" for any other.

    The cells of a row are one line.
    """
    line: list[str] = []
    role = ""
    for kind, value in _events(element, with_title):
        if kind == "text":
            line.append(value)
            continue
        if kind == "cell":
            # A line that begins with a gap would be an indented one.
            line.append(CELL_GAP if "".join(line).strip() else "")
            continue
        text = _tidy("".join(line))
        if text:
            yield text, role
        line = []
        role = ROLES.get(kind, "")
    if text := _tidy("".join(line)):
        yield text, role


def _events(element: html.HtmlElement, with_title: bool) -> Iterator[tuple[str, str]]:
    """The texts in order, and where lines end; without recursion, as pages nest deeply."""
    stack: list[tuple[html.HtmlElement, bool]] = [(element, False)]
    row = None
    while stack:
        node, is_closing = stack.pop()
        tag = node.tag if isinstance(node.tag, str) else ""
        if row is not None and node is not row and (tag in BLOCKS or tag == "br"):
            # What divides the text of a cell divides no line.
            tag = INLINE
        if is_closing:
            row = None if node is row else row
            yield from _edge(tag, is_closing=True)
            if node is not element and node.tail:
                yield "text", node.tail
            continue
        if tag in HIDDEN or not tag or (tag == "head" and not with_title):
            if node is not element and node.tail:
                yield "text", node.tail
            continue
        if tag == ROW and _is_row_of_data(node):
            row = node
            yield "row", ""
        else:
            yield from _edge("h6" if _is_bold_heading(node) else tag, is_closing=False)
        if node.text:
            yield "text", SCRIPTS.get(tag, str)(node.text)
        stack.append((node, True))
        stack.extend((child, False) for child in reversed(node))


def _edge(tag: str, *, is_closing: bool) -> Iterator[tuple[str, str]]:
    if tag in CELLS and is_closing:
        yield "cell", ""
    elif tag == "br" and not is_closing:
        yield "break", ""
    elif tag in BLOCKS:
        yield ("heading" if tag in HEADINGS and not is_closing else "break"), ""


def _is_row_of_data(row: html.HtmlElement) -> bool:
    """Whether its cells hold figures and names, and lay out no page: nothing runs on in them."""
    cells = [cell.text_content().strip() for cell in row if cell.tag in CELLS]
    is_short = all(len(cell) <= LONGEST_CELL and FULL_STOP not in cell for cell in cells)
    is_alone = next(row.iter("table", "img"), None) is None
    return is_short and is_alone and sum(map(bool, cells)) > 1


def _is_bold_heading(node: html.HtmlElement) -> bool:
    """A paragraph that is bold from end to end, as e-papers print subheads."""
    if node.tag != "p" or len(node) != 1 or node[0].tag not in STRONG:
        return False
    text = node[0].text_content().strip()
    around = f"{node.text or ''}{node[0].tail or ''}"
    return 0 < len(text) <= LONGEST_BOLD and "。" not in text and not around.strip()


def _tidy(text: str) -> str:
    """One line of text: white space as a browser shows it, the indent of a paragraph kept."""
    text = WHITE.sub(" ", BETWEEN_HAN.sub("", text)).strip(" ").rstrip()
    return text if text.strip() else ""
