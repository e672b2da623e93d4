"""Not a word is lost: two people in one story, no network, no session, no server, a closed tab."""

import re

import pytest
from playwright.sync_api import expect

from newsroom.demo import PASSWORD

pytestmark = pytest.mark.browser
ADD = "/admin/articles/version/add/"
KEPT = "#writing .kept"


@pytest.fixture
def at_the_desk(new_page):
    def log_in(username, path, width=1280, **kind):
        page = new_page(width, **kind)
        sign_in(page, username, path)
        return page

    return log_in


def sign_in(page, username, path):
    page.goto(f"/admin/login/?next={path}")
    page.fill("#id_username", username)
    page.fill("#id_password", PASSWORD)
    page.click("input[type=submit]")
    page.wait_for_url(f"**{path}")


def story(at_the_desk, headline, **kind):
    """A saved story of two paragraphs, open before its writer; and its path."""
    page = at_the_desk("reporter", ADD, **kind)
    page.fill("#id_headline", headline)
    page.fill("#id_dated", "2026-11-16")
    page.click(".tiptap")
    page.keyboard.type("步道全长三公里。")
    page.keyboard.press("Enter")
    page.keyboard.type("沿湖新装路灯百盏。")
    expect(page.locator("#id_body")).to_have_value(re.compile("百盏。</p>$"))
    page.click("input[name=_continue]")
    page.wait_for_selector(".messagelist .success")
    return page, page.url.replace(page.evaluate("location.origin"), "")


def write_at_the_end(page, text):
    page.click(".tiptap")
    page.keyboard.press("Control+End")
    page.keyboard.type(text)


def body_of(page):
    return page.locator("#id_body")


def trouble(page, name):
    return page.locator(f"[data-trouble={name}]")


def reopened(page, path):
    """The story opened anew, its kept words offered."""
    page.goto(path)
    offer = page.locator(".offer").first
    expect(offer).to_be_visible()
    return offer


def test_two_people_see_each_other_and_their_texts_are_brought_together(at_the_desk):
    mine, path = story(at_the_desk, "两人同改的稿件")
    theirs = at_the_desk("first", path)
    expect(theirs.locator(".writing-others")).to_contain_text("林晚照")
    expect(mine.locator(".writing-others")).to_contain_text("许知白")

    mine.fill("#id_headline", "我改的标题")
    write_at_the_end(mine, "我写的尾句。")
    expect(mine.locator(KEPT)).to_be_visible()
    theirs.fill("#id_headline", "他改的标题")
    theirs.fill("#id_deck", "他加的副题")
    theirs.click("input[name=_continue]")
    theirs.wait_for_selector(".messagelist .success")

    expect(mine.locator(".writing-meanwhile")).to_contain_text("许知白")
    mine.locator(".writing-meanwhile button").click()
    place = mine.locator("#merge-headline")
    expect(place).to_contain_text("他改的标题")
    expect(place).to_contain_text("我改的标题")
    mine.click(".merge-page .closelink")
    expect(mine.locator("#id_headline")).to_have_value("我改的标题")
    expect(mine.locator(".writing-meanwhile")).to_contain_text("许知白")
    mine.locator(".writing-meanwhile button").click()
    expect(mine.locator("#merge-headline")).to_be_visible()
    mine.click("input[name=_continue]")
    expect(mine.locator(".errornote")).to_be_visible()
    mine.locator("#merge-headline input[value=typed]").check()
    mine.locator("#merge-headline textarea").fill("商量好的标题")
    mine.click("input[name=_continue]")
    mine.wait_for_selector(".messagelist .success")

    expect(mine.locator("#id_headline")).to_have_value("商量好的标题")
    expect(mine.locator("#id_deck")).to_have_value("他加的副题")
    expect(body_of(mine)).to_have_value(re.compile("百盏。我写的尾句。</p>$"))
    mine.locator(".set-aside summary").click()
    expect(mine.locator(".set-aside")).to_contain_text("他改的标题")
    expect(mine.locator(".set-aside")).to_contain_text("我改的标题")
    expect(mine.locator(".offer")).to_have_count(0)


def test_words_typed_without_a_network_are_sent_when_it_is_back(at_the_desk):
    page, _path = story(at_the_desk, "断网时写的稿件", may_be_cut_off=True)
    page.context.set_offline(True)
    write_at_the_end(page, "断网时写的一句。")
    expect(trouble(page, "offline")).to_be_visible()

    page.context.set_offline(False)
    expect(page.locator(KEPT)).to_be_visible()
    expect(trouble(page, "offline")).to_be_hidden()
    page.click("input[name=_continue]")
    page.wait_for_selector(".messagelist .success")
    expect(body_of(page)).to_have_value(re.compile("断网时写的一句。</p>$"))


def test_words_typed_after_the_session_ended_are_kept_and_saved(at_the_desk, server):
    page, _path = story(at_the_desk, "登录过期时的稿件")
    end_sessions(server)
    write_at_the_end(page, "过期后写的一句。")
    expect(trouble(page, "signed_out")).to_be_visible()

    with page.context.expect_page() as opened:
        trouble(page, "signed_out").locator("a").click()
    again = opened.value
    again.fill("#id_username", "reporter")
    again.fill("#id_password", PASSWORD)
    again.click("input[type=submit]")
    again.wait_for_selector("#user-tools")
    again.close()
    page.evaluate("window.dispatchEvent(new Event('focus'))")

    expect(page.locator(KEPT)).to_be_visible()
    expect(trouble(page, "signed_out")).to_be_hidden()
    page.click("input[name=_continue]")
    page.wait_for_selector(".messagelist .success")
    expect(body_of(page)).to_have_value(re.compile("过期后写的一句。</p>$"))


def test_words_that_could_not_be_saved_for_want_of_a_sign_in_are_offered(at_the_desk, server):
    page, path = story(at_the_desk, "提交时已过期的稿件")
    end_sessions(server)
    write_at_the_end(page, "差点丢了的一句。")
    expect(body_of(page)).to_have_value(re.compile("差点丢了的一句。"))
    page.click("input[name=_continue]")
    expect(trouble(page, "signed_out")).to_be_visible()
    expect(trouble(page, "unsaved")).to_be_visible()

    page.on("dialog", lambda dialog: dialog.accept())
    sign_in(page, "reporter", path)
    page.locator(".offer [data-restore]").click()
    expect(body_of(page)).to_have_value(re.compile("差点丢了的一句。</p>$"))
    expect(page.locator(".tiptap")).to_contain_text("差点丢了的一句。")
    page.click("input[name=_continue]")
    page.wait_for_selector(".messagelist .success")
    expect(body_of(page)).to_have_value(re.compile("差点丢了的一句。</p>$"))


def test_words_typed_while_the_server_restarts_are_kept(at_the_desk, server):
    page, _path = story(at_the_desk, "服务器重启时的稿件", may_be_cut_off=True)
    server.stop()
    write_at_the_end(page, "重启时写的一句。")
    expect(trouble(page, "offline")).to_be_visible()

    server.start()
    expect(page.locator(KEPT)).to_be_visible(timeout=30_000)
    page.click("input[name=_continue]")
    page.wait_for_selector(".messagelist .success")
    expect(body_of(page)).to_have_value(re.compile("重启时写的一句。</p>$"))


def test_words_of_a_tab_that_was_lost_are_offered_with_their_rows(at_the_desk):
    page, path = story(at_the_desk, "标签页崩溃的稿件")
    write_at_the_end(page, "崩溃前的一句。")
    page.locator("#credits-group .add-row a").click()
    page.fill("#id_credits-0-as_printed", "苏未央")
    expect(page.locator(KEPT)).to_be_visible()
    expect(page.locator("#writing")).to_have_attribute("data-holds", "sent")
    page.context.close()

    page = at_the_desk("reporter", path, 390)
    reopened(page, path).locator("a.button").click()
    expect(page.locator(".place").last).to_be_visible()
    expect(page.locator(".merge-page")).to_contain_text("崩溃前的一句。")
    page.locator(".submit-row a").click()

    expect(body_of(page)).to_have_value(re.compile("崩溃前的一句。</p>$"))
    expect(page.locator("#id_credits-0-as_printed")).to_have_value("苏未央")
    page.click("input[name=_continue]")
    page.wait_for_selector(".messagelist .success")
    expect(page.locator("#id_credits-0-as_printed")).to_have_value("苏未央")
    page.goto(path)
    expect(page.locator(".offer")).to_have_count(0)


def test_new_story_that_was_never_saved_is_offered_and_discarded(at_the_desk):
    page = at_the_desk("reporter", ADD)
    page.fill("#id_headline", "还没存过的新稿")
    expect(page.locator(KEPT)).to_be_visible()
    expect(page.locator("#writing")).to_have_attribute("data-holds", "sent")
    page.context.close()

    page = at_the_desk("reporter", ADD)
    offer = page.locator(".offer", has_text="还没存过的新稿")
    offer.locator("[data-discard]").click()
    expect(offer).to_have_count(0)
    page.reload()
    page.wait_for_load_state("networkidle")
    expect(offer).to_have_count(0)


def end_sessions(server):
    server.manage(
        "shell",
        "-c",
        "from django.contrib.sessions.models import Session; Session.objects.all().delete()",
    )
