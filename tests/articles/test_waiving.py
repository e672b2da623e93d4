"""Findings that somebody let stand for a reason, and those that stop a release."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError
from django.utils import timezone

from articles import workflow
from articles.models import Article, Version, Waiver
from articles.revisions import begin_version
from articles.verification.findings import Certainty
from articles.verifying import story_of
from articles.waiving import (
    Waived,
    is_printed_earlier,
    on_record,
    take_back,
    waive,
    waived_as,
    waivers_of,
    what_stops,
)
from people.models import Appointment
from tests.articles.workflow.steps import approved
from tests.factories import (
    make_department,
    make_official,
    make_released,
    make_reviewers,
    make_user,
    make_version,
    make_writer,
    release,
)

pytestmark = pytest.mark.django_db
WRONG_DAY = "会议于2026年2月30日召开。"
BODY = f"<p>第一段。</p><p>会前有人到场。{WRONG_DAY}</p>"
FINDING = Waived("date_impossible", "2026年2月30日", WRONG_DAY)


@pytest.fixture
def writer():
    return make_writer()


@pytest.fixture
def reviewers():
    return make_reviewers()


@pytest.fixture
def version(writer):
    return make_version(body=BODY, written_by=writer)


def let_stand(version, by, finding=FINDING, reason="引用原文如此"):
    return waive(version, finding, found_in=story_of(version), by=by, reason=reason)


def stopping(version):
    return [one.rule for one in what_stops(Version.objects.get(pk=version.pk))]


def test_waived_finding_stops_no_release(version, writer):
    assert stopping(version) == ["date_impossible"]

    waiver = let_stand(version, writer)

    assert stopping(version) == []
    assert (waiver.version, waiver.by, waiver.reason) == (version, writer, "引用原文如此")
    assert waivers_of(version) == {FINDING: waiver}


def test_waiver_holds_while_other_words_change(version, writer):
    let_stand(version, writer)
    version.body = f"<p>新的一段。</p><p>{WRONG_DAY}会后有人离场。</p>"
    version.save()
    assert stopping(version) == []


@pytest.mark.parametrize(
    "body", ["<p>会议于2026年2月31日召开。</p>", "<p>大会于2026年2月30日召开。</p>"]
)
def test_waiver_holds_no_longer_once_its_sentence_is_another(version, writer, body):
    let_stand(version, writer)
    version.body = body
    version.save()
    assert stopping(version) == ["date_impossible"]
    assert [waiver.stands for waiver in on_record(version)] == [False]


def test_waiver_of_a_sentence_that_is_now_a_part_of_another_is_not_said_to_stand(writer):
    version = make_version(
        headline="会议于2026年2月30日召开", body="<p>略。</p>", written_by=writer
    )
    let_stand(version, writer, FINDING._replace(sentence="会议于2026年2月30日召开"))
    assert [waiver.stands for waiver in on_record(version)] == [True]
    version.headline, version.body = "会议召开", f"<p>据了解，{WRONG_DAY}</p>"
    assert [waiver.stands for waiver in on_record(version)] == [False]


def test_waiver_holds_in_the_next_version(version, writer, reviewers):
    let_stand(version, writer)
    released = release(version, staff=(writer, reviewers))
    assert stopping(begin_version(released, by=writer)) == []


def test_waiver_of_another_story_does_not_hold(version, writer):
    let_stand(version, writer)
    assert stopping(make_version(body=BODY)) == ["date_impossible"]


@pytest.mark.parametrize("reason", ["", "  "])
def test_reason_is_needed(version, writer, reason):
    with pytest.raises(ValidationError, match="Say why"):
        let_stand(version, writer, reason=reason)


def test_what_is_not_found_in_the_words_is_not_waived(version, writer):
    with pytest.raises(ValidationError, match="have changed"):
        let_stand(version, writer, FINDING._replace(sentence="会议召开。"))
    assert not Waiver.objects.exists()


def test_waiving_twice_leaves_one_row(version, writer):
    waiver = let_stand(version, writer)
    assert let_stand(version, writer, reason="另一个理由") is None
    assert Waiver.objects.get() == waiver


def test_taken_back_waiver_is_kept_and_holds_no_longer(version, writer):
    waiver = let_stand(version, writer)
    other = make_writer(username="另一人")

    take_back(version, waiver.pk, by=other)

    waiver.refresh_from_db()
    assert (waiver.taken_back_by, waiver.taken_back_at is None) == (other, False)
    assert stopping(version) == ["date_impossible"]
    assert take_back(version, waiver.pk, by=writer) is None
    waiver.refresh_from_db()
    assert waiver.taken_back_by == other
    assert let_stand(version, writer).pk != waiver.pk


def test_who_may_not_change_the_story_waives_nothing(version):
    for person in (make_user(permissions=["view_version"]), _of_another_department()):
        with pytest.raises(PermissionDenied):
            let_stand(version, person)


def _of_another_department():
    user = make_writer(username="别的部门")
    user.departments.add(make_department())
    return user


def test_released_words_are_past_waiving(writer):
    with pytest.raises(ValidationError, match="released"):
        let_stand(make_released(), writer)


def test_schedule_is_not_moved_once_the_directory_says_otherwise(writer, reviewers):
    held("仝在山")
    tomorrow, later = (timezone.now() + timedelta(days=days) for days in (1, 2))
    words = "青澜区教育局局长仝在山到校调研。"
    version = release(make_version(body=f"<p>{words}</p>"), at=tomorrow, staff=(writer, reviewers))
    Appointment.objects.update(ended=date(2026, 11, 1), ended_latest=date(2026, 11, 1))

    for moment in (None, later):
        with pytest.raises(workflow.MoveRefused, match="cancel the schedule"):
            workflow.perform("reschedule", version, by=reviewers[2], at=moment)
    assert Version.objects.get(pk=version.pk).publish_at == tomorrow

    let_stand(version, writer, Waived("title_past", "青澜区教育局局长", words))
    workflow.perform("reschedule", version, by=reviewers[2], at=later)
    assert Version.objects.get(pk=version.pk).publish_at == later
    with pytest.raises(ValidationError, match="Cancel the schedule first"):
        take_back(version, Waiver.objects.get().pk, by=writer)


def test_waiver_without_a_reason_is_refused_by_the_database(version, writer):
    with pytest.raises(IntegrityError, match="waiver_has_a_reason"):
        Waiver.objects.create(version=version, by=writer, **FINDING._asdict())


# What stops a release


def held(name, until=None):
    official = make_official(name, posts=[(make_department("青澜区教育局"), "局长")])
    end = {"ended": until, "ended_latest": until} if until else {}
    official.appointments.update(started=date(2020, 1, 1), started_latest=date(2020, 1, 1), **end)


def test_title_of_yesterday_stops_the_release_with_the_sentence(writer, reviewers):
    held("仝在山", until=date(2026, 11, 1))
    version = approved(writer, reviewers, body="<p>青澜区教育局局长仝在山到校调研。</p>")

    with pytest.raises(workflow.MoveRefused) as refused:
        workflow.perform("release", version, by=reviewers[2])

    (sentence,) = refused.value.messages
    assert "青澜区教育局局长" in sentence
    assert "仝在山" in sentence
    assert "2026-11-01" in sentence
    assert Version.objects.get(pk=version.pk).publish_at is None


def test_release_for_later_is_stopped_too(version, writer, reviewers):
    version = approved(writer, reviewers, body=BODY)
    tomorrow = timezone.now() + timedelta(days=1)
    with pytest.raises(workflow.MoveRefused):
        workflow.perform("release", version, by=reviewers[2], at=tomorrow)


@pytest.mark.parametrize(
    "body",
    [
        "<p>村长到会。</p>",  # A rule that warns.
        "<p>青澜区财政局局长仝在山到会。</p>",  # Of a body that the directory does not know.
        "<p>步道建成开放。</p>",
    ],
)
def test_what_warns_or_is_not_sure_stops_nothing(body):
    held("仝在山")
    assert what_stops(make_version(body=body)) == []


@pytest.mark.parametrize(
    ("body", "rule"),
    [
        (
            "<p>学生陈小南受到惊吓。</p><p>警方以涉嫌猥亵立案，犯罪嫌疑人到案。</p>",
            "protected_name",
        ),
        ("<p>青澜区教育局局长仝在山到会。仝在三强调了安全。</p>", "name_varies"),
        ("<p>青澜区教育局局长仝川到会。</p>", "name_near"),
    ],
)
def test_a_name_that_may_harm_is_asked_for_though_it_is_only_likely(body, rule, writer):
    held("仝江" if rule == "name_near" else "仝在山")
    version = make_version(body=body, written_by=writer)
    (found,) = what_stops(version)
    assert (found.rule, found.certainty) == (rule, Certainty.LIKELY)

    story = story_of(version)
    let_stand(version, writer, waived_as(found, dict(story.passages)[found.passage]))
    assert stopping(version) == []


def test_approval_is_not_stopped(writer, reviewers):
    version = approved(writer, reviewers, body=BODY)
    assert workflow.next_stage(version) is None


def test_words_of_an_earlier_paper_that_an_import_brought_stop_nothing(writer, reviewers):
    article = Article.objects.create(import_key="a" * 64)
    printed = make_version(article=article, body=BODY, dated=date(2019, 3, 4))
    assert is_printed_earlier(printed)
    released = release(printed, staff=(writer, reviewers))
    assert not is_printed_earlier(begin_version(released, by=writer))


@pytest.mark.parametrize("key", ["", "a" * 64])
def test_story_of_the_day_is_stopped_though_an_import_brought_it(key):
    article = Article.objects.create(import_key=key)
    today = timezone.localdate(article.created_at)
    dated = date(2019, 3, 4) if not key else today
    assert not is_printed_earlier(make_version(article=article, dated=dated))


def test_unreadable_word_list_leaves_the_other_rules_at_work(version, settings, tmp_path):
    settings.VERIFICATION_WORDS = str(tmp_path / "none.toml")
    assert stopping(version) == ["date_impossible"]


def test_release_asks_the_directory_in_few_queries(version, django_assert_num_queries):
    version = Version.objects.get(pk=version.pk)
    with django_assert_num_queries(9):
        what_stops(version)
