"""Who sees which story waiting, what is planned, and what the last weeks brought."""

import datetime

import pytest
from django.utils import timezone

from articles import assignments, contributions, desk, workflow
from articles.models import Assignment, Correction, Doubt, Photo, Version
from articles.revisions import begin_version
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
    assert (found.shown, len(found.first)) == ("2+", 4)


def test_scheduled_story_is_listed_until_it_is_live(writer, reviewers):
    now = timezone.now()
    moment = now + datetime.timedelta(hours=2)
    version = release(make_version(), at=moment, staff=(writer, reviewers))

    assert desk.scheduled(now).first == [version]
    assert desk.scheduled(moment).first == []


def test_day_begins_and_ends_at_midnight_in_shanghai():
    begin, end = desk.bounds_of(datetime.date(2026, 11, 24))

    assert begin.isoformat() == "2026-11-24T00:00:00+08:00"
    assert end - begin == datetime.timedelta(days=1)


def test_released_today_is_by_the_moment_of_release(writer, reviewers):
    version = make_released(dated=datetime.date(2003, 4, 1), staff=(writer, reviewers))

    assert desk.released_on(timezone.localdate()).first == [version]


def test_plan_shows_each_page_with_its_stories_and_what_is_missing(writer):
    day = datetime.date(2026, 12, 1)
    first, third = make_page(date=day, number="01"), make_page(date=day, number="03")
    story = make_version(edition=first.edition, page=first, dated=day, headline="一版头条")
    loose = make_version(edition=first.edition, dated=day, headline="还没上版")
    spiked = make_version(edition=first.edition, page=third, dated=day, status="spiked")

    plan = desk.plan_of(datetime.date(2026, 11, 28))

    assert plan.edition == first.edition
    assert [(page.label, [one.version for one in page.stories]) for page in plan.pages] == [
        (first.label, [story]),
        (third.label, []),
        ("", [loose]),
    ]
    assert plan.missing == ["02"]
    assert plan.unready == 2
    assert spiked not in [one.version for page in plan.pages for one in page.stories]


def test_plan_has_what_was_begun_for_the_day_before_there_was_an_edition(writer):
    day = datetime.date(2026, 11, 17)
    assignment = Assignment.objects.create(
        headline="早市", status=Assignment.Status.ACCEPTED, pitched_by=writer, day=day
    )
    draft = assignments.begin(assignment, by=writer)

    plan = desk.plan_of_edition(make_page(date=day).edition)

    assert [one.version for one in plan.pages[-1].stories] == [draft]
    assert plan.unready == 0


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

    busiest, other = desk.output(today)
    assert (busiest.name, busiest.total) == ("云汀街道办", 3)
    assert [week.count for week in busiest.weeks] == [0, 0, 0, 0, 0, 0, 1, 2]
    assert [week.count for week in other.weeks] == [0] * 7 + [1]
    assert (busiest.weeks[-1].first, busiest.weeks[-1].last) == (datetime.date(2026, 11, 23), today)
    assert busiest.weeks[0].last - busiest.weeks[0].first == datetime.timedelta(days=6)


def test_plan_says_what_each_story_lacks_and_nothing_of_released_ones(writer, reviewers):
    page = make_page()
    place = {"edition": page.edition, "page": page, "dated": page.edition.date}
    draft = make_version(**place)
    Photo.objects.create(version=draft, image="photos/x.jpg", width=1, height=1)
    Doubt.objects.create(version=draft, kind=Doubt.Kind.choices[0][0])
    make_released(**place, staff=(writer, reviewers))

    plan = desk.plan_of_edition(page.edition)

    (planned, released), lacking = plan.pages[0].stories, plan.needing_work
    assert [lack.blocks for lack in planned.lacks] == [True, False, False, False]
    assert (planned.version.open_doubts, released.lacks, lacking) == (1, [], 1)


def test_plan_takes_the_same_queries_for_few_stories_and_for_many(django_assert_num_queries):
    page = make_page()
    for _half in range(2):
        for _number in range(3):
            make_version(edition=page.edition, page=page, dated=page.edition.date)
        with django_assert_num_queries(8):
            desk.plan_of_edition(page.edition)


def correction_released_today(writer, reviewers):
    today = timezone.localdate()
    page = make_page(date=today, number="02")
    story = make_released(dated=today, edition=page.edition, page=page, staff=(writer, reviewers))
    draft = begin_version(story, by=writer)
    correction = Correction.objects.create(version=draft, wrong="3公里", right="5公里")
    release(draft, staff=(writer, reviewers))
    return correction


def test_correction_is_due_on_its_page_of_the_next_edition(writer, reviewers):
    correction = correction_released_today(writer, reviewers)
    tomorrow = timezone.localdate() + datetime.timedelta(days=1)

    (due,) = desk.corrections_due().first
    assert (due, due.due_on) == (correction, None)

    page = make_page(date=tomorrow, number="02")
    (due,) = desk.corrections_due().first
    assert due.due_on == tomorrow
    assert desk.plan_of_edition(page.edition).pages[0].corrections == [correction]


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
