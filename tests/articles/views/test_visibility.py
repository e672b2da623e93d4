"""What readers must find on every page that it belongs to, and what they must never see."""

import datetime

import pytest
from django.utils import timezone

from articles import workflow
from articles.models import Event
from tests.articles.views.pages import (
    headlines,
    linked,
    pages_that_name,
    story_url,
    text_of,
)
from tests.factories import (
    make_version,
)

pytestmark = pytest.mark.django_db


def test_live_story_stands_on_every_page_that_it_belongs_to(client, released):
    _version, pages = linked(released)

    named = pages_that_name(client, "云栖桥通车", pages)

    assert set(pages) - set(named) == {*("/2023/", "/editions/", "/departments/", "/officials/")}


def test_draft_stands_nowhere(client):
    version, pages = linked(make_version)

    assert pages_that_name(client, "云栖桥通车", pages) == []
    assert client.get(story_url(version)).status_code == 404


def test_embargoed_story_stands_nowhere_until_its_moment(client, released):
    tomorrow = timezone.now() + datetime.timedelta(days=1)
    version, pages = linked(released, at=tomorrow)

    assert pages_that_name(client, "云栖桥通车", pages) == []
    assert client.get(story_url(version)).status_code == 404


def test_withdrawn_story_stands_nowhere_and_answers_gone(client, released, staff):
    version, pages = linked(released)
    workflow.perform("withdraw", version, by=staff[1][-1], note="事实有误")

    response = client.get(story_url(version))

    assert pages_that_name(client, "云栖桥通车", pages) == []
    assert response.status_code == 410
    assert "云栖桥通车" not in text_of(response)
    assert 'href="/departments/"' in text_of(response)


def test_withdrawal_says_since_when_and_what_readers_are_told(client, released, staff):
    version = released()
    workflow.perform(
        "withdraw",
        version,
        by=staff[1][-1],
        note="当事人投诉",
        note_to_readers="文中数字有误，核实后另行刊发。",
    )

    page = text_of(client.get(story_url(version)))

    assert "文中数字有误，核实后另行刊发。" in page
    assert "当事人投诉" not in page
    assert f'<time datetime="{timezone.localdate().isoformat()}">' in page


def test_what_is_not_there_is_kept_by_nobody(client, released, staff):
    withdrawn = released()
    workflow.perform("withdraw", withdrawn, by=staff[1][-1], note="事实有误")
    embargoed = released(at=timezone.now() + datetime.timedelta(days=1))

    for version, status in ((withdrawn, 410), (embargoed, 404)):
        response = client.get(story_url(version))
        assert (response.status_code, response["Cache-Control"]) == (status, "no-store")


@pytest.mark.parametrize("path", ["/", "/stories/", "/search/?q=云栖", "/sitemap.xml", None])
def test_what_readers_may_lose_is_asked_for_anew_each_time(client, released, path):
    story = released("云栖桥通车")

    response = client.get(path or story_url(story))

    assert (response.status_code, response["Cache-Control"]) == (200, "no-cache")


def test_story_withdrawn_before_its_moment_was_never_known(client, released, staff, monkeypatch):
    version = released(at=timezone.now() + datetime.timedelta(days=1))
    workflow.perform("withdraw", version, by=staff[1][-1], note="不再需要")

    assert client.get(story_url(version)).status_code == 404
    two_days_on = timezone.now() + datetime.timedelta(days=2)
    monkeypatch.setattr(timezone, "now", lambda: two_days_on)
    assert client.get(story_url(version)).status_code == 404


def test_next_version_in_preparation_leaves_the_live_one_to_readers(client, released):
    live = released("云栖桥通车")
    make_version("云栖桥正式通车", article=live.article)

    assert headlines(client.get("/stories/")) == ["云栖桥通车"]
    assert "云栖桥正式通车" not in text_of(client.get(story_url(live)))


@pytest.mark.parametrize(
    "address",
    [
        "/2023/02/30/",
        "/2023/13/",
        "/0000/",
        "/2023/4/",
        "/1999/",
        "/1999/01/",
        "/1999/01/01/",
        "/editions/1999/",
        "/editions/1999-01-01/",
        "/editions/2023-02-30/",
        "/editions/1999-01-01/01/",
        "/stories/999/",
        "/stories/01/",
        "/stories/99999999999999999999999/",
        "/events/999/",
        "/departments/nobody/",
        "/officials/nobody/",
        "/reporters/nobody/",
    ],
)
def test_address_of_nothing_answers_not_found(client, address):
    assert client.get(address).status_code == 404


def test_page_that_does_not_exist_helps_to_find_one(client):
    page = text_of(client.get("/stories/999/"))

    assert 'name="since"' in page
    assert 'href="/departments/"' in page


def test_event_without_live_story_is_not_known(client):
    event = Event.objects.create(kind="forum", name="未公开的论坛")
    make_version(event=event)

    assert client.get(event.get_absolute_url()).status_code == 404
    assert "未公开的论坛" not in text_of(client.get("/events/"))
