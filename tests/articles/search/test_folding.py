import random

import pytest

from articles.search.folding import fold, folded_with_places


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("經開區管委會", "经开区管委会"),
        ("ＧＤＰ增长５％", "gdp增长5%"),
        ("“一网通办”", '"一网通办"'),
        ("  文 　图\t ", "文 图"),
        ("第一段 \n  第二段", "第一段\n第二段"),
        ("张\u200b波\ufeff", "张波"),
        ("100㎡", "100m2"),
        ("䶮𠮷", "䶮𠮷"),
        ("⾼⻘⻓的⼾⼝", "高青长的户口"),
    ],
)
def test_what_readers_take_as_the_same_is_spelt_one_way(written, folded):
    assert fold(written) == folded


def test_the_fold_of_a_fragment_is_that_fragment_of_the_folded_text():
    text = "經開區ＧＤＰ増长５％，“府院联动”机制发佈：乾隆後裡髮"
    chance = random.Random(3)
    for _time in range(200):
        start, end = sorted(chance.sample(range(len(text) + 1), 2))
        assert fold(text[start:end]) in fold(text)


def test_each_folded_character_knows_where_it_comes_from():
    folded, places = folded_with_places("增长５％，100㎡")
    assert folded == "增长5%,100m2"
    assert places == [0, 1, 2, 3, 4, 5, 6, 7, 8, 8]
