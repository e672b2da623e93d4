import pytest
from django.urls import reverse
from django.utils.html import escape

from articles.models import LedgerEntry
from tests.factories import make_page, make_released, make_user

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


def test_entry_is_read_by_the_names_of_its_fields(reader):
    page = make_page()
    story = make_released(headline="柳汐公园新添环湖步道", page=page, edition=page.edition)
    entry = LedgerEntry.objects.get()

    shown = reader.get(reverse("admin:articles_ledgerentry_change", args=[entry.pk]))
    page = shown.content.decode()

    assert "<dt>Headline</dt><dd>柳汐公园新添环湖步道</dd>" in page
    assert "<dt>Edition</dt><dd>2026-11-16</dd>" in page
    assert "<dt>Page</dt><dd>Page 01：要闻</dd>" in page
    assert "<p>步道全长3公里。</p>" in page
    assert (entry.digest in page, story.decisions.last().by.username in page) == (True, True)
    folded = page[page.index("<details>") :]
    assert escape(entry.content) in folded


def test_list_of_entries_takes_as_many_queries_for_many(reader, django_assert_max_num_queries):
    for number in range(4):
        make_released(headline=f"{number}号稿")

    with django_assert_max_num_queries(6):
        reader.get(reverse("admin:articles_ledgerentry_changelist"))
