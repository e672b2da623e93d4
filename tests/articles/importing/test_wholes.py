"""A story on two pages of one import comes in as one, and is known again by both its pages."""

from itertools import groupby

import pytest
from django.urls import reverse
from PIL import Image

from articles import breaks, proposals
from articles.importing.importer import import_page, import_pages
from articles.importing.readers import Place
from articles.importing.sources import pages_of
from articles.models import (
    Article,
    Doubt,
    Page,
    ParagraphSource,
    Proposal,
    SourceDocument,
    StoryPart,
    Version,
)
from articles.models.content import content_digest
from articles.parsing.accounting import accounted_text
from tests.articles.importing.sample import DAY, everything
from tests.factories import make_writer

pytestmark = pytest.mark.django_db
FIRST = """# 柳河镇清淤护渠

本报讯 11月15日，柳河镇镇长沈砚秋带领村民清理灌溉水渠，先后清出淤泥三十余车，疏通渠道四公里。

他们还沿渠补种了柳树，镇里为每村配发了树苗和（下转第3版）

# 云岭区开办夜校

本报讯 11月15日，云岭区第一所市民夜校在文化馆开课，先教书法、剪纸、合唱。
"""
REST = """# 云汀街道修好路灯

本报讯 11月15日，云汀街道修好了八十盏路灯。

# 清淤护渠

（上接第1版）支架，预计月底以前可以全部完成栽植任务。

清淤之后水流更快，下游三个村的冬灌用水有了着落。（记者 苏未央）
"""


@pytest.fixture
def bring(tmp_path):
    def bring(first=FIRST, rest=REST, *, is_repeated=True, **kwargs):
        for number, text in (("01", first), ("03", rest)):
            path = tmp_path / "paper" / "2026-11-16" / f"{number}.md"
            path.parent.mkdir(exist_ok=True, parents=True)
            path.write_text(text, encoding="utf-8")
        pages = pages_of(tmp_path / "paper", Place(DAY))
        return list(import_pages(pages, is_repeated=is_repeated, **kwargs))

    return bring


@pytest.fixture
def bring_one(tmp_path):
    def bring_one(number, text):
        path = tmp_path / "alone" / f"{number}.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return import_page(path, edition_date=DAY, page_number=number)[0]

    return bring_one


def counts(outcomes):
    reports = [getattr(one, "report", one) for one in outcomes]
    names = ("found", "created", "unchanged", "kept")
    return [tuple(report.stories[name] for name in names) for report in reports]


def whole():
    return Version.objects.get(headline="柳河镇清淤护渠")


def test_both_parts_are_one_story(bring):
    outcomes = bring()

    assert counts(outcomes) == [(2, 2, 0, 0), (1, 1, 0, 0)]
    version = whole()
    assert "树苗和支架，预计月底" in version.body
    assert version.page.number == "01"
    assert list(version.credits.values_list("as_printed", flat=True)) == ["苏未央"]
    assert not Doubt.objects.filter(kind="unfinished").exists()
    assert set(Page.objects.values_list("number", flat=True)) == {"01", "03"}
    assert (
        "The rest stands on page 03, and both are one story: 柳河镇清淤护渠"
        in outcomes[0].report.notes
    )
    assert (
        "The rest of a story on page 01, and one with it: 柳河镇清淤护渠"
        in outcomes[1].report.notes
    )


def test_every_paragraph_is_its_source_lines_on_both_pages(bring):
    bring()
    version = whole()

    for number, text in enumerate(version.paragraphs):
        sources = version.paragraph_sources.filter(paragraph=number)
        printed = "".join(one.document.text[one.start : one.end] for one in sources)
        assert "".join(printed.split()) == text
    cut = version.paragraph_sources.filter(paragraph=1)
    assert [one.document.name for one in cut] == ["01.md", "03.md"]
    assert [one.join_reason for one in cut] == ["", "the sentence is not finished"]


def test_every_character_of_both_pages_is_accounted_for(bring):
    outcomes = bring()

    assert [one.report.characters["placed"] for one in outcomes] == [
        one.report.characters["printed"] for one in outcomes
    ]
    assert not [text for one in outcomes for text in one.report.outside]
    placed = "".join(
        one.document.text[one.start : one.end] for one in ParagraphSource.objects.order_by("id")
    )
    assert "支架，预计月底以前可以全部完成栽植任务。" in placed


def test_paragraph_that_was_joined_across_the_pages_is_divided_again(bring):
    bring(FIRST.replace("他们还沿渠补种了柳树，镇里为每村配发了树苗和", "负责人介绍："))
    doubt = whole().doubts.get(kind="doubtful_break", quote__startswith="负责人介绍：支架")
    assert doubt.source_lines()[0][1] == "负责人介绍：（下转第3版）"

    breaks.decide(doubt, "two", by=make_writer())

    texts = [
        [one.document.text[one.start : one.end] for one in group]
        for _paragraph, group in groupby(
            whole().paragraph_sources.all(), key=lambda one: one.paragraph
        )
    ]
    assert texts[1] == ["负责人介绍："]
    assert [text[:2] for text in texts[2]] == ["支架"]
    assert whole().paragraphs[1:3] == ["负责人介绍：", "支架，预计月底以前可以全部完成栽植任务。"]


def test_same_pages_again_write_nothing(bring):
    bring()
    before = everything()

    assert counts(bring()) == [(2, 0, 2, 0), (1, 0, 1, 0)]
    assert everything() == before
    assert [one.is_known for one in bring(is_repeated=False)] == [True, True]


def test_doubts_of_a_story_held_as_it_is_read_are_told_on_neither_page(bring):
    rest = REST.replace("清淤之后", "负责人介绍：\n\n清淤之后")
    assert [bool(one.report.doubts) for one in bring(rest=rest)] == [False, True]

    assert [one.report.doubts for one in bring(rest=rest)] == [[], []]


@pytest.mark.parametrize(("number", "text"), [("01", FIRST), ("03", REST)])
def test_either_page_alone_again_writes_nothing(bring, bring_one, number, text):
    bring()
    before = everything(but=("importrun",))

    report = bring_one(number, text)

    assert (report.stories["created"], report.stories["kept"]) == (0, 0)
    assert everything(but=("importrun",)) == before


@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("01", FIRST.replace("三十余车", "四十余车")),
        ("03", REST.replace("月底以前", "年底以前")),
    ],
)
def test_part_corrected_alone_is_said_and_nothing_is_lost(bring, bring_one, number, text):
    bring()
    before = everything(but=("importrun",))

    report = bring_one(number, text)

    assert any("Import both pages together" in note for note in report.notes)
    assert everything(but=("importrun",)) == before


@pytest.mark.parametrize("is_repeated", [True, False])
def test_part_corrected_is_a_proposal_of_the_whole(bring, is_repeated):
    bring(is_repeated=is_repeated)

    outcomes = bring(rest=REST.replace("月底以前", "年底以前"), is_repeated=is_repeated)

    assert counts(outcomes) == [(2, 0, 1, 1), (1, 0, 1, 0)]
    proposal = Proposal.objects.get()
    assert "树苗和支架，预计年底以前" in proposal.words["body"]
    assert Article.objects.count() == 3
    version = proposals.take(proposal, make_writer(), content_digest(whole()))
    names = [one.document.name for one in version.paragraph_sources.all()]
    assert names == ["01.md", "01.md", "03.md", "03.md"]
    again = bring(rest=REST.replace("月底以前", "年底以前"))
    assert counts(again) == [(2, 0, 2, 0), (1, 0, 1, 0)]


def test_proposal_of_a_story_on_two_pages_shows_the_lines_of_both(bring, client):
    bring()
    bring(rest=REST.replace("月底以前", "年底以前"))
    client.force_login(make_writer())

    page = client.get(reverse("admin:articles_proposal_change", args=[Proposal.objects.get().pk]))

    (row,) = [row for row in page.context["difference"].rows if row.is_changed]
    assert [line for _number, line in row.lines] == [
        FIRST.splitlines()[4],
        REST.splitlines()[6].replace("月底", "年底"),
    ]


def test_corrected_headline_of_both_parts_is_the_same_story(bring):
    bring()

    outcomes = bring(
        FIRST.replace("柳河镇清淤护渠", "柳河镇清淤忙"), REST.replace("清淤护渠", "柳河清淤忙")
    )

    assert counts(outcomes) == [(2, 0, 1, 1), (1, 0, 1, 0)]
    assert Article.objects.count() == 3


def test_parts_that_no_longer_name_each_other_are_said_and_not_imported_anew(bring):
    bring()
    before = everything(but=("importrun",))

    outcomes = bring(FIRST.replace("柳河镇清淤护渠", "清渠忙"), REST.replace("清淤护渠", "又一题"))

    assert counts(outcomes) == [(2, 0, 1, 1), (2, 0, 1, 1)]
    assert everything(but=("importrun",)) == before


def test_dry_run_reports_what_the_import_does(bring):
    dry = [one.report.as_json() for one in bring(is_dry_run=True)]

    assert not Article.objects.exists()
    assert [one.report.as_json() for one in bring()] == dry


def test_parts_stay_together_whatever_the_size_of_a_batch(bring, monkeypatch):
    monkeypatch.setattr("articles.importing.importer.STORIES_OF_A_BATCH", 1)

    assert counts(bring()) == [(2, 2, 0, 0), (1, 1, 0, 0)]


@pytest.mark.parametrize("order", [("01", "03"), ("03", "01")])
def test_parts_imported_one_after_the_other_are_two_stories_with_their_doubts(
    bring, bring_one, order
):
    texts = {"01": FIRST, "03": REST}
    for number in order:
        bring_one(number, texts[number])

    assert Doubt.objects.open().filter(kind="unfinished", paragraph=None).count() == 2
    before = everything(but=("importrun",))
    assert counts(bring()) == [(2, 0, 2, 0), (2, 0, 2, 0)]
    assert everything(but=("importrun",)) == before


@pytest.mark.parametrize(("number", "text", "note"), [("01", FIRST, "下转"), ("03", REST, "上接")])
def test_part_imported_alone_is_said_with_what_to_do(bring_one, number, text, note):
    doubts = bring_one(number, text).doubts

    (message,) = [doubt["message"] for doubt in doubts if note in doubt["quote"]]
    assert message.startswith("the other part is on another page; choose it at this doubt")


def test_ambiguous_parts_are_left_with_their_doubts(bring):
    outcomes = bring(first=FIRST.replace("先教书法、剪纸、合唱。", "先教书法（下转第3版）"),
                     rest=REST.replace("# 清淤护渠\n\n", ""))  # fmt: skip

    assert counts(outcomes) == [(2, 2, 0, 0), (2, 2, 0, 0)]
    assert Doubt.objects.open().filter(kind="unfinished", paragraph=None).count() == 3


def test_picture_of_the_rest_lies_beside_its_own_page(bring, tmp_path):
    folder = tmp_path / "paper" / "2026-11-16"
    folder.mkdir(parents=True)
    Image.new("RGB", (60, 40), "teal").save(folder / "渠.png")

    bring(rest=REST.replace("清淤之后", "![水渠。 苏未央 摄](渠.png)\n\n清淤之后"))

    assert whole().photos.get().caption == "水渠。"


def test_picture_of_the_rest_that_is_not_there_leaves_its_caption(bring):
    bring(rest=REST.replace("清淤之后", "![水渠。 苏未央 摄](渠.png)\n\n清淤之后"))

    assert "水渠。 苏未央 摄" in str(whole().body)


def test_picture_of_the_rest_that_cannot_be_read_leaves_its_caption(bring, tmp_path):
    folder = tmp_path / "paper" / "2026-11-16"
    folder.mkdir(parents=True)
    (folder / "渠.png").write_text("not a picture")

    _first, rest = bring(rest=REST.replace("清淤之后", "![水渠。 苏未央 摄](渠.png)\n\n清淤之后"))

    assert "渠.png" in rest.report.notes[0]
    assert "水渠。 苏未央 摄" in str(whole().body)


def test_each_part_is_on_record_with_its_document(bring):
    bring()
    parts = StoryPart.objects.filter(article=whole().article)
    assert [part.document.name for part in parts] == ["01.md", "03.md"]
    assert SourceDocument.objects.count() == 2


def test_accounting_of_each_page_is_its_own(bring):
    outcomes = bring()
    assert all(one.parsed for one in outcomes)
    for number, text in enumerate((FIRST, REST)):
        own = outcomes[number].parsed
        assert own.edits == ()
        if number:
            assert "".join(accounted_text(own).split()) == "".join(text.split())


def test_break_decided_across_the_pages_stays_when_one_of_them_is_corrected(bring):
    bring(FIRST.replace("他们还沿渠补种了柳树，镇里为每村配发了树苗和", "负责人介绍："))
    doubt = whole().doubts.get(kind="doubtful_break", quote__startswith="负责人介绍：支架")
    archivist = make_writer()
    breaks.decide(doubt, "two", by=archivist)

    outcomes = bring(
        FIRST.replace("他们还沿渠补种了柳树，镇里为每村配发了树苗和", "负责人介绍："),
        REST.replace("水流更快", "水流很快"),
    )

    words = proposals.proposed_words(Proposal.objects.get())["body"]
    assert "水流很快" in words
    assert "<p>负责人介绍：</p><p>支架" in words
    assert [[row.settled_by for row in outcome.settled] for outcome in outcomes] == [
        [archivist],
        [],
    ]
