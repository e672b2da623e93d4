import io
from datetime import date
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from articles.importing.readers import Limits, read
from articles.importing.readers.docx import _read
from articles.importing.readers.pages import Note
from articles.parsing.documents import Document, UnreadableSource
from articles.parsing.pipeline import parse_document

from .characters import counted, printable


def saved(document):
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def read_one(make_file, document):
    (page,) = read(make_file(saved(document), "page.docx"))
    return page


def test_paragraphs_and_tables_come_in_order_with_the_roles_of_their_styles(make_file):
    document = docx.Document()
    document.add_heading("石桥村修好水渠", 1)
    document.add_paragraph("浇一遍地只要一天半", "Subtitle")
    document.add_paragraph("本报讯 4月3日，水渠修好了。")
    table = document.add_table(2, 2)
    for cell, text in zip(table._cells, ["村", "亩数", "石桥", "300"], strict=True):
        cell.text = text
    document.add_heading("清水进田", 3)
    document.add_paragraph("村民站在渠边。")
    document.add_paragraph("村民何大山在渠边。", "Caption")
    page = read_one(make_file, document)
    assert page.document == Document(
        "石桥村修好水渠\n\n浇一遍地只要一天半\n\n本报讯 4月3日，水渠修好了。\n\n"
        "村\u3000亩数\n石桥\u3000300\n\n清水进田\n\n村民站在渠边。\n\n村民何大山在渠边。\n",
        {1: "headline", 3: "deck", 7: "row", 8: "row", 10: "subhead", 14: "caption"},
    )


def test_a_document_without_heading_styles_has_no_roles(make_file):
    document = docx.Document()
    document.add_paragraph("石桥村修好水渠")
    document.add_paragraph("本报讯 水渠修好了。")
    page = read_one(make_file, document)
    assert page.document == Document("石桥村修好水渠\n\n本报讯 水渠修好了。\n")


def with_footnotes(document, notes):
    """The document's bytes, with a part of footnotes by their numbers."""
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    inner = "".join(
        f'<w:footnote w:id="{number}"><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:footnote>'
        for number, text in notes.items()
    )
    content_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    part = Part(
        PackURI("/word/footnotes.xml"),
        content_type,
        f"<w:footnotes {nsdecls('w')}>{inner}</w:footnotes>".encode(),
        document.part.package,
    )
    document.part.relate_to(part, kind)
    return saved(document)


def test_footnotes_stand_below_the_story_that_marks_them(make_file):
    document = docx.Document()
    document.add_heading("石桥村志", 1)
    marked = document.add_paragraph("旧志有载。")
    marked._p.append(parse_xml(f'<w:r {nsdecls("w")}><w:footnoteReference w:id="7"/></w:r>'))
    document.add_heading("柳河二桥通车", 1)
    document.add_paragraph("桥通了。")
    data = with_footnotes(document, {7: "见卷三。", 8: "无处可见的注。"})
    (page,) = read(make_file(data, "page.docx"))
    assert page.document.text.split("\n\n") == [
        "石桥村志",
        "旧志有载。",
        "见卷三。",
        "柳河二桥通车",
        "桥通了。",
        "无处可见的注。\n",
    ]


def test_a_headline_of_two_paragraphs_or_lines_stays_together(make_file):
    document = docx.Document()
    document.add_heading("石桥村修好水渠", 0)
    document.add_heading("清水流进麦田", 0)
    document.add_paragraph("水渠\n修好了。")
    page = read_one(make_file, document)
    assert page.document == Document(
        "石桥村修好水渠\n清水流进麦田\n\n水渠\n修好了。\n", {1: "headline", 2: "headline"}
    )


def test_a_style_made_from_a_heading_and_a_level_in_the_outline_are_headings(make_file):
    document = docx.Document()
    style = document.styles.add_style("报纸主题", WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = document.styles["Heading 1"]
    document.add_paragraph("石桥村修好水渠", style)
    document.add_paragraph("水渠修好了。")
    outlined = document.add_paragraph("图书馆换书架")
    outlined._p.get_or_add_pPr().append(parse_xml(f'<w:outlineLvl {nsdecls("w")} w:val="0"/>'))
    assert read_one(make_file, document).document.roles == {1: "headline", 5: "headline"}


def test_insertions_boxes_controls_and_links_are_printed_and_deletions_are_not(make_file):
    document = docx.Document()
    paragraph = document.add_paragraph("甲")
    names = nsdecls("w")
    for piece in (
        f"<w:ins {names}><w:r><w:t>乙</w:t></w:r></w:ins>",
        f"<w:del {names}><w:r><w:delText>去</w:delText></w:r></w:del>",
        f"<w:hyperlink {names}><w:r><w:t>丙</w:t></w:r></w:hyperlink>",
        f"<w:sdt {names}><w:sdtContent><w:r><w:t>丁</w:t></w:r></w:sdtContent></w:sdt>",
        f"<w:r {names}><w:pict><w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p></w:txbxContent>"
        "</w:pict></w:r>",
    ):
        paragraph._p.append(parse_xml(piece))
    assert read_one(make_file, document).document.text == "甲乙丙丁\n\n框\n"


def test_raised_and_lowered_characters_stay_what_they_are(make_file):
    document = docx.Document()
    paragraph = document.add_paragraph("产能3×10")
    paragraph.add_run("4").font.superscript = True
    paragraph.add_run("吨，减排CO")
    paragraph.add_run("2").font.subscript = True
    assert read_one(make_file, document).document == Document("产能3×10⁴吨，减排CO₂\n")


def test_headers_and_footers_are_dropped_lines(make_file):
    document = docx.Document()
    document.add_paragraph("水渠修好了。")
    document.sections[0].header.paragraphs[0].text = "青澜新报"
    document.sections[0].footer.paragraphs[0].text = "第3页"
    page = read_one(make_file, document)
    assert page.document == Document(
        "水渠修好了。\n\n青澜新报\n\n第3页\n", {3: "dropped", 5: "dropped"}
    )


def test_a_row_with_an_empty_first_cell_does_not_look_indented(make_file):
    document = docx.Document()
    table = document.add_table(2, 3)
    for cell, text in zip(table._cells, ["", "亩数", "同比", "石桥", "", "3%"], strict=True):
        cell.text = text
    text = read_one(make_file, document).document.text
    assert text == "亩数\u3000同比\n石桥\u3000\u30003%\n"


def test_a_table_of_one_column_holds_paragraphs(make_file):
    document = docx.Document()
    cell = document.add_table(1, 1).cell(0, 0)
    cell.text = "甲。"
    cell.add_paragraph("乙。")
    assert read_one(make_file, document).document.text == "甲。\n\n乙。\n"


def test_cells_that_only_lay_out_a_text_hold_its_paragraphs(make_file):
    document = docx.Document()
    left, right = document.add_table(1, 2).rows[0].cells
    left.text = "石桥村修好水渠"
    left.add_paragraph("本报讯 4月3日，水渠修好了。村民站在渠边。")
    right.text = "浇一遍地只要一天半。"
    assert read_one(make_file, document).document == Document(
        "石桥村修好水渠\n\n本报讯 4月3日，水渠修好了。村民站在渠边。\n\n浇一遍地只要一天半。\n"
    )


def test_rows_of_a_table_are_lines_by_themselves(make_file):
    document = docx.Document()
    document.add_heading("石桥村修好水渠", 1)
    document.add_paragraph("本报讯 4月3日，水渠修好了，浇地的亩数见下表。")
    table = document.add_table(3, 2)
    rows = ["村", "亩数", "石桥", "300", "柳树", "120"]
    for cell, text in zip(table._cells, rows, strict=True):
        cell.text = text
    page = parse_document(read_one(make_file, document).document, edition_date=date(2023, 4, 4))
    [story] = page.stories
    printed = [paragraph.text for paragraph in story.paragraphs]
    assert printed[1:] == ["村\u3000亩数", "石桥\u3000300", "柳树\u3000120"]
    assert not story.doubts


def drawn(kind):
    picture = io.BytesIO()
    Image.new("RGB", (4, 4)).save(picture, kind)
    return picture


def test_a_picture_is_a_photo_with_the_caption_below_it(make_file):
    document = docx.Document()
    document.add_paragraph("水渠修好了。")
    document.add_picture(drawn("PNG"))
    document.add_paragraph("村民何大山在渠边。", "Caption")
    document.add_picture(drawn("JPEG"))
    document.add_paragraph("图为新修的水渠。")
    document.add_picture(drawn("JPEG"))
    document.add_paragraph("清水流进了麦田。")
    page = read_one(make_file, document)
    assert page.document.text.split("\n\n") == [
        "水渠修好了。",
        "![村民何大山在渠边。](image1.png)",
        "![图为新修的水渠。](image2.jpg)",
        "![](image2.jpg)",
        "清水流进了麦田。\n",
    ]
    assert page.pictures == {
        "image1.png": drawn("PNG").getvalue(),
        "image2.jpg": drawn("JPEG").getvalue(),
    }
    assert page.notes == ()


def test_a_drawing_that_is_no_photo_is_noted(make_file):
    document = docx.Document()
    document.add_paragraph("水渠修好了。")
    document.add_picture(drawn("GIF"))
    page = read_one(make_file, document)
    assert (page.notes, page.pictures) == ((Note("picture", "image1.gif"),), {})


def test_a_picture_that_is_only_linked_is_noted(make_file):
    document = docx.Document()
    document.add_paragraph("水渠修好了。")
    document.add_picture(drawn("PNG"))
    (blip,) = document.element.body.iter(qn("a:blip"))
    address = "file:///D:/photos/canal.jpg"
    blip.set(qn("r:link"), document.part.relate_to(address, RT.IMAGE, is_external=True))
    assert read_one(make_file, document).notes == ()
    del blip.attrib[qn("r:embed")]
    page = read_one(make_file, document)
    assert (page.notes, page.pictures) == ((Note("picture", address),), {})


def test_what_is_no_document_or_unpacks_to_too_much_is_refused(make_file):
    document = docx.Document()
    with pytest.raises(UnreadableSource) as refusal:
        read_one(make_file, document)
    assert refusal.value.reason == "empty"

    bomb = io.BytesIO(saved(document))
    with ZipFile(bomb, "a", ZIP_DEFLATED) as opened:
        opened.writestr("word/media/a.bin", b"\0" * 3_000_000)
    source = make_file(bomb.getvalue(), "a.docx", limits=Limits(max_bytes=100_000))
    with pytest.raises(UnreadableSource) as refusal:
        list(read(source))
    assert refusal.value.reason == "zip_bomb"

    blank = io.BytesIO()
    with ZipFile(io.BytesIO(saved(document))) as old, ZipFile(blank, "w", ZIP_DEFLATED) as opened:
        for part in old.namelist():
            is_text = part == "word/document.xml"
            opened.writestr(part, b" " * 12_000_000 if is_text else old.read(part))
    with pytest.raises(UnreadableSource) as refusal:
        list(read(make_file(blank.getvalue(), "a.docx")))
    assert refusal.value.reason == "zip_bomb"

    with pytest.raises(UnreadableSource) as refusal:
        list(read(make_file(saved(document)[:500], "a.docx")))
    assert refusal.value.reason == "broken_file"

    other = io.BytesIO()
    with ZipFile(other, "w") as opened:
        opened.writestr("a.txt", "no document")
    with pytest.raises(UnreadableSource) as refusal:
        list(read(make_file(other.getvalue(), "a.docx")))
    assert refusal.value.reason == "broken_file"


@settings(deadline=None, max_examples=30)
@given(
    st.lists(
        st.tuples(st.sampled_from(["Normal", "Heading 1", "Subtitle"]), printable), max_size=4
    ),
    st.lists(printable, min_size=4, max_size=4),
    printable,
)
def test_no_character_is_lost_or_added(paragraphs, cells, header):
    document = docx.Document()
    for style, text in paragraphs:
        document.add_paragraph(text, style)
    for cell, text in zip(document.add_table(2, 2)._cells, cells, strict=True):
        cell.text = text
    document.sections[0].header.paragraphs[0].text = header
    found = _read(docx.Document(io.BytesIO(saved(document)))).text.document()
    assert counted(found.text) == counted(*(text for _, text in paragraphs), *cells, header)
