"""Every search finds what a scan of the folded texts finds, no more and no less."""

import random
from itertools import groupby

import pytest
import rjieba
from django.db import connection
from pypinyin.phrases_dict import phrases_dict

from articles.importing.importer import import_pages
from articles.models import SearchEntry, Version
from articles.search import finding
from articles.search.backends import backend
from articles.search.entries import AFTER_NAME, BEFORE_NAME, COLUMNS, columns_of, version_of
from articles.search.finding import newest, ranked
from articles.search.folding import fold
from articles.search.query import Query, Term, parse
from articles.searching import in_departments
from benchmarks.printed import GIVEN, SURNAMES, printed_pages
from tests.factories import make_department, make_version

ODD = (
    ("防汛工作部署会", "总投资30亿元,同比增长5.6%;A股上涨,“5G+”落地。COVID-19疫苗"),
    ("Ａ股与ＧＤＰ", "新能源汽車“三電”系統,經開區管委會主任"),
    ("café 与 naïve", "邮箱 press@qinglan.example,网址 https://qinglan.example/a?b=c&d"),
    ("罕见字䶮与𠮷", "𠮷田在䶮山。"),
    ("两段之间", "第一段的末尾\n开头的第二段"),
    ("一", "字"),
)

TYPED = (
    "30亿元", "COVID-19", "covid", "A股", '"5G+"', "5G+", "5.6%", "ＧＤＰ", "gdp", "增长5.6",
    "汽车", "汽車", "三电", "经开区", "經開區", "Café", "press@qinglan.example", "a?b=c&d",
    "䶮", "𠮷", "𠮷田", "字", "一", "疫苗", ";A", "'", "\\", "%", "_", "*", "OR", "NEAR(", "<mark>",
)  # fmt: skip

# Words that a dictionary has, and stories that are made of them.
WORDS = random.Random(11).sample(sorted(phrases_dict), 500)


@pytest.fixture
def archive(db):
    list(import_pages(printed_pages(200, seed=5)))
    for number in range(0, len(WORDS), 50):
        make_version(headline=WORDS[number], body=f"<p>{told_in(WORDS[number:][:50])}</p>")
    for headline, body in ODD:
        paragraphs = "".join(f"<p>{text}</p>" for text in body.splitlines())
        make_version(headline=headline, body=paragraphs)
    return dict(SearchEntry.objects.values_list("version_id", "text"))


def told_in(words):
    """A text that has the words, each beside another one of the dictionary."""
    chance = random.Random(words[0])
    return "，".join(word + chance.choice(WORDS) for word in words)


def found(query):
    hits = newest(query, Version.objects.all())
    assert not hits.is_cut
    return set(hits.versions)


def scanned(archive, text):
    return {pk for pk, whole in archive.items() if text in whole}


def fragments(archive, number, lengths, chance):
    texts = sorted(archive.values())
    while number:
        run = chance.choice(chance.choice(texts).replace("\f", "\n").split("\n"))
        length = chance.choice(lengths)
        start = chance.randrange(max(1, len(run) - length + 1))
        if fragment := run[start : start + length].strip():
            yield fragment
            number -= 1


def test_every_fragment_is_found_just_where_a_scan_finds_it(archive):
    chance = random.Random(7)
    asked = {*fragments(archive, 500, range(2, 9), chance), *fragments(archive, 500, (2,), chance)}
    asked |= {*fragments(archive, 100, (1,), chance)}
    for fragment in asked:
        query = Query((Term(fragment, fragment),))
        assert found(query) == scanned(archive, fragment), fragment


@pytest.mark.parametrize(
    "typed", ["{}", "标题:{}", "正文:{}", "记者:{}", "人物:{}", "项目 {}", "-{}"]
)
def test_a_character_is_found_just_where_a_scan_finds_it(archive, way, typed):
    """On PostgreSQL common characters of the body have no numbers, all others have."""
    characters = sorted({*"".join(archive.values())} - {*'\n\f"', BEFORE_NAME, AFTER_NAME})
    for character in (*characters[::29], *"的区王伟,。（", "龘"):
        query = parse(typed.format(character))
        hits = newest(query, Version.objects.all())
        assert hits.versions == by_date(archive, query), query


@pytest.mark.parametrize("is_of_many", [True, False])
def test_in_a_department_too_a_character_is_found_just_where_a_scan_finds_it(
    archive, way, is_of_many
):
    bureau = make_department("青澜教育局")
    filed = {pk: text for pk, text in archive.items() if pk % (2 if is_of_many else 40) == 0}
    for version in Version.objects.filter(pk__in=filed):
        version.departments.add(bureau)
    for character in "的区王伟,。龘䶮":
        query = parse(f"{character} 部门:青澜教育局")
        visible, links, _are_few = in_departments(Version.objects.all(), query)
        assert newest(query, visible, links=links).versions == by_date(filed, query), character


def test_every_word_of_the_dictionary_is_found_just_where_a_scan_finds_it(archive):
    printed = {word for text in archive.values() for word in rjieba.cut(text, False)}
    for word in {*WORDS, *(fold(word) for word in printed if len(word) > 1)}:
        expected = scanned(archive, fold(word))
        assert found(parse(f'"{word}"')) == expected, word
        assert expected or not fold(word), word


def test_every_name_is_found_just_where_a_scan_finds_it(archive):
    names = {surname + given for surname in SURNAMES for given in GIVEN[:4]}
    names |= {name for (name,) in Version.objects.values_list("mentions__name_as_printed") if name}
    for name in names:
        assert found(parse(name)) == scanned(archive, name), name


def test_odd_characters_are_found_as_a_scan_finds_them(archive):
    for typed in TYPED:
        assert found(parse(typed)) == scanned(archive, fold(typed.strip('"'))), typed


def test_nothing_is_found_across_two_paragraphs(archive):
    assert not found(parse("末尾开头"))


def test_a_term_is_looked_for_in_its_columns_only(archive):
    texts = {pk: dict(zip(COLUMNS, columns_of(text), strict=True)) for pk, text in archive.items()}
    for typed, columns in (("标题:推进", ("headline", "deck")), ("人物:伟", ("people",))):
        (term,) = parse(typed).terms
        expected = {
            pk for pk, of in texts.items() if any(term.text in of[column] for column in columns)
        }
        assert expected
        assert found(parse(typed)) == expected


def test_words_are_all_wanted_and_those_behind_a_minus_are_not(archive):
    both = scanned(archive, "项目") & scanned(archive, "教育局")
    assert both
    assert found(parse("项目 教育局")) == both
    assert found(parse("项目 -教育局")) == scanned(archive, "项目") - scanned(archive, "教育局")


def test_hits_are_newest_first(archive):
    hits = newest(parse("项目"), Version.objects.all())
    newest_first = Version.objects.filter(pk__in=hits.versions).newest_first()
    assert hits.versions == list(newest_first.values_list("pk", flat=True))
    assert all(version_of(key) for key in hits.keys)


WAYS = {
    "postgresql": ["along the keys", "along the dates", "counted by the index", "by the index"],
    "sqlite": ["along the keys", "by the index"],
}


@pytest.fixture(params=WAYS[connection.vendor])
def way(request, monkeypatch):
    """A sample tells how hits are found, on SQLite those of one character: here all in one way."""
    if connection.vendor == "sqlite":
        monkeypatch.setattr(backend(), "FREQUENT", 2 if request.param == "by the index" else 0)
    else:
        from articles.search.backends import postgresql

        monkeypatch.setattr(postgresql, "FREQUENT", 2 if "index" in request.param else 1e-9)
        monkeypatch.setattr(postgresql, "MOSTLY", 1 if request.param == "along the dates" else -1)
        monkeypatch.setattr(postgresql, "REGULAR", 2 if request.param == "by the index" else 0)
        monkeypatch.setattr(postgresql, "PART", 7)


QUERIES = (
    *TYPED, *WORDS[::25], "项目", "项目 教育局", "项目 -教育局", "-项目", "标题:推进",
    "标题:推进 项目", "人物:伟", "没有这句话", '"王　丽"',
    '"李　伟" 项目', '项目 -"李　伟"', '"5G 基站"',
)  # fmt: skip


@pytest.mark.parametrize("find", [newest, ranked])
def test_among_few_stories_the_same_is_found_in_the_same_order(archive, way, monkeypatch, find):
    visible = Version.objects.all()
    spread = [f'"{name[0]}　{name[1]}"' for name in names_of(visible) if len(name) == 2]
    for query in map(parse, (*QUERIES, *names_of(visible), *spread)):
        few = find(query, visible, is_narrow=True)
        assert {*few.keys} == {*newest(query, visible).keys}, query
        for read in (200, 0):
            monkeypatch.setattr(finding, "READ", read)
            assert find(query, visible) == few, query


def test_among_few_stories_the_newest_of_many_are_ranked_alike(archive, way, monkeypatch):
    monkeypatch.setattr(finding, "COUNTED", 11)
    for module in (backend(), finding):
        monkeypatch.setattr(module, "RANKED", 10)
    visible = Version.objects.all()
    for enough in (1, 3, 100):
        monkeypatch.setattr(finding, "ENOUGH", enough)
        for query in map(parse, ("项目", "推进", "项目 教育局", "项目 -教育局", "标题:推进", "局")):
            assert ranked(query, visible).is_cut, query
            assert ranked(query, visible, is_narrow=True) == ranked(query, visible), query


def names_of(versions):
    """Twenty printed names of each length."""
    printed = versions.filter(mentions__isnull=False).values_list("mentions__name_as_printed")
    names = sorted({name for (name,) in printed}, key=len)
    return [name for _length, of in groupby(names, len) for name in list(of)[:20]]


def by_date(archive, query):
    wanted = [pk for pk, text in archive.items() if query.is_satisfied_by(columns_of(text))]
    return list(Version.objects.filter(pk__in=wanted).newest_first().values_list("pk", flat=True))


def test_in_each_way_the_same_is_found(archive, way):
    for typed in ("项目", "项目 教育局", "项目 -教育局", "没有这句话", *TYPED):
        query = parse(typed)
        hits = newest(query, Version.objects.all())
        assert hits.versions == by_date(archive, query), typed


def test_in_each_way_the_newest_of_many_are_found(archive, way, monkeypatch):
    monkeypatch.setattr(finding, "COUNTED", 11)
    for module in (backend(), finding):
        monkeypatch.setattr(module, "RANKED", 10)
    for typed in ("项目", "项目 教育局", "项目 -教育局", "标题:推进", "-项目"):
        query = parse(typed)
        hits = newest(query, Version.objects.all())
        assert hits.is_cut
        assert hits.versions == by_date(archive, query)[:10], typed
