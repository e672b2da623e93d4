"""The work list of doubts over all editions."""

import pytest

from articles.importing.importer import import_page
from articles.models import Doubt
from tests import seed_edition
from tests.articles.admin.posting import messages
from tests.factories import make_writer

pytestmark = pytest.mark.django_db
LIST = "/admin/articles/doubt/"


@pytest.fixture
def doubt():
    import_page(seed_edition.PAGE, edition_date=seed_edition.DATE, page_number="01")
    return Doubt.objects.get(kind="doubtful_join")


def test_open_doubt_is_listed_with_its_source_lines_and_story(admin_client, doubt):
    page = admin_client.get(LIST).content.decode()

    assert doubt.version.headline in page
    assert f'<li value="{doubt.first_line}">' in page


def test_chosen_doubts_are_settled_with_one_note(client, doubt):
    client.force_login(make_writer())

    client.post(
        LIST, {"action": "settle", "_selected_action": [doubt.pk], "note": "查过原报", "index": 0}
    )

    doubt.refresh_from_db()
    assert (doubt.is_open, doubt.settled_note) == (False, "查过原报")
    assert doubt.version.headline not in client.get(LIST).content.decode()
    assert doubt.version.headline in client.get(f"{LIST}?state=settled").content.decode()


def test_chosen_doubts_are_not_settled_without_a_reason(client, doubt):
    client.force_login(make_writer())

    response = client.post(
        LIST,
        {"action": "settle", "_selected_action": [doubt.pk], "note": "", "index": 0},
        follow=True,
    )

    doubt.refresh_from_db()
    assert doubt.is_open
    assert messages(response) == ["Write a note that says why: it goes on record."]


def test_list_takes_the_same_queries_whatever_its_length(
    admin_client, doubt, django_assert_max_num_queries
):
    Doubt.objects.bulk_create(
        Doubt(
            version=doubt.version,
            kind=doubt.kind,
            quote=str(n),
            document=doubt.document,
            first_line=1,
            last_line=2,
        )
        for n in range(20)
    )
    with django_assert_max_num_queries(12):
        admin_client.get(LIST)


def test_record_of_a_doubt_is_not_written_by_hand(client, doubt):
    client.force_login(make_writer())

    response = client.post(f"{LIST}{doubt.pk}/change/", {"settled_note": "已核对"})

    assert response.status_code == 403
    doubt.refresh_from_db()
    assert doubt.is_open
