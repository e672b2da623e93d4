"""Markers and bylines in traditional characters are those of simplified ones."""

from datetime import date

import pytest

from articles.parsing.documents import Document
from articles.parsing.pipeline import parse_document

TEXT = """# 柳河鎮清淤護渠

{opening}柳河鎮召開會議，討論水渠的修繕。

他們還沿渠補種了柳樹。

{closing}
"""


def read(opening="本報訊　", closing=""):
    document = Document(TEXT.format(opening=opening, closing=closing))
    (story,) = parse_document(document, edition_date=date(2026, 11, 16)).stories
    return story


def names(story):
    return [(one.capacity, one.name, *one.contributions) for one in story.bylines]


@pytest.mark.parametrize(
    ("closing", "expected"),
    [
        ("記者 何青", [("記者", "何青", "文")]),
        ("本報記者 張麗 通訊員 李山", [("本報記者", "張麗", "文"), ("通訊員", "李山", "文")]),
        ("（實習生 何青 文/圖）", [("實習生", "何青", "文", "图")]),
        ("（通訊員 何青）", [("通訊員", "何青", "文")]),
        ("通訊員 何青 報道", [("通訊員", "何青", "文")]),
        ("記者何青 通訊員李山/文 攝影/王川", [
            ("記者", "何青", "文"), ("通訊員", "李山", "文"), ("通訊員", "王川", "图"),
        ]),
        ("記者 何青 攝影報道", [("記者", "何青", "文", "图")]),
    ],
)  # fmt: skip
def test_byline_below_the_text(closing, expected):
    story = read(closing=closing)

    assert names(story) == expected
    assert [one.text for one in story.paragraphs][1:] == ["他們還沿渠補種了柳樹。"]


@pytest.mark.parametrize(
    ("opening", "expected"),
    [
        ("本報訊（記者 何青）", [("記者", "何青", "文")]),
        ("本報訊（通訊員 張麗 李山）", [("通訊員", "張麗", "文"), ("通訊員", "李山", "文")]),
        ("本報訊 記者何青報道：", [("記者", "何青", "文")]),
    ],
)
def test_byline_behind_the_marker(opening, expected):
    story = read(opening)

    assert names(story) == expected
    assert story.dateline.marker == "本報訊"
    assert story.paragraphs[0].text == "柳河鎮召開會議，討論水渠的修繕。"
    assert not story.persons


def test_report_of_another_in_a_sentence_is_no_byline():
    story = read("本報訊　據本報記者報道，")

    assert not story.bylines
    assert story.paragraphs[0].text.startswith("據本報記者報道，柳河鎮")
