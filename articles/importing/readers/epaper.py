"""HTML of an e-paper: the `enpproperty` comment before the text, the text in
`founder-content`. Of any other page of one article: its first heading and its paragraphs.
Its pictures follow the text with their captions, wherever the page shows them; those whose files
came along are photos of the story.

What the page shows besides the story, such as its navigation, is kept as dropped lines. A page that
this project exported holds its story in an element of its own too, as a line of JSON Lines: that
is believed, since HTML has no place for a byline's roles or a person's posts.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from itertools import takewhile
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from lxml import html
from lxml.etree import ErrorTypes, LxmlError

from articles.parsing.byline_capacities import CAPACITY
from articles.parsing.byline_lines import is_byline, read_byline
from articles.parsing.documents import UnreadableSource, decode
from articles.parsing.source import Source

from .captions import find_captions
from .indexes import is_index
from .jsonl import page_of
from .markup import HEADINGS, shown_lines
from .pages import PHOTOGRAPHS, Note, Printing, ReadPage
from .placing import Place, read_date, read_page
from .source_file import SourceFile

PROPERTIES = re.compile(r"<!--\s*enpproperty(?P<inner>.*?)/?enpproperty\s*-->", re.I | re.S)
PROPERTY = re.compile(r"<(?P<key>\w+)>(?P<value>.*?)</(?P=key)>", re.S)
TAG = re.compile(r"<[^>]*>")
BREAK = re.compile(r"<br\s*/?>|[\r\n]+", re.I)
# Where the text of the story stands, the surest first.
CONTENTS = (
    "//founder-content",
    "//*[@id='ozoom']",
    "//article",
    "//main",
    "//body",
)
LONGEST_BYLINE = 60
TOLD = re.compile(r'<script type="application/json" id="newsroom-story">(?P<line>[^<]*)</script>')
ENPCONTENT = re.compile(
    r"<!--\s*enpcontent\s*-->(?P<inner>.*?)<!--\s*/enpcontent\s*-->", re.I | re.S
)


def read_epaper(source: SourceFile) -> Iterator[ReadPage]:
    data = source.read()
    decoded = decode(data)
    if told := TOLD.search(decoded.text):
        yield page_of(told["line"], data)
        return
    articles, marked = _articles(decoded.text)
    if not articles[0][0] and is_index(articles[0][1]):
        raise UnreadableSource("index_page")
    printing = Printing()
    notes = [Note("several_articles", str(marked))] if marked > len(articles) else []
    for given, page in articles:
        notes += _add_article(printing, given, page, source)
    for _, page in articles:
        _add_rest(printing, page)
    document = printing.document()
    if not document.text.strip():
        raise UnreadableSource("empty")
    yield ReadPage(document, data, _place(articles[0][0]), notes=tuple(notes))


def _articles(text: str) -> tuple[list[tuple[dict[str, str], html.HtmlElement]], int]:
    """What the comment says of each article, and the page from there to the next one.

    A page that marks several and does not give each a text of its own is one article: how many
    it marks is told too, at least one.
    """
    marks = list(PROPERTIES.finditer(text))
    marked = max(1, len(marks))
    starts = [0, *(mark.start() for mark in marks[1:])]
    parts = [text[start:end] for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]
    if not all(ENPCONTENT.search(part) for part in parts):
        marks, parts = marks[:1], [text]
    given = [_properties(mark["inner"]) for mark in marks] or [{}]
    return list(zip(given, map(_parse, parts), strict=True)), marked


def _add_article(
    printing: Printing, given: dict[str, str], page: html.HtmlElement, source: SourceFile
) -> list[Note]:
    """The headline, text and pictures of an article; returns notes of pictures out of reach."""
    content = _content(page)
    captions = dict(find_captions(page, content))
    addresses = {
        one: one.get("src", "") for one in dict.fromkeys((*content.iter("img"), *captions))
    }
    pictures = [
        (address, _taken(captions[one]) if one in captions else "")
        for one, address in addresses.items()
    ]
    notes = []
    printing.part()
    byline = _byline(given.get("author", ""), page)
    _add_head(printing, given, page, content)
    printing.add(byline, "byline")
    role = "body" if byline else ""
    _add_body(printing, content, role)
    for address, caption in pictures:
        if name := _name_beside(source, address):
            printing.add_picture(name, caption, role)
            continue
        printing.part()
        printing.add(caption, "caption")
        if address:
            notes.append(Note("picture", address))
    return notes


def _name_beside(source: SourceFile, address: str) -> str:
    """The path of a photo from the page, or its name, where such a file came along; else none."""
    path = unquote(urlsplit(address).path)
    if not path.lower().endswith(PHOTOGRAPHS):
        return ""
    return next(filter(source.has_beside, (path, PurePosixPath(path).name)), "")


def _properties(inner: str) -> dict[str, str]:
    """What the comment says, each value as plain text, broken where it was broken."""
    found = {}
    for match in PROPERTY.finditer(inner):
        lines = [unescape(TAG.sub("", line)).strip() for line in BREAK.split(match["value"])]
        found[match["key"].lower()] = "\n".join(line for line in lines if line)
    return found


def _parse(text: str) -> html.HtmlElement:
    """The page as a tree, with the stretch between enpcontent marks as an element."""
    text = ENPCONTENT.sub(r"<founder-content>\g<inner></founder-content>", text)
    parser = html.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True
    )
    try:
        page = html.document_fromstring(text.encode(), parser=parser)
    except (LxmlError, ValueError) as error:
        raise UnreadableSource("broken_file", "HTML") from error
    if any(entry.type == ErrorTypes.ERR_RESOURCE_LIMIT for entry in parser.error_log):
        # Nested beyond all bounds: the parser has given up, and the rest of the page is lost.
        raise UnreadableSource("broken_file", "HTML")
    return page


def _content(page: html.HtmlElement) -> html.HtmlElement:
    for path in CONTENTS:
        found = [one for one in page.xpath(path) if one.text_content().strip()]
        if found:
            return found[0]
    return page


def _add_head(printing: Printing, given: dict, page: html.HtmlElement, content) -> None:
    """Kicker, headline and deck, from the comment or else from the first heading."""
    headings = content.xpath(".//h1") or page.xpath("//h1")
    title = page.xpath("//head//title")
    printing.add(given.get("introtitle", ""), "kicker")
    if given.get("title"):
        printing.add(given["title"], "headline")
    elif headings:
        _add_headings(printing, headings[0])
    elif title:
        _move(printing, title[0], "headline")
    printing.add(given.get("subtitle", ""), "deck")


def _add_headings(printing: Printing, headline: html.HtmlElement) -> None:
    """The headline, with the headings of other levels right above it and right below it."""
    above = takewhile(_is_other_heading, headline.itersiblings(preceding=True))
    below = takewhile(_is_other_heading, headline.itersiblings())
    kicker, deck = [*above][::-1], [] if headline.tail and headline.tail.strip() else [*below]
    for elements, role in ((kicker, "kicker"), ([headline], "headline"), (deck, "deck")):
        for element in elements:
            _move(printing, element, role)


def _is_other_heading(element: html.HtmlElement) -> bool:
    is_heading = element.tag in HEADINGS and element.tag != "h1"
    return is_heading and not (element.tail and element.tail.strip())


def _byline(author: str, page: html.HtmlElement) -> str:
    """The line of the page that says of the same names who is 记者, where the comment does not."""
    names = author.split()
    if not names or CAPACITY.search(author):
        return author
    lines = (text for text, _ in shown_lines(page) if len(text) <= LONGEST_BYLINE)
    fuller = (text for text in lines if CAPACITY.search(text) and _holds_no_more(text, names))
    return next(fuller, author)


def _holds_no_more(text: str, names: list[str]) -> bool:
    """Whether these names, in this order, and a byline's words are all that stands in it."""
    source = Source(text)
    people = read_byline(source, replace(source.line(0, len(text)), role="byline"))
    return [one.name for one in people] == names


def _add_body(printing: Printing, content: html.HtmlElement, role: str) -> None:
    for text, shown_as in shown_lines(content):
        source = Source(text)
        is_signed = shown_as != "" and is_byline(source, source.line(0, len(text)))
        printing.part()
        printing.add(text, role if is_signed else shown_as or role)
    _empty(content)


def _add_rest(printing: Printing, page: html.HtmlElement) -> None:
    for text, _ in shown_lines(page, with_title=True):
        printing.part()
        printing.add(text, "dropped")


def _move(printing: Printing, element: html.HtmlElement, role: str) -> None:
    printing.add(_taken(element), role)


def _taken(element: html.HtmlElement) -> str:
    """The element's text; its place in the tree is left empty."""
    text = "\n".join(text for text, _ in shown_lines(element, with_title=True))
    _empty(element)
    return text


def _empty(element: html.HtmlElement) -> None:
    """Take what the element holds; what follows it in its parent stays."""
    for child in list(element):
        element.remove(child)
    element.text = None


def _place(given: dict[str, str]) -> Place:
    page = read_page(given.get("nodename", ""))
    name = page.page_name if page.page_number else given.get("nodename", "")
    return Place(read_date(given.get("date", "")), page.page_number, name)
