"""What search engines are told."""

import datetime

import pytest
from django.utils import timezone
from lxml import etree

from articles import workflow
from articles.revisions import begin_version
from tests.articles.views.pages import DAY, linked, story_url, text_of
from tests.factories import make_version, release

pytestmark = pytest.mark.django_db
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"


def addresses(response):
    """The addresses that a sitemap names, without the host, read strictly."""
    assert response.status_code == 200
    assert response["Content-Type"] == "application/xml"
    found = etree.fromstring(response.content).iter(f"{MAP}loc")
    return [location.text.removeprefix("http://testserver") for location in found]


def test_robots_are_told_where_the_sitemaps_are_and_where_nothing_is(client):
    response = client.get("/robots.txt")

    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert text_of(response).splitlines() == [
        "User-agent: *",
        "Disallow: /admin/",
        "Disallow: /preview/",
        "",
        "Sitemap: http://testserver/sitemap.xml",
        "Sitemap: http://testserver/sitemaps/news.xml",
    ]


def test_index_names_each_month_with_live_stories(client, released, staff):
    released(dated=datetime.date(2023, 4, 3))
    newest = released(dated=datetime.date(2023, 4, 9))
    released(dated=datetime.date(2003, 12, 31))
    make_version(dated=datetime.date(2023, 5, 1))
    gone = released(dated=datetime.date(2023, 6, 1))
    workflow.perform("withdraw", gone, by=staff[1][-1], note="事实有误")

    response = client.get("/sitemap.xml")

    assert addresses(response) == [
        "/sitemaps/sections.xml",
        "/sitemaps/2023-04.xml",
        "/sitemaps/2003-12.xml",
    ]
    (first, _second) = etree.fromstring(response.content).iter(f"{MAP}lastmod")
    assert datetime.datetime.fromisoformat(first.text) == newest.publish_at


def test_month_names_its_live_stories(client, released, staff):
    first = released(dated=datetime.date(2023, 4, 1))
    last = released(dated=datetime.date(2023, 4, 30))
    released(dated=datetime.date(2023, 5, 1))
    gone = released(dated=datetime.date(2023, 4, 2))
    workflow.perform("withdraw", gone, by=staff[1][-1], note="事实有误")

    response = client.get("/sitemaps/2023-04.xml")

    assert addresses(response) == [story_url(last), story_url(first)]
    changed = etree.fromstring(response.content).find(f"{MAP}url/{MAP}lastmod").text
    assert datetime.datetime.fromisoformat(changed) == last.publish_at


@pytest.mark.parametrize("month", ["2023-05", "2023-13", "0000-01"])
def test_month_without_stories_has_no_sitemap(client, released, month):
    released(dated=DAY)

    assert client.get(f"/sitemaps/{month}.xml").status_code == 404


def test_sections_are_pages_that_answer(client, released):
    version, _pages = linked(released)

    found = addresses(client.get("/sitemaps/sections.xml"))

    assert version.departments.get().get_absolute_url() in found
    assert version.mentions.get().official.get_absolute_url() in found
    assert version.credits.get().reporter.get_absolute_url() in found
    assert {client.get(address).status_code for address in found} == {200}


def test_body_known_from_a_draft_only_is_in_no_sitemap(client):
    version, _pages = linked(make_version)
    version.departments.update(is_confirmed=False)

    found = addresses(client.get("/sitemaps/sections.xml"))

    assert version.departments.get().get_absolute_url() not in found


def test_news_are_what_was_first_released_within_two_days(client, released, staff, monkeypatch):
    today = timezone.localdate()
    fresh = released("今日要闻 & 快讯\x0b", dated=today)
    released("今天才入库的旧闻", dated=datetime.date(2003, 4, 3))
    response = client.get("/sitemaps/news.xml")
    entry = etree.fromstring(response.content).find(f"{MAP}url/{NEWS}news")

    assert addresses(response) == [story_url(fresh)]
    assert entry.findtext(f"{NEWS}title") == "今日要闻 & 快讯"
    assert entry.findtext(f"{NEWS}publication/{NEWS}name") == "青澜新报"
    assert entry.findtext(f"{NEWS}publication/{NEWS}language") == "zh-cn"
    released_at = datetime.datetime.fromisoformat(entry.findtext(f"{NEWS}publication_date"))
    assert released_at == fresh.publish_at

    later = fresh.publish_at + datetime.timedelta(days=2, hours=1)
    release(begin_version(fresh, by=staff[0]), at=later, staff=staff)
    monkeypatch.setattr(timezone, "now", lambda: later)
    assert addresses(client.get("/sitemaps/news.xml")) == []


@pytest.mark.parametrize(
    ("address", "queries"),
    [
        ("/sitemap.xml", 1),
        ("/sitemaps/2023-04.xml", 1),
        ("/sitemaps/news.xml", 1),
        ("/sitemaps/sections.xml", 3),
    ],
)
def test_sitemap_takes_as_many_queries_for_many_stories(
    client, released, django_assert_num_queries, address, queries
):
    for day in range(1, 5):
        released(dated=DAY.replace(day=day))
    with django_assert_num_queries(queries):
        client.get(address)


def test_browsers_are_told_how_to_search(client, settings):
    settings.PAPER_NAME = "青澜新报<>"
    page = text_of(client.get("/"))
    link = '<link rel="search" type="application/opensearchdescription+xml"'
    assert f'{link} title="青澜新报&lt;&gt;" href="/opensearch.xml">' in page

    response = client.get("/opensearch.xml")

    assert response["Content-Type"] == "application/opensearchdescription+xml"
    told = etree.fromstring(response.content)
    name, _description, _encoding, image, url = told
    assert (name.text, url.get("template")) == (
        "青澜新报<>",
        "http://testserver/search/?q={searchTerms}",
    )
    assert image.text == "http://testserver/static/newsroom/icon.svg"
