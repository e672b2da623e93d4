"""A merge of two people, or a name linked to one, while somebody saves a story that names them."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.exceptions import ValidationError
from django.db import OperationalError, connection, transaction
from django.db.models.deletion import Collector
from django.urls import reverse

from articles import saves, unlinked
from articles.models import Credit, Mention
from people import identity
from people.models import Official, Post
from tests.articles.admin.posting import change_url, form_data, text_of
from tests.articles.test_concurrency import until_it_waits_for_us, while_we_hold
from tests.factories import make_department, make_official, make_reporter, make_user, make_version


def name(version, official, position=0):
    return Mention.objects.create(
        version=version, official=official, name_as_printed=official.name, position=position
    )


def elsewhere(call):
    """What the call returns on a connection of its own."""

    def run():
        try:
            return call()
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as pool:
        return pool.submit(run).result()


@pytest.fixture
def people(committed_db):
    return make_official("罗青"), make_official("罗清")


@pytest.fixture
def once_moved(monkeypatch):
    """Does something on another connection once a merge has moved the links that it knows."""

    def once_moved(call):
        move_links, calls = identity.move_links, [call]

        def moved(*arguments):
            move_links(*arguments)
            if calls:
                elsewhere(calls.pop())

        monkeypatch.setattr(identity, "move_links", moved)

    return once_moved


# With one writer at a time nobody saves anything while somebody merges.
if connection.vendor == "postgresql":

    def test_story_saved_while_whom_it_names_is_merged_names_the_one_kept(people, once_moved):
        kept, other = people
        version = make_version()
        once_moved(lambda: name(version, other))

        change = identity.merge(kept, other, by=make_user())

        assert version.mentions.get().official == kept
        identity.undo(change, by=make_user())
        assert version.mentions.get().official == other

    def test_desk_merges_somebody_whom_a_story_names_meanwhile(people, once_moved, admin_client):
        kept, other = people
        version = make_version()
        once_moved(lambda: name(version, other))

        admin_client.post(
            "/admin/people/official/",
            {
                "action": "merge_chosen",
                "_selected_action": [kept.pk, other.pk],
                "kept": kept.pk,
            },
        )

        assert list(Official.objects.all()) == [kept]
        assert version.mentions.get().official == kept

    def test_story_saved_while_both_whom_it_names_are_merged_names_the_one_kept(people):
        kept, other = people
        version = make_version()
        name(version, other)

        def merge():
            try:
                return identity.merge(kept, other, by=make_user())
            finally:
                connection.close()

        with ThreadPoolExecutor(1) as pool:
            with transaction.atomic():
                name(version, kept, position=1)
                merged = pool.submit(merge)
                until_it_waits_for_us()
            merged.result()

        assert list(Official.objects.all()) == [kept]
        assert list(version.mentions.values_list("name_as_printed", "official")) == [
            (other.name, kept.pk),
            (kept.name, None),
        ]

    def test_nobody_saves_a_story_that_names_whom_a_merge_deletes(people, monkeypatch):
        kept, other = people
        version = make_version()
        delete = Collector.delete

        def save():
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.execute("SET LOCAL lock_timeout = '100ms'")
                name(version, other)

        def late(collector):
            if Official in collector.data:
                with pytest.raises(OperationalError, match="lock timeout"):
                    elsewhere(save)
            return delete(collector)

        monkeypatch.setattr(Collector, "delete", late)
        identity.merge(kept, other, by=make_user())

        assert list(Official.objects.all()) == [kept]

    def test_name_linked_to_somebody_who_is_merged_meanwhile_goes_to_the_one_kept(people):
        kept, other = people
        version, by = make_version(), make_user()
        mention = Mention.objects.create(version=version, name_as_printed=other.name)
        same = Mention.objects.filter(pk=mention.pk)

        _merge, change = while_we_hold(
            by,
            lambda: identity.merge(kept, other, by=by),
            lambda: unlinked.settle(same, official=other, by=make_user()),
        )

        mention.refresh_from_db()
        assert (mention.official, change.kept_id) == (kept, kept.pk)

    def test_new_official_holds_the_post_that_the_body_has_after_a_merge(committed_db):
        kept, other = make_department("青澜区应急管理局"), make_department("区应急局")
        posts = [Post.objects.create(department=body, title="局长") for body in (kept, other)]
        mention = Mention.objects.create(version=make_version(), name_as_printed="罗青")
        mention.posts.add(posts[1])
        same, by = Mention.objects.filter(pk=mention.pk), make_user()

        while_we_hold(
            by,
            lambda: identity.merge(kept, other, by=by),
            lambda: unlinked.settle(same, name="罗青", by=make_user()),
        )

        assert Official.objects.get().appointments.get().post == posts[0]

    @pytest.mark.parametrize("is_new", [False, True])
    def test_form_of_a_story_that_names_whom_somebody_merges_meanwhile_says_so(
        committed_db, admin_client, monkeypatch, is_new
    ):
        kept, other = make_reporter("苏未央"), make_reporter("袁小满")
        version = make_version()
        record, calls = saves.record, [lambda: identity.merge(kept, other, by=make_user())]

        def late(*arguments, **named):
            if calls:
                elsewhere(calls.pop())
            record(*arguments, **named)

        monkeypatch.setattr(saves, "record", late)
        typed = {
            "headline": "步道夜里也亮了",
            "dated": "2026-11-16",
            "body": "<p>步道装了灯。</p>",
            "credits-TOTAL_FORMS": 1,
            "credits-0-reporter": other.pk,
            "credits-0-as_printed": other.name,
            "credits-0-capacity": "reporter",
            "credits-0-has_text": "on",
            "credits-0-position": 0,
        }
        address = reverse("admin:articles_version_add") if is_new else change_url(version)
        data = form_data(None if is_new else version, **typed)

        response = admin_client.post(address, data)

        assert "That choice is not one of the available choices." in text_of(response)
        assert 'value="步道夜里也亮了"' in text_of(response)
        assert "successfully" not in text_of(response)
        assert not Credit.objects.exists()
        data["credits-0-reporter"] = kept.pk
        assert admin_client.post(address, data).status_code == 302
        assert Credit.objects.get().reporter == kept


def test_name_is_not_linked_to_somebody_who_was_taken_out_meanwhile(people):
    mistake, _other = people
    mention = Mention.objects.create(version=make_version(), name_as_printed=mistake.name)
    identity.take_out(Official.objects.get(pk=mistake.pk), by=make_user())

    with pytest.raises(ValidationError, match="gone meanwhile"):
        unlinked.settle(Mention.objects.filter(pk=mention.pk), official=mistake, by=make_user())
