"""Readers search by keyboard alone, on a phone, and without any script."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def test_a_search_by_keyboard_alone(new_page):
    page = new_page(width=390)
    page.goto("/search/")
    page.focus("#q")
    page.keyboard.type("湿地")
    page.keyboard.press("Enter")
    expect(page.locator(".search-count")).to_be_visible()
    first = page.locator(".hits h2 a").first
    headline = first.inner_text()
    for _step in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.hits h2 a')"):
            break
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text(headline)


def test_names_are_suggested_while_they_are_typed(new_page):
    page = new_page()
    page.goto("/search/")
    page.locator("#q").press_sequentially("cya")
    expect(page.locator("#names option")).to_have_count(1)
    expect(page.locator("#names option")).to_have_attribute("value", "岑予安")


def test_without_scripts_everything_is_there(new_page):
    page = new_page(width=390, java_script_enabled=False)
    page.goto("/search/?q=cya")
    expect(page.locator(".search-named a").first).to_have_text("岑予安")
    page.goto("/search/?q=青澜")
    assert page.locator(".hits mark").count() > 1
    page.locator(".facets a").first.click()
    expect(page.locator(".chips a").first).to_be_visible()


def test_the_page_fits_a_phone(new_page):
    page = new_page(width=390)
    page.goto("/search/?q=青澜")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
