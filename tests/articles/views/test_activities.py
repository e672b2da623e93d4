"""The year of an official: a picture, its legend, and a table that says the same."""

import datetime

import pytest
from lxml import html

from articles import workflow
from articles.models import Event, Mention
from articles.templatetags.activities import MARKS
from tests.articles.views.pages import text_of
from tests.factories import make_official, make_version, release

pytestmark = pytest.mark.django_db
DAY = datetime.date(2023, 4, 3)


@pytest.fixture
def official():
    return make_official()


@pytest.fixture
def attended(staff, official):
    def make(name="供水保障会议", day=DAY, kind="meeting", acts="主持、讲话", **kwargs):
        event = Event.objects.create(date=day, name=name, kind=kind, **kwargs)
        version = make_version(event=event, dated=day)
        Mention.objects.create(
            version=version, name_as_printed=official.name, official=official, acts=acts
        )
        release(version, staff=staff)
        return event

    return make


def drawn(client, official, query=""):
    page = html.fromstring(text_of(client.get(official.get_absolute_url() + query)))
    (section,) = page.xpath("//section[@id='activities']")
    return section


def test_every_kind_has_a_form_of_its_own():
    assert set(MARKS) == set(Event.Kind.values)
    assert len(set(MARKS.values())) == len(MARKS)


def test_year_is_drawn_with_what_each_day_was(client, official, attended):
    attended("供水保障会议 <全区>", place="云岭会堂")
    section = drawn(client, official)

    assert section.xpath(".//h2/text()")[0].strip() == "Activities of 2023"
    pictures = section.xpath(".//svg[@role='img']")
    assert len(pictures) == 12
    assert pictures[3].get("aria-label").endswith("1 day with activities")
    assert pictures[3].xpath(".//title/text()") == [
        "April 3\nmeeting 供水保障会议 <全区> 主持、讲话"
    ]
    assert len(pictures[3].xpath(".//path[@class='mark-meeting']")) == 1
    assert len(pictures[3].xpath(".//circle")) == 29
    assert "供水保障会议 &lt;全区&gt;" in text_of(client.get(official.get_absolute_url()))


def test_kinds_of_one_day_stand_beside_each_other(client, official, attended):
    for kind in ("meeting", "tour", "meeting"):
        attended(kind=kind)
    (day,) = drawn(client, official).xpath(".//svg[@role='img']/g")

    assert [mark.get("class") for mark in day.xpath("path")] == ["mark-meeting", "mark-tour"]
    assert len({mark.get("transform") for mark in day.xpath("path")}) == 2


def test_legend_names_the_kinds_with_their_forms(client, official, attended):
    attended()
    attended(kind="tour")
    items = drawn(client, official).xpath(".//ul[@class='kinds']/li")

    assert [" ".join(item.text_content().split()) for item in items] == [
        "meeting 1",
        "inspection tour 1",
    ]
    assert [item.xpath(".//path/@d")[0] for item in items] == [MARKS["meeting"], MARKS["tour"]]


def test_table_says_the_same(client, official, attended):
    event = attended(place="云岭会堂", ends_on=datetime.date(2023, 4, 5))
    (row,) = drawn(client, official).xpath(".//tbody/tr")

    assert [" ".join(cell.text_content().split()) for cell in row] == [
        "04-03 until 04-05",
        "meeting 供水保障会议 云岭会堂",
        "主持、讲话",
    ]
    assert row.xpath(".//a/@href") == [event.get_absolute_url()]


def test_other_years_and_months_are_led_to(client, official, attended):
    attended()
    attended(day=datetime.date(2021, 4, 3))
    address = official.get_absolute_url()

    newest, older = drawn(client, official), drawn(client, official, "?year=2021")
    assert newest.xpath(".//a[@rel='prev']/@href") == [f"{address}?year=2021#activities"]
    assert older.xpath(".//a[@rel='next']/@href") == [f"{address}?year=2023#activities"]
    assert newest.xpath(".//h3/a/@href") == [f"{address}events/2023/04/"]


@pytest.mark.parametrize(
    "asked", ["?year=0000", "?year=x", "?year=20231", "?year=２０２１", "?year="]
)
def test_year_that_no_calendar_has_is_none(client, official, attended, asked):
    attended()

    assert drawn(client, official, asked).xpath(".//h2/text()")[0].strip() == "Activities of 2023"


@pytest.mark.parametrize("year", ["0001", "1999", "9999"])
def test_year_without_activities_says_so(client, official, attended, year):
    attended()
    section = drawn(client, official, f"?year={year}")

    assert "No activities are on record for this year." in section.text_content()


def test_whoever_attended_nothing_has_no_picture(client, official, attended):
    attended(acts="介绍")

    assert 'id="activities"' not in text_of(client.get(official.get_absolute_url()))


def test_event_of_a_withdrawn_story_is_not_drawn(client, official, attended, staff):
    attended("留下的")
    withdrawn = attended("撤下的").versions.get()
    workflow.perform("withdraw", withdrawn, by=staff[1][-1], note="事实有误")

    section = drawn(client, official).text_content()
    assert "留下的" in section
    assert "撤下的" not in section


def test_queries_do_not_grow_with_activities(client, official, attended, django_assert_num_queries):
    address = official.get_absolute_url()
    attended()
    with django_assert_num_queries(14):
        client.get(address)
    for day in range(4, 12):
        attended(day=datetime.date(2023, 4, day))
    with django_assert_num_queries(14):
        client.get(address)
