"""The form for a change of leaders."""

import datetime
import re

import pytest
from django.contrib.admin.models import LogEntry
from django.urls import reverse
from django.utils import translation

from people.models import Appointment, IdentityChange, Official, Post
from tests.articles.admin.posting import messages, text_of
from tests.factories import make_department, make_official, make_user, make_version

pytestmark = pytest.mark.django_db

URL = "/admin/people/appointment/change-of-leaders/"


@pytest.fixture(autouse=True)
def _in_english(settings):
    settings.LANGUAGE_CODE = "en"
    with translation.override("en"):
        yield


@pytest.fixture
def held():
    return make_official("沈砚秋", posts=[(make_department("青澜局"), "局长")]).appointments.get()


@pytest.fixture
def keeper(client):
    permissions = [
        f"{act}_{name}" for act in ("add", "change") for name in ("appointment", "official", "post")
    ]
    client.force_login(make_user(permissions=[*permissions, "change_department"]))
    return client


def form_of(held):
    return f"{URL}?post={held.post_id}"


def look(client, held, **answers):
    data = {"leaving": [held.pk], "day": "2026-06-01", "manner": "full", "document": "青任5号"}
    return client.post(form_of(held), data | answers)


def write(client, held, **answers):
    seen = look(client, held, **answers).context["seen"]
    data = {"leaving": [held.pk], "day": "2026-06-01", "manner": "full", "document": "青任5号"}
    data |= {"write": "", "seen": seen} | answers
    return client.post(form_of(held), data, follow=True)


def test_asks_which_post_by_its_body(keeper, held):
    page = text_of(keeper.get(URL, {"department": held.post.department_id}))

    assert f'<a href="?post={held.post_id}">局长</a> <span class="quiet">沈砚秋' in page
    form = text_of(
        keeper.get(reverse("admin:people_department_change", args=[held.post.department_id]))
    )
    assert f"{URL}?department={held.post.department_id}" in form


def test_present_head_is_ticked_to_leave(keeper, held):
    page = text_of(keeper.get(form_of(held)))

    assert f'value="{held.pk}" id="id_leaving_0" checked> 沈砚秋' in page


def test_whom_only_a_story_named_is_not_ticked_and_refused_beside_the_holder(keeper, held):
    learned = make_official("罗山").appointments.create(
        post=held.post, is_confirmed=False, started_latest=datetime.date(2019, 5, 1)
    )

    page = text_of(keeper.get(form_of(held)))
    assert re.findall(r'value="(\d+)" id="id_leaving_\d" checked', page) == [str(held.pk)]
    Appointment.objects.filter(pk=held.pk).update(started_latest=datetime.date(2018, 1, 1))
    page = text_of(look(keeper, held, name="罗川", leaving=[held.pk, learned.pk]))
    assert "one holder at a time, and 沈砚秋 holds it by 2018-01-01." in page


def test_shows_what_will_be_written_and_writes_nothing_yet(keeper, held):
    page = text_of(look(keeper, held, name="罗川"))

    assert [
        part in page
        for part in (
            "沈砚秋 is no longer 青澜局局长 from 2026-06-01.",
            "罗川 becomes an official in the directory.",
            "罗川 holds 青澜局局长 from 2026-06-01.",
        )
    ] == [True] * 3
    assert (Official.objects.count(), IdentityChange.objects.count()) == (1, 0)


def test_writes_what_was_looked_at_and_leads_to_its_record(keeper, held):
    story = make_version("到访", officials=[held.official])
    story.mentions.get().posts.add(held.post)

    response = write(keeper, held, name="罗川")

    record = IdentityChange.objects.get()
    page = text_of(response)
    written, known = messages(response)
    assert "/admin/people/directorychange/" in known
    assert written == (
        "Written: change of leaders · 青澜局 局长：沈砚秋 → 罗川. It can be undone here."
    )
    assert "Stories since then that print 沈砚秋 as 青澜局局长" in page
    assert reverse("admin:articles_version_change", args=[story.pk]) in page
    assert {entry.object_repr for entry in LogEntry.objects.all()} == {"青澜局", "沈砚秋", "罗川"}

    keeper.post(reverse("admin:people_identitychange_undo", args=[record.pk]))
    assert [(str(one), one.time) for one in Appointment.objects.all()] == [
        ("沈砚秋 · 青澜局局长", "")
    ]


def test_what_was_not_looked_at_is_not_written(keeper, held):
    seen = look(keeper, held, name="罗川").context["seen"]

    page = text_of(look(keeper, held, name="罗川", day="2026-07-01", seen=seen, write=""))

    assert "罗川 holds 青澜局局长 from 2026-07-01." in page
    assert not IdentityChange.objects.exists()


def test_namesakes_are_told_apart_by_posts_and_note(keeper, held):
    school = make_department("青澜一中")
    first = make_official("罗川", posts=[(school, "副校长")])
    make_official("罗川", note="白棠区来")
    make_official("罗山").aliases.create(name="罗川")

    response = look(keeper, held, name="罗川")
    page = text_of(response)
    assert [
        part in page
        for part in (
            "罗川 · 青澜一中副校长 · stories: 0",
            "罗川 · 白棠区来 · stories: 0",
            "罗山 · stories: 0",
            "Say who is meant.",
        )
    ] == [True] * 4
    assert response.context["sentences"] == []
    assert "what tells this one from the others" in text_of(
        look(keeper, held, name="罗川", official="new")
    )

    given_up = first.appointments.get()
    answers = {"name": "罗川", "official": first.pk, "gives_up": [given_up.pk]}
    assert "青澜一中副校长" in text_of(look(keeper, held, name="罗川", official=first.pk))
    write(keeper, held, **answers)

    assert {(str(one.post), one.time) for one in first.appointments.all()} == {
        ("青澜局局长", "since 2026-06-01"),
        ("青澜一中副校长", "until 2026-06-01"),
    }


def test_refusal_is_said_on_the_page(keeper, held):
    page = text_of(look(keeper, held, name="罗川", leaving=[]))

    assert "青澜局局长 has one holder at a time, and 沈砚秋 holds it." in page
    assert "This will be written" not in page


def test_post_that_is_not_in_the_directory_is_made(keeper, held):
    url = f"{URL}?department={held.post.department_id}&title=党组书记"
    data = {"day": "2026", "manner": "full", "name": "罗川"}
    seen = keeper.post(url, data).context["seen"]

    keeper.post(url, data | {"write": "", "seen": seen})

    assert Post.objects.get(title="党组书记").appointments.get().time == "since 2026"


def test_needs_the_permission_to_appoint_and_to_add_people(client, held):
    client.force_login(make_user(permissions=["change_appointment"]))
    assert client.get(form_of(held)).status_code == 403
    client.force_login(make_user(permissions=["change_appointment", "add_appointment"]))

    assert "Nobody of this name is in the directory." in text_of(look(client, held, name="罗川"))


def test_whoever_may_look_may_write_and_undo_and_nobody_else(client, held):
    """Somebody whom an import learned takes a new post: who he is and the post are written too."""
    learned = make_official("罗川", is_confirmed=False)
    url = f"{URL}?department={held.post.department_id}&title=党组书记"
    data = {"day": "2026", "manner": "full", "name": "罗川", "official": learned.pk}
    appointing = ["add_appointment", "change_appointment"]
    client.force_login(make_user(permissions=[*appointing, "change_department"]))

    page = text_of(client.post(url, data))
    assert "It needs what your account may not do: change official、add post." in page
    assert "This will be written" not in page

    keeper = make_user(permissions=[*appointing, "change_official", "add_post"])
    client.force_login(keeper)
    seen = client.post(url, data).context["seen"]
    client.post(url, data | {"write": "", "seen": seen})
    record = IdentityChange.objects.get()
    undo = reverse("admin:people_identitychange_undo", args=[record.pk])
    page = reverse("admin:people_identitychange_change", args=[record.pk])

    client.force_login(make_user(permissions=[*appointing, "change_department"]))
    assert (client.get(page).context["can_undo"], client.post(undo).status_code) == (False, 403)
    client.force_login(keeper)
    assert client.get(page).context["can_undo"]
    client.post(undo)
    assert not Post.objects.filter(title="党组书记").exists()


@pytest.mark.parametrize("query", ["post=9999", "post=x", "department=x&title=y", "title=y"])
def test_whatever_is_asked_the_page_answers(keeper, query):
    assert keeper.get(f"{URL}?{query}").status_code == 200
