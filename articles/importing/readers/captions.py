"""Find what an HTML page prints below its pictures.

Not all text beside a picture is of it: a logo has the day beside it, a picture amid the text the
next paragraph. The text of a `figure` is a caption. So is what is shown right below a picture where
it ends with who took the picture or begins with 图为. Above the text of the story, so is one
sentence that stands in a frame with the picture, or in the same element. Amid the text only a
table, a figure or a centred line of its own keeps a caption from the paragraphs.
"""

from collections.abc import Iterator

from lxml import html

from articles.parsing.caption_credits import ends_with_credit
from articles.parsing.endings import is_final
from articles.parsing.layout import is_caption
from articles.parsing.source import Line, Source

from .markup import shown_lines

CAPTION_TAGS = ("figcaption", "figure")
FRAMES = ("table", "figure", "center")
LONGEST_CAPTION = 200
FULL_STOP = "。"


def find_captions(
    page: html.HtmlElement, content: html.HtmlElement
) -> Iterator[tuple[html.HtmlElement, html.HtmlElement]]:
    """Each picture that has a caption, and the element that holds no text but the caption.

    `content` is the element with the text of the story.
    """
    around = {content, *content.iterancestors()}
    is_above_text = True
    for element in page.iter("img", content.tag):
        if element is content:
            is_above_text = False
        caption = _text_beside(element) if element.tag == "img" else None
        if caption is None or caption in around:
            continue
        holders = [caption, *caption.iterancestors()]
        is_inside = content in holders
        if is_inside and not any(one.tag in FRAMES and one not in around for one in holders):
            continue
        is_with_it = _stand_together(element, caption, around)
        if _is_caption(caption, is_set_off=is_with_it and (is_inside or is_above_text)):
            yield element, caption


def _text_beside(picture: html.HtmlElement) -> html.HtmlElement | None:
    """The element around the picture where all its text is one line, else the next one below."""
    inner = picture
    for holder in picture.iterancestors():
        if holder.text_content().strip():
            if len(_lines(holder)) == 1:
                return holder
            below = (one for one in inner.itersiblings() if one.text_content().strip())
            return next(below, None)
        inner = holder
    return None


def _stand_together(
    picture: html.HtmlElement, caption: html.HtmlElement, around: set[html.HtmlElement]
) -> bool:
    """Whether they share a frame that is none of the page, or nothing parts their elements."""
    if picture.getparent() in (caption, caption.getparent()):
        return True
    shared = {*picture.iterancestors()} & {caption, *caption.iterancestors()}
    return any(one.tag in FRAMES for one in shared - around)


def _is_caption(element: html.HtmlElement, *, is_set_off: bool) -> bool:
    text = "".join(_lines(element)).strip()
    if len(text) > LONGEST_CAPTION or element.xpath(".//a"):
        return False
    if element.tag in CAPTION_TAGS or reads_as_caption(text):
        return True
    return is_set_off and is_final(text) and FULL_STOP not in text[:-1]


def reads_as_caption(text: str) -> bool:
    """Whether a text right below a picture says itself that it is its caption."""
    source, line = Source(text), Line(0, len(text))
    is_short = len(text) <= LONGEST_CAPTION
    return is_short and (is_caption(source, line) or ends_with_credit(source, line))


def _lines(element: html.HtmlElement) -> list[str]:
    return [text for text, _ in shown_lines(element)]
