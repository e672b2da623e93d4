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
)
from .lexicon.marks import CLAUSE_MARKS, SENTENCE_ENDS

# Or after it: …，于3月24日举行.
CLAUSE_START = re.compile(
    rf"(?:^|[{CLAUSE_MARKS}{SENTENCE_ENDS}:：)）\s]|[{SENTENCE_ENDS}]”)\s*(?:(?<=[{CLAUSE_MARKS}])已?于)?$"
)
# 从3月24日起，大桥限行
FROM = re.compile(rf"(?:^|[{CLAUSE_MARKS}{SENTENCE_ENDS}\s])[从自]$")
ON = re.compile("起[，,]")
SENTENCE_START = re.compile(rf"[{SENTENCE_ENDS}”]\s*(?:记者)?$")
LIMIT_BEFORE = re.compile(f"(?:{'|'.join(DATE_LIMITS_BEFORE)})$")
LIMIT_AFTER = re.compile("|".join(DATE_LIMITS_AFTER))
# 从3月24日召开的会议上: the meeting is the news.
DAY_OF_A_MEETING = re.compile(rf"(?:[上下]午|晚上?)?(?:{'|'.join(MEETING_VERBS)})的")
# 根据2月3日的会议精神: of a document.
BY_A_DOCUMENT = re.compile(rf"(?:根据|按照|依据|遵照|针对)[^{CLAUSE_MARKS}{SENTENCE_ENDS}]*$")
# 4月28日，镇里将举办采摘节; 5月1日起.
TO_COME = re.compile(
    rf"起|开始|可|[^{CLAUSE_MARKS}{SENTENCE_ENDS}]*[，,]?"
    rf"[^{CLAUSE_MARKS}{SENTENCE_ENDS}]*?(?:将|拟|预计|计划)"
)
# 5月19日是助残日
IS = "是"
# 因病医治无效，于一月三十日在济南逝世
LATE = re.compile(
    rf"[^{CLAUSE_MARKS}{SENTENCE_ENDS}]{{0,16}}(?:逝世|去世|病逝|辞世|离世|病故)(?!后|的)"
)
SINCE = "以来"
IS_MEANT = re.compile("|".join(ON_THE_DAY))
# 近日，记者在果园里和她聊了聊; 近日 of what nobody reports is of a comment.
REPORTED = re.compile("记者|本报|笔者")
REPORTER_LEARNS = re.compile(r"记者(?:从)?$")
# 今天她要翻过北岭: a tale goes on.
OF_A_SCENE = re.compile("[他她]")
# 我 and not 我县.
SELF = re.compile("我(?![县区市旗镇乡州省国校院])")
# 群众说，我们信得过
SAYS = "说"
CLAUSE = re.compile(rf"[^{CLAUSE_MARKS}:：]*")
REASON = re.compile("|".join(REASONS))
SENTENCE = re.compile(rf"[^{SENTENCE_ENDS}]*")
RANGE_OF_MONTHS = re.compile(
    rf"[至到—–～~－-]{{1,2}}(?:{DIGIT}{{4}}年)?(?P<month>{NUMBER_OF_MONTH})月"
)
OLDER_YEAR = re.compile(rf"(?P<year>{DIGIT}{{4}})\s?年")
# A marker without it, 今日柳河讯, tells no day.
MONTH_MARK = "月"
RECENT, SEASON = timedelta(days=31), timedelta(days=92)
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
    if match is None or (is_personal and not marker and _is_of_the_writer(lead, match)):
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
    1998年3月5日，他来到柳河. The spare is for where none is found: the time that the lead begins
    with, 去年底的广交会上, 入春以来; a day of last year; the edition's, of which only the name
    is told.
    """
    stretch = lead if is_marked else lead[: _end_of_opening(lead)]
    opening = len(stretch) if is_marked else _end_of_main_clause(stretch)
    within = opening_words = older = None
    for match in DATE.finditer(stretch):
        before = stretch[max(0, match.start() - LOOK_BACK) : match.start()]
        begins = CLAUSE_START.search(before) or REPORTER_LEARNS.search(before)
        begins = begins or (ON.match(stretch, match.end()) and FROM.search(before))
        if (
            _is_quoted(stretch, match.start())
            or _is_to_come(stretch, match, edition_date)
            or _begins_a_season(stretch, match)
        ):
            continue
        if LIMIT_AFTER.match(stretch, match.end()):
            if match.start() == 0 and not tells_a_day(match):
                opening_words = match
        elif LATE.match(stretch, match.end()):
            return match, None
        elif not begins and (match.start() >= opening or _is_limit(stretch, before, match)):
            continue
        elif _goes_on(match) and not _is_old(match, stretch, edition_date):
            opening_words = opening_words or match
        elif _is_old(match, stretch, edition_date):
            older = older or (match if _is_of_late(match, edition_date) else None)
        elif stretch.startswith(IS, match.end()) and _last_day(match, edition_date) == edition_date:
            older = older or match
        elif begins:
            is_told = within and _is_of_an_earlier_sentence(within, match)
            return (within if is_told else match), None
        else:
            within = within or match
    return within, opening_words or older


def _is_of_an_earlier_sentence(match: re.Match[str], later: re.Match[str]) -> bool:
    return SENTENCE.match(match.string, match.end()).end() <= later.start()


def _goes_on(match: re.Match[str]) -> bool:
    """Whether it goes on till the news, 入春以来, so that a day of it may be told after."""
    return match[0].endswith(SINCE) or match["whole_month"] is not None


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
        return False
    if match["near_day"] and RELATIVE_DAYS[match["near_day"]] > 0:
        return True
    last = _last_day(match, edition_date)
    if match["day"] and text.startswith(IS, match.end()):
        return last is not None and last > edition_date
    if match["day"] and not match["month"] and not match["near_month"]:
        days = number_of(match["day"]) - edition_date.day
        is_past = not 0 < days <= DAYS_OF_A_WEEK
    else:
        is_past = last is not None and last <= edition_date
    return not is_past and TO_COME.match(text, match.end()) is not None


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

    An earlier one is of the story's past.
    """
    for match in DATE.finditer(lead, _end_of_opening(lead)):
        before = lead[max(0, match.start() - LOOK_BACK) : match.start()]
        if (
            SENTENCE_START.search(before)
            and not LIMIT_AFTER.match(lead, match.end())
            and not _is_quoted(lead, match.start())
            and _is_within(match, edition_date, RECENT)
            and not _goes_on(match)
            and not match["stretch"]
            and not OF_A_SCENE.match(lead, match.end())
        ):
            return match
    return None


def _is_of_the_writer(lead: str, match: re.Match[str]) -> bool:
    """Words for a time, not its figures, of what the writer thought or did: 前几天陪朋友去办证."""
    sentence = SENTENCE.match(lead, match.end())[0]
    if match["day"] or REPORTED.search(sentence):
        return False
    is_later = match.start() >= _end_of_opening(lead) and not tells_a_day(match)
    runs_on = match["undated"] and not _goes_on(match) and CLAUSE.match(sentence)[0]
    return bool(is_later or runs_on or SELF.search(sentence.partition(SAYS)[0]))


def _is_within(match: re.Match[str], edition_date: date, span: timedelta) -> bool:
    """Whether the day lies in that span before the edition; one that is not told may."""
    if not tells_a_day(match):
        return True
    day = _last_day(match, edition_date)
    return day is not None and timedelta() <= edition_date - day <= span


def _end_of_opening(lead: str) -> int:
    """The end of the first sentence, or of the one after the quotation that a lead begins with."""
    start = lead.find("”") + 1 if lead.startswith("“") else 0
    return SENTENCE.match(lead, start).end()


def _end_of_main_clause(sentence: str) -> int:
    """The end of the first clause, or of the one after it where the first says why: 针对疫情，."""
    end = CLAUSE.match(sentence).end()
    return CLAUSE.match(sentence, end + 1).end() if REASON.match(sentence) else end


def _is_quoted(text: str, place: int) -> bool:
    return text.count("“", 0, place) > text.count("”", 0, place)
