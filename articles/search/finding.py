"""Which stories satisfy a query: the newest of them, or those that say it most plainly first."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.db.models import QuerySet

from articles.models import Version
from articles.search.backends import backend
from articles.search.entries import name, version_of
from articles.search.query import COLUMNS_OF, Query

# Hits are counted up to here.
COUNTED = 10_000
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


def newest(query: Query, visible: QuerySet[Version]) -> Hits:
    """The hits among the visible versions, newest first."""
    keys = backend().newest(query, visible, COUNTED + 1)
    if len(keys) > COUNTED:
        return Hits(keys[:RANKED], is_cut=True)
    return Hits(keys)


def ranked(query: Query, visible: QuerySet[Version]) -> Hits:
    """The plainest hits first, and of equally plain ones the newest.

    First come stories of somebody who bears the very name, then those that say all of it in the
    headline, then in headline and deck, then anywhere.
    """
    hits = newest(query, visible)
    order = {}
    for plainer in _plainer(query):
        found = backend().newest(plainer, visible, RANKED if hits.is_cut else COUNTED)
        order.update(dict.fromkeys(found))
    order.update(dict.fromkeys(hits.keys))
    keys = list(order)
    return replace(hits, keys=keys[:RANKED] if hits.is_cut else keys)


def _plainer(query) -> Iterable[Query]:
    if any(term.columns for term in query.wanted):
        return
    if len(query.wanted) == 1 and len(query.wanted[0].text) > 1:
        yield _within(query, ("people", "byline"), by_name=True)
    yield _within(query, ("headline",))
    yield _within(query, COLUMNS_OF["headline"])


def _within(query, columns, *, by_name=False):
    """The query with what is wanted to be found in these columns, or as a whole name."""
    return replace(
        query,
        terms=tuple(
            term
            if term.is_left_out
            else replace(
                term,
                columns=columns,
                text=name(term.text) if by_name else term.text,
                others=tuple(map(name, term.others)) if by_name else term.others,
            )
            for term in query.terms
        ),
    )
