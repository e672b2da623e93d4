"""A reader's way: from the front page to a story to an official, on a desktop and on a phone."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

WIDTHS = pytest.mark.parametrize("width", [390, 1280])


@WIDTHS
def test_front_page_to_story_to_official(new_page, width):
    page = new_page(width)
    page.goto("/")
    expect(page.get_by_role("heading", level=1)).to_have_text("青澜新报")
    lead = page.locator(".lead-headline")
    headline = "".join(lead.text_content().split())
    lead.get_by_role("link").click()
    expect(page).to_have_title(f"{headline} · 青澜新报")

    official = page.locator(".persons a").first
    name = official.text_content().strip()
    official.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(name)
    expect(page.get_by_role("link", name=headline).first).to_be_visible()


@WIDTHS
@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/2026/",
        "/2026/11/",
        "/2026/11/19/",
        "/editions/",
        "/editions/2026-11-16/",
        "/departments/",
        "/officials/",
        "/events/",
    ],
)
def test_page_keeps_within_the_screen(new_page, path, width):
    page = new_page(width)
    page.goto(path)

    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_list_is_filtered_by_the_address(new_page):
    page = new_page()
    page.goto("/stories/?official=祝令仪")

    expect(page.get_by_text("领导：祝令仪")).to_be_visible()
    expect(page.locator("main article, main .card").first).to_be_visible()


def test_pages_of_people_and_bodies_are_reached_by_keyboard(new_page):
    page = new_page()
    page.goto("/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    expect(page).to_have_url("/#content")


def test_new_reader_on_a_phone_finds_what_people_come_for(new_page):
    page = new_page(390, has_touch=True)

    def go(*links):
        page.goto("/")
        for link in links:
            link.first.click()

    by_name = page.get_by_role
    go(by_name("link", name="第02版：综合"))
    expect(by_name("heading", level=1)).to_contain_text("第02版：综合")
    expect(by_name("navigation", name="标题导航").get_by_role("link").first).to_be_visible()

    menu = by_name("navigation", name="主导航")
    go(menu.get_by_role("link", name="领导"))
    expect(by_name("heading", level=1)).to_have_text("领导")
    by_name("link", name="宁启帆").click()
    expect(by_name("heading", level=1)).to_have_text("宁启帆")
    by_name("link", name="十一月").click()
    expect(by_name("heading", level=1)).to_contain_text("2026年11月")
    expect(page.get_by_text("“青鸢”").first).to_be_visible()

    go(menu.get_by_role("link", name="往期"))
    expect(by_name("heading", level=1)).to_contain_text("2026年")
    by_name("link", name="16 ").click()
    expect(by_name("heading", level=1)).to_contain_text("11月16日")
    by_name("link", name="柳汐社区：老楼“长”出新电梯").click()
    expect(page.locator("article.story")).to_be_visible()

    go(menu.get_by_role("link", name="部门"))
    expect(by_name("heading", level=1)).to_have_text("部门")
    by_name("link", name="青澜经开区经济发展局").click()
    expect(by_name("heading", level=1)).to_have_text("青澜经开区经济发展局")
    feed = by_name("link", name="订阅 青澜经开区经济发展局")
    expect(feed).to_be_in_viewport()
    answer = page.request.get(feed.get_attribute("href"))
    assert "青澜经开区经济发展局" in answer.text()
