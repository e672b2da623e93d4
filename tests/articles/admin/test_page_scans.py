"""The admin page of a printed page's picture."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from articles.models import PageScan
from tests.articles.admin.posting import messages, text_of
from tests.articles.test_photos import encoded
from tests.factories import make_page, make_released, make_user, make_version

pytestmark = pytest.mark.django_db

SQUARE = [[0, 0], [500, 0], [500, 500], [0, 500]]


@pytest.fixture
def page():
    return make_page()


@pytest.fixture
def version(page):
    return make_released("云栖桥通车", page=page, edition=page.edition)


def address(page):
    return reverse("admin:articles_page_scan", args=[page.pk])


def save(client, page, *, file=None, areas=None):
    data = {"areas": json.dumps(areas)} if areas is not None else {}
    if file:
        data["file"] = file
    return client.post(address(page), data, follow=True)


def upload():
    return SimpleUploadedFile("01.png", encoded().read())


def test_picture_is_brought_and_its_areas_are_drawn(admin_client, page, version):
    shown = save(admin_client, page, file=upload())
    assert messages(shown) == ["The picture of the page and its areas are saved."]
    assert "Readers see this picture." in text_of(shown)
    assert "云栖桥通车" in text_of(shown)

    drawn = [{"article": version.article_id, "corners": SQUARE}]
    shown = save(admin_client, page, areas=drawn)

    assert shown.context["areas"] == drawn
    assert PageScan.objects.get(page=page).areas.get().article == version.article


def test_editor_is_told_that_readers_do_not_see_the_picture(admin_client, page, version):
    make_version(page=page, edition=page.edition)

    assert "Readers do not see this picture" in text_of(save(admin_client, page, file=upload()))


def test_refused_file_and_areas_are_told(admin_client, page, version):
    refused = save(admin_client, page, file=SimpleUploadedFile("01.pdf", b"%PDF-no"))
    assert "This PDF cannot be read" in text_of(refused)
    assert not PageScan.objects.exists()

    save(admin_client, page, file=upload())
    wrong = [{"article": version.article_id, "corners": [[0, 0], [2000, 0], [5, 5]]}]
    refused = save(admin_client, page, areas=wrong)
    assert "This is no shape inside the picture." in text_of(refused)
    assert refused.context["areas"] == wrong


def test_too_large_file_is_refused(admin_client, page, settings):
    settings.IMPORT_MAX_BYTES = 10

    assert "larger than" in text_of(save(admin_client, page, file=upload()))


def test_whoever_may_not_change_pages_is_refused(client, page):
    client.force_login(make_user(permissions=["view_page", "view_edition"]))

    assert client.get(address(page)).status_code == 403
    assert save(client, page, file=upload()).status_code == 403
    assert not PageScan.objects.exists()


def test_edition_leads_to_the_pictures_of_its_pages(admin_client, page, version):
    edition = reverse("admin:articles_edition_change", args=[page.edition_id])
    assert "Add a picture or PDF" in text_of(admin_client.get(edition))

    save(admin_client, page, file=upload())

    assert f'href="{address(page)}">Picture and areas' in text_of(admin_client.get(edition))
