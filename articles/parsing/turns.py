"""Take off the notes that send the reader to another page: （下转第3版）, （上接第1版）.

The rest of the story stands in another file, so each side is doubted with the page it names.
`read_turn` reads what such a note says.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from .facts import Edit, PrintedDoubt
from .lexicon.datelines import CHINESE_DIGITS, CHINESE_TEN
from .source import Line, Source
from .wording import gettext_noop

OF_A_PAGE = "版"
PAGE = (
    rf"第?\s*[A-Za-z]?\s*(?:[0-9０-９]{{1,3}}|[{CHINESE_DIGITS}{CHINESE_TEN}]{{1,3}})\s*{OF_A_PAGE}"
)
NAMED = r"(?:[①-⑩]|[《“‘「][^》”’」\r\n]{1,60}[》”’」])"
TURNED = re.compile(
    rf"[（(【\[]\s*(?:[下紧接]*转|[下紧]接){PAGE}[^（()）】\]\r\n]{{0,40}}[)）】\]]\s*$"
    rf"|[▶►→▼↓>＞]*\s*(?:[下紧]转|[下紧]接){PAGE}\s*{NAMED}?[▶►→▼↓>＞]*$"
)
CONTINUED = re.compile(
    rf"[（(【\[]\s*(?:[上紧]接|接|续){PAGE}[^（()）】\]\r\n]{{0,60}}[)）】\]]"
    rf"|[▶►→▲↑>＞◀◄]*\s*(?:上接|紧接|续接){PAGE}\s*{NAMED}?(?:[：:]|\s|$)"
)
TITLE = re.compile(r"[《“‘「](?P<title>[^》”’」]+)[》”’」]")
TURN = re.compile(rf"[转接续]{PAGE}")
READ = re.compile(
    rf"(?P<way>[下上紧续接]*[转接续])第?\s*(?P<letter>[A-Za-z]?)\s*"
    rf"(?P<number>[0-9０-９{CHINESE_DIGITS}{CHINESE_TEN}]{{1,3}})\s*版\s*(?P<rest>.*)"
)
NUMBER_OF_PAGE = re.compile(r"(?P<letter>[A-Za-z]*)0*(?P<number>\d+)")
MARKS_ROUND = " \u3000（()）【】[]《》“”‘’「」:：▶►→▲▼↑↓>＞◀◄"
EITHER_WAY = re.compile(r"[（(【\[▶►→▼↓>＞]*\s*紧接")
LONGEST = 90

TURNED_AWAY = gettext_noop("note of the page on which the story goes on")
CONTINUES = gettext_noop("note of the page on which the story begins")


class Turn(NamedTuple):
    """What a note says. `page` is without zeros, A3 or 3; `goes_on` is None where it may be either.

    `title` is the headline that it names, or the mark by which two such stories are told apart.
    """

    goes_on: bool | None
    page: str
    title: str

    def leads_on(self, page: str) -> bool:
        """Whether the note, on that page, says where the story goes on, and not where it began.

        紧接第2版 does where that page comes later.
        """
        return _key(page) < _key(self.page) if self.goes_on is None else self.goes_on

    def names(self, page: str, *, printed_on: str) -> bool:
        """Whether the note means that page; without a letter it means one of its own section."""
        own, _number = _key(printed_on)
        letter, number = _key(self.page)
        return (letter or own, number) == _key(page)


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
        is_first = all(one.is_blank for one in left)
        for find in (_continued, _turned) if is_first else (_turned, _continued):
            note = None if line.is_blank else find(source, line)
            if note:
                notes.append(note)
                line = _without(source, line, note)
        left.append(line)
    edits = tuple(source.edit(one.reason, one.start, one.end) for one in notes)
    doubts = tuple(doubt_of_note(source, source.line(one.start, one.end)) for one in notes)
    return Taken(tuple(left), edits, doubts)


def read_turn(printed: str) -> Turn | None:
    """What a note says; None for a text that is none."""
    match = READ.search(printed)
    if not match:
        return None
    goes_on = {"转": True, "下接": True, "紧接": None}
    way = match["way"] if match["way"] in goes_on else match["way"][-1]
    page = f"{match['letter'].upper()}{_number(match['number'])}"
    return Turn(goes_on.get(way, False), page, match["rest"].strip(MARKS_ROUND))


def is_end_of_story(source: Source, note: Line, below: Line | None) -> bool:
    """Whether 紧接第2版 on a line of its own sends the reader on: no text stands below it.

    `below` is the next line that is not empty, unless it may be a headline.
    """
    return below is None and EITHER_WAY.match(source.text, note.start, note.end) is not None


def doubt_of_note(source: Source, note: Line) -> PrintedDoubt:
    """Nothing is known of the other page: the story is not whole without it."""
    return PrintedDoubt("unfinished", source.cut(note), None, source.range(note.start, note.end))


def names_page(source: Source, start: int, end: int) -> bool:
    """Whether a note may stand in this stretch: most pages have none."""
    may_be_named = source.text.find(OF_A_PAGE, start, end) >= 0
    return may_be_named and TURN.search(source.text, start, end) is not None


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
        return line.with_ends(source.line(note.end, line.end).start, line.end)
    return line.with_ends(line.start, source.line(line.start, note.start).end)


def _key(page: str) -> tuple[str, int]:
    """Letter and number of a page, however it is written: A03 and a3."""
    match = NUMBER_OF_PAGE.fullmatch(page)
    return (match["letter"].upper(), int(match["number"])) if match else (page, 0)


def _number(numeral: str) -> int:
    """Read 3, ３, 三 and 十二."""
    if CHINESE_TEN in numeral:
        tens, _, ones = numeral.partition(CHINESE_TEN)
        return 10 * (_number(tens) if tens else 1) + (_number(ones) if ones else 0)
    values = (CHINESE_DIGITS.find(digit) for digit in numeral)
    return int("".join(str(v) if v >= 0 else d for v, d in zip(values, numeral, strict=True)))
