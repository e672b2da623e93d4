from articles.search.codes import COMMON, codes, codes_of_term, numbers


def pair(one, other):
    code = ord(one) << 16 | ord(other)
    return code - 2**32 if code >= 2**31 else code


def test_codes_are_of_each_character_and_of_each_two_that_stand_together():
    pairs = {pair("区", "长"), pair("长", "说"), pair("5", "G")}
    assert set(numbers(codes("区长说\n5G"))) == {*map(ord, "区长说5G"), *pairs}


def test_characters_that_are_passed_over_have_no_codes_but_in_pairs():
    assert set(numbers(codes("区龘", passed_over=COMMON))) == {ord("龘"), pair("区", "龘")}


def test_numbers_are_sorted_and_each_stands_once():
    found = numbers(codes("长长长区长区"))
    assert found == sorted(set(found))


def test_of_a_character_beyond_the_first_plane_a_code_has_the_lower_half():
    assert set(numbers(codes("𠮷田"))) == {0x0BB7, ord("田"), 0x0BB7 << 16 | ord("田")}


def test_a_term_is_asked_for_by_its_pairs_and_one_character_by_itself():
    assert set(codes_of_term("区长说")) == {pair("区", "长"), pair("长", "说")}
    assert codes_of_term("区") == [ord("区")]


def test_a_character_that_is_passed_over_is_asked_for_by_nothing():
    assert codes_of_term("区", passed_over=COMMON) == []
    assert codes_of_term("龘", passed_over=COMMON) == [ord("龘")]


def test_what_a_term_is_asked_for_by_every_text_that_has_it_has():
    text = "3,000万元。龘山、区长说"
    held = set(numbers(codes(text, passed_over=COMMON)))
    for start in range(len(text)):
        for end in range(start + 1, len(text) + 1):
            assert held.issuperset(codes_of_term(text[start:end], passed_over=COMMON))


def test_a_text_of_nothing_has_no_codes():
    assert codes("") == codes("\n") == b""
