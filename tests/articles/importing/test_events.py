"""Which event a story covers, decided without a database."""

import datetime

import pytest

from articles.importing.events import ACTIVITY, KINDS, Events
from articles.importing.plan import KnownEvent, Matched, New
from articles.models import Event
from articles.parsing.facts import PrintedEvent

DAY = datetime.date(2026, 11, 15)


def known(pk=1, kind="meeting", name="供水保障会议", date=DAY, place=""):
    return KnownEvent(Matched(pk), kind, name, date, place)


def printed(kind="会议", name="供水保障会议", date=DAY, place=""):
    return PrintedEvent(kind, name, date, place)


@pytest.mark.parametrize(
    ("event", "reason"),
    [
        (printed(), "same_name"),
        (printed(kind="座谈"), "same_name"),
        (printed(place="云岭会堂"), "same_name"),
        (printed(kind="论坛"), "unknown_event"),
        (printed(name="供水会议"), "unknown_event"),
        (printed(date=DAY + datetime.timedelta(days=1)), "unknown_event"),
        (printed(date=None), "no_day_or_name"),
        (printed(name=""), "no_day_or_name"),
    ],
)
def test_event_is_the_same_by_kind_day_and_name(event, reason):
    match = Events([known()]).match(event)

    assert match.reason == reason
    assert (match == Matched(1)) == (reason == "same_name")


@pytest.mark.parametrize(
    ("name", "event", "reason"),
    [
        ("", printed("调研", "", place="柳河镇"), "same_place"),
        ("", printed("检查", "", place="柳河镇"), "same_place"),
        ("春耕调研", printed("调研", "", place="柳河镇"), "same_place"),
        ("春耕调研", printed("调研", "项目调研", place="柳河镇"), "unknown_event"),
        ("", printed("调研", "", place="青石村"), "unknown_event"),
    ],
)
def test_event_is_the_same_by_place_where_one_has_no_name(name, event, reason):
    events = Events([known(kind="tour", name=name, place="柳河镇")])

    assert events.match(event).reason == reason


@pytest.mark.parametrize(
    ("place", "reason"),
    [("柳河镇", "same_name"), ("", "same_name"), ("青石村", "unknown_event")],
)
def test_tours_of_one_name_to_two_places_are_two(place, reason):
    events = Events([known(kind="tour", name="检查防汛工作", place="柳河镇")])

    assert events.match(printed("检查", "检查防汛工作", place=place)).reason == reason


@pytest.mark.parametrize(
    ("place", "reason"),
    [
        ("云岭村", "unknown_event"),
        ("镇文化广场", "same_name"),
        ("文化广场", "same_name"),
        ("青石县", "same_name"),
        ("石桥镇", "same_name"),
        ("石桥社区", "unknown_event"),
        ("", "same_name"),
    ],
)
def test_two_activities_of_one_name_at_two_places_are_two(place, reason):
    events = Events([known(kind="activity", name="志愿服务活动", place="镇文化广场")])

    assert events.match(printed("活动", "志愿服务活动", place=place)).reason == reason


@pytest.mark.parametrize(
    ("place", "reason"),
    [
        ("柳河镇", "unknown_event"),
        ("柳河镇文化广场", "unknown_event"),
        ("柳河街道", "unknown_event"),
        ("石桥镇文化广场", "same_name"),
        ("文化广场", "same_name"),
        ("云岭村", "same_name"),
    ],
)
def test_activity_in_a_town_is_that_at_a_place_that_may_lie_in_it(place, reason):
    events = Events([known(kind="activity", name="志愿服务活动", place="石桥镇")])

    assert events.match(printed("活动", "志愿服务活动", place=place)).reason == reason


def test_event_that_may_be_either_of_two_stays_apart():
    events = Events([known(1, "tour", "", place="柳河镇"), known(2, "tour", "", place="柳河镇")])

    match = events.match(printed("调研", "", place="柳河镇"))
    assert (type(match), match.reason) == (New, "several_events")


def test_two_stories_of_one_import_tell_of_one_event():
    events = Events([])

    first = events.match(printed(place="云岭会堂"))
    second = events.match(printed())
    third = events.match(printed(name="", place="云岭会堂"))

    assert first == second == third
    assert (second.reason, third.reason) == ("same_name", "same_place")


def test_event_of_an_earlier_batch_of_a_dry_run_is_told_again():
    earlier = Events([])
    first = earlier.match(printed(place="云岭会堂"))

    assert Events([], earlier).match(printed(name="", place="云岭会堂")) == first


def test_every_kind_is_one_of_the_models():
    assert {*KINDS.values(), ACTIVITY} == set(Event.Kind.values)
