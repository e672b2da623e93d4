"""The public site. Every page is a function: what the address names, in; one template, out.

Only live versions appear on any of them; `Version.objects.live()` says what that means.
"""

import re
from dataclasses import dataclass
from datetime import date
from functools import partial

from django.conf import settings
from django.core.paginator import Paginator
from django.db.models import Exists, OuterRef
from django.http import Http404, HttpResponsePermanentRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.debug import sensitive_variables

from articles import archive, directory, selections
from articles.attendance import attenders, hosts_by_role
from articles.calendars import of_official, year_of
from articles.completeness import missing_of
from articles.filters import StoryFilter
from articles.front import front_page
from articles.in_office import day_asked, former_names, leaders_of, posts_of
from articles.linked_data import baidu_times, epaper_comment, news_article
from articles.listing import address_of_day, story_list, with_headlines
from articles.models import Correction, Event, PreviewLink, Version
from articles.paging import PART, part_of
from articles.reading import Reading, live_story, unreleased_story, what_they_did
from people.models import Department, Official, Reporter

YEAR = re.compile("(?!0000)[0-9]{4}")


@dataclass(frozen=True, slots=True)
class Column:
    """A section of the site, as the meta tags of Chinese government sites name it.

    The kinds are fixed by those rules (国办发〔2017〕47号), so they are not translated.
    """

    name: str
    kind: str
    about: str = ""

    @property
    def description(self):
        values = {"column": self.name, "paper": settings.PAPER_NAME}
        return " ".join(self.about.split()) or _("%(column)s: what %(paper)s reports.") % values

    @property
    def keywords(self):
        return ",".join(dict.fromkeys((self.name, settings.PAPER_NAME)))


def home(request):
    """`articles/home.html`: the latest paper and the newest stories."""
    today = timezone.localdate()
    context = {"front": front_page(today), "today": today}
    about = settings.PAPER_MOTTO or _("The latest paper and the newest stories.")
    return render(
        request, "articles/home.html", context | column(settings.PAPER_NAME, "首页", about)
    )


def year(request, year):
    """`articles/year.html`: a calendar of the days with stories."""
    first, last = stretch_asked(year)
    days = archive.stories_by_day(first, last)
    beside = archive.neighbours(first, last)
    context = {
        "year": year,
        "months": [(month, date(year, month, 1), days.get(month, {})) for month in range(1, 13)],
        "total": sum(sum(of_month.values()) for of_month in days.values()),
        "busiest": max((max(of_month.values()) for of_month in days.values()), default=0),
        "before": beside.before,
        "after": beside.after,
    }
    return render(
        request,
        "articles/year.html",
        context | column(_("Archive")),
        status=status_of_dates(first, last, days),
    )


def month(request, year, month):
    """`articles/month.html`: a calendar of the month, and its stories."""
    first, last = stretch_asked(year, month)
    days = archive.stories_by_day(first, last)
    beside = archive.neighbours(first, last)
    context = {
        "first": first,
        "days": days.get(month, {}),
        "before": beside.before,
        "after": beside.after,
        "stories": story_list(
            request, selections.of_days(first=first, last=last), without=("since", "until")
        ),
    }
    return render(
        request,
        "articles/month.html",
        context | column(_("Archive")),
        status=status_of_dates(first, last, days),
    )


def day(request, year, month, day):
    """`articles/day.html`: the stories of one day, by printed page."""
    try:
        asked = date(year, month, day)
    except ValueError:
        raise Http404 from None
    filtered = StoryFilter(request.GET, without=("since", "until"))
    pages = archive.printed_pages(archive.rows_of_day(asked, filtered))
    beside = archive.neighbours(asked, asked)
    edition = archive.edition_of(asked)
    context = {
        "day": asked,
        "edition": edition,
        "missing": missing_of(edition) if edition else [],
        "earlier": archive.earlier_years(asked),
        "pages": pages,
        "filter": filtered,
        "before": beside.before and (beside.before, address_of_day(beside.before)),
        "after": beside.after and (beside.after, address_of_day(beside.after)),
    }
    return render(
        request,
        "articles/day.html",
        context | column(_("Archive")),
        status=status_of_dates(asked, asked, pages or filtered.is_active),
    )


def story(request, pk):
    """`articles/story.html`; `articles/withdrawn.html` with 410 when it was taken back."""
    version = live_story.first(article=pk, now=timezone.now())
    if version is None:
        return _story_that_is_gone(request, pk)
    reading = Reading(version)
    context = {
        "story": version,
        "reading": reading,
        "address": request.build_absolute_uri(request.path),
        "day_url": address_of_day(version.dated),
        "news_article": news_article(reading, request.build_absolute_uri),
        "baidu_times": baidu_times(reading, request.build_absolute_uri),
        "epaper_comment": epaper_comment(reading, request.build_absolute_uri),
    }
    return render(
        request, "articles/story.html", context | column(version.page__name or _("Stories"))
    )


@sensitive_variables("token")
def preview(request, token):
    """`articles/story.html` of an unreleased story, for whoever has its secret address in time."""
    link = get_object_or_404(PreviewLink.objects.open(), token=token)
    version = unreleased_story(link.version_id)
    context = {
        "story": version,
        "reading": Reading(version, token),
        "day_url": address_of_day(version.dated),
        "preview": date_format(timezone.localtime(link.expires_at), "DATETIME_FORMAT"),
    }
    response = render(
        request, "articles/story.html", context | column(version.page__name or _("Stories"))
    )
    # Nobody keeps a copy, and no address that is followed from here learns the secret.
    response["Cache-Control"] = "no-store"
    response["Referrer-Policy"] = "no-referrer"
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response


def _story_that_is_gone(request, pk):
    """A story that readers once could read is answered for; of any other nothing is said."""
    taken_back = Version.objects.taken_back().filter(article=pk)
    version = taken_back.only("withdrawn_at").order_by("number").last()
    if version is None:
        raise Http404
    context = {
        "withdrawn_on": timezone.localdate(version.withdrawn_at),
        "note": version.decisions.filter(move="withdraw").last().note_to_readers,
    }
    return render(request, "articles/withdrawn.html", context, status=410)


def stories(request):
    """`articles/stories.html`: all stories, filtered."""
    context = {"stories": story_list(request, selections.all_stories())}
    return render(request, "articles/stories.html", context | column(_("Stories")))


def events(request):
    """`articles/events.html`: the events that stories cover. The filter asks for the stories."""
    filtered = StoryFilter(request.GET)
    stories = filtered.narrow(Version.objects.live()).order_by()
    covered = Event.objects.filter(Exists(stories.filter(event=OuterRef("pk"))))
    part = part_of(covered, request.GET, field="date")
    context = {
        "filter": filtered,
        "events": with_headlines(part.rows),
        "month_url": _month_of_events(part.rows),
        "newer_url": filtered.address(after=part.newer) if part.newer else "",
        "older_url": filtered.address(before=part.older) if part.older else "",
    }
    return render(request, "articles/events.html", context | column(_("Events")))


def _month_of_events(events):
    """The calendar's page where the list begins: the present one before there is any event."""
    day = next((event.date for event in events if event.date), timezone.localdate())
    return reverse("articles:events_of_month", args=[day.year, day.month])


def event(request, pk):
    """`articles/event.html`: an event, who held it, who was there, and its stories.

    Unknown while no story of it is live.
    """
    event = get_object_or_404(Event, pk=pk)
    if not event.versions.live().exists():
        raise Http404
    stories = story_list(request, selections.of_event(event=pk), without=("event",))
    context = {
        "event": event,
        "hosts": hosts_by_role(event),
        "attenders": attenders(event, Version.objects.live()),
        "stories": stories,
    }
    return render(request, "articles/event.html", context | column(_("Events")))


def corrections(request):
    """`articles/corrections.html`: what the paper corrected, the latest first."""
    found = Correction.objects.public().select_related("version__article")
    pages = Paginator(found.order_by("-version__publish_at", "-id"), PART)
    part = pages.get_page(request.GET.get("page"))
    context = {
        "corrections": part,
        "newer_url": f"?page={part.number - 1}" if part.has_previous() else "",
        "older_url": f"?page={part.number + 1}" if part.has_next() else "",
    }
    return render(request, "articles/corrections.html", context | column(_("Corrections")))


def departments(request):
    """`articles/departments.html`: the tree of public bodies."""
    tree = directory.tree_items(directory.department_tree())
    return render(
        request, "articles/departments.html", {"tree": tree} | column(_("Departments"), "机构职能")
    )


@cache_control(no_cache=True)
def department(request, slug):
    """`articles/department.html`: a body, who holds its posts today or on a day, and its news."""
    department = _known(directory.department_at, slug)
    if department is None:
        return _moved(request, Department, slug)
    today = timezone.localdate()
    context = {
        "today": today,
        "former_names": former_names(department),
        "department": department,
        "parent": directory.public_department(department.parent_id),
        "children": directory.public_children(department),
        "leaders": leaders_of(department, day_asked(request.GET) or today),
        "stories": story_list(
            request, selections.of_department(department.pk), without=("department",)
        ),
    }
    about = column(department.name, "机构职能", department.description)
    return render(request, "articles/department.html", context | about)


@cache_control(no_cache=True)
def officials(request):
    """`articles/officials.html`: officials and the posts they hold today; or the former ones."""
    former = request.GET.get("former") == "1"
    name = request.GET.get("name", "").strip()
    since = request.GET.get("from", "")
    context = {
        "name": name,
        "former": former,
        "officials": directory.officials_list(
            timezone.localdate(), name=name, since=since, former=former
        ),
        "alphabet": "ABCDEFGHJKLMNOPQRSTWXYZ",
    }
    return render(
        request, "articles/officials.html", context | column(_("Officials"), "负责人信息")
    )


@cache_control(no_cache=True)
def official(request, slug):
    """`articles/official.html`: the posts of an official, a year of activities, the news."""
    official = _known(directory.official_at, slug)
    if official is None:
        return _moved(request, Official, slug)
    stories = story_list(
        request,
        selections.of_official(official.pk),
        without=("official",),
        notes=partial(what_they_did, official),
    )
    today = timezone.localdate()
    newest = stories.cards[0].dated if stories.cards else today
    context = {
        "official": official,
        "posts": posts_of(official),
        "year": year_of(of_official(official.pk), _year_asked(request.GET), newest, today),
        "stories": stories,
    }
    return render(request, "articles/official.html", context | column(official.name, "负责人信息"))


def reporter(request, slug):
    """`articles/reporter.html`: what a reporter wrote and photographed."""
    reporter = _known(directory.reporter_at, slug)
    if reporter is None:
        return _moved(request, Reporter, slug)
    context = {
        "reporter": reporter,
        "department": directory.public_department(reporter.department_id),
        "stories": story_list(request, selections.of_reporter(reporter.pk), without=("reporter",)),
    }
    return render(request, "articles/reporter.html", context | column(reporter.name))


def _year_asked(params):
    """The year that the address asks for; None for none, or one that no calendar has."""
    text = params.get("year", "")
    return int(text) if YEAR.fullmatch(text) else None


def _known(entries, slug):
    """The record that readers know at that address, or None."""
    return entries.first(value=slug, now=timezone.now())


def _moved(request, model, slug):
    """To the page of the entry that this one was merged into. Asked anew each time: a merge can
    be undone."""
    address = directory.address_since_merged(model, slug)
    if not address:
        raise Http404
    query = request.GET.urlencode()
    return HttpResponsePermanentRedirect(
        f"{address}?{query}" if query else address, headers={"Cache-Control": "no-cache"}
    )


def column(name, kind="工作动态", about=""):
    """What a template is told of the section that its page belongs to."""
    return {"column": Column(name, kind, about)}


def stretch_asked(year, month=None):
    """The first and last day of a year or month; not found where no calendar has it."""
    try:
        return archive.stretch(year, month)
    except ValueError:
        raise Http404 from None


def status_of_dates(first, last, found):
    """404 for days past or to come with nothing in them; the present is only empty so far."""
    return 200 if found or first <= timezone.localdate() <= last else 404
