"""Whether the posts that two stories print of a name speak for one person."""

import pytest

from articles.importing.evidence import Surroundings, evidence_of, place_of_paper, why_not_one
from articles.parsing.titles import split_title


def told(title, text="", *bodies):
    return evidence_of(split_title(title), Surroundings((text,), bodies, "澄湖"))


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("澄湖日报", "澄湖"),
        ("澄湖县报", "澄湖"),
        ("今日澄湖", "澄湖"),
        ("District News", ""),
    ],
)
def test_place_of_the_paper(name, place):
    assert place_of_paper(name) == place


ONE = [
    (told("县水利局局长"), told("县水利局副局长")),
    (told("县水利局局长"), told("澄湖县水利局党组书记")),
    (told("县委副书记、县长"), told("县长")),
    (told("县委副书记"), told("县长")),
    (told("县委副书记"), told("澄湖县委副书记")),
    (told("县长"), told("中共澄湖县委书记")),
    (told("石塘镇党委书记"), told("镇党委书记", "客人到石塘镇参观。")),
    (told("镇党委书记", "石塘镇开会。"), told("镇长", "车到石塘镇，镇长来迎。")),
    (told("澄湖县白沙河镇党委书记"), told("镇党委书记", "白沙河镇开会。")),
    (told("柳汐街道党工委书记"), told("街道办事处主任", "柳汐街道开会。")),
    (told("县水利局局长"), told("局长", "", "县水利局")),
    (told("县水利局局长"), told("局长")),
    (told("局长", "", "县水利局"), told("县水利局局长")),
    (told("石塘镇党委书记"), told("镇党委书记", "陪同镇党委书记来到石塘镇。")),
    (told("石塘镇党委书记"), told("区领导")),
]


@pytest.mark.parametrize(("known", "printed"), ONE)
def test_posts_of_one_person(known, printed):
    assert why_not_one(known, printed) == ""


ANOTHER = [
    (told("县水利局局长"), told("县交通局局长"), "other_posts"),
    (told("县委副书记"), told("柳营县委副书记"), "other_posts"),
    (told("镇党委书记", "石塘镇开会。"), told("镇党委书记", "横港镇开会。"), "other_posts"),
    (told("镇党委书记", "石塘镇开会。"), told("镇党委书记", "大家开会。"), "no_place"),
    (told("镇党委书记"), told("镇党委书记"), "no_place"),
    (told("镇党委书记"), told("镇党委书记", "从石塘镇到横港镇。"), "no_place"),
    (told("街道党工委书记"), told("街道党工委书记"), "no_place"),
    (told("公司经理"), told("公司经理"), "no_place"),
    (told("县水利局局长"), told("局长", "", "县交通局"), "other_body"),
    (told("县水利局局长"), told("局长", "", "县交通局", "县水利局"), "other_body"),
    (told("局长", "", "县交通局"), told("局长", "", "县水利局"), "other_body"),
    (told("县水利局局长"), told("主任"), "other_posts"),
]


@pytest.mark.parametrize(("known", "printed", "reason"), ANOTHER)
def test_posts_that_may_be_of_two_people(known, printed, reason):
    assert why_not_one(known, printed) == reason


@pytest.mark.parametrize("title", ["镇江市公安局局长", "乡村振兴局局长"])
def test_name_that_begins_as_a_kind_of_place_is_a_name(title):
    assert why_not_one(told(title), told(title)) == ""


@pytest.mark.parametrize("title", ["村民", "创始人", ""])
def test_title_that_is_no_office_tells_of_no_body(title):
    evidence = evidence_of([("", title)], Surroundings())

    assert (evidence.bodies, evidence.is_unplaced) == (frozenset(), False)
