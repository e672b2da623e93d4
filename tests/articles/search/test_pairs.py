from articles.search.pairs import MARKS, codes, codes_of_term, number_of_tokens, tokens


def pair(one, other):
    code = ord(one) << 16 | ord(other)
    return code - 2**32 if code >= 2**31 else code


def test_codes_are_of_each_character_and_of_each_two_that_stand_together():
    pairs = {pair("区", "长"), pair("长", "说"), pair("5", "G")}
    assert set(codes("区长说\n5G")) == {*map(ord, "区长说5G"), *pairs}


def test_codes_are_sorted_and_each_stands_once():
    found = codes("长长长区长区")
    assert found == sorted(set(found))


def test_of_a_character_beyond_the_first_plane_a_code_has_the_lower_half():
    assert set(codes("𠮷田")) == {0x0BB7, ord("田"), 0x0BB7 << 16 | ord("田")}


def test_a_term_is_asked_for_by_its_pairs_and_one_character_by_itself():
    assert set(codes_of_term("区长说")) == {pair("区", "长"), pair("长", "说")}
    assert codes_of_term("区") == [ord("区")]


def test_a_text_of_nothing_has_no_codes():
    assert codes("") == codes("\n") == []


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
