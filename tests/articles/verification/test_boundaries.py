import pytest

from articles.verification.boundaries import clause_before, words_across


@pytest.mark.parametrize(
    ("text", "characters", "across"),
    [
        ("会上公布署名文章", "布署", (True, True)),
        ("合影后返回", "影后", (True, False)),
        ("按装机容量计算", "按装", (False, True)),
        ("认真布署工作", "布署", (False, False)),
        # A mark ends every word.
        ("合，影后", "影后", (False, False)),
    ],
)
def test_words_of_the_language_across_some_characters(text, characters, across):
    start = text.index(characters)
    assert words_across(text, start, start + len(characters)) == across


def test_the_clause_before_a_place():
    text = "会议要求，各镇要亲自抓"
    assert clause_before(text, text.index("亲自")) == "各镇要"
    assert clause_before(text, 0) == ""
