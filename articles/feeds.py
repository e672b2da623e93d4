"""Atom and RSS: of all stories, of an edition, a page, a body, a person, a kind of event.

An entry holds a story's opening, not its text: what was withdrawn or corrected would live on in
other people's readers. Entries stand in the order of lists, by the day that they are filed under,
so an archive that is imported today floods nobody; each says when it was truly released.
"""

from collections import defaultdict
from dataclasses import dataclass

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.http import Http404, HttpResponsePermanentRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed
from django.utils.html import escape
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles import directory, selections
from articles.freshness import conditional, last_change
from articles.linked_data import xml_text
from articles.listing import address, summary_of
from articles.models import Credit, Edition, Event, Page, Version, VersionDepartment
from articles.selections import Selection, card_rows
from people.models import Department, Official, Reporter

# More than a day's paper has, so that nobody who asks once a day misses a story.
ENTRIES = 100
FORMS = {"atom": Atom1Feed, "rss": Rss201rev2Feed}


@dataclass(frozen=True, slots=True)
class Channel:
    """What a feed is about, and the page that shows the same to people."""

    title: str
    url: str
    stories: Selection


class StoryFeed(Feed):
    """A channel, in the words of Django's framework."""

    language = "zh-Hans"

    def __init__(self, form):
        self.feed_type = FORMS[form]

    def get_object(self, request, channel):
        return channel

    def title(self, channel):
        return f"{channel.title} · {settings.PAPER_NAME}"

    def link(self, channel):
        return channel.url

    def subtitle(self, channel):
        return _("The newest stories of %(paper)s: %(channel)s") % {
            "paper": settings.PAPER_NAME,
            "channel": channel.title,
        }

    description = subtitle

    def author_name(self, channel):
        return settings.PAPER_NAME

    def items(self, channel):
        return _entries(channel.stories)

    def item_title(self, entry):
        return xml_text(entry.row.headline)

    def item_description(self, entry):
        """As HTML, which is what both forms take it for."""
        return escape(xml_text(entry.row.deck or summary_of(entry.row.opening)))

    def item_link(self, entry):
        return address("story", entry.row.article_id)

    def item_author_name(self, entry):
        return xml_text("、".join(entry.authors)) or settings.PAPER_NAME

    def item_categories(self, entry):
        return entry.departments

    def item_pubdate(self, entry):
        return timezone.localtime(entry.row.first_release)

    def item_updateddate(self, entry):
        return timezone.localtime(entry.row.publish_at)


@dataclass(frozen=True, slots=True)
class Entry:
    row: tuple
    authors: list[str]
    departments: list[str]


def _entries(stories):
    """The newest of a selection, in four queries however many."""
    newest = list(stories.queryset.newest_first().values_list("pk", flat=True)[:ENTRIES])
    rows = Version.objects.filter(pk__in=newest).with_first_release().newest_first()
    authors = _by_version(Credit.objects.filter(version__in=newest), "as_printed")
    links = VersionDepartment.objects.filter(version__in=newest)
    departments = _by_version(links, "department__name")
    return [
        Entry(row, authors[row.id], departments[row.id])
        for row in card_rows(rows, "publish_at", "first_release")
    ]


def _by_version(links, name):
    found = defaultdict(list)
    for version, value in links.values_list("version_id", name):
        found[version].append(value)
    return found


def _answer(request, form, channel):
    changed = last_change()
    response = StoryFeed(form)(request, channel=channel)
    del response["Last-Modified"]
    return conditional(request, response, changed)


@require_safe
def stories(request, form):
    channel = Channel(_("All stories"), reverse("articles:stories"), selections.all_stories())
    return _answer(request, form, channel)


@require_safe
def edition(request, day, form):
    """The stories of one day's paper. Unknown while none of them is live."""
    found = get_object_or_404(Edition, date=day)
    selection = selections.of_edition(edition=found.pk)
    return _answer(request, form, Channel(str(found), found.get_absolute_url(), _some(selection)))


@require_safe
def page(request, day, number, form):
    found = get_object_or_404(
        Page.objects.select_related("edition"), edition__date=day, number=number
    )
    selection = selections.of_page(page=found.pk)
    url = found.get_absolute_url()
    return _answer(request, form, Channel(str(found), url, _some(selection)))


@require_safe
def kind(request, kind, form):
    if kind not in Event.Kind.values:
        raise Http404
    title = _("Events: %(kind)s") % {"kind": Event.Kind(kind).label}
    url = f"{reverse('articles:stories')}?event={kind}"
    return _answer(request, form, Channel(title, url, selections.of_kind(kind=kind)))


@require_safe
def department(request, slug, form):
    return _of_entry(
        request, form, Department, slug, directory.department_at, selections.of_department
    )


@require_safe
def official(request, slug, form):
    return _of_entry(request, form, Official, slug, directory.official_at, selections.of_official)


@require_safe
def reporter(request, slug, form):
    return _of_entry(request, form, Reporter, slug, directory.reporter_at, selections.of_reporter)


def _of_entry(request, form, model, slug, entries, select):
    """The feed of an entry of the directory, at the address that it has since a merge."""
    entry = entries.first(value=slug, now=timezone.now())
    if entry is None:
        if kept := directory.address_since_merged(model, slug):
            return HttpResponsePermanentRedirect(
                f"{kept}feed.{form}", headers={"Cache-Control": "no-cache"}
            )
        raise Http404
    channel = Channel(str(entry), entry.get_absolute_url(), select(entry.pk))
    return _answer(request, form, channel)


def _some(selection):
    if not selection.queryset.exists():
        raise Http404
    return selection
