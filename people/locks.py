"""The lock of whoever writes several entries of the directory at once: an import, a merge, a form.

PostgreSQL looks at the entries that a story names only when the import commits, in the order of the
stories, and locks each. Whoever locks entries in another order meanwhile would stop one of the two,
and who merges them would leave a name without its entry. So they take turns.
"""

from django.db import connection

# PostgreSQL knows such a lock by a number alone.
DIRECTORY = 7_302_023


def lock_directory():
    """Have the directory alone until this transaction ends; to be locked before all else.

    SQLite has one writer anyway.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [DIRECTORY])


def hold_links():
    """Have the entries that are linked to here stand until this transaction ends.

    Raises IntegrityError where one is gone: PostgreSQL would say so at the commit only, when the
    answer is written.
    """
    if connection.vendor == "postgresql":
        connection.check_constraints()
