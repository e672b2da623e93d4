import pytest
from django.urls import reverse

from articles.models import Mention
from people import identity
from people.models import IdentityChange, Official, Post
from tests.articles.admin.posting import messages, text_of
from tests.factories import make_department, make_official, make_user, make_version

pytestmark = pytest.mark.django_db


@pytest.fixture
def keeper(client):
    user = make_user(permissions=("change_official", "add_official"))
    client.force_login(user)
    return user


@pytest.fixture
def url():
    return reverse("admin:articles_mention_changelist")


def mention(title="局长", name="沈砚秋", posts=()):
    version = make_version()
    made = Mention.objects.create(version=version, name_as_printed=name, title_as_printed=title)
    made.posts.set(posts)
    return made


def answer(*mentions, choice, **more):
    first = mentions[0]
    return {
        "name": first.name_as_printed,
        "title": first.title_as_printed,
        "mentions": [one.pk for one in mentions],
        "choice": choice,
        **more,
    }


def linked():
    return Mention.objects.filter(official__isnull=False).count()


def test_people_without_an_office_are_nobody_to_be_found(client, keeper, url):
    mention("村民", "王秀兰")
    mention("", "龙小川")
    mention("局长")

    assert [group.title for group in client.get(url).context["groups"]] == ["局长"]


def test_names_of_one_title_stand_together_with_the_officials_of_that_name(client, keeper, url):
    bureau = make_department("青澜局")
    fitting, other = make_official(posts=[(bureau, "局长")]), make_official(note="校长")
    make_official("卞敬庭")
    for title in ("局长", "局长", "校长"):
        mention(title, posts=Post.objects.all() if title == "局长" else ())

    groups = client.get(url).context["groups"]

    assert [(group.title, group.count) for group in groups] == [("局长", 2), ("校长", 1)]
    assert [(one.official, one.fits) for one in groups[0].candidates] == [
        (fitting, True),
        (other, False),
    ]
    assert groups[0].candidates[0].posts == ["青澜局局长"]


def test_post_of_another_body_does_not_fit(client, keeper, url):
    make_official(posts=[(make_department("云岭镇党委"), "书记")])
    body = make_department("澄湖镇党委")
    mention("澄湖镇党委书记", posts=[Post.objects.create(department=body, title="书记")])
    mention("书记")

    groups = client.get(url).context["groups"]

    assert {group.title: group.candidates[0].fits for group in groups} == {
        "澄湖镇党委书记": False,
        "书记": True,
    }


def test_choice_links_all_that_are_ticked_and_is_on_record(client, keeper, url):
    official = make_official()
    first, second, left = mention(), mention(), mention()

    response = client.post(url, answer(first, second, choice=official.pk), follow=True)

    assert set(official.mentions.all()) == {first, second}
    assert messages(response) == ["沈砚秋 is linked in 2 stories."]
    assert [group.mentions for group in response.context["groups"]] == [[left]]
    identity.undo(IdentityChange.objects.get(), keeper)
    assert linked() == 0


def test_all_of_one_name_and_title_beyond_those_shown(client, keeper, url):
    official = make_official()
    mentions = [mention() for _ in range(12)]
    mention("校长")
    assert len(client.get(url).context["groups"][0].mentions) == 8

    client.post(url, answer(mentions[0], choice=official.pk, whole="1"))

    assert official.mentions.count() == 12


def test_somebody_new_is_proposed_with_the_posts_printed(client, keeper, url):
    post = Post.objects.create(department=make_department("青澜局"), title="局长")
    mentions = [mention(posts=[post]) for _ in range(2)]

    client.post(url, answer(*mentions, choice="new", note="青澜局"))

    official = Official.objects.get()
    held = official.appointments.get()
    assert (official.note, official.is_confirmed, linked()) == ("青澜局", False, 2)
    assert (held.post, held.is_confirmed) == (post, False)
    assert held.learned_from == "2026-11-16 柳汐公园新添环湖步道"


def test_story_that_names_the_official_already_does_not_wait(client, keeper, url):
    version = make_version(officials=[make_official()])
    Mention.objects.create(version=version, name_as_printed="沈砚秋")

    assert client.get(url).context["groups"] == []


def test_what_a_merge_took_the_link_off_does_not_wait(client, keeper, url):
    kept, other = make_official("沈砚秋"), make_official("沈研秋")
    version = make_version(officials=[kept, other])

    identity.merge(kept, other, keeper)

    assert version.mentions.get(official=None).name_as_printed == "沈研秋"
    assert client.get(url).context["groups"] == []


def test_nothing_ticked_and_nobody_chosen_are_refused(client, keeper, url):
    official, waiting = make_official(), mention()
    nothing = client.post(url, answer(waiting, choice=official.pk) | {"mentions": []}, follow=True)
    nobody = client.post(url, answer(waiting, choice=""), follow=True)
    gone = client.post(url, answer(waiting, choice="999"), follow=True)

    assert [len(messages(response)) for response in (nothing, nobody, gone)] == [1, 1, 1]
    assert linked() == 0


def test_search_by_name(client, keeper, url):
    mention(name="沈砚秋"), mention(name="卞敬庭")

    assert [group.name for group in client.get(url, {"q": "敬庭"}).context["groups"]] == ["卞敬庭"]


def test_more_names_follow_on_the_next_page(client, keeper, url):
    for number in range(25):
        mention(name=f"某{number}")

    first = client.get(url)
    second = client.get(first.context["more"])

    names = [group.name for page in (first, second) for group in page.context["groups"]]
    assert len(names) == len(set(names)) == 25
    assert "First page" in text_of(second)


def test_is_for_those_who_keep_the_directory(client, url):
    client.force_login(make_user(permissions=("change_version", "view_version")))

    assert client.get(url).status_code == 403


@pytest.mark.parametrize("count", [2, 15])
def test_takes_the_same_queries_for_few_and_for_many(
    client, keeper, url, count, django_assert_num_queries
):
    post = Post.objects.create(department=make_department(), title="局长")
    for number in range(count):
        make_official(f"某{number}", posts=[(make_department(), "局长")])
        mention(name=f"某{number}", posts=[post])
    client.get(url)

    # Session, account, 2 of permissions; groups, mentions, their posts; officials, appointments,
    # posts, bodies.
    with django_assert_num_queries(12):
        client.get(url)
