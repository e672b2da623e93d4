"""A story is pitched, accepted and begun on the desk."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from articles.models import Assignment, Version
from tests.articles.admin.posting import text_of
from tests.factories import make_page, make_user

pytestmark = pytest.mark.django_db
LIST = "admin:articles_assignment_changelist"
ADD = "admin:articles_assignment_add"
Status = Assignment.Status
WRITES = ("add_version", "change_version", "view_version")
PITCHES = ("add_assignment", "change_assignment", "view_assignment")


@pytest.fixture
def reporter():
    return make_user(permissions=WRITES + PITCHES, last_name="苏")


@pytest.fixture
def chief():
    return make_user(permissions=(*WRITES, *PITCHES, "decide_assignment"), last_name="顾")


def save(client, address, *, headline="柳汐镇的早市", **typed):
    return client.post(
        address,
        {"headline": headline, "brief": "问摊主", "due_at": "2026-11-20T17:30", **typed},
        follow=True,
    )


def pitched(reporter, **kwargs):
    assignment = Assignment.objects.create(headline="早市", pitched_by=reporter, **kwargs)
    assignment.writers.add(reporter)
    return assignment


def post(client, assignment, what, **data):
    address = reverse(f"admin:articles_assignment_{what}", args=[assignment.pk])
    return client.post(address, data, follow=True)


def change(assignment):
    return reverse("admin:articles_assignment_change", args=[assignment.pk])


def test_reporter_pitches_and_would_write_it(client, reporter):
    client.force_login(reporter)

    save(client, reverse(ADD), day="2026-11-20")

    assignment = Assignment.objects.get()
    assert (assignment.status, assignment.pitched_by) == (Status.PITCHED, reporter)
    assert f"{timezone.localtime(assignment.due_at):%m-%d %H:%M}" == "11-20 17:30"
    assert list(assignment.writers.all()) == [reporter]


def test_reporter_names_no_other_writer(client, reporter, chief):
    client.force_login(reporter)

    save(client, reverse(ADD), writers=[chief.pk])

    assert list(Assignment.objects.get().writers.all()) == [reporter]


def test_editor_assigns_without_a_second_decision(client, reporter, chief):
    client.force_login(chief)

    save(client, reverse(ADD), writers=[reporter.pk])

    assignment = Assignment.objects.get()
    assert (assignment.status, assignment.decided_by) == (Status.ACCEPTED, chief)
    assert list(assignment.writers.all()) == [reporter]


def test_pitch_is_accepted_and_begun(client, reporter, chief):
    assignment = pitched(reporter)
    client.force_login(chief)
    assert "Pitches 1" in text_of(client.get(reverse("admin:index"))).replace("<b>", "")
    post(client, assignment, "decide", accept="1")
    client.force_login(reporter)
    assert "Mine to write 1" in text_of(client.get(reverse("admin:index"))).replace("<b>", "")
    assert "Begin the story" in text_of(client.get(change(assignment)))

    response = post(client, assignment, "begin")

    draft = Version.objects.get()
    assert response.redirect_chain[-1][0] == reverse(
        "admin:articles_version_change", args=[draft.pk]
    )
    assert "Assignment" in text_of(response)
    assert "Begin the story" not in text_of(client.get(change(assignment)))


def test_declining_without_a_reason_is_refused_in_a_sentence(client, reporter, chief):
    assignment = pitched(reporter)
    client.force_login(chief)

    response = post(client, assignment, "decide", decline="1")

    assert "Say why it is declined" in text_of(response)
    assert Assignment.objects.get().status == Status.PITCHED


def test_reporter_decides_nothing(client, reporter):
    assignment = pitched(reporter)
    client.force_login(reporter)

    assert post(client, assignment, "decide", accept="1").status_code == 403


def test_pitch_of_somebody_else_is_only_looked_at(client, reporter, chief):
    assignment = pitched(chief)
    client.force_login(reporter)

    save(client, change(assignment), headline="改名")

    assert Assignment.objects.get().headline == "早市"


def test_decided_pitch_is_not_changed_by_who_pitched_it(client, reporter):
    assignment = pitched(reporter, status=Status.ACCEPTED)
    client.force_login(reporter)

    save(client, change(assignment), headline="改名")

    assert Assignment.objects.get().headline == "早市"


def test_edition_tells_what_nobody_has_begun(admin_client, reporter):
    page = make_page(date=datetime.date(2026, 11, 16))
    pitched(reporter, status=Status.ACCEPTED, day=page.edition.date)

    edition = reverse("admin:articles_edition_change", args=[page.edition_id])

    assert "To be written" in text_of(admin_client.get(edition))


@pytest.mark.parametrize(
    ("state", "shown"),
    [("mine", "甲"), ("pitched", "乙"), ("unbegun", "甲"), ("overdue", "甲"), ("declined", "丙")],
)
def test_list_is_filtered_by_what_is_to_be_done(client, reporter, state, shown):
    client.force_login(reporter)
    due = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)
    for headline, status in (("甲", "accepted"), ("乙", "pitched"), ("丙", "declined")):
        one = Assignment.objects.create(
            headline=headline, status=status, pitched_by=reporter, due_at=due
        )
        one.writers.add(reporter)

    response = client.get(reverse(LIST), {"state": state})

    assert [one.headline for one in response.context["cl"].result_list] == [shown]


def test_list_asks_as_often_for_many_as_for_one(client, reporter, django_assert_max_num_queries):
    client.force_login(reporter)
    for _number in range(5):
        post(client, pitched(reporter, status=Status.ACCEPTED), "begin")

    with django_assert_max_num_queries(12):
        response = client.get(reverse(LIST))

    assert response.content.decode().count("draft") >= 5
