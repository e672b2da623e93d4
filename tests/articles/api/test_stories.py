"""Stories as other programs fetch them."""

import datetime
import json
from urllib.parse import urlencode

import jsonschema
import pytest
from django.test import Client
from django.utils import timezone
from django.utils.http import http_date

from articles import photos, workflow
from articles.api import schema
from articles.api.openapi import _plain
from articles.models import Correction, Event
from articles.revisions import begin_version
from tests.articles.test_photos import encoded
from tests.articles.views.pages import DAY, linked
from tests.factories import make_department, make_page, make_version, release

pytestmark = pytest.mark.django_db
STORIES = "/api/v1/stories/"
SINCE = "2020-01-01T00:00:00Z"


def get(client, path=STORIES, status=200, **params):
    response = client.get(f"{path}?{urlencode(params)}" if params else path)
    assert response.status_code == status, response.content.decode()
    return response.json()


def titles(answer):
    return [item.get("title") for item in answer["items"]]


def changes(client, path="", later=datetime.timedelta(minutes=1), **params):
    """What is told of changes a while from now: a change is told once it has settled."""
    now = timezone.now() + later
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(timezone, "now", lambda: now)
        return get(client, path or STORIES, **({} if path else {"changed_since": SINCE} | params))


def change(version, staff, headline):
    """Release the story anew with another headline."""
    later = begin_version(version, by=staff[0])
    later.headline = headline
    later.save()
    Correction.objects.create(version=later, wrong="旧", right="新", remark="录入有误。")
    return release(later, staff=staff)


def test_story_says_all_that_readers_can_read(client, full_story, staff):
    item = get(client, f"{STORIES}{full_story.article_id}/")

    jsonschema.validate(item, _plain(schema.ITEM), format_checker=jsonschema.FormatChecker())
    site = "http://testserver"
    assert item["uri"] == f"{site}/stories/{full_story.article_id}/"
    assert item["headlines"] == [
        {"role": "main", "value": "云栖桥通车"},
        {"role": "kicker", "value": "重点工程传捷报"},
        {"role": "deck", "value": "全长1.2公里"},
    ]
    assert item["bodies"][0]["value"] == (
        '<p><span class="dateline">本报讯</span>4月2日，云栖桥通车。</p>'
        "<p>两岸居民<strong>三分钟</strong>过河。</p>"
    )
    assert item["by"] == "苏未央、袁小满"
    assert [(one["role"], one["literal"]) for one in item["infoSources"]] == [
        ("reporter", "文图"),
        ("correspondent", "文"),
    ]
    assert item["people"] == [
        {
            "name": "沈砚秋",
            "rel": "出席、讲话",
            "literal": "经开区管委会主任沈砚秋",
            "uri": f"{site}{full_story.mentions.first().official.get_absolute_url()}",
        },
        {"name": "卓远山", "rel": "mentioned", "literal": "卓远山"},
    ]
    assert [one["name"] for one in item["organisations"]] == ["青澜经开区建设局"]
    assert item["events"][0]["name"] == "云栖桥通车仪式"
    ids = {one["role"]: one["value"] for one in item["altIds"]}
    assert (ids["edition"], ids["page"]) == ("2023-04-03", "01")
    (picture,) = item["associations"]
    assert picture["by"] == "苏未央 摄"
    assert picture["renditions"][0]["width"] == 1
    assert client.get(picture["renditions"][0]["href"]).status_code == 200


def test_every_field_that_is_described_is_sent_by_some_story(client, full_story, staff, settings):
    """What the page explains is what programs meet; PICTURE and the rest stand inside ITEM."""
    settings.USAGE_TERMS = "转载须注明来源"
    Event.objects.update(place="云栖桥头")
    change(full_story, staff, "云栖桥建成通车")
    workflow.perform(
        "withdraw",
        release(make_version("撤下的", dated=DAY), staff=staff),
        by=staff[1][-1],
        note="内部",
        note_to_readers="事实有误。",
    )

    sent = set()
    answer = changes(client)
    for item in answer["items"]:
        sent |= set(item)
    assert sent == set(schema.ITEM["properties"])


def test_list_walks_by_key_and_shifts_for_nobody(client, released):
    for day in (1, 2, 3, 4, 5):
        released(f"稿件{day}", dated=datetime.date(2023, 4, day))
    first = get(client, limit=2)
    assert titles(first) == ["稿件5", "稿件4"]

    released("稿件6", dated=datetime.date(2023, 4, 6))
    second = get(client, first["next"])
    assert titles(second) == ["稿件3", "稿件2"]
    third = get(client, second["next"])
    assert (titles(third), third["next"]) == (["稿件1"], None)


def test_list_is_narrowed_by_all_that_a_story_is_linked_to(client, released):
    version, _pages = linked(released)
    released("别处的稿件", dated=datetime.date(2022, 1, 1))
    slug = version.departments.get().slug
    for asked in (
        {"department": slug},
        {"department": "青澜经开区建设局"},
        {"official": version.mentions.get().official.slug},
        {"reporter": version.credits.get().reporter.slug},
        {"event": version.event_id},
        {"event_kind": "ceremony"},
        {"edition": "2023-04-03"},
        {"since": "2023-01-01", "until": "2023-12-31"},
    ):
        assert titles(get(client, **asked)) == ["云栖桥通车"], asked


def test_words_that_readers_may_not_read_are_at_no_address(client, released, staff):
    tomorrow = timezone.now() + datetime.timedelta(days=1)
    links = {"page": make_page(DAY), "departments": [make_department()], "dated": DAY}
    hidden = [make_version("未发草稿", **links), released("未发定时", at=tomorrow, **links)]
    cancelled = released("未发取消", at=tomorrow, **links)
    workflow.perform("withdraw", cancelled, by=staff[1][-1], note="不发了")
    taken = released("未发撤下", kicker="未发引题", **links)
    workflow.perform("withdraw", taken, by=staff[1][-1], note="未发内情", note_to_readers="有误。")

    for path in (
        STORIES,
        f"{STORIES}?changed_since=2020-01-01",
        f"{STORIES}{taken.article_id}/",
        *(f"{STORIES}{one.article_id}/" for one in (*hidden, cancelled)),
        *(f"/api/v1/{name}/" for name in ("editions", "departments", "officials", "events")),
        f"/api/v1/editions/{DAY}/",
        "/api/v1/corrections/",
    ):
        assert "未发" not in client.get(path).content.decode(), path


def test_withdrawn_story_answers_410_and_unknown_ones_404(client, released, staff):
    version = released()
    workflow.perform("withdraw", version, by=staff[1][-1], note="甲", note_to_readers="事实有误。")

    response = client.get(f"{STORIES}{version.article_id}/")
    assert response.headers["Content-Type"] == "application/problem+json"
    assert response.headers["Cache-Control"] == "no-store"
    problem = response.json()
    jsonschema.validate(problem, _plain(schema.PROBLEM))
    assert (problem["status"], "事实有误。" in problem["detail"]) == (410, True)
    assert get(client, f"{STORIES}999999/", status=404)["detail"]


def test_changes_are_walked_in_their_order_and_withdrawals_told(client, released, staff):
    kept, taken, changed = (released(name) for name in ("留下的", "撤下的", "改过的"))
    workflow.perform("withdraw", taken, by=staff[1][-1], note="甲", note_to_readers="事实有误。")
    change(changed, staff, "改好的")

    answer = changes(client, limit=2)
    told = titles(answer)
    while answer["next"]:
        answer = changes(client, answer["next"])
        told += titles(answer)
    assert told == ["留下的", None, "改好的", None, "改好的"]

    answer = changes(client)
    assert titles(answer) == ["留下的", None, "改好的"]
    (stub,) = [item for item in answer["items"] if item["pubStatus"] == "canceled"]
    assert stub["uri"].endswith(f"/stories/{taken.article_id}/")
    assert (stub["edNote"], "headlines" in stub, "bodies" in stub) == ("事实有误。", False, False)
    jsonschema.validate(answer, _plain(schema.STORIES))

    # Whoever asks again from there is told only what came since: here, of a restoration.
    assert titles(changes(client, answer["later"])) == []
    workflow.perform("restore", taken, by=staff[1][-1], note="查实无误")
    assert titles(changes(client, answer["later"])) == ["撤下的"]
    assert kept


def test_scheduled_story_is_told_when_its_moment_comes(client, released):
    released("定时稿", at=timezone.now() + datetime.timedelta(hours=1))
    assert titles(changes(client)) == []
    assert titles(changes(client, later=datetime.timedelta(hours=2))) == ["定时稿"]


def test_change_is_told_once_it_is_settled(client, released):
    released()
    assert titles(get(client, changed_since=SINCE)) == []
    assert titles(changes(client)) == ["柳汐公园新添环湖步道"]


def test_withdrawal_is_told_whatever_is_asked_for(client, released, staff):
    version, _pages = linked(released)
    released("别处的")
    workflow.perform("withdraw", version, by=staff[1][-1], note="甲")
    answer = changes(client, department="青澜经开区建设局")
    # The department is known from an editor, so it can still be asked for.
    assert [item["pubStatus"] for item in answer["items"]] == ["canceled"]


@pytest.mark.parametrize(
    ("params", "name"),
    [
        ({"colour": "red"}, "colour"),
        ({"since": "gestern"}, "since"),
        ({"limit": 1000}, "limit"),
        ({"department": "没有的局"}, "department"),
        ({"event": 10**30}, "event"),
        ({"event": "x"}, "event"),
        ({"cursor": "5"}, "cursor"),
        ({"cursor": "2023-04-03-7", "changed_since": "2020-01-01"}, "cursor"),
        ({"cursor": "1700000000000000-7"}, "cursor"),
        ({"changed_since": "soon"}, "changed_since"),
    ],
)
def test_what_cannot_be_asked_is_refused_in_a_sentence(client, params, name):
    problem = get(client, status=400, **params)
    assert [error["parameter"] for error in problem["errors"]] == [name]
    assert problem["errors"][0]["detail"].endswith(("。", ".", "”", "?"))


@pytest.mark.parametrize("moment", ["0001-01-01T00:00:00%2B14:00", "9999-12-31T23:59:59-12:00"])
def test_moments_at_the_ends_of_time_are_answered(client, released, moment):
    released()
    get(client, f"{STORIES}?changed_since={moment}")


def test_offset_that_was_not_encoded_is_understood(client, released):
    released()
    get(client, f"{STORIES}?changed_since=2023-04-04T00:00:00+08:00")


def test_asking_again_costs_nothing_until_something_changes(client, released, staff):
    released()
    first = client.get(STORIES)
    again = client.get(STORIES, headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")

    change(released("改过的"), staff, "改好的")
    changed = client.get(STORIES, headers={"If-None-Match": first.headers["ETag"]})
    assert changed.status_code == 200


def test_no_date_hides_what_changed_otherwise(client, released):
    released()
    moment = http_date()
    response = client.get(STORIES, headers={"If-Modified-Since": moment})
    assert (response.status_code, "Last-Modified" in response.headers) == (200, False)


def test_any_site_may_read_and_nobody_write(client, released):
    released()
    assert client.get(STORIES).headers["Access-Control-Allow-Origin"] == "*"
    assert client.get(STORIES, {"no": 1}).headers["Access-Control-Allow-Origin"] == "*"
    asked = client.options(STORIES, headers={"Access-Control-Request-Method": "GET"})
    assert (asked.status_code, asked.headers["Access-Control-Allow-Methods"]) == (
        204,
        "GET, HEAD, OPTIONS",
    )
    stranger = Client(enforce_csrf_checks=True)
    for method in (stranger.post, stranger.put, stranger.patch, stranger.delete):
        response = method(STORIES)
        assert (response.status_code, response.json()["status"]) == (405, 405)
        assert response.headers["Allow"] == "GET, HEAD, OPTIONS"
    assert client.head(STORIES).status_code == 200
    assert client.get(STORIES).cookies == {}


def test_queries_do_not_grow_with_the_list(
    client, full_story, released, staff, django_assert_num_queries, django_assert_max_num_queries
):
    department = full_story.departments.get()
    for number in range(5):
        released(f"稿件{number}", departments=[department])
    workflow.perform("withdraw", released("撤下的"), by=staff[1][-1], note="甲")
    get(client, limit=3)
    for limit in (1, 3, 50):
        with django_assert_num_queries(7):
            get(client, limit=limit)
    for limit in (1, 3, 50):
        with django_assert_max_num_queries(14):
            changes(client, limit=limit)
    with django_assert_num_queries(9):
        get(client, department=department.slug)


def test_next_part_is_also_in_a_header(client, released):
    released("一")
    released("二")
    response = client.get(STORIES, {"limit": 1})
    assert response.headers["Link"] == f'<{json.loads(response.content)["next"]}>; rel="next"'


def test_empty_figure_marks_where_an_editor_placed_a_picture(client, staff, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    version = make_version(dateline="本报讯", body="<p>甲。</p><p>乙。</p>")
    for number, place in enumerate((None, 1, 0, None)):
        photos.attach(
            version, encoded((60 + number, 40)), alt_text="桥", position=number, placed_after=place
        )
    release(version, staff=staff)

    item = get(client, f"{STORIES}{version.article_id}/")

    assert item["bodies"][0]["value"] == (
        '<figure id="photo-3"></figure><p><span class="dateline">本报讯</span>甲。</p>'
        '<figure id="photo-2"></figure><p>乙。</p>'
    )
    assert [one["name"] for one in item["associations"]] == [f"photo-{n}" for n in (1, 2, 3, 4)]
