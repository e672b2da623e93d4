"""Titles that stand right behind other words, with no mark between."""

import pytest

from articles.parsing.mentions import find_mentions

WITHOUT_A_MARK = [
    ("第三季度石塘镇继续领先柳河镇党委书记何青表示满意。", "柳河镇党委书记"),
    ("第五届桃花节在石塘村开幕县委书记何青讲话。", "县委书记"),
    ("看望慰问一线教师区委书记何青讲话。", "区委书记"),
    ("现场解答问题区教育局局长何青讲话。", "区教育局局长"),
    ("经县委书记何青同意，工程开工。", "县委书记"),
    ("经县长何青批准，工程开工。", "县长"),
    ("日前，经副县长何青批准，工程开工。", "副县长"),
    ("开幕式县委书记何青致辞。", "县委书记"),
    ("区委副书记区长何青出席会议。", "区委副书记区长"),
    ("区委副书记区长王强出席会议。", "区委副书记区长"),
    ("一张也没县一中校长何青说。", "县一中校长"),
    ("县实验学校校长县纪委驻县教育局纪检监察组组长何青到会。", "县纪委驻县教育局纪检监察组组长"),
    ("大会为道德模范颁奖副书记何青主持。", "副书记"),
    ("罗川是县审计局的一名科长何青说。", "科长"),
    ("县农商银行支行书记何青到会。", "县农商银行支行书记"),
    ("绿源超市书记何青到会。", "绿源超市书记"),
    ("云江省石门县委书记何青到会。", "云江省石门县委书记"),
    ("石门县委书记何青到会。", "石门县委书记"),
    ("柳河市金水区委书记何青到会。", "柳河市金水区委书记"),
]


@pytest.mark.parametrize(("text", "title"), WITHOUT_A_MARK)
def test_words_before_a_body_with_its_place_are_none_of_its_title(text, title):
    assert [one.title for one in find_mentions([text])] == [title]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("村支书何青、养牛能手罗大川发言。", ["何青"]),
        ("村支书何青和退休教师罗大川发言。", ["何青"]),
        ("村支书买买提·依明、养牛能手阿依夏木·肉孜发言。", ["买买提·依明"]),
        ("副县长何青以及罗川同志的亲属到场。", ["何青"]),
        ("副县长何青、罗川老人的儿子到场。", ["何青"]),
        ("副县长何青以及罗川同志到场。", ["何青", "罗川"]),
        ("副县长何青、罗小兵到场。", ["何青", "罗小兵"]),
        ("副县长何青、罗川到场。", ["何青", "罗川"]),
    ],
)
def test_title_is_not_shared_by_whoever_is_something_else_or_only_told_of(text, names):
    assert [one.name for one in find_mentions([text])] == names


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        ("老支书何青说，墙不能拆。", []),
        ("七十三岁的老村长何青说，墙不能拆。", []),
        ("村里请来老书记何青评理。", []),
        ("石桥村老支书何青说，墙不能拆。", [("", "支书")]),
        ("石桥厂老厂长何青到场。", [("", "厂长")]),
        ("敬老院院长何青到场。", [("敬老院", "院长")]),
        ("县老龄办主任何青到场。", [("县老龄办", "主任")]),
    ],
)
def test_whoever_is_still_called_by_an_old_office_has_none(text, posts):
    found = [(post.department, post.title) for one in find_mentions([text]) for post in one.posts]
    assert found == posts
