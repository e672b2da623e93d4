from articles.search.pairs import MARKS, number_of_tokens, tokens


def test_tokens_of_a_headline_stand_there_once_more_marked():
    mark = MARKS["headline"]
    assert tokens("区长\n说").split() == ["区长", "长", "说"]
    marked = [f"{mark}{token}" for token in ("区长", "长", "说")]
    assert tokens("区长\n说", "headline").split() == ["区长", "长", "说", *marked]


def test_tokens_are_counted_as_they_are_made():
    for column in ("headline", "deck", "body"):
        for text in ("", "区", "区长\n说", "𠮷田 5G"):
            assert number_of_tokens(text, column) == len(tokens(text, column).split(" ")) * bool(
                text
            )
