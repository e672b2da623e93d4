"""PostgreSQL: numbers of pairs in a GIN index, and the text itself for what pairs leave open.

That a text has all pairs of a term says that it may have the term; `strpos` says whether it has.
"""

from contextlib import contextmanager
from dataclasses import replace
from struct import pack

from django.core.exceptions import EmptyResultSet
from django.db import connection, transaction
from django.db.models import BooleanField, F, OuterRef, Subquery, Value
from django.db.models.expressions import RawSQL
from django.utils.translation import gettext as _
from psycopg.adapt import Dumper
from psycopg.postgres import types
from psycopg.pq import Format

from articles.models import SearchEntry
from articles.search.among import listed
from articles.search.backends import RANKED, Hits
from articles.search.codes import CODE, COMMON, codes, codes_of_term, numbers
from articles.search.entries import COLUMNS, columns_of, key_of
from articles.search.folding import PARAGRAPH

TABLE = SearchEntry._meta.db_table
# The columns whose pairs are indexed apart: what is rare in a headline may be in every body.
TITLES = ("headline", "deck")
# So many of the newest entries tell whether something is frequent.
SAMPLE = 400
# From that share of hits among them on, hits are counted along the keys, which meets one soon;
# from this on, hits known to be more than are counted.
FREQUENT = 0.06
REGULAR = 0.04
# Where less than this part of them is visible, the visible stories are walked instead.
MOSTLY = 0.5
# So many entries with the pairs of a query are looked at at once.
PART = 2_500
# Memory in which the links of the visible stories are kept at hand: twice of it is enough for some
# 150,000. To gather more takes longer than to look up those that are met.
HASHED_IN = "2400kB"
# Columns of names, whose characters are indexed apart: each headline may have what no name has.
NAMES = ("byline", "people")


def _place(column):
    """Where an entry has that column."""
    return f"split_part(text, E'\\f', {COLUMNS.index(column) + 1})"


def _characters(column):
    return f"string_to_array({_place(column)}, NULL)"


INDEXES = {
    "search_pairs": "pairs",
    "search_title_pairs": "title_pairs",
    "search_names": ", ".join(map(_characters, NAMES)),
}
_CREATE_INDEXES = [
    f"CREATE INDEX IF NOT EXISTS {name} ON {TABLE} USING gin ({what})"
    for name, what in INDEXES.items()
]
CREATE = [
    f"ALTER TABLE {TABLE} ADD COLUMN pairs integer[] NOT NULL DEFAULT '{{}}'",
    f"ALTER TABLE {TABLE} ADD COLUMN title_pairs integer[] NOT NULL DEFAULT '{{}}'",
    *_CREATE_INDEXES,
]
DROP = [f"ALTER TABLE {TABLE} DROP COLUMN pairs, DROP COLUMN title_pairs"]
_COLUMNS = {
    "version_id": "int8",
    "key": "int8",
    "digest": "varchar",
    "text": "text",
    "pairs": "int4[]",
    "title_pairs": "int4[]",
}
# The function that tells where a text has another one.
POSITION = "strpos"
_COPY = f"COPY {TABLE} ({', '.join(_COLUMNS)}) FROM STDIN (FORMAT BINARY)"


class _CodesDumper(Dumper):
    """Codes in their bytes, as a list of numbers of 32 bits in binary form."""

    format = Format.BINARY
    oid = types["int4"].array_oid

    def dump(self, packed):
        number = len(packed) // CODE
        if not number:
            return pack(">3i", 0, 0, types["int4"].oid)
        # One dimension without nulls, its length and first index; then each number behind its size.
        head = pack(">5i", 1, 0, types["int4"].oid, number, 1)
        sized = bytearray(pack(">2i", CODE, 0)) * number
        for place in range(CODE):
            sized[CODE + place :: 2 * CODE] = packed[place::CODE]
        return head + sized


def bring_over():
    """The rows of earlier releases have the same form."""


def add(entries):
    with connection.cursor() as cursor:
        cursor.adapters.register_dumper(bytes, _CodesDumper)
        with cursor.copy(_COPY) as copy:
            copy.set_types(list(_COLUMNS.values()))
            for entry in entries:
                copy.write_row(_row(entry))


@contextmanager
def in_bulk():
    """Pairs are indexed at the end, in one go, which PostgreSQL 18 divides among processes.

    Without the index a search reads all entries, and at the end whoever saves a story waits.
    """
    with connection.cursor() as cursor:
        cursor.execute(f"DROP INDEX IF EXISTS {', '.join(INDEXES)}")
    try:
        yield
    finally:
        mend()


def is_whole():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_indexes"
            " WHERE schemaname = ANY(current_schemas(false)) AND indexname = ANY(%s)",
            [list(INDEXES)],
        )
        return cursor.fetchone()[0] == len(INDEXES)


def mend():
    with connection.cursor() as cursor:
        for statement in _CREATE_INDEXES:
            cursor.execute(statement)


def take_out(versions):
    SearchEntry.objects.filter(version__in=versions).delete()


def clear():
    """The rows go with their room: deleted ones would be read, even indexed, by what follows."""
    connection.check_constraints()
    with connection.cursor() as cursor:
        cursor.execute(f"TRUNCATE {TABLE}")


def matching(query):
    """The rows by their text alone: along an order, or among few."""
    rows = SearchEntry.objects.annotate(version_pk=F("version_id"))
    return rows.filter(RawSQL(*_says(query), output_field=BooleanField()))


def hits(query, among, counted):
    """Few hits come from the index, unordered; many are found along the keys, or the dates.

    Asked for both at once PostgreSQL may walk all keys for a name that two stories have; asked for
    what most stories have it may read the pairs of each of them.
    """
    visible = among.versions
    try:
        live = _live(visible)
    except EmptyResultSet:
        return Hits([])
    is_anywhere = not any(term.columns for term in query.terms)
    said, shown = _shares(query, live) if is_anywhere else (0, None)
    if said >= FREQUENT or _leaves_many(query, live):
        is_mostly_shown = shown > said * MOSTLY if said else not among.links
        walk = _along_the_keys if is_mostly_shown else _along_the_dates
        keys = walk(query, visible, counted + 1)
        return Hits(keys[:RANKED], is_cut=True) if len(keys) > counted else Hits(keys)
    keys = _by_index(query, live, counted + 1)
    if len(keys) <= counted:
        return Hits(sorted(keys, reverse=True))
    if shown is None:
        _said, shown = _shares(query, live)
    is_met_soon = shown >= REGULAR or not query.wanted
    newest = _along_the_keys if is_met_soon else _newest_by_index
    return Hits(newest(query, visible, RANKED), is_cut=True)


def _live(visible):
    """The visible versions, as the SQL of their keys: built once, for what each search asks."""
    return visible.order_by().values_list("pk").query.sql_with_params()


def _leaves_many(query, live):
    """Whether something is wanted that the index does not know, and the rest is frequent."""
    known = tuple(term for term in query.wanted if _codes(term))
    if len(known) == len(query.wanted):
        return False
    said, _shown = _shares(replace(query, terms=known), live)
    return said >= FREQUENT


def _shares(query, live):
    """The shares of the newest entries that say it, and of those that are visible besides."""
    (is_live, versions), (says, texts) = live, _says(query)
    rows = _rows(
        f"SELECT (SELECT true FROM ({is_live}) AS live(id) WHERE live.id = {TABLE}.version_id)"
        f" FROM {TABLE} WHERE {says} AND key >= coalesce("
        f"(SELECT key FROM {TABLE} ORDER BY key DESC LIMIT 1 OFFSET {SAMPLE - 1}), 0)",
        [*versions, *texts],
    )
    return len(rows) / SAMPLE, sum(shown is not None for (shown,) in rows) / SAMPLE


def _by_index(query, live, number):
    """The keys of so many hits, in no order."""
    (is_live, versions), (says, texts) = live, _says(query)
    is_known, pairs = _is_known(query)
    rows = _rows(
        f"SELECT key FROM {TABLE} WHERE {is_known} AND {says} AND EXISTS("
        f"SELECT FROM ({is_live}) AS live(id) WHERE live.id = {TABLE}.version_id) LIMIT {number}",
        [*pairs, *texts, *versions],
    )
    return [key for (key,) in rows]


def _rows(sql, params):
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        return cursor.fetchall()


def _visible_one_by_one(rows, visible):
    """Those rows that are visible, by a look-up for each: PostgreSQL cannot join that with all
    versions."""
    shown = visible.order_by().filter(pk=OuterRef("version_pk")).values(shown=Value(True))
    return rows.filter(Subquery(shown, output_field=BooleanField()))


def _along_the_keys(query, visible, number):
    """So many hits, the newest: the keys are walked, and hits are known by their text."""
    rows = _visible_one_by_one(matching(query), visible)
    return list(rows.order_by("-key").values_list("key", flat=True)[:number])


def _along_the_dates(query, visible, number):
    """So many hits, the newest, where few stories are visible: no text of another one is read.

    More links than HASHED_IN holds are looked up one by one, as the walk meets their stories.
    """
    entries = matching(query).filter(version=OuterRef("pk")).values(has=Value(True))
    rows = visible.filter(Subquery(entries, output_field=BooleanField())).newest_first()
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL work_mem = '{HASHED_IN}'")
        keys = [key_of(*row) for row in rows.values_list("dated", "pk")[:number]]
        # Nothing was written; what the setting was comes back, in a transaction around this too.
        transaction.set_rollback(True)
    return keys


def _newest_by_index(query, visible, number):
    """So many hits, the newest, of a query that is met seldom along the keys.

    What has its pairs is sorted before any text is read, and then looked at a part at a time.
    """
    is_known, pairs = _is_known(query)
    having = _rows(f"SELECT key FROM {TABLE} WHERE {is_known}", pairs)
    candidates, keys = sorted((key for (key,) in having), reverse=True), []
    rows = _visible_one_by_one(matching(query), visible).order_by().values_list("key", flat=True)
    for start in range(0, len(candidates), PART):
        part = candidates[start : start + PART]
        keys += sorted(rows.filter(key__in=listed(part)), reverse=True)
        if len(keys) >= number:
            break
    return keys[:number]


def _row(entry):
    return entry.version, entry.key, entry.digest, entry.text, *_pairs(entry.columns, COMMON)


def _pairs(columns, passed_over=frozenset()):
    """The codes of all columns, and of titles. Characters are passed over in the body only.

    So one that is sought in the other columns is always found by its code.
    """
    titles, others = columns[: len(TITLES)], columns[len(TITLES) : -1]
    of_titles = codes(PARAGRAPH.join(titles))
    pairs = of_titles + codes(PARAGRAPH.join(others)) + codes(columns[-1], passed_over)
    return pairs, of_titles


def _codes(term):
    """The codes of each text of the term, if all have some in the index."""
    is_of_body = not term.columns or COLUMNS[-1] in term.columns
    found = [codes_of_term(text, COMMON if is_of_body else frozenset()) for text in term.texts]
    return found if all(found) else []


def _is_of_titles(term):
    return bool(term.columns) and set(term.columns) <= set(TITLES)


def _says(query):
    """The condition that the text of an entry satisfies the terms, and its parameters."""
    texts = [_has_text(term) for term in query.wanted]
    return _all(texts + [(f"NOT {sql}", params) for sql, params in map(_has_text, query.left_out)])


def _has_text(term):
    places = [*map(_place, term.columns)] or ["text"]
    has_one = " OR ".join(f"strpos({place}, %s) > 0" for place in places)
    return _any(has_one, term.texts, times=len(places))


def _is_known(query):
    """The condition that an entry has what the indexes know of the terms, and its parameters."""
    return _all([one for term in query.wanted for one in _indexed(term)])


def _indexed(term):
    conditions = []
    if found := _codes(term):
        column = "title_pairs" if _is_of_titles(term) else "pairs"
        conditions.append(_any(f"{column} @> %s::integer[]", found))
    if len(term.columns) == 1 and term.columns[0] in NAMES:
        characters = [[*text] for text in term.texts]
        conditions.append(_any(f"{_characters(*term.columns)} @> %s::text[]", characters))
    return conditions


def _all(conditions):
    sql = " AND ".join(["true", *(one for one, _params in conditions)])
    return sql, [param for _one, params in conditions for param in params]


def _any(condition, values, times=1):
    params = [value for value in values for _time in range(times)]
    return f"({' OR '.join([f'({condition})'] * len(values))})", params


def faults():
    """Entries whose pairs are not those of their texts.

    What is passed over may be there: earlier releases wrote it.
    """
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT version_id, text, pairs, title_pairs FROM {TABLE}")
        while rows := cursor.fetchmany(500):
            for version, text, *held in rows:
                columns = columns_of(text)
                limits = zip(_pairs(columns, COMMON), held, _pairs(columns), strict=True)
                if not all(_is_between(*one) for one in limits):
                    yield version, _("its pairs are not those of its words")


def _is_between(needed, held, allowed):
    return {*numbers(needed)} <= {*held} <= {*numbers(allowed)}
