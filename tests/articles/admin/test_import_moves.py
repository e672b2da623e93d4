"""What may be done with an import at work, stopped or done, and what its page tells of it."""

import re

import pytest
from django.core.management import call_command
from django.utils import timezone

from articles.importing.matches import KINDS
from articles.models import ImportJob, JobPage

from .bringing import address_of, bring, fields_of, job_with_pages, page_of
from .posting import text_of

pytestmark = pytest.mark.django_db


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


def test_job_at_work_tells_its_rate_and_the_time_left(admin_client):
    job = job_with_pages(0)
    totals = {"pages": 300, "stories": {"found": 600}, "seconds": 30}
    totals |= {"known": 0, "refused": 0, "doubts": 0}
    totals["names"] = {kind: {"matched": 0, "new": 0, "ambiguous": 0} for kind in KINDS}
    ImportJob.objects.update(state=ImportJob.State.IMPORTING, files=1500, totals=totals)
    address = address_of(job)

    page = admin_client.get(address).content.decode()
    assert "300 of 1500 pages, 600 stories, 20 stories a second, 0:02:00 left" in page

    ImportJob.objects.update(state=ImportJob.State.TO_IMPORT)
    assert "300 of 1500" not in admin_client.get(address).content.decode()


@pytest.mark.parametrize("state", [ImportJob.State.STOPPED, ImportJob.State.FAILED])
def test_import_that_was_cut_off_before_its_first_sign_is_looked_through_again(
    admin_client, planned, state
):
    ImportJob.objects.update(state=state, totals={})
    JobPage.objects.all().delete()
    look = f"/admin/articles/importjob/{planned.pk}/look/move/"
    page = admin_client.get(address_of(planned)).content.decode()
    assert f'action="{look}"' in page
    assert "/agree/move/" not in page

    admin_client.post(look)

    planned.refresh_from_db()
    assert planned.state == ImportJob.State.PLANNED
    assert planned.pages.count() == 1


def test_stopped_import_goes_on_or_is_looked_through_anew(admin_client, planned):
    ImportJob.objects.update(state=ImportJob.State.STOPPED, import_began_at=timezone.now())

    page = admin_client.get(address_of(planned)).content.decode()

    assert "/agree/move/" in page
    assert ">Go on importing</button>" in page
    assert "/look/move/" in page
    assert "What was imported stays." in page


def test_files_are_thrown_away_only_after_a_question_that_says_what_goes(admin_client, planned):
    admin_client.post(f"{page_of(planned)}settle/", fields_of(is_one=True) | {"note": "看过"})
    address = f"/admin/articles/importjob/{planned.pk}/discard/"
    assert f'href="{address}"' in admin_client.get(address_of(planned)).content.decode()

    question = admin_client.get(address).content.decode()

    assert "1 doubt was settled on its plan and would have to be settled again." in question
    assert ImportJob.objects.exists()
    assert admin_client.post(f"/admin/articles/importjob/{planned.pk}/discard/move/")
    assert ImportJob.objects.exists()

    admin_client.post(address)
    assert not ImportJob.objects.exists()


def test_files_of_an_import_at_work_are_not_thrown_away(admin_client, planned):
    ImportJob.objects.update(state=ImportJob.State.IMPORTING)
    address = f"/admin/articles/importjob/{planned.pk}/discard/"

    assert admin_client.get(address).url == address_of(planned)
    assert admin_client.post(address).url == address_of(planned)
    assert ImportJob.objects.exists()


@pytest.mark.parametrize("state", [ImportJob.State.PLANNING, ImportJob.State.IMPORTING])
@pytest.mark.parametrize(
    ("seconds", "told"),
    [
        (3, ""),
        (20, "A long page takes its time."),
        (70, "it may have died"),
        (140, "and no other one has gone on since"),
    ],
)
def test_worker_that_gives_no_sign_is_told(admin_client, planned, state, seconds, told):
    ago = timezone.now() - timezone.timedelta(seconds=seconds)
    ImportJob.objects.update(state=state, alive_at=ago)

    page = text_of(admin_client.get(address_of(planned)))

    assert told in page
    still = re.search("1 of 1 pages · standing still for ([0-9]+) seconds", page)
    assert bool(still) == bool(told)
    assert not still or int(still[1]) - seconds in (0, 1, 2)


def test_import_that_another_worker_took_up_says_so(admin_client, planned):
    ago = timezone.now() - timezone.timedelta(minutes=3)
    ImportJob.objects.update(state=ImportJob.State.IMPORTING, alive_at=ago)
    assert "took it up again" not in text_of(admin_client.get(address_of(planned)))

    call_command("run_imports", once=True)

    assert "Another worker took it up again at" in text_of(admin_client.get(address_of(planned)))
