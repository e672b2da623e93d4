"""Calendars of events: a month as a page, and as a file that phones subscribe to."""

import datetime

import pytest
from django.utils import timezone
from icalendar import Calendar

from articles import workflow
from articles.models import Event, EventHost, Mention
from articles.revisions import begin_version
from people import identity
from tests.articles.views.pages import text_of
from tests.factories import make_department, make_official, make_user, make_version, release

pytestmark = pytest.mark.django_db
TODAY = datetime.date(2023, 4, 20)
NOON = datetime.datetime(2023, 4, 20, 4, tzinfo=datetime.UTC)


@pytest.fixture(autouse=True)
def today(monkeypatch):
    monkeypatch.setattr(timezone, "localdate", lambda *args: TODAY)


def make_event(day=datetime.date(2023, 4, 3), name="供水保障会议", **kwargs):
    values = {"kind": "meeting", "date": day, "name": name, "place": "云岭会堂"}
    return Event.objects.create(**values | kwargs)


@pytest.fixture
def covered(staff):
    """Makes events that a live story covers; `attended` are (official, acts) pairs."""

    def make(*args, attended=(), departments=(), at=None, **kwargs):
        event = make_event(*args, **kwargs)
        version = make_version(event=event, departments=departments)
        for official, acts in attended:
            Mention.objects.create(
                version=version, name_as_printed=official.name, official=official, acts=acts
            )
        release(version, staff=staff, at=at)
        return event

    return make


def entries_of(response):
    assert response.status_code == 200
    return Calendar.from_ical(response.content).events


def names_in(client, address):
    return [str(entry["summary"]) for entry in entries_of(client.get(address))]


def test_file_says_of_an_event_what_its_page_says(client, covered):
    event = covered(name="供水；保障,会议\n第二行", ends_on=datetime.date(2023, 4, 5))
    EventHost.objects.create(event=event, name_as_printed="区水务局")
    EventHost.objects.create(event=event, name_as_printed="柳河镇", role="organiser", position=1)

    response = client.get("/events/calendar.ics")
    (entry,) = entries_of(response)

    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert entry["summary"] == "供水；保障,会议\n第二行"
    assert entry.decoded("dtstart") == datetime.date(2023, 4, 3)
    assert entry.decoded("dtend") == datetime.date(2023, 4, 6)
    assert entry["location"] == "云岭会堂"
    assert entry["url"] == f"http://testserver/events/{event.pk}/"
    assert entry["categories"].cats == ["meeting"]
    assert entry["description"] == "host：区水务局；organiser：柳河镇"
    assert entry["uid"].startswith(f"event-{event.pk}@newsroom-")


def test_lines_are_those_of_the_standard(client, covered):
    covered(name="关于加强夏季供水保障工作的全区联席会议" * 3)

    lines = client.get("/events/calendar.ics").content.split(b"\r\n")

    assert max(map(len, lines)) <= 75
    assert not any(b"\n" in line for line in lines)
    assert [line for line in lines if line.startswith(b"VERSION")] == [b"VERSION:2.0"]


def test_file_names_itself_and_when_to_look_again(client, covered):
    covered()
    calendar = Calendar.from_ical(client.get("/events/calendar.ics").content)

    assert calendar["name"] == calendar["x-wr-calname"] == "青澜新报: events"
    assert calendar["url"] == "http://testserver/events/"
    assert calendar["source"] == "http://testserver/events/calendar.ics"
    assert calendar.decoded("refresh-interval") == datetime.timedelta(hours=6)


def test_event_without_a_name_is_told_by_kind_and_place(client, covered):
    covered(kind="tour", name="")

    assert names_in(client, "/events/calendar.ics") == ["inspection tour 云岭会堂"]


def test_characters_that_no_calendar_may_hold_are_left_out(client, covered):
    covered(name="会\x0b议")

    assert names_in(client, "/events/calendar.ics") == ["会议"]


def test_change_of_an_event_is_counted_and_dated(client, covered, monkeypatch):
    event = covered()
    (before,) = entries_of(client.get("/events/calendar.ics"))
    later = timezone.now() + datetime.timedelta(hours=1)
    monkeypatch.setattr(timezone, "now", lambda: later)
    event.note_change()
    (after,) = entries_of(client.get("/events/calendar.ics"))

    assert (before["sequence"], after["sequence"]) == (0, 1)
    assert after.decoded("last-modified") == later.replace(microsecond=0)
    assert after.decoded("dtstamp") == after.decoded("last-modified")
    assert before["uid"] == after["uid"]


def test_event_that_readers_do_not_know_is_in_no_calendar(client, covered, staff):
    official, body = make_official(), make_department("青澜水务局")
    links = {"attended": [(official, "主持")], "departments": [body]}
    covered(name="定时的", at=timezone.now() + datetime.timedelta(days=1), **links)
    withdrawn = covered(name="撤下的", **links).versions.get()
    workflow.perform("withdraw", withdrawn, by=staff[1][-1], note="事实有误")
    make_version(event=make_event(name="草稿的"), departments=[body])
    EventHost.objects.create(
        event=make_event(name="没有稿件的"), name_as_printed="局", department=body
    )

    for page in ("/events/", official.get_absolute_url(), body.get_absolute_url()):
        assert names_in(client, f"{page}calendar.ics") == [], page
        month = f"{page}2023/04/" if page == "/events/" else f"{page}events/2023/04/"
        assert "No events in this month." in text_of(client.get(month)), page


def test_withdrawn_version_leaves_the_event_of_a_later_one(client, covered, staff):
    event = covered()
    first = event.versions.get()
    release(begin_version(first, by=staff[0]), staff=staff)

    assert names_in(client, "/events/calendar.ics") == ["供水保障会议"]


def test_event_without_a_day_is_in_no_calendar(client, covered):
    covered(day=None)

    assert names_in(client, "/events/calendar.ics") == []


def test_file_holds_two_years_and_what_is_to_come(client, covered):
    first = TODAY - datetime.timedelta(days=2 * 366)
    day = datetime.timedelta(days=1)
    covered(first - day, "早了一天")
    covered(first - 9 * day, "还在办", ends_on=first)
    covered(first, "刚好")
    covered(TODAY + 90 * day, "将来的")

    assert names_in(client, "/events/calendar.ics") == ["还在办", "刚好", "将来的"]


def test_file_keeps_the_latest_where_there_are_too_many(client, covered, monkeypatch):
    monkeypatch.setattr("articles.calendar_views.MOST", 2)
    for day in (3, 5, 4):
        covered(datetime.date(2023, 4, day), f"{day}日")

    assert names_in(client, "/events/calendar.ics") == ["4日", "5日"]


def test_who_has_the_file_already_is_told_so(client, covered):
    event = covered()
    given = client.get("/events/calendar.ics")
    again = {"If-None-Match": given["ETag"]}

    assert client.get("/events/calendar.ics", headers=again).status_code == 304
    assert "Last-Modified" not in given
    event.note_change()
    assert client.get("/events/calendar.ics", headers=again).status_code == 200


def test_calendar_of_an_official_has_what_they_attended(client, covered):
    official = make_official()
    covered(name="主持的", attended=[(official, "主持、讲话")])
    covered(name="只是谈到", attended=[(official, "介绍")])
    covered(name="带队的", kind="tour", attended=[(official, "调研、强调")])
    covered(name="没有去的")
    address = official.get_absolute_url()

    assert names_in(client, f"{address}calendar.ics") == ["主持的", "带队的"]
    page = text_of(client.get(f"{address}events/2023/04/"))
    assert '<span class="in-role">主持、讲话</span>' in page
    assert '<span class="in-role">调研</span>' in page
    assert "只是谈到" not in page


def test_calendar_of_a_department_has_what_it_held_and_its_news_covers(client, covered):
    body = make_department("青澜水务局")
    covered(name="稿件涉及的", departments=[body])
    held = covered(name="主办的")
    EventHost.objects.create(event=held, name_as_printed="水务局", department=body)
    covered(name="无关的")
    address = body.get_absolute_url()

    assert names_in(client, f"{address}calendar.ics") == ["稿件涉及的", "主办的"]
    page = text_of(client.get(f"{address}events/2023/04/"))
    assert "主办的" in page
    assert "无关的" not in page


@pytest.mark.parametrize("subject", ["official", "department"])
def test_calendar_is_the_same_where_many_stories_are_looked_along(
    client, covered, monkeypatch, subject
):
    official, body = make_official(), make_department("青澜水务局")
    covered(
        name="三月的",
        day=datetime.date(2023, 3, 1),
        attended=[(official, "出席")],
        departments=[body],
    )
    covered(name="四月的", attended=[(official, "主持")], departments=[body])
    covered(name="无关的")
    entry = {"official": official, "department": body}[subject]
    address = entry.get_absolute_url()

    few = names_in(client, f"{address}calendar.ics")
    month = text_of(client.get(f"{address}events/2023/04/"))
    monkeypatch.setattr("articles.calendars.MANY", 1)

    assert names_in(client, f"{address}calendar.ics") == few == ["三月的", "四月的"]
    assert text_of(client.get(f"{address}events/2023/04/")) == month
    assert f'rel="prev" href="{address}events/2023/03/"' in month


def test_month_has_each_day_of_an_event(client, covered):
    covered(datetime.date(2023, 3, 30), "图书展", ends_on=datetime.date(2023, 4, 2))
    pages = [text_of(client.get(f"/events/2023/{month}/")) for month in ("03", "04", "05")]

    assert [page.count("图书展") for page in pages] == [2, 2, 0]


def test_month_is_a_table_from_monday_on(client, covered):
    covered()
    page = text_of(client.get("/events/2023/04/"))

    assert '<th scope="col">Mon</th>' in page
    assert page.count("<td") == 35
    assert '<time datetime="2023-04-03">' in page
    assert 'href="webcal://testserver/events/calendar.ics"' in page
    assert '<link rel="alternate" type="text/calendar"' in page


def test_month_leads_to_the_nearest_months_with_events(client, covered):
    for month in (1, 4, 9):
        covered(datetime.date(2023, month, 1))
    page = text_of(client.get("/events/2023/04/"))

    assert 'rel="prev" href="/events/2023/01/"' in page
    assert 'rel="next" href="/events/2023/09/"' in page


def test_pages_lead_to_their_calendars(client, covered):
    body = make_department("青澜水务局")
    covered(datetime.date(2023, 3, 3), departments=[body])
    covered(TODAY + datetime.timedelta(days=60), "将来的", departments=[body])
    address = body.get_absolute_url()

    assert 'href="/events/2023/06/"' in text_of(client.get("/events/"))
    assert f'href="{address}events/"' in text_of(client.get(address))
    response = client.get(f"{address}events/")
    assert (response.status_code, response["Location"]) == (302, f"{address}events/2023/03/")


def test_calendar_without_an_event_begins_at_the_present(client):
    address = make_official().get_absolute_url()

    assert 'href="/events/2023/04/"' in text_of(client.get("/events/"))
    assert client.get(f"{address}events/")["Location"] == f"{address}events/2023/04/"


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/events/2023/04/", 200),
        ("/events/2023/03/", 404),
        ("/events/2023/13/", 404),
        ("/events/0000/01/", 404),
        ("/events/0001/01/", 404),
        ("/events/9999/12/", 404),
        ("/officials/nobody/events/2023/04/", 404),
        ("/departments/nobody/events/2023/04/", 404),
        ("/officials/nobody/calendar.ics", 404),
        ("/departments/nobody/calendar.ics", 404),
    ],
)
def test_month_with_nothing_is_not_found_but_for_the_present(client, address, status):
    assert client.get(address).status_code == status


def test_body_that_nobody_confirmed_has_no_calendar_before_its_story_is_live(client):
    body = make_department("新见局", is_confirmed=False)
    EventHost.objects.create(event=make_event(), name_as_printed="新见局", department=body)

    assert client.get(f"{body.get_absolute_url()}calendar.ics").status_code == 404


def test_calendar_of_a_merged_body_moves_with_it(client, covered):
    kept, merged = make_department("青澜住建局"), make_department("青澜区住建局")
    old = merged.get_absolute_url()
    covered(departments=[merged])
    identity.merge(kept, merged, by=make_user(is_superuser=True))

    for rest in ("calendar.ics", "events/", "events/2023/04/"):
        response = client.get(old + rest)
        assert response.status_code == 301
        assert response["Location"] == kept.get_absolute_url() + rest
    assert names_in(client, f"{kept.get_absolute_url()}calendar.ics") == ["供水保障会议"]


@pytest.mark.parametrize(
    ("address", "queries"),
    [
        ("/events/2023/04/", 3),
        ("/events/calendar.ics", 3),
        ("{official}events/2023/04/", 6),
        ("{official}calendar.ics", 5),
        ("{department}events/2023/04/", 6),
        ("{department}calendar.ics", 6),
    ],
)
def test_queries_do_not_grow_with_events(
    client, covered, django_assert_num_queries, address, queries
):
    official, body = make_official(), make_department("青澜水务局")
    address = address.format(
        official=official.get_absolute_url(), department=body.get_absolute_url()
    )

    def add(number):
        for _ in range(number):
            event = covered(attended=[(official, "主持")], departments=[body])
            EventHost.objects.create(event=event, name_as_printed="水务局", department=body)

    add(2)
    with django_assert_num_queries(queries):
        client.get(address)
    add(8)
    with django_assert_num_queries(queries):
        client.get(address)
