from datetime import date

import pytest

from articles.parsing.events import read_event
from articles.parsing.facts import PrintedEvent, PrintedOfficial

DAY = date(2023, 7, 8)

EVENTS = [
    ("7月8日,云岭县召开夏粮收购工作会议,部署收购工作。", ("会议", "夏粮收购工作会议")),
    ("云岭县召开夏粮收购动员大会暨安全生产会议。", ("会议", "夏粮收购动员大会暨安全生产会议")),
    ("7月8日,云岭县首届茶文化论坛在柳河镇举行。", ("论坛", "云岭县首届茶文化论坛")),
    ("云岭县首届茶文化论坛活动在柳河镇圆满落幕。", ("论坛", "云岭县首届茶文化论坛")),
    ("柳河镇举办“迎丰收”农民运动会。", ("比赛", "“迎丰收”农民运动会")),
    ("高新区举行重点项目集中开工仪式,总投资20亿元。", ("仪式", "重点项目集中开工仪式")),
    ("区应急管理局组织开展地震应急演练。", ("演练", "地震应急演练")),
    ("柳河镇在文化广场举办专场招聘会。", ("招聘会", "专场招聘会")),
    ("云岭县召开会议,部署收购工作。", ("会议", "")),
    (
        "由区安委会主办、区应急管理局承办的“安全日”宣传活动在广场举行。",
        ("活动", "“安全日”宣传活动"),
    ),
    ("区妇联开展“巾帼送温暖”活动。", ("活动", "“巾帼送温暖”活动")),
]


@pytest.mark.parametrize(("lead", "expected"), EVENTS)
def test_event_is_named(lead, expected):
    assert read_event([lead], [], DAY) == PrintedEvent(*expected, DAY)


@pytest.mark.parametrize("lead", ["夏粮入库。", "", "村民们开会议事。"])
def test_story_without_event(lead):
    assert read_event([lead], [], DAY) is None


def test_visit_of_an_official_has_no_name():
    official = PrintedOfficial("何青", "县长", (), ("出席", "调研"))
    assert read_event(["县长何青到柳河镇调研。"], [official], DAY) == PrintedEvent("调研", "", DAY)


def test_headline_is_read_when_the_lead_names_none():
    assert read_event(["夏粮入库。", "柳河镇召开禁烧会议"], [], None) == PrintedEvent(
        "会议", "禁烧会议", None
    )
