"""What the words round a day tell of it: that it is a limit, to come, long past or quoted."""

import re
from datetime import date, timedelta

from .days import (
    AHEAD,
    BEFORE,
    DIGIT,
    NUMBER_OF_MONTH,
    NUMERAL,
    day_of,
    end_of_stretch,
    feast_of,
    number_of,
    printed_year,
    tells_a_day,
)
from .lexicon.datelines import (
    DATE_LIMITS_BEFORE,
    MEETING_VERBS,
    RELATIVE_DAYS,
    SCENERY,
    TELLING,
)
from .lexicon.feasts import ON_THE_DAY
from .lexicon.marks import CLAUSE_MARKS, SENTENCE_ENDS

IN_CLAUSE = f"[^{CLAUSE_MARKS}{SENTENCE_ENDS}]"
LIMIT_BEFORE = re.compile(f"(?:{'|'.join(DATE_LIMITS_BEFORE)})$")
# 从3月24日召开的会议上: the meeting is the news.
DAY_OF_A_MEETING = re.compile(rf"(?:[上下]午|晚上?)?(?:{'|'.join(MEETING_VERBS)})的")
# 根据2月3日的会议精神: of a document.
BY_A_DOCUMENT = re.compile(
    rf"(?:(?:根据|按照|依据|遵照|针对){IN_CLAUSE}*|为{IN_CLAUSE}{{0,6}}(?:贯彻|落实|学习))$"
)
# 传达2月3日召开的会议精神
OF_WHAT_IS_STUDIED = re.compile("(?:传达|贯彻|学习)(?:了|学习|贯彻|落实)*$")
# 据预报，4月28日有雨
FORECAST = re.compile(rf"(?:预报|预计|预测|未来)[^{SENTENCE_ENDS}]*$")
# 4月28日，镇里将举办采摘节
TO_COME = re.compile(f"[^{SENTENCE_ENDS}]*?(?:将|拟|预计|计划)")
# 近期将停电检修
COMING = re.compile(f"{IN_CLAUSE}*?(?:将|拟|计划)")
# 5月1日起; 4月28日8时至18时停水.
TO_BEGIN = re.compile(rf"(?:零时)?起|开始|可|[0-9０-９]{{1,2}}[时点:：]{IN_CLAUSE}{{0,5}}[至到—]")
# 5月19日是助残日
IS = "是"
IS_A_DAY = re.compile(f"{NUMERAL}[日号]{IS}$")
EXPLAINED = re.compile("(?:[年月][初底末]|前后)?[，,]?(?:历来|向来|一直|往往|正)?是")
# 五月，石榴花开。
IN_BLOOM = re.compile(
    f"[，,]{IN_CLAUSE}{{0,4}}[{SCENERY}]{IN_CLAUSE}{{0,3}}[{CLAUSE_MARKS}{SENTENCE_ENDS}]"
)
# 国庆期间, and not 国庆前夕, is that feast and after.
DURING = ("期间", "假期", "假日", "长假", "黄金周")
# 公司近期停电: words for a time that may be to come.
MAY_BE_TO_COME = frozenset(("近期",))
# How a time ends that goes on: 入春以来, 连日来, 高考期间, 近段时间, 新年伊始.
GOING_ON, YEARS_LONG = ("来", "期间", "时间", "伊始"), "年来"
# And how it begins: 这几天, 连日.
TILL_NOW = ("这", "连")
# 今晚，灯会将正式亮灯; 今天白天多云
WILL = re.compile(
    rf"(?:{IN_CLAUSE}*[，,])?(?:(?!{'|'.join(TELLING)}){IN_CLAUSE})*?"
    r"将(?:在|正式|举[行办]|开|启|有|迎|亮|出现|持续|转)"
    "|(?:白天|夜间|[到至]明[天日]|[，,])*(?:晴|阴|多云)"
)
# 教师节当天; 在教师节，
IS_MEANT, ON = re.compile("|".join(ON_THE_DAY)), "在"
# 当一日雷锋
A_DAY_LONG = re.compile("[一二三四五六七八九][日号]")
# 群众说，我们信得过
SAYS = "说"
SENTENCE = re.compile(rf"[^{SENTENCE_ENDS}]*")
COMPARED = re.compile("[同环]比|比(?:上|去|前)年?|增长|下降|总水平")
RANGE_OF_MONTHS = re.compile(
    rf"[至到—–～~－-]{{1,2}}(?:{DIGIT}{{4}}年)?(?P<month>{NUMBER_OF_MONTH})月"
)
OLDER_YEAR = re.compile(rf"(?P<year>{DIGIT}{{4}})\s?年")
THREE_WEEKS, RECENT, SEASON = (timedelta(days=days) for days in (21, 31, 92))
# Before the day that a part of a month is taken for, 本月下旬 for its 28th, when it has begun.
PART_OF_A_MONTH = timedelta(days=7)
DAYS_OF_A_WEEK = 7


def is_explained(text: str, match: re.Match[str]) -> bool:
    """Whether it tells what a time of every year is: 六月廿四是火把节, 五月，石榴花开.

    Or is what a day is: 1月17日是春运首日.
    """
    if IS_A_DAY.search(text, max(0, match.start() - len("12日是")), match.start()):
        return True
    yearly = match["undated"] or match["stretch"] or match["lunar_day"]
    is_season = match["whole_month"] and IN_BLOOM.match(text, match.end())
    return bool(is_season or (yearly and EXPLAINED.match(text, match.end())))


def is_of_an_earlier_sentence(match: re.Match[str], later: re.Match[str]) -> bool:
    return SENTENCE.match(match.string, match.end()).end() <= later.start()


def happened_lately(text: str, match: re.Match[str], edition_date: date) -> bool:
    """Whether it tells of what happened of late, in any clause: 村里的何青最近当上了护林员."""
    if match["undated"]:
        is_late = match["undated"] not in MAY_BE_TO_COME and not match[0].endswith(YEARS_LONG)
    else:
        is_late = tells_a_day(match) and is_within(match, edition_date, RECENT)
        is_late = is_late and not A_DAY_LONG.fullmatch(match[0])
    return is_late and SAYS not in text[: match.start()]


def goes_on(match: re.Match[str]) -> bool:
    """Whether it goes on, 入春以来 or 春节期间, so that a day of it may be told after."""
    is_round = match["round"] and not match["of_days"]
    is_now = match["undated"] and match[0].startswith(TILL_NOW)
    is_on = match[0].endswith(GOING_ON) and not match[0].startswith(BEFORE)
    return bool(is_on or is_now or match["whole_month"] or is_round)


def is_long(match: re.Match[str]) -> bool:
    """Whether it is told by a lead only at its head: 近年来, 一季度, a month without its year."""
    has_year = match["year_of_month"] or match["near_year_of_month"]
    is_month = match["whole_month"] and not has_year
    return bool(match[0].endswith(YEARS_LONG) or match["period"] or is_month)


def is_old(match: re.Match[str], text: str, edition_date: date) -> bool:
    """More than a season past, of a year told with it: 去年5月4日, 十一月初 after 1958年冬天."""
    told = match["stretch"] and OLDER_YEAR.search(text, 0, match.start())
    if told and number_of(told["year"]) < edition_date.year - 1:
        return True
    year, last = printed_year(match, edition_date), last_day(match, edition_date)
    return year is not None and last is not None and edition_date - last > SEASON


def is_of_late(match: re.Match[str], edition_date: date) -> bool:
    """Whether it is one day of a year told with it, the edition's or the one before: 去年5月4日."""
    year = printed_year(match, edition_date)
    return tells_a_day(match) and year is not None and year >= edition_date.year - 1


def is_to_come(text: str, match: re.Match[str], edition_date: date) -> bool:
    """Whether it comes after the edition and something is to be then: 将举办, 明天, 5月19日是…."""
    if match["undated"]:
        is_coming = match["undated"] in MAY_BE_TO_COME and COMING.match(text, match.end())
        return bool(is_coming)
    if match["round"] and not match["of_days"] and _comes_after(match, edition_date):
        return True
    if match["near_day"] and RELATIVE_DAYS[match["near_day"]] >= 0:
        is_today = RELATIVE_DAYS[match["near_day"]] == 0
        is_forecast = FORECAST.search(text, 0, match.start()) is not None
        return not is_today or is_forecast or WILL.match(text, match.end()) is not None
    last = first_day(match, edition_date)
    if match["day"] and text.startswith(IS, match.end()):
        return last is not None and last > edition_date
    is_bare = match["day"] and not (match["month"] or match["near_month"])
    if is_bare and 0 < number_of(match["day"]) - edition_date.day <= DAYS_OF_A_WEEK:
        return True
    if last is not None and last <= edition_date:
        return bool(last == edition_date and WILL.match(text, match.end()))
    if match["stretch"] and last is not None and last - edition_date > RECENT:
        return True
    if TO_COME.match(text, match.end()) or FORECAST.search(text, 0, match.start()):
        return True
    has_begun = match["part"] and last is not None and last - edition_date <= PART_OF_A_MONTH
    return not has_begun and TO_BEGIN.match(text, match.end()) is not None


def _comes_after(match: re.Match[str], edition_date: date) -> bool:
    """Whether the days off of a feast are to come: 元旦期间 of a December."""
    try:
        feast = feast_of(match, edition_date)
    except ValueError:
        return False
    is_ahead = feast is not None and timedelta() < feast - edition_date <= AHEAD
    return is_ahead and match["round"].endswith(DURING)


def last_day(match: re.Match[str], edition_date: date) -> date | None:
    """The day, or the last one of a month or a part of it, where there is such a day."""
    try:
        if match["stretch"]:
            return end_of_stretch(match, edition_date)
        return day_of(match, edition_date)
    except (ValueError, OverflowError):
        return None


def first_day(match: re.Match[str], edition_date: date) -> date | None:
    """The same, but the first one of a month."""
    day = last_day(match, edition_date)
    return day.replace(day=1) if day and match["whole_month"] else day


def is_of_figures(text: str, match: re.Match[str]) -> bool:
    """Whether it is a month of which figures are told: 10月，产值同比增长一成."""
    if match["whole_month"] is None:
        return False
    sentence = SENTENCE.match(text, match.end())[0]
    return COMPARED.search(sentence) is not None


def begins_a_season(text: str, match: re.Match[str]) -> bool:
    """Whether it begins a stretch of months, of which figures are told: 1月1日至3月24日."""
    end = RANGE_OF_MONTHS.match(text, match.end())
    if end is None or not match["month"]:
        return False
    return (number_of(end["month"]) - number_of(match["month"])) % 12 > 1


def is_limit(text: str, before: str, match: re.Match[str]) -> bool:
    """Whether it only says till when or by what, or is not of one day: 喜迎国庆，, 周一例会."""
    if OF_WHAT_IS_STUDIED.search(before):
        return True
    if DAY_OF_A_MEETING.match(text, match.end()):
        return False
    is_feast = match["holiday"] or match["moving"] or match["lunar_day"]
    is_any_weekday = match["weekday"] and not match["week"]
    if is_any_weekday or (
        is_feast
        and not (match["round"] or match["of_days"])
        and not IS_MEANT.match(text, match.end())
        and not (before.endswith(ON) and text.startswith(("，", ","), match.end()))
    ):
        return True
    limit = LIMIT_BEFORE.search(before) or BY_A_DOCUMENT.search(text, 0, match.start())
    return limit is not None


def is_past(match: re.Match[str], edition_date: date) -> bool:
    """Whether it lies weeks before the edition, and a part of a month or a year a month before."""
    if not match["stretch"]:
        return not is_within(match, edition_date, THREE_WEEKS)
    last = last_day(match, edition_date)
    return last is not None and edition_date - last > RECENT


def is_within(match: re.Match[str], edition_date: date, span: timedelta) -> bool:
    """Whether the day lies in that span before the edition; one that is not told may."""
    if not tells_a_day(match):
        return True
    day = last_day(match, edition_date)
    return day is not None and timedelta() <= edition_date - day <= span


def is_quoted(text: str, place: int) -> bool:
    """Whether it stands in a quotation, or in the title of a text: 《大桥年底通车》.

    One that nothing closes may have lost its end.
    """
    before = text[:place]
    is_said = "”" in text[place:] and before.count("“") > before.count("”")
    return is_said or before.count("《") > before.count("》")
