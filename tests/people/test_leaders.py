import datetime

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from people import identity, leaders
from people.leaders import ChangeOfLeaders, Coming
from people.models import Appointment, Department, IdentityChange, Official, Post
from people.periods import PartialDate
from tests.factories import make_department, make_official, make_user, make_version
from tests.people.test_identity import rows

pytestmark = pytest.mark.django_db

DAY = PartialDate.parse("2026-06-01")


@pytest.fixture(autouse=True)
def _in_english():
    with translation.override("en"):
        yield


@pytest.fixture
def by():
    return make_user()


@pytest.fixture
def bureau():
    return make_department("青澜局")


@pytest.fixture
def held(bureau):
    return make_official("沈砚秋", posts=[(bureau, "局长")]).appointments.get()


def told(appointments):
    return [(str(one), one.time) for one in appointments]


class TestCarryOut:
    def test_what_an_import_learned_is_confirmed_where_the_change_names_it(self, by, bureau, held):
        Department.objects.update(is_confirmed=False)
        Official.objects.update(is_confirmed=False)
        held = Appointment.objects.get()
        change = ChangeOfLeaders(held.post, DAY, leaving=(held,), coming=Coming(name="卞敬庭"))

        assert list(change.sentences())[-1] == "By this these are confirmed: 青澜局、沈砚秋."
        before = rows()
        record = leaders.carry_out(change, by)

        assert not Department.objects.filter(is_confirmed=False).exists()
        assert not Official.objects.filter(is_confirmed=False).exists()
        assert {"people.change_department", "people.change_official"} <= leaders.rights(record)
        identity.undo(record, by)
        assert rows() == before

    def test_one_leaves_and_another_comes_who_gives_up_a_post(self, by, bureau, held):
        deputy = make_official("罗川", posts=[(bureau, "副局长")])
        change = ChangeOfLeaders(
            held.post,
            DAY,
            "青任〔2026〕5号",
            leaving=(held,),
            coming=Coming(deputy, manner="acting", gives_up=(deputy.appointments.get(),)),
        )

        assert list(change.sentences()) == [
            "沈砚秋 is no longer 青澜局局长 from 2026-06-01.",
            "罗川 holds 青澜局局长 from 2026-06-01, acting (代).",
            "罗川 is no longer 青澜局副局长 from 2026-06-01.",
        ]
        leaders.rehearse(change, by)
        assert not IdentityChange.objects.exists()
        record = leaders.carry_out(change, by)

        assert str(record) == "change of leaders · 青澜局 局长：沈砚秋 → 罗川"
        assert sorted(told(Appointment.objects.all())) == [
            ("沈砚秋 · 青澜局局长", "until 2026-06-01"),
            ("罗川 · 青澜局副局长", "until 2026-06-01"),
            ("罗川 · 青澜局局长", "since 2026-06-01"),
        ]
        now = Appointment.objects.get(ended=None)
        assert (now.document, now.manner) == ("青任〔2026〕5号", "acting")
        assert set(
            Appointment.objects.exclude(ended=None).values_list("end_document", flat=True)
        ) == {"青任〔2026〕5号"}

    def test_undone_as_a_whole(self, by, bureau, held):
        before = rows()
        post = Post(department=bureau, title="党组书记")
        coming = Coming(None, "罗川", "自白棠区来", gives_up=())

        record = leaders.carry_out(ChangeOfLeaders(held.post, DAY, "", (held,), coming), by)
        of_new_post = ChangeOfLeaders(post, DAY, coming=Coming(held.official))
        assert list(of_new_post.sentences()) == [
            "青澜局党组书记 becomes a post in the directory.",
            "沈砚秋 holds 青澜局党组书记 from 2026-06-01.",
        ]
        second = leaders.carry_out(of_new_post, by)
        assert Official.objects.get(name="罗川").note == "自白棠区来"
        for change in (second, record):
            identity.undo(change, by)

        assert rows() == before

    def test_only_the_month_is_known(self, by, held):
        month = PartialDate.parse("2026-06")

        leaders.carry_out(ChangeOfLeaders(held.post, month, "", (held,), Coming(None, "罗川")), by)

        assert sorted(told(Appointment.objects.all())) == [
            ("沈砚秋 · 青澜局局长", "until 2026-06"),
            ("罗川 · 青澜局局长", "since 2026-06"),
        ]

    def test_what_an_import_learned_is_confirmed_by_it(self, by, held):
        Appointment.objects.update(is_confirmed=False, started_latest=datetime.date(2026, 8, 1))
        came = make_official("罗川", is_confirmed=False)
        Appointment.objects.create(official=came, post=held.post, is_confirmed=False)

        leaders.carry_out(ChangeOfLeaders(held.post, DAY, "", (held,), Coming(came)), by)

        # A story of August named the old one; by this he had left in June.
        assert sorted((*row, True) for row in told(Appointment.objects.all())) == [
            ("沈砚秋 · 青澜局局长", "by 2026-05-31 until 2026-06-01", True),
            ("罗川 · 青澜局局长", "since 2026-06-01", True),
        ]
        assert not Appointment.objects.filter(is_confirmed=False).exists()
        assert Official.objects.get(pk=came.pk).is_confirmed

    def test_refused_while_somebody_holds_the_post(self, by, held):
        change = ChangeOfLeaders(held.post, DAY, coming=Coming(None, "罗川"))

        with pytest.raises(ValidationError, match="one holder at a time, and 沈砚秋 holds it"):
            leaders.carry_out(change, by)

        assert list(Official.objects.all()) == [held.official]

    def test_refused_where_whoever_leaves_held_it_beside_another(self, by, held):
        Appointment.objects.update(started_latest=datetime.date(2018, 1, 1))
        named = make_official("罗山").appointments.create(
            post=held.post, is_confirmed=False, started_latest=datetime.date(2019, 5, 1)
        )
        before = rows()

        for leaving in ((held, named), (named,)):
            with pytest.raises(ValidationError, match="one holder at a time, and 沈砚秋 holds it"):
                leaders.carry_out(ChangeOfLeaders(held.post, DAY, leaving=leaving), by)

        assert rows() == before

    def test_refused_where_it_says_nothing_or_what_is_done(self, by, held):
        leave = ChangeOfLeaders(held.post, DAY, leaving=(held,))
        with pytest.raises(ValidationError, match="who leaves, who comes"):
            leaders.carry_out(ChangeOfLeaders(held.post, DAY), by)
        leaders.carry_out(leave, by)

        with pytest.raises(ValidationError, match="has ended already"):
            leaders.carry_out(leave, by)

    def test_refused_before_the_first_day_and_for_the_present_holder(self, by, held):
        held.start = PartialDate.parse("2026-07")
        held.save()

        with pytest.raises(ValidationError, match="must end after it starts"):
            leaders.carry_out(ChangeOfLeaders(held.post, DAY, leaving=(held,)), by)
        with pytest.raises(ValidationError, match="holds 青澜局局长 already, since 2026-07"):
            leaders.carry_out(ChangeOfLeaders(held.post, DAY, coming=Coming(held.official)), by)


def test_stories_since_then_that_print_the_old_post(by, held):
    other = Post.objects.create(department=held.post.department, title="书记")

    def story(headline, day, post):
        version = make_version(
            headline, dated=datetime.date(2026, 6, day), officials=[held.official]
        )
        version.mentions.get().posts.add(post)
        return version

    new, before = story("新闻", 2, held.post), make_version("无关", officials=[held.official])
    story("书记到访", 3, other)
    newer = make_version("改后", article=new.article, dated=datetime.date(2026, 6, 2))
    first = story("当日", 1, held.post)
    record = leaders.carry_out(ChangeOfLeaders(held.post, DAY, leaving=(held,)), by)

    assert leaders.stories_since(record) == [(held, [first])]
    newer.delete()
    assert leaders.stories_since(record) == [(held, [new, first])]
    assert before.pk
