import pytest

from articles.parsing.byline_names import is_another_word
from articles.parsing.bylines import take_closing_bylines
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
