"""Pictures are read before an import has the directory alone, and each of them once."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from PIL import Image

from articles import pictures
from articles.importing import pages
from articles.importing.importer import import_pages
from articles.importing.readers import Place
from articles.importing.sources import pages_of
from articles.models import Photo, Proposal
from tests.articles.importing.sample import DAY
from tests.articles.importing.test_wholes import FIRST, REST

WITH_PICTURE = REST.replace("清淤之后", "![水渠。](渠.png)\n\n清淤之后")


@pytest.fixture
def read(monkeypatch):
    """The pictures read: the name of each, and whether others waited for it meanwhile."""
    read = []

    def prepare(file):
        read.append((file.name, connection.in_atomic_block))
        return pictures.prepare(file)

    monkeypatch.setattr(pages, "prepare", prepare)
    return read


@pytest.fixture
def bring(committed_db, tmp_path, read):
    """Import the first page of an edition and its third, with pictures of these names beside."""
    folder = tmp_path / "2026-11-16"
    folder.mkdir()

    def bring(first=FIRST, rest=WITH_PICTURE, names=("渠.png",)):
        for name in names:
            Image.new("RGB", (60, 40), "teal").save(folder / name)
        for number, text in (("01", first), ("03", rest)):
            (folder / f"{number}.md").write_text(text, encoding="utf-8")
        read.clear()
        return list(import_pages(pages_of(tmp_path, Place(DAY)), is_repeated=True))

    return bring


def test_picture_of_a_story_on_two_pages_is_read_once_and_before_anybody_waits(bring, read):
    bring()

    assert read == [("渠.png", False)]
    assert Photo.objects.get().caption == "水渠。"


def test_picture_of_a_story_of_which_the_other_page_changed_makes_nobody_wait(bring, read):
    bring()

    bring(first=FIRST.replace("三十余车", "四十余车"))

    assert read == [("渠.png", False)]
    assert Proposal.objects.count() == 1


def test_picture_beside_one_that_cannot_be_used_is_read_once(bring, read, tmp_path):
    (tmp_path / "2026-11-16" / "坏.png").write_text("not a picture")
    rest = WITH_PICTURE.replace("# 清淤护渠", "![路灯。](坏.png)\n\n# 清淤护渠")

    bring(rest=rest)

    assert sorted(read) == [("坏.png", False), ("渠.png", False)]
    assert Photo.objects.get().caption == "水渠。"


def test_pictures_of_what_is_held_are_not_read_again(bring, read):
    bring()

    bring()

    assert read == []


def test_people_are_looked_up_once_for_pages_with_pictures(bring):
    rest = WITH_PICTURE.replace("云汀街道修好了", "云汀街道党工委书记闻笛秋带人修好了")

    with CaptureQueriesContext(connection) as asked:
        bring(rest=rest)

    named = [one["sql"] for one in asked if '"people_officialalias"."name" IN' in one["sql"]]
    assert ["闻笛秋" in sql for sql in named] == [True]
