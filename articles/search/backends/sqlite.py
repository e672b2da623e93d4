"""SQLite: an FTS5 table that keeps no text, its rows by date.

A row of such a table is taken out by the tokens that it was made of: SearchEntry has the text.
"""

import json
from contextlib import contextmanager
from itertools import islice, product

from django.db import connection
from django.db.models import BooleanField, Exists, F, OuterRef, Subquery
from django.db.models.expressions import RawSQL
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from articles.models import SearchEntry, SearchPairs
from articles.search.backends import RANKED, Hits
from articles.search.entries import COLUMNS, VERSION_MASK, columns_of, version_of
from articles.search.pairs import MARKS, number_of_tokens, phrase, tokens

TABLE = SearchPairs._meta.db_table
PARTS_MERGED, PARTS_IN_BULK = 8, 32
CREATE = [
    f"CREATE VIRTUAL TABLE {TABLE} USING fts5({', '.join(COLUMNS)}, content='', tokenize='ascii')",
    # Twice as many parts as by default are merged at once: written sooner, asked as soon.
    f"INSERT INTO {TABLE}({TABLE}, rank) VALUES ('automerge', {PARTS_MERGED})",
]
DROP = [f"DROP TABLE {TABLE}"]

# The function that tells where a text has another one.
POSITION = "instr"

# Entries read at once.
PART = 500
# So many of the newest entries tell whether one character is frequent: that share of them has it.
SAMPLE = 400
FREQUENT = 0.2

_NAMES = ", ".join(("rowid", *COLUMNS))
_PLACES = ", ".join(["%s"] * (1 + len(COLUMNS)))
_WRITE = f"INSERT INTO {TABLE}({_NAMES}) VALUES ({_PLACES})"
_WRITE_ENTRY = (
    f"INSERT INTO {SearchEntry._meta.db_table}(version_id, key, digest, text)"
    " VALUES (%s, %s, %s, %s)"
)
_TAKE_OUT = f"INSERT INTO {TABLE}({TABLE}, {_NAMES}) VALUES ('delete', {_PLACES})"

_THERE = f"SELECT id FROM {TABLE}_docsize WHERE id IN (SELECT value FROM json_each(%s))"


def bring_over():
    """Make the table of pairs of an earlier release anew, of the texts of the entries.

    Rows in its form could not be taken out: see `take_out`.
    """
    with connection.cursor() as entries, connection.cursor() as cursor:
        for statement in (*DROP, *CREATE):
            cursor.execute(statement)
        entries.execute(f"SELECT key, text FROM {SearchEntry._meta.db_table} ORDER BY key")
        while part := entries.fetchmany(PART):
            cursor.executemany(_WRITE, [_row(*entry) for entry in part])


def add(entries):
    with connection.cursor() as cursor:
        cursor.executemany(_WRITE, [_row(entry.key, entry.text) for entry in entries])
        cursor.executemany(
            _WRITE_ENTRY, [(one.version, one.key, one.digest, one.text) for one in entries]
        )


@contextmanager
def in_bulk():
    """FTS5 gathers what is written; four times as many parts are merged at once while many are.

    Left so, whoever saves a story may wait for a merge of many. How many parts make FTS5 merge them
    all at once stays raised: as many may be left, and the next to save would merge them.
    """
    _configure("crisismerge", PARTS_IN_BULK)
    _configure("automerge", PARTS_IN_BULK)
    try:
        yield
    finally:
        mend()


def is_whole():
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT v FROM {TABLE}_config WHERE k = 'automerge'")
        return cursor.fetchone() == (PARTS_MERGED,)


def mend():
    _configure("automerge", PARTS_MERGED)


def _configure(option, value):
    with connection.cursor() as cursor:
        cursor.execute(f"INSERT INTO {TABLE}({TABLE}, rank) VALUES (%s, %s)", [option, value])


def take_out(versions):
    """Pairs that are not there are not taken out: FTS5 would lose count."""
    held = SearchEntry.objects.filter(version__in=versions)
    texts = dict(held.values_list("key", "text"))
    if texts:
        with connection.cursor() as cursor:
            cursor.execute(_THERE, [json.dumps(list(texts))])
            rows = [_row(key, texts[key]) for (key,) in cursor.fetchall()]
            cursor.executemany(_TAKE_OUT, rows)
        held.delete()


def clear():
    with connection.cursor() as cursor:
        cursor.execute(f"INSERT INTO {TABLE}({TABLE}) VALUES ('delete-all')")
    SearchEntry.objects.all().delete()


def matching(query):
    """FTS5 cannot be asked for what has none of some words: all but those that have one are."""
    if query.wanted:
        rows, condition, asked = SearchPairs.objects, f"{TABLE} MATCH %s", _expression(query)
    else:
        having = f"SELECT rowid FROM {TABLE} WHERE {TABLE} MATCH %s"
        rows, condition, asked = SearchEntry.objects, f"key NOT IN ({having})", _any(query.left_out)
    rows = rows.annotate(version_pk=F("key").bitand(VERSION_MASK))
    return rows.filter(RawSQL(condition, [asked], output_field=BooleanField()))


def hits(query, among, counted):
    """The rows are walked from the newest, however many there are.

    Of one character FTS5 first gathers all pairs that begin with it, in the whole archive: where
    many of the newest entries have it, the entries are walked instead.
    """
    is_of_one = any(len(text) == 1 for term in query.wanted for text in term.texts)
    walk = _along_the_keys if is_of_one and _is_frequent(query, among) else _newest
    keys = walk(query, among, counted + 1)
    return Hits(keys[:RANKED], is_cut=True) if len(keys) > counted else Hits(keys)


def _newest(query, among, number):
    rows = _visible(matching(query), among).order_by("-key")
    return list(rows.values_list("key", flat=True)[:number])


def _visible(rows, among):
    """Links are small rows, and asked first: a version is looked up where they lead to it."""
    for links in among.links:
        rows = rows.filter(Exists(links.filter(version=OuterRef("version_pk"))))
    return rows.filter(Exists(among.versions.filter(pk=OuterRef("version_pk"))))


def _is_frequent(query, among):
    """Whether many of the newest entries satisfy the query and are visible."""
    last = SearchEntry.objects.order_by("-key").values("key")[SAMPLE - 1 : SAMPLE]
    entries = SearchEntry.objects.filter(key__gte=Coalesce(Subquery(last), 0))
    enough = round(FREQUENT * SAMPLE)
    return len(_along_the_keys(query, among, enough, entries)) == enough


def _along_the_keys(query, among, number, entries=SearchEntry.objects):
    """So many hits, the newest, known by their text."""
    rows = entries.annotate(version_pk=F("version_id"))
    for term in query.wanted:
        has_text = " OR ".join(["instr(text, %s) > 0"] * len(term.texts))
        rows = rows.filter(RawSQL(has_text, term.texts, output_field=BooleanField()))
    rows = _visible(rows, among).order_by("-key").values_list("key", "text").iterator(PART)
    keys = (key for key, text in rows if query.is_satisfied_by(columns_of(text)))
    return list(islice(keys, number))


def _row(key, text):
    return (key, *map(tokens, columns_of(text), COLUMNS))


def _expression(query):
    """What FTS5 is asked: nothing of it is as it was typed but letters between quotation marks."""
    wanted = " AND ".join(map(_asked, query.wanted))
    return f"({wanted}) NOT ({_any(query.left_out)})" if query.left_out else wanted


def _any(terms):
    return " OR ".join(map(_asked, terms))


def _asked(term):
    if term.columns and MARKS.keys() >= set(term.columns):
        places = product(term.texts, term.columns)
        return f"({' OR '.join(phrase(text, column) for text, column in places)})"
    where = f"{{{' '.join(term.columns)}}} : " if term.columns else ""
    return f"{where}({' OR '.join(map(phrase, term.texts))})"


def faults():
    """Entries whose row of pairs is missing, short or left over; the check of FTS5 itself first."""
    with connection.cursor() as cursor:
        cursor.execute(f"INSERT INTO {TABLE}({TABLE}) VALUES ('integrity-check')")
        cursor.execute(
            f"SELECT id FROM {TABLE}_docsize"
            f" WHERE id NOT IN (SELECT key FROM {SearchEntry._meta.db_table})"
        )
        for (key,) in cursor.fetchall():
            yield version_of(key), _("the index has pairs of no story")
        cursor.execute(
            f"SELECT e.key, e.text, d.sz FROM {SearchEntry._meta.db_table} e"
            f" LEFT JOIN {TABLE}_docsize d ON d.id = e.key"
        )
        while rows := cursor.fetchmany(500):
            for key, text, sizes in rows:
                expected = [*map(number_of_tokens, columns_of(text), COLUMNS)]
                if sizes is None or _sizes(sizes) != expected:
                    yield version_of(key), _("its pairs are not those of its words")


def _sizes(stored):
    """The numbers of tokens of the columns, as FTS5 keeps them: numbers of seven bits a byte."""
    sizes, size = [], 0
    for byte in stored:
        size = size << 7 | byte & 0x7F
        if byte < 0x80:
            sizes.append(size)
            size = 0
    return sizes
