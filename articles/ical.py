"""Events as an iCalendar file (RFC 5545, RFC 7986), which phones subscribe to.

Every event is of whole days: papers print no hours that hold. Nothing depends on the moment at
which it is asked for, so that who has the file already is told so.
"""

from collections.abc import Callable, Iterable
from datetime import timedelta

from django.conf import settings
from icalendar import Calendar
from icalendar import Event as Entry

from articles.attendance import hosts_in_words
from articles.linked_data import xml_text
from articles.listing import address
from articles.models import Event
from articles.origin import own_system

# What subscribers are asked to wait before they look again.
REFRESH = timedelta(hours=6)


def calendar_of(
    events: Iterable[Event], *, name: str, url: str, source: str, absolute: Callable[[str], str]
) -> bytes:
    """The events with their hosts, as a calendar of that name.

    `url` is the page that shows the same to people, `source` the address of the file itself.
    """
    calendar = Calendar()
    calendar.add("prodid", f"-//{settings.PAPER_NAME}//Newsroom//ZH")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    calendar.add("url", url)
    calendar.add("source", source, parameters={"value": "URI"})
    calendar.add("refresh-interval", REFRESH, parameters={"value": "DURATION"})
    system = own_system()
    for event in events:
        calendar.add_component(_entry(event, system, absolute))
    return calendar.to_ical()


def _entry(event, system, absolute):
    """Without a method, DTSTAMP is the last change too (RFC 5545, 3.8.7.2)."""
    entry = Entry()
    entry.add("uid", f"event-{event.pk}@{system}")
    entry.add("dtstamp", event.changed_at)
    entry.add("last-modified", event.changed_at)
    entry.add("sequence", event.revision)
    entry.add("dtstart", event.date)
    # The end of whole days is the first day after them.
    entry.add("dtend", event.last_day + timedelta(days=1))
    entry.add("summary", xml_text(summary_of(event)))
    entry.add("categories", [event.get_kind_display()])
    entry.add("url", absolute(address("event", event.pk)))
    entry.add("transp", "TRANSPARENT")
    if event.place:
        entry.add("location", xml_text(event.place))
    if hosts := hosts_in_words(event):
        entry.add("description", xml_text(hosts))
    return entry


def summary_of(event: Event) -> str:
    """Its name; else its kind and place, the day being told beside it."""
    return event.name or " ".join(filter(None, (event.get_kind_display(), event.place)))
