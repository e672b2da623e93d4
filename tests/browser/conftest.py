"""A real server with the sample paper, and a real browser in front of it."""

import os
import shutil
import socket
import subprocess
import sys
import time

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
            "DATABASE_URL": f"sqlite:///{folder / 'db.sqlite3'}",
            "MEDIA_ROOT": str(folder / "media"),
            "PAPER_NAME": "青澜新报",
        }
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}"

    def manage(self, *arguments):
        subprocess.run(
            [sys.executable, "manage.py", *arguments],
            cwd=settings.BASE_DIR,
            env=self.environment,
            check=True,
            stdout=subprocess.DEVNULL,
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


@pytest.fixture(scope="session")
def server(tmp_path_factory):
    server = Server(tmp_path_factory.mktemp("site"))
    server.manage("migrate", "--verbosity=0")
    server.manage("make_demo")
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

    A page that `may_be_cut_off` may report that the network failed.
    """
    errors, contexts = [], []

    def open_page(width=1280, *, may_be_cut_off=False):
        context = chromium.new_context(
            base_url=site, viewport={"width": width, "height": 900}, locale="zh-CN"
        )
        contexts.append(context)
        page = context.new_page()

        def note(message):
            is_cut = may_be_cut_off and "net::ERR_" in message.text
            if message.type == "error" and not is_cut:
                errors.append(message.text)

        page.on("console", note)
        page.on("pageerror", lambda error: errors.append(str(error)))
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert errors == []
