from datetime import date

import pytest
from django.db.models import ProtectedError
from django.utils import translation

from people.known import known_rows, lines_of, put_back, recorded
from people.models import Appointment, DirectoryChange, Official
from tests.factories import make_department, make_official, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def held():
    held = make_official("沈砚秋", posts=[(make_department("青澜局"), "局长")]).appointments.get()
    held.started = date(2020, 1, 1)
    held.save()
    return held


def leave(held, day=date(2023, 6, 1)):
    held.ended = day
    held.save()


def test_an_act_that_changes_nothing_known_is_not_recorded(held):
    with recorded(make_user()) as changes:
        held.learned_from = "2020-01-01"
        held.save()
        Official.objects.create(name="罗川", is_confirmed=False)

    assert changes == []
    assert not DirectoryChange.objects.exists()


def test_what_is_no_longer_so_and_what_is_now(held):
    with recorded(make_user()) as (changes):
        leave(held)

    (change,) = changes
    change.refresh_from_db()
    assert str(change) == "沈砚秋"
    with translation.override("en"):
        assert list(lines_of(change.before)) == ["沈砚秋 · 青澜局局长 · since 2020-01-01"]
        assert list(lines_of(change.after)) == ["沈砚秋 · 青澜局局长 · 2020-01-01 until 2023-06-01"]


def test_put_back_gives_the_rows_as_they_were(held):
    before = known_rows()
    with recorded(make_user()) as changes:
        leave(held)
        make_official("罗川", posts=[(held.post.department, "副局长")])

    change = DirectoryChange.objects.get(pk=changes[0].pk)
    assert put_back(known_rows(), change) == before


def test_put_back_leaves_what_others_changed_since(held):
    with recorded(make_user()) as changes:
        leave(held)
    other = make_official("罗川", posts=[(held.post.department, "副局长")])

    rows = put_back(known_rows(), DirectoryChange.objects.get(pk=changes[0].pk))

    assert [row[1] for row in rows["officials"]] == ["沈砚秋", "罗川"]
    ends = {row[1]: row[-1] for row in rows["appointments"]}
    assert ends == {held.official_id: None, other.pk: None}


def test_a_refused_act_leaves_no_record(held):
    def refused():
        with recorded(make_user()):
            leave(held)
            held.post.delete()

    with pytest.raises(ProtectedError):
        refused()

    assert not DirectoryChange.objects.exists()


def test_lines_of_entries_that_are_gone(held):
    with recorded(make_user()) as changes:
        leave(held)
    Appointment.objects.all().delete()
    Official.objects.all().delete()

    assert "青澜局局长" in next(iter(lines_of(changes[0].before)))


def test_a_record_of_before_a_column_was_kept_is_read(held):
    with recorded(make_user()) as changes:
        leave(held)
    for row in changes[0].before["appointments"]:
        del row["post__rank"]

    assert len(put_back(known_rows(), changes[0])["appointments"]) == 1
