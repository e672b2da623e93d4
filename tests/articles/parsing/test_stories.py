from datetime import date

import pytest

from articles.parsing.documents import UnreadableSource
from articles.parsing.pipeline import parse_page
from articles.parsing.source import Source
from articles.parsing.stories import split_stories
from tests.articles.parsing.splitting import read


@pytest.mark.parametrize(
    ("text", "stories", "outside"),
    [
        ("# 甲\n\n一", [(["甲"], ["一"])], []),
        ("\n\n# 甲\n一\n## 乙\n二\n三", [(["甲"], ["一"]), (["乙"], ["二", "三"])], []),
        ("## 甲\r\n\r\n一\r\n", [(["甲"], ["一"])], []),
        ("##甲\n一", [(["甲"], ["一"])], []),
        ("## 甲\n## 乙\n一", [(["甲", "乙"], ["一"])], []),
        ("## 甲\n\n## 乙\n一", [(["甲", "乙"], ["一"])], []),
        ("# 甲\n\n## 乙\n一", [(["甲", "乙"], ["一"])], []),
        ("# 云岭日报 第2版\n\n## 乙\n一", [(["乙"], ["一"])], ["# 云岭日报 第2版"]),
        ("# 麦收\n——柳河镇见闻\n\n一", [(["麦收", "——柳河镇见闻"], ["一"])], []),
        (
            "# 麦收\n\n柳河镇开镰\n\n记者 何青\n一",
            [(["麦收", "柳河镇开镰"], ["记者 何青", "一"])],
            [],
        ),
        ("版头\n\n要目\n\n## 甲\n一", [(["甲"], ["一"])], ["版头\n\n要目"]),
        ("柳河镇召开麦收会\n# 甲\n一", [(["柳河镇召开麦收会", "甲"], ["一"])], []),
        ("### 麦乡旧事·之三\n# 甲\n一", [(["麦乡旧事·之三", "甲"], ["一"])], []),
        (
            "# 甲\n一。\n\n柳河镇召开麦收会\n# 乙\n二",
            [(["甲"], ["一。"]), (["柳河镇召开麦收会", "乙"], ["二"])],
            [],
        ),
        ("# 甲\n一。\n柳河镇\n# 乙\n二", [(["甲"], ["一。", "柳河镇"]), (["乙"], ["二"])], []),
        ("要闻\n# 乙\n二", [(["乙"], ["二"])], ["要闻"]),
        ("2024年3月9日\n# 乙\n二", [(["乙"], ["二"])], ["2024年3月9日"]),
        ("3月24日 星期日\n# 乙\n二", [(["乙"], ["二"])], ["3月24日 星期日"]),
        ("3月24日\n# 乙\n二", [(["乙"], ["二"])], ["3月24日"]),
        ("柳河镇春耕专版\n# 乙\n二", [(["乙"], ["二"])], ["柳河镇春耕专版"]),
        ("麦收时节专刊\n# 乙\n二", [(["乙"], ["二"])], ["麦收时节专刊"]),
        ("云岭日报 第2版\n# 乙\n二", [(["乙"], ["二"])], ["云岭日报 第2版"]),
        ("麦子熟了。\n# 乙\n二", [(["乙"], ["二"])], ["麦子熟了。"]),
        ("## 甲\n### 小标题\n一", [(["甲"], ["### 小标题", "一"])], []),
        (
            "# 柳河街道麦收\n\n本报讯 麦子熟了。\n\n青石街道麦收\n\n本报讯 麦子收了。",
            [
                (["柳河街道麦收"], ["本报讯 麦子熟了。"]),
                (["青石街道麦收"], ["本报讯 麦子收了。"]),
            ],
            [],
        ),
        ("### 甲\n\n### 乙\n一\n### 小标题\n二", [(["甲", "乙"], ["一", "### 小标题", "二"])], []),
        ("## 甲\n#话题#\n一", [(["甲"], ["#话题#", "一"])], []),
        ("## 甲\n##\n一", [(["甲"], ["##", "一"])], []),
    ],
)
def test_page_is_split_at_its_headings(text, stories, outside):
    assert read(text) == (stories, outside)


@pytest.mark.parametrize("text", ["", "一\n二", "一\n### 小标题\n二", "##", "#话题#"])
def test_page_without_heading_is_refused(text):
    with pytest.raises(UnreadableSource, match="no heading"):
        split_stories(Source(text))


LONG = "柳河镇的麦子熟了,三百台收割机昼夜不停,村民们把新麦晒满了打谷场,镇里的粮站也早早开了门。"


@pytest.mark.parametrize(
    ("text", "stories"),
    [
        (f"麦子熟了\n{LONG}", [["麦子熟了"]]),
        (f"麦子熟了\n——柳河镇见闻\n\n{LONG}", [["麦子熟了", "——柳河镇见闻"]]),
        (f"麦子黄了怎么收？\n记者 何青\n　　{LONG}", [["麦子黄了怎么收？"]]),
        (f"麦子熟了\n\n本报讯 {LONG}\n\n稻子绿了\n\n本报讯 {LONG}", [["麦子熟了"], ["稻子绿了"]]),
        (f"麦子熟了\n\n{LONG}\n\n稻子绿了\n\n记者 何青\n\n{LONG}", [["麦子熟了"], ["稻子绿了"]]),
        (f"麦子熟了\n{LONG}（记者 何青）\n\n稻子绿了\n{LONG}", [["麦子熟了"], ["稻子绿了"]]),
        (f"麦子熟了\n{LONG}\n-----\n稻子绿了\n{LONG}", [["麦子熟了"], ["稻子绿了"]]),
        (f"麦子熟了\n\n{LONG}\n\n打谷场上\n\n{LONG}", [["麦子熟了"]]),
        (
            f"路灯何时亮\n\n编辑同志：\n\n{LONG}（读者 何青）\n\n"
            f"记者调查\n\n{LONG}\n\n部门回应\n\n{LONG}",
            [["路灯何时亮"]],
        ),
        (
            f"路灯何时亮\n\n编辑同志：\n\n{LONG}（读者 何青）\n\n"
            f"编辑部回音\n\n收到来信的第二天，记者请来\n\n老电工看了现场。{LONG}",
            [["路灯何时亮"]],
        ),
        (f"麦子熟了\n　　{LONG}\n　　打谷场上\n　　{LONG}", [["麦子熟了"]]),
        (f"麦子熟了\n\n{LONG}\n\n图为打谷场\n何青 摄\n\n{LONG}", [["麦子熟了"]]),
        (f"麦子熟了\n\n{LONG}\n\n稻子绿了\n\n□ 何青\n\n{LONG}", [["麦子熟了"], ["稻子绿了"]]),
        (
            f"麦子熟了\n\n{LONG}\n\n路灯何时亮\n\n编辑同志：\n\n{LONG}",
            [["麦子熟了"], ["路灯何时亮"]],
        ),
        (
            f"路灯何时亮\n\n编辑同志：\n\n{LONG}\n\n柳河小区 何青\n\n简讯\n\n▲{LONG}\n\n▲{LONG}",
            [["路灯何时亮"], ["简讯"]],
        ),
        (f"麦收\n何青青\n\n麦子黄了\n风来了\n\n{LONG}", [["麦收"]]),
        (f"柳河镇：\n小镰刀 大文章\n\n{LONG}", [["柳河镇：", "小镰刀 大文章"]]),
        (
            f"麦子熟了\n{LONG}\n\n关于停水的通知\n因管道检修，定于4月\n20日8时至18时停水，\n请居民提前储水。\n"
            "柳河镇供水站\n2024年4月18日\n\n湖边的灯\n湖边有一盏灯，亮了三\n十年。守灯的人姓虞，\n今年七十一岁。",
            [["麦子熟了"], ["关于停水的通知"], ["湖边的灯"]],
        ),
        (
            f"更正\n{LONG}\n\n天气预报\n今天 小雨 14℃—21℃\n明天 小雨 12℃—17℃\n\n"
            f"遗失声明\n柳河饭店遗失许可证，声明作废。\n\n讣告\n{LONG}",
            [["更正"], ["天气预报"], ["遗失声明"], ["讣告"]],
        ),
        (f"更正\n\n{LONG}\n\n拾金不昧\n\n{LONG}", [["更正"], ["拾金不昧"]]),
        (f"更正\n{LONG}\n\n拾金不昧\n{LONG}", [["更正"], ["拾金不昧"]]),
        (f"公告\n\n{LONG}\n\n修路的日子\n\n{LONG}", [["公告"]]),
        (f"公告\n关于修路的公告\n{LONG}", [["公告", "关于修路的公告"]]),
        (
            f"县人大常委会任免名单\n\n（2024年4月8日县人大常委会第八\n次会议通过）\n\n{LONG}",
            [["县人大常委会任免名单"]],
        ),
        (
            f"县人大常委会任免名单\n（2024年4月8日县人大常委会通过）\n\n{LONG}",
            [["县人大常委会任免名单", "（2024年4月8日县人大常委会通过）"]],
        ),
        (f"渡口（之五）\n\n风铃\n\n{LONG}", [["渡口（之五）"]]),
        (
            f"对话何青\n记者 林小满\n记者：您种了多少年麦子？\n何青：{LONG}\n"
            f"记者：后来呢？\n何青：{LONG}",
            [["对话何青"]],
        ),
        (f"问：麦子熟了吗？\n答：{LONG}", [["问：麦子熟了吗？"]]),
        (f"麦子熟了\n\n{LONG}\n\n镇里印发关于修路的通知\n\n{LONG}", [["麦子熟了"]]),
        (
            f"少打招呼\n\n□ 何青\n\n前脚刚进门，后脚电话就跟来了：先是街道的\n\n{LONG}",
            [["少打招呼"]],
        ),
        (f"主要指标\n\n指标　数量　增长\n小麦　21.5　4.1\n\n{LONG}", [["主要指标"]]),
    ],
)
def test_plain_text_is_split_by_evidence(text, stories):
    assert [headings for headings, _ in read(text)[0]] == stories


def test_plain_text_without_a_headline_is_refused():
    with pytest.raises(UnreadableSource, match="no heading"):
        split_stories(Source(f"{LONG}\n\n{LONG}"))


@pytest.mark.parametrize(
    ("first", "second", "roles", "guessed"),
    [
        ("# 柳河街道麦收", "青石街道麦收", None, [False, True]),
        ("# 柳河街道麦收", "# 青石街道麦收", None, [False, False]),
        ("# 柳河街道麦收", "石桥见闻\n# 青石街道麦收", None, [False, False]),
        ("柳河街道麦收", "青石街道麦收", {1: "headline", 3: "body"}, [False, True]),
        ("柳河街道麦收", "青石街道麦收", {1: "headline", 5: "headline"}, [False, False]),
        # Where nothing tells the headlines, none is read against what is told.
        ("柳河街道麦收", "青石街道麦收", None, [False, False]),
    ],
)
def test_headline_that_is_not_told_among_told_ones_is_guessed(first, second, roles, guessed):
    source = Source(f"{first}\n\n本报讯 麦子熟了。\n\n{second}\n\n本报讯 麦子收了。")
    stories, _ = split_stories(source, roles)
    assert [story.is_guessed for story in stories] == guessed


def test_guessed_headline_is_doubted():
    text = "# 柳河街道麦收\n\n本报讯 麦子熟了。\n\n青石街道麦收\n\n本报讯 麦子收了。"
    page = parse_page(text, edition_date=date(2024, 3, 9))
    doubts = [
        [one.quote for one in story.doubts if one.kind == "doubtful_headline"]
        for story in page.stories
    ]
    assert doubts == [[], ["青石街道麦收"]]


def test_roles_of_the_format_are_believed():
    text = "引\n题\n副\n记者 何青\n一\n小\n第2页\n二\n题二\n三"
    names = [
        "kicker",
        "headline",
        "deck",
        "byline",
        "body",
        "subhead",
        "dropped",
        "body",
        "headline",
        "body",
    ]
    stories, dropped = read(text, dict(enumerate(names, start=1)))
    assert stories == [
        (["引", "题", "副"], ["记者 何青", "一", "小", "二"]),
        (["题二"], ["三"]),
    ]
    assert dropped == ["第2页"]


def test_a_kicker_may_have_an_empty_line_below_it():
    text = (
        "# 抓好春耕\n\n本报讯 麦子熟了。\n\n副县长何青调研供水工作时强调\n\n# 确保供水\n\n"
        "本报讯 水来了。\n\n农技站里来了人\n\n# 种子到了\n\n本报讯 种子到了。"
    )
    stories = parse_page(text, edition_date=date(2024, 3, 9)).stories
    assert [one.headline.kicker for one in stories] == ["", "副县长何青调研供水工作时强调", ""]
