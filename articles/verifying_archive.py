"""Verify every story of the archive on several processes, into a file that a later run continues.

Beside the file stands its progress: the last version that is in it, and how long the file is. A run
that was stopped anywhere, or killed, is taken up there.
"""

import csv
import io
import json
from collections import deque
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

from articles.models import Version
from articles.verification.check import check
from articles.verification.findings import Certainty
from articles.verification.story import StoryText
from articles.verifying import house_words, known_directory, story_of
from articles.verifying_process import begin, check_all
from articles.waiving import Waived, not_waived, waived_in

BATCH = 100
# Batches that wait for a process: none is ever idle, and memory stays small.
AHEAD = 6
COLUMNS = (
    "version",
    "article",
    "dated",
    "headline",
    "rule",
    "part",
    "number",
    "start",
    "end",
    "printed",
    "suggestion",
    "certainty",
)


@dataclass
class Verified:
    """How far a run has come; `last` is the version that it began after."""

    stories: int = 0
    findings: int = 0
    total: int = 0
    last: int = 0


class Batch(NamedTuple):
    """Of each story what its lines tell of it, its text, and what is waived in it."""

    rows: list[tuple]
    stories: list[StoryText]
    waived: list[set[Waived]]


def verify_archive(
    path: Path,
    processes: int = 2,
    on_progress: Callable[[Verified], None] = lambda verified: None,
) -> Verified:
    """Write a line for each finding of each story that stands: JSON, or CSV where `path` ends so.

    Stories that stand are the drafts and whatever is released and not superseded. What is not
    checkable for want of a date is left out, and what is waived.
    """
    versions = Version.objects.exclude(status=Version.Status.SPIKED)
    versions = versions.filter(superseded_at__isnull=True).order_by("pk")
    with _output(path) as output:
        left = versions.filter(pk__gt=output.last)
        verified = Verified(total=left.count(), last=output.last)
        for batch, findings in _checked(left, processes):
            lines = [
                _row(row, one)
                for row, story, waived, found in zip(*batch, findings, strict=True)
                for one in not_waived(found, story, waived)
                if one.certainty is not Certainty.UNCHECKED
            ]
            output.write(lines, last=batch.rows[-1][0])
            verified.stories += len(batch.rows)
            verified.findings += len(lines)
            on_progress(verified)
        output.finish()
    return verified


def _checked(versions, processes):
    """(batch, findings in each of its stories) of each batch, in order."""
    snapshot, words = known_directory(), house_words()
    if not processes:
        for batch in _batches(versions):
            yield batch, [check(story, snapshot, words) for story in batch.stories]
        return
    with ProcessPoolExecutor(
        processes,
        # Spawned, not forked: a child must not inherit the connection to the database.
        mp_context=get_context("spawn"),
        initializer=begin,
        initargs=(snapshot, words),
    ) as pool:
        waiting = deque()
        for batch in _batches(versions):
            waiting.append((batch, pool.submit(check_all, batch.stories)))
            if len(waiting) > AHEAD:
                first, future = waiting.popleft()
                yield first, future.result()
        for batch, future in waiting:
            yield batch, future.result()


def _batches(versions):
    last = 0
    while True:
        found = list(versions.filter(pk__gt=last).prefetch_related("photos", "mentions")[:BATCH])
        if not found:
            return
        last = found[-1].pk
        waived = waived_in(found)
        yield Batch(
            [(one.pk, one.article_id, one.dated.isoformat(), one.headline) for one in found],
            [story_of(one) for one in found],
            [waived[one.article_id] for one in found],
        )


def _row(row, finding):
    values = (
        *row,
        finding.rule,
        *finding.passage,
        finding.start,
        finding.end,
        finding.printed,
        finding.suggestion,
        str(finding.certainty),
    )
    return dict(zip(COLUMNS, values, strict=True))


class _Output:
    def __init__(self, file, path: Path, progress: Path):
        self.file, self.progress = file, progress
        self.format = _as_csv if path.suffix == ".csv" else _as_json
        self.last, length = 0, 0
        if progress.exists():
            self.last, length = json.loads(progress.read_text(encoding="utf-8"))
        file.truncate(length)
        file.seek(length)
        if not length and path.suffix == ".csv":
            file.write((",".join(COLUMNS) + "\r\n").encode())

    def write(self, rows, last):
        self.file.write("".join(map(self.format, rows)).encode())
        self.file.flush()
        # Replaced in one step: it is never read half written.
        new = self.progress.with_name(f"{self.progress.name}.new")
        new.write_text(json.dumps([last, self.file.tell()]), encoding="utf-8")
        new.replace(self.progress)

    def finish(self):
        self.progress.unlink(missing_ok=True)


@contextmanager
def _output(path: Path):
    """The file, continued where its progress says so, else written anew."""
    progress = path.with_name(f"{path.name}.progress")
    if not path.exists():
        progress.unlink(missing_ok=True)
        path.touch()
    with path.open("r+b") as file:
        yield _Output(file, path, progress)


def _as_json(row):
    return json.dumps(row, ensure_ascii=False) + "\n"


def _as_csv(row):
    buffer = io.StringIO()
    csv.writer(buffer).writerow(row.values())
    return buffer.getvalue()
