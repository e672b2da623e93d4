"""What stories are about, as other programs fetch it."""

import datetime

import jsonschema
import pytest

from articles import workflow
from articles.api import schema
from articles.api.openapi import _plain
from articles.models import Correction, Edition, Event, EventHost
from articles.revisions import begin_version
from people.models import Appointment, Post
from tests.articles.api.test_stories import get
from tests.articles.views.pages import DAY, linked
from tests.factories import make_department, make_official, make_page, make_released, release

pytestmark = pytest.mark.django_db
V1 = "/api/v1"


def valid(answer, described):
    jsonschema.validate(answer, _plain(described), format_checker=jsonschema.FormatChecker())
    return answer


def test_editions_are_those_that_readers_can_read(client, released):
    linked(released)
    Edition.objects.create(date=datetime.date(2023, 5, 1))
    answer = valid(get(client, f"{V1}/editions/"), schema.listed(schema.EDITION))
    assert [edition["date"] for edition in answer["items"]] == ["2023-04-03"]
    assert client.get(answer["items"][0]["uri"]).status_code == 200
    assert client.get(answer["items"][0]["href"]).status_code == 200


def test_edition_lists_its_pages_in_the_order_of_the_print(client, released):
    version, _pages = linked(released)
    third = make_page(DAY, "03", "民生")
    released("第二条", dated=DAY, page=third, edition=third.edition, position=2)
    released("头条", dated=DAY, page=third, edition=third.edition, position=1)
    released("无版稿", dated=DAY, edition=third.edition)
    paper = valid(get(client, f"{V1}/editions/{DAY}/"), schema.PAPER)
    assert [
        (page["number"], [s["headline"] for s in page["stories"]]) for page in paper["pages"]
    ] == [
        ("01", [version.headline]),
        ("03", ["头条", "第二条"]),
        ("", ["无版稿"]),
    ]
    assert paper["missing"] == ["02"]
    assert client.get(paper["pages"][0]["stories"][0]["href"]).status_code == 200
    assert get(client, f"{V1}/editions/2001-01-01/", status=404)["detail"]


def test_departments_say_what_they_belong_to(client):
    zone = make_department("青澜经开区")
    make_department("青澜经开区建设局", parent=zone)
    answer = valid(get(client, f"{V1}/departments/"), schema.listed(schema.DEPARTMENT))
    assert {d["name"]: d["parent"] for d in answer["items"]} == {
        "青澜经开区": None,
        "青澜经开区建设局": zone.slug,
    }
    first = get(client, f"{V1}/departments/", limit=1)
    second = get(client, first["next"])
    assert [*first["items"], *second["items"]] == answer["items"]
    assert second["next"] is None


def test_officials_hold_the_posts_of_the_day_asked_for(client):
    bureau = make_department("青澜经开区建设局")
    official = make_official("沈砚秋")
    for title, started, ended in (("副局长", 2019, 2022), ("局长", 2022, None)):
        Appointment.objects.create(
            official=official,
            post=Post.objects.create(department=bureau, title=title),
            started=datetime.date(started, 1, 1),
            ended=ended and datetime.date(ended, 1, 1),
        )
    asked = {"on": "2020-06-01", "name": "砚"}
    answer = valid(get(client, f"{V1}/officials/", **asked), schema.listed(schema.OFFICIAL))
    (found,) = answer["items"]
    assert [(post["title"], post["ended"]) for post in found["posts"]] == [("副局长", "2022-01-01")]
    assert get(client, f"{V1}/officials/", name="某")["items"] == []


def test_officials_hold_today_what_somebody_confirmed_in_its_manner(client):
    official = make_official("沈砚秋")
    rows = (
        ("局长", {"manner": "acting"}),
        ("副局长", {"started": datetime.date(2019, 1, 1), "ended": datetime.date(2020, 1, 1)}),
        ("党组成员", {"is_confirmed": False, "started_latest": datetime.date(2019, 1, 1)}),
    )
    for title, row in rows:
        post = Post.objects.create(department=make_department(title), title=title)
        Appointment.objects.create(official=official, post=post, **row)
    # Known to the years only: nobody knows whether it has ended.
    Appointment.objects.filter(ended__isnull=False).update(ended_latest=datetime.date(9999, 1, 1))
    version = make_released(officials=[official])
    version.mentions.get().posts.set(Post.objects.all())

    (found,) = get(client, f"{V1}/officials/")["items"]
    assert [(post["title"], post["confirmed"]) for post in found["posts"]] == [("代局长", True)]
    (found,) = get(client, f"{V1}/officials/", on="2019-01-01")["items"]
    assert [(post["title"], post["confirmed"]) for post in found["posts"]] == [
        ("副局长", True),
        ("党组成员", False),
    ]


def test_events_are_those_that_live_stories_cover(client, released, staff):
    version, _pages = linked(released)
    EventHost.objects.create(event=version.event, name_as_printed="区建设局", role="host")
    days = {"date": "2023-04-02", "ends_on": "2023-04-03"}
    Event.objects.filter(pk=version.event_id).update(**days)
    answer = valid(get(client, f"{V1}/events/"), schema.listed(schema.EVENT))
    (event,) = answer["items"]
    assert (event["name"], event["hosts"]) == (
        "通车仪式",
        [{"name": "区建设局", "role": "host"}],
    )
    assert {name: event[name] for name in days} == days
    workflow.perform("withdraw", version, by=staff[1][-1], note="甲")
    assert get(client, f"{V1}/events/")["items"] == []


def test_corrections_walk_by_number(client, released, staff):
    for headline in ("一", "二"):
        later = begin_version(released(headline), by=staff[0])
        Correction.objects.create(version=later, wrong=headline, right="新")
        release(later, staff=staff)
    first = valid(get(client, f"{V1}/corrections/", limit=1), schema.listed(schema.CORRECTION))
    second = get(client, first["next"])
    assert [first["items"][0]["wrong"], second["items"][0]["wrong"]] == ["二", "一"]
    assert second["next"] is None


@pytest.mark.parametrize("name", ["editions", "departments", "officials", "events", "corrections"])
def test_queries_do_not_grow_with_the_list(
    client, released, staff, name, django_assert_max_num_queries
):
    version, _pages = linked(released)
    make_official("卓远山", posts=[(make_department(), "局长")])
    later = begin_version(version, by=staff[0])
    Correction.objects.create(version=later, wrong="旧", right="新")
    release(later, staff=staff)
    with django_assert_max_num_queries(2):
        assert get(client, f"{V1}/{name}/")["items"]


@pytest.mark.parametrize("name", ["editions", "departments", "officials", "events", "corrections"])
def test_cursor_of_another_list_is_refused(client, name):
    problem = get(client, f"{V1}/{name}/", status=400, cursor="！")
    assert [error["parameter"] for error in problem["errors"]] == ["cursor"]
