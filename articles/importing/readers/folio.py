"""What stands at the edges of every page: the paper's name, the day, the page, the editors.

These lines are no story's. They say where in the paper the page belongs.
"""

import re
import unicodedata
from datetime import date
from itertools import pairwise

from articles.parsing.name_shapes import is_name_shaped

from .placing import Place, read_date, read_page

SPACE = re.compile(r"[\s|/·•・—–_]+")
DAY = r"(?:\d{4}[-年/.]\d{1,2}[-月/.]\d{1,2}日?|\d{8}|\d{1,2}月\d{1,2}日)"
WEEKDAY = r"[(]?(?:星期|周)[一二三四五六日天][)]?"
# A page of the paper, and a number that may be one of a document as well.
PLAIN_PAGE = r"(?:第?[A-Z]?\d{1,3}版|第?[A-Z]\d{1,3}|第?[一二三四五六七八九十]{1,3}版|头版)"
PAGE = rf"(?:{PLAIN_PAGE}|第?\d{{1,3}})"
PAPER = r"[\u4e00-\u9fff]{1,8}(?:日报|晚报|早报|晨报|新报|时报|周报|导报|商报|都市报|快报|报|周刊)"
STAFF_DUTY = (
    "(?:本版|值班)?(?:责任编辑|责编|编辑|美编|美术编辑|版式|组版|校对|值班总编|主编|编审|审读|统筹)"
)
STAFF = rf"{STAFF_DUTY}(?:[:：]?[\u4e00-\u9fff]{{0,4}})"
ISSUE = (
    r"(?:总?第\d+期|国内统一.{0,40}|CN\d+[-—]\d+|邮发代号.{0,12}"
    r"|(?:今日|本期)共?\d+版|农历.{2,20})"
)
CONTACT = (
    r"(?:(?:新闻)?(?:热线|电话|邮箱|网址|投稿)[:：]?.{0,40}|[\w.@:/-]+\.(?:com|cn|net)[\w./]*)"
)
# One of these makes the line a folio; a section's name may stand beside it.
SURE = re.compile("|".join((DAY, WEEKDAY, PAGE, STAFF, ISSUE, CONTACT)))
PAPER_NAME = re.compile(PAPER)
SECTION = re.compile(r"[\u4e00-\u9fff·:]{1,6}")
NAME = re.compile(r"[\u4e00-\u9fff]{2,4}")
# 责任编辑 苗禾: whose name stands apart.
NAMING = re.compile(f"{STAFF_DUTY}[:：]?")
PAGE_OF_PAGES = re.compile(r"[-—]*\d{1,3}[-—]*|第\d{1,3}页,?(?:共\d{1,3}页)?")


def is_folio(text: str) -> bool:
    """Whether a line says where the page belongs and who made it, and nothing else."""
    parts = _parts(text)
    if not parts:
        return False
    sure = [part for part in parts if SURE.fullmatch(part) or PAGE_OF_PAGES.fullmatch(part)]
    others = [part for part in parts if part not in sure]
    if not sure:
        return len(parts) == 1 and bool(PAPER_NAME.fullmatch(parts[0]))
    names = any(re.match(STAFF, part) for part in sure)
    return len(others) <= (6 if names else 2) and all(
        PAPER_NAME.fullmatch(part) or SECTION.fullmatch(part) or (names and NAME.fullmatch(part))
        for part in others
    )


def read_day(text: str) -> date | None:
    """The day that a line says, where it says nothing else."""
    parts = _parts(text)
    return read_date(parts[0]) if len(parts) == 1 and re.fullmatch(DAY, parts[0]) else None


def read_folio(lines: list[str], *, plainly: bool = False) -> Place:
    """The day, number and name of the page, from its folio lines; `plainly`, no bare number."""
    found, number = Place(), PLAIN_PAGE if plainly else PAGE
    for line in lines:
        parts = _parts(line)
        days = filter(None, (read_date(part) for part in parts))
        pages = [read_page(part) for part in parts if re.fullmatch(number, part)]
        page = pages[0] if pages else Place()
        others = [
            (bool(NAMING.fullmatch(before)), part)
            for before, part in pairwise(("", *parts))
            if SECTION.fullmatch(part) and not _is_known(part)
        ]
        sections = [part for is_named, part in others if not is_named]
        if not sections:
            # 责编 要闻: no name stands behind the duty.
            sections = [part for _, part in others if not is_name_shaped(part)]
        name = sections[0].strip(":") if page.page_number and len(sections) == 1 else ""
        found = found.filled_by(Place(next(days, None), page.page_number, name))
    return found


def _is_known(part: str) -> bool:
    return bool(SURE.fullmatch(part) or PAPER_NAME.fullmatch(part))


def _parts(text: str) -> list[str]:
    """The pieces of a line between spaces; letters spaced out are put together first."""
    text = unicodedata.normalize("NFKC", text).strip()
    parts = [part for part in SPACE.split(text) if part]
    whole = "".join(parts)
    if parts and (all(len(part) == 1 for part in parts) or PAGE_OF_PAGES.fullmatch(whole)):
        parts = [whole]
    return [piece for part in parts for piece in _cut_day(part)]


def _cut_day(part: str) -> list[str]:
    """A day that is set without a space before what follows it."""
    match = re.match(DAY, part)
    if match and match.end() < len(part):
        return [match[0], *_cut_day(part[match.end() :])]
    match = re.match(WEEKDAY, part)
    if match and match.end() < len(part):
        return [match[0], part[match.end() :]]
    return [part]
