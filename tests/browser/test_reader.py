"""A reader with a story: reports an error, has it read aloud, takes it along, by keyboard too."""

import re

import pytest
from django.core import signing
from playwright.sync_api import expect

from tests.browser.test_desk import at_the_desk

pytestmark = pytest.mark.browser
__all__ = ["at_the_desk"]

# The browser's own voice, which a machine without voices never ends: it says at once what it read.
VOICE = """
window.said = [];
Object.defineProperty(window, "speechSynthesis", { value: {
  paused: false,
  speak(words) { said.push(words.text); this.words = words; },
  pause() { this.paused = true; },
  resume() { this.paused = false; },
  cancel() {},
  end() { this.words.onend(); },
}});
"""


def open_story(page):
    """A story of the sample paper, whatever other tests released since."""
    page.goto("/2026/11/19/")
    page.goto(
        page.locator("main a[href^='/stories/']", has_text="小天鹅").first.get_attribute("href")
    )
    return page


def number_of(page):
    return re.search(r"/stories/(\d+)/", page.url)[1]


def earlier_token(article):
    """What the form would hold, had it been opened a minute ago."""
    signer = signing.TimestampSigner(salt="articles.reader_reports")
    value = f"{article}:{signing.b62_encode(int(signing.time.time()) - 60)}"
    return f"{value}:{signer.signature(value)}"


def test_marked_passage_is_reported_and_lands_on_the_desk(new_page, at_the_desk):
    page = open_story(new_page())
    headline = page.locator("h1").text_content()
    passage = page.locator(".body p").nth(1)
    passage.select_text()
    page.get_by_role("link", name="我要纠错").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("我要纠错")
    filled_in = page.get_by_label("原文").input_value()
    assert filled_in

    page.get_by_label("哪里有误").fill("数字应为四十七")
    page.get_by_label("电话或邮箱").fill("13800000000")
    token = earlier_token(number_of(page))
    page.locator("input[name=token]").evaluate("(field, token) => { field.value = token; }", token)
    page.get_by_role("button", name="提交").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("感谢您的纠错")

    desk = at_the_desk("editor", "/admin/")
    desk.get_by_role("link", name="读者纠错").first.click()
    row = desk.locator("#result_list tbody tr", has_text="数字应为四十七")
    expect(row).to_contain_text("".join(headline.split()[0]))
    row.locator("input[type=checkbox]").check()
    desk.select_option("select[name=action]", "begin_correction")
    desk.fill("input[name=note]", "核对过原稿")
    desk.click("button[name=index]")
    expect(desk.locator(".messagelist")).to_contain_text("已处理1条纠错")
    desk.locator(".messagelist a").first.click()
    expect(desk.locator("#id_headline")).to_be_visible()


def test_error_is_reported_without_scripts(new_page):
    page = open_story(new_page(390, java_script_enabled=False))
    expect(page.locator(".body p").first).to_be_visible()
    page.get_by_role("link", name="我要纠错").click()
    page.get_by_label("哪里有误").fill("应为五分钟")
    page.get_by_role("button", name="提交").click()

    # A form that comes back so quickly is not sent yet; what was typed stays.
    outcome = page.get_by_text("提交得太快了").or_(page.get_by_text("感谢您的纠错")).first
    expect(outcome).to_be_visible()
    if page.url.endswith("/report/"):
        expect(page.get_by_label("哪里有误")).to_have_value("应为五分钟")


def test_large_type_stays_chosen_without_scripts(new_page):
    page = new_page(390, java_script_enabled=False)
    page.goto("/stories/")
    page.get_by_role("button", name="大字版").click()
    expect(page.locator("html")).to_have_class("large")
    expect(page).to_have_url("/stories/")

    page.locator(".card-headline a").first.click()
    expect(page.locator(".body p").first).to_have_css("font-size", re.compile(r"^24(\.0\d*)?px$"))
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.get_by_role("button", name="标准字号").click()
    expect(page.locator("html")).not_to_have_class("large")


def test_story_is_read_aloud_from_the_headline_on_and_paused(new_page):
    page = new_page()
    page.add_init_script(VOICE)
    open_story(page)
    # Captions where they stand among the paragraphs.
    parts = page.locator(".story").locator("figcaption, .body p, .body h2").all_text_contents()

    page.get_by_role("button", name="朗读").click()
    page.evaluate("speechSynthesis.end()")
    expect(page.locator(".story figcaption").first).to_have_class("is-read")
    pause = page.get_by_role("button", name="暂停朗读")
    expect(pause).to_have_attribute("aria-pressed", "true")
    pause.click()
    page.get_by_role("button", name="继续朗读").click()
    expect(page.get_by_role("button", name="暂停朗读")).to_be_visible()
    for _ in parts:
        page.evaluate("speechSynthesis.end()")

    expect(page.get_by_role("button", name="朗读", exact=True)).to_be_visible()
    assert page.evaluate("said")[1:] == parts
    expect(page.locator(".is-read")).to_have_count(0)


def test_address_is_copied_and_its_code_unfolds_by_keyboard(new_page):
    page = new_page(permissions=["clipboard-read", "clipboard-write"])
    open_story(page)
    summary = page.locator(".tools summary")
    summary.focus()
    page.keyboard.press("Enter")
    code = page.get_by_role("img", name="本文链接的二维码")
    expect(code).to_be_visible()
    expect(page.locator(".qr img")).to_have_js_property("complete", True)
    assert page.locator(".qr img").evaluate("image => image.naturalWidth") > 0

    page.get_by_role("button", name="复制链接").press("Enter")
    expect(page.get_by_text("链接已复制。")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == page.url


@pytest.mark.parametrize("width", [390, 1280])
def test_whole_story_is_walked_by_keyboard(new_page, width):
    page = open_story(new_page(width))
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="跳到正文")).to_be_focused()
    links = page.locator("a[href], button, summary").count()

    reached = set()
    for _ in range(links + 2):
        reached.add(page.evaluate("(document.activeElement.textContent || '').trim()"))
        page.keyboard.press("Tab")

    assert {"大字版", "新闻", "我要纠错", "微信扫码", "朗读", "订阅"} <= reached
    expect(page.get_by_role("link", name="第02版：综合", exact=True)).to_have_count(1)
    for landmark in ("banner", "main", "contentinfo", "complementary"):
        expect(page.get_by_role(landmark)).to_have_count(1)


def test_nothing_moves_while_a_story_loads(new_page):
    page = new_page(390)
    page.add_init_script(
        "window.moved = 0; new PerformanceObserver((list) => { for (const one of list.getEntries())"
        " if (!one.hadRecentInput) moved += one.value; })"
        ".observe({ type: 'layout-shift', buffered: true });"
    )
    for address in ("/", "/stories/"):
        page.goto(address)
        page.wait_for_load_state("networkidle")
        assert page.evaluate("moved") < 0.01, address
    open_story(page)
    page.wait_for_load_state("networkidle")
    assert page.evaluate("moved") < 0.01
