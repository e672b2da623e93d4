"""Write many rows of one table without making an object of each.

`bulk_create` makes an instance of every row and asks each field several times for its value: more
than half of the time of an import, for rows that nobody looks at again.
"""

from itertools import chain, islice

from django.db import connection

# Values in one statement, where the database sets no limit of its own.
VALUES_OF_A_STATEMENT = 10_000


def insert(model, rows):
    """Insert rows given as dicts by column attribute (`version_id`), all with the same names.

    Their values go to the database as they are: numbers, plain strings, booleans, None. What a row
    does not name is the default of its field. Raises IntegrityError and DataError.
    """
    rows = iter(rows)
    first = next(rows, None)
    if first is None:
        return
    named = [model._meta.get_field(name) for name in first]
    others = [
        field
        for field in model._meta.concrete_fields
        if field not in named and not field.primary_key
    ]
    defaults = [field.get_db_prep_save(field.get_default(), connection) for field in others]
    quote = connection.ops.quote_name
    columns = ", ".join(quote(field.column) for field in (*named, *others))
    head = f"INSERT INTO {quote(model._meta.db_table)} ({columns}) VALUES "
    size = len(named) + len(others)
    place = f"({', '.join(['%s'] * size)})"
    limit = (connection.features.max_query_params or VALUES_OF_A_STATEMENT) // size
    rows = chain([first], rows)
    with connection.cursor() as cursor:
        while chunk := [(*row.values(), *defaults) for row in islice(rows, limit)]:
            places = ", ".join([place] * len(chunk))
            cursor.execute(head + places, [*chain.from_iterable(chunk)])
