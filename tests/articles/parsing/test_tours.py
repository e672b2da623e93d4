import pytest

from articles.parsing.facts import PrintedOfficial
from articles.parsing.tours import read_tour

OFFICIAL = PrintedOfficial("何青", "县长", (), ("检查", "走访", "调研"))

TOURS = [
    (["县长何青到柳河镇、石桥乡", "检查春耕备耕工作"], ("检查", "检查春耕备耕工作")),
    (["县政协组织委员视察我县老旧小区改造工作"], ("检查", "视察老旧小区改造工作")),
    (["县长何青先后来到敬老院", "走访慰问困难群众、老党员"], ("走访", "走访慰问困难群众、老党员")),
    (["县长何青到县一中看望一线教师"], ("走访", "看望一线教师")),
    (["县领导深入麦区检查“三夏”工作"], ("检查", "检查“三夏”工作")),
    (["何青在调研教育工作时强调"], ("调研", "调研教育工作")),
    (["县长何青带队到柳河镇开展春季食品安全专项检查"], ("检查", "春季食品安全专项检查")),
    (["县政协委员实地视察农贸市场改造工程"], ("检查", "视察农贸市场改造工程")),
    (
        ["县政协组织部分委员开展“老旧小区改造”专题视察"],
        ("检查", "“老旧小区改造”专题视察"),
    ),
    (
        ["县长何青带着慰问金和米、油", "到柳河镇走访慰问困难群众"],
        ("走访", "走访慰问困难群众"),
    ),
    (
        ["县市场监管局组织执法人员对月饼生产单位开展专项检查"],
        ("检查", "专项检查"),
    ),
    (["副县长何青对夜市的食品安全进行突击检查"], ("检查", "对夜市的食品安全进行突击检查")),
    (["县长何青对校车进行检查", "何青检查校车安全"], ("检查", "检查校车安全")),
    (["县长何青开展专题调研", "何青调研教育工作"], ("调研", "调研教育工作")),
    # Of a meeting the headline leaves out who leads the group.
    (
        ["县长何青会见客商罗川率领的侨商代表团", "何青会见侨商代表团"],
        ("会见", "会见侨商代表团"),
    ),
    (["县委书记到云岭酒厂调研", "何青会见客商代表团"], ("调研", "")),
    (["客商到云岭酒厂调研", "二级调研员罗川陪同"], ("调研", "")),
    (["何青说，要做好准备", "何青巡查地质灾害防治工作"], ("检查", "巡查地质灾害防治工作")),
    (["何青说，要做好准备", "沈一鸣巡查地质灾害防治工作"], None),
    # Places alone are no name, and neither is a bare kind.
    (["县长何青到柳河镇调研"], ("调研", "")),
    (["县长何青带队调研云岭酒厂、柳河产业园等项目"], ("调研", "")),
    (["县长何青带队走访宏远公司"], ("走访", "")),
    (["县长何青到柳河镇现场办公解决难题"], ("调研", "")),
    (["何青实地督查", "柳河乡村公路督查随记"], ("检查", "")),
    (["麦子熟了"], None),
]


@pytest.mark.parametrize(("clauses", "expected"), TOURS)
def test_tour_has_a_kind_and_what_was_looked_into(clauses, expected):
    assert read_tour(clauses, [OFFICIAL]) == expected


def test_what_an_official_does_makes_a_tour_where_the_lead_tells_it():
    official = PrintedOfficial("何青", "村支书", (), ("慰问",))
    assert read_tour(["村支书何青慰问环卫工人"], []) is None
    assert read_tour(["村支书何青慰问环卫工人"], [official]) == ("走访", "慰问环卫工人")
    assert read_tour(["大桥通车"], [official]) is None


def test_the_list_of_places_gone_to_may_be_long():
    clauses = ["冒雨到红旗岭镇、石桥桥头镇、青山口水库检查防汛工作"]
    assert read_tour(clauses, []) == ("检查", "检查防汛工作")
