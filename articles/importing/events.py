"""Tell which event a story covers: one of the archive's, of another story, or one of its own."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from articles.importing.plan import KnownEvent, Match, New
from articles.parsing.facts import PrintedEvent

# The parser's words for kinds of event, and the names that `models.Event` has for them.
KINDS = {
    "会议": "meeting",
    "座谈": "meeting",
    "会见": "meeting",
    "发布会": "meeting",
    "推介会": "meeting",
    "调研": "tour",
    "检查": "tour",
    "走访": "tour",
    "论坛": "forum",
    "仪式": "ceremony",
    "签约": "ceremony",
    "培训": "training",
}
ACTIVITY, TOUR = "activity", "tour"
# Places in which many events may be; 石桥社区 is none.
WIDE = re.compile("[省市县州旗]$|(?<!社)区$")
# 石桥镇, and that of 石桥镇文化广场.
TOWN = re.compile("[^镇乡]+?(?:镇|乡|街道)")
# Why a story covers an event that is there, by the codes of `plan.REASONS`.
BY_NAME, BY_PLACE = "same_name", "same_place"


def event_kind(printed: str) -> str:
    return KINDS.get(printed, ACTIVITY)


def printed_kind(kind: str) -> str | None:
    """A word of the parser for a kind of the model; None where the model has no such kind."""
    words = (word for word, known in KINDS.items() if known == kind)
    return "活动" if kind == ACTIVITY else next(words, None)


class Events:
    """The events of the days that stories tell of, in the archive and in this import.

    `earlier` are those of the batch before, where nothing of what it decided was saved.
    """

    def __init__(self, known: Iterable[KnownEvent], earlier: "Events | None" = None):
        self._known = defaultdict(list)
        for event in known:
            self._known[event.kind, event.date].append(event)
        self._new = earlier._new if earlier else defaultdict(list)

    def match(self, printed: PrintedEvent) -> Match:
        """The event that the story covers; one of its own when unsure.

        It is the same event when kind and day are the same, and so is the name; or the place,
        where one of the two has no name. Two of one name at two places are two: on a wet day many
        inspect the dikes, and in March every town has its 志愿服务活动. Where several fit or no day
        is known, it stays apart.
        """
        if printed.date is None or not (printed.name or printed.place):
            return New(object(), "no_day_or_name")
        kind, why_new = event_kind(printed.kind), "unknown_event"
        known, new = (events[kind, printed.date] for events in (self._known, self._new))
        for reason, fits in ((BY_NAME, _same_name), (BY_PLACE, _same_place)):
            found = [event for event in (*known, *new) if fits(event, printed)]
            if len(found) == 1:
                return replace(_told_again(found[0], printed, new), reason=reason)
            if found:
                why_new = "several_events"
                break
        match = New((kind, printed.name, printed.date, printed.place, len(new)), why_new)
        new.append(KnownEvent(match, kind, printed.name, printed.date, printed.place))
        return match


def _told_again(event: KnownEvent, printed: PrintedEvent, new: list[KnownEvent]) -> Match:
    """The match of the event; a new one is known by all that stories of this import print of it."""
    if event in new:
        new[new.index(event)] = replace(
            event, name=event.name or printed.name, place=event.place or printed.place
        )
    return event.match


def _same_name(event: KnownEvent, printed: PrintedEvent) -> bool:
    if not printed.name or event.name != printed.name:
        return False
    if event.kind == TOUR:
        return not event.place or printed.place in ("", event.place)
    return not (event.place and printed.place and _are_apart(event.place, printed.place))


def _are_apart(place: str, other: str) -> bool:
    """Not so of 青石县 or 石桥镇 and what may lie in it: 文化广场, but not 柳河镇文化广场.

    Nor where they share a word: 县会堂, 大会堂.
    """
    places = place, other
    if any(map(WIDE.search, places)) or any(
        pair in other for pair in map("".join, pairwise(place))
    ):
        return False
    return all(map(TOWN.match, places)) or not any(map(TOWN.fullmatch, places))


def _same_place(event: KnownEvent, printed: PrintedEvent) -> bool:
    is_open = not (event.name and printed.name)
    return is_open and bool(printed.place) and event.place == printed.place
