"""Tell a page of an e-paper that only lists its articles from one that holds an article."""

import re
from copy import deepcopy

from lxml import html

from .markup import shown_lines

ARTICLE = "//founder-content | //*[@id='ozoom'] | //article"
LINK = "//body//a[@href] | //body//area[@href]"
# Buttons of the page, and not its links to others.
BUTTON = re.compile(r"\s*(?:#|javascript:|mailto:|tel:|$)", re.I)
FEWEST_LINKS = 2
SENTENCE_END = re.compile("[。！？!?]")
# In characters: what stands beside the links, such as the day and the paper's name, is shorter.
SHORTEST_TEXT = 40


def is_index(page: html.HtmlElement) -> bool:
    """Whether the page links to other pages and shows no text beside that: short lines, as many
    at most as there are links, and no sentence.
    """
    if any(one.text_content().strip() for one in page.xpath(ARTICLE)):
        return False
    rest = deepcopy(page)
    links = rest.xpath(LINK)
    addresses = {one.get("href") for one in links if not BUTTON.match(one.get("href"))}
    for link in links:
        for child in list(link):
            link.remove(child)
        link.text = None
    lines = [text for text, _ in shown_lines(rest)]
    return FEWEST_LINKS <= len(addresses) >= len(lines) and not any(map(_is_text, lines))


def _is_text(line: str) -> bool:
    return len(line) >= SHORTEST_TEXT or SENTENCE_END.search(line) is not None
