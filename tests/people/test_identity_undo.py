import datetime

import pytest
from django.core.exceptions import ValidationError

from articles.models import Mention
from people import identity
from people.models import Appointment, Department, IdentityChange, Official, Post
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


class TestUndo:
    def test_every_row_of_every_table_as_it_was(self, by):
        """A merge of two bodies that moves, takes off, joins and fills whatever it can."""
        top = make_department("青澜区")
        other = make_department("区应急局", parent=top, description="管应急。")
        kept = make_department("区应急管理局", parent=other, is_confirmed=False)
        make_department("应急站", parent=other)
        other.aliases.create(name="应急局")
        make_reporter(department=other)
        one = make_official(posts=[(kept, "局长"), (other, "局长"), (other, "书记")])
        Appointment.objects.filter(post__department=other).update(
            started=DAY, started_latest=DAY, learned_from="报"
        )
        for departments in ([kept, other], [other], [kept]):
            version = make_released(departments=departments, officials=[one])
            version.mentions.get().posts.set(Post.objects.all())
        before = rows()

        change = identity.merge(kept, other, by)
        assert rows() != before
        change.refresh_from_db()
        undone = identity.undo(change, by)

        assert rows() == before
        assert (undone.undone_by, undone.is_standing) == (by, False)

    @pytest.mark.parametrize("kept_first", [True, False])
    def test_every_row_of_two_officials_in_one_story(self, by, kept_first):
        bureau = make_department()
        kept, other = (make_official(posts=[(bureau, "副局长")]) for _ in range(2))
        make_released(officials=[kept, other] if kept_first else [other, kept])
        before = rows()

        identity.undo(identity.merge(kept, other, by), by)

        assert rows() == before

    def test_two_merges_are_undone_the_last_first(self, by):
        first, second, third = (make_official() for _ in range(3))
        make_version(officials=[first])
        before = rows()
        changes = [identity.merge(second, first, by), identity.merge(third, second, by)]

        with pytest.raises(ValidationError, match="Changed meanwhile"):
            identity.undo(changes[0], by)
        for change in reversed(changes):
            identity.undo(change, by)

        assert rows() == before

    def test_refused_when_a_moved_row_was_changed_meanwhile(self, by):
        kept, other = make_official(), make_official()
        mention = make_version(officials=[other]).mentions.get()
        change = identity.merge(kept, other, by)
        mention.official = make_official("卞敬庭")
        mention.save()
        before = rows()

        with pytest.raises(ValidationError, match=f"Changed meanwhile.*mention {mention.pk}"):
            identity.undo(change, by)

        assert rows() == before
        assert IdentityChange.objects.get().is_standing

    def test_refused_where_what_was_made_was_edited_meanwhile_and_says_what(self, by):
        official = make_official(posts=[(make_department(), "局长"), (make_department(), "校长")])
        moved = official.appointments.get(post__title="校长").pk
        change = identity.split(official, by, appointments=[moved], name="沈研秋")
        new = Official.objects.get(pk=change.other_id)
        new.name, new.note = "沈雁秋", "二中校长"
        new.save()
        before = rows()

        with pytest.raises(ValidationError) as refused:
            identity.undo(change, by)

        assert refused.value.messages == [
            f"Edited meanwhile, which would be lost: official {new.pk} 沈雁秋 (name、note)."
        ]
        assert rows() == before

    def test_refused_when_a_moved_row_was_deleted(self, by):
        kept, other = make_official(), make_official()
        mention = make_version(officials=[other]).mentions.get()
        change = identity.merge(kept, other, by)
        mention.delete()

        with pytest.raises(ValidationError, match="Changed meanwhile"):
            identity.undo(change, by)

    def test_refused_when_its_address_or_name_was_given_away(self, by):
        kept, other = make_department("区应急管理局"), make_department("区应急局")
        change = identity.merge(kept, other, by)
        Department.objects.create(name="区应急局")

        with pytest.raises(ValidationError, match="already a department of this name"):
            identity.undo(change, by)

    def test_refused_twice(self, by):
        change = identity.merge(make_official(), make_official(), by)
        identity.undo(change, by)

        with pytest.raises(ValidationError, match="undone already"):
            identity.undo(change, by)

    def test_what_came_to_the_one_kept_since_stays_there(self, by):
        kept, other = make_official(), make_official()
        change = identity.merge(kept, other, by)
        later = make_version(officials=[kept])

        identity.undo(change, by)

        assert later.mentions.get().official == kept


class TestLink:
    @pytest.fixture
    def unlinked(self):
        versions = [make_version() for _ in range(2)]
        for version in versions:
            Mention.objects.create(version=version, name_as_printed="沈砚秋")
        return Mention.objects.filter(official=None)

    def test_mentions_get_the_official_and_lose_it_when_undone(self, unlinked, by):
        official = make_official()
        before = rows()

        change = identity.link(unlinked.all(), official, by)
        assert (official.mentions.count(), change.moved) == (2, 2)
        identity.undo(change, by)

        assert rows() == before

    def test_story_that_names_the_official_already_is_left_out(self, unlinked, by):
        official = make_official()
        named = make_version(officials=[official])
        Mention.objects.create(version=named, name_as_printed="沈砚秋")

        assert identity.link(unlinked.all(), official, by).moved == 2
        with pytest.raises(ValidationError, match="already"):
            identity.link(unlinked.all(), official, by)

    def test_new_official_gets_the_printed_posts_as_proposals(self, unlinked, by):
        post = Post.objects.create(department=make_department(), title="局长")
        before = rows()

        change = identity.link_to_new(
            unlinked.all(), by, name="沈砚秋", note="局长", posts={post: "2026-11-16 01"}
        )
        official = Official.objects.get()
        held = official.appointments.get()
        assert (official.is_confirmed, held.is_confirmed) == (False, False)
        assert (held.learned_from, official.mentions.count()) == ("2026-11-16 01", 2)
        identity.undo(change, by)

        assert rows() == before
