import pytest

from articles.parsing.documents import UnreadableSource
from articles.parsing.source import Source
from articles.parsing.stories import split_stories


def read(text):
    source = Source(text)
    stories, edits = split_stories(source)
    parts = [
        (
            [source.cut(line) for line in story.headings],
            [source.cut(line) for line in story.lines if not line.is_blank],
        )
        for story in stories
    ]
    return parts, [edit.removed for edit in edits]


@pytest.mark.parametrize(
    ("text", "stories", "outside"),
    [
        ("# 甲\n\n一", [(["甲"], ["一"])], []),
        ("\n\n# 甲\n一\n## 乙\n二\n三", [(["甲"], ["一"]), (["乙"], ["二", "三"])], []),
        ("## 甲\r\n\r\n一\r\n", [(["甲"], ["一"])], []),
        ("##甲\n一", [(["甲"], ["一"])], []),
        ("## 甲\n## 乙\n一", [(["甲", "乙"], ["一"])], []),
        ("## 甲\n\n## 乙\n一", [(["甲", "乙"], ["一"])], []),
        ("# 甲\n\n## 乙\n一", [(["甲"], []), (["乙"], ["一"])], []),
        ("版头\n\n要目\n\n## 甲\n一", [(["甲"], ["一"])], ["版头\n\n要目"]),
        ("## 甲\n### 小标题\n一", [(["甲"], ["### 小标题", "一"])], []),
        ("## 甲\n#话题#\n一", [(["甲"], ["#话题#", "一"])], []),
        ("## 甲\n##\n一", [(["甲"], ["##", "一"])], []),
    ],
)
def test_page_is_split_at_its_headings(text, stories, outside):
    assert read(text) == (stories, outside)


@pytest.mark.parametrize("text", ["", "一\n二", "### 小标题\n一", "##", "#话题#"])
def test_page_without_heading_is_refused(text):
    with pytest.raises(UnreadableSource, match="no heading"):
        split_stories(Source(text))
