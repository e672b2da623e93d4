"""Officials whose posts the deck tells."""

from articles.parsing.mentions import find_mentions


def test_whoever_has_a_title_in_the_deck_only_is_an_official_where_first_named():
    texts = ["麦收了。", "何青：水渠通了。罗川也来了。", "县水利局局长罗川"]
    found = find_mentions(texts, "——访县水利局局长何青、县农业局局长罗川、县长沈一鸣")
    assert [(one.paragraph, one.start, one.name, one.title) for one in found] == [
        (1, 0, "何青", "县水利局局长"),
        (1, 8, "罗川", "县水利局局长"),
        (2, 0, "罗川", "县水利局局长"),
    ]


def test_whoever_the_deck_names_twice_is_one_mention():
    found = find_mentions(["何青强调,要颗粒归仓。"], "县长何青出席会议。县长何青讲话。")
    assert [(one.name, one.start) for one in found] == [("何青", 0)]
