"""What holds for every page."""

import re

import pytest

from articles.models import Version
from tests.articles.views.pages import (
    public_pages,
    story_url,
    text_of,
)

pytestmark = pytest.mark.django_db


def test_pages_hold_nothing_that_the_content_security_policy_refuses(client, full_story):
    pages = public_pages(
        full_story,
        full_story.departments.get(),
        full_story.mentions.exclude(official=None).get().official,
        full_story.credits.exclude(reporter=None).get().reporter,
        full_story.event,
    )
    for address in [*pages, story_url(full_story)]:
        page = text_of(client.get(address))
        assert re.findall(r"<[^>]+\s(style|on\w+)=", page) == [], address
        assert re.findall(r"<script(?! type=\"application/ld\+json\")", page) == [], address
        assert re.findall(r'(?:src|href)="(https?:)?//(?!testserver)', page) == [], address


def test_pages_leave_no_cookie(client, released):
    released()

    assert client.get("/").cookies == {}
    assert Version.objects.live().count() == 1
