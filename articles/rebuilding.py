"""Write the index of search anew in several processes.

A process that helps imports this before Django is set up: no model here.
"""

import signal
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import django
from django.db import connection

from articles.importing.attempt import begin_child


def rebuild(after=0, processes=2) -> Iterator[int]:
    """As `search.index.rebuild`, several batches at once. The last version of each comes in order.

    Raises BrokenProcessPool where a process ends.
    """
    from articles.search.index import bounds

    firsts, lasts = bounds(after)
    pool = ProcessPoolExecutor(
        processes,
        # Spawned, not forked: a child must not inherit the connection to the database.
        mp_context=get_context("spawn"),
        initializer=begin,
        initargs=(connection.settings_dict["NAME"],),
    )
    try:
        yield from pool.map(rewrite, firsts, lasts)
    finally:
        pool.shutdown(cancel_futures=True)


def begin(database):
    """Set Django up for that database. A key that stops the rebuild lets a batch be finished."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    begin_child()
    django.setup()
    connection.settings_dict["NAME"] = database


def rewrite(first, last):
    """Write the entries of the versions from the first to the last anew; returns the last."""
    from articles.search import index

    return index.rewrite(first, last)
