"""The index follows every change of words in its transaction."""

import pytest
from django.db import connection, transaction

from articles import workflow
from articles.models import Credit, SearchEntry, Version
from articles.search import index
from articles.search.backends import backend
from articles.search.entries import columns_of
from articles.search.finding import newest
from articles.search.pairs import tokens
from articles.search.query import parse
from tests.factories import make_released, make_reviewers, make_version, make_writer


def found(typed, visible=None):
    hits = newest(parse(typed), Version.objects.live() if visible is None else visible)
    return hits.versions


def drafts(typed):
    return found(typed, Version.objects.all())


def test_a_draft_is_indexed_as_it_is_saved_and_forgets_its_earlier_words(db):
    version = make_version("旧标题", body="<p>旧的正文。</p>")
    assert drafts("旧标题") == [version.pk]
    version.headline, version.body = "新标题", "<p>新的正文。</p>"
    version.save()
    assert drafts("新标题 新的正文") == [version.pk]
    assert drafts("旧标题") == drafts("旧的") == []


def test_a_draft_that_is_filed_under_another_day_is_found_in_its_place(db):
    first, second = make_version(dated="2020-01-01"), make_version(dated="2021-01-01")
    first.dated = "2022-01-01"
    first.save()
    first.refresh_from_db()
    assert drafts("柳汐公园") == [first.pk, second.pk]


def test_a_byline_is_found_once_the_version_is_sealed(db):
    version = make_version()
    Credit.objects.create(version=version, as_printed="王　丽", position=0)
    version.seal()
    assert drafts("记者:王丽") == [version.pk]


def test_a_story_is_found_from_its_release_to_its_withdrawal(db):
    staff = make_writer(), make_reviewers()
    version = make_released("独家报道", staff=staff)
    assert found("独家报道") == [version.pk]
    workflow.perform("withdraw", version, by=staff[1][-1], note="事实有误")
    assert found("独家报道") == []
    workflow.perform("restore", version, by=staff[1][-1], note="已经核实")
    assert found("独家报道") == [version.pk]


@pytest.mark.django_db(transaction=True)
def test_words_that_are_rolled_back_leave_no_trace():
    index.clear()
    version = make_version("旧标题")
    with transaction.atomic():
        version.headline = "新标题"
        version.save()
        transaction.set_rollback(True)
    assert (drafts("新标题"), drafts("旧标题")) == ([], [version.pk])
    assert list(index.faults()) == []


def test_what_is_wrong_is_told_and_a_rebuild_mends_it(db):
    missing, old, lost = make_version("甲"), make_version("乙"), make_version("丙")
    index.take_out([missing.pk])
    Version.objects.filter(pk=old.pk).update(headline="改过的标题")
    _lose_the_pairs_of(lost)
    assert {pk for pk, _fault in index.faults()} == {missing.pk, old.pk, lost.pk}

    list(index.rebuild())
    assert list(index.faults()) == []
    assert drafts("改过的标题") == [old.pk]


def _lose_the_pairs_of(version):
    entry = SearchEntry.objects.get(version=version)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "UPDATE articles_searchentry SET pairs = '{}' WHERE version_id = %s", [version.pk]
            )
            return
        from articles.search.backends import sqlite

        cursor.executemany(sqlite._TAKE_OUT, [sqlite._row(entry.key, entry.text)])


# Only there does an index of an earlier release hold numbers of its own for them.
if connection.vendor == "postgresql":

    def test_numbers_of_common_characters_that_an_earlier_release_wrote_are_no_fault(db):
        version = make_version("甲乙丙", body="<p>区长在场。</p>")
        _add_to_the_pairs(version, ord("区"))
        assert list(index.faults()) == []
        assert drafts("区") == [version.pk]
        _add_to_the_pairs(version, ord("丁"))
        assert [pk for pk, _fault in index.faults()] == [version.pk]

    def _add_to_the_pairs(version, number):
        with connection.cursor() as cursor:
            cursor.execute(
                "UPDATE articles_searchentry SET pairs = pairs || %s WHERE version_id = %s",
                [number, version.pk],
            )


def test_an_index_that_was_cleared_is_made_anew(db):
    version = make_version("甲乙丙")
    index.clear()
    assert drafts("甲乙丙") == []
    list(index.rebuild())
    assert drafts("甲乙丙") == [version.pk]
    assert list(index.faults()) == []


@pytest.mark.django_db(transaction=True)
def test_an_index_that_is_made_anew_at_once_is_whole():
    index.clear()
    version = make_version("甲乙丙")
    with index.emptied():
        assert drafts("甲乙丙") == []
        assert not index.is_whole()
        list(index.rebuild())
    assert index.is_whole()
    assert drafts("甲乙丙") == [version.pk]
    assert list(index.faults()) == []
    if connection.vendor == "postgresql":
        from articles.search.backends import postgresql

        with connection.cursor() as cursor:
            constraints = connection.introspection.get_constraints(cursor, postgresql.TABLE)
        assert constraints.keys() >= postgresql.INDEXES.keys()


def test_a_rebuild_that_was_stopped_goes_on(db, monkeypatch):
    monkeypatch.setattr(index, "BATCH", 2)
    versions = [make_version() for _number in range(5)]
    SearchEntry.objects.update(digest="")
    steps = index.rebuild()
    last = next(steps)
    steps.close()
    assert last == versions[1].pk
    assert list(index.rebuild(after=last)) == [versions[3].pk, versions[4].pk]
    assert not SearchEntry.objects.filter(digest="").exists()


def test_a_save_that_changes_no_word_writes_no_entry(db, django_assert_num_queries):
    version = make_version()
    entry = index.entry_for(version)
    with django_assert_num_queries(1):
        index.put([entry])


def test_the_table_of_an_earlier_release_is_told_apart_and_brought_over(db):
    """There the pairs of headlines were not marked: no headline is found, no row taken out."""
    versions = [make_version("防汛工作"), make_version("秋季招生", deck="防汛工作之后")]
    if connection.vendor == "sqlite":
        _write_as_an_earlier_release()
        assert {pk for pk, _fault in index.faults()} == {version.pk for version in versions}
    backend().bring_over()
    assert list(index.faults()) == []
    assert drafts("标题:防汛") == [version.pk for version in reversed(versions)]
    versions[0].headline = "新标题"
    versions[0].save()
    assert (drafts("标题:防汛"), drafts("标题:新标题")) == ([versions[1].pk], [versions[0].pk])
    assert list(index.faults()) == []


def _write_as_an_earlier_release():
    from articles.search.backends import sqlite

    with connection.cursor() as cursor:
        cursor.execute(f"INSERT INTO {sqlite.TABLE}({sqlite.TABLE}) VALUES ('delete-all')")
        for key, text in SearchEntry.objects.values_list("key", "text"):
            cursor.execute(sqlite._WRITE, (key, *map(tokens, columns_of(text))))
