"""Rejoin the fragments that the print columns broke, and say what is doubtful in it.

A fragment is a block of lines between blank ones. It goes on in the next fragment when it
does not end as a paragraph ends; whether text was lost at the break is judged by the words
on both sides of it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import rjieba

from .bylines import is_byline
from .doubts import round_lost_character
from .facts import Edit, Join, Paragraph, PrintedDoubt, SourceRange
from .lexicon import (
    CHINESE_DIGITS,
    CHINESE_TEN,
    CLAUSE_MARKS,
    FINAL_MARKS,
    FUNCTION_CHARACTERS,
    MARK_FORMS,
    MARK_PAIRS,
    NEVER_FIRST,
)
from .names import HAN
from .source import Line, Source

SUBHEAD = re.compile(r"#{3,6}\s+(?=\S)")
LATIN_LETTER = re.compile(r"[A-Za-z]")
HAN_BEFORE = re.compile(rf"{HAN}{{0,8}}$")
HAN_AFTER = re.compile(rf"{HAN}{{0,8}}")
ENUMERATOR = re.compile(rf"(?<![\w(（])[0-9{CHINESE_DIGITS}{CHINESE_TEN}]{{1,3}}[)）]")
MARKS = re.compile(f"[{re.escape(''.join(MARK_PAIRS) + ''.join(MARK_PAIRS.values()))}]")
OPENERS = {closer: opener for opener, closer in MARK_PAIRS.items()}
CONTEXT = 20

SUBHEAD_MARK = "subhead mark"
LINE_BREAK = "line break inside a fragment"


@dataclass(frozen=True, slots=True)
class Rejoined:
    paragraphs: tuple[Paragraph, ...]
    doubts: tuple[PrintedDoubt, ...]
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class _Fragment:
    """Lines that belong together. One that stands alone is joined to no other."""

    lines: tuple[Line, ...]
    stands_alone: bool = False
    is_subhead: bool = False

    @property
    def start(self) -> int:
        return self.lines[0].start

    @property
    def end(self) -> int:
        return self.lines[-1].end


class _Draft:
    """A paragraph while its fragments are put together, with the marks still open in it."""

    def __init__(self, fragment: _Fragment, text: str) -> None:
        self.fragments = [fragment]
        self.texts = [text]
        self.joins: list[Join] = []
        self.length = len(text)
        self.unmatched, self.open = _unmatched_marks(text)

    def reason_to_join(self, fragment: _Fragment, text: str) -> str:
        last = self.fragments[-1]
        if last.stands_alone or fragment.stands_alone:
            return ""
        if text[0] in NEVER_FIRST:
            return "the next fragment begins with a mark that begins no sentence"
        if self.open:
            closers, _ = _unmatched_marks(text)
            if closers and closers[0] == MARK_PAIRS[self.open[-1]]:
                return "a quotation or bracket is still open"
        if self.texts[-1][-1] in FINAL_MARKS:
            return ""
        if self.texts[-1][-1] in CLAUSE_MARKS:
            return "the sentence goes on after a comma"
        return "the sentence is not finished"

    def join(self, fragment: _Fragment, text: str, reason: str) -> None:
        before = self.texts[-1]
        glue = _glue(before, text)
        self.joins.append(
            Join(
                before=before[-CONTEXT:],
                after=text[:CONTEXT],
                offset=self.length + len(glue),
                reason=reason,
                is_doubtful=is_doubtful(before, text),
            )
        )
        closers, openers = _unmatched_marks(text)
        while closers and self.open and closers[0] == MARK_PAIRS[self.open[-1]]:
            closers = closers[1:]
            self.open.pop()
        self.unmatched += closers
        self.open += openers
        self.fragments.append(fragment)
        self.texts[-1] += glue
        self.texts.append(text)
        self.length += len(glue) + len(text)


def rejoin(source: Source, lines: Sequence[Line]) -> Rejoined:
    """The paragraphs of a story, each from one fragment or more."""
    drafts: list[_Draft] = []
    edits: list[Edit] = []
    may_go_on = False
    for fragment in _fragments(source, lines):
        if fragment is None:
            may_go_on = False
            continue
        text, fragment_edits = _read(source, fragment)
        edits += fragment_edits
        reason = drafts[-1].reason_to_join(fragment, text) if may_go_on else ""
        if reason:
            drafts[-1].join(fragment, text, reason)
        else:
            drafts.append(_Draft(fragment, text))
        may_go_on = True
    doubts = [
        doubt for number, draft in enumerate(drafts) for doubt in _doubts(source, draft, number)
    ]
    paragraphs = tuple(_paragraph(source, draft) for draft in drafts)
    return Rejoined(paragraphs, tuple(doubts), tuple(edits))


def is_doubtful(before: str, after: str) -> bool:
    """Whether a lone character that is no function word stands before the break.

    Nothing was lost when a word of the language runs across the break.
    """
    left = HAN_BEFORE.search(before[-CONTEXT:])[0]
    right = HAN_AFTER.match(after)[0]
    end = 0
    for token in rjieba.cut(left + right, False):
        end += len(token)
        if end >= len(left):
            runs_across = end > len(left)
            return not runs_across and len(token) == 1 and token not in FUNCTION_CHARACTERS
    return False


def _fragments(source: Source, lines: Sequence[Line]) -> Iterator[_Fragment | None]:
    """The fragments in order, and None for each barrier."""
    block: list[Line] = []
    for line in lines:
        is_subhead = bool(SUBHEAD.match(source.text, line.start, line.end))
        stands_alone = is_subhead or (not line.is_blank and is_byline(source, line))
        if block and (line.is_blank or line.is_indented or stands_alone):
            yield _Fragment(tuple(block))
            block = []
        if line.is_barrier:
            yield None
        elif stands_alone:
            yield _Fragment((line,), stands_alone, is_subhead)
        elif not line.is_blank:
            block.append(line)
    if block:
        yield _Fragment(tuple(block))


def _read(source: Source, fragment: _Fragment) -> tuple[str, list[Edit]]:
    """The text of a fragment on one line, without the mark of a subhead."""
    mark = SUBHEAD.match(source.text, fragment.start, fragment.end)
    if fragment.is_subhead and mark:
        edit = source.edit(SUBHEAD_MARK, mark.start(), mark.end())
        return source.text[mark.end() : fragment.end], [edit]
    text = ""
    edits = []
    for before, line in zip((None, *fragment.lines), fragment.lines, strict=False):
        printed = source.cut(line)
        if before:
            glue = _glue(text, printed)
            text += glue
            edits.append(source.edit(LINE_BREAK, before.end, line.start, glue))
        text += printed
    return text, edits


def _glue(before: str, after: str) -> str:
    """Words in Latin letters keep a space where the line broke; Chinese needs none."""
    return " " if LATIN_LETTER.match(before[-1]) and LATIN_LETTER.match(after[0]) else ""


def _unmatched_marks(text: str) -> tuple[list[str], list[str]]:
    """Closing marks that nothing opened, then opening marks that nothing closed."""
    closers: list[str] = []
    openers: list[str] = []
    for match in MARKS.finditer(ENUMERATOR.sub("", text).translate(MARK_FORMS)):
        mark = match[0]
        if mark in MARK_PAIRS:
            openers.append(mark)
        elif openers and openers[-1] == OPENERS[mark]:
            openers.pop()
        else:
            closers.append(mark)
    return closers, openers


def _paragraph(source: Source, draft: _Draft) -> Paragraph:
    return Paragraph(
        text="".join(draft.texts),
        is_subhead=draft.fragments[0].is_subhead,
        sources=tuple(_place(source, fragment) for fragment in draft.fragments),
        joins=tuple(draft.joins),
    )


def _place(source: Source, fragment: _Fragment) -> SourceRange:
    mark = SUBHEAD.match(source.text, fragment.start, fragment.end)
    return source.range(mark.end() if mark else fragment.start, fragment.end)


def _doubts(source: Source, draft: _Draft, number: int) -> Iterator[PrintedDoubt]:
    text = "".join(draft.texts)
    for join, before, after in zip(draft.joins, draft.fragments, draft.fragments[1:], strict=False):
        if join.is_doubtful:
            place = source.range(before.end - 1, after.start + 1)
            yield PrintedDoubt("doubtful_join", join.before + join.after, number, place)
    whole = source.range(draft.fragments[0].start, draft.fragments[-1].end)
    if draft.unmatched or draft.open:
        yield PrintedDoubt("unbalanced", "".join(draft.unmatched + draft.open), number, whole)
    if not draft.fragments[-1].is_subhead and text[-1] not in FINAL_MARKS:
        yield PrintedDoubt("unfinished", text[-CONTEXT:], number, whole)
    lost = round_lost_character(text)
    if lost:
        yield PrintedDoubt("replacement_character", lost, number, whole)
