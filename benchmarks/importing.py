"""Measure the importer: parsing, and whole imports into a small archive and into a large one.

`python -m benchmarks.importing [--archive 100000] [--stories 10000]` works in an empty database
(var/bench-import.sqlite3, removed first, or DATABASE_URL), imports made-up pages until the archive
is as large, and prints stories a second at 1,000 and at full size. The floors, in the same run, are
bulk inserts of the very rows that the last import wrote, into tables and indexes like theirs, with
nothing else: once as Django's `bulk_create` writes them, once as plain SQL does.
"""

import argparse
import os
import resource
import time
from itertools import islice
from pathlib import Path

from django.db import connection, transaction
from django.db.models import Max

FILE = Path(__file__).parent.parent / "var" / "bench-import.sqlite3"
SMALL = 1000


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
    small = import_all(pages, options.stories)
    print(f"at {SMALL:>7,} stories     {small:>9,.0f} stories a second", flush=True)
    import_all(pages, options.archive - SMALL - options.stories)
    before = newest_rows()
    large = import_all(pages, options.stories)
    print(f"at {options.archive:>7,} stories     {large:>9,.0f} stories a second", flush=True)
    peak = sum(
        resource.getrusage(who).ru_maxrss / 1024
        for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    rows = rows_since(before)
    for name, insert in (("bulk_create", insert_as_django), ("plain SQL", insert_as_sql)):
        floor = options.stories / seconds_to_insert(rows, insert)
        print(f"floor, {name:<15} {floor:>9,.0f} stories a second; share of it {large / floor:.2f}")
    print(f"large to small         {large / small:>9.2f}")
    print(f"memory, both processes {peak:>9,.0f} MB")


def read_options():
    parser = argparse.ArgumentParser(prog="python -m benchmarks.importing", description=__doc__)
    parser.add_argument("--archive", type=int, default=100_000)
    parser.add_argument("--stories", type=int, default=10_000, help="of each measured import")
    return parser.parse_args()


def characters_a_second():
    from articles.importing.attempt import attempt, collect_seldom
    from benchmarks.printed import printed_pages

    pages = list(printed_pages(1000, seed=7))
    collect_seldom()
    attempt(pages[0].document, pages[0].edition_date)
    started = time.perf_counter()
    for page in pages:
        attempt(page.document, page.edition_date)
    return sum(len(page.document.text) for page in pages) / (time.perf_counter() - started)


def import_all(pages, stories):
    """Import that many of the next stories; returns the rate."""
    from articles.importing.importer import import_pages
    from benchmarks.printed import STORIES_OF_A_PAGE

    processes = min(1, os.cpu_count() - 1)
    pages = islice(pages, stories // STORIES_OF_A_PAGE)
    started = time.perf_counter()
    for outcome in import_pages(pages, processes=processes):
        if outcome.refusal:
            raise SystemExit(outcome.refusal)
    return stories / (time.perf_counter() - started)


def models():
    from django.apps import apps

    for label in ("people", "articles"):
        for model in apps.get_app_config(label).get_models(include_auto_created=True):
            if model._meta.managed:
                yield model


def newest_rows():
    return {model: model.objects.aggregate(newest=Max("pk"))["newest"] or 0 for model in models()}


def rows_since(newest):
    return {
        model: list(model.objects.filter(pk__gt=last).order_by("pk"))
        for model, last in newest.items()
    }


def seconds_to_insert(rows, insert):
    with connection.cursor() as cursor:
        copies = {model: copy_of(model._meta.db_table, cursor) for model in rows}
        started = time.perf_counter()
        with transaction.atomic():
            for model, instances in rows.items():
                if instances:
                    insert(model, copies[model], instances)
        seconds = time.perf_counter() - started
        for copy in copies.values():
            cursor.execute(f"DROP TABLE {copy}")
    return seconds


def insert_as_django(model, table, instances):
    own, model._meta.db_table = model._meta.db_table, table
    try:
        model._base_manager.bulk_create(instances)
    finally:
        model._meta.db_table = own


def insert_as_sql(model, table, instances):
    fields = model._meta.concrete_fields
    columns = ", ".join(f'"{field.column}"' for field in fields)
    places = ", ".join(["%s"] * len(fields))
    values = [
        [field.get_db_prep_save(getattr(row, field.attname), connection) for field in fields]
        for row in instances
    ]
    with connection.cursor() as cursor:
        cursor.executemany(f"INSERT INTO {table} ({columns}) VALUES ({places})", values)


def copy_of(table, cursor):
    """An empty table with the same columns and indexes, without triggers and foreign keys."""
    copy = f"floor_{table}"
    if connection.vendor == "postgresql":
        cursor.execute(f'CREATE TABLE {copy} (LIKE "{table}" INCLUDING ALL)')
        return copy
    cursor.execute("SELECT sql FROM sqlite_master WHERE type = 'table' AND name = %s", [table])
    cursor.execute(cursor.fetchone()[0].replace(f'"{table}"', copy, 1))
    cursor.execute(
        "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = %s"
        " AND sql IS NOT NULL",
        [table],
    )
    for name, sql in cursor.fetchall():
        cursor.execute(
            sql.replace(f'"{name}"', f'"floor_{name}"', 1).replace(f'ON "{table}"', f"ON {copy}", 1)
        )
    return copy


if __name__ == "__main__":
    main()
