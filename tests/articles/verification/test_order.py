from dataclasses import replace

import pytest

from articles.verification.check import check
from people.offices import Rank
from tests.articles.verification.directories import IDS, KNOWN, found, since, story

RULES = {"order_of_names"}


@pytest.mark.parametrize(
    ("text", "name", "rule"),
    [
        ("青澜区政府区长何青岩、青澜区委书记林志远出席会议。", "林志远", "party_head"),
        ("青澜区政府副区长钱未央、常务副区长沈一鸣出席会议。", "沈一鸣", "standing"),
        ("青澜经开区管委会副主任马上、主任戚为民出席会议。", "戚为民", "head"),
    ],
)
def test_names_that_a_rule_puts_the_other_way_are_found(text, name, rule):
    (finding,) = [one for one in check(story(text), KNOWN) if one.rule in RULES]
    assert (finding.printed, finding.facts["order_rule"]) == (name, rule)


@pytest.mark.parametrize(
    "text",
    [
        "青澜区委书记林志远、青澜区政府区长何青岩出席会议。",
        # Of two bureaus no rule decides.
        "青澜区教育局局长敖登格日乐、青澜区住建局局长卓识出席会议。",
        # No list: the sentence goes on between the names.
        "青澜区政府副区长钱未央主持，常务副区长沈一鸣出席会议。",
        # Nobody knows the guest.
        "云汀县县长陶然、青澜区委书记林志远出席会议。",
    ],
)
def test_it_is_silent_where_no_rule_decides(text):
    assert found(text, rules=RULES) == []


def test_those_appointed_on_one_day_stand_as_a_document_has_them():
    posts = tuple(
        replace(post, body=2, title="副区长", period=since("2022-01-01"))
        if post.official == IDS["马上"]
        else post
        for post in KNOWN.posts
    )
    text = "青澜区政府副区长钱未央、马上出席会议。"
    assert found(text, rules=RULES, snapshot=replace(KNOWN, posts=posts)) == []


def test_without_a_day_no_order_is_known():
    text = "青澜区政府副区长钱未央、常务副区长沈一鸣出席会议。"
    assert found(text, day=None, edition=None, rules=RULES) == []


@pytest.mark.parametrize(
    ("known", "rule"), [({"is_in_charge": True}, "standing"), ({"rank": Rank.HEAD}, "head")]
)
def test_what_the_directory_says_of_a_post_goes_before_its_title(known, rule):
    posts = tuple(
        replace(post, **known) if post.official == IDS["钱未央"] else replace(post, kind=None)
        for post in KNOWN.posts
        if post.title != "常委"
    )
    posts = tuple(replace(post, title=post.title.removeprefix("常务")) for post in posts)
    text = "青澜区政府副区长沈一鸣、副区长钱未央出席会议。"

    (finding,) = [
        one for one in check(story(text), replace(KNOWN, posts=posts)) if one.rule in RULES
    ]
    assert (finding.printed, finding.facts["order_rule"]) == ("钱未央", rule)
