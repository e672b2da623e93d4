"""Take the byline off a story: who wrote it, took its pictures or sent it in.

Print spells it many ways, "记者 王丽 文/图", "（通讯员 王丽 张晓华）" and "文/王丽 图/张晓华"
among them. A line with a word in it that is neither a name nor one of the words of a byline
is none, and stays in the text, where an editor sees it.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from .facts import Edit, PrintedByline
from .lexicon import (
    CAPACITIES,
    CAPACITIES_OF_BODIES,
    CLOSING_MARKS,
    CONTRIBUTIONS,
    DEFAULT_CONTRIBUTIONS,
    EDITING_CAPACITIES,
    GLUED_CONTRIBUTION,
    NOT_NAMES,
    PICTURES,
    REPORTING_WORD,
    SENTENCE_ENDS,
)
from .names import HAN, is_dictionary_word, is_name_shaped, surname_length
from .source import Line, Source

LONGEST = 80
SEPARATORS = r"\s/／、,，:：|丨"
PAIRED = "|".join(re.escape(word) for word in CONTRIBUTIONS if re.search(rf"[{SEPARATORS}]", word))
PAIR = rf"(?:{PAIRED})(?!{HAN})"
WORD = re.compile(rf"{PAIR}|[^{SEPARATORS}]+?(?={PAIR}|[{SEPARATORS}]|$)")
CAPACITY = re.compile("|".join(CAPACITIES))
CAPACITY_OF_A_BODY = re.compile(rf"{HAN}{{2,12}}(?:{'|'.join(CAPACITIES_OF_BODIES)})")
CLOSING_CONTRIBUTION = re.compile(
    f"(?:{'|'.join(re.escape(word) for word in CONTRIBUTIONS if len(word) > 1)}"
    f"|{GLUED_CONTRIBUTION})$"
)
BRACKETS = re.compile(r"[(（【](?P<inner>[^()（）【】]*)[)）】]")
REPORTING = re.compile(
    rf"(?P<inner>(?:{'|'.join(CAPACITIES)})[^，。,;；:：\r\n]{{2,40}}?{REPORTING_WORD})[，,:：\s]"
)
SENTENCE_END = re.compile(rf"[{SENTENCE_ENDS}]")
CREDIT_BREAK = re.compile(rf"(?<=[{SENTENCE_ENDS}\s”’）)])(?=\S)|(?=[(（])")

BYLINE_WORDS = "byline words"
REPEATED_NAME = "name repeated in a byline"


@dataclass(frozen=True, slots=True)
class _Word:
    kind: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Taken:
    """The bylines found, the lines of the story without them, and the edits made."""

    bylines: tuple[PrintedByline, ...]
    lines: tuple[Line, ...]
    edits: tuple[Edit, ...]


def take_closing_bylines(source: Source, lines: Sequence[Line]) -> Taken:
    """Bylines at the end: whole lines, then what follows the last sentence of the text."""
    left = list(lines)
    pieces: list[Line] = []
    for number in reversed(range(len(left))):
        line = left[number]
        if line.is_blank:
            continue
        piece = line if is_byline(source, line) else _tail(source, line)
        if piece:
            pieces.insert(0, piece)
            left[number] = replace(line, end=source.line(line.start, piece.start).end)
        if left[number].end > line.start:
            break
    return _take(source, pieces, left)


def take_opening_bylines(source: Source, lines: Sequence[Line]) -> Taken:
    """Bylines at the beginning: whole lines, or words before the first sentence."""
    left = list(lines)
    pieces: list[Line] = []
    for number, line in enumerate(left):
        if line.is_blank:
            continue
        piece = line if is_byline(source, line) else _head(source, line)
        if piece:
            pieces.append(piece)
            left[number] = replace(line, start=source.line(piece.end, line.end).start)
        if left[number].start < line.end:
            break
    return _take(source, pieces, left)


def merge_repeated(
    source: Source, bylines: Iterable[PrintedByline]
) -> tuple[tuple[PrintedByline, ...], tuple[Edit, ...]]:
    """One byline for each person: a name printed twice keeps the contributions of both."""
    merged: dict[str, PrintedByline] = {}
    edits = []
    for byline in bylines:
        first = merged.setdefault(byline.name, byline)
        if first is byline:
            continue
        both = dict.fromkeys((*first.contributions, *byline.contributions))
        merged[byline.name] = replace(first, contributions=tuple(both))
        edits.append(source.edit(REPEATED_NAME, byline.source.start, byline.source.end))
    return tuple(merged.values()), tuple(edits)


def is_byline(source: Source, line: Line) -> bool:
    return bool(read_byline(source, line))


def read_byline(source: Source, line: Line) -> tuple[PrintedByline, ...]:
    """The people of a byline; empty when any word in it does not belong to one."""
    if line.end - line.start > LONGEST:
        return ()
    bracketed = BRACKETS.fullmatch(source.text, line.start, line.end)
    start, end = bracketed.span("inner") if bracketed else (line.start, line.end)
    words = _words(source, start, end)
    kinds = {word.kind for word in words}
    if "name" not in kinds or "" in kinds:
        return ()
    if kinds == {"name"} and not (bracketed and _are_surely_names(words)):
        return ()
    return tuple(_assign(source, words))


def split_credit(source: Source, caption: Line) -> tuple[Line, Line]:
    """A picture's caption without its credit, and the names in the credit."""
    for start in _credit_starts(source, caption):
        piece = source.line(start, caption.end)
        people = read_byline(source, piece)
        if people and any(PICTURES in person.contributions for person in people):
            credit = source.line(people[0].source.start, people[-1].source.end)
            return source.line(caption.start, start), credit
    return caption, Line(caption.end, caption.end)


def _take(source: Source, pieces: list[Line], left: list[Line]) -> Taken:
    bylines: list[PrintedByline] = []
    edits: list[Edit] = []
    for piece in pieces:
        found = read_byline(source, piece)
        kept = [(byline.source.start, byline.source.end) for byline in found]
        around = source.edits_around(BYLINE_WORDS, piece.start, piece.end, kept)
        bylines += found
        edits += [edit for edit in around if edit.removed.strip()]
    return Taken(tuple(bylines), tuple(left), tuple(edits))


def _tail(source: Source, line: Line) -> Line | None:
    """What follows the last sentence of a line, when it is a byline."""
    first = max(line.start, line.end - LONGEST)
    ends = [match.end() for match in SENTENCE_END.finditer(source.text, first, line.end)]
    if not ends:
        return None
    start = ends[-1]
    while start < line.end and source.text[start] in CLOSING_MARKS:
        start += 1
    piece = source.line(start, line.end)
    return piece if is_byline(source, piece) else None


def _head(source: Source, line: Line) -> Line | None:
    """Brackets at the beginning of a line, or 记者 … 报道, when they are a byline."""
    last = min(line.end, line.start + LONGEST)
    for pattern in (BRACKETS, REPORTING):
        match = pattern.match(source.text, line.start, last)
        if match and is_byline(source, source.line(*match.span("inner"))):
            return source.line(*match.span())
    return None


def _credit_starts(source: Source, caption: Line) -> list[int]:
    """Where a credit may begin: the whole caption, or after a sentence, a space or a bracket."""
    first = max(caption.start, caption.end - LONGEST)
    breaks = CREDIT_BREAK.finditer(source.text, first, caption.end)
    return [caption.start, *(match.start() for match in breaks)]


def _words(source: Source, start: int, end: int) -> list[_Word]:
    words: list[_Word] = []
    for match in WORD.finditer(source.text, start, end):
        for word in _split(match[0], match.start()):
            before = words[-1] if words else None
            if before and before.kind == "" and _is_padded_name(before.text + word.text):
                words[-1] = _Word("name", before.text + word.text, before.start, word.end)
            else:
                words.append(word)
    return words


def _split(text: str, start: int) -> list[_Word]:
    """Read a word that may hold 记者 before a name and 摄 after it without a space."""
    if text in CONTRIBUTIONS:
        return [_Word("contribution", text, start, start + len(text))]
    capacity = CAPACITY.match(text)
    if capacity:
        head = _Word("capacity", capacity[0], start, start + capacity.end())
        return [head, *_split(text[capacity.end() :], head.end)] if head.text != text else [head]
    if CAPACITY_OF_A_BODY.fullmatch(text):
        return [_Word("capacity", text, start, start + len(text))]
    closing = CLOSING_CONTRIBUTION.search(text)
    if closing and closing.start():
        middle = start + closing.start()
        return [*_split(text[: closing.start()], start), *_split(closing[0], middle)]
    kind = "name" if is_name_shaped(text) else ""
    return [_Word(kind, text, start, start + len(text))]


def _is_padded_name(text: str) -> bool:
    return len(text) == 2 and surname_length(text) == 1


def _are_surely_names(words: list[_Word]) -> bool:
    return not any(word.text in NOT_NAMES or is_dictionary_word(word.text) for word in words)


def _assign(source: Source, words: list[_Word]) -> list[PrintedByline]:
    """Give each name the capacity before it, and the contribution printed with it.

    A contribution before any name governs the names after it, up to the next one;
    a contribution after names governs those.
    """
    people: list[PrintedByline] = []
    waiting = 0
    capacity = ""
    leading: tuple[str, ...] = ()
    for word in words:
        if word.kind == "capacity":
            capacity = word.text
        elif word.kind == "contribution":
            printed = CONTRIBUTIONS[word.text]
            if leading or waiting == len(people):
                leading = printed
            else:
                people[waiting:] = [replace(one, contributions=printed) for one in people[waiting:]]
            waiting = len(people)
        else:
            contributions = () if capacity in EDITING_CAPACITIES else DEFAULT_CONTRIBUTIONS
            place = source.range(word.start, word.end)
            people.append(PrintedByline(word.text, capacity, leading or contributions, place))
    return people
