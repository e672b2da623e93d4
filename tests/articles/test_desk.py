"""Who sees which story waiting, what is planned, and what the last weeks brought."""

import datetime

import pytest
from django.utils import timezone

from articles import contributions, desk, workflow
from articles.models import Version
from tests.factories import (
    make_department,
    make_page,
    make_released,
    make_reviewers,
    make_user,
    make_version,
    make_writer,
    release,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def writer():
    return make_writer()


@pytest.fixture
def reviewers():
    return make_reviewers()


def submitted(by, approved_by=(), **kwargs):
    version = make_version(written_by=by, **kwargs)
    workflow.perform("submit", version, by=by)
    for reviewer in approved_by:
        workflow.perform("approve", version, by=reviewer)
    return Version.objects.get(pk=version.pk)


def test_each_reviewer_sees_what_is_due_at_their_stage(writer, reviewers):
    first = submitted(writer)
    second = submitted(writer, reviewers[:1])
    submitted(writer, reviewers)

    assert list(desk.to_review(reviewers[0])) == [first]
    assert list(desk.to_review(reviewers[1])) == [second]
    assert list(desk.to_review(reviewers[2])) == []
    assert list(desk.to_review(writer)) == []


def test_nobody_is_asked_to_review_what_they_wrote_submitted_or_approved(reviewers):
    both = make_user(
        permissions=("review_first", "review_second", "change_version", "view_version")
    )
    wrote = submitted(both)
    submitted(make_writer(), [both])
    handed_in = make_version()
    workflow.perform("submit", handed_in, by=both)

    assert list(desk.to_review(both)) == []
    assert list(desk.to_review(reviewers[0]).order_by("pk")) == [wrote, handed_in]


def test_nobody_is_asked_to_review_what_they_rewrote(writer, reviewers):
    version = make_version(written_by=writer)
    contributions.record(version, reviewers[0])
    workflow.perform("submit", version, by=writer)
    assert list(desk.to_review(reviewers[0])) == []

    corrected = submitted(writer)
    contributions.record(corrected, reviewers[0], stage=1)
    assert list(desk.to_review(reviewers[0])) == [corrected]


def test_change_of_words_brings_the_story_back_to_the_same_reviewer(writer, reviewers):
    version = submitted(writer, reviewers[:1])
    version.headline = "改了标题"
    version.save()

    assert list(desk.to_review(reviewers[0])) == [version]


def test_approved_story_waits_for_whoever_may_release(writer, reviewers):
    version = submitted(writer, reviewers)

    assert list(desk.to_release(reviewers[2])) == [version]
    assert list(desk.to_release(reviewers[0])) == []


def test_story_sent_back_waits_for_its_writer_until_it_is_submitted(writer, reviewers):
    version = submitted(writer)
    workflow.perform("send_back", version, by=reviewers[0], note="第二段数字请核实")

    (waiting,) = desk.sent_back_to(writer)
    assert (waiting, waiting.last_note) == (version, "第二段数字请核实")
    workflow.perform("submit", version, by=writer)
    assert not desk.sent_back_to(writer).exists()


def test_import_that_is_sent_back_waits_for_whoever_submitted_it(writer, reviewers):
    version = make_version()
    workflow.perform("submit", version, by=make_writer())
    workflow.perform("send_back", version, by=reviewers[0], note="先改")
    workflow.perform("submit", version, by=writer)
    workflow.perform("send_back", version, by=reviewers[0], note="日期请核实")

    (waiting,) = desk.sent_back_to(writer)
    assert (waiting, waiting.last_note) == (version, "日期请核实")
    assert list(desk.drafts_of(writer)) == [version]
    assert not desk.drafts_of(reviewers[0]).exists()


def test_counts_stop_at_the_cap(writer, monkeypatch):
    monkeypatch.setattr(desk, "CAP", 2)
    for _number in range(4):
        make_version(written_by=writer)

    found = desk.waiting(desk.drafts_of(writer))
    assert (found.shown, len(found.versions)) == ("2+", 4)


def test_scheduled_story_is_listed_until_it_is_live(writer, reviewers):
    now = timezone.now()
    moment = now + datetime.timedelta(hours=2)
    version = release(make_version(), at=moment, staff=(writer, reviewers))

    assert desk.scheduled(now).versions == [version]
    assert desk.scheduled(moment).versions == []


def test_day_begins_and_ends_at_midnight_in_shanghai():
    begin, end = desk.bounds_of(datetime.date(2026, 11, 24))

    assert begin.isoformat() == "2026-11-24T00:00:00+08:00"
    assert end - begin == datetime.timedelta(days=1)


def test_released_today_is_by_the_moment_of_release(writer, reviewers):
    version = make_released(dated=datetime.date(2003, 4, 1), staff=(writer, reviewers))

    assert desk.released_on(timezone.localdate()).versions == [version]


def test_plan_shows_each_page_with_its_stories_and_what_is_missing(writer):
    day = datetime.date(2026, 12, 1)
    first, third = make_page(date=day, number="01"), make_page(date=day, number="03")
    story = make_version(edition=first.edition, page=first, dated=day, headline="一版头条")
    loose = make_version(edition=first.edition, dated=day, headline="还没上版")
    spiked = make_version(edition=first.edition, page=third, dated=day, status="spiked")

    plan = desk.plan_of(datetime.date(2026, 11, 28))

    assert plan.edition == first.edition
    assert [(page.label, page.versions) for page in plan.pages] == [
        (first.label, [story]),
        (third.label, []),
        ("", [loose]),
    ]
    assert plan.missing == ["02"]
    assert plan.unready == 2
    assert spiked not in [version for page in plan.pages for version in page.versions]


def test_plan_is_of_the_last_edition_where_none_is_ahead():
    page = make_page(date=datetime.date(2026, 11, 16))

    assert desk.plan_of(datetime.date(2026, 11, 24)).edition == page.edition


def test_output_counts_live_stories_of_each_week_by_department(writer, reviewers):
    today = datetime.date(2026, 11, 24)
    busy, quiet = make_department("云汀街道办"), make_department("松溪街道办")
    for days in (0, 1, 8):
        dated = today - datetime.timedelta(days=days)
        make_released(dated=dated, departments=[busy], staff=(writer, reviewers))
    make_released(dated=today, departments=[quiet], staff=(writer, reviewers))
    make_version(dated=today, departments=[quiet])

    assert desk.output(today) == [
        desk.Output("云汀街道办", [0, 0, 0, 0, 0, 0, 1, 2]),
        desk.Output("松溪街道办", [0, 0, 0, 0, 0, 0, 0, 1]),
    ]


@pytest.mark.parametrize(("number", "stages"), [(1, [3]), (2, [1, 3]), (3, [1, 2, 3])])
def test_story_waits_at_each_stage_that_the_newsroom_has(
    writer, reviewers, number, stages, review_stages
):
    review_stages(number)
    version = submitted(writer)
    for stage in stages:
        waits_for = [reviewers.index(one) + 1 for one in reviewers if desk.to_review(one)]
        assert waits_for == [stage]
        workflow.perform("approve", version, by=reviewers[stage - 1])

    assert list(desk.to_release(reviewers[2])) == [version]
