"""Releases, schedules and withdrawals around the workflow, refused by the database."""

import datetime

import pytest
from django.utils import timezone

from articles import workflow
from articles.models import Article, Doubt, Version
from tests.articles.guards.refusing import refused, release_by_hand
from tests.factories import make_released, make_reviewers, make_version, make_writer

pytestmark = pytest.mark.django_db


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


@pytest.mark.parametrize("move", ["send_back", "spike"])
def test_release_refused_from_another_status(approved, reviewers, move):
    workflow.perform("send_back", approved, by=reviewers[2], note="再改")
    if move == "spike":
        workflow.perform("spike", approved, by=reviewers[2], note="不用")

    with refused("version_release_"):
        Version.objects.filter(pk=approved.pk).update(status="released", publish_at=timezone.now())


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


def test_release_of_a_reprint_refused_without_its_particulars(writer, reviewers):
    version = make_version(is_reprint=True, source="云汀日报")
    workflow.perform("submit", version, by=writer)
    for reviewer in reviewers:
        workflow.perform("approve", version, by=reviewer)
    with refused("version_release_needs_reprint_particulars"):
        release_by_hand(Version.objects.get(pk=version.pk))


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
