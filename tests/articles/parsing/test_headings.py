import pytest

from tests.articles.parsing.splitting import read


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("本报讯 麦子熟了。", "咨询电话：88316600"),
        ("本报讯 麦子熟了。", "报名时间：3月1日至5日"),
        ("本报讯 麦子熟了。", "石桥村村民代表孙梅"),
        ("本报讯 麦子熟了。", "更多内容扫码阅读"),
        ("本报讯 麦子熟了。", "### 相关链接"),
        ("本报讯 麦子熟了，柳河镇的", "收割机都开到了田里"),
    ],
)
def test_last_line_of_the_story_above_is_no_kicker(text, line):
    stories, _ = read(f"# 甲\n\n{text}\n\n{line}\n## 乙村修好水渠\n\n本报讯 水渠通了。")
    assert stories == [(["甲"], [text, line]), (["乙村修好水渠"], ["本报讯 水渠通了。"])]


@pytest.mark.parametrize("line", ["柳河镇召开麦收会", "### 麦乡旧事·之三", "村民代表畅谈麦收"])
def test_kicker_may_stand_below_a_story_that_has_ended(line):
    stories, _ = read(f"# 甲\n\n本报讯 麦子熟了。\n\n{line}\n## 乙村修好水渠\n\n本报讯 水渠通了。")
    kicker = line.removeprefix("### ")
    assert stories[1] == ([kicker, "乙村修好水渠"], ["本报讯 水渠通了。"])


@pytest.mark.parametrize("line", ["读者来信", "山乡论坛", "开学第一周", "抗洪英模谱", "图片新闻"])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_line_alone_above_the_only_headline_is_its_kicker(line, gap):
    stories, dropped = read(f"{line}{gap}# 乙村修好水渠\n\n本报讯 水渠通了。")
    assert (stories, dropped) == ([([line, "乙村修好水渠"], ["本报讯 水渠通了。"])], [])


@pytest.mark.parametrize(
    "above", ["要闻", "民生新闻", "文学副刊", "第3版 综合", "云岭日报", "读者来信\n\n柳河镇征文"]
)
def test_name_of_the_page_is_no_kicker_of_its_only_story(above):
    stories, dropped = read(f"{above}\n\n# 乙村修好水渠\n\n本报讯 水渠通了。")
    assert (stories, dropped) == ([(["乙村修好水渠"], ["本报讯 水渠通了。"])], [above])


def test_short_line_above_several_stories_may_name_the_page():
    stories, dropped = read("读者来信\n\n# 甲\n\n本报讯 麦子熟了。\n\n# 乙\n\n本报讯 水渠通了。")
    assert [headings for headings, _ in stories] == [["甲"], ["乙"]]
    assert dropped == ["读者来信"]


@pytest.mark.parametrize(
    ("text", "roles", "stories"),
    [
        (
            "甲\n本报讯 一。\n乙\n本报讯 二。",
            {1: "headline", 3: "subhead"},
            [(["甲"], ["本报讯 一。"]), (["乙"], ["本报讯 二。"])],
        ),
        ("甲\n一。\n乙\n二。", {1: "headline", 3: "subhead"}, [(["甲"], ["一。", "乙", "二。"])]),
        ("甲\n乙\n本报讯 一。", {1: "headline", 2: "subhead"}, [(["甲", "乙"], ["本报讯 一。"])]),
        ("甲\n一。\n乙", {1: "headline", 3: "subhead"}, [(["甲"], ["一。", "乙"])]),
    ],
)
def test_a_subhead_above_a_marker_is_a_headline(text, roles, stories):
    assert read(text, roles)[0] == stories


def test_short_line_above_a_marked_text_begins_a_story_of_the_article():
    text = "柳河麦收\n\n本报讯 麦子熟了。\n\n青石麦收\n\n本报讯 麦子收了。\n\n小麦\n\n麦子运走了。"
    parts, _ = read(text, {1: "headline"})
    assert parts == [
        (["柳河麦收"], ["本报讯 麦子熟了。"]),
        (["青石麦收"], ["本报讯 麦子收了。", "小麦", "麦子运走了。"]),
    ]


def test_short_lines_between_a_heading_and_a_marked_text_are_of_the_headline():
    text = "# 柳河麦收\n\n收割机下地\n\n麦子装车\n\n本报讯 麦子熟了。"
    assert read(text)[0] == [(["柳河麦收", "收割机下地", "麦子装车"], ["本报讯 麦子熟了。"])]


def test_sentences_above_a_marked_text_are_no_headline():
    text = "# 柳河麦收\n\n收割机下地\n\n麦子装上了车。\n\n本报讯 麦子熟了。"
    (story,), _ = read(text)
    assert story[0] == ["柳河麦收"]


def test_line_above_the_names_of_its_writers_is_of_the_headline():
    body = "近日，柳河镇的麦子熟了，收割机开进了麦田，村民都到田头去看，镇里的干部也来了。"
    text = f"# 柳河麦收\n\n收割机下地记\n\n何青青 罗大川\n\n{body}"
    assert read(text)[0] == [(["柳河麦收", "收割机下地记"], ["何青青 罗大川", body])]
