import datetime
from io import BytesIO

import pytest
from django.contrib.admin.models import CHANGE, LogEntry
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from articles import workflow
from articles.admin import log
from articles.models import Version
from tests.articles.admin.posting import change_url, form_data, messages, text_of
from tests.factories import (
    make_department,
    make_released,
    make_reviewers,
    make_user,
    make_version,
    make_writer,
)

pytestmark = pytest.mark.django_db
LOG = reverse("admin:admin_logentry_changelist")


@pytest.fixture
def auditor(client):
    user = make_user(permissions=["view_decision", "view_logentry"])
    client.force_login(user)
    return user


def listed(client, **query):
    return [(line.who, line.what) for line, _ in client.get(LOG, query).context["lines"]]


def sheet(response):
    return [[cell.value for cell in row] for row in load_workbook(BytesIO(response.content)).active]


def test_decisions_and_edits_are_one_log_in_plain_words(client, auditor):
    writer = make_writer()
    version = make_version(written_by=writer)
    client.force_login(writer)
    client.post(change_url(version), form_data(version, headline="改过的标题"))
    workflow.perform("submit", version, by=writer)
    first = make_reviewers()[0]
    workflow.perform("approve", version, by=first, note="事实已核")
    client.force_login(auditor)

    page = client.get(LOG)

    assert [(line.who, line.what, line.detail) for line, _ in page.context["lines"]] == [
        (str(first), "approve · first review", "事实已核"),
        (str(writer), "submit for review", ""),
        (str(writer), "Change", "headline"),
    ]
    assert "loaded" not in text_of(page)
    assert "draft_token" not in text_of(page)


def test_log_is_filtered_and_exported_as_filtered(client, auditor):
    released = make_released(headline="发布了的稿件", departments=[make_department("青澜局")])
    spiker = make_reviewers()[2]
    workflow.perform("spike", make_version(headline="不用的稿件"), by=spiker, note="不用")
    LogEntry.objects.log_actions(spiker.pk, [released], CHANGE, "改了图说")
    department = released.departments.get()
    today = timezone.localdate()

    assert listed(client, kind="spike") == [(str(spiker), "spike")]
    assert listed(client, kind="changed") == [(str(spiker), "Change")]
    assert len(listed(client, by=spiker.pk)) == 2
    assert len(listed(client, story="发布了")) == 6
    assert len(listed(client, story=released.pk)) == 6
    assert len(listed(client, department=department.pk)) == 6
    assert len(listed(client, first=today, last=today)) == 7
    assert listed(client, last="2003-01-01") == listed(client, first="2099-01-01") == []
    rows = sheet(client.get(LOG, {"kind": "spike", "excel": "1"}))
    assert len(rows) == 2
    assert rows[1][1:5] == [str(spiker), "spike", "不用的稿件", "不用"]


def test_what_cannot_be_read_of_a_filter_leaves_nothing_out(client, auditor):
    make_released()
    assert len(listed(client, by="x", first="gestern", kind="nothing")) == 5


def test_log_goes_on_with_what_came_before(client, auditor, monkeypatch):
    monkeypatch.setattr(log, "SHOWN", 2)
    make_released()

    page = client.get(LOG)
    before = page.context["before"]
    assert [line.what for line, _ in client.get(LOG, {"before": before}).context["lines"]] == [
        "approve · second review",
        "approve · first review",
    ]


def test_reporter_sees_the_log_of_their_own_stories(client):
    writer = make_user(permissions=["view_version", "change_version", "view_decision"])
    own = make_released(headline="自己的稿件", staff=(writer, make_reviewers()))
    make_released(headline="别人的稿件")
    LogEntry.objects.log_actions(make_writer().pk, [own, make_department()], CHANGE, "改了")
    client.force_login(writer)

    page = text_of(client.get(LOG))

    assert "自己的稿件" in page
    assert "别人的稿件" not in page
    assert len(listed(client)) == 6


def test_changes_that_the_admin_wrote_down_are_told_in_words(client, auditor):
    message = (
        '[{"changed": {"fields": ["Headline", "Body", "loaded_words", "draft_token"]}},'
        ' {"added": {"name": "credit", "object": "苏未央"}},'
        ' {"changed": {"name": "photo", "object": "图一", "fields": ["Caption"]}}]'
    )
    LogEntry.objects.create(
        user=auditor,
        action_flag=CHANGE,
        change_message=message,
        object_repr="柳汐公园",
        object_id="1",
    )

    ((line, _address),) = client.get(LOG).context["lines"]
    assert line.detail == "headline、body；added: credit 苏未央；photo 图一（caption）"


def test_export_of_too_much_says_what_to_do(client, auditor, monkeypatch):
    monkeypatch.setattr(log, "EXPORTED", 2)
    make_released()

    assert "Filter them" in messages(client.get(LOG, {"excel": "1"}))[0]


def test_who_may_not_look_sees_and_exports_nothing(client):
    client.force_login(make_user())
    assert client.get(LOG).status_code == 403
    assert client.get(LOG, {"excel": "1"}).status_code == 403


@pytest.mark.parametrize("stories", [1, 6])
def test_log_takes_the_same_queries_whatever_its_length(
    client, auditor, stories, django_assert_num_queries
):
    staff = make_writer(), make_reviewers()
    for _number in range(stories):
        make_released(staff=staff)
    LogEntry.objects.log_actions(auditor.pk, Version.objects.all(), CHANGE, "改了")
    client.get(LOG)

    with django_assert_num_queries(8):
        client.get(LOG)


def test_release_at_a_later_moment_tells_which(client, auditor):
    moment = datetime.datetime(2099, 11, 26, 16, 30, tzinfo=datetime.UTC)
    staff = make_writer(), make_reviewers()
    version = make_released(at=moment, staff=staff)
    workflow.perform("reschedule", version, by=staff[1][-1], at=moment + datetime.timedelta(days=1))

    told = text_of(client.get(LOG))

    assert "for 2099-11-27 00:30" in told
    assert "for 2099-11-28 00:30" in told


def test_release_at_once_tells_no_moment(client, auditor):
    make_released()

    assert not [line.detail for line, _url in client.get(LOG).context["lines"] if line.detail]
