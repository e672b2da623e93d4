"""What a paragraph of a Word document is: by its style, its level in the outline, or its looks."""

import re

from lxml import etree

from articles.parsing.bylines import is_byline
from articles.parsing.layout import LONGEST_HEADLINE
from articles.parsing.source import Source

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PARAGRAPH, STYLE, OUTLINE = f"{W}p", f"{W}pStyle", f"{W}outlineLvl"
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


class ParagraphRoles:
    """The roles of paragraphs. Where no style tells a headline, bold and centred lines are it."""

    def __init__(self, styles: etree._Element, body: etree._Element) -> None:
        self._styles = {style.get(f"{W}styleId"): style for style in styles.iter(f"{W}style")}
        self._are_told = any(
            self._told_role(paragraph) == HEADLINE for paragraph in body.iter(PARAGRAPH)
        )

    def role(self, paragraph: etree._Element) -> str:
        role = self._told_role(paragraph)
        if not role and not self._are_told and _looks_like_a_headline(paragraph):
            return HEADLINE
        return role

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
        seen = set()
        while style_id in self._styles and style_id not in seen:
            seen.add(style_id)
            style = self._styles[style_id]
            name = style.find(f"{W}name")
            role = _role_of_name(name.get(VALUE) if name is not None else "")
            if role:
                return role
            parent = style.find(PARENT)
            style_id = parent.get(VALUE) if parent is not None else None
        return ""


def _role_of_name(name: str) -> str:
    heading = HEADING.fullmatch(name.strip())
    return _role_of_level(int(heading["level"])) if heading else TITLES.get(name.lower(), "")


def _role_of_level(level: int) -> str:
    """Ten is the level of body text in the outline."""
    if level > 9:
        return ""
    return HEADLINE if level < LEVEL_OF_SUBHEADS else SUBHEAD


def _looks_like_a_headline(paragraph: etree._Element) -> bool:
    """Whether a short line that is no byline is centred, and bold from end to end."""
    alignment = paragraph.find(f"{W}pPr/{W}jc")
    if alignment is None or alignment.get(VALUE) != "center":
        return False
    runs = [run for run in paragraph.iter(f"{W}r") if "".join(run.itertext()).strip()]
    text = "".join("".join(run.itertext()) for run in runs).strip()
    if not text or len(text) > LONGEST_HEADLINE or FULL_STOP in text:
        return False
    source = Source(text)
    return all(map(_is_bold, runs)) and not is_byline(source, source.line(0, len(text)))


def _is_bold(run: etree._Element) -> bool:
    bold = run.find(f"{W}rPr/{W}b")
    return bold is not None and bold.get(VALUE) not in OFF
