from datetime import date

import pytest

from articles.parsing.doubts import round_lost_character, story_doubts
from articles.parsing.facts import PrintedHeadline, SourceRange
from articles.parsing.pipeline import parse_page
from articles.parsing.source import Source

PLACE = SourceRange(1, 1, 3, 9)


def kinds(headline, date_doubt=""):
    title = PrintedHeadline("", headline, "", PLACE)
    doubts = story_doubts(
        Source(headline), title, (), date_doubt=date_doubt, printed_date="2月30日"
    )
    return [(doubt.kind, doubt.quote) for doubt in doubts]


def test_story_without_text_is_doubted():
    assert kinds("麦收") == [("no_text", "麦收")]


def test_lost_character_in_a_headline_is_doubted():
    assert kinds("麦\ufffd") == [("no_text", "麦\ufffd"), ("replacement_character", "麦\ufffd")]


def test_doubt_about_the_date_is_passed_on():
    assert kinds("麦收", "impossible_date") == [("no_text", "麦收"), ("impossible_date", "2月30日")]


@pytest.mark.parametrize("gap", ["\n\n", "\n　　", "（记者 何青）\n\n"])
def test_marker_of_a_later_paragraph_is_doubted_as_a_story_without_a_headline(gap):
    first, second = (f"本报讯 4月{day}日，石桥村的水渠修好了，村民都来看。" for day in (2, 3))
    text = f"# 石桥村修好水渠\n\n　　{first}{gap}{second}"
    (story,) = parse_page(text, edition_date=date(2023, 4, 4)).stories
    (doubt,) = story.doubts
    assert (doubt.kind, doubt.paragraph, doubt.quote) == ("doubtful_headline", 1, second[:20])


def test_items_with_headlines_are_not_doubted_for_their_markers():
    items = "\n\n".join(f"## 石桥村修好水渠{n}\n\n本报讯 水渠修好了。" for n in "一二")
    stories = parse_page(items, edition_date=date(2023, 4, 4)).stories
    assert [story.doubts for story in stories] == [(), ()]


@pytest.mark.parametrize(("text", "quote"), [("麦收", ""), ("", ""), ("麦\ufffd收", "麦\ufffd收")])
def test_text_round_a_lost_character(text, quote):
    assert round_lost_character(text) == quote
