"""Readers search by keyboard alone, on a phone, and without any script."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.test_accessibility import LOOK_IN, violations

pytestmark = pytest.mark.browser


def walk_to(page, selector):
    """Press Tab until that is in focus, as a reader without a mouse does."""
    for _step in range(300):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return page.locator(":focus")
    raise AssertionError(f"Tab never comes to {selector}")


@pytest.mark.parametrize("width", [390, 1280])
def test_a_search_by_keyboard_alone(new_page, width):
    page = new_page(width=width)
    page.goto("/search/")
    walk_to(page, "#q")
    page.keyboard.type("青澜")
    page.keyboard.press("Enter")
    expect(page.locator(".search-count")).to_be_visible()

    number = walk_to(page, ".facets a").locator(".number").inner_text()
    page.keyboard.press("Enter")
    expect(page.locator(".chips a").first).to_be_visible()
    expect(page.locator(".search-count")).to_contain_text(number)
    walk_to(page, ".facet-any")
    page.keyboard.press("Enter")
    expect(page.locator(".chips")).to_have_count(0)

    walk_to(page, ".search-order a")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("order=date"))
    headline = walk_to(page, ".hits h2 a").inner_text()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text(headline)


def test_names_are_suggested_while_they_are_typed(new_page):
    page = new_page()
    page.goto("/search/")
    page.locator("#q").press_sequentially("cya")
    suggested = page.locator("#names [role=option]")
    expect(suggested).to_have_count(1)
    expect(suggested).to_be_visible()
    expect(suggested).to_contain_text("岑予安")


@pytest.mark.parametrize("width", [390, 1280])
def test_a_suggested_name_is_chosen_by_the_keyboard_or_a_tap(new_page, width):
    page = new_page(width=width, **LOOK_IN)
    page.goto("/search/")
    page.locator("#q").press_sequentially("cy")
    expect(page.locator("#names [role=option]")).to_be_visible()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.keyboard.press("Escape")
    expect(page.locator("#names")).to_be_hidden()
    page.locator("#q").press_sequentially("a")
    expect(page.locator("#names [role=option]")).to_be_visible()
    page.keyboard.press("ArrowDown")
    active = page.locator("#q").get_attribute("aria-activedescendant")
    expect(page.locator(f"#{active}")).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Enter")
    expect(page.locator("#q")).to_have_value("岑予安")
    expect(page.locator(".hits h2").first).to_be_visible()

    page.goto("/search/")
    page.locator("#q").press_sequentially("予安")
    page.locator("#names [role=option]").click()
    expect(page.locator("#q")).to_have_value("岑予安")
    expect(page.locator(".hits h2").first).to_be_visible()


def test_without_scripts_everything_is_there(new_page):
    """On a phone: names in pinyin under the box, hits marked, facets, the help."""
    page = new_page(width=390, java_script_enabled=False)
    page.goto("/search/")
    page.locator(".search-help summary").click()
    expect(page.locator(".search-help li").first).to_be_visible()
    page.locator("#q").fill("cya")
    page.locator(".search-box button").click()
    named = page.locator(".search-named a").first
    expect(named).to_have_text("岑予安")
    named.click()
    expect(page.locator("h1")).to_contain_text("岑予安")

    page.goto("/search/?q=青澜")
    expect(page.locator(".hits mark").first).to_be_visible()
    page.locator(".facets a").first.click()
    expect(page.locator(".chips a").first).to_be_visible()
    page.locator(".facet-any").click()
    expect(page.locator(".chips")).to_have_count(0)


@pytest.mark.parametrize("typed", ["青澜", "cya", "没有这句话啊", "长" * 201])
def test_the_page_fits_a_phone(new_page, typed):
    page = new_page(width=390)
    page.goto(f"/search/?q={typed}")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
