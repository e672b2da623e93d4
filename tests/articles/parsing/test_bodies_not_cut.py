"""A body is read whole though a part of it looks like a word of the sentence."""

import pytest

from articles.parsing.mentions import find_mentions

SAID = "何青山说，今年的事多。"
WHOLE = [
    # 都 in the name of a place or a firm
    ("山西黎都农业科技有限公司", "董事长"),
    ("河东晋都食品有限公司", "总经理"),
    ("石桥县金都大酒店", "总经理"),
    ("山东中都建设集团", "董事长"),
    ("河北新都机械有限公司", "副总经理"),
    # places that are called by an age, or by 和
    ("南宋乡党委", "书记"),
    ("柳河县教师退休协会", "会长"),
    ("北宋镇党委", "书记"),
    ("东和乡党委", "书记"),
    # shops of medicine
    ("石桥县一心堂药店", "店长"),
    ("石桥县自然堂养生馆", "馆长"),
    ("同春堂大药房", "经理"),
    ("同春堂国医馆", "馆长"),
    ("“走进科学”工作室", "主任"),
    # a place that looks like a verb
    ("城固县委", "书记"),
    ("上派镇党委", "书记"),
    # a group that keeps in touch
    ("县“两个中心”建设联系指导组", "组长"),
    ("县委联系指导组", "组长"),
]
AFTER_WORDS = [
    ("大家都说绿源公司董事长", "绿源公司"),
    ("每天都能见到绿源公司董事长", "绿源公司"),
    ("他们都是绿源公司董事长", "绿源公司"),
    ("今天镇党委书记", "镇党委"),
    ("里面有镇党委书记", "镇党委"),
    ("罗川联系县委宣传部部长", "县委宣传部"),
    ("罗川和镇党委书记", "镇党委"),
    ("县和乡党委书记", "乡党委"),
    ("剩和乡长", ""),
    ("罗川邀请同春堂药店经理", "同春堂药店"),
    ("罗川邀请为民堂药业公司董事长", "为民堂药业公司"),
    ("罗川叮嘱食堂药膳部部长", "食堂药膳部"),
    # whom somebody goes to, asks or sends
    *(
        (f"罗川{verb}绿源公司董事长", "绿源公司")
        for verb in [
            "走进",
            "奔赴",
            "请教",
            "力邀",
            "抽调",
            "指派",
            "约请",
            "求助",
            "致电",
            "拨通",
            "结识",
            "安排",
        ]
    ),
    ("而柳河县法院院长", "柳河县法院"),
    ("参加大会的领导有周口市委副书记", "周口市委"),
    ("【青岭时报记者】柳河镇镇长", "柳河镇"),
    # where somebody goes, and whom he meets there
    ("罗川到高新区和经开区管委会副主任", "经开区管委会"),
]


@pytest.mark.parametrize(("body", "title"), WHOLE)
def test_a_body_is_not_cut(body, title):
    (mention,) = find_mentions([body + title + SAID])

    assert [(post.department, post.title) for post in mention.posts] == [(body, title)]


@pytest.mark.parametrize(("before", "body"), AFTER_WORDS)
def test_words_before_a_body_are_none_of_it(before, body):
    (mention,) = find_mentions([before + SAID])

    assert [post.department for post in mention.posts] == [body]


@pytest.mark.parametrize(
    ("titles", "bodies"),
    [
        ("市公安局党委委员、政治部主任", ["市公安局党委", "市公安局政治部"]),
        ("省政协常委、文史和学习委员会副主任", ["省政协", "省政协文史和学习委员会"]),
        ("县政协党组成员、提案委员会主任", ["县政协党组", "县政协提案委员会"]),
        ("市卫健委党委书记、主任", ["市卫健委党委", "市卫健委"]),
        ("市政协副主席、工商联主席", ["市政协", "市工商联"]),
        ("副市长、公安局局长、政法委副书记", ["", "市公安局", "市政法委"]),
    ],
)
def test_an_inner_body_is_of_the_one_before_it(titles, bodies):
    (mention,) = find_mentions([titles + SAID])

    assert [post.department for post in mention.posts] == bodies
