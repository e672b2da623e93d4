import pytest

from articles import selections
from articles.models import Event
from tests.factories import make_released, make_reviewers, make_version, make_writer

pytestmark = pytest.mark.django_db


def test_stories_of_a_kind_of_event_are_the_same_whether_it_is_rare_or_common():
    staff = make_writer(), make_reviewers()
    forum = Event.objects.create(kind="forum", name="青澜论坛")
    other = Event.objects.create(kind="meeting", name="例会")
    wanted = make_released("论坛开幕", event=forum, staff=staff)
    make_released("例会召开", event=other, staff=staff)
    make_released("没有活动", staff=staff)
    make_version("草稿", event=forum)

    for select in (selections._of_rare_kind, selections._of_common_kind, selections.of_kind):
        assert list(select(kind="forum").queryset) == [wanted]
        assert [row.id for row in select(kind="forum").newest()] == [wanted.pk]
