import io
from datetime import date

import docx
import pytest
from django.core.files.base import ContentFile
from PIL import Image

from articles.importing.importer import import_pages
from articles.importing.readers import Place
from articles.importing.sources import pages_of
from articles.models import Credit, Mention, Version

pytestmark = pytest.mark.django_db

DAY = date(2026, 11, 16)
PAGE = """<!--enpproperty <title>石桥村修好水渠</title>/enpproperty--><html><body>
<table><tr><td><img src="{address}"></td></tr><tr><td>村民何大山在渠边。　何青　摄</td></tr></table>
<founder-content><p>　　本报讯　水渠修好了，水流进麦田。</p></founder-content></body></html>"""


def jpeg():
    file = io.BytesIO()
    Image.new("RGB", (60, 40), "teal").save(file, "JPEG")
    return file.getvalue()


def import_all(path):
    return list(import_pages(pages_of(path, Place(DAY))))


@pytest.mark.parametrize("address", ["../images/p3.jpg?v=2", "p3.jpg", "/2026/p3.jpg"])
def test_picture_of_an_html_page_comes_along_from_its_folder(tmp_path, address):
    for folder in ("images", "pages"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "p3.jpg").write_bytes(jpeg())
    (tmp_path / "pages" / "a.html").write_text(PAGE.format(address=address), encoding="utf-8")

    (outcome,) = import_all(tmp_path)

    photo = Version.objects.get().photos.get()
    assert (photo.caption, photo.credit, photo.width) == ("村民何大山在渠边。", "何青", 60)
    credit = Credit.objects.get()
    assert (credit.as_printed, credit.has_text, credit.has_photos) == ("何青", False, True)
    assert Mention.objects.get().name_as_printed == "何大山"
    assert not outcome.report.notes


def test_picture_that_did_not_come_along_is_noted_and_its_caption_kept(tmp_path):
    page = PAGE.format(address="https://cdn.example/p3.jpg")
    (tmp_path / "a.html").write_text(page, encoding="utf-8")

    (outcome,) = import_all(tmp_path)

    version = Version.objects.get()
    assert "村民何大山在渠边。" in str(version.body)
    assert not version.photos.exists()
    assert "https://cdn.example/p3.jpg" in outcome.report.notes[0]


def word_page():
    document = docx.Document()
    document.add_heading("石桥村修好水渠", 1)
    document.add_paragraph("本报讯　水渠修好了，水流进麦田。")
    document.add_picture(ContentFile(jpeg()))
    document.add_paragraph("村民何大山在渠边。　何青　摄")
    return document


def test_picture_inside_a_word_document_is_a_photo(tmp_path):
    document = word_page()
    document.save(tmp_path / "a.docx")

    (outcome,) = import_all(tmp_path)

    photo = Version.objects.get().photos.get()
    assert (photo.caption, photo.width) == ("村民何大山在渠边。", 60)
    assert not outcome.report.notes


def test_picture_of_an_html_page_that_cannot_be_read_leaves_its_caption(tmp_path):
    (tmp_path / "p3.jpg").write_text("not a picture")
    (tmp_path / "a.html").write_text(PAGE.format(address="p3.jpg"), encoding="utf-8")

    (outcome,) = import_all(tmp_path)

    version = Version.objects.get()
    assert "村民何大山在渠边。" in str(version.body)
    assert not version.photos.exists()
    assert "p3.jpg" in outcome.report.notes[0]


def test_picture_inside_a_word_document_that_cannot_be_read_leaves_its_caption(tmp_path):
    document = word_page()
    document.part.related_parts[
        document.inline_shapes[0]._inline.graphic.graphicData.pic.blipFill.blip.embed
    ]._blob = b"no picture"
    document.save(tmp_path / "a.docx")

    (outcome,) = import_all(tmp_path)

    version = Version.objects.get()
    assert "村民何大山在渠边。" in str(version.body)
    assert not version.photos.exists()
    assert "image1.jpg" in outcome.report.notes[0]
