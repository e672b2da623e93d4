"""How much two texts must have in common to be one story of a page."""

import pytest

from articles.importing.recognition import Words, likeness

TEXT = "柳河镇组织村民清理灌溉水渠，各村自带铁锹，先后清出淤泥三十余车，疏通渠道四公里。"


@pytest.mark.parametrize(
    ("other", "is_same"),
    [
        (TEXT, True),
        (TEXT.replace("，", " "), True),
        (TEXT.replace("三十", "四十"), True),
        (TEXT.replace("三十余车", "二十六车"), False),
        (TEXT + "他们还沿渠补种了柳树，镇里为每村配发了树苗和支架。", False),
        ("云岭区第一所市民夜校在文化馆开课，先教书法、剪纸、合唱，两百多名居民报名参加。", False),
        ("", False),
    ],
)
def test_same_text_with_a_few_other_words(other, is_same):
    assert bool(likeness(Words(TEXT), Words(other))) == is_same


def test_part_of_a_text_is_known_as_a_part_only():
    whole = Words(TEXT + "他们还沿渠补种了柳树，镇里为每村配发了树苗和支架。")

    assert not likeness(Words(TEXT), whole)
    assert likeness(Words(TEXT), whole, is_part=True) == 1


def test_text_of_a_few_characters_is_the_same_only_as_it_stands():
    assert likeness(Words("停刊。"), Words("停刊"))
    assert not likeness(Words("停刊。"), Words("复刊"))
    assert not likeness(Words(""), Words(""))


def test_formula_with_other_numbers_is_another_text():
    notice = "云岭区水务局公告：因管网检修，{}日{}时至{}时柳河路一带停水，请居民提前储水。"

    assert not likeness(Words(notice.format(3, 8, 12)), Words(notice.format(9, 13, 17)))


def test_what_may_be_alike_is_told_from_what_is_not_by_a_few_runs():
    assert Words(TEXT).shares_a_run(Words(TEXT.replace("三十", "四十")))
    assert not Words(f"11月15日，{TEXT}").shares_a_run(Words(f"11月15日，{TEXT[::-1]}"))
    assert Words("停刊。").shares_a_run(Words("停刊"))
