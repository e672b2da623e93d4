import pytest

from articles.parsing.documents import Document, UnreadableSource, decode

PAGE = """# 柳河镇夏粮入库 镇长温榆到场看秤

本报讯 7月12日,䶮溪两岸麦熟,柳河镇12个粮站同时开秤。镇长温榆、副镇长岑雨歇查看夏粮入库。
    “今年亩产比去年多了38公斤。”种粮大户尉迟青禾说,全村已卖出小麦210吨,NBA球衣也买了一件。
记者 邬晓澜 文/图

## 青澜区开通B12路公交

本报讯 近日,青澜区交通运输局在朱镕路、喆园、堃元广场一带开通B12路公交,全长8.6公里,日均客流3000人次。
"""
TRADITIONAL = (
    "柳河鎮夏糧入庫\n\n本報訊 七月十二日，兩岸麥熟，十二個村的糧站同時開秤。"
    "鎮長溫榆來到石橋糧站，查看夏糧入庫和倉儲安全情況。"
)
# One value of each kind: a letter, a control, a line end, a trail byte, a lead byte, no byte.
DAMAGE = (0x78, 0x13, 0x0A, 0x33, 0x80, 0xB5, 0xE5, 0xFF)


def damaged(data):
    for place in range(len(data)):
        for value in DAMAGE:
            if value != data[place]:
                yield data[:place] + bytes([value]) + data[place + 1 :]


def read_or_refuse(data):
    try:
        return decode(data)
    except UnreadableSource:
        return None


def changed(before, after):
    """The stretch of the first text that the second does not share, between equal ends."""
    start = next(
        (at for at, (one, two) in enumerate(zip(before, after, strict=False)) if one != two),
        min(len(before), len(after)),
    )
    left, right = before[start:], after[start:]
    same = 0
    while same < min(len(left), len(right)) and left[-1 - same] == right[-1 - same]:
        same += 1
    return left[: len(left) - same]


@pytest.mark.parametrize(("encoding", "reach"), [("utf-8", 1), ("gb18030", 12)])
def test_one_damaged_byte_anywhere_is_marked_or_changes_its_own_place_only(encoding, reach):
    unmarked_wide = 0
    total = 0
    for data in damaged(PAGE.encode(encoding)):
        total += 1
        document = read_or_refuse(data)
        if document is None:
            continue
        stretch = changed(PAGE, document.text)
        assert bool(document.unread) == any(mark in document.text for mark in "\ufffd\x13")
        assert len(stretch) <= reach
        unmarked_wide += len(stretch) > 1 and not document.unread
    # A byte that pairs with its neighbours to other valid characters: seldom, never in UTF-8.
    assert unmarked_wide <= (0 if encoding == "utf-8" else total / 40)


@pytest.mark.parametrize(
    "words",
    [
        "苍鹭鸬鹚鸊鷉", "①②③④⑤⑥", "⑴⑵⑶", "⒎⑻⒗⒘⑥", "Пушкин", "《Война》",
        "こんにちは", "ぱぢすょ", "ㄅㄆㄇㄈ",
        "┌──┬──┐", "āáǎà", "ǔǚüò", "饕餮魑魅魍魉", "璐沅堀庾韬蟾鍪嘧", "αβγ", "⒈⒉⒊",
    ],
)  # fmt: skip
@pytest.mark.parametrize("end", ["，令人难忘。", "NBA。", "3个。"])
def test_valid_text_stays_what_it_is_however_rare(words, end):
    text = PAGE + f"记者在现场看到，{words}{end}\n"
    assert decode(text.encode("gb18030")) == Document(text)


def test_the_good_character_after_a_bad_byte_survives():
    text = "镇长到场看秤,粮站开秤,全镇夏粮入库工作有序,NBA也来了。\n"
    data = text.encode("gb18030")
    broken = data.replace("镇".encode("gb18030"), "镇".encode("gb18030")[:1], 1)
    assert decode(broken) == Document("\ufffd" + text[1:], unread=(1,))


def test_a_run_of_traditional_text_that_lost_its_step_is_put_right_and_marked():
    text = "鎮黨委書記溫榆在糧站檢查收購進度，要求幹部職工熱情服務，讓農民賣糧不排長隊。\n"
    data = text.encode("gb18030")
    place = data.index("要".encode("gb18030"))
    document = decode(data[:place] + data[place + 1 :])
    assert document == Document(text.replace("要", "\ufffd"), unread=(1,))


def test_a_file_cut_inside_a_character_keeps_all_before_it():
    for encoding in ("utf-8", "gb18030"):
        data = PAGE.rstrip("\n。").encode(encoding)[:-1]
        document = decode(data)
        assert document.text == PAGE.rstrip("\n。")[:-1] + "\ufffd"
        assert document.unread == (9,)


@pytest.mark.parametrize("encoding", ["big5", "gb18030", "utf-8", "utf-16-le", "utf-16-be"])
def test_traditional_text_is_read_in_each_encoding(encoding):
    assert decode(TRADITIONAL.encode(encoding)) == Document(TRADITIONAL)


@pytest.mark.parametrize(
    "data",
    [
        ("今日は天気がいいですね。新聞を読みます。" * 5).encode("shift_jis"),
        ("Été à la plage, naïve façade. " * 5).encode("latin-1"),
        PAGE.encode("gb18030") + TRADITIONAL.encode(),
        PAGE.encode() + PAGE.encode("gb18030"),
        PAGE.encode("gb18030") * 9 + "本报讯柳河镇夏粮".encode(),
        bytes(range(1, 256)) * 20,
    ],
    ids=["shift_jis", "latin-1", "two encodings", "two encodings again", "a pasted line", "noise"],
)
def test_what_fits_no_encoding_is_refused(data):
    with pytest.raises(UnreadableSource) as refusal:
        decode(data)
    assert refusal.value.reason == "unknown_encoding"
