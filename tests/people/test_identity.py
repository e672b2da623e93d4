import datetime

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from articles.models import Mention
from people import identity
from people.models import Appointment, IdentityChange, Official, Post, Reporter
from people.periods import PartialDate
from tests.factories import (
    make_department,
    make_official,
    make_released,
    make_reporter,
    make_user,
    make_version,
)
from tests.tables import all_rows

pytestmark = pytest.mark.django_db

DAY = datetime.date(2026, 6, 1)


@pytest.fixture
def by():
    return make_user()


def rows():
    return all_rows(without=[IdentityChange])


def page_of(entry):
    return reverse(f"articles:{entry._meta.model_name}", args=[entry.slug])


def words():
    return list(Mention.objects.order_by("pk").values_list("pk", "name_as_printed", "version"))


def held_by_two(title, *rows):
    """Two officials of one name in one post; each row is the start, and whether it is confirmed."""
    bureau = make_department()
    officials = []
    for text, is_confirmed in rows:
        official = make_official()
        post, _ = Post.objects.get_or_create(department=bureau, title=title)
        held = Appointment(official=official, post=post, is_confirmed=is_confirmed)
        held.start = PartialDate.parse(text) if text else None
        held.save()
        officials.append(official)
    return officials


class TestMerge:
    def test_stories_and_posts_go_to_the_one_kept(self, by):
        bureau = make_department()
        kept, other = make_official(), make_official(posts=[(bureau, "局长")])
        story = make_version(officials=[other])

        change = identity.merge(kept, other, by)

        assert [mention.version for mention in kept.mentions.all()] == [story]
        assert [held.post.title for held in kept.appointments.all()] == ["局长"]
        assert list(Official.objects.all()) == [kept]
        assert (change.moved, change.unlinked, change.joined) == (2, 0, 0)
        assert (change.by, change.other_name, change.is_standing) == (by, "沈砚秋", True)

    def test_whoever_keeps_the_short_name_settles_that_it_is_no_other_name(self, by):
        whole = make_department("云岭区住房和城乡建设局")
        short = make_department("云岭区住建局", same_as=whole, same_rule="short")
        before = rows()

        change = identity.merge(short, whole, by)

        short.refresh_from_db()
        assert short.same_as is None
        assert [alias.name for alias in short.aliases.all()] == ["云岭区住房和城乡建设局"]
        identity.undo(change, by)
        assert rows() == before

    def test_later_of_two_mentions_in_one_story_keeps_its_words_only(self, by):
        kept, other = make_official("沈砚秋"), make_official("沈研秋")
        version = make_version(officials=[other, kept])
        before = words()

        change = identity.merge(kept, other, by)

        assert words() == before
        assert list(version.mentions.values_list("name_as_printed", "official")) == [
            ("沈研秋", kept.pk),
            ("沈砚秋", None),
        ]
        assert (change.moved, change.unlinked) == (1, 1)

    def test_appointments_to_one_post_are_joined_and_the_fuller_dates_stay(self, by):
        bureau = make_department()
        kept, other = (make_official(posts=[(bureau, "副局长")]) for _ in range(2))
        other.appointments.update(started=DAY, started_latest=DAY)
        kept.appointments.update(is_confirmed=False)

        change = identity.merge(kept, other, by)

        held = Appointment.objects.get()
        assert (held.official, held.started, held.is_confirmed) == (kept, DAY, True)
        assert change.joined == 1

    def test_equal_past_appointments_are_joined_and_different_ones_stay_two(self, by):
        post = Post.objects.create(department=make_department(), title="局长")
        kept, other = make_official(), make_official()
        for official in (kept, other):
            Appointment.objects.create(official=official, post=post, ended=DAY)
        Appointment.objects.create(
            official=other, post=post, ended=DAY - datetime.timedelta(days=900)
        )

        identity.merge(kept, other, by)

        assert kept.appointments.count() == 2

    def test_released_story_keeps_its_words_and_digest(self, by):
        kept, other = make_official(), make_official()
        version = make_released(officials=[other])
        digest = version.digest

        identity.merge(kept, other, by)

        version.refresh_from_db()
        version.seal()
        assert version.digest == digest
        assert version.mentions.get().official == kept

    def test_reporters(self, by):
        desk = make_department()
        kept, other = make_reporter(), make_reporter(department=desk)
        version = make_version(reporters=[other])

        identity.merge(kept, other, by)

        kept.refresh_from_db()
        assert version.credits.get().reporter == kept
        assert (list(Reporter.objects.all()), kept.department) == ([kept], desk)

    def test_department_with_posts_aliases_children_and_its_name(self, by):
        kept, other = make_department("青澜区应急管理局"), make_department("区应急局")
        other.aliases.create(name="应急局")
        child = make_department("云汀应急站", parent=other)
        shared = make_official(posts=[(kept, "调研员"), (other, "调研员")])
        single = make_official("卞敬庭", posts=[(other, "调研员"), (other, "副局长")])
        both, one = make_version(departments=[kept, other]), make_version(departments=[other])
        mention = Mention.objects.create(version=one, name_as_printed="卞敬庭", official=single)
        mention.posts.set(Post.objects.filter(title="调研员"))

        identity.merge(kept, other, by)

        child.refresh_from_db()
        assert child.parent == kept
        assert {alias.name for alias in kept.aliases.all()} == {"应急局", "区应急局"}
        assert list(both.departments.all()) == list(one.departments.all()) == [kept]
        assert [str(held.post) for held in shared.appointments.all()] == ["青澜区应急管理局调研员"]
        assert {str(held.post) for held in single.appointments.all()} == {
            "青澜区应急管理局调研员",
            "青澜区应急管理局副局长",
        }
        assert [str(post) for post in mention.posts.all()] == ["青澜区应急管理局调研员"]

    def test_department_with_another_head_is_refused(self, by):
        kept, other = make_department("青澜区应急管理局"), make_department("区应急局")
        make_official("卞敬庭", posts=[(kept, "局长")])
        make_official("罗川", posts=[(other, "局长")])
        before = rows()

        with pytest.raises(ValidationError, match="one holder at a time, and 卞敬庭 holds it"):
            identity.merge(kept, other, by)

        assert rows() == before

    def test_official_keeps_the_other_name_as_an_alias(self, by):
        kept, other = make_official("沈砚秋"), make_official("沈研秋")
        before = rows()

        change = identity.merge(kept, other, by)

        assert [alias.name for alias in kept.aliases.all()] == ["沈研秋"]
        identity.undo(change, by)
        assert rows() == before

    @pytest.mark.parametrize(
        ("ours", "theirs", "together"),
        [
            (("", True), ("2023", True), ("2023", True)),
            (("≤2023-06-30", True), ("2023", True), ("2023-01-01/2023-06-30", True)),
            (("2023", False), ("2021", False), ("2021", False)),
            (("2023", True), ("≤2021-05-01", False), ("2023", True)),
            (("≤2021-05-01", False), ("2023", True), ("2023", True)),
            (("", True), ("≤2021-05-01", False), ("≤2021-05-01", True)),
        ],
    )
    def test_what_somebody_confirmed_of_one_start_stands(self, by, ours, theirs, together):
        kept, other = held_by_two("副局长", ours, theirs)

        identity.merge(kept, other, by)

        held = Appointment.objects.get()
        assert (str(held.start), held.is_confirmed) == together

    def test_what_somebody_confirmed_of_the_other_is_kept_whoever_stays(self, by):
        kept, other = held_by_two("局长", ("≤2021-05-01", False), ("2023", True))
        kept.appointments.update(document="报", learned_from="2021-05-01 01 a.md")
        other.appointments.update(manner="acting", document="青任5号", document_order=2)
        before = rows()

        change = identity.merge(kept, other, by)

        held = Appointment.objects.get()
        assert (held.manner, held.document, held.document_order) == ("acting", "青任5号", 2)
        assert held.learned_from == "2021-05-01 01 a.md"
        identity.undo(change, by)
        assert rows() == before

    @pytest.mark.parametrize(
        ("ours", "theirs", "said"),
        [
            (
                {"started": DAY},
                {"started": DAY.replace(year=2020)},
                "“2026-06-01” and “2020-06-01”",
            ),
            ({"manner": "acting"}, {}, "“acting .*” and “in full”"),
            ({"document": "甲"}, {"document": "乙"}, "“甲” and “乙”"),
        ],
    )
    def test_refused_where_two_that_are_confirmed_contradict_each_other(
        self, by, ours, theirs, said
    ):
        kept, other = held_by_two("副局长", ("", True), ("", True))
        for official, values in ((kept, ours), (other, theirs)):
            held = official.appointments.get()
            for name, value in values.items():
                setattr(held, name, value)
            held.save()
        before = rows()

        with pytest.raises(ValidationError, match=f"副局长 both {said}"):
            identity.merge(kept, other, by)

        assert rows() == before

    def test_refused_where_together_they_hold_what_another_holds(self, by):
        kept, other = held_by_two("局长", ("≤2021-05-01", False), ("", True))
        post = Post.objects.get()
        before_them = make_official("卓远山")
        start, end = datetime.date(2018, 1, 1), datetime.date(2023, 1, 1)
        Appointment.objects.create(official=before_them, post=post, started=start, ended=end)

        with pytest.raises(ValidationError, match="卓远山 holds it"):
            identity.merge(kept, other, by)

    def test_refused_where_the_database_forbids_it(self, by):
        kept, other = make_department("青澜区应急管理局"), make_department("区应急局")
        make_official("卞敬庭", posts=[(other, "局长")])
        Post.objects.update(holders="several")
        make_official("罗川", posts=[(other, "局长")])
        Post.objects.create(department=kept, title="局长")

        with pytest.raises(ValidationError, match="correct it first"):
            identity.merge(kept, other, by)

    def test_of_one_person_s_two_times_in_a_post_neither_stands_in_the_way(self, by):
        kept, other = held_by_two("局长", ("≤2021-05-01", False), ("2020", True))
        start, end = datetime.date(2018, 1, 1), datetime.date(2022, 1, 1)
        Appointment.objects.create(
            official=other, post=Post.objects.get(), started=start, ended=end
        )

        identity.merge(kept, other, by)

        assert [str(held.start) for held in kept.appointments.all()] == ["2020", "2018-01-01"]

    def test_department_under_the_other_makes_no_ring(self, by):
        top = make_department("青澜区")
        other = make_department("区应急局", parent=top)
        between = make_department("应急站", parent=other)
        kept = make_department("区应急管理局", parent=between)

        identity.merge(kept, other, by)

        kept.refresh_from_db()
        between.refresh_from_db()
        assert (kept.parent, between.parent) == (top, kept)

    def test_refused_with_itself_and_across_kinds(self, by):
        official = make_official()

        for other in (official, make_reporter()):
            with pytest.raises(ValidationError, match="two different entries"):
                identity.merge(official, other, by)

    def test_what_an_import_learned_is_confirmed_by_the_one_that_is(self, by):
        kept, other = make_official(is_confirmed=False), make_official(note="二中校长")

        identity.merge(kept, other, by)

        kept.refresh_from_db()
        assert (kept.is_confirmed, kept.note) == (True, "二中校长")


class TestReaders:
    @pytest.mark.parametrize(
        ("make", "named"),
        [
            (make_official, "officials"),
            (make_reporter, "reporters"),
            (make_department, "departments"),
        ],
    )
    def test_see_the_stories_of_both_at_once_and_are_led_to_them(self, client, by, make, named):
        kept, other = make("沈砚秋"), make("沈研秋")
        version = make_released(**{named: [other]})
        assert client.get(page_of(other)).status_code == 200

        identity.merge(kept, other, by)

        led = client.get(page_of(other), {"since": "2026-01-01"})
        assert (led.status_code, led["Location"]) == (301, page_of(kept) + "?since=2026-01-01")
        page = client.get(page_of(kept)).content.decode()
        assert version.headline in page.replace("<wbr>", "")

    def test_are_led_through_two_merges_to_the_address_of_today(self, client, by):
        first, second, third = (make_official() for _ in range(3))
        identity.merge(second, first, by)
        identity.merge(third, second, by)
        Official.objects.update(slug="shen")

        assert client.get(page_of(first))["Location"] == reverse("articles:official", args=["shen"])

    def test_find_both_pages_again_once_it_is_undone(self, client, by):
        kept, other = make_official(), make_official()
        identity.undo(identity.merge(kept, other, by), by)

        assert client.get(page_of(other)).status_code == 200

    def test_learn_no_name_that_no_live_story_tells(self, client, by):
        kept, other = (make_official(is_confirmed=False) for _ in range(2))
        identity.merge(kept, other, by)

        assert client.get(page_of(other)).status_code == 404

    def test_former_address_goes_to_nobody_else(self, by):
        kept, other = make_official(), make_official()
        identity.merge(kept, other, by)

        assert make_official().slug == "shen-yan-qiu-3"


@pytest.mark.parametrize("count", [2, 40])
def test_merging_takes_the_same_queries_for_few_stories_and_for_many(
    by, count, django_assert_max_num_queries
):
    kept, other = make_official(), make_official()
    for _ in range(count):
        make_version(officials=[kept, other])
        make_version(officials=[other])

    with django_assert_max_num_queries(25):
        identity.merge(kept, other, by)
