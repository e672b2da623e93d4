"""What verification finds is marked in the words, shown by a click, and mended by one."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.test_desk import ADD, at_the_desk, body_of
from tests.browser.test_findings import writing

pytestmark = pytest.mark.browser
__all__ = ["at_the_desk", "writing"]
# A Monday; before it a character that JavaScript counts as two.
WRONG_DAY = "𠮷祥村于2026年11月16日（星期二）换届。"
MARKED = """(name) => [...(CSS.highlights.get(name) ?? [])].map((range) => range.toString())"""
SELECTED = "() => getSelection().toString()"


def typed(page, *paragraphs):
    page.click(".tiptap")
    for number, paragraph in enumerate(paragraphs):
        if number:
            page.keyboard.press("Enter")
        page.keyboard.type(paragraph)


def found(page, words):
    return page.locator(f"#findings .finding[data-words='{words}']")


def marked(page, certainty):
    return page.evaluate(MARKED, f"finding-{certainty}")


def test_click_puts_the_right_words_in_the_place_of_the_wrong_ones(writing):
    page = writing()
    typed(page, "第一段。", WRONG_DAY, "第三段。")
    expect(found(page, "星期二")).to_contain_text("第 2 段")
    found(page, "星期二").get_by_role("button", name="改为").click()

    expect(body_of(page)).to_have_value(
        f"<p>第一段。</p><p>{WRONG_DAY.replace('期二', '期一')}</p><p>第三段。</p>"
    )
    change = page.locator("#findings .changes-made li")
    expect(change).to_have_text(re.compile("第 2 段.*星期二.*→.*星期一"))
    expect(change.get_by_role("button", name="撤销")).to_be_focused()
    expect(found(page, "星期二")).to_have_count(0)


def test_change_stays_listed_though_the_same_sentence_stands_elsewhere(writing):
    page = writing()
    typed(page, WRONG_DAY, WRONG_DAY)
    expect(found(page, "星期二")).to_have_count(2)
    found(page, "星期二").first.get_by_role("button", name="改为").click()
    expect(body_of(page)).to_have_value(re.compile("星期一.*星期二"))
    page.evaluate(
        "() => document.querySelector('.tiptap').editor.commands.insertContentAt(4, '今')"
    )
    expect(body_of(page)).to_have_value(re.compile("𠮷祥今村"))
    expect(found(page, "星期二")).to_have_count(1)

    expect(page.locator("#findings .changes-made li")).to_have_count(1)


@pytest.mark.parametrize("way", ["button", "key"])
def test_change_is_undone_by_the_panel_and_by_the_editor(writing, way):
    page = writing()
    typed(page, WRONG_DAY)
    found(page, "星期二").get_by_role("button", name="改为").click()
    expect(body_of(page)).to_have_value(re.compile("星期一"))
    if way == "button":
        page.keyboard.press("Enter")
    else:
        page.focus(".tiptap")
        page.keyboard.press("Control+z")

    expect(body_of(page)).to_have_value(f"<p>{WRONG_DAY}</p>")
    expect(page.locator("#findings .changes-made li")).to_have_count(0)
    expect(found(page, "星期二")).to_have_count(1)


def test_headline_is_mended_and_put_back_in_its_field(writing):
    page = writing()
    page.fill("#id_headline", " 老村长退休")
    expect(page.locator("#id_headline")).to_have_attribute("data-found", "likely")
    found(page, "村长").get_by_role("button", name="改为").click()
    expect(page.locator("#id_headline")).to_have_value(" 老村委会主任退休")
    expect(page.locator("#id_headline")).not_to_have_attribute("data-found", "likely")

    page.click("#findings [data-undo]")
    expect(page.locator("#id_headline")).to_have_value(" 老村长退休")


def test_words_that_changed_since_are_let_be(writing):
    page = writing()
    typed(page, WRONG_DAY)
    expect(found(page, "星期二")).to_have_count(1)
    page.evaluate(
        """() => {
          document.querySelector(".tiptap").editor.commands.insertContentAt(5, "改写");
          document.querySelector("#findings [data-fix]").click();
        }"""
    )

    expect(page.locator("#findings [data-said]")).to_have_text("这些文字已经改动，未作修改。")
    expect(body_of(page)).to_have_value(re.compile("改写.*星期二"))


def test_sure_and_likely_are_marked_in_the_words_by_two_lines(writing):
    page = writing()
    typed(page, WRONG_DAY, "村长主持。")
    expect(found(page, "村长")).to_have_count(1)
    assert marked(page, "sure") == ["星期二"]
    assert marked(page, "likely") == ["村长"]
    expect(found(page, "星期二")).to_contain_text("确定有误")
    expect(found(page, "村长")).to_contain_text("请判断")


def test_click_shows_the_words_in_the_text(writing):
    page = writing()
    typed(page, *["一段文字。"] * 30, WRONG_DAY)
    page.evaluate("scrollTo(0, 0)")
    found(page, "星期二").get_by_role("button", name="在正文中显示").click()

    assert page.evaluate(SELECTED) == "星期二"
    expect(page.locator(".tiptap p").last).to_be_in_viewport()


def test_page_for_reading_marks_and_shows_the_words(at_the_desk):
    page = at_the_desk("reporter", ADD)
    page.fill("#id_headline", "老村长退休")
    page.fill("#id_dateline", "本报讯")
    typed(page, "第一段。", WRONG_DAY)
    expect(body_of(page)).to_have_value(re.compile("星期二"))
    page.click("input[name=_continue]")
    page.wait_for_url("**/change/")
    page.goto(page.url.replace("/change/", "/review/"))

    expect(found(page, "星期二").locator("[data-show]")).to_be_visible()
    assert marked(page, "sure") == ["星期二"]
    assert marked(page, "likely") == ["村长"]
    expect(page.locator("#findings [data-fix]").first).to_be_hidden()
    found(page, "星期二").get_by_role("button", name="在正文中显示").click()
    assert page.evaluate(SELECTED) == "星期二"
