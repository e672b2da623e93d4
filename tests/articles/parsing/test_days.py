import pytest

from articles.parsing.days import DATE
from articles.parsing.lexicon.datelines import (
    RELATIVE_DAYS,
    RELATIVE_WEEKS,
    WEEK_WORDS,
)
from articles.parsing.lexicon.feasts import MOVING_HOLIDAYS, SUN_FEASTS
from articles.parsing.lexicon.lunar import LUNAR_HOLIDAYS, LUNAR_MONTHS, NEW_YEARS_EVE

FEASTS = (*SUN_FEASTS, *MOVING_HOLIDAYS, *LUNAR_HOLIDAYS, *NEW_YEARS_EVE)
DAYS = (
    *RELATIVE_DAYS,
    *(f"{feast}当天" for feast in FEASTS),
    *(f"{word}三" for word in WEEK_WORDS),
    *(f"{week}周三" for week in RELATIVE_WEEKS),
    *(f"{month}月初三当天" for month in LUNAR_MONTHS),
    *("农历三月十五", "闰三月初三", "大年初三"),
    *(
        "3月24日",
        "３月２４日",
        "二十四日",
        "十日",
        "二○○八年三月二日",
        "本月3日",
        "上月24日",
        "下月3日",
    ),
    *(
        "近日",
        "最近",
        "入春以来",
        "去冬以来",
        "开年以来",
        "年初以来",
        "本月以来",
        "岁末",
        "节前",
        "双休日",
    ),
    *("去年底", "明年初", "月初", "“十一”当天", '"五一"当天'),
)


@pytest.mark.parametrize("words", DAYS)
def test_words_for_a_day_are_found_wherever_they_stand(words):
    found = DATE.search(f"水利局，{words}")
    assert found is not None
    assert found.start() == 4
