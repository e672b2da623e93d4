"""The first page of the admin."""

import pytest
from django.urls import reverse
from django.utils import timezone, translation

from articles import workflow
from tests.factories import (
    make_department,
    make_page,
    make_released,
    make_reviewers,
    make_user,
    make_version,
    make_writer,
)

pytestmark = pytest.mark.django_db
DESK = reverse("admin:index")


@pytest.fixture(autouse=True)
def _in_english(settings):
    settings.LANGUAGE_CODE = "en"
    with translation.override("en"):
        yield


def submit(headline, writer):
    version = make_version(headline=headline)
    workflow.perform("submit", version, by=writer)


def test_reviewer_finds_what_waits_and_its_list(client):
    writer, reviewers = make_writer(), make_reviewers()
    submit("等待初审的稿件", writer)
    client.force_login(reviewers[0])

    assert "等待初审的稿件" in client.get(DESK).content.decode()
    stories = reverse("admin:articles_version_changelist")
    assert "等待初审的稿件" in client.get(f"{stories}?waiting=review").content.decode()
    assert "等待初审的稿件" not in client.get(f"{stories}?waiting=sent_back").content.decode()


def test_released_today_leads_to_its_list(client):
    story = make_released(headline="今天发布的稿件")
    draft = make_version(headline="还没有发布的稿件")
    client.force_login(make_writer())

    stories = reverse("admin:articles_version_changelist")
    listed = client.get(f"{stories}?released=today").content.decode()
    assert story.headline in listed
    assert draft.headline not in listed
    assert story.headline in client.get(DESK).content.decode()


def test_account_without_rights_sees_a_desk_without_work(client):
    client.force_login(make_user())

    response = client.get(DESK)
    assert response.status_code == 200
    assert "Add an edition" not in response.content.decode()


def test_queries_of_the_desk_do_not_grow_with_stories(client, django_assert_num_queries):
    writer, reviewers = make_writer(), make_reviewers()
    page = make_page(date=timezone.localdate())
    department = make_department()
    client.force_login(reviewers[2])

    def a_day():
        for number in range(3):
            submit(f"{number}号稿", writer)
            make_version(edition=page.edition, page=page, dated=page.edition.date)
            make_released(
                dated=page.edition.date, departments=[department], staff=(writer, reviewers)
            )

    a_day()
    with django_assert_num_queries(24):
        client.get(DESK)
    a_day()
    with django_assert_num_queries(24):
        client.get(DESK)
