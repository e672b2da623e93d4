"""Files brought to the desk: looked through, agreed to, imported; at once or by a worker."""

import datetime
import zipfile
from io import BytesIO
from itertools import islice

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.utils import timezone

from articles.body import from_paragraphs
from articles.duplicates import find_pairs
from articles.importing import jobs
from articles.importing.importer import import_pages
from articles.importing.pages import place_of
from articles.importing.readers import Place
from articles.importing.settling import settle
from articles.models import Article, ImportJob, JobPage, SimilarPair, Sketch, Version
from articles.parsing.pipeline import parse_page
from tests.articles.importing.sample import BREAKS_IN_DOUBT, DAY, STORY
from tests.factories import make_version, make_writer

pytestmark = pytest.mark.django_db
State = ImportJob.State
LONG = [
    "11月15日，柳河镇组织村民清理灌溉水渠，各村自带铁锹扫帚，先后清出淤泥三十余车，疏通渠道四公里。",
    "他们还沿渠补种了柳树，镇里为每村配发了树苗和支架，预计月底以前可以全部完成栽植任务，明年春天再补一次。",
    "清淤之后水流更快，下游三个村的冬灌用水有了着落，村民不用再半夜排队等水，看渠人也轻松了不少。",
]


@pytest.fixture(autouse=True)
def import_root(settings, tmp_path):
    settings.IMPORT_ROOT = tmp_path / "imports"
    return settings.IMPORT_ROOT


def upload(name="01.md", text=STORY):
    return SimpleUploadedFile(name, text.encode())


def packed(**texts):
    data = BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, text in texts.items():
            archive.writestr(f"2026-11-16/{name}.md", text)
    return SimpleUploadedFile("2026.zip", data.getvalue())


def bring(*files, day=DAY):
    return jobs.bring(files or [upload()], by=make_writer(), place=Place(day, "01", "要闻"))


def test_job_is_looked_through_before_anything_is_saved():
    job = bring()

    assert jobs.work_on(job)

    job.refresh_from_db()
    assert (job.state, job.totals["stories"]["created"]) == (State.PLANNED, 1)
    page = job.pages.get()
    assert (page.number, page.name, page.found, page.created) == (0, "01.md", 1, 1)
    assert not Article.objects.exists()


def test_job_is_imported_once_somebody_agreed():
    job = bring()
    jobs.work_on(job)

    assert jobs.agree(job)
    jobs.work_on(job)

    job.refresh_from_db()
    version = Version.objects.get()
    assert job.state == State.IMPORTED
    assert (version.dated, version.page.number, version.page.name) == (DAY, "01", "要闻")


def test_worker_does_all_jobs_in_their_order(capsys):
    first, second = bring(), bring(packed(a=STORY.replace("供水", "供电"), b=" "))

    call_command("run_imports", once=True)

    assert [job.state for job in (ImportJob.objects.order_by("id"))] == [State.PLANNED] * 2
    second.refresh_from_db()
    assert second.totals["refused"] == 1
    refusals = list(second.pages.values_list("refusal", flat=True))
    assert refusals == ["", "2026-11-16/b.md: The file is empty."]
    assert first.name in capsys.readouterr().out


def test_job_left_by_a_dead_worker_is_taken_over():
    job = bring()
    ImportJob.objects.update(state=State.PLANNING, alive_at=timezone.now())
    assert jobs.next_job() is None

    ImportJob.objects.update(alive_at=timezone.now() - datetime.timedelta(minutes=5))
    assert jobs.next_job() == job
    assert jobs.work_on(jobs.next_job())
    job.refresh_from_db()
    assert job.state == State.PLANNED


def test_job_is_taken_by_one_worker_only():
    bring()
    mine, theirs = jobs.next_job(), jobs.next_job()

    assert jobs.work_on(mine)
    assert not jobs.work_on(theirs)


def test_stopped_job_writes_no_further_and_can_be_taken_up_again():
    job = bring()
    jobs.work_on(job)
    jobs.agree(job)
    assert jobs.stop(job)

    assert jobs.next_job() is None
    assert not Article.objects.exists()

    assert jobs.agree(job)
    jobs.work_on(job)
    assert Article.objects.count() == 1


def test_worker_whose_job_was_stopped_and_begun_anew_by_another_writes_no_further(monkeypatch):
    job = bring()

    def read_until_begun_anew(pages, **options):
        monkeypatch.setattr(jobs, "import_pages", import_pages)
        other = ImportJob.objects.get(pk=job.pk)
        jobs.stop(other)
        jobs.look_again(other)
        jobs.work_on(other)
        ImportJob.objects.filter(pk=job.pk).update(state=State.PLANNING)
        yield from import_pages(pages, **options)

    monkeypatch.setattr(jobs, "import_pages", read_until_begun_anew)

    jobs.work_on(job)

    assert job.state == State.STOPPED
    assert JobPage.objects.count() == 1


def test_job_thrown_away_while_it_runs_leaves_the_worker_at_work(monkeypatch):
    gone, after = bring(packed(a=STORY)), bring()

    def read_until_thrown_away(pages, **options):
        for outcome in import_pages(pages, **options):
            if job := ImportJob.objects.filter(pk=gone.pk).first():
                jobs.stop(job)
                jobs.discard(job)
            yield outcome

    monkeypatch.setattr(jobs, "import_pages", read_until_thrown_away)

    call_command("run_imports", once=True)

    (job,) = ImportJob.objects.all()
    assert (job, job.state) == (after, State.PLANNED)


def test_job_that_fails_says_why_and_leaves_the_worker_at_work(import_root):
    job = bring()
    for file in jobs.folder_of(job).iterdir():
        file.unlink()

    assert jobs.work_on(job)

    job.refresh_from_db()
    assert job.state == State.FAILED
    assert "There is no file here" in job.error


def test_two_files_of_one_name_refused():
    with pytest.raises(ValidationError):
        bring(upload(), upload())
    assert not ImportJob.objects.exists()


@pytest.mark.parametrize(
    ("name", "stored"),
    [("..\\..\\evil.md", "evil.md"), ("../x/01.md", "01.md"), (".hidden.md", "hidden.md")],
)
def test_uploaded_name_never_leads_out_of_the_folder(name, stored):
    file = upload()
    file._name = name

    job = bring(file)

    assert [path.name for path in jobs.folder_of(job).iterdir()] == [stored]


def test_discarded_job_takes_its_files_along_and_leaves_the_stories(import_root):
    job = bring()
    jobs.work_on(job)
    jobs.agree(job)
    jobs.work_on(job)

    jobs.discard(job)

    assert list(import_root.iterdir()) == []
    assert Article.objects.count() == 1


def test_import_starts_its_progress_anew_after_the_plan(monkeypatch):
    job = bring()
    jobs.work_on(job)
    job.refresh_from_db()
    jobs.agree(job)
    seen = []

    def look(pages, **kwargs):
        current = ImportJob.objects.get()
        seen.append((current.state, current.totals, current.pages.count()))
        return iter(())

    monkeypatch.setattr(jobs, "import_pages", look)
    jobs.work_on(job)

    assert seen == [(State.IMPORTING, {}, 0)]


def test_every_page_of_a_job_is_on_record_however_many_there_are():
    texts = {f"{number:03d}": " " for number in range(620)}
    job = bring(packed(**texts, a=STORY))

    jobs.work_on(job)

    assert job.pages.exclude(refusal="").count() == 620
    assert job.pages.last().found == 1


def test_copies_of_what_was_imported_are_found_with_it(admin_client):
    old = make_version("清淤护渠", body=from_paragraphs((text, False) for text in LONG))
    find_pairs()
    unsampled = make_version("别的稿件", body=old.body)
    text = "# 柳河镇清淤护渠\n\n" + "\n\n".join(LONG)
    job = bring(upload(text=text))

    jobs.work_on(job)
    jobs.agree(job)
    assert not SimilarPair.objects.exists()
    jobs.work_on(job)

    job.refresh_from_db()
    assert job.state == State.IMPORTED
    (pair,) = SimilarPair.objects.all()
    assert (pair.first, pair.found_by) == (old.article, job)
    assert not Sketch.objects.filter(article=unsampled.article_id).exists()
    page = admin_client.get(f"/admin/articles/importjob/{job.pk}/change/").content.decode()
    link = f"/admin/articles/similarpair/?found_by={job.pk}"
    assert link in page
    assert "清淤护渠" in admin_client.get(link).content.decode()


def killed_after(count, monkeypatch, job):
    """Have a worker die once so many pages are safe, and before it told of any."""

    def read(pages, **options):
        monkeypatch.setattr(jobs, "import_pages", import_pages)
        yield from islice(import_pages(islice(pages, count), **options), count)
        raise KeyboardInterrupt

    monkeypatch.setattr(jobs, "import_pages", read)
    with pytest.raises(KeyboardInterrupt):
        jobs.work_on(job)
    job.refresh_from_db()


def test_job_taken_over_tells_of_what_it_saved_before_its_worker_died(monkeypatch):
    old = make_version("清淤护渠", body=from_paragraphs((text, False) for text in LONG))
    find_pairs()
    text = "# 柳河镇清淤护渠\n\n" + "\n\n".join(LONG)
    job = bring(packed(a=text, b=text, c=STORY), day=None)
    jobs.work_on(job)
    jobs.agree(job)
    killed_after(1, monkeypatch, job)
    assert Article.objects.count() == 2

    jobs.work_on(job)

    job.refresh_from_db()
    assert job.state == State.IMPORTED
    told = list(job.pages.values_list("is_known", "found", "created"))
    assert told == [(False, 1, 1), (True, 0, 0), (False, 1, 1)]
    assert (job.totals["stories"]["created"], job.totals["known"]) == (2, 1)
    assert job.totals["earlier"] == {"pages": 1, "stories": 1}
    assert old.article in {pair.first for pair in SimilarPair.objects.all()}


def test_page_that_was_in_before_its_import_began_stays_known():
    first, second = bring(), bring()
    for job in (first, second):
        jobs.work_on(job)
        jobs.agree(job)
        jobs.work_on(job)

    assert second.pages.get().is_known


def test_page_saved_earlier_with_a_settled_doubt_is_told_too(monkeypatch):
    job = bring(upload(text=BREAKS_IN_DOUBT))
    jobs.work_on(job)
    page = job.pages.get()
    (story,) = parse_page(BREAKS_IN_DOUBT, edition_date=DAY).stories
    settle(job, page.digest, place_of(story.doubts[0]), by=job.requested_by, note="核对过报样")
    jobs.agree(job)
    killed_after(1, monkeypatch, job)

    jobs.work_on(job)

    assert (job.pages.get().is_known, job.pages.get().created) == (False, 1)
    job.refresh_from_db()
    assert job.totals["unapplied"] == 0
