import csv
import json

import pytest

from articles.body import from_paragraphs
from articles.models import Version, Waiver
from articles.verifying_archive import COLUMNS, verify_archive
from tests.factories import make_user, make_version

pytestmark = pytest.mark.django_db


def make_story(text):
    return make_version(body=from_paragraphs([(text, False)]))


def rows_of(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_every_finding_is_a_line_and_spiked_stories_are_left_out(tmp_path):
    wrong = make_story("2月30日，会议召开。")
    make_story("2月28日，会议召开。")
    Version.objects.filter(pk=make_story("2月31日，会议召开。").pk).update(status="spiked")
    path = tmp_path / "findings.jsonl"

    verified = verify_archive(path, processes=0)

    assert (verified.stories, verified.findings, verified.total) == (2, 1, 2)
    (row,) = rows_of(path)
    assert (row["version"], row["rule"], row["printed"]) == (wrong.pk, "date_impossible", "2月30日")
    assert (row["part"], row["number"], row["start"], row["end"]) == ("body", 0, 0, 5)
    assert list(tmp_path.iterdir()) == [path]


def test_what_is_waived_is_left_out(tmp_path):
    words = "2月30日，会议召开。"
    waived, other = make_story(words), make_story(words)
    Waiver.objects.create(
        version=waived,
        rule="date_impossible",
        words="2月30日",
        sentence=words,
        reason="照录原文",
        by=make_user(),
    )
    path = tmp_path / "findings.jsonl"
    assert verify_archive(path, processes=0).findings == 1
    assert [row["version"] for row in rows_of(path)] == [other.pk]


def test_a_table_for_a_spreadsheet_has_the_same_rows(tmp_path):
    make_story("2月30日，会议召开。")
    path = tmp_path / "findings.csv"
    verify_archive(path, processes=0)
    with path.open(encoding="utf-8", newline="") as file:
        (row,) = csv.DictReader(file)
    assert tuple(row) == COLUMNS
    assert row["printed"] == "2月30日"


def test_other_processes_find_the_same(tmp_path):
    for _ in range(3):
        make_story("2月30日，会议召开。")
    one, two = tmp_path / "one.jsonl", tmp_path / "two.jsonl"
    verify_archive(one, processes=0)
    verify_archive(two, processes=1)
    assert rows_of(one) == rows_of(two) != []


def test_a_stopped_run_goes_on_where_it_was(tmp_path, monkeypatch):
    monkeypatch.setattr("articles.verifying_archive.BATCH", 1)
    for _ in range(3):
        make_story("2月30日，会议召开。")
    whole, path = tmp_path / "whole.jsonl", tmp_path / "findings.jsonl"
    verify_archive(whole, processes=0)

    def stop(verified):
        if verified.stories == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        verify_archive(path, 0, stop)
    with path.open("a", encoding="utf-8") as file:
        file.write('{"half a li')

    verified = verify_archive(path, processes=0)

    assert verified.stories == 1
    assert rows_of(path) == rows_of(whole)


def test_a_finished_run_begins_anew(tmp_path):
    make_story("2月30日，会议召开。")
    path = tmp_path / "findings.jsonl"
    verify_archive(path, processes=0)
    verify_archive(path, processes=0)
    assert len(rows_of(path)) == 1
