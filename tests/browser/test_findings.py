"""What verification finds stands beside the words as one types them."""

import pytest
from playwright.sync_api import expect

from tests.browser.test_desk import ADD, at_the_desk

pytestmark = pytest.mark.browser
__all__ = ["at_the_desk"]


@pytest.fixture
def writing(at_the_desk):
    def open_form(**options):
        page = at_the_desk("editor", ADD, **options)
        expect(page.locator(".tiptap")).to_be_visible()
        return page

    return open_form


def test_finding_comes_and_goes_with_the_words(writing):
    page = writing()
    found = page.locator("#findings .finding")
    page.fill("#id_headline", "柳汐公园新貌（组图")
    expect(found).to_have_count(1)

    page.click(".tiptap")
    page.keyboard.type("会议于2026年2月30日召开。")
    expect(found).to_have_count(2)
    expect(found.last).to_contain_text("2026年2月30日")
    expect(page.locator("#findings [role=status]")).to_have_text("发现 2 处问题")

    page.fill("#id_headline", "柳汐公园新貌（组图）")
    expect(found).to_have_count(1)


def test_panel_stays_as_it_was_without_a_connection_and_goes_on_with_one(writing):
    page = writing(may_be_cut_off=True)
    found = page.locator("#findings .finding")
    page.fill("#id_headline", "柳汐公园新貌（组图")
    expect(found).to_have_count(1)

    page.route("**/findings/", lambda route: route.abort())
    with page.expect_event("requestfailed", lambda one: one.url.endswith("/findings/")):
        page.fill("#id_headline", "柳汐公园新貌")
    expect(found).to_have_count(1)

    page.unroute("**/findings/")
    page.fill("#id_headline", "柳汐公园新貌。")
    expect(found).to_have_count(0)


def test_long_story_is_verified_and_one_that_is_too_long_is_said_to_be(writing):
    page = writing(may_be_refused=True)
    found, status = page.locator("#findings .finding"), page.locator("#findings [role=status]")
    write = """words => {
        const deck = document.getElementById("id_deck");
        deck.value = words;
        deck.dispatchEvent(new Event("input", { bubbles: true }));
    }"""
    page.evaluate(write, "长" * 40_000 + "（")
    expect(found).to_have_count(1)

    page.evaluate(write, "长" * 70_000 + "（")
    expect(status).to_contain_text("篇幅过长，无法边写边核对")
    expect(found).to_have_count(0)


def test_rule_tells_its_source(writing):
    page = writing()
    page.fill("#id_headline", "柳汐公园新貌（组图")
    page.click("#findings .finding summary")
    expect(page.locator("#findings .finding-rule p")).to_contain_text("GB/T 15834")
