"""What stood when somebody decided or looked, and which approvals a change has voided."""

import pytest

from articles import workflow
from articles.models import Version
from articles.models.content import content_of, named
from articles.snapshots import look, snapshot_of, take, void_approvals
from tests.factories import make_reviewers, make_version, make_writer

pytestmark = pytest.mark.django_db


@pytest.fixture
def reviewers():
    return make_reviewers()


@pytest.fixture
def submitted():
    version = make_version(headline="原来的标题")
    workflow.perform("submit", version, by=make_writer())
    return Version.objects.get(pk=version.pk)


def retitle(version, headline):
    version.headline = headline
    version.save()
    return Version.objects.get(pk=version.pk)


def test_decision_keeps_the_words_it_was_about(submitted, reviewers):
    decision = workflow.perform("approve", submitted, by=reviewers[0])
    retitle(submitted, "改了的标题")

    assert named(snapshot_of(decision).content)["headline"] == "原来的标题"


def test_same_words_are_kept_once(submitted):
    assert take(submitted) == take(submitted)


def test_named_content_has_every_part():
    version = make_version(
        credit_line="编辑 林晚照",
        is_reprint=True,
        original_author="甲",
        original_headline="乙",
        responsible_editor="丙",
    )

    names = named(content_of(version))
    assert names["credit_line"] == "编辑 林晚照"
    assert names["reprint"] == ["甲", "乙", "丙"]
    assert "corrections" not in names


def test_reviewer_who_looks_again_learns_what_changed_since(submitted, reviewers):
    assert look(submitted, reviewers[0]) is None
    changed = retitle(submitted, "改了的标题")

    for _reload in range(2):
        before = look(changed, reviewers[0])
        assert named(before.content)["headline"] == "原来的标题"
    assert look(changed, reviewers[1]) is None


def test_change_voids_the_approval_until_it_is_changed_back(submitted, reviewers):
    approval = workflow.perform("approve", submitted, by=reviewers[0])
    assert void_approvals(submitted) == []

    changed = retitle(submitted, "改了的标题")
    ((void, snapshot),) = void_approvals(changed)
    assert (void, named(snapshot.content)["headline"]) == (approval, "原来的标题")

    assert void_approvals(retitle(changed, "原来的标题")) == []


def test_approval_given_again_leaves_nothing_void(submitted, reviewers):
    workflow.perform("approve", submitted, by=reviewers[0])
    changed = retitle(submitted, "改了的标题")
    workflow.perform("approve", changed, by=reviewers[0])

    assert void_approvals(changed) == []
