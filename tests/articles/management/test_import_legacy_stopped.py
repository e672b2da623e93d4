"""The command as a process of its own: killed in the middle and typed again, all is there once."""

import json
import os
import shutil
import signal
import subprocess
import sys
from urllib.parse import urlsplit, urlunsplit

import psycopg
import pytest
from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext
from PIL import Image

DAYS, PAGES, STORIES = 10, 9, 12
# Many batches, so that some are in for good while others are under way, also where this test has
# to wait for its turn on a busy machine.
ALL = DAYS * PAGES * STORIES
SECONDS = 120
# An import looks for copies of what it brought itself; of what was in before, `find_similar` does.
COPIES = ("articles_sketch", "articles_sketchsample", "articles_similarpair")
# Its keys hold the numbers of versions, which a stopped import leaves gaps in: `verify_search`
# looks at it.
INDEX = ("articles_searchentry",)
SERVER = os.environ.get("TEST_DATABASE_URL")


class Site:
    """A database with empty tables, and a folder for pictures."""

    def __init__(self, folder, name, like=None):
        self.database = (
            (folder / f"{name}.sqlite3") if not SERVER else f"stopped_{os.getpid()}_{name}"
        )
        make_database(self.database, like and like.database)
        self.environment = os.environ | {
            "DJANGO_SETTINGS_MODULE": "newsroom.settings",
            "DEBUG": "true",
            "DATABASE_URL": url_of(self.database),
            "MEDIA_ROOT": str(folder / f"{name}-media"),
            "PYTHONUNBUFFERED": "1",
        }
        if like is None:
            self.run("manage.py", "migrate", "--verbosity=0").check_returncode()

    def run(self, *arguments):
        return subprocess.run([sys.executable, *arguments], **self.options(), timeout=SECONDS)

    def start(self, *arguments):
        """A process that is the head of a group and hears Ctrl-C, as a terminal starts it.

        Where the tests run in the background of a script, Ctrl-C is ignored, and that is inherited.
        """
        return subprocess.Popen(
            [sys.executable, *arguments],
            **self.options(),
            start_new_session=True,
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
        )

    def options(self):
        return {
            "cwd": settings.BASE_DIR,
            "env": self.environment,
            "stdout": subprocess.PIPE,
            "stderr": subprocess.PIPE,
            "text": True,
        }

    def contents(self):
        done = self.run("-m", "tests.contents")
        done.check_returncode()
        return {
            table: rows
            for table, rows in json.loads(done.stdout).items()
            if table not in (*COPIES, *INDEX)
        }


def make_database(name, like):
    """A SQLite file, or a database of the server; a copy of another, or an empty one."""
    if not SERVER:
        if like:
            shutil.copy(like, name)
        return
    with psycopg.connect(SERVER, autocommit=True) as connection:
        connection.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
        connection.execute(f"CREATE DATABASE {name} TEMPLATE {like or 'template0'}")


def url_of(database):
    if not SERVER:
        return f"sqlite:///{database}"
    return urlunsplit(urlsplit(SERVER)._replace(path=f"/{database}"))


@pytest.fixture(scope="module")
def tables(tmp_path_factory):
    """A site that nothing was imported into."""
    return Site(tmp_path_factory.mktemp("tables"), "tables")


@pytest.fixture(scope="module")
def paper(tmp_path_factory):
    """Pages of one newsroom: people and bodies come again, and each page has something to say."""
    folder = tmp_path_factory.mktemp("paper")
    for day in range(DAYS):
        for page in range(PAGES):
            path = folder / f"2026-11-{day + 10}" / f"{page + 1:02}.md"
            path.parent.mkdir(exist_ok=True)
            stories = [story(f"{day}{page:02}{number:02}", number) for number in range(STORIES)]
            path.write_text("本页没有归入稿件的一行。\n\n" + "\n".join(stories), encoding="utf-8")
        Image.new("RGB", (60, 40), (day * 15, 90, 90)).save(path.parent / "canal.png")
    return folder


def story(code, number):
    name = "沈陆温岑邬尉"[number % 6] + "砚知雨晓秋衡"[int(code) % 6]
    picture = "![渠边的村民。 苏未央 摄](canal.png)\n\n" if number == 0 else ""
    return (
        f"# 第{code}次供水会议召开\n\n"
        f"本报讯 11月{number + 1}日，第{code}次供水会议召开。"
        f"云汀街道办事处主任{name}出席会议并讲话。会议讨论了{code}号水渠的修缮。\n\n"
        f"{picture}记者 苏未央 通讯员 温榆{number}\n"
    )


@pytest.fixture(scope="module")
def whole(paper, tables, tmp_path_factory):
    """What an import that nobody stopped leaves in the database."""
    site = Site(tmp_path_factory.mktemp("whole"), "whole", tables)
    site.run("manage.py", "import_legacy", str(paper)).check_returncode()
    return site.contents()


def stopped(site, paper, after, send):
    """Start the import, read so many of its lines, stop it; the process, and how it ended."""
    with site.start("manage.py", "import_legacy", str(paper), "--processes=1") as process:
        lines = [process.stdout.readline() for _number in range(after)]
        assert all(lines)
        send(process.pid)
        return process.wait(SECONDS), process.stderr.read()


def assert_goes_on(site, paper, whole):
    """Some stories are in, not all, each whole; the same command brings the others, once."""
    half = site.contents()
    assert 0 < len(half["articles_article"]) < ALL
    assert set(half["articles_version"]) <= set(whole["articles_version"])
    assert set(half["articles_mention"]) <= set(whole["articles_mention"])

    again = site.run("manage.py", "import_legacy", str(paper))

    assert again.returncode == 0, again.stderr
    assert site.contents() == whole
    site.run("manage.py", "verify_search").check_returncode()
    assert len(whole["articles_article"]) == ALL


# A page says one line. After the first a batch has just been saved, and the next is on its way.
@pytest.mark.parametrize("after", [1, 20])
def test_killed_import_goes_on_where_it_was(tmp_path, tables, paper, whole, after):
    site = Site(tmp_path, "killed", tables)

    status, _errors = stopped(site, paper, after, lambda pid: os.kill(pid, signal.SIGKILL))

    assert status == -signal.SIGKILL
    assert_goes_on(site, paper, whole)


def test_import_stopped_at_the_keyboard_says_so_and_goes_on(tmp_path, tables, paper, whole):
    site = Site(tmp_path, "interrupted", tables)

    status, errors = stopped(site, paper, 1, lambda pid: os.killpg(pid, signal.SIGINT))

    assert status == 130, errors
    with translation.override("zh-hans"):
        sentence = gettext("Stopped. The same command goes on where it was.")
    assert errors.strip().splitlines()[-1].endswith(sentence)
    assert "Traceback" not in errors
    assert_goes_on(site, paper, whole)
