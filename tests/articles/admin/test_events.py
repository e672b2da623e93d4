import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from articles.models import Event, EventHost, Mention
from tests.articles.admin.posting import text_of
from tests.factories import make_department, make_official, make_released, make_user, make_version

pytestmark = pytest.mark.django_db


@pytest.fixture
def event():
    event = Event.objects.create(kind="meeting", name="供水保障会议", place="云岭会堂")
    EventHost.objects.create(event=event, name_as_printed="区水务局")
    version = make_version("供水会议召开", event=event)
    Mention.objects.create(
        version=version,
        official=make_official(),
        name_as_printed="沈砚秋",
        title_as_printed="区长",
        acts="主持",
    )
    return event


def url(event):
    return reverse("admin:articles_event_change", args=[event.pk])


def test_event_shows_who_was_there_with_the_stories(admin_client, event):
    text = text_of(admin_client.get(url(event)))

    assert "<b>主持</b> 沈砚秋 区长" in text
    assert reverse("admin:articles_version_change", args=[event.versions.get().pk]) in text
    assert "供水会议召开" in text


def values_of(event, **changes):
    """What the form posts for an event with one host."""
    host = event.hosts.get()
    return {
        "kind": "meeting",
        "name": "供水保障会议",
        "place": "云岭会堂",
        "date": "",
        "hosts-TOTAL_FORMS": 1,
        "hosts-INITIAL_FORMS": 1,
        "hosts-0-id": host.pk,
        "hosts-0-event": event.pk,
        "hosts-0-role": "host",
        "hosts-0-name_as_printed": "区水务局",
        "hosts-0-position": 0,
        **changes,
    }


def test_host_is_tied_to_the_body_that_it_means(admin_client, event):
    body = make_department("云岭区水务局")
    second = {
        "hosts-TOTAL_FORMS": 2,
        "hosts-0-department": body.pk,
        "hosts-1-event": event.pk,
        "hosts-1-role": "supporter",
        "hosts-1-name_as_printed": "区总工会",
        "hosts-1-position": 1,
    }
    admin_client.post(url(event), values_of(event, **second))

    assert list(event.hosts.values_list("role", "name_as_printed", "department")) == [
        ("host", "区水务局", body.pk),
        ("supporter", "区总工会", None),
    ]


@pytest.mark.parametrize(
    ("changes", "revision"),
    [
        ({}, 0),
        ({"place": "云岭礼堂"}, 1),
        ({"date": "2026-11-15", "ends_on": "2026-11-17"}, 1),
        ({"hosts-0-name_as_printed": "区水利局"}, 1),
    ],
)
def test_what_an_editor_changes_is_counted_for_subscribers(admin_client, event, changes, revision):
    before = event.changed_at
    admin_client.post(url(event), values_of(event, **changes))
    event.refresh_from_db()

    assert event.revision == revision
    assert (event.changed_at > before) == bool(revision)


@pytest.mark.parametrize("day", ["2026-11-16", ""])
def test_event_that_ends_before_its_first_day_is_refused(admin_client, event, day):
    changes = {"date": day, "ends_on": "2026-11-15"}
    text = text_of(admin_client.post(url(event), values_of(event, **changes)))

    assert "An event cannot end before its first day." in text


def test_new_event_asks_for_no_stories(admin_client):
    text = text_of(admin_client.get(reverse("admin:articles_event_add")))

    assert "who attended" not in text.lower()


def test_reporters_read_the_hosts_and_leave_them(client, event):
    client.force_login(make_user(permissions=("view_event", "view_eventhost")))

    text = text_of(client.get(url(event)))
    assert "区水务局" in text
    assert 'name="hosts-0-name_as_printed"' not in text


def test_list_names_the_hosts_in_as_many_queries_for_many(
    admin_client, event, django_assert_max_num_queries
):
    for number in range(20):
        other = Event.objects.create(kind="tour", place=f"柳河{number}村")
        EventHost.objects.create(event=other, name_as_printed="区政协")

    with django_assert_max_num_queries(10):
        text = text_of(admin_client.get(reverse("admin:articles_event_changelist")))
    assert text.count("区政协") == 20


def test_form_takes_as_many_queries_for_many_stories(
    admin_client, event, django_assert_max_num_queries
):
    for number in range(10):
        make_released(f"又讯{number}", event=event, officials=[make_official(f"某{number}")])

    with django_assert_max_num_queries(14):
        admin_client.get(url(event))


def test_event_names_a_host_once(event):
    with pytest.raises(IntegrityError), transaction.atomic():
        EventHost.objects.create(event=event, name_as_printed="区水务局")
    with pytest.raises(IntegrityError), transaction.atomic():
        EventHost.objects.create(event=event, name_as_printed="")
