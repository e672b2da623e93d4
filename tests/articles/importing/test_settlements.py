"""Which town, village or street a text tells of."""

import pytest

from articles.importing.settlements import Settlement, settlements_in


def only(text):
    return settlements_in([text]).values()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("石塘镇开会。", "石塘镇"),
        ("澄湖县石塘镇开会。", "石塘镇"),
        ("日前，记者走进石塘镇。", "石塘镇"),
        ("白沙河镇开会，白沙河镇干部都来了。", "白沙河镇"),
        ("凤鸣街道开会。", "凤鸣街道"),
        ("红旗乡开会。", "红旗乡"),
        ("石塘镇梨树沟村开会。", "梨树沟村"),
        ("他的老家永丰村下了雪。", "永丰村"),
        ("石塘镇光明村是贫困村。", "光明村"),
        ("石桥民族乡开会。", "石桥民族乡"),
        ("城郊乡开会。", "城郊乡"),
        ("走访巴音乌拉镇。", "巴音乌拉镇"),
        ("石塘镇开会，镇党委带着镇里的干部来了。", "石塘镇"),
    ],
)
def test_whole_name(text, name):
    assert Settlement(name, is_whole=True) in only(text)


@pytest.mark.parametrize(
    ("text", "may_be_another"),
    [
        ("石塘镇开会，全镇干部来了，该镇种麦一万亩。", False),
        ("该镇开会。石塘镇也开会。", True),
        ("石塘镇干部来我镇考察。", True),
        ("石塘镇开会，本镇干部来了。", True),
        ("石塘镇开会，我村干部来了。", False),
    ],
)
def test_town_that_the_reader_knows_is_the_one_named_before(text, may_be_another):
    assert list(only(text)) == [Settlement("石塘镇", True, may_be_another)]


def test_name_that_may_begin_earlier():
    assert list(only("巴格托格拉克乡开会。")) == [Settlement("拉克乡", is_whole=False)]


@pytest.mark.parametrize(
    "text",
    [
        "从石塘镇到横港镇。",
        "石塘镇和巴格托格拉克乡镇。巴格托格拉克镇。",
        "全镇开会，三个村都来了。",
        "他当过代理镇长、副镇长。",
        "时任镇党委书记来了。",
        "建设文明社区。",
        "打造和谐社区。",
        "创建示范村。",
        "走访贫困村、深度贫困村。",
        "记者来到另一镇。",
        "当地镇政府来了人。",
    ],
)
def test_no_settlement_or_several(text):
    assert not [one for one in only(text) if one.is_whole]
