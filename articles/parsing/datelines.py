"""Read on which day the news happened: of the days that a lead tells, the one that it is about.

The day stays in the lead. Of several days, 4日至6日, it is the first.
"""

import re
from datetime import date, timedelta
from typing import NamedTuple

from .days import (
    DATE,
    DIGIT,
    NUMBER_OF_MONTH,
    day_of,
    end_of_month,
    number_of,
    printed_year,
    tells_a_day,
)
from .facts import PrintedDateline
from .lexicon.datelines import (
    DATE_LIMITS_AFTER,
    DATE_LIMITS_BEFORE,
    MEETING_VERBS,
    ON_THE_DAY,
    REASONS,
    RELATIVE_DAYS,
    RELATIVE_YEARS,
    TELLING,
)
from .lexicon.marks import CLAUSE_MARKS, SENTENCE_ENDS

IN_CLAUSE = f"[^{CLAUSE_MARKS}{SENTENCE_ENDS}]"
# A clause may begin with the day, or after it: …，于3月24日举行.
CLAUSE_START = re.compile(
    rf"(?:^|[{CLAUSE_MARKS}{SENTENCE_ENDS}:：)）\s]|[{SENTENCE_ENDS}]”)\s*(?:(?<=[{CLAUSE_MARKS}])已?于)?$"
)
# 从3月24日起，大桥限行
FROM = re.compile(rf"(?:^|[{CLAUSE_MARKS}{SENTENCE_ENDS}\s])[从自]$")
ON = re.compile("(?:起|开始)[，,]")
# 这天是3月24日，渠水到了田头.
SENTENCE_START = re.compile(rf"[{SENTENCE_ENDS}”]\s*(?:记者|(?:这一?|那一?|当)天(?:正?是))?$")
LIMIT_BEFORE = re.compile(f"(?:{'|'.join(DATE_LIMITS_BEFORE)})$")
LIMIT_AFTER = re.compile("|".join(DATE_LIMITS_AFTER))
# 从3月24日召开的会议上: the meeting is the news.
DAY_OF_A_MEETING = re.compile(rf"(?:[上下]午|晚上?)?(?:{'|'.join(MEETING_VERBS)})的")
# 根据2月3日的会议精神: of a document.
BY_A_DOCUMENT = re.compile(rf"(?:根据|按照|依据|遵照|针对){IN_CLAUSE}*$")
# 传达2月3日召开的会议精神
OF_WHAT_IS_STUDIED = re.compile("(?:传达|贯彻|学习)(?:了|学习|贯彻|落实)*$")
# 据预报，4月28日有雨
FORECAST = re.compile(rf"(?:预报|预计|预测)[^{SENTENCE_ENDS}]*$")
# 4月28日，镇里将举办采摘节
TO_COME = re.compile(rf"{IN_CLAUSE}*[，,]?{IN_CLAUSE}*?(?:将|拟|预计|计划)")
# 近期将停电检修
COMING = re.compile(f"{IN_CLAUSE}*?(?:将|拟|计划)")
# 5月1日起; 4月28日8时至18时停水.
TO_BEGIN = re.compile(rf"起|开始|可|[0-9０-９]{{1,2}}[时点]{IN_CLAUSE}{{0,5}}[至到—]")
# 5月19日是助残日
IS = "是"
EXPLAINED = re.compile("(?:[年月][初底末]|前后)?(?:历来|向来|一直|往往|正)?是")
# 因病医治无效，于一月三十日在济南逝世
LATE = re.compile(rf"{IN_CLAUSE}{{0,16}}(?:逝世|去世|病逝|辞世|离世|病故)(?!后|的)")
# 公司近期停电: words for a time that may be to come.
MAY_BE_TO_COME = frozenset(("近期",))
# How a time ends that goes on till the news: 入春以来, 连日来.
TILL_NOW = "来"
SINCE = "以来"
# 截至3月20日，已修渠八条: of a lead that tells no other day, the one till which it counts.
UNTIL = re.compile("(?:截[至止]到?|到|至)")
# 今晚，灯会将正式亮灯
WILL = re.compile(
    rf"(?:{IN_CLAUSE}*[，,])?(?:(?!{'|'.join(TELLING)}){IN_CLAUSE})*?"
    r"将(?:在|正式|举[行办]|开|启|有|迎|亮)"
)
# 4月1日，城北发生一起盗窃案。, 5月19日是助残日。: the news is what was done about it, or for it.
BACKDROP = re.compile(
    rf"(?![^{SENTENCE_ENDS}]*[我本][县市区旗州镇乡])"
    rf"[^{SENTENCE_ENDS}]*发生{IN_CLAUSE}*(?:案件?|地震)[{SENTENCE_ENDS}]"
    rf"|是{IN_CLAUSE}*[日节][{SENTENCE_ENDS}]"
)
# 编辑同志：
SALUTATION = re.compile(
    rf"[^{CLAUSE_MARKS}{SENTENCE_ENDS}:：“]{{0,8}}(?:编辑|同志|编辑部|编者|报社)们?[:：]"
)
IS_MEANT = re.compile("|".join(ON_THE_DAY))
# 近日，记者在果园里和她聊了聊; 近日 of what nobody reports is of a comment.
REPORTED = re.compile("记者|本报|笔者")
REPORTER_LEARNS = re.compile(r"记者(?:从)?$")
REPORTER = re.compile("(?:记者|笔者)$")
# 今天她要翻过北岭: a tale goes on.
OF_A_SCENE = re.compile("[他她]")
# 我 and not 我县.
SELF = re.compile("我(?![县区市旗镇乡州省国校院])")
# 群众说，我们信得过
SAYS = "说"
CLAUSE = re.compile(rf"[^{CLAUSE_MARKS}:：]*")
REASON = re.compile("|".join(REASONS))
SENTENCE = re.compile(rf"[^{SENTENCE_ENDS}]*")
QUOTATIONS = re.compile("(?:“[^”]*”)*")
RANGE_OF_MONTHS = re.compile(
    rf"[至到—–～~－-]{{1,2}}(?:{DIGIT}{{4}}年)?(?P<month>{NUMBER_OF_MONTH})月"
)
OLDER_YEAR = re.compile(rf"(?P<year>{DIGIT}{{4}})\s?年")
# A marker without it, 今日柳河讯, tells no day.
MONTH_MARK = "月"
RECENT, SEASON = timedelta(days=31), timedelta(days=92)
# Before the day that a part of a month is taken for, 本月下旬 for its 28th, when it has begun.
PART_OF_A_MONTH = timedelta(days=7)
DAYS_OF_A_WEEK = 7
LOOK_BACK = 6


class Reading(NamedTuple):
    """A dateline and what is doubtful in it: the name of a doubt, or nothing."""

    dateline: PrintedDateline | None
    doubt: str = ""


def read_dateline(
    marker: str, lead: str, *, edition_date: date, is_personal: bool = False
) -> Reading:
    """The day of the news, from the marker itself or from the lead after it.

    A lead is personal whose writer is neither a reporter nor a correspondent.
    """
    match, spare = MONTH_MARK in marker and DATE.search(marker), None
    if not match:
        match, spare = _day_of_the_news(lead, edition_date, is_marked=bool(marker))
    if not marker:
        match = match or _recent_day(lead, edition_date)
    match = match or spare
    is_letter = not marker and SALUTATION.match(lead)
    is_of_writer = is_personal and not marker and match and _is_of_the_writer(lead, match)
    if match is None or is_letter or is_of_writer:
        return Reading(PrintedDateline(marker, "", None) if marker else None)
    try:
        day = day_of(match, edition_date)
    except (ValueError, OverflowError):
        return Reading(PrintedDateline(marker, match[0], None), "impossible_date")
    doubt = "after_edition" if day and day > edition_date else ""
    return Reading(PrintedDateline(marker, match[0], day), doubt)


def _day_of_the_news(
    lead: str, edition_date: date, *, is_marked: bool
) -> tuple[re.Match[str] | None, re.Match[str] | None]:
    """The first date that begins a clause, else the first within the lead's opening; and a spare.

    The opening of a marked lead is all of it, of another one its first clause. A date in a
    quotation is not the day of the news, nor one to come, nor one that opens a life or a case:
    1998年3月5日，他来到柳河. One from which something goes on, or of what is answered, gives
    way to a later sentence's. The spare is for where none is found: the time that the lead begins
    with, 去年底的广交会上, 入春以来; a day of last year; the edition's, of which only the name is
    told; the one till which it counts.
    """
    stretch = lead if is_marked else lead[: _end_of_opening(lead)]
    opening = len(stretch) if is_marked else _end_of_main_clause(stretch)
    within = opening_words = older = until = backdrop = None
    for match in DATE.finditer(stretch):
        before = stretch[max(0, match.start() - LOOK_BACK) : match.start()]
        begins = CLAUSE_START.search(before) or REPORTER_LEARNS.search(before)
        goes_on_from = ON.match(stretch, match.end()) and FROM.search(before)
        begins = begins or goes_on_from
        if (
            (backdrop and not _is_of_an_earlier_sentence(backdrop, match))
            or _is_quoted(stretch, match.start())
            or _is_to_come(stretch, match, edition_date)
            or _begins_a_season(stretch, match)
            or _is_explained(stretch, match)
        ):
            continue
        if LIMIT_AFTER.match(stretch, match.end()):
            if match.start() == 0 and not tells_a_day(match):
                opening_words = match
        elif LATE.match(stretch, match.end()):
            return match, None
        elif not begins and (
            (match.start() >= opening and not _happened_lately(stretch, match))
            or _is_limit(stretch, before, match)
        ):
            if is_marked and tells_a_day(match) and UNTIL.fullmatch(stretch, 0, match.start()):
                until = match if _is_within(match, edition_date, RECENT) else None
        elif _goes_on(match) and not _is_old(match, stretch, edition_date):
            opening_words = opening_words or match
        elif _is_old(match, stretch, edition_date):
            older = older or (match if _is_of_late(match, edition_date) else None)
        elif stretch.startswith(IS, match.end()) and _last_day(match, edition_date) == edition_date:
            older = older or match
        elif begins and not backdrop and (goes_on_from or BACKDROP.match(stretch, match.end())):
            backdrop = match
        elif begins:
            is_told = within and _is_of_an_earlier_sentence(within, match)
            return (within if is_told else match), None
        else:
            within = within or match
    return within or backdrop, opening_words or older or until


def _is_explained(text: str, match: re.Match[str]) -> bool:
    """Whether it tells what a time of every year is: 岁末年初是事故多发期, 六月廿四是火把节."""
    yearly = match["undated"] or match["stretch"] or match["lunar_day"]
    return bool(yearly and EXPLAINED.match(text, match.end()))


def _is_of_an_earlier_sentence(match: re.Match[str], later: re.Match[str]) -> bool:
    return SENTENCE.match(match.string, match.end()).end() <= later.start()


def _happened_lately(text: str, match: re.Match[str]) -> bool:
    """Whether it tells of what happened of late, in any clause: 村里的何青最近当上了护林员."""
    return (
        match["undated"] is not None
        and match["undated"] not in MAY_BE_TO_COME
        and SAYS not in text[: match.start()]
    )


def _goes_on(match: re.Match[str]) -> bool:
    """Whether it goes on till the news, 入春以来, so that a day of it may be told after."""
    return match[0].endswith(TILL_NOW) or match["whole_month"] is not None


def _is_old(match: re.Match[str], text: str, edition_date: date) -> bool:
    """More than a season past, of a year told with it: 去年5月4日, 十一月初 after 1958年冬天."""
    told = match["stretch"] and OLDER_YEAR.search(text, 0, match.start())
    if told and number_of(told["year"]) < edition_date.year - 1:
        return True
    year, last = printed_year(match, edition_date), _last_day(match, edition_date)
    return year is not None and last is not None and edition_date - last > SEASON


def _is_of_late(match: re.Match[str], edition_date: date) -> bool:
    """Whether it is one day of a year told with it, the edition's or the one before: 去年5月4日."""
    year = printed_year(match, edition_date)
    return tells_a_day(match) and year is not None and year >= edition_date.year - 1


def _is_to_come(text: str, match: re.Match[str], edition_date: date) -> bool:
    """Whether it comes after the edition and something is to be then: 将举办, 明天, 5月19日是…."""
    if match["undated"]:
        is_coming = match["undated"] in MAY_BE_TO_COME and COMING.match(text, match.end())
        return bool(is_coming)
    if match["near_day"] and RELATIVE_DAYS[match["near_day"]] >= 0:
        is_today = RELATIVE_DAYS[match["near_day"]] == 0
        return not is_today or WILL.match(text, match.end()) is not None
    last = _last_day(match, edition_date)
    if match["day"] and text.startswith(IS, match.end()):
        return last is not None and last > edition_date
    if match["day"] and not match["month"] and not match["near_month"]:
        days = number_of(match["day"]) - edition_date.day
        is_past = not 0 < days <= DAYS_OF_A_WEEK
    else:
        is_past = last is not None and last <= edition_date
    if is_past:
        return False
    if TO_COME.match(text, match.end()) or FORECAST.search(text, 0, match.start()):
        return True
    has_begun = match["part"] and last is not None and last - edition_date <= PART_OF_A_MONTH
    return not has_begun and TO_BEGIN.match(text, match.end()) is not None


def _last_day(match: re.Match[str], edition_date: date) -> date | None:
    """The day, or the last one of a month or a part of it, where there is such a day."""
    try:
        return day_of(match, edition_date) or end_of_month(match, edition_date)
    except (ValueError, OverflowError):
        return None


def _begins_a_season(text: str, match: re.Match[str]) -> bool:
    """Whether it begins a stretch of months, of which figures are told: 1月1日至3月24日."""
    end = RANGE_OF_MONTHS.match(text, match.end())
    if end is None or not match["month"]:
        return False
    return (number_of(end["month"]) - number_of(match["month"])) % 12 > 1


def _is_limit(text: str, before: str, match: re.Match[str]) -> bool:
    """Whether it only says till when or by what, or is not of one day: 喜迎国庆，, 周一例会."""
    if OF_WHAT_IS_STUDIED.search(before):
        return True
    if DAY_OF_A_MEETING.match(text, match.end()):
        return False
    is_feast = match["holiday"] or match["moving"] or match["lunar_day"]
    is_any_weekday = match["weekday"] and not match["week"]
    if is_any_weekday or (
        is_feast and not match["round"] and not IS_MEANT.match(text, match.end())
    ):
        return True
    limit = LIMIT_BEFORE.search(before) or BY_A_DOCUMENT.search(text, 0, match.start())
    return limit is not None


def _recent_day(lead: str, edition_date: date) -> re.Match[str] | None:
    """A day of the last weeks that begins a later sentence, in a lead that opens with a scene.

    An earlier one is of the story's past; since a year began, 今年以来, are its figures.
    """
    for match in DATE.finditer(lead, _end_of_opening(lead)):
        before = lead[max(0, match.start() - LOOK_BACK) : match.start()]
        if (
            SENTENCE_START.search(before)
            and not LIMIT_AFTER.match(lead, match.end())
            and not _is_quoted(lead, match.start())
            and _is_within(match, edition_date, RECENT)
            and match[0].removesuffix(SINCE) not in RELATIVE_YEARS
            and (not match["stretch"] or REPORTED.search(SENTENCE.match(lead, match.end())[0]))
            and not OF_A_SCENE.match(lead, match.end())
        ):
            return match
    return None


def _is_of_the_writer(lead: str, match: re.Match[str]) -> bool:
    """Words for a time, not its figures, of what the writer thought or did: 前几天陪朋友去办证."""
    sentence = SENTENCE.match(lead, match.end())[0]
    if match["day"] or REPORTED.search(sentence) or REPORTER.search(lead, 0, match.start()):
        return False
    is_later = match.start() >= _end_of_opening(lead) and not tells_a_day(match)
    runs_on = match["undated"] and not match[0].endswith(SINCE) and CLAUSE.match(sentence)[0]
    return bool(is_later or runs_on or SELF.search(sentence.partition(SAYS)[0]))


def _is_within(match: re.Match[str], edition_date: date, span: timedelta) -> bool:
    """Whether the day lies in that span before the edition; one that is not told may."""
    if not tells_a_day(match):
        return True
    day = _last_day(match, edition_date)
    return day is not None and timedelta() <= edition_date - day <= span


def _end_of_opening(lead: str) -> int:
    """The end of the first sentence, or of the one after the quotations that a lead begins with."""
    return SENTENCE.match(lead, QUOTATIONS.match(lead).end()).end()


def _end_of_main_clause(sentence: str) -> int:
    """The end of the first clause, or of the one after it where the first says why: 针对疫情，."""
    end = CLAUSE.match(sentence).end()
    return CLAUSE.match(sentence, end + 1).end() if REASON.match(sentence) else end


def _is_quoted(text: str, place: int) -> bool:
    """Whether it stands in a quotation, or in the title of a text: 《大桥年底通车》."""
    return any(text.count(one, 0, place) > text.count(end, 0, place) for one, end in ("“”", "《》"))
