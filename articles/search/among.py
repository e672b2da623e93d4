"""Conditions on long lists of keys: one parameter, however many there are."""

import json

from django.db import connection
from django.db.models.expressions import RawSQL


def listed(keys):
    """A list for `__in` that may have ten thousand keys."""
    if connection.vendor == "postgresql":
        return RawSQL("SELECT unnest(%s::bigint[])", [list(keys)])
    return RawSQL("SELECT value FROM json_each(%s)", [json.dumps(list(keys))])
