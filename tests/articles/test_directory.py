"""Departments, officials and reporters as readers may see them."""

import datetime
import re

import pytest
from django.utils import timezone

from articles import workflow
from articles.directory import department_tree, officials_list
from tests.factories import (
    make_department,
    make_official,
    make_released,
    make_reporter,
    make_reviewers,
    make_version,
    make_writer,
)

pytestmark = pytest.mark.django_db

TODAY = datetime.date(2026, 11, 16)


def branches(bodies):
    return [(body.name, body.stories, branches(body.children)) for body in bodies]


def test_tree_counts_live_stories_of_each_body():
    area = make_department("青澜经开区")
    second = make_department("教育局", parent=area, position=2)
    make_department("办公室", parent=area, position=1)
    make_released(departments=[area, second])
    make_released(departments=[second], at=timezone.now() + datetime.timedelta(days=1))
    make_version(departments=[second])

    assert branches(department_tree()) == [
        ("青澜经开区", 1, [("办公室", 0, []), ("教育局", 1, [])])
    ]


def test_tree_forgets_at_once_what_was_withdrawn():
    staff = make_writer(), make_reviewers()
    confirmed, learned = make_department("教育局"), make_department("新局", is_confirmed=False)
    version = make_released(departments=[confirmed, learned], staff=staff)
    assert branches(department_tree()) == [("教育局", 1, []), ("新局", 1, [])]

    workflow.perform("withdraw", version, by=staff[1][-1], note="事实有误")

    assert branches(department_tree()) == [("教育局", 0, [])]


def test_body_under_one_that_is_not_known_stands_uppermost(client):
    unknown = make_department("未经确认局", is_confirmed=False)
    child = make_department("办公室", parent=unknown)

    assert branches(department_tree()) == [("办公室", 0, [])]
    assert "未经确认局" not in client.get(child.get_absolute_url()).content.decode()


@pytest.mark.parametrize("is_confirmed", [True, False])
def test_page_leads_to_the_body_above_when_that_is_known(client, is_confirmed):
    above = make_department("区政府", is_confirmed=is_confirmed)
    pages = [make_department("教育局", parent=above), make_reporter("苏未央", department=above)]

    for page in pages:
        text = client.get(page.get_absolute_url()).content.decode()
        assert (f'<a href="{above.get_absolute_url()}">区政府</a>' in text) == is_confirmed
        assert ("区政府" in re.sub(r"<datalist.*?</datalist>", "", text)) == is_confirmed


def test_tree_is_a_nested_list(client):
    area = make_department("青澜经开区")
    make_department("教育<局>", parent=area)

    page = client.get("/departments/").content.decode()
    tree = re.search(r'<ul class="tree">(.*)</ul>.*</main>', page, re.S)[1]

    assert re.findall(r"<(/?ul|/?li)>|>([^<>\s][^<>]*)</a>", tree) == [
        ("li", ""),
        ("", "青澜经开区"),
        ("ul", ""),
        ("li", ""),
        ("", "教育&lt;局&gt;"),
        ("/li", ""),
        ("/ul", ""),
        ("/li", ""),
    ]


@pytest.mark.parametrize("kind", ["department", "official", "reporter"])
def test_what_only_an_import_knows_is_public_once_a_live_story_tells_it(client, kind):
    make = {
        "department": make_department,
        "official": make_official,
        "reporter": make_reporter,
    }[kind]
    learned = make("未经确认者", is_confirmed=False)
    make_version(**{f"{kind}s": [learned]})

    lists = ("/departments/", "/officials/")
    assert client.get(learned.get_absolute_url()).status_code == 404
    assert [page for page in lists if "未经确认者" in client.get(page).content.decode()] == []

    make_released(**{f"{kind}s": [learned]})
    assert client.get(learned.get_absolute_url()).status_code == 200
    assert [page for page in lists if "未经确认者" in client.get(page).content.decode()] == (
        [] if kind == "reporter" else [f"/{kind}s/"]
    )


def test_confirmed_body_without_stories_has_a_page(client):
    body = make_department("青澜经开区教育局", description="管理全区学校。")

    assert "管理全区学校。" in client.get(body.get_absolute_url()).content.decode()


def listed(found):
    return [(letter, [holder.name for holder in holders]) for letter, holders in found.letters]


def test_officials_stand_in_the_order_of_pinyin_with_their_posts():
    body = make_department("青澜经开区管委会")
    make_official("沈砚秋", posts=[(body, "主任")])
    make_official("安知夏")
    make_official("苏木")

    found = officials_list(TODAY)

    assert listed(found) == [("A", ["安知夏"]), ("S", ["沈砚秋", "苏木"])]
    assert found.letters[1][1][0].posts == ["青澜经开区管委会主任"]


def test_officials_are_found_by_part_of_their_name_and_from_a_letter():
    for name in ("沈砚秋", "安知夏", "苏木"):
        make_official(name)

    assert listed(officials_list(TODAY, name="砚")) == [("S", ["沈砚秋"])]
    assert listed(officials_list(TODAY, since="s")) == [("S", ["沈砚秋", "苏木"])]


def test_officials_are_walked_part_by_part(client, monkeypatch):
    monkeypatch.setattr("articles.directory.OFFICIALS", 2)
    for name in ("沈砚秋", "安知夏", "苏木"):
        make_official(name)

    first = client.get("/officials/").context["officials"]
    rest = client.get("/officials/", {"from": first.next_slug}).context["officials"]

    assert listed(first) == [("A", ["安知夏"]), ("S", ["沈砚秋"])]
    assert (listed(rest), rest.next_slug) == ([("S", ["苏木"])], "")


@pytest.mark.parametrize("query", ["name=无此人", "from=~"])
def test_officials_page_answers_whatever_is_asked(client, query):
    assert client.get(f"/officials/?{query}").status_code == 200
