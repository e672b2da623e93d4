"""What a plan's matches come to: each name with its reason, each entry counted once."""

import pytest

from articles.importing.importer import import_pages
from articles.importing.matches import Tally, shown_matches
from articles.importing.plan import REASONS, KnownOfficial
from articles.importing.readers import Place
from articles.importing.sources import pages_of
from articles.importing.totals import Totals
from articles.models import Article
from people.models import Department, Official, Reporter
from tests.articles.importing.sample import DAY, STORY
from tests.articles.importing.test_reconcile import BUREAU, OFFICE, plan, story
from tests.factories import make_official


def reasons(*stories, **known):
    return [
        (row["match"], row["reason"], row["ids"])
        for row in shown_matches(plan(*stories, **known))
        if row["kind"] == "officials"
    ]


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        ((), ("new", "unknown_name", [])),
        ((KnownOfficial(1, frozenset()),), ("matched", "only_one", [1])),
        ((KnownOfficial(1, frozenset({BUREAU})),), ("matched", "posts_fit", [1])),
        ((KnownOfficial(1, frozenset({OFFICE})),), ("ambiguous", "other_posts", [1])),
        (
            (KnownOfficial(1, frozenset({BUREAU})), KnownOfficial(2, frozenset({BUREAU}))),
            ("ambiguous", "several_fit", [1, 2]),
        ),
        (
            (KnownOfficial(1, frozenset({BUREAU})), KnownOfficial(2, frozenset({OFFICE}))),
            ("matched", "posts_fit", [1]),
        ),
    ],
)
def test_each_match_says_why(known, expected):
    assert reasons(story("甲", BUREAU), officials={"沈砚秋": known}) == [expected]


def test_second_new_person_of_a_name_says_so():
    assert reasons(story("甲", BUREAU), story("乙", OFFICE)) == [
        ("new", "unknown_name", []),
        ("ambiguous", "other_posts_here", []),
    ]


def test_name_that_the_page_repeats_is_told_once_and_every_reason_has_a_sentence():
    rows = shown_matches(plan(story("甲", BUREAU), story("乙", BUREAU)))

    assert [(row["kind"], row["name"]) for row in rows] == [
        ("officials", "沈砚秋"),
        ("posts", "云汀局"),
    ]
    assert {row["reason"] for row in rows} <= set(REASONS)


def test_entry_is_new_once_also_after_it_was_made():
    new = {"kind": "reporters", "name": "苏未央", "title": "", "match": "new", "ids": []}
    tally = Tally()
    for row in (new, new, {**new, "match": "matched", "ids": [7]}):
        tally.add([row], {})
    tally.add([{**new, "name": "温榆", "match": "matched", "ids": [8]}] * 2, {})

    assert tally.counts()["reporters"] == {"matched": 1, "new": 1, "ambiguous": 0}


def told(match, reason, name="供水会议", place="", ids=()):
    """One event of a report."""
    printed = {"title": "会议", "day": "2026-11-15", "name": name, "place": place}
    return {"kind": "events", **printed, "match": match, "reason": reason, "ids": list(ids)}


def test_events_without_a_name_are_each_their_own():
    tally = Tally()
    tally.add([told("new", "no_day_or_name", name="")] * 2, {})

    assert tally.counts()["events"]["new"] == 2


def test_event_that_stories_tell_again_is_new_once():
    tally = Tally()
    tally.add([told("new", "unknown_event", place="云岭会堂"), told("new", "same_name")], {})
    tally.add([told("matched", "same_place", name="", place="云岭会堂", ids=[7])], {})
    tally.add([told("matched", "same_name", name="供电会议", ids=[8])] * 2, {})

    assert tally.counts()["events"] == {"matched": 1, "new": 1, "ambiguous": 0}


@pytest.mark.django_db
@pytest.mark.parametrize("is_dry_run", [True, False])
def test_totals_are_what_the_database_holds_over_many_batches(tmp_path, monkeypatch, is_dry_run):
    monkeypatch.setattr("articles.importing.importer.STORIES_OF_A_BATCH", 2)
    for number in range(1, 8):
        text = STORY.replace("供水", f"供{'水电气暖路灯桥'[number - 1]}")
        (tmp_path / f"{number}.md").write_text(text, encoding="utf-8")
    (tmp_path / "8.md").write_text(
        STORY.replace("青澜经开区管委会副", "望舒街道"), encoding="utf-8"
    )
    (tmp_path / "9.md").write_text(STORY, encoding="utf-8")

    totals = Totals()
    for outcome in import_pages(pages_of(tmp_path, Place(DAY)), is_dry_run=is_dry_run):
        totals.add(outcome)

    names = totals.as_json()["names"]
    assert names["reporters"] == {"matched": 0, "new": 1, "ambiguous": 0}
    assert names["officials"] == {"matched": 0, "new": 1, "ambiguous": 1}
    if not is_dry_run:
        assert Reporter.objects.count() == Official.objects.count() == 1
        assert names["departments"]["new"] == Department.objects.count()
        assert totals.stories["created"] == Article.objects.count()


@pytest.mark.django_db
def test_entry_known_before_is_matched_once(tmp_path):
    make_official("沈砚秋")
    for number, word in ((1, "供水"), (2, "供电")):
        (tmp_path / f"{number}.md").write_text(STORY.replace("供水", word), encoding="utf-8")

    totals = Totals()
    for outcome in import_pages(pages_of(tmp_path, Place(DAY)), is_dry_run=True):
        totals.add(outcome)

    assert totals.as_json()["names"]["officials"] == {"matched": 1, "new": 0, "ambiguous": 0}
