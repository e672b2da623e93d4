"""Measure search: a million made-up stories, or fewer, beside a scan and beside tantivy.

`python -m benchmarks.search [--stories 100000]` works in an empty database
(var/bench-search.sqlite3, or DATABASE_URL): it writes released stories with their entries, then
asks each kind of query several times, first page and fiftieth, as the search page does, and prints
the median and the 95th percentile in milliseconds. Beside it, in the same run, a scan of the
entries with LIKE, and tantivy over the same pairs where it is installed: pip install tantivy.
"""

import argparse
import datetime
import os
import random
import resource
import statistics
import time
from pathlib import Path

from benchmarks import VAR
from benchmarks.words import story

FILE = VAR / "bench-search.sqlite3"
BATCH = 1000
DEPARTMENTS = 60
FIRST_DAY = datetime.date(1990, 1, 1)


def main():
    options = read_options()
    if "DATABASE_URL" not in os.environ and not options.keep:
        for path in FILE.parent.glob(f"{FILE.name}*"):
            path.unlink()
    os.environ |= {
        "DEBUG": "false",
        "SECRET_KEY": "benchmark",
        "ALLOWED_HOSTS": "127.0.0.1",
        "DATABASE_URL": os.environ.get("DATABASE_URL", f"sqlite:///{FILE}"),
        "DJANGO_SETTINGS_MODULE": "newsroom.settings",
    }
    # Sets Django up, and loads what a worker of the site has loaded before its first reader.
    from django.core.management import call_command

    import newsroom.wsgi  # noqa: F401

    call_command("migrate", verbosity=0)
    lift_guards()
    clock = processor_clock() if options.processor else time.perf_counter
    ceiling = Tantivy.made() if not options.keep else None
    if not options.keep:
        rate = written(options.stories, ceiling, clock)
        print(f"indexed in bulk  {rate:>9,.0f} stories a second")
    print(f"one in its transaction  {milliseconds_of_one():>5.1f} ms")
    print_sizes()
    print(f"\n{'':<26}{'hits':>9}{'page 1':>14}{'page 50':>14}{'facets':>14}{'LIKE':>10}", end="")
    print(f"{'tantivy':>12}" if ceiling else "")
    for kind, queries in kinds_of_queries().items():
        measure(kind, queries, ceiling, options.rounds, clock)


def processor_clock():
    """A function that tells the seconds of processors spent here and by the server's process.

    That process works alone: PostgreSQL would share a query, or the making of an index, among
    several.
    """
    from django.db import connection

    if connection.vendor != "postgresql":
        return time.process_time
    with connection.cursor() as cursor:
        for shared in ("workers_per_gather", "maintenance_workers"):
            cursor.execute(f"SET max_parallel_{shared} = 0")
        cursor.execute("SELECT pg_backend_pid()")
        (process,) = cursor.fetchone()
    spent = Path(f"/proc/{process}/schedstat")
    return lambda: time.process_time() + int(spent.read_text().split()[0]) / 1e9


def read_options():
    parser = argparse.ArgumentParser(prog="python -m benchmarks.search", description=__doc__)
    parser.add_argument("--stories", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=3, help="of each query")
    parser.add_argument("--keep", action="store_true", help="ask the database of an earlier run")
    parser.add_argument(
        "--processor",
        action="store_true",
        help="count the time of processors, here and of the server's process (Linux): for a machine"
        " that others use too",
    )
    return parser.parse_args()


def lift_guards():
    """Released stories are written as a release leaves them: here nobody reviews."""
    from django.db import connection

    from articles.guards import guards

    with connection.cursor() as cursor:
        for guard in guards():
            table = f" ON {guard.table}" if connection.vendor == "postgresql" else ""
            cursor.execute(f"DROP TRIGGER IF EXISTS {guard.name}{table}")


def written(stories, ceiling, clock):
    """Write that many released stories; the rate of the index, in transactions of its own."""
    from django.db import connection, transaction

    from articles.search import index

    chance = random.Random(1990)
    departments = made_departments()
    seconds = 0
    with index.emptied():
        for start in range(0, stories, BATCH):
            with transaction.atomic():
                versions, contents = written_stories(start, BATCH, stories, departments, chance)
            started = clock()
            with transaction.atomic():
                entries = [index.entry_for(*pair) for pair in zip(versions, contents, strict=True)]
                index.add(entries)
            seconds += clock() - started
            if ceiling:
                ceiling.add(entries)
        started = clock()
    seconds += clock() - started
    if ceiling:
        ceiling.commit()
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
    return stories / seconds


def print_sizes():
    """How much room the index takes, all and for one story, and this process at its largest."""
    from django.db import connection

    from articles.models import SearchEntry

    size = {
        "postgresql": "SELECT pg_total_relation_size('articles_searchentry')",
        "sqlite": "SELECT sum(pgsize) FROM dbstat WHERE name LIKE '%\\_search%' ESCAPE '\\'",
    }
    with connection.cursor() as cursor:
        cursor.execute(size[connection.vendor])
        (taken,) = cursor.fetchone()
    stories = SearchEntry.objects.count()
    print(
        f"index of {stories:,} stories {taken / 1e6:,.0f} MB, {taken / stories / 1e3:.1f} KB each"
    )
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"memory of this process  {memory:,.0f} MB")


def made_departments():
    from benchmarks.printed import BUREAUS, PLACES
    from people.models import Department

    names = [place + bureau for place in PLACES for bureau in BUREAUS][:DEPARTMENTS]
    return [Department.objects.create(name=name).pk for name in names]


def written_stories(start, number, stories, departments, chance):
    from articles.importing.rows import insert
    from articles.models import Article, Version, VersionDepartment
    from articles.models.content import content_with, digest_of_content

    articles = Article.objects.bulk_create(Article() for _number in range(number))
    versions = [_version(start + n, stories, chance) for n in range(number)]
    contents = []
    for article, version in zip(articles, versions, strict=True):
        version.article = article
        content = content_with(version, credits=[], mentions=[], photos=[])
        version.digest = digest_of_content(content)
        contents.append(content)
    drafts = Version.objects.bulk_create(versions)
    insert(
        VersionDepartment,
        [
            {"version_id": version.pk, "department_id": _skewed(departments, chance)}
            for version in drafts
        ],
    )
    return drafts, contents


def _skewed(departments, chance):
    return departments[int(len(departments) * chance.random() ** 3)]


def _version(number, stories, chance):
    from django.utils import timezone

    from articles.models import Version

    headline, paragraphs = story(chance)
    return Version(
        headline=headline,
        body="".join(f"<p>{text}</p>" for text in paragraphs),
        status=Version.Status.RELEASED,
        publish_at=timezone.now(),
        dated=FIRST_DAY + datetime.timedelta(days=number * 12_000 // stories),
    )


def milliseconds_of_one():
    from django.db import transaction

    from articles.models import Article, Version
    from articles.search import index

    chance, took = random.Random(5), []
    for _time in range(30):
        version = _version(0, 1, chance)
        version.article = Article.objects.create()
        Version.objects.bulk_create([version])
        started = time.perf_counter()
        with transaction.atomic():
            index.put([index.entry_for(version)])
        took.append(time.perf_counter() - started)
    return statistics.median(took) * 1000


def kinds_of_queries():
    """Words of the made-up stories by how many have them."""
    from articles.models import SearchEntry

    chance = random.Random(8)
    texts = list(SearchEntry.objects.order_by("-key").values_list("text", flat=True)[:2000])
    bodies = [text.rsplit("\f", 1)[1].split("\n") for text in texts]
    fragments = [chance.choice(chance.choice(bodies)) for _number in range(60)]

    def cut(length):
        return [text[5 : 5 + length] for text in chance.sample(fragments, 12) if len(text) > 12]

    names = [
        text.split("局长")[-1][:3] for text, *_rest in chance.sample(bodies, 40) if "局长" in text
    ]
    return {
        "name, three characters": names[:12],
        "fragment, two characters": cut(2),
        "fragment, six characters": cut(6),
        "common: 项目, 居民, 图书馆": ["项目", "居民", "图书馆"],
        "in one headline of eight": ["松溪区", "荷塘镇", "月湖街道"],
        "phrase: 没有积水 …": ["第一次没有积水", "增设亲子朗读专场", "需要修补的护栏"],
        "two words": [f"{names[0]} 护栏", "图书馆 护栏", "松溪区 朗读"],
        "common, one department": ["项目 部门:松溪区教育局", "护栏 部门:青澜经开区教育局"],
        "common, one body of 6.6 %": [
            "项目 部门:青澜经开区应急管理局",
            "图书馆 部门:青澜经开区应急管理局",
        ],
        "nothing has it": ["龘龘龘", "没有这句话啊"],
    }


def measure(kind, queries, ceiling, rounds, clock):
    from django.http import QueryDict

    from articles.search.facets import facets
    from articles.searching import search

    def timed(into, call):
        started = clock()
        outcome = call()
        into.append((clock() - started) * 1000)
        return outcome

    columns = {name: [] for name in ("first", "far", "facets", "scan", "ceiling")}
    hits = []
    for typed in queries:
        for _round in range(rounds):
            for name, part in (("first", 1), ("far", 50)):
                asked = QueryDict(mutable=True)
                asked.update({"q": typed, "part": str(part)})
                found = timed(columns[name], lambda asked=asked: shown(search(asked)))
            timed(columns["facets"], lambda found=found: facets(found.hits))
            if ceiling:
                timed(columns["ceiling"], lambda typed=typed: ceiling.ask(typed))
        hits.append(found.number)
        timed(columns["scan"], lambda typed=typed: scan(typed))
    low, high = min(hits), max(hits)
    print(f"{kind:<26}{high if low == high else f'{low}-{high}':>9}", end="")
    for name in ("first", "far", "facets"):
        print(f"{spread(columns[name]):>14}", end="")
    print(f"{statistics.median(columns['scan']):>10.0f}", end="")
    print(f"{spread(columns['ceiling']):>12}" if ceiling else "", flush=True)


def shown(search):
    """What the page looks up but the facets."""
    _ = search.found
    return search


def spread(times):
    """Median and 95th percentile."""
    times = sorted(times)
    return f"{statistics.median(times):.1f}/{times[int(len(times) * 0.95)]:.1f}"


def scan(typed):
    """Count by LIKE over the same texts."""
    from articles.models import SearchEntry
    from articles.search.query import parse

    entries = SearchEntry.objects.all()
    for term in parse(typed).wanted:
        entries = entries.filter(text__contains=term.text)
    return entries.count()


class Tantivy:
    """The same pairs in tantivy: rank, and count all hits."""

    @classmethod
    def made(cls):
        try:
            import tantivy
        except ImportError:
            return None
        self = cls()
        self.tantivy = tantivy
        schema = tantivy.SchemaBuilder()
        schema.add_integer_field("version", stored=True)
        schema.add_text_field("text", tokenizer_name="whitespace", index_option="position")
        self.index = tantivy.Index(schema.build())
        self.writer = self.index.writer(256_000_000)
        return self

    def add(self, entries):
        from articles.search.pairs import tokens

        for entry in entries:
            text = tokens(entry.text.replace("\f", "\n"))
            self.writer.add_document(self.tantivy.Document(version=entry.version, text=text))

    def commit(self):
        self.writer.commit()
        self.index.reload()

    def ask(self, typed):
        from articles.search.pairs import phrase
        from articles.search.query import parse

        asked = " AND ".join(phrase(term.text) for term in parse(typed).wanted)
        return self.index.searcher().search(self.index.parse_query(asked, ["text"]), 20).count


if __name__ == "__main__":
    main()
