import pytest

from articles.attendance import attenders, hosts_by_role
from articles.models import Event, EventHost, Mention, Version
from tests.factories import make_department, make_official, make_version

pytestmark = pytest.mark.django_db


@pytest.fixture
def event():
    return Event.objects.create(kind="meeting", name="供水保障会议")


def mention(version, name, acts, official=None, title="", position=0):
    return Mention.objects.create(
        version=version,
        name_as_printed=name,
        title_as_printed=title,
        acts=acts,
        official=official,
        position=position,
    )


def told(event):
    return [
        (one.name, one.in_roles, len(one.stories))
        for one in attenders(event, Version.objects.all())
    ]


def test_roles_are_told_by_what_the_stories_say(event):
    version = make_version(event=event)
    mention(version, "沈砚秋", "主持、讲话")
    mention(version, "陆知衡", "介绍", position=1)
    mention(version, "卓远山", "参加、表示", position=2)

    assert told(event) == [("沈砚秋", "主持、讲话", 1), ("卓远山", "出席", 1)]


def test_official_of_two_stories_attended_once(event):
    official = make_official()
    for acts in ("出席", "讲话"):
        mention(make_version(event=event), "沈砚秋", acts, official)

    assert told(event) == [("沈砚秋", "出席、讲话", 2)]


def test_namesakes_that_nobody_linked_stay_two(event):
    version = make_version(event=event)
    mention(version, "沈砚秋", "出席", title="县长")
    mention(version, "沈砚秋", "出席", title="局长", position=1)

    assert len(told(event)) == 2


def test_leader_of_a_tour_is_told_from_whoever_went_along(event):
    event.kind = "tour"
    version = make_version(event=event)
    mention(version, "沈砚秋", "调研、强调")
    mention(version, "陆知衡", "参加", position=1)

    assert told(event) == [("沈砚秋", "调研", 1), ("陆知衡", "出席", 1)]


def test_other_stories_say_nothing_of_the_event(event):
    mention(make_version(), "沈砚秋", "出席")

    assert told(event) == []


def test_hosts_stand_under_their_roles(event):
    body, learned = make_department("云岭区工会"), make_department("新见局", is_confirmed=False)
    for position, (role, name, department) in enumerate(
        [
            ("organiser", "柳河镇", None),
            ("host", "区工会", body),
            ("host", "新见局", learned),
        ]
    ):
        EventHost.objects.create(
            event=event, role=role, name_as_printed=name, department=department, position=position
        )

    (host, named), (organiser, town) = hosts_by_role(event)
    assert named == [("区工会", body.get_absolute_url()), ("新见局", "")]
    assert town == [("柳河镇", "")]
    assert host != organiser
