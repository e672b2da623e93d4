import datetime

import pytest
from django.db import IntegrityError, transaction

from people import identity
from people.models import Appointment, Department, Official, Post, User

DAY = datetime.date(2026, 6, 1)
BEFORE, AFTER = datetime.date(2026, 5, 31), datetime.date(2026, 6, 2)

pytestmark = pytest.mark.django_db


@pytest.fixture
def post():
    return Post.objects.create(department=Department.objects.create(name="云汀街道"), title="主任")


@pytest.mark.parametrize(
    ("started", "ended", "in_office"),
    [
        (None, None, True),
        (DAY, None, True),
        (AFTER, None, False),
        (None, DAY, False),
        (None, AFTER, True),
        (BEFORE, AFTER, True),
    ],
)
def test_appointments_on_a_day(post, started, ended, in_office):
    official = Official.objects.create(name="卞敬庭")
    Appointment.objects.create(official=official, post=post, started=started, ended=ended)

    assert official.appointments.on(DAY).exists() is in_office


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

    learned = Official.learn(["苏未央", "沈言秋", "周明远", "沈砚秋"])

    assert [(one.slug, one.is_confirmed) for one in learned] == [
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
