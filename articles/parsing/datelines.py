"""Read on which day the news happened: of the days that a lead tells, the one that it is about.

The day stays in the lead. Of several days, 4日至6日, it is the first.
"""

import re
from datetime import date
from typing import NamedTuple

from .day_contexts import (
    FORTNIGHT,
    IN_CLAUSE,
    IS,
    RECENT,
    SAYS,
    SENTENCE,
    begins_a_season,
    goes_on,
    happened_lately,
    is_explained,
    is_limit,
    is_of_an_earlier_sentence,
    is_of_figures,
    is_of_late,
    is_old,
    is_quoted,
    is_to_come,
    is_within,
    last_day,
)
from .days import DATE, day_of, tells_a_day
from .facts import PrintedDateline
from .lexicon.datelines import DATE_LIMITS_AFTER, RELATIVE_YEARS
from .lexicon.marks import CLAUSE_MARKS, FINAL_MARKS, SENTENCE_ENDS

# A clause may begin with the day, or after it: …，于3月24日举行.
CLAUSE_START = re.compile(
    rf"(?:^|[{CLAUSE_MARKS}{SENTENCE_ENDS}:：)）\s]|[{SENTENCE_ENDS}]”)\s*(?:(?<=[{CLAUSE_MARKS}])已?于|^图[一二三四五①-⑨]?为)?$"
)
# 从3月24日起，大桥限行
FROM = re.compile(rf"(?:^|[{CLAUSE_MARKS}{SENTENCE_ENDS}\s])[从自]$")
ON = re.compile("(?:起|开始)[，,]")
# 这天是3月24日，渠水到了田头.
SENTENCE_START = re.compile(rf"[{SENTENCE_ENDS}”]\s*(?:记者|(?:这一?|那一?|当)天(?:正?是))?$")
LIMIT_AFTER = re.compile("|".join(DATE_LIMITS_AFTER))
# 因病医治无效，于一月三十日在济南逝世
LATE = re.compile(rf"{IN_CLAUSE}{{0,16}}(?:逝世|去世|病逝|辞世|离世|病故)(?!后|的)")
SINCE = "以来"
# 去年底的广交会上, and no 月初的一场冰雹 before the news.
OF = re.compile("的(?!一[场次起])")
# 截至3月20日，已修渠八条: of a lead that tells no other day, the one till which it counts.
UNTIL = re.compile("(?:截[至止]到?|到|至)")
# What happened before: 4月1日，城北发生一起盗窃案。; the news is what was done about it.
BACKDROP = re.compile(
    rf"(?![^{SENTENCE_ENDS}]*[我本][县市区旗州镇乡])[^{SENTENCE_ENDS}]*"
    rf"(?:发生{IN_CLAUSE}*(?:案件?|地震)|的消息传来[^{SENTENCE_ENDS}]*"
    rf"|(?:被[盗抢骗]|失窃|逃逸){IN_CLAUSE}*)[{SENTENCE_ENDS}]"
    # 5月19日是助残日。
    rf"|是{IN_CLAUSE}*[日节][{SENTENCE_ENDS}]"
    # 8月6日受台风影响，早稻倒伏。8日，记者看到….
    rf"|[^{SENTENCE_ENDS}]*(?:灾|受损|倒伏|遭|受{IN_CLAUSE}*影响)[^{SENTENCE_ENDS}]*[{SENTENCE_ENDS}]"
    rf"[^{CLAUSE_MARKS}{SENTENCE_ENDS}]{{2,8}}[，,]记者"
)
# 编辑同志：
SALUTATION = re.compile(
    rf"[^{CLAUSE_MARKS}{SENTENCE_ENDS}:：“]{{0,8}}(?:编辑|同志|编辑部|编者|报社)们?[:：]"
)
# 近日，记者在果园里和她聊了聊; 近日 of what nobody reports is of a comment.
REPORTED = re.compile("记者|本报|笔者")
REPORTER_LEARNS = re.compile(r"记者(?:从)?$")
REPORTER = re.compile("(?:记者|笔者)$")
# 4月2日，记者走进柳村
VISIT = re.compile(rf"{IN_CLAUSE}{{0,8}}[，,]?(?:本报)?记者")
# 今天她要翻过北岭: a tale goes on.
OF_A_SCENE = re.compile("[他她]")
# 我 and not 我县.
SELF = re.compile("我(?![县区市旗镇乡州省国校院])")
CLAUSE = re.compile(rf"[^{CLAUSE_MARKS}:：]*")
QUOTATIONS = re.compile("(?:“[^”]*”)*")
# A marker without it, 今日柳河讯, tells no day.
MONTH_MARK = "月"
LOOK_BACK = 6
# 电话断了。, before a paragraph that tells more.
SHORT = 16


class Reading(NamedTuple):
    """A dateline and what is doubtful in it: the name of a doubt, or nothing."""

    dateline: PrintedDateline | None
    doubt: str = ""


def read_dateline(
    marker: str, lead: str, *, edition_date: date, second: str = "", is_personal: bool = False
) -> Reading:
    """The day of the news, from the marker itself, the lead after it or the second paragraph.

    A lead is personal whose writer is neither a reporter nor a correspondent. One without an end
    goes on in the second paragraph.
    """
    if MONTH_MARK in marker and (sent := DATE.search(marker)):
        return _reading(marker, sent, edition_date)
    if lead and lead[-1] not in FINAL_MARKS:
        lead, second = lead + second, ""
    match, spare = _day_of_the_news(lead, edition_date, is_marked=bool(marker))
    if not marker:
        match = match or _recent_day(lead, edition_date)
    match = match or spare or _day_of_the_second(lead, second, edition_date, is_marked=bool(marker))
    is_letter = not marker and SALUTATION.match(lead)
    is_of_writer = is_personal and not marker and match and _is_of_the_writer(lead, match)
    if match is None or is_letter or is_of_writer:
        return Reading(PrintedDateline(marker, "", None) if marker else None)
    return _reading(marker, match, edition_date)


def _reading(marker: str, match: re.Match[str], edition_date: date) -> Reading:
    try:
        day = day_of(match, edition_date)
    except (ValueError, OverflowError):
        return Reading(PrintedDateline(marker, match[0], None), "impossible_date")
    doubt = "after_edition" if day and day > edition_date else ""
    return Reading(PrintedDateline(marker, match[0], day), doubt)


def _day_of_the_second(
    lead: str, text: str, edition_date: date, *, is_marked: bool
) -> re.Match[str] | None:
    """The day that the second paragraph begins with, of a lead that tells none.

    Without a marker it has to be that of a reporter's visit, or the lead a few words: others are
    of the story's past.
    """
    match = DATE.match(text, QUOTATIONS.match(text).end())
    is_news = (
        match
        and tells_a_day(match)
        and is_within(match, edition_date, RECENT)
        and not LIMIT_AFTER.match(text, match.end())
        and (is_marked or len(lead) <= SHORT or VISIT.match(text, match.end()))
    )
    return match if is_news else None


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
    stretch = lead if is_marked else lead[: _end_of_opening(lead) + 1]
    opening = len(stretch) if is_marked else CLAUSE.match(stretch).end()
    within = opening_words = older = until = backdrop = None
    for match in DATE.finditer(stretch):
        before = stretch[max(0, match.start() - LOOK_BACK) : match.start()]
        begins = CLAUSE_START.search(before) or REPORTER_LEARNS.search(before)
        goes_on_from = ON.match(stretch, match.end()) and FROM.search(before)
        begins = begins or goes_on_from
        if (
            (backdrop and not is_of_an_earlier_sentence(backdrop, match))
            or is_quoted(stretch, match.start())
            or is_to_come(stretch, match, edition_date)
            or begins_a_season(stretch, match)
            or is_of_figures(stretch, match)
            or (match["whole_month"] and not begins)
            or is_explained(stretch, match)
        ):
            continue
        if LIMIT_AFTER.match(stretch, match.end()):
            if match.start() == 0 and not tells_a_day(match) and OF.match(stretch, match.end()):
                opening_words = match
        elif LATE.match(stretch, match.end()):
            return match, None
        elif not begins and (
            (match.start() >= opening and not happened_lately(stretch, match, edition_date))
            or (is_limit(stretch, before, match) and not _has_begun(stretch, match, edition_date))
        ):
            if is_marked and UNTIL.fullmatch(stretch, 0, match.start()):
                until = match if is_within(match, edition_date, RECENT) else None
        elif goes_on(match) and not is_old(match, stretch, edition_date):
            opening_words = opening_words or match
        elif opening_words and match["stretch"]:
            continue
        elif is_old(match, stretch, edition_date):
            older = older or (match if is_of_late(match, edition_date) else None)
        elif stretch.startswith(IS, match.end()) and last_day(match, edition_date) == edition_date:
            older = older or match
        elif (
            begins
            and not backdrop
            and (
                goes_on_from
                or not is_within(match, edition_date, FORTNIGHT)
                or BACKDROP.match(stretch, match.end())
            )
        ):
            backdrop = match
        elif begins:
            is_told = within and is_of_an_earlier_sentence(within, match)
            return (within if is_told else match), None
        else:
            within = match if within is None or _is_nearer(match, within) else within
    return within, backdrop or opening_words or older or until


def _has_begun(text: str, match: re.Match[str], edition_date: date) -> bool:
    """Whether something goes on from that day of the last weeks: 展览从6月28日开始，."""
    has_begun = tells_a_day(match) and is_within(match, edition_date, RECENT)
    return has_begun and ON.match(text, match.end()) is not None


def _is_nearer(match: re.Match[str], other: re.Match[str]) -> bool:
    """Whether it tells a day and the other none: 8月底发生的地震中, …已于3日复课."""
    return tells_a_day(match) and not tells_a_day(other)


def _recent_day(lead: str, edition_date: date) -> re.Match[str] | None:
    """A day of the last weeks that begins a later sentence, in a lead that opens with a scene.

    An earlier one is of the story's past; since a year began, 今年以来, are its figures.
    """
    for match in DATE.finditer(lead, _end_of_opening(lead)):
        before = lead[max(0, match.start() - LOOK_BACK) : match.start()]
        if (
            (
                SENTENCE_START.search(before)
                or (CLAUSE_START.search(before) and VISIT.match(lead, match.end()))
            )
            and not LIMIT_AFTER.match(lead, match.end())
            and not is_quoted(lead, match.start())
            and is_within(match, edition_date, RECENT)
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


def _end_of_opening(lead: str) -> int:
    """The end of the first sentence, or of the one after the quotations that a lead begins with."""
    return SENTENCE.match(lead, QUOTATIONS.match(lead).end()).end()
