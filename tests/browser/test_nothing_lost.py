"""Nothing lost around the story: reasons, notes, pictures, saves without a network, old words."""

import re

import pytest
from playwright.sync_api import expect

from newsroom.demo import PASSWORD
from tests.browser.test_keeping import (
    ADD,
    at_the_desk,
    body_of,
    end_sessions,
    sign_in,
    story,
    trouble,
    write_at_the_end,
)

pytestmark = pytest.mark.browser
__all__ = ["at_the_desk"]
SAVED = ".messagelist .success"


def submitted(at_the_desk, headline):
    """A story that waits for its first review, open before the reviewer; and its path."""
    writer, path = story(at_the_desk, headline)
    writer.click(".moves button[formaction$='/move/submit/']")
    writer.wait_for_selector(SAVED)
    return at_the_desk("first", path), path


def log_in_here(page, username="first"):
    page.fill("#id_username", username)
    page.fill("#id_password", PASSWORD)
    page.click("input[type=submit]")


def drop_picture(page):
    page.evaluate(
        """async () => {
          const canvas = Object.assign(document.createElement("canvas"), {width: 60, height: 40});
          const blob = await new Promise((done) => canvas.toBlob(done, "image/png"));
          const data = new DataTransfer();
          data.items.add(new File([blob], "bridge.png", {type: "image/png"}));
          document.querySelector(".tiptap").dispatchEvent(
            new DragEvent("drop", {dataTransfer: data, bubbles: true, cancelable: true}));
        }"""
    )
    expect(page.locator("[name=photos-0-kept]")).to_have_value(re.compile("^[0-9a-f]{64}$"))


def test_reason_for_sending_back_survives_the_end_of_the_session(at_the_desk, server):
    page, path = submitted(at_the_desk, "退回时过期")
    page.click(".moves button[formaction$='/move/send_back/']")
    page.fill("#id_note", "第二段数字请核实。")
    end_sessions(server)
    page.click(".move-page input[type=submit]")
    page.wait_for_selector("#id_password")
    log_in_here(page)

    page.wait_for_url(f"**{path}")
    note = page.locator(".desk [name=note]")
    expect(note).to_have_value("第二段数字请核实。")
    page.click(".moves button[formaction$='/move/send_back/']")
    expect(page.locator("#id_note")).to_have_value("第二段数字请核实。")
    page.click(".move-page input[type=submit]")
    page.wait_for_selector(SAVED)
    expect(page.locator(".timeline")).to_contain_text("第二段数字请核实。")
    page.reload()
    expect(page.locator(".desk [name=note]")).to_have_value("")


def test_note_on_a_passage_survives_the_end_of_the_session(at_the_desk, server):
    page, path = submitted(at_the_desk, "批注时过期")
    page.click(".note-form summary")
    page.fill(".note-form textarea", "路灯数量存疑。")
    end_sessions(server)
    page.click(".note-form button[type=submit]")
    page.wait_for_selector("#id_password")
    log_in_here(page)

    page.wait_for_url(f"**{path}**")
    expect(page.locator(".note-form textarea")).to_have_value("路灯数量存疑。")
    page.click(".note-form button[type=submit]")
    page.wait_for_selector(SAVED)
    expect(page.locator("#notes .doubt")).to_contain_text("路灯数量存疑。")
    expect(page.locator(".note-form textarea")).to_have_value("")


def test_sign_in_elsewhere_does_not_make_a_form_too_old(at_the_desk):
    page, path = submitted(at_the_desk, "另一标签重新登录")
    page.click(".moves button[formaction$='/move/send_back/']")
    page.fill("#id_note", "请补充来源。")
    other = page.context.new_page()
    other.goto(path)
    other.click("#logout-form button")
    sign_in(other, "first", path)
    page.click(".move-page input[type=submit]")
    page.wait_for_selector(SAVED)
    expect(page.locator(".timeline")).to_contain_text("请补充来源。")


def test_picture_dropped_on_a_new_story_stays_through_a_refused_save(at_the_desk):
    page = at_the_desk("reporter", ADD)
    page.fill("#id_headline", "拖图后保存被拒")
    page.fill("#id_dated", "不是日期")
    drop_picture(page)
    page.keyboard.press("Control+s")
    page.wait_for_selector(".errornote")
    expect(page.locator("#id_dated")).to_be_focused()
    expect(page.locator(".is-uploaded img")).to_be_visible()

    page.fill("#id_dated", "")
    page.keyboard.press("Control+s")
    page.wait_for_selector(SAVED)
    expect(page.locator("#photos-group .has_original img.thumbnail")).to_have_count(1)


def test_picture_of_a_lost_tab_is_offered_with_the_words(at_the_desk):
    page = at_the_desk("reporter", ADD)
    page.fill("#id_headline", "标签页丢了的图片")
    drop_picture(page)
    expect(page.locator("#writing")).to_have_attribute("data-holds", "sent")
    page.context.close()

    page = at_the_desk("reporter", ADD)
    page.locator(".offer", has_text="标签页丢了的图片").locator("[data-restore]").click()
    expect(page.locator(".is-uploaded img")).to_be_visible()
    page.keyboard.press("Control+s")
    page.wait_for_selector(SAVED)
    expect(page.locator("#photos-group .has_original img.thumbnail")).to_have_count(1)


def test_file_that_is_no_picture_is_refused_at_its_row(new_page, at_the_desk):
    page = at_the_desk("reporter", ADD, may_be_refused=True)
    page.locator("#photos-group .add-row a").click()
    page.set_input_files(
        "[name=photos-0-image]",
        {"name": "x.png", "mimeType": "image/png", "buffer": "文字".encode()},
    )
    expect(page.locator(".upload-state.is-error")).to_contain_text("JPEG")


def test_save_without_a_network_waits_and_is_made_when_it_is_back(at_the_desk):
    page, _path = story(at_the_desk, "断网保存", may_be_cut_off=True)
    page.context.set_offline(True)
    write_at_the_end(page, "断网时保存的一句。")
    expect(body_of(page)).to_have_value(re.compile("断网时保存的一句。"))
    page.keyboard.press("Control+s")
    expect(trouble(page, "unsaved")).to_be_visible()
    expect(page.locator("#id_headline")).to_have_value("断网保存")

    page.context.set_offline(False)
    page.wait_for_selector(SAVED)
    expect(body_of(page)).to_have_value(re.compile("断网时保存的一句。</p>$"))
    expect(page.locator(".offer")).to_have_count(0)


def test_save_to_a_server_that_is_down_waits_and_is_made_by_a_key(at_the_desk, server):
    page, _path = story(at_the_desk, "服务器停了", may_be_cut_off=True)
    server.stop()
    write_at_the_end(page, "停机时保存的一句。")
    expect(body_of(page)).to_have_value(re.compile("停机时保存的一句。"))
    page.keyboard.press("Control+s")
    expect(trouble(page, "unsaved")).to_be_visible()

    server.start()
    page.click("[data-save-now]")
    page.wait_for_selector(SAVED)
    expect(body_of(page)).to_have_value(re.compile("停机时保存的一句。</p>$"))


def test_submitting_over_unsaved_words_saves_them_and_asks(at_the_desk):
    page, _path = story(at_the_desk, "没存就送审")
    write_at_the_end(page, "最后一句。")
    expect(body_of(page)).to_have_value(re.compile("最后一句。"))
    page.keyboard.press("Control+Enter")
    page.wait_for_url("**/move/submit/")
    expect(page.locator("input.default[type=submit]")).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_selector(".standing.is-first")
    expect(body_of(page)).to_have_value(re.compile("最后一句。</p>$"))


def test_conflict_names_the_other_and_is_settled_by_keyboard(at_the_desk):
    mine, path = story(at_the_desk, "键盘合并")
    theirs = at_the_desk("first", path)
    for page, headline in ((theirs, "他的标题"), (mine, "我的标题")):
        page.fill("#id_headline", headline)
        page.keyboard.press("Control+s")
        page.wait_for_selector(f"{SAVED}, #merge_form")
    expect(mine.locator("#merge-headline")).to_contain_text("许知白（已保存）")
    mine.click("[data-take=theirs]")
    expect(mine.locator("#merge-headline input[value=theirs]")).to_be_checked()
    mine.click("[data-take=mine]")
    mine.keyboard.press("Control+s")
    mine.wait_for_selector(SAVED)
    expect(mine.locator("#id_headline")).to_have_value("我的标题")


def test_wording_of_a_merge_survives_the_end_of_the_session(at_the_desk, server):
    mine, path = story(at_the_desk, "合并时过期")
    theirs = at_the_desk("first", path)
    for page, headline in ((theirs, "他的标题"), (mine, "我的标题")):
        page.fill("#id_headline", headline)
        page.keyboard.press("Control+s")
        page.wait_for_selector(f"{SAVED}, #merge_form")
    mine.check("#merge-headline input[value=typed]")
    mine.fill("#merge-headline textarea", "商量的标题")
    end_sessions(server)
    mine.click("[name=_continue]")
    mine.wait_for_selector("#id_password")
    log_in_here(mine, "reporter")

    mine.locator(".offer [data-restore]").click()
    expect(mine.locator("#id_headline")).to_have_value("我的标题")
    mine.keyboard.press("Control+s")
    mine.wait_for_selector("#merge_form")
    expect(mine.locator("#merge-headline textarea")).to_have_value("商量的标题")
    mine.keyboard.press("Control+s")
    mine.wait_for_selector(SAVED)
    expect(mine.locator("#id_headline")).to_have_value("商量的标题")


def test_words_that_an_editor_replaced_are_found_in_the_history_and_restored(at_the_desk):
    mine, path = story(at_the_desk, "被换掉的段落")
    theirs = at_the_desk("first", path)
    theirs.click(".tiptap")
    theirs.keyboard.press("Control+a")
    theirs.keyboard.type("编辑换掉了全文。")
    expect(body_of(theirs)).to_have_value(re.compile("换掉了全文"))
    theirs.keyboard.press("Control+s")
    theirs.wait_for_selector(SAVED)

    mine.goto(path.replace("/change/", "/history/"))
    row = mine.locator("tbody tr", has_text="林晚照").first
    row.locator("input[name=from]").check()
    mine.click("input[type=submit]")
    expect(mine.locator(".comparison")).to_contain_text("沿湖新装路灯百盏。")
    mine.locator(".moves button").click()
    mine.wait_for_selector(SAVED)
    expect(body_of(mine)).to_have_value(re.compile("沿湖新装路灯百盏。</p>$"))
