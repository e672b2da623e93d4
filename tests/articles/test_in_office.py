"""Who is in office on a day, as readers may see it."""

import datetime

import pytest
from django.utils import timezone, translation

from articles.directory import officials_list
from articles.in_office import former_names, leaders_of, posts_of
from articles.models import Mention
from people import identity
from people.leaders import ChangeOfLeaders, Coming, carry_out
from people.models import Appointment, Post
from people.periods import PartialDate
from tests.factories import (
    make_department,
    make_official,
    make_released,
    make_user,
    make_version,
    release,
)

pytestmark = pytest.mark.django_db

TODAY = datetime.date(2026, 11, 16)


@pytest.fixture(autouse=True)
def _on_that_day_in_english(monkeypatch, settings):
    monkeypatch.setattr(timezone, "localdate", lambda *args: TODAY)
    settings.LANGUAGE_CODE = "en"
    with translation.override("en"):
        yield


def told(posts):
    return [(post.title, post.name) for post in posts]


def in_office(body, day):
    return told(leaders_of(body, day).sure)


def perhaps(body, day):
    return told(leaders_of(body, day).perhaps)


def appoint(official, department, title, position=100, *, start="", end="", **kwargs):
    post, _ = Post.objects.get_or_create(
        department=department, title=title, defaults={"position": position}
    )
    held = Appointment(official=official, post=post, **kwargs)
    if start:
        held.start = PartialDate.parse(start)
    if end:
        held.end = PartialDate.parse(end)
    held.save()
    return held


def test_body_names_who_holds_its_posts_on_the_day():
    body = make_department("青澜经开区管委会")
    before, now, deputy = (make_official(name) for name in ("卓远山", "沈砚秋", "顾行舟"))
    appoint(before, body, "主任", 1, ended=TODAY)
    appoint(now, body, "主任", 1, started=TODAY)
    appoint(deputy, body, "副主任", 2)
    appoint(deputy, body, "党组书记", 3, started=TODAY + datetime.timedelta(days=1))

    assert in_office(body, TODAY) == [("主任", "沈砚秋"), ("副主任", "顾行舟")]
    assert in_office(body, TODAY - datetime.timedelta(days=1)) == []
    assert perhaps(body, TODAY - datetime.timedelta(days=1)) == [
        ("主任", "卓远山"),
        ("副主任", "顾行舟"),
    ]


def test_appointment_from_an_import_is_told_once_a_live_story_prints_it():
    body = make_department("青澜经开区管委会")
    official = make_official("沈砚秋")
    learned = appoint(official, body, "主任", is_confirmed=False)
    appoint(official, body, "书记", is_confirmed=False)
    make_released(officials=[official])
    assert perhaps(body, TODAY) == []

    released = make_released(officials=[official])
    Mention.objects.get(version=released).posts.add(learned.post)

    assert (in_office(body, TODAY), perhaps(body, TODAY)) == ([], [("主任", "沈砚秋")])


def test_confirmed_post_names_nobody_whom_readers_do_not_know():
    body = make_department("青澜经开区管委会")
    unknown = make_official("沈砚秋", is_confirmed=False)
    appoint(unknown, body, "主任")
    official = make_official("顾行舟")
    appoint(official, make_department("青澜经开区专班", is_confirmed=False), "组长")

    assert in_office(body, TODAY) == []
    assert posts_of(official) == []
    assert officials_list(TODAY).letters[0][1][0].posts == []

    make_released(officials=[unknown])
    assert in_office(body, TODAY) == [("主任", "沈砚秋")]


def test_body_that_a_live_story_prints_in_a_title_has_a_page(client):
    body = make_department("青澜经开区应急管理局党组", is_confirmed=False)
    official = make_official("荀里禾")
    post = appoint(official, body, "书记", is_confirmed=False).post
    released = make_released(officials=[official])
    assert client.get(body.get_absolute_url()).status_code == 404

    Mention.objects.get(version=released).posts.add(post)

    assert [held.url for held in posts_of(official)] == [body.get_absolute_url()]
    assert client.get(body.get_absolute_url()).status_code == 200


def test_official_page_shows_posts_in_time_and_what_was_done(client):
    body = make_department("青澜经开区管委会")
    official = make_official("沈砚秋")
    appoint(official, body, "主任", started=datetime.date(2023, 4, 1))
    appoint(official, body, "副主任", ended=datetime.date(2023, 4, 1))
    old = make_version("旧闻", dated=datetime.date(2023, 3, 1))
    new = make_version("新闻", dated=datetime.date(2023, 5, 1))
    Mention.objects.create(
        version=old, official=official, name_as_printed="沈砚秋", title_as_printed="管委会副主任"
    )
    Mention.objects.create(
        version=new,
        official=official,
        name_as_printed="沈砚秋",
        title_as_printed="管委会主任",
        acts="出席、讲话",
    )
    for version in (old, new):
        release(version)

    response = client.get(official.get_absolute_url())

    assert [(c.headline, c.note) for c in response.context["stories"].cards] == [
        ("新闻", "管委会主任 · 出席、讲话"),
        ("旧闻", "管委会副主任"),
    ]
    assert [(post.title, post.time, post.is_over) for post in response.context["posts"]] == [
        ("主任", "since 2023-04-01", False),
        ("副主任", "until 2023-04-01", True),
    ]


def test_leaders_stand_in_the_official_order(django_assert_num_queries):
    body = make_department("青澜经开区管委会")
    party = make_department("青澜经开区党工委")
    people = {name: make_official(name) for name in ("卓远山", "沈砚秋", "顾行舟", "丁一", "王川")}
    for name in ("王川", "丁一", "顾行舟", "沈砚秋"):
        appoint(people[name], body, "副主任", start="2021-03")
    appoint(people["卓远山"], body, "主任", 900)
    appoint(people["卓远山"], party, "副书记")
    appoint(people["顾行舟"], party, "委员")
    held = Appointment.objects.get(official=people["沈砚秋"])
    held.manner = "in_charge"
    held.save()

    with django_assert_num_queries(2):
        found = leaders_of(body, TODAY)

    assert told(found.sure) == [
        ("主任", "卓远山"),
        ("副主任（主持工作）", "沈砚秋"),
        ("副主任", "顾行舟"),
        ("副主任", "丁一"),
        ("副主任", "王川"),
    ]
    Appointment.objects.filter(official=people["王川"]).update(document_order=1)
    Appointment.objects.filter(official=people["丁一"]).update(document_order=2)
    assert [name for _title, name in in_office(body, TODAY)][-2:] == ["王川", "丁一"]


def test_whoever_holds_two_posts_of_a_body_stands_once():
    body = make_department("青澜局")
    official = make_official("沈砚秋")
    appoint(official, body, "局长", 1, manner="acting")
    appoint(official, body, "党组书记", 2)

    assert in_office(body, TODAY) == [("党组书记、代局长", "沈砚秋")] or in_office(body, TODAY) == [
        ("代局长、党组书记", "沈砚秋")
    ]


def test_known_to_the_year_perhaps_held_it_on_a_day_of_that_year():
    body = make_department("青澜局")
    appoint(make_official("卓远山"), body, "局长", start="2019", end="2023")
    appoint(make_official("沈砚秋"), body, "局长", start="2023")

    def on(text):
        day = datetime.date.fromisoformat(text)
        return in_office(body, day), perhaps(body, day)

    assert on("2022-12-31") == ([("局长", "卓远山")], [])
    assert on("2023-05-01") == ([], [("局长", "沈砚秋"), ("局长", "卓远山")])
    assert on("2024-01-01") == ([("局长", "沈砚秋")], [])


def test_post_with_one_holder_rules_others_out():
    """What a story of 2003 says of a head is over once a later story names another."""
    body = make_department("青澜局")
    for name, year in (("卓远山", 2003), ("沈砚秋", 2012)):
        official = make_official(name)
        day = datetime.date(year, 4, 4)
        held = Appointment.proposed(
            official, Post.objects.get_or_create(department=body, title="局长")[0], f"{day} 01 a.md"
        )
        held.save()
        release(make_version(dated=day, officials=[official]))
        Mention.objects.get(official=official).posts.add(held.post)
    old, new = datetime.date(2003, 4, 4), datetime.date(2012, 4, 4)

    assert (in_office(body, old), perhaps(body, old)) == ([("局长", "卓远山")], [])
    assert (in_office(body, new), perhaps(body, new)) == ([("局长", "沈砚秋")], [])
    assert (in_office(body, TODAY), perhaps(body, TODAY)) == ([], [("局长", "沈砚秋")])

    appoint(make_official("顾行舟"), body, "局长", start="2020")
    assert (in_office(body, TODAY), perhaps(body, TODAY)) == ([("局长", "顾行舟")], [])


def listed(former=False):
    return [
        holder.name for _, found in officials_list(TODAY, former=former).letters for holder in found
    ]


def test_whoever_leaves_is_gone_from_every_current_list_at_the_next_request(client):
    body = make_department("青澜局")
    old = make_official("沈砚秋", posts=[(body, "局长")])
    never = make_official("安知夏")
    version = make_released("到访", dated=datetime.date(2019, 5, 1), officials=[old])
    words = version.body, version.digest
    page = client.get(body.get_absolute_url())
    assert page["Cache-Control"] == "no-cache"
    assert listed() == ["安知夏", "沈砚秋"]

    held = old.appointments.get()
    change = ChangeOfLeaders(
        held.post, PartialDate.parse("2026-11-16"), "", (held,), Coming(None, "卓远山")
    )
    record = carry_out(change, make_user())

    def on_page(query=""):
        found = client.get(f"{body.get_absolute_url()}{query}").context["leaders"]
        return told(found.sure), told(found.perhaps)

    assert on_page() == ([("局长", "卓远山")], [])
    assert on_page("?on=2026-11-15") == ([], [("局长", "沈砚秋")])
    assert listed() == [never.name, "卓远山"]
    assert listed(former=True) == ["沈砚秋"]
    former = client.get("/officials/?former=1").content.decode()
    assert old.get_absolute_url() in former
    assert "no longer in office" in client.get(old.get_absolute_url()).content.decode()
    assert "沈砚秋" not in client.get(f"{body.get_absolute_url()}feed.atom").content.decode()
    version.refresh_from_db()
    assert (version.body, version.digest) == words

    identity.undo(record, make_user())
    assert on_page() == ([("局长", "沈砚秋")], [])
    assert listed() == ["安知夏", "沈砚秋"]


def test_departure_known_to_the_month_or_the_year_is_one_in_every_list_of_today(client):
    body = make_department("青澜局")
    for name, end in (("沈砚秋", "2026-11"), ("卓远山", "2026")):
        appoint(make_official(name), body, "副局长", start="2020", end=end)
    appoint(make_official("安知夏"), body, "副局长", start="2020", end="2026-12")

    assert (listed(), set(listed(former=True))) == (["安知夏"], {"沈砚秋", "卓远山"})
    assert in_office(body, TODAY) == [("副局长", "安知夏")]
    assert set(perhaps(body, TODAY)) == {("副局长", "沈砚秋"), ("副局长", "卓远山")}


def test_whoever_takes_office_later_is_no_former_official():
    body = make_department("青澜局")
    appoint(make_official("沈砚秋"), body, "局长", start="2027")
    appoint(make_official("卓远山"), body, "局长", end="2020")

    assert (listed(), listed(former=True)) == (["沈砚秋"], ["卓远山"])
    assert [holder.posts for _, found in officials_list(TODAY).letters for holder in found] == [[]]


def test_list_of_officials_tells_the_manner_and_what_is_confirmed_alone(client):
    body = make_department("青澜局")
    acting = make_official("沈砚秋")
    appoint(acting, body, "局长", manner="acting")
    learned = appoint(acting, body, "党组书记", is_confirmed=False, start="≤2019-05-01")
    released = make_released(officials=[acting])
    Mention.objects.get(version=released).posts.add(learned.post)

    def told():
        (((_letter, (holder,)),)) = officials_list(TODAY).letters
        return holder.posts, holder.is_confirmed

    mark = "as named in the news"
    assert told() == (["青澜局代局长"], True)
    assert mark not in client.get("/officials/").content.decode()
    acting.appointments.exclude(pk=learned.pk).delete()
    assert told() == (["青澜局党组书记"], False)
    assert mark in client.get("/officials/").content.decode()


def test_perhaps_on_a_past_day_names_whom_the_story_before_it_names():
    body = make_department("青澜局")
    post = Post.objects.create(department=body, title="局长")
    for name, year in (("卓远山", 2003), ("沈砚秋", 2012)):
        official, day = make_official(name), datetime.date(year, 4, 4)
        Appointment.proposed(official, post, f"{day} 01 a.md").save()
        release(make_version(dated=day, officials=[official]))
        Mention.objects.get(official=official).posts.add(post)

    def on(year):
        return perhaps(body, datetime.date(year, 6, 1))

    assert (on(2002), on(2005), on(2013)) == (
        [("局长", "卓远山")],
        [("局长", "卓远山")],
        [("局长", "沈砚秋")],
    )


def test_day_that_is_none_shows_today(client):
    body = make_department("青澜局")
    make_official("沈砚秋", posts=[(body, "局长")])

    for query in ("on=", "on=2023-02-30"):
        leaders = client.get(f"{body.get_absolute_url()}?{query}").context["leaders"]
        assert (leaders.day, told(leaders.sure)) == (TODAY, [("局长", "沈砚秋")])


def test_vacancy_is_not_invented(client):
    body = make_department("青澜局")
    appoint(make_official("沈砚秋"), body, "局长", start="2019", end="2021")

    page = client.get(f"{body.get_absolute_url()}?on=2024-01-01").content.decode()
    assert "Nobody is on record here for that day." in page
    assert (
        "In office" not in client.get(make_department("白棠局").get_absolute_url()).content.decode()
    )


def test_former_names_of_a_body_are_shown_with_their_time(client):
    body = make_department("青澜经开区应急管理局")
    for name, kind, end in (
        ("区安监局", "short", ""),
        ("青澜经开区安全生产监督管理局", "former", "2019-03"),
        ("青澜经开区经济发展局安全科", "former", "2010"),
    ):
        alias = body.aliases.model(department=body, name=name, kind=kind)
        alias.end = PartialDate.parse(end) if end else None
        alias.save()

    assert [alias.name for alias in former_names(body)] == [
        "青澜经开区安全生产监督管理局",
        "青澜经开区经济发展局安全科",
    ]
    page = client.get(body.get_absolute_url()).content.decode()
    assert "青澜经开区安全生产监督管理局 <small>until 2019-03</small>" in page
    assert "区安监局" not in page
