import pytest

from articles.parsing.mentions import find_mentions

AGAIN = [
    ("区长车向东到场。车区长要求整改。", ["车向东", "车向东"]),
    ("区长车向东到场。车向东区长要求整改。", ["车向东", "车向东"]),
    ("副主任何青到场。何主任要求整改,何副主任说。", ["何青", "何青", "何青"]),
    ("区委书记何青、镇党委书记何平到场。何书记要求整改。", ["何青", "何平"]),
    ("区长车向东到场。王区长要求整改,市长说。", ["车向东"]),
    ("政法委书记欧阳明到场。欧阳书记要求整改。", ["欧阳明", "欧阳明"]),
]


@pytest.mark.parametrize(("text", "names"), AGAIN)
def test_later_mentions_are_tied_to_the_first(text, names):
    assert [one.name for one in find_mentions([text])] == names


def test_bare_name_is_a_mention_in_any_paragraph():
    texts = ["何青走在最前面。", "副县长何青提出,要抓好开学准备。"]
    assert [(one.paragraph, one.start, one.end) for one in find_mentions(texts)] == [
        (0, 0, 2),
        (1, 0, 5),
    ]
