import datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import translation

from people import identity, learned
from people.models import Appointment, Department, Official, Post, User
from people.periods import Covers, PartialDate

DAY = datetime.date(2026, 6, 1)
BEFORE, AFTER = datetime.date(2026, 5, 31), datetime.date(2026, 6, 2)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _in_english():
    with translation.override("en"):
        yield


@pytest.fixture
def post():
    return Post.objects.create(department=Department.objects.create(name="云汀街道"), title="主任")


@pytest.mark.parametrize(
    ("start", "end", "covers"),
    [
        ("", "", Covers.UNKNOWN),
        ("2026-06-01", "", Covers.YES),
        ("2026-06-02", "", Covers.NO),
        ("", "2026-06-01", Covers.NO),
        ("", "2026-06-02", Covers.UNKNOWN),
        ("2026-05-31", "2026-06-02", Covers.YES),
        ("2026", "", Covers.UNKNOWN),
        ("2026-06", "", Covers.UNKNOWN),
        ("2026-05", "", Covers.YES),
        ("2027", "", Covers.NO),
        ("≤2026-06-01", "", Covers.YES),
        ("2025", "2026", Covers.UNKNOWN),
        ("2025", "2027", Covers.YES),
        ("2025", "≤2027-01-01", Covers.UNKNOWN),
    ],
)
def test_appointments_on_a_day_surely_or_perhaps(post, start, end, covers):
    official = Official.objects.create(name="卞敬庭")
    held = Appointment(official=official, post=post)
    held.start = PartialDate.parse(start) if start else None
    held.end = PartialDate.parse(end) if end else None
    held.save()

    assert held.period.covers(DAY) is covers
    expected = {Covers.YES: [True], Covers.UNKNOWN: [False], Covers.NO: []}[covers]
    assert [one.is_certain for one in official.appointments.on(DAY)] == expected


@pytest.mark.parametrize(
    ("start", "end", "is_sure"),
    [
        ("≤2026-06-01", "", True),
        ("≤2026-05-31", "", False),
        ("≤2026-06-01", "2026-06-02", True),
        ("≤2026-05-31", "2027", False),
        ("2020", "2027", False),
        ("≤2026-06-01", "2026", False),
        ("≤2026-06-01", "≤2027-01-01", False),
        ("", "2027", False),
        ("", "", False),
    ],
)
def test_of_what_nobody_confirmed_only_the_day_of_its_story_is_sure(post, start, end, is_sure):
    held = appoint(post, "卞敬庭", start, end, is_confirmed=False)

    assert (held.period.covers(DAY) is Covers.YES) == is_sure
    assert [one.is_certain for one in Appointment.objects.on(DAY)] == [is_sure]
    assert list(Appointment.objects.current(DAY)) == [held] * is_sure


@pytest.mark.parametrize(
    ("start", "end", "is_current"),
    [
        ("", "", True),
        ("2026", "", True),
        ("2027", "", False),
        ("", "2026", False),
        ("", "2026-06", False),
        ("", "2026-07", True),
        ("2020", "≤2026-12-31", False),
        ("2020", "2026-06-01", False),
    ],
)
def test_whoever_is_confirmed_is_current_while_no_end_can_have_come(post, start, end, is_current):
    held = appoint(post, "卞敬庭", start, end)

    assert list(Appointment.objects.current(DAY)) == [held] * is_current


def test_day_given_alone_is_known(post):
    official = Official.objects.create(name="卞敬庭")

    held = Appointment.objects.create(official=official, post=post, started=DAY)

    assert (held.start, held.end) == (PartialDate.known(DAY), None)


@pytest.mark.parametrize("rows", [{"started": DAY}, {"ended": DAY}])
def test_earliest_day_without_a_latest_one_is_refused(post, rows):
    held = Appointment.objects.create(official=Official.objects.create(name="卞敬庭"), post=post)

    with pytest.raises(IntegrityError, match="has_a_latest_day"):
        Appointment.objects.filter(pk=held.pk).update(**rows)


class TestPost:
    def test_says_what_its_title_says(self, post):
        deputy = Post.objects.create(department=post.department, title="党工委副书记")

        assert (post.kind, post.rank, post.holders) == ("government", Post.Rank.HEAD, "one")
        assert (deputy.kind, deputy.rank, deputy.holders) == ("party", Post.Rank.DEPUTY, "several")

    def test_keeps_what_an_editor_said(self, post):
        post.holders, post.kind = "several", "other"
        post.save()
        post.refresh_from_db()

        assert (post.kind, post.holders) == ("other", "several")

    def test_is_not_made_one_holder_s_while_two_hold_it(self, post):
        post.holders = "several"
        post.save()
        appoint(post, "卞敬庭"), appoint(post, "罗川")
        post.holders = "one"

        with pytest.raises(ValidationError, match="one holder at a time"):
            post.clean()
        with pytest.raises(IntegrityError, match="post_with_one_holder_has_no_two"):
            post.save()


def appoint(post, name, start="", end="", **kwargs):
    held = Appointment(official=Official.objects.create(name=name), post=post, **kwargs)
    held.start = PartialDate.parse(start) if start else None
    held.end = PartialDate.parse(end) if end else None
    held.save()
    return held


class TestOneHolder:
    @pytest.mark.parametrize(
        ("first", "second"),
        [
            (("", ""), ("", "")),
            (("2020-01-01", ""), ("2026-06-01", "")),
            (("2020", "2026"), ("2024", "2025-03")),
        ],
    )
    def test_second_one_at_once_is_refused_with_who_and_when(self, post, first, second):
        appoint(post, "卞敬庭", *first)
        other = Appointment(official=Official.objects.create(name="罗川"), post=post)
        other.start = PartialDate.parse(second[0]) if second[0] else None
        other.end = PartialDate.parse(second[1]) if second[1] else None

        with pytest.raises(ValidationError) as refused:
            other.clean()
        with (
            pytest.raises(IntegrityError, match="appointment_overlaps_no_other_on_insert"),
            transaction.atomic(),
        ):
            other.save()

        assert refused.value.messages == [
            "云汀街道主任 has one holder at a time, and 卞敬庭 holds it"
            + {"": "", "2020-01-01": " since 2020-01-01", "2020": " 2020 until 2026"}[first[0]]
            + "."
        ]

    @pytest.mark.parametrize(
        ("first", "second"),
        [
            (("2020", "2026-06-01"), ("2026-06-01", "")),
            (("2020", "2026"), ("2026", "")),
            (("", "2026-06-01"), ("", "2026-06-01")),
        ],
    )
    def test_one_after_another_is_taken(self, post, first, second):
        appoint(post, "卞敬庭", *first)

        appoint(post, "罗川", *second).clean()

    def test_end_that_is_taken_back_is_refused(self, post):
        first = appoint(post, "卞敬庭", "2020", "2026-06-01")
        appoint(post, "罗川", "2026-06-01")
        first.end = None

        with pytest.raises(IntegrityError, match="appointment_overlaps_no_other_on_update"):
            first.save()

    def test_what_nobody_confirmed_does_not_count_until_it_is(self, post):
        appoint(post, "卞敬庭", "2022")
        other = appoint(post, "罗川", is_confirmed=False)

        third = appoint(post, "苏未央", "2020", "2021", is_confirmed=False)

        confirmed, refusals = learned.confirm(Appointment.objects.all())

        other.refresh_from_db()
        assert (confirmed, other.is_confirmed) == ([third], False)
        assert refusals == [
            "云汀街道主任 has one holder at a time, and 卞敬庭 holds it since 2022."
        ]


def test_proposed_appointment_was_held_by_the_day_of_its_story(post):
    official = Official.objects.create(name="卞敬庭")

    told = Appointment.proposed(official, post, "2023-04-04 01 01.md")

    assert (str(told.start), told.is_confirmed) == ("≤2023-04-04", False)
    assert Appointment.proposed(official, post, "网页").start is None


def test_appointment_refused_when_it_ends_before_it_starts(post):
    official = Official.objects.create(name="卞敬庭")

    with pytest.raises(IntegrityError, match="appointment_ends_after_it_starts"):
        Appointment.objects.create(official=official, post=post, started=DAY, ended=BEFORE)


def test_same_post_refused_twice_at_once_for_one_official(post):
    official = Official.objects.create(name="卞敬庭")
    Appointment.objects.create(official=official, post=post)

    with pytest.raises(IntegrityError), transaction.atomic():
        Appointment.objects.create(official=official, post=post)


def test_address_is_the_name_in_pinyin_and_stays():
    first, second = (Official.objects.create(name="沈砚秋") for _ in range(2))
    first.name = "沈言秋"
    first.save()

    assert (first.slug, second.slug) == ("shen-yan-qiu", "shen-yan-qiu-2")


def test_entries_learned_at_once_have_addresses_that_nobody_has(django_assert_num_queries):
    kept, gone = (Official.objects.create(name=name) for name in ("周明远", "沈砚秋"))
    identity.merge(kept, gone, by=User.objects.create(username="desk"))

    made = Official.learn(["苏未央", "沈言秋", "周明远", "沈砚秋"])

    assert [(one.slug, one.is_confirmed) for one in made] == [
        ("su-wei-yang", False),
        ("shen-yan-qiu-2", False),
        ("zhou-ming-yuan-2", False),
        ("shen-yan-qiu-3", False),
    ]
    with django_assert_num_queries(3):
        Official.learn(["卞敬庭", "罗川"])


def test_department_refused_as_its_own_parent():
    department = Department.objects.create(name="云汀街道")
    department.parent = department

    with pytest.raises(IntegrityError, match="department_is_not_its_own_parent"):
        department.save()


def test_full_name_is_written_the_chinese_way():
    user = User(last_name="林", first_name="晚照")
    assert (user.get_full_name(), user.get_short_name()) == ("林晚照", "林晚照")
    assert str(User(username="desk")) == "desk"
