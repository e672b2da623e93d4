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
        (
            "# 柳河镇麦收开镰\n# 柳河镇麦收开镰\n\n柳河镇麦收开镰\n一。",
            ["柳河镇麦收开镰"],
            ["一。"],
        ),
        ("# 柳河镇麦收开镰\n柳河镇麦收开镰\n　　麦子熟了", ["柳河镇麦收开镰"], ["麦子熟了"]),
        (
            "# 柳河镇麦收开镰\n\n柳河镇麦收开镰\n本报讯 麦子熟了",
            ["柳河镇麦收开镰"],
            ["本报讯 麦子熟了"],
        ),
        (
            "# 柳河镇麦收开镰\n\n柳河镇麦收开镰\n本报记者 何青\n麦子熟了。",
            ["柳河镇麦收开镰"],
            ["本报记者 何青", "麦子熟了。"],
        ),
        # Once more and once more: above the byline, below it, and on both sides.
        ("# 柳河镇麦收开镰\n\n柳河镇麦收开镰\n柳河镇麦收开镰\n一。", ["柳河镇麦收开镰"], ["一。"]),
        (
            "# 柳河镇麦收开镰\n\n本报记者 何青\n\n柳河镇麦收开镰\n麦子熟了。",
            ["柳河镇麦收开镰"],
            ["本报记者 何青", "麦子熟了。"],
        ),
        (
            "# 柳河镇麦收开镰\n\n**柳河镇麦收开镰**\n本报记者 何青\n柳河镇麦收开镰\n麦子熟了。",
            ["柳河镇麦收开镰"],
            ["本报记者 何青", "麦子熟了。"],
        ),
        (
            "# 柳河镇麦收开镰\n柳河镇麦收开镰\n本报记者 何青\n柳河镇麦收开镰\n麦子金黄\n村民笑了",
            ["柳河镇麦收开镰"],
            ["本报记者 何青", "柳河镇麦收开镰", "麦子金黄", "村民笑了"],
        ),
    ],
)
def test_headline_printed_again_above_its_text_is_taken_off(text, headings, lines):
    stories, _ = read(text)
    assert stories == [(headings, lines)]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize(
    "verse",
    [
        ["燕子来了燕子来了", "柳条悄悄绿了", "桃花悄悄红了", "河水悄悄醒了"],
        ["雪落了雪真的落了", "雪落了雪真的落了", "麦苗盖上了被子", "孩子们跑出门去"],
        ["柳河，我的柳河", "你绕过石桥。", "你流进麦田。", "你抱着村庄。", "你不说话。"],
        ["柳河，我的柳河", "你绕过石桥。", "你流进麦田"],
    ],
)
def test_first_line_of_a_poem_may_be_its_title(verse, gap):
    ((_, lines),), _ = read(f"# {verse[0]}{gap}" + "\n".join(verse))
    assert lines == verse


def test_repeat_is_an_edit_of_its_story():
    page = parse_page(
        "# 柳河镇麦收开镰\n\n柳河镇麦收开镰\n\n麦子熟了。", edition_date=date(2024, 3, 9)
    )
    (story,) = page.stories
    assert [one.removed for one in story.edits] == ["#", "柳河镇麦收开镰"]


def test_each_repeat_is_an_edit_and_no_other_word_goes():
    text = "# 柳河镇麦收开镰\n\n柳河镇麦收开镰\n本报记者 何青\n\n柳河镇麦收开镰\n\n麦子熟了。"
    (story,) = parse_page(text, edition_date=date(2024, 3, 9)).stories
    assert [one.text for one in story.paragraphs] == ["麦子熟了。"]
    assert [one.name for one in story.bylines] == ["何青"]
    removed = ["#", "柳河镇麦收开镰", "本报记者 ", "柳河镇麦收开镰"]
    assert [one.removed for one in story.edits] == removed
