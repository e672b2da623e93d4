"""A reader's way: from the front page to a story to an official, on a desktop and on a phone."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

WIDTHS = pytest.mark.parametrize("width", [390, 1280])


@WIDTHS
def test_front_page_to_story_to_official(new_page, width):
    page = new_page(width)
    page.goto("/")
    expect(page.get_by_role("heading", level=1)).to_have_text("青澜新报")
    lead = page.locator(".lead-headline")
    headline = "".join(lead.text_content().split())
    lead.get_by_role("link").click()
    expect(page).to_have_title(f"{headline} · 青澜新报")

    official = page.locator(".persons a").first
    name = official.text_content().strip()
    official.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(name)
    expect(page.get_by_role("link", name=headline).first).to_be_visible()


@WIDTHS
@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/2026/",
        "/2026/11/",
        "/2026/11/19/",
        "/editions/",
        "/editions/2026-11-16/",
        "/departments/",
        "/officials/",
        "/events/",
    ],
)
def test_page_keeps_within_the_screen(new_page, path, width):
    page = new_page(width)
    page.goto(path)

    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_list_is_filtered_by_the_address(new_page):
    page = new_page()
    page.goto("/stories/?official=祝令仪")

    expect(page.get_by_text("领导：祝令仪")).to_be_visible()
    expect(page.locator("main article, main .card").first).to_be_visible()


def test_pages_of_people_and_bodies_are_reached_by_keyboard(new_page):
    page = new_page()
    page.goto("/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    expect(page).to_have_url("/#content")
