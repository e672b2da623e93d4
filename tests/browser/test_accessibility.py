"""No page of the desk or of the site has an axe violation, at both widths."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.test_desk import at_the_desk

pytestmark = pytest.mark.browser
__all__ = ["at_the_desk"]

DESK = [
    "/admin/",
    "/admin/articles/version/",
    "/admin/articles/version/add/",
    "/admin/articles/version/figures/?month=2026-11",
    "/admin/admin/logentry/",
    "/admin/articles/correction/",
    "/admin/articles/ledgerentry/",
    "/admin/articles/doubt/",
    "/admin/articles/edition/",
    "/admin/articles/importjob/add/",
    "/admin/people/official/",
]
SITE = [
    "/",
    "/stories/",
    "/2026/",
    "/2026/11/",
    "/2026/11/16/",
    "/editions/",
    "/editions/2026-11-16/",
    "/editions/2026-11-16/01/",
    "/on-this-day/",
    "/departments/",
    "/officials/",
    "/events/",
    "/corrections/",
    "/api/",
    "/search/?q=青澜",
    "/search/?q=没有的词",
]
# The checker styles its own probes, which the policy of the pages would refuse.
LOOK_IN = {"bypass_csp": True}
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}


def violations(page):
    found = Axe().run(page, options=RULES).response["violations"]
    return [
        (rule["id"], [node["html"][:200] for node in rule["nodes"]][:5], rule["help"])
        for rule in found
    ]


@pytest.mark.parametrize("width", [390, 1280])
def test_desk_has_no_violation(at_the_desk, width):
    page = at_the_desk("admin", "/admin/", width, **LOOK_IN)
    found = {}
    for address in DESK:
        page.goto(address)
        found[address] = violations(page)
    page.goto("/admin/articles/version/?standing=final")
    page.click("#result_list tbody th a")
    page.wait_for_url("**/change/**")
    found["form"] = violations(page)
    page.click("text=阅稿")
    page.wait_for_url("**/review/")
    found["review"] = violations(page)
    page.click("text=审稿单")
    found["sheet"] = violations(page)
    assert {address: rules for address, rules in found.items() if rules} == {}


@pytest.mark.parametrize("width", [390, 1280])
def test_site_has_no_violation(new_page, width):
    page = new_page(width, **LOOK_IN)
    found = {}
    for address in SITE:
        page.goto(address)
        found[address] = violations(page)
    page.goto("/stories/")
    page.click(".card-headline a")
    found["story"] = violations(page)
    assert {address: rules for address, rules in found.items() if rules} == {}
