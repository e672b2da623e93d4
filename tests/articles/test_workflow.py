import datetime
import json

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from articles import contributions, proving, workflow
from articles.models import Doubt, Version
from articles.revisions import begin_version
from tests.factories import make_released, make_reviewers, make_user, make_version, make_writer

pytestmark = pytest.mark.django_db


@pytest.fixture
def writer():
    return make_writer()


@pytest.fixture
def reviewers():
    return make_reviewers()


def moves(version, by):
    return [move.name for move in workflow.possible_moves(Version.objects.get(pk=version.pk), by)]


def submitted(writer, **kwargs):
    version = make_version(**kwargs)
    workflow.perform("submit", version, by=writer)
    return Version.objects.get(pk=version.pk)


def approved(writer, reviewers, **kwargs):
    version = submitted(writer, **kwargs)
    for reviewer in reviewers:
        workflow.perform("approve", version, by=reviewer)
    return version


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


def test_schedule_is_not_cancelled_once_a_later_version_was_begun(writer, reviewers):
    version = approved(writer, reviewers)
    moment = timezone.now() + datetime.timedelta(days=2)
    workflow.perform("release", version, by=reviewers[2], at=moment)
    version.refresh_from_db()
    begin_version(version, by=writer)

    with pytest.raises(workflow.MoveRefused, match="later version"):
        workflow.perform("unschedule", version, by=reviewers[2])
