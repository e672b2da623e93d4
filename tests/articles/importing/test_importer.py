"""Pages go in one by one or by the thousand: in whole or not at all, and each once."""

import pytest
from django.db import connection
from PIL import Image

from articles import pictures
from articles.importing import importer, pages, parallel
from articles.importing.importer import import_pages
from articles.importing.readers import Place
from articles.importing.refusals import ImportRefused
from articles.importing.sources import pages_of
from articles.models import Article, Doubt, Edition, ImportRun, Version
from people.models import Official
from tests.articles.importing.sample import DAY, STORY, everything, run
from tests.factories import make_version

pytestmark = pytest.mark.django_db


def test_dry_run_writes_nothing_and_reports_the_same(page_file):
    before = everything()

    dry = run(page_file, is_dry_run=True)

    assert everything() == before
    assert dry.as_json() == run(page_file).as_json()


def test_same_pages_again_are_passed_over_unread(page_file, monkeypatch):
    list(import_pages(pages_of(page_file, Place(DAY))))
    before = everything()
    monkeypatch.setattr(parallel, "sheet_of", None)

    (outcome,) = import_pages(pages_of(page_file, Place(DAY)))

    assert outcome.is_known
    assert everything() == before


def test_bad_page_does_not_stop_the_others(page_file, tmp_path):
    (tmp_path / "02.md").write_text("没有标题的字。" * 9, encoding="utf-8")
    (tmp_path / "03.md").write_text(STORY.replace("供水", "供电"), encoding="utf-8")

    good, bad, other = import_pages(pages_of(tmp_path, Place(DAY)))

    assert (good.report.stories["created"], other.report.stories["created"]) == (1, 1)
    assert "no heading" in bad.refusal
    assert Article.objects.count() == 2


def test_pages_parsed_in_other_processes_come_in_their_order(page_file, tmp_path):
    for number in range(2, 6):
        path = tmp_path / f"0{number}.md"
        path.write_text(STORY.replace("供水", f"第{number}次"), encoding="utf-8")

    outcomes = list(import_pages(pages_of(tmp_path, Place(DAY)), processes=2))

    assert [outcome.name for outcome in outcomes] == [f"0{number}.md" for number in range(1, 6)]
    assert Article.objects.count() == 5
    assert Official.objects.count() == 1


def test_run_is_on_record(page_file):
    run(page_file)

    record = ImportRun.objects.get()
    assert record.report["stories"]["created"] == 1
    assert (record.file_name, record.edition_date, record.error) == ("01.md", DAY, "")


def test_page_that_the_database_refuses_is_on_record_and_leaves_no_story(page_file):
    with connection.cursor() as cursor:
        cursor.execute("CREATE UNIQUE INDEX one_headline ON articles_version (headline)")
    make_version("青澜经开区召开供水保障会议", dated=DAY)
    with pytest.raises(ImportRefused, match="IntegrityError"):
        run(page_file)

    assert "IntegrityError" in ImportRun.objects.get().error
    assert (Article.objects.count(), Edition.objects.count()) == (1, 0)


def test_page_that_a_newer_importer_reads_alike_is_read_once(page_file, monkeypatch):
    place = Place(DAY)
    list(import_pages(pages_of(page_file, place)))
    monkeypatch.setattr("articles.importing.importer.IMPORTER", "newer")

    again = [next(import_pages(pages_of(page_file, place))) for _time in range(2)]

    assert [outcome.is_known for outcome in again] == [False, True]
    assert again[0].report.stories["unchanged"] == 1


def test_page_whose_missing_picture_came_and_changes_nothing_is_then_known(page_file):
    page_file.write_text("![](band.png)\n\n" + STORY, encoding="utf-8")
    [first] = import_pages(pages_of(page_file, Place(DAY)))
    Image.new("RGB", (60, 40), "teal").save(page_file.with_name("band.png"))

    [second] = import_pages(pages_of(page_file, Place(DAY)))
    [third] = import_pages(pages_of(page_file, Place(DAY)))

    [note] = first.report.notes
    assert note.endswith(" band.png (line 1)")
    assert (second.is_known, third.is_known) == (False, True)
    assert second.report.stories["unchanged"] == 1


def test_page_whose_picture_stays_away_is_read_again_and_recorded_once(page_file):
    page_file.write_text(STORY + "\n![](band.png)\n", encoding="utf-8")

    outcomes = [next(import_pages(pages_of(page_file, Place(DAY)))) for _time in range(3)]

    assert [outcome.is_known for outcome in outcomes] == [False, False, False]
    assert ImportRun.objects.count() == 1


def test_doubtful_caption_waits_for_a_person(tmp_path):
    path = tmp_path / "01.md"
    text = STORY.replace("本报讯", "司机驾驶货车往返山里山外。\n\n本报讯").rstrip()
    path.write_text(f"{text} 文/图\n", encoding="utf-8")

    run(path)

    doubt = Doubt.objects.open().get()
    assert doubt.kind == Doubt.Kind.DOUBTFUL_CAPTION
    assert [line for _number, line in doubt.source_lines()] == ["司机驾驶货车往返山里山外。"]


def test_pictures_are_read_once_and_before_anybody_waits(committed_db, page_file, monkeypatch):
    read = []

    def prepare(file):
        read.append((file.name, connection.in_atomic_block))
        return pictures.prepare(file)

    monkeypatch.setattr(pages, "prepare", prepare)
    Image.new("RGB", (60, 40), "teal").save(page_file.parent / "park.png")
    page_file.write_text(STORY.replace("记者", "![步道](park.png)\n\n记者", 1), encoding="utf-8")

    for _time in range(2):
        run(page_file)

    assert read == [("park.png", False)]
    assert Version.objects.get().photos.get().caption == "步道"


def test_large_files_of_several_editions_are_in_memory_one_edition_at_a_time(tmp_path, monkeypatch):
    monkeypatch.setattr(importer, "BYTES_OF_A_STORY", 1)
    for name in ("2026-11-16/01", "2026-11-16/02", "2026-11-17/01"):
        path = tmp_path / f"{name}.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text(STORY, encoding="utf-8")
    batches = []

    def save(batch):
        batches.append([item.page.name for item in batch])
        return []

    monkeypatch.setattr(importer, "_import_batch", save)
    list(import_pages(pages_of(tmp_path)))

    assert [len(batch) for batch in batches] == [2, 1]
