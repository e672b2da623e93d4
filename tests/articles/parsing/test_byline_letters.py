import pytest

from articles.parsing.bylines import take_closing_bylines, take_inner_bylines
from articles.parsing.source import Source

WORDS = ("文",)


def people(bylines):
    return [(byline.name, byline.capacity, byline.contributions) for byline in bylines]


def cut_lines(source, lines):
    return [source.cut(line) for line in lines if not line.is_blank]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("石桥村　何青", ["何青"]),
        ("城关镇东风村　孙小梅　林小满", ["孙小梅", "林小满"]),
        ("县水泥厂　孙小梅", ["孙小梅"]),
        ("城关镇东街　孙小梅", ["孙小梅"]),
        ("城关镇牌坊巷　孙小梅", ["孙小梅"]),
        ("麦子　稻子", []),
    ],
)
@pytest.mark.parametrize("after", ["编者附记：路已列入计划。", "回音"])
def test_signature_below_a_letter_names_its_writer_and_not_where_he_lives(line, names, after):
    source = Source(f"编辑同志：\n\n这条路该修了。\n\n{line}\n\n{after}")
    taken = take_inner_bylines(source, source.lines())
    assert [byline.name for byline in taken.bylines] == names
    closing = take_closing_bylines(source, source.lines()[:5])
    assert [byline.name for byline in closing.bylines] == names


def test_signature_below_a_letter_may_tell_what_its_writer_is():
    source = Source("编辑同志：\n\n窗户没有玻璃。\n\n石桥小学教师　何青\n\n编后：已经装上。")
    taken = take_inner_bylines(source, source.lines())
    assert people(taken.bylines) == [("何青", "石桥小学教师", WORDS)]


@pytest.mark.parametrize(
    ("signed", "names"),
    [
        ("何青\n孙小梅", ["何青", "孙小梅"]),
        ("柳河镇石桥村　何青\n孙小梅", ["何青", "孙小梅"]),
    ],
)
@pytest.mark.parametrize("salutation", ["", "编辑同志：\n"])
def test_signers_may_stand_below_each_other(signed, names, salutation):
    source = Source(f"{salutation}这条路该修了。\n{signed}")
    taken = take_closing_bylines(source, source.lines())
    assert [byline.name for byline in taken.bylines] == names
    assert cut_lines(source, taken.lines) == f"{salutation}这条路该修了。".split("\n")


@pytest.mark.parametrize("text", ["获奖名单公布。", "获奖的村民有", "获奖的村民有："])
def test_names_below_each_other_that_the_text_announces_are_no_writers(text):
    source = Source(f"{text}\n何青\n孙小梅")
    assert take_closing_bylines(source, source.lines()).bylines == ()


def test_two_readers_without_a_home_sign_a_letter_above_its_date():
    source = Source("编辑同志：\n这条路该修了。\n何青　孙小梅\n2024年4月9日")
    taken = take_inner_bylines(source, source.lines())
    assert [byline.name for byline in taken.bylines] == ["何青", "孙小梅"]


def test_a_name_that_ends_as_a_banner_does_is_no_home():
    source = Source("编辑同志：\n\n这条路该修了。\n\n高红旗　孙小梅")
    taken = take_closing_bylines(source, source.lines())
    assert [byline.name for byline in taken.bylines] == ["高红旗", "孙小梅"]


@pytest.mark.parametrize(
    "below",
    ["2024年4月9日", "4月9日", "编后：路已列入计划。", "县水务局答复：已经修好。", "相关链接"],
)
def test_signature_of_a_letter_stands_above_its_date_or_its_answer(below):
    source = Source(f"编辑同志：\n这口井该修了。\n　　杨树村　何青\n　　{below}")
    taken = take_inner_bylines(source, source.lines())
    assert [byline.name for byline in taken.bylines] == ["何青"]


@pytest.mark.parametrize(
    "text",
    [
        "尊敬的用户：\n检修时这里停水。\n　　杨树村　青石村　罗家村\n　　请提前储水。",
        "尊敬的用户：\n检修时这里停水。\n　　杨树村　青石村　罗家村",
        "各位来宾：\n欢迎光临。\n杨树镇　罗家乡\n青石镇　何家乡",
        "各位家长：\n以下孩子获奖。\n　　孙小梅　林小满　罗大川\n　　何青　陆敏",
        "各位家长：\n获奖名单公布。\n　　孙小梅　林小满",
        "各位家长：\n获奖名单公布。\n　　杨树村　林小满\n　　2024年4月9日",
        "同志们：\n现在点名。\n孙小梅　林小满\n请到前排。",
        "同志们：\n现在点名。\n孙小梅/林小满\n2024年4月9日",
    ],
)
def test_rows_of_a_list_in_a_letter_sign_nothing(text):
    source = Source(text)
    taken = take_inner_bylines(source, source.lines())
    assert taken.bylines == ()
    assert cut_lines(source, taken.lines) == cut_lines(source, source.lines())


def test_rows_of_villages_at_the_end_name_no_writers():
    source = Source("各位来宾：\n欢迎光临。\n杨树镇　罗家乡\n青石镇　何家乡")
    assert take_closing_bylines(source, source.lines()).bylines == ()
