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
        (printed(), "name"),
        (printed(kind="座谈"), "name"),
        (printed(place="云岭会堂"), "name"),
        (printed(kind="论坛"), ""),
        (printed(name="供水会议"), ""),
        (printed(date=DAY + datetime.timedelta(days=1)), ""),
        (printed(date=None), ""),
        (printed(name=""), ""),
    ],
)
def test_event_is_the_same_by_kind_day_and_name(event, reason):
    match, told = Events([known()]).match(event)

    assert told == reason
    assert (match == Matched(1)) == bool(reason)


@pytest.mark.parametrize(
    ("name", "event", "reason"),
    [
        ("", printed("调研", "", place="柳河镇"), "place"),
        ("", printed("检查", "", place="柳河镇"), "place"),
        ("春耕调研", printed("调研", "", place="柳河镇"), "place"),
        ("春耕调研", printed("调研", "项目调研", place="柳河镇"), ""),
        ("", printed("调研", "", place="青石村"), ""),
    ],
)
def test_event_is_the_same_by_place_where_one_has_no_name(name, event, reason):
    events = Events([known(kind="tour", name=name, place="柳河镇")])

    assert events.match(event)[1] == reason


def test_event_that_may_be_either_of_two_stays_apart():
    events = Events([known(1, "tour", "", place="柳河镇"), known(2, "tour", "", place="柳河镇")])

    match, reason = events.match(printed("调研", "", place="柳河镇"))
    assert (type(match), reason) == (New, "")


def test_two_stories_of_one_import_tell_of_one_event():
    events = Events([])

    first, _ = events.match(printed(place="云岭会堂"))
    second, reason = events.match(printed())
    third, by_place = events.match(printed(name="", place="云岭会堂"))

    assert first == second == third
    assert (reason, by_place) == ("name", "place")


def test_every_kind_is_one_of_the_models():
    assert {*KINDS.values(), ACTIVITY} == set(Event.Kind.values)
