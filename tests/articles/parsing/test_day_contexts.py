"""The words round a day: till when figures count, what is answered, what is still to be."""

from datetime import date

import pytest

from articles.parsing.datelines import read_dateline

APRIL = date(2023, 4, 4)


def told(lead, marker=""):
    dateline = read_dateline(marker, lead, edition_date=APRIL).dateline
    return dateline.text if dateline else ""


@pytest.mark.parametrize(
    ("lead", "printed"),
    [
        ("截至3月31日，全区发放春耕贷款三亿元。", "3月31日"),
        ("到三月三十日止，全县栽油桐二万亩。", "三月三十日"),
        ("截止4月1日，纺织厂超产棉纱四百件。", "4月1日"),
        ("到4月2日，车队安全行车一千天。", "4月2日"),
        ("截至3月底，全区发放贷款三亿元。", "3月底"),
        ("截至去年底，全区有水库三座。", "去年底"),
        ("修渠三十里，占年初计划的一半。", ""),
        ("截至去年12月31日，全区有水库三座。", ""),
        ("据统计，截至3月20日，全区立案三件。", ""),
        ("截至3月20日，麦子收完。日前，镇里开会。", "日前"),
        ("到4月30日，全区将完成造林。", ""),
        ("庙会将在4月3日至8日举行。", ""),
        ("在镇上通了班车的今天，路不远了。", ""),
        ("自3月1日至3月31日，全区查车千辆。", ""),
    ],
)
def test_day_till_which_a_marked_lead_counts_is_told_where_no_other_is(lead, printed):
    assert told(lead, "本报讯") == printed


@pytest.mark.parametrize(
    ("lead", "printed"),
    [
        ("汛期以来，县里修渠三条。", "汛期以来"),
        ("节假日期间，渡口挤满了人。", "节假日期间"),
        ("暑期，孩子们来到图书馆。", "暑期"),
        ("二十三天来，工人日夜赶工。", "二十三天来"),
        ("近十几天来，工人日夜赶工。", "近十几天来"),
        ("三月来临，柳树发芽。", ""),
        ("五天来了三拨人，老顾都接待了。", ""),
        ("一天来三趟，老顾都认得他。", ""),
        ("涨水日当天，村民上堤。", ""),
        ("世界水日当天，村民清淤。", "世界水日"),
    ],
)
def test_words_for_a_time_are_read_whole_and_no_others_for_them(lead, printed):
    assert told(lead, "本报讯") == printed


def test_lead_without_a_marker_tells_no_day_till_which_it_counts():
    assert told("截至4月2日，125家企业已复工120家。") == ""


@pytest.mark.parametrize(
    ("lead", "printed"),
    [
        ("天没亮，老顾就上了山。这天是4月2日，父子俩要去种树。", "4月2日"),
        ("渠水到了田头。那天是1998年3月5日，他摔了一跤。", ""),
        ("渠边人声鼎沸。3月下旬的一天，记者走进柳村。", "3月下旬"),
        ("渠边人声鼎沸。3月下旬的一天，他掉进沟里。", ""),
        ("“我先上。”“我也去。”3月下旬，村里贴出告示。", "3月下旬"),
        ("“我先上！”“我也去！”“算我一个！”4月1日晚，堤上来了人。", "4月1日"),
        ("最近的一个集市，离村三十里。", ""),
        ("麦子黄了。入夏以来，镇里修渠八条。", "入夏以来"),
        ("麦子黄了。今年以来，镇里修渠八条。", ""),
    ],
)
def test_scene_is_followed_by_its_day(lead, printed):
    assert told(lead) == printed


@pytest.mark.parametrize(
    ("lead", "printed"),
    [
        ("一块路牌，64岁的菜农老顾最近成了渡口的名人。", "最近"),
        ("一块路牌，64岁的菜农老顾近年来成了渡口的名人。", ""),
        ("一块路牌，64岁的菜农老顾3月2日收到。", ""),
    ],
)
def test_short_while_ago_is_told_anywhere_in_the_first_sentence(lead, printed):
    assert told(lead) == printed


@pytest.mark.parametrize(
    ("lead", "printed"),
    [("笔者日前到镇里采访，碰上开会。", "日前"), ("我日前到镇里办事，碰上开会。", "")],
)
def test_what_a_writer_reports_is_told_though_the_word_stands_before(lead, printed):
    dateline = read_dateline("", lead, edition_date=APRIL, is_personal=True).dateline
    assert (dateline.text if dateline else "") == printed


@pytest.mark.parametrize(
    ("lead", "printed"),
    [
        ("从上月底起，班车改道。", "上月底"),
        ("从本月底起，班车改道。", ""),
        ("供水站计划于近期停水。", ""),
    ],
)
def test_part_of_a_month_is_past_or_to_come(lead, printed):
    assert told(lead, "本报讯") == printed


@pytest.mark.parametrize("to", ["编辑同志", "编辑部", "县报编辑同志"])
def test_letter_tells_no_day_of_the_news_unless_it_is_marked(to):
    lead = f"{to}：4月1日，我去粮站卖粮，等了一天。"
    assert told(lead) == ""
    assert told(lead, "本报讯") == "4月1日"


@pytest.mark.parametrize(
    ("lead", "printed"),
    [
        ("3月20日，城北发生一起盗窃案。民警连夜布控，于3月29日将人抓获。", "3月29日"),
        ("3月20日，外省发生6.2级地震。4月1日，区里捐款十万元。", "4月1日"),
        ("3月20日，外省发生6.2级地震。连日来，区里忙着捐款。", "连日来"),
        ("从3月20日起，班车改道。连日来，乘客叫好。", "3月20日"),
        ("3月20日，外省发生6.2级地震。记者昨日从区里获悉，游客已平安返回。", "昨日"),
        ("3月20日，城北发生一起抢劫案。近日，案件告破。", "近日"),
        ("3月28日，我县发生3.2级地震。3月29日，县长到村里查看。", "3月28日"),
        ("3月28日夜，镇里发生一起火灾。3月29日，县长到村里查看。", "3月28日"),
        ("3月20日，城北发生一起盗窃案。", "3月20日"),
        ("3月28日，县里开会。3月29日，又到村里查看。", "3月28日"),
        ("2月28日，何青酒后撞坏石桥。3月29日，法院开庭。", "3月29日"),
        ("3月28日，何青家的牛被盗。4月1日，牛找到了。", "4月1日"),
        ("3月28日受大风影响，麦子倒伏。4月1日，记者看到农机在抢收。", "4月1日"),
        ("3月28日，夺冠的消息传来，镇上放炮。4月1日，镇里开会。", "4月1日"),
        ("3月19日是助残日。3月17日，镇里送来轮椅。", "3月17日"),
        ("3月19日是助残日。镇里送来轮椅。", "3月19日"),
        ("3月22日至28日是节水周。23日，镇里发水桶。", "23日"),
        ("从3月25日起，何青没回过家。4月2日，记者见到了她。", "4月2日"),
        ("从3月25日起，班车改道，4月2日改回来。", "3月25日"),
        ("镇上的书画展从3月25日开始，展出百幅。", "3月25日"),
        ("镇上的书画展从4月25日开始，展出百幅。", ""),
        ("镇上从3月25日至29日查车，查了百辆。", "3月25日"),
        ("从3月25日到29日，镇上查车百辆。", "3月25日"),
        ("镇上贴出名单，公示期自3月25日至29日。", ""),
        ("何青上月在路上被人抢了背包。昨日，背包找到了。", "昨日"),
        ("3月20日，城北发生一起盗窃案。民警3月29日破案。", "3月29日"),
    ],
)
def test_of_a_case_or_a_quake_elsewhere_the_answer_is_the_news(lead, printed):
    assert told(lead, "本报讯") == printed


@pytest.mark.parametrize(
    ("lead", "printed"),
    [
        ("今晚8时，桃花灯会将正式亮灯。", ""),
        ("据气象台消息，4日夜间至6日，我区将出现大风。", ""),
        ("今天上午9时，桃花节将在镇上开幕。", ""),
        ("今天，区政府宣布，桃花节将于4月28日开幕。", "今天"),
        ("今天上午，镇里宣布桃花节将开幕。", "今天"),
        ("今天起，班车改道。", "今天"),
        ("4月1日零时起，班车改道。", "4月1日"),
        ("4月8日零时起，班车改道。", ""),
        ("今天下午，镇里将旧屋改成书屋。", "今天"),
        ("据区气象台预报，4月5日至6日有雨。", ""),
        ("未来一周以晴天为主，6日有小雨。", ""),
        ("今天白天多云，夜间有小雨，5日转晴。", ""),
        ("征文的截稿日期为4月20日。", ""),
        ("教师的报名时间：4月20日9:00至29日17:00。", ""),
        ("因检修，4月10日8时至18时停电。", ""),
    ],
)
def test_what_is_still_to_be_today_or_later_is_no_news(lead, printed):
    assert told(lead, "本报讯") == printed


@pytest.mark.parametrize(
    ("lead", "printed"),
    [
        ("会议传达了3月20日召开的全省会议精神。", ""),
        ("区里开会，学习贯彻3月20日省委会议精神。", ""),
        ("区委理论学习中心组3月24日集中学习。", "3月24日"),
        ("3月1日起施行的办法，各村都贴了。", ""),
        ("3月18日开工的大桥，桥墩已出水面。", ""),
        ("植树节那天种下的树苗，如今吐了新芽。", ""),
        ("4月2日开通的班车，坐满了人。", "4月2日"),
        ("4月2日开通的班车，昨日坐满了人。", "昨日"),
        ("市里3月20日召开会议后，各村修渠。", ""),
        ("为落实3月20日全省会议精神，各村修渠。", ""),
        ("清明小长假过后，各村修渠。", ""),
        ("清明假期刚过，各村修渠。", ""),
        ("八天假期里，各村修渠。", ""),
        ("3月20日外省发生6.2级地震后，各村捐款。", ""),
        ("月初的一场冰雹，打坏了苹果。", ""),
        ("六十年前的今天，石桥通车。", ""),
        ("六十年前的4月3日，石桥通车。", ""),
        ("在4月1日的庆祝会上，何青说了话。", "4月1日"),
        ("在4月1日的来信里，何青说了话。", ""),
        ("《石桥3月24日通车》一文有误。", ""),
    ],
)
def test_day_of_what_is_read_out_is_no_day_of_the_news(lead, printed):
    assert told(lead, "本报讯") == printed


@pytest.mark.parametrize(
    ("lead", "printed"),
    [
        ("连日来，各村修渠。4月2日，渠通了。", "4月2日"),
        ("连日来，各村修渠。截至4月2日，已修八条。", "连日来"),
        ("近日，各村修渠。4月2日，渠通了。", "近日"),
        ("正月十六以来，镇里开工八处。", "正月十六以来"),
        ("第五个教师节之际，镇里慰问老师。", "第五个教师节之际"),
        ("第五个教师节前夕，3月24日，镇里慰问老师。", "3月24日"),
        ("在植树节前夕，苗圃3月10日开工。", "3月10日"),
        ("春节期间，各村修渠。假期里还通了两条。", "春节期间"),
        ("近几年来，各村修渠。", "近几年来"),
        ("近几年来，各村修渠。4月2日，渠通了。", "4月2日"),
        ("秋收以来，各村修渠。", "秋收以来"),
        ("自入冬以来，各村修渠。", "入冬以来"),
        ("今年初以来，各村修渠。", "今年初以来"),
        ("本月，镇里通报三起案件。", "本月"),
        ("3月中下旬，各村修渠。", "3月中下旬"),
        ("高考期间，镇里派车接送。", "高考期间"),
    ],
)
def test_time_that_goes_on_gives_way_to_a_day(lead, printed):
    assert told(lead, "本报讯") == printed


@pytest.mark.parametrize(
    ("lead", "printed"),
    [
        ("4月1日下午，广场上送别。", "4月2日"),
        ("4月1日至2日，广场上送别。", "4月2日"),
        ("昨天，广场上送别。", "4月2日"),
        ("截至4月1日，捐款一万元。", "4月2日"),
        ("1998年3月5日，何青来到村里。", "4月2日"),
        ("4月20日，镇里将办桃花节。", "4月2日"),
    ],
)
def test_day_of_the_marker_comes_before_any_of_the_lead(lead, printed):
    assert told(lead, "本报4月2日讯") == printed


@pytest.mark.parametrize(
    ("lead", "printed", "day"),
    [
        ("24、25两日，区里开会。", "24、25两日", date(2023, 3, 24)),
        ("3月24、25两天，区里开会。", "3月24、25两天", date(2023, 3, 24)),
        ("三月廿四日，区里开会。", "三月廿四日", date(2023, 3, 24)),
        ("二月廿日，区里开会。", "二月廿日", date(2023, 2, 20)),
    ],
)
def test_days_told_together_and_the_old_numeral_are_read(lead, printed, day):
    dateline = read_dateline("本报讯", lead, edition_date=APRIL).dateline
    assert (dateline.text, dateline.date) == (printed, day)


@pytest.mark.parametrize(
    ("lead", "printed"),
    [
        ("从本月初起，镇里发放新证。", "本月初"),
        ("从上月底起，镇里发放新证。", "上月底"),
        ("自3月下旬开始，各村修渠。", "3月下旬"),
        ("从4月中旬起，各村修渠。", ""),
        ("自本月下旬开始，各村修渠。", ""),
        ("自下月初开始，各村修渠。", ""),
    ],
)
def test_part_of_a_month_that_has_begun_is_no_longer_to_come(lead, printed):
    assert told(lead) == printed


@pytest.mark.parametrize(
    ("lead", "printed"),
    [
        ("一件绿马甲、一块牌子，菜农何青最近成了站上的“明星”。", "最近"),
        ("地处北沟的罗村，村民日前用上了自来水。", "日前"),
        ("锣鼓声先到了，石桥村前不久办了庙会。", "前不久"),
        ("何青说，厂里最近不景气。", ""),
        ("听说要修路，镇上最近热闹。", ""),
        ("因检修线路，供电站计划于近期停电。", ""),
        ("为方便群众，供电站近期将停电检修。", ""),
    ],
)
def test_what_happened_of_late_may_be_told_in_a_later_clause(lead, printed):
    assert told(lead) == printed


@pytest.mark.parametrize(
    ("lead", "printed"),
    [
        ("笔者日前到镇里办事，见大厅里坐满了人。", "日前"),
        ("记者近日到镇里办事，见大厅里坐满了人。", "近日"),
        ("我日前到镇里办事，见大厅里坐满了人。", ""),
        ("日前陪老母到镇里办事，见大厅里坐满了人。", ""),
    ],
)
def test_writer_who_calls_himself_so_reports(lead, printed):
    dateline = read_dateline("", lead, edition_date=APRIL, is_personal=True).dateline
    assert (dateline.text if dateline else "") == printed


@pytest.mark.parametrize(
    ("lead", "printed"),
    [
        ("3月20日，外省发生6.2级地震。4月1日，区里捐款十万元。", "4月1日"),
        ("3月20日，外省发生6.2级地震。区里捐款十万元。", "3月20日"),
        ("3月20日，镇上发生一起抢劫案。案发后，民警追查，于4月1日破案。", "4月1日"),
        ("2月20日，何青来到镇上。4月1日，他开了店。", "4月1日"),
        ("桃花开了。村里热闹起来，近日，记者采访了何青。", "近日"),
        ("桃花开了。村里热闹起来，近日，何青采了花。", ""),
    ],
)
def test_later_sentence_of_a_lead_without_a_marker_may_tell_the_answer(lead, printed):
    assert told(lead) == printed


@pytest.mark.parametrize(
    ("lead", "printed"),
    [
        ("3月，县里开通两条班车。", "3月"),
        ("3月，县里开通两条班车。4月2日，又开一条。", "4月2日"),
        ("3月起，县里开通两条班车。", "3月"),
        ("4月起，县里开通两条班车。", "4月"),
        ("5月起，县里开通两条班车。", ""),
        ("3月，全县工业产值同比增长一成。", "3月"),
        ("据县里统计，三月份全县产值增长一成。", "三月份"),
        ("忙了一春，3月，全县产值同比增长一成。", ""),
        ("今年一季度，全县产值增长一成。", "今年一季度"),
        ("今年1至3月，全县产值增长一成。", "今年1至3月"),
        ("县统计局数据显示，前三季度，全县产值增长一成。", "前三季度"),
        ("头两个月，全县产值增长一成。4月2日，县里开会。", "4月2日"),
        ("一季度的账算出来那天，厂里的灯亮到半夜。", ""),
        ("亏了三年的糖厂，今年一季度盈利三万元。", ""),
        ("1月10日至3月24日，全县修渠八条。", ""),
        ("县里算过账，3月，班车最忙。", ""),
        ("2022年下半年，全县产值增长一成。", "2022年下半年"),
        ("2012年下半年，全县产值增长一成。", ""),
        ("两国近年来往来不断。", ""),
        ("县里的班车3月，4月都忙。", ""),
    ],
)
def test_time_of_figures_is_told_where_the_lead_begins_with_it(lead, printed):
    assert told(lead, "本报讯") == printed


@pytest.mark.parametrize(
    ("edition", "lead", "printed"),
    [
        (date(2004, 12, 31), "元旦期间，商场延长营业。", ""),
        (date(2004, 12, 31), "元旦前夕，商场延长营业。", "元旦前夕"),
        (date(2005, 1, 5), "元旦期间，商场延长营业。", "元旦期间"),
        (date(2005, 2, 4), "春节期间，商场延长营业。", ""),
        (date(2005, 2, 18), "春节期间，商场延长营业。", "春节期间"),
    ],
)
def test_days_off_of_a_feast_may_be_to_come(edition, lead, printed):
    dateline = read_dateline("", lead, edition_date=edition).dateline
    assert (dateline.text if dateline else "") == printed


@pytest.mark.parametrize(
    ("lead", "printed"),
    [
        ("去年底桥通了。好走吗？日前，记者就此采访了局长何青。", "日前"),
        ("上个月，区里定了八条办法。近日，本报记者专访了局长何青。", "近日"),
        ("4月2日，渠通了水。昨天，记者采访了村民何青。", "4月2日"),
        ("4月2日，渠通了水。昨天，记者就用水问题，采访了局长何青。", "昨天"),
        ("4月2日，渠通了水。昨天，记者来到县里，专访了局长何青。", "昨天"),
    ],
)
def test_day_of_an_interview_goes_before_the_times_that_it_asks_about(lead, printed):
    assert told(lead) == printed


@pytest.mark.parametrize(
    ("lead", "printed"),
    [
        ("双节将至，县里从4月1日起开展检查。", "4月1日"),
        ("双节将至，县里从4月8日起开展检查。", ""),
        ("双节将至，县里从4月1日至今开展检查。", ""),
    ],
)
def test_day_from_which_something_goes_on_is_told_once_it_has_begun(lead, printed):
    assert told(lead) == printed
