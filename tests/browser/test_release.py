"""An editor's way, from login to release, and the story before a reader's eyes."""

import re

import pytest
from playwright.sync_api import expect

from newsroom.demo import PASSWORD

pytestmark = pytest.mark.browser


def log_in(page, username):
    page.goto("/admin/")
    page.get_by_label("用户名").fill(username)
    page.get_by_label("密码").fill(PASSWORD)
    page.get_by_role("button", name="登录").click()
    expect(page.locator("#user-tools")).to_be_visible()


def test_imported_story_with_a_doubt_from_login_to_release(new_page):
    reporter = new_page()
    log_in(reporter, "reporter")
    reporter.goto("/admin/articles/version/?doubts=open")
    reporter.locator("#result_list tbody th a").first.click()
    headline = reporter.get_by_label("主题", exact=False).first.input_value()
    story = reporter.url

    doubt = reporter.locator("article.doubt")
    expect(doubt.locator(".source-lines li").first).to_be_visible()
    doubt.get_by_label("处理说明").fill("已与原报核对，补足缺字")
    doubt.get_by_role("button", name="处理完毕").click()
    expect(reporter.locator("article.doubt")).to_have_count(0)
    reporter.get_by_role("button", name="送审").click()
    expect(reporter.locator(".messagelist .success")).to_be_visible()

    for username in ("first", "second", "final"):
        reviewer = new_page()
        log_in(reviewer, username)
        reviewer.goto(story)
        reviewer.get_by_role("button", name="通过").click()
        expect(reviewer.locator(".messagelist .success")).to_be_visible()

    reviewer.get_by_role("button", name="签发").click()
    reviewer.get_by_role("button", name="签发").click()
    expect(reviewer.locator(".messagelist .success")).to_be_visible()

    reader = new_page(390)
    reader.goto("/stories/")
    reader.get_by_role("link", name=headline).first.click()
    expect(reader.get_by_role("heading", level=1)).to_have_text(headline)


def test_story_that_waits_is_nowhere_on_the_site(new_page):
    editor = new_page()
    log_in(editor, "final")
    editor.goto("/admin/articles/version/?status__exact=in_review")
    waiting = editor.locator("#result_list tbody th a").first.text_content()

    reader = new_page()
    for path in ("/", "/stories/", "/2026/11/19/"):
        reader.goto(path)
        expect(reader.get_by_text(re.compile(re.escape(waiting)))).to_have_count(0)
