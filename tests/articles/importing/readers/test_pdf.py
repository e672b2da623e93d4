from datetime import date

import pytest

from articles.importing.readers import Note, Place, drawing, read
from articles.parsing.documents import UnreadableSource
from articles.parsing.pipeline import parse_document

from .printing import PrintedPage, set_lines

LEFT = (
    "本报讯 4月3日，柳河镇石桥村的水渠修好了，清水流进三百亩麦田。"
    "村民邬守田站在渠边，看着水往前走。\n"
    "这条水渠长两公里，去年冬天开工，今年春天完工。镇里出材料，村里出人工，前后用了七十一天。\n"
    "往年浇一遍地要四天，现在一天半就够。种粮大户尉迟青禾说，省下的时间可以去修机器。"
)
RIGHT = (
    "本报讯 青澜区图书馆昨日换了新书架。新书架比旧的矮一截，孩子伸手就能拿到书。\n"
    "馆长岑雨歇介绍，书架是用旧校舍的梁木做的，一共四十组。周末来的人多，座位不够，馆里又添了二十把椅子。"
)


def bare(text):
    return "".join(text.split())


def printed(page, *, dropped=False):
    """The text without white space, without the dropped lines or of nothing but them."""
    lines = page.document.text.split("\n")
    roles = page.document.roles
    kept = [
        line
        for number, line in enumerate(lines, start=1)
        if (roles.get(number) == "dropped") == dropped
    ]
    return bare("".join(kept))


def with_role(page, role):
    lines = page.document.text.split("\n")
    return [lines[number - 1] for number, found in page.document.roles.items() if found == role]


def read_one(make_file, pdf):
    (page,) = read(make_file(pdf.data(), "page.pdf"))
    return page


def framed():
    return (
        PrintedPage()
        .line("2023年4月4日 星期二", 40, 20)
        .line("青澜新报", 280, 20)
        .line("第03版 民生", 480, 20)
        .line("3", 298, 770)
    )


def test_two_columns_are_read_one_after_the_other(make_file):
    pdf = framed().centred("柳河镇修好一条水渠", 60, 24)
    pdf.columns(LEFT, (40, 310), top=110, rows=4, per_line=24)
    page = read_one(make_file, pdf)
    assert printed(page) == bare("柳河镇修好一条水渠" + LEFT)
    assert with_role(page, "headline") == ["柳河镇修好一条水渠"]


def test_three_columns_are_read_one_after_the_other(make_file):
    pdf = framed().centred("图书馆换上矮书架", 60, 24)
    pdf.columns(RIGHT + "\n" + LEFT, (40, 220, 400), top=110, rows=6, per_line=15)
    page = read_one(make_file, pdf)
    assert printed(page) == bare("图书馆换上矮书架" + RIGHT + LEFT)


def test_running_head_and_page_number_are_dropped_and_say_where_the_page_belongs(make_file):
    pdf = framed().centred("柳河镇修好一条水渠", 60, 24)
    pdf.columns(LEFT, (40, 310), top=110, rows=4, per_line=24)
    page = read_one(make_file, pdf)
    assert printed(page, dropped=True) == "2023年4月4日星期二青澜新报第03版民生3"
    assert page.place == Place(date(2023, 4, 4), "03", "民生")


def test_the_date_at_the_end_of_a_notice_is_no_page_number(make_file):
    pdf = PrintedPage().line("青澜新报\u3000第03版\u3000民生", 40, 20)
    pdf.centred("关于水渠放水的通告", 60, 24)
    pdf.columns("水渠定于近日放水。\n特此通告。", (40,), top=705, rows=4, per_line=24)
    pdf.line("柳河镇水利站", 300, 735).line("2023年4月1日", 310, 750).line("3", 298, 785)
    page = read_one(make_file, pdf)
    assert printed(page).endswith("柳河镇水利站2023年4月1日")
    assert page.place == Place(None, "03", "民生")


def test_another_day_than_that_of_the_head_closes_a_notice_however_far_below_it(make_file):
    pdf = framed().centred("关于水渠放水的通告", 60, 24)
    pdf.columns("水渠定于近日放水。", (40,), top=600, rows=4, per_line=24)
    pdf.line("2023年4月1日", 310, 745)
    assert printed(read_one(make_file, pdf)).endswith("放水。2023年4月1日")


def test_the_day_below_the_page_is_dropped(make_file):
    pdf = PrintedPage().centred("关于水渠放水的通告", 60, 24)
    pdf.columns("水渠定于近日放水。", (40,), top=600, rows=4, per_line=24)
    pdf.line("2023年4月4日", 310, 765)
    page = read_one(make_file, pdf)
    assert (printed(page, dropped=True), page.place.edition_date) == (
        "2023年4月4日",
        date(2023, 4, 4),
    )


def test_kicker_and_deck_stand_round_the_headline(make_file):
    pdf = PrintedPage().centred("清水流进三百亩麦田", 60, 15).centred("石桥村修好一条水渠", 85, 28)
    pdf.centred("浇一遍地从四天缩到一天半", 125, 14)
    pdf.columns(LEFT, (40, 310), top=160, rows=4, per_line=24)
    page = read_one(make_file, pdf)
    assert [page.document.roles[number] for number in (1, 2, 3)] == ["kicker", "headline", "deck"]
    assert printed(page) == bare(
        "清水流进三百亩麦田石桥村修好一条水渠浇一遍地从四天缩到一天半" + LEFT
    )


def test_stories_one_above_the_other_keep_their_text(make_file):
    pdf = framed().centred("石桥村修好一条水渠", 60, 24)
    pdf.columns(LEFT, (40, 310), top=110, rows=4, per_line=24)
    pdf.centred("图书馆换上矮书架", 200, 24)
    pdf.columns(RIGHT, (40, 220, 400), top=250, rows=3, per_line=15)
    page = read_one(make_file, pdf)
    assert printed(page) == bare("石桥村修好一条水渠" + LEFT + "图书馆换上矮书架" + RIGHT)
    assert with_role(page, "headline") == ["石桥村修好一条水渠", "图书馆换上矮书架"]


def test_stories_side_by_side_keep_their_text(make_file):
    pdf = (
        framed()
        .centred("石桥村修好水渠", 60, 20, 40, 280)
        .centred("馆里换上矮书架", 60, 20, 310, 550)
    )
    pdf.columns(LEFT, (40,), top=110, rows=30, per_line=24)
    pdf.columns(RIGHT, (310,), top=110, rows=30, per_line=24)
    page = read_one(make_file, pdf)
    assert printed(page) == bare("石桥村修好水渠" + LEFT + "馆里换上矮书架" + RIGHT)


def close_together(left_size=20, right_size=20):
    """Two headlines over a column of text each, with about a character between them."""
    pdf = framed().line("柳河镇石桥村修好水渠", 280 - 10 * left_size, 60, left_size)
    pdf.line("馆里换上矮书架", 300, 60, right_size)
    pdf.columns(LEFT, (40,), top=110, rows=30, per_line=24)
    return pdf.columns(RIGHT, (300,), top=110, rows=30, per_line=24)


APART = bare("柳河镇石桥村修好水渠" + LEFT + "馆里换上矮书架" + RIGHT)


def test_headlines_close_together_with_a_box_round_one_are_two(make_file):
    pdf = close_together().box(290, 50, 560, 300)
    page = read_one(make_file, pdf)
    assert printed(page) == APART
    assert with_role(page, "headline") == ["柳河镇石桥村修好水渠", "馆里换上矮书架"]


def test_headlines_close_together_of_different_sizes_over_columns_of_their_own_are_two(make_file):
    assert printed(read_one(make_file, close_together(24, 20))) == APART


def test_headlines_close_together_of_one_size_are_doubted(make_file):
    page = read_one(make_file, close_together())
    assert with_role(page, "headline") == ["柳河镇石桥村修好水渠", "馆里换上矮书架"]
    assert printed(page).startswith("柳河镇石桥村修好水渠馆里换上矮书架")
    stories = parse_document(page.document, edition_date=date(2023, 4, 4)).stories
    assert [doubt.kind for doubt in stories[0].doubts if doubt.kind == "doubtful_headline"]


def test_a_headline_with_a_space_over_two_columns_of_one_text_is_one(make_file):
    pdf = framed().line("石桥村里修好一条水渠\u3000清水流进三百亩麦田", 80, 60, 20)
    pdf.columns(LEFT.replace("\n", ""), (40, 300), top=110, rows=3, per_line=24)
    page = read_one(make_file, pdf)
    assert with_role(page, "headline") == ["石桥村里修好一条水渠\u3000清水流进三百亩麦田"]


def test_a_paragraph_is_one_block_of_printed_lines(make_file):
    pdf = PrintedPage().columns(LEFT, (40,), top=110, rows=30, per_line=24)
    page = read_one(make_file, pdf)
    blocks = page.document.text.strip("\n").split("\n\n")
    assert [bare(block) for block in blocks] == [bare(one) for one in LEFT.split("\n")]
    lines = [line for block in blocks for line in block.split("\n")]
    assert [bare(line) for line in lines] == [bare(line) for line in set_lines(LEFT, 24)]


def test_a_headline_of_two_lines_with_spaces_is_read_line_by_line(make_file):
    pdf = (
        PrintedPage()
        .line("石桥村修渠\u3000图书馆", 40, 60, 24)
        .line("春灌用好水\u3000换上架", 40, 90, 24)
    )
    pdf.columns(LEFT, (40, 310), top=130, rows=4, per_line=24)
    page = read_one(make_file, pdf)
    assert with_role(page, "headline") == ["石桥村修渠\u3000图书馆", "春灌用好水\u3000换上架"]


def lines_of(page):
    return [line for line in page.document.text.split("\n") if line]


def rows(pdf, cells, lefts, top):
    for number, row in enumerate(cells):
        for text, left in zip(row, lefts, strict=True):
            pdf.line(text, left, top + number * 15)
    return pdf


def test_the_figures_of_a_table_stay_in_their_rows(make_file):
    pdf = framed().centred("各村种麦面积公布", 60, 24)
    pdf.columns("本报讯 各村种麦面积如下：", (40,), top=110, rows=4, per_line=24)
    table = [
        ("村", "面积", "同比"),
        ("石桥村", "1,204", "+3.1%"),
        ("柳河村", "986", "-0.4%"),
        ("上塘村", "512", "—"),
        ("合计", "2702", ""),
    ]
    rows(pdf, table, (60, 200, 300), top=130)
    page = read_one(make_file, pdf)
    assert lines_of(page)[-5:] == [
        "村\u3000面积\u3000同比",
        "石桥村\u30001,204\u3000+3.1%",
        "柳河村\u3000986\u3000-0.4%",
        "上塘村\u3000512\u3000—",
        "合计\u30002702",
    ]
    (story,) = parse_document(page.document, edition_date=date(2023, 4, 4)).stories
    texts = [paragraph.text for paragraph in story.paragraphs]
    assert texts[1:4] == lines_of(page)[-5:-2]


def test_a_row_with_an_empty_first_cell_does_not_look_indented(make_file):
    table = [("", "面积", "同比"), ("石桥村", "1,204", "+3.1%"), ("", "986", "-0.4%")]
    pdf = framed().columns("本报讯 各村种麦面积如下：", (40,), top=110, rows=4, per_line=24)
    rows(pdf, table, (60, 200, 300), top=130)
    assert lines_of(read_one(make_file, pdf))[-3:] == [
        "面积\u3000同比",
        "石桥村\u30001,204\u3000+3.1%",
        "986\u3000-0.4%",
    ]


def test_a_table_beside_a_text_is_read_row_by_row(make_file):
    pdf = framed().columns(LEFT, (40,), top=110, rows=30, per_line=24)
    table = [("石桥村麦田", "1204亩"), ("柳河村麦田", "986亩"), ("上塘村麦田", "512亩")]
    rows(pdf, table, (300, 380), top=110)
    assert lines_of(read_one(make_file, pdf))[-3:] == [
        "石桥村麦田\u30001204亩",
        "柳河村麦田\u3000986亩",
        "上塘村麦田\u3000512亩",
    ]


def test_columns_that_stand_close_together_are_told_apart(make_file):
    pdf = PrintedPage().columns(LEFT, (40, 288), top=110, rows=4, per_line=24)
    assert printed(read_one(make_file, pdf)) == bare(LEFT)


def test_spaces_of_headlines_and_names_are_kept(make_file):
    pdf = PrintedPage().line("石桥村修渠 图书馆换架", 40, 60, 24)
    pdf.columns(LEFT, (40,), top=110, rows=30, per_line=24)
    pdf.line("记者 温", 40, 400).line("榆", 100, 400)
    lines = read_one(make_file, pdf).document.text.split("\n")
    assert lines[0] == "石桥村修渠 图书馆换架"
    assert "记者 温\u3000榆" in lines


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_a_page_that_lies_on_its_side_is_turned(make_file, degrees):
    pdf = framed().rotated(degrees).box(290, 50, 560, 300)
    pdf.line("柳河镇石桥村修好水渠", 80, 60, 20).line("馆里换上矮书架", 300, 60, 20)
    pdf.columns(LEFT, (40,), top=110, rows=30, per_line=24)
    pdf.columns(RIGHT, (300,), top=110, rows=30, per_line=24)
    page = read_one(make_file, pdf)
    assert printed(page) == APART
    assert page.place == Place(date(2023, 4, 4), "03", "民生")


def test_a_line_that_lies_on_its_side_is_told_and_is_in_no_story(make_file):
    pdf = framed().centred("柳河镇修好一条水渠", 60, 24)
    pdf.columns(LEFT, (40, 310), top=110, rows=4, per_line=24)
    pdf.upwards("春日摄影大赛作品选登", 575, 300, 18)
    page = read_one(make_file, pdf)
    assert printed(page) == bare("柳河镇修好一条水渠" + LEFT)
    assert page.notes == (Note("sideways", "春日摄影大赛作品选登"),)
    assert "春日摄影大赛作品选登" in with_role(page, "dropped")


def test_a_stamp_across_the_page_stands_in_none_of_its_lines(make_file):
    pdf = framed().columns(LEFT, (40, 310), top=110, rows=4, per_line=24)
    pdf.upwards("样报请勿外传", 150, 260, 40, degrees=45)
    page = read_one(make_file, pdf)
    assert printed(page) == bare(LEFT)
    assert page.notes == (Note("sideways", "样报请勿外传"),)
    assert "样报请勿外传" in with_role(page, "dropped")


def test_what_is_printed_twice_to_look_bold_is_read_once(make_file):
    pdf = framed().columns(LEFT, (40, 310), top=110, rows=4, per_line=24)
    pdf.line("柳河柳河水长流", 40, 60, 24).line("柳河柳河水长流", 40.8, 60.5, 24)
    assert printed(read_one(make_file, pdf)) == bare("柳河柳河水长流" + LEFT)


def test_of_print_in_tiny_units_nothing_counts_as_printed_twice(make_file):
    pdf = framed().columns(LEFT, (40, 310), top=110, rows=4, per_line=24)
    pdf.line("哈" * 8, 40, 300, 0.5)
    assert "哈" * 8 in printed(read_one(make_file, pdf))


@pytest.mark.parametrize(("left", "top"), [(-300, 120), (700, 120), (40, -50), (40, 900)])
def test_what_stands_beside_the_page_is_told_and_is_in_no_story(make_file, left, top):
    pdf = framed().columns(LEFT, (40,), top=110, rows=30, per_line=24)
    page = read_one(make_file, pdf.line("青澜新报03版定稿", left, top))
    assert printed(page) == bare(LEFT)
    assert page.notes == (Note("sideways", "青澜新报03版定稿"),)


def test_columns_may_begin_at_the_left_edge_of_the_page(make_file):
    pdf = framed().columns(LEFT, (-3, 180, 400), top=110, rows=5, per_line=15)
    assert printed(read_one(make_file, pdf)) == bare(LEFT)


def test_each_page_comes_by_itself(make_file):
    pdf = framed().columns(LEFT, (40,), top=110, rows=30, per_line=24).turn()
    pdf.line("2023年4月4日 第04版 文化", 40, 20)
    pdf.columns(RIGHT, (40,), top=110, rows=30, per_line=24).turn()
    pages = list(read(make_file(pdf.data(), "page.pdf")))
    assert [page.place.page_number for page in pages] == ["03", "04", ""]
    assert [page.fault.reason if page.fault else "" for page in pages] == ["", "", "no_text_layer"]


def test_a_page_of_nothing_but_pictures_is_refused(make_file):
    with pytest.raises(UnreadableSource) as refusal:
        list(read(make_file(PrintedPage().data(), "page.pdf")))
    assert refusal.value.reason == "no_text_layer"


def test_a_locked_page_is_refused(make_file):
    pdf = PrintedPage(encrypt="geheim").line("石桥村修渠", 40, 60)
    with pytest.raises(UnreadableSource) as refusal:
        list(read(make_file(pdf.data(), "page.pdf")))
    assert refusal.value.reason == "encrypted"


def test_a_damaged_file_is_refused(make_file):
    data = PrintedPage().line("石桥村修渠", 40, 60).data()
    with pytest.raises(UnreadableSource) as refusal:
        list(read(make_file(data[:200], "page.pdf")))
    assert refusal.value.reason in ("broken_file", "no_text_layer")


def test_a_damaged_page_is_told_and_those_before_it_come(make_file, monkeypatch):
    def upright(page):
        if page.page_number == 2:
            raise KeyError("MediaBox")
        return whole(page)

    whole = drawing._upright
    monkeypatch.setattr(drawing, "_upright", upright)
    pdf = framed().columns(LEFT, (40,), top=110, rows=30, per_line=24).turn().line("麦子", 40, 60)
    page, damaged = read(make_file(pdf.data(), "page.pdf"))
    assert printed(page) == bare(LEFT)
    assert (damaged.fault.reason, damaged.line) == ("broken_file", 2)
