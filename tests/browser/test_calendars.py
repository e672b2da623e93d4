"""A reader goes through the calendars of events, at the desk and on a phone."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser
OPENING = "青澜图书馆新馆开馆仪式"


def test_month_is_a_table_at_a_desk_and_a_list_on_a_phone(new_page):
    for width, is_wide in ((1280, True), (390, False)):
        page = new_page(width)
        page.goto("/events/")
        page.get_by_role("link", name="活动日历").click()
        page.wait_for_url("**/events/2026/11/")
        expect(page.get_by_role("link", name=OPENING)).to_be_visible()
        expect(page.locator(".events-by-day thead")).to_be_visible(visible=is_wide)
        expect(page.get_by_text("11月18日 星期三")).to_be_visible()
        page.get_by_role("link", name=OPENING).click()
        expect(page.get_by_role("heading", level=1)).to_have_text(OPENING)


def test_calendar_is_offered_to_the_phone_itself(new_page, site):
    page = new_page(390)
    page.goto("/officials/ning-qi-fan/events/2026/11/")
    address = f"{site}/officials/ning-qi-fan/calendar.ics"

    subscribe = page.get_by_role("main").get_by_role("link", name="订阅")
    expect(subscribe).to_have_attribute("href", address.replace("http:", "webcal:"))
    expect(page.locator("code")).to_have_text(address)
    answer = page.request.get(address)
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    assert "SUMMARY:首台" in answer.text()


def test_year_of_an_official_is_read_as_a_table_by_keyboard(new_page):
    page = new_page(390)
    page.goto("/officials/ning-qi-fan/")
    expect(page.get_by_role("img", name="2026年11月")).to_be_visible()
    page.get_by_text("列成表格").focus()
    page.keyboard.press("Enter")

    row = page.get_by_role("row", name="机器人下线仪式")
    expect(row).to_contain_text("11-12")
    row.get_by_role("link").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("机器人下线仪式")
