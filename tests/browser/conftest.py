"""A real server with the sample paper, and a real browser in front of it."""

import os
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


@pytest.fixture(scope="session")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("site")


@pytest.fixture(scope="session")
def manage(folder):
    """Runs a command of manage.py for the site, or starts it: a fresh SQLite file, or a fresh
    database of the PostgreSQL that TEST_DATABASE_URL names."""
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "newsroom.settings",
        "DEBUG": "true",
        "DATABASE_URL": _fresh_database(folder),
        "MEDIA_ROOT": str(folder / "media"),
        "PAPER_NAME": "青澜新报",
    }

    def manage(*arguments, run=subprocess.run, **kwargs):
        command = [sys.executable, "manage.py", *arguments]
        return run(command, cwd=settings.BASE_DIR, env=environment, **kwargs)

    return manage


def _fresh_database(folder):
    server = os.environ.get("TEST_DATABASE_URL")
    if not server:
        return f"sqlite:///{folder / 'db.sqlite3'}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute("DROP DATABASE IF EXISTS browser WITH (FORCE)")
        connection.execute("CREATE DATABASE browser")
    parts = urlsplit(server)
    return urlunsplit(parts._replace(path="/browser"))


@pytest.fixture(scope="session")
def site(folder, manage):
    """The address of a server that was started as scripts/run starts it."""
    for command in (["migrate", "--verbosity=0"], ["make_demo"]):
        manage(*command, check=True, stdout=subprocess.DEVNULL)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with (folder / "server.log").open("wb") as log:
        address = f"127.0.0.1:{port}"
        server = manage(
            *("runserver", "--noreload", address), run=subprocess.Popen, stdout=log, stderr=log
        )
        try:
            _wait_for(port, server)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait()


def _wait_for(port, server):
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline and server.poll() is None:
        with socket.socket() as probe:
            probe.settimeout(0.2)
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
    pytest.fail("The server did not start; its log is server.log in the test's folder.")


@pytest.fixture(scope="session")
def chromium():
    path = shutil.which("chromium") or pytest.fail("Chromium is missing: apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=CHROMIUM_FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def new_page(chromium, site):
    """Opens pages of separate visitors. A console error or a failed script fails the test."""
    errors, contexts = [], []

    def open_page(width=1280, **options):
        context = chromium.new_context(
            base_url=site, viewport={"width": width, "height": 900}, locale="zh-CN", **options
        )
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda m: errors.append(m.text) if m.type == "error" else None)
        page.on("pageerror", lambda error: errors.append(str(error)))
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert errors == []
