"""Write and find many rows of one table at once, mostly without making an object of each.

`bulk_create` makes an instance of every row and asks each field several times for its value: half
of the time of an import, for rows that nobody looks at again.
"""

from django.db import connection

from articles.models import Version


def insert(model, rows):
    """Insert rows given as dicts by column attribute (`version_id`), all with the same names.

    Their values go to the database as they are: numbers, plain strings, booleans, None. What a row
    does not name is the default of its field. Raises IntegrityError and DataError.
    """
    rows = list(rows)
    if not rows:
        return
    named = [model._meta.get_field(name) for name in rows[0]]
    others = [
        field
        for field in model._meta.concrete_fields
        if field not in named and not field.primary_key
    ]
    defaults = [field.get_db_prep_save(field.get_default(), connection) for field in others]
    columns = [field.column for field in (*named, *others)]
    _write(model._meta.db_table, columns, [(*row.values(), *defaults) for row in rows])


def _write(table, columns, rows):
    quote = connection.ops.quote_name
    target = f"{quote(table)} ({', '.join(map(quote, columns))})"
    with connection.wrap_database_errors, connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f"COPY {target} FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
        else:
            places = ", ".join(["%s"] * len(columns))
            cursor.executemany(f"INSERT INTO {target} VALUES ({places})", rows)


def found_or_made(model, key, wanted, defer=()):
    """The rows of a model by a unique field: those that exist, and the others made."""
    rows = model.objects.defer(*defer).filter(**{f"{key}__in": wanted})
    found = {getattr(row, key): row for row in rows}
    made = model.objects.bulk_create(
        model(**{key: value}, **fields) for value, fields in wanted.items() if value not in found
    )
    return found | {getattr(row, key): row for row in made}


def store_digests(versions):
    """One short statement a row: `bulk_update` would build a long one for them all."""
    table = connection.ops.quote_name(Version._meta.db_table)
    with connection.cursor() as cursor:
        cursor.executemany(
            f"UPDATE {table} SET digest = %s WHERE id = %s",
            [(version.digest, version.pk) for version in versions],
        )
