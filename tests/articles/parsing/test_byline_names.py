import pytest

from articles.parsing.byline_names import is_another_word
from articles.parsing.bylines import take_closing_bylines, take_opening_bylines
from articles.parsing.source import Source


@pytest.mark.parametrize(
    ("text", "is_another"),
    [
        ("苏平", False),
        ("于洋", False),
        ("苏州", True),
        ("黄山", True),
        ("王平", False),
        ("试行", True),
    ],
)
def test_place_may_be_called_as_people_are(text, is_another):
    assert is_another_word(text) == is_another


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("“夏粮入库。”（于洋）", ["于洋"]),
        ("夏粮入库。\n\n苏平", ["苏平"]),
        ("夏粮入库。（苏州）", []),
        ("夏粮入库。\n\n黄山", []),
    ],
)
def test_name_that_is_a_place_too_signs_a_story(text, names):
    source = Source(text)
    taken = take_closing_bylines(source, source.lines())
    assert [one.name for one in taken.bylines] == names


def test_name_of_two_characters_set_wide_may_begin_with_the_word_for_words():
    source = Source("●　文　石\n麦子熟了。")
    taken = take_opening_bylines(source, source.lines())
    assert [(one.name, one.contributions) for one in taken.bylines] == [("文石", ("文",))]


@pytest.mark.parametrize("tail", ["市民何青排了二十多分钟队，终于", "主持人、县水利"])
def test_what_goes_on_after_a_capacity_is_no_byline(tail):
    source = Source(f"“麦子熟了？”{tail}")
    assert take_closing_bylines(source, source.lines()).bylines == ()


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("何青", ["何青"]),
        ("何青，钱进", ["何青", "钱进"]),
        ("卡德尔·依明", ["卡德尔·依明"]),
        ("在石桥养老院，何青", []),
        ("市委常委、石桥镇", []),
        ("职工卡德尔·依明", []),
        ("德国人卡尔·施密", []),
        ("卡德尔·依明的毡房搭在", []),
    ],
)
def test_beginning_of_a_sentence_above_a_text_is_no_byline(line, names):
    source = Source(f"{line}\n\n走进麦田，同正在收割的村民拉起家常，问今年的收成好不好。")
    taken = take_opening_bylines(source, source.lines())
    assert [one.name for one in taken.bylines] == names
