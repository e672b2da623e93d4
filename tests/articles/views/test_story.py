"""One story."""

import json
import re

import pytest
from django.utils import timezone

from articles import workflow
from articles.models import Photo
from tests.articles.views.pages import (
    DAY,
    story_url,
    text_of,
)
from tests.factories import (
    make_page,
    make_version,
    release,
)

pytestmark = pytest.mark.django_db


def test_story_shows_all_that_was_printed(client, full_story):
    page = text_of(client.get(story_url(full_story)))

    assert re.search(r'<p class="kicker">(.*?)</p>', page)[1] == "重点工程传捷报"
    assert re.search(r"<h1>(.*?)</h1>", page)[1] == "云栖桥通车"
    assert re.search(r'<p class="deck">(.*?)</p>', page)[1] == "全长1.2公里"
    assert re.search(r'<div class="body">(.*?)</div>', page)[1] == (
        '<p><span class="dateline">本报讯</span>4月2日，云栖桥通车。</p>'
        "<p>两岸居民<strong>三分钟</strong>过河。</p>"
    )
    assert 'href="/editions/2023-04-03/01/"' in page
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
    Photo.objects.create(
        version=version, image="photos/x.jpg", credit=credit, alt_text="湖边", width=1, height=1
    )
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
