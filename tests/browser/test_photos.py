"""A reader walks the photos of a story by keyboard; an editor adds one and sets its focal point."""

import io
import re

import pytest
from PIL import Image
from playwright.sync_api import expect

from tests.browser.test_accessibility import LOOK_IN, violations
from tests.browser.test_desk import at_the_desk

pytestmark = pytest.mark.browser
__all__ = ["at_the_desk"]

ALBUM = "两千只小天鹅回到青澜湿地"
# How far the page moved by itself since it began to load, as browsers count it.
SHIFTS = """
new Promise((resolve) => {
  let sum = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) sum += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
  requestAnimationFrame(() => requestAnimationFrame(() => resolve(sum)));
})
"""


def open_album(page):
    page.goto("/")
    page.get_by_role("link", name=re.compile(ALBUM.replace("青", " ?青"))).first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("小天鹅")
    # Until its script runs, the link to a picture leads to the picture.
    page.wait_for_load_state()
    return page.locator("a.enlarge")


def load_all(page):
    """Scroll to each picture and wait until it is there."""
    for image in page.locator("figure img").all():
        image.scroll_into_view_if_needed()
        expect(image).to_have_js_property("complete", True)
        assert image.evaluate("image => image.decode().then(() => image.naturalWidth)") > 0


def test_album_is_walked_by_keyboard(new_page):
    page = new_page()
    pictures = open_album(page)
    count = pictures.count()
    box = page.get_by_role("dialog", name="图片")
    place, caption = page.locator(".lightbox-place"), page.locator(".lightbox-caption")

    pictures.first.focus()
    page.keyboard.press("Enter")
    expect(box).to_be_visible()
    expect(place).to_have_text(f"1 / {count}")
    expect(caption).to_contain_text("候鸟飞过")
    page.keyboard.press("ArrowRight")
    expect(place).to_have_text(f"2 / {count}")
    expect(caption).to_contain_text("骆一苇 摄")
    page.keyboard.press("End")
    expect(place).to_have_text(f"{count} / {count}")
    page.keyboard.press("ArrowRight")
    expect(place).to_have_text(f"1 / {count}")
    page.keyboard.press("ArrowLeft")
    expect(place).to_have_text(f"{count} / {count}")
    for name in ("上一张", "下一张"):
        page.keyboard.press("Tab")
        expect(box.get_by_role("button", name=name)).to_be_focused()
    page.keyboard.press("Enter")
    expect(place).to_have_text(f"1 / {count}")

    page.keyboard.press("Escape")
    expect(box).to_be_hidden()
    expect(pictures.first).to_be_focused()


def test_picture_is_enlarged_by_a_click_and_walked_by_a_finger(new_page):
    page = new_page(390)
    pictures = open_album(page)
    pictures.nth(1).click()
    place = page.locator(".lightbox-place")
    expect(place).to_have_text(re.compile("^2 /"))

    page.mouse.move(300, 400)
    page.mouse.down()
    page.mouse.move(100, 410)
    page.mouse.up()
    expect(place).to_have_text(re.compile("^3 /"))
    page.get_by_role("button", name="关闭").click()
    expect(pictures.nth(2)).to_be_focused()


def test_picture_is_a_link_to_itself_without_scripts(new_page):
    page = new_page(java_script_enabled=False)
    address = open_album(page).first.get_attribute("href")

    expect(page.locator("#lightbox")).to_be_hidden()
    response = page.request.get(address)
    assert response.headers["content-type"] == "image/jpeg"
    assert Image.open(io.BytesIO(response.body())).width == 1600


@pytest.mark.parametrize(
    ("width", "scale", "step"), [(390, 1, 480), (390, 3, 1280), (1280, 1, 960)]
)
def test_browser_gets_the_picture_in_its_width_and_the_page_stays(new_page, width, scale, step):
    page = new_page(width, device_scale_factor=scale)
    pictures = open_album(page)
    load_all(page)

    assert (
        pictures.first.locator("img")
        .evaluate("image => image.currentSrc")
        .endswith(f"/{step}.avif")
    )
    assert page.evaluate(SHIFTS) == 0


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_album_has_no_violation_and_fits(new_page, width, scheme):
    page = new_page(width, color_scheme=scheme, **LOOK_IN)
    pictures = open_album(page)

    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    pictures.nth(1).click()
    expect(page.locator(".lightbox-place")).to_be_visible()
    assert violations(page) == []


@pytest.fixture
def described(tmp_path):
    """A picture that says who took it and what it shows."""
    exif = Image.Exif()
    exif[0x010E], exif[0x013B] = "首批车辆过桥".encode(), "苏未央".encode()
    path = tmp_path / "bridge.jpg"
    Image.new("RGB", (1200, 800), "navy").save(path, exif=exif)
    return path


def test_dropped_photo_brings_its_words_and_gets_a_focal_point(at_the_desk, described):
    page = at_the_desk("editor", "/admin/articles/version/add/", 1280)
    page.fill("[name=headline]", "新桥通车")
    page.locator("#photos-group .add-row a").click()
    row = page.locator("#photos-0")
    row.locator("[name$=-caption]").fill("通车首日")
    row.locator("[type=file]").set_input_files(described)
    expect(row.locator("[name$=-credit]")).to_have_value("苏未央")
    expect(row.locator("[name$=-caption]")).to_have_value("通车首日")

    picture = row.locator(".focusing.is-uploaded img")
    expect(picture).to_have_js_property("naturalWidth", 1200)
    box = picture.bounding_box()
    picture.click(position={"x": box["width"] / 4, "y": box["height"] / 2})
    point = row.locator(".focal-point")
    expect(point).to_be_focused()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Shift+ArrowDown")
    focus = row.locator("[name$=-focus]").input_value()
    assert [int(value) for value in focus.split(",")] == pytest.approx([270, 600], abs=8)

    page.click("[name=_continue]")
    expect(page.locator(".messagelist")).to_be_visible()
    expect(page.locator("#photos-0 [name$=-focus]")).to_have_value(focus)
    page.locator("#photos-0 .focal-point").press("Delete")
    expect(page.locator("#photos-0 [name$=-focus]")).to_have_value("")


def test_photo_is_placed_behind_a_paragraph_and_follows_it(at_the_desk, described):
    page = at_the_desk("admin", "/admin/articles/version/add/", 1280)
    page.fill("[name=headline]", "新桥通车")
    body = page.locator(".tiptap")
    body.click()
    page.keyboard.type("车队过桥。")
    page.keyboard.press("Enter")
    page.keyboard.type("居民夹道。")
    page.locator("#photos-group .add-row a").click()
    page.locator("#photos-0 [name$=-alt_text]").fill("一座桥")
    page.locator("#photos-0 [type=file]").set_input_files(described)
    expect(page.locator("#photos-0 .is-uploaded")).to_be_visible()
    page.click("[name=_continue]")
    place = page.locator("#photos-0 [name$=-placed_after]")
    place.select_option(label="第 1 段之后：车队过桥。")
    body.click()
    page.keyboard.press("Control+Home")
    page.keyboard.type("桥通了。")
    page.keyboard.press("Enter")
    page.click("[name=_continue]")

    expect(place.locator("option", has_text="第 3 段")).to_have_count(1)
    expect(place.locator("option:checked")).to_have_text("第 2 段之后：车队过桥。")
    page.locator(".previews summary").click()
    page.get_by_role("button", name="生成预览链接").click()
    page.goto(page.locator("a[href*='/preview/']").first.get_attribute("href"))
    stands = page.locator(".body > *").evaluate_all("all => all.map((one) => one.localName)")
    assert stands == ["p", "p", "figure", "p"]
    page.locator(".body a.enlarge").click()
    expect(page.get_by_role("dialog", name="图片")).to_be_visible()


def test_focal_point_of_a_released_photo_is_saved_at_once(at_the_desk):
    page = at_the_desk("editor", "/admin/")
    page.goto("/admin/articles/version/?q=小天鹅")
    page.click("#result_list tbody th a")
    point = page.locator(".focal-point").first
    # The scripts that hear the key run before the page counts as loaded.
    page.wait_for_url("**/change/**", wait_until="load")
    point.press("ArrowUp")
    expect(page.locator(".focal-state").first).to_have_text("画面重点已保存。")

    page.reload()
    expect(page.locator(".focusing").first).to_have_attribute("data-focus", "500,480")
    point.press("Delete")
    expect(page.locator(".focal-state").first).to_have_text("画面重点已保存。")
