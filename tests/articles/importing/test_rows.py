"""Rows that are written without an object of each."""

import datetime

import pytest
from django.db import IntegrityError, transaction

from articles.importing.rows import insert, insert_numbered, row_of, take_keys
from articles.models import Article, Credit, Event, ImportedFacts, Mention, Version
from tests.factories import make_version

pytestmark = pytest.mark.django_db

CREDIT = ("version", "as_printed", "reporter", "capacity", "has_text", "has_photos", "position")


def test_row_holds_what_it_names_and_the_defaults_of_the_other_fields():
    version = make_version()

    insert(
        Credit, ({"version_id": version.pk, "as_printed": name} for name in ("苏未央", "卞 \t敬庭"))
    )

    assert list(Credit.objects.order_by("pk").values_list(*CREDIT)) == [
        (version.pk, "苏未央", None, "reporter", True, False, 0),
        (version.pk, "卞 \t敬庭", None, "reporter", True, False, 0),
    ]


def test_no_rows_ask_the_database_nothing(django_assert_num_queries):
    with django_assert_num_queries(0):
        insert(Credit, ())


def test_rows_refused_by_the_database_raise_as_those_of_models_do():
    version = make_version()
    row = {"version_id": version.pk, "name_as_printed": ""}

    with pytest.raises(IntegrityError, match="mention_has_a_name"), transaction.atomic():
        insert(Mention, [row])
    assert not Mention.objects.exists()


def test_days_and_json_are_stored_as_models_store_them():
    day, facts = datetime.date(2026, 11, 16), {"credits": ["苏未央", None, True]}
    (article,) = insert_numbered(Article, [{"import_key": "k"}])

    insert(Event, [{"name": name, "date": date} for name, date in (("甲", day), ("乙", None))])
    insert(ImportedFacts, [{"article_id": article, "facts": facts}])

    assert list(
        Event.objects.order_by("pk").values_list("name", "date", "ends_on", "revision")
    ) == [
        ("甲", day, None, 0),
        ("乙", None, None, 0),
    ]
    assert ImportedFacts.objects.get().facts == facts
    assert Article.objects.get().created_at is not None


def test_row_of_an_instance_is_stored_as_the_instance_would_be():
    article = Article.objects.create()
    version = Version(
        article=article, headline="水渠修好了", dated="2026-11-16", body="<b>长3公里</b>"
    )
    (version.pk,) = take_keys(Version, 1)

    insert(Version, [row_of(version)])

    stored = Version.objects.get()
    assert (stored.pk, stored.headline, stored.number) == (version.pk, "水渠修好了", 1)
    assert stored.body == "<strong>长3公里</strong>"
    assert stored.created_at is not None


def test_keys_are_taken_once():
    first = insert_numbered(Article, [{"import_key": "甲"}, {"import_key": "乙"}])
    made = Article.objects.create(import_key="丙").pk
    last = insert_numbered(Article, [{"import_key": "丁"}])

    assert list(Article.objects.order_by("pk").values_list("import_key", flat=True)) == [
        *"甲乙丙丁"
    ]
    assert [*first, made, *last] == sorted({*first, made, *last})
    assert take_keys(Article, 0) == []
