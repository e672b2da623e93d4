"""Addresses of an earlier site, each leading to the story that stood there."""

import re

import pytest

from articles import workflow
from articles.models import OldAddress
from articles.old_addresses import (
    NoAddress,
    NoTable,
    Row,
    article_at,
    import_rows,
    normal,
    read_rows,
)
from tests.articles.views.pages import story_url, text_of
from tests.factories import make_released, make_reviewers, make_version, make_writer


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("/html/1.htm", "/html/1.htm"),
        ("  http://news.example.cn/html/1.htm ", "/html/1.htm"),
        ("https://news.example.cn/show.asp?id=12#top", "/show.asp?id=12"),
        ("/%E8%A6%81%E9%97%BB/1.htm", "/要闻/1.htm"),
        ("/show.asp?lm=%E8%A6%81%E9%97%BB", "/show.asp?lm=要闻"),
    ],
)
def test_address_is_kept_without_host_and_decoded(written, kept):
    assert normal(written) == kept


@pytest.mark.parametrize(
    "written",
    [
        *("", "html/1.htm", "mailto:a@example.cn", "/a\x00b", "/" + "长" * 500),
        *("/", "/stories/5/", "/stories/5", "/2003/04/03/", "http://news.example.cn/events/"),
    ],
)
def test_what_cannot_be_an_old_address_is_refused(written):
    with pytest.raises(NoAddress):
        normal(written)


def test_rows_are_read_by_the_names_of_their_columns():
    text = "Address, System ,number\n/a.htm,cms,7\n\n/b.htm,cms\n"

    assert list(read_rows(text)) == [
        Row(2, "/a.htm", "", "cms", "7"),
        Row(4, "/b.htm", "", "cms", ""),
    ]


@pytest.mark.parametrize("text", ["", "/a.htm,5\n", "address\n/a.htm\n", "address,system\n/a,b\n"])
def test_table_without_the_columns_is_refused(text):
    with pytest.raises(NoTable):
        list(read_rows(text))


# As the e-papers of a well-known daily and of common systems wrote them.
OLD = [
    "/rmrb/html/2019-03/04/nw.D110000renmrb_20190304_1-01.htm",
    "/rmrb/html/2019-03/04/nw.D110000renmrb_20190304_2-01.htm",
    "/rmrb/pc/content/202501/01/content_30049523.html",
    "/html/2012-05/18/content_98765.htm?div=-1",
    "/shownews.asp?id=1234",
    "/NewsView.aspx?ClassID=3&NewsID=88",
    "/a/yaowen/2015/0708/1024.html",
]


@pytest.fixture
def staff(db):
    return make_writer(), make_reviewers()


@pytest.fixture
def moved(staff):
    """A story for each of the old addresses."""
    stories = [make_released(f"第{number}篇", staff=staff) for number in range(len(OLD))]
    rows = [
        Row(line, address, str(story.article_id))
        for line, (address, story) in enumerate(zip(OLD, stories, strict=True), start=2)
    ]
    import_rows(rows)
    return dict(zip(OLD, stories, strict=True))


def test_each_old_address_leads_to_its_story(client, moved):
    for address, story in moved.items():
        response = client.get(address)

        assert (response.status_code, response["Location"]) == (301, story_url(story)), address
        page = text_of(client.get(response["Location"]))
        canonical = re.findall(r'<link rel="canonical" href="([^"]*)">', page)
        assert canonical == [f"http://testserver{story_url(story)}"]


def test_what_others_append_to_an_address_is_passed_over(client, moved):
    for address, story in moved.items():
        mark = "&" if "?" in address else "?"
        response = client.get(f"{address}{mark}from=singlemessage&isappinstalled=0")

        assert response["Location"] == story_url(story), address


def test_address_that_never_was_is_not_found(client, moved):
    for address in (
        "/shownews.asp",
        "/shownews.asp?id=12345",
        "/RMRB/html/2019-03/04/nw.D110000renmrb_20190304_1-01.htm",
        "/" + "长" * 600,
        "/x?" + "&".join("abcdefghijklmn"),
    ):
        assert client.get(address).status_code == 404, address


def test_withdrawn_story_answers_gone_at_its_old_address_too(client, moved, staff):
    address, story = next(iter(moved.items()))
    workflow.perform("withdraw", story, by=staff[1][-1], note="事实有误")

    response = client.get(address)

    assert response.status_code == 410
    assert response["Cache-Control"] == "no-store"
    assert "第0篇" not in text_of(response)
    workflow.perform("restore", story, by=staff[1][-1], note="已核实")
    assert client.get(address).status_code == 301


@pytest.mark.django_db
def test_story_that_readers_never_knew_is_not_found_at_its_old_address(client):
    OldAddress.objects.create(address="/old/1.htm", article=make_version().article)

    assert client.get("/old/1.htm").status_code == 404


def test_old_address_is_only_read(client, moved):
    assert client.post(OLD[0]).status_code == 404
    assert client.head(OLD[0]).status_code == 301


@pytest.mark.django_db
def test_story_has_one_canonical_address(client):
    story = make_released()
    address = f"http://testserver{story_url(story)}"

    page = text_of(client.get(f"{story_url(story)}?from=timeline"))

    assert f'<link rel="canonical" href="{address}">' in page
    assert f'<meta name="Url" content="{address}">' in page
    assert f'<meta property="og:url" content="{address}">' in page


@pytest.mark.django_db
def test_list_has_one_canonical_address_for_what_it_was_asked(client):
    page = text_of(client.get("/stories/?utm_source=x&until=2023-04-03&since=2023-04-01"))

    assert (
        '<link rel="canonical" '
        'href="http://testserver/stories/?since=2023-04-01&amp;until=2023-04-03">' in page
    )


@pytest.mark.django_db
def test_page_that_is_found_asks_for_no_old_address(client, django_assert_num_queries):
    with django_assert_num_queries(2):
        assert client.get("/departments/").status_code == 200
    with django_assert_num_queries(1):
        assert client.get("/nothing.htm").status_code == 404


@pytest.mark.django_db
def test_import_says_what_is_wrong_with_which_line_and_saves_the_others():
    first, second = make_version().article, make_version().article
    second.source_system, second.source_id = "cms", "88"
    second.save()
    rows = [
        Row(2, "/a.htm", str(first.pk)),
        Row(3, "/b.htm", system="cms", number="88"),
        Row(4, "no address", str(first.pk)),
        Row(5, "/c.htm", "999999"),
        Row(6, "/c.htm", "x"),
        Row(7, "/c.htm", system="other", number="88"),
        Row(8, "/a.htm", str(second.pk)),
        Row(9, "http://old.example.cn/a.htm", str(first.pk)),
    ]

    imported = import_rows(rows)

    assert (imported.added, imported.unchanged) == (2, 1)
    assert [line for line, _problem in imported.problems] == [4, 5, 6, 7, 8]
    assert imported.problems[-1][1] == f"The address leads to article {first.pk} already."
    assert (article_at("/a.htm", ""), article_at("/b.htm", "")) == (first.pk, second.pk)


@pytest.mark.django_db
def test_second_import_changes_nothing():
    rows = [Row(2, "/a.htm", str(make_version().article_id))]
    import_rows(rows)
    before = list(OldAddress.objects.values())

    imported = import_rows(rows)

    assert (imported.added, imported.unchanged, imported.problems) == (0, 1, [])
    assert list(OldAddress.objects.values()) == before


@pytest.mark.django_db
def test_long_import_takes_few_queries(django_assert_max_num_queries):
    article = make_version().article_id
    rows = [Row(line, f"/{line}.htm", str(article)) for line in range(2, 2502)]

    with django_assert_max_num_queries(20):
        assert import_rows(rows).added == 2500
