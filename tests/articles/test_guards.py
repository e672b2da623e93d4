"""Every way around the workflow that one could try with the ORM, and that the database refuses."""

import datetime

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from articles import contributions, workflow
from articles.guards import guards
from articles.models import Article, Contribution, Credit, Decision, Doubt, Mention, Version
from tests.factories import make_released, make_reviewers, make_user, make_version, make_writer

pytestmark = pytest.mark.django_db


@pytest.fixture
def writer():
    return make_writer()


@pytest.fixture
def reviewers():
    return make_reviewers()


@pytest.fixture
def submitted(writer):
    version = make_version(written_by=writer)
    workflow.perform("submit", version, by=writer)
    return Version.objects.get(pk=version.pk)


@pytest.fixture
def approved(submitted, reviewers):
    for reviewer in reviewers:
        workflow.perform("approve", submitted, by=reviewer)
    return submitted


def refused(name):
    """The database refuses what follows, by that guard or constraint, and nothing is left of it."""
    return _Refused(name)


class _Refused:
    def __init__(self, name):
        self.raises = pytest.raises(IntegrityError, match=name)
        self.atomic = transaction.atomic()

    def __enter__(self):
        self.raises.__enter__()
        self.atomic.__enter__()

    def __exit__(self, *error):
        self.atomic.__exit__(*error)
        return self.raises.__exit__(*error)


def approval(version, by, stage=1, **kwargs):
    values = {
        "move": "approve",
        "review_round": version.review_round,
        "digest": version.digest,
        "submitted_by": version.written_by,
    }
    return Decision(version=version, by=by, stage=stage, **(values | kwargs))


def release_by_hand(version):
    version.status, version.publish_at = Version.Status.RELEASED, timezone.now()
    version.save()


def test_release_by_save_refused_without_approvals(submitted):
    with refused("version_release_needs_every_approval"):
        release_by_hand(submitted)
    assert not Version.objects.live().exists()


def test_release_by_update_refused_without_approvals(submitted):
    with refused("version_release_needs_every_approval"):
        Version.objects.update(status="released", publish_at=timezone.now())


def test_release_refused_with_two_of_three_approvals(submitted, reviewers):
    for reviewer in reviewers[:2]:
        workflow.perform("approve", submitted, by=reviewer)

    with refused("version_release_needs_every_approval"):
        release_by_hand(submitted)


def test_version_refused_when_created_released():
    with refused("version_is_not_born_released"):
        make_version(status="released", publish_at=timezone.now())


def test_bulk_created_version_refused_when_released():
    version = Version(
        article=Article.objects.create(),
        headline="绕道",
        dated=datetime.date(2026, 11, 16),
        status="released",
        publish_at=timezone.now(),
    )
    with refused("version_is_not_born_released"):
        Version.objects.bulk_create([version])


@pytest.mark.parametrize("change", [{"headline": "换一个标题"}, {"body": "<p>换一段话。</p>"}])
def test_release_refused_when_words_changed_by_update_after_approval(approved, change):
    Version.objects.filter(pk=approved.pk).update(**change)

    with refused("version_release_needs_every_approval"):
        Version.objects.filter(pk=approved.pk).update(status="released", publish_at=timezone.now())


def test_release_refused_when_a_comma_changed_after_approval(approved, reviewers):
    approved.body = approved.body.replace("，", "、")
    approved.save()

    with pytest.raises(workflow.MoveRefused):
        workflow.perform("release", approved, by=reviewers[2])


def test_release_allowed_when_the_comma_is_changed_back(approved, reviewers):
    before = approved.body
    for body in (before.replace("，", "、"), before):
        approved.body = body
        approved.save()
    workflow.perform("release", approved, by=reviewers[2])

    assert list(Version.objects.live()) == [approved]


@pytest.mark.parametrize(
    "add",
    [
        lambda version: Credit.objects.create(version=version, as_printed="苏未央"),
        lambda version: Mention.objects.create(version=version, name_as_printed="沈砚秋"),
    ],
)
def test_release_refused_when_a_name_was_added_after_approval(approved, add):
    add(approved)

    with refused("version_release_needs_every_approval"):
        Version.objects.filter(pk=approved.pk).update(status="released", publish_at=timezone.now())


def test_release_refused_with_an_open_doubt(approved):
    Doubt.objects.create(version=approved, kind="doubtful_join", quote="要切实履点位")

    with refused("version_release_needs_settled_doubts"):
        release_by_hand(approved)


def test_release_refused_at_a_moment_in_the_past(approved):
    moment = timezone.now() - datetime.timedelta(days=1)

    with refused("version_release_is_never_backdated"):
        Version.objects.filter(pk=approved.pk).update(status="released", publish_at=moment)


def test_moment_of_release_refused_to_move_backwards():
    version = make_released()

    with refused("version_release_is_never_backdated"):
        Version.objects.filter(pk=version.pk).update(
            publish_at=version.publish_at - datetime.timedelta(days=365)
        )


def test_released_version_refused_to_become_a_draft_again():
    version = make_released()

    with refused("version_released_stays_on_record"):
        Version.objects.filter(pk=version.pk).update(status="draft", publish_at=None)


@pytest.mark.parametrize(
    "change",
    [
        {"headline": "换一个标题"},
        {"body": "<p>换一段话。</p>"},
        {"dated": datetime.date(2003, 1, 1)},
        {"digest": "0" * 64},
    ],
)
def test_released_words_refused_to_change(change):
    version = make_released()

    with refused("version_released_words_never_change"):
        Version.objects.filter(pk=version.pk).update(**change)


def test_released_credits_refused_to_change(reviewers, writer):
    version = make_version()
    Credit.objects.create(version=version, as_printed="苏未央")
    workflow.perform("submit", version, by=writer)
    for reviewer in reviewers:
        workflow.perform("approve", version, by=reviewer)
    workflow.perform("release", version, by=reviewers[2])

    with refused("credit_of_a_released_version_never_changes_on_update"):
        version.credits.update(as_printed="另一人")
    with refused("credit_of_a_released_version_never_changes_on_delete"):
        version.credits.all().delete()
    with refused("mention_of_a_released_version_never_changes_on_insert"):
        Mention.objects.create(version=version, name_as_printed="沈砚秋")


def test_released_version_refused_to_be_deleted():
    version = make_released()

    with refused("version_released_is_never_deleted"), connection.cursor() as cursor:
        cursor.execute("DELETE FROM articles_version WHERE id = %s", [version.pk])


def test_approval_refused_by_the_writer(writer, reviewers):
    version = make_version(written_by=writer)
    workflow.perform("submit", version, by=reviewers[0])
    version.refresh_from_db()

    with refused("decision_writer_never_approves"):
        approval(version, writer, submitted_by=reviewers[0]).save()


def test_approval_refused_by_the_submitter(writer, reviewers):
    version = make_version(written_by=writer)
    workflow.perform("submit", version, by=reviewers[0])
    version.refresh_from_db()

    with refused("decision_approver_is_not_the_submitter"):
        approval(version, reviewers[0], submitted_by=reviewers[0]).save()
    with refused("decision_names_who_submitted"):
        approval(version, reviewers[0], submitted_by=writer).save()


def test_approval_refused_out_of_order(submitted, reviewers):
    with refused("decision_stages_come_in_order"):
        approval(submitted, reviewers[2], stage=3).save()


@pytest.mark.parametrize("move", ["send_back", "spike"])
def test_release_refused_from_another_status(approved, reviewers, move):
    workflow.perform("send_back", approved, by=reviewers[2], note="再改")
    if move == "spike":
        workflow.perform("spike", approved, by=reviewers[2], note="不用")

    with refused("version_release_"):
        Version.objects.filter(pk=approved.pk).update(status="released", publish_at=timezone.now())


def test_round_of_review_refused_to_fall(approved, reviewers):
    workflow.perform("send_back", approved, by=reviewers[2], note="再改")

    with refused("version_review_round_never_falls"):
        Version.objects.filter(pk=approved.pk).update(review_round=1)


def test_writer_refused_to_change_once_decided(submitted):
    with refused("version_writer_stays_once_decided"):
        Version.objects.filter(pk=submitted.pk).update(written_by=None)


def test_doubt_refused_to_go_or_move(approved):
    doubt = Doubt.objects.create(version=approved, kind="doubtful_join")

    with refused("doubt_is_never_deleted"):
        doubt.delete()
    with refused("doubt_stays_with_its_version"):
        Doubt.objects.update(version=make_version())


def test_withdrawal_refused_without_a_decision(reviewers):
    version = make_released()
    with refused("version_withdrawal_is_decided"):
        Version.objects.filter(pk=version.pk).update(withdrawn_at=timezone.now())

    workflow.perform("withdraw", version, by=reviewers[2], note="事实有误")
    with refused("version_withdrawal_is_decided"):
        Version.objects.filter(pk=version.pk).update(withdrawn_at=None)


def test_superseded_version_refused_to_live_again():
    first = make_released()
    make_released(article=first.article)

    with refused("version_superseded_stays_superseded|version_intervals_never_overlap"):
        Version.objects.filter(pk=first.pk).update(superseded_at=None)


def test_second_stage_refused_for_the_same_person(submitted, reviewers):
    approval(submitted, reviewers[0]).save()

    with refused("decision_"):
        approval(submitted, reviewers[0], stage=2).save()


def test_second_stage_refused_for_a_superuser_too(submitted):
    root = make_user(is_superuser=True)
    workflow.perform("approve", submitted, by=root)

    with pytest.raises(workflow.MoveRefused, match="two stages"):
        workflow.perform("approve", submitted, by=root)


def test_second_stage_refused_for_the_same_person_in_a_later_round(submitted, writer, reviewers):
    workflow.perform("approve", submitted, by=reviewers[0])
    workflow.perform("send_back", submitted, by=reviewers[1], note="导语再改")
    workflow.perform("submit", submitted, by=writer)
    again = Version.objects.get(pk=submitted.pk)

    with refused("decision_nobody_takes_two_stages"):
        approval(again, reviewers[0], stage=2).save()


def test_approval_refused_for_other_words(submitted, reviewers):
    with refused("decision_approves_the_words_that_stand"):
        approval(submitted, reviewers[0], digest="0" * 64).save()


def test_approval_refused_for_a_draft(reviewers, writer):
    draft = make_version(written_by=writer)

    with refused("decision_approves_the_words_that_stand"):
        approval(draft, reviewers[0]).save()


def test_same_stage_refused_twice(submitted, reviewers):
    approval(submitted, reviewers[0]).save()

    with pytest.raises(IntegrityError), transaction.atomic():
        approval(submitted, reviewers[1]).save()


def test_decision_refused_to_change_or_go(approved):
    with refused("decision_is_never_changed"):
        approved.decisions.update(note="改写历史")
    with refused("decision_is_never_deleted"):
        approved.decisions.all().delete()


def test_second_live_version_refused(approved, reviewers):
    workflow.perform("release", approved, by=reviewers[2])
    first = Version.objects.get(pk=approved.pk)
    second = make_version(article=first.article)
    others = make_reviewers()
    workflow.perform("submit", second, by=make_writer())
    for reviewer in others:
        workflow.perform("approve", second, by=reviewer)

    with refused("version_one_open_release_per_article|version_intervals_never_overlap|UNIQUE"):
        Version.objects.filter(pk=second.pk).update(status="released", publish_at=timezone.now())


def test_every_guard_is_in_the_database():
    if connection.vendor == "sqlite":
        query = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    else:
        query = "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal"
    with connection.cursor() as cursor:
        cursor.execute(query)
        names = {name for (name,) in cursor.fetchall()}

    assert names == {guard.name for guard in guards()}


def test_release_of_a_reprint_refused_without_its_particulars(writer, reviewers):
    version = make_version(is_reprint=True, source="云汀日报")
    workflow.perform("submit", version, by=writer)
    for reviewer in reviewers:
        workflow.perform("approve", version, by=reviewer)
    with refused("version_release_needs_reprint_particulars"):
        release_by_hand(Version.objects.get(pk=version.pk))


def test_doubt_settled_without_a_reason_is_refused(writer):
    doubt = Doubt.objects.create(version=make_version(), kind="unfinished")

    with refused("doubt_is_settled_for_a_reason"):
        Doubt.objects.update(settled_at=timezone.now(), settled_by=writer)
    assert doubt.is_open


def test_stage_that_the_newsroom_has_not_is_refused(submitted, reviewers, review_stages):
    review_stages(2)

    with refused("decision_stages_come_in_order"):
        approval(submitted, reviewers[1], stage=2).save()
    with refused("decision_stages_come_in_order"):
        approval(submitted, reviewers[2], stage=3).save()
    approval(submitted, reviewers[0], stage=1).save()
    approval(submitted, reviewers[2], stage=3).save()


def scheduled_story():
    return make_released(at=timezone.now() + datetime.timedelta(days=1))


@pytest.mark.parametrize("days", [None, 2])
def test_schedule_changed_without_a_sealed_decision_is_refused(days):
    scheduled_story()
    moment = days and timezone.now() + datetime.timedelta(days=days)
    status = "released" if days else "in_review"

    with refused("version_schedule_changes_are_sealed"):
        Version.objects.update(publish_at=moment, status=status)


def test_release_by_the_entry_of_a_cancelled_schedule_is_refused(reviewers):
    version = scheduled_story()
    workflow.perform("unschedule", version, by=reviewers[2])

    with refused("version_release_was_sealed"):
        Version.objects.filter(pk=version.pk).update(status="released", publish_at=timezone.now())


def test_release_that_has_come_is_not_unscheduled_by_hand(reviewers):
    version = scheduled_story()
    workflow.perform("reschedule", version, by=reviewers[2])

    with refused("version_released_stays_on_record"):
        Version.objects.update(status="in_review", publish_at=None)


def test_approval_by_who_wrote_words_of_it_is_refused_superusers_included(submitted):
    root = make_user(is_superuser=True)
    contributions.record(submitted, root)

    with refused("decision_contributor_never_approves"):
        approval(submitted, root).save()


def test_approval_of_another_stage_than_was_corrected_is_refused(submitted, reviewers):
    contributions.record(submitted, reviewers[1], stage=2)

    with refused("decision_contributor_never_approves"):
        approval(submitted, reviewers[1], stage=1).save()


def test_contribution_is_never_changed_nor_removed(submitted, reviewers):
    contributions.record(submitted, reviewers[0])

    with refused("contribution_is_never_changed"):
        Contribution.objects.update(stage=1)
    with refused("contribution_is_never_removed"):
        Contribution.objects.all().delete()


def test_correction_by_a_reviewer_is_of_a_story_in_review(reviewers):
    with refused("contribution_of_a_reviewer_is_made_in_review"):
        contributions.record(make_version(), reviewers[0], stage=1)
