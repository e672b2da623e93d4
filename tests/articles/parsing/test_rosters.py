from datetime import date

import pytest

from articles.parsing.pipeline import parse_page
from articles.parsing.rosters import find_rosters, is_roster_head

ROW = "王学军　胡占国　谷　宁　陈　刚　孙小燕"
NAMES = ("王学军", "胡占国", "谷宁", "陈刚", "孙小燕")


@pytest.mark.parametrize(
    ("texts", "rosters"),
    [
        ([ROW], {0: NAMES}),
        (["、".join(NAMES) + "。"], {0: NAMES}),
        (["获奖名单如下：王学军（县一中）、谷  宁（县文化馆）"], {0: ("王学军", "谷宁")}),
        (["劳动模范（2人）：", "王学军　谷　宁"], {1: ("王学军", "谷宁")}),
        (["一等奖", None, "艾山·图尔荪"], {2: ("艾山·图尔荪",)}),
        (
            ["王学军100元　县水利局2000元　谷　宁50元", "孙小燕 20元 陈刚（柳河镇）10元 胡占国"],
            {0: ("王学军", "谷宁"), 1: ("孙小燕", "陈刚", "胡占国")},
        ),
        (
            ["第一名　王学军　县一中　11秒2", "第二名　谷　宁　县二中　11秒5"],
            {0: ("王学军",), 1: ("谷宁",)},
        ),
        (
            ["北京大学　王学军", "清华大学　胡占国", "浙江大学　谷　宁", "孙小燕"],
            {0: ("王学军",), 1: ("胡占国",), 2: ("谷宁",)},
        ),
        (
            ["1.王学军 男 回族", "2.胡占国 男", "3.孙小燕 女"],
            {0: NAMES[:1], 1: NAMES[1:2], 2: NAMES[4:]},
        ),
        (
            [
                "跳远　何　苗（城关小学）　5米21",
                "跳高　阿依古丽（二中）　一米四",
                "铅球：第一名　时　光（五2班）",
            ],
            {0: ("何苗",), 1: ("阿依古丽",), 2: ("时光",)},
        ),
        (
            [
                "冠军：桥头队（教练　高　远　队员　陈刚　宁　静）",
                "亚军：城南队（领队　康　庄　孙小燕）",
            ],
            {0: ("高远", "陈刚", "宁静"), 1: ("康庄", "孙小燕")},
        ),
        (["劳动模范（4人）：", "江河　甘泉　谷宁　卓凡"], {1: ("江河", "甘泉", "谷宁", "卓凡")}),
        (["先进个人：江河、甘泉、谷宁、卓凡"], {0: ("江河", "甘泉", "谷宁", "卓凡")}),
        (["江河　甘泉　谷宁　卓凡　石榴"], {}),
        (["获奖名单：", "优秀教练：江　河　柳　絮"], {1: ("江河", "柳絮")}),
        # Writers, places, words, goods, and a sentence.
        (["黄　瓜（一级）　2元", "白　菜（一级）　3元", "石　榴（一级）　3元"], {}),
        (["麦子熟了。", "王学军 胡占国"], {}),
        (["文字：王学军", "图片：胡占国", "编辑：谷宁"], {}),
        (["本报记者：", "王学军 胡占国"], {}),
        (["石桥村、王家庄、李家桥、孙家湾、陈家店"], {}),
        (["黄瓜、白菜、马铃薯、高粱、花生"], {}),
        (["王学军、胡占国、谷宁、陈刚、孙小燕来到石桥村。"], {}),
        ([None, ""], {}),
    ],
)
def test_rows_of_people_are_known(texts, rosters):
    assert find_rosters(texts) == rosters


@pytest.mark.parametrize(
    ("text", "is_head"),
    [
        ("先进工作者（5人）：", True),
        ("一等奖", True),
        ("受表彰人员名单如下：", True),
        ("本报记者（2名）：", False),
        ("他说：", False),
        ("水渠修好了，名单也公布了", False),
    ],
)
def test_heads_of_rosters(text, is_head):
    assert is_roster_head(text) is is_head


@pytest.mark.parametrize("gap", ["\n\n", "\n"])
def test_people_of_a_list_are_persons_and_no_writers(gap):
    page = parse_page(
        f"# 县里表彰劳动模范{gap}本报讯（通讯员 何青）4月3日，县里表彰劳动模范。{gap}"
        f"劳动模范（5人）：{gap}{ROW}",
        edition_date=date(2023, 4, 4),
    )
    (story,) = page.stories
    assert [one.name for one in story.bylines] == ["何青"]
    assert {one.name for one in story.persons} == set(NAMES)
    assert [one.text for one in story.paragraphs][1:] == ["劳动模范（5人）：", ROW]


def test_list_right_below_its_headline_is_no_byline():
    page = parse_page(f"# 献血光荣榜\n\n{ROW}\n\n何青", edition_date=date(2023, 4, 4))
    (story,) = page.stories
    assert [one.name for one in story.bylines] == ["何青"]
    assert [one.text for one in story.paragraphs] == [ROW]
