from datetime import date

import pytest

from articles.parsing.accounting import accounted_text
from articles.parsing.documents import Document
from articles.parsing.pipeline import parse_document, parse_page
from articles.parsing.turns import read_turn

TEXT = "甲会召开，区里作了全面部署，与会的同志都说好，要抓好落实工作，不打折扣。"


def parse(text):
    page = parse_page(text, edition_date=date(2023, 4, 4))
    assert "".join(accounted_text(page).split()) == "".join(text.split())
    return page.stories


@pytest.mark.parametrize(
    "note",
    ["（下转第三版）", "（下转2版）", "(紧转A03版)", "▶▶下转3版", "（下转第3版①）", "（转第二版）"],
)
@pytest.mark.parametrize("gap", ["", "\n\n"])
def test_story_that_goes_on_elsewhere_is_doubted_with_the_page(note, gap):
    [story] = parse(f"# 区里召开甲会\n\n{TEXT}{gap}{note}\n")
    assert [paragraph.text for paragraph in story.paragraphs] == [TEXT]
    assert [(doubt.kind, doubt.quote) for doubt in story.doubts] == [("unfinished", note)]
    assert note in [edit.removed for edit in story.edits]


@pytest.mark.parametrize("note", ["（上接第1版）", "(上接一版)", "（紧接A01版）", "上接第1版\n"])
def test_rest_below_its_headline_is_doubted_with_the_page(note):
    [story] = parse(f"# 区里召开甲会\n\n{note}{TEXT}\n")
    assert [paragraph.text for paragraph in story.paragraphs] == [TEXT]
    assert [(doubt.kind, doubt.quote) for doubt in story.doubts] == [("unfinished", note.strip())]


@pytest.mark.parametrize(
    ("note", "headline"),
    [
        ("（上接第1版）", "（上接第1版）"),
        ("（上接第1版《区里召开乙会》）", "区里召开乙会"),
        ("上接第1版《区里召开乙会》\n", "区里召开乙会"),
    ],
)
@pytest.mark.parametrize("mark", ["# ", ""])
def test_rest_below_another_story_is_a_story(note, headline, mark):
    first, rest = parse(f"{mark}区里召开甲会\n\n本报讯 {TEXT}\n\n{note}{TEXT}\n")
    assert (first.headline.headline, rest.headline.headline) == ("区里召开甲会", headline)
    assert [paragraph.text for paragraph in rest.paragraphs] == [TEXT]
    assert not first.doubts
    assert [(doubt.kind, doubt.quote) for doubt in rest.doubts] == [("unfinished", note.strip())]


@pytest.mark.parametrize(
    ("heading", "headline", "note"),
    [
        ("# （上接第1版）区里召开乙会", "区里召开乙会", "（上接第1版）"),
        ("# （上接第1版） 区里召开乙会", "区里召开乙会", "（上接第1版）"),
        ("# （上接第1版）\n# 区里召开乙会", "区里召开乙会", "（上接第1版）"),
        ("# （上接第1版《区里召开乙会》）", "区里召开乙会", "（上接第1版《区里召开乙会》）"),
        ("# （上接第1版）", "（上接第1版）", "（上接第1版）"),
    ],
)
def test_rest_whose_heading_holds_the_note_is_a_story(heading, headline, note):
    rest, below = parse(f"{heading}\n\n{TEXT}\n\n# 区里召开甲会\n\n本报讯 {TEXT}\n")
    assert (rest.headline.headline, below.headline.headline) == (headline, "区里召开甲会")
    assert [paragraph.text for paragraph in rest.paragraphs] == [TEXT]
    assert [(doubt.kind, doubt.quote) for doubt in rest.doubts] == [("unfinished", note)]


def test_rest_whose_note_stands_in_a_told_headline_is_one_story():
    text = f"（上接第1版）区里召开乙会\n{TEXT}\n"
    document = Document(text, {1: "headline", 2: "body"})
    [rest] = parse_document(document, edition_date=date(2023, 4, 4)).stories
    assert rest.headline.headline == "区里召开乙会"
    assert [doubt.quote for doubt in rest.doubts] == ["（上接第1版）"]


@pytest.mark.parametrize(
    "text", ["道路接2版画展，请下转告他。", "详见本报3版。", "转了3圈，接了2次。"]
)
def test_other_pages_are_left_in_the_text(text):
    [story] = parse(f"# 区里召开甲会\n\n{text}\n")
    assert [paragraph.text for paragraph in story.paragraphs] == [text]


@pytest.mark.parametrize(
    ("printed", "turn"),
    [
        ("（下转第三版）", (True, "3", "")),
        ("(紧转A03版)", (True, "A3", "")),
        ("▶▶下转３版", (True, "3", "")),
        ("（下转第十二版①）", (True, "12", "①")),
        ("（上接第1版《区里召开乙会》）", (False, "1", "区里召开乙会")),
        ("上接a01版", (False, "A1", "")),
        ("（接第1版 区里召开乙会）", (False, "1", "区里召开乙会")),
        ("（紧接2版）", (None, "2", "")),
        ("下接2版", (True, "2", "")),
    ],
)
def test_note_says_which_way_to_which_page_and_story(printed, turn):
    assert read_turn(printed) == turn


def test_text_that_is_no_note_says_nothing():
    assert read_turn("与会的同志都说好") is None


@pytest.mark.parametrize("note", ["（紧接2版）", "紧接第2版"])
@pytest.mark.parametrize("gap", ["", "\n\n"])
@pytest.mark.parametrize("below", ["", "\n# 区里召开乙会\n\n乙会召开。\n"])
def test_end_of_a_story_that_goes_on_right_on_the_next_page(note, gap, below):
    story, *others = parse(f"# 区里召开甲会\n\n{TEXT}{gap}{note}\n{below}")
    assert len(others) == bool(below)
    assert [paragraph.text for paragraph in story.paragraphs] == [TEXT]
    assert [(doubt.kind, doubt.quote) for doubt in story.doubts] == [("unfinished", note)]
    assert "note of the page on which the story goes on" in [one.reason for one in story.edits]
