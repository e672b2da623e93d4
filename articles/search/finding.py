"""Which stories satisfy a query: the newest of them, or those that say it most plainly first."""

from collections.abc import Iterable
from dataclasses import replace
from functools import reduce
from operator import or_

from django.db.models import Q, QuerySet, Value
from django.db.models.expressions import RawSQL
from django.db.models.functions import StrIndex
from django.db.models.lookups import GreaterThan

from articles.models import SearchEntry, Version
from articles.search.among import listed
from articles.search.backends import COUNTED, RANKED, Among, Hits, backend
from articles.search.entries import BETWEEN, columns_of, key_of, name
from articles.search.query import COLUMNS_OF, Query

# So many stories are looked through one by one, where a filter leaves no more.
FEW = 20_000
# So many hits are told apart by their texts, where there are no more: sooner than by more searches.
READ = 200
# So many plain hits are enough to begin with, five parts of the list, where they are among the
# newest of more than are counted.
ENOUGH = 100
# How plainly an entry says it, the plainest first.
NAMED, IN_HEADLINE, IN_HEADING, ANYWHERE = range(4)
# The beginnings of the text of an entry as SQL: the headline, and headline and deck.
_END = f"{{position}}(text, '{BETWEEN}')"
HEADLINE = f"substr(text, 1, {_END})"
HEADING = f"substr(text, 1, {_END} + {{position}}(substr(text, {_END} + 1), '{BETWEEN}'))"


def newest(query: Query, visible: QuerySet[Version], *, links=(), is_narrow=False) -> Hits:
    """The hits among the visible versions, newest first.

    Where these are narrow, no more than FEW, a word that half of the archive has is sought in them
    and not in the archive. Links lead to each of them: see `Among`.
    """
    if not query.terms:
        return _all_of(visible)
    if is_narrow:
        keys = _looked_through(query, visible).values_list("key", flat=True)
        return _cut(sorted(keys, reverse=True))
    return backend().hits(query, Among(visible, (*links,)), COUNTED)


def ranked(query: Query, visible: QuerySet[Version], *, links=(), is_narrow=False) -> Hits:
    """The plainest hits first, and of equally plain ones the newest.

    First come stories of somebody who bears the very name, then those that say all of it in the
    headline, then in headline and deck, then anywhere. Of more hits than are counted only the
    newest are ranked where ENOUGH of them are plain.
    """
    hits = newest(query, visible, links=links, is_narrow=is_narrow)
    if not query.wanted or any(term.columns for term in query.wanted):
        return hits
    among = Among(visible, (*links,))
    if hits.is_cut:
        return replace(hits, keys=_plainest_of_many(query, among, hits.keys))
    if is_narrow or len(hits.keys) <= READ:
        return Hits(_plainest_first(_told_apart(query, hits.keys)))
    return Hits(_plainer_first(query, among, hits.keys, COUNTED))


def are_few(rows: QuerySet) -> bool:
    """Whether so few rows, of versions or of links to them, make a search narrow."""
    return rows.order_by()[: FEW + 1].count() <= FEW


def _all_of(visible):
    rows = visible.newest_first().values_list("dated", "pk")[: COUNTED + 1]
    return _cut([key_of(dated, pk) for dated, pk in rows])


def _cut(keys):
    return Hits(keys[:RANKED], is_cut=True) if len(keys) > COUNTED else Hits(keys)


def _looked_through(query, visible):
    """The entries of hits among few versions, by their texts; fetched only where columns matter."""
    versions = visible.order_by().values_list("pk", flat=True)
    entries = SearchEntry.objects.filter(version__in=listed(versions))
    found = entries.filter(*(_has_one_of(term.texts) for term in query.wanted))
    if not query.left_out and not any(term.columns for term in query.wanted):
        return found
    rows = found.values_list("key", "text")
    keys = [key for key, text in rows if query.is_satisfied_by(columns_of(text))]
    return SearchEntry.objects.filter(key__in=listed(keys))


def _has_one_of(texts):
    """A condition on entries that have one of the texts."""
    return reduce(or_, (Q(GreaterThan(StrIndex("text", Value(text)), 0)) for text in texts))


def _plainest_of_many(query, among, keys):
    """The keys of the newest of many hits, or of plainer ones instead where they have few plain.

    Where none of the first is plain the others are not told apart.
    """
    told = _told_apart(query, keys[:READ])
    if _number_of_plain(told):
        told += _told_apart(query, keys[READ:])
        if _number_of_plain(told) >= ENOUGH:
            return _plainest_first(told)
    return _plainer_first(query, among, keys, RANKED)[:RANKED]


def _number_of_plain(told):
    return sum(rank <= IN_HEADLINE for rank, _key in told)


def _plainer_first(query, among, keys, counted):
    """The plain hits, which are searched for, before the others."""
    plainest = _plainer_keys(query, lambda plainer: backend().hits(plainer, among, counted).keys)
    return list(dict.fromkeys([*plainest, *keys]))


def _told_apart(query, keys):
    """(how plainly, key) of hits, by their texts."""
    entries = SearchEntry.objects.filter(key__in=listed(keys))
    return list(entries.values_list(RawSQL(*_plainness(query)), "key"))


def _plainest_first(told):
    """The keys, the plainest first, and of equally plain ones the newest."""
    return [key for _rank, key in sorted(told, key=lambda row: (row[0], -row[1]))]


def _plainness(query):
    """The SQL, and its parameters, of how plainly an entry that satisfies the query says it."""
    names, texts = _names(query), [term.texts for term in query.wanted]
    cases = [
        *([("text", [names], NAMED)] if names else []),
        (HEADLINE, texts, IN_HEADLINE),
        (HEADING, texts, IN_HEADING),
    ]
    whens = " ".join(f"WHEN {_has_all(sought, place)} THEN {rank}" for place, sought, rank in cases)
    params = [text for _place, sought, _rank in cases for one_of in sought for text in one_of]
    return f"CASE {whens} ELSE {ANYWHERE} END", params


def _has_all(sought, place):
    """The condition that one of each of these texts is there."""
    has_text = f"{{position}}({place}, %s) > 0"
    whole = " AND ".join(f"({' OR '.join([has_text] * len(one_of))})" for one_of in sought)
    return whole.format(position=backend().POSITION)


def _names(query):
    """What is wanted as whole names, if it is one thing that may be a name."""
    (first, *others) = query.wanted
    return [] if others or len(first.text) < 2 else [*dict.fromkeys(map(name, first.texts))]


def _plainer_keys(query, find) -> Iterable[int]:
    """The keys of the plain hits, the plainest first. What no heading has, no headline has."""
    if _names(query):
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
