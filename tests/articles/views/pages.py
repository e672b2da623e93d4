"""Helpers for reading the public pages."""

import datetime
import re

from articles.models import Event
from tests.factories import (
    make_department,
    make_official,
    make_page,
    make_reporter,
)

DAY = datetime.date(2023, 4, 3)
HEADLINE = re.compile(r'class="card-headline phrased"><a href="[^"]*">(.*?)</a>')


def text_of(response):
    return response.content.decode()


def headlines(response):
    """The headlines on the cards of a page, in order."""
    return [re.sub(r"<[^>]+>", "", found) for found in HEADLINE.findall(text_of(response))]


def story_url(version):
    return f"/stories/{version.article_id}/"


def public_pages(version, department, official, reporter, event):
    """Every page that could name a story with these links."""
    day = f"{version.dated:%Y/%m/%d}"
    return [
        "/",
        f"/{day[:4]}/",
        f"/{day[:7]}/",
        f"/{day}/",
        "/editions/",
        f"/editions/{version.dated}/",
        f"/editions/{version.dated}/01/",
        "/stories/",
        "/departments/",
        department.get_absolute_url(),
        "/officials/",
        official.get_absolute_url(),
        reporter.get_absolute_url(),
        "/events/",
        event.get_absolute_url(),
    ]


def linked(make, headline="云栖桥通车", **kwargs):
    """A story with one of each link, and the pages that could name it."""
    links = {
        "department": make_department("青澜经开区建设局"),
        "official": make_official(),
        "reporter": make_reporter(),
        "event": Event.objects.create(kind="ceremony", name="通车仪式"),
    }
    page = make_page(DAY)
    version = make(
        headline,
        dated=DAY,
        page=page,
        edition=page.edition,
        departments=[links["department"]],
        officials=[links["official"]],
        reporters=[links["reporter"]],
        event=links["event"],
        **kwargs,
    )
    return version, public_pages(version, **links)


def pages_that_name(client, headline, pages):
    return [page for page in pages if headline in text_of(client.get(page))]
