"""A day in the newsroom: five people, twelve stories, one conflict, one sent back, one embargo, one
correction, one withdrawal, and the sealed record is proved at the end."""

import datetime
import re

import pytest
from playwright.sync_api import expect

from tests.browser.test_desk import ADD, at_the_desk

pytestmark = pytest.mark.browser
__all__ = ["at_the_desk"]

TODAY = datetime.date.today()
HEADLINES = [f"当日要闻第{number}篇" for number in "一二三四五六七八九十"] + [
    "当日要闻第十一篇",
    "当日要闻第十二篇",
]
BODY = "青澜新报讯，柳汐公园环湖步道全长3公里，今日开放。"
REVIEWERS = ("first", "second", "final")


class Newsroom:
    """The people of the day, each at a desk of their own, and a reader."""

    def __init__(self, at_the_desk, new_page):
        names = ("reporter", "editor", *REVIEWERS)
        self.desks = {name: at_the_desk(name, "/admin/") for name in names}
        self.reader = new_page()
        self.addresses = {}

    def __getitem__(self, name):
        return self.desks[name]

    def open(self, name, headline):
        page = self[name]
        page.goto(self.addresses[headline])
        return page

    def write(self, headline):
        page = self["reporter"]
        page.goto(ADD)
        page.fill("#id_headline", headline)
        page.fill("#id_dated", str(TODAY))
        page.click(".tiptap")
        page.keyboard.type(BODY)
        expect(page.locator("#id_body")).to_have_value(re.compile("今日开放"))
        page.keyboard.press("Control+s")
        page.wait_for_url("**/change/")
        self.addresses[headline] = page.url

    def submit(self, name, headline):
        page = self.open(name, headline)
        page.keyboard.press("Control+Enter")
        expect(page.locator(".desk .standing").first).to_have_text("待初审")

    def move(self, name, headline, move, note="", **fields):
        page = self.open(name, headline)
        page.click(f".moves button[formaction$='/move/{move}/']")
        if note:
            page.fill("#id_note", note)
        for field, value in fields.items():
            page.fill(f"#id_{field}", value)
        if page.locator(".move-page").count():
            page.click(".move-page input[type=submit]")
        expect(page.locator(".messagelist .success")).to_be_visible()

    def release_the_rest(self):
        """From the list of what is approved, all at once."""
        page = self["final"]
        page.goto("/admin/articles/version/?waiting=release")
        page.check("#action-toggle")
        page.select_option("[name=action]", "release_chosen")
        page.click("button[name=index]")
        expect(page.locator(".messagelist .success")).to_contain_text(str(len(HEADLINES) - 1))
        expect(page.locator(".messagelist .error")).to_have_count(0)

    def review(self, headline):
        for name in REVIEWERS:
            self.move(name, headline, "approve")


@pytest.fixture
def newsroom(at_the_desk, new_page):
    return Newsroom(at_the_desk, new_page)


def public_address(page):
    return page.locator("a.viewsitelink").get_attribute("href")


def rewrite(page, old, new):
    """Change words of the body as one who knows them by heart."""
    page.evaluate(
        """([before, after]) => {
          const { editor } = document.querySelector(".tiptap");
          editor.commands.setContent(editor.getHTML().replace(before, after), {emitUpdate: true});
        }""",
        [old, new],
    )
    expect(page.locator("#id_body")).to_have_value(re.compile(new))


def test_day(newsroom, server):
    for headline in HEADLINES:
        newsroom.write(headline)

    two_at_once(newsroom, HEADLINES[0])
    for headline in HEADLINES:
        newsroom.submit("reporter", headline)
    sent_back(newsroom, HEADLINES[1])

    for headline in HEADLINES:
        newsroom.review(headline)
    embargoed = HEADLINES[2]
    tomorrow = f"{TODAY + datetime.timedelta(days=1)}T09:00"
    newsroom.move("final", embargoed, "release", at=tomorrow)
    newsroom.release_the_rest()

    is_nowhere(newsroom.reader, embargoed)
    corrected(newsroom, HEADLINES[3])
    withdrawn(newsroom, HEADLINES[4])

    proved = server.manage("verify_ledger")
    assert proved.returncode == 0, proved.stderr


def two_at_once(newsroom, headline):
    """Two write in one story: the second save overwrites nothing, and both texts are kept."""
    late = newsroom.open("editor", headline)
    page = newsroom.open("reporter", headline)
    rewrite(page, "3公里", "3.5公里")
    page.keyboard.press("Control+s")
    expect(page.locator(".messagelist .success")).to_be_visible()

    late.fill("#id_deck", "编辑加的副题")
    late.keyboard.press("Control+s")
    expect(late.locator(".merge-page")).to_contain_text("3.5公里")
    expect(late.locator(".merge-page")).to_contain_text("编辑加的副题")
    late.click("input[name=_continue]")
    expect(late.locator(".messagelist .success")).to_be_visible()
    expect(late.locator("#id_deck")).to_have_value("编辑加的副题")
    expect(late.locator("#id_body")).to_have_value(re.compile(r"3\.5公里"))


def sent_back(newsroom, headline):
    """The first reviewer says what is wrong, the writer finds it on the desk and mends it."""
    page = newsroom.open("first", headline)
    page.click(".note-form summary")
    page.fill("[name=quote]", "全长3公里")
    page.fill(".note-form [name=note]", "请核实长度")
    page.click(".note-form button")
    newsroom.move("first", headline, "send_back", note="长度请核实")

    page = newsroom["reporter"]
    page.goto("/admin/")
    page.click(f".desk-box a:has-text('{headline}')")
    expect(page.locator("#notes")).to_contain_text("请核实长度")
    rewrite(page, "3公里", "4公里")
    page.keyboard.press("Control+s")
    expect(page.locator(".messagelist .success")).to_be_visible()
    page.click("#notes .doubt button[type=submit]")
    newsroom.submit("reporter", headline)


def is_nowhere(reader, headline):
    for address in ("/", "/stories/", f"/{TODAY:%Y/%m/%d}/"):
        assert reader.goto(address).ok
        expect(reader.locator("main")).not_to_contain_text(headline)


def corrected(newsroom, headline):
    """What was wrong is mended in a new version and said in public."""
    page = newsroom.open("final", headline)
    story = public_address(page)
    page = newsroom.open("editor", headline)
    page.click("text=开始新版本")
    page.wait_for_url("**/change/")
    newsroom.addresses[headline] = page.url
    rewrite(page, "3公里", "5公里")
    page.click("#corrections-group .add-row a")
    page.fill("[name=corrections-0-wrong]", "全长3公里")
    page.fill("[name=corrections-0-right]", "全长5公里")
    page.keyboard.press("Control+s")
    expect(page.locator("[name=corrections-0-id]")).not_to_have_value("")
    newsroom.submit("editor", headline)
    newsroom.review(headline)
    newsroom.move("final", headline, "release")

    newsroom.reader.goto(story)
    expect(newsroom.reader.locator(".corrections ins")).to_have_text("全长5公里")
    newsroom.reader.goto("/corrections/")
    expect(newsroom.reader.locator("main")).to_contain_text("全长5公里")


def withdrawn(newsroom, headline):
    """Gone within one request, and its address says so."""
    page = newsroom.open("final", headline)
    story = public_address(page)
    assert newsroom.reader.goto(story).status == 200
    newsroom.move("final", headline, "withdraw", note="事实不清")
    is_nowhere(newsroom.reader, headline)
    assert newsroom.reader.request.get(story).status == 410
