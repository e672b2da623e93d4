"""A story withdrawn and restored, before the eyes of a reader who keeps the page open."""

import pytest
from playwright.sync_api import expect

from tests.browser.test_release import log_in

pytestmark = pytest.mark.browser


def test_restored_story_is_back_in_the_browser_that_saw_it_gone(new_page, chromium, site):
    editor = new_page()
    log_in(editor, "final")
    editor.goto("/stories/")
    story = editor.locator("main a[href^='/stories/']").last.get_attribute("href")
    editor.goto("/admin/articles/version/?status__exact=released")
    headline = reading_headline(editor, story)
    editor.goto(f"/admin/articles/version/?status__exact=released&q={headline}")
    editor.locator("#result_list tbody th a").first.click()
    form = editor.url

    # A context of its own: a browser reports 410 as an error, which other pages may not do.
    context = chromium.new_context(base_url=site, locale="zh-CN")
    reader = context.new_page()
    assert reader.goto(story).status == 200

    move(
        editor, form, "withdraw", note="数字有误", note_to_readers="文中数字有误，核实后另行刊发。"
    )
    assert reader.goto(story).status == 410
    expect(reader.locator("main")).to_contain_text("文中数字有误，核实后另行刊发。")
    expect(reader.locator("main")).not_to_contain_text("当事人")

    move(editor, form, "restore", note="核实无误")
    # From another page, as by a link: a browser that keeps the answer would not ask again.
    reader.goto("/")
    assert reader.goto(story).status == 200
    assert reader.reload().status == 200
    expect(reader.get_by_role("heading", level=1)).to_have_text(headline)
    context.close()


def reading_headline(page, story):
    page.goto(story)
    return page.get_by_role("heading", level=1).inner_text()


def move(page, form, name, **fields):
    page.goto(form)
    page.click(f".moves button[formaction$='/move/{name}/'], form[action$='/move/{name}/'] button")
    for field, text in fields.items():
        page.fill(f".move-page [name={field}]", text)
    page.click(".move-page input[type=submit]")
    expect(page.locator(".messagelist .success")).to_be_visible()
