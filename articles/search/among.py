"""Conditions on long lists of keys and on many links, put so that databases answer them well."""

import json

from django.db import connection
from django.db.models import BooleanField, Case, Exists, OuterRef, Value, When
from django.db.models.expressions import RawSQL


def listed(keys):
    """A list for `__in` that may have ten thousand keys: one parameter."""
    if connection.vendor == "postgresql":
        return RawSQL("SELECT unnest(%s::bigint[])", [list(keys)])
    return RawSQL("SELECT value FROM json_each(%s)", [json.dumps(list(keys))])


def linked_by(links, versions, *, are_many):
    """As `selections.linked_by`, for hits that are sought among the versions.

    Of many links PostgreSQL would sort all their stories. It cannot join with what is inside a
    CASE: it keeps the links at hand, and looks at the text of those only that they lead to.
    """
    if not are_many:
        return versions.filter(pk__in=links.values("version"))
    is_linked = When(Exists(links.filter(version=OuterRef("pk"))), then=Value(True))
    return versions.filter(Case(is_linked, default=False, output_field=BooleanField()))
