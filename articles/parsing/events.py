"""Read the event that a story reports: a meeting with its name, or a visit without one."""

import re
from collections.abc import Iterable
from datetime import date

from .facts import PrintedEvent, PrintedOfficial
from .lexicon import (
    EVENT_CLOSERS,
    EVENT_HOSTS,
    EVENT_KINDS,
    EVENT_MANNERS,
    EVENT_OPENERS,
    EVENT_TRAILERS,
    VISITS,
)

KIND = "|".join(sorted(EVENT_KINDS, key=len, reverse=True))
CLAUSE = re.compile(r"[^，,。；;！!？?\n]{1,200}")
LEAD = 600
HOSTED = f"(?:.*(?:{'|'.join(EVENT_HOSTS)})的)?"
MANNER = f"(?:{'|'.join(EVENT_MANNERS)})?"
TRAILER = f"(?:{'|'.join(EVENT_TRAILERS)})?"
OPENED = re.compile(
    rf"(?:{'|'.join(EVENT_OPENERS)})了?{HOSTED}(?P<name>.*(?P<kind>{KIND}))(?:$|[在并上中后])"
)
CLOSED = re.compile(
    rf"{HOSTED}(?P<name>.*?(?P<kind>{KIND})){TRAILER}(?:在.{{1,20}}?)?{MANNER}(?:{'|'.join(EVENT_CLOSERS)})"
)


def read_event(
    passages: Iterable[str], officials: Iterable[PrintedOfficial], day: date | None
) -> PrintedEvent | None:
    """The first event that the passages name; failing that, the first visit of an official."""
    for passage in passages:
        for clause in CLAUSE.findall(passage[:LEAD]):
            match = OPENED.search(clause) or CLOSED.match(clause)
            if match:
                return PrintedEvent(EVENT_KINDS[match["kind"]], _name(match), day)
    acts = (act for official in officials for act in official.acts)
    visit = next((act for act in acts if act in VISITS), None)
    return PrintedEvent(visit, "", day) if visit else None


def _name(match: re.Match[str]) -> str:
    """A bare 会议 is a kind, and no name."""
    return "" if match["name"] == match["kind"] else match["name"]
