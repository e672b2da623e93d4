"""The page on which a reviewer reads a story as its readers will, and decides."""

import pytest
from django.urls import reverse

from articles import workflow
from articles.models import Doubt, PassageNote, Version
from tests.articles.admin.posting import change_url, messages, move_url, text_of
from tests.factories import make_reviewers, make_user, make_version, make_writer

pytestmark = pytest.mark.django_db


@pytest.fixture
def reviewers():
    return make_reviewers()


@pytest.fixture
def submitted():
    version = make_version(kicker="引题在此", dateline="本报讯")
    workflow.perform("submit", version, by=make_writer())
    return Version.objects.get(pk=version.pk)


def review_url(version):
    return reverse("admin:articles_version_review", args=[version.pk])


def read(client, user, version):
    client.force_login(user)
    return client.get(review_url(version))


def test_reviewer_reads_the_story_as_its_readers_will(client, submitted, reviewers):
    page = text_of(read(client, reviewers[0], submitted))

    assert '<article class="story h-entry">' in page
    assert '<p><span class="dateline">本报讯</span>11月15日' in page
    assert '<textarea name="body"' not in page
    assert change_url(submitted) in page


def test_decision_stands_after_the_text(client, submitted, reviewers):
    page = text_of(read(client, reviewers[0], submitted))

    _before, after = page.split("</article>", 1)
    assert f'formaction="{move_url(submitted, "approve")}"' in after
    assert f'formaction="{move_url(submitted, "send_back")}"' in after


def test_doubts_notes_and_changes_stand_beside_the_text(client, submitted, reviewers):
    Doubt.objects.create(version=submitted, kind="unfinished", quote="建成开放")
    PassageNote.objects.create(version=submitted, by=reviewers[1], quote="步道", note="请核实长度")
    read(client, reviewers[0], submitted)
    submitted.body = submitted.body.replace("3公里", "5公里")
    submitted.save()

    page = text_of(read(client, reviewers[0], submitted))
    for words in (
        "the paragraph breaks off",
        "请核实长度",
        "步道全长<del>3</del><ins>5</ins>公里。",
    ):
        assert words in page


def test_note_made_while_reading_leads_back_to_the_text(client, submitted, reviewers):
    client.force_login(reviewers[0])
    address = reverse("admin:articles_version_add_note", args=[submitted.pk])

    response = client.post(
        address, {"quote": "3公里", "note": "请核实", "review": "1"}, follow=True
    )

    assert response.redirect_chain[-1][0].startswith(review_url(submitted))
    assert messages(response) == ["The note stands beside the text."]


def test_who_may_not_view_stories_reads_none(client, submitted):
    client.force_login(make_user())
    assert client.get(review_url(submitted)).status_code == 403


def test_who_may_not_decide_is_offered_no_decision(client, submitted):
    assert "formaction" not in text_of(read(client, make_writer(), submitted))


def test_desk_leads_to_the_page_for_reading(client, submitted, reviewers):
    client.force_login(reviewers[0])
    assert f'href="{review_url(submitted)}"' in text_of(client.get("/admin/"))


def test_key_asks_before_it_approves_over_the_text_that_is_decided(client, submitted, reviewers):
    client.force_login(reviewers[0])
    data = {"digest": submitted.digest, "ask": "1"}

    asked = text_of(client.post(move_url(submitted, "approve"), data))
    assert "步道全长3公里。" in asked
    assert not submitted.decisions.filter(move="approve").exists()

    client.post(move_url(submitted, "approve"), data | {"confirmed": "1"})
    assert submitted.decisions.filter(move="approve").exists()
