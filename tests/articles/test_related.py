"""Which stories stand beside a story."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles import workflow
from articles.models import Event
from articles.reading import Reading, live_story
from articles.related import REACH, likeness
from tests.factories import (
    make_department,
    make_official,
    make_released,
    make_reviewers,
    make_writer,
)

pytestmark = pytest.mark.django_db
DAY = datetime.date(2023, 4, 3)


@pytest.fixture
def staff():
    return make_writer(), make_reviewers()


@pytest.fixture
def story(staff):
    def make(headline, **kwargs):
        return make_released(headline, staff=staff, dated=kwargs.pop("dated", DAY), **kwargs)

    return make


def beside(version):
    row = live_story.first(article=version.article_id, now=timezone.now())
    return [related.headline for related in Reading(row).related]


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [
        ("云栖桥通车", "云栖桥通车", 1.0),
        ("云栖桥通车", "云栖桥，今起通车！", 2 * 3 / (4 + 6)),
        ("云栖桥通车", "柳汐公园开园", 0.0),
        ("", "云栖桥", 0.0),
        ("桥", "桥", 0.0),
    ],
)
def test_headlines_are_alike_by_the_pairs_of_characters_that_they_share(one, other, share):
    assert likeness(one, other) == pytest.approx(share)


def test_story_of_the_same_event_comes_first(story):
    event = Event.objects.create(kind="ceremony", name="通车仪式")
    official, department = make_official(), make_department()
    links = {"officials": [official], "departments": [department]}
    told = story("云栖桥通车", event=event, **links)
    story("老桥的一生", event=event)
    story("全区召开经济工作会议", **links)

    assert beside(told) == ["老桥的一生", "全区召开经济工作会议"]


def test_one_person_in_common_is_not_enough_without_words_in_common(story):
    official = make_official()
    told = story("云栖桥通车", officials=[official])
    story("春季学期开学", officials=[official])
    story("云栖桥进入最后一道工序", officials=[official])

    assert beside(told) == ["云栖桥进入最后一道工序"]


def test_words_alone_relate_stories_of_the_same_days(story):
    story("云栖桥合龙")
    told = story("云栖桥通车")
    story("柳汐公园开园")

    assert beside(told) == ["云栖桥合龙"]


def test_only_live_stories_are_related_and_the_story_itself_is_not(story, staff):
    event = Event.objects.create(kind="ceremony", name="通车仪式")
    told, gone = story("云栖桥通车", event=event), story("旧桥拆除", event=event)
    assert beside(told) == ["旧桥拆除"]

    workflow.perform("withdraw", gone, by=staff[1][-1], note="事实有误")

    assert beside(told) == []


def test_work_is_bounded_and_walks_indexes_only(story):
    """As many queries for any number of links, and no table is read from end to end."""
    official, department = make_official(), make_department()
    told = story("云栖桥通车", officials=[official], departments=[department])
    for _ in range(REACH):
        story("春季学期开学", officials=[official], departments=[department])
    row = live_story.first(article=told.article_id, now=timezone.now())
    reading = Reading(row)
    assert (len(reading.officials), len(reading.departments)) == (1, 1)

    with CaptureQueriesContext(
        connection,
    ) as queries:
        found = reading.related

    assert len(found) == 5
    assert len(queries) == 2
    if connection.vendor == "sqlite":
        for query in queries:
            with connection.cursor() as cursor:
                cursor.execute(f"EXPLAIN QUERY PLAN {query['sql']}")
                plan = [row[-1] for row in cursor.fetchall()]
            assert [step for step in plan if step.startswith("SCAN") and "INDEX" not in step] == []
