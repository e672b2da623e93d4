from datetime import date

from articles.verification.findings import Passage
from articles.verification.story import StoryText, story_of_lines


def test_passages_are_those_with_a_text():
    story = StoryText("标题", deck="副题", paragraphs=("一", "二"), captions=("图",))
    assert story.passages == [
        (Passage("headline"), "标题"),
        (Passage("deck"), "副题"),
        (Passage("body", 0), "一"),
        (Passage("body", 1), "二"),
        (Passage("caption", 0), "图"),
    ]


def test_lines_are_a_headline_and_paragraphs_and_the_lead_says_the_day():
    story = story_of_lines(["标题", "6月14日，青澜区召开会议。"], date(2023, 6, 15))
    assert (story.headline, story.paragraphs) == ("标题", ("6月14日，青澜区召开会议。",))
    assert story.day == date(2023, 6, 14)


def test_news_later_than_the_paper_is_checked_for_the_day_of_the_paper():
    story = story_of_lines(["标题", "6月20日，青澜区召开会议。"], date(2023, 6, 15))
    assert story.day == date(2023, 6, 15)


def test_without_a_day_of_the_paper_no_day_is_known():
    assert story_of_lines(["标题", "6月14日，青澜区召开会议。"]).day is None
