from datetime import date

import pytest

from articles.parsing.front_pages import front_matter
from articles.parsing.pipeline import parse_page

MASTHEAD = (
    "青澜新报",
    "QINGLAN NEWS",
    "中共青澜区委主管主办",
    "2023年4月4日 星期二 农历癸卯年闰二月十四 第5231期 今日4版",
    "国内统一连续出版物号 CN 00-0000",
)
CONTENTS = ("今日导读", "图书馆换上矮书架 2版", "老渠新水润麦田", "第3版", "")
STORY = (
    "春灌时节好用水",
    "柳河镇修好一条水渠",
    "浇一遍地只要一天半",
    "本报讯（记者 何青）4月3日，柳河镇石桥村的水渠修好了，清水流进三百亩麦田。",
    "村民邬守田站在渠边，看着水往前走。",
)


def test_masthead_and_contents_are_no_story():
    texts = (*MASTHEAD, *CONTENTS, *STORY)
    assert front_matter(texts) == {*range(9)}
    (story,) = parse_page("\n".join(texts), edition_date=date(2023, 4, 4)).stories
    headline = story.headline
    assert [headline.kicker, headline.headline, headline.deck] == list(STORY[:3])
    assert [one.name for one in story.bylines] == ["何青"]


def test_contents_below_a_story_are_not_of_it():
    page = parse_page("\n".join((*STORY, "", *CONTENTS)), edition_date=date(2023, 4, 4))
    (story,) = page.stories
    assert story.paragraphs[-1].text == STORY[-1]
    assert [edit.removed for edit in page.edits] == list(CONTENTS[:4])


@pytest.mark.parametrize(
    "line",
    [
        "中共青澜区委机关报",
        "青澜区委主管 青澜日报社主办",
        "主办单位：青澜区融媒体中心",
        "总第5231期",
        "CN 00-0000",
        "2023年4月4日",
    ],
)
def test_a_line_of_the_masthead(line):
    assert front_matter([line, *STORY]) == {0}


@pytest.mark.parametrize(
    "texts",
    [
        STORY,
        ("全区运动会由柳河镇承办", *STORY[1:]),
        ("写作班 第3期 周日开班", *STORY[1:]),
        ("今日导读", *STORY),
        ("要目", "柳河镇修好一条水渠", "本报讯 详见第3版的消息说，水渠修好了。"),
    ],
)
def test_a_line_of_a_story_is_neither(texts):
    assert front_matter(texts) == set()
