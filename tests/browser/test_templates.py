"""Nothing is wider than its window, on a phone, a tablet and a desk; on the screen and on paper."""

import pytest
from django.conf import settings

from tests.browser import templates

pytestmark = pytest.mark.browser

# How wide the page is and what stands out of its window, where anything does.
TOO_WIDE = """
() => {
  const root = document.documentElement;
  if (root.scrollWidth <= innerWidth) return [];
  const wide = [...document.body.querySelectorAll("*")]
    .filter((one) => one.getBoundingClientRect().right > innerWidth)
    .map((one) => one.outerHTML.slice(0, 100));
  return [root.scrollWidth, ...wide.slice(0, 5)];
}
"""


def test_every_template_is_walked():
    folder = settings.BASE_DIR / "templates"
    found = {
        str(path.relative_to(folder))
        for pattern in ("*.html", "articles/*.html")
        for path in folder.glob(pattern)
    }
    walked = {*templates.PAGES, *templates.ANSWERS, templates.RECEIVED}
    assert found - walked == {"base.html"}
    assert walked <= found


@pytest.mark.parametrize("is_large", [False, True])
def test_no_template_is_wider_than_its_window(new_page, site, is_large):
    page = new_page(templates.WIDTHS[0])
    if is_large:
        templates.in_large_type(page, site)
    found = {}
    for name in templates.walk(page):
        for look, media in templates.LOOKS.items():
            page.emulate_media(**media)
            for width in templates.WIDTHS:
                page.set_viewport_size({"width": width, "height": 900})
                if wide := page.evaluate(TOO_WIDE):
                    found[name, look, width] = wide
    assert found == {}
