"""Events as papers tell of them on ordinary days: their names, places, hosts and speakers."""

from datetime import date

import pytest

from articles.parsing.acts import acts_by_official
from articles.parsing.events import read_event
from articles.parsing.facts import PrintedOfficial
from articles.parsing.hosts import read_hosts
from articles.parsing.mentions import find_mentions
from articles.parsing.venues import read_place

DAY = date(2023, 7, 8)


def event(*texts):
    officials = [PrintedOfficial("何青", "县长", (), ("参加",))]
    return read_event((texts[0],), officials, DAY, texts)


@pytest.mark.parametrize(
    ("lead", "name"),
    [
        ("该校第六届校园读书节在操场开幕。", "第六届校园读书节"),
        ("该院第三届护士技能大赛在礼堂举行。", "第三届护士技能大赛"),
        ("2025年柳河县村级足球联赛揭幕战在体育场打响。", "2025年柳河县村级足球联赛揭幕战"),
        ("云岭县首届茶艺师培训班在县职业学校结业。", "云岭县首届茶艺师培训班"),
        ("县越剧团新编古装戏《春水谣》在县影剧院首演。", "新编古装戏《春水谣》"),
        ("3月12日，县直机关干部来到青石岭，参加义务植树活动。", "义务植树活动"),
        ("3月12日，驻县官兵来到青石岭，参加义务植树劳动。", "义务植树劳动"),
        # Whole names, and words that only look alike.
        ("柳河镇中心小学第六届读书节在操场开幕。", "柳河镇中心小学第六届读书节"),
        ("柳河县第六届运动会在体育场开幕。", "柳河县第六届运动会"),
        ("在昨日召开的全县表彰大会上，何青等五名教师获奖。", "全县表彰大会"),
        ("县剧团举办“送戏下乡”惠民演出。", "“送戏下乡”惠民演出"),
    ],
)
def test_name_without_what_only_points_at_somebody(lead, name):
    assert event(lead).name == name


@pytest.mark.parametrize(
    "lead",
    [
        "在6月召开的全省茶叶评比会上，云岭县茶厂的绿茶被评为优质产品。",
        "在全国举办的农机展评会上，柳河机械厂的插秧机荣获金奖。",
        "孩子们和远方的同学同上一堂课。",
        "罗小满从县卫校培训班结业后回到村里。",
    ],
)
def test_where_a_prize_was_won_is_not_the_news(lead):
    assert read_event((lead,), (), DAY, (lead,)) is None


@pytest.mark.parametrize(
    ("lead", "kind", "host"),
    [
        ("柳河镇“小院宣讲团”走进石桥村，为村民宣讲惠农政策。", "宣讲", "柳河镇“小院宣讲团”"),
        ("县委“骑行宣讲队”来到石桥村，在晒谷场上宣讲。", "宣讲", "县委“骑行宣讲队”"),
        ("县委宣讲团走进石桥村，为村民宣讲惠农政策。", "宣讲", "县委宣讲团"),
        ("县医院援边医疗队走进柳河镇开展义诊活动。", "活动", "县医院援边医疗队"),
    ],
)
def test_group_that_goes_somewhere_is_the_host_and_no_name(lead, kind, host):
    found = event(lead)
    assert (found.kind, [one.name for one in found.hosts]) == (kind, [host])
    assert "宣讲团" not in found.name


@pytest.mark.parametrize(
    ("texts", "place"),
    [
        (["石桥小学开学典礼在崭新的操场举行。"], "操场"),
        (["动员会在宽敞的大会议室召开。"], "大会议室"),
        (["歌会在那坡镇龙塘屯的山坡上举行。"], "那坡镇龙塘屯"),
        (["宣讲会在青石乡木楼寨的火塘边举行。"], "青石乡木楼寨"),
        (["县中医院组织专家到红星街道向阳社区开展义诊活动。"], "红星街道向阳社区"),
        (["县政协召开古城保护座谈会。", "座谈会在县政协二楼会议室举行。"], "县政协二楼会议室"),
        (["县政府召开供水新闻发布会。", "发布会在县融媒体大厦召开，何青主持。"], "县融媒体大厦"),
        (["县总工会举办护河活动，百名志愿者来到柳河河畔，捡拾垃圾。"], "柳河河畔"),
        (["11月9日上午，柳河化工公司厂区内浓烟滚滚，一场演练开始了。"], "柳河化工公司厂区"),
        (["11月9日上午，柳河鞋厂二号厂房“浓烟滚滚”，工人有序撤离。"], "柳河鞋厂二号厂房"),
        (["县剧团在柳河镇石桥村搭台首演。"], "柳河镇石桥村"),
        (["宣讲团走进宏远公司，在休息区为80多名职工开展了一场宣讲。"], "宏远公司"),
        # Nobody came there, and what belongs to the place.
        (["何青说，让老厂看到了新的工厂，参加的人很多。"], ""),
        (["何青说，从一间门面做到三个工厂，不容易。"], ""),
        (["何青说，想不到孩子能进这么好的学校，真高兴。"], ""),
        (["县政协召开座谈会。", "座谈会在融洽的气氛中结束。"], ""),
        (["读书会在石桥村的农家书屋举行。"], "石桥村的农家书屋"),
        (["球赛在石桥村的晒谷场举行。"], "石桥村的晒谷场"),
        (["动员会在县委的大礼堂召开。"], "县委的大礼堂"),
        (["县医院组织专家到柳河镇向群众开展义诊活动。"], "柳河镇"),
    ],
)
def test_place_as_it_is_called(texts, place):
    assert read_place(texts, (), "活动") == place


@pytest.mark.parametrize(
    ("clause", "hosts"),
    [
        ("云岭县茶业公司与中和食品公司在县宾馆举行签约仪式", ["云岭县茶业公司", "中和食品公司"]),
        ("云岭高新区与中和光电公司在会展中心举行签约仪式", ["云岭高新区", "中和光电公司"]),
        ("县医疗队走进柳河镇石桥村开展义诊活动", ["县医疗队"]),
        ("县医疗队来到柳河镇开展义诊活动", ["县医疗队"]),
        ("县林业局和县水利局举办培训", ["县林业局", "县水利局"]),
    ],
)
def test_host_without_what_it_did_before(clause, hosts):
    assert [one.name for one in read_hosts([clause], [])] == hosts


@pytest.mark.parametrize(
    ("lead", "hosts"),
    [
        ("县十七届人大常委会第四次会议在县人大机关召开。", []),
        ("县轻工公司与香江贸易公司合办鞋厂签字仪式在县宾馆举行。", []),
        ("县十七届人大常委会召开第四次会议。", ["县十七届人大常委会"]),
        ("县人大常委会组织代表视察农村公路建设。", ["县人大常委会"]),
    ],
)
def test_whoever_the_name_tells_of_holds_it_not_besides(lead, hosts):
    assert [one.name for one in event(lead).hosts] == hosts


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("县安监局局长何青作开班动员。", ("讲话",)),
        ("县安监局局长何青作了动员，并为学员授课。", ("讲话", "授课")),
        ("县委副书记何青就支部建设讲了意见。", ("讲话",)),
        ("县农科所所长何青作主旨报告。", ("发言",)),
        ("县教育局局长何青也在会上谈了看法。", ("发言",)),
        ("云岭茶业董事长何青等8位企业负责人畅所欲言。", ("发言",)),
        ("县长何青作政府工作报告。", ()),
        ("县长何青动员群众转移。", ()),
        ("县长何青讲完课回到县里。", ()),
        ("县长何青谈起修路的事。", ()),
    ],
)
def test_speech_by_other_words(text, acts):
    assert [*acts_by_official([text], find_mentions([text])).values()] == [acts]


@pytest.mark.parametrize(
    ("lead", "name"),
    [
        ("总投资八亿元的绿能电池项目奠基仪式在柳河镇举行。", "绿能电池项目奠基仪式"),
        ("县农技推广中心的“田间课堂”在石桥村开讲。", "“田间课堂”"),
        ("2024年云岭县庆祝丰收节活动在石桥村举行。", "2024年云岭县庆祝丰收节活动"),
        ("全省少年武术锦标赛在柳河体育馆落幕，罗小满获得金牌。", "全省少年武术锦标赛"),
    ],
)
def test_name_without_what_is_said_of_it(lead, name):
    assert event(lead).name == name


def test_games_elsewhere_of_which_only_a_medal_is_told_are_no_event():
    lead = "全省少年武术锦标赛近日结束，云岭体校的罗小满获得两枚金牌。"
    assert read_event((lead,), (), DAY, (lead,)) is None


@pytest.mark.parametrize(
    ("lead", "place"),
    [
        ("昨日，石桥村的老槐树下围满了人，一场宣讲会开始了。", "石桥村"),
        ("县医疗队到柳河街道同乐社区开展义诊。", "柳河街道同乐社区"),
        ("县医疗队到柳河街道为群众开展义诊。", "柳河街道"),
        ("何青来到青石山，参加义务植树活动。", "青石山"),
    ],
)
def test_place_below_a_tree_or_with_a_name_that_begins_like_a_verb(lead, place):
    assert read_place([lead], (), "活动") == place
