"""Parse pages on this core, or on others while this one saves, and helps where it would wait."""

import os
import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from typing import NamedTuple

from django.conf import settings

from articles.importing.attempt import Unparsed, attempt, begin_child
from articles.importing.pages import PageSource
from articles.importing.refusals import unparsed
from articles.importing.report import Outcome
from articles.parsing.facts import ParsedPage

# Characters that wait to be parsed or saved, three transactions' worth: no process is idle for long
# while another works, saving begins at once, and memory stays small.
AHEAD = 300_000


class Read(NamedTuple):
    """A page, and what the parser understood of it."""

    page: PageSource
    parsed: ParsedPage
    digests: list[str]


def parsed_in_order(items: Iterable[PageSource | Outcome], processes=0) -> Iterator[Read | Outcome]:
    """Each page parsed, in the order of the pages; what is an outcome already is passed on."""
    if not processes:
        for item in items:
            yield item if isinstance(item, Outcome) else _read(item, attempt(*task_of(item)))
        return
    with _parsers(processes) as pool:
        waiting, length = deque(), 0
        for item in items:
            waiting.append((item, _submitted(item, pool)))
            length += _length(item)
            while length > AHEAD:
                length -= _length(waiting[0][0])
                yield _next(waiting)
        while waiting:
            yield _next(waiting)


@contextmanager
def _parsers(processes):
    """Processes that parse. They leave Ctrl-C to this one, which stops them in good order."""
    # Spawned, not forked: a child must not inherit the connection to the database.
    pool = ProcessPoolExecutor(processes, mp_context=get_context("spawn"), initializer=begin_child)
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        # The first task starts them all, and they inherit what is blocked.
        pool.submit(os.getpid)
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
    try:
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)


def _submitted(item, pool):
    return None if isinstance(item, Outcome) else pool.submit(attempt, *task_of(item))


def _length(item):
    return 0 if isinstance(item, Outcome) else len(item.document.text)


def task_of(page):
    """What `attempt` is asked of a page."""
    return (page.document, page.edition_date, *parser_options(), page.rulings)


def parser_options():
    """Where the newsroom's own model lies, and whether a second opinion is asked for."""
    return settings.FLUENCY_MODEL, settings.SECOND_OPINION


def _next(waiting):
    """The first page that waits, parsed. Until it is, this process parses those at the end."""
    item, future = waiting.popleft()
    if future is None:
        return item
    while not future.done() and _parse_last(waiting):
        pass
    return _read(item, future.result())


def _parse_last(waiting):
    """Parse the last page that no other process has begun; False where there is none."""
    for place in reversed(range(len(waiting))):
        item, future = waiting[place]
        if future is not None and future.cancel():
            # Python 3.11 tells even those of it when a process dies, and stumbles there for ever.
            future.set_exception = lambda error: None
            waiting[place] = item, Future()
            waiting[place][1].set_result(attempt(*task_of(item)))
            return True
    return False


def _read(page, parsed):
    if isinstance(parsed, Unparsed):
        return Outcome(page.name, refusal=str(unparsed(page.name, parsed)))
    return Read(page, *parsed)
