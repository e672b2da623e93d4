"""Measure how fast pages are served, beside a bare Django view under the same server.

`python -m benchmarks.serve [--stories 20000] [--seconds 5] [--rounds 3]` seeds an archive once
(var/bench.sqlite3, or DATABASE_URL), starts gunicorn twice with as many workers as there are
cores, one with the site and one with the floor, and loads them in alternating runs with wrk
(Debian's package). Nothing is cached between requests. Figures are medians over the rounds.
"""

import argparse
import os
import re
import shutil
import socket
import statistics
import subprocess
import sys
import time
from contextlib import contextmanager

from benchmarks import VAR

CONNECTIONS = 8
DATABASE = f"sqlite:///{VAR / 'bench.sqlite3'}"


def main():
    options = read_options()
    if not shutil.which("wrk"):
        sys.exit("wrk is missing. Type: apt-get install wrk")
    os.environ |= {
        "DEBUG": "false",
        "SECRET_KEY": "benchmark",
        "ALLOWED_HOSTS": "127.0.0.1,testserver",
        "SECURE_SSL_REDIRECT": "false",
        "DATABASE_URL": os.environ.get("DATABASE_URL", DATABASE),
        "DJANGO_SETTINGS_MODULE": "newsroom.settings",
    }
    import django

    django.setup()
    pages = prepare(options.stories)
    facts = {name: queries_and_bytes(path) for name, path in pages.items()}
    with served("newsroom.wsgi") as site, served("benchmarks.bare") as floor:
        rows = {
            name: alternate(f"{site}{path}", f"{floor}/", options) for name, path in pages.items()
        }
    print_table(rows, facts, options)


def read_options():
    parser = argparse.ArgumentParser(prog="python -m benchmarks.serve", description=__doc__)
    parser.add_argument("--stories", type=int, default=20_000)
    parser.add_argument("--seconds", type=int, default=5, help="of each run")
    parser.add_argument("--rounds", type=int, default=3)
    return parser.parse_args()


def prepare(stories):
    """Migrate, seed when the archive has another size, and name the pages to measure."""
    from django.core.management import call_command

    from articles.models import Version
    from benchmarks.seed import make_archive
    from people.models import Department, Official

    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    have = Version.objects.count()
    if have not in (0, stories):
        sys.exit(f"The database holds {have} stories, not {stories}. Remove it or name another.")
    if not have:
        print(f"Seeding {stories} stories …", flush=True)
        make_archive(stories)
    middle = Version.objects.order_by("id")[stories // 2]
    day = middle.dated
    return {
        "front": "/",
        "story": middle.get_absolute_url(),
        "department": Department.objects.filter(parent__isnull=False)[0].get_absolute_url(),
        "date": f"/{day:%Y/%m/%d}/",
        "official": Official.objects.order_by("id")[7].get_absolute_url(),
    }


def queries_and_bytes(path):
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    client = Client()
    client.get(path)
    with CaptureQueriesContext(connection) as queries:
        response = client.get(path)
    if response.status_code != 200:
        sys.exit(f"{path} answers {response.status_code}")
    return len(queries), len(response.content)


@contextmanager
def served(module):
    """gunicorn with that WSGI module on a free port of this machine; yields its address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    workers = str(os.cpu_count())
    command = [sys.executable, "-m", "gunicorn", f"{module}:application", "--workers", workers]
    server = subprocess.Popen([*command, "--bind", f"127.0.0.1:{port}", "--log-level", "error"])
    try:
        wait_for(port)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait()


def wait_for(port):
    for _ in range(100):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    sys.exit("gunicorn did not start")


def alternate(page, floor, options):
    """(requests a second, p50 ms, p99 ms, share of the floor), medians over the rounds."""
    load(page, 1), load(floor, 1)
    runs = [
        (load(page, options.seconds), load(floor, options.seconds)) for _ in range(options.rounds)
    ]
    rate, p50, p99 = (statistics.median(run[0][i] for run in runs) for i in range(3))
    return rate, p50, p99, statistics.median(ours[0] / bare[0] for ours, bare in runs)


def load(url, seconds):
    command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", "--latency", url]
    output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    if "Non-2xx" in output:
        sys.exit(f"{url} failed under load:\n{output}")
    rate = float(re.search(r"Requests/sec:\s+([\d.]+)", output)[1])
    return rate, percentile(output, 50), percentile(output, 99)


def percentile(output, share):
    value, unit = re.search(rf"{share}%\s+([\d.]+)(us|ms|s)", output).groups()
    return float(value) * {"us": 0.001, "ms": 1, "s": 1000}[unit]


def print_table(rows, facts, options):
    print(f"{options.stories} stories, {options.rounds} rounds of {options.seconds} s a page")
    headings = ("req/s", "p50 ms", "p99 ms", "queries", "bytes", "of floor")
    print(f"{'page':<12}" + "".join(f"{heading:>9}" for heading in headings))
    for name, (rate, p50, p99, share) in rows.items():
        queries, size = facts[name]
        print(f"{name:<12}{rate:>9.0f}{p50:>9.1f}{p99:>9.1f}{queries:>9}{size:>9}{share:>9.3f}")


if __name__ == "__main__":
    main()
