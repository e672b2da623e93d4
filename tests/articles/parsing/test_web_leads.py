"""Leads, captions and days as web pages of papers print them."""

from datetime import date

import pytest

from articles.parsing.pipeline import parse_page

MAY = date(2024, 5, 20)


def story(text):
    (found,) = parse_page(f"# 石桥村的渠修好了\n\n{text}", edition_date=MAY).stories
    return found


@pytest.mark.parametrize(
    "above",
    [
        "新任驻村第一书记何青山（前左二）、老支书沈云顺（前左三）与二十多位村民一起在新修好的渠边交流，大家都很高兴。",
        "5月18日晚，参访团成员与石桥镇镇长何青山（左八）合影，共庆丰年。（柳河县台办）",
        "修渠活动在石桥村启动，五百名村民参加了启动仪式。图为5月18日启动仪式现场。何青 摄",
        "（“水够用吗？”在石桥社区，柳河县水利局局长何青山[中]与村民沈云顺、罗大河和周小海聊了起来，大家都很高兴。）",
    ],
)
def test_a_long_caption_may_stand_above_the_marked_lead(above):
    found = story(f"{above}\n\n本报讯（记者 何青）昨日，渠修好了。\n\n村民都来了。")

    assert [one.name for one in found.bylines] == ["何青"]
    assert found.dateline.marker == "本报讯"


def test_a_long_text_above_that_shows_nothing_keeps_its_beginning():
    above = (
        "新任第一书记何青山、老支书沈云顺与二十多位村民一起在新修的渠边交流，大家都说这渠修得好。"
    )

    assert story(f"{above}\n\n本报讯（记者 何青）昨日，渠修好了。").dateline is None


def test_a_place_may_stand_behind_the_day_of_a_marker():
    found = story("柳河网5月19日石桥讯 5月16日，柳河县县长何青山来到石桥村。")

    assert found.dateline.marker == "柳河网5月19日石桥讯"
    assert found.dateline.date == date(2024, 5, 19)


def test_a_marker_may_tell_the_day_without_its_month():
    found = story("柳河网19日石桥讯（记者 何青）柳河县县长何青山来到石桥村。")

    assert found.dateline.date == date(2024, 5, 19)


@pytest.mark.parametrize(
    "marker",
    [
        "柳河新闻通讯社/青山时报5月19日讯",
        "柳河艺术网—青山艺术报讯",
        "柳河法治报-青山法治在线5月19日讯",
        "柳河网（青山日报网）讯",
        "柳河微闻 5月19日讯",
        "青山日报 - 柳河之窗讯",
        "柳河网/青山头条客户端讯",
    ],
)
def test_a_marker_may_name_two_houses(marker):
    found = story(f"{marker}（记者 何青 通迅员 罗川）昨日，渠修好了。")

    assert found.dateline.marker == marker
    assert [(one.name, one.capacity) for one in found.bylines] == [
        ("何青", "记者"),
        ("罗川", "通迅员"),
    ]


@pytest.mark.parametrize(
    ("lead", "day"),
    [
        ("5月14日至15日召开的全会引发关注。5月16日，县委举行首场发布会。", 16),
        ("5月14日召开的全会引发关注。", 14),
        ("新年伊始，万象更新。5月16日是初二，何青山走访石桥村。", 16),
        ("5月14日召开的县委会议指出，要抓好防汛。5月12日，县里下了大雨。", 14),
        ("5月20日是春运首日，为做好安全工作，县交警大队举行启动仪式。", 20),
    ],
)
def test_day_of_the_news_is_not_that_of_a_thing_nor_what_it_is_called(lead, day):
    assert story(lead).dateline.date == date(2024, 5, day)


def test_who_took_a_picture_ends_the_paragraph_that_tells_of_it():
    found = story(
        "活动吸引了大量游客。民警巡视现场，维护现场秩序。 何青 摄\n\n"
        "“我们学到了不少知识。”一位游客开心地说。"
    )

    assert [one.text[-4:] for one in found.paragraphs] == ["何青 摄", "心地说。"]


@pytest.mark.parametrize(
    "signature", ["柳河电视台记者何青、通讯员罗大川报道。", "记者何青 通讯员罗大川报道。"]
)
def test_who_reported_may_close_a_story_as_a_sentence(signature):
    found = story(f"5月16日，渠修好了。\n\n{signature}")

    assert [one.name for one in found.bylines] == ["何青", "罗大川"]
    assert [one.text for one in found.paragraphs] == ["5月16日，渠修好了。"]


def test_a_sentence_of_a_report_is_no_signature():
    assert not story("5月16日，渠修好了。\n\n村民何青山听了记者报道。").bylines


def test_two_houses_may_send_one_reporter():
    found = story("【柳河时报-青山网记者 何青】石桥镇镇长何青山1981年出生，村民都说好。")

    assert [(one.name, one.capacity) for one in found.bylines] == [("何青", "柳河时报-青山网记者")]


@pytest.mark.parametrize(
    ("lead", "writer"),
    [
        ("石桥镇报道组 记者林小满 5月16日，渠修好了。", ("林小满", "记者")),
        ("石桥镇报道组 林小满 5月16日，渠修好了。", ("林小满", "石桥镇报道组")),
        ("5月16日讯 记者林小满报道 渠修好了。", ("林小满", "记者")),
        ("本报通讯员林小满摄影报道5月16日，渠修好了。", ("林小满", "本报通讯员")),
        ("柳河商会消息（林小满）：5月16日，渠修好了。", ("林小满", "")),
        ("四川在线柳河消息（记者 林小满）5月16日，渠修好了。", ("林小满", "记者")),
        ("云上柳河报道（记者　林小满）5月16日，渠修好了。", ("林小满", "记者")),
    ],
)
def test_a_lead_may_begin_with_its_house_or_day_before_the_writer(lead, writer):
    found = story(lead)

    assert found.dateline.date == date(2024, 5, 16)
    assert [(one.name, one.capacity) for one in found.bylines] == [writer]


@pytest.mark.parametrize("doing", ["来到现场采访。", "5月16日来到石桥镇采访。"])
def test_a_reporter_of_a_house_who_does_something_is_no_writer(doing):
    assert story(f"柳河电视台记者 林小满 {doing}").bylines == ()


def test_a_day_alone_in_brackets_is_that_of_the_story():
    (story,) = parse_page(
        "# 送温暖\n\n（7月8日）\n\n夏粮入库。", edition_date=date(2024, 7, 9)
    ).stories
    assert story.dateline.date == date(2024, 7, 8)


def test_a_column_of_the_paper_is_no_lead():
    text = "# 送温暖\n\n【我们的节日·中秋】\n\n在中秋来临之际，9月25日，石桥村走访慰问。"
    (story,) = parse_page(text, edition_date=date(2023, 9, 27)).stories
    assert story.dateline.date == date(2023, 9, 25)
    assert story.paragraphs[0].text == "【我们的节日·中秋】"


@pytest.mark.parametrize("line", ["2023-09-27", "更新时间：23年09月27日 点击数：804"])
def test_the_day_of_a_web_page_is_no_lead(line):
    text = f"# 送温暖\n{line}\n9月25日，石桥村走访慰问。"
    (story,) = parse_page(text, edition_date=date(2023, 9, 27)).stories
    assert story.dateline.date == date(2023, 9, 25)
    assert len(story.paragraphs) == 1
