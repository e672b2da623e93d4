from datetime import date

import pytest

from articles.models import Version, Waiver
from articles.rechecking import recheck
from people.known import recorded
from people.models import Appointment, Official, Post
from tests.articles.test_verifying import appoint, make_story
from tests.factories import make_department, make_user

pytestmark = pytest.mark.django_db

TITLE = "青澜经开区管委会主任"


def end(appointment, day):
    with recorded(make_user()) as changes:
        appointment.ended = appointment.ended_latest = day
        appointment.save()
    return changes[0]


@pytest.fixture
def head():
    return appoint("鲁长河", make_department("青澜经开区管委会"), "主任")


def said(look):
    return [
        (one.version, [found.rule for found in one.new], [found.rule for found in one.gone])
        for one in look.changed
    ]


def test_lists_the_stories_after_the_day_of_leaving(head):
    make_story(f"{TITLE}鲁长河出席会议。", dated=date(2023, 5, 31))
    later = make_story(f"{TITLE}鲁长河出席会议。", dated=date(2023, 6, 15))

    look = recheck(end(head, date(2023, 6, 1)), {})

    assert said(look) == [(later, ["title_past"], [])]
    assert look.total == 2


def test_a_corrected_day_says_what_is_found_no_longer(head):
    end(head, date(2023, 6, 1))
    story = make_story(f"{TITLE}鲁长河出席会议。", dated=date(2023, 6, 15))

    look = recheck(end(head, date(2023, 7, 1)), {})

    assert said(look) == [(story, [], ["title_past"])]


def test_what_is_waived_is_left_out(head):
    words = f"{TITLE}鲁长河出席会议。"
    story = make_story(words, dated=date(2023, 6, 15))
    Waiver.objects.create(
        version=story,
        rule="title_past",
        words=TITLE,
        sentence=words,
        reason="照录碑文",
        by=make_user(),
    )
    look = recheck(end(head, date(2023, 6, 1)), {})
    assert (look.total, look.changed) == (1, [])


def test_only_stories_that_stand_are_looked_at(head):
    spiked = make_story(f"{TITLE}鲁长河出席会议。", dated=date(2023, 6, 15))
    Version.objects.filter(pk=spiked.pk).update(status=Version.Status.SPIKED)

    assert recheck(end(head, date(2023, 6, 1)), {}).total == 0


def test_a_mistyped_name_with_the_post_is_looked_at_too():
    body = make_department("青澜经开区管委会")
    story = make_story(f"{TITLE}鲁长江出席会议。", dated=date(2023, 6, 15))
    with recorded(make_user()) as changes:
        appointment = appoint("鲁长河", body, "主任")
    mention = story.mentions.create(position=1, name_as_printed="鲁长江", title_as_printed=TITLE)
    mention.posts.add(appointment.post)

    look = recheck(changes[0], {})

    assert said(look) == [(story, ["name_near"], ["name_unknown"])]


def test_a_change_that_was_undone_changes_no_verdict(head):
    story = make_story(f"{TITLE}鲁长河出席会议。", dated=date(2023, 6, 15))
    change = end(head, date(2023, 6, 1))
    Appointment.objects.filter(pk=head.pk).update(ended=None, ended_latest=None)

    look = recheck(change, {})

    assert (look.total, look.changed, look.part.rows) == (1, [], [story])


def test_parts_are_walked_from_the_newest(head, monkeypatch):
    monkeypatch.setattr("articles.rechecking.AT_ONCE", 1)
    stories = [make_story(f"{TITLE}鲁长河出席会议。", dated=date(2023, 6, day)) for day in (11, 12)]
    change = end(head, date(2023, 6, 1))

    first = recheck(change, {})
    second = recheck(change, {"before": first.part.older})

    assert [[one.version for one in look.changed] for look in (first, second)] == [
        [stories[1]],
        [stories[0]],
    ]


def test_the_number_of_queries_does_not_grow(head, django_assert_max_num_queries):
    change = end(head, date(2023, 6, 1))
    for day in range(1, 8):
        make_story(f"{TITLE}鲁长河出席会议。", dated=date(2023, 6, day))

    # On PostgreSQL a search counts its stories first.
    with django_assert_max_num_queries(13):
        recheck(change, {})


def test_stories_beyond_the_newest_are_said_to_be_left_out(head, monkeypatch):
    monkeypatch.setattr("articles.rechecking.MOST", 2)
    change = end(head, date(2023, 6, 1))
    stories = [make_story("会议召开。", dated=date(2023, 6, day)) for day in (1, 2, 3)]
    for named, found in ((stories[1:], (2, False)), (stories, (2, True))):
        for story in named:
            position = story.mentions.count()
            mention = story.mentions.create(position=position, name_as_printed="鲁长江")
            mention.posts.add(head.post)

        look = recheck(change, {})

        assert (look.total, look.is_cut) == found


def test_a_directory_confirmed_at_once_is_looked_through(head):
    story = make_story(f"{TITLE}鲁长江出席会议。", dated=date(2023, 6, 15))
    mention = story.mentions.create(position=1, name_as_printed="鲁长江", title_as_printed=TITLE)
    mention.posts.add(head.post)
    with recorded(make_user()) as changes:
        officials = [Official(name=f"鲁长{chr(0x4E00 + n)}", slug=f"o{n}") for n in range(1200)]
        Official.objects.bulk_create(officials)
        posts = [Post(department=head.post.department, title=f"第{n}科科长") for n in range(1200)]
        Post.objects.bulk_create(posts)
        Appointment.objects.bulk_create(
            Appointment(official=official, post=post)
            for official, post in zip(officials, posts, strict=True)
        )
        head.ended = head.ended_latest = date(2023, 6, 1)
        head.save()

    look = recheck(changes[0], {})

    assert look.total == 1
