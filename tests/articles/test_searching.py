"""The search page: what a reader sees of it."""

from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from django.core.cache import cache
from django.utils import timezone

from articles.models import Credit, Event, Mention, MissedSearch, missed_search
from articles.photos import attach
from articles.search import finding, limit
from articles.search.names import misspelt, named_like, other_names
from articles.search.query import parse
from articles.searching import PART, SearchFilter, search
from people.models import DepartmentAlias, OfficialAlias
from tests.articles.test_photos import encoded
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


@pytest.fixture(autouse=True)
def no_searches_yet():
    cache.clear()


@pytest.fixture
def staff(db):
    return make_writer(), make_reviewers()


@pytest.fixture
def bureau(db):
    bureau = make_department("青澜经济开发区教育局")
    DepartmentAlias.objects.create(department=bureau, name="经开区教育局")
    return bureau


def page(client, **asked):
    return client.get("/search/", asked)


def test_the_empty_page_has_a_box_and_finds_nothing(client, db, django_assert_num_queries):
    with django_assert_num_queries(0):
        answer = page(client)
    assert answer.status_code == 200
    assert 'name="q"' in answer.text
    assert 'name="robots" content="noindex' in answer.text


def test_hits_are_marked_and_their_words_escaped(client, staff):
    make_released("防汛<b>部署", body="<p>全区防汛&lt;i&gt;开始。</p>", staff=staff)
    text = page(client, q="防汛").text.replace("<wbr>", "")
    assert "<mark>防汛</mark>&lt;b&gt;部署" in text
    assert "全区<mark>防汛</mark>&lt;i&gt;开始。" in text


def test_only_live_stories_are_found(client, staff):
    make_version("防汛草稿")
    make_released("防汛已发", staff=staff)
    text = page(client, q="防汛").text
    assert "已发" in text
    assert "草稿" not in text


def test_facets_count_combine_and_stay_in_the_address(client, staff, bureau):
    official, reporter = make_official("沈砚秋"), make_reporter("苏未央")
    event = Event.objects.create(kind="meeting", name="例会")
    printed = make_page(number="02")
    version = make_version(
        "防汛会议", departments=[bureau], officials=[official], reporters=[reporter],
        event=event, page=printed, edition=printed.edition,
    )  # fmt: skip
    release(version, staff=staff)
    make_released("防汛演练", dated="2025-07-01", staff=staff)
    found = search({"q": "防汛", "order": "date"})
    shown = {
        tuple(facet.names): {value.label: (value.number, url) for value, url, _chosen in values}
        for facet, values, _widened in found.shown_facets
    }
    assert {
        name: {label: number for label, (number, _url) in of.items()} for name, of in shown.items()
    } == {
        ("since", "until"): {"2026": 1, "2025": 1},
        ("department",): {bureau.name: 1},
        ("official",): {"沈砚秋": 1},
        ("reporter",): {"苏未央": 1},
        ("event",): {event.get_kind_display(): 1},
        ("printed_page",): {"02": 1},
    }
    _number, url = shown["department",][bureau.name]
    asked = {name: value for name, (value,) in parse_qs(urlsplit(url).query).items()}
    assert asked == {"q": "防汛", "order": "date", "department": bureau.slug}
    for name, values in shown.items():
        for label, (number, url) in values.items():
            asked = {key: value for key, (value,) in parse_qs(urlsplit(url).query).items()}
            assert search(asked).number == number, (name, label)


def test_a_department_is_found_by_its_other_names_which_is_said(client, staff, bureau):
    make_released("经开区教育局招生", staff=staff)
    make_released("青澜经济开发区教育局招考", staff=staff)
    found = search({"q": "经开区教育局"})
    assert found.number == 2
    assert other_names(["经开区教育局"]) == {"经开区教育局": [bureau.name]}
    assert bureau.name in page(client, q="经开区教育局").text


def test_an_official_is_found_by_a_former_name(client, staff):
    make_official("沈砚秋").aliases.create(name="沈秋生")
    make_released("沈秋生调研", staff=staff)
    make_released("沈砚秋调研", staff=staff)
    assert search({"q": "沈砚秋"}).number == search({"q": "沈秋生"}).number == 2


@pytest.mark.parametrize("typed", ["人物:沈秋生", "领导：沈秋生", "标题:沈秋生"])
def test_a_former_name_is_found_where_a_field_says_and_is_said(client, staff, typed):
    official = make_official("沈砚秋")
    official.aliases.create(name="沈秋生")
    version = make_version("沈砚秋调研")
    Mention.objects.create(version=version, official=official, name_as_printed="沈砚秋")
    release(version, staff=staff)
    assert search({"q": typed}).number == 1
    assert search({"q": "正文:沈秋生"}).number == 0
    assert "沈砚秋" in page(client, q=typed).text


def test_names_of_bodies_that_readers_may_not_know_are_not_told(db):
    body = make_department("青澜筹备组", is_confirmed=False)
    DepartmentAlias.objects.create(department=body, name="筹备组")
    assert other_names(["筹备组"]) == {}


def test_a_search_that_was_too_long_says_so(client, db):
    assert "only its beginning" in page(client, q="长" * 201).text
    assert "only its beginning" not in page(client, q="长").text


def test_a_department_by_field(client, staff, bureau):
    make_released("秋季招生", departments=[bureau], staff=staff)
    make_released("秋季招聘", staff=staff)
    (found,) = search({"q": "秋季 部门:教育局"}).found
    assert "".join(piece.text for piece in found.headline) == "秋季招生"
    assert search({"q": "部门:经开区教育局"}).number == 1


@pytest.mark.parametrize("few", [0, 1, 2, 9])
def test_narrow_or_not_a_search_finds_the_same(staff, bureau, monkeypatch, few):
    monkeypatch.setattr(finding, "FEW", few)
    monkeypatch.setattr(SearchFilter, "many", few)
    for day in ("2026-03-01", "2026-03-02"):
        make_released(f"秋季招生{day}", dated=day, departments=[bureau], staff=staff)
    make_released("秋季招聘", dated="2026-03-01", staff=staff)
    for asked, number in (
        ({"department": bureau.slug}, 2),
        ({"since": "2026-03-02"}, 1),
        ({"until": "2026-03-01", "department": bureau.name}, 1),
        ({"until": "2025-01-01"}, 0),
        ({}, 3),
    ):
        assert search({"q": "秋季", **asked}).number == number, asked
    assert search({"q": "秋季 部门:教育局"}).number == 2
    assert search({"q": "部门:教育局 -招生2026-03-01"}).number == 1


def test_a_search_is_narrow_where_one_condition_leaves_few_stories(staff, bureau, monkeypatch):
    monkeypatch.setattr(finding, "FEW", 1)
    for day in ("2026-03-01", "2026-03-02"):
        make_released(f"秋季招生{day}", dated=day, departments=[bureau], staff=staff)
    for asked, is_narrow in (
        ({}, False),
        ({"department": bureau.slug}, False),
        ({"since": "2026-03-01"}, False),
        ({"since": "2026-03-02"}, True),
        ({"since": "2026-03-02", "department": bureau.slug}, True),
        ({"since": "yesterday"}, False),
    ):
        assert SearchFilter(asked).is_narrow == is_narrow, asked


def test_a_name_that_sounds_so_is_offered_where_nothing_is_found(client, db):
    make_official("岑予安")
    assert misspelt(parse("岑雨安")) == {"岑予安": "岑雨安"}
    text = page(client, q="岑雨安").text
    assert "岑予安" in text
    assert misspelt(parse("岑予安")) == {}


def test_the_other_words_and_filters_stay_where_a_name_is_offered(db):
    make_official("岑予安")
    ((words, url),) = search({"q": "调研 人物:岑雨安", "event": "meeting"}).meant
    assert words == "调研 人物:岑予安"
    assert parse_qs(urlsplit(url).query) == {"q": [words], "event": ["meeting"]}


def test_where_no_story_has_all_words_each_is_offered_by_itself(client, staff):
    make_released("防汛", staff=staff)
    text = page(client, q="防汛 没有的词").text
    assert 'href="?q=%E9%98%B2%E6%B1%9B"' in text
    assert search({"q": "没有的词"}).apart == search({"q": "防汛 全长"}).apart == []


def test_who_only_leaves_words_out_is_asked_for_one_to_look_for(client, db):
    assert 'role="alert"' in page(client, q="-防汛").text


def test_a_hit_beside_the_words_that_are_shown_is_shown_too(client, staff):
    version = make_version("防汛", kicker="雨季将至", source="江边日报")
    Credit.objects.create(version=version, as_printed="苏未央", position=0)
    said = {"caption": "沙袋码在堤上。", "credit": "柳拾", "alt_text": "沙袋"}
    attach(version, encoded(), **said)
    release(version, staff=staff)
    for typed in ("雨季", "江边日报", "苏未央", "沙袋", "柳拾"):
        assert f"<mark>{typed}</mark>" in page(client, q=typed).text
    assert "<mark>苏未央</mark>" in page(client, q='"苏　未央"').text
    (found,) = search({"q": "步道"}).found
    assert found.beside is None


@pytest.mark.parametrize("typed", ["cen", "cenyuan", "cya", "CYA", "岑予", "予安"])
def test_a_person_is_named_by_characters_pinyin_and_initials(db, typed):
    official = make_official("岑予安")
    make_official("沈砚秋")
    assert [one.url for one in named_like(typed)] == [official.get_absolute_url()]


@pytest.mark.parametrize("typed", ["jkqjyj", "jingkaiqu", "经开区教"])
def test_a_body_is_named_by_an_alias_too(bureau, typed):
    (named,) = named_like(typed)
    assert (named.name, named.also) == (bureau.name, "经开区教育局")


@pytest.mark.parametrize("typed", ["jkq", "jingkai", "gwh"])
def test_a_body_is_named_by_the_syllables_after_its_place_those_that_begin_so_first(db, typed):
    far = make_department("青澜经开区管委会")
    assert [one.name for one in named_like(typed)] == [far.name]
    near = make_department({"jkq": "经开区", "jingkai": "经开办", "gwh": "管委会"}[typed])
    assert [one.name for one in named_like(typed)] == [near.name, far.name]


def test_syllables_are_not_cut(db):
    make_department("青澜经开区管委会")
    assert named_like("ingkai") == named_like("ing") == []


def test_what_is_typed_for_a_pattern_is_no_pattern(db):
    make_official("岑予安")
    for typed in (".", "%", "_", "a" * 50, "c.*", "("):
        assert named_like(typed) == []


def test_suggestions_are_json(client, bureau):
    answer = client.get("/search/suggest/", {"q": "jkqjyj"})
    assert [one["name"] for one in answer.json()["names"]] == ["经开区教育局"]


def test_parts_are_walked(client, staff):
    for number in range(PART + 1):
        make_released(f"防汛第{number}天", staff=staff)
    first, second = search({"q": "防汛"}), search({"q": "防汛", "part": "2"})
    assert (len(first.found), len(second.found)) == (PART, 1)
    assert (first.newer_url, bool(first.older_url)) == ("", True)
    assert (bool(second.newer_url), second.older_url) == (True, "")
    text = page(client, q="防汛", part="2").text
    assert 'start="21"' in text
    assert "← Previous" in text
    assert "← Newer" in page(client, q="防汛", part="2", order="date").text


@pytest.mark.parametrize("part", ["0", "-1", "x", "99999999999", "½"])
def test_an_odd_part_is_the_first(client, db, part):
    assert page(client, q="防汛", part=part).status_code == 200


def test_beyond_the_last_part_stands_the_last(client, staff):
    make_released("防汛", staff=staff)
    assert len(search({"q": "防汛", "part": "50"}).found) == 1
    assert 'class="walk"' not in page(client, q="防汛", part="50").text


def test_a_filter_that_cannot_be_used_says_so(client, staff):
    make_released("防汛", staff=staff)
    text = page(client, q="防汛", since="昨天").text
    assert 'role="alert"' in text
    assert search({"q": "防汛", "since": "昨天"}).number == 0


def test_the_queries_of_a_page_do_not_grow_with_the_hits(
    client, staff, django_assert_max_num_queries
):
    for number in range(12):
        make_released(f"防汛第{number}天", staff=staff)
    with django_assert_max_num_queries(22):
        page(client, q="防汛")


def test_a_search_in_vain_is_counted_and_nothing_of_the_reader(client, db):
    for _time in range(2):
        page(client, q="没有的词")
    (missed,) = MissedSearch.objects.all()
    assert (missed.words, missed.times) == ("没有的词", 2)
    assert missed.last_on == timezone.localdate()
    page(client, q="太长" * 30)
    page(client, q="又一词", since="2020-01-01")
    assert MissedSearch.objects.count() == 1


def test_of_too_many_searches_in_vain_those_of_long_ago_go_and_then_the_rarest(db, monkeypatch):
    monkeypatch.setattr(missed_search, "MOST", 2)
    long_ago = timezone.localdate() - timedelta(days=400)
    for words in ("旧词", "老词"):
        MissedSearch.objects.create(words=words, times=9, last_on=long_ago)
    for words in ("甲乙", "甲乙", "丙丁", "戊己"):
        MissedSearch.objects.count_one(words)
    assert set(MissedSearch.objects.values_list("words", flat=True)) == {"甲乙", "戊己"}


def test_a_household_counts_as_one_client(db, monkeypatch):
    monkeypatch.setattr(limit.time, "time", lambda: 120)
    for number in range(limit.InAMinute.SEARCHES.value):
        assert not limit.is_too_much(limit.InAMinute.SEARCHES, f"2001:db8::{number:x}")
    assert limit.is_too_much(limit.InAMinute.SEARCHES, "2001:db8::ffff")
    assert not limit.is_too_much(limit.InAMinute.SEARCHES, "2001:db8:0:1::1")


def test_nobody_is_limited_whose_address_is_not_known(db, monkeypatch):
    monkeypatch.setattr(limit.time, "time", lambda: 180)
    for _time in range(limit.InAMinute.SEARCHES.value + 1):
        assert not limit.is_too_much(limit.InAMinute.SEARCHES, "")


def test_an_official_is_suggested_by_a_former_name(db):
    OfficialAlias.objects.create(official=make_official("仝在山"), name="仝石头")
    for typed in ("石头", "tongshitou", "tst"):
        assert [(one.name, one.also) for one in named_like(typed)] == [("仝在山", "仝石头")]


def test_what_nobody_sees_suggests_nobody(db):
    make_official("仝在山")
    assert named_like("\u200b") == []


def test_a_hit_breaks_between_words(client, staff):
    make_released("青澜经开区召开冬春备汛工作会议", staff=staff)
    text = page(client, q="备汛").text
    assert "<mark>备汛</mark><wbr>工作" in text


def test_too_many_searches_from_one_client_are_put_off(client, db, monkeypatch):
    monkeypatch.setattr(limit.time, "time", lambda: 0)
    for _pause in range(limit.InAMinute.SEARCHES.value + 1):
        client.get("/search/suggest/", {"q": "防"})
    answers = [page(client, q="防汛").status_code for _time in range(41)]
    assert answers == [*[200] * limit.InAMinute.SEARCHES.value, 429]
    assert 'value="防汛"' in page(client, q="防汛").text
    assert client.get("/search/", {"q": "防汛"}, REMOTE_ADDR="192.0.2.9").status_code == 200


def test_clients_behind_a_web_server_are_told_apart_by_its_header(
    client, db, monkeypatch, settings
):
    settings.CLIENT_ADDRESS = "HTTP_X_REAL_IP"
    monkeypatch.setattr(limit.time, "time", lambda: 60)

    def answer(address):
        return client.get("/search/", {"q": "防汛"}, headers={"x-real-ip": address}).status_code

    for _time in range(limit.InAMinute.SEARCHES.value):
        assert answer("192.0.2.21") == 200
    assert answer("192.0.2.22") == 200
    assert answer("192.0.2.21") == 429
