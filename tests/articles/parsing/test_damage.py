"""One damaged byte, at every place of a page, in every encoding: it is never passed in silence.

What comes of it is a refusal that names the line, a passage that is doubted, or, where the bytes
make other valid characters, exactly those characters: that nobody can see.
"""

import datetime

import pytest

from articles.parsing.documents import UNWRITTEN, UnreadableSource, decode
from articles.parsing.encodings import LOST
from articles.parsing.pipeline import parse_document
from tests.articles.parsing.test_encodings import changed

PAGE = """# 柳河镇夏粮入库 镇长温榆到场看秤

本报讯 7月12日，䶮溪两岸麦熟，12个粮站同时开秤，全长8.6公里。
“亩产多了38公斤。”种粮大户尉迟青禾说，NBA球衣也买了一件。
记者 邬晓澜 文/图
"""
ENCODINGS = {
    "utf-8": b"",
    "utf-8 with mark": b"\xef\xbb\xbf",
    "gb18030": b"",
    "utf-16-le": b"",
    "utf-16-be": b"",
    "utf-16-le with mark": b"\xff\xfe",
}
# No character at all, a line end, a control, a digit, a letter, bytes of longer characters, none.
DAMAGE = (0x00, 0x0A, 0x13, 0x33, 0x78, 0x80, 0xB5, 0xD8, 0xE5, 0xFF)
# How many characters the pairs of GB18030 may take along, to the next letter or digit.
SHIFTED = 6


def damaged(name, values=DAMAGE):
    """The encoding, the line of each damaged byte, and the damaged text without its mark."""
    encoding = name.partition(" ")[0]
    data = PAGE.encode(encoding)
    for place in range(len(data)):
        line = data[:place].decode(encoding, "ignore").count("\n") + 1
        for value in values:
            if value != data[place]:
                yield encoding, line, data[:place] + bytes([value]) + data[place + 1 :]


def decoded(data):
    """The document, or the error that says why there is none."""
    try:
        return decode(data)
    except UnreadableSource as refused:
        return refused


def strictly(data, encoding):
    """The text, where every byte of it is part of a character that somebody may have written."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    return None if UNWRITTEN.search(text) else text


@pytest.mark.parametrize("name", ENCODINGS)
def test_it_is_refused_or_named_by_its_line_or_makes_another_valid_character(name):
    silent = wide = 0
    for encoding, line, data in damaged(name):
        document = decoded(ENCODINGS[name] + data)
        if isinstance(document, UnreadableSource):
            assert (document.reason, document.detail) == ("binary", str(line))
            assert "\0" in data.decode(encoding, "replace")
            continue
        if document.unread:
            assert line in document.unread or line + 1 in document.unread
            assert LOST in document.text or UNWRITTEN.search(document.text)
            assert strictly(data, encoding) is None or encoding == "gb18030"
            continue
        silent += 1
        assert document.text == strictly(data, encoding)
        before, after = changed(PAGE, document.text), changed(document.text, PAGE)
        assert len(before) <= (SHIFTED if encoding == "gb18030" else 1)
        assert len(after) <= len(before)
        wide += len(before) > 1
    assert silent
    assert wide <= silent / 40


@pytest.mark.parametrize("name", ["utf-8", "gb18030", "utf-16-le"])
def test_what_is_named_is_doubted_in_its_story(name):
    day = datetime.date(2026, 7, 13)
    seen = 0
    for _encoding, line, data in damaged(name, values=(0x13, 0xD8)):
        document = decoded(data)
        if isinstance(document, UnreadableSource) or not document.unread:
            continue
        try:
            page = parse_document(document, edition_date=day)
        except UnreadableSource:
            assert line == 1  # The mark of the only heading was damaged: the page is refused.
            continue
        seen += 1
        doubts = [
            doubt
            for story in page.stories
            for doubt in story.doubts
            if doubt.kind == "replacement_character"
        ]
        assert {doubt.source.first_line for doubt in doubts} & set(document.unread)
    assert seen
