"""The second paragraph tells the day of the news where the lead tells none or does not end."""

from datetime import date

import pytest

from articles.parsing.datelines import read_dateline
from articles.parsing.pipeline import parse_page

APRIL = date(2023, 4, 4)


@pytest.mark.parametrize(
    ("marker", "second", "printed"),
    [
        ("本报讯", "4月2日，何青给镇上送来轮椅。", "4月2日"),
        ("本报讯", "“真好！”4月2日，何青说。", "4月2日"),
        ("本报讯", "镇上的何青4月2日送来轮椅。", ""),
        ("本报讯", "1998年4月2日，何青来到镇上。", ""),
        ("本报讯", "4月2日以前，镇上没有轮椅。", ""),
        ("", "4月2日，何青给镇上送来轮椅。", ""),
        ("", "4月2日，记者见到了何青。", "4月2日"),
        ("", "为了让老人出门，4月2日，何青给镇上送来轮椅。", "4月2日"),
        ("", "何青出门时，4月2日，天晴了。", ""),
        ("", "为人厚道的何青，4月2日入了党。", ""),
        ("", "4月2日上午，本报记者见到了何青。", "4月2日"),
    ],
)
def test_second_paragraph_may_begin_with_the_day_where_the_lead_tells_none(marker, second, printed):
    lead = "镇上的服务站里来了一辆崭新的轮椅。"
    dateline = read_dateline(marker, lead, second=second, edition_date=APRIL).dateline
    assert (dateline.text if dateline else "") == printed


def test_lead_without_an_end_goes_on_in_the_second_paragraph():
    second = "次会议于2023年3月24日通过："
    lead = "青阳县第三届人民代表大会常务委员会任免名单如下，"
    assert (
        read_dateline("", lead, second=second, edition_date=APRIL).dateline.text == "2023年3月24日"
    )
    ended = lead.replace("，", "。")
    assert read_dateline("", ended, second=second, edition_date=APRIL).dateline is None


def test_a_few_words_lead_to_the_second_paragraph():
    second = "4月2日夜里，何青背上脚扣出了门。"
    dateline = read_dateline("", "哨所的电话断了。", second=second, edition_date=APRIL).dateline
    assert dateline.text == "4月2日"


@pytest.mark.parametrize(
    ("lead", "second", "printed"),
    [
        ("“轮椅到了，咱们上车，慢慢地走，别着急。”", "近日，何青推着轮椅出了门。", "近日"),
        ("“快走。”石桥村村民陈某说道。", "4月2日，何青推着轮椅出了门。", "4月2日"),
        ("“快走，”陈某说，“水来了。”", "4月2日，何青推着轮椅出了门。", "4月2日"),
        ("“快走”这句话他对镇上的每一个人都说过。", "4月2日，何青推着轮椅出了门。", ""),
        ("4月3日是第九个植树日，主题是“多种树”。", "4月2日，何青种了树。", "4月2日"),
        ("4月3日是第九个植树日，主题是“多种树”。", "当天，何青种了树。", "4月3日"),
        ("4月3日是植树日，镇上种了树。", "4月4日，何青来浇水。", "4月3日"),
        ("电话断了。", "日前，何青背上脚扣出了门。", "日前"),
        ("“轮椅到了。”", "节前，何青推着轮椅出了门。", ""),
        ("镇上的服务站里来了一辆崭新的轮椅。", "近日，何青推着轮椅出了门。", ""),
    ],
)
def test_what_somebody_says_leads_to_words_for_a_time(lead, second, printed):
    dateline = read_dateline("", lead, second=second, edition_date=APRIL).dateline
    assert (dateline.text if dateline else "") == printed


@pytest.mark.parametrize(
    ("lead", "second", "printed"),
    [
        ("连日来，柳河镇忙着春耕。", "4月2日，笔者在柳村看到，水田如镜。", "4月2日"),
        ("这几天，柳河镇忙着春耕。", "4月2日，记者来到柳村。", "4月2日"),
        ("日前，柳河镇开始春耕。", "4月2日，记者来到柳村。", "日前"),
        ("入春以来，柳河镇忙着春耕。", "4月2日上午，记者来到柳村。", "4月2日"),
        ("连日来，柳河镇忙着春耕。", "4月2日，何青把种子送到柳村。", "连日来"),
        ("连日来，柳河镇忙着春耕。截至3月底，犁地千亩。", "4月2日，记者来到柳村。", "连日来"),
        ("连日来，柳河镇忙着春耕。", "去年4月2日，记者来过柳村。", "连日来"),
        ("4月1日，柳河镇开始春耕。", "4月2日，记者来到柳村。", "4月1日"),
    ],
)
@pytest.mark.parametrize("marker", ["", "本报讯"])
def test_time_that_goes_on_gives_way_to_the_day_of_a_visit_below(marker, lead, second, printed):
    dateline = read_dateline(marker, lead, second=second, edition_date=APRIL).dateline
    assert dateline.text == printed


@pytest.mark.parametrize(
    ("opening", "printed"),
    [("“师傅，快一点！”\n\n“您坐稳！”", "4月2日"), ("车来了。\n\n“您坐稳！”", "")],
)
def test_story_may_tell_its_day_behind_what_two_people_say(opening, printed):
    page = parse_page(
        f"出租车司机救人\n\n{opening}\n\n4月2日，何青开着车去医院。", edition_date=APRIL
    )
    dateline = page.stories[0].dateline
    assert (dateline.text if dateline else "") == printed


def test_words_below_pictures_may_stand_above_the_paragraph_that_tells_the_day():
    words = "起跑后，奋力向前。\n\n他们腾空而起。"
    page = parse_page(
        f"# 县运会落幕\n\n{words}\n\n4月2日，县运会在体育场落幕。", edition_date=APRIL
    )
    assert page.stories[0].dateline.date == date(2023, 4, 2)


def test_a_speech_that_is_opened_twice_has_no_day():
    page = parse_page(
        "在大会上的讲话\n\n各位代表：\n\n同志们：\n\n今天，大会开幕了。", edition_date=APRIL
    )
    assert page.stories[0].dateline is None


def test_what_greets_is_no_words_below_pictures():
    text = "县委书记 何青\n\n同志们：\n\n今天我们召开春耕会议，请大家抓紧。"
    page = parse_page(f"# 春耕讲话\n\n{text}", edition_date=APRIL)
    assert page.stories[0].dateline is None


def test_day_that_a_column_cuts_is_no_words_below_pictures():
    lead = "　　本报讯（记者　何青）3月24\n日，石桥镇开渠。渠长三公里，\n村民说，不怕旱了。\n"
    page = parse_page(f"石桥镇修通新渠\n\n{lead}马兰花开满山坡。", edition_date=APRIL)
    assert page.stories[0].dateline.date == date(2023, 3, 24)


@pytest.mark.parametrize(
    "lead",
    ["1998年夏天，河水漫堤。", "一九九八年夏天，河水漫堤。", "那年夏天，河水漫堤。"],
)
def test_what_was_done_for_something_in_a_story_of_the_past_is_no_news(lead):
    second = "为救落水的孩子，4月2日，何青跳进了河里。"
    assert read_dateline("", lead, second=second, edition_date=APRIL).dateline is None


@pytest.mark.parametrize(
    ("head", "lead", "printed"),
    [
        ("【4月2日，县城】", "大水漫过河堤的时候，何青正在县城里上课。", "4月2日"),
        ("【我们的节日·清明节】", "大水漫过河堤的时候，何青正在县城里上课。", ""),
        ("【核心提示】", "大水漫过了河堤。\n\n4月2日，何青在县城里上课。", "4月2日"),
    ],
)
def test_day_stands_in_the_head_of_a_scene_or_below_a_short_summary(head, lead, printed):
    page = parse_page(f"# 河堤上的人\n\n{head}\n\n{lead}\n", edition_date=APRIL)
    dateline = page.stories[0].dateline
    assert (dateline.text if dateline else "") == printed
