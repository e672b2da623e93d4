import pytest

from articles.parsing.lexicon.datelines import (
    DATELINE_AGENCIES,
    DATELINE_HOUSES,
    DATELINE_MARKERS,
    DATELINE_SENDERS,
)
from articles.parsing.markers import SIGN, mend_cut_markers, take_marker
from articles.parsing.source import Source


@pytest.mark.parametrize(
    ("text", "marker", "left"),
    [
        ("本报讯 7月8日,夏粮入库。", "本报讯", "7月8日,夏粮入库。"),
        ("本报讯　7月8日,夏粮入库。", "本报讯", "7月8日,夏粮入库。"),
        ("本报讯（记者 何青）夏粮入库。", "本报讯", "（记者 何青）夏粮入库。"),
        ("【本报讯】夏粮入库。", "本报讯", "夏粮入库。"),
        ("本报综合消息 夏粮入库。", "本报综合消息", "夏粮入库。"),
        ("本报7月8日讯 夏粮入库。", "本报7月8日讯", "夏粮入库。"),
        ("新华社青阳7月8日电 夏粮入库。", "新华社青阳7月8日电", "夏粮入库。"),
        ("云溪融媒7月8日讯（记者 何青）夏粮入库。", "云溪融媒7月8日讯", "（记者 何青）夏粮入库。"),
        (
            "青阳在线7月8日讯（通讯员 何青）夏粮入库。",
            "青阳在线7月8日讯",
            "（通讯员 何青）夏粮入库。",
        ),
        ("柳河讯（何青）夏粮入库。", "柳河讯", "（何青）夏粮入库。"),
        ("青阳讯（方青　罗大川）夏粮入库。", "青阳讯", "（方青　罗大川）夏粮入库。"),
        ("清风青阳讯 （何青　罗大川）夏粮入库。", "清风青阳讯", "（何青　罗大川）夏粮入库。"),
        ("通讯（何青）", "", "通讯（何青）"),
        ("简讯（组图）夏粮入库。", "", "简讯（组图）夏粮入库。"),
        ("云上青阳报道：（记者 何青）夏粮入库。", "云上青阳报道", "（记者 何青）夏粮入库。"),
        (
            "稻花香里/青阳市融媒体中心讯（记者 何青）夏粮入库。",
            "稻花香里/青阳市融媒体中心讯",
            "（记者 何青）夏粮入库。",
        ),
        ("7月8日讯（记者 何青）夏粮入库。", "7月8日讯", "（记者 何青）夏粮入库。"),
        ("7月8日讯号塔建成。", "", "7月8日讯号塔建成。"),
        ("云岭网-青阳日报讯（记者 何青）入库。", "云岭网-青阳日报讯", "（记者 何青）入库。"),
        ("青阳日报讯【青阳日报记者何青】入库。", "青阳日报讯", "【青阳日报记者何青】入库。"),
        ("云岭新闻网讯(记者 何青)夏粮入库。", "云岭新闻网讯", "(记者 何青)夏粮入库。"),
        ("边城社一〇八团7月8日电 夏粮入库。", "边城社一〇八团7月8日电", "夏粮入库。"),
        ("本报北沟7月8日电（何青）夏粮入库。", "本报北沟7月8日电", "（何青）夏粮入库。"),
        ("■本报讯 夏粮入库。", "本报讯", "夏粮入库。"),
        ("本报北沟讯（记者 何青）夏粮入库。", "本报北沟讯", "（记者 何青）夏粮入库。"),
        ("融媒讯（记者 何青）夏粮入库。", "融媒讯", "（记者 何青）夏粮入库。"),
        ("今日青阳讯（通讯员 何青）夏粮入库。", "今日青阳讯", "（通讯员 何青）夏粮入库。"),
        ("北沟讯 夏粮入库。", "北沟讯", "夏粮入库。"),
        ("【云溪融媒讯】夏粮入库。", "云溪融媒讯", "夏粮入库。"),
        ("据新华社电 夏粮入库。", "据新华社电", "夏粮入库。"),
        ("综合新华社消息 夏粮入库。", "综合新华社消息", "夏粮入库。"),
        ("本报讯 7月8日　昨天下午，夏粮入库。", "本报讯 7月8日", "昨天下午，夏粮入库。"),
        ("本报讯　七月八日　今晨，夏粮入库。", "本报讯　七月八日", "今晨，夏粮入库。"),
        ("本报讯 7月8日（记者 何青）夏粮入库。", "本报讯 7月8日", "（记者 何青）夏粮入库。"),
        ("本报讯 7月8日 记者何青 夏粮入库。", "本报讯 7月8日", "记者何青 夏粮入库。"),
        # The day of the lead stays in it.
        ("本报讯 7月8日 上午，夏粮入库。", "本报讯", "7月8日 上午，夏粮入库。"),
        ("本报讯 7月8日 夏粮入库。", "本报讯", "7月8日 夏粮入库。"),
        ("本报讯 7月8日（农历六月初三）夏粮入库。", "本报讯", "7月8日（农历六月初三）夏粮入库。"),
        ("本报讯 7月8日昨天没有的麦子今天入库。", "本报讯", "7月8日昨天没有的麦子今天入库。"),
        ("优秀通讯 夏粮入库。", "", "优秀通讯 夏粮入库。"),
        ("北沟讯夏粮入库。", "", "北沟讯夏粮入库。"),
        ("夏粮入库。", "", "夏粮入库。"),
        ("有关报道：（记者注意到，夏粮入库。）", "", "有关报道：（记者注意到，夏粮入库。）"),
        ("据本报讯息,夏粮入库。", "", "据本报讯息,夏粮入库。"),
    ],
)
def test_marker_is_taken_off_the_first_line(text, marker, left):
    source = Source(text)
    found, lines, edits = take_marker(source, source.lines())
    assert found == marker
    assert [source.cut(line) for line in lines] == [left]
    taken = "".join(edit.removed for edit in edits)
    assert "".join((taken + left).split()) == "".join(text.split())


@pytest.mark.parametrize(
    ("text", "marker", "left"),
    [
        ("本报3\n月24日讯 夏粮入库。", "本报3月24日讯", "夏粮入库。"),
        ("本报北\n\n　　沟3月24日电（何青）夏粮入库。", "本报北沟3月24日电", "（何青）夏粮入库。"),
        ("本\n报讯 夏粮入库。", "本报讯", "夏粮入库。"),
        ("新华社北沟3月24\n日电 夏粮入库。", "新华社北沟3月24日电", "夏粮入库。"),
        ("本报记者的一天\n本报讯 夏粮入库。", "", "本报记者的一天 本报讯 夏粮入库。"),
        ("新华社北沟3月24日\n电 夏粮入库。", "新华社北沟3月24日电", "夏粮入库。"),
        ("夏粮\n入库。", "", "夏粮 入库。"),
    ],
)
def test_marker_that_a_column_cut_is_read_as_one(text, marker, left):
    source = Source(text)
    lines = mend_cut_markers(source, source.lines())
    found, lines, edits = take_marker(source, lines)
    assert found == marker
    assert " ".join(source.cut(line) for line in lines if not line.is_blank) == left
    taken = "".join(edit.removed for edit in edits)
    assert "".join((taken + left).split()) == "".join(text.split())


@pytest.mark.parametrize(
    "called",
    [*DATELINE_MARKERS, *DATELINE_SENDERS, *DATELINE_AGENCIES, *DATELINE_HOUSES],
)
def test_each_house_is_called_by_a_sign_of_markers(called):
    assert SIGN.search(called)
