"""Lists of stories filtered by the address."""

import datetime
import re

import pytest
from django.http import QueryDict

from articles import filters
from articles.filters import StoryFilter
from articles.models import Event, Version
from people.models import DepartmentAlias, Official
from tests.factories import (
    make_department,
    make_official,
    make_released,
    make_reporter,
    make_reviewers,
    make_version,
    make_writer,
    release,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def stories():
    """Three live stories that differ in everything that can be asked for, the newest first."""
    staff = make_writer(), make_reviewers()
    education = make_department("青澜经开区教育文体局")
    DepartmentAlias.objects.create(department=education, name="教体局")
    court = make_department("青澜经开区法院")
    shen, gu = make_official("沈砚秋"), make_official("顾行舟")
    su, jiang = make_reporter("苏未央"), make_reporter("江晚晴")
    meeting = Event.objects.create(kind="meeting", name="府院联席会议")
    return [
        make_released(headline, datetime.date(*day), staff=staff, **links)
        for headline, day, links in (
            ("三", (2023, 4, 5), {"departments": [education, court], "officials": [shen, gu]}),
            ("二", (2023, 4, 4), {"departments": [court], "reporters": [su], "event": meeting}),
            ("一", (2023, 4, 3), {"officials": [shen], "reporters": [jiang]}),
        )
    ]


def asked(query):
    return StoryFilter(QueryDict(query))


def listed(query):
    stories = asked(query).narrow(Version.objects.live())
    return [version.headline for version in stories.newest_first()]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ["三", "二", "一"]),
        ("since=2023-04-04", ["三", "二"]),
        ("until=2023-04-04", ["二", "一"]),
        ("since=2023-04-04&until=2023-04-04", ["二"]),
        ("since=2023-04-05&until=2023-04-03", []),
        ("department=青澜经开区教育文体局", ["三"]),
        ("department=教体局", ["三"]),
        ("department=qing-lan-jing-kai-qu-fa-yuan", ["三", "二"]),
        ("official=沈砚秋", ["三", "一"]),
        ("official=gu-xing-zhou", ["三"]),
        ("reporter=苏未央", ["二"]),
        ("event=meeting", ["二"]),
        ("event=forum", []),
        ("official=沈砚秋&department=教体局", ["三"]),
        ("official=+沈砚秋+", ["三", "一"]),
        ("official=&since=", ["三", "二", "一"]),
        ("unknown=1", ["三", "二", "一"]),
    ],
)
def test_filter_lists_what_was_asked_for(stories, query, expected):
    assert listed(query) == expected


@pytest.mark.parametrize("many", [1, 500])
def test_filter_finds_the_same_by_either_way(stories, monkeypatch, many):
    monkeypatch.setattr(filters, "MANY", many)

    assert listed("official=沈砚秋") == ["三", "一"]
    assert listed("official=沈砚秋&department=教体局") == ["三"]


def test_name_borne_by_two_officials_finds_the_stories_of_both_once(stories):
    namesakes = [Official.objects.get(slug="shen-yan-qiu"), make_official("沈砚秋")]
    make_released("五", datetime.date(2023, 4, 7), officials=namesakes)
    make_released("四", datetime.date(2023, 4, 6), officials=namesakes[1:])

    assert listed("official=沈砚秋") == ["五", "四", "三", "一"]
    assert listed("official=shen-yan-qiu-2") == ["五", "四"]


@pytest.mark.parametrize(
    ("query", "problem"),
    [
        ("official=无此人", "No official is called “无此人”."),
        ("department=无此局", "No department is called “无此局”."),
        ("reporter=无此人", "No reporter is called “无此人”."),
    ],
)
def test_name_that_nobody_bears_lists_nothing_and_says_so(stories, query, problem):
    filtered = asked(query)

    assert list(filtered.narrow(Version.objects.live())) == []
    assert filtered.problems == [problem]


@pytest.mark.parametrize(
    ("kind", "make"),
    [
        ("department", make_department),
        ("official", make_official),
        ("reporter", make_reporter),
    ],
)
def test_name_that_no_live_story_tells_is_nobody_yet(client, kind, make):
    learned = make("未经确认者", is_confirmed=False)
    version = make_version(**{f"{kind}s": [learned]})
    query = f"/stories/?{kind}={learned.slug}"

    page = client.get(query)
    assert page.context["stories"].filter.problems == [f"No {kind} is called “{learned.slug}”."]
    assert "未经确认者" not in page.content.decode()

    release(version)
    assert "未经确认者" in client.get(query).content.decode()


def test_names_are_no_longer_suggested_once_they_are_not_confirmed(client):
    body = make_department("撤销局")
    assert "撤销局" in client.get("/stories/").content.decode()

    type(body).objects.filter(pk=body.pk).update(is_confirmed=False)

    assert "撤销局" not in client.get("/stories/").content.decode()


@pytest.mark.parametrize(
    "query",
    [
        "since=yesterday",
        "since=2023-02-30",
        "event=carnival",
        "official=" + "长" * 101,
        "since=2023-04-03&official=无此人",
    ],
)
def test_unusable_value_lists_nothing_and_is_explained(client, stories, query):
    response = client.get(f"/stories/?{query}")

    assert response.status_code == 200
    assert response.context["stories"].cards == []
    assert len(response.context["stories"].filter.problems) == 1
    assert 'class="problem"' in response.content.decode()


def test_each_active_filter_is_a_chip_that_leads_to_the_list_without_it(stories):
    filtered = asked("since=2023-04-01&department=教体局&event=meeting&official=无此人")

    assert [(chip.label, chip.is_valid) for chip in filtered.chips] == [
        ("From: 2023-04-01", True),
        ("Department: 青澜经开区教育文体局", True),
        ("Official: 无此人", False),
        ("Kind of event: meeting", True),
    ]
    without = QueryDict(filtered.chips[2].url_without.removeprefix("?"))
    assert without.dict() == {
        "since": "2023-04-01",
        "department": "教体局",
        "event": "meeting",
    }


def test_chips_and_values_stand_on_the_page(client, stories):
    page = client.get("/stories/?official=沈砚秋&event=meeting").content.decode()

    assert re.findall(r'class="chip" href="/stories/\?([^"]*)"', page) == [
        "event=meeting",
        "official=%E6%B2%88%E7%A0%9A%E7%A7%8B",
    ]
    assert 'name="official" value="沈砚秋"' in page
    assert '<option value="meeting" selected>' in page


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("/departments/qing-lan-jing-kai-qu-fa-yuan/?official=沈砚秋", ["三"]),
        ("/officials/shen-yan-qiu/?until=2023-04-03", ["一"]),
        ("/reporters/su-wei-yang/?event=meeting", ["二"]),
        ("/2023/04/?department=教体局", ["三"]),
        # A page's own filter cannot be asked away.
        ("/officials/gu-xing-zhou/?official=shen-yan-qiu", ["三"]),
        ("/2023/04/?since=2020-01-01&until=2020-01-02", ["三", "二", "一"]),
    ],
)
def test_every_list_is_filtered(client, stories, address, expected):
    cards = client.get(address).context["stories"].cards

    assert [card.headline for card in cards] == expected


def test_day_and_events_are_filtered(client, stories):
    day = client.get("/2023/04/05/?reporter=苏未央")
    events = client.get("/events/?reporter=苏未央")
    no_events = client.get("/events/?reporter=江晚晴")

    assert (day.status_code, day.context["pages"]) == (200, [])
    assert [covered.event.name for covered in events.context["events"]] == ["府院联席会议"]
    assert no_events.context["events"] == []
