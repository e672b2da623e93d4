"""What each date of a lead is to its news: its day, a time that goes on, what happened before."""

import re
from datetime import date, timedelta
from enum import Enum, auto

from .day_contexts import (
    IN_CLAUSE,
    IS,
    RECENT,
    begins_a_season,
    first_day,
    goes_on,
    happened_lately,
    is_explained,
    is_limit,
    is_long,
    is_of_figures,
    is_of_late,
    is_old,
    is_past,
    is_quoted,
    is_to_come,
    is_within,
    last_day,
)
from .days import NUMBER_OF_MONTH, NUMERAL, printed_year, tells_a_day
from .lexicon.datelines import BEGINNING_VERBS, DATE_LIMITS_AFTER
from .lexicon.marks import CLAUSE_MARKS, SENTENCE_ENDS

# A clause may begin with the day, or after it: …，于3月24日举行.
CLAUSE_START = re.compile(
    rf"(?:^|[{CLAUSE_MARKS}{SENTENCE_ENDS}:：)）\s]|[{SENTENCE_ENDS}]”)\s*(?:(?<=[{CLAUSE_MARKS}])已?于|^图[一二三四五①-⑨]?为)?$"
)
# 从3月24日起，大桥限行
FROM = re.compile(rf"(?:^|[{CLAUSE_MARKS}{SENTENCE_ENDS}\s])[从自]$")
ON = re.compile("(?:起|开始)[，,]")
# 大桥从3月24日起限行
BEGUN = re.compile("起|开始")
RANGE = re.compile(rf"[至到—–～~－-]{{1,2}}(?:{NUMBER_OF_MONTH}月)?{NUMERAL}[日号]")
# 3月18日开工的大桥, and what tells that it goes on.
OF_A_THING = re.compile(rf"{IN_CLAUSE}{{0,4}}(?:{'|'.join(BEGINNING_VERBS)})的")
# 4月4日至6日召开的全会引发关注。, and no 4月4日召开的全会上, 4月4日召开的会议指出，
OF_A_MEETING = re.compile(
    rf"(?:{RANGE.pattern})?{IN_CLAUSE}{{0,4}}(?:召开|举[行办]|闭幕)的"
    rf"(?!{IN_CLAUSE}*上){IN_CLAUSE}*[{SENTENCE_ENDS}]"
)
NOW = re.compile(rf"{IN_CLAUSE}*[，,]?{IN_CLAUSE}{{0,8}}?(?:目前|如今|现|已|至今|正)")
# Before what a lead begins with: nothing, or who tells it.
HEAD = re.compile(
    rf"(?:{IN_CLAUSE}*(?:显示|获悉|了解到|调查|统计|消息|介绍|透露|公布|通报|发布)[，,:：])?"
)
# And no 公示期自4月23日至29日.
BEGINNING = re.compile("(?<![期间])[从自]$")
LIMIT_AFTER = re.compile("|".join(DATE_LIMITS_AFTER))
# 因病医治无效，于一月三十日在济南逝世
LATE = re.compile(rf"{IN_CLAUSE}{{0,16}}(?:逝世|去世|病逝|辞世|离世|病故)(?!后|的)")
# 去年底的广交会上, and no 月初的一场冰雹 before the news.
OF = re.compile("的(?!一[场次起])")
# 上半年的账, and no 三月的一天.
OF_WHAT = re.compile("的(?!一天)")
# 11月15日开始供热以来: a stretch is told with what it counts from.
SINCE_WHAT = re.compile("[^，,。]{0,14}以来(?=[，,])")
FROM_A_DAY = re.compile(f"(?:^|[{CLAUSE_MARKS}{SENTENCE_ENDS}自从])$")
# 截至3月20日，已修渠八条: of a lead that tells no other day, the one till which it counts.
UNTIL = re.compile("(?:截[至止]到?|到|至)")
# What happened before: 4月1日，城北发生一起盗窃案。; the news is what was done about it.
BACKDROP = re.compile(
    rf"(?![^{SENTENCE_ENDS}]*[我本][县市区旗州镇乡])[^{SENTENCE_ENDS}]*"
    rf"(?:发生{IN_CLAUSE}*(?:案件?|地震)|的消息传来[^{SENTENCE_ENDS}]*"
    rf"|(?:被人?(?:盗|偷|抢|骗)|失窃|逃逸){IN_CLAUSE}*)[{SENTENCE_ENDS}]"
    # 5月19日是助残日。
    rf"|(?:{RANGE.pattern})?是{IN_CLAUSE}*[日节周月][{SENTENCE_ENDS}]"
    # 8月6日受台风影响，早稻倒伏。8日，记者看到….
    rf"|[^{SENTENCE_ENDS}]*(?:灾|受损|倒伏|遭|受{IN_CLAUSE}*影响)[^{SENTENCE_ENDS}]*[{SENTENCE_ENDS}]"
    rf"[^{CLAUSE_MARKS}{SENTENCE_ENDS}]{{2,8}}[，,]记者"
)
# 岁末，商场里人多。1月10日，记者来到商场: a scene, before what was seen there.
BEFORE_A_VISIT = re.compile(
    rf"[^{SENTENCE_ENDS}]*[{SENTENCE_ENDS}][^{CLAUSE_MARKS}{SENTENCE_ENDS}]{{2,12}}[，,]?"
    "(?:(?:本报)?记者|笔者)"
)
REPORTER_LEARNS = re.compile(r"记者(?:从)?$")
SINCE = "以来"
YEAR = timedelta(days=366)
LOOK_BACK = 6


class Role(Enum):
    NOTHING = auto()
    DEATH = auto()
    # The day that begins a clause, and one within it.
    DAY = auto()
    DAY_WITHIN = auto()
    # 去年底的广交会上, 入春以来, 春节期间
    TIME = auto()
    # A day of last year, the edition's of which only the name is told, or one of a thing.
    SPARE_DAY = auto()
    # From which something goes on, and what happened before: a case, what is answered.
    BEGUN = auto()
    BEFORE = auto()
    # 截至3月20日
    LIMIT_OF_FIGURES = auto()


def role_of(match: re.Match[str], edition_date: date, *, is_marked: bool, opening: int) -> Role:
    """The opening ends at a place of the text; behind it a day has to be one of the last weeks."""
    text, end = match.string, match.end()
    begins = begins_a_clause(match)
    goes_on_from = ON.match(text, end) and FROM.search(before(match))
    if (
        is_quoted(text, match.start())
        or is_to_come(text, match, edition_date)
        or begins_a_season(text, match)
        or is_explained(text, match)
    ):
        return Role.NOTHING
    if SINCE_WHAT.match(text, end):
        last = last_day(match, edition_date)
        is_lasting = FROM_A_DAY.search(before(match)) and last and edition_date - last <= YEAR
        return Role.TIME if is_lasting else Role.NOTHING
    if is_long(match) or is_of_figures(text, match):
        year = printed_year(match, edition_date) or edition_date.year
        is_head = HEAD.fullmatch(text, 0, match.start()) and not OF_WHAT.match(text, end)
        is_told = is_head or (match.start() < opening and _has_begun(match, edition_date))
        return Role.TIME if is_told and year >= edition_date.year - 1 else Role.NOTHING
    if LIMIT_AFTER.match(text, end):
        is_of = match.start() == 0 and not tells_a_day(match) and OF.match(text, end)
        return Role.TIME if is_of else Role.NOTHING
    if LATE.match(text, end):
        return Role.DEATH
    if not (begins or goes_on_from) and (
        (match.start() >= opening and not happened_lately(text, match, edition_date))
        or (is_limit(text, before(match), match) and not _has_begun(match, edition_date))
    ):
        is_until = is_marked and UNTIL.fullmatch(text, 0, match.start())
        counts = is_until and is_within(match, edition_date, RECENT)
        return Role.LIMIT_OF_FIGURES if counts else Role.NOTHING
    if goes_on(match) and not is_old(match, text, edition_date):
        return Role.TIME
    if is_old(match, text, edition_date):
        return Role.SPARE_DAY if is_of_late(match, edition_date) else Role.NOTHING
    if text.startswith(IS, end) and last_day(match, edition_date) == edition_date:
        return Role.SPARE_DAY
    if match["day"] and OF_A_MEETING.match(text, end):
        return Role.SPARE_DAY
    if thing := OF_A_THING.match(text, end):
        return Role.NOTHING if NOW.match(text, thing.end()) else Role.SPARE_DAY
    if goes_on_from:
        return Role.BEGUN
    if (begins and is_past(match, edition_date)) or BACKDROP.match(text, end):
        return Role.BEFORE
    if match["stretch"] and BEFORE_A_VISIT.match(text, end):
        return Role.BEFORE
    return Role.DAY if begins else Role.DAY_WITHIN


def begins_a_clause(match: re.Match[str]) -> bool:
    is_since = match[0].endswith(SINCE) and FROM.search(before(match))
    start = CLAUSE_START.search(before(match)) or REPORTER_LEARNS.search(before(match))
    return bool(start or is_since)


def before(match: re.Match[str]) -> str:
    """The few characters before it."""
    return match.string[max(0, match.start() - LOOK_BACK) : match.start()]


def _has_begun(match: re.Match[str], edition_date: date) -> bool:
    """Whether something goes on from then, in the last weeks: 展览从6月28日开始, 从三月份起."""
    first, last = first_day(match, edition_date), last_day(match, edition_date)
    has_begun = first and last and first <= edition_date <= last + RECENT
    is_on = BEGUN.match(match.string, match.end()) or RANGE.match(match.string, match.end())
    return bool(has_begun and is_on and BEGINNING.search(before(match)))
