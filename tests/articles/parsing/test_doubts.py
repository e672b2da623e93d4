import pytest

from articles.parsing.doubts import round_lost_character, story_doubts
from articles.parsing.facts import PrintedHeadline, SourceRange

PLACE = SourceRange(1, 1, 3, 9)


def kinds(headline, date_doubt=""):
    title = PrintedHeadline("", headline, "", PLACE)
    doubts = story_doubts(title, (), date_doubt=date_doubt, printed_date="2月30日")
    return [(doubt.kind, doubt.quote) for doubt in doubts]


def test_story_without_text_is_doubted():
    assert kinds("麦收") == [("no_text", "麦收")]


def test_lost_character_in_a_headline_is_doubted():
    assert kinds("麦\ufffd") == [("no_text", "麦\ufffd"), ("replacement_character", "麦\ufffd")]


def test_doubt_about_the_date_is_passed_on():
    assert kinds("麦收", "impossible_date") == [("no_text", "麦收"), ("impossible_date", "2月30日")]


@pytest.mark.parametrize(("text", "quote"), [("麦收", ""), ("", ""), ("麦\ufffd收", "麦\ufffd收")])
def test_text_round_a_lost_character(text, quote):
    assert round_lost_character(text) == quote
