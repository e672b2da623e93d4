import pytest

from articles.parsing.facts import PrintedOfficial, PrintedPost
from articles.parsing.mentions import find_mentions
from articles.parsing.officials import read_officials


def test_official_has_the_title_of_first_mention_and_all_posts_and_acts():
    texts = ["县长何青出席会议。", "县委副书记何青强调,要抓好落实。"]
    posts = (PrintedPost("", "县长"), PrintedPost("县委", "副书记"))
    assert read_officials(texts, find_mentions(texts)) == (
        PrintedOfficial("何青", "县长", posts, ("出席", "强调")),
    )


def test_a_body_printed_in_part_is_the_whole_one():
    texts = ["教育局局长何青到会。", "县教育局局长、县科协主席何青讲话。", "局长何青说。"]
    (official,) = read_officials(texts, find_mentions(texts))
    assert official.posts == (PrintedPost("县教育局", "局长"), PrintedPost("县科协", "主席"))


def test_officials_stand_in_the_order_of_first_mention():
    texts = ["林志远走在最前面。", "县长何青、县委书记林志远出席会议。"]
    officials = read_officials(texts, find_mentions(texts))
    assert [official.name for official in officials] == ["林志远", "何青"]


def test_one_of_the_leaders_has_the_title_that_is_printed_later():
    texts = ["区领导何青、林志远参加会议。", "区委副书记何青要求,要抓好落实。"]
    officials = read_officials(texts, find_mentions(texts))
    assert [(one.name, one.title, one.acts) for one in officials] == [
        ("何青", "区委副书记", ("参加", "要求")),
        ("林志远", "区领导", ("参加",)),
    ]


def test_story_without_titles_has_no_officials():
    assert read_officials(["何青强调,要抓好落实。"], []) == ()


def test_namesakes_with_posts_that_nobody_holds_together_are_two_people():
    texts = ["梨园村党支部书记何青说起玉米。", "县水利局局长何青要求抓好灌溉,何青检查了水渠。"]
    officials = read_officials(texts, find_mentions(texts))
    assert [(one.name, one.title, one.acts) for one in officials] == [
        ("何青", "梨园村党支部书记", ("说",)),
        ("何青", "县水利局局长", ("要求", "检查")),
    ]


@pytest.mark.parametrize("person", ["村民", "养殖户"])
def test_what_a_namesake_without_office_does_is_no_act_of_the_official(person):
    texts = [f"石塘镇党委书记何青到村里走访,{person}何青端来一杯茶。何青说起了收成。"]
    officials = read_officials(texts, find_mentions(texts))
    assert [(one.name, one.acts) for one in officials] == [("何青", ("走访",))]


def test_name_is_the_officials_again_where_the_title_stands_with_it_again():
    texts = ["石塘镇党委书记何青到会。村民何青说茶好。", "镇党委书记何青讲话。何青强调,要种好茶。"]
    (official,) = read_officials(texts, find_mentions(texts))
    assert official.acts == ("到会", "讲话", "强调")


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("他是县审计局派驻石桥村的第一书记何青。", "石桥村"),
        ("承建单位云岭路桥公司的项目经理何青说。", "云岭路桥公司"),
        ("春和里社区党委书记何青到了。", "春和里社区党委"),
        ("她和街道办事处主任何青到了。", "街道办事处"),
        ("羊城假日旅行社总经理何青到了。", "羊城假日旅行社"),
        ("县城投集团工程部原经理何青违规。", "县城投集团工程部"),
        ("县农牧和科技局局长何青到了。", "县农牧和科技局"),
        ("当班班长何青组织人员关阀。", ""),
        ("院长很重视，指定刑事审判庭庭长何青担任审判长。", "刑事审判庭"),
    ],
)
def test_body_of_a_post_is_whole_and_nothing_more(text, body):
    (official,) = read_officials([text], find_mentions([text]))
    assert official.posts[0].department == body
