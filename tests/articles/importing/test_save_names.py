"""The people, bodies, posts and events of an import as they are stored."""

import datetime

import pytest

from articles.importing.events import event_kind
from articles.importing.importer import import_page
from articles.models import Article, Event, Version
from people.models import Appointment, Department, Official, Post, Reporter
from tests.articles.importing.sample import DAY, STORY, run
from tests.factories import make_department, make_official

pytestmark = pytest.mark.django_db


def test_people_without_an_office_are_mentions_without_a_link(page_file):
    page_file.write_text(STORY.replace("出席会议", "和村民王秀兰出席会议"), encoding="utf-8")
    run(page_file)

    mentions = Version.objects.get().mentions.values_list(
        "name_as_printed", "title_as_printed", "official__name", "posts__title"
    )
    assert list(mentions) == [
        ("沈砚秋", "青澜经开区管委会副主任", "沈砚秋", "副主任"),
        ("王秀兰", "村民", None, None),
    ]


def test_only_the_posts_that_are_held_now_are_proposed(page_file):
    title = "时任柳河镇镇长、现任青澜经开区管委会副主任"
    page_file.write_text(STORY.replace("青澜经开区管委会副主任", title), encoding="utf-8")
    run(page_file)

    assert [str(one.post.department) for one in Appointment.objects.all()] == ["青澜经开区管委会"]
    assert Version.objects.get().mentions.get().posts.count() == 2


def test_new_people_are_proposals(page_file):
    run(page_file)

    official = Official.objects.get()
    assert (official.name, official.is_confirmed) == ("沈砚秋", False)
    appointment = Appointment.objects.get()
    assert str(appointment.post) == "青澜经开区管委会副主任"
    assert appointment.is_confirmed is False
    assert "01.md" in appointment.learned_from
    assert not Reporter.objects.get().is_confirmed


def test_post_that_is_past_is_tied_to_the_mention_and_not_proposed(page_file):
    page_file.write_text(
        STORY.replace("青澜经开区管委会副", "时任青澜经开区管委会副"), encoding="utf-8"
    )
    run(page_file)
    assert [str(post) for post in Post.objects.all()] == ["青澜经开区管委会副主任"]
    assert Official.objects.get().mentions.get().posts.count() == 1
    assert not Appointment.objects.exists()


@pytest.mark.parametrize(
    ("printed", "kind"),
    [
        ("座谈", Event.Kind.MEETING),
        ("检查", Event.Kind.TOUR),
        ("走访", Event.Kind.TOUR),
        ("签约", Event.Kind.CEREMONY),
        ("宣讲", Event.Kind.ACTIVITY),
        ("演出", Event.Kind.ACTIVITY),
    ],
)
def test_printed_kind_of_event_is_one_of_the_models(printed, kind):
    assert event_kind(printed) == kind


def test_known_official_is_matched_by_post(page_file):
    department = make_department("青澜经开区管委会")
    official = make_official(posts=[(department, "副主任")])

    report = run(page_file)

    assert Version.objects.get().mentions.get().official == official
    assert report.names["officials"] == {"matched": 1, "new": 0, "ambiguous": 0}
    assert (Official.objects.count(), Post.objects.count(), Department.objects.count()) == (1, 1, 1)


def test_namesake_in_another_body_is_ambiguous_and_linked_to_nobody(page_file):
    make_official(posts=[(make_department("云汀街道"), "主任")])

    report = run(page_file)

    mention = Version.objects.get().mentions.get()
    assert (mention.name_as_printed, mention.official) == ("沈砚秋", None)
    assert Official.objects.count() == 1
    assert report.names["officials"] == {"matched": 0, "new": 0, "ambiguous": 1}


def test_title_without_a_body_makes_no_post(page_file):
    page_file.write_text(STORY.replace("青澜经开区管委会副主任", "局长"), encoding="utf-8")

    run(page_file)

    mention = Version.objects.get().mentions.get()
    assert (mention.title_as_printed, list(mention.posts.all())) == ("局长", [])


def test_department_is_known_by_its_alias(page_file):
    department = make_department("青澜经济技术开发区管理委员会")
    department.aliases.create(name="青澜经开区管委会")

    run(page_file)

    assert list(Version.objects.get().departments.all()) == [department]
    assert Post.objects.get().department == department


def test_official_is_known_by_another_name(page_file):
    run(page_file)
    official = Official.objects.get()
    official.aliases.create(name=official.name)
    Official.objects.update(name="沈言秋")
    Version.objects.all().delete()
    Article.objects.all().delete()

    run(page_file)

    assert list(Official.objects.all()) == [official]


def test_two_names_of_one_body_on_one_page_make_one_post(page_file):
    department = make_department("青澜经开区管委会")
    department.aliases.create(name="青澜管委会")
    page_file.write_text(
        STORY.replace("沈砚秋出席", "沈砚秋出席会议，青澜管委会副主任陆知衡主持"), encoding="utf-8"
    )

    run(page_file)

    assert Post.objects.get().department == department
    assert Official.objects.count() == 2


HELD = """# 云岭区举行职工技能大赛

本报讯 11月15日，由云岭区总工会主办、柳河职业学校承办的云岭区职工技能大赛在柳河会堂举行。

云岭区总工会主席沈砚秋出席并讲话。

# 大赛见闻

本报讯 11月15日，云岭区职工技能大赛在柳河会堂举行。云岭区副区长陆知衡参加。
"""


def test_event_of_two_stories_is_one_with_its_place_and_hosts(page_file):
    page_file.write_text(HELD, encoding="utf-8")
    union = make_department("云岭区总工会")

    report = run(page_file)

    event = Event.objects.get()
    assert (event.kind, event.name, event.place) == ("activity", "云岭区职工技能大赛", "柳河会堂")
    assert event.versions.count() == 2
    assert list(event.hosts.values_list("role", "name_as_printed", "department")) == [
        ("host", "云岭区总工会", union.pk),
        ("organiser", "柳河职业学校", None),
    ]
    assert "Same event as another story's (kind, day and name): 大赛见闻" in report.notes
    assert report.names["events"] == {"matched": 0, "new": 1, "ambiguous": 0}


def test_story_of_a_later_import_covers_the_event_that_is_there(page_file, tmp_path):
    page_file.write_text(HELD, encoding="utf-8")
    run(page_file)
    Event.objects.update(place="柳河大会堂")
    later = tmp_path / "02.md"
    later.write_text(HELD.replace("见闻", "侧记"), encoding="utf-8")

    import_page(later, edition_date=DAY + datetime.timedelta(days=1))

    event = Event.objects.get()
    assert (event.versions.count(), event.place) == (4, "柳河大会堂")


OFFICES = """# 云岭区召开供水保障会议

本报讯 11月15日，云岭区召开供水保障会议。

云岭区公安局刑警大队大队长沈砚秋，云岭区住建局局长陆知衡参加会议。
"""


def test_new_body_is_proposed_under_its_parent_and_as_another_name(page_file):
    page_file.write_text(OFFICES, encoding="utf-8")
    whole = make_department("云岭区住房和城乡建设局")

    run(page_file)

    office = Department.objects.get(name="云岭区公安局刑警大队")
    assert (office.parent.name, office.parent_rule) == ("云岭区公安局", "office")
    assert (office.is_confirmed, office.parent.is_confirmed) == (False, False)
    short = Department.objects.get(name="云岭区住建局")
    assert (short.same_as, short.same_rule, short.parent) == (whole, "short", None)


def test_known_alias_is_no_new_body(page_file):
    page_file.write_text(OFFICES, encoding="utf-8")
    whole = make_department("云岭区住房和城乡建设局")
    whole.aliases.create(name="云岭区住建局")
    parent = make_department("云岭区公安局")

    run(page_file)

    assert not Department.objects.filter(name="云岭区住建局").exists()
    assert Department.objects.get(name="云岭区公安局刑警大队").parent == parent
