"""How each database keeps and finds pairs: one module each, with the same functions.

`CREATE` and `DROP` are the statements of its tables. `add(entries)` writes entries of versions
that it does not have, `take_out(versions)` forgets versions and `clear()` all of them. While
`in_bulk()` is entered, many entries are added to an empty index; where that was killed,
`is_whole()` tells that something is left out and `mend()` makes it.
`hits(query, among, counted)` are the Hits Among the versions that satisfy the terms of a query,
newest first, all of them where there are no more than `counted`. `faults()` are (version, what is
wrong) where pairs are not those of their entry.
"""

from dataclasses import dataclass
from importlib import import_module

from django.db import connection
from django.db.models import QuerySet

from articles.search.entries import version_of

# Hits are counted up to here: of each PostgreSQL reads the text, some 20 µs for one.
COUNTED = 5_000
# Of more hits than are counted, so many of the newest are ranked, told apart and walked.
RANKED = 2_000


@dataclass(frozen=True, slots=True)
class Hits:
    """The keys of the stories found, in their order. `is_cut` where there are more than COUNTED."""

    keys: list[int]
    is_cut: bool = False

    @property
    def versions(self):
        return [version_of(key) for key in self.keys]


@dataclass(frozen=True, slots=True)
class Among:
    """The versions that are searched, and links, rows that lead to each of them, where it has many.

    The versions say it all. The links are for a database that meets them sooner.
    """

    versions: QuerySet
    links: tuple[QuerySet, ...] = ()


def backend():
    """The module for the database in use. Raises ImportError for any other."""
    return import_module(f"articles.search.backends.{connection.vendor}")
