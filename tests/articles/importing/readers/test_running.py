"""Documents of several pages, as word processors set them: text that goes on, running heads."""

from datetime import date

import pytest

from articles.importing.readers import Note, Place, read
from articles.parsing.joins import UNFINISHED
from articles.parsing.pipeline import parse_document

from .printing import LEADING, PrintedPage, set_lines
from .test_pdf import LEFT, bare, with_role

TOP, ROWS, PER_LINE = 80, 44, 48
HEADLINE = "石桥村修好一条水渠"
POURED = "清水流进麦田，大家站在渠边看水往前走。" * 5
# Of three pages, the first of which ends amid a paragraph.
TEXT = "\n".join(f"第{number}天，村民上午放水，{POURED}" for number in range(1, 41))


def document(text=TEXT, *, head="", foot="", headline=HEADLINE):
    """A document on as many pages as its text takes; `{}` in head and foot is the page's number."""
    pdf, lines = PrintedPage(), set_lines(text, PER_LINE)
    pdf.centred(headline, TOP, 20)
    top, number = TOP + 4 * LEADING, 1
    while lines:
        rows = (TOP + ROWS * LEADING - top) // LEADING
        for row, line in enumerate(lines[:rows]):
            pdf.line(line, 60, top + row * LEADING)
        pdf.line(head.format(number), 60, 40, 9).centred(foot.format(number), 770, 9)
        lines, top, number = lines[rows:], TOP, number + 1
        if lines:
            pdf.turn()
    return pdf


def pages_of(make_file, pdf):
    return list(read(make_file(pdf.data(), "page.pdf")))


def kept(page):
    """What stands below the headline, without what is dropped."""
    lines = enumerate(page.document.text.split("\n"), start=1)
    return bare("".join(line for number, line in lines if number not in page.document.roles))


def test_the_text_of_a_document_goes_on_over_its_pages(make_file):
    (page,) = pages_of(make_file, document())
    assert kept(page) == bare(TEXT)
    assert with_role(page, "headline") == [HEADLINE]
    assert (page.notes, page.line) == ((Note("pages", "1–3"),), 1)


def test_a_paragraph_that_a_page_cut_is_one_and_says_why(make_file):
    (page,) = pages_of(make_file, document())
    (story,) = parse_document(page.document, edition_date=date(2023, 4, 4)).stories
    assert [bare(one.text) for one in story.paragraphs] == [bare(one) for one in TEXT.split("\n")]
    reasons = [one.reason for paragraph in story.paragraphs for one in paragraph.joins]
    assert reasons.count(UNFINISHED) == 1


def test_pages_that_a_text_does_not_fill_or_that_begin_with_a_headline_come_each_by_itself(
    make_file,
):
    pdf = document(LEFT).turn().columns(LEFT, (60,), TOP, ROWS, PER_LINE)
    assert len(pages_of(make_file, pdf)) == 2
    full = "\n".join(TEXT.split("\n")[:13])
    pdf = document(full).turn().centred("图书馆换上矮书架", TOP, 20)
    pdf.columns(LEFT, (60,), TOP + 60, ROWS, PER_LINE)
    assert len(pages_of(make_file, pdf)) == 2


def test_pages_of_a_paper_come_each_by_itself(make_file):
    pages = pages_of(make_file, document(head="第0{}版 民生"))
    assert [page.place.page_number for page in pages] == ["01", "02", "03"]


def test_numbers_of_the_pages_of_a_document_are_no_pages_of_a_paper(make_file):
    (page,) = pages_of(make_file, document(foot="- {} -"))
    assert page.place == Place()
    assert with_role(page, "dropped") == ["- 1 -", "- 2 -", "- 3 -"]


@pytest.mark.parametrize(
    "lines",
    [
        {"head": "柳河镇水利站材料"},
        {"foot": "柳河镇水利站材料 共3页 之{}"},
        {"head": "柳河镇水利站材料", "foot": "第{}页 共3页"},
        {"head": "柳河镇水利站材料", "foot": "内部材料，注意保存"},
    ],
)
def test_what_runs_along_over_the_pages_is_dropped_and_on_record(make_file, lines):
    (page,) = pages_of(make_file, document(**lines))
    assert kept(page) == bare(TEXT)
    dropped = [text.format(number) for number in (1, 2, 3) for text in lines.values()]
    assert with_role(page, "dropped") == dropped


def test_lines_of_the_left_and_the_right_pages_may_differ(make_file):
    pdf = PrintedPage()
    for number in range(1, 5):
        pdf.line(("柳河镇水利站", "水渠修好了")[number % 2], 60, 40, 9)
        pdf.columns("\n".join(TEXT.split("\n")[:14]), (60,), TOP, ROWS, PER_LINE)
        if number < 4:
            pdf.turn()
    (page,) = pages_of(make_file, pdf)
    assert with_role(page, "dropped") == ["水渠修好了", "柳河镇水利站"] * 2


def test_a_line_of_the_text_that_two_pages_begin_with_is_kept(make_file):
    pdf = PrintedPage().columns(f"编辑同志：\n{LEFT}", (60,), TOP, ROWS, PER_LINE).turn()
    pdf.columns(f"编辑同志：\n{LEFT}", (60,), TOP, ROWS, PER_LINE)
    for page in pages_of(make_file, pdf):
        assert kept(page) == bare(f"编辑同志：{LEFT}")


def test_headlines_and_rows_of_figures_at_one_place_are_kept(make_file):
    pdf = PrintedPage().line("公示", 60, 60, 20).columns(LEFT, (60,), 120, ROWS, PER_LINE)
    pdf.line("9月\u3000120\u3000人", 60, 770).turn()
    pdf.line("公示", 60, 60, 20).columns(LEFT, (60,), 120, ROWS, PER_LINE)
    pdf.line("3月\u3000135\u3000人", 60, 770)
    for page in pages_of(make_file, pdf):
        assert with_role(page, "headline") == ["公示"]
        assert with_role(page, "dropped") == []


def test_a_headline_that_says_what_runs_along_above_it_is_kept(make_file):
    pdf = PrintedPage().line(HEADLINE, 60, 40, 9).centred(HEADLINE, 65, 20)
    pdf.columns(TEXT.split("\n")[0], (60,), 110, ROWS, PER_LINE).turn()
    pdf.line(HEADLINE, 60, 40, 9).columns(LEFT, (60,), 110, ROWS, PER_LINE)
    first, second = pages_of(make_file, pdf)
    assert with_role(first, "headline") == [HEADLINE]
    assert [with_role(page, "dropped") for page in (first, second)] == [[HEADLINE]] * 2
