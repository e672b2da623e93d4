"""The archivist's command: one clear line for whatever cannot be used, and nothing written."""

import json

import pytest
from django.core.management import CommandError, call_command

from articles.models import Article, ImportRun, SourceDocument
from tests import seed_edition
from tests.articles.importing.test_importer import STORY

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
    assert "6 found, 6 created" in lines[0]


def test_json_report_is_written(tmp_path):
    path, report = tmp_path / "01.md", tmp_path / "report.json"
    path.write_text(STORY, encoding="utf-8")

    import_legacy(path, json=report, page="1")

    content = json.loads(report.read_text(encoding="utf-8"))
    assert content["page"] == "01"
    assert content["stories"] == {"found": 1, "created": 1, "unchanged": 0, "kept": 0}


def test_report_into_a_missing_folder_refused_before_anything_is_written(tmp_path):
    path = tmp_path / "01.md"
    path.write_text(STORY, encoding="utf-8")

    with pytest.raises(CommandError, match="no such folder"):
        import_legacy(path, json=tmp_path / "missing" / "report.json")
    assert not Article.objects.exists()


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
