"""The check of an edition: what it counts, and how a noted error is weighed."""

import datetime
from decimal import Decimal

import pytest
from django.db import IntegrityError
from django.utils import timezone

from articles import workflow
from articles.models import PrintedError, QualityCheck
from articles.quality import characters_of, printed_in, rate_of, rates_between
from articles.revisions import begin_version
from tests.factories import make_page, make_released, make_reviewers, make_writer, release

pytestmark = pytest.mark.django_db
Kind, Where = PrintedError.Kind, PrintedError.Where


@pytest.fixture
def page():
    return make_page()


@pytest.fixture
def check(page):
    return QualityCheck.objects.create(edition=page.edition, characters=10_000)


def note(check, kind=Kind.CHARACTER, **kwargs):
    return PrintedError.objects.create(
        quality_check=check, kind=kind, printed="管季会", right="管委会", **kwargs
    )


@pytest.mark.parametrize(
    ("kind", "weight"),
    [
        (Kind.CHARACTER, 1),
        (Kind.CHARACTERS, 2),
        (Kind.PASSAGE, 4),
        (Kind.ORDER, 1),
        (Kind.NUMBER, 1),
        (Kind.FACT, 1),
        (Kind.FOREIGN, 1),
        (Kind.NUMBER_STYLE, Decimal("0.1")),
    ],
)
def test_kinds_weigh_as_the_method_says(check, kind, weight):
    note(check, kind)

    assert rate_of(check).errors == weight


def test_what_is_weighed_by_hand_keeps_its_weight(check):
    note(check, Kind.OTHER, weight=Decimal("0.1"), times=7)

    assert rate_of(check).errors == Decimal("0.7")


def test_other_kinds_take_no_weight_by_hand(check):
    with pytest.raises(IntegrityError):
        note(check, Kind.FACT, weight=Decimal("0.1"))


@pytest.mark.parametrize("where", [Where.HEADING, Where.IMPORTANT])
def test_heading_and_important_count_double(check, where):
    note(check, where=where)

    assert rate_of(check).errors == 2


def test_same_error_on_several_rows_counts_three_times(check):
    for _row in range(4):
        note(check)

    assert rate_of(check).errors == 3


def test_characters_are_those_of_the_words_that_were_printed(page):
    version = make_released(
        page=page, edition=page.edition, headline="春耕", body="<p>麦苗返青</p>"
    )
    make_released(headline="别的一天", body="<p>不算</p>")

    assert list(printed_in(page.edition)) == [version]
    assert characters_of(page.edition) == 6


def test_later_release_is_not_what_was_printed(page):
    printed = make_released(page=page, edition=page.edition, headline="春耕", body="<p>麦苗</p>")
    later = begin_version(printed, make_writer())
    later.headline = "春耕时节到了"
    later.save()
    release(later)

    assert list(printed_in(page.edition)) == [printed]


def test_release_that_was_cancelled_was_not_printed(page):
    """What was printed instead is what was released after it."""
    tomorrow = timezone.now() + datetime.timedelta(days=1)
    staff = make_writer(), make_reviewers()
    cancelled = make_released(
        page=page, edition=page.edition, headline="春耕", at=tomorrow, staff=staff
    )
    later = begin_version(cancelled, staff[0])
    later.headline = "春耕时节到了"
    later.save()
    printed = release(later, staff=staff)

    assert list(printed_in(page.edition)) == [printed]


def test_withdrawn_story_was_printed_all_the_same(page):
    staff = make_writer(), make_reviewers()
    version = make_released(page=page, edition=page.edition, staff=staff)
    workflow.perform("withdraw", version, by=staff[1][-1], note="失实")

    assert list(printed_in(page.edition)) == [version]


def test_rates_are_of_the_days_asked_for_in_order(check, page):
    first = make_page(date=datetime.date(2026, 11, 1))
    earlier = QualityCheck.objects.create(edition=first.edition, characters=5_000)
    note(earlier)
    make_page(date=datetime.date(2026, 12, 1))

    found = rates_between(datetime.date(2026, 11, 1), datetime.date(2026, 11, 30))

    assert [(one, rate.errors) for one, rate in found] == [(earlier, 1), (check, 0)]
