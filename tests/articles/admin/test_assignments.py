"""A story is pitched, accepted and begun on the desk."""

import datetime

import pytest
from django.contrib.admin import site
from django.contrib.admin.models import LogEntry
from django.urls import reverse
from django.utils import timezone

from articles import assignments, workflow
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


def change(assignment):
    return reverse("admin:articles_assignment_change", args=[assignment.pk])


def begin(client, assignment):
    address = reverse("admin:articles_assignment_begin", args=[assignment.pk])
    return client.post(address, follow=True)


def desk_of(client, user):
    client.force_login(user)
    return text_of(client.get(reverse("admin:index"))).replace("<b>", "")


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
    assert "Pitches 1" in desk_of(client, chief)
    save(client, change(assignment), writers=[reporter.pk], _accept="1")
    assert "Mine to write 1" in desk_of(client, reporter)
    assert "Begin the story" in text_of(client.get(change(assignment)))

    response = begin(client, assignment)

    draft = Version.objects.get()
    assert response.redirect_chain[-1][0] == reverse(
        "admin:articles_version_change", args=[draft.pk]
    )
    assert "Assignment" in text_of(response)
    assert "Begin the story" not in text_of(client.get(change(assignment)))


def test_editor_has_a_spiked_story_written_anew(client, reporter, chief):
    assignment = pitched(reporter, status=Status.ACCEPTED)
    draft = assignments.begin(assignment, by=reporter)
    client.force_login(chief)
    assert "Have it written anew" not in text_of(client.get(change(assignment)))
    workflow.perform("spike", draft, by=make_user(permissions=["spike_version"]), note="没写成")
    assert "Have it written anew" in text_of(client.get(change(assignment)))

    save(client, change(assignment), writers=[chief.pk], _reopen="1")

    assignment.refresh_from_db()
    assert (assignment.article, list(assignment.writers.all())) == (None, [chief])
    entry = LogEntry.objects.order_by("pk").last()
    assert (entry.user, entry.get_change_message()) == (
        chief,
        "To be written anew: its story was spiked.",
    )


def test_declining_without_a_reason_is_refused_in_a_sentence(client, reporter, chief):
    assignment = pitched(reporter)
    client.force_login(chief)

    response = save(client, change(assignment), _decline="1")

    assert "Say why it is declined" in text_of(response)
    assert Assignment.objects.get().status == Status.PITCHED


def test_reporter_decides_nothing(client, reporter):
    assignment = pitched(reporter)
    client.force_login(reporter)

    assert save(client, change(assignment), _accept="1").status_code == 403
    assert Assignment.objects.get().status == Status.PITCHED


def test_decision_saves_what_was_typed_with_it(client, reporter, chief):
    assignment = pitched(reporter)
    client.force_login(chief)

    save(client, change(assignment), headline="早市的一天", writers=[chief.pk], _accept="1")

    assignment.refresh_from_db()
    assert (assignment.status, assignment.headline) == (Status.ACCEPTED, "早市的一天")
    assert list(assignment.writers.all()) == [chief]


def test_enter_key_saves_and_decides_nothing(client, reporter, chief):
    """The first button of a form is the one that the Enter key presses."""
    client.force_login(chief)

    form = text_of(client.get(change(pitched(reporter))))

    assert form.index('name="_save"') < form.index('name="_accept"')


def test_editor_who_writes_it_begins_with_what_was_typed(client, chief):
    assignment = pitched(chief, status=Status.ACCEPTED)
    client.force_login(chief)

    save(client, change(assignment), headline="早市的一天", writers=[chief.pk], _begin="1")

    assert Version.objects.get().headline == "早市的一天"


def test_form_opened_before_the_story_was_begun_does_not_lose_it(client, chief, rf):
    assignment = pitched(chief, status=Status.ACCEPTED)
    opened = Assignment.objects.get()
    client.force_login(chief)
    begin(client, assignment)
    admin = site.get_model_admin(Assignment)
    request = rf.post("/")
    request.user = chief
    form = admin.get_form(request, opened)({"headline": "早市的一天"}, instance=opened)
    assert form.is_valid()

    admin.save_model(request, opened, form, change=True)

    assignment.refresh_from_db()
    assert assignment.headline == "早市的一天"
    assert assignment.article == Version.objects.get().article


def test_only_those_who_write_are_offered_as_writers(client, chief):
    make_user(permissions=("view_version",), last_name="管理员")
    client.force_login(chief)

    form = text_of(client.get(reverse(ADD)))

    assert "管理员" not in form
    assert "顾" in form


def test_desk_offers_what_nobody_is_named_for(client, reporter, chief):
    Assignment.objects.create(headline="谁去看看桥", status=Status.ACCEPTED, pitched_by=chief)

    assert "For whoever takes it 1" in desk_of(client, reporter)


def test_desk_tells_a_reporter_what_became_of_a_pitch(client, reporter, chief):
    assignment = pitched(reporter)
    assert "My pitches 1" in desk_of(client, reporter)

    client.force_login(chief)
    save(client, change(assignment), writers=[reporter.pk], note="上周刚写过", _decline="1")

    assert "declined <q>上周刚写过</q>" in desk_of(client, reporter)


def test_desk_tells_an_editor_what_nobody_has_begun_and_is_late(client, reporter, chief):
    pitched(reporter, status=Status.ACCEPTED, due_at=timezone.now())

    desk = desk_of(client, chief)

    assert "To be written 1" in desk
    assert "<strong>overdue</strong>" in desk


def test_note_of_the_decision_stands_beside_the_story(client, reporter):
    assignment = pitched(reporter, status=Status.ACCEPTED, note="请配图")
    client.force_login(reporter)

    assert "<q>请配图</q>" in text_of(begin(client, assignment))


def test_story_that_was_begun_is_in_the_log(client, reporter):
    client.force_login(reporter)
    begin(client, pitched(reporter, status=Status.ACCEPTED))

    entry = LogEntry.objects.get(content_type__model="version")

    assert (entry.user, entry.is_addition()) == (reporter, True)


def test_list_names_who_took_what_nobody_was_named_for(client, reporter, chief):
    assignment = Assignment.objects.create(
        headline="谁去看看桥", status=Status.ACCEPTED, pitched_by=chief
    )
    client.force_login(reporter)
    begin(client, assignment)

    row = client.get(reverse(LIST)).content.decode()

    assert '<td class="field-who_writes">苏</td>' in row


def test_draft_that_is_late_is_overdue_until_it_is_handed_in(client, reporter):
    assignment = pitched(reporter, status=Status.ACCEPTED, due_at=timezone.now())
    client.force_login(reporter)
    begin(client, assignment)
    draft = Version.objects.get()
    late = reverse(LIST) + "?state=overdue"
    assert "<strong>overdue</strong>" in client.get(late).content.decode()

    draft.body = "<p>早市开张。</p>"
    draft.save()
    workflow.perform("submit", draft, by=reporter)

    assert not client.get(late).context["cl"].result_list
    assert "<strong>overdue</strong>" not in client.get(reverse(LIST)).content.decode()


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
    [
        ("mine", "甲"),
        ("own", "乙"),
        ("pitched", "乙"),
        ("unbegun", "甲"),
        ("overdue", "甲"),
        ("declined", "丙"),
    ],
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
        begin(client, pitched(reporter, status=Status.ACCEPTED))

    with django_assert_max_num_queries(12):
        response = client.get(reverse(LIST))

    assert response.content.decode().count("draft") >= 5
