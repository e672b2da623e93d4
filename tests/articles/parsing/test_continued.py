"""A story on two pages is read as one, and every place says on which page it is."""

from datetime import date

import pytest

from articles.parsing.continued import Part, parse_continued
from articles.parsing.documents import Document
from articles.parsing.joins import DECIDED
from articles.parsing.pipeline import parse_document

DAY = date(2023, 4, 4)
FIRST = """# 柳河镇清淤护渠

本报讯 4月3日，柳河镇镇长沈砚秋带领村民清理灌溉水渠，先后清出淤泥三十余车，疏通渠道四公里。

他们还沿渠补种了柳树，镇里为每村配发了树苗和（下转第3版）

# 别的稿件

别的话。
"""
REST = """# 又一稿

又一稿的话。

# 柳河镇清淤护渠

（上接第1版）支架，预计月底以前可以全部完成栽植任务。

沈镇长说,明年还要再补一次。

（记者 苏未央）
"""


def whole(first=FIRST, rest=REST, number=1, **kwargs):
    parts = Part(Document(first), 0), Part(Document(rest), number)
    return parse_continued(*parts, edition_date=DAY, **kwargs)


def printed(story):
    texts = (FIRST, REST)
    return [
        [texts[place.part][place.start : place.end] for place in paragraph.sources]
        for paragraph in story.paragraphs
    ]


def test_paragraph_that_the_pages_cut_is_joined_with_its_reason():
    story = whole()

    assert [paragraph.text[:6] for paragraph in story.paragraphs] == [
        "4月3日，柳",
        "他们还沿渠补",
        "沈镇长说，明",
    ]
    assert printed(story)[1] == [
        "他们还沿渠补种了柳树，镇里为每村配发了树苗和",
        "支架，预计月底以前可以全部完成栽植任务。",
    ]
    (join,) = story.paragraphs[1].joins
    assert join.reason == "the sentence is not finished"
    assert printed(story)[2] == ["沈镇长说,明年还要再补一次。"]


def test_notes_are_edits_and_in_doubt_no_longer():
    story = whole()

    assert not [doubt for doubt in story.doubts if doubt.paragraph is None]
    removed = {(edit.removed, edit.source.part) for edit in story.edits}
    assert {("（下转第3版）", 0), ("（上接第1版）", 1), ("柳河镇清淤护渠", 1)} <= removed


def test_names_and_bylines_are_read_across_both_parts():
    story = whole()

    assert [official.name for official in story.officials] == ["沈砚秋"]
    assert [(byline.name, byline.source.part) for byline in story.bylines] == [("苏未央", 1)]


def test_every_character_of_the_rest_is_in_the_story_or_an_edit():
    first, rest = (parse_document(Document(text), edition_date=DAY) for text in (FIRST, REST))
    story = whole()

    kept = "".join(marks.text for marks in story.wide_marks) or ""
    assert kept
    for part, page in enumerate((first, rest)):
        own = page.stories[part]
        left = {
            place
            for place in range(own.headline.source.start, len((FIRST, REST)[part].rstrip()))
            if not (FIRST, REST)[part][place].isspace()
        }
        if part == 0:
            left = {place for place in left if place < FIRST.index("# 别的")}
        placed = [place for paragraph in story.paragraphs for place in paragraph.sources]
        placed += [byline.source for byline in story.bylines]
        placed += [edit.source for edit in story.edits]
        placed += [story.headline.source]
        for place in placed:
            if place.part == part:
                left -= set(range(place.start, place.end))
        assert not left


@pytest.mark.parametrize("is_one", [True, False])
def test_break_between_the_pages_is_decided_as_any_other(is_one):
    first = FIRST.replace("树苗和（下", "树苗。（下")
    rest = REST.replace("支架，预计", "其中一半是垂柳，预计")
    doubt = next(one for one in whole(first, rest).doubts if "其中" in one.quote)
    assert first[: doubt.source.start + 1].endswith("树苗。")
    assert (doubt.source.part, doubt.source.first_line) == (0, doubt.source.last_line)

    story = whole(first, rest, rulings=({doubt.source.start + 1: is_one}, {}))

    joins = [join.reason for paragraph in story.paragraphs for join in paragraph.joins]
    assert joins.count(DECIDED) == is_one


def test_rest_called_by_its_note_and_a_lost_byte_in_it():
    rest = "# 又一稿\n\n又一稿的话。\n\n（上接第1版《清淤护渠》）支架，全部完成\ufffd任务。\n"
    parts = Part(Document(FIRST), 0), Part(Document(rest, unread=(5,)), 1)

    story = parse_continued(*parts, edition_date=DAY)

    assert story.paragraphs[1].text.endswith("树苗和支架，全部完成\ufffd任务。")
    (doubt,) = [one for one in story.doubts if one.kind == "replacement_character"]
    assert (doubt.source.part, doubt.source.first_line) == (1, 5)


def test_text_is_whole_wherever_the_pages_cut_it():
    text = "他们还沿渠补种了“柳树”，镇里为每村配发了3.5万元的树苗和支架，预计月底完成。镇长说：好。"
    for cut in range(1, len(text)):
        first = f"# 柳河镇清淤护渠\n\n{text[:cut]}（下转第3版）\n"
        rest = f"# 清淤护渠\n\n（上接第1版）{text[cut:]}\n"

        story = whole(first, rest, number=0)

        assert "".join(paragraph.text for paragraph in story.paragraphs) == text
        sources = [place for paragraph in story.paragraphs for place in paragraph.sources]
        printed = ((first, rest)[place.part][place.start : place.end] for place in sources)
        assert "".join(printed) == text
