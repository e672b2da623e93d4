from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.parsing.accounting import accounted_text
from articles.parsing.documents import ROLES, Document, UnreadableSource
from articles.parsing.lexicon.marks import DOUBTS
from articles.parsing.pipeline import parse_document, parse_page
from benchmarks.extraction.labels import read_part
from benchmarks.extraction.readings import document_of
from tests import seed_edition
from tests.printed import printed_paragraphs

DAY = date(2023, 7, 9)

PIECES = st.sampled_from(
    [
        "# 柳河镇夏粮入库",
        "**柳河镇夏粮入库**",
        "## 云岭县第二届 青年创业大赛　收官",
        "##无空格的标题",
        "### 麦收",
        "本报讯 7月8日,云岭县召开夏粮收购会议。",
        "本报讯 记者7月8日从云岭县获悉,夏粮收购会议召开,今年收购一万吨。",
        "本报讯（记者 何青 通讯员 罗　川）昨日,麦子熟了。",
        "【本报讯】2月30日,麦子熟了",
        "县委副书记、县长何青出席会议并讲话。",
        "何青强调,要颗粒归仓",
        "各村要认真梳理问",
        "“收割机也来了。",
        "来了。”",
        "）",
        ",",
        "记者 林小满 文/图",
        "文/何青 图/何青",
        "（记者 林小满 实习生 何　青）",
        "麦子熟了。 记者 林小满",
        "麦子熟了。(何青 摄)",
        "# 麦收:一镇一策 增产,增收",
        "麦子熟了(大田),收3,000吨; 他问:谁先割?",
        '他说:"麦子熟了,',
        '快来。"大家笑!',
        "![麦收,开镰! 何青 摄](a,b.jpg)",
        "麦子熟了。（记者 何青）（图片由县粮食局提供）",
        "责编 何青 校对 罗川",
        "来源：云岭县融媒体中心",
        "——柳河镇见闻",
        "稻子绿了",
        "图为柳河镇麦收。",
        "图说：柳河镇麦收。记者 何青 摄（下同）",
        "![麦收。何青摄（下同）](c.jpg)",
        "何青 摄",
        "何青 罗大川",
        "-----",
        "记者 何青 通讯员 罗川 昨日,麦子熟了。",
        "![麦收时节。 何青 摄](wheat.jpg)",
        "![麦收（记者 何青 摄）]( a(1).jpg )",
        "![]()",
        "（",
        "青）（记者",
        "Smart Farm",
        "1",
        "麦子熟了,（下转3版）",
        "（上接1版） 麦子熟了",
        "# （上接1版）麦子熟了",
        "　　柳溪社区通过入户摸清底数。",
        "\ufffd\u200b\ufeff",
        "#",
        "##",
        "",
    ]
)
LINE_ENDS = st.sampled_from(["\n", "\n\n", "\r\n", "\r", " ", "　", "\x0b", "\u2028"])
NEWSPAPER = st.lists(st.tuples(PIECES, LINE_ENDS), max_size=25).map(
    lambda pairs: "".join(piece + end for piece, end in pairs)
)


def bare(text):
    return "".join(text.split())


def assert_all_is_accounted_for(text):
    page = parse_page(text, edition_date=DAY)
    assert bare(accounted_text(page)) == bare(text)
    for story in page.stories:
        for paragraph, printed in zip(story.paragraphs, printed_paragraphs(story), strict=True):
            fragments = (text[place.start : place.end] for place in paragraph.sources)
            assert bare("".join(fragments)) == bare(printed)
        assert {doubt.kind for doubt in story.doubts} <= set(DOUBTS)
        for edit in story.edits:
            assert text[edit.source.start : edit.source.end] == edit.removed


@settings(max_examples=300, deadline=None)
@given(st.text())
def test_nothing_of_any_text_is_lost(text):
    assert_all_is_accounted_for("## 标题\n" + text)


@settings(max_examples=500, deadline=None)
@given(NEWSPAPER)
def test_nothing_of_a_newspaper_is_lost(text):
    assert_all_is_accounted_for("版头\n# 标题\n" + text)


@settings(max_examples=200, deadline=None)
@given(st.text() | NEWSPAPER)
def test_text_is_parsed_or_refused(text):
    try:
        page = parse_page(text, edition_date=DAY)
    except UnreadableSource:
        return
    assert bare(accounted_text(page)) == bare(text)


@pytest.mark.parametrize(
    "text",
    [
        "版头\n## 柳河镇  召开\n## 禁烧会议\n\n本报讯（记者 何　青）昨日,\n\n麦子熟了。\n\n何青 摄",
        "## 麦收\n![麦收。 何青 摄](a.jpg)\nSmart\nFarm。",
        "# 水渠\n\n本报讯 好。\n1\n（上接1版） 在此",
        "## （上接1版）水渠\n## 修好\n\n本报讯 好。",
        "# 水渠\n\n本报讯 水渠修好了,（下转3版）\n村民说好",
        "# 水渠\n\n本报讯 水渠修好了。\n（何\n青山）（记者 林\n小满）",
    ],
)
def test_edits_are_laid_back_in_their_places(text):
    assert_all_is_accounted_for(text)


ROLES_OF_LINES = st.lists(st.sampled_from(("", *ROLES)), max_size=40)


@settings(max_examples=300, deadline=None)
@given(NEWSPAPER, ROLES_OF_LINES)
def test_nothing_of_a_document_with_roles_is_lost(text, names):
    roles = {number: name for number, name in enumerate(names, start=1) if name}
    try:
        page = parse_document(Document(text, roles=roles), edition_date=DAY)
    except UnreadableSource:
        return
    assert bare(accounted_text(page)) == bare(text)


@settings(max_examples=300, deadline=None)
@given(NEWSPAPER)
def test_nothing_of_plain_text_is_lost(text):
    plain = text.replace("#", "")
    try:
        page = parse_page("麦子熟了\n——柳河镇见闻\n" + plain, edition_date=DAY)
    except UnreadableSource:
        return
    assert bare(accounted_text(page)) == bare("麦子熟了\n——柳河镇见闻\n" + plain)


def test_seed_page_and_its_marks_are_accounted_for():
    assert_all_is_accounted_for(seed_edition.PAGE.read_text(encoding="utf-8"))


@pytest.mark.parametrize("labelled", read_part("fixing"), ids=lambda labelled: labelled.name)
def test_source_ranges_of_a_labelled_story_give_its_paragraphs_back(labelled):
    document = document_of(labelled)
    page = parse_document(document, edition_date=labelled.edition_date)
    assert bare(accounted_text(page)) == bare(document.text)
    for story in page.stories:
        for paragraph, printed in zip(story.paragraphs, printed_paragraphs(story), strict=True):
            fragments = (document.text[one.start : one.end] for one in paragraph.sources)
            assert bare("".join(fragments)) == bare(printed)


@settings(max_examples=300, deadline=None)
@given(NEWSPAPER, st.randoms(use_true_random=False))
def test_nothing_is_lost_where_somebody_decides_the_breaks(text, random):
    document = Document(text)
    try:
        read = parse_document(document, edition_date=DAY)
    except UnreadableSource:
        return
    breaks = [
        doubt.source.start + 1
        for story in read.stories
        for doubt in story.doubts
        if doubt.break_at is not None
    ]
    rulings = {place: random.random() < 0.5 for place in breaks}

    page = parse_document(document, edition_date=DAY, rulings=rulings)

    assert bare(accounted_text(page)) == bare(text)
    decided = {
        doubt.source.start + 1: doubt.source.end - doubt.source.start > 1
        for story in page.stories
        for doubt in story.doubts
        if doubt.break_at is not None
    }
    assert {place: decided[place] for place in rulings if place in decided} == {
        place: is_one for place, is_one in rulings.items() if place in decided
    }


@pytest.mark.parametrize("text", ["# 水\n\n何、梅\n", "# 水\n\n麦子熟了。\n\n记者 何青、王（丽\n"])
def test_no_mark_between_two_characters_of_a_byline_is_lost(text):
    assert bare(accounted_text(parse_page(text, edition_date=DAY))) == bare(text)
