import pytest

from articles.parsing.byline_lines import read_byline
from articles.parsing.byline_shares import merge_repeated
from articles.parsing.bylines import take_closing_bylines, take_inner_bylines, take_opening_bylines
from articles.parsing.source import Line, Source

from .splitting import cut_lines

WORDS, PICTURES, BOTH = ("文",), ("图",), ("文", "图")


def whole(text):
    return Line(0, len(text))


def people(bylines):
    return [(byline.name, byline.capacity, byline.contributions) for byline in bylines]


@pytest.mark.parametrize(
    ("text", "names", "left"),
    [
        ("夏粮入库。\n\n记者 何青", ["何青"], ["夏粮入库。"]),
        ("夏粮入库。\n记者 何青\n通讯员 罗大川", ["何青", "罗大川"], ["夏粮入库。"]),
        ("夏粮入库。(记者 何青)", ["何青"], ["夏粮入库。"]),
        ("“夏粮入库。”(何青)", ["何青"], ["“夏粮入库。”"]),
        ("夏粮入库。　　记者 何青", ["何青"], ["夏粮入库。"]),
        ("夏粮入库。罗大川 陆敏", ["罗大川", "陆敏"], ["夏粮入库。"]),
        ("夏粮入库。 方向 高度", [], ["夏粮入库。 方向 高度"]),
        ("夏粮入库。\n撰稿、摄影：何青", ["何青"], ["夏粮入库。"]),
        ("夏粮入库。\n何青罗大川", ["何青", "罗大川"], ["夏粮入库。"]),
        ("夏粮入库。\n罗大川何晓芳陆敏", ["罗大川", "何晓芳", "陆敏"], ["夏粮入库。"]),
        ("夏粮入库。\n罗大川车晓芳摄", ["罗大川", "车晓芳"], ["夏粮入库。"]),
        ("夏粮入库。\n任务重时间紧", [], ["夏粮入库。", "任务重时间紧"]),
        ("夏粮入库。\n郑师傅一分钱没要", [], ["夏粮入库。", "郑师傅一分钱没要"]),
        ("夏粮入库。（李德安出席）", [], ["夏粮入库。（李德安出席）"]),
        ("夏粮入库。\n范启明陆敏", ["范启明", "陆敏"], ["夏粮入库。"]),
        ("夏粮入库。谢谢您", [], ["夏粮入库。谢谢您"]),
        ("夏粮入库。高新区", [], ["夏粮入库。高新区"]),
        ("夏粮入库。徐家沟", [], ["夏粮入库。徐家沟"]),
        ("夏粮入库。郑师傅", [], ["夏粮入库。郑师傅"]),
        ("“夏粮入库了。”罗波说", [], ["“夏粮入库了。”罗波说"]),
        ("“夏粮入库了。”罗志坚", ["罗志坚"], ["“夏粮入库了。”"]),
        ("夏粮入库。\n“土专家”罗志坚", [], ["夏粮入库。", "“土专家”罗志坚"]),
        (
            "获奖的有：\n　　县水利局技术员罗成\n　　石桥镇村民何青\n　　县农业局陆敏",
            [],
            ["获奖的有：", "县水利局技术员罗成", "石桥镇村民何青", "县农业局陆敏"],
        ),
        ("夏粮入库。\n县农业局陆敏", ["陆敏"], ["夏粮入库。"]),
        (
            "夏粮入库。\n县农业局陆敏\n县林业局何青\n县一中罗成",
            [],
            ["夏粮入库。", "县农业局陆敏", "县林业局何青", "县一中罗成"],
        ),
        ("粮站。本报记者\n俞士林 摄", ["俞士林"], ["粮站。"]),
        ("夏粮入库。\n离休干部王海", [], ["夏粮入库。", "离休干部王海"]),
        ("夏粮入库。\n县文化馆干部王海", [], ["夏粮入库。", "县文化馆干部王海"]),
        ("夏粮入库。\n县石桥乡贾家庄", [], ["夏粮入库。", "县石桥乡贾家庄"]),
        ("夏粮入库。\n图文：县科协陆敏", ["陆敏"], ["夏粮入库。"]),
        ("夏粮入库。记者何青", ["何青"], ["夏粮入库。"]),
        ("夏粮入库。 罗志坚", ["罗志坚"], ["夏粮入库。"]),
        ("夏粮入库。 石桥村", [], ["夏粮入库。 石桥村"]),
        ("夏粮入库。 全文完", [], ["夏粮入库。 全文完"]),
        ("夏粮入库。（石桥市委文明办罗志坚 石桥市红十字会）", ["罗志坚"], ["夏粮入库。"]),
        ("夏粮入库。（县委宣传部罗志坚 何青山）", ["罗志坚", "何青山"], ["夏粮入库。"]),
        ("夏粮入库。（柳河镇石桥村）", [], ["夏粮入库。（柳河镇石桥村）"]),
        ("夏粮入库。\n文章作者：罗志坚 沈唐/编辑：钱进", ["罗志坚", "沈唐"], ["夏粮入库。"]),
        ("夏粮入库。\n青石晚报/白马新闻见习记者 梅方青", ["梅方青"], ["夏粮入库。"]),
        ("记者 何青\n夏粮入库。", [], ["记者 何青", "夏粮入库。"]),
        ("夏粮入库。(完)", [], ["夏粮入库。(完)"]),
        ("", [], []),
    ],
)
def test_closing_bylines_are_taken(text, names, left):
    source = Source(text)
    taken = take_closing_bylines(source, source.lines())
    assert [byline.name for byline in taken.bylines] == names
    assert cut_lines(source, taken.lines) == left


@pytest.mark.parametrize(
    ("text", "names", "left"),
    [
        ("记者 何青\n夏粮入库。", ["何青"], ["夏粮入库。"]),
        ("（记者 何青 通讯员 罗大川）7月8日,夏粮入库。", ["何青", "罗大川"], ["7月8日,夏粮入库。"]),
        ("记者何青报道：夏粮入库。", ["何青"], ["夏粮入库。"]),
        ("（记者 何青 通讯员 罗峰刘广亮）夏粮入库。", ["何青", "罗峰", "刘广亮"], ["夏粮入库。"]),
        ("（记者 何青 通讯员 呼和巴特尔）夏粮入库。", ["何青", "呼和巴特尔"], ["夏粮入库。"]),
        ("□ 石川", ["石川"], []),
        ("□最青阳全媒体记者 何青", ["何青"], []),
        ("（节选）夏粮入库。", [], ["（节选）夏粮入库。"]),
        ("夏粮入库。记者 何青", [], ["夏粮入库。记者 何青"]),
    ],
)
def test_opening_bylines_are_taken(text, names, left):
    source = Source(text)
    taken = take_opening_bylines(source, source.lines())
    assert [byline.name for byline in taken.bylines] == names
    assert cut_lines(source, taken.lines) == left


def test_editors_below_each_other_are_no_list_of_people():
    labels = ("一审一校：林小满", "二审二校：晏文", "三审三校：罗大川")
    source = Source("\n".join(("夏粮入库。", "文字：何青", *labels)))
    taken = take_closing_bylines(source, source.lines())
    assert ([one.name for one in taken.bylines], taken.credits) == (["何青"], labels)


def test_names_below_the_heading_of_a_list_are_no_byline():
    source = Source("夏粮入库。\n先进工作者（3人）：\n林小满　何　青　罗大川")
    taken = take_closing_bylines(source, source.lines())
    assert taken.bylines == ()


@pytest.mark.parametrize(
    "text",
    [
        "师傅说了三个字：\n马虎不",
        "请记住这几个名字：\n\n何青山\n李卫东",
        "大赛揭晓。\n优秀指导教师\n何丽华 马志强",
    ],
)
def test_names_that_the_text_above_tells_of_are_no_byline(text):
    source = Source(text)
    taken = take_closing_bylines(source, source.lines())
    assert taken.bylines == ()


def test_writers_stand_below_where_a_story_comes_from():
    source = Source("水渠通了水。\n来源丨石桥县融媒体中心\n记者丨何丽华 马志强")
    taken = take_closing_bylines(source, source.lines())
    assert [one.name for one in taken.bylines] == ["何丽华", "马志强"]


def test_text_behind_the_brackets_is_no_name():
    source = Source("（见习记者 林小满）今天下午，储能")
    taken = take_opening_bylines(source, source.lines(), is_marked=True)
    assert [byline.name for byline in taken.bylines] == ["林小满"]
    assert cut_lines(source, taken.lines) == ["今天下午，储能"]


def test_words_of_a_byline_are_kept_as_edits():
    source = Source("夏粮入库。(记者 何青 摄)")
    taken = take_closing_bylines(source, source.lines())
    assert [edit.removed.strip() for edit in taken.edits] == ["(记者", "摄)"]


def test_name_printed_twice_is_one_person():
    source = Source("文/何青 图/何青")
    bylines, edits = merge_repeated(source, read_byline(source, whole(source.text)))
    assert people(bylines) == [("何青", "", BOTH)]
    assert [edit.removed for edit in edits] == ["何青"]


def test_names_alone_are_a_byline_at_the_ends_of_a_story_only():
    source = Source("林小满 何青\n麦子熟了。")
    assert people(take_opening_bylines(source, source.lines()).bylines) == [
        ("林小满", "", WORDS),
        ("何青", "", WORDS),
    ]
    assert read_byline(source, source.lines()[0]) == ()


def test_byline_below_an_editors_note_is_taken():
    source = Source(
        "编者按:麦收开始了。\n\n本报记者 林小满\n\n麦子熟了。（通讯员 何青）\n相关链接。"
    )
    taken = take_inner_bylines(source, source.lines())
    assert [byline.name for byline in taken.bylines] == ["林小满", "何青"]
    assert cut_lines(source, taken.lines) == ["编者按:麦收开始了。", "麦子熟了。", "相关链接。"]


@pytest.mark.parametrize(
    "text",
    [
        "县电视台通讯员何青的报道，引来许多人。",
        "县电视台通讯员何青的报道：《井水清了》。",
        "新华社记者何青曾报道，杨树村的井干了三年。",
        "记者何青也报道，杨树村的井干了三年。",
        "记者何青多次报道，杨树村的井干了三年。",
        "记者何青也报道：《井水清了》。",
        "县电视台连续报道：《井水清了》。",
        "县电视台何青的报道：《井水清了》。",
        "听县广播站何青报道：“井水清了。”",
        "王红的报道：《井水清了》。",
    ],
)
@pytest.mark.parametrize("is_marked", [False, True])
def test_sentence_that_tells_of_a_report_names_no_writer(text, is_marked):
    source = Source(text)
    taken = take_opening_bylines(source, source.lines(), is_marked=is_marked)
    assert taken.bylines == ()
    assert cut_lines(source, taken.lines) == [text]


@pytest.mark.parametrize("text", ["记者何青也报道", "（记者何青也报道）", "（何青也报道）"])
def test_line_that_tells_of_a_report_names_no_writer(text):
    source = Source(f"井水清了。\n\n{text}")
    assert take_closing_bylines(source, source.lines()).bylines == ()


@pytest.mark.parametrize("text", ["记者何守正报道", "（记者何守正报道）"])
def test_a_name_may_end_as_an_adverb_does(text):
    source = Source(f"井水清了。\n\n{text}")
    taken = take_closing_bylines(source, source.lines())
    assert [byline.name for byline in taken.bylines] == ["何守正"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("县委宣传部通讯员何青报道：", [("何青", "县委宣传部通讯员", WORDS)]),
        (
            "县委报道组何青、林小满报道：",
            [("何青", "县委报道组", WORDS), ("林小满", "县委报道组", WORDS)],
        ),
        ("县广播站何青报道：", [("何青", "县广播站", WORDS)]),
        ("柳河县电视台林小满报道：", [("林小满", "柳河县电视台", WORDS)]),
    ],
)
def test_writers_of_another_body_are_read_before_a_colon(words, expected):
    source = Source(f"{words}昨日，夏粮入库。")
    taken = take_opening_bylines(source, source.lines())
    assert people(taken.bylines) == expected
    assert cut_lines(source, taken.lines) == ["昨日，夏粮入库。"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("央视记者林小满报道，井水清了。", "林小满"),
        ("柳河日报记者林小满报道：井水清了。", "林小满"),
        ("记者王也报道，井水清了。", "王也"),
        ("记者何守正撰文 井水清了。", "何守正"),
        ("记者何守正报道：井水清了。", "何守正"),
    ],
)
def test_writers_of_a_house_are_read_before_the_word_for_a_report(text, name):
    source = Source(text)
    taken = take_opening_bylines(source, source.lines())
    assert [byline.name for byline in taken.bylines] == [name]


def test_items_of_a_column_may_each_be_signed():
    source = Source(
        "▲麦子熟了。（何青）\n\n▲稻子绿了（一期）。\n\n▲路通了。（罗川 摄）\n\n▲灯亮了。"
    )
    taken = take_inner_bylines(source, source.lines())
    assert [byline.name for byline in taken.bylines] == ["何青"]
    assert cut_lines(source, taken.lines)[:2] == ["▲麦子熟了。", "▲稻子绿了（一期）。"]


@pytest.mark.parametrize("text", ["（作者单位：柳河县委党校）", "作者单位：柳河县委党校"])
def test_where_a_writer_works_is_a_credit(text):
    source = Source(f"麦子熟了。\n\n{text}")
    taken = take_closing_bylines(source, source.lines())
    assert (taken.bylines, taken.credits) == ((), ("作者单位：柳河县委党校",))


def test_the_format_tells_that_a_name_which_is_a_word_is_the_writer():
    source = Source("高峰")
    assert [one.name for one in read_byline(source, Line(0, 2, role="byline"))] == ["高峰"]
    assert read_byline(source, Line(0, 2)) == ()


def test_a_line_is_read_anew_where_it_is_known_to_be_a_byline():
    source = Source("石桥 何处")
    line = source.line(0, 5)
    assert read_byline(source, line) == ()
    told = read_byline(source, Line(0, 5, role="byline"))
    assert [one.name for one in told] == ["石桥", "何处"]
    assert read_byline(source, line) == ()


@pytest.mark.parametrize(
    ("signed", "names"),
    [
        ("\n\n余　音", ["余音"]),
        ("\n\n余音", []),
        ("\n\n春　草", []),
        ("（余音）", ["余音"]),
        ("”（江河）", []),
        ("（江　河）", ["江河"]),
        ("（春　草）", ["春草"]),
        ("（春草）", ["春草"]),
        *((f"（{word}）", []) for word in ("掌声", "音乐", "众笑", "合唱", "散文", "下同")),
        ("（见图）", []),
        ("（待　续）", []),
        ("（资料）", []),
        ("\n\n敬　礼", []),
        ("\n\n此致\n\n敬　礼", []),
    ],
)
def test_word_set_as_a_name_below_the_text_is_a_pen_name(signed, names):
    source = Source(f"少盖一个章，多引一方商。{signed}")
    taken = take_closing_bylines(source, source.lines())
    assert [byline.name for byline in taken.bylines] == names
    assert "".join(cut_lines(source, taken.lines)).startswith("少盖一个章，多引一方商。")


def test_word_in_brackets_is_no_name_where_no_sentence_ends_before_it():
    source = Source("渠水流过田边，就是这条渠（余音）")
    assert take_closing_bylines(source, source.lines()).bylines == ()


def test_name_alone_is_none_where_its_end_makes_a_word_with_the_line_below():
    source = Source("\n连日暴\n\n雨下个不停。\n\n渠水漫到田头。")
    assert take_opening_bylines(source, source.lines(), is_marked=True).bylines == ()
    source = Source("\n连日升\n\n夏粮入库。\n\n渠水漫到田头。")
    taken = take_opening_bylines(source, source.lines(), is_marked=True)
    assert [byline.name for byline in taken.bylines] == ["连日升"]


@pytest.mark.parametrize("label", ["编 辑：", "编　辑：", "【编辑】", "【编 辑】"])
def test_editors_with_their_labels_set_wide_or_in_brackets_are_credits(label):
    checkers = ("一 审：陆　敏", "审 核：周可新", "总策划：何 青")
    source = Source("\n".join(("夏粮全部入库。", "", f"{label}林小满", *checkers)))
    taken = take_closing_bylines(source, source.lines())
    assert taken.credits == (f"{label}林小满", *checkers)
    assert cut_lines(source, taken.lines) == ["夏粮全部入库。"]


def test_writers_with_their_labels_in_brackets_are_taken_at_the_end():
    source = Source("夏粮全部入库。\n\n【记者】林小满\n【 通讯员】何青青 陆敏\n【编辑】周可新")
    taken = take_closing_bylines(source, source.lines())
    assert [one.name for one in taken.bylines] == ["林小满", "何青青", "陆敏"]
    assert taken.credits == ("【编辑】周可新",)


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("（徐小娇）报道，", "徐小娇"),
        ("(记者 何青)报道：", "何青"),
        ("记者 何青 报导：", "何青"),
    ],
)
def test_the_word_for_a_report_behind_the_writers_is_taken_with_them(head, name):
    source = Source(f"{head}夏粮全部入库。")
    taken = take_opening_bylines(source, source.lines(), is_marked=True)
    assert [one.name for one in taken.bylines] == [name]
    assert cut_lines(source, taken.lines) == ["夏粮全部入库。"]


def test_a_report_that_the_text_tells_of_is_not_taken_with_the_writers():
    source = Source("（记者 何青）报道文学研讨会开幕。")
    taken = take_opening_bylines(source, source.lines(), is_marked=True)
    assert cut_lines(source, taken.lines) == ["报道文学研讨会开幕。"]
