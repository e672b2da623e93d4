"""A stretch is told with what it counts from, once it has begun; and what is no time of news."""

from datetime import date

import pytest

from articles.parsing.datelines import read_dateline

APRIL = date(2023, 4, 4)


def told(lead, marker="", **options):
    dateline = read_dateline(marker, lead, edition_date=APRIL, **options).dateline
    return dateline.text if dateline else ""


@pytest.mark.parametrize(
    ("lead", "printed"),
    [
        ("3月20日开展普查以来，各村修渠。", "3月20日开展普查以来"),
        ("自3月20日开闸放水以来，各村修渠。", "3月20日开闸放水以来"),
        ("自今年2月开展“护渠”行动以来，各村修渠。", "今年2月开展“护渠”行动以来"),
        ("2月普查开始以来，各村修渠。", "2月普查开始以来"),
        ("2022年11月普查开始以来，各村修渠。", "2022年11月普查开始以来"),
        ("2013年3月20日当上村主任以来，何青修渠八条。", ""),
        ("自2月开展普查以来，各村修渠。4月2日，渠通了。", "4月2日"),
        ("镇里自3月20日开展普查以来，修渠八条。", "3月20日开展普查以来"),
        ("镇里3月20日开展普查以来，修渠八条。", ""),
        ("进入防火期以来，护林员天天上山。", "进入防火期以来"),
        ("开学一个月来，书屋照常开放。", "开学一个月来"),
        ("新学期开学20多天来，书屋照常开放。", "新学期开学20多天来"),
        ("入汛半个月来，各村修渠。", "入汛半个月来"),
        ("开学一个半月来，书屋照常开放。", "开学一个半月来"),
        ("入冬来，各村修渠。", "入冬来"),
        ("入冬来人少，各村修渠。", ""),
        ("疫情发生以来，何青守在村口。", "疫情发生以来"),
        ("夏粮收购开始以来，粮站日夜开门。", "夏粮收购开始以来"),
        ("近10天来，工人日夜赶工。", "近10天来"),
        ("糖厂效益好。开榨五十天来，盈利九十万元。", ""),
        ("进入3月以来，各村修渠。", "进入3月以来"),
        ("连续三天，镇里下了雨。", "连续三天"),
        ("连续三天下雨，镇里停了课。", ""),
        ("复工首日，厂门口排起了队。", "复工首日"),
        ("最近一段时间，工人日夜赶工。4月2日，渠通了。", "4月2日"),
        ("近段时间，工人日夜赶工。4月2日，渠通了。", "4月2日"),
        ("前段时间，工人日夜赶工。4月2日，渠通了。", "前段时间"),
    ],
)
def test_stretch_is_told_with_what_it_counts_from(lead, printed):
    assert told(lead, "本报讯") == printed


@pytest.mark.parametrize(
    ("lead", "printed"),
    [
        ("砖瓦厂从三月份起推行计件工资。", "三月份"),
        ("砖瓦厂从四月份起推行计件工资。", "四月份"),
        ("砖瓦厂从五月份起推行计件工资。", ""),
        ("砖瓦厂从1月份起推行计件工资。", ""),
        ("书画展从3月底开始，展出百幅。", "3月底"),
        ("从本周起，班车改道。", "本周"),
        ("本周，镇里将举办桃花节。", ""),
    ],
)
def test_time_from_which_something_goes_on_is_told_once_it_has_begun(lead, printed):
    assert told(lead) == printed


@pytest.mark.parametrize(
    ("lead", "printed"),
    [
        ("2023年3月，水渠动工。", "2023年3月"),
        ("2023年3月下旬，水渠动工。", "2023年3月下旬"),
        ("2013年3月下旬，水渠动工。", ""),
        ("2013年3月，水渠动工。", ""),
        ("三月，杏花开了。可护士们没有空看。", ""),
        ("三月，正是修渠的时候。", ""),
        ("三月，镇里修渠八条。", "三月"),
    ],
)
def test_month_may_be_told_with_its_year_and_is_none_of_what_it_looks_like(lead, printed):
    assert told(lead, "本报讯") == printed


def test_feast_is_meant_that_something_happened_in():
    assert told("在“3·15”消费者权益日，县里检查商店。") == "“3·15”消费者权益日"
    assert told("为迎接“3·15”消费者权益日，县里检查商店。") == ""


def test_quotation_that_nothing_closes_may_have_lost_its_end():
    lead = "“多亏了镇上的大夫4月2日，家住柳村的老顾出院时说。"
    assert told(lead, "本报讯") == "4月2日"
    assert told(lead.replace("大夫", "大夫，") + "”", "本报讯") == ""


@pytest.mark.parametrize(
    "lead",
    [
        "本人不慎于4月2日遗失身份证，声明作废。",
        "镇政府公告：4月1日至3日封山，禁止用火。",
    ],
)
def test_notice_tells_no_day_of_the_news_unless_it_is_marked(lead):
    assert told(lead) == ""
    assert told(lead, "本报讯") != ""


@pytest.mark.parametrize(
    "lead",
    [
        "4月2日，小学生拾到一块手表。学校贴出招领启事，失主来了。",
        "4月2日，老顾登报声明作废的驾驶证找到了。",
        "4月2日，镇政府发布通告：即日起封山，禁止用火。",
    ],
)
def test_news_of_a_notice_tells_its_day(lead):
    assert told(lead) == "4月2日"


def test_what_the_writer_of_a_comment_did_is_no_news_in_a_later_sentence_either():
    lead = "农时不等人。前几天下乡，看到有的田空着。"
    assert told(lead, is_reported=False) == ""
    assert told(lead) == "前几天"
