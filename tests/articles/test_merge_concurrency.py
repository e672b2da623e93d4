"""A merge of two people, or a name linked to one, while somebody saves a story that names them."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import OperationalError, connection, transaction
from django.db.models.deletion import Collector

from articles.models import Mention
from people import identity
from people.models import Official
from tests.articles.test_concurrency import until_it_waits_for_us
from tests.factories import make_official, make_user, make_version


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
