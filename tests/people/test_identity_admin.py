"""Merging, splitting and undoing in the admin."""

import pytest
from django.contrib.admin.models import LogEntry
from django.urls import reverse
from django.utils import translation

from people import identity
from people.models import IdentityChange, Official
from tests.articles.admin.posting import messages, text_of
from tests.factories import (
    make_department,
    make_official,
    make_reporter,
    make_user,
    make_version,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _in_english(settings):
    settings.LANGUAGE_CODE = "en"
    with translation.override("en"):
        yield


@pytest.fixture
def keeper(client):
    """Who keeps the directory, logged in."""
    user = make_user(permissions=("change_official", "add_official", "change_reporter"))
    client.force_login(user)
    return user


def url(name, *args):
    return reverse(f"admin:people_{name}", args=args)


def merge(client, *entries, **answer):
    return client.post(
        url(f"{entries[0]._meta.model_name}_changelist"),
        {"action": "merge_chosen", "_selected_action": [e.pk for e in entries], **answer},
        follow=True,
    )


class TestMerge:
    def test_page_shows_both_and_what_will_happen(self, admin_client):
        bureau = make_department("青澜局")
        first = make_official(posts=[(bureau, "局长")], note="在青澜局")
        second = make_official()
        make_version("柳汐公园开放", officials=[first])
        make_version("环湖步道通车", officials=[first, second])

        response = merge(admin_client, first, second)

        shown = response.context["shown"]
        assert [(one.entry, one.stories) for one in shown] == [(first, 2), (second, 1)]
        assert response.context["foremost"] == first
        text = text_of(response)
        assert all(
            word in text for word in ("青澜局局长", "在青澜局", "柳汐公园开放", "shen-yan-qiu-2")
        )
        assert "1 story names more than one of them: the later mention" in text
        assert Official.objects.count() == 2

    @pytest.mark.parametrize("make", [make_official, make_reporter, make_department])
    def test_answer_merges_and_says_what_was_done(self, admin_client, make):
        kept, other = make("沈砚秋"), make("沈研秋")

        response = merge(admin_client, kept, other, kept=kept.pk)

        assert list(type(kept).objects.all()) == [kept]
        assert messages(response)[0].startswith("沈研秋 is merged into 沈砚秋: 0 links moved")
        assert LogEntry.objects.get().object_id == str(kept.pk)

    def test_three_become_one(self, admin_client):
        officials = [make_official() for _ in range(3)]

        merge(admin_client, *officials, kept=officials[1].pk)

        assert list(Official.objects.all()) == [officials[1]]
        assert IdentityChange.objects.count() == 2

    def test_one_alone_is_refused(self, admin_client):
        assert "at least two" in messages(merge(admin_client, make_official()))[0]

    def test_needs_the_permission_to_change(self, client):
        client.force_login(make_user())
        first, second = make_official(), make_official()

        merge(client, first, second, kept=first.pk)

        assert Official.objects.count() == 2

    @pytest.mark.parametrize("count", [1, 30])
    def test_page_takes_the_same_queries_for_few_stories_and_for_many(
        self, admin_client, count, django_assert_max_num_queries
    ):
        officials = [make_official(), make_official()]
        for _ in range(count):
            make_version(officials=officials)
        data = {"action": "merge_chosen", "_selected_action": [o.pk for o in officials]}

        with django_assert_max_num_queries(16):
            admin_client.post(url("official_changelist"), data)


class TestSplit:
    def test_page_lists_stories_with_the_title_as_printed(self, client, keeper):
        official = make_official(posts=[(make_department("青澜局"), "局长")])
        for title in ("局长", "校长"):
            version = make_version(f"{title}到访", officials=[official])
            version.mentions.update(title_as_printed=title)

        text = text_of(client.get(url("official_split", official.pk)))
        narrowed = client.get(url("official_split", official.pk), {"printed": "校长"})

        assert all(word in text for word in ("局长到访", "校长到访", "青澜局局长", "Nov. 16, 2026"))
        assert [str(mention) for mention in narrowed.context["mentions"]] == ["校长沈砚秋"]

    def test_ticked_rows_go_to_the_new_official(self, client, keeper):
        official = make_official()
        first, second = (make_version(officials=[official]).mentions.get() for _ in range(2))

        response = client.post(
            url("official_split", official.pk),
            {"name": "沈砚秋", "note": "校长", "mentions": [second.pk]},
            follow=True,
        )

        new = Official.objects.exclude(pk=official.pk).get()
        assert response.redirect_chain[-1][0] == url("official_change", new.pk)
        assert (list(new.mentions.all()), list(official.mentions.all())) == ([second], [first])

    def test_nothing_ticked_is_said_on_the_page(self, client, keeper):
        official = make_official()

        response = client.post(url("official_split", official.pk), {"name": "沈砚秋"})

        assert "Choose at least one story or post" in text_of(response)

    def test_needs_the_permission_to_change(self, client):
        client.force_login(make_user())

        assert client.get(url("official_split", make_official().pk)).status_code == 403


class TestLog:
    @pytest.fixture
    def change(self, keeper):
        kept, other = make_official("沈砚秋"), make_official("沈研秋")
        return identity.merge(kept, other, keeper)

    def test_lists_what_was_done_and_undoes_it(self, client, change):
        listed = text_of(client.get(url("identitychange_changelist")))
        page = text_of(client.get(url("identitychange_change", change.pk)))
        response = client.post(url("identitychange_undo", change.pk), follow=True)

        change.refresh_from_db()
        assert "merge · 沈研秋 → 沈砚秋" in listed
        assert url("identitychange_undo", change.pk) in page
        known, undone = messages(response)
        assert "/admin/people/directorychange/" in known
        assert undone == "Undone: merge · 沈研秋 → 沈砚秋."
        assert (change.undone_by.username, Official.objects.count()) == (change.by.username, 2)
        assert url("identitychange_undo", change.pk) not in text_of(response)

    def test_says_why_it_cannot_be_undone(self, client, change):
        identity.undo(change, change.by)

        response = client.post(url("identitychange_undo", change.pk), follow=True)

        assert messages(response) == ["This was undone already."]

    def test_is_not_for_those_who_do_not_keep_the_directory(self, client, change):
        client.force_login(make_user(permissions=("view_version",)))

        assert client.get(url("identitychange_changelist")).status_code == 403
        assert client.post(url("identitychange_undo", change.pk)).status_code == 403


class TestLearned:
    def test_story_that_named_an_entry_first_is_shown_until_it_is_confirmed(self, admin_client):
        official = make_official(is_confirmed=False)
        for headline in ("先到的稿件", "后到的稿件"):
            make_version(headline, officials=[official])

        pages = [url("official_changelist"), url("official_change", official.pk)]
        assert all("先到的稿件" in text_of(admin_client.get(page)) for page in pages)
        Official.objects.update(is_confirmed=True)
        assert not any("先到的稿件" in text_of(admin_client.get(page)) for page in pages)

    @pytest.mark.parametrize("count", [2, 20])
    def test_list_takes_the_same_queries_for_few_and_for_many(
        self, admin_client, count, django_assert_num_queries
    ):
        for number in range(count):
            make_version(officials=[make_official(f"某{number}", is_confirmed=False)])
        admin_client.get(url("official_changelist"))

        # Session, account, count, rows, appointments, first stories, their headlines.
        with django_assert_num_queries(7):
            admin_client.get(url("official_changelist"))


class TestTakingOut:
    """What was entered by mistake leaves the directory, and can come back."""

    def take_out(self, client, entry):
        return client.post(
            reverse(f"admin:people_{entry._meta.model_name}_changelist"),
            {"action": "take_out_chosen", "_selected_action": [entry.pk]},
            follow=True,
        ).content.decode()

    def test_entry_taken_out_is_gone_until_it_is_undone(self, admin_client):
        body = make_department("青澜局")
        official = make_official(posts=[(body, "局长")])

        assert "Taken out: 沈砚秋" in self.take_out(admin_client, official)
        assert not Official.objects.exists()
        change = IdentityChange.objects.get()
        shown = admin_client.get(reverse("admin:people_identitychange_change", args=[change.pk]))
        assert "沈砚秋" in shown.content.decode()
        assert LogEntry.objects.get().object_id == str(official.pk)

        admin_client.post(reverse("admin:people_identitychange_undo", args=[change.pk]))
        assert [str(held) for held in official.appointments.all()] == ["沈砚秋 · 青澜局局长"]

    def test_entry_that_a_story_names_stays(self, admin_client):
        official = make_official()
        make_version(officials=[official])

        assert "stays, because it is referred to" in self.take_out(admin_client, official)
        assert Official.objects.get() == official
        assert not IdentityChange.objects.exists()

    def test_post_that_somebody_holds_stays(self, admin_client):
        official = make_official(posts=[(make_department("青澜局"), "局长")])

        self.take_out(admin_client, official.posts.get())
        assert official.posts.count() == 1

    def test_appointment_ticked_on_a_form_is_taken_out(self, admin_client):
        official = make_official(posts=[(make_department("青澜局"), "局长")])
        held = official.appointments.get()
        form = {"name": official.name, "slug": official.slug, "is_confirmed": "on"}
        row = {"id": held.pk, "official": official.pk, "post": held.post_id, "DELETE": "on"}
        empty = {"aliases-TOTAL_FORMS": "0", "aliases-INITIAL_FORMS": "0"}
        self.post_rows(admin_client, official, form | empty, "appointments", row)

        assert not official.appointments.exists()
        identity.undo(IdentityChange.objects.get(), by=make_user())
        assert official.appointments.get() == held

    def test_alias_ticked_on_a_form_is_taken_out(self, admin_client):
        body = make_department("青澜局")
        alias = body.aliases.create(name="青局")
        form = {"name": body.name, "slug": body.slug, "position": "100"}
        row = {"id": alias.pk, "department": body.pk, "name": "青局", "DELETE": "on"}
        empty = {"posts-TOTAL_FORMS": "0", "posts-INITIAL_FORMS": "0"}
        self.post_rows(admin_client, body, form | empty, "aliases", row)

        assert not body.aliases.exists()
        identity.undo(IdentityChange.objects.get(), by=make_user())
        assert body.aliases.get() == alias

    def post_rows(self, client, entry, form, prefix, row):
        counts = {f"{prefix}-TOTAL_FORMS": "1", f"{prefix}-INITIAL_FORMS": "1"}
        row = {f"{prefix}-0-{name}": value for name, value in row.items()}
        response = client.post(
            url(f"{entry._meta.model_name}_change", entry.pk), form | counts | row
        )
        assert response.status_code == 302
