"""Offices of whoever is decided to act for a head, and of whoever acts as the holder of one."""

import pytest

from articles.parsing.mentions import find_mentions


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("会议决定罗志坚代理县长。", ("", "代理县长")),
        ("县人大常委会决定罗志坚代理县长职务。", ("", "代理县长")),
        ("会议决定罗川代理县长。", ("", "代理县长")),
        ("会议决定，罗川代理县长职务。", ("", "代理县长")),
        ("会议决定罗川为代理县长。", ("", "代理县长")),
        ("会议决定罗志坚代理县人民政府县长。", ("县人民政府", "代理县长")),
        ("会议决定罗川代理石桥县人民检察院检察长。", ("石桥县人民检察院", "代理检察长")),
    ],
)
def test_whoever_is_decided_to_act_for_a_head(text, post):
    (mention,) = find_mentions([text])

    assert [(one.department, one.title) for one in mention.posts] == [post]


def test_whoever_acts_for_a_party_holds_no_office():
    assert find_mentions(["法院决定由律师罗川代理该案。"]) == []


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        ("作为柳河镇党委书记，罗志坚深感责任重大。", [("柳河镇党委", "书记")]),
        ("身为县水利局局长，罗志坚天天上堤。", [("县水利局", "局长")]),
        (
            "作为柳河村党支部书记、村委会主任，罗志坚天天上山。",
            [("柳河村党支部", "书记"), ("柳河村村委会", "主任")],
        ),
        ("作为一名柳河村党支部书记，罗志坚天天上山。", [("柳河村党支部", "书记")]),
    ],
)
def test_the_office_as_whose_holder_somebody_acts(text, posts):
    (mention,) = find_mentions([text])

    assert [(one.department, one.title) for one in mention.posts] == posts


@pytest.mark.parametrize(
    ("text", "is_held"),
    [
        ("作为原县水利局局长，罗志坚天天上堤。", False),
        ("作为曾经的县水利局局长，罗志坚天天上堤。", False),
        ("作为原平市水利局局长，罗志坚天天上堤。", True),
    ],
)
def test_whoever_acts_may_have_held_the_office_before(text, is_held):
    (mention,) = find_mentions([text])

    assert [one.is_held for one in mention.posts] == [is_held]


@pytest.mark.parametrize(
    "text",
    [
        "作为校长，罗志坚天天到校。",
        "作为一名党员，罗志坚天天到校。",
        "作为县水利局局长，要天天上堤。",
    ],
)
def test_no_office_of_a_body_is_told(text):
    assert find_mentions([text]) == []
