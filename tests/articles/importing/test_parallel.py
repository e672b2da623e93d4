"""Processes that parse for the importer."""

import os
import select
import signal
import subprocess
import sys
from collections import deque
from concurrent.futures import Future

from django.conf import settings

from articles.importing.attempt import attempt
from articles.importing.parallel import _next, parsed_in_order, task_of
from articles.importing.report import Outcome
from benchmarks.printed import printed_pages

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
# Each page is more than a pipe holds.
KILLED = """
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from multiprocessing import active_children

import django

if __name__ == "__main__":
    django.setup()
    from articles.importing.parallel import parsed_in_order
    from benchmarks.printed import printed_pages

    pages = [
        replace(page, document=replace(page.document, text=page.document.text * 8))
        for page in printed_pages(200)
    ]
    reads = parsed_in_order(pages, processes=1)
    next(reads)
    for child in active_children():
        child.kill()
    try:
        list(reads)
    except BrokenProcessPool:
        print("told")
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


def test_pages_come_in_their_order_whoever_parses_them():
    pages = list(printed_pages(60))
    items = [*pages[:6], Outcome("known", is_known=True), *pages[6:]]

    assert list(parsed_in_order(items, processes=1)) == list(parsed_in_order(items))


def test_page_that_nobody_has_begun_is_parsed_here_while_the_first_is_not_done():
    first, middle, last = printed_pages(15)
    begun, *others = futures = [Future() for _page in range(3)]
    begun.set_running_or_notify_cancel()
    others[1].add_done_callback(lambda _future: begun.set_result(attempt(*task_of(first))))
    waiting = deque(zip((first, middle, last), futures, strict=True))

    read = _next(waiting)

    assert read.page == first
    assert [future.done() for _page, future in waiting] == [False, True]
    assert waiting[1][1].result() == attempt(*task_of(last))


def test_import_whose_parsing_process_is_killed_ends(tmp_path):
    script = tmp_path / "killed.py"
    script.write_text(KILLED)
    ended = subprocess.run(
        [sys.executable, str(script)],
        cwd=settings.BASE_DIR,
        env=os.environ | {"PYTHONPATH": str(settings.BASE_DIR)},
        capture_output=True,
        text=True,
        timeout=3 * SECONDS,
    )
    assert ended.stdout == "told\n", ended.stderr
