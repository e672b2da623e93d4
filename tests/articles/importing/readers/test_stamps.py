"""What is printed across the text of a page, and is none of it."""

import pytest

from articles.importing.readers import Note

from .test_pdf import LEFT, RIGHT, bare, framed, printed, read_one, with_role

MARK = "样报请勿外传"


def with_text():
    pdf = framed().line("石桥村修好水渠", 40, 60, 24)
    return pdf.columns(f"{LEFT}\n{RIGHT}", (40, 220, 400), top=110, rows=12, per_line=15)


TEXT = bare(f"石桥村修好水渠{LEFT}{RIGHT}")


@pytest.mark.parametrize("shade", [0, 0.8])
@pytest.mark.parametrize("size", [24, 60])
def test_large_type_across_the_columns_is_told_and_is_in_no_line(make_file, size, shade):
    page = read_one(make_file, with_text().line(MARK, 100, 160, size, shade))
    assert printed(page) == TEXT
    assert page.notes == (Note("stamp", MARK),)
    assert MARK in with_role(page, "dropped")


@pytest.mark.parametrize("size", [9, 10, 14])
def test_pale_text_that_is_repeated_behind_the_page_is_in_no_line(make_file, size):
    pdf = with_text()
    for number in range(60):
        pdf.line(MARK, 45 + 150 * (number % 4), 65 + 41 * (number // 4), size, 0.8)
    page = read_one(make_file, pdf)
    assert printed(page) == TEXT
    assert {note.reason for note in page.notes} == {"stamp"}
    assert bare("".join(with_role(page, "dropped"))).count(MARK) == 60


def test_pale_type_that_covers_no_text_is_kept(make_file):
    pdf = framed().line("石桥村修好水渠", 40, 60, 24, 0.6)
    pdf.columns(LEFT, (40,), top=110, rows=30, per_line=24).line("记者 何青", 40, 400, 10, 0.6)
    page = read_one(make_file, pdf)
    assert printed(page) == bare(f"石桥村修好水渠{LEFT}记者何青")
    assert page.notes == ()


def test_what_is_filled_in_on_a_line_is_kept(make_file):
    pdf = with_text().line("姓名：_____", 40, 320).line("何青", 70, 320, 10, 0.5)
    assert {*"姓名何青"} <= {*printed(read_one(make_file, pdf))}


def test_a_line_of_pale_type_that_touches_one_of_the_text_is_kept(make_file):
    pdf = with_text()
    for number in range(6):
        pdf.line("图为村民在渠边看水。", 400, 300 + 12 * number, 8, 0.5)
    pdf.line("图", 400, 275, 8, 0.5)
    assert printed(read_one(make_file, pdf)).count("图为村民在渠边看水。") == 6


def test_pale_words_whose_mark_reaches_under_the_text_after_them_are_kept(make_file):
    pdf = with_text().line("核心提示：", 40, 320, 10, 0.4).line("清水流进麦田。", 85, 320)
    page = read_one(make_file, pdf)
    assert {*"核心提示："} <= {*printed(page)}
    assert page.notes == ()


def test_a_large_initial_that_hangs_over_the_line_below_it_is_kept(make_file):
    pdf = framed().line("本", 40, 110, 40)
    for number in range(3):
        pdf.line("报讯石桥村的水渠修好了，清水流进麦田。", 82, 110 + 13 * number)
    pdf.line("清水流进三百亩麦田，村民站在渠边看着。", 40, 146)
    page = read_one(make_file, pdf)
    assert "本" in printed(page)
    assert page.notes == ()


def test_type_without_extent_that_most_of_a_page_is_set_in_is_no_text(make_file):
    pdf = framed().line("石桥村修好水渠", 40, 60, 24).line(LEFT.replace("\n", ""), 40, 300, 0)
    page = read_one(make_file, pdf)
    assert "石桥村修好水渠" in printed(page)
    assert page.notes == ()


def test_type_larger_than_any_page_is_no_stamp(make_file):
    page = read_one(make_file, with_text().line("石桥", 40, 500 - 1e7, 1e7))
    assert {note.reason for note in page.notes} <= {"sideways"}
