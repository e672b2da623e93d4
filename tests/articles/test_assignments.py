"""Stories to be written: who decides on a pitch, who begins the story, and with what it begins."""

import datetime

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from articles import assignments, workflow
from articles.models import Assignment, Version
from tests.factories import make_department, make_page, make_user, make_writer

pytestmark = pytest.mark.django_db
DAY = datetime.date(2026, 11, 16)
Status = Assignment.Status


@pytest.fixture
def reporter():
    return make_writer()


@pytest.fixture
def editor():
    return make_user(permissions=("add_version", "change_version", "decide_assignment"))


def pitch(reporter, **kwargs):
    assignment = Assignment.objects.create(
        **{"headline": "柳汐镇的早市", "pitched_by": reporter, "day": DAY} | kwargs
    )
    assignment.writers.add(reporter)
    return assignment


def accepted(reporter, **kwargs):
    return pitch(reporter, status=Status.ACCEPTED, **kwargs)


def test_accepted_pitch_waits_for_its_writer(reporter, editor):
    assignment = pitch(reporter)
    assert list(assignments.to_decide(editor)) == [assignment]
    assert not assignments.to_write(reporter)

    assignments.decide(assignment, True, by=editor)

    assert list(assignments.to_write(reporter)) == [assignment]
    assert not assignments.to_decide(editor)
    assignment.refresh_from_db()
    assert (assignment.status, assignment.decided_by) == (Status.ACCEPTED, editor)


def test_reporter_decides_on_no_pitch(reporter):
    with pytest.raises(PermissionDenied):
        assignments.decide(pitch(reporter), True, by=reporter)
    assert not assignments.to_decide(reporter)


def test_declining_takes_a_reason(reporter, editor):
    assignment = pitch(reporter)

    with pytest.raises(ValidationError):
        assignments.decide(assignment, False, by=editor, note=" ")
    assignments.decide(assignment, False, by=editor, note="上周刚写过")

    assignment.refresh_from_db()
    assert (assignment.status, assignment.note) == (Status.DECLINED, "上周刚写过")


def test_story_begins_with_what_the_assignment_says(reporter):
    page, department = make_page(date=DAY), make_department()

    draft = assignments.begin(accepted(reporter, department=department), by=reporter)

    assert (draft.headline, draft.dated, draft.edition) == ("柳汐镇的早市", DAY, page.edition)
    assert draft.written_by == reporter
    assert [link.department for link in draft.department_links.all()] == [department]
    assert Assignment.objects.get().article == draft.article
    assert not assignments.to_write(reporter)


def test_story_is_begun_once(reporter):
    assignment = accepted(reporter)
    assignments.begin(assignment, by=reporter)

    with pytest.raises(ValidationError):
        assignments.begin(assignment, by=reporter)


def test_nobody_begins_what_somebody_else_is_to_write(reporter):
    with pytest.raises(PermissionDenied):
        assignments.begin(accepted(reporter), by=make_writer())


def test_whoever_takes_it_may_begin_what_nobody_is_named_for(reporter):
    assignment = accepted(reporter)
    assignment.writers.clear()

    assert assignments.begin(assignment, by=make_writer())


def test_pitch_is_not_begun_before_it_is_accepted(reporter):
    with pytest.raises(ValidationError):
        assignments.begin(pitch(reporter), by=reporter)


def test_begun_story_is_not_declined(reporter, editor):
    assignment = accepted(reporter)
    assignments.begin(assignment, by=reporter)

    with pytest.raises(ValidationError):
        assignments.decide(assignment, False, by=editor, note="不用了")


def spiked(assignment, by):
    draft = assignments.begin(assignment, by=by)
    workflow.perform("spike", draft, by=make_user(permissions=["spike_version"]), note="没写成")
    assignment.refresh_from_db()
    return draft


def test_assignment_whose_story_was_spiked_ends_with_it(reporter, editor):
    spiked(accepted(reporter, due_at=timezone.now()), by=reporter)

    assert not assignments.to_write(reporter)
    assert not assignments.to_be_written(editor)
    assert not Assignment.objects.overdue()


def test_assignment_whose_story_was_spiked_is_written_anew(reporter, editor):
    assignment = accepted(reporter)
    draft = spiked(assignment, by=reporter)
    assert assignments.may_reopen(editor, assignment)

    assignments.reopen(assignment, by=editor)

    assert list(assignments.to_write(reporter)) == [assignment]
    again = assignments.begin(assignment, by=reporter)
    assert again.article != draft.article
    draft.refresh_from_db()
    assert draft.status == Version.Status.SPIKED


def test_story_that_stands_is_not_written_anew(reporter, editor):
    assignment = accepted(reporter)
    assignments.begin(assignment, by=reporter)
    assignment.refresh_from_db()

    assert not assignments.may_reopen(editor, assignment)
    with pytest.raises(ValidationError):
        assignments.reopen(assignment, by=editor)


def test_reporter_has_nothing_written_anew(reporter):
    assignment = accepted(reporter)
    spiked(assignment, by=reporter)

    assert not assignments.may_reopen(reporter, assignment)
    with pytest.raises(PermissionDenied):
        assignments.reopen(assignment, by=reporter)


def test_what_is_due_first_comes_first(reporter):
    due = datetime.datetime(2026, 11, 16, 12, tzinfo=datetime.UTC)
    whenever = accepted(reporter, day=None)
    later = accepted(reporter, due_at=due + datetime.timedelta(hours=1))
    sooner = accepted(reporter, due_at=due)

    assert list(assignments.to_write(reporter)) == [sooner, later, whenever]


def test_paper_of_a_day_lacks_what_nobody_has_begun(reporter):
    unbegun, begun = accepted(reporter), accepted(reporter)
    accepted(reporter, day=DAY + datetime.timedelta(days=1))
    pitch(reporter)
    assignments.begin(begun, by=reporter)

    assert list(assignments.unbegun_of(DAY)) == [unbegun]


def test_whoever_writes_may_take_what_nobody_is_named_for(reporter, editor):
    accepted(reporter)
    free = Assignment.objects.create(
        headline="谁去看看桥", status=Status.ACCEPTED, pitched_by=editor
    )

    assert list(assignments.to_take(reporter)) == [free]
    assert not assignments.to_take(make_user(permissions=("view_version",)))


def test_whoever_pitched_it_is_told_of_a_refusal_for_a_week(reporter, editor):
    waiting, declined = pitch(reporter), pitch(reporter)
    assignments.decide(pitch(reporter), True, by=editor)
    assignments.decide(declined, False, by=editor, note="上周刚写过")
    pitch(editor)
    assert list(assignments.pitches_of(reporter)) == [waiting, declined]

    long_ago = timezone.now() - datetime.timedelta(days=8)
    Assignment.objects.filter(pk=declined.pk).update(decided_at=long_ago)

    assert list(assignments.pitches_of(reporter)) == [waiting]


def test_whoever_decides_sees_all_that_nobody_has_begun(reporter, editor):
    unbegun, begun = accepted(reporter), accepted(reporter)
    pitch(reporter)
    assignments.begin(begun, by=reporter)

    assert list(assignments.to_be_written(editor)) == [unbegun]
    assert not assignments.to_be_written(reporter)


def test_editor_of_departments_decides_on_theirs_and_on_those_of_none(reporter, editor):
    ours, theirs = make_department(), make_department()
    editor.departments.add(ours)
    pitches = [pitch(reporter, department=one) for one in (ours, theirs, None)]

    assert list(assignments.to_decide(editor)) == [pitches[0], pitches[2]]
    assert assignments.decide(pitches[0], True, by=editor)
    with pytest.raises(PermissionDenied):
        assignments.decide(pitches[1], True, by=editor)
    assert not assignments.may_change(editor, pitches[1])
    assert list(assignments.to_be_written(editor)) == [pitches[0]]


def test_editor_pitches_for_a_department_of_others(editor):
    editor.departments.add(make_department())
    assignment = Assignment(headline="早市", department=make_department())

    assignments.propose(assignment, by=editor)

    assert assignment.status == Status.PITCHED


def test_writer_of_departments_takes_what_is_theirs_and_writes_what_they_are_named_for(editor):
    ours, theirs = make_department(), make_department()
    writer = make_writer()
    writer.departments.add(ours)
    free = {
        one: Assignment.objects.create(
            headline="桥", status=Status.ACCEPTED, pitched_by=editor, department=one
        )
        for one in (ours, theirs)
    }

    assert list(assignments.to_take(writer)) == [free[ours]]
    with pytest.raises(PermissionDenied):
        assignments.begin(free[theirs], by=writer)
    free[theirs].writers.add(writer)
    assert assignments.begin(free[theirs], by=writer)
