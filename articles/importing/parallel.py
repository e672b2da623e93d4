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

from articles.importing.attempt import Unparsed, attempt, attempt_all, begin_child
from articles.importing.identity import Identity, identities
from articles.importing.pages import PageSource
from articles.importing.refusals import unparsed
from articles.importing.report import Outcome
from articles.parsing.facts import ParsedPage
from articles.parsing.pipeline import Sheet

# Bytes of a file that wait with its page count for one character more.
BYTES_OF_A_CHARACTER = 200
# Characters that wait to be parsed or saved, three transactions' worth: no process is idle for long
# while another works, saving begins at once, and memory stays small.
AHEAD = 300_000
# Characters of the pages that are parsed together: enough to share the way to each stage's code,
# few enough for all processes to have some. A longer page is parsed by itself.
TOGETHER = 20_000
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
    groups = _groups(items)
    if not processes:
        for group in groups:
            yield from _read(group, attempt_all(_sheets(group), *parser_options()))
        return
    with closing(_Queue(processes)) as queue:
        for group in groups:
            queue.add(group)
            while queue.weight > AHEAD:
                yield from queue.next()
        while queue.waiting:
            yield from queue.next()


def _groups(items):
    """Lists of pages to parse together. What is an outcome already waits for no further page."""
    group, weight = [], 0
    for item in items:
        if group and weight + _weight([item]) > TOGETHER:
            yield group
            group, weight = [], 0
        group.append(item)
        weight += _weight([item])
        if isinstance(item, Outcome):
            yield group
            group, weight = [], 0
    if group:
        yield group


class _Queue:
    """Groups of pages in order, each with the future of its parsed pages, and the processes."""

    def __init__(self, processes):
        self.processes, self.waiting, self.weight = processes, deque(), 0
        self.pool = _parsers(processes)

    def add(self, group):
        self.waiting.append((group, self._submitted(group)))
        self.weight += _weight(group)

    def next(self):
        """The first group, parsed. Until it is, this process parses those at the end."""
        group, future = self.waiting.popleft()
        self.weight -= _weight(group)
        while not future.done() and self._parse_last():
            pass
        try:
            return _read(group, future.result())
        except BrokenProcessPool:
            parsed = _parsed_alone(group)
            self._start_again()
            return _read(group, parsed)

    def close(self):
        self.pool.shutdown(cancel_futures=True)

    def _submitted(self, group):
        sheets = _sheets(group)
        if not sheets:
            return _done([])
        try:
            return self.pool.submit(attempt_all, sheets, *parser_options())
        except BrokenProcessPool as error:
            broken = Future()
            broken.set_exception(error)
            return broken

    def _parse_last(self):
        """Parse the last group that no other process has begun; False where there is none."""
        for place in reversed(range(len(self.waiting))):
            group, future = self.waiting[place]
            if _length(group) <= LONGEST_HERE and future.cancel():
                # When a process dies Python 3.11 tells even these of it, and stumbles for ever.
                future.set_exception = lambda error: None
                parsed = attempt_all(_sheets(group), *parser_options())
                self.waiting[place] = group, _done(parsed)
                return True
        return False

    def _start_again(self):
        """Give the groups that were lost with a process to new ones."""
        self.close()
        self.pool = _parsers(self.processes)
        self.waiting = deque(
            (group, self._submitted(group) if _is_lost(future) else future)
            for group, future in self.waiting
        )


def _done(parsed):
    future = Future()
    future.set_result(parsed)
    return future


def _is_lost(future):
    return isinstance(future.exception(), BrokenProcessPool)


def _parsed_alone(group):
    """Pages at which a process died, one by one, by a process that does nothing else."""
    sheets, parsed = _sheets(group), []
    while len(parsed) < len(sheets):
        with _parsers(1) as pool:
            pool.submit(os.getpid).result()
            try:
                for sheet in sheets[len(parsed) :]:
                    parsed.append(pool.submit(attempt, sheet, *parser_options()).result())
            except BrokenProcessPool:
                parsed.append(Unparsed("", _("the process that parses it died twice")))
    return parsed


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


def _sheets(group):
    return [sheet_of(item) for item in group if isinstance(item, PageSource)]


def _weight(group):
    """Its characters, and what its files take of memory in characters."""
    files = sum(len(item.data) for item in group if isinstance(item, PageSource))
    return _length(group) + files // BYTES_OF_A_CHARACTER


def _length(group):
    return sum(len(item.document.text) for item in group if isinstance(item, PageSource))


def sheet_of(page):
    """What the parser is given of a page."""
    return Sheet(page.document, page.edition_date, page.rulings)


def parser_options():
    """Where the newsroom's own model lies, and whether a second opinion is asked for."""
    return settings.FLUENCY_MODEL, settings.SECOND_OPINION


def _read(group, parsed):
    """Each page of the group with what was understood of it; what is an outcome already stays."""
    parsed = iter(parsed)
    return [item if isinstance(item, Outcome) else _read_page(item, next(parsed)) for item in group]


def _read_page(page, parsed):
    if isinstance(parsed, Unparsed):
        return Outcome(page.name, refusal=str(unparsed(page.name, parsed)))
    return Read(page, *parsed)
