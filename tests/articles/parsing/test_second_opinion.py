"""The tagger is the real one: requirements-dev.txt installs it."""

import datetime
from dataclasses import replace

import pytest

from articles.parsing.documents import Document
from articles.parsing.facts import PrintedPost
from articles.parsing.pipeline import parse_document
from articles.parsing.second_opinion import load_tagger


def story(text, **kwargs):
    page = f"# 石桥村修好水渠\n\n{text}\n\n记者 苏未央\n"
    return parse_document(
        Document(page), edition_date=datetime.date(2026, 11, 16), **kwargs
    ).stories[0]


def proposed(text):
    return [(one.title, one.name) for one in story(text, tagger=load_tagger()).proposed]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("王芳站在渠边，看着水流进稻田。", [("", "王芳")]),
        ("黄泥乡中心小学校长竹林贤看见，学校有一百多名学生。", [("黄泥乡中心小学校长", "竹林贤")]),
        ("送来锦旗的是古力扎提·努尔，她笑了。", [("", "古力扎提·努尔")]),
        # A name that the rules have read is theirs alone.
        ("青澜县水务局局长沈砚秋来到渠边。沈砚秋说，水好。", []),
        # Whoever wrote the story is no person in it.
        ("苏未央站在渠边，看着水流进稻田。", []),
        # Forms of address and people without a name.
        ("王警官和张某站在渠边，看着水流进稻田。", []),
    ],
)
def test_persons_that_the_rules_missed_are_proposed_with_their_titles(text, names):
    assert proposed(text) == names


def test_title_before_a_proposed_name_is_split_and_its_acts_are_read():
    (one,) = story("镇党委委员、副镇长晨曦还要出席会议。", tagger=load_tagger()).proposed

    assert one.posts == (PrintedPost("镇党委", "委员"), PrintedPost("", "副镇长"))
    assert one.acts == ("出席",)


def test_what_the_rules_read_is_the_same_with_and_without_a_second_opinion():
    text = "青澜县水务局局长沈砚秋来了。王芳站在渠边。沈砚秋说，水好。"
    alone, asked = story(text), story(text, tagger=load_tagger())

    assert alone.proposed == ()
    assert [one.name for one in asked.proposed] == ["王芳"]
    assert replace(asked, proposed=()) == alone
