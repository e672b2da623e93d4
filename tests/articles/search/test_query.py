import pytest

from articles.search.query import LONGEST, MOST_TERMS, parse


def shown(query):
    return [
        ("-" if term.is_left_out else "") + "/".join((*term.columns, term.text))
        for term in query.terms
    ]


@pytest.mark.parametrize(
    ("typed", "terms"),
    [
        ("防汛 柳汐镇", ["防汛", "柳汐镇"]),
        ("防汛　柳汐镇", ["防汛", "柳汐镇"]),
        ('"5G 基站" 开通', ["5g 基站", "开通"]),
        ("“营商环境”", ["营商环境"]),
        ('"没有结束', ["没有结束"]),
        ("防汛 -台风", ["防汛", "-台风"]),
        ("COVID-19", ["covid-19"]),
        ("标题:防汛", ["headline/deck/防汛"]),
        ("标题：“防汛 工作”", ["headline/deck/防汛 工作"]),
        ("记者：王赛华 -人物:张波", ["byline/王赛华", "-people/张波"]),
        ("时间:三点", ["时间:三点"]),
        ("记者: 王赛华", ["byline/王赛华"]),
        ("标题:", ["标题:"]),
        ("“智慧园区”建设 招商", ['"智慧园区"建设', "招商"]),
        ('5"屏幕 防汛', ['5"屏幕', "防汛"]),
        ('"营商\n环境"', ["营商 环境"]),
        ("防汛 防汛", ["防汛"]),
        ('"" 　 ', []),
    ],
)
def test_what_was_typed_is_terms(typed, terms):
    assert shown(parse(typed)) == terms


def test_a_department_is_no_word():
    query = parse("部门:教育局 招生")
    assert (shown(query), query.departments) == (["招生"], ("教育局",))


def test_a_department_may_be_left_out():
    query = parse("招生 -部门:教育局")
    assert (shown(query), query.departments_left_out) == (["招生"], ("教育局",))


def test_leaving_out_alone_asks_for_nothing():
    assert not parse("-台风")
    assert parse("部门:教育局")


def test_what_is_beyond_the_limits_is_left_out_and_said():
    many = parse(" ".join(f"词{number}" for number in range(MOST_TERMS + 1)))
    assert (len(many.terms), many.is_cut) == (MOST_TERMS, True)
    bodies = parse(" ".join(f"部门:局{number}" for number in range(MOST_TERMS + 1)))
    assert (len(bodies.departments), bodies.is_cut) == (MOST_TERMS, True)
    assert parse("长" * (LONGEST + 1)).is_cut
    assert not parse("防汛").is_cut


def test_a_query_is_satisfied_by_columns():
    columns = ("防汛部署", "", "\ue100苏未央\ue101", "\ue100沈砚秋\ue101", "台风将至,各镇防汛")
    for typed, is_satisfied in (
        ("防汛", True), ("防汛 台风", True), ("防汛 -台风", False), ("标题:台风", False),
        ("记者:苏未央", True), ("人物:苏未央", False),
    ):  # fmt: skip
        assert parse(typed).is_satisfied_by(columns) == is_satisfied, typed
