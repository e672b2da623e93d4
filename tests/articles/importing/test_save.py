"""The words, credits, pictures and sources of an import as they are stored."""

import pytest
from django.conf import settings
from PIL import Image

from articles import workflow
from articles.importing.refusals import ImportRefused
from articles.models import Credit, ParagraphSource, Version
from tests.articles.importing.sample import STORY, everything, run
from tests.factories import make_reviewers, make_writer

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("printed", "capacity"),
    [("记者", "reporter"), ("本报记者", "reporter"), ("通讯员", "correspondent")],
)
def test_capacity_of_a_credit(page_file, printed, capacity):
    page_file.write_text(STORY.replace("记者", printed), encoding="utf-8")

    run(page_file)

    assert Credit.objects.get().capacity == capacity


def test_photo_beside_the_file_is_attached(page_file, tmp_path):
    Image.new("RGB", (60, 40), "teal").save(tmp_path / "park.png")
    page_file.write_text(
        STORY.replace("记者 苏未央", "![步道上的行人。 苏未央 摄](park.png)\n\n记者 苏未央 文/图"),
        encoding="utf-8",
    )

    run(page_file)

    photo = Version.objects.get().photos.get()
    assert (photo.caption, photo.width, photo.height) == ("步道上的行人。", 60, 40)
    assert "苏未央" in photo.credit
    credit = Credit.objects.get()
    assert (credit.has_text, credit.has_photos) == (True, True)


@pytest.mark.parametrize("name", ["missing.jpg", "../secret.jpg"])
def test_file_refused_when_its_picture_is_not_beside_it(page_file, name):
    page_file.write_text(STORY.replace("记者", f"![图]({name})\n\n记者"), encoding="utf-8")
    before = everything()

    with pytest.raises(ImportRefused, match=name):
        run(page_file)
    assert everything() == before


def test_file_refused_with_nothing_left_when_a_picture_cannot_be_read(page_file, tmp_path):
    Image.new("RGB", (60, 40), "teal").save(tmp_path / "good.png")
    (tmp_path / "bad.jpg").write_text("not a picture")
    pictures = "![好图](good.png)\n\n![坏图](bad.jpg)\n\n记者"
    page_file.write_text(STORY.replace("记者", pictures), encoding="utf-8")
    before = sorted(settings.MEDIA_ROOT.rglob("*"))

    with pytest.raises(ImportRefused, match=r"bad\.jpg"):
        run(page_file, is_dry_run=True)
    with pytest.raises(ImportRefused, match=r"line 7.*bad\.jpg"):
        run(page_file)
    assert sorted(settings.MEDIA_ROOT.rglob("*")) == before


def test_lines_of_the_source_are_those_the_parser_counted(page_file):
    page_file.write_text(STORY.replace("会议。", "会议。\u2028\f", 1), encoding="utf-8")

    run(page_file)

    source = ParagraphSource.objects.get()
    assert source.document.lines(7, 7) == []
    assert source.document.lines(5, 5) == [(5, "记者 苏未央")]


def test_imported_story_goes_all_the_way_to_readers(page_file):
    run(page_file)
    version = Version.objects.get()
    workflow.perform("submit", version, by=make_writer())
    reviewers = make_reviewers()
    for reviewer in reviewers:
        workflow.perform("approve", version, by=reviewer)
    workflow.perform("release", version, by=reviewers[2])

    assert list(Version.objects.live()) == [version]
