"""What search engines are told: robots.txt, sitemaps by month with their index, the latest news.

A month of a daily newspaper stays far below the 50,000 addresses that sitemaps.org allows in one
file; a month that is over changes no more, and nothing is ever found by counting rows off.
"""

from datetime import timedelta
from itertools import groupby

from django.conf import settings
from django.db.models import DateField, DateTimeField, Max
from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from articles import archive
from articles.known import public
from articles.linked_data import xml_text
from articles.listing import address
from articles.models import Version
from articles.prepared import prepared
from people.models import Department, Official, Reporter

# The limits of the two protocols.
ADDRESSES = 50_000
NEWS = 1_000
NEWS_AGE = timedelta(days=2)
SECTIONS = ("home", "editions", "stories", "events", "departments", "officials", "corrections")


@require_safe
def robots(request):
    return render(request, "sitemaps/robots.txt", content_type="text/plain; charset=utf-8")


@require_safe
def opensearch(request):
    """How a browser searches this site from its own bar: opensearch.org, version 1.1."""
    kind = "application/opensearchdescription+xml"
    return render(request, "sitemaps/opensearch.xml", content_type=kind)


@require_safe
def index(request):
    """Every month under which a live story is filed, with the last release in it."""
    months = [
        (request.build_absolute_uri(reverse("articles:month_sitemap", args=month)), changed)
        for month, changed in _months()
    ]
    return _xml(request, "index.xml", {"months": months})


def _months():
    days = Version.objects.live().order_by("-dated").values_list("dated")
    newest = days.annotate(Max("publish_at"))
    for month, found in groupby(newest.iterator(), lambda row: (row[0].year, row[0].month)):
        yield month, timezone.localtime(max(changed for _day, changed in found))


@prepared(first=DateField(), last=DateField(), now=DateTimeField())
def _of_month(first, last, now):
    live = Version.objects.live(now).filter(dated__gte=first, dated__lte=last)
    return live.newest_first().values_list("article_id", "publish_at")[:ADDRESSES]


@require_safe
def month(request, year, month):
    try:
        first, last = archive.stretch(year, month)
    except ValueError:
        raise Http404 from None
    rows = _of_month(first=first, last=last, now=timezone.now())
    if not rows:
        raise Http404
    entries = [
        (request.build_absolute_uri(address("story", article)), timezone.localtime(changed))
        for article, changed in rows
    ]
    return _xml(request, "urlset.xml", {"entries": entries})


@require_safe
def sections(request):
    """The pages that list stories: the fixed ones, bodies, people."""
    addresses = [reverse(f"articles:{name}") for name in SECTIONS]
    for model in (Department, Official, Reporter):
        slugs = public(model).order_by("slug").values_list("slug", flat=True)
        addresses += [address(model._meta.model_name, slug) for slug in slugs]
    entries = [(request.build_absolute_uri(one), None) for one in addresses[:ADDRESSES]]
    return _xml(request, "urlset.xml", {"entries": entries})


@require_safe
def news(request):
    """What is new: first released within two days, and filed under them too.

    A story of 2003 that was imported yesterday is no news, nor is a corrected one.
    """
    now = timezone.now()
    since = now - NEWS_AGE
    stories = (
        Version.objects.live(now)
        .filter(publish_at__gte=since, dated__gte=timezone.localdate(since))
        .with_first_release(now)
        .filter(first_release__gte=since)
        .order_by("-publish_at")
        .values_list("article_id", "headline", "first_release")
    )
    entries = [
        (
            request.build_absolute_uri(address("story", article)),
            xml_text(headline),
            timezone.localtime(first),
        )
        for article, headline, first in stories[:NEWS]
    ]
    return _xml(request, "news.xml", {"entries": entries, "paper": settings.PAPER_NAME})


def _xml(request, name, context):
    return render(request, f"sitemaps/{name}", context, content_type="application/xml")
