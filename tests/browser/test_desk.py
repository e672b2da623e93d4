"""The desk in a real browser, under the strict policy: `new_page` fails at the first complaint."""

import re

import pytest
from playwright.sync_api import expect

from newsroom.demo import PASSWORD
from tests.articles.importing.test_settling import PAGE

pytestmark = pytest.mark.browser
ADD = "/admin/articles/version/add/"
SAVE = "input[name=_continue]"


@pytest.fixture
def at_the_desk(new_page):
    def log_in(username, path, width=1280, **options):
        page = new_page(width, **options)
        page.goto(f"/admin/login/?next={path}")
        page.fill("#id_username", username)
        page.fill("#id_password", PASSWORD)
        page.click("input[type=submit]")
        page.wait_for_url(f"**{path}")
        return page

    return log_in


def button(page, icon):
    """A button of the editor, by the name of its icon: its title is in the page's language."""
    return page.locator(f".prose-menubar__button:text-is('{icon}')").first


def body_of(page):
    """The field under the editor, which follows what is typed a moment later."""
    return page.locator("#id_body")


def new_story(at_the_desk, headline):
    """A form for a new story, the cursor in its body."""
    page = at_the_desk("reporter", ADD)
    page.fill("#id_headline", headline)
    page.fill("#id_dated", "2026-11-16")
    page.click(".tiptap")
    return page


def save(page):
    """Save, and return the body that was stored."""
    page.click(SAVE)
    page.wait_for_selector(".messagelist .success")
    return body_of(page).input_value()


def test_words_are_typed_formatted_saved_and_stored(at_the_desk):
    page = new_story(at_the_desk, "环湖步道试写")
    page.keyboard.type("第一段")
    page.keyboard.press("Enter")
    page.keyboard.press("Control+b")
    page.keyboard.type("加粗的")
    page.keyboard.press("Control+b")
    page.keyboard.press("Enter")
    button(page, "grid_on").click()
    page.click("dialog button[type=submit]")
    expect(body_of(page)).to_have_value(re.compile("<table"))
    page.keyboard.type("表格")
    expect(body_of(page)).to_have_value(re.compile("表格"))

    stored = save(page)
    assert stored.startswith("<p>第一段</p><p><strong>加粗的</strong></p><table>")
    assert "<p>表格</p>" in stored


def test_link_is_set_on_chosen_words(at_the_desk):
    page = new_story(at_the_desk, "带链接的稿件")
    page.keyboard.type("链接")
    page.keyboard.press("Shift+Home")
    # The browser tells the editor of a selection a moment later; without one there is no dialog.
    page.wait_for_function("!document.querySelector('.tiptap').editor.state.selection.empty")
    button(page, "insert_link").click()
    page.locator("dialog input").first.fill("https://example.com/x")
    page.click("dialog button[type=submit]")
    expect(body_of(page)).to_have_value(re.compile("</a>"))

    assert save(page) == '<p><a href="https://example.com/x" rel="noopener">链接</a></p>'


def test_decisions_wait_until_the_words_are_saved(at_the_desk):
    page = at_the_desk("reporter", ADD)
    page.fill("#id_headline", "先存后送")
    page.fill("#id_dated", "2026-11-16")
    page.click(".tiptap")
    page.keyboard.type("正文")
    page.click(SAVE)
    submit = page.locator("button[formaction*='move/submit']")
    expect(submit).to_be_enabled()

    page.fill("#id_deck", "未存的副题")
    expect(submit).to_be_disabled()
    expect(page.locator(".desk .unsaved")).to_be_visible()

    page.fill("#id_deck", "")
    submit.click()
    page.wait_for_selector(".standing.is-first")


def test_pasted_page_loses_its_styles_and_handlers(at_the_desk):
    page = at_the_desk("reporter", ADD)
    page.click(".tiptap")
    page.evaluate("""() => {
        const data = new DataTransfer();
        data.setData("text/html", '<p style="color:red" onclick="x()">粘<b>贴</b></p>');
        document.querySelector(".tiptap").dispatchEvent(
            new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true}));
    }""")

    expect(body_of(page)).to_have_value("<p>粘<strong>贴</strong></p>")
    page.evaluate("document.getElementById('version_form').reset()")


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize(
    "path",
    [
        "/admin/",
        "/admin/articles/version/",
        "/admin/articles/edition/",
        "/admin/articles/importrun/",
        "/admin/people/department/",
        "/admin/people/official/",
        "/admin/people/user/1/change/",
    ],
)
def test_pages_of_the_desk_keep_within_the_policy_and_the_screen(at_the_desk, path, width):
    page = at_the_desk("admin", path, width)
    page.wait_for_load_state("networkidle")

    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.locator("h1").first.is_visible()


def test_keys_search_go_to_the_desk_begin_save_and_submit(at_the_desk):
    page = at_the_desk("reporter", "/admin/")
    page.keyboard.press("/")
    expect(page.locator("#desk-search")).to_be_focused()
    page.keyboard.press("n")
    expect(page.locator("#desk-search")).to_have_value("n")

    page.locator("h1").click()
    page.keyboard.press("n")
    page.wait_for_url("**/version/add/")
    page.fill("#id_headline", "用键盘写的稿件")
    page.fill("#id_dated", "2026-11-16")
    page.click(".tiptap")
    page.keyboard.type("全程不用鼠标。")
    expect(body_of(page)).to_have_value(re.compile("全程不用鼠标"))
    page.keyboard.press("Control+s")
    page.wait_for_url("**/change/")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".messagelist")).to_contain_text("用键盘写的稿件")
    expect(page.locator(".desk .standing")).to_have_text("待初审")

    page.locator("h1").first.click()
    page.keyboard.press("g")
    page.keyboard.press("d")
    page.wait_for_url("**/admin/")
    page.keyboard.press("?")
    expect(page.locator("#keys")).to_be_visible()


def test_search_key_is_ready_to_type_from_a_page_without_a_field(at_the_desk):
    page = at_the_desk("reporter", "/admin/articles/version/figures/")
    page.keyboard.press("/")
    page.wait_for_url("**/admin/articles/version/#searchbar")
    expect(page.locator("#searchbar")).to_be_focused()


def test_key_for_a_new_story_does_nothing_for_who_may_write_none(at_the_desk, server):
    make_administrator = (
        "from newsroom.groups import make_groups;from people.models import User;"
        "user = User.objects.create_user('accounts', password='newsroom-demo', is_staff=True);"
        "user.groups.add(make_groups()['Administrators'])"
    )
    server.manage("shell", "-c", make_administrator).check_returncode()
    page = at_the_desk("accounts", "/admin/")
    page.keyboard.press("n")
    page.keyboard.press("?")
    expect(page.locator("#keys")).to_be_visible()
    assert page.url.endswith("/admin/")


def test_doubts_of_an_import_are_settled_by_keyboard_before_it_is_saved(at_the_desk):
    page = at_the_desk("admin", "/admin/articles/importjob/add/")
    page.set_input_files(
        "input[name=files]",
        {"name": "01.md", "mimeType": "text/markdown", "buffer": PAGE.encode()},
    )
    page.fill("input[name=edition_date]", "2026-11-20")
    page.click("input[type=submit]")
    page.click(".job-pages a")
    current = page.locator(".plan-doubt.is-current")
    page.wait_for_url("**/page/0/")
    page.wait_for_load_state()

    page.keyboard.press("j")
    page.keyboard.press("s")
    page.keyboard.type("看过报样")
    page.keyboard.press("Enter")
    expect(page.locator(".plan-doubt.is-settled")).to_contain_text("看过报样")
    expect(current.locator("input[name=note]")).to_be_visible()
    page.keyboard.press("2")
    expect(page.locator(".plan-doubt.is-settled")).to_have_count(2)
    expect(current.locator("[data-key=u]")).to_be_visible()
    page.keyboard.press("u")
    expect(page.locator(".plan-doubt.is-settled")).to_have_count(1)
    expect(current.locator("input[name=note]")).to_be_visible()
    page.keyboard.press("o")
    expect(page.locator(".source-lines .is-shown")).to_have_count(1)
