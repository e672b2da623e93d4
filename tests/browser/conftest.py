"""A real server with the sample paper, and a real browser in front of it."""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
from urllib.parse import urlsplit, urlunsplit

import psycopg
import pytest
from django.conf import settings
from playwright.sync_api import sync_playwright

CHROMIUM_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


class Server:
    """A server that was started as scripts/run starts it, with the sample paper."""

    def __init__(self, folder):
        self.folder = folder
        self.environment = os.environ | {
            "DJANGO_SETTINGS_MODULE": "newsroom.settings",
            "DEBUG": "true",
            "DATABASE_URL": _fresh_database(folder),
            "MEDIA_ROOT": str(folder / "media"),
            "PAPER_NAME": "青澜新报",
        }
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}"

    def manage(self, *arguments):
        """Run a command to its end; what it wrote and how it ended."""
        return subprocess.run(
            [sys.executable, "manage.py", *arguments],
            cwd=settings.BASE_DIR,
            env=self.environment,
            capture_output=True,
            text=True,
        )

    def start(self):
        with (self.folder / "server.log").open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, "manage.py", "runserver", "--noreload", f"127.0.0.1:{self.port}"],
                cwd=settings.BASE_DIR,
                env=self.environment,
                stdout=log,
                stderr=log,
            )
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline and self.process.poll() is None:
            with socket.socket() as probe:
                probe.settimeout(0.2)
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
        pytest.fail("The server did not start; its log is server.log in the test's folder.")

    def stop(self):
        self.process.terminate()
        self.process.wait()


def _fresh_database(folder):
    """A SQLite file, or a database of the PostgreSQL that TEST_DATABASE_URL names."""
    server = os.environ.get("TEST_DATABASE_URL")
    if not server:
        return f"sqlite:///{folder / 'db.sqlite3'}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute("DROP DATABASE IF EXISTS browser WITH (FORCE)")
        connection.execute("CREATE DATABASE browser")
    return urlunsplit(urlsplit(server)._replace(path="/browser"))


@pytest.fixture(scope="session")
def server(tmp_path_factory):
    server = Server(tmp_path_factory.mktemp("site"))
    for command in (("migrate", "--verbosity=0"), ("make_demo",)):
        server.manage(*command).check_returncode()
    server.start()
    yield server
    server.stop()


@pytest.fixture(scope="session")
def site(server):
    return server.address


@pytest.fixture(scope="session")
def chromium():
    path = shutil.which("chromium") or pytest.fail("Chromium is missing: apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=CHROMIUM_FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def new_page(chromium, site):
    """Opens pages of separate visitors. A console error or a failed script fails the test.

    A page that `may_be_cut_off` may report that the network failed, one that `may_be_refused` that
    the server took something for wrong.
    """
    errors, contexts = [], []

    def open_page(width=1280, *, may_be_cut_off=False, may_be_refused=False, **options):
        context = chromium.new_context(
            base_url=site, viewport={"width": width, "height": 900}, locale="zh-CN", **options
        )
        contexts.append(context)

        def note(message):
            is_cut = may_be_cut_off and "net::ERR_" in message.text
            is_refused = may_be_refused and re.search("status of (400|413)", message.text)
            if message.type == "error" and not (is_cut or is_refused):
                errors.append(message.text)

        context.on("console", note)
        context.on("weberror", lambda failed: errors.append(str(failed.error)))
        return context.new_page()

    yield open_page
    for context in contexts:
        context.close()
    assert errors == []
