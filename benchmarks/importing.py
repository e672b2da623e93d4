"""Measure the importer: parsing, and whole imports into a small archive and into a large one.

`python -m benchmarks.importing [--archive 100000] [--stories 10000]` works in an empty database
(var/bench-import.sqlite3, removed first, or DATABASE_URL), imports made-up pages until the archive
is as large, and prints stories a second at 1,000 and at full size. The floor, in the same run, is a
bulk insert of the very rows that the last import wrote, those of the search index too: they are
taken out and put back into the same tables, of the same size and with the same indexes, with
nothing else; on PostgreSQL as COPY too.
"""

import argparse
import os
import re
import time
from contextlib import contextmanager
from itertools import islice
from multiprocessing import active_children
from pathlib import Path

from django.db import connection, transaction
from django.db.models import Max

from benchmarks import VAR

FILE = VAR / "bench-import.sqlite3"
SMALL = 1000
PAGES_BETWEEN_LOOKS = 100


def main():
    options = read_options()
    if "DATABASE_URL" not in os.environ:
        for path in FILE.parent.glob(f"{FILE.name}*"):
            path.unlink()
    os.environ |= {
        "DEBUG": "false",
        "SECRET_KEY": "benchmark",
        "ALLOWED_HOSTS": "127.0.0.1",
        "DATABASE_URL": os.environ.get("DATABASE_URL", f"sqlite:///{FILE}"),
        "DJANGO_SETTINGS_MODULE": "newsroom.settings",
    }
    import django

    django.setup()
    from django.core.management import call_command

    from benchmarks.printed import printed_pages

    call_command("migrate", verbosity=0)
    every = SMALL + options.stories + options.archive + options.stories
    pages = printed_pages(every)
    print(f"parsing, one core      {characters_a_second():>9,.0f} characters a second", flush=True)
    import_all(pages, SMALL)
    small, _parsing = import_all(pages, options.stories)
    print(f"at {SMALL:>7,} stories     {small:>9,.0f} stories a second", flush=True)
    import_all(pages, options.archive - SMALL - options.stories)
    before = newest_rows()
    large, parsing = import_all(pages, options.stories)
    print(f"at {options.archive:>7,} stories     {large:>9,.0f} stories a second", flush=True)
    saving = peak_of("self")
    rows = rows_since(before)
    floors = {"INSERT": insert_as_sql}
    if connection.vendor == "postgresql":
        floors["COPY"] = insert_as_copy
    for name, insert in floors.items():
        floor = options.stories / seconds_to_insert(before, rows, insert)
        print(f"floor, {name:<15} {floor:>9,.0f} stories a second; share of it {large / floor:.2f}")
    print(f"large to small         {large / small:>9.2f}")
    print(f"memory                 {saving:>9,.0f} MB to save, {parsing:,.0f} MB to parse")


def read_options():
    parser = argparse.ArgumentParser(prog="python -m benchmarks.importing", description=__doc__)
    parser.add_argument("--archive", type=int, default=100_000)
    parser.add_argument("--stories", type=int, default=10_000, help="of each measured import")
    return parser.parse_args()


def characters_a_second():
    """How fast one core parses pages as an import does."""
    from articles.importing.attempt import collect_seldom
    from articles.importing.parallel import parsed_in_order
    from benchmarks.printed import printed_pages

    pages = list(printed_pages(1000, seed=7))
    collect_seldom()
    next(parsed_in_order(pages))
    started = time.perf_counter()
    for _read in parsed_in_order(pages):
        pass
    return sum(len(page.document.text) for page in pages) / (time.perf_counter() - started)


def import_all(pages, stories):
    """Import that many of the next stories; returns the rate, and the memory that parsing took."""
    from articles.importing.importer import import_pages
    from benchmarks.printed import STORIES_OF_A_PAGE

    processes = min(1, os.cpu_count() - 1)
    pages = islice(pages, stories // STORIES_OF_A_PAGE)
    parsing = 0
    started = time.perf_counter()
    for number, outcome in enumerate(import_pages(pages, processes=processes)):
        if outcome.refusal:
            raise SystemExit(outcome.refusal)
        if number % PAGES_BETWEEN_LOOKS == 0:
            parsing = sum(peak_of(child.pid) for child in active_children())
    return stories / (time.perf_counter() - started), parsing


def peak_of(process):
    """The megabytes that a process held at most.

    `getrusage` tells of a child no less than what its parent held when it was started.
    """
    status = Path(f"/proc/{process}/status").read_text()
    return int(re.search(r"VmHWM:\s*(\d+)", status)[1]) / 1024


def models():
    from django.apps import apps

    for label in ("people", "articles"):
        for model in apps.get_app_config(label).get_models(include_auto_created=True):
            if model._meta.managed:
                yield model


def newest_rows():
    return {model: model.objects.aggregate(newest=Max("pk"))["newest"] or 0 for model in models()}


def rows_since(newest):
    """The rows after those, as the database holds them: (columns, values) by table."""
    rows = {}
    with connection.cursor() as cursor:
        for model, last in newest.items():
            table, key = model._meta.db_table, model._meta.pk.column
            cursor.execute(f'SELECT * FROM "{table}" WHERE "{key}" > %s ORDER BY "{key}"', [last])
            columns = [column[0] for column in cursor.description]
            rows[table] = columns, cursor.fetchall()
    if connection.vendor == "sqlite":
        rows |= rows_of_pairs(newest)
    return rows


def rows_of_pairs(newest):
    """Those of the search index on SQLite, which is read by nobody but FTS5."""
    from articles.models import SearchEntry, SearchPairs
    from articles.search.entries import COLUMNS, columns_of
    from articles.search.pairs import tokens

    entries = SearchEntry.objects.filter(pk__gt=newest[SearchEntry]).values_list("key", "text")
    values = [(key, *map(tokens, columns_of(text))) for key, text in entries]
    return {SearchPairs._meta.db_table: (["rowid", *COLUMNS], values)}


def seconds_to_insert(newest, rows, insert):
    """Take the rows out of their tables, and time how they are put back, with nothing else."""
    with nothing_else():
        take_out(newest)
        started = time.perf_counter()
        with transaction.atomic(), connection.cursor() as cursor:
            for table, (columns, values) in rows.items():
                if values:
                    names = ", ".join(f'"{column}"' for column in columns)
                    insert(cursor, f'"{table}" ({names})', values)
        return time.perf_counter() - started


@contextmanager
def nothing_else():
    """No guards and no foreign keys: the tables and their indexes alone."""
    from articles.guards import lift_before_migration, set_after_migration

    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET session_replication_role = replica")
            yield
            cursor.execute("SET session_replication_role = DEFAULT")
            return
    lift_before_migration(connection.alias)
    with connection.constraint_checks_disabled():
        yield
    set_after_migration(connection.alias)


def take_out(newest):
    from articles.models import SearchEntry
    from articles.search import index

    last = newest[SearchEntry]
    index.take_out(SearchEntry.objects.filter(pk__gt=last).values_list("pk", flat=True))
    with connection.cursor() as cursor:
        for model, last in newest.items():
            table, key = model._meta.db_table, model._meta.pk.column
            cursor.execute(f'DELETE FROM "{table}" WHERE "{key}" > %s', [last])
        if connection.vendor == "postgresql":
            cursor.execute("VACUUM")


def insert_as_sql(cursor, target, values):
    places = ", ".join(["%s"] * len(values[0]))
    cursor.executemany(f"INSERT INTO {target} VALUES ({places})", values)


def insert_as_copy(cursor, target, values):
    with cursor.copy(f"COPY {target} FROM STDIN") as copy:
        for row in values:
            copy.write_row(row)


if __name__ == "__main__":
    main()
