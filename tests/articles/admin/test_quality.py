"""Errors of a printed edition are noted on its check, and its rate is told where one looks."""

import datetime

import pytest
from django.contrib.admin.models import LogEntry
from django.urls import reverse

from articles.models import PrintedError, QualityCheck
from tests.articles.admin.posting import text_of
from tests.factories import make_page, make_released, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def page():
    page = make_page()
    make_released(page=page, edition=page.edition, headline="春耕", body="<p>麦苗返青</p>")
    return page


@pytest.fixture
def checker(client):
    acts = ("add", "change", "view")
    user = make_user(
        permissions=[
            *(f"{act}_{name}" for act in acts for name in ("qualitycheck", "printederror")),
            *("view_edition", "view_version"),
        ],
        last_name="顾",
    )
    client.force_login(user)
    return user


def begin(client, page, characters=""):
    return client.post(
        reverse("admin:articles_qualitycheck_add"),
        {"edition": page.edition_id, "characters": characters, "remark": ""},
        follow=True,
    )


def note(client, check, initial=0, **error):
    row = {"kind": "character", "where": "text", "times": 1, "printed": "管季会", "right": "管委会"}
    data = {f"errors-0-{name}": value for name, value in (row | error).items()}
    return client.post(
        reverse("admin:articles_qualitycheck_change", args=[check.pk]),
        {
            "characters": check.characters,
            "remark": "",
            "errors-TOTAL_FORMS": 1,
            "errors-INITIAL_FORMS": initial,
            **data,
            "_continue": 1,
        },
        follow=True,
    )


def test_check_begins_with_the_characters_that_were_printed(client, checker, page):
    response = begin(client, page)

    check = QualityCheck.objects.get()
    assert (check.characters, check.checked_by) == (6, checker)
    assert "0 errors in 6 characters: 0.00 in 10,000, which passes (at most 3)" in text_of(response)


def test_typed_characters_stay(client, checker, page):
    begin(client, page, characters="12000")

    assert QualityCheck.objects.get().characters == 12_000


def test_noted_errors_make_the_rate(client, checker, page):
    begin(client, page, characters="10000")
    check = QualityCheck.objects.get()

    response = note(client, check, where="heading", times=2, page=page.pk)

    assert "4 errors in 10000 characters: 4.00 in 10,000, which does not pass" in text_of(response)
    assert PrintedError.objects.get().page == page


def test_weight_by_hand_is_asked_for(client, checker, page):
    begin(client, page, characters="10000")

    response = note(client, QualityCheck.objects.get(), kind="other")

    assert "Give a weight to what is weighed by hand" in text_of(response)
    assert not PrintedError.objects.exists()


def test_only_stories_and_pages_of_the_edition_are_offered(client, checker, page):
    other = make_page(date=datetime.date(2026, 11, 17))
    make_released(page=other, edition=other.edition, headline="明天的稿子")
    begin(client, page, characters="10000")
    check = QualityCheck.objects.get()

    form = text_of(client.get(reverse("admin:articles_qualitycheck_change", args=[check.pk])))

    assert "春耕" in form
    assert "明天的稿子" not in form


def test_edition_tells_its_rate_and_leads_to_its_check(admin_client, page):
    edition = reverse("admin:articles_edition_change", args=[page.edition_id])
    add = f"{reverse('admin:articles_qualitycheck_add')}?edition={page.edition_id}"
    response = admin_client.get(edition)
    assert "Not checked yet." in text_of(response)
    assert add in response.content.decode()

    begin(admin_client, page, characters="10000")

    response = admin_client.get(edition)
    check = QualityCheck.objects.get()
    assert "0 errors in 10000 characters" in text_of(response)
    assert reverse("admin:articles_qualitycheck_change", args=[check.pk]) in (
        response.content.decode()
    )


def test_list_asks_as_often_for_many_checks_as_for_one(
    admin_client, page, django_assert_max_num_queries
):
    begin(admin_client, page, characters="10000")
    for number in range(3):
        note(admin_client, QualityCheck.objects.get(), printed=f"错{number}")

    with django_assert_max_num_queries(8):
        response = admin_client.get(reverse("admin:articles_qualitycheck_changelist"))

    assert "3.00" in text_of(response)


def test_figures_tell_the_rates_of_the_month(admin_client, page):
    begin(admin_client, page, characters="1000")
    note(admin_client, QualityCheck.objects.get())

    response = admin_client.get(reverse("admin:articles_figures"), {"month": "2026-11"})

    assert "10.00 <strong>over the limit</strong>" in text_of(response)


def test_nobody_else_notes_errors(client, page):
    client.force_login(make_user(permissions=("view_edition", "view_version")))

    assert client.get(reverse("admin:articles_qualitycheck_add")).status_code == 403


def test_form_reads_the_stories_once_for_all_rows(
    client, checker, page, django_assert_max_num_queries
):
    begin(client, page, characters="10000")
    check = QualityCheck.objects.get()
    for number in range(6):
        PrintedError.objects.create(quality_check=check, printed=f"错{number}", page=page)

    with django_assert_max_num_queries(13):
        form = client.get(reverse("admin:articles_qualitycheck_change", args=[check.pk]))

    assert text_of(form).count("春耕") >= 6


def test_day_of_a_check_is_that_of_the_newsroom(client, checker, page):
    begin(client, page, characters="10000")
    after_midnight = datetime.datetime(2026, 11, 25, 16, 30, tzinfo=datetime.UTC)
    QualityCheck.objects.update(checked_at=after_midnight)
    check = QualityCheck.objects.get()

    form = text_of(client.get(reverse("admin:articles_qualitycheck_change", args=[check.pk])))

    assert "顾 2026-11-26" in form


def test_more_places_than_a_paper_has_are_refused(client, checker, page):
    begin(client, page, characters="10000")

    note(client, QualityCheck.objects.get(), times=10**12)

    assert not PrintedError.objects.exists()


def test_ten_errors_are_written_as_ten(admin_client, page):
    begin(admin_client, page, characters="10000")
    check = QualityCheck.objects.get()
    for number in range(10):
        PrintedError.objects.create(quality_check=check, printed=f"错{number}")

    response = admin_client.get(reverse("admin:articles_qualitycheck_changelist"))

    assert '<td class="field-errors">10</td>' in response.content.decode()


def test_changed_and_removed_errors_are_in_the_log(client, checker, page):
    begin(client, page, characters="10000")
    check = QualityCheck.objects.get()
    note(client, check)
    error = PrintedError.objects.get()

    note(client, check, initial=1, id=error.pk, DELETE="on")

    assert not PrintedError.objects.exists()
    assert "管季会" in LogEntry.objects.first().get_change_message()


def test_figures_tell_the_rates_of_a_month_without_stories(admin_client):
    page = make_page()
    begin(admin_client, page)
    begin(admin_client, make_page(date=datetime.date(2026, 11, 17)), characters="1000")
    for check in QualityCheck.objects.all():
        PrintedError.objects.create(quality_check=check, printed="错")

    told = text_of(admin_client.get(reverse("admin:articles_figures"), {"month": "2026-11"}))

    assert "No stories in these months." in told
    unchecked, checked = told.split("2026-11-17")
    assert "over the limit" not in unchecked.split("Errors in print")[-1]
    assert checked.count("10.00 <strong>over the limit</strong>") == 2  # the edition, the total


def test_figures_lead_to_no_check_that_one_may_not_see(client, checker, page):
    begin(client, page, characters="1000")
    address = reverse("admin:articles_qualitycheck_change", args=[QualityCheck.objects.get().pk])
    figures = reverse("admin:articles_figures")
    assert address in client.get(figures, {"month": "2026-11"}).content.decode()

    client.force_login(make_user(permissions=("view_version",)))

    told = client.get(figures, {"month": "2026-11"}).content.decode()
    assert "0.00" in told
    assert address not in told
