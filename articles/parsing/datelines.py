"""Read on which day the news happened: of the days that a lead tells, the one that it is about.

The day stays in the lead. Of several days, 4日至6日, it is the first.
"""

import re
from datetime import date, timedelta
from itertools import takewhile
from typing import NamedTuple

import rjieba

from .day_contexts import (
    IN_CLAUSE,
    OLDER_YEAR,
    RECENT,
    SAYS,
    SENTENCE,
    is_long,
    is_of_an_earlier_sentence,
    is_quoted,
    is_within,
    last_day,
)
from .day_roles import LIMIT_AFTER, SINCE, SINCE_WHAT, Role, before, begins_a_clause, role_of
from .days import DATE, day_of, number_of, tells_a_day
from .facts import PrintedDateline
from .lexicon.datelines import DOINGS_OF_WRITERS, RELATIVE_YEARS
from .lexicon.marks import CLAUSE_MARKS, FINAL_MARKS, SENTENCE_ENDS
from .lexicon.persons import BODY_LASTS, ROLES, SAYING_VERBS
from .lexicon.wordlist import any_of, words

# 这天是3月24日，渠水到了田头.
SENTENCE_START = re.compile(rf"[{SENTENCE_ENDS}”]\s*(?:记者|(?:这一?|那一?|当)天(?:正?是))?$")
SENTENCE_HEAD = re.compile(rf"(?:^|[{SENTENCE_ENDS}]”?)$")
# 编辑同志：, 读者何青来信说：
SALUTATION = re.compile(
    rf"[^{CLAUSE_MARKS}{SENTENCE_ENDS}:：“]{{0,8}}(?:编辑|同志|编辑部|编者|报社)们?[:：]"
    rf"|[^{CLAUSE_MARKS}{SENTENCE_ENDS}:：“]{{0,16}}(?:来信|来电|写信)(?:说|称|反映)?[:：]"
)
# 县公安局：
ADDRESS = re.compile(rf"[^{CLAUSE_MARKS}{SENTENCE_ENDS}:：“（(]{{2,14}}(?<![说道称讯])[:：](?!“)")
# 近日，记者在果园里和她聊了聊; 近日 of what nobody reports is of a comment.
REPORTED = re.compile("记者|本报(?!连载|刊|发表|《)|笔者")
REPORTER = re.compile("(?:记者|笔者)$")
# 为传承文明，7月8日，: what was done then was done for that.
PURPOSE = re.compile(rf"(?:为(?!人(?!民)|什么)|随着)[^{SENTENCE_ENDS}“”\d]{{4,80}}?[，,](?=\d)")
# 那年夏天，
THAT_YEAR = re.compile("[那当]年")
# 4月2日，记者走进柳村
VISIT = re.compile(rf"{IN_CLAUSE}{{0,8}}[，,]?(?:(?:本报)?记者|笔者)")
# 日前，记者就此采访了局长: of an interview that is the day, whatever it asks about.
ASKED = re.compile(rf"[，,]?(?:本报)?记者{IN_CLAUSE}*?采访")
INTERVIEW = re.compile(
    rf"[，,]?(?:本报)?记者[^{SENTENCE_ENDS}]*?(?:就[^{SENTENCE_ENDS}]*采访|专访)"
)
# 今天她要翻过北岭: a tale goes on.
OF_A_SCENE = re.compile("[他她]")
# 我 and neither 我县 nor 自我批评.
SELF = re.compile(
    "(?<![自忘])我(?![县区市旗镇乡村州省国校院局厂社所站队部军公中党方馆园班科矿库店团])"
)
OF_US = re.compile(rf"[，,]?我们({IN_CLAUSE}{{1,12}})")
# 我们小学, and no 我们几个同学, 我们一行.
OUR_BODIES = (*BODY_LASTS - set("学行"), *words("小学 中学 大学 银行"))
NO_PART_OF_A_NAME = frozenset("vpdcur")
QUOTED = re.compile("“[^”]*”?|《[^》]*》?")
# 前几天到乡下走亲戚，: of whom nobody says who it is, the writer.
OF_ONESELF = re.compile("|".join(DOINGS_OF_WRITERS))
# 8月20日，我接到通知书
OF_ME = re.compile(
    rf"{IN_CLAUSE}{{0,6}}[，,]?我[又正]?(?=[到去在从和跟陪接收看听乘坐骑带买把被因])"
)
# 日前到县城买种子的农民何青，: who did it is told behind.
OF_SOMEBODY = re.compile(rf"{IN_CLAUSE}*的{IN_CLAUSE}{{0,6}}?{any_of(ROLES)}\w{{2,4}}[，,]")
CLAUSE = re.compile(rf"[^{CLAUSE_MARKS}:：]*")
QUOTATIONS = re.compile("(?:“[^”]*”)*")
# “辛苦了。”石桥村村民何青说道。
NOTHING_BUT_WORDS = re.compile(
    rf"“[^”]*”(?:“[^”]*”|[^“”{CLAUSE_MARKS}\d]{{2,24}}?{any_of(SAYING_VERBS)}[着道说]{{0,2}}[，,：:。！])*"
)
# 5月16日|是第三十一次全国助残日，: a feast, before which something was done that is told below.
FEAST = re.compile(
    rf"是[^{CLAUSE_MARKS}{SENTENCE_ENDS}]{{0,16}}[日节](?=[{CLAUSE_MARKS}{SENTENCE_ENDS}])"
)
# A marker without one, 今日柳河讯, tells no day.
SENT_ON = re.compile("月|[0-9]日")
OURS = "本报讯"
# 电话断了。, before a paragraph that tells more.
SHORT = 16
FEW_WORDS = re.compile(rf"(?!“).{{0,{SHORT - 1}}}[^{CLAUSE_MARKS}、:：\d]")
LONGEST_BRIEF = 160
FEW_DAYS = timedelta(days=3)
COMMAS, THEN = ("，", ","), re.compile("[时后前][，,]$")
ANNOUNCING = re.compile("(?:公告|通告|通知|启事)[：:]")
NOTICE = re.compile(
    rf"声明作废(?!的)|特此(?![表嘉])|^[^{CLAUSE_MARKS}{SENTENCE_ENDS}日]{{0,16}}{ANNOUNCING.pattern}"
)


EARLIER = {Role.BEGUN, Role.BEFORE}
SPARES = (Role.BEGUN, Role.TIME, Role.BEFORE, Role.SPARE_DAY, Role.LIMIT_OF_FIGURES)


class Reading(NamedTuple):
    """A dateline and what is doubtful in it: the name of a doubt, or nothing."""

    dateline: PrintedDateline | None
    doubt: str = ""


def read_dateline(
    marker: str,
    lead: str,
    *,
    edition_date: date,
    second: str = "",
    is_personal: bool = False,
    is_reported: bool = True,
) -> Reading:
    """The day of the news, from the marker itself, the lead after it or the second paragraph.

    A lead is personal whose writer is neither a reporter nor a correspondent, and reported where
    it may be that one of these tells what they did. One without an end goes on in the second
    paragraph.
    """
    if SENT_ON.search(marker) and (sent := DATE.search(marker)):
        return _reading(marker, sent, edition_date)
    if lead and lead[-1] not in FINAL_MARKS:
        lead, second = lead + second, ""
    match = _day_told(lead, second, edition_date, is_marked=bool(marker))
    is_letter = not marker and (_is_letter(lead) or _is_notice(lead, match))
    is_of_writer = is_personal and not marker and match and _is_of_the_writer(lead, match)
    is_of_oneself = not (is_reported or marker) and match and _is_of_oneself(lead, match)
    if match is None or is_letter or is_of_writer or is_of_oneself:
        return Reading(PrintedDateline(marker, "", None) if marker else None)
    return _reading(marker, match, edition_date)


def day_before_sending(dateline: PrintedDateline, lead: str) -> date | None:
    """The day that a lead tells behind a marker of a later one: 本报3月24日讯 昨日.

    None where it tells none, or no earlier one.
    """
    if dateline.date is None or not SENT_ON.search(dateline.marker):
        return None
    told = read_dateline(OURS, lead, edition_date=dateline.date).dateline
    is_earlier = told is not None and told.date is not None and told.date < dateline.date
    return told.date if is_earlier else None


def heads_scene(column: str) -> bool:
    """Whether it says when what is told below it happened: 【5月12日，县城】."""
    told = DATE.search(column)
    return told is not None and told["day"] is not None


def tells_nothing_but_words(text: str) -> bool:
    """Whether it is what somebody says, with no more than who says it: “师傅，快一点！”"""
    return NOTHING_BUT_WORDS.fullmatch(text) is not None


def is_few_words(text: str) -> bool:
    """Whether it is as short as what stands below a picture, and tells no day.

    What greets, 同志们：, is none, nor what goes on below: 3月24.
    """
    return FEW_WORDS.fullmatch(text) is not None and DATE.search(text) is None


def _day_told(
    lead: str, second: str, edition_date: date, *, is_marked: bool
) -> re.Match[str] | None:
    match, spare = _day_of_the_news(lead, edition_date, is_marked=is_marked)
    if not is_marked:
        is_day = match and tells_a_day(match)
        match = (
            _day_before(lead, INTERVIEW)
            or (not is_day and _day_before(lead, ASKED))
            or match
            or _recent_day(lead, edition_date)
        )
    is_feast = match is not None and FEAST.match(lead, match.end()) is not None
    if match and not is_feast:
        return match
    below = _day_of_the_second(lead, second, edition_date, is_marked=is_marked or is_feast)
    if is_feast:
        days = [day and last_day(day, edition_date) for day in (below, match)]
        return below if all(days) and days[0] < days[1] else match
    is_scene = SENTENCE.match(lead).end() + 1 >= len(lead)
    if below and is_scene and VISIT.match(second, below.end()):
        return below
    match = spare or below
    is_brief = not (match or is_marked or second)
    return _day_of_a_brief(lead, edition_date) if is_brief else match


def _reading(marker: str, match: re.Match[str], edition_date: date) -> Reading:
    if since := SINCE_WHAT.match(match.string, match.end()):
        return Reading(PrintedDateline(marker, match[0] + since[0], None))
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

    Without a marker it has to be that of a reporter's visit, or the lead a few words or what
    somebody says: others are of the story's past.
    """
    purpose = None if _is_of_old(lead, edition_date) else PURPOSE.match(text)
    match = DATE.match(text, purpose.end() if purpose else QUOTATIONS.match(text).end())
    is_scene = len(lead) <= SHORT or tells_nothing_but_words(lead)
    is_news = (
        match
        and (tells_a_day(match) or (match["undated"] and is_scene))
        and is_within(match, edition_date, RECENT)
        and not LIMIT_AFTER.match(text, match.end())
        and (is_marked or is_scene or purpose or VISIT.match(text, match.end()))
    )
    return match if is_news else None


def _is_of_old(lead: str, edition_date: date) -> bool:
    """Whether a story begins with a year that is over: 1998年夏天，, 那年."""
    year = OLDER_YEAR.match(lead)
    is_over = year is not None and number_of(year["year"]) < edition_date.year
    return is_over or THAT_YEAR.match(lead) is not None


def _day_of_the_news(
    lead: str, edition_date: date, *, is_marked: bool
) -> tuple[re.Match[str] | None, re.Match[str] | None]:
    """The first date that begins a clause, else the first within one; and a spare.

    Of a lead without a marker only the opening is read, unless it is of what happened before. One
    that begins a clause gives way to one of an earlier sentence; what happened before, to a later
    sentence's. The spare is for where no day is found.
    """
    stop = len(lead) if is_marked else _end_of_opening(lead) + 1
    opening = len(lead) if is_marked else CLAUSE.match(lead).end()
    first: dict[Role, re.Match[str]] = {}
    for match in DATE.finditer(lead, 0, stop):
        role = role_of(match, edition_date, is_marked=is_marked, opening=opening)
        told_before = first.get(Role.BEGUN) or first.get(Role.BEFORE)
        within = first.get(Role.DAY_WITHIN)
        if told_before and not is_of_an_earlier_sentence(told_before, match):
            continue
        if match["stretch"] and Role.TIME in first:
            continue
        if role is Role.DEATH:
            return match, None
        if role is Role.DAY or (role in EARLIER and told_before):
            is_told = within and is_of_an_earlier_sentence(within, match)
            return (within if is_told else match), None
        if role is Role.DAY_WITHIN and within and _is_nearer(match, within):
            first[role] = match
        first.setdefault(role, match)
    if EARLIER & first.keys() and not is_marked and stop < len(lead):
        return _day_of_the_news(lead, edition_date, is_marked=True)
    spare = next((first[one] for one in SPARES if one in first), None)
    return first.get(Role.DAY_WITHIN), spare


def _is_nearer(match: re.Match[str], other: re.Match[str]) -> bool:
    """Whether it tells a day, the other of the sentence none: 8月底发生的地震中, …已于3日复课."""
    is_near = not is_of_an_earlier_sentence(other, match)
    return is_near and tells_a_day(match) and not tells_a_day(other)


def _day_before(lead: str, what: re.Pattern[str]) -> re.Match[str] | None:
    return next((one for one in DATE.finditer(lead) if what.match(lead, one.end())), None)


def _recent_day(lead: str, edition_date: date) -> re.Match[str] | None:
    """A day of the last weeks that begins a later sentence, in a lead that opens with a scene.

    An earlier one is of the story's past; since a year began, 今年以来, are its figures.
    """
    for match in DATE.finditer(lead, _end_of_opening(lead)):
        if (
            (
                SENTENCE_START.search(before(match))
                or _is_for_a_purpose(match)
                or (begins_a_clause(match) and VISIT.match(lead, match.end()))
                or _is_of_these_days(match, edition_date)
            )
            and not LIMIT_AFTER.match(lead, match.end())
            and not is_quoted(lead, match.start())
            and is_within(match, edition_date, RECENT)
            and not is_long(match)
            and match[0].removesuffix(SINCE) not in RELATIVE_YEARS
            and (not match["stretch"] or REPORTED.search(SENTENCE.match(lead, match.end())[0]))
            and not OF_A_SCENE.match(lead, match.end())
        ):
            return match
    return None


def _is_of_these_days(match: re.Match[str], edition_date: date) -> bool:
    """Whether a clause is nothing but a day of the month since the last editions: ，11月17日，.

    Not so behind what was then: 老人去世时，11月17日，.
    """
    is_clause = begins_a_clause(match) and match.string.startswith(COMMAS, match.end())
    is_clause = is_clause and not THEN.search(before(match))
    return bool(is_clause and match["month"]) and is_within(match, edition_date, FEW_DAYS)


def _is_for_a_purpose(match: re.Match[str]) -> bool:
    """Whether nothing but what it was done for stands before the day in its sentence."""
    start = max(map(match.string[: match.start()].rfind, SENTENCE_ENDS)) + 1
    purpose = PURPOSE.match(match.string, start)
    return purpose is not None and purpose.end() == match.start()


def _day_of_a_brief(lead: str, edition_date: date) -> re.Match[str] | None:
    """The day that the only paragraph of a brief tells within it: 工程10月13日全部完工。"""
    match, _ = _day_of_the_news(lead, edition_date, is_marked=True)
    if not match or not is_within(match, edition_date, RECENT):
        return None
    if len(lead) > LONGEST_BRIEF:
        return None
    is_said = SAYS in re.split(f"[{SENTENCE_ENDS}]", lead[: match.start()])[-1]
    return match if match["month"] and not is_said else None


def _is_letter(lead: str) -> bool:
    """Whether it is addressed to the paper, or to anybody by somebody who says 我."""
    address = ADDRESS.match(lead)
    is_of_me = address and _tells_of_me(lead[address.end() :])
    return bool(is_of_me or SALUTATION.match(lead))


def _is_notice(lead: str, match: re.Match[str] | None) -> bool:
    """Whether it is one, and not the news of a day on which somebody gave one: 4月1日，…公告：.

    关于4月1日停水的公告： is the heading of one.
    """
    found = NOTICE.search(lead)
    if not (found and match and match.string == lead):
        return found is not None
    is_heading = match["day"] and not lead.startswith(tuple(CLAUSE_MARKS), match.end())
    return bool(is_heading or ANNOUNCING.search(lead, match.end(), found.end()) is None)


def _is_of_the_writer(lead: str, match: re.Match[str]) -> bool:
    """Words for a time, not its figures, of what the writer thought or did: 前几天陪朋友去办证."""
    sentence = SENTENCE.match(lead, match.end())[0]
    if match["day"] or REPORTED.search(sentence) or REPORTER.search(lead, 0, match.start()):
        return False
    is_later = match.start() >= _end_of_opening(lead) and not tells_a_day(match)
    runs_on = match["undated"] and not match[0].endswith(SINCE) and CLAUSE.match(sentence)[0]
    return bool(is_later or runs_on or _tells_of_me(sentence))


def _is_of_oneself(lead: str, match: re.Match[str]) -> bool:
    """Whether a lead begins with what its writer did, and says of nobody that they report."""
    if OF_ME.match(lead, match.end()):
        return REPORTED.search(SENTENCE.match(lead, match.end())[0]) is None
    is_word = match["undated"] or match["near_day"]
    is_head = SENTENCE_HEAD.search(lead, 0, match.start())
    if not (is_word and is_head) or REPORTED.search(SENTENCE.match(lead, match.start())[0]):
        return False
    if OF_SOMEBODY.match(lead, match.end()):
        return False
    sentence = SENTENCE.match(lead, match.end())[0]
    if _is_of_our_body(sentence):
        return False
    return _tells_of_me(sentence) or OF_ONESELF.match(sentence) is not None


def _is_of_our_body(sentence: str) -> bool:
    """Whether it is of what a body did that its writer calls theirs: 我们班, 我们三年级二班."""
    told = OF_US.match(sentence)
    tagged = rjieba.tag(told[1], False) if told else ()
    names = takewhile(lambda one: one[1][0] not in NO_PART_OF_A_NAME, tagged)
    return any(word.endswith(OUR_BODIES) for word, _ in names)


def _tells_of_me(sentence: str) -> bool:
    """Whether it says 我 before what somebody says, and not in a quotation or a title."""
    return SELF.search(QUOTED.sub("", sentence).partition(SAYS)[0]) is not None


def _end_of_opening(lead: str) -> int:
    """The end of the first sentence, or of the one after the quotations that a lead begins with."""
    return SENTENCE.match(lead, QUOTATIONS.match(lead).end()).end()
