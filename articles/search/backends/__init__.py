"""How each database keeps and finds pairs: one module each, with the same functions.

`CREATE` and `DROP` are the statements of its tables. `add(entries)` writes entries of versions
that it does not have, `take_out(versions)` forgets versions. `newest(query, visible, limit)` are
the keys of the newest of the visible versions that satisfy the terms of a query. `faults()` are
(version, what is wrong) where the pairs are not those of the entries.
"""

from importlib import import_module

from django.db import connection


def backend():
    """The module for the database in use. Raises ImportError for any other."""
    return import_module(f"articles.search.backends.{connection.vendor}")
