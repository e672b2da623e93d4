"""A finding that is none is let stand for a reason; the others stop the release until mended."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.test_accessibility import LOOK_IN, violations
from tests.browser.test_desk import ADD, at_the_desk, body_of
from tests.browser.test_findings import writing
from tests.browser.test_fixing import WRONG_DAY, found, marked, typed

pytestmark = pytest.mark.browser
__all__ = ["at_the_desk", "writing"]
# As the sample paper's archivist confirmed it.
BODY, TITLE, HOLDER = "青澜经开区教育体育局", "局长", "阮佩筠"
LEADERS = "/admin/people/appointment/change-of-leaders/"


def let_stand(page, words, reason):
    found(page, words).get_by_text("此处无误…").click()
    expect(found(page, words).get_by_label("为何无误")).to_be_focused()
    page.keyboard.type(reason)
    page.keyboard.press("Enter")


def save(page):
    with page.expect_navigation():
        page.click("input[name=_continue]")
    expect(page.locator(".messagelist .success")).to_be_visible()
    expect(page.locator(".tiptap")).to_be_visible()


def test_finding_is_let_stand_in_words_that_are_not_saved_yet(writing):
    page = writing()
    page.fill("#id_headline", "换届")
    save(page)
    typed(page, WRONG_DAY, "村长主持。")
    let_stand(page, "星期二", "照录公告原文")

    waived = page.locator("#findings .waived")
    expect(waived.locator("summary")).to_have_text("1 处已说明无误")
    expect(page.locator("#findings .findings-status")).to_have_text("发现 1 处问题")
    expect(page.locator("#findings .findings-status")).to_be_focused()
    waived.locator("summary").click()
    expect(waived).to_contain_text("叶听澜认为无误：照录公告原文")
    expect(body_of(page)).to_have_value(re.compile("星期二"))
    assert marked(page, "sure") == []

    waived.get_by_role("button", name="收回").click()
    expect(page.locator("#findings .findings-status")).to_have_text("发现 2 处问题")


def test_reason_that_is_half_typed_outlasts_the_next_look(writing):
    page = writing()
    page.fill("#id_headline", "换届")
    save(page)
    typed(page, WRONG_DAY)
    found(page, "星期二").get_by_text("此处无误…").click()
    expect(found(page, "星期二").get_by_label("为何无误")).to_be_focused()
    page.keyboard.type("照录")
    page.evaluate(
        """() => document.querySelector(".tiptap").editor.commands
            .insertContentAt(0, "<p>村长到。</p>")"""
    )
    expect(found(page, "村长")).to_have_count(1)
    page.keyboard.type("公告")

    expect(found(page, "星期二").get_by_label("为何无误")).to_have_value("照录公告")


def test_waiver_without_a_connection_is_said_not_to_be_made(writing):
    page = writing(may_be_cut_off=True)
    page.fill("#id_headline", "换届")
    save(page)
    typed(page, WRONG_DAY)
    expect(found(page, "星期二")).to_have_count(1)
    page.route("**/waivers/", lambda route: route.abort())
    let_stand(page, "星期二", "照录公告")

    expect(page.locator("#findings [data-said]")).to_have_text("没有送达服务器，请重试。")
    expect(found(page, "星期二").get_by_label("为何无误")).to_have_value("照录公告")


@pytest.mark.parametrize(("width", "scheme"), [(390, "dark"), (1280, "light")])
def test_panel_has_no_violation(at_the_desk, width, scheme):
    page = at_the_desk("editor", ADD, width, color_scheme=scheme, **LOOK_IN)
    page.fill("#id_headline", "换届（组图")
    typed(page, WRONG_DAY, "村长主持。", "会议于2026年2月30日召开。")
    expect(body_of(page)).to_have_value(re.compile("2月30日"))
    save(page)
    let_stand(page, "村长", "照录公告")
    page.locator("#findings .waived summary").click()
    found(page, "星期二").get_by_role("button", name="改为").click()
    found(page, "2026年2月30日").get_by_text("此处无误…").click()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width

    save(page)
    page.goto(page.url.replace("/change/", "/review/"))
    expect(page.locator("#findings .waiver")).to_be_visible()
    found(page, "2026年2月30日").get_by_text("此处无误…").click()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


# A change of leaders, and yesterday's title


def add_body(page, body):
    page.goto("/admin/people/department/add/")
    page.fill("#id_name", body)
    page.click("input[name=_save]")
    expect(page.locator(".messagelist .success")).to_be_visible()


def enter_change(page, body, name, day, leaving=""):
    """Somebody comes to the post, and where one is named, its holder leaves."""
    page.goto(LEADERS)
    page.click("#id_department + .select2")
    page.keyboard.type(body)
    page.locator(".select2-results__option--highlighted", has_text=body).click()
    page.fill("#id_title", TITLE)
    page.locator("#content form input[type=submit]").click()
    expect(page.locator("#id_name")).to_be_visible()
    if leaving:
        page.locator("label", has_text=leaving).locator("[name=leaving]").check()
    page.fill("#id_name", name)
    page.fill("#id_day", day)
    page.fill("#id_document", "青任〔2026〕9号")
    write_change(page)


def write_change(page):
    page.locator(".submit-row input[type=submit]").click()
    page.get_by_role("button", name="写入").click()
    expect(page.locator(".messagelist .success")).to_be_visible()


def approve_and_release(at_the_desk, story):
    """Three people approve it; the last presses release and is asked once more: their page."""
    for username in ("first", "second", "final"):
        page = at_the_desk(username, story)
        page.get_by_role("button", name="通过").click()
        expect(page.locator(".messagelist .success")).to_be_visible()
    page.locator("button[formaction*='move/release']").click()
    expect(page.locator(".move-page")).to_be_visible()
    return page


def test_story_with_the_title_of_yesterday_is_stopped_with_why_mended_and_released(
    at_the_desk, new_page
):
    keeper = at_the_desk("final", "/admin/")
    enter_change(keeper, BODY, "亓官禾", "2026-11-10", leaving=HOLDER)

    writer = at_the_desk("editor", ADD)
    writer.fill("#id_headline", "校园里的环湖课堂")
    writer.fill("#id_dated", "2026-11-20")
    typed(writer, f"11月19日，{BODY}{TITLE}{HOLDER}到柳汐小学调研。")
    wrong = found(writer, f"{BODY}{TITLE}")
    expect(wrong).to_contain_text("确定有误 · 阻止签发")
    expect(wrong).to_contain_text("亓官禾")
    save(writer)
    story = writer.url.split("/admin")[1]
    writer.get_by_role("button", name="送审").click()
    expect(writer.locator(".messagelist .success")).to_be_visible()

    chief = approve_and_release(at_the_desk, f"/admin{story}")
    stopped = chief.locator(".findings.errornote")
    expect(stopped).to_contain_text("核对发现的问题阻止签发")
    expect(stopped).to_contain_text(f"{HOLDER}任{BODY}{TITLE}至2026-11-10为止")
    expect(stopped.locator("ins")).to_have_text(f"时任{BODY}{TITLE}")
    expect(stopped.get_by_role("link", name="查看名录")).to_have_attribute(
        "href", re.compile(r"/people/official/\d+/change/")
    )
    chief.locator(".move-page .submit-row input[type=submit]").click()
    expect(chief.locator(".messagelist .error")).to_contain_text(HOLDER)
    expect(chief.locator(".desk .standing")).to_have_text("待签发")

    # The chief may correct the words that they review: the earlier stages look once more.
    expect(chief.locator(".tiptap")).to_be_visible()
    found(chief, f"{BODY}{TITLE}").get_by_role("button", name="改为").click()
    expect(body_of(chief)).to_have_value(re.compile(f"时任{BODY}{TITLE}{HOLDER}"))
    expect(found(chief, f"{BODY}{TITLE}")).to_have_count(0)
    save(chief)

    chief = approve_and_release(at_the_desk, f"/admin{story}")
    expect(chief.locator(".findings")).to_have_count(0)
    chief.locator(".move-page .submit-row input[type=submit]").click()
    expect(chief.locator(".messagelist .success")).to_be_visible()
    reader = new_page(390)
    reader.goto("/stories/")
    reader.get_by_role("link", name="校园里的环湖课堂").first.click()
    expect(reader.locator(".body")).to_contain_text(f"时任{BODY}{TITLE}{HOLDER}到柳汐小学调研")


def test_whom_nobody_knows_is_added_from_the_panel_and_known_on_return(at_the_desk):
    page = at_the_desk("final", "/admin/")
    add_body(page, "青澜经开区气象局")
    page.goto(ADD)
    page.fill("#id_dated", "2026-11-20")
    typed(page, "青澜经开区气象局局长公西望到会讲话。")
    unknown = found(page, "公西望")
    with page.expect_popup() as opened:
        unknown.get_by_role("link", name="加入名录…").click()
    form = opened.value
    expect(form.locator("h1")).to_contain_text("青澜经开区气象局局长")
    expect(form.locator("#id_name")).to_have_value("公西望")
    expect(form.locator("#id_day")).to_have_value("2026-11-20")
    write_change(form)
    form.close()

    page.evaluate("dispatchEvent(new Event('focus'))")
    expect(unknown).to_have_count(0)


def test_name_in_a_row_of_the_story_is_mended_with_the_text(at_the_desk):
    page = at_the_desk("final", "/admin/")
    add_body(page, "青澜经开区档案局")
    enter_change(page, "青澜经开区档案局", "濮阳砚", "2020-01")
    page.goto(ADD)
    page.fill("#id_dated", "2026-11-20")
    typed(page, "青澜经开区档案局局长濮阳研到会讲话。")
    page.click(".named button:has-text('+ 濮阳研')")
    name = page.locator("[name=mentions-0-name_as_printed]")
    expect(name).to_have_value("濮阳研")
    found(page, "濮阳研").get_by_role("button", name="改为").click()

    expect(body_of(page)).to_have_value(re.compile("局长濮阳砚到会"))
    expect(name).to_have_value("濮阳砚")
    page.click("#findings [data-undo]")
    expect(body_of(page)).to_have_value(re.compile("局长濮阳研到会"))
    expect(name).to_have_value("濮阳研")
