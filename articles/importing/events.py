"""Tell which event a story covers: one of the archive's, of another story, or one of its own."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

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
ACTIVITY = "activity"
# Why a story covers an event that is there: a day and a kind in common, and one of these.
BY_NAME, BY_PLACE = "name", "place"


def event_kind(printed: str) -> str:
    return KINDS.get(printed, ACTIVITY)


class Events:
    """The events of the days that stories tell of, in the archive and in this import."""

    def __init__(self, known: Iterable[KnownEvent]):
        self._of_day = defaultdict(list)
        for event in known:
            self._of_day[event.kind, event.date].append(event)

    def match(self, printed: PrintedEvent) -> tuple[Match, str]:
        """The event that the story covers, and the reason; one of its own, without, when unsure.

        It is the same event when kind and day are the same, and so is the name; or the place,
        where one of the two has no name. Where several fit or no day is known, it stays apart.
        """
        if printed.date is None or not (printed.name or printed.place):
            return New(object()), ""
        kind = event_kind(printed.kind)
        same_day = self._of_day[kind, printed.date]
        for reason, fits in ((BY_NAME, _same_name), (BY_PLACE, _same_place)):
            found = [at for at, event in enumerate(same_day) if fits(event, printed)]
            if len(found) == 1:
                return self._told_again(same_day, found[0], printed), reason
            if found:
                break
        new = New((kind, printed.name, printed.date, printed.place, len(same_day)))
        same_day.append(KnownEvent(new, kind, printed.name, printed.date, printed.place))
        return new, ""

    def _told_again(self, same_day, at, printed):
        """A new event is known by all that the stories of this import print of it."""
        event = same_day[at]
        if isinstance(event.match, New):
            same_day[at] = replace(
                event, name=event.name or printed.name, place=event.place or printed.place
            )
        return event.match


def _same_name(event: KnownEvent, printed: PrintedEvent) -> bool:
    return bool(printed.name) and event.name == printed.name


def _same_place(event: KnownEvent, printed: PrintedEvent) -> bool:
    is_open = not (event.name and printed.name)
    return is_open and bool(printed.place) and event.place == printed.place
