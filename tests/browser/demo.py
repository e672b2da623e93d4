"""The sample paper on a server of its own, before a browser: what is pictured and not tested."""

import os
import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path

import django
from playwright.sync_api import sync_playwright


@contextmanager
def served(*flags):
    """(server, Chromium) while the demo is served."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    django.setup()
    from tests.browser.conftest import CHROMIUM_FLAGS, Server

    with tempfile.TemporaryDirectory() as folder:
        server = Server(Path(folder))
        for command in (("migrate", "--verbosity=0"), ("make_demo",)):
            server.manage(*command).check_returncode()
        server.start()
        try:
            with sync_playwright() as playwright:
                yield (
                    server,
                    playwright.chromium.launch(
                        executable_path=shutil.which("chromium"), args=[*CHROMIUM_FLAGS, *flags]
                    ),
                )
        finally:
            server.stop()
