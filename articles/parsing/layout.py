"""What a line looks like by itself: a headline, a deck, a caption, a running head, a rule."""

import re

from .after_names import HAN
from .byline_lines import is_byline
from .lexicon.marks import NEVER_FIRST
from .markers import find_marker
from .source import INDENT, Line, Source

LONGEST_HEADLINE = 45
LONGEST_CAPTION = 110
LONGEST_RUNNING_HEAD = 60
PARAGRAPH_INDENT = INDENT * 2
TWO_HAN = re.compile(rf"{HAN}[^。]*?{HAN}")
DECK = re.compile(r"(?:[—―─－]{1,4}|-{2,4})(?=[^\s—―─－-])")
PICTURE = "图"
CAPTION = re.compile(
    r"[（(]?(?:[▲▼△▽◀▶←→↑↓]\s*)?"
    r"(?:(?:[上下左右]|[上下左右][上下左右]|大|小|本版|以上|主)?图(?:片)?[①-⑩一二三四五六1-9]?(?:[为:：]|\s?是)"
    r"|图[①-⑩](?=\S)|图片说明|图说(?=[:：\s])|[上下左右]图(?=\S))"
)
RUNNING_HEAD = re.compile(
    r"第\s*[A-Za-z]?\s*[0-9０-９一二三四五六七八九十]+\s*版|(?<![\w])[A-Z]?\d{1,2}\s*版(?!本)"
    r"|\d{4}年\d{1,2}月\d{1,2}日\s*星期|总第\s*\d+\s*期|国内统一(?:连续出版物)?刊号|邮发代号"
    r"|^第?\s*\d{1,3}\s*页?$|^\S{2,8}(?:日报|晚报|周报|时报|晨报|早报|商报|导报|新报|快报)$"
)
RULE = re.compile(r"[-=*_※☆★◆■·.~—―─\s]{3,}")
DATED_CLAUSE = re.compile(
    r"(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}日[^，,]{0,6}[，,]|(?:近日|日前|连日来|昨日|昨天|今日|今天)[，,]"
)
LAST_OF_TEXT = "。，,、；;：:."
COMMAS = "，,"


def is_headline_like(source: Source, line: Line, *, goes_on: bool = False) -> bool:
    """Short, without the marks of a sentence, and nothing else that is printed short.

    A line that goes on in the next one may end in a comma.
    """
    return is_short_line(source, line, goes_on=goes_on) and not is_byline(source, line)


def is_short_line(source: Source, line: Line, *, goes_on: bool = False) -> bool:
    """What is like a headline, or is a byline."""
    text = source.cut(line)
    if line.role not in ("", "headline", "kicker", "deck") or len(text) > LONGEST_HEADLINE:
        return False
    if text[:1] in "#!" or text[:1] in NEVER_FIRST or not TWO_HAN.search(text):
        return False
    if "。" in text or (text[-1] in LAST_OF_TEXT and not (goes_on and text[-1] in COMMAS)):
        return False
    if DATED_CLAUSE.match(text) or find_marker(source, line):
        return False
    return not (is_caption(source, line) or is_running_head(text))


def is_deck_line(source: Source, line: Line) -> bool:
    """Whether a dash begins the line, and it is short enough for a deck."""
    text = source.cut(line)
    return len(text) <= LONGEST_HEADLINE and DECK.match(text) is not None and "。" not in text


def is_caption(source: Source, line: Line) -> bool:
    """Whether the line says that it is of a picture: 图为, ▲, 左图."""
    if line.end - line.start > LONGEST_CAPTION:
        return False
    if source.text.find(PICTURE, line.start, line.end) < 0:
        return False
    return CAPTION.match(source.text, line.start, line.end) is not None


def is_running_head(text: str) -> bool:
    """Whether the line is of the page and not of a story: 第3版, a date with its day, 总第8期."""
    return len(text) <= LONGEST_RUNNING_HEAD and RUNNING_HEAD.search(text) is not None


def is_rule(text: str) -> bool:
    """A line of dashes or stars between two stories."""
    return len(text) >= 3 and RULE.fullmatch(text) is not None


def is_indented_text(source: Source, line: Line) -> bool:
    """Whether the line is set in as paragraphs are, by two full-width spaces."""
    indent = source.text[max(0, line.start - 3) : line.start]
    return indent.endswith(PARAGRAPH_INDENT) and indent[:-2] not in (INDENT, " ")
