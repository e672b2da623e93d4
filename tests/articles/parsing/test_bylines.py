import pytest

from articles.parsing.bylines import (
    merge_repeated,
    read_byline,
    split_credit,
    take_closing_bylines,
    take_opening_bylines,
)
from articles.parsing.source import Line, Source

WORDS, PICTURES, BOTH = ("文",), ("图",), ("文", "图")

BYLINES = [
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
    ("记者 文静", [("文静", "记者", WORDS)]),
    ("通讯员 阿依古丽·买买提", [("阿依古丽·买买提", "通讯员", WORDS)]),
    ("云岭县融媒体中心记者 林小满", [("林小满", "云岭县融媒体中心记者", WORDS)]),
    ("责任编辑 林小满", [("林小满", "责任编辑", ())]),
]

NOT_BYLINES = [
    "记者",
    "记者 从区住建局获悉",
    "记者从现场看到",
    "（完）",
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
        ("（节选）夏粮入库。", [], ["（节选）夏粮入库。"]),
        ("夏粮入库。记者 何青", [], ["夏粮入库。记者 何青"]),
    ],
)
def test_opening_bylines_are_taken(text, names, left):
    source = Source(text)
    taken = take_opening_bylines(source, source.lines())
    assert [byline.name for byline in taken.bylines] == names
    assert cut_lines(source, taken.lines) == left


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
