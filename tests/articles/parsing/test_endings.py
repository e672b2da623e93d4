import pytest

from articles.parsing.endings import is_final


@pytest.mark.parametrize(
    "text",
    ["麦子熟了。", "麦子熟了.", "增长4.6%.", '他说:"麦子熟了."', '他说:"麦子熟了。"', "（何青）"],
)
def test_sentence_has_come_to_its_end(text):
    assert is_final(text)
    assert is_final(f"{text}乙", len(text))


@pytest.mark.parametrize("text", ["麦子熟了", "增长8.", "3.", "a.m.", '开展"回头看"', "麦子熟了,"])
def test_sentence_goes_on(text):
    assert not is_final(text)
