import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from articles import workflow
from articles.models import Correction, Version
from articles.revisions import begin_version
from tests.articles.admin.posting import change_url, form_data, messages
from tests.factories import make_page, make_released, make_reviewers, make_user, release

pytestmark = pytest.mark.django_db


@pytest.fixture
def story():
    today = timezone.localdate()
    page = make_page(date=today, number="02")
    return make_released(dated=today, page=page, edition=page.edition)


def correct(story, editor, client):
    draft = begin_version(story, by=editor)
    typed = {
        "corrections-TOTAL_FORMS": "1",
        "corrections-INITIAL_FORMS": "0",
        "corrections-0-wrong": "全长3公里",
        "corrections-0-right": "全长5公里",
        "page": story.page_id or "",
    }
    client.post(change_url(draft), form_data(draft, dated="", **typed))
    return Version.objects.get(pk=draft.pk)


def test_correction_is_typed_with_the_version_that_has_it_right(client, editor, story):
    draft = correct(story, editor, client)

    assert str(draft.corrections.get()) == "“全长3公里” → “全长5公里”"


def test_correction_of_what_nobody_has_read_yet_is_refused(client, editor):
    tomorrow = timezone.now() + datetime.timedelta(days=1)
    draft = begin_version(make_released(at=tomorrow), by=editor)
    typed = {
        "corrections-TOTAL_FORMS": "1",
        "corrections-INITIAL_FORMS": "0",
        "corrections-0-wrong": "全长3公里",
        "corrections-0-right": "全长5公里",
    }

    response = client.post(change_url(draft), form_data(draft, **typed))

    assert "nothing is to be corrected" in response.content.decode()
    assert not Correction.objects.exists()


def test_first_version_asks_for_no_correction(client, editor):
    assert (
        b"corrections-TOTAL_FORMS" not in client.get(reverse("admin:articles_version_add")).content
    )


def test_page_of_a_correction_offers_the_edition_that_is_missing(client, editor, story):
    release(correct(story, editor, client), staff=(editor, make_reviewers()))
    address = reverse("admin:articles_correction_change", args=[Correction.objects.get().pk])
    tomorrow = timezone.localdate() + datetime.timedelta(days=1)
    client.force_login(make_user(permissions=["view_correction", "add_version", "add_edition"]))

    page = client.get(address).content.decode()
    assert f"{reverse('admin:articles_edition_add')}?date={tomorrow}" in page
    assert "Draft the notice" not in page
    make_page(date=tomorrow, number="02")
    assert "Draft the notice" in client.get(address).content.decode()


def test_correction_of_a_story_of_the_web_only_is_not_said_to_be_due(client, editor):
    draft = correct(make_released(), editor, client)
    release(draft, staff=(editor, make_reviewers()))
    make_page(date=timezone.localdate() + datetime.timedelta(days=1), number="02")
    client.force_login(make_user(permissions=["view_correction", "add_version", "add_edition"]))

    page = client.get(
        reverse("admin:articles_correction_change", args=[Correction.objects.get().pk])
    ).content.decode()
    listed = client.get(reverse("admin:articles_correction_changelist")).content.decode()

    assert "Draft the notice" not in page
    for text in (page, listed):
        assert "on the web only" in text
        assert "due in the edition" not in text


def test_notice_is_drafted_from_the_work_list(client, editor, story):
    draft = correct(story, editor, client)
    release(draft, staff=(editor, make_reviewers()))
    correction = Correction.objects.get()
    make_page(date=timezone.localdate() + datetime.timedelta(days=1), number="02")
    client.force_login(make_user(permissions=["view_correction", "view_version", "add_version"]))

    listed = client.get(reverse("admin:articles_correction_changelist") + "?due=yes")
    assert "全长5公里" in listed.content.decode()
    response = client.post(
        reverse("admin:articles_correction_notice", args=[correction.pk]), follow=True
    )

    notice = Version.objects.latest("pk")
    assert response.request["PATH_INFO"] == change_url(notice)
    assert "特此更正" in notice.text


def test_notice_refused_without_a_next_edition_says_what_to_do(client, editor, story):
    draft = correct(story, editor, client)
    release(draft, staff=(editor, make_reviewers()))
    correction = Correction.objects.get()
    client.force_login(make_user(permissions=["view_correction", "add_version"]))

    response = client.post(
        reverse("admin:articles_correction_notice", args=[correction.pk]), follow=True
    )

    assert messages(response)[-1] == (
        "There is no next edition yet. Add it, then begin the notice."
    )


def test_releasing_into_an_edition_tells_what_it_still_owes(client, editor, story):
    draft = correct(story, editor, client)
    reviewers = make_reviewers()
    release(draft, staff=(editor, reviewers))
    page = make_page(date=timezone.localdate() + datetime.timedelta(days=1), number="01")
    other = Version.objects.create(
        article=type(story.article).objects.create(),
        headline="次日要闻",
        body="<p>次日。</p>",
        dated=page.edition.date,
        edition=page.edition,
        page=page,
    )
    workflow.perform("submit", other, by=editor)
    for reviewer in reviewers:
        workflow.perform("approve", other, by=reviewer)
    client.force_login(reviewers[2])

    asked = client.post(reverse("admin:articles_version_move", args=[other.pk, "release"]))

    assert story.headline in asked.content.decode()
