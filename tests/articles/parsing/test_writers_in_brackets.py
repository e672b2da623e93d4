"""Writers behind a marker, and in brackets that a column cut."""

import pytest

from articles.parsing.bylines import take_closing_bylines, take_opening_bylines
from articles.parsing.source import Source

from .splitting import cut_lines


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
        ("记者何青通讯员罗大川昨日，夏粮入库。", ["何青", "罗大川"]),
        ("通讯员：何青、罗大川昨日，夏粮入库。", ["何青", "罗大川"]),
        ("市民何青读者罗大川昨日，夏粮入库。", []),
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


@pytest.mark.parametrize(
    "text",
    [
        "（何青）夏粮入库。",
        "据青阳日报报道（首席记者 何青 文/图） 夏粮入库。",
        "（柳河站记者 何青）夏粮入库。",
        "（柳都记者 何青）夏粮入库。",
        "文、图/柳城派记者 何青\n夏粮入库。",
        "何青）夏粮入库。",
        "何青 文/图】夏粮入库。",
        "记者 何青 摄/视觉重庆\n夏粮入库。",
        "来源于：柳河供电所 作者：何青\n夏粮入库。",
    ],
)
def test_brackets_and_labels_behind_a_marker_name_the_writer(text):
    source = Source(text)
    taken = take_opening_bylines(source, source.lines(), is_marked=True)
    assert [byline.name for byline in taken.bylines] == ["何青"]
    assert cut_lines(source, taken.lines) == ["夏粮入库。"]


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


def test_brackets_after_a_marker_name_the_writers_whoever_they_are():
    source = Source("（阿都日以 沙马石古）夏粮入库。")
    taken = take_opening_bylines(source, source.lines(), is_marked=True)
    assert [byline.name for byline in taken.bylines] == ["阿都日以", "沙马石古"]
    assert take_opening_bylines(source, source.lines()).bylines == ()


def test_writers_of_another_body_are_read_before_a_comma_behind_a_marker_only():
    source = Source("县气象局通讯员林小满报道，井水清了。")
    assert take_opening_bylines(source, source.lines()).bylines == ()
    marked = take_opening_bylines(source, source.lines(), is_marked=True)
    assert [byline.name for byline in marked.bylines] == ["林小满"]
    assert cut_lines(source, marked.lines) == ["井水清了。"]
