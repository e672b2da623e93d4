import pytest

from articles.parsing.documents import Document, UnreadableSource, decode

KNOWN = (
    ", not the text of a page. Save its text as a text file, as Word (.docx) or as PDF, and bring "
    "that."
)
TEXT = "## 柳河镇夏粮入库\r\n\r\n本报讯 七月,䶮溪两岸麦熟。\r\n"


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode("utf-8"),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("gb18030"),
        b"\xff\xfe" + TEXT.encode("utf-16-le"),
        b"\xfe\xff" + TEXT.encode("utf-16-be"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        b"\x84\x31\x95\x33" + TEXT.encode("gb18030"),
    ],
    ids=[
        "utf-8",
        "utf-8 with mark",
        "gb18030",
        "utf-16-le",
        "utf-16-be",
        "utf-16-le without mark",
        "utf-16-be without mark",
        "gb18030 with mark",
    ],
)
def test_text_is_decoded_and_left_as_it_is(data):
    assert decode(data) == Document(TEXT)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "The file is empty."),
        (b"\xef\xbb\xbf", "The file is empty."),
        (b" \r\n\t", "The file is empty."),
        (b"\x89PNG\r\n\x1a\n\0\0", f"This is a PNG picture file{KNOWN}"),
        (b"\xff\xd8\xff\xe0", f"This is a JPEG picture file{KNOWN}"),
        (b"%PDF-1.7", f"This is a PDF file{KNOWN}"),
        (b"PK\x03\x04", f"This is a ZIP or Word file{KNOWN}"),
        (
            b"abc\nd\0ef\n",
            "This is a binary file, not the text of a page: no text has what stands in line 2.",
        ),
        (b"\xef\xbb\xbf\xff", "The file says that it is UTF-8, but it cannot be read as that."),
        (b"\xff\xfe\x00", "The file says that it is UTF-16-LE, but it cannot be read as that."),
        (
            b"\x81",
            "The text is in no encoding that is known here, or too damaged to be read. Open it in "
            "an editor that shows it rightly, and save it as UTF-8.",
        ),
    ],
)
def test_other_data_is_refused_with_a_reason(data, message):
    with pytest.raises(UnreadableSource) as refusal:
        decode(data)
    assert str(refusal.value) == message


def test_a_lost_character_is_marked_and_its_line_named():
    whole = TEXT * 12
    data = whole.encode()
    place = data.index("镇".encode())
    document = decode(data[:place] + b"\xff" + data[place + 1 :])
    assert document.text == whole.replace("镇", "\ufffd" * 3, 1)
    assert document.unread == (1,)


@pytest.mark.parametrize("unwritten", ["\x01", "\x13", "\x7f", "\x9f", "\uffff"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le"])
def test_line_with_a_character_that_nobody_writes_is_named_and_stays_what_it_is(
    unwritten, encoding
):
    text = TEXT.replace("溪", "溪" + unwritten)
    assert decode(text.encode(encoding)) == Document(text, unread=(3,))


def test_the_mark_that_closes_a_file_of_old_systems_is_no_damage():
    assert decode((TEXT + "\x1a").encode("gb18030")) == Document(TEXT + "\x1a")
    damaged = TEXT.replace("溪", "\x1a")
    assert decode(damaged.encode()) == Document(damaged, unread=(3,))


def test_mark_that_begins_a_file_is_told_within_one():
    text = "石桥村修渠\n\n本报讯 水渠修好了。\n\ufeff柳河村通电\n"

    assert decode(text.encode("utf-8-sig")) == Document(text, unread=(4,))


def test_a_mark_that_the_file_itself_holds_is_no_lost_byte():
    assert decode("## 甲\ufffd乙".encode()) == Document("## 甲\ufffd乙")
