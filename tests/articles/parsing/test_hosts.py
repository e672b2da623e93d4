import pytest

from articles.parsing.facts import PrintedHost
from articles.parsing.hosts import read_hosts


@pytest.mark.parametrize(
    ("clause", "hosts"),
    [
        ("7月8日上午县教育局举办读书活动", ["县教育局"]),
        ("县委、县政府召开春耕大会", ["县委", "县政府"]),
        ("区住房和城乡建设局和区总工会联合举办比武", ["区住房和城乡建设局", "区总工会"]),
        ("青石街道妇联联合北河社区开展手工活动", ["青石街道妇联", "北河社区"]),
        ("记者从县统计局召开的分析会上获悉", ["县统计局"]),
        ("区政协组织部分委员视察旧区改造", ["区政协"]),
        ("市环境局经开分局联合区执法局", ["市环境局经开分局", "区执法局"]),
        ("柳河镇在文化广场举办招聘会", ["柳河镇"]),
        ("我县在深圳举行推介会", []),
        ("县委组织部长何青参加", []),
        ("对沿江12家企业开展检查", []),
        ("何青主持召开会议", []),
        ("何青带领检查组到清溪小学、明德中学开展检查", []),
        ("县政府新闻办召开发布会", ["县政府新闻办"]),
        ("县科技局、云岭茶业联盟举办论坛", ["县科技局", "云岭茶业联盟"]),
        ("县文联、江南出版社举办首发式", ["县文联", "江南出版社"]),
        ("县政协“有事好商量”议事会在柳河镇召开", ["县政协"]),
        ("柳河镇第五届荷花节开幕", []),
        ("县政协组织委员视察旧区改造", ["县政协"]),
        ("县委组织委员何青参加", []),
        ("县水泥厂12月26日召开庆功大会", ["县水泥厂"]),
        ("县农技推广中心近日在柳河镇举办观摩会", ["县农技推广中心"]),
        ("县普法办、县司法局联合举办知识竞赛", ["县普法办", "县司法局"]),
        ("县委、县政府隆重召开表彰大会", ["县委", "县政府"]),
        ("县图书馆启动“图书漂流”活动", ["县图书馆"]),
        ("县委宣讲团在火塘边举办宣讲会", ["县委宣讲团"]),
        ("县体委、县化肥厂举办篮球赛", ["县体委", "县化肥厂"]),
        ("二四七团在条田召开现场会", ["二四七团"]),
        ("柳河镇农技站的流动课堂开进葡萄园", ["柳河镇农技站"]),
        ("县委党校2023年春季主体班举行开班式", ["县委党校"]),
    ],
)
def test_body_that_holds_an_event(clause, hosts):
    assert read_hosts([clause], [clause]) == tuple(PrintedHost(name, "主办") for name in hosts)


def test_each_host_has_the_role_that_is_printed():
    text = "活动由县总工会、县人社局主办,县职校承办,县融媒体中心协办。"
    assert read_hosts([], ["开幕。", text]) == (
        PrintedHost("县总工会", "主办"),
        PrintedHost("县人社局", "主办"),
        PrintedHost("县融媒体中心", "协办"),
    )
    text = "由县文旅局主办、柳河镇承办的茶文化节开幕。"
    assert read_hosts([], [text]) == (
        PrintedHost("县文旅局", "主办"),
        PrintedHost("柳河镇", "承办"),
    )


def test_body_that_only_undertook_an_event_holds_it_in_that_role():
    clause = "县图书馆承办的《渡口旧事》首发式在书店举行"
    assert read_hosts([clause], [clause]) == (PrintedHost("县图书馆", "承办"),)


def test_organisers_named_as_such_stand_for_whoever_opens_the_event():
    clause = "柳河镇举办茶文化节"
    text = "茶文化节由县文旅局主办。"
    assert read_hosts([clause], [clause, text]) == (PrintedHost("县文旅局", "主办"),)


@pytest.mark.parametrize(
    ("text", "hosts"),
    [
        ("欢送大会由县人武部组织，何青主持。", [("县人武部", "主办")]),
        (
            "本次比赛由县体育局、县老年体协联合举办，旅港同乡会协办。",
            [("县体育局", "主办"), ("县老年体协", "主办"), ("旅港同乡会", "协办")],
        ),
        ("会议由县商务局组织。", [("县商务局", "主办")]),
        ("培训班由县农经局举办。", [("县农经局", "主办")]),
        ("评选由县委宣传部、县总工会联合组织。", [("县委宣传部", "主办"), ("县总工会", "主办")]),
        ("发言稿由县委宣传部组织，何青执笔。", []),
        ("座谈会由何青组织，来的人不少。", []),
    ],
)
def test_body_by_which_an_event_was_held(text, hosts):
    assert [(host.name, host.role) for host in read_hosts([], [text])] == hosts
