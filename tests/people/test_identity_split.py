"""One official split in two, and the split undone."""

import datetime

import pytest
from django.core.exceptions import ValidationError

from people import identity
from people.models import Appointment, IdentityChange, Official, Post
from tests.factories import make_department, make_official, make_user, make_version
from tests.tables import all_rows

pytestmark = pytest.mark.django_db


@pytest.fixture
def by():
    return make_user()


def rows():
    return all_rows(without=[IdentityChange])


@pytest.fixture
def two():
    """An official of whom the second story and the second post are another person's."""
    official = make_official(posts=[(make_department(), "局长"), (make_department(), "校长")])
    return official, [make_version(officials=[official]) for _ in range(2)]


def split(official, versions, by, **kwargs):
    return identity.split(
        official,
        by,
        mentions=[versions[1].mentions.get().pk],
        appointments=[official.appointments.get(post__title="校长").pk],
        **kwargs,
    )


def test_moves_what_was_chosen_to_a_new_official(two, by):
    official, versions = two

    change = split(official, versions, by, note="二中校长")

    new = Official.objects.exclude(pk=official.pk).get()
    assert (new.name, new.note, new.pk) == (official.name, "二中校长", change.other_id)
    assert [mention.version for mention in new.mentions.all()] == [versions[1]]
    assert [held.post.title for held in new.appointments.all()] == ["校长"]
    assert [mention.version for mention in official.mentions.all()] == [versions[0]]


def test_undone_leaves_every_row_as_it_was(two, by):
    before = rows()

    identity.undo(split(*two, by, name="沈研秋"), by)

    assert rows() == before


def test_undoing_refused_once_the_new_one_is_in_more_stories(two, by):
    change = split(*two, by)
    make_version(officials=[Official.objects.get(pk=change.other_id)])

    with pytest.raises(ValidationError, match="gained links since"):
        identity.undo(change, by)


def test_refused_with_nothing_chosen_and_with_what_is_not_theirs(two, by):
    official, _ = two
    foreign = make_version(officials=[make_official()]).mentions.get()

    with pytest.raises(ValidationError, match="at least one"):
        identity.split(official, by)
    with pytest.raises(ValidationError, match="somebody else"):
        identity.split(official, by, mentions=[foreign.pk])
    assert Official.objects.count() == 2


def test_post_with_one_holder_is_not_given_to_both(by):
    official = make_official()
    post = Post.objects.create(department=make_department(), title="局长")
    for year in (2020, 2022):
        start, end = datetime.date(year, 1, 1), datetime.date(2024, 1, 1)
        Appointment.objects.create(official=official, post=post, started=start, ended=end)

    with pytest.raises(ValidationError, match="first correct its days"):
        identity.split(official, by, appointments=[official.appointments.last().pk])


def test_what_an_import_learned_stays_learned(two, by):
    official, versions = two
    Official.objects.update(is_confirmed=False)

    split(official, versions, by)

    assert not Official.objects.filter(is_confirmed=True).exists()
