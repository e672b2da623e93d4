"""Atom and RSS of what readers can read."""

import datetime

import pytest
from django.utils import timezone
from lxml import etree

from articles import workflow
from articles.models import Event
from articles.revisions import begin_version
from people import identity
from tests.articles.views.pages import DAY, linked, story_url, text_of
from tests.factories import make_department, make_page, make_user, make_version, release

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"


def parsed(response):
    """The feed as XML, read strictly."""
    assert response.status_code == 200
    return etree.fromstring(response.content, etree.XMLParser(recover=False, no_network=True))


def headlines_of(response):
    return [title.text for title in parsed(response).iterfind(f"{ATOM}entry/{ATOM}title")]


def feeds_of(version):
    return [
        "/stories/feed",
        f"/editions/{version.dated}/feed",
        f"/editions/{version.dated}/01/feed",
        f"/events/{version.event.kind}/feed",
        f"{version.departments.get().get_absolute_url()}feed",
        f"{version.mentions.get().official.get_absolute_url()}feed",
        f"{version.credits.get().reporter.get_absolute_url()}feed",
    ]


def test_story_is_in_every_feed_that_it_belongs_to(client, released):
    version, _pages = linked(released)
    released("别处的稿件", dated=datetime.date(2023, 4, 2))
    first, *others = [f"{feed}.atom" for feed in feeds_of(version)]

    assert headlines_of(client.get(first)) == ["云栖桥通车", "别处的稿件"]
    for feed in others:
        assert headlines_of(client.get(feed)) == ["云栖桥通车"], feed


def test_story_that_readers_cannot_read_is_in_no_feed(client, released, staff):
    version, _pages = linked(released)
    feeds = [f"{feed}.atom" for feed in feeds_of(version)]
    tomorrow = timezone.now() + datetime.timedelta(days=1)
    links = {
        "event": version.event,
        "departments": version.departments.all(),
        "page": version.page,
        "edition": version.edition,
        "dated": DAY,
    }
    make_version("草稿", **links)
    released("明日发布", at=tomorrow, **links)
    workflow.perform("withdraw", released("撤下的", **links), by=staff[1][-1], note="事实有误")

    for feed in feeds:
        assert headlines_of(client.get(feed)) == ["云栖桥通车"], feed


def test_edition_whose_stories_are_all_withdrawn_has_no_feed(client, released, staff):
    version, _pages = linked(released)
    workflow.perform("withdraw", version, by=staff[1][-1], note="事实有误")

    for feed in (f"/editions/{DAY}/feed.atom", f"/editions/{DAY}/01/feed.rss"):
        assert client.get(feed).status_code == 404


@pytest.mark.parametrize(
    "address",
    [
        "/editions/1999-01-01/feed.atom",
        "/editions/1999-02-30/feed.atom",
        "/editions/1999-01-01/01/feed.atom",
        "/events/nothing/feed.atom",
        "/departments/nobody/feed.atom",
        "/officials/nobody/feed.rss",
        "/reporters/nobody/feed.rss",
        "/stories/feed.json",
    ],
)
def test_feed_of_nothing_is_not_found(client, address):
    assert client.get(address).status_code == 404


def test_atom_has_what_its_standard_requires(client, full_story):
    response = client.get("/stories/feed.atom")
    feed = parsed(response)
    entry = feed.find(f"{ATOM}entry")
    address = f"http://testserver{story_url(full_story)}"

    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    assert feed.tag == f"{ATOM}feed"
    assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") == "zh-Hans"
    assert feed.findtext(f"{ATOM}title") == "All stories · 青澜新报"
    assert feed.findtext(f"{ATOM}id") == "http://testserver/stories/"
    assert feed.findtext(f"{ATOM}author/{ATOM}name") == "青澜新报"
    assert [(link.get("rel"), link.get("href")) for link in feed.iterfind(f"{ATOM}link")] == [
        ("alternate", "http://testserver/stories/"),
        ("self", "http://testserver/stories/feed.atom"),
    ]
    assert entry.findtext(f"{ATOM}title") == "云栖桥通车"
    assert entry.findtext(f"{ATOM}id") == address
    assert entry.find(f"{ATOM}link").get("href") == address
    assert entry.findtext(f"{ATOM}summary") == "全长1.2公里"
    assert entry.findtext(f"{ATOM}author/{ATOM}name") == "苏未央、袁小满"
    assert [one.get("term") for one in entry.iterfind(f"{ATOM}category")] == ["青澜经开区建设局"]
    for moment in ("published", "updated"):
        read = datetime.datetime.fromisoformat(entry.findtext(f"{ATOM}{moment}"))
        assert read == full_story.publish_at
    assert feed.findtext(f"{ATOM}updated") == entry.findtext(f"{ATOM}updated")


def test_rss_has_what_its_standard_requires(client, full_story):
    response = client.get("/stories/feed.rss")
    feed = parsed(response)
    channel, item = feed.find("channel"), feed.find("channel/item")
    address = f"http://testserver{story_url(full_story)}"

    assert response["Content-Type"] == "application/rss+xml; charset=utf-8"
    assert (feed.tag, feed.get("version")) == ("rss", "2.0")
    assert channel.findtext("title") == "All stories · 青澜新报"
    assert channel.findtext("link") == "http://testserver/stories/"
    assert channel.findtext("description") == "The newest stories of 青澜新报: All stories"
    assert channel.find(f"{ATOM}link").get("rel") == "self"
    assert item.findtext("title") == "云栖桥通车"
    assert item.findtext("description") == "全长1.2公里"
    assert item.findtext("link") == item.findtext("guid") == address
    assert item.find("guid").get("isPermaLink", "true") == "true"
    assert item.findtext("pubDate").endswith("+0800")


def test_entry_says_when_the_story_was_first_released_and_when_it_changed(
    client, released, staff, monkeypatch
):
    first = released(dated=DAY)
    next_day = first.publish_at + datetime.timedelta(days=1)
    release(begin_version(first, by=staff[0]), at=next_day, staff=staff)
    monkeypatch.setattr(timezone, "now", lambda: next_day)

    entry = parsed(client.get("/stories/feed.atom")).find(f"{ATOM}entry")
    published, updated = (
        datetime.datetime.fromisoformat(entry.findtext(f"{ATOM}{name}"))
        for name in ("published", "updated")
    )

    assert published == first.publish_at
    assert updated == next_day


def test_words_that_are_no_xml_are_escaped(client, released):
    released("<b>A & B</b>]]>\x0b", deck="3<5<script>\x01")

    feed = parsed(client.get("/stories/feed.atom"))
    assert feed.findtext(f"{ATOM}entry/{ATOM}title") == "<b>A & B</b>]]>"
    assert feed.findtext(f"{ATOM}entry/{ATOM}summary") == "3&lt;5&lt;script&gt;"
    item = parsed(client.get("/stories/feed.rss")).find("channel/item")
    assert item.findtext("title") == "<b>A & B</b>]]>"


def test_who_has_exactly_this_feed_is_told_so(client, released, monkeypatch):
    released()
    later = timezone.now() + datetime.timedelta(hours=1)
    monkeypatch.setattr(timezone, "now", lambda: later)
    given = client.get("/stories/feed.atom")

    for condition in (
        {"If-None-Match": given["ETag"]},
        {"If-Modified-Since": given["Last-Modified"]},
    ):
        again = client.get("/stories/feed.atom", headers=condition)
        assert (again.status_code, again.content) == (304, b"")
    assert given["Cache-Control"] == "public, no-cache"
    assert client.get("/stories/feed.atom", headers={"If-None-Match": '"x"'}).status_code == 200


@pytest.mark.parametrize("validator", ["ETag", "Last-Modified"])
def test_withdrawn_story_is_confirmed_to_nobody(client, released, staff, monkeypatch, validator):
    header = {"ETag": "If-None-Match", "Last-Modified": "If-Modified-Since"}[validator]
    withdrawn = released("撤下的")
    now = timezone.now()
    monkeypatch.setattr(timezone, "now", lambda: now + datetime.timedelta(hours=1))
    given = client.get("/stories/feed.atom")
    workflow.perform("withdraw", withdrawn, by=staff[1][-1], note="事实有误")
    monkeypatch.setattr(timezone, "now", lambda: now + datetime.timedelta(hours=2))

    assert headlines_of(client.get("/stories/feed.atom", headers={header: given[validator]})) == []


def test_no_date_is_given_while_its_second_may_not_be_over(client, released):
    released()

    assert "Last-Modified" not in client.get("/stories/feed.atom")


def test_story_that_came_by_its_hour_is_not_missed_by_who_asks_by_date(
    client, released, monkeypatch
):
    released("先发的")
    now = timezone.now()
    released("定时的", at=now + datetime.timedelta(hours=2))
    monkeypatch.setattr(timezone, "now", lambda: now + datetime.timedelta(hours=1))
    given = client.get("/stories/feed.atom")
    monkeypatch.setattr(timezone, "now", lambda: now + datetime.timedelta(hours=3))

    asked = {"If-Modified-Since": given["Last-Modified"]}
    assert len(headlines_of(client.get("/stories/feed.atom", headers=asked))) == 2


def test_feed_of_a_merged_body_moves_with_it(client, released):
    kept, merged = make_department("青澜住建局"), make_department("青澜区住建局")
    released(departments=[merged])
    identity.merge(kept, merged, by=make_user(is_superuser=True))

    response = client.get("/departments/qing-lan-qu-zhu-jian-ju/feed.atom")

    assert (response.status_code, response["Location"]) == (
        301,
        f"{kept.get_absolute_url()}feed.atom",
    )


def test_page_names_its_feeds(client, released):
    version, _pages = linked(released)
    day = f"/editions/{DAY}"
    expected = {
        "/": [],
        "/2023/04/03/": [f"{day}/feed", f"{day}/01/feed"],
        "/events/": [f"/events/{kind}/feed" for kind in Event.Kind.values],
        version.event.get_absolute_url(): ["/events/ceremony/feed"],
        **{
            page: [f"{page}feed"]
            for page in (
                version.departments.get().get_absolute_url(),
                version.mentions.get().official.get_absolute_url(),
                version.credits.get().reporter.get_absolute_url(),
            )
        },
    }
    for page, feeds in expected.items():
        text = text_of(client.get(page))
        for feed in [*feeds, "/stories/feed"]:
            for form in ("atom", "rss"):
                link = f'<link rel="alternate" type="application/{form}+xml" title="'
                assert link in text, page
                assert f'href="{feed}.{form}"' in text, page


def test_queries_of_a_feed_do_not_grow_with_stories(client, released, django_assert_num_queries):
    page = make_page(DAY)

    def add(number):
        for _ in range(number):
            released(dated=DAY, page=page, edition=page.edition, departments=[make_department()])

    add(2)
    with django_assert_num_queries(6):
        client.get("/stories/feed.atom")
    add(10)
    with django_assert_num_queries(6):
        client.get("/stories/feed.atom")


@pytest.mark.parametrize("whose", ["department", "official", "reporter"])
def test_page_of_a_body_or_person_offers_its_feed_to_be_seen(client, released, whose):
    version, _pages = linked(released)
    one = {
        "department": version.departments.get,
        "official": lambda: version.mentions.get().official,
        "reporter": lambda: version.credits.get().reporter,
    }[whose]()

    head = text_of(client.get(one.get_absolute_url())).partition('<div class="page-head">')[2]

    link = f'<a href="{one.get_absolute_url()}feed.atom" type="application/atom+xml">Subscribe'
    assert link in head.partition("</div>")[0]
