import pytest

from articles.importing import bodies
from articles.importing.bodies import parent_of, same_as
from people.models.directory import ParentRule, SameRule


@pytest.mark.parametrize(
    ("name", "parent", "rule"),
    [
        ("市公安局经开分局", "市公安局", "office"),
        ("市公安局交警支队经开大队", "市公安局交警支队", "office"),
        ("县公安局交通管理大队", "县公安局", "office"),
        ("区教育局办公室", "区教育局", "office"),
        ("县委组织部", "县委", "office"),
        ("县人民法院民事审判庭", "县人民法院", "office"),
        ("云岭经开区管委会投资促进局", "云岭经开区管委会", "office"),
        ("县水利局党组", "县水利局", "party"),
        ("区教育局", "", ""),
        ("区人力资源和社会保障局", "", ""),
        ("县机关事务管理局", "", ""),
        ("柳河镇党委", "", ""),
        ("县委", "", ""),
        ("党工委", "", ""),
        ("管委会办公室", "", ""),
        ("公安局刑警大队", "", ""),
        ("青石社区", "", ""),
    ],
)
def test_parent_is_what_the_printed_name_begins_with(name, parent, rule):
    assert parent_of(name) == (parent, rule)


@pytest.mark.parametrize(
    ("name", "others", "expected"),
    [
        ("区住建局", ["区住房和城乡建设局", "区教育局"], ("区住房和城乡建设局", "short")),
        ("县卫健委", ["县卫生健康委员会"], ("县卫生健康委员会", "short")),
        ("县法院", ["县人民法院"], ("县人民法院", "short")),
        ("管委会", ["云岭经开区管委会"], ("云岭经开区管委会", "bare")),
        ("管委会", ["云岭经开区管委会", "青石景区管委会"], ("", "")),
        ("市公安局", ["市公安局经开分局"], ("", "")),
        ("县住建局", ["区住房和城乡建设局"], ("", "")),
        ("区文旅局", ["区文化和旅游局", "区文化旅游局"], ("", "")),
        ("县委", ["县卫生健康委员会"], ("", "")),
        ("区教育局", ["区教育局"], ("", "")),
    ],
)
def test_other_name_of_one_known_body(name, others, expected):
    assert same_as(name, others) == expected


def test_rules_are_those_that_the_directory_names():
    assert {bodies.OFFICE, bodies.PARTY} == set(ParentRule.values)
    assert {bodies.SHORT, bodies.BARE} == set(SameRule.values)
