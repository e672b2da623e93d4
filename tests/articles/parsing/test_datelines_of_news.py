"""Which of the days in a lead is that of the news."""

from datetime import date

import pytest

from articles.parsing.datelines import read_dateline

APRIL = date(2023, 4, 4)


@pytest.mark.parametrize(
    ("lead", "printed"),
    [
        ("据统计，今年1月1日至3月24日，全区立案12件。", ""),
        ("3月28日至4月2日，培训班在区委党校举行。", "3月28日"),
        ("去年5月8日，水渠动工。今年3月24日，水渠修好了。", "今年3月24日"),
        ("去年12月28日，水渠动工。", "去年12月28日"),
    ],
)
def test_stretch_of_months_and_last_year_are_no_day_of_the_news(lead, printed):
    dateline = read_dateline("本报讯", lead, edition_date=APRIL).dateline
    assert dateline.text == printed


@pytest.mark.parametrize(
    ("lead", "printed"),
    [
        ("4月28日，镇里将举办采摘节。", ""),
        ("4月5日，清明小长假首日，各村将组织祭扫。", ""),
        ("租出去的地有租金，年底有分红。", ""),
        ("5日至6日，全区将有小雨。", ""),
        ("29日，镇里将举办采摘节。", "29日"),
        ("4月8日起，班车改道。", ""),
        ("国庆节期间，镇里将举办菊展。", ""),
        ("今年7月，镇里将举办荷花节。", ""),
        ("水渠还在修，年底可通水。", ""),
        ("水渠还在修，预计4月底通水。", ""),
        ("夏令营的报名时间为4月6日至9日。", ""),
        ("夏令营报名了，4月9日截止。", ""),
        ("4月3日，记者获悉，采摘节将于4月28日举办。", "4月3日"),
        ("近日，镇里将旧屋改成书屋。", "近日"),
        ("4月7日是世界卫生日，区医院日前开展义诊。", "日前"),
        ("4月4日是清明节，镇里日前设了献花处。", "日前"),
        ("4月3日是健康日，镇里日前设了义诊台。", "4月3日"),
        ("4月4日是清明节，镇里设了献花处。", "4月4日"),
        ("临近年底，镇里忙起来。", ""),
    ],
)
def test_what_is_to_come_is_no_day_of_the_news(lead, printed):
    dateline = read_dateline("本报讯", lead, edition_date=APRIL).dateline
    assert dateline.text == printed


@pytest.mark.parametrize(
    ("lead", "printed"),
    [
        ("2021年11月8日，王某撞人后逃走。近日，区法院判他赔偿。", "近日"),
        ("2021年11月8日，王某撞人后逃走。3月24日，区法院判他赔偿。", "3月24日"),
        ("区法院3月24日开庭。2021年11月8日，王某撞人后逃走。", "3月24日"),
        ("2021年11月8日撞人逃走的王某，日前被判赔偿。", "日前"),
        ("去年8月，王某撞人后逃走。", ""),
        ("2021年11月8日，王某撞人后逃走。", ""),
        ("去年5月8日，王某撞人后逃走，近日被判赔偿。", "近日"),
        ("今年1月5日，王某撞人后逃走，近日被判赔偿。", "今年1月5日"),
    ],
)
def test_old_case_is_no_day_of_the_news(lead, printed):
    dateline = read_dateline("本报讯", lead, edition_date=APRIL).dateline
    assert dateline.text == printed


@pytest.mark.parametrize(
    ("marker", "lead", "printed"),
    [
        ("", "2023年12月20日，镇里召开会议。", "2023年12月20日"),
        ("", "2023年的中秋节当天，镇里办灯会。", "2023年的中秋节"),
        ("", "去年二月初二，镇里办灯会。", "去年二月初二"),
        ("", "2023年12月20日，水渠动工。3月24日，水渠修好了。", "3月24日"),
        ("本报讯", "2023年12月20日，水渠动工。近日，水渠修好了。", "近日"),
        ("本报讯", "2022年12月20日，水渠动工。", ""),
    ],
)
def test_old_day_of_last_year_is_told_where_the_lead_tells_no_other(marker, lead, printed):
    dateline = read_dateline(marker, lead, edition_date=date(2024, 3, 25)).dateline
    assert dateline.text == printed


def test_old_case_without_a_marker_is_no_day_of_the_news():
    lead = "2022年11月8日，王某撞人后逃走。近日，区法院判他赔偿。"
    assert read_dateline("", lead, edition_date=APRIL).dateline.text == "近日"


@pytest.mark.parametrize(
    ("lead", "printed"),
    [
        ("今年3月，水渠动工。", "今年3月"),
        ("今年3月，水渠动工。4月2日，水渠修好了。", "4月2日"),
        ("去年12月，水渠动工。", ""),
        ("3月以来，各村修渠。", "3月以来"),
        ("各村3月以来修渠八条。", "3月以来"),
        ("走进各村，到处在修渠。3月以来，镇里修好八条。", "3月以来"),
        ("今年二月以来，各村修渠。", "今年二月以来"),
        ("3月5日以来，各村修渠。", "3月5日以来"),
        ("去冬以来，各村修渠。", "去冬以来"),
        ("去冬今春以来，各村修渠。4月2日，水渠修好了。", "4月2日"),
        ("暑假期间，书屋照常开放。", "暑假期间"),
        ("国庆黄金周期间，书屋照常开放。", "国庆黄金周期间"),
        ("今年“十一”黄金周，书屋照常开放。", "今年“十一”黄金周"),
        ("老顾修路十年如一日。前不久，他领了奖。", "前不久"),
        ("在节前，书屋照常开放。", ""),
        ("在教师节前夕，镇里慰问老师。", "教师节前夕"),
        ("“三八”节前夕，镇里慰问军属。", "“三八”节前夕"),
        ("清明将至，村民祭扫。", ""),
        ("在教师节到来之际，镇里慰问老师。", ""),
        ("最近几年，村里种桃。", ""),
        ("连日阴雨，渠水上涨。4月2日，堤脚出了险情。", "4月2日"),
    ],
)
def test_time_that_the_lead_begins_with_is_told_where_no_day_is(lead, printed):
    dateline = read_dateline("本报讯", lead, edition_date=APRIL).dateline
    assert dateline.text == printed


@pytest.mark.parametrize(
    ("lead", "printed"),
    [
        ("3月24日起，班车改道。", "3月24日"),
        ("从3月24日起，班车改道。", "3月24日"),
        ("镇里的班车3月24日开始改道。", "3月24日"),
        ("镇里24号上午开始修渠。", "24号"),
        ("羊圈搭在三号沟口，牧民守了十年。", ""),
        ("医院搬到了新城大道28号，镇里派车。", ""),
        ("镇里的公路3日通车。", "3日"),
        ("供电所除夕当晚抢修线路。", "除夕"),
        ("自3月24日起施行的办法，各村都贴了。", ""),
        ("3月24日第三届桃花节开幕。", "3月24日"),
        ("根据区里3月24日会议精神，镇里日前开始修渠。", "日前"),
        ("从3月24日下午召开的会上传来消息，水渠要修了。", "3月24日"),
        ("3月24日，本报以《水渠漏了》为题报道了此事。近日，水渠修好了。", "近日"),
        ("3月24日本报一版的文章有误。", ""),
        ("老顾3月24日逝世后，近日家属捐出了遗物。", "近日"),
        ("针对农历二月初二烧纸的旧俗，镇里3月24日上街宣传。", "3月24日"),
        ("区法院近日审结一案。3月24日，王某撞人后逃走。", "近日"),
    ],
)
def test_words_round_a_day_say_what_it_is_of(lead, printed):
    dateline = read_dateline("本报讯", lead, edition_date=APRIL).dateline
    assert dateline.text == printed


@pytest.mark.parametrize(
    ("lead", "printed"),
    [
        ("月初月底是仓库的盘点期。3月28日至29日，何青检查了四座仓库。", "3月28日"),
        ("岁末年初往往是火灾的多发期。3月28日，何青检查了四座仓库。", "3月28日"),
        ("农历二月初八是柳河的庙会。3月28日晚，桥上点起了灯。", "3月28日"),
        ("农历二月初八，柳河的庙会开了。", "农历二月初八"),
    ],
)
def test_time_that_a_lead_explains_is_not_the_day_of_the_news(lead, printed):
    assert read_dateline("", lead, edition_date=APRIL).dateline.text == printed


def test_month_of_a_day_that_is_not_told_is_when_the_news_happened():
    day = read_dateline("", "三月的一天，记者来到石桥村。", edition_date=APRIL).dateline
    account = read_dateline("本报讯", "三月的账算清了，全镇增收三成。", edition_date=APRIL).dateline
    assert (day.text, day.date, account.text) == ("三月", None, "")


@pytest.mark.parametrize(
    ("lead", "printed"),
    [
        ("今年初，酒厂换了厂长。七月底，记者走进酒厂。", "七月底"),
        ("年初，酒厂换了厂长。7月30日，酒厂分了红。", "7月30日"),
        ("去年底，酒厂还在亏损。7月30日，酒厂分了红。", "7月30日"),
        ("5月上旬，酒厂换了厂长。近日，酒厂分了红。", "近日"),
        ("7月上旬，酒厂换了厂长。近日，酒厂分了红。", "7月上旬"),
        ("今年初，酒厂换了厂长，扭亏为盈。", "今年初"),
    ],
)
@pytest.mark.parametrize("marker", ["", "本报讯"])
def test_part_of_a_month_or_a_year_long_past_gives_way_to_a_later_sentence(marker, lead, printed):
    dateline = read_dateline(marker, lead, edition_date=date(2023, 8, 7)).dateline
    assert dateline.text == printed


@pytest.mark.parametrize(
    ("lead", "is_told"),
    [
        ("前几天到乡下走亲戚，赶上一户人家摆酒。", False),
        ("前些天和一位老教师闲聊，他说起一件事。", False),
        ("近日读报，看到一则消息。", False),
        ("近日读了本报连载的文章，想起一件事。", False),
        ("4月2日清晨，我正在渠边走，看见一件怪事。", False),
        ("前天上街，看见一件怪事。", False),
        ("4月2日，我接到了通知书。", False),
        ("你走了三年了。昨天我又到渠边走了走。", False),
        ("今天冬至，母亲打来电话，问我什么时候回去。", False),
        ("近日，“我爱我家”歌会在镇上举行。", True),
        ("近日，我局职工上街清扫垃圾。", True),
        ("近日，我馆举办画展。", True),
        ("昨天，我们班到敬老院看望老人。", True),
        ("昨天，我们三年级二班去栽树。", True),
        ("昨天，我们学校举行运动会。", True),
        ("昨天，我们小学举行运动会。", True),
        ("昨天，我们一行五人到学校看望老师。", False),
        ("昨天，我们几个同学去栽树。", False),
        ("昨天，我们科学地安排了时间。", False),
        ("昨天，我们到学校看望老师。", False),
        ("昨天，我们站在渠边看水。", False),
        ("近日，镇里开展批评和自我批评。", True),
        ("近日，何青说，我要把水渠修好。", True),
        ("4月2日，我村修好了水渠。", True),
        ("4月2日，我在柳村采访时，记者们都来了。", True),
        ("近日到县城买种子的农民何青，把手表交给了派出所。", True),
        ("近日到一位农民的家里，看见一台新电视。", False),
        ("近日，柳村有人到镇上办证。", True),
        ("前几天，村民何青到镇上送锦旗。", True),
        ("前不久，笔者到镇上办证。", True),
        ("4月2日到镇上办证，排了很久。", True),
    ],
)
def test_what_somebody_did_whom_nobody_calls_a_reporter_is_no_news(lead, is_told):
    dateline = read_dateline("", lead, edition_date=APRIL, is_reported=False).dateline
    assert (dateline is not None) == is_told
    assert read_dateline("", lead, edition_date=APRIL).dateline is not None


@pytest.mark.parametrize(
    ("lead", "second", "printed"),
    [
        ("柳河镇给老人装扶手。老人说好。工程4月2日全部完工。", "", "4月2日"),
        ("柳河镇给老人装扶手。老人说好。工程4月2日全部完工。", "老人很高兴。", ""),
        ("柳河镇给老人装扶手。为了让他们好走，4月2日，工程完工。", "老人很高兴。", "4月2日"),
        ("柳河镇给老人装扶手。老人去世时，4月2日，工程完工。", "老人很高兴。", ""),
        ("柳河镇给老人装扶手。老人说好。工程去年4月2日完工。", "", ""),
        ("柳河镇给老人装扶手。老人说好。工程4月8日完工。", "", ""),
        ("何青丢了一张证。证上有照片。此证4月2日已挂失，声明作废。", "", ""),
        ("柳河镇给老人装扶手。老人说：“4月2日装好的。”", "", ""),
    ],
)
def test_brief_of_one_paragraph_may_tell_its_day_anywhere(lead, second, printed):
    dateline = read_dateline("", lead, second=second, edition_date=APRIL).dateline
    assert (dateline.text if dateline else "") == printed


@pytest.mark.parametrize(
    ("lead", "printed"),
    [
        ("春风吹醒了大地。伴着花香，4月3日，运动会的号角吹响了。", "4月3日"),
        ("水渠建成多年。去年开始大修，3月3日，渠里通了水。", None),
    ],
)
def test_clause_that_is_a_day_of_these_days_tells_the_news_behind_a_scene(lead, printed):
    dateline = read_dateline("", lead, second="大家都来了。", edition_date=APRIL).dateline
    assert (dateline and dateline.text) == printed


@pytest.mark.parametrize(
    ("lead", "printed"),
    [
        ("气象台预报：今天夜间到明天，阴有小雨。", ""),
        ("气象台今天发布预报，明天阴有小雨。", "今天"),
        ("读者何青来信说：4月1日，我买的皮鞋开了胶。", ""),
        ("读者何青说：4月1日，渠里来了水。", "4月1日"),
        ("县公安局：4月1日深夜，我父亲晕倒在路上。", ""),
        ("尊敬的县长：我是菜农。4月1日，我去办证。", ""),
        ("柳河镇：4月1日，镇里召开会议，我县的干部都来了。", "4月1日"),
        ("何青说：“我要修渠。”4月1日，渠修好了。", "4月1日"),
        ("农谚说：“清明早，小满迟。”各村忙起来。", ""),
        ("4月1日《柳河报》登了一封信。", ""),
        ("4月1日，何青遗失驾驶证，声明作废。", ""),
        ("4月1日，县水利局公告：渠边施工，特此提醒行人绕行。", "4月1日"),
        ("4月1日，县水利局公告：何青遗失的取水证声明作废。", "4月1日"),
        ("今天县水利局公告：渠边施工，行人绕行。", "今天"),
        ("关于4月1日停水的公告：因渠边施工停水，特此公告。", ""),
        ("何青4月1日遗失取水证，编号：108，声明作废。", ""),
        ("县水利局公告：4月1日起渠边施工，特此提醒行人绕行。", ""),
        ("4月1日，县里授予何青称号，特此表彰。", "4月1日"),
        ("4月1日晚，渠边有人落水，知情者请与派出所联系。", "4月1日"),
        ("正月十五前夕，街上挂起了灯笼。", "正月十五前夕"),
    ],
)
def test_forecasts_and_letters_tell_no_day(lead, printed):
    dateline = read_dateline("", lead, edition_date=APRIL).dateline
    assert (dateline.text if dateline else "") == printed


@pytest.mark.parametrize(
    ("lead", "printed"),
    [
        ("岁末年初，商场里人多。1月10日，记者来到商场，见人来人往。", "1月10日"),
        ("月初，商场里人多。1月10日，笔者在商场看到，人来人往。", "1月10日"),
        ("近日，商场里人多。1月10日，记者来到商场，见人来人往。", "近日"),
        ("月初，商场开了业。1月10日，商场分了红。", "月初"),
    ],
)
@pytest.mark.parametrize("marker", ["", "本报讯"])
def test_scene_of_a_stretch_gives_way_to_the_day_of_a_visit(marker, lead, printed):
    dateline = read_dateline(marker, lead, edition_date=date(2023, 1, 15)).dateline
    assert dateline.text == printed
