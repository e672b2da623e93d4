"""What verification finds in the words of an open form."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from articles.models import Version
from tests.articles.admin.posting import change_url
from tests.articles.admin.test_findings import secretary
from tests.factories import make_page, make_released, make_user, make_version

pytestmark = pytest.mark.django_db
__all__ = ["secretary"]
ADDRESS = "/admin/articles/version/findings/"
NEAR = "<p>青澜经开区党工委书记仝在江出席会议。</p>"
HELD = "<p>青澜经开区党工委书记仝在山出席会议。</p>"


def ask(client, **words):
    return client.post(ADDRESS, words)


def test_words_of_the_form_are_verified_as_they_are(client, editor, secretary):
    answer = ask(client, headline="标题（一", body=NEAR, **{"photos-0-caption": "图说（一"}).json()

    assert answer["status"] == "3 findings"
    for words in (
        '<small class="quiet">headline</small>',
        "<del>仝在江</del>",
        "<ins>仝在山</ins>",
        '<small class="quiet">Caption 1</small>',
    ):
        assert words in answer["found"]


def test_nothing_is_written(client, editor, secretary, django_assert_num_queries):
    version = make_version()
    client.get("/admin/")
    with django_assert_num_queries(9):
        ask(client, headline="标题（一", body=NEAR)
    stored = Version.objects.get()
    assert (stored.body, stored.updated_at) == (version.body, version.updated_at)


@pytest.mark.parametrize("where", ["dated", "edition", "page", "dateline_date"])
def test_titles_are_checked_for_the_day_that_the_form_says(client, editor, secretary, where):
    secretary.appointments.update(started=date(2026, 6, 1), started_latest=date(2026, 6, 1))
    page = make_page(date=date(2026, 5, 2))
    said = {
        "dated": {"dated": "2026-05-02"},
        "edition": {"edition": page.edition.pk, "dated": "2026-11-16"},
        "page": {"page": page.pk, "dated": "2026-11-16"},
        "dateline_date": {"dated": "2026-11-16", "dateline_date": "2026-05-02"},
    }

    assert "title not yet held" in ask(client, body=HELD, **said[where]).json()["found"]
    assert "title not yet held" not in ask(client, body=HELD, dated="2026-11-16").json()["found"]


def test_whom_nobody_linked_in_the_form_may_be_somebody_else(client, editor, secretary):
    body = HELD.replace("书记", "副书记")
    row = {"name_as_printed": "仝在山", "title_as_printed": "党工委副书记"}
    unlinked = {f"mentions-0-{name}": value for name, value in row.items()}
    linked = unlinked | {"mentions-0-official": secretary.pk}

    answers = [ask(client, body=body, **words).json()["found"] for words in (unlinked, linked)]

    assert ['class="unchecked"' in found for found in answers] == [True, False]


def test_fields_that_are_half_typed_are_no_error(client, editor):
    words = {"body": "<p>步道建成。", "dateline_date": "2026-", "page": "x", "edition": "999"}
    assert ask(client, **words).json()["status"] == "Nothing was found."


def test_markup_of_the_body_is_not_that_of_the_panel(client, editor):
    answer = ask(client, headline="（<b>粗</b>", body="<p>“<script>1</script></p>").json()
    assert "<script" not in answer["found"]


def test_message_that_is_too_large_is_refused_unread(client, editor):
    answer = ask(client, body="长" * 70_000)
    assert answer.status_code == 413
    assert answer.json()["found"] == ""
    assert answer.json()["status"].startswith("Too long to be verified as you write.")


def test_who_may_not_write_stories_is_refused(client):
    client.force_login(make_user(permissions=["view_version"]))
    assert ask(client, body=NEAR).status_code == 403


def test_stranger_is_sent_to_sign_in(client):
    assert ask(client, body=NEAR).status_code == 302


def test_message_without_the_token_of_the_form_is_refused(editor):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(editor)
    assert ask(strict, body=NEAR).status_code == 403


def test_it_is_asked_by_post_only(client, editor):
    assert client.get(ADDRESS).status_code == 405


def test_only_a_form_that_may_be_changed_asks(client, editor):
    released = make_released()
    version = make_version(written_by=editor)
    asks = f'data-findings="{ADDRESS}"'
    for address in (reverse("admin:articles_version_add"), change_url(version)):
        assert asks in client.get(address).content.decode()
    review = reverse("admin:articles_version_review", args=[version.pk])
    for address in (change_url(released), review):
        assert asks not in client.get(address).content.decode()
