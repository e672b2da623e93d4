"""Every template of the public site, each at an address of the sample paper that it answers.

`python -m tests.browser.templates FOLDER` pictures all of them there, as contact sheets: at each
width, light, dark and as printed, in standard and in large type.
"""

import datetime
import os
import sys
import tempfile
from pathlib import Path

from PIL import Image

from tests.browser.demo import served

WIDTHS = (390, 768, 1280)
# As `page.emulate_media` takes them.
LOOKS = {
    "light": {"media": "screen", "color_scheme": "light"},
    "dark": {"media": "screen", "color_scheme": "dark"},
    "print": {"media": "print", "color_scheme": "light"},
}
OFFICIAL = "/officials/ning-qi-fan/"
# Written by a reporter, whatever other tests release after it.
STORY = ["/2026/11/19/", "main a[href^='/stories/']:has-text('小天鹅')"]
# The first address of each, and the links to follow from there.
PAGES = {
    "articles/home.html": ["/"],
    "articles/stories.html": ["/stories/"],
    "articles/story.html": STORY,
    "articles/report.html": ["/stories/", ".card-headline a", "[data-report]"],
    "articles/year.html": ["/2026/"],
    "articles/month.html": ["/2026/11/"],
    "articles/day.html": ["/2026/11/16/"],
    "articles/on_this_day.html": ["/on-this-day/"],
    "articles/editions.html": ["/editions/2026/"],
    "articles/edition.html": ["/editions/2026-11-16/"],
    "articles/edition_page.html": ["/editions/2026-11-16/01/"],
    "articles/departments.html": ["/departments/"],
    "articles/department.html": ["/departments/", ".tree a"],
    "articles/officials.html": ["/officials/"],
    "articles/official.html": [OFFICIAL],
    "articles/reporter.html": [*STORY, "[rel=author]"],
    "articles/events.html": ["/events/"],
    "articles/event.html": ["/events/", ".events h2 a"],
    "articles/events_of_month.html": ["/events/2026/11/"],
    "articles/corrections.html": ["/corrections/"],
    "articles/search.html": ["/search/?q=青澜"],
    "articles/api.html": ["/api/"],
    "styleguide.html": ["/styleguide/"],
}
# Other states of some of them.
STATES = {
    "editions": ["/editions/"],
    "former officials": ["/officials/?former=1"],
    "events of an official": [f"{OFFICIAL}events/2026/11/"],
    "search": ["/search/"],
    "nothing found": ["/search/?q=没有的词"],
    "a list narrowed down": ["/stories/?since=nonsense&official=祝令仪"],
}
RECEIVED = "articles/report_received.html"
# What is answered instead of a page; where DEBUG is on, Django answers otherwise.
ANSWERS = {
    "404.html": {},
    "articles/withdrawn.html": {"withdrawn_on": datetime.date(2026, 11, 17), "note": "数字有误。"},
    "500.html": {},
    "403.html": {},
    "403_csrf.html": {},
}

# A picture that is exchanged for another width meanwhile is waited for once more.
LOAD_PICTURES = """
() => Promise.allSettled([...document.images].map((image) => {
  image.loading = "eager";
  return image.decode().catch(() => image.decode());
}))
"""


def walk(page):
    """Open one after another, and tell the name of each."""
    for name, way in (PAGES | STATES).items():
        follow(page, way)
        yield name
    follow(page, PAGES["articles/report.html"])
    page.goto(f"{page.url}received/")
    yield RECEIVED
    for name, answer in answers().items():
        page.goto("/")
        page.set_content(answer)
        yield name


def follow(page, way):
    """Open the page at the end of a way: an address, and the links from there."""
    address, *links = way
    page.goto(address)
    for link in links:
        page.goto(page.locator(link).first.get_attribute("href"))


def answers():
    from django.template.loader import render_to_string
    from django.test import RequestFactory
    from django.utils import translation

    with translation.override("zh-hans"):
        return {
            name: render_to_string(name, context, RequestFactory().get("/nothing/"))
            for name, context in ANSWERS.items()
        }


def in_large_type(page, site):
    page.context.add_cookies([{"name": "type", "value": "large", "url": site}])


def picture(page, folder):
    """A contact sheet of each template: its looks one below the other, its widths side by side."""
    for number, name in enumerate(walk(page), 1):
        for look, media in LOOKS.items():
            page.emulate_media(**media)
            pictures = [pictured(page, width) for width in WIDTHS]
            title = name.removeprefix("articles/").removesuffix(".html").replace(" ", "-")
            side_by_side(pictures).save(folder / f"{number:02}-{title}-{look}.png")


def pictured(page, width):
    page.set_viewport_size({"width": width, "height": 900})
    page.evaluate(LOAD_PICTURES)
    path = Path(tempfile.gettempdir()) / f"{os.getpid()}.png"
    page.screenshot(path=path, full_page=True)
    with Image.open(path) as shot:
        picture = shot.convert("RGB")
    path.unlink()
    return picture


def side_by_side(pictures, gap=24, tallest=4000):
    """The pictures in a row on grey; what is below `tallest` pixels is cut off."""
    width = sum(picture.width + gap for picture in pictures)
    sheet = Image.new("RGB", (width, min(tallest, max(one.height for one in pictures))), "gray")
    left = 0
    for picture in pictures:
        sheet.paste(picture, (left, 0))
        left += picture.width + gap
    return sheet


def main(folder):
    with served() as (server, chromium):
        for size in ("standard", "large"):
            context = chromium.new_context(base_url=server.address, locale="zh-CN")
            page = context.new_page()
            if size == "large":
                in_large_type(page, server.address)
            (folder / size).mkdir(parents=True, exist_ok=True)
            picture(page, folder / size)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
