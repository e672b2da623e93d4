"""Editions as papers: the calendar, the paper, its pages, and what is missing of it."""

import datetime
import re

import pytest
from django.utils import timezone

from articles import workflow
from articles.models import Credit, Edition
from tests.articles.views.pages import DAY, text_of
from tests.factories import make_page, make_version, release

pytestmark = pytest.mark.django_db

PAPER = f"/editions/{DAY}/"


@pytest.fixture
def printed(released):
    """Releases a story on a printed page."""

    def make(headline, number="01", name="要闻", day=DAY, **kwargs):
        page = make_page(day, number, name)
        return released(headline, dated=day, page=page, edition=page.edition, **kwargs)

    return make


def links(response, pattern):
    return re.findall(rf'href="({pattern})"', text_of(response))


def test_calendar_leads_to_the_papers_of_the_newest_year_and_to_other_years(client, printed):
    printed("旧闻", day=datetime.date(2009, 5, 6))
    printed("云栖桥通车")
    make_page(datetime.date(2023, 4, 7))

    response = client.get("/editions/")

    assert links(response, r"/editions/\d+-[^\"]+") == [PAPER]
    years = links(response, r"/editions/\d{4}/")
    assert (years[0], years[-1], len(years)) == ("/editions/2023/", "/editions/2009/", 15)
    assert links(client.get("/editions/2009/"), r"/editions/\d+-[^\"]+") == [
        "/editions/2009-05-06/"
    ]
    assert client.get("/editions/2008/").status_code == 404


def test_calendar_without_papers_says_so(client):
    assert "No papers yet." in text_of(client.get("/editions/"))


def test_navigation_leads_to_the_newest_paper(client, printed):
    printed("云栖桥通车")
    printed("明天的稿件", day=timezone.localdate() + datetime.timedelta(days=1))

    assert 'href="/editions/latest/"' in text_of(client.get("/"))
    response = client.get("/editions/latest/")
    assert (response.status_code, response["Location"]) == (302, PAPER)
    assert response["Cache-Control"] == "no-cache"


def test_latest_before_the_first_paper_leads_to_the_calendar(client):
    assert client.get("/editions/latest/")["Location"] == "/editions/"


def test_paper_stands_page_by_page_with_headlines_and_text_in_order(client, staff):
    Edition.objects.create(date=DAY, number=1203)
    for headline, number, name, position in (
        ("综合稿", "02", "综合", 1),
        ("二条", "01", "要闻", 2),
        ("头条", "01", "要闻", 1),
    ):
        page = make_page(DAY, number, name)
        version = make_version(
            headline, dated=DAY, page=page, edition=page.edition, position=position, kicker="引题"
        )
        Credit.objects.create(version=version, as_printed="苏未央")
        release(version, staff=staff)

    response = client.get(PAPER)
    page = text_of(response)

    assert "1203" in page
    assert re.findall(r'<h[23].*?id="[^"]*".*?>(?:<a[^>]*>)?([^<]*)<', page) == [
        "Page 01：要闻",
        *("头条", "二条"),
        "Page 02：综合",
        "综合稿",
    ]
    anchors = re.findall(r'href="#(story-\d+)"', page)
    assert anchors == re.findall(r'<article class="printed" id="(story-\d+)"', page)
    assert page.count('<p class="byline">苏未央</p>') == 3
    assert page.count("柳汐公园环湖步道建成开放") == 3


def test_paper_leads_to_the_issues_beside_it_that_readers_may_read(client, printed):
    for day in (1, 3, 10):
        printed("稿件", day=datetime.date(2023, 4, day))
    page = make_page(datetime.date(2023, 4, 5))
    make_version(dated=page.edition.date, page=page, edition=page.edition)

    for address in (PAPER, f"{PAPER}01/"):
        text = text_of(client.get(address))
        assert 'rel="prev" href="/editions/2023-04-01/"' in text
        assert 'rel="next" href="/editions/2023-04-10/"' in text


def test_page_has_its_stories_in_full_and_leads_to_the_pages_beside_it(client, printed):
    printed("一版稿", "01")
    printed("二版稿", "02", "综合")
    printed("四版稿", "04", "副刊")

    response = client.get(f"{PAPER}02/")
    page = text_of(response)

    assert "二版稿" in page
    assert "一版稿" not in page
    assert page.count("柳汐公园环湖步道建成开放") == 1
    assert f'rel="prev" href="{PAPER}01/"' in page
    assert f'rel="next" class="is-next" href="{PAPER}04/"' in page


def test_missing_page_is_said_to_be_missing(client, printed):
    printed("一版稿", "01")
    printed("四版稿", "04", "副刊")

    assert "Not on this site: page 02、03" in text_of(client.get(PAPER))
    response = client.get(f"{PAPER}02/")
    assert response.status_code == 404
    assert "Page 02 is missing" in text_of(response)
    assert f'href="{PAPER}04/"' in text_of(response)
    assert "is missing" not in text_of(client.get(f"{PAPER}05/"))


def test_page_whose_stories_are_withdrawn_or_embargoed_is_missing_too(client, printed, staff):
    withdrawn = printed("撤回的稿件", "01")
    printed("明天的稿件", "02", "综合", at=timezone.now() + datetime.timedelta(days=1))
    printed("三版稿", "03", "副刊")
    workflow.perform("withdraw", withdrawn, by=staff[1][-1], note="事实有误")

    page = text_of(client.get(PAPER))

    assert "page 01、02" in page
    assert "综合" not in page
    assert client.get(f"{PAPER}01/").status_code == 404


def test_paper_whose_last_story_is_withdrawn_is_gone(client, printed, staff):
    version = printed("云栖桥通车")
    workflow.perform("withdraw", version, by=staff[1][-1], note="事实有误")

    for address in (PAPER, f"{PAPER}01/", "/editions/2023/"):
        assert client.get(address).status_code == 404
    assert PAPER not in text_of(client.get("/editions/"))


def test_story_without_a_page_on_record_stands_last(client, printed, released):
    page = printed("一版稿").page
    released("版次不明", dated=DAY, edition=page.edition)

    paper = client.get(PAPER).context["paper"]

    assert [(p.number, [s.headline for s in p.stories]) for p in paper.pages] == [
        ("01", ["一版稿"]),
        ("", ["版次不明"]),
    ]


def test_story_and_day_lead_to_the_paper(client, printed):
    version = printed("云栖桥通车")

    assert f'href="{PAPER}01/"' in text_of(client.get(version.get_absolute_url()))
    assert f'href="{PAPER}"' in text_of(client.get("/2023/04/03/"))


def test_day_leads_to_no_paper_that_readers_may_not_read(client, printed, released):
    printed("明天的稿件", at=timezone.now() + datetime.timedelta(days=1))
    released("只在网上", dated=DAY)

    assert f'href="{PAPER}"' not in text_of(client.get("/2023/04/03/"))
