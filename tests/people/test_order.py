from datetime import date

import pytest

from people.offices import circle_of, is_standing, kind_of, rank_of
from people.order import Holding, Leader, Rule, in_order, rule_between
from people.periods import PartialDate, Period

GOVERNMENT, PARTY = "青澜区管委会", "青澜区党工委"
DISCIPLINE = "青澜区纪检监察工委"


def holding(department, title, since="", place=None):
    start = PartialDate.parse(since) if since else None
    return Holding(
        department,
        circle_of(department),
        kind_of(department, title),
        rank_of(title),
        is_standing(title),
        place,
        Period(start and start.earliest, start and start.latest),
    )


def leader(name, *posts):
    return Leader(name, tuple(holding(*post) for post in posts))


SECRETARY = leader("沈砚秋", (PARTY, "书记"))
DIRECTOR = leader("卞敬庭", (PARTY, "副书记"), (GOVERNMENT, "主任"))
STANDING = leader("罗川", (PARTY, "委员"), (GOVERNMENT, "常务副主任"))
MEMBER = leader("周明远", (PARTY, "委员", "2020"), (GOVERNMENT, "副主任"))
LONG = leader("苏未央", (GOVERNMENT, "副主任", "2019"))
SHORT = leader("林晚照", (GOVERNMENT, "副主任", "2021-03"))
SAME_DAY = leader("丁一舟", (GOVERNMENT, "副主任", "2021-03"))
GUEST = leader("顾闻笛", ("白棠区政府", "区长"))
UNDATED = leader("叶知行", (GOVERNMENT, "副主任"))


@pytest.mark.parametrize(
    ("first", "second", "rule"),
    [
        (SECRETARY, DIRECTOR, Rule.PARTY_HEAD),
        (DIRECTOR, STANDING, Rule.HEAD),
        (SECRETARY, SHORT, Rule.HEAD),
        (STANDING, MEMBER, Rule.STANDING),
        (STANDING, LONG, Rule.STANDING),
        (MEMBER, LONG, Rule.PARTY_POST),
        (LONG, SHORT, Rule.SERVICE),
        (SAME_DAY, SHORT, Rule.STROKES),
        (leader("甲", (PARTY, "副书记")), STANDING, Rule.PARTY_RANK),
        # Of a party's members one may be head of another body of the place.
        (MEMBER, leader("甲", (PARTY, "委员", "2022"), (DISCIPLINE, "书记")), Rule.SERVICE),
        (
            leader("甲", (PARTY, "副书记")),
            leader("乙", (PARTY, "委员"), (DISCIPLINE, "书记")),
            Rule.PARTY_RANK,
        ),
        (leader("甲", (PARTY, "委员")), LONG, Rule.PARTY_POST),
        (leader("甲", ("九十七团", "政委")), leader("乙", ("九十七团", "副团长")), Rule.HEAD),
        # The document says otherwise than all the rest.
        (
            leader("甲", (GOVERNMENT, "副主任", "2024", 2)),
            leader("乙", (PARTY, "委员"), (GOVERNMENT, "常务副主任", "2019", 3)),
            Rule.DOCUMENT,
        ),
        (
            leader("甲", ("青澜公安局党组", "书记")),
            leader("乙", ("青澜公安局", "局长")),
            Rule.PARTY_HEAD,
        ),
    ],
)
def test_the_rule_that_puts_one_before_another(first, second, rule):
    assert rule_between(first, second) is rule
    assert rule_between(second, first) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (SECRETARY, GUEST),
        (GUEST, STANDING),
        (LONG, UNDATED),
        (leader("甲", ("青澜区人大", "主任")), leader("乙", ("青澜区政协", "主席"))),
        (leader("甲", ("青澜区人大", "主任")), leader("乙", ("青澜区政协", "副主席"))),
        # Who stands in for the head of the one, and who is a member of the other.
        (
            leader("甲", (PARTY, "委员"), (GOVERNMENT, "常务副主任")),
            leader("乙", (PARTY, "委员"), (DISCIPLINE, "书记")),
        ),
        # A government of another name, whose head is first of the deputies.
        (
            leader("甲", (PARTY, "常务副书记")),
            leader("乙", (PARTY, "副书记"), ("青澜市政府", "市长")),
        ),
        (
            leader("卓𠮷", (GOVERNMENT, "副主任", "2021")),
            leader("卓𠮷", (GOVERNMENT, "副主任", "2021")),
        ),
    ],
)
def test_where_no_rule_decides(one, other):
    assert rule_between(one, other) is None
    assert rule_between(other, one) is None


def test_leaders_in_order_with_the_rule_between_neighbours():
    given = [SHORT, MEMBER, GUEST, SAME_DAY, DIRECTOR, LONG, STANDING, SECRETARY]

    placed = in_order(given)

    assert [(one.leader.name, one.rule) for one in placed] == [
        ("顾闻笛", None),
        ("沈砚秋", Rule.PARTY_HEAD),
        ("卞敬庭", Rule.HEAD),
        ("罗川", Rule.STANDING),
        ("周明远", Rule.PARTY_POST),
        ("苏未央", Rule.SERVICE),
        ("丁一舟", Rule.STROKES),
        ("林晚照", None),
    ]


def test_those_whom_no_rule_orders_stay_as_they_came():
    others = [leader(name, (GOVERNMENT, "副主任")) for name in "丙甲乙"]

    assert [one.leader.name for one in in_order(others)] == ["丙", "甲", "乙"]
    assert in_order([]) == ()


def test_service_is_longer_only_where_the_known_days_say_so():
    perhaps = leader("甲", (GOVERNMENT, "副主任", "2021"))

    assert rule_between(perhaps, SHORT) is None
    assert rule_between(SHORT, perhaps) is None
    assert SHORT.holdings[0].period.earliest_start == date(2021, 3, 1)
