"""Take off the notes that send the reader to another page: （下转第3版）, （上接第1版）.

The rest of the story stands in another file, so each side is doubted with the page it names.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from .facts import Edit, PrintedDoubt
from .lexicon.datelines import CHINESE_DIGITS, CHINESE_TEN
from .source import Line, Source
from .wording import gettext_noop

PAGE = rf"第?\s*[A-Za-z]?\s*(?:[0-9０-９]{{1,3}}|[{CHINESE_DIGITS}{CHINESE_TEN}]{{1,3}})\s*版"
NAMED = r"(?:[①-⑩]|[《“‘「][^》”’」\r\n]{1,60}[》”’」])"
TURNED = re.compile(
    rf"[（(【\[]\s*(?:[下紧接]*转|下接){PAGE}[^（()）】\]\r\n]{{0,40}}[)）】\]]\s*$"
    rf"|[▶►→▼↓>＞]*\s*(?:下转|紧转){PAGE}\s*{NAMED}?[▶►→▼↓>＞]*$"
)
CONTINUED = re.compile(
    rf"[（(【\[]\s*(?:[上紧]接|接|续){PAGE}[^（()）】\]\r\n]{{0,60}}[)）】\]]"
    rf"|[▶►→▲↑>＞◀◄]*\s*(?:上接|紧接|续接){PAGE}\s*{NAMED}?(?:[：:]|\s|$)"
)
TITLE = re.compile(r"[《“‘「](?P<title>[^》”’」]+)[》”’」]")
TURN = re.compile(rf"[转接续]{PAGE}")
LONGEST = 90

TURNED_AWAY = gettext_noop("note of the page on which the story goes on")
CONTINUES = gettext_noop("note of the page on which the story begins")


class Taken(NamedTuple):
    """The lines without the notes, the edits, and a doubt for each note."""

    lines: tuple[Line, ...]
    edits: tuple[Edit, ...]
    doubts: tuple[PrintedDoubt, ...]


@dataclass(frozen=True, slots=True)
class _Note:
    start: int
    end: int
    reason: str


def take_turns(source: Source, lines: Sequence[Line]) -> Taken:
    if not lines or not names_page(source, lines[0].start, lines[-1].end):
        return Taken(tuple(lines), (), ())
    left: list[Line] = []
    notes: list[_Note] = []
    for line in lines:
        for find in (_continued, _turned):
            note = None if line.is_blank else find(source, line)
            if note:
                notes.append(note)
                line = _without(source, line, note)
        left.append(line)
    edits = tuple(source.edit(one.reason, one.start, one.end) for one in notes)
    doubts = tuple(doubt_of_note(source, source.line(one.start, one.end)) for one in notes)
    return Taken(tuple(left), edits, doubts)


def doubt_of_note(source: Source, note: Line) -> PrintedDoubt:
    """Nothing is known of the other page: the story is not whole without it."""
    return PrintedDoubt("unfinished", source.cut(note), None, source.range(note.start, note.end))


def names_page(source: Source, start: int, end: int) -> bool:
    """Whether a note may stand in this stretch: most pages have none."""
    return TURN.search(source.text, start, end) is not None


def note_at_start(source: Source, line: Line) -> Line | None:
    """The note at the beginning of a line: （上接第1版）."""
    note = None if line.is_blank else _continued(source, line)
    return source.line(note.start, note.end) if note else None


def title_in(source: Source, note: Line) -> Line:
    """The headline that a note names, else the note: （上接第1版《…》）."""
    match = TITLE.search(source.text, note.start, note.end)
    return source.line(*match.span("title")) if match else note


def _continued(source: Source, line: Line) -> _Note | None:
    match = CONTINUED.match(source.text, line.start, line.end)
    return _Note(match.start(), match.end(), CONTINUES) if match else None


def _turned(source: Source, line: Line) -> _Note | None:
    first = max(line.start, line.end - LONGEST)
    match = TURNED.search(source.text, first, line.end)
    return _Note(match.start(), match.end(), TURNED_AWAY) if match else None


def _without(source: Source, line: Line, note: _Note) -> Line:
    if note.reason == CONTINUES:
        return replace(line, start=source.line(note.end, line.end).start)
    return replace(line, end=source.line(line.start, note.start).end)
