import os
import subprocess
import sys

import pytest
from django.conf import settings

# What few processes ever need, and each would hold in memory from its start.
HEAVY = {"pypinyin", "openpyxl", "docx", "pdfplumber"}


@pytest.fixture(scope="module")
def modules():
    """Those that a web worker has loaded before its first request."""
    code = "import sys, newsroom.wsgi; print(*sys.modules)"
    run = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", code],
        cwd=settings.BASE_DIR,
        env={"PATH": os.environ["PATH"], "DEBUG": "true"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    return set(run.stdout.split())


def test_a_worker_starts_without_what_few_need(modules):
    assert "articles.admin.workbook" in modules
    assert not HEAVY & modules


def test_no_reader_waits_for_the_pages_to_be_loaded(modules):
    assert {"newsroom.urls", "articles.search_views", "articles.api.urls"} <= modules
