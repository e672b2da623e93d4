"""Which way a short line amid a story is read, where neither way is certain: both are doubted."""

import pytest

from articles.parsing.paragraphs import rejoin
from articles.parsing.source import Source

FIRST = "石桥村的罗小川、孙玉梅和老支书郑国安三个人守着水库大坝，一守就是三十年，石头换了三回。"
LAST = "柳河镇的水渠修好以后，两岸的三千亩田都浇上了水，今年的稻子比去年多收了两成。"
OPENS = "四月的一天，罗小川背着水壶上了坝，水库里的水已经退下去两米多，露出了一圈黄泥。"


def read(*texts):
    source = Source("\n\n".join(texts))
    found = rejoin(source, source.lines())
    kinds = {"doubtful_break", "doubtful_join"}
    return [one.text for one in found.paragraphs], any(one.kind in kinds for one in found.doubts)


@pytest.mark.parametrize(
    ("cut", "rest"),
    [
        ("罗小川结合", "多年的经验，给大坝画了一张图，哪里漏水、哪里要补，一眼就能看明白。"),
        ("孙玉梅", "卫校毕业的那一年，村里还没有诊所，她背着药箱一家一户地走，走遍了五个山头。"),
        ("老支书郑国安", "水库边的小屋里，一张床、一盏灯、一部电话，陪了他整整三十年的时间。"),
        ("在大石坝", "头家里，炕上的被子叠得整整齐齐，老人说今年的日子比往年好过多了。"),
        (
            "县曲艺团五年前还是个摊子",
            "树清接手以后，把剧场租给别人放电影，又排了三台新戏，观众慢慢回来了。",
        ),
    ],
)
def test_what_begins_as_a_sentence_is_joined_with_what_goes_on(cut, rest):
    assert read(FIRST, cut, rest, LAST) == ([FIRST, cut + rest, LAST], True)


@pytest.mark.parametrize(
    "heading",
    [
        *("村里来了大学生", "三十年守一座坝", "在希望的田野上", "到山里去", "向荒山要粮"),
        *(
            "罗小川的账本",
            "孙玉梅：背药箱的人",
            "孙玉梅和她的药箱",
            "水渠修到家门口",
            "高山上的课堂",
            "从零开始",
        ),
    ],
)
def test_what_may_head_a_text_stays_apart(heading):
    assert read(FIRST, heading, OPENS, LAST) == ([FIRST, heading, OPENS, LAST], True)


@pytest.mark.parametrize("heading", ["孙玉梅", "老支书孙玉梅", "村医孙玉梅"])
def test_somebody_with_whom_the_text_below_begins_is_its_heading(heading):
    below = f"孙玉梅守了三十年大坝。{OPENS}"
    assert read(FIRST, heading, below, LAST) == ([FIRST, heading, below, LAST], True)
