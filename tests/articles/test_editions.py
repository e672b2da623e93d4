"""What is planned for an edition, and what goes with it when its day moves."""

import datetime

import pytest

from articles import assignments, editions
from articles.models import Assignment, Edition, Mention, Version
from people.learned import learned_in
from people.models import Appointment, Post
from tests.factories import (
    make_department,
    make_official,
    make_page,
    make_released,
    make_user,
    make_version,
    make_writer,
)

pytestmark = pytest.mark.django_db
DAY = datetime.date(2026, 11, 20)
NEXT = datetime.date(2026, 11, 21)
LATER = datetime.date(2026, 11, 22)


@pytest.fixture
def reporter():
    return make_writer()


def assigned(reporter, day=DAY):
    return Assignment.objects.create(
        headline="早市", status=Assignment.Status.ACCEPTED, pitched_by=reporter, day=day
    )


def keys(edition):
    return {row["pk"] for row in editions.planned_for(edition)}


def test_story_begun_before_there_was_an_edition_is_planned_for_it(reporter):
    draft = assignments.begin(assigned(reporter), by=reporter)
    assignments.begin(assigned(reporter, day=NEXT), by=reporter)
    make_version(dated=DAY)

    edition = make_page(date=DAY).edition

    assert keys(edition) == {draft.pk}


def test_story_of_the_edition_is_planned_for_it_once(reporter):
    edition = make_page(date=DAY).edition
    draft = assignments.begin(assigned(reporter), by=reporter)
    other = make_version(edition=edition, dated=DAY)

    assert keys(edition) == {draft.pk, other.pk}


def test_story_released_on_the_web_alone_is_not_planned(reporter):
    assignment = assigned(reporter)
    released = make_released(dated=DAY)
    Assignment.objects.filter(pk=assignment.pk).update(article=released.article)

    assert keys(make_page(date=DAY).edition) == set()


def test_drafts_and_assignments_follow_an_edition_to_its_new_day(reporter):
    begun = assignments.begin(assigned(reporter), by=reporter)
    edition = make_page(date=DAY).edition
    placed = make_version(edition=edition, dated=DAY)
    waiting = assigned(reporter)
    elsewhere = make_version(dated=DAY)
    edition.date = NEXT
    edition.save()

    moved = editions.follow(edition, DAY, by=make_user())

    assert moved == (2, 2)
    dated = dict(Version.objects.values_list("pk", "dated"))
    assert dated == {begun.pk: NEXT, placed.pk: NEXT, elsewhere.pk: DAY}
    waiting.refresh_from_db()
    assert waiting.day == NEXT
    assert keys(edition) == {begun.pk, placed.pk}


def test_new_day_of_a_story_is_in_its_history_and_in_its_digest():
    edition = make_page(date=DAY).edition
    version = make_version(edition=edition, dated=DAY)
    editor = make_user()
    edition.date = NEXT
    edition.save()

    editions.follow(edition, DAY, by=editor)

    earlier, later = version.saves.all()
    assert later.by == editor
    assert Version.objects.get(pk=version.pk).digest == later.digest != earlier.digest


def test_post_learned_from_its_stories_is_held_from_the_new_day_on():
    edition = make_page(date=DAY).edition
    learned, told_elsewhere, confirmed = (_held(edition) for _ in range(3))
    confirmed.is_confirmed = True
    confirmed.save()
    Mention.objects.filter(official=told_elsewhere.official).update(version=make_version(dated=DAY))
    edition.date = NEXT

    editions.follow(edition, DAY, by=make_user())

    started = dict(Appointment.objects.values_list("pk", "started_latest"))
    assert started == {learned.pk: NEXT, told_elsewhere.pk: DAY, confirmed.pk: DAY}
    assert [one.entry for one in learned_in(edition)[Appointment]] == [learned]


def test_post_of_a_name_that_somebody_confirmed_goes_along_too():
    edition = make_page(date=DAY).edition
    held = _held(edition, place=str(DAY))
    edition.date = NEXT

    editions.follow(edition, DAY, by=make_user())

    (found,) = learned_in(edition)[Appointment]
    assert (found.entry, found.entry.started_latest, found.place) == (held, NEXT, str(NEXT))


def test_day_on_which_a_learned_post_began_stays_when_its_edition_moves_back():
    edition = make_page(date=NEXT).edition
    held = _held(edition)
    held.started = NEXT
    held.save()
    edition.date = DAY

    editions.follow(edition, NEXT, by=make_user())

    (found,) = learned_in(edition)[Appointment]
    assert (found.entry.started, found.entry.started_latest) == (NEXT, NEXT)


def test_stories_follow_their_page_to_another_edition():
    edition, other = (make_page(date=day, number="01").edition for day in (DAY, NEXT))
    page = make_page(date=DAY, number="02")
    stays = make_version(edition=edition, dated=DAY)
    goes = make_version(page=page, edition=edition, dated=DAY)
    held = _held(edition, page=page)
    page.edition = other
    Edition.objects.filter(pk=other.pk).update(date=LATER)

    moved = editions.move_page(page, by=make_user())

    assert moved == 2
    placed = dict(Version.objects.values_list("pk", "edition__date"))
    assert (placed[stays.pk], placed[goes.pk]) == (DAY, LATER)
    goes.refresh_from_db()
    assert (goes.dated, goes.page, goes.digest) == (LATER, page, goes.saves.last().digest)
    held.refresh_from_db()
    assert held.started_latest == LATER


def _held(edition, place="", page=None):
    """An appointment that a story of the edition was the first to print."""
    version = make_version(edition=edition, dated=edition.date, page=page)
    post = Post.objects.create(department=make_department(), title="局长")
    held = Appointment.proposed(make_official(), post, place or f"{edition.date} 01 01.md")
    held.save()
    mention = Mention.objects.create(
        version=version, official=held.official, name_as_printed=held.official.name, position=0
    )
    mention.posts.add(held.post)
    return held
