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
