"""One fault of each kind is planted, and exactly these are found."""

import json
from datetime import datetime

import pytest

from articles.inspection.pages import Answer, Page
from articles.inspection.rules import Fault, faults_of
from articles.inspection.visiting import START, inspect

HOST = "news.example.cn"
NOW = datetime(2026, 11, 16, 12)
TAGS = {
    "SiteName": "青澜新报",
    "SiteDomain": HOST,
    "SiteIDCode": "3301000001",
    "ColumnName": "要闻",
    "ColumnDescription": "青澜经开区的要闻",
    "ColumnKeywords": "要闻,青澜",
    "ColumnType": "工作动态",
    "og:title": "要闻",
    "og:url": f"https://{HOST}/",
}
STORY = {
    "ArticleTitle": "云栖桥通车",
    "PubDate": "2026-11-16 09:30",
    "ContentSource": "青澜新报",
    "Image": f"https://{HOST}/media/photos/1.jpg",
    "Url": f"https://{HOST}/stories/1/",
}
LISTED = '<a href="/stories/1/">云栖桥通车</a> <time>2026-11-16</time>'
CANONICAL = f'<link rel="canonical" href="https://{HOST}/">'
NEWS_ARTICLE = json.dumps({"@type": "NewsArticle"})


def html(tags=TAGS, main=LISTED, head=CANONICAL, script=""):
    written = "".join(f'<meta name="{name}" content="{text}">' for name, text in tags.items())
    told = f'<script type="application/ld+json">{script}</script>' if script else ""
    return f"<title>x</title>{written}{head}{told}<main>{main}</main>"


def site(**pages):
    """A faultless site, with other pages at some addresses: `site(**{"/x/": html()})`."""
    whole = {
        **{address: html() for address in START},
        "/stories/1/": html(TAGS | STORY, "", script=NEWS_ARTICLE),
        **pages,
    }

    def fetch(address):
        page = whole.get(address)
        if page is None:
            return Answer(address, 404, 0.1, b"", "text/html")
        if isinstance(page, Answer):
            return page
        return Answer(address, 200, 0.1, page.encode(), "text/html; charset=utf-8")

    return fetch


def faults(**pages):
    return inspect(site(**pages), HOST, NOW).faults


def without(tags, name):
    return {key: text for key, text in tags.items() if key != name}


def test_faultless_site_has_no_fault():
    inspection = inspect(site(), HOST, NOW)

    assert inspection.faults == []
    assert inspection.is_whole
    assert inspection.visited == len(START) + 1


PLANTED = [
    (
        {"/officials/": html(without(TAGS, "ColumnType"))},
        Fault("missing_tag", "/officials/", "ColumnType"),
    ),
    (
        {"/officials/": html(TAGS | {"ColumnType": "新闻"})},
        Fault("malformed_tag", "/officials/", "ColumnType: 新闻"),
    ),
    ({"/events/": html(main="<p>暂无</p>")}, Fault("empty_section", "/events/")),
    (
        {"/stories/": html(main='<a href="/stories/1/"></a><time>2026-11-01</time>')},
        Fault("stale_section", "/stories/", "2026-11-01"),
    ),
    (
        {"/departments/": html(main=f'{LISTED}<a href="/gone/">旧页</a>')},
        Fault("dead_link", "/departments/", "/gone/ (404)"),
    ),
    (
        {"/robots.txt": Answer("/robots.txt", 200, 3.21, b"", "text/plain")},
        Fault("slow_page", "/robots.txt", "3.2"),
    ),
]


@pytest.mark.parametrize(("pages", "fault"), PLANTED, ids=[fault.kind for _, fault in PLANTED])
def test_planted_fault_is_the_one_that_is_found(pages, fault):
    assert faults(**pages) == [fault]


def test_one_fault_of_each_kind_is_found_and_nothing_else():
    pages = {
        address: page
        for planted, fault in PLANTED
        if fault.kind != "malformed_tag"
        for address, page in planted.items()
    }
    pages["/stories/1/"] = html(
        TAGS | STORY | {"PubDate": "2026年11月16日"}, "", script=NEWS_ARTICLE
    )

    assert [fault.kind for fault in faults(**pages)] == sorted(fault.kind for _, fault in PLANTED)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("SiteDomain", "http://news.example.cn"),
        ("SiteIDCode", "12"),
        ("PubDate", "2026-11-16"),
        ("PubDate", "2026-11-16 09:30:00"),
        ("PubDate", "2026-13-16 09:30"),
        ("PubDate", "2026-11-17 09:30"),
        ("Image", "/media/photos/1.jpg"),
        ("Url", "/stories/1/"),
    ],
)
def test_tag_in_another_form_than_the_rules_ask_is_malformed(name, content):
    page = html(TAGS | STORY | {name: content}, "", script=NEWS_ARTICLE)

    found = faults(**{"/stories/1/": page})

    assert found == [Fault("malformed_tag", "/stories/1/", f"{name}: {content}")]


@pytest.mark.parametrize("name", [*TAGS, *STORY, "canonical", "NewsArticle"])
def test_story_needs_every_required_tag(name):
    page = html(
        without(TAGS | STORY, name),
        "",
        head="" if name == "canonical" else CANONICAL,
        script="" if name == "NewsArticle" else NEWS_ARTICLE,
    )
    expected = [Fault("missing_tag", "/stories/1/", name)] if name not in ("Image", "Url") else []

    assert faults(**{"/stories/1/": page}) == expected


def test_front_page_needs_the_tags_of_the_site_only():
    tags = {name: text for name, text in TAGS.items() if not name.startswith("Column")}

    assert faults(**{"/": html(tags)}) == []


def test_tag_that_stands_twice_and_data_that_are_none_are_malformed():
    page = html(head=CANONICAL * 2, script="{")

    assert [fault.detail.partition(":")[0] for fault in faults(**{"/events/": page})] == [
        "JSON-LD",
        "canonical",
    ]


@pytest.mark.parametrize(("day", "is_stale"), [("2026-05-17", False), ("2026-05-16", True)])
def test_department_may_be_without_news_for_half_a_year(day, is_stale):
    main = f'<a href="/stories/1/"></a><time>{day}</time>'
    page = Page(Answer("/departments/x/", 200, 0.1, html(main=main).encode(), "text/html"), HOST)

    assert [fault.kind for fault in faults_of(page, NOW)] == ["stale_section"] * is_stale


def test_day_to_come_is_no_news():
    main = '<a href="/stories/1/"></a><time>2026-12-01</time><time>2026-10-01</time>'

    assert faults(**{"/events/": html(main=main)}) == [
        Fault("stale_section", "/events/", "2026-10-01")
    ]


def test_links_are_followed_within_the_site_only():
    main = (
        f'{LISTED}<a href="https://{HOST}/full/"></a><a href="../up/#part"></a>'
        '<a href="https://elsewhere.example.cn/x/"></a><a href="mailto:a@example.cn"></a>'
        '<a href="/admin/"></a><a href="?since=2026-01-01"></a><a href="http://[bad"></a>'
    )
    pages = {"/stories/": html(main=main)}
    asked = []

    def fetch(address):
        asked.append(address)
        return site(**pages)(address)

    inspect(fetch, HOST, NOW)

    assert sorted(set(asked) - set(START)) == ["/full/", "/stories/1/", "/up/"]


def test_redirect_is_followed():
    pages = {
        "/stories/": html(main=f'{LISTED}<a href="/old/"></a>'),
        "/old/": Answer("/old/", 301, 0.1, location="/nothing/"),
    }

    assert faults(**pages) == [Fault("dead_link", "/old/", "/nothing/ (404)")]


def test_walk_ends_at_its_limit_and_says_so():
    inspection = inspect(site(), HOST, NOW, most=2)

    assert (inspection.visited, inspection.is_whole) == (2, False)


def test_links_that_say_not_to_follow_are_not_followed():
    form = '<a rel="external nofollow" href="/gone/">我要纠错</a>'
    page = Page(Answer("/", 200, 0.1, html(main=form).encode(), "text/html"), HOST)

    assert "/gone/" not in page.links
