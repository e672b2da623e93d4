from datetime import date

import pytest

from articles.parsing.datelines import read_dateline
from articles.parsing.markers import find_marker
from articles.parsing.source import Line, Source

APRIL = date(2023, 4, 4)


@pytest.mark.parametrize(
    ("lead", "printed", "day"),
    [
        ("二○二三年三月二十四日,区里召开会议。", "二○二三年三月二十四日", date(2023, 3, 24)),
        ("二零二三年三月二十四日,区里召开会议。", "二零二三年三月二十四日", date(2023, 3, 24)),
        ("8月9日零时40分,堤脚出了险情。", "8月9日", date(2022, 8, 9)),
        ("节日前夕,区里召开会议。", "节日前夕", None),
        ("何青同志因病医治无效，于三月三十日在青阳逝世。", "三月三十日", date(2023, 3, 30)),
        ("春节前,区里召开会议。", "春节前", None),
        ("二月初二,村里搭起戏台。", "二月初二", date(2023, 2, 21)),
        ("最近几天,各村忙春播。", "最近几天", None),
        ("3月24日,区里召开会议。", "3月24日", date(2023, 3, 24)),
        ("3月24日上午,区里召开会议。", "3月24日", date(2023, 3, 24)),
        ("近日,区里召开会议。", "近日", None),
        ("日前,区里召开会议。", "日前", None),
        ("连日来,各村抢收小麦。", "连日来", None),
        ("昨日,区里召开会议。", "昨日", date(2023, 4, 3)),
        ("今日,区里召开会议。", "今日", date(2023, 4, 4)),
        ("前天,区里召开会议。", "前天", date(2023, 4, 2)),
        ("2023年3月1日,区里召开会议。", "2023年3月1日", date(2023, 3, 1)),
        ("为提升服务水平,3月28日,区里召开会议。", "3月28日", date(2023, 3, 28)),
        ("截至3月20日,全区完成造林。3月24日,区里召开会议。", "3月24日", date(2023, 3, 24)),
        ("自2月1日以来,各村忙备耕。3月24日,区里召开会议。", "3月24日", date(2023, 3, 24)),
        ("区里3月24日召开会议。", "3月24日", date(2023, 3, 24)),
        ("3月24日至26日,区里举办培训班。", "3月24日", date(2023, 3, 24)),
        ("去年12月30日,大桥通车。", "去年12月30日", date(2022, 12, 30)),
        ("12月30日,大桥通车。", "12月30日", date(2022, 12, 30)),
        ("3日,区里召开会议。", "3日", date(2023, 4, 3)),
        ("28日,区里召开会议。", "28日", date(2023, 3, 28)),
        ("三月二十四日,区里召开会议。", "三月二十四日", date(2023, 3, 24)),
        ("３月２４日，区里召开会议。", "３月２４日", date(2023, 3, 24)),
        ("上月底,区里召开会议。", "上月底", None),
        ("去年底的广交会上,一根鱼竿卖到了国外。", "去年底", None),
        ("3月下旬以来,乡里修渠。", "3月下旬以来", None),
        ("入春以来,全县少雨。3月24日夜,人工增雨作业开始。", "3月24日", date(2023, 3, 24)),
        ("根据县水发〔2023〕3号,各村修渠。", "", None),
        ("3月中旬的草原还冷,3月24日,区里召开会议。", "3月24日", date(2023, 3, 24)),
        ("3月下旬,区里召开会议。", "3月下旬", None),
        ("周五,区里召开会议。", "周五", date(2023, 3, 31)),
        ("上周五,区里召开会议。", "上周五", date(2023, 3, 31)),
        ("本周一,区里召开会议。", "本周一", date(2023, 4, 3)),
        ("昨(3)日,区里召开会议。", "昨(3)日", date(2023, 4, 3)),
        ("记者从昨天召开的区会议上获悉,麦子熟了。", "昨天", date(2023, 4, 3)),
        ("每周五,集市都很热闹。", "", None),
        ("“今天是个好日子。”何青说。", "", None),
        ("区里召开会议。", "", None),
        ("为期3日的培训结束了。", "", None),
        ("本报3月18日二版刊发的文章有误。", "", None),
        ("本报3月18日刊登的文章有误。", "", None),
        ("去年底,大桥通车。", "去年底", None),
        ("今年年初,大桥通车。", "今年年初", None),
        ("今年3月底,大桥通车。", "今年3月底", None),
        ("近日来,各村抢收小麦。", "近日来", None),
        ("上个周末,大桥通车。", "上个周末", None),
        ("针对3月5日发生的事故,县里昨日开会。", "昨日", date(2023, 4, 3)),
        ("3·8国际妇女节前夕,区里慰问女工。", "3·8国际妇女节前夕", None),
        ("“三·八”妇女节当天,区里慰问女工。", "“三·八”妇女节", date(2023, 3, 8)),
        ("元月8日,大桥通车。", "元月8日", date(2023, 1, 8)),
        ("元月二十日,大桥通车。", "元月二十日", date(2023, 1, 20)),
        ("元月底,大桥通车。", "元月底", None),
        ("除夕以来,全县少雨。", "除夕以来", None),
        ("上个星期,大桥通车。", "上个星期", None),
        ("据县气象台4月3日消息,明天有雨。", "4月3日", date(2023, 4, 3)),
        ("明天有雨。", "", None),
        ("前晚,大桥通车。", "前晚", date(2023, 4, 2)),
        ("记者昨从区统计局获悉,麦子熟了。", "昨", date(2023, 4, 3)),
        ("农历二月初二,村里舞龙。", "农历二月初二", date(2023, 2, 21)),
        ("农历二月十五日,村里舞龙。", "农历二月十五日", date(2023, 3, 6)),
        ("大年初三,村里舞龙。", "大年初三", date(2023, 1, 24)),
        ("正月十五闹花灯的队伍练起来了。", "", None),
        ("正月初六开集的市场,人声鼎沸。", "正月初六", date(2023, 1, 27)),
        ("正月十六开集的市场,人声鼎沸。", "正月十六", date(2023, 2, 6)),
        ("3 月 24 日,大桥通车。", "3 月 24 日", date(2023, 3, 24)),
        ("“3·15”当天,区里检查。", "“3·15”", date(2023, 3, 15)),
        ("在3月24日召开的全会上,何青发言。", "3月24日", date(2023, 3, 24)),
        ("在昨天举行的庭审中,何青发言。", "昨天", date(2023, 4, 3)),
        ("“桥通了！”3月24日,何青说。", "3月24日", date(2023, 3, 24)),
        ("何青1932年5月3日出生。", "", None),
        ("时值清明,村民祭扫。", "", None),
    ],
)
def test_day_is_read_from_the_lead(lead, printed, day):
    reading = read_dateline("本报讯", lead, edition_date=APRIL)
    assert (reading.dateline.text, reading.dateline.date, reading.doubt) == (printed, day, "")


@pytest.mark.parametrize(
    ("edition", "lead", "day", "doubt"),
    [
        (date(2023, 1, 3), "12月30日,大桥通车。", date(2022, 12, 30), ""),
        (date(2023, 1, 3), "1月2日,大桥通车。", date(2023, 1, 2), ""),
        (date(2023, 1, 3), "31日,大桥通车。", date(2022, 12, 31), ""),
        (date(2022, 12, 30), "1月3日,大桥通车。", date(2023, 1, 3), "after_edition"),
        (APRIL, "4月8日,大桥通车。", date(2023, 4, 8), "after_edition"),
        (date(2023, 11, 20), "3月15日,大桥通车。", date(2023, 3, 15), ""),
        (date(2023, 3, 2), "2月29日,大桥通车。", None, "impossible_date"),
        (date(2024, 3, 2), "2月29日,大桥通车。", date(2024, 2, 29), ""),
        (APRIL, "13月45日,大桥通车。", None, "impossible_date"),
        (APRIL, "0000年1月1日,大桥通车。", None, "impossible_date"),
    ],
)
def test_year_is_supplied_and_strange_days_are_doubted(edition, lead, day, doubt):
    reading = read_dateline("本报讯", lead, edition_date=edition)
    assert (reading.dateline.date, reading.doubt) == (day, doubt)


def test_marker_may_hold_the_day():
    reading = read_dateline("本报3月24日讯", "夏粮入库。", edition_date=APRIL)
    assert (reading.dateline.text, reading.dateline.date) == ("3月24日", date(2023, 3, 24))


def test_marker_may_tell_the_first_month_by_its_name():
    marker, _ = find_marker(Source("本报元月8日讯 夏粮入库。"), Line(0, 15))
    reading = read_dateline(marker, "夏粮入库。", edition_date=APRIL)
    assert (reading.dateline.text, reading.dateline.date) == ("元月8日", date(2023, 1, 8))


@pytest.mark.parametrize(
    ("lead", "printed"),
    [
        ("针对近来的疫情，县水务局于3月24日召开会议。", "3月24日"),
        ("历时半年修好的石桥，位于青阳北门外，3月24日通车。", "3月24日"),
        ("在世界水日到来之际，县水务局3月22日发放水桶。", "3月22日"),
        ("修桥的老顾说，钢梁3月24日到货，村里等着。", ""),
        ("石桥修了半年，桩是去年10月24日打的。", ""),
        ("镇上有人扶老，有人当一日店员。", ""),
        ("石桥修了半年，于3月24日开工的引桥也已过半。", ""),
    ],
)
def test_day_of_the_last_weeks_may_stand_in_any_clause_of_the_first_sentence(lead, printed):
    dateline = read_dateline("", lead, edition_date=APRIL).dateline
    assert (dateline.text if dateline else "") == printed


@pytest.mark.parametrize(
    "lead",
    [
        "镇党委书记何青今年2月以来七次到村，群众说，这样的干部我们信得过。",
        "入夏以来镇里少雨，何青天天守在泵站。",
    ],
)
def test_writer_of_a_tale_may_tell_of_a_time_that_goes_on(lead):
    assert read_dateline("", lead, edition_date=APRIL, is_personal=True).dateline is not None


@pytest.mark.parametrize(
    "lead", ["渠水到了田头。今天她要翻过北岭去。", "渠水到了田头。三月底发工资那天，工人都来了。"]
)
def test_later_sentence_of_a_scene_tells_no_day_of_the_news(lead):
    assert read_dateline("", lead, edition_date=APRIL).dateline is None


def test_time_of_a_year_long_past_is_no_day_of_the_news():
    lead = "1958年冬天来得特别早，十一月初，山上已经落了雪。"
    assert read_dateline("", lead, edition_date=APRIL).dateline is None


@pytest.mark.parametrize(
    "lead",
    [
        "每个星期三下午，巷口坐着修伞的师傅。",
        "逢周六，渡口有集市。",
        "一周一次的集市开了。",
        "镇里的周一例会只开半个钟头。",
        "喜迎国庆，街上挂起灯笼。",
        "第一个周末，书店里坐满了人。",
        "去年今日，我们种下这棵树。",
    ],
)
def test_what_comes_back_or_is_only_spoken_of_is_no_day_of_the_news(lead):
    assert read_dateline("", lead, edition_date=APRIL).dateline is None


@pytest.mark.parametrize(
    "lead",
    [
        "骑楼是绕不过去的题目。日前，一段骑楼修好了，外墙雪白。",
        "前几天陪老顾去办证，排了半个钟头。",
        "清明节当天，我回了一趟老家。",
    ],
)
def test_time_that_the_writer_of_a_comment_or_tale_tells_is_no_day_of_the_news(lead):
    assert read_dateline("", lead, edition_date=APRIL).dateline is not None
    told = read_dateline("", lead, edition_date=APRIL, is_personal=True)
    assert told.dateline is None


@pytest.mark.parametrize(
    ("lead", "printed"),
    [
        ("3月24日，我回了一趟老家。", "3月24日"),
        ("前不久，笔者去办证，见老人排队。", "前不久"),
        ("日前，我县种下新树。", "日前"),
        ("老人排起了队。日前，笔者去问了窗口。", "日前"),
        ("灯亮了。昨晚，灯会开场。", "昨晚"),
    ],
)
def test_day_in_figures_and_what_is_reported_are_taken_of_any_writer(lead, printed):
    reading = read_dateline("", lead, edition_date=APRIL, is_personal=True)
    assert reading.dateline.text == printed


def test_unmarked_lead_needs_a_date_in_its_opening():
    assert read_dateline("", "村里种树,柳树在3月2日种。", edition_date=APRIL).dateline is None
    assert read_dateline("", "3月24日,村里种树。", edition_date=APRIL).dateline.text == "3月24日"
    assert read_dateline("", "村里3月24日种树。", edition_date=APRIL).dateline.text == "3月24日"
    assert read_dateline("", "1998年3月5日,何青来到村里。", edition_date=APRIL).dateline is None
    assert read_dateline("", "村里种树,3年前3月24日起。", edition_date=APRIL).dateline is None
    lead = "村里种树,于3月下旬种完。"
    assert read_dateline("", lead, edition_date=APRIL).dateline.text == "3月下旬"


@pytest.mark.parametrize(
    ("edition", "lead", "printed", "day"),
    [
        (date(2023, 1, 4), "元旦，大桥通车。", "元旦", date(2023, 1, 1)),
        (date(2023, 1, 4), "元旦当天，大桥通车。", "元旦", date(2023, 1, 1)),
        (date(2023, 1, 4), "新年第一天，大桥通车。", "新年第一天", date(2023, 1, 1)),
        (date(2023, 10, 9), "国庆节上午，大桥通车。", "国庆节", date(2023, 10, 1)),
        (date(2023, 1, 4), "去年国庆节当天，大桥通车。", "去年国庆节", date(2022, 10, 1)),
        (date(2023, 6, 5), "“六一”儿童节当天，大桥通车。", "“六一”儿童节", date(2023, 6, 1)),
        (date(2023, 3, 9), "三八妇女节当天，大桥通车。", "三八妇女节", date(2023, 3, 8)),
        (date(2024, 1, 4), "元旦前夕，大桥通车。", "元旦前夕", None),
        (date(2023, 10, 9), "国庆假期，大桥通车。", "国庆假期", None),
        (date(2023, 2, 3), "春节期间，大桥通车。", "春节期间", None),
        (date(2023, 2, 3), "正月十二上午，大桥通车。", "正月十二", date(2023, 2, 2)),
        (date(2023, 6, 25), "端午节当天，大桥通车。", "端午节", date(2023, 6, 22)),
        (date(2023, 2, 3), "除夕夜，村里守岁。", "除夕", date(2023, 1, 21)),
        (APRIL, "今年以来，村里修桥。", "今年以来", None),
    ],
)
def test_feasts_of_one_date_are_days_and_others_are_not(edition, lead, printed, day):
    reading = read_dateline("", lead, edition_date=edition)
    assert (reading.dateline.text, reading.dateline.date) == (printed, day)


@pytest.mark.parametrize(
    "lead", ["元旦晚会在镇上举行。", "五一劳动奖章送到村里。", "春节联欢会热闹。"]
)
def test_feast_in_a_name_is_no_day(lead):
    assert read_dateline("", lead, edition_date=APRIL).dateline is None


@pytest.mark.parametrize(
    ("year", "day"),
    [(1999, 5), (2000, 4), (2008, 4), (2012, 4), (2015, 5), (2019, 5), (2021, 4), (2023, 5)],
)
def test_clear_brightness_is_computed(year, day):
    reading = read_dateline("", "清明节当天，大桥通车。", edition_date=date(year, 4, 9))
    assert reading.dateline.date == date(year, 4, day)


@pytest.mark.parametrize(
    ("lead", "printed", "day"),
    [
        ("12月31日至1月2日，大桥检修。", "12月31日", date(2022, 12, 31)),
        ("2日至4日，大桥检修。", "2日", date(2023, 4, 2)),
        ("2—4日，大桥检修。", "2—4日", date(2023, 4, 2)),
        ("3月2、3日，大桥检修。", "3月2、3日", date(2023, 3, 2)),
    ],
)
def test_of_several_days_the_first_is_told(lead, printed, day):
    reading = read_dateline("本报讯", lead, edition_date=APRIL)
    assert (reading.dateline.text, reading.dateline.date) == (printed, day)


@pytest.mark.parametrize(
    ("lead", "printed"),
    [
        ("清晨起雾了。近日，记者走进果园。", "近日"),
        ("清晨起雾了。记者近日走进果园。", "近日"),
        ("清晨起雾了。4月2日，记者走进果园。", "4月2日"),
        ("“桥修好了。”4月2日，老顾说。", "4月2日"),
        ("清晨起雾了。3月2日，桥修好了。", None),
        ("清晨起雾了。3月24日以前，村里没有桥。", None),
        ("老顾说：“桥修好了。4月2日通车的。”", None),
        ("入春以来，雾多。4月2日，桥修好了。", "4月2日"),
        ("他爱走老路。2019年4月2日，他摔了一跤。", None),
    ],
)
def test_unmarked_lead_may_tell_its_day_after_a_scene(lead, printed):
    dateline = read_dateline("", lead, edition_date=APRIL).dateline
    assert (dateline and dateline.text) == printed


def test_month_of_last_year_is_told_within_a_season():
    dateline = read_dateline("", "去年12月，水渠动工。", edition_date=date(2024, 1, 3)).dateline
    assert (dateline.text, dateline.date) == ("去年12月", None)


def test_marker_with_a_word_for_a_day_in_its_name_tells_none():
    dateline = read_dateline("今日青阳讯", "夏粮入库。", edition_date=APRIL).dateline
    assert (dateline.text, dateline.date) == ("", None)
