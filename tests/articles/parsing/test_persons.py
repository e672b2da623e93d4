import pytest

from articles.parsing.mentions import find_mentions
from articles.parsing.persons import find_persons

PERSONS = [
    ("教练员罗成赛后表示,没想到。", [("罗成", "教练员")]),
    ("女焊工祁冬梅、解小军来了。", [("祁冬梅", "焊工"), ("解小军", "焊工")]),
    ("村民王秀兰告诉记者,路通了。", [("王秀兰", "村民")]),
    ("老同志和大章、计春生及生前友好到场。", [("和大章", "老同志"), ("计春生", "老同志")]),
    ("妻子马海阿呷和孙女宁小满回来了。", [("马海阿呷", "妻子"), ("宁小满", "孙女")]),
    ("实验中学体育教师桑田带着学生。", [("桑田", "教师")]),
    ("法学院教授都木兰作演讲。", [("都木兰", "教授")]),
    ("“致富带头人”王秀兰来了。", [("王秀兰", "致富带头人")]),
    ("检测员王秀兰、执法人员解小军来了。", [("王秀兰", "检测员"), ("解小军", "执法人员")]),
    ("村民岑群手中有花。岑群不走,大家等岑群。", [("岑群", "村民")]),
    ("法官仓央、区消防救援大队监督员解小军授课。", [("仓央", "法官"), ("解小军", "监督员")]),
    ("“路通了。”72岁的王秀兰说。", [("王秀兰", "")]),
    ("老人支支吾吾,不肯说。", []),
    ("村民王老汉在晒玉米,村民贾老一早就来了。", []),
    ("被告赵某来了,赵某走了,大家等赵某。", []),
    ("村民王秀兰(化名)来了。", []),
    ("72岁的王秀兰(化名)来了。", []),
    ("学生代表齐声朗读,学生活动丰富。", []),
    ("职工董事罗川到会。", []),
    ("居民代表和村民小组长到会。", []),
    ("党员干部高度重视,民警连夜出动。", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "expected"), PERSONS)
def test_persons_are_named_with_what_they_are(text, expected):
    found = find_persons([text], find_mentions([text]), ())
    assert [(one.name, one.role) for one in found] == expected


def test_officials_and_writers_are_no_persons_besides():
    texts = ["县水利局局长何青看望村民王秀兰。", "老党员何青说,村民苏未央来过。"]
    found = find_persons(texts, find_mentions(texts), {"苏未央"})
    assert [one.name for one in found] == ["王秀兰"]
