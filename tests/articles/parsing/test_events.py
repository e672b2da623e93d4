from datetime import date

import pytest

from articles.parsing.events import read_event
from articles.parsing.facts import PrintedEvent, PrintedHost, PrintedOfficial

DAY = date(2023, 7, 8)

EVENTS = [
    ("7月8日,云岭县召开夏粮收购工作会议,部署收购工作。", ("会议", "夏粮收购工作会议")),
    ("云岭县召开夏粮收购动员大会暨安全生产会议。", ("会议", "夏粮收购动员大会暨安全生产会议")),
    ("7月8日,云岭县首届茶文化论坛在柳河镇举行。", ("论坛", "云岭县首届茶文化论坛")),
    ("云岭县首届茶文化论坛活动在柳河镇圆满落幕。", ("论坛", "云岭县首届茶文化论坛")),
    ("柳河镇举办“迎丰收”农民运动会。", ("竞赛", "“迎丰收”农民运动会")),
    ("高新区举行重点项目集中开工仪式,总投资20亿元。", ("仪式", "重点项目集中开工仪式")),
    ("区应急管理局组织开展地震应急演练。", ("演练", "地震应急演练")),
    ("9月1日,柳河镇中心小学的开学典礼在操场举行。", ("仪式", "开学典礼")),
    ("柳河镇在文化广场举办专场招聘会。", ("招聘会", "专场招聘会")),
    ("云岭县召开会议,部署收购工作。", ("会议", "")),
    (
        "由区安委会主办、区应急管理局承办的“安全日”宣传活动在广场举行。",
        ("活动", "“安全日”宣传活动"),
    ),
    ("区妇联开展“巾帼送温暖”活动。", ("活动", "“巾帼送温暖”活动")),
    ("云岭县与宏远集团举行合作协议签约仪式。", ("签约", "合作协议签约仪式")),
    ("柳河镇召开民营企业座谈会。", ("座谈", "民营企业座谈会")),
    ("客人参观了厂区,并召开座谈会。", ("座谈", "座谈会")),
    ("全县首届职工篮球联赛开赛。", ("竞赛", "全县首届职工篮球联赛")),
    ("柳河镇防汛抢险演练在河堤上拉开帷幕。", ("演练", "柳河镇防汛抢险演练")),
    ("支部书记在田埂上讲了一堂微党课。", ("宣讲", "微党课")),
    ("记者从县统计局召开的经济形势分析会上获悉。", ("会议", "经济形势分析会")),
    ("以“种子与未来”为主题的第二届种业论坛在柳河镇举行。", ("论坛", "第二届种业论坛")),
    ("何大山同志追悼会在县礼堂举行。", ("活动", "何大山同志追悼会")),
    ("云岭县欢送新兵大会在广场举行。", ("活动", "云岭县欢送新兵大会")),
    ("草滩旗第十届那达慕大会落下帷幕。", ("活动", "草滩旗第十届那达慕大会")),
    ("历时三天的云岭县科技大会闭幕。", ("会议", "云岭县科技大会")),
    ("西部三县门球邀请赛在柳河镇收杆。", ("竞赛", "西部三县门球邀请赛")),
    ("柳河县中小学生篮球赛在柳河一中落下战幕。", ("竞赛", "柳河县中小学生篮球赛")),
    ("云岭县书画展昨日在县文化馆开幕。", ("活动", "云岭县书画展")),
    ("县图书馆办了一场“旧书换绿植”。", ("活动", "旧书换绿植")),
    ("云岭县第五届荷花节开幕。", ("活动", "云岭县第五届荷花节")),
    ("云岭县举办了一场农机技能比武。", ("竞赛", "农机技能比武")),
    ("县长何青参加县十六届人大五次会议柳河镇代表团审议。", ("会议", "县十六届人大五次会议")),
    ("高新区种子产业园揭牌。", ("仪式", "")),
    ("“丰收杯”农民拔河赛的决赛在柳河镇打响。", ("竞赛", "“丰收杯”农民拔河赛")),
    ("民警为学生上了一堂生动的安全课。", ("宣讲", "安全课")),
    ("县医院在集市上开展义诊。", ("活动", "义诊")),
    ("云岭县第三届山歌会在古渡开场。", ("活动", "云岭县第三届山歌会")),
    ("柳河中学举行“百日冲刺”誓师大会。", ("仪式", "“百日冲刺”誓师大会")),
    ("云岭县农商银行与柳河镇签订合作协议。", ("签约", "")),
    ("区政府召开全体会，听取汇报。", ("会议", "")),
    ("柳河镇召开夏粮收购部署调度碰头会。", ("会议", "夏粮收购部署调度碰头会")),
    ("为期三天的全区中小学生运动会落下帷幕。", ("竞赛", "全区中小学生运动会")),
    ("县医院组织专家到柳河镇开展义诊。", ("活动", "义诊")),
    ("区委党校春季主体班举行开班式。", ("仪式", "")),
    ("县科协主办的“科普大篷车”活动走进柳河小学。", ("活动", "“科普大篷车”活动")),
    ("云岭县第六次代表大会胜利闭幕。", ("会议", "云岭县第六次代表大会")),
    ("柳河镇首届荷花摄影展首展式在文化广场举行。", ("仪式", "柳河镇首届荷花摄影展首展式")),
    ("《渡口旧事》新书首发式在云岭书店举行。", ("仪式", "《渡口旧事》新书首发式")),
    ("云岭县茶产业发展对话会在柳河镇举行。", ("会议", "云岭县茶产业发展对话会")),
    ("“家门口就业·夜市专场”在步行街举行。", ("活动", "“家门口就业·夜市专场”")),
    ("“非遗进社区”走进幸福里小区。", ("活动", "“非遗进社区”")),
    ("歌剧《江姐》在云岭剧院上演。", ("演出", "歌剧《江姐》")),
    ("第九届村民龙舟会友在柳河开赛。", ("竞赛", "第九届村民龙舟会友")),
    ("县民政局举行“简约新风”百人团聚。", ("活动", "“简约新风”百人团聚")),
    ("我县第六届“柳河杯”戏迷擂台总决赛在广场打响。", ("竞赛", "第六届“柳河杯”戏迷擂台总决赛")),
    ("县政协“有事好商量”协商议事会在柳河镇召开。", ("会议", "“有事好商量”协商议事会")),
    ("县农村工作领导小组第二次会议召开。", ("会议", "县农村工作领导小组第二次会议")),
    ("县人社局在人民广场开展“夏季促就业”专项服务。", ("活动", "“夏季促就业”专项服务")),
    ("县三中举办了一场别开生面的成人礼。", ("活动", "成人礼")),
    ("在第七届茶叶博览会举办期间，云岭县举行茶旅推介会。", ("推介会", "茶旅推介会")),
    (
        "“书香满城”全民阅读季启动仪式暨朗读大赛在县图书馆拉开帷幕。",
        ("竞赛", "“书香满城”全民阅读季启动仪式暨朗读大赛"),
    ),
    # In one clause or in two, at what hour it was and how it ended.
    ("历时九天的“丰收杯”职工篮球赛今晚在县灯光球场落下帷幕。", ("竞赛", "“丰收杯”职工篮球赛")),
    ("历时五天的全县门球联赛，7月8日晚在县体育馆圆满落幕。", ("竞赛", "全县门球联赛")),
    (
        "云岭县第十届人民代表大会第一次会议，圆满完成各项议程，于7月8日下午在县礼堂闭幕。",
        ("会议", "云岭县第十届人民代表大会第一次会议"),
    ),
    (
        "中国共产党云岭县第六次代表大会在圆满完成各项议程后，7月8日在县会堂胜利闭幕。",
        ("会议", "中国共产党云岭县第六次代表大会"),
    ),
    ("全县篮球联赛，场场爆满。", None),
    ("他坐在最前排，一直到演出结束。", None),
    ("本报《春耕现场会召开》一文有误。", None),
    ("一季度全县新签约项目二十三个。", None),
    ("云岭县第七次代表大会于7月8日在县礼堂隆重开幕。", ("会议", "云岭县第七次代表大会")),
    ("由县司法局主办的法律知识竞赛7月8日举行决赛。", ("竞赛", "法律知识竞赛")),
    ("“夕阳红”书画作品展在县图书馆展出。", ("活动", "“夕阳红”书画作品展")),
    ("县科协组织科技人员到柳河镇赶科技大集。", ("活动", "科技大集")),
    ("县委书记为机关党员讲专题党课。", ("宣讲", "专题党课")),
    ("市委督导组到我县督导春耕备耕工作。", ("检查", "督导春耕备耕工作")),
    ("县人大常委会组织县人大代表视察大气污染防治工作。", ("检查", "视察大气污染防治工作")),
    ("村里组织检查水渠的清淤工作。", None),
    ("“柳河渡口”全县青年足球联赛昨日收兵。", ("竞赛", "“柳河渡口”全县青年足球联赛")),
    ("首届药材采挖节在柳河镇开镰。", ("活动", "首届药材采挖节")),
    ("“三月三”歌圩在红水滩开场。", ("活动", "“三月三”歌圩")),
    ("柳河街道第六十期“周六集市日”在小广场开张。", ("活动", "第六十期“周六集市日”")),
    ("柳河镇望果节赛马在河滩开跑。", ("竞赛", "柳河镇望果节赛马")),
    ("草滩旗第十届那达慕赛马会落幕。", ("竞赛", "草滩旗第十届那达慕赛马会")),
    ("县化肥厂主办的第六届职工技术比武在车间摆开擂台。", ("竞赛", "第六届职工技术比武")),
    ("2023年度“云岭好人”评选结果揭晓。", ("活动", "2023年度“云岭好人”评选")),
    ("“乡村大舞台”花鼓戏专场演出在柳河村开锣。", ("演出", "“乡村大舞台”花鼓戏专场演出")),
    ("首届农民戏曲演出周在文化广场开锣。", ("演出", "首届农民戏曲演出周")),
    ("第九届阿肯弹唱会在草原举行。", ("演出", "第九届阿肯弹唱会")),
    ("为期七天的公益电影放映周在广场拉开帷幕。", ("活动", "公益电影放映周")),
    ("县委宣传部主办的“屋场宣讲”活动走进柳河村。", ("宣讲", "“屋场宣讲”活动")),
    ("宣讲员用方言开了一场炕头宣讲。", ("宣讲", "炕头宣讲")),
    ("柳河镇农技站的流动课堂开进了葡萄园。", ("培训", "流动课堂")),
    # Done for people or with them, by no name.
    ("县医院的专家到柳河镇为群众义诊。", ("活动", "")),
    ("县委宣讲团走进柳河村，为党员群众宣讲会议精神。", ("宣讲", "")),
    ("县委书记来到县一中，与青年学生座谈。", ("座谈", "")),
    ("他给义诊队捐了药。", None),
    ("7月8日，在“春风行动”专场招聘会上，何青找到了工作。", ("招聘会", "“春风行动”专场招聘会")),
]


@pytest.mark.parametrize(("lead", "expected"), EVENTS)
def test_event_is_named(lead, expected):
    event = read_event([lead], [], DAY)
    assert (event and (event.kind, event.name, event.date)) == (expected and (*expected, DAY))


VISITS = [
    ("区领导节前看望慰问老党员", "走访", "看望慰问老党员"),
    ("县市场监管局开展食品安全检查", "检查", "食品安全检查"),
    ("县长深入企业调研", "调研", ""),
    ("县长到柳河镇现场办公", "调研", ""),
    ("县长带队来柳河镇开展“种粮大户”专题调研", "调研", "“种粮大户”专题调研"),
]


@pytest.mark.parametrize(("headline", "kind", "name"), VISITS)
def test_visit_is_read_from_the_headlines(headline, kind, name):
    official = PrintedOfficial("何青", "县长", (), ())
    event = read_event(["", headline], [official], DAY)
    assert (event.kind, event.name) == (kind, name)
    assert read_event(["", headline], [], DAY) is None


def test_column_of_items_has_no_event_of_its_own():
    items = ["▲7月8日，柳河镇举办农机培训班。", "▲县图书馆开馆。"]
    assert read_event([items[0]], [], DAY, items) is None
    assert read_event([items[0]], [], DAY, items[:1]).kind == "培训"


def test_ceremony_may_be_named_in_the_body_alone():
    official = PrintedOfficial("何青", "县长", (), ())
    body = ["新校迎来第一批学生。", "县长何青来到学校参加开学典礼,为老师献花。"]
    event = read_event(["新校启用。"], [official], DAY, body)
    assert (event.kind, event.name, event.place) == ("仪式", "开学典礼", "学校")


@pytest.mark.parametrize(
    "lead",
    [
        "夏粮入库。",
        "",
        "村民们开会议事。",
        "他加入了县作家协会。",
        "他守了三十年渡口。",
        "上半年产值增长一成。",
    ],
)
def test_story_without_event(lead):
    assert read_event([lead], [], DAY) is None


def test_visit_of_an_official_to_a_place_has_no_name():
    official = PrintedOfficial("何青", "县长", (), ("出席", "调研"))
    assert read_event(["县长何青到柳河镇调研。"], [official], DAY) == PrintedEvent(
        "调研", "", DAY, "柳河镇"
    )


def test_headline_is_read_when_the_lead_names_none():
    assert read_event(["夏粮入库。", "柳河镇召开禁烧会议"], [], None) == PrintedEvent(
        "会议", "禁烧会议", None, "", (PrintedHost("柳河镇", "主办"),)
    )


def test_what_an_official_does_in_passing_is_no_visit():
    official = PrintedOfficial("何青", "县长", (), ("看望",))
    assert read_event(["大桥通车一年。"], [official], DAY, ["县长何青曾看望工人。"]) is None


def test_meeting_with_guests_is_an_event():
    official = PrintedOfficial("何青", "县长", (), ("会见",))
    event = read_event(["县长何青在云岭宾馆会见了客商。"], [official], DAY)
    assert (event.kind, event.place) == ("会见", "云岭宾馆")


def test_scene_of_an_event_is_named_by_what_it_is_of():
    official = PrintedOfficial("何青", "县长", (), ())
    body = ["法槌敲响。", "这是县法院举办的“小法官”开放日活动的一幕。"]
    event = read_event(body[:1], [official], DAY, body)
    assert (event.name, event.hosts) == ("“小法官”开放日活动", (PrintedHost("县法院", "主办"),))


def test_a_gathering_that_somebody_once_attended_is_not_the_news():
    official = PrintedOfficial("何青", "县长", (), ())
    once = ["何青种树三十年。", "县长何青曾参加全国群英会。"]
    assert read_event(["何青种树三十年。"], [official], DAY, once) is None


def test_ceremony_for_somebody_is_named_without_what_he_was():
    official = PrintedOfficial("何大山", "原副县长", (), ())
    lead = "原副县长、离休干部何大山同志遗体告别仪式在县殡仪馆举行。"
    assert read_event([lead], [official], DAY).name == "何大山同志遗体告别仪式"
    assert read_event(["何大山同志逝世。", "县长参加了告别仪式。"], [official], DAY) is None


def test_by_whom_a_thing_was_made_is_no_part_of_the_name():
    lead = "由柳河公司捐资二十万元、乡村两级兴建的石桥小学落成典礼在新校园举行。"
    assert read_event([lead], [], DAY).name == "石桥小学落成典礼"


def test_host_stands_in_the_clause_before_what_is_held():
    lead = "7月8日，县医院组织医疗队走进柳河牧场，开展为期五天的夏季巡诊活动。"
    event = read_event([lead], [], DAY)
    assert (event.name, event.hosts) == ("夏季巡诊活动", (PrintedHost("县医院", "主办"),))


def test_event_of_that_day_is_named_below_a_lead_that_opens_with_a_scene():
    scene = "“谢谢叔叔！”3月24日，学生何小雨接过新书包。"
    below = "当天，由县工商联主办的“春风助学”公益活动在石桥村小学举行。"
    event = read_event([scene, "春风送暖"], [], DAY, [scene, below])
    assert (event.name, event.place) == ("“春风助学”公益活动", "石桥村小学")
    assert [host.name for host in event.hosts] == ["县工商联"]
    assert read_event([scene, "春风送暖"], [], DAY, [scene, below.removeprefix("当天，")]) is None


@pytest.mark.parametrize(
    ("below", "expected"),
    [
        (
            "这是县安监局与县消防大队联合举办的化学品泄漏应急演练。",
            ("演练", "化学品泄漏应急演练", "", ["县安监局", "县消防大队"]),
        ),
        ("通车典礼在柳河公路起点举行，何青剪彩。", ("仪式", "通车典礼", "柳河公路起点", [])),
        ("石桥小学落成典礼在新校园举行。", ("仪式", "石桥小学落成典礼", "新校园", [])),
    ],
)
def test_event_below_a_scene_is_named_by_what_held_it_or_where(below, expected):
    official = PrintedOfficial("何青", "县长", (), ())
    event = read_event(
        ["警报声响起，浓烟滚滚。"], [official], DAY, ["警报声响起，浓烟滚滚。", below]
    )
    hosts = [host.name for host in event.hosts]
    assert (event.kind, event.name, event.place, hosts) == expected


@pytest.mark.parametrize(
    ("lead", "name", "place"),
    [
        ("由县文化局主办、柳河镇政府承办的三月三歌圩在河滩开场。", "三月三歌圩", "河滩"),
        ("由县农业局主办的柑橘擂台在石桥镇鸣锣开张。", "柑橘擂台", "石桥镇"),
        ("柑橘擂台在石桥镇鸣锣开张。", None, None),
    ],
)
def test_what_has_hosts_and_opens_at_a_place_is_an_event(lead, name, place):
    event = read_event([lead], [], DAY)
    assert (event and event.name, event and event.place) == (name, place)


def test_doctor_of_a_contract_signs_none():
    assert read_event(["由签约医生每季度上门随访。"], [], DAY) is None
