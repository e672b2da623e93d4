"""Every guard is set."""

import pytest
from django.db import connection

from articles.guards import guards

pytestmark = pytest.mark.django_db


def test_every_guard_is_in_the_database():
    if connection.vendor == "sqlite":
        query = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    else:
        query = "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal"
    with connection.cursor() as cursor:
        cursor.execute(query)
        names = {name for (name,) in cursor.fetchall()}

    assert names == {guard.name for guard in guards()}
