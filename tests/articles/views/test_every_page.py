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
        scripts = re.findall(r"<script(?! type=\"application/ld\+json\")([^>]*)>([^<]*)", page)
        assert [code for _own, code in scripts if code] == [], address
        assert [own for own, _code in scripts if ' src="/static/' not in own] == [], address
        assert re.findall(r'(?:src|href)="(https?:)?//(?!testserver)', page) == [], address


def test_footer_says_who_answers_for_the_site(client, settings):
    for name in ("SITE_ID_CODE", "ICP_RECORD", "POLICE_RECORD"):
        setattr(settings, name, "")
    assert "beian" not in text_of(client.get("/"))

    settings.PAPER_PUBLISHER = "青澜经开区融媒体中心"
    settings.SITE_ID_CODE = "3301000001"
    settings.ICP_RECORD = "浙ICP备00000000号-1"
    settings.POLICE_RECORD = "浙公网安备33000000000000号"
    page = text_of(client.get("/"))

    assert '<meta name="SiteIDCode" content="3301000001">' in page
    assert "Published by 青澜经开区融媒体中心" in page
    assert "<li>Site code 3301000001</li>" in page
    assert re.search(r'<a href="https://beian.miit.gov.cn/"[^>]*>浙ICP备00000000号-1</a>', page)
    assert re.search(
        r'<a href="https://beian.mps.gov.cn/"[^>]*>浙公网安备33000000000000号</a>', page
    )


def test_pages_leave_no_cookie(client, released):
    released()

    assert client.get("/").cookies == {}
    assert Version.objects.live().count() == 1
