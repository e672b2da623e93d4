"""Where the pages of an import come from, and what tells their place in the paper."""

import datetime
import json

import pytest
from django.utils import timezone

from articles.importing.readers import Place
from articles.importing.sources import pages_of
from tests.articles.importing.sample import DAY, STORY

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("names", "typed", "pages"),
    [
        (["12-multibyline.txt", "05-figures.txt"], "02", ["02", "02"]),
        (["12-multibyline.txt", "05-figures.txt"], "", ["05", "12"]),
        (["A03.txt", "notes.txt"], "02", ["A03", "02"]),
        (["2026-11-16/03.txt", "2026-11-16/A04.txt"], "02", ["03", "A04"]),
    ],
)
def test_typed_page_gives_way_only_to_names_that_say_one_plainly(tmp_path, names, typed, pages):
    for name in names:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(STORY, encoding="utf-8")

    assert [page.page_number for page in pages_of(tmp_path, Place(DAY, typed))] == pages


def test_file_that_only_the_manifest_knows_is_said(tmp_path):
    rows = "path,date,page\na.txt,2026-11-16,1\npark.jpg,2026-11-16,1\nb.txt,2026-11-16,2\n"
    (tmp_path / "manifest.csv").write_text(rows, encoding="utf-8")
    (tmp_path / "a.txt").write_text(STORY, encoding="utf-8")
    (tmp_path / "park.jpg").write_bytes(b"picture")

    page, missing = pages_of(tmp_path)

    assert (page.page_number, missing.name) == ("01", "b.txt")
    assert "The manifest names it, and there is no such file." in missing.refusal


def test_a_bad_row_of_the_manifest_refuses_its_file_alone(tmp_path):
    rows = "path,date\na.txt,2026-11-16\nb.txt,2026-02-30\n,2026-11-16\n"
    (tmp_path / "manifest.csv").write_text(rows, encoding="utf-8")
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(STORY, encoding="utf-8")

    page, *refused = pages_of(tmp_path)

    assert (page.name, page.edition_date) == ("a.txt", DAY)
    assert [outcome.refusal for outcome in refused] == [
        "b.txt: manifest.csv, line 3: 2026-02-30 is no day of the calendar. "
        "Write it as 2023-04-04.",
        "manifest.csv:4: manifest.csv, line 4: The file is not named. "
        "Fill in its path, or take the row out.",
    ]


@pytest.mark.parametrize("name", ["2023-02-29/01.txt", "2026/11/31/01.txt", "20261340/01.txt"])
def test_folder_named_by_a_day_that_no_calendar_has_is_told_so(tmp_path, name):
    (tmp_path / name).parent.mkdir(parents=True)
    (tmp_path / name).write_text(STORY, encoding="utf-8")
    (outcome,) = pages_of(tmp_path)
    day = name.removesuffix("/01.txt")
    assert outcome.refusal == f"{name}: The date {day} is no day of the calendar."


@pytest.mark.parametrize(("days", "is_told"), [(31, False), (32, True)])
def test_edition_far_ahead_is_told(tmp_path, days, is_told):
    day = timezone.localdate() + datetime.timedelta(days=days)
    (tmp_path / f"{day}.txt").write_text(STORY, encoding="utf-8")

    (page,) = pages_of(tmp_path)

    assert page.edition_date == day
    assert ["more than a month ahead" in note for note in page.notes] == [True] * is_told


def test_number_that_two_lines_of_a_file_have_is_told_of_the_second(tmp_path):
    numbers = [("cms", "7"), ("cms", "8"), ("cms", "7"), ("web", "7")]
    lines = [
        {"headline": f"水渠{n}", "source_system": system, "source_id": number, "date": str(DAY)}
        for n, (system, number) in enumerate(numbers)
    ]
    text = "\n".join(map(json.dumps, lines))
    (tmp_path / "a.jsonl").write_text(text, encoding="utf-8")

    told = [page.notes for page in pages_of(tmp_path)]

    assert [bool(notes) for notes in told] == [False, False, True, False]
    assert "has the same source_id" in told[2][0]
    assert told[2][0].endswith("7 (line 1)")
