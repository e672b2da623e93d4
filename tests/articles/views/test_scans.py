"""The picture of a page on the public site: links over live stories only, files to readers only
while all of the page is live."""

import re

import pytest
from django.core.files.base import ContentFile

from articles import scans, workflow
from tests.articles.importing.readers.printing import PrintedPage
from tests.articles.test_photos import encoded
from tests.articles.views.pages import DAY, text_of
from tests.factories import make_page, make_user

pytestmark = pytest.mark.django_db

PAPER = f"/editions/{DAY}/"
LEFT = [[0, 0], [500, 0], [500, 500], [0, 500]]
RIGHT = [[500, 0], [1000, 0], [1000, 500]]


@pytest.fixture(autouse=True)
def _media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def page():
    return make_page(DAY)


@pytest.fixture
def stories(page, released):
    return [
        released(headline, dated=DAY, page=page, edition=page.edition, position=position)
        for position, headline in enumerate(("云栖桥通车", "柳汐公园开放"), 1)
    ]


@pytest.fixture
def scan(page, stories):
    file = ContentFile(PrintedPage().centred("云栖桥通车", top=40, size=24).data())
    scan = scans.keep(page, file)
    scans.replace_areas(
        scan,
        [
            {"article": stories[1].article_id, "corners": RIGHT},
            {"article": stories[0].article_id, "corners": LEFT},
        ],
    )
    return scan


def withdraw(version, staff):
    workflow.perform("withdraw", version, by=staff[1][-1], note="事实有误")


@pytest.mark.parametrize("address", [PAPER, f"{PAPER}01/"])
def test_areas_lead_to_their_stories_in_printed_order(client, scan, stories, address):
    page = text_of(client.get(address))

    assert re.findall(r'<a href="(\S+)" tabindex="-1"><title>(.*?)</title>.*?"(.*?)"', page) == [
        (f"/stories/{stories[0].article_id}/", "云栖桥通车", "0,0 500,0 500,500 0,500"),
        (f"/stories/{stories[1].article_id}/", "柳汐公园开放", "500,0 1000,0 1000,500"),
    ]
    assert f'src="/media/{scan.image.name}" width="1800" height="2400"' in page
    assert f'href="/media/{scan.original.name}"' in page


@pytest.mark.parametrize("address", [PAPER, f"{PAPER}01/"])
def test_withdrawal_takes_picture_and_areas_from_the_page_at_once(
    client, scan, stories, staff, address
):
    withdraw(stories[1], staff)

    page = text_of(client.get(address))

    assert "<svg" not in page
    assert "/media/scans/" not in page
    assert "柳汐公园开放" not in page
    assert "云栖桥通车" in page


def test_files_are_asked_for_anew_each_time_and_gone_with_a_withdrawal(
    client, scan, stories, staff, django_assert_num_queries
):
    for file, kind in ((scan.image, "image/jpeg"), (scan.original, "application/pdf")):
        with django_assert_num_queries(1):
            response = client.get(f"/media/{file.name}")
        assert (response.status_code, response["Content-Type"]) == (200, kind)
        assert response["Cache-Control"] == "public, no-cache"
        again = client.get(f"/media/{file.name}", headers={"If-None-Match": response["ETag"]})
        assert again.status_code == 304
    withdraw(stories[1], staff)
    for file in (scan.image, scan.original):
        again = client.get(f"/media/{file.name}", headers={"If-None-Match": response["ETag"]})
        assert (again.status_code, again["Cache-Control"]) == (404, "no-store")


def test_pdf_is_saved_not_opened_by_the_site(client, scan):
    assert client.get(f"/media/{scan.original.name}")["Content-Disposition"] == "attachment"


def test_original_of_a_picture_stays_at_the_desk(client, page, stories):
    scan = scans.keep(page, encoded())

    assert client.get(f"/media/{scan.image.name}").status_code == 200
    assert client.get(f"/media/{scan.original.name}").status_code == 404


def test_hidden_picture_is_shown_at_the_desk_and_kept_nowhere(client, scan, stories, staff):
    withdraw(stories[0], staff)
    client.force_login(make_user(permissions=["view_page"]))
    shown = client.get(f"/media/{scan.image.name}")
    assert (shown.status_code, shown["Cache-Control"]) == (200, "private, no-store")

    client.force_login(make_user())
    assert client.get(f"/media/{scan.image.name}").status_code == 404


def test_address_of_no_scan_is_not_found(client):
    assert client.get("/media/scans/pages/none.jpg").status_code == 404


def test_queries_do_not_grow_with_pictures_and_areas(
    client, scan, released, django_assert_num_queries
):
    with django_assert_num_queries(8):
        client.get(PAPER)
    for number in ("02", "03"):
        page = make_page(DAY, number)
        version = released(dated=DAY, page=page, edition=page.edition)
        more = scans.keep(page, encoded(size=(40 + int(number), 60)))
        scans.replace_areas(more, [{"article": version.article_id, "corners": LEFT}] * 3)
    with django_assert_num_queries(8):
        client.get(PAPER)
