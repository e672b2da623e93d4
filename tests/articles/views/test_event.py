"""The page of one event: where it was, who held it and who was there."""

import pytest

from articles.models import Event, EventHost, Mention
from tests.articles.views.pages import text_of
from tests.factories import make_department, make_official, make_version, release

pytestmark = pytest.mark.django_db


@pytest.fixture
def event():
    event = Event.objects.create(kind="meeting", name="供水保障会议", place="云岭会堂")
    body = make_department("云岭区水务局")
    EventHost.objects.create(event=event, name_as_printed="区水务局", department=body)
    EventHost.objects.create(event=event, role="organiser", name_as_printed="柳河镇", position=1)
    return event


def told(event, name, acts, **kwargs):
    version = make_version(event=event, **kwargs)
    Mention.objects.create(
        version=version, name_as_printed=name, official=make_official(name), acts=acts
    )
    return version


def test_event_tells_place_hosts_and_roles(client, event, staff):
    release(told(event, "沈砚秋", "主持、讲话"), staff=staff)
    text = text_of(client.get(event.get_absolute_url()))

    assert "云岭会堂" in text
    assert 'href="/departments/yun-ling-qu-shui-wu-ju/">区水务局</a>' in text
    assert "柳河镇" in text
    assert '<span class="in-role">主持、讲话</span>' in text
    assert 'href="/officials/shen-yan-qiu/">沈砚秋</a>' in text


def test_who_an_unreleased_story_names_is_not_told(client, event, staff):
    release(told(event, "沈砚秋", "主持"), staff=staff)
    told(event, "陆知衡", "出席")

    assert "陆知衡" not in text_of(client.get(event.get_absolute_url()))
