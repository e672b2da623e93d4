"""Processes that parse for the importer."""

import os
import select
import signal
import subprocess
import sys
from concurrent.futures import Future
from contextlib import closing
from dataclasses import replace

import pytest
from django.conf import settings

from articles.importing.attempt import Unparsed, attempt_all
from articles.importing.parallel import (
    AHEAD,
    BYTES_OF_A_CHARACTER,
    LONGEST_HERE,
    TOGETHER,
    _groups,
    _Queue,
    parsed_in_order,
    sheet_of,
)
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
from dataclasses import replace
from multiprocessing import active_children

import django

if __name__ == "__main__":
    django.setup()
    from articles.importing.parallel import Read, parsed_in_order
    from benchmarks.printed import printed_pages

    pages = [
        replace(page, document=replace(page.document, text=page.document.text * 8))
        for page in printed_pages(200)
    ]
    reads = parsed_in_order(pages, processes=1)
    first = next(reads)
    for child in active_children():
        child.kill()
    assert [read.page for read in [first, *reads]] == pages
    print("went on")
"""
# Whoever unpacks the document ends.
DEADLY = """
import os
from dataclasses import dataclass, replace

import django

if __name__ == "__main__":
    django.setup()
    from django.utils.translation import activate

    from articles.importing.attempt import Unparsed
    from articles.importing.parallel import LONGEST_HERE, _parsed_alone, parsed_in_order
    from articles.parsing.documents import Document
    from benchmarks.printed import printed_pages

    class Deadly(Document):
        def __reduce__(self):
            return os._exit, (1,)

    activate("en")
    pages = list(printed_pages(60))
"""
DEADLY_BY_ITSELF = f"""{DEADLY}
    long = pages[4].document.text * (LONGEST_HERE // len(pages[4].document.text) + 1)
    pages[4] = replace(pages[4], document=Deadly(long))
    reads = list(parsed_in_order(pages, processes=2))
    print(reads.pop(4).refusal)
    assert [read.page for read in reads] == pages[:4] + pages[5:]
"""
DEADLY_AMONG_OTHERS = f"""{DEADLY}
    for number in 0, 2, 3:
        pages[number] = replace(pages[number], document=Deadly(pages[number].document.text))
    parsed = _parsed_alone(pages[:6])
    print([isinstance(one, Unparsed) for one in parsed])
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


def test_pages_are_parsed_together_as_far_as_their_text_is_short():
    page, *_ = printed_pages(5)
    pages = [_with_length(page, length) for length in (TOGETHER - 1, 1, 1, TOGETHER + 1, 1)]
    known = Outcome("known", is_known=True)

    assert list(_groups([*pages, known, page])) == [
        pages[:2],
        [pages[2]],
        [pages[3]],
        [pages[4], known],
        [page],
    ]


def test_pages_of_large_files_are_not_parsed_together_however_short_their_text_is():
    pages = [_with_length(page, 9) for page in printed_pages(15)]
    large = BYTES_OF_A_CHARACTER * TOGETHER
    pages[1] = replace(pages[1], data=b"%" * large)

    assert [len(group) for group in _groups(pages)] == [1, 1, 1]


def test_few_pages_of_large_files_wait():
    pages = [_with_length(page, 9) for page in printed_pages(60)]
    share = BYTES_OF_A_CHARACTER * AHEAD // 3
    waiting = []

    def brought():
        for page in pages:
            waiting.append(page)
            yield replace(page, data=b"%" * share)

    for _read in parsed_in_order(brought(), processes=1):
        assert len(waiting) <= 5
        waiting.pop(0)


def test_page_that_the_parser_fails_on_is_refused_and_those_beside_it_are_read():
    pages = list(printed_pages(15))
    pages[1] = replace(pages[1], document=None)

    parsed = attempt_all([sheet_of(page) for page in pages])

    assert [isinstance(one, Unparsed) for one in parsed] == [False, True, False]
    assert parsed[1].detail.startswith("AttributeError: ")


@pytest.fixture
def queue():
    """Three groups of one page, of which another process has begun the first."""
    with closing(_Queue(1)) as queue:
        queue.waiting.extend(([page], Future()) for page in printed_pages(15))
        queue.waiting[0][1].set_running_or_notify_cancel()
        yield queue


def test_group_that_nobody_has_begun_is_parsed_here_while_the_first_is_not_done(queue):
    (first, begun), (_middle, _future), (last, unbegun) = queue.waiting
    unbegun.add_done_callback(lambda _future: begun.set_result(_parsed(first)))

    (read,) = queue.next()

    assert [read.page] == first
    assert [future.done() for _group, future in queue.waiting] == [False, True]
    assert queue.waiting[1][1].result() == _parsed(last)


def test_long_page_is_left_to_the_processes_that_parse(queue):
    (first, begun), (_middle, unbegun), ((last,), _future) = queue.waiting
    queue.waiting[2] = [_with_length(last, LONGEST_HERE + 1)], Future()
    unbegun.add_done_callback(lambda _future: begun.set_result(_parsed(first)))

    queue.next()

    assert [future.done() for _group, future in queue.waiting] == [True, False]


def test_import_goes_on_whose_parsing_process_is_killed(tmp_path):
    assert _printed_by(KILLED, tmp_path) == "went on"


def test_page_that_ends_the_process_that_parses_it_is_refused_and_the_others_go_on(tmp_path):
    refusal = _printed_by(DEADLY_BY_ITSELF, tmp_path)

    assert refusal.startswith("1996-01-02/01.md: ")
    assert "the process that parses it died twice" in refusal


def test_pages_that_end_their_process_are_refused_and_those_of_their_group_are_read(tmp_path):
    refused = _printed_by(DEADLY_AMONG_OTHERS, tmp_path)

    assert refused == str([True, False, True, True, False, False])


def _with_length(page, length):
    return replace(page, data=b"", document=replace(page.document, text="。" * length))


def _parsed(group):
    return attempt_all([sheet_of(page) for page in group])


def _printed_by(code, folder):
    script = folder / "script.py"
    script.write_text(code)
    ended = subprocess.run(
        [sys.executable, str(script)],
        cwd=settings.BASE_DIR,
        env=os.environ | {"PYTHONPATH": str(settings.BASE_DIR)},
        capture_output=True,
        text=True,
        timeout=3 * SECONDS,
    )
    assert ended.returncode == 0, ended.stderr
    return ended.stdout.strip()
