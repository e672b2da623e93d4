from datetime import date

import pytest

from articles.parsing.names_across import is_name_across
from articles.parsing.pipeline import parse_page

CUT = [
    ("9月3日,区委书记林志", "远先后来到两所学校。"),
    ("区委副书记、区长", "何青出席会议。"),
    ("会上,区总工会副主席芮", "秋霞回应说,骑手入会不看合同。"),
    ("医院来了。”村民王", "秀兰告诉记者,路通了。"),
    ("路通了。王秀", "兰表示,孩子上学近了。"),
    ("任党工委委员、书记;免去郑", "半山同志的党工委书记职务。"),
    ("他出生于1950年3月,在石门", "乡,后来进城。"),
    ("她是退休挡车工", "于凤英,今年七十四岁。"),
    ("不远处,卢建", "国一把抓住了绳子。"),
    ("施工封闭,对青桥", "路北段实行管制。"),
    ("12月28日,青桥", "区第六届人大开会。"),
]
WHOLE = [
    ("区委书记何青出席", "会议并讲话。"),
    ("四月的草原,白天", "化雪,夜里上冻。"),
    ("区长王", "村的路通了。"),
    ("路面很快成", "了河。"),
    ("", "何青出席。"),
    ("何", ""),
]


@pytest.mark.parametrize(("before", "after"), CUT)
def test_name_may_run_across_a_break(before, after):
    before, after = (text.replace(",", "，").replace(";", "；") for text in (before, after))
    assert is_name_across(before, after)


@pytest.mark.parametrize(("before", "after"), WHOLE)
def test_other_words_are_no_name_across_a_break(before, after):
    assert not is_name_across(before.replace(",", "，"), after)


def test_nothing_is_feared_lost_where_a_name_is_cut():
    before, after = "上午的座谈会开了两个小时，区总工会副主席芮", "秋霞回应说，骑手入会不看合同。"
    page = parse_page(f"# 标题\n\n{before}\n\n{after}\n", edition_date=date(2023, 4, 4))
    (story,) = page.stories
    assert [one.text for one in story.paragraphs] == [before + after]
    assert not story.doubts
