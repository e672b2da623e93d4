"""Release at once or later, a changed schedule, withdrawal, and versions in succession."""

import datetime
import json

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from articles import proving, workflow
from articles.models import Version
from articles.revisions import begin_version
from tests.articles.workflow.steps import approved, moves
from tests.factories import make_released, make_writer

pytestmark = pytest.mark.django_db


def test_release_at_a_later_moment_is_an_embargo(writer, reviewers):
    tomorrow = timezone.now() + datetime.timedelta(days=1)
    version = approved(writer, reviewers)

    workflow.perform("release", version, by=reviewers[2], at=tomorrow)

    assert not Version.objects.live().exists()
    assert list(Version.objects.live(at=tomorrow)) == [version]


def test_release_in_the_past_happens_now(writer, reviewers):
    before = timezone.now()
    version = approved(writer, reviewers)

    workflow.perform("release", version, by=reviewers[2], at=before - datetime.timedelta(days=9))

    assert Version.objects.get(pk=version.pk).publish_at > before


def test_new_version_takes_the_place_of_the_live_one(writer):
    first = make_released()
    second = make_released(article=first.article, headline="柳汐公园新添两条步道")

    first.refresh_from_db()
    assert first.superseded_at == second.publish_at
    assert list(Version.objects.live()) == [second]
    assert list(Version.objects.live(at=first.publish_at)) == [first]


def test_scheduled_version_leaves_the_live_one_until_then(writer):
    tomorrow = timezone.now() + datetime.timedelta(days=1)
    first = make_released()
    second = make_released(article=first.article, at=tomorrow)

    assert list(Version.objects.live()) == [first]
    assert list(Version.objects.live(at=tomorrow)) == [second]


def test_correction_before_the_scheduled_version_takes_its_place(writer):
    tomorrow = timezone.now() + datetime.timedelta(days=1)
    first = make_released()
    scheduled = make_released(article=first.article, at=tomorrow)
    correction = make_released(article=first.article, headline="柳汐公园步道更正")

    assert list(Version.objects.live()) == [correction]
    assert list(Version.objects.live(at=tomorrow)) == [correction]
    scheduled.refresh_from_db()
    assert scheduled.superseded_at == scheduled.publish_at


def test_scheduled_version_can_be_scheduled_anew(writer):
    tomorrow, later = (timezone.now() + datetime.timedelta(days=days) for days in (1, 2))
    first = make_released()
    make_released(article=first.article, at=tomorrow)
    third = make_released(article=first.article, at=later)

    assert list(Version.objects.live(at=tomorrow)) == [first]
    assert list(Version.objects.live(at=later)) == [third]


def test_cancelled_schedule_leaves_the_live_version(reviewers):
    tomorrow = timezone.now() + datetime.timedelta(days=1)
    first = make_released()
    scheduled = make_released(article=first.article, at=tomorrow)

    workflow.perform("withdraw", scheduled, by=reviewers[2], note="改期")

    assert list(Version.objects.live(at=tomorrow)) == [first]
    assert moves(scheduled, reviewers[2]) == []


def scheduled(reviewers, **kwargs):
    tomorrow = timezone.now() + datetime.timedelta(days=1)
    return make_released(at=tomorrow, staff=(make_writer(), reviewers), **kwargs)


@pytest.mark.parametrize("days", [0.5, 3])
def test_scheduled_release_is_moved(reviewers, days):
    first = make_released()
    version = scheduled(reviewers, article=first.article)
    moment = timezone.now() + datetime.timedelta(days=days)

    decision = workflow.perform("reschedule", version, by=reviewers[2], at=moment, note="改期")

    first.refresh_from_db()
    version.refresh_from_db()
    assert (version.publish_at, first.superseded_at) == (moment, moment)
    just_before = moment - datetime.timedelta(seconds=1)
    assert list(Version.objects.live(at=just_before)) == [first]
    assert list(Version.objects.live(at=moment)) == [version]
    assert (decision.move, decision.note) == ("reschedule", "改期")
    assert (
        json.loads(decision.ledger_entry.content)["publish_at"]
        == moment.astimezone(datetime.UTC).isoformat()
    )
    assert proving.verify().failure is None


def test_scheduled_release_is_moved_to_now(reviewers):
    first = make_released()
    version = scheduled(reviewers, article=first.article)

    workflow.perform("reschedule", version, by=reviewers[2])

    assert list(Version.objects.live()) == [version]
    assert proving.verify().failure is None


def test_schedule_is_cancelled_and_the_approvals_still_count(reviewers):
    first = make_released()
    version = scheduled(reviewers, article=first.article)
    moment = version.publish_at

    workflow.perform("unschedule", version, by=reviewers[2], note="等通稿")

    assert list(Version.objects.live(at=moment)) == [first]
    version.refresh_from_db()
    assert (version.status, version.publish_at) == ("in_review", None)
    assert workflow.next_stage(version) is None
    assert proving.verify().failure is None
    assert moves(version, reviewers[2]) == ["send_back", "release"]

    workflow.perform("release", version, by=reviewers[2])
    assert list(Version.objects.live()) == [version]
    assert proving.verify().failure is None


@pytest.mark.parametrize("move", ["reschedule", "unschedule"])
def test_release_that_has_come_is_not_moved(reviewers, move):
    version = make_released()

    assert move not in moves(version, reviewers[2])
    with pytest.raises(workflow.MoveRefused, match="released already"):
        workflow.perform(move, version, by=reviewers[2])


@pytest.mark.parametrize("move", ["reschedule", "unschedule"])
def test_release_that_was_cancelled_is_not_moved(reviewers, move):
    version = scheduled(reviewers)
    workflow.perform("withdraw", version, by=reviewers[2], note="不发了")

    with pytest.raises(workflow.MoveRefused):
        workflow.perform(move, version, by=reviewers[2])


def test_schedule_is_moved_by_those_who_release(reviewers):
    version = scheduled(reviewers)

    assert moves(version, reviewers[2]) == ["reschedule", "unschedule", "withdraw"]
    with pytest.raises(PermissionDenied):
        workflow.perform("unschedule", version, by=reviewers[0])


def test_live_version_before_a_scheduled_one_can_be_withdrawn(reviewers):
    tomorrow = timezone.now() + datetime.timedelta(days=1)
    first = make_released()
    second = make_released(article=first.article, at=tomorrow)
    assert moves(first, reviewers[2]) == ["withdraw"]

    workflow.perform("withdraw", first, by=reviewers[2], note="事实有误")

    assert not Version.objects.live().exists()
    assert list(Version.objects.live(at=tomorrow)) == [second]


@pytest.mark.parametrize("move", ["withdraw", "restore"])
def test_superseded_version_refuses_to_be_moved(reviewers, move):
    first = make_released()
    if move == "restore":
        workflow.perform("withdraw", first, by=reviewers[2], note="事实有误")
    make_released(article=first.article)

    with pytest.raises(workflow.MoveRefused):
        workflow.perform(move, first, by=reviewers[2], note="再来")


def test_withdrawn_story_is_gone_until_it_is_restored(reviewers):
    version = make_released()
    chief = reviewers[2]

    workflow.perform("withdraw", version, by=chief, note="事实有误")
    assert not Version.objects.live().exists()

    workflow.perform("restore", version, by=chief, note="已核实")
    assert list(Version.objects.live()) == [version]


@pytest.mark.parametrize("move", ["withdraw", "restore"])
def test_withdrawal_refused_twice(reviewers, move):
    version = make_released()
    chief = reviewers[2]
    workflow.perform("withdraw", version, by=chief, note="事实有误")
    if move == "restore":
        workflow.perform("restore", version, by=chief, note="已核实")

    with pytest.raises(workflow.MoveRefused):
        workflow.perform(move, version, by=chief, note="再来一次")


def test_schedule_is_not_cancelled_once_a_later_version_was_begun(writer, reviewers):
    version = approved(writer, reviewers)
    moment = timezone.now() + datetime.timedelta(days=2)
    workflow.perform("release", version, by=reviewers[2], at=moment)
    version.refresh_from_db()
    begin_version(version, by=writer)

    with pytest.raises(workflow.MoveRefused, match="later version"):
        workflow.perform("unschedule", version, by=reviewers[2])
