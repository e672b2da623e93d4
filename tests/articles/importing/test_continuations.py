"""Which story goes on in which, by the pages and headlines that both name."""

from dataclasses import dataclass
from datetime import date

import pytest

from articles.importing.continuations import continuations
from articles.parsing.facts import ParsedPage
from articles.parsing.pipeline import parse_page

DAY = date(2023, 4, 4)
TEXT = "柳河镇组织村民清理灌溉水渠，各村自带铁锹，先后清出淤泥三十余车"


@dataclass
class Page:
    page_number: str
    parsed: ParsedPage
    edition_date: date = DAY


def page(number, *stories, day=DAY):
    text = "\n\n".join(
        f"# {headline}\n\n{body}" if headline else body for headline, body in stories
    )
    return Page(number, parse_page(text, edition_date=day), day)


def found(*pages):
    return [(tuple(one.first), tuple(one.rest)) for one in continuations(pages)]


def first(note="（下转第3版）", headline="柳河镇清淤护渠"):
    return headline, f"本报讯 {TEXT}{note}"


def rest(note="（上接第1版）", headline="柳河镇清淤护渠"):
    return headline, f"{note}疏通渠道四公里。"


OTHER = ("云岭区开办夜校", "夜校开课了，很多人报名。")
ONE = [((0, 0), (1, 1))]


@pytest.mark.parametrize(
    ("number", "on", "back", "rest_number"),
    [
        ("01", "（下转第3版）", "（上接第1版）", "03"),
        ("01", "（下转三版）", "（上接一版）", "03"),
        ("A01", "（下转A3版）", "（上接A01版）", "A03"),
        ("A01", "（下转3版）", "（上接1版）", "A03"),
        ("01", "下转3版", "上接第1版 ", "03"),
        ("01", "（紧接2版）", "（紧接1版）", "02"),
        ("03", "（下转2版）", "（上接3版）", "02"),
    ],
)
def test_pages_that_name_each_other(number, on, back, rest_number):
    pages = page(number, first(on)), page(rest_number, OTHER, rest(back))

    assert found(*pages) == ONE
    assert found(*reversed(pages)) == [((1, 0), (0, 1))]


@pytest.mark.parametrize(
    ("headline", "note"),
    [
        ("清淤护渠", "（上接第1版）"),
        ("柳河清淤", "（上接第1版）"),
        ("", "（上接第1版）"),
        ("", "（上接第1版《清淤护渠》）"),
        ("", "（上接第1版 柳河镇清淤护渠）"),
        ("柳河镇清淤护渠", ""),
    ],
)
def test_rest_is_called_as_the_first_is_or_by_its_note(headline, note):
    assert found(page("01", first()), page("03", OTHER, rest(note, headline))) == ONE


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (first("（下转第4版）"), rest()),
        (first(), rest("（上接第2版）")),
        (first(), rest(headline="云岭区造林")),
        (first(), rest("（上接第1版《云岭区造林》）", headline="")),
        (first(), rest("", headline="云岭区造林")),
        (first(), rest("", headline="柳河清淤")),
        (first(""), rest("")),
        (first("（上接第3版）"), rest()),
    ],
)
def test_parts_that_do_not_name_each_other_are_left(one, other):
    assert found(page("01", one), page("03", OTHER, other)) == []


def test_two_stories_that_go_on_on_one_page_are_told_apart_by_their_headlines():
    fronts = page("01", first(), first(headline="云岭区植树造林"))
    back = page("03", rest(headline="云岭区造林"), rest(headline="清淤护渠"))

    assert found(fronts, back) == [((0, 0), (1, 1)), ((0, 1), (1, 0))]


def test_two_stories_that_go_on_on_one_page_are_told_apart_by_their_marks():
    fronts = page("01", first("（下转第3版①）"), first("（下转第3版②）", "云岭区植树造林"))
    back = page(
        "03", OTHER, rest("（上接第1版②）", headline=""), rest("（上接第1版①）", headline="")
    )

    assert found(fronts, back) == [((0, 0), (1, 2)), ((0, 1), (1, 1))]


def test_what_fits_twice_is_left():
    fronts = page("01", first(), first(headline="云岭区植树造林"))

    assert found(fronts, page("03", OTHER, rest(headline=""))) == []
    assert found(page("01", first()), page("03", rest(headline=""), OTHER, rest())) == []


def test_other_editions_and_pages_without_a_number_are_left():
    assert found(page("01", first()), page("03", OTHER, rest(), day=date(2023, 4, 5))) == []
    assert found(page("", first()), page("03", OTHER, rest())) == []


def test_a_middle_part_is_left():
    middle = "柳河镇清淤护渠", f"（上接第1版）{TEXT}（下转第4版）"

    assert (
        found(
            page("01", first()), page("03", OTHER, middle), page("04", OTHER, rest("（上接第3版）"))
        )
        == []
    )
