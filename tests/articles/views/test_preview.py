"""A secret address shows a story before its release, to who has it and while it lasts."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from articles import workflow
from articles.models import PreviewLink
from tests.factories import make_reviewers, make_version, make_writer, release

pytestmark = pytest.mark.django_db
HEADLINE = "柳汐公园新添环湖步道"


def make_link(version, hours=1):
    return PreviewLink.objects.create(
        version=version,
        made_by=make_writer(),
        expires_at=timezone.now() + datetime.timedelta(hours=hours),
    )


def show(client, link):
    return client.get(reverse("articles:preview", args=[link.token]))


def test_link_shows_the_draft_and_tells_nobody(client):
    response = show(client, make_link(make_version(headline=HEADLINE)))

    page = response.content.decode()
    assert "柳汐公园环湖步道建成开放" in page
    assert "PubDate" not in page
    assert "ld+json" not in page
    assert response["Cache-Control"] == "no-store"
    assert response["Referrer-Policy"] == "no-referrer"
    assert response["X-Robots-Tag"] == "noindex, nofollow"


def test_link_past_its_time_leads_nowhere(client):
    assert show(client, make_link(make_version(), hours=-1)).status_code == 404


def test_unknown_token_leads_nowhere(client):
    assert client.get(reverse("articles:preview", args=["x" * 32])).status_code == 404


def test_embargoed_story_is_shown_by_no_link(client):
    version = make_version()
    link = make_link(version)
    release(version, at=timezone.now() + datetime.timedelta(days=1))

    assert show(client, link).status_code == 404


def test_spiked_story_is_shown_by_no_link(client):
    version = make_version()
    link = make_link(version)
    workflow.perform("spike", version, by=make_reviewers()[2], note="不用")

    assert show(client, link).status_code == 404
