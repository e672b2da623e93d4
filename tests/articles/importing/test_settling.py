"""Doubts settled before the import: they come in settled, and a changed break changes the text."""

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from articles.importing import jobs, settling
from articles.importing.importer import import_pages
from articles.importing.pages import place_of
from articles.importing.readers import Place
from articles.models import Doubt, ImportJob, ParagraphSource, Proposal, SettledDoubt, Version
from articles.models.content import content_digest
from articles.parsing.joins import DECIDED
from articles.parsing.pipeline import parse_page
from articles.proposals import take
from tests.articles.importing.sample import BREAKS_IN_DOUBT as PAGE
from tests.articles.importing.sample import DAY
from tests.factories import make_writer

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def import_root(settings, tmp_path):
    settings.IMPORT_ROOT = tmp_path / "imports"


@pytest.fixture
def job():
    file = SimpleUploadedFile("01.md", PAGE.encode())
    job = jobs.bring([file], by=make_writer(), place=Place(DAY, "01"))
    jobs.work_on(job)
    job.refresh_from_db()
    return job


def breaks():
    (story,) = parse_page(PAGE, edition_date=DAY).stories
    return [(place_of(doubt), doubt) for doubt in story.doubts if doubt.break_at is not None]


def is_joined(doubt):
    return doubt.source.end - doubt.source.start > 1


def carry_out(job):
    jobs.agree(job)
    jobs.work_on(job)
    job.refresh_from_db()
    assert job.state == ImportJob.State.IMPORTED
    return Version.objects.get()


def decide(job, place, **fields):
    settling.settle(job, job.pages.get().digest, place, by=job.requested_by, **fields)


def test_sample_has_a_doubtful_break_of_each_kind():
    assert sorted(is_joined(doubt) for _place, doubt in breaks()) == [False, True]


def test_settled_doubt_comes_in_settled_with_who_when_and_note(job):
    place, doubt = breaks()[0]
    decide(job, place, note="核对过报样")

    version = carry_out(job)

    stored = version.doubts.get(quote=doubt.quote)
    assert (stored.settled_by, stored.settled_note) == (job.requested_by, "核对过报样")
    assert stored.settled_at == job.settled_doubts.get().settled_at
    assert version.doubts.open().count() == version.doubts.count() - 1


def test_break_left_open_is_joined_by_decision(job):
    place = next(place for place, doubt in breaks() if not is_joined(doubt))
    decide(job, place, paragraphs="one")

    version = carry_out(job)

    assert "三十余车。他们还沿渠" in version.body
    reason = ParagraphSource.objects.exclude(join_reason="").values_list("join_reason", flat=True)
    assert DECIDED in reason
    assert not Doubt.objects.open().filter(quote__contains="他们还沿渠").exists()


def test_join_is_cut_by_decision(job):
    place = next(place for place, doubt in breaks() if is_joined(doubt))
    decide(job, place, paragraphs="two", note="两段")

    version = carry_out(job)

    assert "负责人介绍：</p><p>清淤之后" in version.body
    assert version.doubts.get(settled_at__isnull=False).settled_note.endswith("两段")


def test_same_file_imported_again_without_the_decision_proposes_nothing(job, tmp_path):
    place = next(place for place, doubt in breaks() if not is_joined(doubt))
    decide(job, place, paragraphs="one")
    carry_out(job)
    path = tmp_path / "01.md"
    path.write_text(PAGE, encoding="utf-8")

    (outcome,) = import_pages(jobs.pages_of(path, Place(DAY, "01")), is_repeated=True)

    assert outcome.report.stories["unchanged"] == 1
    assert not Proposal.objects.exists()


def test_settled_doubt_is_opened_again(job):
    place, _doubt = breaks()[0]
    decide(job, place, note="与原报核对")
    settling.reopen(job, job.pages.get().digest, place)

    assert carry_out(job).doubts.filter(settled_at__isnull=False).count() == 0


def test_nothing_is_settled_once_the_import_has_gone_on(job):
    carry_out(job)

    with pytest.raises(ValidationError, match="gone on"):
        decide(job, breaks()[0][0])
    assert not SettledDoubt.objects.exists()


@pytest.mark.parametrize(
    ("kind", "paragraphs"),
    [("unknown", ""), ("doubtful_break", "three"), ("unfinished", "two")],
)
def test_what_cannot_be_decided_so_refused(job, kind, paragraphs):
    with pytest.raises(ValidationError):
        decide(job, (kind, 1), paragraphs=paragraphs)


@pytest.fixture
def outdated(job):
    """The job as a release left it that noted no digests, with one of its doubts settled."""
    (kind, start), _doubt = breaks()[0]
    job.pages.update(digest="")
    SettledDoubt.objects.create(
        job=job, kind=kind, start=start, settled_by=job.requested_by,
        settled_at=timezone.now(), settled_note="核对过报样",
    )  # fmt: skip
    return job


def look_again(job):
    assert jobs.look_again(job)
    jobs.work_on(job)
    job.refresh_from_db()


def test_nothing_is_settled_on_a_page_without_a_digest(outdated):
    with pytest.raises(ValidationError, match="Look through them again"):
        settling.settle(outdated, "", breaks()[0][0], by=outdated.requested_by, note="看过")
    with pytest.raises(ValidationError, match="Look through them again"):
        settling.reopen(outdated, "", breaks()[0][0])
    assert outdated.settled_doubts.count() == 1


def test_import_that_would_lose_settled_doubts_refused(outdated):
    with pytest.raises(ValidationError, match="Look through them again"):
        jobs.agree(outdated)
    outdated.refresh_from_db()
    assert outdated.state == ImportJob.State.PLANNED


def test_settled_doubts_are_found_again_when_the_files_are_looked_through(outdated):
    look_again(outdated)

    assert not settling.is_outdated(outdated)
    assert outdated.settled_doubts.get().digest == outdated.pages.get().digest
    assert carry_out(outdated).doubts.get(settled_note="核对过报样").settled_by


def test_settled_doubt_that_no_page_has_stays_to_be_shown(outdated):
    outdated.settled_doubts.update(start=1)

    look_again(outdated)

    assert settling.unplaced(outdated).count() == 1
    carry_out(outdated)


def test_settled_doubt_of_a_story_that_stands_already_comes_in_settled_with_the_proposal(job):
    carry_out(job)
    file = SimpleUploadedFile("02.md", PAGE.replace("三十余车", "四十余车").encode())
    anew = jobs.bring([file], by=job.requested_by, place=Place(DAY, "01"))
    jobs.work_on(anew)
    place, doubt = breaks()[0]
    decide(anew, place, note="核对过报样")
    version = carry_out(anew)

    take(Proposal.objects.get(), make_writer(), content_digest(version))

    stored = version.doubts.get(settled_note="核对过报样")
    assert (stored.break_at, stored.settled_by) == (doubt.break_at, anew.requested_by)
    assert stored.settled_at == anew.settled_doubts.get().settled_at
    assert version.doubts.open().count() == len(breaks()) - 1


@pytest.fixture
def twin(job):
    """Another import of the same bytes, looked through before either is carried out."""
    file = SimpleUploadedFile("02.md", PAGE.encode())
    twin = jobs.bring([file], by=job.requested_by, place=Place(DAY, "01"))
    jobs.work_on(twin)
    return twin


def permitted(user):
    user.is_superuser = True
    user.save()


def test_doubt_settled_on_a_file_that_came_in_meanwhile_is_settled_in_its_story(job, twin):
    permitted(job.requested_by)
    place, doubt = breaks()[0]
    decide(twin, place, note="核对过报样")
    carry_out(job)

    version = carry_out(twin)

    stored = version.doubts.get(quote=doubt.quote)
    assert (stored.settled_by, stored.settled_note) == (job.requested_by, "核对过报样")
    assert twin.totals["unapplied"] == 0


@pytest.mark.parametrize("joined", [False, True])
def test_break_decided_on_a_file_that_came_in_meanwhile_is_decided_in_its_story(job, twin, joined):
    permitted(job.requested_by)
    place, doubt = next(one for one in breaks() if is_joined(one[1]) == joined)
    decide(twin, place, paragraphs="two" if joined else "one")
    before = carry_out(job)

    version = carry_out(twin)

    assert version.body.count("<p>") - before.body.count("<p>") == (1 if joined else -1)
    assert not version.doubts.get(quote=doubt.quote).is_open
    assert twin.totals["unapplied"] == 0


def test_doubt_that_was_settled_otherwise_meanwhile_is_told(job, twin, client):
    permitted(job.requested_by)
    place, doubt = breaks()[0]
    decide(job, place, note="查过原报")
    decide(twin, place, note="核对过报样")
    carry_out(job)

    version = carry_out(twin)

    assert version.doubts.get(quote=doubt.quote).settled_note == "查过原报"
    assert twin.totals["unapplied"] == 1
    client.force_login(job.requested_by)
    page = client.get(f"/admin/articles/importjob/{twin.pk}/change/").content.decode()
    assert "1 of them was not applied" in page
    assert "What is new came in as drafts" not in page
