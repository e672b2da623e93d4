from datetime import date

import pytest

from articles.parsing.pipeline import parse_page
from tests.articles.parsing.splitting import read


@pytest.mark.parametrize(
    ("text", "headings", "lines"),
    [
        ("# 柳河镇麦收开镰\n\n柳河镇麦收开镰\n\n麦子熟了。", ["柳河镇麦收开镰"], ["麦子熟了。"]),
        ("# 柳河镇麦收开镰\n\n**柳河镇 麦收开镰**\n\n一。", ["柳河镇麦收开镰"], ["一。"]),
        ("# 柳河镇麦收开镰\n# 柳河镇麦收开镰\n一。", ["柳河镇麦收开镰"], ["一。"]),
        (
            "# 柳河镇麦收开镰\n## 村民喜收新粮\n\n柳河镇麦收开镰\n村民喜收新粮\n一。",
            ["柳河镇麦收开镰", "村民喜收新粮"],
            ["一。"],
        ),
        # A poem, a story of nothing else, and a sentence that only begins so.
        ("# 春天\n\n春天\n来到柳河边", ["春天"], ["春天", "来到柳河边"]),
        ("# 柳河镇麦收开镰\n\n柳河镇麦收开镰", ["柳河镇麦收开镰"], ["柳河镇麦收开镰"]),
        (
            "# 柳河镇麦收开镰\n\n柳河镇麦收开镰，村民忙。",
            ["柳河镇麦收开镰"],
            ["柳河镇麦收开镰，村民忙。"],
        ),
    ],
)
def test_headline_printed_again_above_its_text_is_taken_off(text, headings, lines):
    stories, _ = read(text)
    assert stories == [(headings, lines)]


def test_repeat_is_an_edit_of_its_story():
    page = parse_page(
        "# 柳河镇麦收开镰\n\n柳河镇麦收开镰\n\n麦子熟了。", edition_date=date(2024, 3, 9)
    )
    (story,) = page.stories
    assert [one.removed for one in story.edits] == ["#", "柳河镇麦收开镰"]
