"""Read the event that a story reports: a meeting with its name, or a visit without one."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from .facts import PrintedEvent, PrintedOfficial
from .lexicon import (
    EVENT_CLOSERS,
    EVENT_COUNTS,
    EVENT_CURTAINS,
    EVENT_ENDINGS,
    EVENT_HOSTS,
    EVENT_KINDS,
    EVENT_MANNERS,
    EVENT_OPENERS,
    EVENT_TRAILERS,
    FOUNDING_ACTS,
    UNNAMED_EVENTS,
    VISIT_MANNERS,
    VISITS,
    any_of,
)

KIND = f"(?:{any_of(EVENT_KINDS)}|{'|'.join(EVENT_ENDINGS)})"
KIND_AT_END = re.compile(f"{KIND}$")
CLAUSE = re.compile(r"[^，,。；;！!？?\n]{1,200}")
LEAD = 600
CEREMONY, ACTIVITY = "仪式", "活动"
HOSTED = rf"(?:.*(?:(?:{'|'.join(EVENT_HOSTS)})|为主题)的)?"
MANNER = f"(?:{'|'.join(EVENT_MANNERS)})?"
TRAILER = f"(?:{'|'.join(EVENT_TRAILERS)})?"
COUNT = f"了?的?(?:{'|'.join(EVENT_COUNTS)})?"
OPENED = re.compile(
    rf"(?:{any_of(EVENT_OPENERS)}){COUNT}{HOSTED}(?P<name>.*{KIND})(?:$|[在并上中后时期]|暨)"
)
CLOSED = re.compile(
    rf"{HOSTED}(?P<name>.*?{KIND}){TRAILER}(?:在.{{1,20}}?)?{MANNER}"
    f"(?:{any_of((*EVENT_CLOSERS, *EVENT_CURTAINS))})"
)
# 办了一场“开口说”, 上了一堂党课.
QUOTED = re.compile(rf"[办开](?:展|了){COUNT}“(?P<name>[^“”]{{2,16}})”$")
LECTURED = re.compile(r"[上讲]了?(?:一堂|一节|一次)(?P<name>.*党课)$")
SESSION = re.compile(r"(?:参加|出席|列席)(?P<name>[^参出列]{1,20}届[^参出列]{1,12}次会议)")
ATTENDED = re.compile(
    rf"(?:参加|出席|当天的|宣布)(?P<name>[^参出宣的]{{0,16}}(?:仪式|典礼|{'|'.join(EVENT_ENDINGS)}))"
)
FOUNDED = re.compile(f"(?:{'|'.join(FOUNDING_ACTS)})$")
VISITED = re.compile(f"(?:{'|'.join(VISIT_MANNERS)}).{{0,12}}?(?P<act>{any_of(VISITS)})")


def read_event(
    passages: Iterable[str],
    officials: Iterable[PrintedOfficial],
    day: date | None,
    body: Iterable[str] = (),
) -> PrintedEvent | None:
    """The first event that the passages name; failing that, a visit of the officials.

    The passages are the lead and the headlines; a ceremony may be named in the body alone.
    """
    clauses = [clause for one in passages for clause in CLAUSE.findall(one[:LEAD])]
    named = next(_named(clauses), None)
    if named:
        return _event(named, day)
    if any(FOUNDED.search(clause) for clause in clauses):
        return PrintedEvent(CEREMONY, "", day)
    officials = tuple(officials)
    visit = _visit(clauses, officials) if officials else None
    if visit:
        return PrintedEvent(visit, "", day)
    ceremony = _ceremony(body) if officials else None
    return _event(ceremony, day) if ceremony else None


def _event(name: str, day: date | None) -> PrintedEvent:
    """A bare 会议 is a kind, and no name."""
    noun = KIND_AT_END.search(name)
    kind = EVENT_KINDS.get(noun[0], ACTIVITY) if noun else ACTIVITY
    return PrintedEvent(kind, "" if name in UNNAMED_EVENTS else name, day)


def _named(clauses: Iterable[str]) -> Iterator[str]:
    for clause in clauses:
        match = (
            OPENED.search(clause)
            or CLOSED.match(clause)
            or QUOTED.search(clause)
            or LECTURED.search(clause)
            or SESSION.search(clause)
        )
        if match:
            yield match["name"]


def _visit(clauses: Iterable[str], officials: Iterable[PrintedOfficial]) -> str | None:
    acts = (act for official in officials for act in official.acts)
    visit = next((VISITS[act] for act in acts if act in VISITS), None)
    seen = (VISITED.search(clause) for clause in clauses)
    return visit or next((VISITS[match["act"]] for match in seen if match), None)


def _ceremony(body: Iterable[str]) -> str | None:
    found = (ATTENDED.search(text) for text in body)
    return next((match["name"] for match in found if match), None)
