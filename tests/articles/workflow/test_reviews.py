"""Submission, the reviews by different people, doubts, and what each person may do."""

import pytest
from django.core.exceptions import PermissionDenied

from articles import contributions, workflow
from articles.models import Doubt, Version
from tests.articles.workflow.steps import approved, moves, submitted
from tests.factories import make_released, make_reviewers, make_user, make_version

pytestmark = pytest.mark.django_db


def test_story_is_live_once_three_people_approved_and_it_is_released():
    version = make_released()

    assert list(Version.objects.live()) == [version]
    assert list(version.decisions.values_list("move", "stage")) == [
        ("submit", None),
        ("approve", 1),
        ("approve", 2),
        ("approve", 3),
        ("release", None),
    ]
    assert set(version.decisions.values_list("digest", flat=True)) == {version.digest}


def test_release_refused_before_the_final_review(writer, reviewers):
    version = submitted(writer)
    workflow.perform("approve", version, by=reviewers[0])

    with pytest.raises(workflow.MoveRefused, match="exactly these words"):
        workflow.perform("release", version, by=reviewers[2])
    assert not Version.objects.live().exists()
    assert not version.decisions.filter(move="release").exists()


def test_sent_back_words_are_not_released_by_old_approvals(writer, reviewers):
    version = approved(writer, reviewers)
    workflow.perform("send_back", version, by=reviewers[2], note="再改")
    Version.objects.filter(pk=version.pk).update(status="in_review")

    with pytest.raises(workflow.MoveRefused):
        workflow.perform("release", version, by=reviewers[2])


def test_move_refused_for_other_words_than_were_seen(writer, reviewers):
    version = submitted(writer)
    seen = version.digest
    Version.objects.filter(pk=version.pk).update(headline="换一个标题")

    with pytest.raises(workflow.MoveRefused):
        workflow.perform("approve", version, by=reviewers[0], digest=seen)


def test_sent_back_story_starts_a_new_round(writer, reviewers):
    version = submitted(writer)
    workflow.perform("approve", version, by=reviewers[0])
    workflow.perform("send_back", version, by=reviewers[1], note="导语再改")
    workflow.perform("submit", version, by=writer)
    version.refresh_from_db()

    assert (version.status, version.review_round) == ("in_review", 3)
    assert workflow.next_stage(version) == 1
    workflow.perform("approve", version, by=reviewers[0])
    assert workflow.next_stage(version) == 2


def test_spiked_story_can_be_taken_back(reviewers):
    version, chief = make_version(), reviewers[2]

    workflow.perform("spike", version, by=chief, note="与头条重复")
    assert moves(version, chief) == ["unspike"]

    workflow.perform("unspike", version, by=chief)
    version.refresh_from_db()
    assert version.status == "draft"


@pytest.mark.parametrize("move", ["send_back", "spike", "withdraw"])
def test_move_that_needs_a_note_refused_without(writer, reviewers, move):
    version = {
        "send_back": lambda: submitted(writer),
        "spike": make_version,
        "withdraw": make_released,
    }[move]()

    with pytest.raises(workflow.MoveRefused):
        workflow.perform(move, version, by=reviewers[2], note=" ")


def test_submission_refused_for_a_story_without_text(writer):
    version = make_version(body="")

    with pytest.raises(workflow.MoveRefused):
        workflow.perform("submit", version, by=writer)


def test_move_refused_from_another_status(reviewers):
    with pytest.raises(workflow.MoveRefused):
        workflow.perform("release", make_version(), by=reviewers[2])


@pytest.mark.parametrize(
    ("move", "permissions"),
    [
        ("submit", ()),
        ("approve", ("change_version",)),
        ("approve", ("review_second",)),
        ("send_back", ("change_version",)),
        ("release", ("review_final",)),
    ],
)
def test_move_refused_without_the_permission(writer, reviewers, move, permissions):
    version = {
        "submit": make_version,
        "approve": lambda: submitted(writer),
        "send_back": lambda: submitted(writer),
        "release": lambda: approved(writer, reviewers),
    }[move]()

    with pytest.raises(PermissionDenied):
        workflow.perform(move, version, by=make_user(permissions=permissions), note="无权")


def test_settling_a_doubt_goes_on_record(writer):
    doubt = Doubt.objects.create(version=make_version(), kind="doubtful_join", quote="切实履点位")

    workflow.settle_doubt(doubt, by=writer, note="已与原报核对")

    doubt.refresh_from_db()
    assert (doubt.settled_by, doubt.settled_note, doubt.is_open) == (writer, "已与原报核对", False)
    with pytest.raises(workflow.MoveRefused, match="already settled"):
        workflow.settle_doubt(doubt, by=writer, note="再看一次")


@pytest.mark.parametrize("note", ["", "  "])
def test_doubt_is_settled_only_with_a_reason(writer, note):
    doubt = Doubt.objects.create(version=make_version(), kind="unfinished")

    with pytest.raises(workflow.MoveRefused, match="goes on record"):
        workflow.settle_doubt(doubt, by=writer, note=note)
    doubt.refresh_from_db()
    assert doubt.is_open


def test_settling_a_doubt_refused_without_permission():
    doubt = Doubt.objects.create(version=make_version(), kind="unfinished")

    with pytest.raises(PermissionDenied):
        workflow.settle_doubt(doubt, by=make_user(), note="无权")


def test_moves_offered_to_each_person(writer, reviewers):
    first, second, final = reviewers
    version = make_version(written_by=writer)

    assert moves(version, writer) == ["submit"]
    workflow.perform("submit", version, by=writer)
    assert moves(version, writer) == []
    assert moves(version, first) == ["approve", "send_back"]
    assert moves(version, second) == ["send_back"]
    for reviewer in reviewers:
        workflow.perform("approve", version, by=reviewer)
    assert moves(version, final) == ["send_back", "release"]
    workflow.perform("release", version, by=final)
    assert moves(version, final) == ["withdraw"]


def test_superuser_is_not_offered_a_second_stage(writer):
    version, root = submitted(writer), make_user(is_superuser=True)
    workflow.perform("approve", version, by=root)

    assert "approve" not in moves(version, root)


@pytest.mark.parametrize(("number", "stages"), [(1, [3]), (2, [1, 3]), (3, [1, 2, 3])])
def test_the_last_review_of_a_newsroom_is_the_final_one(
    writer, reviewers, number, stages, review_stages
):
    review_stages(number)
    version = submitted(writer)
    for stage in stages:
        assert workflow.next_stage(version) == stage
        with pytest.raises(workflow.MoveRefused):
            workflow.perform("release", version, by=reviewers[2])
        workflow.perform("approve", version, by=reviewers[stage - 1])

    assert workflow.next_stage(version) is None
    workflow.perform("release", version, by=reviewers[2])

    assert list(Version.objects.live()) == [version]


def test_approvals_of_a_stage_that_is_no_more_do_not_count(writer, reviewers, review_stages):
    version = submitted(writer)
    for reviewer in reviewers[:2]:
        workflow.perform("approve", version, by=reviewer)

    review_stages(2)

    assert Version.objects.with_approvals().get(pk=version.pk).approvals == 1
    with pytest.raises(workflow.MoveRefused):
        workflow.perform("release", version, by=reviewers[2])


def test_nobody_approves_words_that_they_wrote_into_somebody_elses_story(writer, reviewers):
    version = make_version(written_by=writer)
    contributions.record(version, reviewers[0])
    workflow.perform("submit", version, by=writer)

    assert "approve" not in moves(version, reviewers[0])
    with pytest.raises(workflow.MoveRefused, match="Nobody approves what they wrote"):
        workflow.perform("approve", version, by=reviewers[0])


def test_reviewer_who_corrects_the_text_takes_their_own_stage_and_no_other(writer):
    version = submitted(writer)
    both = make_user(permissions=("review_first", "review_second", "change_version"))
    contributions.record(version, both, stage=contributions.stage_of(version, both))

    assert "approve" in moves(version, both)
    workflow.perform("approve", version, by=make_reviewers()[0])
    with pytest.raises(workflow.MoveRefused, match="Nobody approves what they wrote"):
        workflow.perform("approve", version, by=both)


def test_approvals_are_counted_in_lists(writer, reviewers):
    version = submitted(writer)
    for reviewer in reviewers[:2]:
        workflow.perform("approve", version, by=reviewer)

    assert Version.objects.with_approvals().get(pk=version.pk).approvals == 2
    Version.objects.filter(pk=version.pk).update(headline="换一个标题")
    assert Version.objects.with_approvals().get(pk=version.pk).approvals == 0


@pytest.mark.parametrize(
    "missing", ["source", "original_author", "original_headline", "responsible_editor"]
)
def test_reprint_refused_without_one_of_its_particulars(writer, reviewers, missing):
    particulars = {
        "source": "云汀日报",
        "original_author": "沈砚秋",
        "original_headline": "原来的标题",
        "responsible_editor": "苏未央",
    }
    version = approved(writer, reviewers, is_reprint=True, **particulars | {missing: ""})

    with pytest.raises(
        workflow.MoveRefused, match=str(Version._meta.get_field(missing).verbose_name)
    ):
        workflow.perform("release", version, by=reviewers[2])
