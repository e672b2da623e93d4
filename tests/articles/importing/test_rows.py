"""Rows that are written without an object of each."""

import pytest
from django.db import IntegrityError, transaction

from articles.importing.rows import insert
from articles.models import Credit, Mention
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
