"""The import page of the desk."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from articles.models import Article, ImportJob, Version
from tests.articles.importing.test_importer import STORY
from tests.factories import make_writer

pytestmark = pytest.mark.django_db
ADD = "/admin/articles/importjob/add/"


@pytest.fixture(autouse=True)
def import_root(settings, tmp_path):
    settings.IMPORT_ROOT = tmp_path / "imports"


def bring(client, name="01.md", text=STORY, **fields):
    file = SimpleUploadedFile(name, text.encode())
    return client.post(ADD, {"files": [file], **fields}, follow=True)


def test_small_file_is_shown_at_once_and_saved_when_somebody_agrees(admin_client):
    response = bring(admin_client, edition_date="2026-11-16", page_number="1")

    job = ImportJob.objects.get()
    assert "1 found, 1 created" in response.content.decode()
    assert not Article.objects.exists()

    admin_client.post(f"/admin/articles/importjob/{job.pk}/agree/move/")

    assert Version.objects.get().page.number == "01"
    job.refresh_from_db()
    assert job.state == ImportJob.State.IMPORTED


def test_page_shows_source_lines_beside_what_was_understood(admin_client):
    broken = STORY.replace("召开供水保障会议。青澜", "召开供水保障\n\n会议。青澜")
    bring(admin_client, text=broken, edition_date="2026-11-16")
    job = ImportJob.objects.get()

    page = admin_client.get(f"/admin/articles/importjob/{job.pk}/page/0/").content.decode()

    assert '<mark class="is-edit" title="heading mark">#</mark>' in page
    assert "沈砚秋" in page
    assert "⁀</mark>会议。" in page


def test_page_shows_marks_made_full_width_on_both_sides(admin_client):
    text = STORY.replace("召开供水", ":供水").replace("15日，", "15日,")
    bring(admin_client, text=text, edition_date="2026-11-16")
    job = ImportJob.objects.get()

    page = admin_client.get(f"/admin/articles/importjob/{job.pk}/page/0/").content.decode()

    assert 'is-wide" title="half-width mark → ，">,</mark>' in page
    assert '青澜经开区<mark class="is-wide" title="printed: :">：</mark>供水' in page
    assert '11月15日<mark class="is-wide" title="printed: ,">，</mark>青澜' in page


def test_file_without_a_day_is_refused_with_what_to_do(admin_client):
    response = bring(admin_client)

    assert "Its edition is not known" in response.content.decode()
    assert "agree" not in response.content.decode()


def test_unusable_page_says_why(admin_client):
    bring(admin_client, text=" ", edition_date="2026-11-16")
    job = ImportJob.objects.get()

    page = admin_client.get(f"/admin/articles/importjob/{job.pk}/page/0/").content.decode()

    assert "The file is empty." in page


def test_job_at_work_reloads_itself_and_says_when_no_worker_comes(admin_client):
    bring(admin_client, edition_date="2026-11-16")
    job = ImportJob.objects.get()
    ImportJob.objects.update(state=ImportJob.State.TO_IMPORT, alive_at=timezone.now())
    address = f"/admin/articles/importjob/{job.pk}/change/"

    response = admin_client.get(address)
    assert response["Refresh"] == "2"
    assert "run_imports" not in response.content.decode()

    ImportJob.objects.update(alive_at=timezone.now() - timezone.timedelta(minutes=1))
    assert "run_imports" in admin_client.get(address).content.decode()


def test_writer_without_permission_brings_nothing(client):
    client.force_login(make_writer())

    assert client.get(ADD).status_code == 403
    assert not ImportJob.objects.exists()
