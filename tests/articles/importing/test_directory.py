"""What the database knows of the names on a page."""

import pytest
from django.db import connection

from articles.importing.directory import imported
from articles.models import Article

pytestmark = pytest.mark.django_db


def test_imported_stories_are_found_by_their_index():
    for key in ("a", "b", ""):
        Article.objects.create(import_key=key)
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL enable_seqscan = off")
    # More keys than PostgreSQL looks at to see that none of them is empty.
    articles = imported(["a", "c", *map(str, range(200))])

    assert [article.import_key for article in articles] == ["a"]
    assert "article_is_imported_once" in articles.order_by().explain()
