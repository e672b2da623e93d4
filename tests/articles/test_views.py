"""What readers find on the public pages, and what they must never find there."""

import datetime
import json
import re
from urllib.parse import parse_qs, urlsplit

import pytest
from django.core.files.base import ContentFile
from django.utils import timezone

from articles import workflow
from articles.models import Credit, Edition, Event, Mention, Photo, Version
from tests.factories import (
    make_department,
    make_official,
    make_page,
    make_released,
    make_reporter,
    make_reviewers,
    make_version,
    make_writer,
    release,
)

pytestmark = pytest.mark.django_db

DAY = datetime.date(2023, 4, 3)
HEADLINE = re.compile(r'class="card-headline"><a href="[^"]*">(.*?)</a>')


@pytest.fixture
def staff():
    return make_writer(), make_reviewers()


@pytest.fixture
def released(staff):
    """Makes released stories, all by the same four people."""

    def make(*args, **kwargs):
        return make_released(*args, staff=staff, **kwargs)

    return make


def text_of(response):
    return response.content.decode()


def headlines(response):
    """The headlines on the cards of a page, in order."""
    return [re.sub(r"<[^>]+>", "", found) for found in HEADLINE.findall(text_of(response))]


def story_url(version):
    return f"/stories/{version.article_id}/"


def public_pages(version, department, official, reporter, event):
    """Every page that could name a story with these links."""
    day = f"{version.dated:%Y/%m/%d}"
    return [
        "/",
        f"/{day[:4]}/",
        f"/{day[:7]}/",
        f"/{day}/",
        "/stories/",
        "/departments/",
        department.get_absolute_url(),
        "/officials/",
        official.get_absolute_url(),
        reporter.get_absolute_url(),
        "/events/",
        event.get_absolute_url(),
    ]


# What readers must not see


def linked(make, headline="云栖桥通车", **kwargs):
    """A story with one of each link, and the pages that could name it."""
    links = {
        "department": make_department("青澜经开区建设局"),
        "official": make_official(),
        "reporter": make_reporter(),
        "event": Event.objects.create(kind="ceremony", name="通车仪式"),
    }
    page = make_page(DAY)
    version = make(
        headline,
        dated=DAY,
        page=page,
        edition=page.edition,
        departments=[links["department"]],
        officials=[links["official"]],
        reporters=[links["reporter"]],
        event=links["event"],
        **kwargs,
    )
    return version, public_pages(version, **links)


def pages_that_name(client, headline, pages):
    return [page for page in pages if headline in text_of(client.get(page))]


def test_live_story_stands_on_every_page_that_it_belongs_to(client, released):
    _version, pages = linked(released)

    named = pages_that_name(client, "云栖桥通车", pages)

    assert set(pages) - set(named) == {"/2023/", "/departments/", "/officials/"}


def test_draft_stands_nowhere(client):
    version, pages = linked(make_version)

    assert pages_that_name(client, "云栖桥通车", pages) == []
    assert client.get(story_url(version)).status_code == 404


def test_embargoed_story_stands_nowhere_until_its_moment(client, released):
    tomorrow = timezone.now() + datetime.timedelta(days=1)
    version, pages = linked(released, at=tomorrow)

    assert pages_that_name(client, "云栖桥通车", pages) == []
    assert client.get(story_url(version)).status_code == 404


def test_withdrawn_story_stands_nowhere_and_answers_gone(client, released, staff):
    version, pages = linked(released)
    workflow.perform("withdraw", version, by=staff[1][-1], note="事实有误")

    response = client.get(story_url(version))

    assert pages_that_name(client, "云栖桥通车", pages) == []
    assert response.status_code == 410
    assert "云栖桥通车" not in text_of(response)
    assert 'href="/departments/"' in text_of(response)


def test_story_withdrawn_before_its_moment_was_never_known(client, released, staff, monkeypatch):
    version = released(at=timezone.now() + datetime.timedelta(days=1))
    workflow.perform("withdraw", version, by=staff[1][-1], note="不再需要")

    assert client.get(story_url(version)).status_code == 404
    two_days_on = timezone.now() + datetime.timedelta(days=2)
    monkeypatch.setattr(timezone, "now", lambda: two_days_on)
    assert client.get(story_url(version)).status_code == 404


def test_next_version_in_preparation_leaves_the_live_one_to_readers(client, released):
    live = released("云栖桥通车")
    make_version("云栖桥正式通车", article=live.article)

    assert headlines(client.get("/stories/")) == ["云栖桥通车"]
    assert "云栖桥正式通车" not in text_of(client.get(story_url(live)))


@pytest.mark.parametrize(
    "address",
    [
        "/2023/02/30/",
        "/2023/13/",
        "/0000/",
        "/2023/4/",
        "/1999/",
        "/1999/01/",
        "/1999/01/01/",
        "/stories/999/",
        "/stories/01/",
        "/stories/99999999999999999999999/",
        "/events/999/",
        "/departments/nobody/",
        "/officials/nobody/",
        "/reporters/nobody/",
    ],
)
def test_address_of_nothing_answers_not_found(client, address):
    assert client.get(address).status_code == 404


def test_page_that_does_not_exist_helps_to_find_one(client):
    page = text_of(client.get("/stories/999/"))

    assert 'name="since"' in page
    assert 'href="/departments/"' in page


def test_event_without_live_story_is_not_known(client):
    event = Event.objects.create(kind="forum", name="未公开的论坛")
    make_version(event=event)

    assert client.get(event.get_absolute_url()).status_code == 404
    assert "未公开的论坛" not in text_of(client.get("/events/"))


# The front page


def test_front_page_without_stories_says_so(client):
    assert "No stories yet." in text_of(client.get("/"))


def test_front_page_leads_with_the_first_story_of_the_latest_paper(client, released):
    page = make_page(timezone.localdate())
    released("二条", dated=page.edition.date, page=page, edition=page.edition, position=2)
    released("头条", dated=page.edition.date, page=page, edition=page.edition, position=1)
    released("网上的消息", dated=page.edition.date)

    front = client.get("/").context["front"]

    assert front.edition == page.edition
    assert front.lead.headline == "头条"
    assert [story.headline for story in front.seconds] == ["二条"]
    assert [story.headline for story in front.newest] == ["网上的消息"]
    assert [(p.number, [h for _url, h in p.headlines]) for p in front.pages] == [
        ("01", ["头条", "二条"])
    ]


def test_front_page_passes_over_papers_without_live_stories_and_papers_to_come(client, released):
    today = timezone.localdate()
    yesterday, tomorrow = (today + datetime.timedelta(days=days) for days in (-1, 1))
    page = make_page(yesterday)
    released(dated=yesterday, page=page, edition=page.edition)
    for day in (today, tomorrow):
        later = make_page(day)
        make_version(dated=day, page=later, edition=later.edition)
    early = make_page(tomorrow)
    released(dated=tomorrow, page=early, edition=early.edition)

    assert client.get("/").context["front"].edition == page.edition


def test_front_page_shows_what_departments_did_lately(client, released):
    bureau = make_department("青澜经开区教育局")
    for number in range(15):
        released(f"第{number}条", departments=[bureau])

    sections = client.get("/").context["front"].sections

    assert [(section.name, len(section.stories)) for section in sections] == [
        ("青澜经开区教育局", 2)
    ]


# By date


def test_year_links_the_days_with_stories(client, released):
    released(dated=DAY)
    released(dated=datetime.date(2021, 1, 1))

    page = text_of(client.get("/2023/"))

    assert re.findall(r'href="(/2023/[^"]+)"', page) == ["/2023/04/", "/2023/04/03/"]
    assert 'rel="prev" href="/2021/"' in page


def test_month_lists_its_stories_and_links_the_months_beside(client, released):
    released("四月", dated=DAY)
    released("三月", dated=datetime.date(2023, 3, 31))
    released("六月", dated=datetime.date(2023, 6, 1))

    response = client.get("/2023/04/")

    assert headlines(response) == ["四月"]
    assert 'rel="prev" href="/2023/03/"' in text_of(response)
    assert 'rel="next" href="/2023/06/"' in text_of(response)


def test_day_groups_its_stories_by_printed_page(client, released):
    Edition.objects.create(date=DAY, number=1203)
    first, second = make_page(DAY, "01", "要闻"), make_page(DAY, "02", "综合")
    released("综合稿", dated=DAY, page=second, edition=second.edition, position=1)
    released("二条", dated=DAY, page=first, edition=first.edition, position=2)
    released("头条", dated=DAY, page=first, edition=first.edition, position=1)
    released("网上的消息", dated=DAY)

    response = client.get("/2023/04/03/")

    assert [
        (page.number, [story.headline for story in page.stories])
        for page in response.context["pages"]
    ] == [("01", ["头条", "二条"]), ("02", ["综合稿"]), ("", ["网上的消息"])]
    assert "1203" in text_of(response)


def test_day_leads_to_the_days_with_stories_beside_it(client, released):
    for day in (1, 3, 10):
        released(dated=datetime.date(2023, 4, day))
    make_version(dated=datetime.date(2023, 4, 5))

    page = text_of(client.get("/2023/04/03/"))

    assert 'rel="prev" href="/2023/04/01/"' in page
    assert 'rel="next" href="/2023/04/10/"' in page


def test_day_without_stories_still_leads_to_its_neighbours(client, released):
    released(dated=DAY)

    response = client.get("/2023/04/04/")

    assert response.status_code == 404
    assert 'rel="prev" href="/2023/04/03/"' in text_of(response)


def test_today_without_stories_is_only_empty_so_far(client):
    assert client.get(f"/{timezone.localdate():%Y/%m/%d}/").status_code == 200


# A story


@pytest.fixture
def full_story(staff, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    page = make_page(DAY)
    version = make_version(
        "云栖桥通车",
        dated=DAY,
        kicker="重点工程传捷报",
        deck="全长1.2公里",
        dateline="本报讯",
        body="<p>4月2日，云栖桥通车。</p><p>两岸居民<strong>三分钟</strong>过河。</p>",
        page=page,
        edition=page.edition,
        departments=[make_department("青澜经开区建设局")],
        event=Event.objects.create(kind="ceremony", name="云栖桥通车仪式"),
    )
    Credit.objects.create(
        version=version, reporter=make_reporter("苏未央"), as_printed="苏未央", has_photos=True
    )
    Credit.objects.create(
        version=version, as_printed="袁小满", capacity="correspondent", has_text=True, position=1
    )
    Mention.objects.create(
        version=version,
        official=make_official("沈砚秋"),
        name_as_printed="沈砚秋",
        title_as_printed="经开区管委会主任",
        acts="出席、讲话",
    )
    Mention.objects.create(version=version, name_as_printed="卓远山", position=1)
    Photo.objects.create(
        version=version,
        image=ContentFile(PIXEL, name="bridge.png"),
        caption="首批车辆驶过云栖桥。",
        credit="苏未央 摄",
        digest="0",
    )
    return release(version, staff=staff)


# One grey pixel.
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d494844520000000100000001080000000"
    "03a7e9b550000000a49444154789c6368000000820081a38c2e1a0000000049454e44ae426082"
)


def test_story_shows_all_that_was_printed(client, full_story):
    page = text_of(client.get(story_url(full_story)))

    assert re.search(r'<p class="kicker">(.*?)</p>', page)[1] == "重点工程传捷报"
    assert re.search(r"<h1>(.*?)</h1>", page)[1] == "云栖桥通车"
    assert re.search(r'<p class="deck">(.*?)</p>', page)[1] == "全长1.2公里"
    assert re.search(r'<div class="body">(.*?)</div>', page)[1] == (
        '<p><span class="dateline">本报讯</span>4月2日，云栖桥通车。</p>'
        "<p>两岸居民<strong>三分钟</strong>过河。</p>"
    )
    assert 'href="/2023/04/03/#page-01"' in page
    assert f'href="/events/{full_story.event_id}/"' in page


def test_story_names_who_wrote_and_who_photographed(client, full_story):
    reading = client.get(story_url(full_story)).context["reading"]

    assert [(name.text, name.url, name.detail) for name in reading.credits] == [
        ("苏未央", "/reporters/su-wei-yang/", "words and pictures"),
        ("袁小满", "", "words"),
    ]


def test_story_names_people_with_the_title_as_printed(client, full_story):
    reading = client.get(story_url(full_story)).context["reading"]

    assert [(name.text, name.url, name.role, name.detail) for name in reading.officials] == [
        ("沈砚秋", "/officials/shen-yan-qiu/", "经开区管委会主任", "出席、讲话"),
        ("卓远山", "", "", ""),
    ]


def test_story_shows_its_photo_with_size_and_words_for_who_cannot_see_it(client, full_story):
    figure = re.search(r"<figure>.*?</figure>", text_of(client.get(story_url(full_story))), re.S)[0]

    assert 'width="1" height="1" alt="首批车辆驶过云栖桥。"' in figure
    assert '<span class="credit">苏未央 摄</span>' in figure


@pytest.mark.parametrize(
    ("credit", "shown"),
    [
        ("苏未央", "Photo: 苏未央"),
        ("本报记者 苏未央 摄", "本报记者 苏未央 摄"),
        ("云栖街道供图", "云栖街道供图"),
        ("云栖街道提供", "云栖街道提供"),
    ],
)
def test_credit_of_a_name_only_says_who_took_the_photo(client, staff, credit, shown):
    version = make_version()
    Photo.objects.create(version=version, image="photos/x.jpg", credit=credit, width=1, height=1)
    release(version, staff=staff)

    assert f'<span class="credit">{shown}</span>' in text_of(client.get(story_url(version)))


def test_story_carries_the_meta_tags_of_government_sites(client, full_story):
    page = text_of(client.get(story_url(full_story)))
    tags = dict(re.findall(r'<meta name="([A-Z]\w+)" content="([^"]*)">', page))
    released = timezone.localtime(full_story.publish_at)

    assert tags.pop("Image").startswith("http://testserver/media/photos/")
    assert tags == {
        "SiteName": "青澜新报",
        "SiteDomain": "testserver",
        "ColumnName": "要闻",
        "ColumnType": "工作动态",
        "ArticleTitle": "云栖桥通车",
        "PubDate": f"{released:%Y-%m-%d %H:%M}",
        "ContentSource": "青澜新报",
        "Keywords": "青澜经开区建设局,沈砚秋,卓远山",
        "Author": "苏未央、袁小满",
        "Description": "全长1.2公里",
        "Url": f"http://testserver/stories/{full_story.article_id}/",
    }


def test_story_tells_machines_what_it_is(client, full_story):
    page = text_of(client.get(story_url(full_story)))
    data = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', page)[1])

    assert data["@type"] == "NewsArticle"
    assert data["headline"] == "云栖桥通车"
    assert data["author"] == [
        {"@type": "Person", "name": "苏未央", "url": "http://testserver/reporters/su-wei-yang/"},
        {"@type": "Person", "name": "袁小满"},
    ]


def test_story_cannot_break_out_of_its_markup(client, released):
    version = released('</script><b x="1">', deck="<img src=x>", dateline="<i>")
    page = text_of(client.get(story_url(version)))

    assert "<b x" not in page
    assert "<img" not in page
    assert "<i>" not in page
    assert page.count("</script>") == 1
    assert "<b x" not in text_of(client.get("/stories/"))


def test_story_leads_to_its_neighbours_on_the_page(client, released, staff):
    page, other = make_page(DAY), make_page(DAY, "02")
    first, second, gone, third = (
        released(name, dated=DAY, page=page, edition=page.edition, position=place)
        for place, name in enumerate(["头条", "二条", "撤下的", "三条"], start=1)
    )
    released("另一版", dated=DAY, page=other, edition=other.edition, position=4)
    workflow.perform("withdraw", gone, by=staff[1][-1], note="事实有误")

    def beside(version):
        neighbours = client.get(story_url(version)).context["reading"].neighbours
        return [name and name.text for name in neighbours]

    assert beside(first) == [None, "二条"]
    assert beside(second) == ["头条", "三条"]
    assert beside(third) == ["二条", None]


def test_story_of_the_web_only_has_no_neighbours(client, released):
    assert client.get(story_url(released())).context["reading"].neighbours == (None, None)


# Walking long lists


def test_list_is_walked_to_its_end_and_back(client, released):
    made = [released(f"第{n}条", dated=DAY - datetime.timedelta(days=n // 3)) for n in range(45)]
    expected = [v.headline for v in sorted(made, key=lambda v: (v.dated, v.pk), reverse=True)]

    parts, address = [], "/stories/"
    while address:
        stories = client.get(address).context["stories"]
        parts.append([card.headline for card in stories.cards])
        address = stories.older_url and f"/stories/{stories.older_url}"

    assert parts == [expected[:20], expected[20:40], expected[40:]]
    back = client.get(f"/stories/{stories.newer_url}").context["stories"]
    assert [card.headline for card in back.cards] == expected[20:40]
    first = client.get(f"/stories/{back.newer_url}").context["stories"]
    assert ([card.headline for card in first.cards], first.newer_url) == (expected[:20], "")


def test_list_keeps_its_filters_while_it_is_walked(client, released):
    for n in range(21):
        released(f"第{n}条", dated=DAY)

    stories = client.get("/stories/", {"since": "2023-01-01"}).context["stories"]

    assert parse_qs(urlsplit(stories.older_url).query)["since"] == ["2023-01-01"]


@pytest.mark.parametrize("key", ["x", "2023-02-30-1", "2023-04-03-", "2023-04-03-1e9", "\x00"])
def test_unreadable_key_begins_at_the_beginning(client, released, key):
    released("云栖桥通车")

    assert headlines(client.get("/stories/", {"before": key})) == ["云栖桥通车"]
    assert headlines(client.get("/stories/", {"after": key})) == ["云栖桥通车"]


def test_events_are_walked_past_those_without_a_date(client, released):
    dates = [DAY - datetime.timedelta(days=n) for n in range(12)] + [None] * 12
    for number, date in enumerate(dates):
        released(event=Event.objects.create(kind="forum", name=f"论坛{number}", date=date))

    def names(response):
        return [covered.event.name for covered in response.context["events"]]

    first = client.get("/events/")
    second = client.get("/events/" + first.context["older_url"])
    back = client.get("/events/" + second.context["newer_url"])

    dated = [f"论坛{n}" for n in range(12)]
    undated = [f"论坛{n}" for n in range(23, 11, -1)]
    assert names(first) == dated + undated[:8]
    assert names(second) == undated[8:]
    assert names(back) == names(first)


# As many queries for thirty stories as for three


@pytest.mark.parametrize(
    ("page", "queries"),
    [
        ("/", 5),
        ("/2023/", 3),
        ("/2023/04/", 7),
        ("/2023/04/03/", 7),
        ("/stories/", 4),
        ("/events/", 3),
        ("/events/{event}/", 6),
        ("/departments/", 2),
        ("/departments/qing-lan-jing-kai-qu-jian-she-ju/", 7),
        ("/officials/", 2),
        ("/officials/shen-yan-qiu/", 8),
        ("/reporters/su-wei-yang/", 6),
    ],
)
def test_queries_do_not_grow_with_stories(
    client, released, django_assert_num_queries, page, queries
):
    version, _pages = linked(released)
    page = page.format(event=version.event_id)

    def add(number):
        for _ in range(number):
            released(
                dated=DAY,
                page=version.page,
                edition=version.edition,
                event=version.event,
                departments=version.departments.all(),
                officials=[mention.official for mention in version.mentions.all()],
                reporters=[credit.reporter for credit in version.credits.all()],
            )

    add(2)
    with django_assert_num_queries(queries):
        client.get(page)
    add(27)
    with django_assert_num_queries(queries):
        client.get(page)


def test_queries_of_a_story_do_not_grow_with_its_page(client, released, django_assert_num_queries):
    page = make_page(DAY)
    first = released(dated=DAY, page=page, edition=page.edition)
    with django_assert_num_queries(6):
        client.get(story_url(first))
    for _ in range(5):
        released(dated=DAY, page=page, edition=page.edition)
    with django_assert_num_queries(6):
        client.get(story_url(first))


# Every page


def test_pages_hold_nothing_that_the_content_security_policy_refuses(client, full_story):
    pages = public_pages(
        full_story,
        full_story.departments.get(),
        full_story.mentions.exclude(official=None).get().official,
        full_story.credits.exclude(reporter=None).get().reporter,
        full_story.event,
    )
    for address in [*pages, story_url(full_story)]:
        page = text_of(client.get(address))
        assert re.findall(r"<[^>]+\s(style|on\w+)=", page) == [], address
        assert re.findall(r"<script(?! type=\"application/ld\+json\")", page) == [], address
        assert re.findall(r'(?:src|href)="(https?:)?//(?!testserver)', page) == [], address


def test_pages_leave_no_cookie(client, released):
    released()

    assert client.get("/").cookies == {}
    assert Version.objects.live().count() == 1
