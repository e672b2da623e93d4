import pytest

from articles.parsing.mentions import find_mentions
from articles.parsing.persons import find_persons


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("县水利局局长向阳花提醒，雨还要下。", ["向阳花"]),
        ("县水利局局长温柔陪同。", ["温柔"]),
        ("县水利局局长成就把图纸摊开。", ["成就"]),
        ("县水利局局长晨光把图纸摊开。", ["晨光"]),
        ("县水利局局长庄严陪同调研。", ["庄严"]),
        ("县水利局工会主席钢铁柱主持比武。", ["钢铁柱"]),
        ("县水利局局长藏学文宣布开工。", ["藏学文"]),
        ("县水利局局长柴门轮流带人下井。", ["柴门"]),
        ("县水利局局长言无忌通报，渠通了。", ["言无忌"]),
        ("县水利局局长庄严宣布开工。", []),
        ("县水利局局长代表县里宣布开工。", []),
        ("县水利局局长全程陪同。", []),
        ("县水利局局长全程陪同调研。", []),
        ("县水利局局长应邀讲话。", []),
        ("县水利局局长热情带领大家参观。", []),
        ("县水利局局长学生把图纸摊开。", []),
        ("县水利局局长拉来把椅子。", []),
    ],
)
def test_word_is_a_name_before_what_only_a_person_does(text, names):
    assert [one.name for one in find_mentions([text])] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("快递员晨光把箱子背上了五楼。", ["晨光"]),
        ("网格员彩虹敲开了门。", ["彩虹"]),
        ("志愿者热情告诉大家。", []),
        ("村民家长来自各村。", []),
    ],
)
def test_word_after_what_somebody_is(text, names):
    assert [one.name for one in find_persons([text], (), ())] == names
