"""What a database holds, whatever its keys and clocks: `python -m tests.contents` prints JSON.

Each row is its values, with the row that it points at in place of a key; moments are left out.
"""

import hashlib
import json
import os


def contents():
    """The digests of all rows of the project's tables, sorted, by table."""
    from django.apps import apps

    rows = {
        model: model.objects.in_bulk()
        for app in ("articles", "people")
        for model in apps.get_app_config(app).get_models(include_auto_created=True)
        if model._meta.managed
    }
    known = {}
    return {
        model._meta.db_table: sorted(_digest(row, rows, known) for row in held.values())
        for model, held in rows.items()
    }


def _digest(row, rows, known):
    name = (type(row), row.pk)
    if name not in known:
        values = [_value(row, field, rows, known) for field in row._meta.concrete_fields]
        known[name] = hashlib.sha256(json.dumps(values, default=str).encode()).hexdigest()
    return known[name]


def _value(row, field, rows, known):
    value = field.value_from_object(row)
    if field.is_relation:
        held = rows.get(field.related_model, {})
        return value and value in held and _digest(held[value], rows, known)
    if field.primary_key or field.get_internal_type() == "DateTimeField":
        return None
    # A JSON field keeps no order, and bytes have no form in JSON.
    if isinstance(value, dict):
        return json.dumps(value, sort_keys=True)
    return bytes(value).hex() if isinstance(value, bytes | memoryview) else value


if __name__ == "__main__":
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
    django.setup()
    print(json.dumps(contents()))  # noqa: T201
