"""The first page of the admin."""

import datetime
import re

import pytest
from django.urls import reverse
from django.utils import timezone, translation

from articles import workflow
from articles.models import Correction, MissedSearch
from articles.revisions import begin_version
from tests.factories import (
    make_department,
    make_page,
    make_released,
    make_reviewers,
    make_user,
    make_version,
    make_writer,
    release,
)

pytestmark = pytest.mark.django_db
DESK = reverse("admin:index")
STORIES = reverse("admin:articles_version_changelist")


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


def listed(client, query):
    changelist = client.get(f"{STORIES}?{query}").context["cl"]
    return {version.headline for version in changelist.result_list}


def test_released_story_that_is_begun_anew_stays_among_those_of_today(client):
    writer = make_writer()
    begin_version(make_released(headline="发布后又开新稿"), by=writer)
    client.force_login(writer)

    assert client.get(DESK).context["desk"]["released"].waiting.count == 1
    assert listed(client, "released=today") == {"发布后又开新稿"}
    assert listed(client, "standing=live") == {"发布后又开新稿"}


def test_number_of_unreleased_stories_leads_to_all_of_them(client):
    page, writer = make_page(), make_writer()
    place = {"edition": page.edition, "page": page, "dated": page.edition.date}
    make_version(headline="草稿", **place)
    make_version(headline="另一篇草稿", **place)
    make_released(headline="已经发布", **place)
    make_version(headline="同一天的网稿", dated=page.edition.date)
    client.force_login(writer)

    desk = client.get(DESK)
    assert desk.context["desk"]["plan"].unready == 2
    query = f"edition__exact={page.edition.pk}&standing=unreleased"
    assert query.replace("&", "&amp;") in desk.content.decode()
    assert listed(client, query) == {"草稿", "另一篇草稿"}


def test_bar_of_the_chart_leads_to_its_stories(client):
    writer, department = make_writer(), make_department("云汀街道办")
    today = timezone.localdate()
    long_ago = today - datetime.timedelta(weeks=20)
    staff = (writer, make_reviewers())
    make_released(headline="本周的", dated=today, departments=[department], staff=staff)
    make_released(headline="去年的", dated=long_ago, departments=[department], staff=staff)
    client.force_login(writer)

    response = client.get(DESK)
    (address,) = set(
        re.findall(r'\?(standing=live&amp;department=[^"]*)"><svg', response.content.decode())
    )
    assert listed(client, address.replace("&amp;", "&")) == {"本周的"}


def test_corrections_due_say_where_and_offer_the_edition_that_is_missing(client):
    writer, today = make_writer(), timezone.localdate()
    page = make_page(date=today, number="02")
    place = {"edition": page.edition, "page": page, "dated": today}
    story = make_released(headline="有错的稿件", **place)
    draft = begin_version(story, by=writer)
    Correction.objects.create(version=draft, wrong="3公里", right="5公里")
    release(draft)
    client.force_login(make_user(permissions=("view_correction", "add_edition", "view_version")))

    assert "no next edition yet" in client.get(DESK).content.decode()
    tomorrow = today + datetime.timedelta(days=1)
    next_page = make_page(date=tomorrow, number="02")
    text = client.get(DESK).content.decode()
    assert "no next edition yet" not in text
    assert f"due {tomorrow}, {next_page.label}" in text
    edition = reverse("admin:articles_edition_change", args=[next_page.edition_id])
    client.force_login(make_user(permissions=("view_edition",)))
    assert "correction due" in client.get(edition).content.decode()


def test_side_bar_lists_work_before_records_and_only_what_one_may_open(admin_client, client):
    groups = admin_client.get(STORIES).context["available_apps"]
    assert [group["models"][0]["object_name"] for group in groups] == [
        *("Version", "Doubt", "ImportJob", "Official", "LogEntry"),
    ]

    client.force_login(make_writer())
    names = [
        model["object_name"]
        for group in client.get(STORIES).context["available_apps"]
        for model in group["models"]
    ]
    assert names[0] == "Version"
    assert "User" not in names


def test_account_without_rights_sees_a_desk_without_work(client):
    client.force_login(make_user())

    response = client.get(DESK)
    assert response.status_code == 200
    assert "Add an edition" not in response.content.decode()


def test_account_that_may_not_look_at_stories_reads_no_headline_on_the_desk(client):
    page, tomorrow = make_page(), timezone.now() + datetime.timedelta(days=1)
    place = {"edition": page.edition, "page": page, "dated": page.edition.date}
    make_version(headline="没有发布的稿件", **place)
    make_released(headline="明天发布的稿件", at=tomorrow, **place)
    make_released(headline="今天发布的稿件", **place)
    client.force_login(make_user(permissions=("view_official",)))

    text = client.get(DESK).content.decode()

    assert "的稿件" not in text
    assert STORIES not in text.split('id="content"')[1]


def test_edition_of_the_plan_is_a_link_for_those_who_may_open_it(client):
    edition = make_page().edition
    address = reverse("admin:articles_edition_change", args=[edition.pk])

    for permissions, is_link in [
        (("view_version",), False),
        (("view_version", "view_edition"), True),
    ]:
        client.force_login(make_user(permissions=permissions))
        text = client.get(DESK).content.decode()
        assert f"Edition of {edition.date}" in text
        assert (address in text) is is_link


def missed(words, times, days_ago=0):
    last_on = timezone.localdate() - datetime.timedelta(days=days_ago)
    MissedSearch.objects.create(words=words, times=times, last_on=last_on)


def test_what_readers_looked_for_in_vain_lately_leads_to_its_list(client):
    missed("云栖夜市", 3)
    missed("柳汐码头", 5, days_ago=7)
    missed("去年的词", 9, days_ago=8)
    client.force_login(make_user(permissions=("view_missedsearch",)))

    response = client.get(DESK)
    box = response.context["desk"]["missed"]
    shown = ["柳汐码头", "云栖夜市"]
    assert [one.words for one in box.waiting.first] == shown
    assert [one for one in (*shown, "去年的词") if one in response.content.decode()] == shown
    assert {one.words for one in client.get(box.url).context["cl"].result_list} == {*shown}

    client.force_login(make_writer())
    assert "云栖夜市" not in client.get(DESK).content.decode()


def test_queries_of_the_desk_do_not_grow_with_searches_in_vain(client, django_assert_num_queries):
    client.force_login(make_user(permissions=("view_missedsearch", "view_version")))
    missed("甲", 1)
    with django_assert_num_queries(19):
        client.get(DESK)
    for number in range(20):
        missed(f"{number}号词", 1)
    with django_assert_num_queries(19):
        client.get(DESK)


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
    with django_assert_num_queries(29):
        client.get(DESK)
    a_day()
    with django_assert_num_queries(29):
        client.get(DESK)
