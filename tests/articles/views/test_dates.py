"""The archive by year, month and day."""

import datetime
import re

import pytest
from django.utils import timezone

from articles import workflow
from articles.models import Edition
from tests.articles.views.pages import (
    DAY,
    headlines,
    text_of,
)
from tests.factories import (
    make_page,
    make_version,
)

pytestmark = pytest.mark.django_db


def test_year_links_the_days_with_stories(client, released):
    released(dated=DAY)
    released(dated=datetime.date(2021, 1, 1))

    page = text_of(client.get("/2023/"))

    assert re.findall(r'href="(/2023/[^"]+)"', page) == ["/2023/04/", "/2023/04/03/"]
    assert 'rel="prev" href="/2021/"' in page


def test_month_lists_its_stories_and_links_the_months_beside(client, released):
    released("四月", dated=DAY)
    released("三月", dated=datetime.date(2023, 3, 31))
    released("六月", dated=datetime.date(2023, 6, 1))

    response = client.get("/2023/04/")

    assert headlines(response) == ["四月"]
    assert 'rel="prev" href="/2023/03/"' in text_of(response)
    assert 'rel="next" href="/2023/06/"' in text_of(response)


def test_day_groups_its_stories_by_printed_page(client, released):
    Edition.objects.create(date=DAY, number=1203)
    first, second = make_page(DAY, "01", "要闻"), make_page(DAY, "02", "综合")
    released("综合稿", dated=DAY, page=second, edition=second.edition, position=1)
    released("二条", dated=DAY, page=first, edition=first.edition, position=2)
    released("头条", dated=DAY, page=first, edition=first.edition, position=1)
    released("网上的消息", dated=DAY)

    response = client.get("/2023/04/03/")

    assert [
        (page.number, [story.headline for story in page.stories])
        for page in response.context["pages"]
    ] == [("01", ["头条", "二条"]), ("02", ["综合稿"]), ("", ["网上的消息"])]
    assert "1203" in text_of(response)


def test_day_leads_to_the_days_with_stories_beside_it(client, released):
    for day in (1, 3, 10):
        released(dated=datetime.date(2023, 4, day))
    make_version(dated=datetime.date(2023, 4, 5))

    page = text_of(client.get("/2023/04/03/"))

    assert 'rel="prev" href="/2023/04/01/"' in page
    assert 'rel="next" href="/2023/04/10/"' in page


def test_day_without_stories_still_leads_to_its_neighbours(client, released):
    released(dated=DAY)

    response = client.get("/2023/04/04/")

    assert response.status_code == 404
    assert 'rel="prev" href="/2023/04/03/"' in text_of(response)


def test_today_without_stories_is_only_empty_so_far(client):
    assert client.get(f"/{timezone.localdate():%Y/%m/%d}/").status_code == 200


def test_day_says_which_pages_of_its_paper_are_missing(client, released):
    first, third = make_page(DAY, "01", "要闻"), make_page(DAY, "03", "综合")
    for page in (first, third):
        released(dated=DAY, page=page, edition=page.edition)

    assert "Page 02 of this paper is missing" in text_of(client.get("/2023/04/03/"))

    Edition.objects.update(pages_expected=4)
    assert "Pages 02、04 of this paper are missing" in text_of(client.get("/2023/04/03/"))


def test_whole_paper_says_nothing_of_missing_pages(client, released):
    page = make_page(DAY, "01", "要闻")
    released(dated=DAY, page=page, edition=page.edition)

    assert "missing" not in text_of(client.get("/2023/04/03/"))


def test_year_shades_its_days_by_their_stories_and_says_how_many(client, released, staff):
    busiest, quiet = DAY, datetime.date(2023, 7, 1)
    for _ in range(4):
        released(dated=busiest)
    released(dated=quiet)
    released(dated=quiet, at=timezone.now() + datetime.timedelta(days=1))
    withdrawn = released(dated=quiet)
    workflow.perform("withdraw", withdrawn, by=staff[1][-1], note="事实有误")

    page = text_of(client.get("/2023/"))

    assert re.findall(r'class="(heat-\d)" href="(\S+)">\d+<span class="unseen"> (.*?)<', page) == [
        ("heat-4", "/2023/04/03/", "4 stories"),
        ("heat-1", "/2023/07/01/", "1 story"),
    ]
    assert "5 stories, shaded by day" in page


def test_day_recalls_the_first_stories_of_earlier_years(client, released, staff):
    page = make_page(datetime.date(2009, 4, 3))
    for position in (4, 2, 1, 3):
        released(
            f"2009年第{position}条",
            dated=page.edition.date,
            page=page,
            edition=page.edition,
            position=position,
        )
    released("去年此日", dated=datetime.date(2022, 4, 3))
    released("次日", dated=datetime.date(2022, 4, 4))
    withdrawn = released("撤回的稿件", dated=datetime.date(2022, 4, 3))
    workflow.perform("withdraw", withdrawn, by=staff[1][-1], note="事实有误")
    released(dated=DAY)

    earlier = client.get("/2023/04/03/").context["earlier"]

    assert [(year.day.year, year.total) for year in earlier] == [(2022, 1), (2009, 4)]
    assert [headline for _url, headline in earlier[1].stories] == [
        f"2009年第{position}条" for position in (1, 2, 3)
    ]


def test_on_this_day_recalls_earlier_years_of_today(client, released, monkeypatch):
    released("十年前", dated=datetime.date(2013, 4, 3))
    released("今年", dated=DAY)
    noon = datetime.datetime(2023, 4, 3, 12, tzinfo=datetime.UTC)
    monkeypatch.setattr(timezone, "localdate", lambda: noon.date())

    page = text_of(client.get("/on-this-day/"))

    assert "十年前" in page
    assert "今年" not in page


def test_leap_day_is_compared_with_leap_days(client, released):
    released("闰日旧闻", dated=datetime.date(2020, 2, 29))
    released("闰日", dated=datetime.date(2024, 2, 29))

    earlier = client.get("/2024/02/29/").context["earlier"]

    assert [year.day for year in earlier] == [datetime.date(2020, 2, 29)]
