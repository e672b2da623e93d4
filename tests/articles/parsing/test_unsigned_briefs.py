import pytest

from articles.parsing.source import Source
from articles.parsing.stories import split_stories

TITLE = "柳河镇种下新树"
FIRST = "本报讯（记者 何青）4月3日，柳河镇种下三百棵新树，镇长罗川带领干部群众植树两百亩。"
SCHOOL = ("石桥小学放假两天", "因修缮教室，石桥小学4日至5日放假两天。校长孙梅说，作业已发给家长。")
DITCH = ("热心村民清理水沟", "4日清晨，青石村村民田野带着邻居五人，清出一条两百米长的水沟。")
BRIDGE = ("青石村架起新桥", "青石村的新桥长四十米，村民过河再也不用绕路，学生上学少走三里地。")
ROAD = ("湖滨路夜间封闭", "因铺设供水管道，湖滨路每晚封闭施工，工期二十天，请车辆绕行。")
LIBRARY = ("县图书馆添新书", "县图书馆新近添置图书两千册，其中少儿读物八百册，读者可以免费借阅。")
SLOPE = ("荒坡变了样子", "过去这里寸草不生，一下雨就是黄泥汤，现在到处是绿。")
CARE = ("从种树到护树", "镇里成立了护林队，每村两个人，每天上山转一圈。")
VILLAGE = ("柳河镇的新账本", "柳河镇算了一笔账，三年后这些树每年能收果二十万斤。")


def page(*sections, title=TITLE, first=FIRST):
    return "\n\n".join((title, first, *(line for section in sections for line in section)))


def headlines(text):
    source = Source(text)
    stories, _ = split_stories(source)
    return [(source.cut(story.headings[0]), story.is_guessed) for story in stories]


@pytest.mark.parametrize(
    "sections", [(SCHOOL, DITCH), (BRIDGE, SCHOOL), (SCHOOL, LIBRARY), (LIBRARY,), (ROAD, LIBRARY)]
)
@pytest.mark.parametrize("title", [TITLE, f"# {TITLE}"])
def test_briefs_below_one_with_a_marker_begin_stories_and_are_doubted(sections, title):
    found = headlines(page(*sections, title=title))
    assert found == [(TITLE, False), *((headline, True) for headline, _ in sections)]


@pytest.mark.parametrize(
    ("sections", "first"),
    [
        ((SLOPE, CARE), FIRST),
        # It begins with no body and no place.
        ((("挂号缴费不用排队", "挂号缴费过去要排半天，如今在手机上点一点就好。"),), FIRST),
        # The overview tells of all of the kind.
        ((BRIDGE,), f"{FIRST}各村都修了路。"),
        # The overview tells of it as well.
        ((VILLAGE, LIBRARY), FIRST),
        # One of the sections says neither whom it is about nor when.
        ((SCHOOL, CARE), FIRST),
        # A day alone: most tell no subject of their own.
        ((DITCH, ("修好水渠之后", "4日，水渠通了水，两岸的田都浇上了。"), SCHOOL), FIRST),
        # No news stands above them.
        ((SCHOOL, LIBRARY), FIRST.removeprefix("本报讯（记者 何青）")),
        # A text of two paragraphs, a question, a line that goes on, a text that breaks off.
        (((*SCHOOL, "家长都说好，学校也早早作了安排。"), LIBRARY), FIRST),
        ((("石桥小学放假几天？", SCHOOL[1]),), FIRST),
        ((("石桥小学校长", "石桥小学的孙梅说，作业已发给家长，两天以后开学。"),), FIRST),
        ((("石桥小学放假两天", "石桥小学放假两天，作业已发给家长。两天以后，孩子们"),), FIRST),
        (((f"### {SCHOOL[0]}", SCHOOL[1]),), FIRST),
    ],
)
def test_sections_of_one_story_stay_in_it(sections, first):
    assert headlines(page(*sections, first=first)) == [(TITLE, False)]


def test_line_right_above_a_headline_begins_no_brief():
    """It has no text of its own."""
    title = f"{LIBRARY[0]} {LIBRARY[1]}"
    text = f"# {TITLE}\n\n{FIRST}\n**{SCHOOL[0]}**\n# {title}\n"
    assert headlines(text)[-1] == (title, False)
