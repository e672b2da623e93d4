import pytest

from articles.parsing.departments import find_departments
from articles.parsing.mentions import find_mentions

DEPARTMENTS = [
    ("高新区党工委副书记、管委会主任罗川讲话。", ["高新区党工委", "高新区管委会"]),
    ("云岭县法院分党组书记、院长何青讲话。", ["云岭县法院"]),
    ("7月8日,区教育局组织开展防溺水宣传。", ["区教育局"]),
    ("市水利局联合云岭县气象局发布预警。", ["市水利局", "云岭县气象局"]),
    ("记者从区人社局获悉,招聘会将举行。", ["区人社局"]),
    ("区住建局、区城管局、区市场监管局联合检查。", ["区住建局", "区城管局", "区市场监管局"]),
    ("云岭县人民法院公开宣判。", ["云岭县人民法院"]),
    ("柳溪社区通过入户走访摸清底数。", ["柳溪社区"]),
    ("张集村围绕特色种植做文章。", ["张集村"]),
    ("梨园村党支部书记何青介绍,村里修了路。", ["梨园村"]),
    ("县人大常委会听取汇报。", ["县人大常委会"]),
    ("东风社区党委组织学习。", ["东风社区"]),
    ("宏远集团董事长何青出席。", ["宏远集团"]),
    ("各村(社区)党组织书记参加。", []),
    ("全面推进社区治理。", []),
    ("全村通过整治换新颜。", []),
    ("区直部门责任人参加会议。", []),
    ("在区委、区政府的领导下,工作有序开展。", []),
    ("要提高政府依法行政水平。", []),
    ("各区教育局要抓好落实。", []),
    ("建设法治政府。", []),
    ("适合本社区发展的路子。", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "expected"), DEPARTMENTS)
def test_departments_are_listed(text, expected):
    assert list(find_departments([text], find_mentions([text]))) == expected


def test_each_body_is_listed_once_in_the_order_of_the_text():
    texts = ["区教育局发文。", "区住建局、区教育局联合检查。"]
    assert find_departments(texts, []) == ("区教育局", "区住建局")
