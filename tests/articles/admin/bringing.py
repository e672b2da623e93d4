"""Bring files to the import page of the desk, and find the pages of what was brought."""

from django.core.files.uploadedfile import SimpleUploadedFile

from articles.models import ImportJob, JobPage
from tests.articles.importing.sample import STORY
from tests.articles.importing.test_settling import breaks, is_joined
from tests.factories import make_writer

ADD = "/admin/articles/importjob/add/"


def bring(client, name="01.md", text=STORY, **fields):
    file = SimpleUploadedFile(name, text.encode())
    return client.post(ADD, {"files": [file], **fields}, follow=True)


def job_with_pages(count, **fields):
    job = ImportJob.objects.create(folder="x", name="2026.zip", requested_by=make_writer())
    JobPage.objects.bulk_create(
        JobPage(job=job, number=number, name=f"{number:04d}.md", **fields)
        for number in range(count)
    )
    return job


def address_of(job):
    return f"/admin/articles/importjob/{job.pk}/change/"


def page_of(job):
    return f"/admin/articles/importjob/{job.pk}/page/0/"


def fields_of(is_one):
    kind, start = next(place for place, doubt in breaks() if is_joined(doubt) == is_one)
    return {"kind": kind, "start": start, "place": "1-1"}
