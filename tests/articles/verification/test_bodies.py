from datetime import date

import pytest

from tests.articles.verification.directories import found

RULES = {"body_former", "body_wrong"}
RIGHT = "青澜区住房和城乡建设局"
FORMER = ("body_former", "青澜区建设局", RIGHT)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("青澜区建设局发布通知。", [("body_former", "青澜区建设局", RIGHT)]),
        ("青澜区住房与城乡建设局发布通知。", [("body_wrong", "青澜区住房与城乡建设局", RIGHT)]),
        ("青澜区住房和城乡建设局发布通知。", []),
        ("区住建局发布通知。", []),
        ("《青澜区建设局志》出版。", []),
        ("老人说：“那时还叫青澜区建设局。”", []),
        # Told of its own day.
        ("1998年，青澜区建设局装上路灯。", []),
        ("2022年，青澜区建设局装上路灯。", [("body_former", "青澜区建设局", RIGHT)]),
        ("原青澜区建设局留下一批图纸。", []),
        ("机构改革后，青澜区建设局改称青澜区住房和城乡建设局。", []),
        ("前青澜区建设局留下一批图纸。", []),
        ("青澜区建设局与区房管局合并。", []),
        ("青澜区建设局改为青澜区住房和城乡建设局。", []),
        ("两局合并为青澜区建设局。", []),
        # None of these is of the time of the name.
        ("日前青澜区建设局召开会议。", [FORMER]),
        ("此前青澜区建设局召开会议。", [FORMER]),
        ("青澜区建设局组建了应急队伍。", [FORMER]),
        ("青澜区建设局把两个窗口合并办公。", [FORMER]),
        ("2018年以来，青澜区建设局推进改造。", [FORMER]),
        ("2018年6月起，青澜区建设局推进改造。", [FORMER]),
    ],
)
def test_bodies_by_a_name_that_is_not_theirs(text, expected):
    assert found(text, rules=RULES) == expected


def test_a_former_name_was_right_in_its_day():
    day = date(2015, 5, 1)
    assert found("青澜区建设局发布通知。", day=day, edition=day, rules=RULES) == []
