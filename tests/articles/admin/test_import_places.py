"""Where pages of an import stand that tell no day is typed on its page, and none is sent anew."""

import datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.html import escape

from articles.admin.import_pages import listed_pages
from articles.imported_findings import stories_of
from articles.importing import jobs, shown
from articles.models import ImportJob, Version
from tests.articles.importing.sample import STORY
from tests.factories import make_user, make_writer

from .bringing import ADD, address_of, bring

pytestmark = pytest.mark.django_db
State = ImportJob.State
FIELDS = ("edition_date", "page_number", "page_name")
OTHER = STORY.replace("供水", "秋收")


@pytest.fixture
def job(admin_client):
    """One page with a day in its name, and two without."""
    texts = {"2026-11-16 第1版.md": STORY, "甲.md": OTHER, "乙.md": STORY.replace("供水", "冬灌")}
    files = [SimpleUploadedFile(name, text.encode()) for name, text in texts.items()]
    admin_client.post(ADD, {"files": files})
    return ImportJob.objects.get()


def place(client, job, *pages, others=None, seen=None):
    """Send what was typed for pages, (name, day, number, section), on the page of the last look."""
    job.refresh_from_db()
    fields = {"seen": (seen or job.started_at).isoformat()}
    fields |= {} if others is None else {"others-edition_date": others}
    for name, *values in pages:
        number = job.pages.get(name=name).number
        fields |= {f"page-{number}-{key}": value for key, value in zip(FIELDS, values, strict=True)}
    address = f"/admin/articles/importjob/{job.pk}/places/"
    response = client.post(address, fields, follow=True)
    job.refresh_from_db()
    return response.content.decode()


def places_of(job):
    rows = job.pages.order_by("number").values_list("name", "edition_date", "page")
    return {name: (day and day.isoformat(), page) for name, day, page in rows}


def test_pages_without_a_day_are_asked_for_with_their_first_words(admin_client, job):
    page = admin_client.get(address_of(job)).content.decode()

    assert "The day of 2 pages is not known" in page
    assert "# 青澜经开区召开秋收保障会议 本报讯 11月15日" in page
    assert page.count('name="page-') == 2 * len(FIELDS)


def test_pages_without_a_day_wait_and_are_not_among_the_refused(admin_client, job):
    page = admin_client.get(address_of(job)).content.decode()

    assert "2 of 3 pages tell no day." in page
    assert "could not be imported" not in page
    assert page.count("waits for its day") == 2
    listed = {
        only: [row.name for row in listed_pages(job, {"only": only}).rows]
        for only in ("refused", "undated")
    }
    assert listed["refused"] == []
    assert sorted(listed["undated"]) == ["乙.md", "甲.md"]


def test_typed_day_and_page_are_taken_without_sending_the_file_anew(admin_client, job):
    page = place(admin_client, job, ("甲.md", "1998-05-04", "3", "民生"))

    assert "The day of 1 page is not known" in page
    assert "1 page has its day from here" in page
    assert places_of(job) == {
        "2026-11-16 第1版.md": ("2026-11-16", "01"),
        "甲.md": ("1998-05-04", "03"),
        "乙.md": (None, ""),
    }
    admin_client.post(f"/admin/articles/importjob/{job.pk}/agree/move/")
    version = Version.objects.get(dated=datetime.date(1998, 5, 4))
    assert (version.page.number, version.page.name) == ("03", "民生")


def test_one_day_serves_all_others_and_no_page_that_tells_its_own(admin_client, job):
    place(admin_client, job, ("甲.md", "1998-05-04", "", ""), others="1999-01-02")

    assert {name: day for name, (day, _page) in places_of(job).items()} == {
        "2026-11-16 第1版.md": "2026-11-16",
        "甲.md": "1998-05-04",
        "乙.md": "1999-01-02",
    }


def test_days_are_typed_after_the_rest_was_imported(admin_client, job):
    admin_client.post(f"/admin/articles/importjob/{job.pk}/agree/move/")
    job.refresh_from_db()
    assert job.state == State.IMPORTED

    page = place(admin_client, job, ("乙.md", "1998-05-04", "2", ""))

    assert job.state == State.PLANNED
    assert "imported before" in page
    admin_client.post(f"/admin/articles/importjob/{job.pk}/agree/move/")
    assert Version.objects.filter(dated="1998-05-04").count() == 1
    assert Version.objects.count() == 2
    job.refresh_from_db()
    assert places_of(job) == {
        "2026-11-16 第1版.md": ("2026-11-16", "01"),
        "甲.md": (None, ""),
        "乙.md": ("1998-05-04", "02"),
    }
    assert set(stories_of(job)) == set(Version.objects.all())
    assert "has its day from here" not in admin_client.get(address_of(job)).content.decode()


def test_mistyped_day_is_corrected_or_taken_back_before_the_import(admin_client, job):
    place(admin_client, job, ("甲.md", "1998-05-04", "3", ""), ("乙.md", "1998-05-04", "", ""))

    place(admin_client, job, ("甲.md", "1998-05-05", "3", ""), ("乙.md", "", "", ""))

    assert places_of(job)["甲.md"] == ("1998-05-05", "03")
    assert places_of(job)["乙.md"] == (None, "")


def test_page_that_is_older_than_what_others_typed_takes_nothing_of_it_back(admin_client, job):
    seen = job.started_at
    place(admin_client, job, ("甲.md", "1998-05-04", "3", ""))

    page = place(
        admin_client, job, ("甲.md", "", "", ""), ("乙.md", "1998-05-06", "", ""), seen=seen
    )

    assert "The import has gone on meanwhile." in page
    assert places_of(job)["甲.md"] == ("1998-05-04", "03")
    assert places_of(job)["乙.md"] == (None, "")


def test_page_that_the_name_tells_is_offered_and_may_be_typed_otherwise(admin_client):
    bring(admin_client, name="第4版.md")
    job = ImportJob.objects.get()
    page = admin_client.get(address_of(job)).content.decode()
    assert 'value="04"' in page
    assert "waiting for the day of its pages" in page

    place(admin_client, job, ("第4版.md", "1998-05-04", "5", ""))

    assert places_of(job)["第4版.md"] == ("1998-05-04", "05")


def test_each_line_of_a_file_without_days_is_placed_by_itself(admin_client):
    lines = '{"headline": "水渠修好了", "body": "全长3公里。", "date": "2026-11-16"}\n' + (
        '{"headline": "夜校开课", "body": "居民报名。"}\n'
    )
    bring(admin_client, name="旧稿.jsonl", text=lines)
    job = ImportJob.objects.get()

    place(admin_client, job, ("旧稿.jsonl:2", "1998-05-04", "", ""))

    assert [day for day, _page in places_of(job).values()] == ["2026-11-16", "1998-05-04"]


def test_impossible_day_of_a_name_is_typed_too(admin_client):
    bring(admin_client, name="2023-02-30.md")
    job = ImportJob.objects.get()

    place(admin_client, job, ("2023-02-30.md", "2023-02-28", "", ""))

    assert places_of(job) == {"2023-02-30.md": ("2023-02-28", "")}


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("", "Type a day first."),
        ("1998-02-30", "Enter a valid date."),
        ("0098-05-04", "greater than or equal to 1800-01-01"),
    ],
)
def test_nothing_typed_or_no_such_day_is_said(admin_client, job, day, said):
    page = place(admin_client, job, ("甲.md", day, "", ""))

    assert said in page
    assert not job.typed_places.exists()


def test_no_day_is_typed_while_the_import_is_at_work(admin_client, job):
    fields = ("甲.md", "1998-05-04", "", "")
    ImportJob.objects.update(state=State.IMPORTING)

    page = place(admin_client, job, fields)

    assert "The import has gone on meanwhile." in page
    assert 'name="page-' not in page
    assert not job.typed_places.exists()


def test_only_whoever_may_import_types_days(client, job):
    client.force_login(make_writer())

    response = client.post(f"/admin/articles/importjob/{job.pk}/places/", {})

    assert response.status_code == 403


def test_large_import_waits_for_a_worker_with_what_was_typed(admin_client, job, monkeypatch):
    monkeypatch.setattr(jobs, "SMALL", 10)

    place(admin_client, job, ("甲.md", "1998-05-04", "3", ""))

    assert job.state == State.TO_PLAN
    jobs.work_on(job)
    assert places_of(job)["甲.md"] == ("1998-05-04", "03")


def test_all_of_a_page_without_a_day_is_read_beside_the_fields_of_its_place(admin_client, job):
    number = job.pages.get(name="甲.md").number
    address = f"/admin/articles/importjob/{job.pk}/page/{number}/"

    listed = admin_client.get(address_of(job)).content.decode()
    page = admin_client.get(address).content.decode()

    assert f'<a href="{address}">Read the whole page</a>' in listed
    for line in filter(None, OTHER.splitlines()):
        assert f"<li>{escape(line)}</li>" in page
    assert "waits for its day" in page
    assert page.count('name="page-') == len(FIELDS)
    assert f'name="page-{number}-edition_date"' in page
    assert f'value="{job.started_at.isoformat()}"' in page


def test_day_is_asked_for_beside_no_page_that_tells_its_own(admin_client, job):
    number = job.pages.get(name="2026-11-16 第1版.md").number

    page = admin_client.get(f"/admin/articles/importjob/{job.pk}/page/{number}/").content.decode()

    assert 'name="page-' not in page


def test_who_may_not_import_reads_the_page_and_is_asked_for_no_day(client, job):
    reader = make_user(permissions=("view_importjob",))
    client.force_login(reader)
    number = job.pages.get(name="甲.md").number

    page = client.get(f"/admin/articles/importjob/{job.pk}/page/{number}/").content.decode()

    assert "秋收保障会议" in page
    assert 'name="page-' not in page


def test_of_a_long_page_the_opening_is_shown_and_all_of_it_is_a_link_away(
    admin_client, job, monkeypatch
):
    monkeypatch.setattr(shown, "MOST_SHOWN", 12)
    row = job.pages.get(name="甲.md")
    address = f"/admin/articles/importjob/{job.pk}/page/{row.number}/"

    page = admin_client.get(address).content.decode()
    whole = admin_client.get(f"{address}text/")

    assert f"<li>{OTHER[:12]}</li></ol>" in page
    assert f"These are the first 12 of {len(OTHER)} characters." in page
    assert f'href="{address}text/"' in page
    assert b"".join(whole.streaming_content).decode() == OTHER
    assert whole["Content-Type"] == "text/plain; charset=utf-8"
    assert whole["Content-Length"] == str(len(OTHER.encode()))


def test_short_page_is_shown_whole_and_links_to_nothing_more(admin_client, job):
    number = job.pages.get(name="甲.md").number
    address = f"/admin/articles/importjob/{job.pk}/page/{number}/"

    page = admin_client.get(address).content.decode()

    assert f"{address}text/" not in page
    assert "These are the first" not in page


def test_text_of_a_page_is_for_whoever_may_see_the_import(client, job):
    client.force_login(make_user(permissions=()))
    number = job.pages.get(name="甲.md").number

    response = client.get(f"/admin/articles/importjob/{job.pk}/page/{number}/text/")

    assert response.status_code == 403


@pytest.mark.parametrize("number", [77, 10**30])
def test_page_that_the_import_lacks_has_no_text(admin_client, job, number):
    response = admin_client.get(f"/admin/articles/importjob/{job.pk}/page/{number}/text/")

    assert response.status_code == 404


def test_day_far_ahead_is_refused_where_it_is_typed(admin_client, job):
    brought = bring(admin_client, edition_date="2099-11-16").content.decode()
    placed = place(admin_client, job, ("甲.md", "2099-11-16", "", ""))

    for page in (brought, placed):
        assert "This lies more than a month ahead." in page
    assert ImportJob.objects.count() == 1
