"""Which stories satisfy a query: the newest of them, or those that say it most plainly first."""

from collections.abc import Iterable
from dataclasses import replace
from functools import reduce
from operator import or_

from django.db.models import Q, QuerySet, Value
from django.db.models.functions import StrIndex
from django.db.models.lookups import GreaterThan

from articles.models import SearchEntry, Version
from articles.search.among import listed
from articles.search.backends import COUNTED, RANKED, Hits, backend
from articles.search.entries import columns_of, key_of, name
from articles.search.query import COLUMNS_OF, Query

# So many stories are looked through one by one, where a filter leaves no more.
FEW = 20_000


def newest(query: Query, visible: QuerySet[Version], *, is_narrow=False) -> Hits:
    """The hits among the visible versions, newest first.

    Where these are narrow, perhaps few, a word that half of the archive has is sought in them and
    not in the archive.
    """
    return _finder(query, visible, is_narrow)(query)


def ranked(query: Query, visible: QuerySet[Version], *, is_narrow=False) -> Hits:
    """The plainest hits first, and of equally plain ones the newest.

    First come stories of somebody who bears the very name, then those that say all of it in the
    headline, then in headline and deck, then anywhere.
    """
    find = _finder(query, visible, is_narrow)
    hits = find(query)
    counted = RANKED if hits.is_cut else COUNTED
    plainest = _plainer_keys(query, lambda plainer: find(plainer, counted).keys)
    keys = list(dict.fromkeys([*plainest, *hits.keys]))
    return replace(hits, keys=keys[:RANKED] if hits.is_cut else keys)


def are_few(rows: QuerySet) -> bool:
    """Whether so few rows, of versions or of links to them, make a search narrow."""
    return rows.order_by()[: FEW + 1].count() <= FEW


def _finder(query, visible, is_narrow):
    """How hits of the query, or of a plainer one, are found: a function of it and of COUNTED."""
    few = _few(query, visible) if is_narrow and query.terms else None
    if few is not None:
        return lambda plainer, counted=COUNTED: _cut(
            [key for key, columns in few if plainer.is_satisfied_by(columns)], counted
        )
    return lambda plainer, counted=COUNTED: (
        backend().hits(plainer, visible, counted) if query.terms else _all_of(visible)
    )


def _few(query, visible):
    """The keys and columns of the hits, newest first; None among more than FEW versions."""
    versions = list(visible.order_by().values_list("pk", flat=True)[: FEW + 1])
    if len(versions) > FEW:
        return None
    entries = SearchEntry.objects.filter(version__in=listed(versions))
    found = entries.filter(*map(_has_one_of, query.wanted)).values_list("key", "text")
    rows = ((key, columns_of(text)) for key, text in found)
    return sorted((row for row in rows if query.is_satisfied_by(row[1])), reverse=True)


def _has_one_of(term):
    """A condition on entries that have one of the texts of a term, in whatever column."""
    found = (GreaterThan(StrIndex("text", Value(text)), 0) for text in term.texts)
    return reduce(or_, map(Q, found))


def _all_of(visible):
    rows = visible.newest_first().values_list("dated", "pk")[: COUNTED + 1]
    return _cut([key_of(dated, pk) for dated, pk in rows], COUNTED)


def _cut(keys, counted):
    return Hits(keys[:RANKED], is_cut=True) if len(keys) > counted else Hits(keys)


def _plainer_keys(query, find) -> Iterable[int]:
    """The keys of the plain hits, the plainest first. What no heading has, no headline has."""
    if not query.wanted or any(term.columns for term in query.wanted):
        return
    if len(query.wanted) == 1 and len(query.wanted[0].text) > 1:
        yield from find(_within(query, ("people", "byline"), by_name=True))
    if in_headings := find(_within(query, COLUMNS_OF["headline"])):
        yield from find(_within(query, ("headline",)))
        yield from in_headings


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
