"""The form of an edition: what was printed stays, what is missing can be filled in."""

import pytest
from django.urls import reverse

from articles.models import Edition, Page
from tests.articles.admin.posting import text_of
from tests.factories import make_page, make_released, make_version

pytestmark = pytest.mark.django_db


@pytest.fixture
def page():
    page = make_page()
    Edition.objects.update(number=1207)
    make_released(page=page, edition=page.edition)
    return page


def save(client, page, *, date="2026-11-16", number="1207", page_number="01", name="要闻"):
    return client.post(
        reverse("admin:articles_edition_change", args=[page.edition_id]),
        {
            "date": date,
            "number": number,
            "pages-TOTAL_FORMS": 1,
            "pages-INITIAL_FORMS": 1,
            "pages-0-id": page.pk,
            "pages-0-edition": page.edition_id,
            "pages-0-number": page_number,
            "pages-0-name": name,
        },
    )


@pytest.mark.parametrize("change", [{"date": "2026-11-17"}, {"number": "1208"}, {"number": ""}])
def test_printed_date_and_number_stay(admin_client, page, change):
    response = save(admin_client, page, **change)

    assert "its date and issue number stay as they were printed" in text_of(response)
    assert str(Edition.objects.get()) == "2026-11-16"


@pytest.mark.parametrize("change", [{"page_number": "02"}, {"name": "综合"}, {"name": ""}])
def test_printed_page_stays(admin_client, page, change):
    response = save(admin_client, page, **change)

    assert "its number and section stay as they were printed" in text_of(response)
    assert str(Page.objects.get()) == str(page)


def test_what_is_missing_is_filled_in(admin_client):
    page = make_page(name="")
    make_released(page=page, edition=page.edition)

    assert save(admin_client, page).status_code == 302
    assert (Edition.objects.get().number, Page.objects.get().name) == (1207, "要闻")


def test_edition_without_released_stories_is_changed(admin_client):
    assert save(admin_client, make_page(), date="2026-11-17", name="综合").status_code == 302


def test_drafts_go_to_the_new_day_with_their_edition(admin_client):
    page = make_page()
    draft = make_version(page=page, edition=page.edition)

    save(admin_client, page, date="2026-11-18")

    draft.refresh_from_db()
    assert str(draft.dated) == "2026-11-18"
    told = text_of(admin_client.get(reverse("admin:index")))
    assert "To the new day went with it: stories 1, assignments 0." in told


def move(client, page, edition):
    return client.post(
        reverse("admin:articles_page_change", args=[page.pk]),
        {"edition": edition.pk, "number": page.number, "name": page.name},
    )


def test_page_is_opened_from_its_edition_and_takes_its_drafts_to_another(admin_client):
    page = make_page()
    draft = make_version(page=page, edition=page.edition)
    edition = Edition.objects.create(date="2026-11-18")
    shown = admin_client.get(reverse("admin:articles_edition_change", args=[page.edition_id]))
    assert reverse("admin:articles_page_change", args=[page.pk]) in shown.content.decode()

    assert move(admin_client, page, edition).status_code == 302

    draft.refresh_from_db()
    assert (draft.edition, str(draft.dated)) == (edition, "2026-11-18")
    told = text_of(admin_client.get(reverse("admin:index")))
    assert "To the edition of 2026-11-18 went with the page: stories 1." in told


def test_printed_page_goes_to_no_other_edition(admin_client, page):
    response = move(admin_client, page, Edition.objects.create(date="2026-11-18"))

    assert "its number and section stay as they were printed" in text_of(response)
    page.refresh_from_db()
    assert str(page.edition) == "2026-11-16"


def test_page_goes_to_no_edition_that_has_one_of_its_number(admin_client):
    page, other = make_page(), make_page(date="2026-11-18")

    assert "already has a page of this number" in text_of(move(admin_client, page, other.edition))


def test_site_is_offered_only_once_a_story_of_the_day_is_out(admin_client, page):
    unread = Edition.objects.create(date="2026-11-17")

    shown = [
        admin_client.get(reverse("admin:articles_edition_change", args=[edition.pk])).context
        for edition in (page.edition, unread)
    ]

    assert [one["has_absolute_url"] for one in shown] == [True, False]
