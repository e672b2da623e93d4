"""What a front page of plain text prints before its stories: the masthead, and the day's contents.

None of it is of a story. The masthead stands at the top of the page; contents, 今日导读, anywhere:
their items name pages.
"""

import re
from collections.abc import Sequence
from itertools import takewhile

from .layout import LONGEST_HEADLINE, LONGEST_RUNNING_HEAD, is_running_head

BODY = r"\S{2,16}"
MASTHEAD = re.compile(
    rf"{BODY}主管\s?(?:、|{BODY})?\s?主办|(?:主管|主办|出版)(?:单位)?[：:]\s?{BODY}"
    rf"|中共{BODY}委(?:员会)?(?:主办|机关报)"
    r"|.*(?:国内统一(?:连续出版物|刊)|CN\s?\d{2}\s?[-—－]\s?\d{4}|邮发代号).*"
    r"|(?:.*\s)?(?:总第\s?\d+\s?期|第\s?\d{3,}\s?期|农历\S{2}年\S{2,6}|(?:今日|本期)\s?\d+\s?版)(?:\s.*)?"
    r"|\d{4}年\d{1,2}月\d{1,2}日"
)
FOREIGN_NAME = re.compile(r"[A-Za-z][A-Za-z .'’-]{3,40}")
CONTENTS = re.compile(
    r"[【\[■▲●◆]?\s?(?:(?:今日|本期|本报|要闻|新闻)\s?(?:导读|导航|要目|看点|提要)|导读|要目)\s?[】\]]?[：:]?"
)
PAGE = r"(?:第?\s?[A-Z]?\d{1,2}\s?版|第?[一二三四五六七八九十]{1,2}版|[A-Z]\d{1,2})"
NAMES_PAGE = re.compile(
    rf"[（(\[]?{PAGE}[）)\]：:\s].*|.*[\s>》→·…—\-（(\[见载在]{PAGE}[）)\]]?|{PAGE}"
)
MOST_ITEMS = 16


def front_matter(texts: Sequence[str]) -> set[int]:
    """Which lines of a page are of its masthead or its contents; a blank one is of neither."""
    printed = [number for number, text in enumerate(texts) if text]
    found = {*takewhile(lambda number: _is_masthead(texts[number]), printed)}
    for place, number in enumerate(printed):
        if CONTENTS.fullmatch(texts[number]):
            found |= _contents(texts, printed[place : place + 1 + MOST_ITEMS])
    return found


def _is_masthead(text: str) -> bool:
    if len(text) > LONGEST_RUNNING_HEAD or "。" in text:
        return False
    return bool(MASTHEAD.fullmatch(text) or FOREIGN_NAME.fullmatch(text) or is_running_head(text))


def _contents(texts: Sequence[str], numbers: Sequence[int]) -> set[int]:
    """The heading of the contents, and what stands below it down to the last that names a page."""
    heading, *below = numbers
    items = list(takewhile(lambda number: _may_be_item(texts[number]), below))
    ends = [place for place, number in enumerate(items) if NAMES_PAGE.fullmatch(texts[number])]
    return {heading, *items[: ends[-1] + 1]} if ends else set()


def _may_be_item(text: str) -> bool:
    return len(text) <= LONGEST_HEADLINE and "。" not in text
