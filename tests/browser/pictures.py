"""Take the pictures of docs/images anew: a short day in the newsroom, as docs/editing.md tells it.

`python -m tests.browser.pictures` starts a site with the sample paper in a temporary folder and
plays the day on it. Needs Chromium and Chinese fonts, as the tests in a browser do.
"""

import re
from pathlib import Path

from PIL import Image
from playwright.sync_api import expect

from tests.browser.demo import served

IMAGES = Path(__file__).parents[2] / "docs" / "images"
HEADLINE = "湖边早市六点开门"
PARAGRAPHS = (
    "11月19日清晨六点，云汀湾的湖边早市准时开门，四十多个摊位沿湖摆开，鱼是凌晨刚打上来的。",
    "摊主说，早市搬到湖边之后，停车不再难，老街坊也多走几步路，顺便绕湖走一圈。",
)


class Day:
    """One site and its people, each in a browser of their own."""

    def __init__(self, server, chromium, password):
        self.server, self.chromium, self.password = server, chromium, password
        self.pages = {}
        self.story = ""

    def at(self, name, width=1280):
        """The page of that person, signed in; of a reader where the name is empty."""
        key = name, width
        if key not in self.pages:
            context = self.chromium.new_context(
                base_url=self.server.address,
                viewport={"width": width, "height": 844 if width < 600 else 900},
                locale="zh-CN",
                timezone_id="Asia/Shanghai",
            )
            page = self.pages[key] = context.new_page()
            if name:
                page.goto("/admin/login/")
                page.fill("#id_username", name)
                page.fill("#id_password", self.password)
                page.click("input[type=submit]")
                expect(page.locator("#user-tools")).to_be_visible()
        return self.pages[key]

    def open(self, name, address="", width=1280):
        page = self.at(name, width)
        page.goto(self.story + address if not address.startswith("/") else address)
        page.wait_for_load_state("networkidle")
        return page

    def save(self, page):
        with page.expect_navigation():
            page.click("input[name=_continue]")
        expect(page.locator(".messagelist .success")).to_be_visible()

    def move(self, name, move, note=""):
        page = self.open(name, "change/")
        page.click(f".moves button[formaction$='/move/{move}/']")
        if note:
            page.fill("#id_note", note)
        if page.locator(".move-page").count():
            page.click(".move-page input[type=submit]")
        expect(page.locator(".messagelist .success")).to_be_visible()


def take(page, name, height=0):
    """A picture of the page in at most 128 colours: of the window, or so many pixels of it."""
    path = IMAGES / f"{name}.png"
    width = page.viewport_size["width"]
    clip = {"x": 0, "y": 0, "width": width, "height": height or page.viewport_size["height"]}
    page.evaluate("document.activeElement?.blur()")
    page.screenshot(path=path, clip=clip, full_page=bool(height))
    Image.open(path).convert("RGB").quantize(128, dither=Image.Dither.NONE).save(
        path, optimize=True
    )


def play(day):
    take(day.open("", "/"), "site", 1500)
    take(day.open("final", "/admin/"), "desk", 1000)
    take(day.open("first", "/admin/", 390), "desk-phone")
    write(day)
    conflict(day)
    reviews(day)
    release(day)
    afterwards(day)
    take(day.open("admin", "/admin/articles/version/figures/?month=2026-11"), "figures")


def write(day):
    page = day.open("reporter", "/admin/articles/version/add/")
    page.fill("#id_headline", HEADLINE)
    page.click(".tiptap")
    for paragraph in PARAGRAPHS:
        page.keyboard.type(paragraph)
        page.keyboard.press("Enter")
    expect(page.locator("#id_body")).to_have_value(re.compile("绕湖走一圈"))
    day.save(page)
    day.story = page.url.removeprefix(day.server.address).removesuffix("change/")
    page.wait_for_load_state("networkidle")
    take(page, "write")


def conflict(day):
    """Two people in one story: the second save is merged, not made over the first."""
    reporter, editor = day.open("reporter", "change/"), day.open("editor", "change/")
    reporter.fill("#id_deck", "四十多个摊位沿湖摆开")
    editor.fill("#id_deck", "鱼是凌晨刚打上来的")
    editor.fill("#id_kicker", "云汀湾新添一处便民点")
    day.save(reporter)
    editor.click("input[name=_continue]")
    expect(editor.get_by_text("双方都改了").first).to_be_visible()
    take(editor, "conflict", 780)
    editor.click("text=全部采用我的")
    editor.click("text=合并保存")
    expect(editor.locator(".messagelist .success")).to_be_visible()


def reviews(day):
    day.move("reporter", "submit")
    day.move("first", "approve")
    day.move("second", "send_back", note="摊位数请再核对，导语可再短。")
    page = day.open("reporter", "change/")
    page.fill("#id_deck", "三十八个摊位沿湖摆开")
    day.save(page)
    day.move("reporter", "submit")
    day.move("first", "approve")
    page = day.open("second", "change/")
    page.fill("#id_headline", f"{HEADLINE} 老街坊绕湖买菜")
    day.save(page)
    take(day.open("first", "review/"), "review", 760)
    take(day.open("first", "review/", 390), "review-phone")
    day.move("first", "approve")
    day.move("second", "approve")
    day.move("final", "approve")


def release(day):
    page = day.open("final", "change/")
    page.click(".moves button[formaction$='/move/release/']")
    expect(page.locator(".move-page")).to_be_visible()
    take(page, "release", 780)
    page.click(".move-page input[type=submit]")
    expect(page.locator(".messagelist .success")).to_be_visible()
    take(day.open("editor", "sheet/"), "sheet", 1190)


def afterwards(day):
    """A correction as a new version, the history, and a withdrawal as a reader meets it."""
    page = day.open("editor", "change/")
    page.click("form[action$='/revise/'] button, button[formaction$='/revise/']")
    expect(page.locator("#corrections-group")).to_be_visible()
    day.story = page.url.removeprefix(day.server.address).removesuffix("change/")
    page.click("#corrections-group .add-row a")
    page.fill("#id_corrections-0-wrong", "三十八个摊位")
    page.fill("#id_corrections-0-right", "四十二个摊位")
    page.fill("#id_deck", "四十二个摊位沿湖摆开")
    day.save(page)
    page.locator("#corrections-group").scroll_into_view_if_needed()
    take(page, "correction")
    take(day.open("editor", "history/"), "history", 760)
    first = day.open("editor", "compare/?from=v1")
    take(first, "compare", 620)
    live = day.open("final", "/admin/articles/version/?standing=live&q=" + HEADLINE)
    live.click("#result_list tbody th a")
    expect(live.locator("a.viewsitelink")).to_be_visible()
    address = live.locator("a.viewsitelink").get_attribute("href")
    live.click(".moves button[formaction$='/move/withdraw/']")
    live.fill("#id_note", "摊位数有误")
    live.fill("#id_note_to_readers", "稿件正在核实，更正后恢复。")
    live.click(".move-page input[type=submit]")
    expect(live.locator(".messagelist .success")).to_be_visible()
    take(day.open("", address), "withdrawn", 420)


def main():
    with served("--lang=zh-CN") as (server, chromium):
        from newsroom.demo import PASSWORD

        play(Day(server, chromium, PASSWORD))


if __name__ == "__main__":
    main()
