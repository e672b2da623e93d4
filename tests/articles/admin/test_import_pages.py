"""The pages of an import: which are listed, and what one says of its text."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from articles.models import ImportJob, JobPage
from tests.articles.admin.bringing import (
    ADD,
    address_of,
    bring,
    fields_of,
    job_with_pages,
    page_of,
)
from tests.articles.admin.posting import text_of
from tests.articles.importing.sample import DAY, STORY
from tests.articles.importing.test_settling import PAGE

pytestmark = pytest.mark.django_db


def test_refused_pages_are_found_behind_any_number_of_others(admin_client):
    job = job_with_pages(1200, edition_date=DAY)
    JobPage.objects.filter(number__gte=1050).update(refusal="The file is empty.", edition_date=None)

    first = admin_client.get(address_of(job), {"only": "refused"}).content.decode()
    rest = admin_client.get(address_of(job), {"only": "refused", "after": "1149"}).content.decode()

    assert "1050.md" in first
    assert "only=refused&amp;after=1149" in first
    assert "1199.md" in rest
    assert "1149.md" not in rest


def test_pages_with_doubts_are_listed_by_themselves(admin_client):
    job = job_with_pages(3, edition_date=DAY)
    JobPage.objects.filter(number=1).update(doubts=2)

    page = admin_client.get(address_of(job), {"only": "doubts"}).content.decode()

    assert "0001.md" in page
    assert "0002.md" not in page


def test_as_many_queries_for_a_full_list_as_for_a_short_one(
    admin_client, django_assert_max_num_queries
):
    job = job_with_pages(300, edition_date=DAY, doubts=1, digest="0" * 64)

    with django_assert_max_num_queries(10):
        admin_client.get(address_of(job))


def test_plan_leads_to_what_stands_in_no_story(admin_client):
    bring(admin_client, text=f"第一版导读\n\n{STORY}", edition_date="2026-11-16")
    job = ImportJob.objects.get()

    listed = admin_client.get(address_of(job), {"only": "outside"}).content.decode()
    page = admin_client.get(page_of(job)).content.decode()

    assert "1 text stands in no story" in listed
    assert "Texts that stand in no story: 1." in listed
    assert '<a href="#line-1">Line 1</a> 第一版导读' in page


def test_plan_tells_dropped_lines_apart_from_text_in_no_story(admin_client):
    html = "<html><body><p>首页 | 往期</p><h1>青澜经开区开会</h1><founder-content><p>会开了。</p>"
    html += "</founder-content></body></html>"
    bring(admin_client, name="01.html", text=html, edition_date="2026-11-16")
    job = ImportJob.objects.get()

    page = admin_client.get(page_of(job)).content.decode()

    assert "1 line is a running head, page number, navigation or rule" in page
    assert "Stands in no story" not in page
    assert job.pages.get().outside == 0


def test_empty_file_among_others_is_refused_by_its_name_and_the_others_come(admin_client):
    files = [
        SimpleUploadedFile(name, text.encode())
        for name, text in (
            ("01.md", STORY),
            ("02.md", ""),
            ("03.md", STORY.replace("供水", "供电")),
        )
    ]

    response = admin_client.post(ADD, {"files": files, "edition_date": "2026-11-16"}, follow=True)

    page = response.content.decode()
    assert "02.md</a><p>The file is empty.</p>" in page
    assert "2 found, 2 created" in page


def test_plan_says_what_was_decided_of_a_story_that_the_archive_holds(admin_client):
    bring(admin_client, text=PAGE, edition_date="2026-11-16", page_number="01")
    first = ImportJob.objects.get()
    decided = {**fields_of(is_one=False), "paragraphs": "one", "note": "核对过报样"}
    admin_client.post(f"{page_of(first)}settle/", decided)
    admin_client.post(f"/admin/articles/importjob/{first.pk}/agree/move/")
    bring(
        admin_client, text=PAGE.replace("半夜排队", "深夜排队"),
        edition_date="2026-11-16", page_number="01",
    )  # fmt: skip

    page = admin_client.get(page_of(ImportJob.objects.first())).content.decode()

    assert "one paragraph · 核对过报样" in page
    assert "Decided in the story that the archive holds" in page
    assert page.count('data-key="1"') == 1


def test_plan_says_why_fragments_were_joined_without_a_pointer(admin_client):
    bring(admin_client, text=PAGE.replace("一段一段", "一段\n\n一段"), edition_date="2026-11-16")

    page = text_of(admin_client.get(page_of(ImportJob.objects.get())))

    assert "2 places where fragments were joined, and why" in page
    assert "<q>带铁锹扫帚，一段⁀一段往前，先后清</q> the sentence is not finished</li>" in page
    assert "Now: one paragraph · the sentence goes on after a colon" in page
    assert "the sentence goes on after a colon <strong>in doubt</strong>" in page
