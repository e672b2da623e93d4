"""The archivist's command: one clear line for whatever cannot be used, and nothing written."""

import datetime
import json
import shutil
import zipfile

import pytest
from django.core.management import CommandError, call_command

from articles.models import Article, ImportRun, SourceDocument, Version
from tests import seed_edition
from tests.articles.importing.readers.printing import PrintedPage
from tests.articles.importing.sample import STORY

pytestmark = pytest.mark.django_db


def import_legacy(path, date="2026-11-16", **options):
    call_command("import_legacy", str(path), edition_date=date, **options)


def test_report_names_counts_and_the_doubt_with_its_line(capsys):
    import_legacy(seed_edition.PAGE, "2023-04-04")

    lines = capsys.readouterr().out.splitlines()
    text = seed_edition.PAGE.read_text(encoding="utf-8").splitlines()
    before, _after = seed_edition.expected()["articles"][1]["doubtful"][0]
    (number,) = [n for n, line in enumerate(text, start=1) if line.endswith(before)]
    doubts = [line for line in lines if str(number) in line and before[-6:] in line]
    assert len(doubts) == 1
    assert any("6 found, 6 created" in line for line in lines)


def test_json_report_is_written(tmp_path):
    path, report = tmp_path / "01.md", tmp_path / "report.json"
    path.write_text(STORY, encoding="utf-8")

    import_legacy(path, json=report, page="1")

    content = json.loads(report.read_text(encoding="utf-8"))
    (page,) = content["pages"]
    assert page["page"] == "01"
    assert page["stories"] == {"found": 1, "created": 1, "unchanged": 0, "kept": 0}
    assert content["totals"]["stories"] == page["stories"]


def test_report_into_a_missing_folder_refused_before_anything_is_written(tmp_path):
    path = tmp_path / "01.md"
    path.write_text(STORY, encoding="utf-8")

    with pytest.raises(CommandError, match="cannot be written"):
        import_legacy(path, json=tmp_path / "missing" / "report.json")
    assert not Article.objects.exists()


@pytest.fixture
def archive(tmp_path):
    """Two days of papers in folders, with one page that is empty."""
    for day, name, word in (
        ("2026-11-16", "01.md", "供水"),
        ("2026-11-16", "02.md", "供电"),
        ("2026-11-19", "01.md", "供气"),
    ):
        path = tmp_path / "archive" / day / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(STORY.replace("供水", word), encoding="utf-8")
    (tmp_path / "archive" / "2026-11-19" / "02.md").write_text(" \n")
    return tmp_path / "archive"


def test_folder_is_imported_by_its_names_and_a_bad_file_stops_nothing(archive, capsys):
    with pytest.raises(CommandError, match="1 of 4 pages"):
        import_legacy(archive, date=None)

    assert "2026-11-19/02.md: The file is empty." in capsys.readouterr().out
    assert list(
        Version.objects.order_by("dated", "page__number").values_list(
            "dated", "page__number", "headline"
        )
    ) == [
        (datetime.date(2026, 11, 16), "01", "青澜经开区召开供水保障会议"),
        (datetime.date(2026, 11, 16), "02", "青澜经开区召开供电保障会议"),
        (datetime.date(2026, 11, 19), "01", "青澜经开区召开供气保障会议"),
    ]


def test_page_of_a_file_that_is_refused_is_named_and_so_is_every_doubt(tmp_path, capsys):
    page = PrintedPage().centred("青澜经开区召开供水会议", 60, size=24)
    page.columns("“青澜经开区管委会召开会议，讨论供水。", [40], 110, rows=4, per_line=20)
    path = tmp_path / "a.pdf"
    path.write_bytes(page.turn().data())

    with pytest.raises(CommandError, match="1 of 2 pages"):
        import_legacy(path)

    lines = capsys.readouterr().out.splitlines()
    assert f"{path}:2: The PDF holds pictures of text and no text; it needs character" in str(lines)
    assert [line for line in lines if line.startswith(f"{path}:1: Doubt, ")]


def test_archive_of_files_is_imported_like_its_folder(archive, tmp_path, capsys):
    with pytest.raises(CommandError):
        import_legacy(archive, date=None)
    shutil.make_archive(tmp_path / "packed", "zip", archive)
    count = Version.objects.count()

    with pytest.raises(CommandError, match="1 of 4 pages"):
        import_legacy(tmp_path / "packed.zip", date=None)

    assert "3 of 4 pages were imported before" in capsys.readouterr().out
    assert Version.objects.count() == count


def test_file_whose_edition_nothing_says_refused(tmp_path):
    path = tmp_path / "page.md"
    path.write_text(STORY, encoding="utf-8")

    with pytest.raises(CommandError, match="--edition-date"):
        import_legacy(path, date=None)


def empty(folder):
    return folder.joinpath("empty.txt").write_bytes(b"") or folder / "empty.txt"


def blank(folder):
    return folder.joinpath("blank.txt").write_bytes(b" \n\n") and folder / "blank.txt"


def binary(folder):
    return folder.joinpath("data.txt").write_bytes(bytes(range(256))) and folder / "data.txt"


def picture(folder):
    return folder.joinpath("p.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00") and folder / "p.txt"


def broken(folder):
    return folder.joinpath("b.txt").write_bytes(b"# \xe5\xff\xff\xfe\n") and folder / "b.txt"


@pytest.mark.parametrize(
    "make",
    [
        empty,
        blank,
        binary,
        picture,
        broken,
        lambda f: f / "missing.txt",
        lambda f: f / ("长" * 300),
        lambda f: f,
    ],
)
def test_file_refused_with_one_line_and_nothing_written(tmp_path, make):
    path = make(tmp_path)

    with pytest.raises(CommandError) as refusal:
        import_legacy(path)

    message = str(refusal.value)
    assert message.startswith(str(path))
    assert "\n" not in message
    assert not Article.objects.exists()
    assert not SourceDocument.objects.exists()
    assert not ImportRun.objects.exists()


@pytest.mark.parametrize("date", ["2023-02-30", "4 April", "", "2023-13-01"])
def test_impossible_date_refused(tmp_path, date):
    path = tmp_path / "01.md"
    path.write_text(STORY, encoding="utf-8")

    with pytest.raises(CommandError, match="2023-04-04"):
        import_legacy(path, date)
    assert not Article.objects.exists()


def test_what_no_paper_holds_is_refused_with_a_sentence_and_the_rest_is_imported(tmp_path, capsys):
    day = tmp_path / "2026-11-16"
    day.mkdir()
    (day / "01.md").write_text(STORY, encoding="utf-8")
    picture(day).rename(day / "02.txt")
    with (day / "03.txt").open("wb") as file:
        file.truncate(2 * 1024**3)
    with zipfile.ZipFile(tmp_path / "packed.zip", "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("2026-11-17/01.md", STORY)
        packed.writestr("../01.md", STORY)
        packed.writestr("/etc/02.md", STORY)
        packed.writestr("2026-11-17/03.txt", b"\0" * 5_000_000)

    with pytest.raises(CommandError, match="2 of 3 pages"):
        import_legacy(day.parent / "2026-11-16", date=None)
    with pytest.raises(CommandError, match="3 of 4 pages"):
        import_legacy(tmp_path / "packed.zip", date=None)

    said = capsys.readouterr().out
    for sentence in (
        "02.txt: This is a PNG picture file, not the text of a page.",
        "03.txt: The file is larger than 20 MB.",
        "01.md: The archive would put the file outside its folder: ../01.md.",
        "02.md: The archive would put the file outside its folder: /etc/02.md.",
        "03.txt: The file unpacks to ",
    ):
        assert sentence in said
    assert Article.objects.count() == 2
