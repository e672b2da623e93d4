"""What somebody decided of a break stays when a corrected file or a better importer reads on."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from articles import breaks, proposals, workflow
from articles.importing import importer, jobs, settling
from articles.importing.decided import decided_breaks
from articles.importing.importer import import_pages
from articles.importing.pages import place_of
from articles.importing.partly import compared
from articles.importing.readers import Place
from articles.importing.sources import pages_of
from articles.models import Proposal, Version
from articles.models.content import content_digest
from articles.parsing.joins import DECIDED
from articles.parsing.pipeline import parse_page
from tests.articles.importing.sample import BREAKS_IN_DOUBT as PAGE
from tests.articles.importing.sample import DAY
from tests.factories import make_writer

pytestmark = pytest.mark.django_db
CORRECTED = PAGE.replace("半夜排队", "深夜排队")
ONE = "三十余车。他们还沿渠"
TWO = "负责人介绍：</p><p>清淤之后"


@pytest.fixture(autouse=True)
def import_root(settings, tmp_path):
    settings.IMPORT_ROOT = tmp_path / "imports"


def bring(text, by):
    file = SimpleUploadedFile("01.md", text.encode())
    job = jobs.bring([file], by=by, place=Place(DAY, "01"))
    jobs.work_on(job)
    job.refresh_from_db()
    return job


@pytest.fixture
def archivist():
    return make_writer()


@pytest.fixture
def version(archivist):
    """The story as it came in: of both breaks the archivist decided the other way on the plan."""
    job = bring(PAGE, archivist)
    (story,) = parse_page(PAGE, edition_date=DAY).stories
    for doubt in (one for one in story.doubts if one.break_at is not None):
        is_joined = doubt.source.end - doubt.source.start > 1
        paragraphs, note = ("two", "两段") if is_joined else ("one", "")
        settling.settle(
            job, job.pages.get().digest, place_of(doubt),
            by=archivist, paragraphs=paragraphs, note=note,
        )  # fmt: skip
    jobs.agree(job)
    jobs.work_on(job)
    version = Version.objects.get()
    assert ONE in version.body
    assert TWO in version.body
    return version


@pytest.fixture
def read(tmp_path):
    def read(text):
        path = tmp_path / "01.md"
        path.write_text(text, encoding="utf-8")
        return list(import_pages(pages_of(path, Place(DAY, "01")), is_repeated=True))

    return read


def changed(version, proposal):
    return {change.name: change.is_kept for change in proposals.changes_of(version, proposal)}


def test_corrected_file_is_read_with_what_was_decided(version, archivist, read):
    decided = list(version.doubts.order_by("quote").values_list("quote", "settled_by"))

    read(CORRECTED)

    proposal = Proposal.objects.get()
    assert changed(version, proposal) == {"words:body": False}
    taken = proposals.take(proposal, make_writer(), content_digest(version))
    assert ONE in taken.body
    assert TWO in taken.body
    assert "深夜排队" in taken.body
    assert taken.paragraph_sources.filter(join_reason=DECIDED).count() == 1
    assert not taken.doubts.open().exists()
    anew = taken.doubts.filter(settled_note__endswith="两段", settled_by=archivist)
    assert anew.count() == 1
    assert {quote for quote, _by in decided} == set(taken.doubts.values_list("quote", flat=True))


def test_same_words_read_by_a_better_importer_change_nothing(version, read, monkeypatch):
    version.article.import_digest = "0" * 64
    version.article.save()

    read(PAGE)

    assert changed(version, Proposal.objects.get()) == {}


def test_decision_is_kept_through_two_corrections(version, read):
    read(CORRECTED)
    taken = proposals.take(Proposal.objects.get(), make_writer(), content_digest(version))

    read(CORRECTED.replace("树苗", "苗木"))

    taken = proposals.take(Proposal.objects.open().get(), make_writer(), content_digest(taken))
    assert "苗木" in taken.body
    assert ONE in taken.body
    assert TWO in taken.body


def test_break_whose_words_were_corrected_keeps_the_body(version, read):
    read(CORRECTED.replace("三十余车", "四十余车"))

    proposal = Proposal.objects.get()
    assert changed(version, proposal) == {"words:body": True}
    assert [one.doubt.quote for one in proposals.undone_breaks(version, proposal)] == [
        version.doubts.get(quote__contains="三十余车").quote
    ]
    taken = proposals.take(proposal, make_writer(), content_digest(version))
    assert taken.body == version.body


def test_page_says_that_the_body_is_kept_for_a_decided_break(version, read, admin_client):
    read(CORRECTED.replace("三十余车", "四十余车"))
    address = f"/admin/articles/proposal/{Proposal.objects.get().pk}/change/"

    page = admin_client.get(address).content.decode()

    assert page.count("kept: a decided break") == 1
    assert "kept: an editor" not in page
    assert "Somebody decided this break, and the body as proposed has not got it so." in page


def test_decision_of_this_plan_goes_before_the_one_on_record(version, archivist):
    job = bring(CORRECTED, archivist)
    (story,) = parse_page(CORRECTED, edition_date=DAY).stories
    (doubt,) = (one for one in story.doubts if "三十余车" in one.quote)
    settling.settle(
        job, job.pages.get().digest, place_of(doubt), by=archivist, paragraphs="two", note="核对"
    )
    jobs.agree(job)
    jobs.work_on(job)

    words = proposals.proposed_words(Proposal.objects.get())
    assert ONE not in words["body"]
    assert TWO in words["body"]


def test_break_that_was_settled_as_it_stood_is_decided_too(archivist, read):
    jobs_of = bring(PAGE, archivist)
    jobs.agree(jobs_of)
    jobs.work_on(jobs_of)
    version = Version.objects.get()
    for doubt in version.doubts.all():
        workflow.settle_doubt(doubt, by=archivist, note="核对过报样")

    (breaks_of,) = decided_breaks([version]).values()

    assert sorted(one.is_one for one in breaks_of) == [False, True]


def test_break_decided_in_the_draft_is_read_so_too(archivist, read):
    job = bring(PAGE, archivist)
    jobs.agree(job)
    jobs.work_on(job)
    version = Version.objects.get()
    breaks.decide(version.doubts.get(quote__contains="三十余车"), "one", by=archivist)

    read(CORRECTED)

    assert ONE in proposals.proposed_words(Proposal.objects.get())["body"]


def test_what_taking_a_proposal_settled_nobody_decided(archivist, read):
    job = bring(PAGE, archivist)
    jobs.agree(job)
    jobs.work_on(job)
    version = Version.objects.get()
    read(CORRECTED)
    taken = proposals.take(Proposal.objects.get(), make_writer(), content_digest(version))

    assert taken.doubts.filter(settled_at__isnull=False).count() == 2
    assert decided_breaks([taken]) == {}


def test_plan_shows_the_decision_with_who_made_it(version, archivist):
    job = bring(CORRECTED, archivist)

    (outcome,) = importer.import_pages(jobs.pages_of_job(job), is_dry_run=True, is_repeated=True)

    assert [(row.settled_by, row.pk) for row in outcome.settled] == [(archivist, None)] * 2
    assert ONE in "".join(one.text for one in outcome.parsed.stories[0].paragraphs)


def test_list_of_pages_counts_what_was_decided_in_the_archive(version, archivist, admin_client):
    job = bring(CORRECTED, archivist)
    address = f"/admin/articles/importjob/{job.pk}/change/"

    page = admin_client.get(address).content.decode()

    assert "2 settled" in page
    assert "2 doubts are settled already. Decided in the stories that the archive holds: 2." in page

    (story,) = parse_page(CORRECTED, edition_date=DAY).stories
    (doubt,) = (one for one in story.doubts if "三十余车" in one.quote)
    settling.settle(
        job, job.pages.get().digest, place_of(doubt), by=archivist, note="核对", paragraphs="two"
    )
    jobs.look_again(job)
    jobs.work_on(job)
    assert "that the archive holds: 1." in admin_client.get(address).content.decode()


def test_rest_of_a_body_is_taken_beside_a_break_whose_words_were_corrected(version, read):
    read(CORRECTED.replace("三十余车", "四十余车"))
    proposal = Proposal.objects.get()
    rows = compared(version.body, proposals.proposed_words(proposal)["body"])
    last = max(rows.changed)

    taken = proposals.take(
        proposal, make_writer(), content_digest(version), {f"{proposals.ROW}{last}"}
    )

    assert ONE in taken.body
    assert "深夜排队" in taken.body
    documents = taken.paragraph_sources.order_by("paragraph").values_list("paragraph", "document")
    assert [(place, key == proposal.document_id) for place, key in documents] == [
        (0, False), (0, False), (1, False), (2, True),
    ]  # fmt: skip
    assert taken.doubts.filter(settled_note="one paragraph").get().paragraph == 0
