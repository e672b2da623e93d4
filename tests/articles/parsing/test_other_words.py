import pytest

from articles.parsing.mentions import find_mentions
from articles.parsing.other_words import is_sooner_words


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("从北京回来", 3),
        ("从村里回来", 3),
        ("从石桥边走来", 3),
        ("向来宾介绍", 3),
        ("向新兵赠书", 3),
        ("和何青握手", 3),
        ("和嘉宾出席", 3),
        ("孟村镇人民政府", 3),
        ("孟平市委、市政府", 2),
        ("东方机械有限公司", 4),
        ("养鸡六百只", 2),
        ("支起一口锅", 2),
    ],
)
def test_words_that_tell_something_else(text, end):
    assert is_sooner_words(text, 0, end)


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("从维新回来", 3),
        ("向建国介绍", 3),
        ("向勇介绍", 2),
        ("和大章握手", 3),
        ("和志刚出席", 3),
        ("于长河说", 3),
        ("何青公司", 2),
        ("方晴一家", 2),
        ("常青六十岁", 2),
        ("安平三人到了", 2),
        ("何青六次到场", 2),
        ("常青五年走遍", 2),
        ("平安两次到场", 2),
        ("和国强指出", 3),
        ("和云峰说", 3),
    ],
)
def test_names_are_left(text, end):
    assert not is_sooner_words(text, 0, end)


@pytest.mark.parametrize(
    "text",
    [
        "厂长从山东寿光回来，县长向来宾介绍了园区。",
        "镇长和何青握了手，村党支部书记养鸡六百只。",
        "县长专程赶来，局长希望把路灯接上，校长直言：“钱不够。”",
        "镇长冒雨赶到大堤，厂长全票当选，书记凌晨三点就起床。",
        "经理以青年代表身份发言，校长站起来问：“行不行？”",
    ],
)
def test_what_an_official_does_is_no_name(text):
    assert find_mentions([text]) == []
