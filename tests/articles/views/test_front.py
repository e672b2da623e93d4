"""The front page."""

import datetime

import pytest
from django.utils import timezone

from tests.articles.views.pages import DAY, text_of
from tests.factories import (
    make_department,
    make_official,
    make_page,
    make_version,
    release,
)

pytestmark = pytest.mark.django_db


def test_front_page_without_stories_says_so(client):
    assert "No stories yet." in text_of(client.get("/"))


def test_front_page_leads_with_the_first_story_of_the_latest_paper(client, released):
    page = make_page(timezone.localdate())
    released("二条", dated=page.edition.date, page=page, edition=page.edition, position=2)
    released("头条", dated=page.edition.date, page=page, edition=page.edition, position=1)
    released("网上的消息", dated=page.edition.date)

    front = client.get("/").context["front"]

    assert front.edition == page.edition
    assert front.lead.headline == "头条"
    assert [story.headline for story in front.seconds] == ["二条"]
    assert [story.headline for story in front.newest] == ["网上的消息"]
    assert [(p.url, [h for _url, h in p.headlines]) for p in front.pages] == [
        (f"/editions/{page.edition.date}/01/", ["头条", "二条"])
    ]


def test_front_page_passes_over_papers_without_live_stories_and_papers_to_come(client, released):
    today = timezone.localdate()
    yesterday, tomorrow = (today + datetime.timedelta(days=days) for days in (-1, 1))
    page = make_page(yesterday)
    released(dated=yesterday, page=page, edition=page.edition)
    for day in (today, tomorrow):
        later = make_page(day)
        make_version(dated=day, page=later, edition=later.edition)
    early = make_page(tomorrow)
    released(dated=tomorrow, page=early, edition=early.edition)

    assert client.get("/").context["front"].edition == page.edition


def test_front_page_shows_what_departments_did_lately(client, released):
    bureau = make_department("青澜经开区教育局")
    for number in range(15):
        released(f"第{number}条", departments=[bureau])

    sections = client.get("/").context["front"].sections

    assert [(section.name, len(section.stories)) for section in sections] == [
        ("青澜经开区教育局", 2)
    ]


def test_front_page_leads_with_a_page_before_stories_of_the_web(client, released):
    page = make_page(DAY)
    released("只在网上", dated=DAY, edition=page.edition)
    released("版面头条", dated=DAY, edition=page.edition, page=page)

    assert client.get("/").context["front"].lead.headline == "版面头条"


def test_front_page_tells_what_leaders_did_in_the_latest_paper(client, released, staff):
    page = make_page(timezone.localdate())
    first, second = make_official("沈砚秋"), make_official("卓远山")

    def printed(headline, position, acts):
        version = make_version(
            headline,
            dated=page.edition.date,
            page=page,
            edition=page.edition,
            position=position,
            officials=acts,
        )
        for official, act in acts.items():
            version.mentions.filter(official=official).update(acts=act)
        return release(version, staff=staff)

    printed("云栖桥通车", 1, {first: "出席、讲话", second: ""})
    printed("调研重点项目", 2, {second: "调研"})
    printed("消防演练", 3, {first: "出席"})
    printed("图书馆开馆", 4, {first: "出席"})

    leaders = client.get("/").context["front"].leaders

    assert [(one.name, [(acts, text) for acts, _url, text in one.did]) for one in leaders] == [
        ("沈砚秋", [("出席、讲话", "云栖桥通车"), ("出席", "消防演练")]),
        ("卓远山", [("调研", "调研重点项目")]),
    ]
