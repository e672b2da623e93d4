from datetime import date

import pytest

from articles.parsing.datelines import read_dateline
from articles.parsing.feasts import day_of_feast, first_day_off


@pytest.mark.parametrize(
    ("name", "year", "day"),
    [
        ("读书日", 2013, date(2013, 4, 23)),
        ("十一", 2009, date(2009, 10, 1)),
        ("母亲节", 2023, date(2023, 5, 14)),
        ("母亲节", 2022, date(2022, 5, 8)),
        ("父亲节", 2007, date(2007, 6, 17)),
        ("助残日", 2009, date(2009, 5, 17)),
        ("冬至", 1991, date(1991, 12, 22)),
        ("冬至", 2023, date(2023, 12, 22)),
        ("冬至", 2024, date(2024, 12, 21)),
        ("冬至", 1947, date(1947, 12, 23)),
        ("冬至", 1980, date(1980, 12, 22)),
        ("冬至", 1984, date(1984, 12, 22)),
        ("冬至", 2021, date(2021, 12, 21)),
        ("立秋", 2002, date(2002, 8, 8)),
        ("夏至", 1928, date(1928, 6, 22)),
        ("秋分", 1942, date(1942, 9, 24)),
        ("清明", 1999, date(1999, 4, 5)),
        ("春分", 1990, date(1990, 3, 21)),
        ("立秋", 2018, date(2018, 8, 7)),
        ("立冬", 2018, date(2018, 11, 7)),
        ("夏至", 2012, date(2012, 6, 21)),
        ("农民丰收节", 2019, date(2019, 9, 23)),
    ],
)
def test_day_of_a_feast(name, year, day):
    assert day_of_feast(name, year) == day


def test_formula_of_the_sun_holds_for_two_centuries():
    with pytest.raises(ValueError, match="2100"):
        day_of_feast("冬至", 2100)


@pytest.mark.parametrize(
    ("feast", "first"),
    [
        (date(2009, 10, 1), date(2009, 10, 1)),
        (date(2012, 10, 1), None),
        (date(2005, 5, 1), date(2005, 5, 1)),
        (date(2012, 5, 1), date(2012, 4, 29)),
        (date(2013, 5, 1), None),
        (date(2021, 5, 1), date(2021, 5, 1)),
        (date(2022, 5, 1), date(2022, 4, 30)),
        (date(2023, 5, 1), date(2023, 4, 29)),
        (date(2008, 10, 1), None),
        (date(2012, 1, 1), None),
        (date(2012, 6, 23), None),
        (date(2013, 1, 1), None),
        (date(2015, 4, 5), date(2015, 4, 4)),
        (date(2016, 6, 9), date(2016, 6, 9)),
        (date(2021, 9, 21), date(2021, 9, 19)),
        (date(2007, 4, 5), None),
    ],
)
def test_first_day_off_round_a_feast(feast, first):
    assert first_day_off(feast) == first


@pytest.mark.parametrize(
    ("edition", "lead", "printed", "day"),
    [
        (date(2009, 10, 6), "国庆长假第三天，渡口挤满了人。", "国庆长假第三天", date(2009, 10, 3)),
        (date(2009, 10, 6), "国庆长假的第三天，渡口热闹。", "国庆长假的第三天", date(2009, 10, 3)),
        (date(2009, 10, 6), "国庆节第三天，渡口热闹。", "国庆节第三天", date(2009, 10, 3)),
        (date(2009, 10, 9), "国庆假期最后一天，渡口热闹。", "国庆假期最后一天", None),
        (date(2009, 10, 5), "“十一”黄金周首日，渡口热闹。", "“十一”黄金周首日", date(2009, 10, 1)),
        (date(2009, 10, 9), "十一黄金周，渡口热闹。", "十一黄金周", None),
        (date(2015, 4, 7), "清明小长假首日，渡口热闹。", "清明小长假首日", date(2015, 4, 4)),
        (date(2012, 10, 6), "国庆长假首日，渡口热闹。", "国庆长假首日", None),
        (date(2013, 4, 25), "世界读书日当天，渡口热闹。", "世界读书日", date(2013, 4, 23)),
        (date(2006, 6, 28), "“6·26”国际禁毒日，渡口热闹。", "“6·26”国际禁毒日", date(2006, 6, 26)),
        (
            date(2006, 3, 9),
            "三八国际劳动妇女节当天，热闹。",
            "三八国际劳动妇女节",
            date(2006, 3, 8),
        ),
        (date(1991, 12, 24), "冬至这天上午，渡口热闹。", "冬至", date(1991, 12, 22)),
        (date(2009, 5, 21), "第十九次全国助残日前后，热闹。", "第十九次全国助残日前后", None),
        (date(1995, 9, 12), "教师节到来前夕，渡口热闹。", "教师节到来前夕", None),
        (date(2018, 3, 8), "“三八”妇女节前一天，热闹。", "“三八”妇女节前一天", date(2018, 3, 7)),
        (date(2011, 11, 15), "“119”消防日当天，渡口热闹。", "“119”消防日", date(2011, 11, 9)),
        (date(2017, 10, 11), "国庆、中秋“双节”期间，热闹。", "国庆、中秋“双节”期间", None),
        (date(1997, 9, 19), "中秋之夜，渡口热闹。", "中秋", date(1997, 9, 16)),
        (date(2009, 3, 31), "农历三月三，渡口热闹。", "农历三月三", date(2009, 3, 29)),
        (date(2009, 3, 31), "三月三，渡口热闹。", "三月三", date(2009, 3, 29)),
        (date(1991, 7, 9), "七月七日，渡口热闹。", "七月七日", date(1991, 7, 7)),
        (date(2023, 10, 10), "“双节”期间，渡口热闹。", "“双节”期间", None),
        (date(2023, 10, 10), "中秋、国庆双节期间，渡口热闹。", "中秋、国庆双节期间", None),
        (date(2018, 11, 12), "“双十一”期间，渡口热闹。", "“双十一”期间", None),
        (date(2018, 11, 12), "“双十一”当天，渡口热闹。", "“双十一”", date(2018, 11, 11)),
        (date(2019, 10, 10), "国庆假期后首个工作日，热闹。", "国庆假期后首个工作日", None),
        (date(2023, 9, 5), "新学期第一天，渡口热闹。", "新学期第一天", None),
    ],
)
def test_words_round_a_feast(edition, lead, printed, day):
    reading = read_dateline("本报讯", lead, edition_date=edition)
    assert (reading.dateline.text, reading.dateline.date) == (printed, day)
