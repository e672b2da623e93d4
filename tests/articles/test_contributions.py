"""Who wrote words of a version, and at which stage a reviewer corrected it."""

import pytest

from articles import contributions, workflow
from articles.models import Contribution, Version
from tests.factories import make_reviewers, make_user, make_version, make_writer

pytestmark = pytest.mark.django_db


@pytest.fixture
def reviewers():
    return make_reviewers()


@pytest.fixture
def submitted():
    version = make_version()
    workflow.perform("submit", version, by=make_writer())
    return Version.objects.get(pk=version.pk)


def test_whoever_writes_in_a_draft_writes_at_no_stage(reviewers):
    assert contributions.stage_of(make_version(), reviewers[0]) is None


def test_reviewer_corrects_at_the_stage_that_is_due(submitted, reviewers):
    assert contributions.stage_of(submitted, reviewers[0]) == 1
    assert contributions.stage_of(submitted, reviewers[1]) is None
    assert contributions.stage_of(submitted, make_writer()) is None


def test_reviewer_goes_on_correcting_at_the_stage_at_which_they_began(submitted, reviewers):
    workflow.perform("approve", submitted, by=reviewers[0])
    contributions.record(submitted, reviewers[1], stage=2)
    Version.objects.filter(pk=submitted.pk).update(headline="改了标题")
    submitted.refresh_from_db()

    assert workflow.next_stage(submitted) == 1
    assert contributions.stage_of(submitted, reviewers[1]) == 2
    assert contributions.stage_of(submitted, reviewers[0]) == 1


def test_who_wrote_in_it_before_is_no_reviewer_of_it(submitted):
    both = make_user(permissions=("review_first", "change_version"))
    contributions.record(submitted, both)

    assert contributions.stage_of(submitted, both) is None


def test_the_same_is_recorded_once(submitted, reviewers):
    for _time in range(2):
        contributions.record(submitted, reviewers[0], stage=1)

    assert Contribution.objects.count() == 1
