import re

import pytest

from articles.parsing.lexicon.wordlist import finders_in, firsts, has_any


@pytest.mark.parametrize(
    ("patterns", "begins"),
    [
        (("近日", "日前"), "近日"),
        (("入[春夏]", "[去今][春夏]", "[0-9零]"), "入去今0-9零"),
        (("(?<!个)周末", r"(?<!\w)节[前后]", "最近(?!年)"), "周节最"),
        (("3·15", "”节"), "3”"),
        (("主?汛期", "[“《]?两会", "第?[一二]?天"), "主汛“《两第一二天"),
    ],
    ids=["words", "sets", "behind other characters", "figures and marks", "may be left out"],
)
def test_first_characters_of_patterns(patterns, begins):
    assert firsts(*patterns) == f"[{begins}]"


def test_first_characters_that_mean_something_in_a_set_are_themselves():
    assert re.findall(firsts("-", "^"), "a-b^c") == ["-", "^"]


def test_words_in_a_text():
    assert has_any("何青山调研春耕", ("秋收", "春耕"))
    assert not has_any("何青山调研春耕", ("秋收", "冬修"))


def test_finders_that_may_find_something_in_a_story():
    finders = ((str.split, re.compile("春耕").search), (str.upper, lambda story: "秋收" in story))
    assert finders_in("何青山调研春耕", finders) == [str.split]
    assert finders_in("何青山调研", finders) == []
