"""Find the words that tell a day, 3月24日 or 昨天 or 上周五, and the date that they mean."""

import re
from datetime import date, timedelta
from functools import lru_cache

from .feasts import day_of_feast, first_day_off
from .lexicon.datelines import (
    BEGINNINGS,
    CHINESE_DIGITS,
    CHINESE_TEN,
    CHINESE_TWENTY,
    CHINESE_ZEROS,
    PARTS_OF_MONTHS,
    PARTS_OF_YEARS,
    RELATIVE_DAYS,
    RELATIVE_MONTHS,
    RELATIVE_WEEKS,
    RELATIVE_YEARS,
    STRETCHES,
    UNDATED_DAYS,
    WEEK_WORDS,
    WEEKDAYS,
)
from .lexicon.feasts import (
    FIRST_DAY_BACK,
    FIRST_OF_DAYS,
    MOVING_HOLIDAYS,
    ON_THE_DAY,
    ROUND_THE_DAY,
    SPRING_FEASTS,
    SUN_FEASTS,
    WHOSE,
)
from .lexicon.lunar import LUNAR_HOLIDAYS, LUNAR_MONTHS, NEW_YEARS_EVE
from .lexicon.wordlist import firsts
from .lunar import last_lunar_date, lunar_date

DIGIT = rf"[0-9０-９{CHINESE_DIGITS}{CHINESE_ZEROS}]"
# 元月
FIRST = "元"
NUMERAL = rf"(?:[0-9０-９]{{1,2}}|[{CHINESE_DIGITS}{CHINESE_TEN}{CHINESE_TWENTY}]{{1,3}})"
NOT_AFTER_DIGIT = (
    rf"(?<![0-9０-９{CHINESE_DIGITS}{CHINESE_ZEROS}{CHINESE_TEN}年月第〕］])(?<![0-9０-９][:：])"
)
NEAR_YEAR = rf"(?:{'|'.join(RELATIVE_YEARS)})"
YEAR = rf"(?:(?P<year>{DIGIT}{{4}})\s?年\s?|(?P<near_year>{NEAR_YEAR}))"
# What a year is called by what follows it, with near_ before where it is 今年 or 去年.
YEARS = ("year", "year_of_day", "lunar_year", "year_of_month", "year_of_part", "year_of_period")
NEAR_YEARS = tuple(f"near_{name}" for name in YEARS)
_, YEAR_OF_DAY, LUNAR_YEAR, YEAR_OF_MONTH, YEAR_OF_PART, YEAR_OF_PERIOD = (
    YEAR.replace("year>", f"{name}>") for name in YEARS
)
# 天, 一个多月, 20多天
LENGTH = (
    rf"(?:[0-9０-９]{{1,2}}|[{CHINESE_DIGITS}{CHINESE_TEN}两几半]{{1,3}})个?[多半]?"
    "(?:天|周|月|星期)多?"
)
NUMBER_OF_MONTH = rf"(?:{NUMERAL}|{FIRST})"
MONTH = (
    rf"(?:(?P<month>{NUMBER_OF_MONTH})\s?月(?:份|\s)?|(?P<near_month>{'|'.join(RELATIVE_MONTHS)}))"
)
PARTS = "|".join(PARTS_OF_MONTHS)
PART_OF_MONTH = (
    rf"{YEAR_OF_PART}?"
    rf"(?:(?P<month_of_part>{NUMBER_OF_MONTH})月份?"
    rf"|(?P<near_month_of_part>{'|'.join(RELATIVE_MONTHS)}))(?P<part>{PARTS})(?!学)"
)
PART_OF_YEAR = rf"(?P<year_of_end>{NEAR_YEAR})(?:{'|'.join(PARTS_OF_YEARS)})"
WHOLE_MONTH = (
    rf"{YEAR_OF_MONTH}?(?P<whole_month>{NUMBER_OF_MONTH})"
    rf"(?:月份?(?=起?[，,]|里?的一天|(?!{NUMERAL}[日号])[^，,。]{{1,14}}以来[，,])|月份(?=[起全]))"
)
# 一季度, 上半年, 1至8月, 前三季度, 头两个月: of which figures are told.
PERIOD = (
    rf"(?P<period>{YEAR_OF_PERIOD}?(?:上半年|下半年|(?:第?[一二三四1-4]|前[二两三23])季度|[前头]{NUMERAL}个?月"
    rf"|{NUMBER_OF_MONTH}(?:月份?)?[至到—–～~－-]{{1,2}}{NUMBER_OF_MONTH}月份?(?![0-9０-９{CHINESE_DIGITS}{CHINESE_TEN}底初中上下末]))(?!以来))"
)
FEASTS = "|".join((*SUN_FEASTS, *LUNAR_HOLIDAYS, *NEW_YEARS_EVE, *MOVING_HOLIDAYS))
BEGINNING = (
    rf"(?:(?:进入)?{NUMBER_OF_MONTH}月(?:份|{NUMERAL}日|{PARTS})?|[{''.join(LUNAR_MONTHS)}]月[初廿]?{NUMERAL}"
    rf"|{'|'.join(BEGINNINGS)}|(?:{FEASTS})节?)"
)
# 入冬以来, 入冬来, 开学一个月来
TILL_NOW = (
    rf"(?:{NEAR_YEAR}(?:{BEGINNING}|年?[初底])?|{BEGINNING})"
    rf"(?:以来|来(?=[，,])|的?{LENGTH}来(?=[，,]))"
)
WEEKDAY = (
    rf"(?<!每个)(?<![每逢双休一二三四五六七八九两几])(?P<week>{'|'.join(RELATIVE_WEEKS)})?(?:个)?"
    rf"(?:{'|'.join(WEEK_WORDS)})(?P<weekday>[{WEEKDAYS}天])"
)
# 国庆节当天 is a day, 国庆前夕 some time; 国庆晚会 is neither.
ON_IT = rf"(?:{'|'.join(ON_THE_DAY)}|[，,])"
ROUND_IT = rf"(?:{'|'.join(ROUND_THE_DAY)}){{1,2}}"
# 国庆长假首日, 国庆节第三天
ONE_OF_DAYS = rf"{'|'.join(FIRST_OF_DAYS)}|第(?P<place>{NUMERAL})[天日]|最后一[天日]|前一[天日]"
# “6·26”国际禁毒日
DATE_OF_A_NAME = r"[“\"]?(?:[0-9]{1,2}[·.・][0-9]{1,2}|1[0-9]{2})[”\"]?"
# 十一黄金周 and not 二十一
TENTH_FIRST = rf"(?<![0-9０-９{CHINESE_DIGITS}])十一(?=国庆|黄金周|小?长假|假期|期间)"
HOLIDAY = (
    rf"(?:{YEAR}的?|第(?:{NUMERAL}|[0-9]{{3}})[个次届])?(?:{DATE_OF_A_NAME})?[“\"]?(?:{'|'.join(WHOSE)})?"
    rf"(?:(?P<holiday>(?!{NUMERAL}月{NUMERAL}[日号])(?:"
    rf"{'|'.join((*SUN_FEASTS, *LUNAR_HOLIDAYS, *NEW_YEARS_EVE))}|{TENTH_FIRST}))"
    rf"|(?P<moving>{'|'.join(MOVING_HOLIDAYS)}))[”\"]?(?:{'|'.join(WHOSE)})?"
    rf"(?:劳动)?(?:妇女|青年|儿童|建党|建军|护士|消费者权益|禁毒)?(?:[“\"]?[双两]节[”\"]?|佳?节|日)?"
    rf"(?:(?:(?:即将)?(?:到来|来临)(?=前))?(?P<round>{ROUND_IT}))?(?:的?(?P<of_days>{ONE_OF_DAYS}))?(?(round)|(?(of_days)|(?={ON_IT})))"
)
# 农历三月十五, 三月初五; 正月十五 only where its day is meant: 正月十五闹花灯 is a name.
LUNAR = (
    rf"(?:{LUNAR_YEAR}的?)?(?P<lunar>农历|大年(?=初))?(?P<leap>闰)?(?:(?:(?P<named_month>[{''.join(LUNAR_MONTHS)}])"
    rf"|(?P<lunar_month>[{CHINESE_DIGITS}{CHINESE_TEN}]{{1,2}}))月|(?<=大年))"
    rf"(?P<lunar_day>初[{CHINESE_DIGITS}{CHINESE_TEN}]|[{CHINESE_TEN}廿][{CHINESE_DIGITS}]?"
    rf"|二十[{CHINESE_DIGITS}]?|三十|(?(lunar)[{CHINESE_DIGITS}]|(?!)))"
    rf"(?(lunar)日?|(?!日)(?:(?<=月初.)|(?<=廿.)|(?(named_month)(?:(?<!正月十五)(?![{CHINESE_DIGITS}])|(?={ON_IT}))|(?!))))"
)
# 24号晚 and 24号，, and neither 三号沟 nor 2号线: without its month a day is hardly told so.
NO_NUMBER_OF_A_THING = r"(?=\s|[上下]午|[早晚夜凌清傍中]|[起至到]|[^\u4e00-\u9fffA-Za-z]|$)"
# 新城大道18号
NO_DOOR = rf"(?!(?<=[路街道巷弄]){NUMERAL}号)"
# 24、25日, 24、25两日
FURTHER_DAY = rf"(?:[至到、—–～~－-]{{1,2}}{NUMERAL}(?:(?P<count>[两三四五])(?=[日天])|(?=[日号])))"
BEGINS = firsts(
    *(*RELATIVE_WEEKS, "个", *WEEK_WORDS),
    *("农", "大", "闰", *LUNAR_MONTHS, "初", "廿"),
    *(*BEGINNINGS, *UNDATED_DAYS, *STRETCHES),
    *(*RELATIVE_YEARS, *RELATIVE_MONTHS, *RELATIVE_DAYS),
    *(
        "第",
        "上",
        "下",
        "前",
        "头",
        '[“"]',
        *WHOSE,
        *SUN_FEASTS,
        *LUNAR_HOLIDAYS,
        *NEW_YEARS_EVE,
        *MOVING_HOLIDAYS,
    ),
    f"[0-9０-９{CHINESE_DIGITS}{CHINESE_ZEROS}{CHINESE_TEN}{FIRST}]",
)
DATE = re.compile(
    rf"(?={BEGINS})(?:{WEEKDAY}"
    rf"|(?P<undated>{NOT_AFTER_DIGIT}{TILL_NOW}|{'|'.join(UNDATED_DAYS)}|{FIRST_DAY_BACK})"
    rf"|{LUNAR}"
    rf"|(?P<stretch>{'|'.join(STRETCHES)}"
    rf"|{NOT_AFTER_DIGIT}{PART_OF_MONTH}|{PART_OF_YEAR}|{NOT_AFTER_DIGIT}(?:{WHOLE_MONTH}|{PERIOD}))"
    rf"|(?<![年的])(?P<near_day>{'|'.join(RELATIVE_DAYS)})"
    rf"|(?P<last_night>昨\s*[(（]\s*{NUMERAL}日?\s*[)）]\s*[日天晚]?|(?:(?<=记者)|(?<!\w))昨(?=从))"
    rf"|{HOLIDAY}"
    rf"|{NOT_AFTER_DIGIT}(?:{YEAR_OF_DAY}?{MONTH}|(?<!如){NO_DOOR})(?P<day>{NUMERAL}){FURTHER_DAY}?"
    rf"\s?(?:日|(?(count)天|(?!))|号(?(month)|(?(near_month)|{NO_NUMBER_OF_A_THING})))(?!线|楼|院|门|机|店|文|令|台|井|坝|地|厂))"
)
# 最后一天, 前一天
LAST, BEFORE = "最", "前"
ZERO = re.compile(f"[{CHINESE_ZEROS}]")
EARLY_IN_A_YEAR, LATE_IN_A_YEAR, THIS_WEEK = "年初", ("年底", "岁末"), "本周"
LAST_DAY = 28
MONTHS_AHEAD = 2
AHEAD = timedelta(days=61)


def tells_a_day(match: re.Match[str]) -> bool:
    """Whether the words of a match of DATE mean one day, and not 近日 or 春节期间."""
    is_round = match["round"] and not match["of_days"]
    return not (match["undated"] or match["stretch"] or match["moving"] or is_round)


def day_of(match: re.Match[str], edition_date: date) -> date | None:
    """The date that a match of DATE means, or None where its words tell none: 近日, 春节期间.

    Raises ValueError or OverflowError where there is no such day.
    """
    if not tells_a_day(match):
        return None
    if match["holiday"]:
        return _holiday(match, edition_date)
    if match["lunar_day"]:
        return _lunar_day(match, edition_date)
    if match["near_day"]:
        return edition_date + timedelta(days=RELATIVE_DAYS[match["near_day"]])
    if match["last_night"]:
        return edition_date - timedelta(days=1)
    if match["weekday"]:
        return _weekday(match, edition_date)
    day = number_of(match["day"])
    if match["month"]:
        month = number_of(match["month"])
        return date(_year(match, month, day, edition_date), month, day)
    if match["near_month"]:
        return _day_of_month(edition_date, RELATIVE_MONTHS[match["near_month"]], day)
    return _day_of_month(edition_date, 0 if day <= edition_date.day else -1, day)


def end_of_stretch(match: re.Match[str], edition_date: date) -> date | None:
    """A day at the end of a month or part of one, or of a year's, where a match of DATE tells it.

    年底 without its year is the nearest. Of this week it is the edition's.
    """
    if match["stretch"] == THIS_WEEK:
        return edition_date
    if match["stretch"] in LATE_IN_A_YEAR:
        return date(edition_date.year - (edition_date.month <= MONTHS_AHEAD), 12, 31)
    if match["stretch"].endswith(EARLY_IN_A_YEAR):
        return date(edition_date.year + RELATIVE_YEARS.get(match["year_of_end"], 0), 1, 31)
    if near := match["year_of_end"]:
        return date(edition_date.year + RELATIVE_YEARS[near], 12, 31)
    if near := match["near_month_of_part"]:
        return _day_of_month(edition_date, RELATIVE_MONTHS[near], PARTS_OF_MONTHS[match["part"]])
    if numeral := match["whole_month"] or match["month_of_part"]:
        month, day = number_of(numeral), PARTS_OF_MONTHS.get(match["part"], LAST_DAY)
        return date(_year(match, month, day, edition_date), month, day)
    return None


def _holiday(match: re.Match[str], edition_date: date) -> date | None:
    """The day of a feast, or of its days the one that is told: 国庆长假第三天."""
    feast = _feast(match, edition_date)
    if not match["of_days"]:
        return feast
    if match["of_days"].startswith(BEFORE):
        return feast - timedelta(days=1)
    first = first_day_off(feast) if match["round"] else feast
    if first is None or match["of_days"].startswith(LAST):
        return None
    return first + timedelta(days=number_of(match["place"]) - 1 if match["place"] else 0)


def feast_of(match: re.Match[str], edition_date: date) -> date | None:
    """The feast that is named, 国庆 of 国庆期间, where its date is known."""
    if match["moving"]:
        is_spring = match["moving"] in SPRING_FEASTS
        return _lunar(match, 1, 1, edition_date) if is_spring else None
    return _feast(match, edition_date) if match["holiday"] else None


def _feast(match: re.Match[str], edition_date: date) -> date:
    name = match["holiday"]
    if name in NEW_YEARS_EVE:
        return _lunar(match, 1, 1, edition_date) - timedelta(days=1)
    if name in LUNAR_HOLIDAYS:
        return _lunar(match, *LUNAR_HOLIDAYS[name], edition_date)
    near = day_of_feast(name, edition_date.year)
    return day_of_feast(name, _year(match, near.month, near.day, edition_date))


def _lunar_day(match: re.Match[str], edition_date: date) -> date:
    named, numbered = match["named_month"], match["lunar_month"]
    month = number_of(numbered) if numbered else LUNAR_MONTHS.get(named, 1)
    day = number_of(match["lunar_day"].removeprefix("初"))
    return _lunar(match, month, day, edition_date)


def _lunar(match: re.Match[str], month: int, day: int, edition_date: date) -> date:
    """That day of the printed year, or the last one that lies at most weeks after the edition.

    Raises ValueError where there is none.
    """
    is_leap = bool(match["leap"])
    year = printed_year(match, edition_date)
    if year is not None:
        return lunar_date(year, month, day, is_leap=is_leap)
    return last_lunar_date(month, day, edition_date + AHEAD, is_leap=is_leap)


def _weekday(match: re.Match[str], edition_date: date) -> date:
    """That day of a named week, else the last one before the edition; weeks begin on Monday."""
    day = WEEKDAYS.index(match["weekday"].replace("天", WEEKDAYS[-1]))
    since = edition_date.weekday() - day
    if match["week"]:
        return edition_date - timedelta(days=since - 7 * RELATIVE_WEEKS[match["week"]])
    return edition_date - timedelta(days=since % 7)


def _year(match: re.Match[str], month: int, day: int, edition_date: date) -> int:
    """The printed year, or the last one whose day lies at most weeks after the edition."""
    year = printed_year(match, edition_date)
    if year is not None:
        return year
    months_away = month - edition_date.month + (day - edition_date.day) / 31
    return edition_date.year + (months_away + 12 < MONTHS_AHEAD) - (months_away > MONTHS_AHEAD)


def printed_year(match: re.Match[str], edition_date: date) -> int | None:
    if year := next(filter(None, match.group(*YEARS)), None):
        return number_of(year)
    near = next(filter(None, match.group(*NEAR_YEARS)), None)
    return edition_date.year + RELATIVE_YEARS[near] if near else None


def _day_of_month(edition_date: date, months_away: int, day: int) -> date:
    years, month = divmod(edition_date.month - 1 + months_away, 12)
    return date(edition_date.year + years, month + 1, day)


@lru_cache(maxsize=1024)
def number_of(numeral: str) -> int:
    """Read 24, ２４, 二十四, 廿四, a year's 二〇二三 or 二○二三, and 元 of 元月."""
    if numeral == FIRST:
        return 1
    numeral = numeral.replace(CHINESE_TWENTY, f"二{CHINESE_TEN}")
    if CHINESE_TEN in numeral:
        tens, _, ones = numeral.partition(CHINESE_TEN)
        return 10 * (number_of(tens) if tens else 1) + (number_of(ones) if ones else 0)
    numeral = ZERO.sub(CHINESE_DIGITS[0], numeral)
    digits = (CHINESE_DIGITS.find(digit) for digit in numeral)
    return int("".join(str(v) if v >= 0 else d for v, d in zip(digits, numeral, strict=True)))
