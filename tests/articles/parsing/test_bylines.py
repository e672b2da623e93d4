import pytest

from articles.parsing.byline_shares import merge_repeated
from articles.parsing.bylines import (
    read_byline,
    split_credit,
    take_closing_bylines,
    take_inner_bylines,
    take_opening_bylines,
)
from articles.parsing.source import Line, Source

WORDS, PICTURES, BOTH = ("文",), ("图",), ("文", "图")

BYLINES = [
    ("通讯员 炉火", [("炉火", "通讯员", WORDS)]),
    ("（记\n者 林小满）", [("林小满", "记者", WORDS)]),
    ("本报记者 半夏 通讯员 茉莉", [("半夏", "本报记者", WORDS), ("茉莉", "通讯员", WORDS)]),
    ("本报记者 调查", []),
    ("（记者林小满通讯员何小青）", [("林小满", "记者", WORDS), ("何小青", "通讯员", WORDS)]),
    (
        "（记者林小满陆敏通讯员何青）",
        [("林小满", "记者", WORDS), ("陆敏", "记者", WORDS), ("何青", "通讯员", WORDS)],
    ),
    ("记者 乌云其木格 通讯员 巴特尔", [("乌云其木格", "记者", WORDS), ("巴特尔", "通讯员", WORDS)]),
    ("□ 方　向", [("方向", "", WORDS)]),
    ("■青竹", [("青竹", "", WORDS)]),
    ("（石桥镇政府 林小满 何青）", [("林小满", "", WORDS), ("何青", "", WORDS)]),
    ("讲述人：林小满 整理：何青", []),
    ("（石桥村 读者 岑有木）", [("岑有木", "读者", WORDS)]),
    ("（石桥乡读者 郎中青）", [("郎中青", "石桥乡读者", WORDS)]),
    ("记者 林小满", [("林小满", "记者", WORDS)]),
    ("记者　林小满", [("林小满", "记者", WORDS)]),
    ("记者：林小满", [("林小满", "记者", WORDS)]),
    ("记者林小满", [("林小满", "记者", WORDS)]),
    ("本报记者 林小满", [("林小满", "本报记者", WORDS)]),
    ("记者 林小满 文/图", [("林小满", "记者", BOTH)]),
    ("记者 林小满文/图", [("林小满", "记者", BOTH)]),
    ("记者 林小满 图/文", [("林小满", "记者", BOTH)]),
    ("记者 林小满 摄影报道", [("林小满", "记者", BOTH)]),
    ("记者 林小满 摄", [("林小满", "记者", PICTURES)]),
    ("林小满 摄", [("林小满", "", PICTURES)]),
    ("记者 林小满 沈一鸣", [("林小满", "记者", WORDS), ("沈一鸣", "记者", WORDS)]),
    ("记者 林小满、沈一鸣", [("林小满", "记者", WORDS), ("沈一鸣", "记者", WORDS)]),
    ("通讯员 何青 罗大川", [("何青", "通讯员", WORDS), ("罗大川", "通讯员", WORDS)]),
    ("本报记者 林小满 通讯员 何青", [("林小满", "本报记者", WORDS), ("何青", "通讯员", WORDS)]),
    ("记者 何　青", [("何青", "记者", WORDS)]),
    (
        "记者 何　青 林小满 罗　川",
        [("何青", "记者", WORDS), ("林小满", "记者", WORDS), ("罗川", "记者", WORDS)],
    ),
    ("记者 林小满 文 沈一鸣 图", [("林小满", "记者", WORDS), ("沈一鸣", "记者", PICTURES)]),
    ("记者 林小满/文 沈一鸣/图", [("林小满", "记者", WORDS), ("沈一鸣", "记者", PICTURES)]),
    ("文/林小满 图/沈一鸣", [("林小满", "", WORDS), ("沈一鸣", "", PICTURES)]),
    ("文/图 记者 林小满", [("林小满", "记者", BOTH)]),
    ("文图/林小满", [("林小满", "", BOTH)]),
    ("（记者 林小满 实习生 何青）", [("林小满", "记者", WORDS), ("何青", "实习生", WORDS)]),
    ("(全媒体记者 林小满)", [("林小满", "全媒体记者", WORDS)]),
    ("（林小满 何青）", [("林小满", "", WORDS), ("何青", "", WORDS)]),
    ("记者 欧阳明远 通讯员 司马青", [("欧阳明远", "记者", WORDS), ("司马青", "通讯员", WORDS)]),
    (
        "融媒体记者 林小满 通讯员 何青 文/图",
        [("林小满", "融媒体记者", BOTH), ("何青", "通讯员", BOTH)],
    ),
    ("撰文 林小满 摄影 沈一鸣", [("林小满", "", WORDS), ("沈一鸣", "", PICTURES)]),
    (
        "娜布其玛 何青 文　林小满 摄",
        [("娜布其玛", "", WORDS), ("何青", "", WORDS), ("林小满", "", PICTURES)],
    ),
    ("记者 文静", [("文静", "记者", WORDS)]),
    ("陆小梅/文 甘志文/图", [("陆小梅", "", WORDS), ("甘志文", "", PICTURES)]),
    ("记者刘学文摄", [("刘学文", "记者", PICTURES)]),
    ("（石桥镇 林小满）", [("林小满", "", WORDS)]),
    ("（宣传部 林小满）", [("林小满", "", WORDS)]),
    ("通讯员 阿依古丽·买买提", [("阿依古丽·买买提", "通讯员", WORDS)]),
    ("云岭县融媒体中心记者 林小满", [("林小满", "云岭县融媒体中心记者", WORDS)]),
    (
        "全媒体记者:林小满 沈一鸣",
        [("林小满", "全媒体记者", WORDS), ("沈一鸣", "全媒体记者", WORDS)],
    ),
    ("◎云岭日报全媒体记者 林小满", [("林小满", "云岭日报全媒体记者", WORDS)]),
    ("本报首席记者 林小满", [("林小满", "本报首席记者", WORDS)]),
    ("摄影记者 何青", [("何青", "摄影记者", PICTURES)]),
    ("记者 林小满 文 / 图", [("林小满", "记者", BOTH)]),
    ("记者 林小满 摄影 何青", [("林小满", "记者", WORDS), ("何青", "记者", PICTURES)]),
    ("文字：林小满　摄影：何青", [("林小满", "", WORDS), ("何青", "", PICTURES)]),
    ("文|林小满 图|何青", [("林小满", "", WORDS), ("何青", "", PICTURES)]),
    ("记者林小满 通讯员何青", [("林小满", "记者", WORDS), ("何青", "通讯员", WORDS)]),
    ("通讯员 何青（区税务局）", [("何青", "通讯员", WORDS)]),
    ("（区税务局 何青）", [("何青", "", WORDS)]),
    ("■ 林小满 何青", [("林小满", "", WORDS), ("何青", "", WORDS)]),
    ("记者 何青 通讯员 其其格", [("何青", "记者", WORDS), ("其其格", "通讯员", WORDS)]),
    ("通讯员 龙·玛依", [("龙·玛依", "通讯员", WORDS)]),
    ("记者 呼和巴特尔", [("呼和巴特尔", "记者", WORDS)]),
    ("记者/林小满　摄影/何青", [("林小满", "记者", WORDS), ("何青", "", PICTURES)]),
    ("文/记者 林小满 图/何青", [("林小满", "记者", WORDS), ("何青", "", PICTURES)]),
    ("记者 文/林小满 图/何青", [("林小满", "记者", WORDS), ("何青", "记者", PICTURES)]),
    ("记者 林小满 摄影 何青 报道", [("林小满", "记者", WORDS), ("何青", "记者", PICTURES)]),
    ("县报道组 林小满 记者 何青", [("林小满", "县报道组", WORDS), ("何青", "记者", WORDS)]),
    ("（作者:林小满）", [("林小满", "作者", WORDS)]),
    ("记者林小满沈一鸣", [("林小满", "记者", WORDS), ("沈一鸣", "记者", WORDS)]),
    (
        "记者 敖云 通讯员 白音查干 文 乌仁 摄",
        [("敖云", "记者", WORDS), ("白音查干", "通讯员", WORDS), ("乌仁", "通讯员", PICTURES)],
    ),
    ("2024-03-09 记者：林小满", [("林小满", "记者", WORDS)]),
    ("来源：云岭日报 作者：林小满 时间：2024-03-09", [("林小满", "作者", WORDS)]),
    ("2024-03-09 10:34:44  来源：云岭新闻网  作者：林小满", [("林小满", "作者", WORDS)]),
    ("时间：2024年3月9日 作者：林小满 点击：88", [("林小满", "作者", WORDS)]),
    ("（区融媒体中心记者林小满）", [("林小满", "区融媒体中心记者", WORDS)]),
    ("（记者 林小满 通讯员 区妇联）", [("林小满", "记者", WORDS)]),
    (
        "通讯员：何青（县教育局）、林小满（县一中）",
        [("何青", "通讯员", WORDS), ("林小满", "通讯员", WORDS)],
    ),
    ("本版图片均由本报记者 林小满 摄", [("林小满", "本报记者", PICTURES)]),
    ("本报记者 林小满 青岛报道", [("林小满", "本报记者", WORDS)]),
    ("记者 林小满 发自柳河", [("林小满", "记者", WORDS)]),
    ("（罗布 次仁卓嘎）", [("罗布", "", WORDS), ("次仁卓嘎", "", WORDS)]),
    ("（特派记者 邛崃 幸福）", [("邛崃", "特派记者", WORDS), ("幸福", "特派记者", WORDS)]),
    (
        "（通讯员 何青 林小满 文 / 摄影 罗川）",
        [("何青", "通讯员", WORDS), ("林小满", "通讯员", WORDS), ("罗川", "通讯员", PICTURES)],
    ),
]

CREDITS = [
    ("实习编辑：林小满 值班编委：何青", [], ["实习编辑：林小满", "值班编委：何青"]),
    ("一审一校：林小满 二审二校：何青", [], ["一审一校：林小满", "二审二校：何青"]),
    ("责任编辑 林小满", [], ["责任编辑 林小满"]),
    ("编辑:何青 罗大川", [], ["编辑:何青 罗大川"]),
    ("责编：林小满 校对：何青", [], ["责编：林小满", "校对：何青"]),
    ("记者 林小满 编辑 何青", ["林小满"], ["编辑 何青"]),
    ("（记者 林小满）（图片由县文旅局提供）", ["林小满"], ["图片由县文旅局提供"]),
    ("记者 林小满 图片由受访者提供", ["林小满"], ["图片由受访者提供"]),
    ("本文图片均由云岭公司提供", [], ["本文图片均由云岭公司提供"]),
    ("县融媒体中心供图", [], ["县融媒体中心供图"]),
    ("来源：云岭县融媒体中心", [], ["来源：云岭县融媒体中心"]),
    ("（综合整理）", [], ["综合整理"]),
    ("（本报评论员）", [], ["本报评论员"]),
    ("文/林小满 视频/何青", ["林小满"], ["视频/何青"]),
    ("来源丨云岭县融媒体中心", [], ["来源丨云岭县融媒体中心"]),
    ("口述：林小满 整理：何青", [], ["口述：林小满", "整理：何青"]),
    ("（据《云岭日报》）", [], ["据《云岭日报》"]),
    ("（据新华社北京3月24日电）", [], ["据新华社北京3月24日电"]),
    ("（作者系县委党校教师）", [], ["作者系县委党校教师"]),
    ("本报评论员", [], ["本报评论员"]),
    ("来源：区教育局 浏览次数：126 字号：大 中 小", [], ["来源：区教育局"]),
]

NOT_BYLINES = [
    "记者：丢过书吗?",
    "记者",
    "记者 从区住建局获悉",
    "记者从现场看到",
    "记者手记",
    "记者观察",
    "来源",
    "（注：数据截至六月底）",
    "（节选）",
    "安全生产 人人有责",
    "（完）",
    "（系统升级中）",
    "本网讯（上接第一版）",
    "县科协 云岭县科普站 供稿",
    "（高清）",
    "林小满",
    "通讯员队伍建设",
    "会议强调,要抓好落实。",
    "",
]


def whole(text):
    return Line(0, len(text))


def people(bylines):
    return [(byline.name, byline.capacity, byline.contributions) for byline in bylines]


def cut_lines(source, lines):
    return [source.cut(line) for line in lines if not line.is_blank]


@pytest.mark.parametrize(("text", "expected"), BYLINES)
def test_byline_is_read(text, expected):
    assert people(read_byline(Source(text), whole(text))) == expected


@pytest.mark.parametrize("text", NOT_BYLINES)
def test_other_words_are_no_byline(text):
    assert read_byline(Source(text), whole(text)) == ()


@pytest.mark.parametrize(
    ("text", "names", "left"),
    [
        ("夏粮入库。\n\n记者 何青", ["何青"], ["夏粮入库。"]),
        ("夏粮入库。\n记者 何青\n通讯员 罗大川", ["何青", "罗大川"], ["夏粮入库。"]),
        ("夏粮入库。(记者 何青)", ["何青"], ["夏粮入库。"]),
        ("“夏粮入库。”(何青)", ["何青"], ["“夏粮入库。”"]),
        ("夏粮入库。　　记者 何青", ["何青"], ["夏粮入库。"]),
        ("夏粮入库。记者何青", ["何青"], ["夏粮入库。"]),
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
        ("□ 石川", ["石川"], []),
        ("（节选）夏粮入库。", [], ["（节选）夏粮入库。"]),
        ("夏粮入库。记者 何青", [], ["夏粮入库。记者 何青"]),
    ],
)
def test_opening_bylines_are_taken(text, names, left):
    source = Source(text)
    taken = take_opening_bylines(source, source.lines())
    assert [byline.name for byline in taken.bylines] == names
    assert cut_lines(source, taken.lines) == left


def test_whoever_reported_may_stand_before_the_word_alone():
    source = Source("罗大川报道：昨日，夏粮入库。")
    taken = take_opening_bylines(source, source.lines(), is_marked=True)
    assert [byline.name for byline in taken.bylines] == ["罗大川"]
    assert cut_lines(source, taken.lines) == ["昨日，夏粮入库。"]
    assert take_opening_bylines(source, source.lines()).bylines == ()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("记者何青，昨日，夏粮入库。", ["何青"]),
        ("记者 何青 通讯员 罗大川】昨日，夏粮入库。", ["何青", "罗大川"]),
        ("记者韦玉兰报道：昨日，夏粮入库。", ["韦玉兰"]),
        (
            "县广播电台记者韦玉兰、新华社记者罗川报道：昨日，夏粮入库。",
            ["韦玉兰", "罗川"],
        ),
        ("记者从县里获悉，昨日，夏粮入库。", []),
        ("记者节前夕，区委看望记者。", []),
        ("记者探店，吃了碗面。", []),
        ("记者何青日前，走进柳河镇。", []),
        ("作者何青，男，1958年生。", []),
        ("小记者何青，走进柳河镇。", []),
        ("记者何青，摄影罗川报道：夏粮入库。", []),
    ],
)
def test_writers_may_stand_behind_a_marker_without_brackets(text, names):
    source = Source(text)
    taken = take_opening_bylines(source, source.lines(), is_marked=True)
    assert [byline.name for byline in taken.bylines] == names
    assert cut_lines(source, taken.lines) == ["昨日，夏粮入库。" if names else text]


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("（记者 何青|通讯员 罗大川）", ["何青", "罗大川"]),
        ("（记者 何青 通|讯员 罗大川）", ["何青", "罗大川"]),
        ("（记者 何青 通讯员 罗大|川）", ["何青", "罗大川"]),
        ("（记者 欧阳|文静）", ["欧阳文静"]),
        ("（记|者何青）", ["何青"]),
    ],
)
def test_brackets_that_a_column_cut_are_read_as_one(text, names, line_end):
    cut = text.replace("|", line_end)
    opening = Source(f"{cut}7月8日,夏粮入库。")
    closing = Source(f"夏粮入库。{cut}")
    for source, taken, left in (
        (opening, take_opening_bylines(opening, opening.lines()), "7月8日,夏粮入库。"),
        (closing, take_closing_bylines(closing, closing.lines()), "夏粮入库。"),
    ):
        assert [byline.name for byline in taken.bylines] == names
        assert "".join(cut_lines(source, taken.lines)) == left
        places = [(one.source.start, one.source.end) for one in taken.bylines]
        printed = ["".join(source.text[start:end].split()) for start, end in places]
        assert printed == names


def test_brackets_cut_by_a_column_with_an_empty_line_after_it_are_read_as_one():
    source = Source("夏粮入库。（记者\n\n何青 通讯员 罗川）")
    taken = take_closing_bylines(source, source.lines())
    assert [(one.name, one.capacity) for one in taken.bylines] == [
        ("何青", "记者"),
        ("罗川", "通讯员"),
    ]
    assert cut_lines(source, taken.lines) == ["夏粮入库。"]


@pytest.mark.parametrize(
    "text", ["（以下简|称例会）夏粮入库。", "夏粮入库（含早|稻）。", "（记者|夏粮入库。"]
)
def test_other_brackets_that_a_column_cut_stay_in_the_text(text):
    source = Source(text.replace("|", "\n"))
    for take in (take_opening_bylines, take_closing_bylines):
        taken = take(source, source.lines())
        assert taken.lines == tuple(source.lines())


def test_names_below_the_heading_of_a_list_are_no_byline():
    source = Source("夏粮入库。\n先进工作者（3人）：\n林小满　何　青　罗大川")
    taken = take_closing_bylines(source, source.lines())
    assert taken.bylines == ()


def test_text_behind_the_brackets_is_no_name():
    source = Source("（见习记者 林小满）今天下午，储能")
    taken = take_opening_bylines(source, source.lines(), is_marked=True)
    assert [byline.name for byline in taken.bylines] == ["林小满"]
    assert cut_lines(source, taken.lines) == ["今天下午，储能"]


def test_brackets_after_a_marker_name_the_writers_whoever_they_are():
    source = Source("（阿都日以 沙马石古）夏粮入库。")
    taken = take_opening_bylines(source, source.lines(), is_marked=True)
    assert [byline.name for byline in taken.bylines] == ["阿都日以", "沙马石古"]
    assert take_opening_bylines(source, source.lines()).bylines == ()


def test_words_of_a_byline_are_kept_as_edits():
    source = Source("夏粮入库。(记者 何青 摄)")
    taken = take_closing_bylines(source, source.lines())
    assert [edit.removed.strip() for edit in taken.edits] == ["(记者", "摄)"]


def test_name_printed_twice_is_one_person():
    source = Source("文/何青 图/何青")
    bylines, edits = merge_repeated(source, read_byline(source, whole(source.text)))
    assert people(bylines) == [("何青", "", BOTH)]
    assert [edit.removed for edit in edits] == ["何青"]


@pytest.mark.parametrize(
    ("caption", "text", "credit"),
    [
        ("村民在晒场翻晒稻谷。 何青 摄", "村民在晒场翻晒稻谷。", "何青"),
        ("村民在晒场翻晒稻谷。何青 摄", "村民在晒场翻晒稻谷。", "何青"),
        ("村民在晒场翻晒稻谷。何青摄", "村民在晒场翻晒稻谷。", "何青"),
        ("村民在晒场翻晒稻谷。（何青 摄）", "村民在晒场翻晒稻谷。", "何青"),
        ("村民在晒场翻晒稻谷(记者 何青 摄)", "村民在晒场翻晒稻谷", "何青"),
        ("村民在晒场翻晒稻谷 记者 何青 摄", "村民在晒场翻晒稻谷", "何青"),
        ("村民在晒场翻晒稻谷。何青 罗大川 摄", "村民在晒场翻晒稻谷。", "何青 罗大川"),
        ("何青 摄", "", "何青"),
        ("村民在晒场翻晒稻谷。", "村民在晒场翻晒稻谷。", ""),
        ("村民在晒场翻晒稻谷。资料图", "村民在晒场翻晒稻谷。资料图", ""),
        ("", "", ""),
    ],
)
def test_credit_is_split_off_a_caption(caption, text, credit):
    source = Source(caption)
    parts = split_credit(source, whole(caption))
    assert [source.cut(part) for part in parts] == [text, credit]


@pytest.mark.parametrize(("text", "names", "credits"), CREDITS)
def test_editors_and_givers_are_credits(text, names, credits):
    taken = take_closing_bylines(Source(text), [whole(text)])
    assert [byline.name for byline in taken.bylines] == names
    assert list(taken.credits) == credits
    kept = "".join([*names, *(edit.removed for edit in taken.edits)])
    assert sorted("".join(kept.split())) == sorted("".join(text.split()))


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
