"""Write and find many rows of one table at once, mostly without making an object of each.

`bulk_create` makes an instance of every row and asks each field several times for its value: half
of the time of an import, for rows that nobody looks at again.
"""

from django.db import connection, models

from articles.body import BodyField

# Values of all other fields go to the database as they are.
_PREPARED = (BodyField, models.DateField, models.JSONField)


def insert(model, rows):
    """Insert rows given as dicts by column attribute (`version_id`), all with the same names.

    What a row does not name is the default of its field. Raises IntegrityError and DataError.
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
    blank = model()
    defaults = [_prepared(field, field.pre_save(blank, add=True)) for field in others]
    values = [[*row.values(), *defaults] for row in rows]
    for place, field in enumerate(named):
        if isinstance(field, _PREPARED):
            for row in values:
                row[place] = _prepared(field, row[place])
    _write(model._meta.db_table, [field.column for field in (*named, *others)], values)


def insert_numbered(model, rows):
    """Insert rows as `insert` does, and return their keys in order."""
    rows = list(rows)
    keys = take_keys(model, len(rows))
    insert(model, ({"id": key, **row} for key, row in zip(keys, rows, strict=True)))
    return keys


def row_of(instance):
    """The row that a new instance would be saved as."""
    fields = instance._meta.concrete_fields
    return {field.attname: field.pre_save(instance, add=True) for field in fields}


def take_keys(model, number):
    """So many keys for new rows of the model, which no other transaction will use.

    To be used in this transaction, before it makes another row of the model.
    """
    table = model._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)",
                [table, number],
            )
            return [key for (key,) in cursor.fetchall()]
        # The only writer is this transaction; the table counts on from the highest key.
        cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [table])
        (last,) = cursor.fetchone() or (0,)
        return list(range(last + 1, last + 1 + number))


def _prepared(field, value):
    return field.get_db_prep_save(value, connection)


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
