"""Which events are in whose calendar, and on which days."""

import datetime

import pytest
from django.db import connection

from articles import calendars
from articles.models import Event, EventHost, Mention
from tests.factories import make_department, make_official, make_version, release

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)
FIRST, LAST = datetime.date(2023, 4, 1), datetime.date(2023, 4, 30)


@pytest.fixture
def official():
    return make_official()


@pytest.fixture
def attended(staff, official):
    """Makes events that the official attended, by their first days."""

    def make(day, name="供水保障会议", kind="meeting", acts="主持", **kwargs):
        event = Event.objects.create(date=day, name=name, kind=kind, **kwargs)
        version = make_version(event=event, dated=day)
        Mention.objects.create(
            version=version, name_as_printed=official.name, official=official, acts=acts
        )
        release(version, staff=staff)
        return event

    return make


def test_event_of_several_days_is_on_each_of_them(attended):
    event = attended(FIRST - DAY, ends_on=FIRST + DAY)
    days = calendars.by_day(calendars.of_paper().activities(FIRST, LAST), FIRST, LAST)

    assert {day: [one.event for one in found] for day, found in days.items()} == {
        FIRST: [event],
        FIRST + DAY: [event],
    }


def test_event_that_goes_on_for_more_than_a_year_is_left_out_then(attended):
    attended(FIRST - calendars.LONGEST * DAY, "一年", ends_on=LAST)
    attended(FIRST - (calendars.LONGEST + 1) * DAY, "一年多", ends_on=LAST)

    assert [one.name for one in calendars.of_paper().activities(FIRST, LAST)] == ["一年"]


def test_weeks_begin_on_monday_and_are_filled_up(attended):
    attended(FIRST)
    weeks = calendars.weeks_of(calendars.of_paper().activities(FIRST, LAST), FIRST, LAST)

    assert [len(week) for week in weeks] == [7] * 5
    assert [day.date for day in weeks[0]] == [None] * 5 + [FIRST, FIRST + DAY]
    assert len(weeks[0][5].activities) == 1


def test_neighbours_reach_so_far_where_there_are_many(attended, official, monkeypatch):
    attended(FIRST - 1200 * DAY)
    attended(LAST + 1200 * DAY)
    few = calendars.of_official(official.pk).neighbours(FIRST, LAST)
    monkeypatch.setattr(calendars, "MANY", 1)
    many = calendars.of_official(official.pk).neighbours(FIRST, LAST)

    assert (few.before, few.after) == (FIRST - 1200 * DAY, LAST + 1200 * DAY)
    assert (many.before, many.after) == (None, None)


@pytest.mark.parametrize("many", [500, 1])
def test_department_that_held_much_and_is_in_no_news_has_its_calendar(attended, monkeypatch, many):
    body = make_department("青澜水务局")
    for day in (FIRST - DAY, FIRST):
        EventHost.objects.create(
            event=attended(day, f"{day}"), name_as_printed="水务局", department=body
        )
    monkeypatch.setattr(calendars, "MANY", many)
    calendar = calendars.of_department(body.pk)

    assert [one.name for one in calendar.activities(FIRST, LAST)] == ["2023-04-01"]
    assert calendar.neighbours(FIRST, LAST).before == FIRST - DAY


@pytest.mark.parametrize("of", [calendars.of_official, calendars.of_department])
def test_few_events_are_looked_up_by_their_keys_not_along_all(of):
    plan = of(1).events.filter(date__lt=FIRST).order_by("-date")[:1].explain()

    if connection.vendor == "sqlite":
        assert "SEARCH articles_event USING INTEGER PRIMARY KEY" in plan


def year_of(official, asked=None, today=LAST, newest=LAST):
    return calendars.year_of(calendars.of_official(official.pk), asked, newest, today)


def test_year_is_that_of_the_latest_event_so_far(attended, official):
    attended(FIRST - 800 * DAY, "前年的")
    attended(FIRST - 400 * DAY, "去年的")
    attended(FIRST + 365 * DAY, "明年的")
    year = year_of(official)

    assert (year.year, year.before, year.after) == (2022, 2021, 2024)
    assert [one.name for one in year.activities] == ["去年的"]
    assert [one.name for one in year_of(official, asked=2024).activities] == ["明年的"]


def test_year_without_activities_leads_to_the_others(attended, official):
    attended(FIRST - 800 * DAY)
    year = year_of(official, asked=2023)

    assert (year.activities, year.before, year.after) == ([], 2021, None)


def test_whoever_attended_nothing_has_no_year(attended, official):
    attended(FIRST, acts="介绍")

    assert year_of(official) is None
    assert year_of(official, asked=2023) is None


def test_year_counts_its_kinds(attended, official):
    for kind in ("tour", "meeting", "tour"):
        attended(FIRST, kind=kind)

    assert year_of(official).kinds == [("meeting", "meeting", 1), ("tour", "inspection tour", 2)]
    assert [first.month for first, days in year_of(official).months if days] == [4]
