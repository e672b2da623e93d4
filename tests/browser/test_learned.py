"""What an edition taught is ticked with one press, by mouse or by keyboard."""

import pytest
from playwright.sync_api import expect

from tests.browser.test_desk import at_the_desk

pytestmark = pytest.mark.browser
__all__ = ["at_the_desk"]


def test_all_what_is_sure_or_nothing_is_ticked_at_once(at_the_desk):
    page = at_the_desk("admin", "/admin/articles/edition/1/learned/")
    boxes = page.locator(".ticks input[type=checkbox]:not([name=same])")
    ticked = page.locator(".ticks input[type=checkbox]:checked")
    # As if the server had found the first one doubtful.
    boxes.first.evaluate("one => { one.defaultChecked = one.checked = false }")
    sure, count = ticked.count(), boxes.count()
    assert sure == count - 1

    page.click(".tick-all button[value=all]")
    expect(ticked).to_have_count(count)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(ticked).to_have_count(sure)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(ticked).to_have_count(0)
