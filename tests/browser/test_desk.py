"""The desk in a real browser, under the strict policy: `new_page` fails at the first complaint."""

import pytest

from newsroom.demo import PASSWORD

pytestmark = pytest.mark.browser
ADD = "/admin/articles/version/add/"
SAVE = "input[name=_continue]"


@pytest.fixture
def at_the_desk(new_page):
    def log_in(username, path, width=1280):
        page = new_page(width)
        page.goto(f"/admin/login/?next={path}")
        page.fill("#id_username", username)
        page.fill("#id_password", PASSWORD)
        page.click("input[type=submit]")
        page.wait_for_url(f"**{path}")
        return page

    return log_in


def settle(page):
    """The editor follows clicks and keys a moment later."""
    page.wait_for_timeout(250)


def press(page, icon):
    """A button of the editor, by the name of its icon: its title is in the page's language."""
    settle(page)
    page.locator(f".prose-menubar__button:text-is('{icon}')").first.click()
    settle(page)


def body_of(page):
    return page.evaluate("document.getElementById('id_body').value")


def test_words_are_typed_formatted_saved_and_stored(at_the_desk):
    page = at_the_desk("reporter", ADD)
    page.fill("#id_headline", "环湖步道试写")
    page.fill("#id_dated", "2026-11-16")
    page.click(".tiptap")
    page.keyboard.type("第一段")
    page.keyboard.press("Enter")
    page.keyboard.type("加粗的")
    settle(page)
    page.keyboard.press("Shift+Home")
    press(page, "format_bold")
    page.keyboard.press("End")
    press(page, "format_bold")
    page.keyboard.press("Enter")
    page.keyboard.type("链接")
    settle(page)
    page.keyboard.press("Shift+Home")
    press(page, "insert_link")
    page.locator("dialog input").first.fill("https://example.com/x")
    page.click("dialog button[type=submit]")
    settle(page)
    page.keyboard.press("End")
    settle(page)
    page.keyboard.press("Enter")
    press(page, "grid_on")
    page.click("dialog button[type=submit]")
    settle(page)
    page.keyboard.type("表格")
    page.click(SAVE)
    page.wait_for_selector(".messagelist .success")

    stored = body_of(page)
    assert stored.startswith(
        "<p>第一段</p><p><strong>加粗的</strong></p>"
        '<p><a href="https://example.com/x" rel="noopener">链接</a></p><table>'
    )
    assert "<p>表格</p>" in stored


def test_decisions_wait_until_the_words_are_saved(at_the_desk):
    page = at_the_desk("reporter", ADD)
    page.fill("#id_headline", "先存后送")
    page.fill("#id_dated", "2026-11-16")
    page.click(".tiptap")
    page.keyboard.type("正文")
    page.click(SAVE)
    submit = page.locator("button[formaction*='move/submit']")
    assert submit.is_enabled()

    page.fill("#id_deck", "未存的副题")
    settle(page)
    assert submit.is_disabled()
    assert page.locator(".desk .unsaved").is_visible()

    page.fill("#id_deck", "")
    settle(page)
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
    settle(page)

    assert body_of(page) == "<p>粘<strong>贴</strong></p>"
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
