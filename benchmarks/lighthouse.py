"""Measure the pages that most readers open by Lighthouse, as on a phone, with DEBUG off.

`python -m benchmarks.lighthouse [--rounds 3]` makes a site of the sample paper in a temporary
folder, makes the renditions of its photos as the worker does, serves it by gunicorn, and runs
Lighthouse 12.8 (npx fetches it) on Debian's Chromium with its profile of a phone on a slow link.
Figures are medians over the rounds. It ends with 1 where a category is below its floor of 98.
"""

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.serve import served

FLOOR = 98
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
LIGHTHOUSE = "lighthouse@12.8.2"


def main():
    options = read_options()
    chromium = shutil.which("chromium") or sys.exit("Type: apt-get install chromium")
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= environment(Path(folder)) | {"CHROME_PATH": chromium}
        manage = [sys.executable, "manage.py"]
        for command in (["migrate", "--verbosity=0"], ["collectstatic", "--no-input"]):
            run([*manage, *command])
        run([*manage, "make_demo"], DEBUG="true")
        pages = prepare()
        with served("newsroom.wsgi") as site:
            rows = {
                name: measured(f"{site}{path}", options.rounds, Path(folder) / "report.json")
                for name, path in pages.items()
            }
    print_table(rows)
    sys.exit(any(score < FLOOR for scores, *_ in rows.values() for score in scores))


def read_options():
    parser = argparse.ArgumentParser(prog="python -m benchmarks.lighthouse", description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    return parser.parse_args()


def environment(folder):
    return {
        "DEBUG": "false",
        "SECRET_KEY": "benchmark",
        "ALLOWED_HOSTS": "127.0.0.1",
        "SECURE_SSL_REDIRECT": "false",
        "DATABASE_URL": f"sqlite:///{folder / 'db.sqlite3'}",
        "MEDIA_ROOT": str(folder / "media"),
        "DJANGO_SETTINGS_MODULE": "newsroom.settings",
    }


def run(command, **extra):
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=os.environ | extra)


def prepare():
    """Make the renditions, and name the pages to measure."""
    import django

    django.setup()
    from articles.models import Version
    from articles.photos import make_due_renditions

    while make_due_renditions():
        pass
    live = Version.objects.live()
    story = live.filter(photos=None).first()
    album = live.filter(photos__placed_after__gt=0).first()
    return {
        "front page": "/",
        "list": "/stories/",
        "story": story.get_absolute_url(),
        "story with six photos": album.get_absolute_url(),
    }


def measured(url, rounds, report):
    """(scores of the categories, layout shift, bytes), medians over the rounds."""
    runs = [measured_once(url, report) for _ in range(rounds)]
    scores = [statistics.median(run[0][place] for run in runs) for place in range(len(CATEGORIES))]
    return scores, *(statistics.median(run[place] for run in runs) for place in (1, 2))


def measured_once(url, report):
    flags = "--headless=new --no-sandbox --disable-gpu"
    command = ["npx", "--yes", LIGHTHOUSE, url, "--quiet", f"--chrome-flags={flags}"]
    command += ["--output=json", f"--output-path={report}"]
    try:
        run(command)
    except subprocess.CalledProcessError:  # "Something went wrong …. Please run Lighthouse again."
        run(command)
    found = json.loads(report.read_text())
    scores = [round(found["categories"][name]["score"] * 100) for name in CATEGORIES]
    audits = found["audits"]
    shift = audits["cumulative-layout-shift"]["numericValue"]
    return scores, shift, audits["total-byte-weight"]["numericValue"]


def print_table(rows):
    print(f"{'page':<24}" + "".join(f"{name:>16}" for name in (*CATEGORIES, "layout shift", "kB")))
    for name, (scores, shift, size) in rows.items():
        figures = [*(f"{score:.0f}" for score in scores), f"{shift:.3f}", f"{size / 1000:.0f}"]
        print(f"{name:<24}" + "".join(f"{figure:>16}" for figure in figures))


if __name__ == "__main__":
    main()
