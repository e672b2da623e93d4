"""Whole pages: stories side by side below others, headlines of two lines, lists, what fonts do."""

import pytest

from articles.importing.readers import Note, read

from .printing import LEADING, PrintedPage, set_lines
from .test_pdf import LEFT, RIGHT, bare, framed, printed, read_one, with_role

LIST = (
    ("邬守田", "柳河镇石桥村村民"),
    ("岑雨歇", "青澜区图书馆馆长"),
    ("尉迟青禾", "柳河镇种粮大户"),
)


def below_a_story():
    """A story over the page in columns, whose gutters go on between those below it."""
    pdf = framed().line("图书馆换上矮书架", 40, 60, 24)
    pdf.columns(RIGHT, (40, 220, 400), top=110, rows=4, per_line=15)
    return pdf


def test_headlines_side_by_side_stand_below_the_story_above_them(make_file):
    pdf = below_a_story().line("石桥村修好水渠", 40, 200, 20).line("简讯", 400, 200, 16)
    pdf.columns(LEFT, (40, 220), top=240, rows=8, per_line=15)
    pdf.columns("▲春耕开始了。\n▲书架换新了。", (400,), top=240, rows=9, per_line=15)
    page = read_one(make_file, pdf)
    assert printed(page) == bare(
        f"图书馆换上矮书架{RIGHT}石桥村修好水渠{LEFT}简讯▲春耕开始了。▲书架换新了。"
    )
    assert with_role(page, "headline") == ["图书馆换上矮书架", "石桥村修好水渠", "简讯"]


def test_a_headline_of_two_lines_beside_a_larger_one_keeps_both(make_file):
    pdf = framed().line("柳河镇石桥村修好", 40, 60, 18).line("水渠", 40, 82, 18)
    pdf.line("图书馆换上矮书架", 220, 60, 26)
    pdf.columns(LEFT, (40,), top=120, rows=30, per_line=15)
    pdf.columns(RIGHT, (220, 400), top=120, rows=6, per_line=15)
    page = read_one(make_file, pdf)
    assert printed(page) == bare(f"柳河镇石桥村修好水渠{LEFT}图书馆换上矮书架{RIGHT}")


def test_stories_in_a_box_end_above_the_next_headlines(make_file):
    pdf = framed().line("石桥村修好水渠", 40, 60, 18).line("图书馆换上矮书架", 220, 60, 26)
    pdf.box(213, 50, 580, 420)
    pdf.columns(LEFT, (40,), top=110, rows=30, per_line=15)
    pdf.columns("春耕开始了。", (220,), top=110, rows=30, per_line=15)
    pdf.line("馆里添了椅子", 40, 430, 18).line("水渠放水", 400, 430, 18)
    pdf.columns(RIGHT, (40, 220), top=470, rows=6, per_line=15)
    pdf.columns("麦子浇上了水。", (400,), top=470, rows=30, per_line=15)
    assert printed(read_one(make_file, pdf)) == bare(
        f"石桥村修好水渠{LEFT}图书馆换上矮书架春耕开始了。馆里添了椅子{RIGHT}水渠放水麦子浇上了水。"
    )


@pytest.mark.parametrize("beside", [0, 1, 2])
def test_a_column_below_a_picture_is_read_at_its_place(make_file, beside):
    pdf, text = framed().line("石桥村修好水渠", 40, 60, 24), f"{LEFT}\n{RIGHT}"
    lines = set_lines(text, 15)
    for column, left in enumerate((40, 220, 400)):
        top, rows = (187, 5) if column == beside else (110, 10)
        for row in range(rows):
            pdf.line(lines.pop(0) if lines else "", left, top + row * LEADING)
    assert not lines
    assert printed(read_one(make_file, pdf)) == bare(f"石桥村修好水渠{text}")


def test_a_list_is_read_row_by_row(make_file):
    pdf = framed().line("柳河镇劳动模范名单", 40, 60, 20)
    for number, (name, office) in enumerate(LIST):
        pdf.line(name, 60, 110 + 15 * number).line(office, 120, 110 + 15 * number)
    assert printed(read_one(make_file, pdf)).endswith("".join(map("".join, LIST)))


def text_page(make_file, text):
    (page,) = read(make_file(f"{text}\n".encode(), "page.txt"))
    return page


@pytest.mark.parametrize(
    ("drawn", "text"),
    [
        ("柳河镇⼯会主席⾼⻘⻓", "柳河镇工会主席高青长"),
        ("用⼾都说好", "用户都说好"),
        ("一条水渠⸺石桥村见闻", "一条水渠——石桥村见闻"),
    ],
)
def test_radicals_that_print_as_characters_are_read_as_these(make_file, drawn, text):
    assert text_page(make_file, drawn).document.text == f"{text}\n"


def test_radicals_are_told(make_file):
    assert text_page(make_file, "⼯会主席⾼青").notes == (Note("radicals", "2"),)


def test_a_folio_of_radicals_says_where_the_page_belongs(make_file):
    pdf = PrintedPage().line("2023年4⽉4⽇ 星期⼆\u3000⻘澜新报\u3000第03版\u3000⺠⽣", 40, 20)
    pdf.columns("麦子熟了。", (40,), top=110, rows=3, per_line=24)
    page = read_one(make_file, pdf)
    assert page.place.page_name == "民生"


def test_ligatures_are_read_as_the_letters_that_they_join(make_file):
    assert text_page(make_file, "用Oﬃce写稿").document.text == "用Office写稿\n"


@pytest.mark.parametrize("number", ["第 1 页 共 2 页", "第 10 页，共 12 页", "第3页"])
def test_the_number_of_a_page_among_others_is_a_folio(make_file, number):
    pdf = PrintedPage().line("石桥村修好水渠", 40, 100, 24)
    pdf.columns(LEFT, (40,), top=140, rows=20, per_line=30).line(number, 280, 770)
    page = read_one(make_file, pdf)
    assert printed(page, dropped=True) == bare(number)


def test_a_byline_at_the_right_stands_above_all_columns(make_file):
    pdf = framed().line("石桥村修好水渠", 40, 60, 24).line("本报记者 岑雨歇", 485, 100)
    pdf.columns(LEFT, (40, 220, 400), top=120, rows=4, per_line=15)
    assert printed(read_one(make_file, pdf)) == bare(f"石桥村修好水渠本报记者岑雨歇{LEFT}")


def test_notes_in_small_type_stand_below_all_columns(make_file):
    pdf = framed().line("石桥村修好水渠", 40, 60, 24)
    pdf.columns(LEFT, (40, 220, 400), top=120, rows=4, per_line=15)
    pdf.line("① 按镇水利站的测量。", 40, 195, 8)
    assert printed(read_one(make_file, pdf)) == bare(f"石桥村修好水渠{LEFT}①按镇水利站的测量。")


def test_small_type_below_one_of_two_stories_stays_with_it(make_file):
    pdf = framed().line("石桥村修好水渠", 40, 60, 18)
    pdf.columns(LEFT, (40,), top=90, rows=30, per_line=15)
    pdf.line("图书馆换上矮书架", 220, 97, 18)
    pdf.columns("麦子熟了。", (220,), top=130, rows=30, per_line=15)
    pdf.line("图为水渠。邬守田 摄", 40, 320, 8)
    assert printed(read_one(make_file, pdf)).endswith(
        bare(f"{LEFT}图为水渠。邬守田摄图书馆换上矮书架麦子熟了。")
    )


def test_a_title_set_downwards_beside_a_text_is_told_and_not_torn_into_it(make_file):
    pdf = framed()
    for number, character in enumerate("⻘澜区修水渠"):
        pdf.line(character, 40, 60 + 22 * number, 20)
    pdf.columns(LEFT, (80, 260), top=60, rows=6, per_line=15)
    page = read_one(make_file, pdf)
    assert printed(page) == bare(LEFT)
    assert page.notes == (Note("sideways", "青澜区修水渠"), Note("radicals", "1"))


def test_a_headline_of_short_lines_is_not_set_downwards(make_file):
    pdf = framed()
    for number, line in enumerate(("石桥", "修渠", "记")):
        pdf.line(line, 40, 60 + 24 * number, 20)
    pdf.columns(LEFT, (40,), top=140, rows=30, per_line=15)
    assert printed(read_one(make_file, pdf)) == bare(f"石桥修渠记{LEFT}")


def test_spaces_that_are_drawn_in_the_lines_of_a_list_part_no_columns(make_file):
    pdf = framed().line("柳河镇劳动模范名单", 40, 60, 20)
    names = ("第一名：柳河镇石桥村队 邬守田和何青", "第二名：青澜区图书馆队 岑雨歇和温榆")
    for number, line in enumerate(names):
        pdf.line(line.replace(" ", "\u3000"), 40, 110 + 15 * number)
    assert printed(read_one(make_file, pdf)).endswith(bare("".join(names)))
