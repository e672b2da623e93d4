"""The import page of the desk."""

import re

import pytest
from django.contrib.auth.models import Permission
from django.core.files.uploadedfile import SimpleUploadedFile

from articles.importing import jobs
from articles.importing.importer import import_pages
from articles.models import Article, ImportJob, Version
from tests.articles.importing.sample import STORY
from tests.articles.importing.test_settling import PAGE
from tests.articles.importing.test_wholes import FIRST, REST
from tests.articles.test_photos import encoded
from tests.factories import make_official, make_writer

from .bringing import ADD, address_of, bring, fields_of, page_of

pytestmark = pytest.mark.django_db


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


def test_page_shows_a_title_that_is_no_post_as_printed(admin_client):
    text = "# 志愿者清理河岸\n\n本报讯 11月15日，区领导苏丽华、欧阳晨参加河岸清理活动。\n"
    bring(admin_client, text=text, edition_date="2026-11-16")
    job = ImportJob.objects.get()

    page = admin_client.get(f"/admin/articles/importjob/{job.pk}/page/0/").content.decode()

    assert page.count('<span class="post"><b>区领导</b></span>') == 2


def test_page_shows_marks_made_full_width_on_both_sides(admin_client):
    text = STORY.replace("召开供水", ":供水").replace("15日，", "15日,")
    bring(admin_client, text=text, edition_date="2026-11-16")
    job = ImportJob.objects.get()

    page = admin_client.get(f"/admin/articles/importjob/{job.pk}/page/0/").content.decode()

    assert 'is-wide" title="half-width mark → ，">,</mark>' in page
    assert '青澜经开区<mark class="is-wide" title="printed: :">：</mark>供水' in page
    assert '11月15日<mark class="is-wide" title="printed: ,">，</mark>青澜' in page


def test_file_without_a_day_waits_for_it_and_says_what_to_do(admin_client):
    page = bring(admin_client).content.decode()

    assert "Type where they stand." in page
    assert "agree" not in page
    assert "<strong>waiting for the day of its pages</strong>" in page
    assert '<th scope="row" colspan="5">' in page


def test_page_says_of_a_note_where_the_other_part_is_chosen(admin_client):
    bring(admin_client, text=FIRST, edition_date="2026-11-16", page_number="1")

    page = admin_client.get(page_of(ImportJob.objects.get())).content.decode()

    assert "the other part is on another page; choose it at this doubt once the story" in page


def test_import_leads_on_to_its_editions_and_proposals(admin_client):
    bring(admin_client, edition_date="2026-11-16", page_number="1")
    first = ImportJob.objects.get()
    admin_client.post(f"/admin/articles/importjob/{first.pk}/agree/move/")
    page = admin_client.get(address_of(first)).content.decode()
    edition = Version.objects.get().edition
    assert f'<a href="/admin/articles/edition/{edition.pk}/change/">2026-11-16</a>' in page
    assert "proposal waits" not in page

    text = STORY.replace("会议。", "会议，讨论了供水。", 1)
    bring(admin_client, text=text, edition_date="2026-11-16", page_number="1")
    again = ImportJob.objects.exclude(pk=first.pk).get()
    admin_client.post(f"/admin/articles/importjob/{again.pk}/agree/move/")

    page = admin_client.get(address_of(again)).content.decode()
    assert "1 story was held already, and the file says otherwise: an import proposal waits" in page
    listed = "/admin/articles/proposal/?import="
    assert f'href="{listed}{again.pk}"' in page
    told = "0 import proposals", "1 import proposal"
    for job, count in zip((first, again), told, strict=True):
        assert count in admin_client.get(f"{listed}{job.pk}").content.decode()
    assert told[1] in admin_client.get(f"{listed}0").content.decode()


def test_unusable_page_says_why(admin_client):
    brought = bring(admin_client, text=" ", edition_date="2026-11-16")
    assert "<strong>nothing here can be imported</strong>" in brought.content.decode()
    job = ImportJob.objects.get()

    page = admin_client.get(f"/admin/articles/importjob/{job.pk}/page/0/").content.decode()

    assert "The file is empty." in page


def test_writer_without_permission_brings_nothing(client):
    client.force_login(make_writer())

    assert client.get(ADD).status_code == 403
    assert not ImportJob.objects.exists()


def test_break_is_decided_on_the_page_of_the_plan_and_comes_in_so(admin_client, planned):
    fields = {**fields_of(is_one=False), "paragraphs": "one", "note": "看过报样"}
    response = admin_client.post(f"{page_of(planned)}settle/", fields)

    assert response.url == f"{page_of(planned)}#doubt-1-1"
    page = admin_client.get(page_of(planned)).content.decode()
    assert "看过报样" in page
    assert '<mark class="join" title="somebody decided so before the import">⁀</mark>他们' in page

    admin_client.post(f"/admin/articles/importjob/{planned.pk}/agree/move/")
    doubt = Version.objects.get().doubts.get(settled_at__isnull=False)
    assert doubt.settled_note == "one paragraph · 看过报样"
    assert doubt.settled_by.username == "admin"


def test_settled_doubt_is_opened_again_and_the_list_counts_it(admin_client, planned):
    fields = fields_of(is_one=True) | {"note": "与原报核对"}
    admin_client.post(f"{page_of(planned)}settle/", fields)
    assert "1 settled" in admin_client.get(address_of(planned)).content.decode()

    admin_client.post(f"{page_of(planned)}settle/", {**fields, "reopen": "1"})
    assert "1 settled" not in admin_client.get(address_of(planned)).content.decode()


def test_nothing_is_settled_on_the_plan_of_a_story_that_the_archive_holds(admin_client, planned):
    assert f"{page_of(planned)}settle/" in admin_client.get(page_of(planned)).content.decode()
    admin_client.post(f"/admin/articles/importjob/{planned.pk}/agree/move/")

    bring(admin_client, text=PAGE, edition_date="2026-11-16")
    again = ImportJob.objects.exclude(pk=planned.pk).get()

    page = admin_client.get(page_of(again)).content.decode()
    assert "nothing of it is written" in page
    assert "doubt-1-1" in page
    assert f"{page_of(again)}settle/" not in page
    assert again.pages.get().doubts == 0


def test_plan_of_an_earlier_release_is_looked_through_again_before_it_is_settled(
    admin_client, planned
):
    admin_client.post(f"{page_of(planned)}settle/", fields_of(is_one=True) | {"note": "与原报核对"})
    planned.settled_doubts.update(digest="")
    planned.pages.update(digest="")

    response = admin_client.post(
        f"{page_of(planned)}settle/", fields_of(is_one=False) | {"note": "看过"}, follow=True
    )

    look = f"/admin/articles/importjob/{planned.pk}/look/move/"
    assert look in response.content.decode()
    assert "what is settled would not be known again" in response.content.decode()
    page = admin_client.get(address_of(planned)).content.decode()
    assert look in page
    assert "/agree/move/" not in page

    page = admin_client.post(look, follow=True).content.decode()
    assert "/agree/move/" in page
    assert look not in page
    assert planned.settled_doubts.get().digest == planned.pages.get().digest


def test_settled_doubt_that_was_not_found_again_is_shown(admin_client, planned):
    admin_client.post(f"{page_of(planned)}settle/", fields_of(is_one=True) | {"note": "与原报核对"})
    planned.settled_doubts.update(digest="", start=1)

    page = admin_client.get(address_of(planned)).content.decode()

    assert "· 与原报核对 · admin</li>" in page


def test_who_may_not_change_stories_settles_nothing(client, planned):
    viewer = make_writer()
    viewer.user_permissions.set(
        Permission.objects.filter(codename__in=["add_importjob", "view_importjob"])
    )
    viewer.groups.clear()
    client.force_login(viewer)

    assert client.post(f"{page_of(planned)}settle/", fields_of(is_one=True)).status_code == 403
    assert "doubt-line" in client.get(page_of(planned)).content.decode()


def test_page_lists_every_name_with_its_entry_and_why(admin_client):
    official = make_official("沈砚秋")
    bring(admin_client, edition_date="2026-11-16")

    page = admin_client.get(page_of(ImportJob.objects.get())).content.decode()

    assert (
        f'<strong>matched</strong> <a href="/admin/people/official/{official.pk}/change/">' in page
    )
    assert "the only entry of that name" in page
    assert "no entry of that name yet" in page


def test_plan_says_which_story_stands_under_another_headline(admin_client):
    for text in (PAGE, PAGE.replace("清淤护渠", "冬日清淤忙")):
        bring(admin_client, text=text, edition_date="2026-11-16")
        job = ImportJob.objects.latest("pk")
        plan = admin_client.get(page_of(job)).content.decode()
        admin_client.post(f"/admin/articles/importjob/{job.pk}/agree/move/")

    assert "The same story, with another headline: 柳河镇冬日清淤忙 (held: 柳河镇清淤护渠)" in plan
    assert Article.objects.count() == 1


@pytest.mark.parametrize("back", ["（上接第1版）", ""])
def test_plan_of_either_page_shows_a_story_on_both(admin_client, back):
    rest = REST.replace("（上接第1版）", back)
    files = [
        SimpleUploadedFile(f"2026-11-16 第{number}版.md", text.encode())
        for number, text in ((1, FIRST), (3, rest), (4, "# 别的稿件\n\n别的话。"))
    ]
    admin_client.post(ADD, {"files": files})
    job = ImportJob.objects.get()
    page = f"/admin/articles/importjob/{job.pk}/page/"

    first, rest, other = (
        admin_client.get(f"{page}{number}/").content.decode() for number in range(3)
    )

    assert "The rest stands on page 03, and both are one story: 柳河镇清淤护渠" in first
    assert "⁀</mark>支架，预计月底" in first
    assert "The rest of a story on page 01, and one with it: 柳河镇清淤护渠" in rest
    assert "plan-doubt" not in rest
    assert "one story" not in other


def test_doubt_of_the_rest_is_settled_on_its_own_page(admin_client):
    files = [
        SimpleUploadedFile(f"2026-11-16 第{number}版.md", text.encode())
        for number, text in ((1, FIRST), (3, REST.replace("水流更快，", "“水流更快，")))
    ]
    admin_client.post(ADD, {"files": files})
    job = ImportJob.objects.get()
    page = f"/admin/articles/importjob/{job.pk}/page/1/"
    html = admin_client.get(page).content.decode()
    start = re.search(
        r'name="kind" value="unbalanced"><input [^>]*name="start" value="(\d+)"', html
    )

    fields = {"kind": "unbalanced", "start": start[1], "place": "2-1", "note": "原报如此"}
    admin_client.post(f"{page}settle/", fields)
    assert "原报如此" in admin_client.get(page).content.decode()
    admin_client.post(f"/admin/articles/importjob/{job.pk}/agree/move/")

    version = Version.objects.get(headline="柳河镇清淤护渠")
    doubt = version.doubts.get(kind="unbalanced")
    assert (doubt.settled_note, doubt.document.name) == ("原报如此", "2026-11-16 第3版.md")


def test_import_leads_to_what_verification_finds_in_its_stories(admin_client):
    text = STORY.replace("15日，", "15日（2026年2月30日），", 1)
    bring(admin_client, text=text, edition_date="2026-11-16", page_number="1")
    job = ImportJob.objects.get()
    address = f"/admin/articles/importjob/{job.pk}/"
    link = f'href="{address}findings/"'
    assert link not in admin_client.get(f"{address}change/").content.decode()
    admin_client.post(f"{address}agree/move/")
    assert link in admin_client.get(f"{address}change/").content.decode()

    page = admin_client.get(f"{address}findings/").content.decode()

    assert "2026年2月30日 does not exist." in page
    assert f"/admin/articles/version/{Version.objects.get().pk}/change/#findings" in page


def test_findings_of_an_import_are_shown_to_whoever_may_see_imports(client):
    job = ImportJob.objects.create(folder="x", name="2026.zip", requested_by=make_writer())
    client.force_login(make_writer(username="记者"))
    assert client.get(f"/admin/articles/importjob/{job.pk}/findings/").status_code == 403


def test_damaged_archive_is_called_by_the_name_it_was_brought_under(admin_client):
    file = SimpleUploadedFile("1998.zip", b"PK\x03\x04 cut off")
    admin_client.post(ADD, {"files": [file]})
    jobs.work_on(ImportJob.objects.get())

    job = ImportJob.objects.get()
    assert job.error == "1998.zip: The file is damaged and cannot be read as ZIP."


def test_plan_shows_pictures_with_captions_and_credits_and_what_else_the_page_credits(
    admin_client,
):
    text = f"{STORY}\n![村民在清淤。 何青 摄](park.png)\n\n责任编辑 宋砚\n"
    files = [
        SimpleUploadedFile("01.md", text.encode()),
        SimpleUploadedFile("park.png", encoded((400, 300), "PNG").read()),
    ]
    admin_client.post(ADD, {"files": files, "edition_date": "2026-11-16"})

    page = admin_client.get(page_of(ImportJob.objects.get())).content.decode()

    understood = page[page.index('id="result"') :]
    assert "<figcaption>村民在清淤。" in understood
    assert "<b>何青</b>" in understood
    assert "park.png" in understood
    assert "<dd>责任编辑 宋砚</dd>" in understood


def stopped_while_it_reads(monkeypatch, job):
    def read_until_stopped(pages, **options):
        monkeypatch.setattr(jobs, "import_pages", import_pages)
        for outcome in import_pages(pages, **options):
            jobs.stop(ImportJob.objects.get(pk=job.pk))
            yield outcome

    monkeypatch.setattr(jobs, "import_pages", read_until_stopped)
    jobs.work_on(job)
    job.refresh_from_db()
    assert (job.state, job.totals) == (ImportJob.State.STOPPED, {})


def test_import_stopped_before_its_first_sign_goes_on(admin_client, monkeypatch):
    bring(admin_client, edition_date="2026-11-16", page_number="1")
    job = ImportJob.objects.get()
    jobs.agree(job)
    stopped_while_it_reads(monkeypatch, job)

    page = admin_client.get(address_of(job)).content.decode()
    assert "What was imported stays. An import goes on where it was" in page
    assert "Go on importing" in page

    admin_client.post(f"/admin/articles/importjob/{job.pk}/agree/move/")

    job.refresh_from_db()
    assert job.state == ImportJob.State.IMPORTED


def test_look_that_was_stopped_says_that_nothing_was_imported(admin_client, monkeypatch):
    bring(admin_client, edition_date="2026-11-16", page_number="1")
    job = ImportJob.objects.get()
    jobs.look_again(job)
    stopped_while_it_reads(monkeypatch, job)

    page = admin_client.get(address_of(job)).content.decode()

    assert "Nothing of these files was imported yet. A look through them begins anew." in page
    assert "What was imported stays" not in page
    assert "mport</button>" not in page
    assert "Go on importing" not in page
