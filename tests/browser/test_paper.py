"""An editor draws the areas of a page with mouse and keyboard; a reader follows them, or reads on
without pictures and scripts."""

import re

import pytest
from playwright.sync_api import expect

from tests.articles.importing.readers.printing import PrintedPage
from tests.browser.test_accessibility import LOOK_IN, violations
from tests.browser.test_desk import at_the_desk

pytestmark = pytest.mark.browser
__all__ = ["at_the_desk"]

DRAFT_DAY = "2026-11-19"
CORNERS = re.compile(r'"corners":\[(.*?\])\]')


@pytest.fixture
def page_file(tmp_path, request):
    """A page of its own for each test: a picture of two pages is hidden with either."""
    path = tmp_path / "01.pdf"
    path.write_bytes(PrintedPage().line(request.node.name, 40, 40).data())
    return path


def open_scan(page, number):
    page.goto(f"/admin/articles/edition/?q={DRAFT_DAY}")
    page.click("#result_list tbody th a")
    page.locator(".field-picture a").nth(number - 1).click()


def corners(page):
    return [
        [int(number) for number in re.findall(r"\d+", found)]
        for found in CORNERS.findall(page.locator("#id_areas").input_value())
    ]


def test_areas_are_drawn_with_mouse_and_keyboard_and_kept(at_the_desk, page_file):
    page = at_the_desk("admin", "/admin/", 1280)
    open_scan(page, 1)
    page.set_input_files("input[name=file]", page_file)
    page.click("input[type=submit]")
    drawing = page.locator("#drawing")
    drawing.scroll_into_view_if_needed()
    box = drawing.bounding_box()

    def at(across, down):
        return box["x"] + box["width"] * across, box["y"] + box["height"] * down

    page.mouse.move(*at(0.1, 0.1))
    page.mouse.down()
    page.mouse.move(*at(0.3, 0.2))
    page.mouse.move(*at(0.5, 0.3))
    page.mouse.up()
    [drawn] = corners(page)
    assert drawn == pytest.approx([100, 100, 500, 100, 500, 300, 100, 300], abs=3)

    page.locator("input[name=story]").nth(1).check()
    page.get_by_role("button", name="加一块区域").press("Enter")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Shift+ArrowLeft")
    assert corners(page)[1] == [349, 410, 649, 410, 649, 610, 349, 610]
    page.locator(".corner").nth(2).focus()
    page.keyboard.press("ArrowRight")
    assert corners(page)[1] == [349, 410, 659, 410, 659, 610, 349, 610]
    page.get_by_role("button", name="切去这个角").press("Enter")
    assert len(corners(page)[1]) == 12
    expect(page.locator(".corner.is-chosen")).to_be_focused()

    kept = corners(page)
    page.click("input[type=submit]")
    expect(page.locator(".messagelist")).to_be_visible()
    assert corners(page) == kept
    page.locator(".area-name").nth(1).focus()
    page.keyboard.press("Delete")
    assert corners(page) == kept[:1]


@pytest.mark.parametrize("width", [390, 1280])
def test_drawing_has_no_violation_and_fits(at_the_desk, page_file, width):
    page = at_the_desk("admin", "/admin/", width, **LOOK_IN)
    open_scan(page, 2)
    page.set_input_files("input[name=file]", page_file)
    page.click("input[type=submit]")
    page.click("#add-area")

    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_paper_is_read_by_keyboard_in_printed_order_without_scripts(new_page):
    page = new_page(java_script_enabled=False)
    page.goto("/editions/latest/")
    page.get_by_role("navigation", name="本期版面").get_by_role("link").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("第01版")

    headlines = page.locator(".headlines a").all_text_contents()
    stories = page.locator(".printed > h2 a")
    assert [text.replace(" ", "") for text in stories.all_text_contents()] == [
        text.replace(" ", "") for text in headlines
    ]
    # Between two headlines stand the pictures of the first: each can be enlarged.
    stops = page.locator(".columns a")
    assert stops.count() == len(headlines) + page.locator(".columns figure").count()
    stops.first.focus()
    for number in range(1, stops.count()):
        page.keyboard.press("Tab")
        expect(stops.nth(number)).to_be_focused()


PRINTED = """
import datetime
from django.core.files import File
from articles import scans
from tests.factories import make_page, make_released
page = make_page(datetime.date(2009, 5, 6))
version = make_released("旧桥新貌", dated=page.edition.date, page=page, edition=page.edition)
scan = scans.keep(page, File(open({path!r}, "rb")))
corners = [[100, 600], [500, 600], [500, 900], [100, 900]]
scans.replace_areas(scan, [{{"article": version.article_id, "corners": corners}}])
"""


def test_area_lies_where_it_was_drawn_and_leads_to_its_story(server, new_page, page_file):
    code = PRINTED.format(path=str(page_file))
    server.manage("shell", "-c", code).check_returncode()
    for width in (390, 1280):
        page = new_page(width)
        page.goto("/editions/2009-05-06/01/")
        area = page.locator(".scan polygon").first
        picture, shape = page.locator(".scan img").bounding_box(), area.bounding_box()

        assert (shape["x"] - picture["x"]) / picture["width"] == pytest.approx(0.1, abs=0.02)
        assert (shape["y"] - picture["y"]) / picture["height"] == pytest.approx(0.6, abs=0.02)
        assert shape["height"] / picture["height"] == pytest.approx(0.3, abs=0.02)
        area.click()
        expect(page.get_by_role("heading", level=1)).to_have_text("旧桥新貌")
