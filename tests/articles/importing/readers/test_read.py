from datetime import date

import pytest

from articles.importing.readers import Place, open_source, read
from articles.parsing.documents import Document, UnreadableSource

DAY = date(2023, 4, 4)
TEXT = "## 石桥村修好水渠\n\n本报讯 水渠修好了，村民都来看。\n"


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.markdown", "a"])
def test_text_is_one_page_as_it_is(make_file, name):
    (page,) = read(make_file(TEXT.encode("gb18030"), name))
    assert page.document == Document(TEXT)
    assert page.data == TEXT.encode("gb18030")


def test_a_damaged_text_names_its_lines(make_file):
    data = (TEXT * 9).encode("gb18030").replace("村".encode("gb18030"), b"\xb4", 1)
    (page,) = read(make_file(data))
    assert page.document.unread == (1,)


def test_the_manifest_is_believed_before_the_file_and_the_file_before_its_name(tmp_path):
    folder = tmp_path / "2023-04-04"
    folder.mkdir()
    (folder / "02要闻.txt").write_text(TEXT, encoding="utf-8")
    story = '{"headline": "甲", "date": "2023-04-05", "page": "A01"}'
    (folder / "03.jsonl").write_text(story, encoding="utf-8")
    text, line = open_source(tmp_path)
    assert next(read(text)).place == Place(DAY, "02", "要闻")
    assert next(read(line)).place == Place(date(2023, 4, 5), "A01")
    hint = Place(date(2023, 4, 6), "", "副刊")
    assert next(read(line, place_hint=hint)).place == Place(date(2023, 4, 6), "A01", "副刊")


@pytest.mark.parametrize("folder", ["2023-04-04", "2023/04/04", "2023年4月4日", "20230404"])
def test_a_folder_that_is_a_day_dates_its_files_and_no_other_does(tmp_path, folder):
    for name, day in ((folder, DAY), (f"{folder}备份", None)):
        (tmp_path / name).mkdir(parents=True)
        (tmp_path / name / "01.txt").write_text(TEXT, encoding="utf-8")
        for path in (tmp_path / name, tmp_path / name / "01.txt"):
            (source,) = open_source(path)
            assert next(read(source)).place == Place(day, "01" if day else "")


@pytest.mark.parametrize(
    ("data", "name", "reason", "detail"),
    [
        (b"\x89PNG\r\n\x1a\n\0", "a.txt", "known_format", "PNG picture"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "a.doc", "known_format", "Office 97"),
        (b"{\\rtf1\\ansi text}", "a.txt", "known_format", "RTF"),
        (b"PK\x03\x04 and so on", "a.xlsx", "known_format", "ZIP or Office"),
        (b"text", "a.xyz", "unknown_format", ".xyz"),
        (b"text", "a.pdf", "broken_file", "PDF"),
        (b"text", "a.docx", "broken_file", "Word"),
        (b"", "a.txt", "empty", ""),
        (b"", "a.pdf", "empty", ""),
    ],
)
def test_what_holds_no_page_is_refused(make_file, data, name, reason, detail):
    with pytest.raises(UnreadableSource) as refusal:
        list(read(make_file(data, name)))
    assert (refusal.value.reason, refusal.value.detail) == (reason, detail)


@pytest.mark.parametrize(
    ("text", "reasons"),
    [
        ("# 雲汀劇團慶端午\n\n劇團到鎮上演出。\n\n通訊員 江籬\n", ["traditional"]),
        ("# 云汀剧团庆端午\n\n本报讯 剧团到镇上演出《這裡》。\n", []),
        ("# 甲\n\n乙。\n", []),
    ],
)
def test_text_in_traditional_characters_is_told(make_file, text, reasons):
    (page,) = read(make_file(text.encode("big5" if reasons else "utf-8"), "a.txt"))

    assert [note.reason for note in page.notes] == reasons


def test_a_file_is_read_as_what_its_bytes_are(make_file):
    (page,) = read(make_file("<!-- a --><html><h1>甲</h1><p>乙。</p></html>", "a.txt"))
    assert page.document == Document("甲\n\n乙。\n", {1: "headline"})
