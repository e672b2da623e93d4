"""A real page, with a directory that knows everybody on it: nothing is found, each change is."""

from datetime import date

import pytest

from articles.parsing.pipeline import parse_page
from articles.verification.check import check
from articles.verification.findings import Certainty
from articles.verification.snapshot import KnownBody, KnownOfficial, KnownPost, Snapshot
from articles.verification.story import StoryText
from people.periods import Period
from tests import seed_edition

SINCE = Period(date(2020, 1, 1), date(2020, 1, 1))


@pytest.fixture(scope="module")
def stories():
    page = parse_page(seed_edition.PAGE.read_text(encoding="utf-8"), edition_date=seed_edition.DATE)
    return page.stories


@pytest.fixture(scope="module")
def directory(stories):
    """Whoever is printed, with the printed posts."""
    printed = [
        (one.name, post.department, post.title)
        for story in stories
        for one in story.officials
        for post in one.posts
    ]
    names = {name: n for n, name in enumerate(dict.fromkeys(row[0] for row in printed), 1)}
    bodies = {name: n for n, name in enumerate(dict.fromkeys(row[1] for row in printed), 1)}
    return Snapshot(
        tuple(KnownOfficial(n, name) for name, n in names.items()),
        tuple(KnownBody(n, name) for name, n in bodies.items()),
        tuple(
            KnownPost(names[name], bodies[body], title, SINCE)
            for name, body, title in dict.fromkeys(printed)
        ),
    )


def text_of(story, change=str):
    return StoryText(
        change(story.headline.headline),
        paragraphs=tuple(change(one.text) for one in story.paragraphs),
        dateline_day=story.dateline.date if story.dateline else None,
        edition_day=seed_edition.DATE,
    )


def rules_of(text, directory):
    found = check(text, directory)
    return [one.rule for one in found if one.certainty is not Certainty.UNCHECKED]


def test_nothing_is_found_in_what_is_right(stories, directory):
    by_story = [rules_of(text_of(story), directory) for story in stories]
    names = {"name_near", "name_varies", "name_unknown", "title_not_held", "title_past"}
    assert [names.intersection(rules) for rules in by_story] == [set()] * len(stories)


def test_every_name_with_a_character_left_out_is_found(stories, directory):
    for story in stories:
        for official in story.officials:
            if not official.posts or len(official.name) < 3:
                continue
            printed = f"{official.title}{official.name}"
            changed = text_of(story, lambda t, p=printed: t.replace(p, p[:-1], 1))
            if changed != text_of(story):
                assert {"name_near", "name_varies"} & {*rules_of(changed, directory)}, printed
