"""What an import says of itself while it runs."""

import pytest

from articles.importing.matches import KINDS
from articles.importing.notes import COMPLETED
from articles.importing.readers.pages import NOTES
from articles.importing.report import ImportReport, Outcome
from articles.importing.totals import Totals, notes_of_pages, progress_of


@pytest.mark.parametrize(
    ("seconds", "known", "told"),
    [
        (5, 0, "20 of 120 pages, 100 stories, 20 stories a second"),
        (20, 0, "20 of 120 pages, 100 stories, 5 stories a second, 0:01:40 left"),
        (20, 10, "20 of 120 pages, 100 stories, 5 stories a second, 0:03:20 left"),
        (20, 20, "20 of 120 pages, 100 stories, 5 stories a second"),
    ],
)
def test_time_left_is_told_once_it_is_known(seconds, known, told):
    totals = {"pages": 20, "known": known, "stories": {"found": 100}, "seconds": seconds}
    assert progress_of(totals, 120) == told


def test_without_a_total_nothing_is_said_of_what_is_left():
    totals = {"pages": 20, "known": 0, "stories": {"found": 100}, "seconds": 20}
    assert progress_of(totals) == "20 pages, 100 stories, 5 stories a second"


def test_totals_tell_how_much_stands_in_no_story_and_what_was_dropped():
    totals = Totals()
    report = ImportReport("01.md", "2026-11-16", "01", stories={"found": 1})
    report.names = {kind: {"matched": 0, "new": 0, "ambiguous": 0} for kind in KINDS}
    report.outside = [{"line": 1, "text": "第一版导读"}]
    report.dropped = [{"line": 9, "text": "版权所有"}]
    report.characters = {"printed": 1004, "placed": 995, "dropped": 4}

    totals.add(Outcome("01.md", report=report))

    lines = list(totals.lines())
    assert "99.50 % of the source's characters stand in stories." in lines
    assert "Texts that stand in no story: 1." in lines
    assert "Running heads, page numbers, navigation, rules: 1 lines, in no story." in lines


UNKNOWN, MISSING, HTML = (NOTES[reason] for reason in ("unknown_key", "missing_picture", "markup"))


def told_of(*notes_of_files):
    totals = Totals()
    for number, notes in enumerate(notes_of_files, start=1):
        name = f"a.jsonl:{number}"
        report = ImportReport(name, "2026-11-16", "01", stories={"found": 1}, notes=notes)
        report.names = {kind: {"matched": 0, "new": 0, "ambiguous": 0} for kind in KINDS}
        totals.add(Outcome(name, report=report))
    return list(notes_of_pages(totals.as_json()))


def test_totals_tell_what_is_to_be_known_of_many_pages_by_its_kind():
    told = told_of([f'{UNKNOWN} tags: ["春耕"]', HTML], [f'{UNKNOWN} tags: ["麦收"]'])

    assert sorted(told) == [
        f"{UNKNOWN} tags (2 pages, first a.jsonl:1)",
        f"{HTML} (a.jsonl:1)",
    ]


def test_missing_pictures_are_one_kind_whatever_their_names():
    told = told_of([f"{MISSING} 春 耕.jpg (3)"], [f"{MISSING} a: b。 c.jpg (12)"])

    assert told == [f"{MISSING} (2 pages, first a.jsonl:1)"]


def test_totals_tell_of_the_files_and_not_of_the_stories():
    bodies = [
        [COMPLETED % {"printed": "镇党委", "whole": f"第{n}镇党委", "headline": "修渠"}]
        for n in range(60)
    ]

    assert told_of(*bodies, [f"{MISSING} a.jpg (3)"]) == [f"{MISSING} (a.jsonl:61)"]


def test_more_unknown_keys_than_anybody_reads_are_told_together_and_hide_nothing_else():
    keys = [f"{UNKNOWN} key{n}: {n}" for n in range(60)]

    told = told_of(keys, keys, [f"{MISSING} a.jpg (3)"])

    assert told[50:] == [
        f"{UNKNOWN} (2 pages, first a.jsonl:1)",
        f"{MISSING} (a.jsonl:3)",
    ]
