import pytest

from articles.parsing.mentions import find_mentions

GAP = "¦"


def posts_in(text):
    """The posts of 何青; a mark shows where words were lost."""
    gaps = {0: [text.index(GAP)]} if GAP in text else {}
    return [
        (post.department, post.title)
        for one in find_mentions([text.replace(GAP, "")], gaps=gaps)
        if one.name == "何青"
        for post in one.posts
    ]


WHOLE_BODIES = [
    ("副县长罗川会见了日本大和水产株式会社社长何青。", "日本大和水产株式会社"),
    ("县长罗川，粤和茶业有限公司董事长何青出席。", "粤和茶业有限公司"),
    ("招商局局长罗川、东和精机（中国）有限公司总经理何青在座。", "东和精机（中国）有限公司"),
    ("签字仪式上，润和集团董事长何青致辞。", "润和集团"),
    ("来自广东的信和陶瓷公司经理何青说。", "信和陶瓷公司"),
    ("近日，那林县人民法院院长何青来了。", "那林县人民法院"),
    ("那马镇党委书记何青说。", "那马镇党委"),
    ("邀请地区日报社记者部主任何青授课。", "地区日报社记者部"),
    ("区再就业服务中心主任何青说。", "区再就业服务中心"),
    ("柳河乡前进村党支部书记何青说。", "柳河乡前进村党支部"),
    ("大连日本商工会事务局局长何青说。", "大连日本商工会事务局"),
    ("正定古城管理处主任何青说。", "正定古城管理处"),
    ("当阳酒厂厂长何青说。", "当阳酒厂"),
]


@pytest.mark.parametrize(("text", "body"), WHOLE_BODIES)
def test_body_keeps_its_first_words(text, body):
    assert [department for department, _ in posts_in(text)] == [body]


WORDS_BEFORE = [
    ("他和茶业公司经理何青谈了半天。", "茶业公司"),
    ("农民罗大川和水产公司经理何青签了合同。", "水产公司"),
    ("干部和水产公司经理何青到了现场。", "水产公司"),
    ("县和市水产公司经理何青来了。", "市水产公司"),
    ("老李和农机公司经理何青说好了。", "农机公司"),
    ("那天县水利局局长何青来了。", "县水利局"),
    ("那年县委书记何青来了。", "县委"),
    ("那位乡长何青笑了。", ""),
    ("那老村村支书何青来了。", "老村"),
    ("那山区县县长何青来了。", "山区县"),
    ("会见部长何青。", ""),
    ("接待县水利局局长何青。", "县水利局"),
    ("驻石桥村第一书记何青发言。", "石桥村"),
    ("县审计局驻梨园村第一书记何青来了。", "梨园村"),
    ("驻石桥村工作队队长何青说。", "驻石桥村工作队"),
    ("县驻京办事处主任何青说。", "县驻京办事处"),
    ("签约企业锐光电子有限公司董事长何青说。", "锐光电子有限公司"),
    ("县乡镇企业供销公司经理何青说。", "县乡镇企业供销公司"),
    ("他勉励负责人何青扩大规模。", ""),
    ("她安慰负责人何青。", ""),
]


@pytest.mark.parametrize(("text", "body"), WORDS_BEFORE)
def test_words_of_the_sentence_are_no_part_of_a_body(text, body):
    assert [department for department, _ in posts_in(text)] == [body]


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        ("到柳河镇中学安置点¦咐镇党委书记何青，要保证吃饭。", [("镇党委", "书记")]),
        ("区党工委副书记、管委会主¦委会副主任何青宣读决定。", [("", "副主任")]),
        ("慰问了职工。开¦主任、工会主席何青陪同。", [("", "主任"), ("工会", "主席")]),
        ("他向企业负¦人社局局长何青了解情况。", [("人社局", "局长")]),
        ("派人走访了县交通局¦通局副局长何青说，", [("", "副局长")]),
        ("厂里欠了钱。到¦司董事长何青说。", [("", "董事长")]),
        ("他看了大棚，问了¦县水利局局长何青几句。", [("县水利局", "局长")]),
        ("他说，要抓好¦村党支部书记何青表示。", [("村党支部", "书记")]),
        ("他说，要抓好¦澄浦区委书记何青表示。", [("澄浦区委", "书记")]),
        ("县委副书记¦副县长何青出席。", [("", "副县长")]),
        ("县水利局副¦局长何青出席。", [("县水利局", "副局长")]),
    ],
)
def test_no_title_lies_across_words_that_were_lost(text, posts):
    assert posts_in(text) == posts


@pytest.mark.parametrize(
    "text",
    [
        "责令负责人立即整改。",
        "要求负责人高度重视。",
        "叮嘱负责人抢抓晴好天气。",
        "负责人向记者介绍了情况。",
        "负责人安排好人手就走了。",
        "负责人应当承担责任。",
        "负责人方才明白。",
        "负责人时常来看。",
    ],
)
def test_whoever_is_in_charge_is_named_by_a_name_only(text):
    assert find_mentions([text]) == []
