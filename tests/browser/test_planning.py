"""A pitch becomes a story, a printed edition is read again: by keyboard, on a phone, with axe."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.test_accessibility import LOOK_IN, violations
from tests.browser.test_desk import at_the_desk
from tests.browser.test_keeping import end_sessions
from tests.browser.test_nothing_lost import log_in_here

pytestmark = pytest.mark.browser
__all__ = ["at_the_desk"]
ADD = "/admin/articles/assignment/add/"


def press(page, name):
    """The Enter key on a button."""
    page.get_by_role("button", name=name, exact=True).focus()
    page.keyboard.press("Enter")


def test_pitch_is_changed_and_accepted_in_one_step_and_begun(at_the_desk):
    reporter = at_the_desk("reporter", ADD)
    reporter.fill("#id_headline", "河堤夜巡")
    reporter.fill("#id_brief", "跟一班岗，拍交接。")
    reporter.fill("#id_due_at", "2020-01-01T17:30")
    press(reporter, "保存并继续编辑")
    reporter.wait_for_url(re.compile(r"/assignment/\d+/change/"))
    path = re.search(r"/admin/.*", reporter.url)[0]

    chief = at_the_desk("final", path, 390, **LOOK_IN)
    assert violations(chief) == []
    chief.fill("#id_headline", "雨后，谁在河堤夜巡")
    chief.fill("#decision-note", "配一张图")
    press(chief, "采用")
    expect(chief.locator(".messagelist .success")).to_contain_text("雨后，谁在河堤夜巡")
    expect(chief.locator("#id_headline")).to_have_value("雨后，谁在河堤夜巡")
    assert chief.evaluate("document.documentElement.scrollWidth") <= 390

    reporter.goto("/admin/")
    box = reporter.locator(".desk-box", has_text="我要写的")
    expect(box).to_contain_text("已过期限")
    box.get_by_role("link", name="雨后，谁在河堤夜巡").click()
    press(reporter, "动笔")
    expect(reporter.locator("#id_headline")).to_have_value("雨后，谁在河堤夜巡")
    brief = reporter.locator(".brief")
    expect(brief).to_contain_text("跟一班岗，拍交接。")
    expect(brief).to_contain_text("配一张图")


def test_enter_in_the_headline_saves_and_decides_nothing(at_the_desk):
    reporter = at_the_desk("reporter", ADD)
    reporter.fill("#id_headline", "早市的秤")
    press(reporter, "保存并继续编辑")
    reporter.wait_for_url(re.compile(r"/assignment/\d+/change/"))

    chief = at_the_desk("final", re.search(r"/admin/.*", reporter.url)[0])
    chief.focus("#id_headline")
    chief.keyboard.press("Enter")
    chief.wait_for_selector("#result_list")

    row = chief.locator("#result_list tr", has_text="早市的秤")
    expect(row.locator(".field-how_far")).to_have_text("待定")


def test_pitch_survives_the_end_of_the_session(at_the_desk, server):
    page = at_the_desk("reporter", ADD)
    page.fill("#id_headline", "渡口的最后一班船")
    page.fill("#id_brief", "问船工，拍收班。")
    end_sessions(server)
    press(page, "保存")
    page.wait_for_selector("#id_password")
    log_in_here(page, "reporter")

    page.wait_for_url(f"**{ADD}")
    expect(page.locator("#id_headline")).to_have_value("渡口的最后一班船")
    expect(page.locator("#id_brief")).to_have_value("问船工，拍收班。")
    press(page, "保存并新建下一条")
    page.wait_for_selector(".messagelist .success")
    expect(page.locator("#id_headline")).to_have_value("")


@pytest.mark.parametrize("width", [390, 1280])
def test_errors_of_an_edition_are_noted_and_make_its_rate(at_the_desk, width):
    day = {390: "16", 1280: "19"}[width]
    page = at_the_desk("editor", f"/admin/articles/edition/?date__day={day}", width, **LOOK_IN)
    page.locator("#result_list tbody a").first.click()
    page.get_by_role("link", name="登记编校差错").click()
    page.fill("#id_characters", "10000")
    press(page, "保存")
    for number, printed in enumerate(("管季会", "青谰")):
        page.locator("#errors-group .add-row a").focus()
        page.keyboard.press("Enter")
        page.fill(f"#id_errors-{number}-printed", printed)
        page.select_option(f"#id_errors-{number}-where", "heading")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    press(page, "保存并继续编辑")

    told = page.locator(".field-result")
    expect(told).to_contain_text("10000字中有4个差错，差错率万分之4.00，不合格")
