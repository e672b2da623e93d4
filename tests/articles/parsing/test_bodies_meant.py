import pytest

from articles.parsing.mentions import find_mentions


def posts_of(name, *texts):
    return [
        (post.department, post.title)
        for one in find_mentions(texts)
        if one.name == name
        for post in one.posts
    ]


@pytest.mark.parametrize(
    ("before", "text", "post"),
    [
        (
            "柳河县人民法院集中执行。",
            "“我们优先立案。”该院执行局局长何青说。",
            ("柳河县人民法院执行局", "局长"),
        ),
        ("群众向石桥派出所报警。", "该所副所长何青说。", ("石桥派出所", "副所长")),
        ("县水利局抢修堤防。", "该局局长何青说。", ("县水利局", "局长")),
        ("柳河县中医医院买了机器。", "该院副院长何青介绍。", ("柳河县中医医院", "副院长")),
        (
            "恒达机械有限公司招工。",
            "该公司人力资源部部长何青说。",
            ("恒达机械有限公司人力资源部", "部长"),
        ),
        ("石桥社区有八千人。", "该社区党总支书记何青说。", ("石桥社区党总支", "书记")),
        ("石桥供电所来人了。此前所用的线旧了。", "该所所长何青说。", ("石桥供电所", "所长")),
        ("县水文站测水位，群众都站到坝上。", "该站站长何青说。", ("县水文站", "站长")),
        ("县人民医院和柳河县法院到会。", "该院院长何青说。", ("柳河县法院", "院长")),
    ],
)
def test_that_body_is_the_last_of_its_kind_in_the_story(before, text, post):
    assert posts_of("何青", before, text) == [post]


@pytest.mark.parametrize(
    ("before", "text", "post"),
    [
        ("这里的格局变了。", "该局副局长何青说。", ("", "副局长")),
        ("东风汽配招工。", "该公司人力资源部部长何青说。", ("公司人力资源部", "部长")),
        ("群众所有的难处都记下了。", "该所所长何青说。", ("", "所长")),
        ("孩子们走进美丽校园。", "该校校长何青说。", ("", "校长")),
        ("他们住在农家院子里。", "该院院长何青说。", ("", "院长")),
        ("群众站在台上鼓掌。", "该站站长何青说。", ("", "站长")),
        ("一家外地公司来了。", "该公司经理何青说。", ("公司", "经理")),
        ("县二中开学。", "石桥小学校长何青说。", ("石桥小学", "校长")),
    ],
)
def test_no_body_is_made_of_other_words(before, text, post):
    assert posts_of("何青", before, text) == [post]


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        ("工会主席何青到场。", [("工会", "主席")]),
        ("党支部书记何青到场。", [("党支部", "书记")]),
        ("县供电公司经理罗川、工会主席何青到场。", [("县供电公司工会", "主席")]),
        (
            "县教育局局长罗川、党组成员、副局长何青到场。",
            [("县教育局党组", "成员"), ("县教育局", "副局长")],
        ),
        ("农场场长罗川，党委书记何青到场。", [("农场党委", "书记")]),
    ],
)
def test_office_that_every_body_has_is_of_the_body_before_or_stands_alone(text, posts):
    assert posts_of("何青", text) == posts


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("石桥镇、柳河镇党委书记何青、罗川发言。", ("石桥镇党委", "柳河镇党委")),
        ("会上，县发改局、县财政局局长何青、罗川汇报了情况。", ("县发改局", "县财政局")),
        ("县水利局副局长何青、罗川汇报了情况。", ("县水利局", "县水利局")),
        ("他走遍石桥镇、柳河镇，党委书记何青、罗川陪同。", ("党委", "党委")),
    ],
)
def test_bodies_of_a_list_are_those_of_the_names_in_their_turn(text, bodies):
    assert tuple(posts_of(name, text)[0][0] for name in ("何青", "罗川")) == bodies


def test_title_of_each_name_behind_a_list_of_bodies_has_its_own_body():
    found = find_mentions(["县水利局、县民政局主要负责同志何青、罗川到会。"])

    assert [one.title for one in found] == ["县水利局主要负责同志", "县民政局主要负责同志"]


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        ("青石县副县长罗川、副县长何青到会。", [("青石县", "副县长")]),
        ("青石县政府县长罗川，副县长何青到会。", [("青石县政府", "副县长")]),
        ("青石县委书记罗川、副县长何青到会。", [("", "副县长")]),
        ("县长罗川、副县长何青到会。", [("", "副县长")]),
        ("石桥社区主任罗川、副区长何青到会。", [("", "副区长")]),
    ],
)
def test_deputy_is_of_the_county_of_whoever_stands_before(text, posts):
    assert posts_of("何青", text) == posts


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        ("乡妇联主席罗川，团委书记何青出席。", [("团委", "书记")]),
        ("开发区党工委副书记罗川、工会主席何青出席。", [("工会", "主席")]),
        ("县政协主席罗川，党组书记何青出席。", [("县政协党组", "书记")]),
        ("县总工会主席罗川，党组书记何青出席。", [("县总工会党组", "书记")]),
        ("县水利局局长罗川，党委书记何青出席。", [("县水利局党委", "书记")]),
        ("柳河苏木党委书记罗川、苏木达何青出席。", [("", "苏木达")]),
    ],
)
def test_offices_beside_the_head_of_a_group_or_place(text, posts):
    assert posts_of("何青", text) == posts


@pytest.mark.parametrize(
    ("texts", "posts"),
    [
        (["中心小学教师何青来了。", "县二中校长罗川、何青发言。"], []),
        (
            ["区长会见东和公司会长何青。", "区委常委、副区长罗川与何青签约。"],
            [("东和公司", "会长")],
        ),
        (
            ["县委常委、副县长何青来了。", "副县长罗川、何青陪同。"],
            [("县委", "常委"), ("", "副县长")],
        ),
        (["区领导何青来了。", "副区长罗川、何青陪同。"], [("", "副区长")]),
        (
            ["东和集团党委书记何青来了。", "县委副书记、县长罗川与何青座谈。"],
            [("东和集团党委", "书记")],
        ),
    ],
)
def test_whoever_is_somebody_else_already_shares_no_title(texts, posts):
    assert list(dict.fromkeys(posts_of("何青", *texts))) == posts


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("恒达公司董事长罗川说话慢。副总经理何青说话快。", ("恒达公司", "副总经理")),
        ("恒达公司董事长罗川说话慢。总经理何青说话快。", ("恒达公司", "总经理")),
        ("城东派出所所长罗川接到报警，教导员何青赶到。", ("城东派出所", "教导员")),
        ("县消防大队大队长罗川到场，政委何青指挥。", ("县消防大队", "政委")),
        ("柳河小学校长罗川主持大会，原校长何青参加。", ("柳河小学", "校长")),
        ("恒达公司董事长罗川说。在远大公司，总经理何青说。", ("", "总经理")),
        ("消防大队大队长罗川到场。在县公安局，教导员何青说。", ("", "教导员")),
        ("县水利局局长罗川到场，政委何青指挥。", ("", "政委")),
        ("柳河小学校长罗川主持大会，原厂长何青参加。", ("", "厂长")),
    ],
)
def test_whoever_stands_beside_the_head_of_a_body_is_of_it(text, post):
    assert posts_of("何青", text) == [post]


@pytest.mark.parametrize(
    ("text", "post"),
    [
        (
            "石桥同乡会会长罗志坚，副会长沈云顺，妇女部部长何其美，副监事长何青出席。",
            ("石桥同乡会", "副监事长"),
        ),
        (
            "石桥集团总经理罗志坚，纪委书记沈云顺，总会计师何青出席。",
            ("石桥集团", "总会计师"),
        ),
        ("县医院心内科主任罗志坚，副主任何青义诊。", ("县医院心内科", "副主任")),
        ("急诊科主任罗志坚，护士长何青义诊。", ("急诊科", "护士长")),
        ("他在住院的院长何青身边坐着。", ("", "院长")),
    ],
)
def test_body_of_a_section_is_that_of_its_own_ranks_only(text, post):
    assert posts_of("何青", text) == [post]
