"""A picture is on the server as soon as it is chosen, and its row holds the key of it."""

import io

import pytest
from django.contrib.admin.models import LogEntry
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils.html import strip_tags
from PIL import Image

from articles import photos
from articles.admin.contents import compared
from articles.models import Original, Upload, Version
from articles.models.content import content_digest, content_of
from articles.proving import verify
from articles.revisions import begin_version
from tests.articles.admin.posting import change_url, form_data, text_of
from tests.factories import make_reviewers, make_user, make_version, release

pytestmark = pytest.mark.django_db
ADD = "admin:articles_version_add"
UPLOAD = "admin:articles_version_upload"
ORIGINAL = "admin:articles_version_original"


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


@pytest.fixture
def described():
    """A picture that says who took it and what it shows."""
    exif = Image.Exif()
    exif[0x010E], exif[0x013B] = "首批车辆过桥".encode(), "苏未央".encode()
    out = io.BytesIO()
    Image.new("RGB", (60, 40), "navy").save(out, "JPEG", exif=exif)
    return SimpleUploadedFile("bridge.jpg", out.getvalue(), "image/jpeg")


def test_upload_answers_with_what_the_file_says_of_the_picture(client, editor, described):
    answer = client.post(reverse(UPLOAD), {"picture": described}).json()

    assert answer["described"] == {
        "caption": "首批车辆过桥",
        "credit": "苏未央",
        "alt_text": "",
    }


def test_file_fills_in_what_was_left_empty_and_no_more(client, editor, described):
    client.post(
        reverse(ADD), form_data(headline="大桥", **row(image=described, caption="通车首日"))
    )

    photo = Version.objects.get().photos.get()
    assert (photo.caption, photo.credit) == ("通车首日", "苏未央")


def test_caption_of_a_file_that_is_too_long_is_left_to_the_editor(client, editor):
    exif = Image.Exif()
    exif[0x010E] = ("长" * 301).encode()
    out = io.BytesIO()
    Image.new("RGB", (60, 40)).save(out, "JPEG", exif=exif)
    file = SimpleUploadedFile("bridge.jpg", out.getvalue(), "image/jpeg")

    response = client.post(reverse(ADD), form_data(headline="大桥", **row(image=file)))

    assert not Version.objects.exists()
    assert "at most 300" in text_of(response)


@pytest.mark.parametrize("door", ["upload", "form"])
def test_original_of_each_door_is_at_the_desk_untouched(client, editor, described, door):
    data = described.read()
    described.seek(0)
    if door == "upload":
        kept = client.post(reverse(UPLOAD), {"picture": described}).json()["kept"]
        client.post(reverse(ADD), form_data(headline="大桥", **row(kept=kept)))
    else:
        client.post(reverse(ADD), form_data(headline="大桥", **row(image=described)))
    photo = Version.objects.get().photos.get()
    address = reverse(ORIGINAL, args=[photo.digest])

    assert address in text_of(client.get(change_url(photo.version)))
    response = client.get(address)
    assert response.getvalue() == data
    assert response["Content-Disposition"].startswith("attachment")
    client.force_login(make_user())
    assert client.get(address).status_code == 403


def test_original_that_is_not_there_is_not_found(client, editor, kept):
    assert client.get(reverse(ORIGINAL, args=["0" * 64])).status_code == 404
    default_storage.delete(Original.objects.get(digest=kept).file.name)

    assert client.get(reverse(ORIGINAL, args=[kept])).status_code == 404


def test_focal_point_is_saved_with_the_form(client, editor, kept):
    client.post(reverse(ADD), form_data(headline="大桥", **row(kept=kept, focus="250,400")))

    assert Version.objects.get().photos.get().focus == "250,400"


@pytest.mark.parametrize("focus", ["1001,5", "5", "-1,5", "a,b"])
def test_point_outside_the_picture_is_refused(client, editor, kept, focus):
    client.post(reverse(ADD), form_data(headline="大桥", **row(kept=kept, focus=focus)))

    assert not Version.objects.filter(photos__focus=focus).exists()


def focus_address(photo):
    return reverse("admin:articles_version_focus", args=[photo.version_id, photo.pk])


def test_focal_point_of_a_released_photo_is_moved_and_the_seal_holds(client, editor):
    version = make_version()
    photo = photos.attach(version, picture(), caption="通车", alt_text="桥")
    release(version, staff=(editor, make_reviewers()))

    response = client.post(focus_address(photo), {"focus": "0,1000"})

    photo.refresh_from_db()
    assert (response.json(), photo.focus) == ({"focus": "0,1000"}, "0,1000")
    assert verify().failure is None
    assert LogEntry.objects.get(object_id=version.pk).change_message == (
        "Focal point of “通车” moved."
    )


def test_focal_point_goes_on_into_the_next_version(client, editor):
    version = make_version()
    photo = photos.attach(version, picture(), alt_text="桥")
    release(version, staff=(editor, make_reviewers()))
    client.post(focus_address(photo), {"focus": "0,1000"})

    assert begin_version(version, by=editor).photos.get().focus == "0,1000"


def test_focal_point_is_moved_by_who_may_change_the_story_and_inside_the_picture(client, editor):
    photo = photos.attach(make_version(), picture())

    assert client.post(focus_address(photo), {"focus": "2000,1"}).status_code == 400
    assert client.get(focus_address(photo)).status_code == 405
    client.force_login(make_user(permissions=("view_version",)))
    assert client.post(focus_address(photo), {"focus": "1,1"}).status_code == 403
    photo.refresh_from_db()
    assert photo.focus == ""
    assert 'data-address=""' in text_of(client.get(change_url(photo.version)))


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


@pytest.fixture
def placed(client, editor):
    """A draft of two paragraphs with a photo behind the first."""
    version = make_version(body="<p>第一段。</p><p>第二段。</p>")
    photos.attach(version, picture(), caption="通车", alt_text="桥", placed_after=1)
    version.seal()
    return Version.objects.get()


def test_place_is_chosen_by_the_first_words_of_a_paragraph(client, placed):
    field = client.get(change_url(placed)).context["inline_admin_formsets"][3].formset.forms[0]

    choices = [(str(value), label) for value, label in field.fields["placed_after"].choices]

    assert choices == [
        ("", "as usual: the first photo above the text, the others below"),
        ("0", "above the text"),
        ("1", "after 1: 第一段。"),
        ("2", "after 2: 第二段。"),
    ]
    assert field["placed_after"].value() == 1


@pytest.mark.parametrize(
    ("posted", "caption", "stored"),
    [
        ("1", "通车", 2),
        ("1", "通车首日", 2),
        ("2", "通车", 3),
        ("0", "通车", 0),
        ("", "通车", None),
    ],
)
def test_place_is_of_the_text_that_the_form_was_opened_with(
    client, placed, posted, caption, stored
):
    words = {"placed_after": posted, "caption": caption, "alt_text": "桥", "position": 0}
    data = form_data(placed, body="<p>新来的。</p>" + placed.body)

    client.post(change_url(placed), data | {f"photos-0-{n}": text for n, text in words.items()})

    photo = placed.photos.get()
    assert (photo.placed_after, photo.caption) == (stored, caption)
    assert Version.objects.get().digest == content_digest(Version.objects.get())


def test_paragraph_that_is_not_there_is_refused(client, placed):
    words = {"placed_after": "3", "caption": "通车", "alt_text": "桥", "position": 0}
    data = form_data(placed) | {f"photos-0-{name}": text for name, text in words.items()}

    assert "3 is not one of the available choices" in text_of(client.post(change_url(placed), data))


def test_whoever_may_only_read_sees_the_place(client, placed):
    client.force_login(make_user(permissions=["view_version"]))

    assert "after 1: 第一段。" in text_of(client.get(change_url(placed)))


def test_history_shows_that_a_photo_was_placed_otherwise(placed):
    before = content_of(placed)
    placed.photos.update(placed_after=None)
    after = content_of(Version.objects.get())

    [change] = compared(before, after).fields

    assert strip_tags(change.before) == "通车 桥 [after 1: 第一段。]"
    assert strip_tags(change.after) == "通车 桥"
