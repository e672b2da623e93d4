"""Dates that contradict the calendar or each other: days and weekdays, and the day of the paper."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from articles.parsing.lexicon.datelines import WEEKDAYS

from .findings import Certainty, Finding
from .reading import Reading, Text
from .snapshot import Snapshot
from .story import BODY

DAY = re.compile(
    r"(?<![0-9０-９.])(?:(?P<year>(?:19|20)\d\d)年)?(?P<month>\d{1,2})月(?P<day>\d{1,2})日"
    rf"(?:[(（,，]?(?:农历[^()（），,]{{0,6}}[,，]?)?(?:星期|周)(?P<weekday>[{WEEKDAYS}天])[)）]?)?"
)
# Before a day of another calendar.
LUNAR = re.compile(r"(?:农历|阴历|旧历|藏历)[^，。]{0,6}$")
# What is to come is not said of the past; without one of these the news is told as done.
TO_COME = re.compile(
    r"将|拟|预计|定于|计划|届时|截止|截至|之前|前完成|起(?:施行|实施|执行)|有效期|至"
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
            days = _days(match, edition)
            if not days:
                yield _finding("date_impossible", text, match)
            elif len(days) == 1 and (wrong := _weekday(match, days[0])):
                yield _finding("date_weekday", text, match, **wrong)
            if is_lead and edition and days and _is_after(match, text, days[0], edition):
                yield _finding("date_after_edition", text, match, edition=edition.isoformat())


def _days(match: re.Match[str], edition: date | None) -> list[date]:
    """The days that may be meant: several where neither a year nor the paper's day is known."""
    if match["year"]:
        years = (int(match["year"]),)
    elif edition:
        years = tuple(edition.year + n for n in (-1, 0, 1))
    else:
        years = LEAP_AND_OTHER
    days = [day for year in years if (day := _day(match, year))]
    if match["year"] or edition is None:
        return days
    return [day for day in days if AHEAD - A_YEAR < day - edition <= AHEAD]


def _day(match: re.Match[str], year: int) -> date | None:
    try:
        return date(year, int(match["month"]), int(match["day"]))
    except ValueError:
        return None


def _weekday(match: re.Match[str], day: date) -> dict[str, str]:
    """What the weekday should be; nothing where it is right or not printed."""
    printed = (match["weekday"] or "").replace("天", WEEKDAYS[-1])
    if not printed or WEEKDAYS[day.weekday()] == printed:
        return {}
    return {"weekday": WEEKDAYS[day.weekday()], "day": day.isoformat()}


def _is_after(match: re.Match[str], text: Text, day: date, edition: date) -> bool:
    """Whether the lead tells as done what happens in the months after the paper."""
    start = max(text.printed.rfind(mark, 0, match.start()) for mark in "。；！？") + 1
    sentence = SENTENCE.match(text.printed, start)[0]
    if not timedelta() < day - edition <= AHEAD or TO_COME.search(sentence):
        return False
    return DONE.search(sentence) is not None


def _finding(rule: str, text: Text, match, **facts) -> Finding:
    suggestion = ""
    start, end = match.span()
    if rule == "date_weekday":
        start, end = match.span("weekday")
        suggestion = facts["weekday"]
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
