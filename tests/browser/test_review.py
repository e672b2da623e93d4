"""A reviewer reads on a phone or decides by keyboard, over the story as readers will see it."""

import pytest
from playwright.sync_api import expect

from tests.browser.test_desk import at_the_desk

pytestmark = pytest.mark.browser
__all__ = ["at_the_desk"]


def open_first_to_review(at_the_desk, username, width):
    page = at_the_desk(username, "/admin/", width)
    page.locator(".desk-box a[href*='/review/']").first.click()
    page.wait_for_url("**/review/")
    return page


def test_decision_is_in_reach_on_a_phone_wherever_one_reads(at_the_desk):
    page = open_first_to_review(at_the_desk, "second", 390)

    expect(page.locator(".story h1")).to_be_visible()
    for place in ("0", "document.body.scrollHeight"):
        page.evaluate(f"scrollTo(0, {place})")
        expect(page.locator(".review-bar button.is-main")).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth") == 390


def test_selected_words_go_into_the_note(at_the_desk):
    page = open_first_to_review(at_the_desk, "second", 1280)
    page.click(".note-form summary")
    page.locator(".story .body p").nth(1).dblclick(position={"x": 80, "y": 14})
    # A browser tells of a selection with the next frame.
    page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    page.focus(".note-form [name=quote]")
    expect(page.locator(".note-form [name=quote]")).not_to_have_value("")

    page.fill(".note-form [name=note]", "请核实")
    page.click(".note-form button")
    page.wait_for_url("**/review/#notes")
    expect(page.locator("#notes")).to_contain_text("请核实")


def test_story_is_approved_by_key_once_it_is_confirmed(at_the_desk):
    page = open_first_to_review(at_the_desk, "second", 1280)
    headline = page.locator(".story h1").inner_text()
    page.keyboard.press("a")
    expect(page.locator(".move-page input[type=submit]")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".messagelist .success")).to_be_visible()

    page.goto("/admin/")
    to_review = page.locator(".desk-box a[href*='/review/']")
    expect(to_review.filter(has_text=headline)).to_have_count(0)
