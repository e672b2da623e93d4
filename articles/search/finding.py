"""Which stories satisfy a query: the newest of them, or those that say it most plainly first."""

from collections.abc import Iterable
from dataclasses import replace
from functools import partial, reduce
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
# So many hits are told apart by their texts, where there are no more: sooner than by more searches.
READ = 200


def newest(query: Query, visible: QuerySet[Version], *, is_narrow=False) -> Hits:
    """The hits among the visible versions, newest first.

    Where these are narrow, no more than FEW, a word that half of the archive has is sought in them
    and not in the archive.
    """
    if not query.terms:
        return _all_of(visible)
    return _among(query, visible) if is_narrow else backend().hits(query, visible, COUNTED)


def ranked(query: Query, visible: QuerySet[Version], *, is_narrow=False) -> Hits:
    """The plainest hits first, and of equally plain ones the newest.

    First come stories of somebody who bears the very name, then those that say all of it in the
    headline, then in headline and deck, then anywhere.
    """
    hits = newest(query, visible, is_narrow=is_narrow)
    if not query.wanted or any(term.columns for term in query.wanted):
        return hits
    plainest = _plainer_keys(query, _finder(query, hits, visible))
    keys = list(dict.fromkeys([*plainest, *hits.keys]))
    return replace(hits, keys=keys[:RANKED] if hits.is_cut else keys)


def are_few(rows: QuerySet) -> bool:
    """Whether so few rows, of versions or of links to them, make a search narrow."""
    return rows.order_by()[: FEW + 1].count() <= FEW


def _all_of(visible):
    rows = visible.newest_first().values_list("dated", "pk")[: COUNTED + 1]
    return _cut([key_of(dated, pk) for dated, pk in rows])


def _among(query, visible):
    """The hits among few versions, by their texts; these are fetched only where columns matter."""
    versions = visible.order_by().values_list("pk", flat=True)
    entries = SearchEntry.objects.filter(version__in=listed(versions))
    found = entries.filter(*map(_has_one_of, query.wanted))
    if query.left_out or any(term.columns for term in query.wanted):
        return _cut(_satisfying(_read(found), query))
    return _cut(sorted(found.values_list("key", flat=True), reverse=True))


def _has_one_of(term):
    """A condition on entries that have one of the texts of a term, in whatever column."""
    found = (GreaterThan(StrIndex("text", Value(text)), 0) for text in term.texts)
    return reduce(or_, map(Q, found))


def _cut(keys):
    return Hits(keys[:RANKED], is_cut=True) if len(keys) > COUNTED else Hits(keys)


def _read(entries):
    """(key, columns) of entries, newest first."""
    rows = sorted(entries.values_list("key", "text"), reverse=True)
    return [(key, columns_of(text)) for key, text in rows]


def _satisfying(rows, query):
    return [key for key, columns in rows if query.is_satisfied_by(columns)]


def _finder(query, hits, visible):
    """A function of a plainer query to the keys that it finds.

    Those who bear a name are no hits of it where it was typed spread: "王　丽".
    """
    is_spread = any(text not in name(text) for term in query.wanted for text in term.texts)
    if hits.is_cut or len(hits.keys) > READ or is_spread:
        counted = RANKED if hits.is_cut else COUNTED
        return lambda plainer: backend().hits(plainer, visible, counted).keys
    return partial(_satisfying, _read(SearchEntry.objects.filter(key__in=listed(hits.keys))))


def _plainer_keys(query, find) -> Iterable[int]:
    """The keys of the plain hits, the plainest first. What no heading has, no headline has."""
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
