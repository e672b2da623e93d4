"""Approvals by the wrong person, of other words or out of order, refused by the database."""

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from articles import contributions, workflow
from articles.models import Contribution, Decision, Doubt, Version
from tests.articles.guards.refusing import refused
from tests.factories import make_user, make_version

pytestmark = pytest.mark.django_db


def approval(version, by, stage=1, **kwargs):
    values = {
        "move": "approve",
        "review_round": version.review_round,
        "digest": version.digest,
        "submitted_by": version.written_by,
    }
    return Decision(version=version, by=by, stage=stage, **(values | kwargs))


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
