"""What a PDF page prints below its pictures and beside them."""

import pytest

from articles.importing.readers import Note

from .printing import LEADING, set_lines
from .test_pdf import LEFT, RIGHT, bare, framed, printed, read_one, with_role

SMALL = 8
SHOWN = "孩子们伸手就拿到书。"


def with_columns(pdf, text, top, rows=8):
    return pdf.columns(text, (40, 220, 400), top=top, rows=rows, per_line=15)


def below_a_headline():
    return framed().line("石桥村修好水渠", 40, 60, 24)


@pytest.mark.parametrize("caption", [SHOWN, "孩子们在看书", f"{SHOWN} 何青 摄", "何青 摄"])
def test_a_caption_below_a_picture_stands_in_no_column(make_file, caption):
    pdf = below_a_headline().picture(220, 110, 370, 180).line(caption, 224, 184, SMALL)
    lines = set_lines(f"{LEFT}\n{RIGHT}", 15)
    for left, top, rows in ((40, 110, 10), (220, 202, 4), (400, 110, 10)):
        for row in range(rows):
            pdf.line(lines.pop(0) if lines else "", left, top + row * LEADING)
    page = read_one(make_file, pdf)
    assert with_role(page, "caption") == [caption]
    assert printed(page).replace(bare(caption), "") == bare(f"石桥村修好水渠{LEFT}{RIGHT}")
    assert page.notes == ()


def test_a_caption_over_the_columns_stands_below_its_headline(make_file):
    pdf = below_a_headline().picture(40, 110, 400, 200).line(SHOWN, 40, 204, SMALL)
    page = read_one(make_file, with_columns(pdf, LEFT, 240))
    assert printed(page) == bare(f"石桥村修好水渠{SHOWN}{LEFT}")
    assert with_role(page, "caption") == [SHOWN]


def test_a_caption_between_two_stories_may_be_of_either(make_file):
    pdf = with_columns(below_a_headline(), LEFT, 110, rows=5)
    pdf.picture(40, 220, 400, 300).line(SHOWN, 40, 304, SMALL).line("书架", 40, 340, 24)
    page = read_one(make_file, with_columns(pdf, RIGHT, 390))
    assert with_role(page, "caption") == [SHOWN]
    assert with_role(page, "headline") == ["石桥村修好水渠", "书架"]
    assert page.notes == (Note("caption", SHOWN),)


def test_a_caption_of_two_lines_is_one_and_its_credit_stands_apart(make_file):
    pdf = below_a_headline().picture(40, 110, 150, 200)
    for number, line in enumerate(("孩子们在学校的新", "阅览室里看书", "何青 摄")):
        pdf.line(line.center(13), 60, 204 + 11 * number, SMALL)
    page = read_one(make_file, with_columns(pdf, LEFT, 260))
    (caption,) = with_role(page, "caption")
    assert bare(caption) == "孩子们在学校的新阅览室里看书何青摄"
    assert caption.endswith("看书 何青 摄")


@pytest.mark.parametrize("left", [144, 52])
def test_a_caption_beside_a_picture_stands_in_no_row_of_the_text(make_file, left):
    pdf = below_a_headline().picture(80, 110, 140, 200)
    for number, line in enumerate(("孩子们", "伸手就", "拿到书", "何青摄")):
        pdf.line(line, left, 120 + 11 * number, SMALL)
    text = f"{LEFT}\n{RIGHT}"
    page = read_one(make_file, pdf.columns(text, (220, 400), top=110, rows=20, per_line=15))
    assert with_role(page, "caption") == ["孩子们伸手就拿到书 何青摄"]
    assert printed(page).endswith(bare(text))


def test_of_body_type_only_what_reads_as_a_caption_is_one(make_file):
    pdf = below_a_headline().picture(40, 110, 190, 180).line("图为新修的水渠。", 40, 184)
    pdf.picture(220, 110, 370, 180)
    lines = set_lines(LEFT, 15)
    for left, top, rows in ((40, 210, 4), (220, 184, 5), (400, 110, 10)):
        for row in range(rows):
            pdf.line(lines.pop(0) if lines else "", left, top + row * LEADING)
    page = read_one(make_file, pdf)
    assert with_role(page, "caption") == ["图为新修的水渠。"]
    assert printed(page).replace("图为新修的水渠。", "") == bare(f"石桥村修好水渠{LEFT}")


def test_columns_in_small_type_below_a_picture_are_no_caption(make_file):
    pdf = with_columns(below_a_headline(), LEFT, 110, rows=5)
    pdf.line("简讯", 40, 220, 20).picture(40, 250, 400, 300)
    for number, line in enumerate(("水渠放了水。", "麦子返青了。")):
        for column, left in enumerate((44, 164, 284)):
            pdf.line(f"{column}{line}" * 2, left, 304 + 11 * number, SMALL)
    page = read_one(make_file, pdf)
    assert with_role(page, "caption") == []
    assert "0水渠放了水。0水渠放了水。0麦子返青了。" in printed(page)


def test_a_page_with_nothing_but_a_caption_keeps_it(make_file):
    pdf = framed().picture(40, 110, 400, 200).line(f"图为{SHOWN}", 40, 204)
    assert printed(read_one(make_file, pdf)) == f"图为{SHOWN}"


def test_print_below_an_ornament_is_no_caption(make_file):
    pdf = below_a_headline().picture(40, 110, 190, 118).line(SHOWN, 40, 122, SMALL)
    assert with_role(read_one(make_file, with_columns(pdf, LEFT, 150)), "caption") == []


def test_a_picture_in_strips_is_one(make_file):
    pdf = below_a_headline()
    for top in range(110, 200, 10):
        pdf.picture(40, top, 190, top + 10)
    pdf.line(SHOWN, 40, 204, SMALL)
    assert with_role(read_one(make_file, with_columns(pdf, LEFT, 240)), "caption") == [SHOWN]
