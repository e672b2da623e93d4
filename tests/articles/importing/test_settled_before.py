"""What an editor settled in a story stays so where a corrected file doubts the same words again."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles import breaks, proposals, workflow
from articles.importing.importer import import_pages
from articles.importing.proposed_record import doubts_of
from articles.importing.readers import Place
from articles.importing.settled_before import SettledBefore
from articles.importing.sources import pages_of
from articles.models import Doubt, Proposal, Version
from articles.models.content import content_digest
from tests.articles.importing.sample import BREAKS_IN_DOUBT, DAY
from tests.factories import make_proposal, make_version, make_writer, release

pytestmark = pytest.mark.django_db
PAGE = """# 柳河镇清淤护渠

本报讯 11月15日，柳河镇组织村民清理灌溉水渠，各村自带铁锹扫帚，一段一段往前，先后清出淤泥三十余车。

全镇还沿渠补种了”柳树，水渠全长三公里，镇里为每村配发了树苗和支架。

下游三个村的冬灌用水有了着落
"""
CORRECTED = PAGE.replace("三十余车", "四十余车")
NOTES = {"unbalanced": "报样如此", "unfinished": "句号漏印"}


@pytest.fixture
def read(tmp_path):
    def read(text):
        path = tmp_path / "01.md"
        path.write_text(text, encoding="utf-8")
        list(import_pages(pages_of(path, Place(DAY, "01")), is_repeated=True))
        return Version.objects.latest("number")

    return read


@pytest.fixture
def editor():
    return make_writer()


def settle(version, by, *kinds):
    for doubt in version.doubts.open().filter(kind__in=kinds or NOTES):
        workflow.settle_doubt(doubt, by=by, note=NOTES.get(doubt.kind, "核对过"))


def take(version, **kwargs):
    proposal = Proposal.objects.open().get()
    return proposals.take(proposal, make_writer(), content_digest(version), **kwargs)


def settled(version):
    rows = version.doubts.exclude(settled_at=None)
    return set(rows.values_list("kind", "settled_by", "settled_note"))


def test_doubts_of_the_same_words_stay_settled_in_a_draft(read, editor):
    version = read(PAGE)
    settle(version, editor)
    read(CORRECTED)

    taken = take(version)

    assert "四十余车" in taken.body
    assert not taken.doubts.open().exists()
    assert taken.doubts.count() == 2
    assert settled(taken) == {(kind, editor.pk, note) for kind, note in NOTES.items()}


def test_doubts_of_the_same_words_are_settled_in_the_version_after_a_release(read, editor):
    version = read(PAGE)
    settle(version, editor)
    version = release(version)
    read(CORRECTED)

    taken = take(version)

    assert taken.number == 2
    assert not taken.doubts.open().exists()
    assert settled(taken) == {(kind, editor.pk, note) for kind, note in NOTES.items()}
    (doubt,) = taken.doubts.filter(kind="unbalanced")
    assert doubt.document == Proposal.objects.get().document


def test_doubt_settled_since_the_file_was_read_stays_settled(read, editor):
    version = read(PAGE)
    read(CORRECTED)
    settle(version, editor)

    assert not take(version).doubts.open().exists()


def test_doubts_of_other_words_are_open(read, editor):
    version = read(PAGE)
    settle(version, editor)
    read(PAGE.replace("补种", "栽种").replace("有了着落", "有了指望"))

    taken = take(version)

    assert set(taken.doubts.open().values_list("kind", flat=True)) == set(NOTES)


def test_doubt_that_taking_a_file_settled_is_open_in_the_next(read, editor):
    version = read(PAGE)
    read(CORRECTED)
    version = take(version)
    read(CORRECTED.replace("四十余车", "五十余车"))

    taken = take(version)

    assert set(taken.doubts.open().values_list("kind", flat=True)) == set(NOTES)


def test_second_doubt_of_the_same_words_is_open(editor):
    version = make_version()
    words = {"kind": "unfinished", "quote": "冬灌用水有了着落", "first_line": 2, "last_line": 2}
    version.doubts.create(**words, paragraph=0)
    settle(version, editor)
    make_proposal(
        version, body="<p>一</p><p>二</p>", doubts=[words | {"paragraph": at} for at in (0, 1)]
    )

    taken = take(version)

    assert [doubt.paragraph for doubt in taken.doubts.open()] == [1]


def test_second_doubt_of_a_break_between_the_same_words_is_open(editor):
    verse = "<p>渠水清清流过田间</p><p>村民们放下了心来</p>"
    version = make_version(body=verse + "<p>又是一年。</p>" + verse)
    quote = "渠水清清流过田间村民们放下了心来"
    words = {"kind": "doubtful_break", "quote": quote, "break_at": 8}
    version.doubts.create(**words, paragraph=0)
    settle(version, editor, "doubtful_break")
    make_proposal(
        version,
        body=version.body.replace("一年", "两年"),
        doubts=[words | {"paragraph": at} for at in (0, 3)],
    )

    taken = take(version)

    assert [doubt.paragraph for doubt in taken.doubts.open()] == [3]


def test_bytes_of_the_files_are_not_read_for_the_lines_that_marks_stand_in(read, editor):
    version = read(PAGE)
    settle(version, editor)
    read(CORRECTED)
    proposal = Proposal.objects.get()

    with CaptureQueriesContext(connection) as asked:
        rows = list(SettledBefore(version).known_again(doubts_of(proposal), version.body))

    assert all(row["settled_at"] for row in rows)
    assert [one["sql"] for one in asked if '"articles_sourcedocument"."data"' in one["sql"]] == []


def test_page_of_the_proposal_lists_what_is_open_only(read, editor, admin_client):
    version = read(PAGE)
    read(CORRECTED)
    address = f"/admin/articles/proposal/{Proposal.objects.get().pk}/change/"
    listed = [str(one.label) for one in admin_client.get(address).context["difference"].doubts]
    assert len(listed) == 2

    settle(version, editor, "unbalanced")

    (doubt,) = admin_client.get(address).context["difference"].doubts
    assert doubt.label == Doubt.Kind.UNFINISHED.label


def test_break_settled_as_it_stands_since_the_file_was_read_stays_settled(read, editor):
    version = read(BREAKS_IN_DOUBT)
    read(BREAKS_IN_DOUBT.replace("半夜排队", "深夜排队"))
    settle(version, editor, "doubtful_break", "doubtful_join")

    taken = take(version)

    assert "深夜排队" in taken.body
    assert not taken.doubts.open().exists()


def test_break_is_open_where_the_body_is_taken_with_it_otherwise(read, editor):
    version = read(BREAKS_IN_DOUBT)
    read(BREAKS_IN_DOUBT.replace("半夜排队", "深夜排队"))
    doubt = version.doubts.get(quote__contains="三十余车")
    breaks.decide(doubt, "two" if "三十余车。他们" in version.body else "one", by=editor)
    version.refresh_from_db()

    taken = take(version, chosen={proposals.BODY})

    assert "三十余车" in taken.doubts.open().get(quote__contains="三十余车").quote
