"""Whose bytes may be kept: those of our own exports, and nothing that carries anything else."""

import hashlib
import io

import pytest
from PIL import Image

from articles.exported_pictures import is_bare, own_picture
from articles.pictures import prepare
from tests.articles.exporting.full_paper import picture_file


def named(data):
    return f"{hashlib.sha256(data).hexdigest()}.jpg"


@pytest.fixture
def exported():
    return prepare(picture_file("red", (300, 200))).read()


def test_picture_of_an_export_keeps_its_bytes(exported):
    assert own_picture(exported, named(exported)).read() == exported


def test_picture_of_another_name_is_encoded_anew(exported):
    assert own_picture(exported, "bridge.jpg") is None
    assert own_picture(exported[:-1], named(exported)) is None


def with_segment(data, marker, payload):
    length = (len(payload) + 2).to_bytes(2, "big")
    return data[:2] + bytes([0xFF, marker]) + length + payload + data[2:]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: with_segment(data, 0xE1, b"Exif\0\0place"),
        lambda data: with_segment(data, 0xFE, b"a comment"),
        lambda data: with_segment(data, 0xE0, b"JFXX\0thumbnail"),
        lambda data: data + b"PK\x03\x04",
        lambda data: data[:-2],
        lambda data: b"\xff\xd8\xff\xd9",
        lambda data: b"\xff\xd8\xff",
        lambda data: b"",
    ],
)
def test_picture_with_anything_beside_its_pixels_is_encoded_anew(exported, spoil):
    data = spoil(exported)
    assert own_picture(data, named(data)) is None


def test_picture_of_a_camera_is_not_bare():
    out = io.BytesIO()
    image = Image.open(picture_file("blue"))
    exif = Image.Exif()
    exif[0x010F] = "camera"
    image.convert("RGB").save(out, "JPEG", exif=exif)
    assert not is_bare(out.getvalue())


@pytest.mark.parametrize("mode", ["L", "CMYK"])
def test_picture_of_other_colours_is_encoded_anew(mode):
    out = io.BytesIO()
    Image.open(picture_file("blue")).convert(mode).save(out, "JPEG")
    assert own_picture(out.getvalue(), named(out.getvalue())) is None
