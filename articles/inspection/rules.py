"""What is wrong with a page, by the rules for Chinese government sites.

Tags, their forms and three seconds for a page: 国办发〔2017〕47号, annex 网页设计规范.
Stale and empty sections: 国办秘函〔2019〕19号.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from articles.inspection.pages import Answer, Page

SITE = ("SiteName", "SiteDomain", "SiteIDCode")
COLUMN = ("ColumnName", "ColumnDescription", "ColumnKeywords", "ColumnType")
STORY = ("ArticleTitle", "PubDate", "ContentSource")
# What search engines and those who share a link read, besides the required tags.
EVERYWHERE = ("canonical", "og:title", "og:url")
COLUMN_TYPES = frozenset(
    (
        *("首页", "概况信息", "机构职能", "负责人信息", "工作动态", "政策文件", "信息公开指南"),
        *("信息公开目录", "信息公开年报", "依法申请公开", "数据发布", "数据开放", "政策解读"),
        *("回应关切", "办事服务", "咨询投诉", "征集调查", "在线访谈"),
    )
)
FORMS = {
    "SiteDomain": re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)*(:\d+)?"),
    # Ten digits for localities, two letters and eight digits for ministries.
    "SiteIDCode": re.compile(r"\d{10}|[a-z]{2}\d{8}"),
    "PubDate": re.compile(r"\d{4}-\d{2}-\d{2} \d{2}:\d{2}"),
    "Image": re.compile(r"https?://\S+"),
    "Url": re.compile(r"https?://\S+"),
    "canonical": re.compile(r"https?://\S+"),
}
CHECKED = frozenset((*SITE, *COLUMN, *STORY, *FORMS))
STORY_ADDRESS = re.compile(r"/stories/\d+/")
# After how many days without news a section is stale: two weeks, or six months.
SECTIONS = (
    (re.compile(r"/|/stories/|/events/"), 14),
    (re.compile(r"/departments/[\w-]+/"), 183),
)
SLOW = 3.0


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """`kind` is one of KINDS in the command; `detail` a tag, an address, a day or seconds."""

    kind: str
    address: str
    detail: str = ""


def faults_of(page: Page, now: datetime) -> Iterator[Fault]:
    """What is wrong with a page by itself. `now` is the site's local time."""
    for name in _required(page.address):
        if not any(page.tags.get(name, ())):
            yield Fault("missing_tag", page.address, name)
    for name, contents in page.tags.items():
        if name not in CHECKED or not any(contents):
            continue
        if len(contents) > 1 or not _is_well_formed(name, contents[0], now):
            yield Fault("malformed_tag", page.address, f"{name}: {', '.join(contents)}")
    yield from _faults_of_linked_data(page)
    yield from _faults_of_section(page, now.date())


def _required(address):
    """The front page needs the tags of the site, a list those of its column too."""
    yield from (*SITE, *EVERYWHERE)
    if address != "/":
        yield from COLUMN
    if STORY_ADDRESS.fullmatch(address):
        yield from STORY


def _is_well_formed(name, content, now):
    if name == "ColumnType":
        return content in COLUMN_TYPES
    if name not in FORMS:
        return True
    if not FORMS[name].fullmatch(content):
        return False
    return name != "PubDate" or _has_come(content, now)


def _has_come(text, now):
    try:
        return datetime.fromisoformat(text) <= now.replace(tzinfo=None)
    except ValueError:
        return False


def _faults_of_linked_data(page):
    if None in page.linked_data:
        yield Fault("malformed_tag", page.address, "JSON-LD")
    elif STORY_ADDRESS.fullmatch(page.address):
        kinds = {data.get("@type") for data in page.linked_data}
        if "NewsArticle" not in kinds:
            yield Fault("missing_tag", page.address, "NewsArticle")


def _faults_of_section(page, today: date):
    for address, days in SECTIONS:
        if not address.fullmatch(page.address):
            continue
        newest = max((day for day in page.days if day <= today), default=None)
        if not page.stories:
            yield Fault("empty_section", page.address)
        elif newest and (today - newest).days > days:
            yield Fault("stale_section", page.address, newest.isoformat())


def faults_of_answer(answer: Answer, linked_from: str, slow: float) -> Iterator[Fault]:
    """Whether the address answers, and in time."""
    if answer.status >= 400 or not answer.status:
        yield Fault("dead_link", linked_from, f"{answer.address} ({answer.status})")
    elif answer.seconds > slow:
        yield Fault("slow_page", answer.address, f"{answer.seconds:.1f}")
