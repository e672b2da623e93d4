from dataclasses import replace
from datetime import date

import pytest

from articles.parsing.photos import photographers, picture_files, take_captions, take_photos
from articles.parsing.pipeline import parse_page
from articles.parsing.source import Source


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("![麦收时节。 何青 摄](wheat.jpg)", ("wheat.jpg", "麦收时节。", "何青")),
        ("![麦收时节（何青 摄）](a/wheat.jpg)", ("a/wheat.jpg", "麦收时节", "何青")),
        ("![麦收时节。 何　青 摄](wheat.jpg)", ("wheat.jpg", "麦收时节。", "何青")),
        ("![](wheat.jpg)", ("wheat.jpg", "", "")),
        ("![麦收[一]](wheat (1).jpg)", ("wheat (1).jpg", "麦收[一]", "")),
        ("![]()", ("", "", "")),
    ],
)
def test_picture_line_is_taken(line, expected):
    source = Source(f"一\n{line}\n二")
    photos, _, lines, edits = take_photos(source, source.lines())
    assert [(one.file_name, one.caption, one.credit) for one in photos] == [expected]
    assert [source.cut(line) for line in lines] == ["一", "", "二"]
    assert [line.is_barrier for line in lines] == [False, True, False]
    accounted = "".join([*expected, *(edit.removed for edit in edits)])
    assert sorted("".join(accounted.split())) == sorted("".join(line.split()))


@pytest.mark.parametrize("gap", ["", " ", "　"])
def test_pictures_in_one_line_are_taken_one_by_one(gap):
    source = Source(f"一\n![麦收。 何青 摄](a.jpg){gap}![水渠。](b.jpg)\n二")
    photos, _, lines, _ = take_photos(source, source.lines())
    assert [(one.file_name, one.caption, one.credit) for one in photos] == [
        ("a.jpg", "麦收。", "何青"),
        ("b.jpg", "水渠。", ""),
    ]
    assert [source.cut(line) for line in lines if not line.is_blank] == ["一", "二"]


@pytest.mark.parametrize(
    ("line", "files"),
    [
        ("![麦收。](a.jpg)![水渠。](b.jpg)", ["a.jpg", "b.jpg"]),
        ("  ![麦收。](a (1).jpg)", ["a (1).jpg"]),
        ("![麦收。](a.jpg) 见上图", []),
        ("麦子熟了。", []),
    ],
)
def test_files_that_a_line_of_pictures_names(line, files):
    assert picture_files(line) == files


@pytest.mark.parametrize("line", ["![未完(wheat.jpg)", "见图 ![麦](wheat.jpg)", "[麦](wheat.jpg)"])
def test_other_line_is_left(line):
    source = Source(line)
    photos, _, lines, edits = take_photos(source, source.lines())
    assert (photos, [source.cut(line) for line in lines], edits) == ((), [line], ())


def test_picture_without_a_file_leaves_its_caption():
    source = Source("一\n![麦收时节。何青 摄](wheat.jpg)\n二\n![](park.jpg)")
    lines = [
        replace(line, role="caption") if source.text[line.start] == "!" else line
        for line in source.lines()
    ]
    photos, captions, left, edits = take_photos(source, lines)
    assert photos == ()
    assert [(one.text, one.is_caption) for one in captions] == [("麦收时节。何青 摄", True)]
    assert [source.cut(line) for line in left] == ["一", "", "二", ""]
    assert [edit.removed for edit in edits] == ["![", "](wheat.jpg)", "![](park.jpg)"]


def test_caption_without_a_picture_is_a_paragraph_of_its_own():
    source = Source("麦子\n\n图为柳河镇麦收。\n何青 摄\n\n熟了。")
    captions, lines = take_captions(source, source.lines())
    assert [(one.text, one.is_caption) for one in captions] == [("图为柳河镇麦收。 何青 摄", True)]
    assert [source.cut(line) for line in lines if not line.is_blank] == ["麦子", "熟了。"]


@pytest.mark.parametrize(
    ("text", "captions"),
    [
        (
            "麦子熟了。\n\n图说：柳河镇农机手收麦。何青 摄\n\n粮满仓。",
            ["图说：柳河镇农机手收麦。何青 摄"],
        ),
        (
            "麦子熟了。\n\n图为柳河镇农机手在田间收麦，\n一派丰收景象。（何青 摄）\n\n粮满仓。",
            ["图为柳河镇农机手在田间收麦，一派丰收景象。（何青 摄）"],
        ),
        (
            "麦子熟了。\n\n▲柳河镇农机手在田间驾驶\n收割机 何青 摄",
            ["▲柳河镇农机手在田间驾驶收割机 何青 摄"],
        ),
        ("▲ 村民在晒谷。 何青 摄\n\n麦子熟了，粮满仓。", ["▲ 村民在晒谷。 何青 摄"]),
        ("麦子熟了。\n\n◀ 村民在晒谷 何青 摄", ["◀ 村民在晒谷 何青 摄"]),
        (
            "图为柳河镇农机手在田\n间收麦，喜气洋洋\n何青 摄\n\n麦子熟了。",
            ["图为柳河镇农机手在田间收麦，喜气洋洋 何青 摄"],
        ),
        (
            "村民在收麦，\n喜气洋洋。何青 摄\n\n孩子在拾穗。何青 摄",
            ["村民在收麦，喜气洋洋。何青 摄", "孩子在拾穗。何青 摄"],
        ),
        # The text below a caption is not of it.
        (
            "图为柳河镇麦收\n全镇今年种麦一万亩，眼下已经收割过半，预计月底收完。",
            ["图为柳河镇麦收"],
        ),
        ("图为柳河镇麦收，\n　　全镇今年种麦一万亩。", ["图为柳河镇麦收，"]),
        (
            "瓜熟了。\n\n图为石桥村村民在瓜棚里采摘甜瓜供应县城的集市\n据种瓜的村民说，今年甜瓜长势好，\n都高兴。",
            ["图为石桥村村民在瓜棚里采摘甜瓜供应县城的集市"],
        ),
        (
            "图为石桥村村民在瓜棚里采摘甜瓜供应集市\n3月8日，村里的甜瓜上市，\n都高兴。何青 摄",
            [
                "图为石桥村村民在瓜棚里采摘甜瓜供应集市",
                "3月8日，村里的甜瓜上市，都高兴。何青 摄",
            ],
        ),
        (
            "麦子熟了。\n\n图为农技员在指导农户们查看\n今年新栽的果树。何青 摄",
            ["图为农技员在指导农户们查看今年新栽的果树。何青 摄"],
        ),
        # A comma, or a word in two, says that a caption goes on, with a credit or without.
        (
            "麦子熟了。\n\n图为石桥村村民驾驶收割机抢收小麦，\n孩子在田边拾穗。\n镇长说，粮满仓。",
            ["图为石桥村村民驾驶收割机抢收小麦，孩子在田边拾穗。"],
        ),
        (
            "麦子熟了。\n\n图为石桥村村民驾驶收割\n机抢收小麦\n\n粮满仓。",
            ["图为石桥村村民驾驶收割机抢收小麦"],
        ),
        # Nothing says where another without a credit ends.
        (
            "瓜熟了。\n\n图为石桥村村民在瓜棚里采摘甜瓜供应集市\n种瓜的村民说，长势好，\n都高兴。\n\n瓜甜。",
            ["图为石桥村村民在瓜棚里采摘甜瓜供应集市"],
        ),
    ],
)
def test_caption_that_print_broke_is_one(text, captions):
    source = Source(text)
    assert [one.text for one in take_captions(source, source.lines())[0]] == captions


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        (
            "瓜熟了。\n\n图为村民在瓜棚里采摘供应集市\n种瓜的村民说，长势好。",
            ["图为村民在瓜棚里采摘供应集市种瓜的村民说，长势好。"],
        ),
        ("瓜熟了。\n\n图为村民在采摘甜瓜\n\n种瓜的村民说，长势好。", []),
        ("瓜熟了。\n\n图为村民在采摘甜瓜\n　　种瓜的村民说，长势好。", []),
        ("瓜熟了。\n\n图为村民在采摘甜瓜。\n种瓜的村民说，长势好。", []),
        ("瓜熟了。\n\n图为村民在采摘甜瓜\n何青 摄\n种瓜的村民说，长势好。", []),
        ("瓜熟了。\n\n图为村民在采摘甜瓜\n据种瓜的村民说，长势好。", []),
    ],
)
def test_caption_that_may_go_on_is_doubted(text, quotes):
    (story,) = parse_page(f"# 甜瓜上市\n\n{text}", edition_date=date(2024, 3, 9)).stories
    found = [one for one in story.doubts if one.kind == "unfinished"]
    assert [one.quote for one in found] == quotes
    assert all(story.paragraphs[one.paragraph].is_caption for one in found)


def test_story_of_nothing_but_pictures_may_break_its_captions():
    source = Source("村民在瓜棚里\n采摘甜瓜\n何青 摄\n\n孩子在\n拾穗。\n何青 摄")
    captions, lines = take_captions(source, source.lines())
    assert [one.text for one in captions] == [
        "村民在瓜棚里采摘甜瓜 何青 摄",
        "孩子在拾穗。 何青 摄",
    ]
    assert all(line.is_blank for line in lines)


def test_sentence_that_runs_on_is_no_caption():
    source = Source("他展示的这幅\n图为柳河镇麦收。")
    assert take_captions(source, source.lines())[0] == ()


def test_story_of_nothing_but_pictures_has_captions_only():
    source = Source(
        "3月12日，志愿者在柳河镇种树。\n本报记者 何青 摄\n\n"
        "▲昨日，学生学用灭火器。 罗川 摄\n\n村民在剪纸。\n   王  丽摄"
    )
    captions, lines = take_captions(source, source.lines())
    assert [(one.text, one.is_caption) for one in captions] == [
        ("3月12日，志愿者在柳河镇种树。 本报记者 何青 摄", True),
        ("▲昨日，学生学用灭火器。 罗川 摄", True),
        ("村民在剪纸。 王  丽摄", True),
    ]
    assert all(line.is_blank for line in lines)


def test_picture_may_be_given_by_a_body():
    source = Source("村民在剪纸。\n何青 摄\n\n志愿者在种树。（柳河镇供图）")
    captions, _ = take_captions(source, source.lines())
    assert [one.text for one in captions] == [
        "村民在剪纸。 何青 摄",
        "志愿者在种树。（柳河镇供图）",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "麦子熟了。\n\n村民在收麦。\n何青 摄",
        "麦子熟了。何青 摄影报道",
        "村民在收麦。",
        "何青 摄",
        "",
    ],
)
def test_text_with_or_without_a_credit_is_no_page_of_pictures(text):
    source = Source(text)
    captions, lines = take_captions(source, source.lines())
    assert (captions, [source.cut(line) for line in lines]) == ((), text.split("\n"))


@pytest.mark.parametrize(
    "text",
    [
        "4月3日，村民在收麦。今年全镇种麦一万亩。 何青 摄",
        "6月9日，镇里赛龙舟。图为村民在加油。 本报记者 何青 摄",
        "9月10日，村民在晾晒粉条。 本报记者 何青 摄",
        "9月10日，村民在晾晒粉条。\n本报记者 何青 摄",
    ],
)
def test_a_story_of_one_caption_is_a_page_of_pictures_too(text):
    source = Source(text)
    captions, lines = take_captions(source, source.lines())
    assert [caption.text for caption in captions] == [text.replace("\n", " ")]
    assert not any(source.cut(line) for line in lines)


@pytest.mark.parametrize(
    "text",
    [
        "本报讯 4月3日，村民在收麦。 何青 摄",
        "本报讯（记者 罗川）4月3日，村民在收麦。\n何青 摄",
        "（记者 罗川）4月3日，村民在收麦。 何青 摄",
    ],
)
def test_news_with_its_marker_or_its_writer_is_no_caption(text):
    source = Source(text)
    assert take_captions(source, source.lines()) == ((), tuple(source.lines()))


def test_captions_in_a_row_may_begin_with_the_marker_of_news():
    source = Source("本报讯 4月3日，村民在收麦。何青 摄\n\n村民在晒麦。罗川 摄")
    captions, _ = take_captions(source, source.lines())
    assert [caption.text for caption in captions] == source.text.split("\n\n")


def test_caption_may_stand_in_brackets():
    source = Source("麦子熟了。\n\n（图为柳河镇麦收。）")
    captions, _ = take_captions(source, source.lines())
    assert [one.text for one in captions] == ["（图为柳河镇麦收。）"]


@pytest.mark.parametrize(
    ("text", "captions"),
    [
        ("麦子熟了。\n\n村民何大山在收麦。（何青 摄）", ["村民何大山在收麦。（何青 摄）"]),
        (
            "村民在收麦。（何青 摄）\n\n麦子熟了。\n\n孩子们在拾穗。（柳河镇供图）\n\n粮满仓。",
            ["村民在收麦。（何青 摄）", "孩子们在拾穗。（柳河镇供图）"],
        ),
        ("麦子熟了。\n\n村民在收麦。（图片由柳河镇提供）", ["村民在收麦。（图片由柳河镇提供）"]),
        # Seeds are given too, and amid a text nothing is taken that is not sure.
        ("麦子熟了。\n\n麦种由农技站送来，村民已经种下（县农技站提供）", []),
        ("麦子熟了。\n\n书都摆上了架（县图书馆提供）", []),
        ("麦子熟了。\n\n村里办了展览（老照片由村民提供）\n\n粮满仓。", []),
        # The end of a paragraph that a column cut, and texts whose writer took the pictures too.
        ("麦子熟了，村民\n\n在田里收麦。（何青 摄）", []),
        ("麦子熟了。\n\n村民在收麦。（何青 文/图）", []),
        ("麦子熟了。\n\n村民在收麦。（何青）", []),
        ("麦子熟了。\n\n（何青 摄）", []),
        # Without brackets, below a text that has ended: no mark, or one sentence.
        ("麦子熟了。\n村民何大山在收麦　本报记者罗川摄", ["村民何大山在收麦　本报记者罗川摄"]),
        ("麦子熟了。\n\n村民在新仓前合影。罗川 摄\n\n粮满仓。", ["村民在新仓前合影。罗川 摄"]),
        ("村民在写“丰收”。 罗川 摄\n\n麦子熟了。", ["村民在写“丰收”。 罗川 摄"]),
        (
            "麦子熟了。\n\n村民何大山（左二）在收麦。 记者 罗川 摄\n\n粮满仓。",
            ["村民何大山（左二）在收麦。 记者 罗川 摄"],
        ),
        ("麦子熟了。\n\n村民在收麦（5月3日摄）。罗川 摄", ["村民在收麦（5月3日摄）。罗川 摄"]),
        ("麦子熟了。\n\n今年是个丰收年！罗川 摄", ["今年是个丰收年！罗川 摄"]),
        ("麦子熟了。\n\n村民在收麦。（资料图片）\n\n粮满仓。", ["村民在收麦。（资料图片）"]),
        ("麦子熟了。\n\n他说：“种麦不亏。”罗川 摄", []),
        ("麦子熟了。\n\n村民种麦。全镇种麦一万亩。罗川 摄", []),
        ("麦子熟了，村民\n\n在新仓前合影。罗川 摄", []),
        ("麦子熟了。\n\n文/记者 罗川 摄", []),
        ("村民在收麦。（何青 摄）", ["村民在收麦。（何青 摄）"]),
        # Below who wrote the text.
        ("麦子熟了。\n\n本报记者 何青\n\n村民在收麦。罗川 摄", ["村民在收麦。罗川 摄"]),
        ("麦子熟了。\n\n文/记者 何青\n\n村民在收麦。（罗川 摄）", ["村民在收麦。（罗川 摄）"]),
        # Who gave it may be a body or a place, and is nobody's name.
        ("麦子熟了。\n\n村民在收麦。 石桥村 供图", ["村民在收麦。 石桥村 供图"]),
        ("麦子熟了。\n\n村民在收麦。县融媒体中心供图", ["村民在收麦。县融媒体中心供图"]),
        ("麦子熟了。\n\n村民种麦。全镇种麦一万亩。县融媒体中心供图", []),
        ("麦子熟了，村民\n\n在田里收麦。县融媒体中心供图", []),
    ],
)
def test_credit_in_brackets_makes_a_caption(text, captions):
    source = Source(text)
    assert [one.text for one in take_captions(source, source.lines())[0]] == captions


def test_photographers_are_read_from_their_captions():
    source = Source("麦子熟了。\n\n图为柳河镇麦收。\n何青 摄\n\n村民在收麦　本报记者罗川摄")
    captions, _ = take_captions(source, source.lines())
    assert [
        (one.name, one.capacity, one.contributions, source.text[one.source.start : one.source.end])
        for one in photographers(source, captions, ())
    ] == [("何青", "", ("图",), "何青"), ("罗川", "本报记者", ("图",), "罗川")]


def test_place_that_gave_a_picture_is_no_photographer():
    source = Source("麦子熟了。\n\n村民在收麦。 石桥村 供图")
    captions, _ = take_captions(source, source.lines())
    assert photographers(source, captions, ()) == ()


@pytest.mark.parametrize(
    ("text", "captions"),
    [
        ("记者 何青 文/图\n\n麦子熟了。\n\n果农在分拣苹果。", ["果农在分拣苹果。"]),
        (
            "麦子熟了。\n\n何青 文/图\n\n何大山（左二）在地头“把脉”。",
            ["何大山（左二）在地头“把脉”。"],
        ),
        ("记者 何青 摄影报道\n\n麦子熟了。\n\n他在村里住了三十年。", []),
        ("记者 何青 文/图\n\n麦子熟了\n\n果农在分拣苹果。", []),
        ("记者 何青 文/图\n\n麦子熟了。\n\n检查组在渡口看救生圈。", ["检查组在渡口看救生圈。"]),
        ("记者 何青 文/图\n\n麦子熟了。\n\n好日子正在一天天红火起来。", []),
        ("记者 何青 文/图\n\n麦子熟了。\n\n山里人的希望就在前方等着大家。", []),
        ("记者 何青 文/图\n\n麦子熟了。\n果农在分拣苹果。", []),
        ("记者 何青\n\n麦子熟了。\n\n果农在分拣苹果。", []),
        ("记者 何青 文/图\n\n麦子熟了。\n\n民警罗川在检查校车。", ["民警罗川在检查校车。"]),
        (
            "记者 何青 文/图\n\n麦子熟了。\n\n罗川（左）和设计师在看样品。",
            ["罗川（左）和设计师在看样品。"],
        ),
        ("记者 何青 文/图\n\n麦子熟了。\n\n民警罗川在村里住了三年。", []),
        ("记者 何青 文/图\n\n麦子熟了。\n\n罗川（化名）在村里种麦。", []),
    ],
)
def test_last_line_shows_the_picture_of_whoever_wrote_and_took_it(text, captions):
    source = Source(text)
    found, _ = take_captions(source, source.lines())
    assert [one.text for one in found] == captions


def test_credit_may_stand_apart_below_a_caption():
    source = Source("麦子熟了。\n\n图为果农在分拣苹果。\n\n何青 摄")
    found, _ = take_captions(source, source.lines())
    assert [one.text for one in found] == ["图为果农在分拣苹果。 何青 摄"]


@pytest.mark.parametrize(
    ("credit", "expected"),
    [
        ("林志远 摄", ["村民在收麦。今年的收成好。何青 摄", "何小雨（左）在晒场。林志远 摄"]),
        ("", []),
    ],
)
def test_captions_in_a_row_each_end_with_who_took_the_picture(credit, expected):
    below = f"何小雨（左）在晒场。{credit}"
    source = Source(f"连日来，柳河镇的麦子熟了。\n\n村民在收麦。今年的收成好。何青 摄\n\n{below}")
    captions, _ = take_captions(source, source.lines())
    assert [caption.text for caption in captions] == expected
