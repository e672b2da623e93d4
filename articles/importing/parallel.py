"""Parse pages on this core, or on others while this one saves, and helps where it would wait."""

import os
import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing
from dataclasses import dataclass
from functools import cached_property
from multiprocessing import get_context

from django.conf import settings
from django.utils.translation import gettext as _

from articles.importing.attempt import Unparsed, attempt, begin_child
from articles.importing.identity import Identity, identities
from articles.importing.pages import PageSource
from articles.importing.refusals import unparsed
from articles.importing.report import Outcome
from articles.parsing.facts import ParsedPage

# Characters that wait to be parsed or saved, three transactions' worth: no process is idle for long
# while another works, saving begins at once, and memory stays small.
AHEAD = 300_000
# Characters of the longest page that the saving process parses itself: what ends a process by the
# memory that it takes is longer.
LONGEST_HERE = 50_000


@dataclass(frozen=True)
class Read:
    """A page, what the parser understood of it, and the digests of its stories."""

    page: PageSource
    parsed: ParsedPage
    digests: list[str]

    @cached_property
    def identities(self) -> list[Identity]:
        return identities(self.parsed, **self.page.place)


def parsed_in_order(items: Iterable[PageSource | Outcome], processes=0) -> Iterator[Read | Outcome]:
    """Each page parsed, in the order of the pages; what is an outcome already is passed on.

    A page that ends the process that parses it is refused, and the others go on. Raises
    BrokenProcessPool where processes cannot even start.
    """
    if not processes:
        for item in items:
            yield item if isinstance(item, Outcome) else _read(item, attempt(*task_of(item)))
        return
    with closing(_Queue(processes)) as queue:
        for item in items:
            queue.add(item)
            while queue.length > AHEAD:
                yield queue.next()
        while queue.waiting:
            yield queue.next()


class _Queue:
    """Pages in their order, each with the future of its parsed page, and the processes for it."""

    def __init__(self, processes):
        self.processes, self.waiting, self.length = processes, deque(), 0
        self.pool = _parsers(processes)

    def add(self, item):
        self.waiting.append((item, self._submitted(item)))
        self.length += _length(item)

    def next(self):
        """The first page, parsed. Until it is, this process parses those at the end."""
        item, future = self.waiting.popleft()
        self.length -= _length(item)
        if future is None:
            return item
        while not future.done() and self._parse_last():
            pass
        try:
            return _read(item, future.result())
        except BrokenProcessPool:
            parsed = _parsed_alone(item)
            self._start_again()
            return _read(item, parsed)

    def close(self):
        self.pool.shutdown(cancel_futures=True)

    def _submitted(self, item):
        if isinstance(item, Outcome):
            return None
        try:
            return self.pool.submit(attempt, *task_of(item))
        except BrokenProcessPool as error:
            broken = Future()
            broken.set_exception(error)
            return broken

    def _parse_last(self):
        """Parse the last page that no other process has begun; False where there is none."""
        for place in reversed(range(len(self.waiting))):
            item, future = self.waiting[place]
            if future is not None and _length(item) <= LONGEST_HERE and future.cancel():
                # When a process dies Python 3.11 tells even these of it, and stumbles for ever.
                future.set_exception = lambda error: None
                done = Future()
                done.set_result(attempt(*task_of(item)))
                self.waiting[place] = item, done
                return True
        return False

    def _start_again(self):
        """Give the pages that were lost with a process to new ones."""
        self.close()
        self.pool = _parsers(self.processes)
        self.waiting = deque(
            (item, self._submitted(item) if _is_lost(future) else future)
            for item, future in self.waiting
        )


def _is_lost(future):
    return future is not None and isinstance(future.exception(), BrokenProcessPool)


def _parsed_alone(page):
    """A page at which a process died, parsed once more by one that does nothing else."""
    with _parsers(1) as pool:
        pool.submit(os.getpid).result()
        try:
            return pool.submit(attempt, *task_of(page)).result()
        except BrokenProcessPool:
            return Unparsed("", _("the process that parses it died twice"))


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
    return pool


def _length(item):
    return 0 if isinstance(item, Outcome) else len(item.document.text)


def task_of(page):
    """What `attempt` is asked of a page."""
    return (page.document, page.edition_date, *parser_options(), page.rulings)


def parser_options():
    """Where the newsroom's own model lies, and whether a second opinion is asked for."""
    return settings.FLUENCY_MODEL, settings.SECOND_OPINION


def _read(page, parsed):
    if isinstance(parsed, Unparsed):
        return Outcome(page.name, refusal=str(unparsed(page.name, parsed)))
    return Read(page, *parsed)
