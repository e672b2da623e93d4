"""Output of a month, for the monthly 绩效."""

import datetime
import re
from io import BytesIO

import pytest
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from articles.figures import figures_of, month_of
from articles.models import Credit
from articles.revisions import begin_version
from tests.factories import (
    make_department,
    make_released,
    make_reporter,
    make_user,
    make_version,
    make_writer,
    release,
)

pytestmark = pytest.mark.django_db
NOVEMBER = datetime.date(2026, 11, 5)


def story(headline="一篇稿件", *, photos_by=None, **kwargs):
    version = make_version(
        headline=headline, dated=NOVEMBER, body="<p>十个字的正文在这里。</p>", **kwargs
    )
    if photos_by:
        Credit.objects.create(
            version=version,
            reporter=photos_by,
            as_printed=photos_by.name,
            has_text=False,
            has_photos=True,
            position=1,
        )
    return release(version)


@pytest.mark.parametrize(
    ("day", "last"), [(datetime.date(2024, 2, 29), 29), (datetime.date(2026, 12, 31), 31)]
)
def test_month_ends_on_its_last_day(day, last):
    assert month_of(day) == (day.replace(day=1), day.replace(day=last))


def test_words_and_photos_are_counted_for_whoever_brought_them():
    writer, photographer = make_reporter("苏未央"), make_reporter("许知白")
    body = make_department("云汀街道办")
    story(reporters=[writer], photos_by=photographer, departments=[body])
    story("另一篇", reporters=[writer])
    make_released(headline="上个月的", dated=datetime.date(2026, 10, 31), reporters=[writer])
    make_version(headline="没有发布", dated=NOVEMBER, reporters=[writer])

    figures = figures_of(NOVEMBER)

    assert [
        (one.name, one.stories, one.characters, one.photographed) for one in figures.reporters
    ] == [("苏未央", 2, 20, 0), ("许知白", 0, 0, 1)]
    assert [(one.name, one.stories, one.characters) for one in figures.departments] == [
        ("云汀街道办", 1, 10)
    ]
    assert figures.characters == 20


def test_range_of_months_is_a_series_and_one_sum():
    story()
    make_released(dated=datetime.date(2026, 9, 30), body="<p>六个字的正文。</p>")
    make_released(dated=datetime.date(2026, 8, 31))

    figures = figures_of(datetime.date(2026, 9, 1), NOVEMBER)

    assert [(f"{one.first:%m}", one.stories, one.characters) for one in figures.months] == [
        ("09", 1, 7),
        ("10", 0, 0),
        ("11", 1, 10),
    ]
    assert figures.last == datetime.date(2026, 11, 30)


def test_every_number_of_the_page_leads_to_exactly_its_stories(client):
    writer, body = make_reporter("苏未央"), make_department("云汀街道办")
    story("写的", reporters=[writer], departments=[body])
    story("拍的", photos_by=writer)
    story("同名的", departments=[make_department("松溪街道办")])
    begin_version(story("又改的", reporters=[writer]), by=make_writer())
    make_released(headline="上个月的", dated=datetime.date(2026, 10, 31), reporters=[writer])
    client.force_login(make_writer())

    page = client.get(reverse("admin:articles_figures") + "?month=2026-10&until=2026-11")
    links = re.findall(r'<a href="([^"]*standing=live[^"]*)">(\d+)', page.content.decode())

    assert len(links) == 7
    for address, number in links:
        listed = client.get(address.replace("&amp;", "&")).context["cl"].result_list
        assert (address, len(listed)) == (address, int(number))


def test_range_is_put_in_order_and_is_of_three_years_at_most(client):
    client.force_login(make_writer())
    page = client.get(reverse("admin:articles_figures") + "?month=2026-11&until=2001-01")

    assert len(page.context["figures"].months) == 37


def test_queries_do_not_grow_with_stories(django_assert_num_queries):
    for number in range(3):
        story(f"{number}号", reporters=[make_reporter(f"记者{number}")])
    with django_assert_num_queries(4):
        figures_of(NOVEMBER)


def test_page_and_workbook_say_the_same(client):
    story("=1+1", reporters=[make_reporter("苏未央")])
    client.force_login(make_writer())
    url = reverse("admin:articles_figures")

    page = client.get(f"{url}?month=2026-11").content.decode()
    book = load_workbook(BytesIO(client.get(f"{url}?month=2026-11&excel=1").content))

    assert "苏未央" in page
    by_month, by_reporter, _by_department, stories, _errors = book.worksheets
    assert [cell.value for cell in by_month[2]][:2] == ["2026-11", 1]
    assert [cell.value for cell in by_reporter[2]][0::2] == ["苏未央", 1, 0]
    assert stories["C2"].value == "'=1+1"


@pytest.mark.parametrize("month", ["x", "0001-01", "9999-12"])
def test_month_that_no_paper_has_is_this_month(client, month):
    client.force_login(make_writer())
    page = client.get(reverse("admin:articles_figures") + f"?month={month}")
    assert page.context["figures"].first == timezone.localdate().replace(day=1)


def test_who_may_not_look_at_stories_sees_no_figures(client):
    client.force_login(make_user())
    assert client.get(reverse("admin:articles_figures")).status_code == 403
