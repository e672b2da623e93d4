"""What the migration to posts in time makes of the rows there are."""

from importlib import import_module

import pytest
from django.apps import apps

from people.models import Appointment, IdentityChange, Post
from tests.factories import make_department, make_official, make_user

pytestmark = pytest.mark.django_db

migration = import_module("people.migrations.0006_posts_in_time")


def test_posts_are_what_their_titles_say():
    make_official(posts=[(make_department("青澜区委"), "书记")])
    Post.objects.update(kind="", rank=None, holders="")

    migration.say_what_posts_are(apps, None)

    post = Post.objects.get()
    assert (post.kind, post.rank, post.holders) == ("party", Post.Rank.HEAD, "one")


@pytest.mark.parametrize(
    ("place", "start"), [("2023-04-04 01 01.md", "≤2023-04-04"), ("网页", "None"), ("", "None")]
)
def test_whoever_was_learned_from_a_story_was_in_office_on_its_day(place, start):
    make_official(posts=[(make_department(), "局长")])
    Appointment.objects.update(is_confirmed=False, learned_from=place)

    migration.know_days_in_part(apps, None)

    assert str(Appointment.objects.get().start) == start


def test_rows_that_an_undo_puts_back_have_both_bounds():
    day = "2023-04-04"
    rows = [
        {"act": "delete", "model": "people.appointment", "rows": [{"id": 1, "started": day}]},
        {
            "act": "update",
            "model": "people.appointment",
            "pks": [2],
            "before": {"ended": None},
            "after": {"ended": day},
        },
        {"act": "update", "model": "people.post", "pks": [3], "before": {}, "after": {}},
    ]
    IdentityChange.objects.create(
        kind="merge", about="official", kept_id=1, rows=rows, by=make_user()
    )

    migration.know_days_of_journals(apps, None)

    deleted, updated, other = IdentityChange.objects.get().rows
    assert deleted["rows"] == [{"id": 1, "started": day, "started_latest": day}]
    assert updated["before"] == {"ended": None, "ended_latest": None}
    assert updated["after"] == {"ended": day, "ended_latest": day}
    assert other == rows[2]
