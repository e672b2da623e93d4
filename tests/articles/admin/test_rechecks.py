"""Changes of the directory, and the stories of which verification says something else since."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import translation

from people.models import Appointment, DirectoryChange, IdentityChange, Official
from tests.articles.admin.posting import messages, text_of
from tests.articles.test_verifying import appoint, make_story
from tests.factories import make_department, make_user

pytestmark = pytest.mark.django_db

TITLE = "青澜经开区管委会主任"


@pytest.fixture(autouse=True)
def _in_english(settings):
    settings.LANGUAGE_CODE = "en"
    with translation.override("en"):
        yield


@pytest.fixture
def head():
    return appoint("鲁长河", make_department("青澜经开区管委会"), "主任")


@pytest.fixture
def keeper(client):
    client.force_login(make_user(is_superuser=True))
    return client


def post_appointment(client, held, **values):
    """The form of an appointment, as it is sent."""
    address = reverse("admin:people_appointment_change", args=[held.pk])
    data = {
        "official": held.official_id,
        "post": held.post_id,
        "start": "2020-01-01",
        "end": "",
        "manner": "full",
        "is_confirmed": "on",
    }
    return client.post(address, data | values, follow=True)


def page_of(client, change):
    return client.get(reverse("admin:people_directorychange_change", args=[change.pk]))


def test_a_corrected_appointment_leads_to_the_stories(keeper, head):
    story = make_story(f"{TITLE}鲁长河出席会议。", dated=date(2023, 6, 15))

    page = text_of(post_appointment(keeper, head, end="2023-06-01"))

    change = DirectoryChange.objects.get()
    address = reverse("admin:people_directorychange_change", args=[change.pk])
    assert "What is known of 鲁长河 has changed." in page
    assert f'<a href="{address}">' in page
    stories = text_of(page_of(keeper, change))
    assert reverse("admin:articles_version_review", args=[story.pk]) in stories
    assert f"<ins>时任{TITLE}</ins>" in stories
    assert "<del>鲁长河 · 青澜经开区管委会主任 · since 2020-01-01</del>" in stories


def test_the_same_appointment_sent_again_tells_of_nothing(keeper, head):
    response = post_appointment(keeper, head)

    assert not DirectoryChange.objects.exists()
    assert len(messages(response)) == 1


def test_a_refused_form_changes_nothing(keeper, head):
    post_appointment(keeper, head, end="2019-01-01")

    assert not DirectoryChange.objects.exists()


def test_an_action_on_the_list_is_recorded(keeper):
    official = Official.objects.create(name="罗川", is_confirmed=False)

    keeper.post(
        reverse("admin:people_official_changelist"),
        {"action": "confirm", "_selected_action": [official.pk]},
    )

    assert DirectoryChange.objects.get().subject == "罗川"


def test_a_merge_is_recorded_once_it_is_answered(keeper, head):
    other = Official.objects.create(name="鲁常河")
    chosen = {"action": "merge_chosen", "_selected_action": [head.official_id, other.pk]}

    keeper.post(reverse("admin:people_official_changelist"), chosen)
    assert not DirectoryChange.objects.exists()

    keeper.post(reverse("admin:people_official_changelist"), {**chosen, "kept": head.official_id})
    assert DirectoryChange.objects.get().subject == "鲁长河、鲁常河"


def test_taking_out_is_recorded(keeper):
    official = Official.objects.create(name="鲁常河")

    keeper.post(
        reverse("admin:people_official_changelist"),
        {"action": "take_out_chosen", "_selected_action": [official.pk]},
    )

    assert DirectoryChange.objects.get().subject == "鲁常河"


def test_a_change_of_leaders_and_its_undoing_are_recorded(keeper, head):
    address = f"/admin/people/appointment/change-of-leaders/?post={head.post_id}"
    data = {"leaving": [head.pk], "day": "2023-06-01", "manner": "full", "document": ""}
    seen = keeper.post(address, data).context["seen"]
    keeper.post(address, data | {"seen": seen, "write": ""})
    keeper.post(reverse("admin:people_identitychange_undo", args=[IdentityChange.objects.get().pk]))

    undone, done = DirectoryChange.objects.all()
    assert (undone.before, undone.after) == (done.after, done.before)


def test_a_split_is_recorded(keeper, head):
    keeper.post(
        reverse("admin:people_official_split", args=[head.official_id]),
        {"name": "鲁长河", "note": "another", "appointments": [head.pk]},
    )

    change = DirectoryChange.objects.get()
    assert [len(change.after[kind]) for kind in ("officials", "appointments")] == [1, 1]


def test_whoever_may_change_no_entry_does_not_see_it(client, head):
    change = DirectoryChange.objects.create(by=make_user(), before={}, after={})
    client.force_login(make_user(permissions=["view_version"]))

    assert page_of(client, change).status_code == 403


def test_a_change_without_stories_says_so(keeper, head):
    post_appointment(keeper, head, end="2023-06-01")

    assert "Of these stories none." in text_of(page_of(keeper, DirectoryChange.objects.get()))


def test_an_unreadable_word_list_is_told(keeper, head, settings, tmp_path):
    post_appointment(keeper, head, end="2023-06-01")
    settings.VERIFICATION_WORDS = str(tmp_path / "none.toml")

    response = page_of(keeper, DirectoryChange.objects.get())

    assert response.status_code == 200
    assert "finding-refused" in text_of(response)


def test_the_list_of_changes(keeper, head):
    post_appointment(keeper, head, end="2023-06-01")

    assert "鲁长河" in text_of(keeper.get(reverse("admin:people_directorychange_changelist")))
    assert Appointment.objects.get().ended == date(2023, 6, 1)
