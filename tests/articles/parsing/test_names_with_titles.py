import pytest

from articles.parsing.facts import PrintedPost
from articles.parsing.mentions import find_mentions
from articles.parsing.names_with_titles import names_or_places


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("县水利局罗志坚局长介绍了工程。", {"罗志坚": [("县水利局", "局长")]}),
        (
            "县委常委、宣传部罗志坚部长出席。",
            {"罗志坚": [("县委", "常委"), ("县委宣传部", "部长")]},
        ),
        ("会上,何青山副县长作了讲话。", {"何青山": [("", "副县长")]}),
        ("镇里派出以罗志坚副书记为组长的工作组。", {"罗志坚": [("", "副书记")]}),
        (
            "罗志坚主席和何青主席分别题词。",
            {"罗志坚": [("", "主席")], "何青": [("", "主席")]},
        ),
        (
            "由罗志坚书记和季光副院长带队。",
            {"罗志坚": [("", "书记")], "季光": [("", "副院长")]},
        ),
        # A short name right behind its body.
        ("国医堂何青主任为患者把脉。", {"何青": [("国医堂", "主任")]}),
        ("县水利局何青局长介绍。", {"何青": [("县水利局", "局长")]}),
        (
            "县人民医院心内科何青副主任说，要少盐。",
            {"何青": [("县人民医院心内科", "副主任")]},
        ),
        ("县医院骨科的何青主任说，要少盐。", {"何青": [("县医院骨科", "主任")]}),
        ("副校长罗刚和程敏主任出席。", {"罗刚": [("", "副校长")], "程敏": [("", "主任")]}),
        ("县领导在何勇校长的陪同下参观。", {"何勇": [("", "校长")]}),
        ("骨科的何青山主任说，要少盐。", {"何青山": [("骨科", "主任")]}),
        ("我们学校的何青校长说，要少盐。", {"何青": [("", "校长")]}),
        ("本溪市水利局的何青局长说，要少盐。", {"何青": [("本溪市水利局", "局长")]}),
        ("绿源公司何青经理说，路通了。", {"何青": [("绿源公司", "经理")]}),
        ("县水利局党建主任说，路通了。", {}),
        ("县教育局安全科长说，路通了。", {}),
        ("县水利局张副局长说，路通了。", {}),
        ("石桥社区李小组长说，路通了。", {}),
        ("总理罗志坚出席典礼。", {"罗志坚": [("", "总理")]}),
        ("镇长何青来了。何青镇长介绍，路通了。", {"何青": [("", "镇长")]}),
        ("会上，黄石市长要求各部门抓好落实。", {}),
        ("高平市长表示感谢。", {}),
        ("客人来到黄石，到黄石调研，黄石市长要求抓好落实。", {}),
        ("会上，石林县长作了讲话。石林经济发展快。", {}),
        ("会上，何青县长讲话。何青强调,要抓好落实。", {"何青": [("", "县长")]}),
        ("大家要向丁香书记学习。", {"丁香": [("", "书记")]}),
        # Places and bodies, and whom the title stands before.
        ("白沙镇镇长罗志坚主持。", {"罗志坚": [("白沙镇", "镇长")]}),
        ("金水桥村村长说。", {}),
        (
            "会议选举何青为县长,罗志坚为副县长。",
            {"何青": [("", "县长")], "罗志坚": [("", "副县长")]},
        ),
        ("他是空军原副政委。", {}),
    ],
)
def test_who_has_the_title_right_after_the_name_holds_it(text, expected):
    found = {
        one.name: [(post.department, post.title) for post in one.posts]
        for one in find_mentions([text])
    }
    assert found == expected


def test_who_may_be_a_town_as_well_is_proposed():
    text = "会上，何青镇长介绍，路通了。高平市长表示感谢。"
    found = list(names_or_places([text], find_mentions([text]), ()))
    assert [(one.name, one.posts) for one in found] == [
        ("何青", (PrintedPost("", "镇长"),)),
        ("高平", (PrintedPost("", "市长"),)),
    ]
    assert list(names_or_places([text], (), ("何青", "高平"))) == []


def test_what_somebody_is_besides_is_no_body_of_the_title_behind_the_name():
    (mention,) = find_mentions(["学科带头人罗志坚主任讲课。"])
    assert [(post.department, post.title) for post in mention.posts] == [("", "主任")]
