"""What a paragraph of a Word document is: by its style, its level in the outline, or its looks."""

import re
from collections.abc import Iterator
from itertools import groupby

from lxml import etree

from articles.parsing.blocks import NUMBERED
from articles.parsing.byline_lines import is_byline
from articles.parsing.layout import DECK, LONGEST_HEADLINE, is_running_head
from articles.parsing.source import Source

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PARAGRAPH, TABLE, STYLE_SHEET = f"{W}p", f"{W}tbl", f"{W}style"
STYLE, OUTLINE = f"{W}pStyle", f"{W}outlineLvl"
PARENT, VALUE = f"{W}basedOn", f"{W}val"
HEADING = re.compile(r"(?:heading|标题)\s*(?P<level>[1-9])", re.I)
TITLES = {
    "title": "headline",
    "标题": "headline",
    "subtitle": "deck",
    "副标题": "deck",
    "caption": "caption",
    "题注": "caption",
}
HEADLINE, SUBHEAD = "headline", "subhead"
LEVEL_OF_SUBHEADS = 3
OFF = ("0", "false", "off")
FULL_STOP = "。"
IN_BRACKETS = re.compile(r"[（(【\[〔][^）)】\]〕]*[）)】\]〕]")
# Of type, in half points, where a document says nothing.
USUAL_SIZE = 20


class ParagraphRoles:
    """The roles of paragraphs. Where no style tells a headline, bold and centred lines are it.

    The largest of those lines are headlines, smaller ones right above and below them their kicker
    and their deck, others subheads. So is each that begins with a number. The last of the lines
    below a headline is one too where it has the size of those amid the text, no line right above it
    has that size, and it begins with no dash, as a deck does.
    """

    def __init__(self, styles: etree._Element, body: etree._Element) -> None:
        self._styles = {style.get(f"{W}styleId"): style for style in styles.iter(STYLE_SHEET)}
        self._usual_style = next(filter(self._is_usual, self._styles), None)
        defaults = styles.find(f"{W}docDefaults/{W}rPrDefault")
        self._usual_size = _size_in(defaults) or USUAL_SIZE
        is_told = any(self._told_role(one) == HEADLINE for one in body.iter(PARAGRAPH))
        self._by_looks = {} if is_told else self._roles_by_looks(body)

    def role(self, paragraph: etree._Element) -> str:
        return self._told_role(paragraph) or self._by_looks.get(paragraph, "")

    def _roles_by_looks(self, body: etree._Element) -> dict[etree._Element, str]:
        lines = [
            one
            for one in body.iter(PARAGRAPH)
            if _text_of(one) and next(one.iterancestors(TABLE), None) is None
        ]
        titles = (one for one in lines if _looks_like_a_title(one) and not self._told_role(one))
        sizes = {one: self._size(one) for one in titles}
        numbered = {one for one in sizes if NUMBERED.match(_text_of(one))}
        largest = max((sizes[one] for one in sizes if one not in numbered), default=0)
        headlines = {one for one in sizes if sizes[one] == largest} - numbered
        groups = [
            list(group) for is_title, group in groupby(lines, key=sizes.__contains__) if is_title
        ]
        sizes_amid_text = {
            sizes[one] for group in groups if headlines.isdisjoint(group) for one in group
        }
        roles: dict[etree._Element, str] = {}
        for group in groups:
            *above, last = group
            is_as_amid_text = sizes[last] in sizes_amid_text
            is_unlike_those_above = all(sizes[one] != sizes[last] for one in above)
            is_deck = DECK.match(_text_of(last)) is not None
            heads_a_section = is_as_amid_text and is_unlike_those_above and not is_deck
            subheads = numbered | {last} if heads_a_section else numbered
            roles |= zip(group, _roles_together(group, headlines, subheads), strict=True)
        return roles

    def _size(self, paragraph: etree._Element) -> int:
        """Of the largest type in a paragraph, in half points."""
        style = paragraph.find(f"{W}pPr/{STYLE}")
        style_id = self._usual_style if style is None else style.get(VALUE)
        of_styles = filter(None, map(_size_in, self._made_from(style_id)))
        size = next(of_styles, self._usual_size)
        return max(_size_in(run) or size for run in _printed_runs(paragraph))

    def _told_role(self, paragraph: etree._Element) -> str:
        properties = paragraph.find(f"{W}pPr")
        if properties is None:
            return ""
        style = properties.find(STYLE)
        outline = properties.find(OUTLINE)
        if outline is not None:
            return _role_of_level(int(outline.get(VALUE)) + 1)
        return self._role_of(style.get(VALUE)) if style is not None else ""

    def _role_of(self, style_id: str | None) -> str:
        """By the style's name, or that of the style it was made from."""
        names = (style.find(f"{W}name") for style in self._made_from(style_id))
        roles = (_role_of_name(name.get(VALUE)) for name in names if name is not None)
        return next(filter(None, roles), "")

    def _is_usual(self, style_id: str) -> bool:
        """Whether it is the style of paragraphs that name none."""
        style = self._styles[style_id]
        is_default = style.get(f"{W}default", "0") not in OFF
        return is_default and style.get(f"{W}type") == "paragraph"

    def _made_from(self, style_id: str | None) -> Iterator[etree._Element]:
        """The style, the one that it was made from, and so on."""
        seen = set()
        while style_id in self._styles and style_id not in seen:
            seen.add(style_id)
            style = self._styles[style_id]
            yield style
            parent = style.find(PARENT)
            style_id = parent.get(VALUE) if parent is not None else None


def _role_of_name(name: str) -> str:
    heading = HEADING.fullmatch(name.strip())
    return _role_of_level(int(heading["level"])) if heading else TITLES.get(name.lower(), "")


def _role_of_level(level: int) -> str:
    """Ten is the level of body text in the outline."""
    if level > 9:
        return ""
    return HEADLINE if level < LEVEL_OF_SUBHEADS else SUBHEAD


def _roles_together(
    lines: list[etree._Element], headlines: set[etree._Element], subheads: set[etree._Element]
) -> list[str]:
    """The roles of lines that look like titles, with no other text between them."""
    first = next((number for number, line in enumerate(lines) if line in headlines), None)
    roles = []
    for number, line in enumerate(lines):
        if line in headlines:
            roles.append(HEADLINE)
        elif first is None or line in subheads:
            roles.append(SUBHEAD)
        else:
            roles.append("kicker" if number < first else "deck")
    return roles


def _looks_like_a_title(paragraph: etree._Element) -> bool:
    """Whether a short line is centred, and bold from end to end.

    A byline is none, nor what is of the page: its name, or a note in brackets (（下转第三版）).
    """
    alignment = paragraph.find(f"{W}pPr/{W}jc")
    if alignment is None or alignment.get(VALUE) != "center":
        return False
    text = _text_of(paragraph)
    if not text or len(text) > LONGEST_HEADLINE or FULL_STOP in text:
        return False
    if IN_BRACKETS.fullmatch(text) or is_running_head(text):
        return False
    source = Source(text)
    is_bold = all(map(_is_bold, _printed_runs(paragraph)))
    return is_bold and not is_byline(source, source.line(0, len(text)))


def _text_of(paragraph: etree._Element) -> str:
    return "".join("".join(run.itertext()) for run in _printed_runs(paragraph)).strip()


def _printed_runs(paragraph: etree._Element) -> list[etree._Element]:
    return [run for run in paragraph.iter(f"{W}r") if "".join(run.itertext()).strip()]


def _size_in(element: etree._Element | None) -> int | None:
    """The size that a run, a style or the defaults set, in half points."""
    size = None if element is None else element.find(f"{W}rPr/{W}sz")
    value = "" if size is None else size.get(VALUE, "")
    return int(value) if value.isdecimal() else None


def _is_bold(run: etree._Element) -> bool:
    bold = run.find(f"{W}rPr/{W}b")
    return bold is not None and bold.get(VALUE) not in OFF
