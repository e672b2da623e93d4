import pytest

from articles.verification.check import check
from articles.verification.findings import RULES, Passage
from articles.verification.snapshot import Snapshot
from articles.verification.story import StoryText
from tests.articles.verification.directories import KNOWN, story

STORY = story(
    "青澜经开区党工委书记仝在江，管委会主任鲁长河出席会议。",
    "会议指出：“要抓好落实。",
    headline="截止目前已完工十处",
    captions=("2月30日，会议现场。",),
)


def test_findings_come_in_the_order_of_the_text():
    found = check(STORY, KNOWN)
    assert [(one.rule, one.passage) for one in found] == [
        ("word", Passage("headline")),
        ("name_near", Passage("body", 0)),
        ("title_past", Passage("body", 0)),
        ("mark_unclosed", Passage("body", 1)),
        ("date_impossible", Passage("caption", 0)),
    ]
    assert check(STORY, KNOWN) == found


def test_each_span_is_exactly_what_is_printed():
    texts = dict(STORY.passages)
    for one in check(STORY, KNOWN):
        assert texts[one.passage][one.start : one.end] == one.printed


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("文中“青澜区住建局副局长卓识”应为“青澜区住建局局长卓识”。", 0),
        ("误将“截止目前”写成“截至目前”。", 0),
        ("标题误作“欢渡春节”。", 0),
        ("他说：“截止目前，一切顺利”应该。", 0),
        ("截止目前，“一切顺利”应为常态。", 1),
    ],
)
def test_what_a_correction_quotes_is_no_error_of_its_own(text, count):
    assert len(check(story(text), KNOWN)) == count


def test_an_empty_directory_and_an_empty_story_are_checked_too():
    assert check(StoryText(), Snapshot()) == []
    assert check(story("青澜区委书记林志远出席会议。"), Snapshot()) == []


def test_every_finding_has_a_rule():
    assert {one.rule for one in check(STORY, KNOWN)} <= RULES.keys()
