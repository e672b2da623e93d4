"""What verification finds in the stories that an import brought."""

from datetime import date

import pytest

from articles.imported_findings import look_at, stories_of
from articles.models import ImportJob, JobPage, ParagraphSource, SourceDocument, Version, Waiver
from tests.factories import make_version, make_writer

pytestmark = pytest.mark.django_db
WRONG_DAY = "会议于2026年2月30日召开。"
DAY = date(2026, 11, 16)


def make_job(digest="a"):
    job = ImportJob.objects.create(folder=digest, name="2026.zip", requested_by=make_writer())
    JobPage.objects.create(job=job, number=0, name="01.md", digest=digest * 64, edition_date=DAY)
    return job


def brought(digest="a", **kwargs):
    """A story with a paragraph of a page of that digest."""
    version = make_version(dated=DAY, **kwargs)
    document, _ = SourceDocument.objects.get_or_create(
        digest=digest * 64, defaults={"name": "01.md", "data": b"", "text": ""}
    )
    ParagraphSource.objects.create(
        version=version, document=document, paragraph=0, first_line=1, last_line=1, start=0, end=1
    )
    return version


def test_stories_of_an_import_are_those_of_its_pages_that_stand():
    job, ours = make_job(), brought()
    brought(digest="b")
    make_version()
    Version.objects.filter(pk=brought().pk).update(status=Version.Status.SPIKED)
    assert list(stories_of(job)) == [ours]


def test_findings_are_counted_by_rule_and_listed_by_story():
    job = make_job()
    twice = brought(body=f"<p>{WRONG_DAY}村长到会。</p>")
    once = brought(body=f"<p>{WRONG_DAY}</p>")
    brought()

    look = look_at(job, {})

    assert look.by_rule == [("date_impossible", 2), ("word", 1)]
    assert [(version, len(found)) for version, found in look.found] == [(once, 1), (twice, 2)]
    assert len(look.part.rows) == 3


def test_what_is_waived_is_left_out():
    version = brought(body=f"<p>{WRONG_DAY}</p>")
    Waiver.objects.create(
        version=version,
        rule="date_impossible",
        words="2026年2月30日",
        sentence=WRONG_DAY,
        reason="照录原文",
        by=make_writer(username="责编"),
    )
    assert look_at(make_job(), {}).found == []


def test_job_without_pages_has_no_stories():
    brought()
    job = ImportJob.objects.create(folder="x", name="2026.zip", requested_by=make_writer())
    assert look_at(job, {}).part.rows == []


@pytest.mark.parametrize("count", [1, 12])
def test_queries_do_not_grow_with_the_stories(count, django_assert_num_queries):
    job = make_job()
    for _number in range(count):
        brought(body=f"<p>{WRONG_DAY}</p>")
    with django_assert_num_queries(10):
        assert len(look_at(job, {}).found) == count
