import pytest

from articles.completeness import completeness, missing_pages
from articles.importing.importer import import_page
from articles.models import Edition
from tests import seed_edition
from tests.articles.importing.sample import DAY, STORY
from tests.factories import make_page

HEADLINE = "青澜经开区召开供水保障会议"
BODY = "本报讯 11月15日，青澜经开区管委会召开会议，讨论供水。"
pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        (["01", "02", "03"], []),
        (["01", "04"], ["02", "03"]),
        (["02"], ["01"]),
        (["A01", "A03", "B02"], ["A02", "B01"]),
        (["1", "3"], ["2"]),
        (["特刊"], []),
        ([], []),
    ],
)
def test_missing_pages_are_those_that_a_run_leaves_out(numbers, expected):
    assert missing_pages(numbers) == expected


def test_edition_tells_its_missing_page_and_its_open_doubt():
    import_page(seed_edition.PAGE, edition_date=seed_edition.DATE, page_number="02")

    found = completeness(Edition.objects.get())

    assert found.missing_pages == ["01"]
    assert found.open_doubts >= 1
    assert found.placed == 1.0
    assert not found.is_whole


def test_edition_tells_what_stands_in_no_story(tmp_path):
    path = tmp_path / "01.md"
    path.write_text(f"第一版导读\n\n{STORY}", encoding="utf-8")
    import_page(path, edition_date=DAY, page_number="01")

    found = completeness(Edition.objects.get())

    assert [outside.text for outside in found.outside] == ["第一版导读"]
    assert 0.9 < found.placed < 1


def test_what_a_format_drops_is_on_record_and_makes_no_edition_less_than_whole(tmp_path):
    path = tmp_path / "03.html"
    path.write_text(
        f"<html><body><p>首页 | 往期</p><h1>{HEADLINE}</h1><div class='founder-content'>"
        f"<founder-content><p>{BODY}</p></founder-content></div><p>版权所有</p></body></html>"
    )
    report, _page = import_page(path, edition_date=DAY, page_number="01")

    found = completeness(Edition.objects.get())

    assert (report.outside, found.outside) == ([], [])
    assert [line["text"] for line in report.dropped] == ["首页 | 往期", "版权所有"]
    assert report.characters["dropped"] == len("首页|往期版权所有")
    assert (found.placed, found.is_whole) == (1.0, True)


def test_text_in_no_story_is_found_by_its_file_where_the_page_has_no_number(tmp_path, admin_client):
    path = tmp_path / "page.md"
    path.write_text(f"第一版导读\n\n{STORY}", encoding="utf-8")
    import_page(path, edition_date=DAY)
    edition = Edition.objects.get()

    (outside,) = completeness(edition).outside
    html = admin_client.get(f"/admin/articles/edition/{edition.pk}/change/").content.decode()

    assert (outside.page, outside.file, outside.line) == ("", "page.md", 1)
    link = f'<a href="/admin/articles/sourcedocument/{outside.document}/change/#line-1">'
    assert f"{link}page.md, line 1</a> stands in no story: 第一版导读" in html


def test_edition_that_nobody_imported_has_no_share():
    assert completeness(make_page(DAY).edition).placed is None


def test_edition_page_of_the_desk_says_what_is_missing(admin_client):
    import_page(seed_edition.PAGE, edition_date=seed_edition.DATE, page_number="02")
    edition = Edition.objects.get()

    listed = admin_client.get("/admin/articles/edition/").content.decode()
    page = admin_client.get(f"/admin/articles/edition/{edition.pk}/change/").content.decode()

    assert '<td class="field-missing">01</td>' in listed
    assert "Pages missing: 01." in page
    assert "100.00 % of the source" in page


def test_page_read_by_two_importers_tells_its_leftovers_once(tmp_path, monkeypatch):
    path = tmp_path / "01.md"
    path.write_text(f"第一版导读\n\n{STORY}", encoding="utf-8")
    for importer in ("old", "new"):
        monkeypatch.setattr("articles.importing.importer.IMPORTER", importer)
        import_page(path, edition_date=DAY, page_number="01")

    found = completeness(Edition.objects.get())

    assert [outside.text for outside in found.outside] == ["第一版导读"]


@pytest.mark.parametrize(
    ("numbers", "expected", "missing"),
    [
        (["01", "02"], 4, ["03", "04"]),
        (["A01"], 2, ["A02"]),
        ([], 2, ["01", "02"]),
        (["01", "03"], 2, ["02"]),
        (["A01", "A03", "B01"], 8, ["A02"]),
    ],
)
def test_last_page_is_missed_where_somebody_says_how_many_there_were(numbers, expected, missing):
    assert missing_pages(numbers, expected) == missing


def test_editor_says_how_many_pages_were_printed(admin_client):
    page = make_page(DAY)
    posted = {
        "date": DAY,
        "pages_expected": 2,
        "pages-TOTAL_FORMS": 1,
        "pages-INITIAL_FORMS": 1,
        "pages-0-id": page.pk,
        "pages-0-edition": page.edition_id,
        "pages-0-number": "01",
    }
    address = f"/admin/articles/edition/{page.edition_id}/change/"

    assert admin_client.post(address, posted).status_code == 302

    listed = admin_client.get("/admin/articles/edition/").content.decode()
    assert '<td class="field-missing">02</td>' in listed
