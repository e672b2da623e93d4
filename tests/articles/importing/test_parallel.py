"""Processes that parse for the importer."""

import os
import select
import signal
import subprocess
import sys

from django.conf import settings

PARENT = """
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
import os, sys
from articles.importing.attempt import begin_child

if __name__ == "__main__":
    context = get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=context, initializer=begin_child) as pool:
        print(pool.submit(os.getpid).result(), flush=True)
        sys.stdin.read()
"""
INTERRUPTED = """
import datetime, select
import django

def pages():
    yield page
    print("parsing", flush=True)
    # Not signal.pause(): a signal that comes just before it would never end it.
    while True:
        select.select([], [], [], 0.1)

if __name__ == "__main__":
    django.setup()
    from articles.importing.pages import PageSource
    from articles.importing.parallel import AHEAD, parsed_in_order
    from articles.parsing.documents import Document

    # So long that it is waited for before the next page is asked for.
    text = " " * (AHEAD + 1)
    page = PageSource("01.md", text.encode(), Document(text), datetime.date(2026, 11, 16))
    try:
        list(parsed_in_order(pages(), processes=1))
    except KeyboardInterrupt:
        print("stopped", flush=True)
"""
SECONDS = 20


def test_parsing_process_ends_when_its_parent_is_killed(tmp_path):
    script = tmp_path / "parent.py"
    script.write_text(PARENT)
    with subprocess.Popen(
        [sys.executable, str(script)],
        cwd=settings.BASE_DIR,
        env=os.environ | {"PYTHONPATH": str(settings.BASE_DIR)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as parent:
        child = os.pidfd_open(int(parent.stdout.readline()))
        ended = select.poll()
        ended.register(child, select.POLLIN)

        parent.send_signal(signal.SIGKILL)

        assert ended.poll(SECONDS * 1000)
        os.close(child)


def test_ctrl_c_is_answered_by_the_parent_alone(tmp_path):
    script = tmp_path / "parent.py"
    script.write_text(INTERRUPTED)
    environment = {"PYTHONPATH": str(settings.BASE_DIR), "DJANGO_SETTINGS_MODULE": "tests.settings"}
    with subprocess.Popen(
        [sys.executable, str(script)],
        cwd=settings.BASE_DIR,
        env=os.environ | environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as parent:
        assert parent.stdout.readline() == "parsing\n"

        os.killpg(parent.pid, signal.SIGINT)

        try:
            out, err = parent.communicate(timeout=SECONDS)
        finally:
            parent.kill()
    assert (out, err) == ("stopped\n", "")
