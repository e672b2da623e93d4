"""A picture is on the server as soon as it is chosen, and its row holds the key of it."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from articles.models import Upload, Version
from tests.articles.admin.posting import change_url, form_data, text_of
from tests.factories import make_user, make_version

pytestmark = pytest.mark.django_db
ADD = "admin:articles_version_add"
UPLOAD = "admin:articles_version_upload"


def picture(name="bridge.png"):
    out = io.BytesIO()
    Image.new("RGB", (60, 40), "navy").save(out, "PNG")
    return SimpleUploadedFile(name, out.getvalue(), "image/png")


@pytest.fixture
def kept(client, editor):
    return client.post(reverse(UPLOAD), {"picture": picture()}).json()["kept"]


def row(**words):
    return {f"photos-0-{name}": text for name, text in {"position": 0, **words}.items()} | {
        "photos-TOTAL_FORMS": 1
    }


def test_uploaded_picture_becomes_the_photo_of_its_row(client, editor, kept):
    client.post(reverse(ADD), form_data(headline="大桥", **row(kept=kept, caption="通车")))

    photo = Version.objects.get().photos.get()
    assert (photo.digest, photo.caption, photo.width) == (kept, "通车", 60)


def test_refused_save_keeps_the_picture_in_its_row(client, editor, kept):
    response = client.post(reverse(ADD), form_data(dated="昨天", **row(kept=kept)))

    assert f'value="{kept}"' in text_of(response)
    shown = client.get(reverse("admin:articles_version_kept_picture", args=[kept]))
    assert (shown.status_code, shown["Content-Type"]) == (200, "image/jpeg")


def test_uploaded_picture_takes_the_place_of_a_stored_one(client, editor, kept):
    version = make_version()
    client.post(change_url(version), form_data(version, **row(image=picture(), caption="旧图")))
    photo = version.photos.get()
    other = io.BytesIO()
    Image.new("RGB", (90, 40), "red").save(other, "PNG")
    new = client.post(
        reverse(UPLOAD), {"picture": SimpleUploadedFile("x.png", other.getvalue())}
    ).json()["kept"]
    version.refresh_from_db()

    data = form_data(version) | {"photos-0-kept": new, "photos-0-position": 0}
    client.post(change_url(version), data)

    photo.refresh_from_db()
    assert (photo.digest, photo.width) == (new, 90)


@pytest.mark.parametrize("digest", ["0" * 64, "../../x", ""])
def test_row_of_a_picture_that_is_not_kept_is_refused(client, editor, digest):
    response = client.post(
        reverse(ADD), form_data(headline="大桥", **row(kept=digest, caption="通车"))
    )

    assert not Version.objects.exists()
    assert "errornote" in text_of(response)


def test_what_is_no_picture_is_refused_with_a_reason(client, editor):
    response = client.post(reverse(UPLOAD), {"picture": SimpleUploadedFile("x.png", b"text")})

    assert (response.status_code, Upload.objects.count()) == (400, 0)
    assert "not a picture that can be read" in response.json()["error"]
    assert client.post(reverse(UPLOAD)).status_code == 400


def test_pictures_are_for_those_who_write(client, kept):
    client.force_login(make_user(permissions=("view_version",)))

    assert client.post(reverse(UPLOAD), {"picture": picture()}).status_code == 403
    shown = reverse("admin:articles_version_kept_picture", args=[kept])
    assert client.get(shown).status_code == 403
