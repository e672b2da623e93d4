import pytest

from articles.parsing.paragraphs import rejoin
from articles.parsing.source import Source


def parse(text):
    source = Source(text)
    return rejoin(source, source.lines())


LONG = "柳河镇的麦子熟了,三百台收割机昼夜不停,村民们把新麦晒满了打谷场,镇里的粮站也早早开了门。"


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("麦子熟了。\n\n收割机来了。", ["麦子熟了。", "收割机来了。"]),
        ("收割机开进\n\n麦田。", ["收割机开进麦田。"]),
        ("麦子熟了,\n\n收割机来了。", ["麦子熟了,收割机来了。"]),
        ("收割机\n开进\n麦田。", ["收割机开进麦田。"]),
        # A quotation that has just opened has its first words below it.
        (
            f"{LONG}\n\n“\n\n今年卖了六千斤新麦,比去年多一千斤。\n\n”村民何青说。",
            [LONG, "“今年卖了六千斤新麦,比去年多一千斤。”村民何青说。"],
        ),
        (f"{LONG}\n\n镇长说：“\n\n{LONG}”", [LONG, f"镇长说：“{LONG}”"]),
        (f"镇里印发（\n\n{LONG}）\n\n{LONG}", [f"镇里印发（{LONG}）", LONG]),
        ("麦子熟了。\n　　收割机来了。", ["麦子熟了。", "收割机来了。"]),
        (
            "他说:“麦子熟了。\n\n收割机也来了。”大家都笑。",
            ["他说:“麦子熟了。收割机也来了。”大家都笑。"],
        ),
        ("他说:“麦子熟了。\n\n“收割机也来了。”", ["他说:“麦子熟了。", "“收割机也来了。”"]),
        ("大家唱“丰收谣”\n\n,跳起舞来。", ["大家唱“丰收谣”,跳起舞来。"]),
        ("### 麦收\n\n麦子熟了。", ["麦收", "麦子熟了。"]),
        ("麦子熟\n\n### 麦收\n\n收割机来了。", ["麦子熟", "麦收", "收割机来了。"]),
        ("麦子熟\n\n记者 何青\n\n收割机来了。", ["麦子熟", "记者 何青", "收割机来了。"]),
        ("Smart\n\nFarm 项目落地。", ["Smart Farm 项目落地。"]),
        ("村里开展“开镰节”\n\n活动。", ["村里开展“开镰节”活动。"]),
        ("麦子熟了。”\n\n收割机来了。", ["麦子熟了。”", "收割机来了。"]),
        ("麦子熟了。(何青 罗川)\n\n收割机来了。", ["麦子熟了。(何青 罗川)", "收割机来了。"]),
        ("林满(化名)\n\n种麦。", ["林满(化名)种麦。"]),
        ("增产8.\n\n6%。", ["增产8.6%。"]),
        ("阅读 1023\n\n4月9日，麦子熟了。", ["阅读 1023", "4月9日，麦子熟了。"]),
        ("截至4月1\n\n5日，麦子熟了。", ["截至4月15日，麦子熟了。"]),
        ("120\n\n49.5\n\n8651", ["120", "49.5", "8651"]),
        ("停电时间：6:3\n\n0—18:30", ["停电时间：6:30—18:30"]),
        (
            "| 组别 | 时间 |\n|---|---|\n| 少年组 | 4月6日 |\n\n> 麦子熟了。",
            ["| 组别 | 时间 |", "|---|---|", "| 少年组 | 4月6日 |", "> 麦子熟了。"],
        ),
        ("麦子熟了.\n\n收割机来了.", ["麦子熟了.", "收割机来了."]),
        ("增产4.6%.\n\n收割机来了.", ["增产4.6%.", "收割机来了."]),
        ("其中:\n\n3.\n\n收割机。", ["其中:", "3.收割机。"]),
        ("“麦子熟了。”\n\n村民何青说。", ["“麦子熟了。”村民何青说。"]),
        ("名单公示如下：\n\n何青，男。", ["名单公示如下：", "何青，男。"]),
        ("何青蹲下来说：\n\n“麦子熟了。”", ["何青蹲下来说：“麦子熟了。”"]),
        ("三次产业之比由12:49:\n\n38.5调为11:48:41。", ["三次产业之比由12:49:38.5调为11:48:41。"]),
        (
            "编辑同志：\n\n路灯不亮了。\n\n柳河小区 何青\n\n2023年4月4日\n\n路灯亮了。",
            ["编辑同志：", "路灯不亮了。", "柳河小区 何青", "2023年4月4日", "路灯亮了。"],
        ),
        (f"{LONG}\n\n转折在夏天\n\n{LONG}", [LONG, "转折在夏天", LONG]),
        (
            "会议决定：\n\n任命何青为县水利局局长；\n\n免去罗川的县水利局局长职务，退休；",
            ["会议决定：", "任命何青为县水利局局长；", "免去罗川的县水利局局长职务，退休；"],
        ),
        (
            f"　　{LONG}\n　　以下线路停电：\n　　3月24日6:00，城北线。\n　　{LONG}",
            [LONG, "以下线路停电：", "3月24日6:00，城北线。", LONG],
        ),
        (
            f"　　{LONG}\n　　田间管理要做到：\n　　清沟排水；\n　　追肥。\n　　{LONG}",
            [LONG, "田间管理要做到：", "清沟排水；", "追肥。", LONG],
        ),
        (
            f"　　{LONG}\n　　何青说：\n“麦子熟了。”\n　　{LONG}",
            [LONG, "何青说：“麦子熟了。”", LONG],
        ),
        (
            f"　　{LONG}\n　　{LONG}\n（文中人物均为化名）",
            [LONG, LONG, "（文中人物均为化名）"],
        ),
        (
            f"　　{LONG}\n　　负责这起案件的法官魏\n晓琳没有急于开庭。{LONG}\n　　{LONG}",
            [LONG, f"负责这起案件的法官魏晓琳没有急于开庭。{LONG}", LONG],
        ),
        ("", []),
        ("\n \n", []),
    ],
)
def test_fragments_are_rejoined(text, paragraphs):
    assert [paragraph.text for paragraph in parse(text).paragraphs] == paragraphs


def test_subhead_is_marked():
    paragraphs = parse("### 麦收\n\n麦子熟了。").paragraphs
    assert [paragraph.is_subhead for paragraph in paragraphs] == [True, False]


def test_join_says_where_and_why():
    [paragraph] = parse("收割机开进\n\n麦田。").paragraphs
    [join] = paragraph.joins
    assert (join.before, join.after, join.offset) == ("收割机开进", "麦田。", 5)
    assert join.reason == "the sentence is not finished"


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("麦子熟了。", []),
        ("麦子熟了", ["unfinished"]),
        ("他说:“麦子熟了。", ["unbalanced"]),
        ("他说:麦子熟了。”", ["unbalanced"]),
        ("《麦收（一）》在这里。", []),
        ("（麦收)在这里。", []),
        ("1）麦子熟了。", []),
        ("麦\ufffd熟了。", ["replacement_character"]),
        ("各村要认真做好秋收工\n\n水渠两岸的农户要节约用水。", ["doubtful_join"]),
        ("### 麦收\n\n麦子熟了。", []),
        ("他说:“麦子熟了。\n\n“收割机也来了。\n\n“明天开镰。”", []),
        ("他说:“麦子熟了。\n\n“收割机也来了。\n\n明天开镰。", ["unbalanced", "unbalanced"]),
        ("他说‘麦子熟了。", ["unbalanced"]),
        ("他唱起Farmer’s Song。", []),
        ("《麦〈上〉收》与“‘好’字”。", []),
        ('写着"麦收。', ["unbalanced"]),
        ('他说:"麦子熟了。"', []),
        ('他说:"麦子熟了。"\n\n"收割机也来了。"', []),
        ('他写下"麦收"', ["unfinished"]),
        ("村里开了会。\n\n因此,大家早早备好了镰刀。", ["doubtful_break"]),
        ("何青开了会。\n\n开镰那天,他起得最早。", ["doubtful_break"]),
        ("老村里开了会。\n\n夏收前,大家备好了镰刀。", []),
        ("他请大家:\n\n镰刀要磨快。", ["doubtful_break"]),
        (f"{LONG}\n\n收割机也早早检修好了。", ["doubtful_break"]),
        (f"收割机也早早检修好了。\n\n{LONG}", ["doubtful_break"]),
        (f"{LONG}\n\n{LONG}", []),
        (f"{LONG}\n\n“麦子熟了，该开镰了。”", []),
        (f"{LONG}\n\n" + "收割机也早早检修好了。\n\n" * 3, []),
        (f"{LONG}一是磨快镰刀;\n\n二是检修农机。", ["doubtful_break"]),
        (f"{LONG}\n\n一是{LONG[:-1]};\n\n二是{LONG}", ["unfinished"]),
        ("回音\n\n接到来信后,记者去了柳河镇。", ["doubtful_break"]),
        ("清单如下：\n\n1.镰刀要磨快。", []),
        # What may be a small heading is doubted, kept apart or not.
        (f"转折在夏天\n\n{LONG}", ["doubtful_break"]),
        (f"{LONG}\n\n转折在夏天\n\n{LONG}", ["doubtful_break"]),
        # No text goes on in 本报讯.
        (f"{LONG[:-1]}\n\n本报讯 {LONG}", ["doubtful_break"]),
        (f"{LONG}\n\n本报讯 {LONG}", []),
        # A long quotation may be of several paragraphs.
        ("他说：“麦子熟了。\n\n收割机来了。”", ["doubtful_break"]),
        ("编辑同志：\n\n路灯不亮了。\n\n柳河小区 何青", []),
        ("供水将停一天。\n\n柳河县供水公司\n\n2023年4月4日", []),
        # Normal copy: what a meeting demanded, who else was there, a note in brackets.
        (f"{LONG}\n\n会议要求，早早开镰。\n\n各镇镇长参加。", []),
        (f"{LONG}\n\n{LONG}\n\n（未完待续）", []),
    ],
)
def test_doubts_are_named(text, kinds):
    assert [doubt.kind for doubt in parse(text).doubts] == kinds


def test_sources_slice_back_to_the_fragments():
    text = "收割机\n开进\n\n麦田。\n\n### 麦收"
    places = [place for paragraph in parse(text).paragraphs for place in paragraph.sources]
    assert [text[place.start : place.end] for place in places] == ["收割机\n开进", "麦田。", "麦收"]
    assert [(place.first_line, place.last_line) for place in places] == [(1, 2), (4, 4), (6, 6)]


@pytest.mark.parametrize(
    ("text", "is_doubted"),
    [
        ("第一名得分 98\n2号选手得分第二。", True),
        ("来源：柳河日报 阅读 1023\n4月9日，麦子熟了。", True),
        ("120\n49\n86", True),
        ("全镇收割小麦12\n00亩。", False),
        ("停水时间：6:3\n\n0至18:30", True),
    ],
)
def test_numbers_that_a_break_stands_in_or_between_are_doubted(text, is_doubted):
    kinds = {one.kind for one in parse(text).doubts}
    assert bool(kinds & {"doubtful_join", "doubtful_break"}) is is_doubted
