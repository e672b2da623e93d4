import datetime
import io
import uuid

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone
from PIL import Image

from articles import photos, renditions
from articles.models import Original, Photo, Upload, WorkingDraft
from articles.pictures import LONGEST_SIDE, prepare
from tests.factories import make_version, make_writer, release

GPS, GPS_LATITUDE, ORIENTATION = 0x8825, 2, 0x0112


def encoded(size=(60, 40), image_format="JPEG", mode="RGB", color="gray", **options):
    out = io.BytesIO()
    Image.new(mode, size, color).save(out, image_format, **options)
    return ContentFile(out.getvalue(), name="upload.jpg")


def opened(picture):
    return Image.open(io.BytesIO(picture.read()))


@pytest.fixture
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


def test_picture_loses_the_place_where_it_was_taken():
    exif = Image.Exif()
    exif.get_ifd(GPS)[GPS_LATITUDE] = (39.0, 58.0, 12.0)
    upload = encoded(exif=exif, comment=b"camera 4711", xmp=b"<x:xmpmeta/>")
    assert Image.open(upload).getexif().get_ifd(GPS)

    picture = opened(prepare(upload))

    assert (dict(picture.getexif()), picture.getexif().get_ifd(GPS)) == ({}, {})
    assert not {"comment", "exif", "xmp", "icc_profile"} & picture.info.keys()


def test_picture_stands_upright():
    exif = Image.Exif()
    exif[ORIENTATION] = 6

    assert opened(prepare(encoded((60, 40), exif=exif))).size == (40, 60)


def test_large_picture_is_made_smaller_in_proportion():
    assert opened(prepare(encoded((4800, 1200)))).size == (LONGEST_SIDE, LONGEST_SIDE // 4)


@pytest.mark.parametrize(
    ("image_format", "mode", "color"),
    [
        ("JPEG", "RGB", "gray"),
        ("JPEG", "CMYK", (0, 0, 0, 127)),
        ("JPEG", "L", 127),
        ("PNG", "RGBA", (127, 127, 127, 255)),
        ("PNG", "P", 3),
        ("PNG", "I;16", 127 * 256),
        ("WEBP", "RGB", "gray"),
        ("GIF", "P", 3),
        ("TIFF", "CMYK", (0, 0, 0, 127)),
    ],
)
def test_each_format_becomes_a_jpeg_in_rgb(image_format, mode, color):
    picture = opened(prepare(encoded(image_format=image_format, mode=mode, color=color)))

    assert (picture.format, picture.mode, picture.size) == ("JPEG", "RGB", (60, 40))


def test_sixteen_bit_scan_keeps_its_grey():
    picture = opened(prepare(encoded(image_format="PNG", mode="I;16", color=127 * 256)))

    assert picture.getpixel((5, 5)) == (127, 127, 127)


def test_transparent_ground_becomes_white():
    picture = opened(prepare(encoded(image_format="PNG", mode="RGBA", color=(0, 0, 0, 0))))

    assert picture.getpixel((5, 5)) == (255, 255, 255)


@pytest.mark.parametrize("side", [12, 30])
def test_bomb_is_refused_before_it_is_decoded(settings, monkeypatch, side):
    settings.PHOTO_MAX_PIXELS = 100
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", 100)
    monkeypatch.setattr(Image.Image, "thumbnail", lambda *args: pytest.fail("was decoded"))

    with pytest.raises(ValidationError, match="million pixels"):
        prepare(encoded((side, side), image_format="PNG"))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"MZ\x90 this is a program",
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        b"\xff\xd8\xff\xe0\x00\x10JFIF",
        b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 1 1\n",
    ],
)
def test_other_file_called_jpg_is_refused(content):
    with pytest.raises(ValidationError, match="not a picture"):
        prepare(ContentFile(content, name="photo.jpg"))


def test_truncated_picture_is_refused():
    whole = encoded((400, 400)).read()

    with pytest.raises(ValidationError, match="not a picture"):
        prepare(ContentFile(whole[: len(whole) // 3], name="photo.jpg"))


@pytest.mark.django_db
def test_attached_picture_is_named_by_its_digest(media):
    photo = photos.attach(make_version(), encoded((60, 40)), caption="湖边", position=2)

    photo = Photo.objects.get(pk=photo.pk)
    assert photo.image.name == f"photos/{photo.digest[:2]}/{photo.digest}.jpg"
    assert (photo.width, photo.height, photo.caption, photo.position) == (60, 40, "湖边", 2)


@pytest.mark.django_db
def test_same_picture_is_stored_once(media):
    first, second = make_version(), make_version()

    names = {photos.attach(version, encoded()).image.name for version in (first, second)}

    assert len(names) == 1
    assert [path.name for path in media.rglob("*.jpg")] == [names.pop().rpartition("/")[2]]


@pytest.mark.django_db
def test_original_is_kept_byte_for_byte_and_once(media):
    exif = Image.Exif()
    exif.get_ifd(GPS)[GPS_LATITUDE] = (39.0, 58.0, 12.0)
    upload = encoded(exif=exif).read()

    for _again in range(2):
        photo = photos.attach(make_version(), ContentFile(upload))

    original = Original.objects.get(digest=photo.digest)
    assert original.file.read() == upload
    assert [path.read_bytes() for path in media.glob("originals/*/*")] == [upload]
    assert Image.open(original.file).getexif().get_ifd(GPS)


@pytest.mark.django_db
def test_picture_that_is_read_again_has_no_original_to_keep(media):
    digest = photos.receive(encoded(), by=make_writer()).digest

    photos.keep(photos.kept(digest))

    assert Original.objects.count() == 1


@pytest.mark.django_db
def test_every_door_encodes_anew(media):
    exif = Image.Exif()
    exif.get_ifd(GPS)[GPS_LATITUDE] = (39.0, 58.0, 12.0)
    photo = Photo(version=make_version())

    photo.image.save("x.jpg", encoded((80, 30), exif=exif), save=False)
    photo.save()

    stored = Photo.objects.get(pk=photo.pk)
    assert not Image.open(stored.image).getexif().get_ifd(GPS)
    assert (stored.width, stored.height, stored.digest) == (80, 30, photo.digest)


@pytest.mark.django_db
def test_saving_a_photo_again_keeps_its_file(media):
    photo = photos.attach(make_version(), encoded())
    again = Photo.objects.get(pk=photo.pk)

    again.caption = "湖边"
    again.save()

    stored = Photo.objects.get(pk=photo.pk)
    assert (stored.image.name, stored.digest, stored.caption) == (
        photo.image.name,
        photo.digest,
        "湖边",
    )


@pytest.mark.django_db
def test_picture_changes_the_digest_of_the_words(media):
    version = make_version()
    before = version.digest

    photos.attach(version, encoded())
    version.seal()

    assert version.digest != before


def test_old_upload_that_nothing_holds_is_cleared(media, db):
    used, typed, unused = (
        photos.receive(encoded(color=color), by=make_writer()).digest
        for color in ("red", "green", "blue")
    )
    photos.attach_kept(make_version(), used, width=60, height=40)
    WorkingDraft.objects.create(
        token=uuid.uuid4(),
        by=make_writer(),
        words=[["photos-0-kept", typed]],
        kept_at=timezone.now(),
    )

    for one in (used, unused):
        renditions.ensure(photos.path_of(one), one, 320, "webp")

    photos.clear_unused_uploads()
    assert {upload.digest for upload in Upload.objects.all()} == {typed, unused}

    photos.clear_unused_uploads(timezone.now() + datetime.timedelta(days=31))
    assert [photos.kept(one) is not None for one in (used, typed, unused)] == [True, True, False]
    assert {one.digest for one in Original.objects.all()} == {used, typed}
    assert len(list(media.glob("originals/*/*"))) == 2
    assert [path.parent.name for path in media.glob("renditions/*/*/*")] == [used]
    assert [upload.digest for upload in Upload.objects.all()] == [typed]


def test_picture_that_a_story_had_once_stays_for_its_saves(media, db):
    digest = photos.receive(encoded(), by=make_writer()).digest
    photo = photos.attach_kept(make_version(), digest, width=60, height=40)
    photo.delete()

    photos.clear_unused_uploads(timezone.now() + datetime.timedelta(days=31))

    assert photos.kept(digest) is not None


def test_picture_of_a_story_is_no_upload_to_clear(media, db):
    photo = photos.attach(make_version(), encoded())

    assert photos.receive(encoded(), by=make_writer()).digest == photo.digest
    assert not Upload.objects.exists()


def released_with_a_picture(dated):
    version = make_version("云栖桥通车", dated=dated)
    photo = photos.attach(version, encoded((400, 300)), alt_text="云栖桥")
    release(version)
    return photo


def test_renditions_of_a_released_story_are_made_before_anybody_asks(media, db):
    photo = released_with_a_picture(timezone.localdate())
    paths = [
        renditions.path_of(photo.digest, step, form)
        for step in (320, 480)
        for form in renditions.FORMS
    ]
    assert not any(map(default_storage.exists, paths))

    assert photos.make_due_renditions()

    assert all(map(default_storage.exists, paths))
    assert not photos.make_due_renditions()


def test_renditions_of_an_old_story_wait_for_its_readers(media, db):
    released_with_a_picture(timezone.localdate() - photos.RECENT - datetime.timedelta(days=1))

    assert not photos.make_due_renditions()


def test_picture_of_two_stories_waits_once(media, db):
    for _ in range(2):
        released_with_a_picture(timezone.localdate())

    assert photos.make_due_renditions()
    assert not photos.make_due_renditions()


def test_picture_that_is_gone_keeps_no_other_waiting(media, db, caplog):
    photo = released_with_a_picture(timezone.localdate())
    default_storage.delete(photo.image.name)

    assert photos.make_due_renditions()

    assert not photos.make_due_renditions()
    assert photo.digest in caplog.text
