"""What looks and styles say of the paragraphs of a Word document."""

from datetime import date

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt

from articles.parsing.pipeline import parse_document

from .test_docx import read_one


def add_centred(document, *texts, is_bold=True, size=None, style=None):
    paragraph = document.add_paragraph(style=style)
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for text in texts:
        run = paragraph.add_run(text)
        run.bold, run.font.size = is_bold, size


def test_bold_centred_lines_are_headlines_where_no_style_tells_any(make_file):
    document = docx.Document()
    add_centred(document, "石桥村", "修好水渠", is_bold=True)
    add_centred(document, "本报记者 何青 文/图", is_bold=True)
    document.add_paragraph("水渠修好了。").runs[0].bold = True
    add_centred(document, "清水进田", is_bold=False)
    add_centred(document, "清水进田，村民站在渠边。", is_bold=True)
    add_centred(document, "柳河二桥通车", is_bold=True)
    document.add_paragraph("桥通了。")
    page = read_one(make_file, document)
    assert page.document.roles == {1: "headline", 11: "headline"}


def roles_by_text(page):
    lines = page.document.text.split("\n")
    return {lines[number - 1]: role for number, role in page.document.roles.items()}


def test_of_bold_centred_lines_the_largest_are_headlines_and_others_subheads(make_file):
    document = docx.Document()
    for title, *heads in (("石桥村的路", "从泥路到水泥路", "从穷村到富村"), ("柳河二桥通车",)):
        add_centred(document, title, size=Pt(22))
        document.add_paragraph("路通了。")
        for head in heads:
            add_centred(document, head, size=Pt(14))
            document.add_paragraph("路修好了。")
    add_centred(document, "石桥村外的桥")
    page = read_one(make_file, document)
    assert roles_by_text(page) == {
        "石桥村的路": "headline",
        "从泥路到水泥路": "subhead",
        "从穷村到富村": "subhead",
        "柳河二桥通车": "headline",
        "石桥村外的桥": "subhead",
    }
    stories = parse_document(page.document, edition_date=date(2023, 4, 4)).stories
    assert [story.headline.headline for story in stories] == ["石桥村的路", "柳河二桥通车"]


def test_smaller_lines_right_above_and_below_a_headline_are_its_kicker_and_deck(make_file):
    document = docx.Document()
    add_centred(document, "走村看路", size=Pt(14))
    add_centred(document, "石桥村的路", size=Pt(22))
    document.add_paragraph()
    add_centred(document, "三年修好九里水泥路", size=Pt(14))
    document.add_paragraph("路通了。")
    add_centred(document, "从穷村到富村", size=Pt(14))
    document.add_paragraph("路修好了。")
    assert roles_by_text(read_one(make_file, document)) == {
        "走村看路": "kicker",
        "石桥村的路": "headline",
        "三年修好九里水泥路": "deck",
        "从穷村到富村": "subhead",
    }


@pytest.mark.parametrize(
    ("line", "role"), [("从泥路到水泥路", "subhead"), ("——石桥村修路记", "deck")]
)
def test_a_line_below_the_headline_that_is_as_large_as_the_subheads_is_one(make_file, line, role):
    document = docx.Document()
    add_centred(document, "石桥村的路", size=Pt(22))
    add_centred(document, line, size=Pt(14))
    document.add_paragraph("路通了。")
    add_centred(document, "从穷村到富村", size=Pt(14))
    document.add_paragraph("路修好了。")
    assert roles_by_text(read_one(make_file, document)) == {
        "石桥村的路": "headline",
        line: role,
        "从穷村到富村": "subhead",
    }


def test_the_size_of_a_line_is_that_of_its_run_or_of_its_style(make_file):
    document = docx.Document()
    large = document.styles.add_style("大字", WD_STYLE_TYPE.PARAGRAPH)
    large.font.size = Pt(22)
    heir = document.styles.add_style("大字居中", WD_STYLE_TYPE.PARAGRAPH)
    heir.base_style = large
    add_centred(document, "石桥村的路", style=heir)
    document.add_paragraph("路通了。")
    add_centred(document, "从穷村到富村")
    document.add_paragraph("路修好了。")
    add_centred(document, "柳河二桥通车", size=Pt(22))
    assert list(roles_by_text(read_one(make_file, document)).values()) == [
        "headline",
        "subhead",
        "headline",
    ]


@pytest.mark.parametrize("head", ["一、从泥路到水泥路", "（一）从泥路到水泥路", "1.从泥路到水泥路"])
def test_a_numbered_line_is_a_subhead_however_large(make_file, head):
    document = docx.Document()
    add_centred(document, "石桥村的路")
    document.add_paragraph("路通了。")
    add_centred(document, head)
    document.add_paragraph("路修好了。")
    assert roles_by_text(read_one(make_file, document)) == {
        "石桥村的路": "headline",
        head: "subhead",
    }


@pytest.mark.parametrize("line", ["（下转第三版）", "【下转第三版】", "第三版", "河湾日报"])
def test_what_stands_in_brackets_or_is_of_the_page_is_no_headline_however_large(make_file, line):
    document = docx.Document()
    add_centred(document, line, size=Pt(26))
    add_centred(document, "石桥村的路", size=Pt(22))
    document.add_paragraph("路通了。")
    assert roles_by_text(read_one(make_file, document)) == {"石桥村的路": "headline"}


def test_looks_make_no_headline_where_a_style_tells_one(make_file):
    document = docx.Document()
    document.add_heading("石桥村修好水渠", 1)
    add_centred(document, "清水进田", is_bold=True)
    page = read_one(make_file, document)
    assert page.document.roles == {1: "headline"}
