"""A story is light: what a browser fetches to show it, photos aside, is counted as it is sent."""

import gzip
import re

import pytest
from django.contrib.staticfiles.finders import find

from tests.articles.views.pages import story_url, text_of

pytestmark = pytest.mark.django_db
LIMIT = 60 * 1024
FETCHED = re.compile(
    r'<(?:link rel="(?:stylesheet|icon)"|script)[^>]*?(?:href|src)="/static/([^"]+)"'
)


def test_long_story_comes_in_sixty_kilobytes(client, released, full_story):
    """The page itself is counted uncompressed, because a server in front need not compress it."""
    long = released("云栖桥通车记", body="".join(f"<p>{'水' * 99}{n}。</p>" for n in range(60)))
    for version in (full_story, long):
        page = text_of(client.get(story_url(version)))
        files = set(FETCHED.findall(page))

        assert {file.rpartition(".")[2] for file in files} == {"css", "js", "svg"}
        with_files = len(page.encode()) + sum(_sent(file) for file in files)
        assert with_files <= LIMIT


def _sent(file):
    """The bytes of a static file as WhiteNoise sends it."""
    with open(find(file), "rb") as static:
        return len(gzip.compress(static.read()))


def test_story_is_whole_without_scripts_and_scripts_wait_for_it(client, full_story):
    page = text_of(client.get(story_url(full_story)))

    assert "两岸居民<strong>三分钟</strong>过河。" in page
    assert [tag for tag in re.findall(r"<script src=[^>]+>", page) if "defer" not in tag] == []
    assert re.findall(r"@import|@font-face|url\(", "".join(_texts(page))) == []


def _texts(page):
    for file in FETCHED.findall(page):
        if file.endswith(".css"):
            with open(find(file)) as sheet:
                yield sheet.read()
