"""Read the dateline: the marker 本报讯, and the day on which the news happened.

The marker is taken off the first line. The day is read from the lead and stays in it. Of several
days, 4日至6日, it is the first.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from .facts import Edit, PrintedDateline
from .lexicon.datelines import (
    CHINESE_DIGITS,
    CHINESE_TEN,
    CHINESE_ZEROS,
    CLEAR_BRIGHTNESS,
    DATE_LIMITS_AFTER,
    DATE_LIMITS_BEFORE,
    DATELINE_AGENCIES,
    DATELINE_HOUSES,
    DATELINE_MARKERS,
    DATELINE_SENDERS,
    HOLIDAYS,
    MEETING_VERBS,
    MOVING_HOLIDAYS,
    NEWS_WORDS,
    ON_THE_DAY,
    PARTS_OF_MONTHS,
    PARTS_OF_YEARS,
    RELATIVE_DAYS,
    RELATIVE_MONTHS,
    RELATIVE_WEEKS,
    RELATIVE_YEARS,
    ROUND_THE_DAY,
    UNDATED_DAYS,
    WEEK_WORDS,
    WEEKDAYS,
)
from .lexicon.marks import CLAUSE_MARKS, SENTENCE_ENDS
from .source import CUT, Line, Source
from .wording import gettext_noop

MARKER_TAKEN = gettext_noop("dateline marker")

DIGIT = rf"[0-9０-９{CHINESE_DIGITS}{CHINESE_ZEROS}]"
NUMERAL = rf"(?:[0-9０-９]{{1,2}}|[{CHINESE_DIGITS}{CHINESE_TEN}]{{1,3}})"
NOT_AFTER_DIGIT = rf"(?<![0-9０-９{CHINESE_DIGITS}{CHINESE_ZEROS}{CHINESE_TEN}年月第〕］])"
YEAR = rf"(?:(?P<year>{DIGIT}{{4}})\s?年\s?|(?P<near_year>{'|'.join(RELATIVE_YEARS)}))"
YEAR_OF_DAY = YEAR.replace("year>", "year_of_day>")
MONTH = rf"(?:(?P<month>{NUMERAL})\s?月(?:份|\s)?|(?P<near_month>{'|'.join(RELATIVE_MONTHS)}))"
PART_OF_MONTH = (
    rf"(?:{'|'.join(RELATIVE_YEARS)})?(?:{NUMERAL}月(?:份)?|{'|'.join(RELATIVE_MONTHS)})"
    rf"(?:{'|'.join(PARTS_OF_MONTHS)})(?!学|[{CHINESE_DIGITS}{CHINESE_TEN}])"
)
PART_OF_YEAR = rf"(?:{'|'.join(RELATIVE_YEARS)})(?:{'|'.join(PARTS_OF_YEARS)})"
WEEKDAY = (
    rf"(?<!每个)(?<![每逢双休一二三四五六七八九两几])(?P<week>{'|'.join(RELATIVE_WEEKS)})?(?:个)?"
    rf"(?:{'|'.join(WEEK_WORDS)})(?P<weekday>[{WEEKDAYS}天])"
)
# 国庆节当天 is a day, 国庆前夕 some time; 国庆晚会 is neither.
ON_IT = rf"(?:{'|'.join(ON_THE_DAY)}|[，,])"
ROUND_IT = rf"(?:{'|'.join(ROUND_THE_DAY)})"
HOLIDAY = (
    rf"{YEAR}?[“\"]?(?:三八[”\"]?(?:国际)?)?(?:(?P<holiday>{'|'.join(HOLIDAYS)}|{CLEAR_BRIGHTNESS})"
    rf"|(?P<moving>{'|'.join(MOVING_HOLIDAYS)}))[”\"]?(?:国际)?(?:劳动|青年|儿童|建军|消费者权益)?[节日]?"
    rf"(?:(?P<round>{ROUND_IT})|(?={ON_IT}))"
)
FURTHER_DAY = rf"(?:[至到、—–～~－-]{{1,2}}{NUMERAL}(?=[日号]))"
DATE = re.compile(
    rf"{WEEKDAY}"
    rf"|(?P<undated>{'|'.join(UNDATED_DAYS)}|{NOT_AFTER_DIGIT}{PART_OF_MONTH}(?:以来)?|{PART_OF_YEAR})"
    rf"|(?P<near_day>{'|'.join(RELATIVE_DAYS)})"
    rf"|(?P<last_night>昨\s*[(（]\s*{NUMERAL}日?\s*[)）]\s*[日天晚]?|(?<=记者)昨(?=从))"
    rf"|{HOLIDAY}"
    rf"|{NOT_AFTER_DIGIT}(?:{YEAR_OF_DAY}?{MONTH})?(?P<day>{NUMERAL}){FURTHER_DAY}?\s?[日号](?!线|楼|院|门|机|店|文|令|台|井|坝|地|厂)"
)
RANGE_OF_MONTHS = re.compile(rf"[至到—–～~－-]{{1,2}}(?:{DIGIT}{{4}}年)?(?P<month>{NUMERAL})月")
SENDER = (
    rf"(?:(?:{'|'.join(DATELINE_SENDERS)}|[\u4e00-\u9fff]{{1,8}}?(?:{'|'.join(DATELINE_HOUSES)}))"
    r"[\u4e00-\u9fff〇0-9· \u3000]{0,16}?)"
)
# 石桥讯: a place, and not 通讯 or 喜讯.
OF_A_PLACE = rf"[\u4e00-\u9fff]{{1,5}}(?<![{NEWS_WORDS}])讯(?=[ \u3000])"
# 融媒讯（记者 …）: whatever the house is called, its writer follows.
BYLINE_FOLLOWS = r"[ \u3000]?[(（][^()（）]{0,12}?(?:记者|通讯员)"
MARKER = re.compile(
    rf"[【\[〔(（■●◆]?\s?(?P<marker>{'|'.join(DATELINE_MARKERS)}"
    rf"|{SENDER}[(（]?(?:{DIGIT}{{4}}年)?{NUMERAL}月{NUMERAL}日[)）]?(?:[上下中]午|晚)?\s?(?:专?电|讯|消息)"
    rf"|[\u4e00-\u9fff]{{1,8}}?(?:{'|'.join(DATELINE_HOUSES)})讯(?=[\s(（:：】\]〕])"
    rf"|(?:{'|'.join(DATELINE_SENDERS)})[\u4e00-\u9fff]{{1,6}}讯(?=[\s(（])"
    rf"|(?:据|综合)?(?:{'|'.join(DATELINE_AGENCIES)})(?:专?电|消息|讯)(?=[\s(（:：】\]〕])"
    rf"|{OF_A_PLACE}"
    rf"|[\u4e00-\u9fff]{{0,8}}讯(?={BYLINE_FOLLOWS}))"
    r"[】\]〕)）]?[\s:：]*"
)
# How a marker begins that a column may cut.
SENT = re.compile(
    rf"[【\[〔]?(?:据|{'|'.join((*DATELINE_SENDERS, *DATELINE_AGENCIES))}|[\u4e00-\u9fff]$|新华$)"
)
LONGEST_MARKER = 24
CLAUSE_START = re.compile(
    rf"(?:^|[{CLAUSE_MARKS}{SENTENCE_ENDS}:：)）\s]|[{SENTENCE_ENDS}]”|^[(（])\s*$"
)
LIMIT_BEFORE = re.compile(f"(?:{'|'.join(DATE_LIMITS_BEFORE)})$")
LIMIT_AFTER = re.compile("|".join(DATE_LIMITS_AFTER))
# 在3月24日召开的会议上: the meeting is the news.
DAY_OF_A_MEETING = re.compile(rf"(?:[上下]午|晚上?)?(?:{'|'.join(MEETING_VERBS)})的")
# 因病医治无效，于一月三十日在济南逝世
SINCE = "以来"
LATE = re.compile(rf"[^{CLAUSE_MARKS}{SENTENCE_ENDS}]{{0,16}}(?:逝世|去世|病逝|辞世|病故)(?!后|的)")
# 近日，记者在果园里和她聊了聊; 近日 of what nobody reports is of a comment.
REPORTED = re.compile("记者|本报|法院|笔者")
REPORTER_LEARNS = re.compile(r"记者(?:从)?$")
CLAUSE = re.compile(rf"[^{CLAUSE_MARKS}:：]*")
SENTENCE = re.compile(rf"[^{SENTENCE_ENDS}]*")
OLDER_YEAR = re.compile(rf"(?P<year>{DIGIT}{{4}})\s?年")
# A marker without it, 今日柳河讯, tells no day.
MONTH_MARK = "月"
ZERO = re.compile(f"[{CHINESE_ZEROS}]")
RECENT, SEASON = timedelta(days=31), timedelta(days=92)
LOOK_BACK = 6
MONTHS_AHEAD = 2


class Reading(NamedTuple):
    """A dateline and what is doubtful in it: the name of a doubt, or nothing."""

    dateline: PrintedDateline | None
    doubt: str = ""


def find_marker(source: Source, line: Line) -> tuple[str, int] | None:
    """The marker that the line begins with, and where it ends; a column may have cut it."""
    if match := MARKER.match(source.text, line.start, line.end):
        return CUT.sub("", match["marker"]), match.end()
    cut = CUT.search(source.text, line.start, min(line.end, line.start + LONGEST_MARKER))
    if cut is None:
        return None
    first = cut.start() - line.start
    bridged = source.text[line.start : cut.start()] + source.text[cut.end() : line.end]
    match = MARKER.match(bridged)
    if match is None or match.end() <= first:
        return None
    return match["marker"], cut.end() + match.end() - first


def mend_cut_markers(source: Source, lines: Sequence[Line]) -> list[Line]:
    """The lines, with a marker that a column cut in two in one of them: 本报3|月24日讯."""
    mended = list(lines)
    printed = [number for number, line in enumerate(lines) if not line.is_blank]
    for number, after in pairwise(printed):
        line, following = lines[number], lines[after]
        if line.end - line.start > LONGEST_MARKER or not SENT.match(
            source.text, line.start, line.end
        ):
            continue
        whole = replace(following, start=line.start, is_indented=line.is_indented)
        found = find_marker(source, whole)
        if found and found[1] > following.start and not _has_marker(source, following):
            mended[number] = Line(line.start, line.start)
            mended[after] = whole
    return mended


def _has_marker(source: Source, line: Line) -> bool:
    """Whether a whole marker begins the line, and not the rest of one: 报讯 of 本|报讯."""
    marker, _ = find_marker(source, line) or ("", 0)
    return marker in DATELINE_MARKERS or (len(marker) > 1 and SENT.match(marker) is not None)


def take_marker(
    source: Source, lines: Sequence[Line]
) -> tuple[str, tuple[Line, ...], tuple[Edit, ...]]:
    """The marker at the beginning of the first line, the lines without it, and the edit."""
    left = list(lines)
    for number, line in enumerate(left):
        if line.is_blank:
            continue
        found = find_marker(source, line)
        if found is None:
            break
        marker, end = found
        taken = source.line(line.start, end)
        left[number] = replace(line, start=source.line(end, line.end).start)
        return marker, tuple(left), (source.edit(MARKER_TAKEN, taken.start, taken.end),)
    return "", tuple(left), ()


def read_dateline(marker: str, lead: str, *, edition_date: date) -> Reading:
    """The day of the news, from the marker itself or from the lead after it."""
    match = (MONTH_MARK in marker and DATE.search(marker)) or _day_of_the_news(
        lead, edition_date, is_marked=bool(marker)
    )
    if match is None and not marker:
        match = _recent_day(lead, _end_of_opening(lead), edition_date)
    if match is None:
        return Reading(PrintedDateline(marker, "", None) if marker else None)
    try:
        day = _date(match, edition_date)
    except (ValueError, OverflowError):
        return Reading(PrintedDateline(marker, match[0], None), "impossible_date")
    doubt = "after_edition" if day and day > edition_date else ""
    return Reading(PrintedDateline(marker, match[0], day), doubt)


def _day_of_the_news(lead: str, edition_date: date, *, is_marked: bool) -> re.Match[str] | None:
    """The first date that begins a clause, else the first within the lead's opening.

    The opening of a marked lead is all of it, of another one its first clause. A date in a
    quotation is not the day of the news, nor one that opens a life: 1998年3月5日，他来到柳河.
    Where there is none, it is the time that the lead tells of: 去年底的广交会上, 入春以来.
    """
    stretch = lead if is_marked else lead[: _end_of_opening(lead)]
    opening = len(stretch) if is_marked else CLAUSE.match(stretch).end()
    within = opening_words = None
    for match in DATE.finditer(stretch):
        before = stretch[max(0, match.start() - LOOK_BACK) : match.start()]
        if LIMIT_AFTER.match(stretch, match.end()) or _is_quoted(stretch, match.start()):
            if match["undated"] and match.start() == 0:
                opening_words = match
            continue
        if _begins_a_season(stretch, match):
            continue
        if match[0].endswith(SINCE):
            opening_words = opening_words or match
            continue
        if not is_marked and _is_long_past(match, stretch, edition_date):
            continue
        if CLAUSE_START.search(before) or REPORTER_LEARNS.search(before):
            if not _is_of_last_year(match, edition_date):
                return match
            within = within or match
        if LATE.match(stretch, match.end()):
            return match
        if within is None and match.start() < opening and not _is_limit(stretch, before, match):
            within = match
    return within or opening_words


def _is_long_past(match: re.Match[str], text: str, edition_date: date) -> bool:
    """1998年3月5日, or 十一月初 after 1958年冬天."""
    year = match["year"] or match["year_of_day"]
    told = match["undated"] and OLDER_YEAR.search(text, 0, match.start())
    year = year or (told and told["year"])
    return bool(year) and _number(year) < edition_date.year - 1


def _is_of_last_year(match: re.Match[str], edition_date: date) -> bool:
    """去年5月4日, where that is more than a season ago."""
    year = match["near_year"] or match["near_year_of_day"]
    is_earlier = RELATIVE_YEARS.get(year, 0) < 0
    return is_earlier and not _is_within(match, edition_date, SEASON)


def _begins_a_season(text: str, match: re.Match[str]) -> bool:
    """Whether it begins a stretch of months, of which figures are told: 1月1日至3月24日."""
    end = RANGE_OF_MONTHS.match(text, match.end())
    if end is None or not match["month"]:
        return False
    return (_number(end["month"]) - _number(match["month"])) % 12 > 1


def _is_limit(text: str, before: str, match: re.Match[str]) -> bool:
    return (
        LIMIT_BEFORE.search(before) is not None
        and DAY_OF_A_MEETING.match(text, match.end()) is None
    )


def _recent_day(lead: str, start: int, edition_date: date) -> re.Match[str] | None:
    """A day of the last weeks that begins a later sentence, in a lead that opens with a scene.

    An earlier one is of the story's past.
    """
    for match in DATE.finditer(lead, start):
        before = lead[max(0, match.start() - LOOK_BACK) : match.start()].rstrip()
        if (
            before.endswith(tuple(SENTENCE_ENDS + "”"))
            and not LIMIT_AFTER.match(lead, match.end())
            and not _is_quoted(lead, match.start())
            and _is_within(match, edition_date, RECENT)
            and (not match["undated"] or _is_reported(lead, match.end()))
        ):
            return match
    return None


def _is_reported(text: str, place: int) -> bool:
    return REPORTED.search(SENTENCE.match(text, place)[0]) is not None


def _is_within(match: re.Match[str], edition_date: date, span: timedelta) -> bool:
    """Whether the day lies in that span before the edition; one that is not told may."""
    try:
        day = _date(match, edition_date)
    except (ValueError, OverflowError):
        return False
    return day is None or timedelta() <= edition_date - day <= span


def _end_of_opening(lead: str) -> int:
    """The end of the first sentence, or of the one after the quotation that a lead begins with."""
    start = lead.find("”") + 1 if lead.startswith("“") else 0
    return SENTENCE.match(lead, start).end()


def _is_quoted(text: str, place: int) -> bool:
    return text.count("“", 0, place) > text.count("”", 0, place)


def _date(match: re.Match[str], edition_date: date) -> date | None:
    if match["undated"] or match["moving"] or match["round"]:
        return None
    if match["holiday"]:
        return _holiday(match, edition_date)
    if match["near_day"]:
        return edition_date + timedelta(days=RELATIVE_DAYS[match["near_day"]])
    if match["last_night"]:
        return edition_date - timedelta(days=1)
    if match["weekday"]:
        return _weekday(match, edition_date)
    day = _number(match["day"])
    if match["month"]:
        month = _number(match["month"])
        return date(_year(match, month, day, edition_date), month, day)
    if match["near_month"]:
        return _day_of_month(edition_date, RELATIVE_MONTHS[match["near_month"]], day)
    return _day_of_month(edition_date, 0 if day <= edition_date.day else -1, day)


def _holiday(match: re.Match[str], edition_date: date) -> date:
    name = match["holiday"]
    month, day = HOLIDAYS.get(name) or (4, 5)
    year = _year(match, month, day, edition_date)
    if name == CLEAR_BRIGHTNESS:
        day = _day_of_clear_brightness(year)
    return date(year, month, day)


def _day_of_clear_brightness(year: int) -> int:
    """The day of April. Raises ValueError outside the years for which the formula holds.

    寿星通用公式: the sun's longitude in steps of 0.2422 days a year, less the leap days.
    """
    if not 1901 <= year <= 2099:
        raise ValueError(year)
    constant, years = (5.59, year - 1900) if year < 2000 else (4.81, year - 2000)
    return int(years * 0.2422 + constant) - years // 4


def _weekday(match: re.Match[str], edition_date: date) -> date:
    """That day of a named week, else the last one before the edition; weeks begin on Monday."""
    day = WEEKDAYS.index(match["weekday"].replace("天", WEEKDAYS[-1]))
    since = edition_date.weekday() - day
    if match["week"]:
        return edition_date - timedelta(days=since - 7 * RELATIVE_WEEKS[match["week"]])
    return edition_date - timedelta(days=since % 7)


def _year(match: re.Match[str], month: int, day: int, edition_date: date) -> int:
    """The printed year, or the last one whose day lies at most weeks after the edition."""
    year = match["year"] or match["year_of_day"]
    near_year = match["near_year"] or match["near_year_of_day"]
    if year:
        return _number(year)
    if near_year:
        return edition_date.year + RELATIVE_YEARS[near_year]
    months_away = month - edition_date.month + (day - edition_date.day) / 31
    return edition_date.year + (months_away + 12 < MONTHS_AHEAD) - (months_away > MONTHS_AHEAD)


def _day_of_month(edition_date: date, months_away: int, day: int) -> date:
    years, month = divmod(edition_date.month - 1 + months_away, 12)
    return date(edition_date.year + years, month + 1, day)


def _number(numeral: str) -> int:
    """Read 24, ２４, 二十四, and a year's 二〇二三 or 二○二三."""
    if CHINESE_TEN in numeral:
        tens, _, ones = numeral.partition(CHINESE_TEN)
        return 10 * (_number(tens) if tens else 1) + (_number(ones) if ones else 0)
    numeral = ZERO.sub(CHINESE_DIGITS[0], numeral)
    digits = (CHINESE_DIGITS.find(digit) for digit in numeral)
    return int("".join(str(v) if v >= 0 else d for v, d in zip(digits, numeral, strict=True)))
