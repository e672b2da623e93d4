"""What verification finds, on the form of a story and on the page for reading it."""

import re
from datetime import date
from html import unescape

import pytest
from django.urls import reverse

from articles.models import Photo
from tests.articles.admin.posting import change_url, text_of
from tests.factories import make_department, make_official, make_released, make_user, make_version

pytestmark = pytest.mark.django_db


@pytest.fixture
def secretary():
    """仝在山, who holds a post from a day that is known."""
    official = make_official("仝在山", posts=[(make_department("青澜经开区党工委"), "书记")])
    official.appointments.update(started=date(2020, 1, 1), started_latest=date(2020, 1, 1))
    return official


@pytest.fixture
def version(secretary):
    return make_version(
        body="<p>青澜经开区党工委书记仝在江出席会议。</p><p>会议于2026年2月30日召开。</p>"
    )


def review_url(version):
    return reverse("admin:articles_version_review", args=[version.pk])


PAGES = pytest.mark.parametrize("address", [change_url, review_url])


@PAGES
def test_finding_says_where_what_and_by_which_rule(client, editor, secretary, version, address):
    page = text_of(client.get(address(version)))

    assert '<p class="findings-status quiet" role="status">2 findings</p>' in page
    for words in (
        '<small class="quiet">Paragraph 1</small> <del>仝在江</del>',
        "<ins>仝在山</ins>",
        "青澜经开区党工委书记 is 仝在山, which differs by one character.",
        "<summary>name almost that of the holder</summary>"
        "<p>By the directory, as far as somebody confirmed it.</p>",
        f'<a href="/admin/people/official/{secretary.pk}/change/" target="_blank">'
        "What the directory says</a>",
        '<small class="quiet">Paragraph 2</small> <b>2026年2月30日</b>',
    ):
        assert words in page


@PAGES
def test_what_is_released_is_not_said_to_be_stopped(client, editor, address):
    version = make_released(body="<p>青澜经开区党工委书记仝在江出席会议。</p>")
    holder = make_official("仝在山", posts=[(make_department("青澜经开区党工委"), "书记")])
    holder.appointments.update(started=date(2020, 1, 1), started_latest=date(2020, 1, 1))

    page = text_of(client.get(address(version)))
    assert "for sure" in page
    assert "stops the release" not in page


def test_page_is_told_where_the_words_stand_as_browsers_count(client, editor):
    version = make_version(body="<p>𠮷祥村换届。𠮷祥村于2026年2月30日选举。</p>")
    page = text_of(client.get(change_url(version)))
    assert (
        'data-passage="body-0" data-sentence="𠮷祥村于2026年2月30日选举。" '
        'data-sentence-start="7" data-start="5" data-words="2026年2月30日"'
    ) in page


def test_what_is_mended_by_taking_it_out_offers_that(client, editor, secretary):
    version = make_version(body="<p>时任青澜经开区党工委书记仝在山出席会议。</p>")
    page = text_of(client.get(change_url(version)))
    assert '<button type="button" data-fix="" hidden>Take it out</button>' in page


@PAGES
def test_story_without_a_finding_says_so(client, editor, address):
    page = text_of(client.get(address(make_version())))
    assert '<p class="findings-status quiet" role="status">Nothing was found.</p>' in page


@PAGES
def test_what_cannot_be_checked_stands_apart_and_is_not_counted(client, editor, secretary, address):
    secretary.appointments.update(started=None, started_latest=None, is_confirmed=False)
    version = make_version(body="<p>青澜经开区党工委书记仝在山出席会议。</p>")

    page = text_of(client.get(address(version)))

    assert "Nothing was found." in page
    _before, apart = page.split('<details class="unchecked"><summary>1 not checkable</summary>')
    assert "青澜经开区党工委书记" in apart


def test_headline_kicker_deck_and_captions_are_named_as_places(client, editor):
    version = make_version(headline="标题（一", kicker="引题（一", deck="副题（一")
    image = f"photos/{'a' * 64}.jpg"
    Photo.objects.create(version=version, image=image, width=1, height=1, caption="图说（一")

    page = text_of(client.get(change_url(version)))

    for place in ("headline", "kicker", "deck", "Caption 1"):
        assert f'<small class="quiet">{place}</small>' in page


def test_source_that_can_be_read_is_linked(client, editor):
    version = make_version(body="<p>受害人小芳（化名）被拐卖后获救。</p>")
    page = text_of(client.get(change_url(version)))
    assert 'href="http://www.2263.com.cn/article/834.html"' in page


def test_words_of_a_finding_are_text_and_no_markup(client, editor):
    version = make_version(headline="（<b>粗</b>")
    page = client.get(change_url(version)).content.decode()
    found = page.split('class="findings-found"', 1)[1]
    assert "<b>粗</b>" not in found


@PAGES
def test_where_the_word_list_cannot_be_read_what_stops_can_still_be_seen_and_waived(
    client, editor, settings, tmp_path, version, address
):
    settings.VERIFICATION_WORDS = str(tmp_path / "none.toml")
    page = text_of(client.get(address(version)))
    assert "The house word list cannot be read, so that of the project stands in:" in page
    assert "none.toml" in page
    assert page.count("stops the release") == 2
    assert reverse("admin:articles_version_waive", args=[version.pk]) in page


@pytest.mark.parametrize("count", [1, 30])
def test_queries_of_the_page_for_reading_do_not_grow(
    client, editor, count, django_assert_num_queries
):
    body = make_department("青澜经开区党工委")
    for number in range(count):
        make_official(f"仝在{chr(0x5C71 + number)}", posts=[(body, "委员")])
    version = make_version(body="<p>青澜经开区党工委委员仝在江出席会议。</p>" * count)
    client.get(review_url(version))

    with django_assert_num_queries(35):
        client.get(review_url(version))


UNKNOWN = "<p>青澜经开区党工委书记闻人朗出席会议。</p>"


@pytest.mark.parametrize("may_add", [True, False])
def test_whom_nobody_knows_is_added_from_the_panel_by_whoever_may(client, secretary, may_add):
    rights = ["add_official", "add_appointment", "change_appointment"][: 3 if may_add else 2]
    client.force_login(make_user(permissions=["view_version", "change_version", *rights]))
    page = client.get(change_url(make_version(body=UNKNOWN))).content.decode()

    shown = re.search(r'<a href="([^"]+change-of-leaders[^"]+)" target="_blank">', page)
    assert bool(shown) is may_add
    if may_add:
        form = client.get(unescape(shown[1])).context["form"]
        assert str(form.post) == "青澜经开区党工委书记"
        assert (form["name"].value(), form["day"].value()) == ("闻人朗", "2026-11-16")
