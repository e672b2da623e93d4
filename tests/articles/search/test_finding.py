from functools import partial

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import Version
from articles.search import finding
from articles.search.finding import newest, ranked
from articles.search.query import parse
from articles.searching import in_departments
from tests.factories import make_department, make_official, make_version


@pytest.fixture
def stories(db):
    """One story for each way to say it; the later the plainer is undone by the newest last."""
    official = make_official("葛韦言")
    body = "<p>院长葛韦言到场。</p>"
    return {
        "name": make_version("开庭", body=body, officials=[official], dated="2020-01-01"),
        "headline": make_version("葛韦言调研", dated="2021-01-01"),
        "deck": make_version("调研法院", deck="葛韦言到场", dated="2022-01-01"),
        "body": make_version("长葛韦言", body="<p>院长葛韦言到场。</p>", dated="2019-01-01"),
        "last": make_version("无关", body=body, dated="2023-01-01"),
    }


def order_of(hits, stories):
    names = {version.pk: name for name, version in stories.items()}
    return [names[pk] for pk in hits.versions]


def test_the_plainest_come_first_and_the_newest_of_equally_plain_ones(stories):
    hits = ranked(parse("葛韦言"), Version.objects.all())
    assert order_of(hits, stories) == ["name", "headline", "body", "deck", "last"]


def test_by_date_the_newest_come_first(stories):
    hits = newest(parse("葛韦言"), Version.objects.all())
    assert order_of(hits, stories) == ["last", "deck", "headline", "name", "body"]


def test_only_visible_versions_are_found(stories):
    visible = Version.objects.exclude(pk=stories["last"].pk)
    assert "last" not in order_of(newest(parse("葛韦言"), visible), stories)


@pytest.mark.parametrize("typed", ["葛韦言", "标题:葛韦言", "葛韦言 -开庭", "长葛", "言"])
def test_few_visible_stories_are_looked_through_with_the_same_outcome(stories, typed):
    query, visible = parse(typed), Version.objects.filter(dated__lt="2023-01-01")
    for find in (newest, ranked):
        wide = find(query, visible)
        assert wide.keys
        assert find(query, visible, is_narrow=True) == wide


@pytest.mark.parametrize("is_narrow", [False, True])
@pytest.mark.parametrize("typed", ["葛韦言", "长葛", "到场 葛韦言", "葛韦言 -开庭", "言"])
def test_few_hits_are_told_apart_by_their_texts_as_many_by_searches(
    stories, monkeypatch, typed, is_narrow
):
    query, visible = parse(typed), Version.objects.filter(dated__lt="2023-01-01")
    few = ranked(query, visible, is_narrow=is_narrow)
    assert few.keys
    monkeypatch.setattr(finding, "READ", 0)
    assert ranked(query, visible, is_narrow=is_narrow) == few


def test_the_texts_of_few_hits_are_looked_at_once(stories):
    assert _asked(ranked, "葛韦言") == _asked(newest, "葛韦言") + 1
    narrow, by_date = partial(ranked, is_narrow=True), partial(newest, is_narrow=True)
    assert _asked(narrow, "葛韦言") == _asked(by_date, "葛韦言") + 1


@pytest.mark.parametrize("typed", ["-葛韦言", "-开庭 -调研", "-标题:葛韦言"])
def test_words_may_only_be_left_out(stories, typed):
    query, visible = parse(typed), Version.objects.exclude(pk=stories["last"].pk)
    few = newest(query, visible, is_narrow=True)
    assert newest(query, visible) == few
    assert len(few.keys) < len(stories) - 1


@pytest.mark.parametrize("is_narrow", [False, True])
def test_among_the_stories_of_a_department_too_a_word_is_left_out(stories, is_narrow):
    bureau = make_department("教育局")
    for version in stories.values():
        version.departments.add(bureau)
    query = parse("部门:教育局 -葛韦言")
    hits = newest(query, in_departments(Version.objects.all(), query)[0], is_narrow=is_narrow)
    assert order_of(hits, stories) == []
    query = parse("部门:教育局 -开庭")
    hits = newest(query, in_departments(Version.objects.all(), query)[0], is_narrow=is_narrow)
    assert order_of(hits, stories) == ["last", "deck", "headline", "body"]


@pytest.mark.parametrize("find", [newest, ranked])
@pytest.mark.parametrize("typed", ["葛韦言 部门:教育局", "葛韦言 -开庭 部门:教育局"])
def test_links_lead_to_what_is_found_without_them(stories, find, typed):
    bureau = make_department("青澜教育局")
    for name in ("last", "headline"):
        stories[name].departments.add(bureau)
    query = parse(typed)
    visible, links, _are_few = in_departments(Version.objects.all(), query)
    hits = find(query, visible, links=links)
    assert {*order_of(hits, stories)} == {"last", "headline"}
    assert hits == find(query, visible)


@pytest.mark.parametrize("is_narrow", [False, True])
def test_of_more_hits_than_are_counted_the_newest_are_kept(stories, monkeypatch, is_narrow):
    from articles.search.backends import backend

    monkeypatch.setattr(finding, "COUNTED", 3)
    for module in (backend(), finding):
        monkeypatch.setattr(module, "RANKED", 2)
    hits = newest(parse("葛韦言"), Version.objects.all(), is_narrow=is_narrow)
    assert hits.is_cut
    assert order_of(hits, stories) == ["last", "deck"]
    hits = ranked(parse("葛韦言"), Version.objects.all(), is_narrow=is_narrow)
    assert (hits.is_cut, order_of(hits, stories)) == (True, ["name", "headline"])


@pytest.mark.parametrize("is_narrow", [False, True])
def test_where_enough_of_the_newest_are_plain_no_other_is_ranked(stories, monkeypatch, is_narrow):
    from articles.search.backends import backend

    monkeypatch.setattr(finding, "COUNTED", 3)
    for module in (backend(), finding):
        monkeypatch.setattr(module, "RANKED", 3)
    find = partial(ranked, visible=Version.objects.all(), is_narrow=is_narrow)
    assert order_of(find(parse("葛韦言")), stories) == ["name", "headline", "body"]
    monkeypatch.setattr(finding, "ENOUGH", 1)
    hits = find(parse("葛韦言"))
    assert (hits.is_cut, order_of(hits, stories)) == (True, ["headline", "deck", "last"])


def test_a_department_alone_lists_its_stories(stories):
    department = make_department("青澜法院")
    version = make_version("立案", departments=[department])
    visible = Version.objects.filter(departments=department)
    assert newest(parse("部门:法院"), visible).versions == [version.pk]
    assert newest(parse("部门:法院"), visible, is_narrow=True).versions == [version.pk]


def test_what_has_no_hit_is_not_sought_in_plainer_places(stories, monkeypatch):
    """A column of few letters is as dear as the whole archive, where a word is frequent."""
    monkeypatch.setattr(finding, "READ", 0)
    assert _asked(ranked, "院长") < _asked(ranked, "调研")


def _asked(find, typed):
    with CaptureQueriesContext(connection) as queries:
        find(parse(typed), Version.objects.all())
    return len(queries)


@pytest.mark.parametrize("is_narrow", [False, True])
@pytest.mark.parametrize("find", [newest, ranked])
def test_a_name_typed_as_print_spreads_it_finds_whoever_bears_it(db, find, is_narrow):
    version = make_version("开庭", officials=[make_official("王丽")])
    other = make_version("王　丽到场")
    make_version("王丽霞到场")
    find = partial(find, visible=Version.objects.all(), is_narrow=is_narrow)
    assert {*find(parse('"王　丽"')).versions} == {version.pk, other.pk}
    assert find(parse('人物:"王　丽"')).versions == [version.pk]
    assert find(parse('到场 -"王　丽"')).versions != []
    assert other.pk not in find(parse('到场 -"王　丽"')).versions


# Only there have names an index of their own, and is memory bounded.
if connection.vendor == "postgresql":
    from articles.search.backends import postgresql

    @pytest.mark.parametrize("typed", ["人物:葛", "记者:葛", "人物:葛韦言"])
    def test_who_is_looked_for_among_names_is_found_by_their_characters(stories, typed):
        with CaptureQueriesContext(connection) as queries, connection.cursor() as cursor:
            newest(parse(typed), Version.objects.all())
            cursor.execute("SET LOCAL enable_seqscan = off")
            cursor.execute(f"EXPLAIN {queries[0]['sql']}")
            assert "search_names" in str(cursor.fetchall())

    def test_a_walk_along_the_dates_leaves_the_memory_of_a_query_as_it_was(stories, monkeypatch):
        monkeypatch.setattr(postgresql, "FREQUENT", 1e-9)
        monkeypatch.setattr(postgresql, "MOSTLY", 1)
        with connection.cursor() as cursor:
            before = _memory(cursor)
            assert newest(parse("葛韦言"), Version.objects.all()).keys
            assert _memory(cursor) == before

    def _memory(cursor):
        cursor.execute("SHOW work_mem")
        return cursor.fetchone()
