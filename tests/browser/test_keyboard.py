"""Every control of the desk is reached by the Tab key, in order, and shows that it is reached."""

import pytest
from playwright.sync_api import TimeoutError

from tests.browser.test_accessibility import DESK
from tests.browser.test_desk import at_the_desk

pytestmark = pytest.mark.browser
__all__ = ["at_the_desk"]

# Numbers what can be reached, and names it: of radio buttons the chosen one or the first. How each
# looks is kept, to be compared with how it looks when it is reached.
MARK = """() => {
  const controls = `a[href], button, input, select, textarea, summary, [tabindex],
    [contenteditable=true]`;
  const chosen = new Map();
  for (const one of document.querySelectorAll('input[type=radio]')) {
    if (one.checked || !chosen.has(one.name)) chosen.set(one.name, one);
  }
  const isReached = one => !one.disabled && one.tabIndex >= 0 && one.type !== 'hidden'
    && one.checkVisibility({visibilityProperty: true}) && !one.closest('[inert]')
    && (one.type !== 'radio' || chosen.get(one.name) === one);
  window.lookOf = one => {
    const around = one.closest('.select2-selection')
      || one.closest('label, .ProseMirror, td, li');
    return JSON.stringify([one, around || one.parentElement].map(part => {
      const style = getComputedStyle(part);
      return [
        style.outlineStyle, style.outlineWidth, style.outlineColor, style.boxShadow,
        style.borderColor, style.backgroundColor, style.textDecoration, style.color,
      ];
    }));
  };
  document.activeElement.blur();
  const found = [...document.querySelectorAll(controls)].filter(isReached);
  window.looks = found.map(lookOf);
  return found.map((one, number) => {
    one.dataset.control = number;
    const name = one.id || one.name || one.getAttribute('href') || one.textContent.trim();
    return `${one.tagName} ${name}`;
  });
}"""
# The number of what is focused, and its source.
FOCUSED = """() => {
  const one = document.activeElement;
  if (!one || one === document.body) return null;
  return [one.dataset.control ?? '', one.outerHTML.slice(0, 120)];
}"""
# Whether what is focused stands on the screen and looks otherwise than before.
IS_SEEN = """() => {
  const one = document.activeElement;
  const place = one.getBoundingClientRect();
  const isOnScreen = place.width && place.height && place.bottom > 0 && place.top < innerHeight;
  return isOnScreen && lookOf(one) !== looks[one.dataset.control];
}"""
IS_STILL = "number => document.activeElement.dataset.control === number"
MOST = 400


def walk(page):
    """Go through a page by Tab: the controls that it never reaches, and those reached unseen."""
    # What pages ask for as they open adds controls.
    page.wait_for_load_state("networkidle")
    names = page.evaluate(MARK)
    # From the top, wherever the page put the focus.
    page.evaluate("document.body.tabIndex = -1; document.body.focus()")
    reached, unseen, last = set(), [], ""
    for _press in range(MOST):
        page.keyboard.press("Tab")
        if last and page.evaluate(IS_STILL, last):
            # A date has three parts to type.
            continue
        found = page.evaluate(FOCUSED)
        if found is None or found[0] in reached:
            break
        last, html = found
        if last:
            # One without a number came since.
            reached.add(last)
        if not page.evaluate(IS_SEEN) and not is_soon_seen(page):
            unseen.append(html)
    missed = [name for number, name in enumerate(names) if str(number) not in reached]
    return missed, unseen


def is_soon_seen(page):
    """Whether what is focused comes to be seen: what is still being drawn may move it first."""
    try:
        page.wait_for_function(IS_SEEN, timeout=2000)
    except TimeoutError:
        return False
    return True


def test_every_control_of_the_desk_is_reached_and_seen(at_the_desk):
    page = at_the_desk("admin", "/admin/", 1280)
    found = {}
    for address in DESK:
        page.goto(address)
        found[address] = walk(page)
    page.goto("/admin/articles/version/?standing=final")
    form = page.locator("#result_list tbody th a").first.get_attribute("href")
    page.goto(form)
    found["form"] = walk(page)
    for part in ("review", "sheet"):
        page.goto(page.url.split("change/")[0].split("review/")[0] + f"{part}/")
        found[part] = walk(page)
    assert {address: wrong for address, wrong in found.items() if any(wrong)} == {}
