"""The public site's calendars of events: a month as a page, and all as a file to subscribe to.

Each is that of the paper, of an official or of a department, by its address.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import wraps

from django.conf import settings
from django.http import Http404, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from articles import calendars, directory, selections
from articles.calendars import EventCalendar
from articles.freshness import conditional
from articles.ical import calendar_of
from articles.prepared import PreparedQuery
from articles.views import column, status_of_dates, stretch_asked
from people.models import Department, Official

# What a subscribed calendar holds: events of this long ago and later, the latest of them. Half a
# second is spent on a thousand.
KEPT, MOST = timedelta(days=2 * 366), 1_000


@dataclass(frozen=True, slots=True)
class Subject:
    """Whose calendar it is. `entry` is an official or a department; None for the whole paper."""

    entry: Official | Department | None
    calendar: EventCalendar

    @property
    def name(self):
        return str(self.entry) if self.entry else ""

    @property
    def url(self):
        return self.entry.get_absolute_url() if self.entry else reverse("articles:events")

    @property
    def title(self):
        """The name of the calendar, as a phone lists it among others."""
        names = {"name": self.name or settings.PAPER_NAME}
        return _("%(name)s: events") % names

    @property
    def file_url(self):
        return f"{self.url}calendar.ics"

    def url_of_month(self, day):
        events = "events/" if self.entry else ""
        return f"{self.url}{events}{day:%Y/%m}/"


@dataclass(frozen=True, slots=True)
class Owner:
    """What has calendars: how an entry is found by its address, its events and its stories."""

    model: type
    entry_at: PreparedQuery
    calendar: Callable
    stories: Callable


OWNERS = {
    "official": Owner(
        Official, directory.official_at, calendars.of_official, selections.of_official
    ),
    "department": Owner(
        Department, directory.department_at, calendars.of_department, selections.of_department
    ),
}


def of_subject(view):
    """Give the view the subject whose calendar the address names.

    Not found for an entry that readers do not know; to the same of the entry that was kept for a
    merged one, asked anew each time: a merge can be undone.
    """

    @wraps(view)
    def answer(request, of="", slug="", **values):
        if not of:
            return view(request, Subject(None, calendars.of_paper()), **values)
        owner = OWNERS[of]
        entry = owner.entry_at.first(value=slug, now=timezone.now())
        if entry:
            return view(request, Subject(entry, owner.calendar(entry.pk)), **values)
        kept = directory.address_since_merged(owner.model, slug)
        if not kept:
            raise Http404
        rest = request.path.removeprefix(reverse(f"articles:{of}", args=[slug]))
        return HttpResponsePermanentRedirect(kept + rest, headers={"Cache-Control": "no-cache"})

    return answer


@cache_control(no_cache=True)
@of_subject
def latest_month(request, subject):
    """To the month of the latest event of an official or a department; to the present without."""
    today = timezone.localdate()
    stories = OWNERS[subject.entry._meta.model_name].stories(subject.entry.pk)
    newest = next(iter(stories.newest()), None)
    latest = newest and subject.calendar.latest(newest.dated, today)
    return redirect(subject.url_of_month(latest or today))


@cache_control(no_cache=True)
@of_subject
def month(request, subject, year, month):
    """`articles/events_of_month.html`: the events of a month, day by day."""
    first, last = stretch_asked(year, month)
    activities = subject.calendar.activities(first, last)
    beside = subject.calendar.neighbours(first, last)
    file = request.build_absolute_uri(subject.file_url)
    context = {
        "subject": subject,
        "first": first,
        "today": timezone.localdate(),
        "weeks": calendars.weeks_of(activities, first, last),
        "total": len(activities),
        "before": beside.before and (beside.before, subject.url_of_month(beside.before)),
        "after": beside.after and (beside.after, subject.url_of_month(beside.after)),
        "file": file,
        # By this a browser hands the address to the calendar of its computer or phone.
        "webcal": f"webcal:{file.partition(':')[2]}",
    }
    return render(
        request,
        "articles/events_of_month.html",
        context | column(_("Events")),
        status=status_of_dates(first, last, activities),
    )


@require_safe
@of_subject
def calendar_file(request, subject):
    """The calendar as a file: events of the last two years and to come, the latest thousand."""
    since = timezone.localdate() - KEPT
    latest = subject.calendar.between(since).prefetch_related("hosts").reverse()[:MOST]
    text = calendar_of(
        reversed(latest),
        name=subject.title,
        url=request.build_absolute_uri(subject.url),
        source=request.build_absolute_uri(subject.file_url),
        absolute=request.build_absolute_uri,
    )
    return conditional(request, HttpResponse(text, content_type="text/calendar; charset=utf-8"))
