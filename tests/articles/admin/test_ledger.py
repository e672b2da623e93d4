import pytest
from django.urls import reverse

from articles.models import LedgerEntry
from tests.factories import make_released, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def reader(client):
    client.force_login(make_user(permissions=["view_ledgerentry"]))
    return client


def test_entry_shows_what_was_sealed_and_cannot_be_changed(reader):
    make_released(headline="柳汐公园新添环湖步道")
    entry = LedgerEntry.objects.get()

    listed = reader.get(reverse("admin:articles_ledgerentry_changelist")).content.decode()
    shown = reader.get(reverse("admin:articles_ledgerentry_change", args=[entry.pk]))

    assert entry.digest[:16] in listed
    assert "柳汐公园环湖步道建成开放" in shown.content.decode()
    assert reader.post(shown.request["PATH_INFO"], {"content": "{}"}).status_code == 403


def test_list_of_entries_takes_as_many_queries_for_many(reader, django_assert_max_num_queries):
    for number in range(4):
        make_released(headline=f"{number}号稿")

    with django_assert_max_num_queries(6):
        reader.get(reverse("admin:articles_ledgerentry_changelist"))
