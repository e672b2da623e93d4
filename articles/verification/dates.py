"""Dates that contradict the calendar or each other: days and weekdays, and the day of the paper."""

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from articles.parsing.lexicon.datelines import WEEKDAYS

from .findings import Certainty, Finding
from .reading import Reading, Text
from .sentences import YEAR
from .snapshot import Snapshot
from .story import BODY

DAY = re.compile(
    r"(?<![0-9０-９.])(?:(?P<year>(?:19|20)\d\d)年)?(?P<month>\d{1,2})月(?P<day>\d{1,2})日"
    rf"(?:(?P<mark>[(（,，]?)(?:农历[^()（），,]{{0,6}}[,，]?)?(?P<name>星期|周)(?P<weekday>[{WEEKDAYS}天])[)）]?)?"
)
# A weekday of every week, and none of that day: 7月30日，周一闭馆; 6月1日周一至周五开放.
EVERY_WEEK = re.compile(
    rf"(?:[至、—－~～-]+(?:星期|周)?|(?:[至到、和及或—－~～-]|以及)+(?:星期|周))[{WEEKDAYS}天末]"
)
COMMAS = tuple("，,")
AFTER_THE_DAY = re.compile(
    r"[，,。；;：:、）)”\s\d]|$|[上中下]午|[凌清早]晨|早|晚|夜|傍晚|[一二三四五六七八九十]+[时点]|记者|[从在由到举召]"
)
# A day of a year that is not said in figures, or not that of the paper.
OTHER_YEAR = re.compile(r"[去上明后当那次翌同]年|(?<!目)前年|(?<![年多以])来年|年前")
# Before a day of another calendar.
LUNAR = re.compile(r"(?:农历|阴历|旧历|藏历)[^，。]{0,6}$")
# What is to come is not said of the past; without one of these the news is told as done.
TO_COME = re.compile(
    r"将|拟|预计|定[于在]|计划|届时|截止|截至|之前|前完成|起(?:施行|实施|执行)|有效期|至|持续"
    r"|迎接|筹备(?!并)|备战|倒计时|距(?!离)|提前|推迟|延期|改期|顺延|安排在|开[学考]|日[前止起]"
)
DONE = re.compile(r"[举召]行了?|召开|出席|参加|走访|调研|考察|慰问|指出|强调|落幕|开幕|揭牌|签约")
SENTENCE = re.compile(r"[^。；！？]*")
# A day without its year lies at most two months after the paper's, as datelines are read.
AHEAD = timedelta(days=61)
A_YEAR = timedelta(days=365)
# Of which a day may be where neither is known.
LEAP_AND_OTHER = (2000, 2001)


def check_dates(reading: Reading, snapshot: Snapshot) -> Iterator[Finding]:
    edition = reading.story.edition_day
    for text in reading.texts:
        is_lead = text.passage == (BODY, 0)
        for match in DAY.finditer(text.printed):
            if LUNAR.search(text.printed, 0, match.start()):
                continue
            days = _days(match, text, edition)
            if not days:
                yield _finding("date_impossible", text, match)
            elif _tells_a_year(match, text, edition) and (wrong := _weekday(match, text, days)):
                yield _finding("date_weekday", text, match, **wrong)
            if is_lead and edition and days and _is_after(match, text, days[0], edition):
                yield _finding("date_after_edition", text, match, edition=edition.isoformat())


def _days(match: re.Match[str], text: Text, edition: date | None) -> list[date]:
    """The days that may be meant, the likeliest first.

    Without its year a day is one near that of the paper, or of a year that was told before.
    """
    if match["year"]:
        return _in_years(match, (int(match["year"]),))
    if not _tells_a_year(match, text, edition):
        return _in_years(match, LEAP_AND_OTHER)
    near = _in_years(match, (edition.year + n for n in (-1, 0, 1)))
    near = [day for day in near if AHEAD - A_YEAR < day - edition <= AHEAD]
    told = YEAR.findall(text.printed, 0, match.start())
    return near + _in_years(match, map(int, told))


def _tells_a_year(match: re.Match[str], text: Text, edition: date | None) -> bool:
    """Whether the year is known: printed, or that of the paper and no 去年 before the day."""
    if match["year"]:
        return True
    sentence = text.printed[_sentence_start(text, match.start()) : match.start()]
    return edition is not None and OTHER_YEAR.search(sentence) is None


def _in_years(match: re.Match[str], years: Iterable[int]) -> list[date]:
    return [day for year in years if (day := _day(match, year))]


def _day(match: re.Match[str], year: int) -> date | None:
    try:
        return date(year, int(match["month"]), int(match["day"]))
    except ValueError:
        return None


def _weekday(match: re.Match[str], text: Text, days: list[date]) -> dict[str, str]:
    """What the weekday should be; nothing where it is right, not printed or that of any week."""
    printed = (match["weekday"] or "").replace("天", WEEKDAYS[-1])
    if not printed or any(WEEKDAYS[day.weekday()] == printed for day in days):
        return {}
    if EVERY_WEEK.match(text.printed, match.end("weekday")):
        return {}
    if match["mark"] in COMMAS and not AFTER_THE_DAY.match(text.printed, match.end()):
        return {}
    return {"weekday": WEEKDAYS[days[0].weekday()], "day": days[0].isoformat()}


def _is_after(match: re.Match[str], text: Text, day: date, edition: date) -> bool:
    """Whether the lead tells as done what happens in the months after the paper."""
    sentence = SENTENCE.match(text.printed, _sentence_start(text, match.start()))[0]
    if not timedelta() < day - edition <= AHEAD or TO_COME.search(sentence):
        return False
    return DONE.search(sentence) is not None


def _sentence_start(text: Text, place: int) -> int:
    return max(text.printed.rfind(mark, 0, place) for mark in "。；！？") + 1


def _finding(rule: str, text: Text, match, **facts) -> Finding:
    suggestion = ""
    start, end = match.span()
    if rule == "date_weekday":
        start, end = match.start("name"), match.end("weekday")
        suggestion = match["name"] + facts["weekday"]
    return Finding(
        rule,
        text.passage,
        start,
        end,
        text.printed[start:end],
        suggestion,
        {"date": match[0], **facts},
        Certainty.LIKELY if rule == "date_after_edition" else Certainty.SURE,
    )
