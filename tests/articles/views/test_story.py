"""One story."""

import datetime
import json
import re

import pytest
from django.utils import timezone

from articles import workflow
from articles.importing.readers.epaper import read_epaper
from articles.importing.readers.folders import Folder
from articles.importing.readers.placing import Place
from articles.importing.readers.source_file import Limits
from articles.models import Correction, Mention, Photo
from articles.revisions import begin_version
from tests.articles.views.pages import (
    DAY,
    story_url,
    text_of,
)
from tests.factories import (
    make_department,
    make_official,
    make_page,
    make_version,
    release,
)

pytestmark = pytest.mark.django_db


def test_story_shows_all_that_was_printed(client, full_story):
    page = text_of(client.get(story_url(full_story)))

    assert re.search(r'<p class="kicker phrased">(.*?)</p>', page)[1] == "重点<wbr>工程<wbr>传捷报"
    assert re.search(r'<h1 class="p-name phrased">(.*?)</h1>', page)[1] == "云栖桥通车"
    assert re.search(r'<p class="deck phrased">(.*?)</p>', page)[1] == "全长<wbr>1.2公里"
    assert re.search(r'<div class="body e-content">(.*?)</div>', page)[1] == (
        '<p><span class="dateline">本报讯</span>4月2日，云栖桥通车。</p>'
        "<p>两岸居民<strong>三分钟</strong>过河。</p>"
    )
    assert 'href="/editions/2023-04-03/01/"' in page
    assert f'href="/events/{full_story.event_id}/"' in page


def test_story_is_marked_for_readers_of_microformats(client, full_story):
    page = text_of(client.get(story_url(full_story)))

    assert '<article class="story h-entry">' in page
    assert '<a class="p-author h-card" rel="author" href="/reporters/su-wei-yang/">' in page
    assert '<span class="p-author">袁小满</span>' in page
    assert '<time class="dt-published" datetime="' in page


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
    Photo.objects.create(
        version=version,
        image=f"photos/aa/{'a' * 64}.jpg",
        credit=credit,
        alt_text="湖边",
        width=1,
        height=1,
    )
    release(version, staff=staff)

    assert f'<span class="credit">{shown}</span>' in text_of(client.get(story_url(version)))


def test_story_carries_the_meta_tags_of_government_sites(client, full_story, settings):
    settings.SITE_ID_CODE = "3301000001"
    page = text_of(client.get(story_url(full_story)))
    tags = dict(re.findall(r'<meta name="([A-Z]\w+)" content="([^"]*)">', page))
    released = timezone.localtime(full_story.publish_at)

    assert tags.pop("Image").startswith("http://testserver/media/renditions/")
    assert tags == {
        "SiteName": "青澜新报",
        "SiteDomain": "testserver",
        "SiteIDCode": "3301000001",
        "ColumnName": "要闻",
        "ColumnDescription": "要闻: what 青澜新报 reports.",
        "ColumnKeywords": "要闻,青澜新报",
        "ColumnType": "工作动态",
        "ArticleTitle": "云栖桥通车",
        "PubDate": f"{released:%Y-%m-%d %H:%M}",
        "ContentSource": "青澜新报",
        "Keywords": "青澜经开区建设局,沈砚秋,卓远山",
        "Author": "苏未央、袁小满",
        "Description": "全长1.2公里",
        "Url": f"http://testserver/stories/{full_story.article_id}/",
    }


def told(page):
    """What the page tells machines, by its kind: schema.org's, then Baidu's."""
    scripts = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)
    return [json.loads(script) for script in scripts]


def test_story_tells_machines_what_it_is(client, full_story):
    data, _baidu = told(text_of(client.get(story_url(full_story))))
    released = timezone.localtime(full_story.publish_at).isoformat(timespec="seconds")

    assert data["@type"] == "NewsArticle"
    assert data["headline"] == "云栖桥通车"
    assert data["author"] == [
        {"@type": "Person", "name": "苏未央", "url": "http://testserver/reporters/su-wei-yang/"},
        {"@type": "Person", "name": "袁小满"},
    ]
    assert (data["datePublished"], data["dateModified"]) == (released, released)
    assert data["url"] == f"http://testserver/stories/{full_story.article_id}/"
    assert data["image"][0].startswith("http://testserver/media/renditions/")
    assert data["publisher"]["name"] == "青澜新报"
    assert data["publisher"]["logo"]["url"] == "http://testserver/static/newsroom/icon.svg"


@pytest.mark.parametrize(
    ("source", "author"),
    [
        ("", ("NewsMediaOrganization", "青澜新报")),
        ("云栖日报", ("Organization", "云栖日报")),
    ],
)
def test_unsigned_story_is_by_the_body_that_it_comes_from(client, released, source, author):
    data, _baidu = told(text_of(client.get(story_url(released(source=source)))))

    assert [(one["@type"], one["name"]) for one in data["author"]] == [author]


def test_corrected_story_says_when_it_first_came_and_when_it_changed(
    client, released, staff, monkeypatch
):
    first = released("云栖桥通车")
    next_day = first.publish_at + datetime.timedelta(days=1)
    draft = begin_version(first, by=staff[0])
    Correction.objects.create(version=draft, wrong="三分钟", right="五分钟")
    release(draft, at=next_day, staff=staff)
    monkeypatch.setattr(timezone, "now", lambda: next_day + datetime.timedelta(hours=1))

    page = text_of(client.get(story_url(first)))
    news, baidu = told(page)

    came, changed = (timezone.localtime(moment) for moment in (first.publish_at, next_day))
    assert f'<meta name="PubDate" content="{came:%Y-%m-%d %H:%M}">' in page
    assert f">{changed:%Y-%m-%d %H:%M}</time>" in page
    assert (news["datePublished"], news["dateModified"]) == (
        came.isoformat(timespec="seconds"),
        changed.isoformat(timespec="seconds"),
    )
    assert news["correction"] == [
        {
            "@type": "CorrectionComment",
            "text": "“三分钟” should read “五分钟”.",
            "datePublished": changed.isoformat(timespec="seconds"),
        }
    ]
    assert baidu == {
        "@context": "https://ziyuan.baidu.com/contexts/cambrian.jsonld",
        "@id": f"http://testserver/stories/{first.article_id}/",
        "title": "云栖桥通车",
        "pubDate": f"{came:%Y-%m-%dT%H:%M:%S}",
        "upDate": f"{changed:%Y-%m-%dT%H:%M:%S}",
    }


def test_readers_of_epapers_read_the_story_back(client, full_story, tmp_path):
    (tmp_path / "story.html").write_bytes(client.get(story_url(full_story)).content)
    (page,) = read_epaper(Folder(tmp_path, Limits()).file("story.html"))

    roles = {
        role: [
            text
            for number, text in enumerate(page.document.text.split("\n"), start=1)
            if page.document.roles.get(number) == role
        ]
        for role in ("kicker", "headline", "deck", "byline", "body")
    }
    assert roles == {
        "kicker": ["重点工程传捷报"],
        "headline": ["云栖桥通车"],
        "deck": ["全长1.2公里"],
        "byline": ["苏未央、袁小满"],
        "body": ["本报讯4月2日，云栖桥通车。", "两岸居民三分钟过河。"],
    }
    assert page.place == Place(DAY, "01", "要闻")


def test_comment_for_epapers_cannot_be_ended_by_a_headline(client, released):
    page = text_of(client.get(story_url(released("问--答--->完"))))

    assert "<title>问&#45;&#45;答&#45;&#45;-&gt;完</title>" in page


def test_story_cannot_break_out_of_its_markup(client, released):
    version = released('</script><b x="1">', deck="--><img src=x>", dateline="<i>")
    page = text_of(client.get(story_url(version)))

    assert "<b x" not in page
    assert "<img src=x" not in page
    assert "<i>" not in page
    assert page.count("</script>") == 3
    assert page.count("-->") == 3
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


def test_person_is_shown_with_the_post_then_and_the_post_now_where_they_differ(
    client, released, staff
):
    bureau, committee = make_department("青澜水务局"), make_department("青澜管委会")
    stays = make_official("沈砚秋", posts=[(bureau, "局长")])
    moved = make_official("卓远山", posts=[(committee, "主任")])
    former = make_official("袁小满")
    version = make_version(dated=DAY)
    for position, (official, title) in enumerate(
        [(stays, "青澜水务局局长"), (moved, "青澜水务局副局长"), (former, "青澜水务局书记")]
    ):
        mention = Mention.objects.create(
            version=version,
            official=official,
            name_as_printed=official.name,
            title_as_printed=title,
            position=position,
        )
        if official == stays:
            mention.posts.add(official.posts.get())
    release(version, staff=staff)

    response = client.get(story_url(version))

    assert [(one.role, one.now) for one in response.context["reading"].officials] == [
        ("青澜水务局局长", ""),
        ("青澜水务局副局长", "青澜管委会主任"),
        ("青澜水务局书记", ""),
    ]
    assert "<dt>Then</dt><dd>青澜水务局副局长</dd><dt>Now</dt><dd>青澜管委会主任</dd>" in text_of(
        response
    )


def test_post_of_today_is_told_with_its_manner_and_as_far_as_somebody_confirmed_it(
    client, released
):
    bureau, committee = make_department("青澜水务局"), make_department("青澜管委会")
    acting = make_official("沈砚秋", posts=[(committee, "主任"), (bureau, "局长")])
    acting.appointments.filter(post__title="主任").update(manner="acting")
    bounds = {"started_latest": DAY, "is_confirmed": False}
    acting.appointments.filter(post__title="局长").update(**bounds)
    left = make_official("卓远山", posts=[(committee, "副主任")])
    this_year = datetime.date(2026, 1, 1), datetime.date(9999, 1, 1)
    left.appointments.update(ended=this_year[0], ended_latest=this_year[1])
    version = released(officials=[acting, left])
    version.mentions.get(official=acting).posts.add(acting.posts.get(title="局长"))

    reading = client.get(story_url(version)).context["reading"]

    assert [one.now for one in reading.officials] == ["青澜管委会代主任", ""]


def test_story_says_how_long_it_is(client, released):
    page = text_of(client.get(story_url(released(body=f"<p>{'水' * 1199}。</p>"))))

    assert "<li>1200 characters</li>" in page
    assert "<li>3 minutes to read</li>" in page


@pytest.mark.parametrize(("number", "in_album"), [(1, 0), (3, 0), (4, 3)])
def test_many_photos_are_an_album_after_the_first(client, staff, number, in_album):
    version = make_version()
    for position in range(number):
        name = f"{position}" * 64
        Photo.objects.create(
            version=version,
            image=f"photos/aa/{name}.jpg",
            alt_text="湖边",
            width=20,
            height=30,
            position=position,
        )
    release(version, staff=staff)

    page = text_of(client.get(story_url(version))).partition('<div class="tools"')[0]

    before, _album, album = page.partition('<section class="album"')
    assert page.count('<figure class="is-tall">') == number
    assert album.count('<a class="enlarge"') == in_album
    assert before.count('fetchpriority="high"') == 1
    assert page.count('loading="lazy"') == number - 1
    assert page.count('<dialog class="lightbox"') == 1
