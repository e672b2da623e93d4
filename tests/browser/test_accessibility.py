"""No page of the desk or of the site has an axe violation: both widths, the site light and dark."""

import datetime

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils import translation

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
    "/admin/articles/readerreport/",
    "/admin/articles/ledgerentry/",
    "/admin/articles/doubt/",
    "/admin/articles/edition/",
    "/admin/articles/importjob/add/",
    "/admin/articles/event/1/change/",
    "/admin/articles/edition/1/change/",
    "/admin/articles/page/1/scan/",
    "/admin/articles/version/?standing=draft",
    "/admin/articles/assignment/",
    "/admin/articles/assignment/add/",
    "/admin/articles/qualitycheck/",
    "/admin/articles/qualitycheck/add/",
    "/admin/people/official/",
    "/admin/people/appointment/change-of-leaders/",
    "/admin/articles/missedsearch/",
    "/admin/articles/proposal/",
    "/admin/people/official/1/change/",
    "/admin/people/department/1/change/",
    "/admin/people/user/2/change/",
    "/admin/auth/group/1/change/",
    "/admin/password_change/",
]
SITE = [
    "/",
    "/stories/",
    "/2026/",
    "/2026/11/",
    "/2026/11/16/",
    "/editions/",
    "/editions/2026/",
    "/editions/2026-11-16/",
    "/editions/2026-11-16/01/",
    "/on-this-day/",
    "/departments/",
    "/officials/",
    "/officials/?former=1",
    "/events/",
    "/events/2026/11/",
    "/officials/ning-qi-fan/",
    "/officials/ning-qi-fan/events/2026/11/",
    "/corrections/",
    "/styleguide/",
    "/api/",
    "/search/",
    "/search/?q=青澜",
    "/search/?q=没有的词",
]
# Pages of one thing each: the list that leads there, and the link.
OF_ONE = {
    "/stories/": ".card-headline a",
    "/departments/": ".tree a",
    "/officials/": ".letter a",
    "/events/": ".events h2 a",
}
# What is answered instead of a page; where DEBUG is on, Django answers otherwise.
ANSWERS = {
    "404.html": {},
    "articles/withdrawn.html": {"withdrawn_on": datetime.date(2026, 11, 17), "note": "数字有误。"},
    "500.html": {},
    "403.html": {},
    "403_csrf.html": {},
}
# The checker styles its own probes, which the policy of the pages would refuse.
LOOK_IN = {"bypass_csp": True}
# Nothing is fetched a second time: the checker would look for imported styles beside the page.
RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    "preload": False,
}


def violations(page):
    found = Axe().run(page, options=RULES).response["violations"]
    return [
        (rule["id"], [node["html"][:200] for node in rule["nodes"]][:5], rule["help"])
        for rule in found
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_desk_has_no_violation(at_the_desk, width, scheme):
    page = at_the_desk("admin", "/admin/", width, color_scheme=scheme, **LOOK_IN)
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
    page.wait_for_url("**/sheet/")
    found["sheet"] = violations(page)
    assert {address: rules for address, rules in found.items() if rules} == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_site_has_no_violation(new_page, width, scheme):
    page = new_page(width, color_scheme=scheme, **LOOK_IN)
    found = {}

    def check(address):
        found[address] = violations(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address

    for address in SITE:
        page.goto(address)
        check(address)
    for address, link in OF_ONE.items():
        page.goto(address)
        page.goto(page.locator(link).first.get_attribute("href"))
        check(page.url)
    page.goto("/stories/")
    page.goto(page.locator(".card-headline a").first.get_attribute("href"))
    page.goto(page.locator("[rel=author]").first.get_attribute("href"))
    check(page.url)
    page.goto("/stories/?since=nonsense&official=祝令仪")
    check("a list narrowed down")
    assert {address: rules for address, rules in found.items() if rules} == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_answers_instead_of_a_page_have_no_violation(new_page, width, scheme):
    page = new_page(width, color_scheme=scheme, **LOOK_IN)
    found = {}
    with translation.override("zh-hans"):
        answers = {
            template: render_to_string(template, context, RequestFactory().get("/nothing/"))
            for template, context in ANSWERS.items()
        }
    for template, answer in answers.items():
        page.goto("/")
        page.set_content(answer)
        found[template] = violations(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, template
    assert {template: rules for template, rules in found.items() if rules} == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_large_type_and_the_report_of_an_error_have_no_violation(new_page, width, scheme):
    page = new_page(width, color_scheme=scheme, **LOOK_IN)
    page.goto("/stories/")
    page.goto(page.locator(".card-headline a").first.get_attribute("href"))
    page.get_by_role("button", name="大字版").click()
    page.locator("html.large").wait_for()
    found = {"story in large type": violations(page)}
    page.goto("/")
    found["front page in large type"] = violations(page)
    page.goto("/stories/")
    story = page.locator(".card-headline a").first.get_attribute("href")
    for part in ("report/", "report/received/"):
        page.goto(story + part)
        found[part] = violations(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, part
    assert {address: rules for address, rules in found.items() if rules} == {}
