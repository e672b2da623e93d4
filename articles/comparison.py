"""Compare two texts as an editor reads them: paragraph by paragraph, and by the character.

Plain Python: two lists of paragraphs in, rows out. A paragraph break that only one of the texts
has is a change like any other, so a join moves no words.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby

BREAK = "\n"
# Two texts whose lengths multiply to more are compared phrase by phrase: it stays quick.
CHARACTERS_COMPARED = 4_000_000
SENTENCE = re.compile("[^。！？；!?\n]*[。！？；!?\n]+[”’』」）]*|[^。！？；!?\n]+")
SENTENCE_ENDS = re.compile("(?:^|[。！？；!?\n][”’』」）]*)$")
PHRASE_ENDS = frozenset("，。；：、！？,;" + BREAK)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one of the texts; `is_changed` where the other text has not got it."""

    text: str
    is_changed: bool


@dataclass(frozen=True, slots=True)
class Row:
    """Paragraphs of the two texts that answer each other; one side may be empty.

    The ranges are of the numbers of its paragraphs, counted from 0.
    """

    before: tuple[Piece, ...]
    after: tuple[Piece, ...]
    before_numbers: range
    after_numbers: range

    @property
    def is_changed(self) -> bool:
        return any(piece.is_changed for piece in (*self.before, *self.after))


@dataclass(frozen=True, slots=True)
class Step:
    """A stretch that both texts have, or what stands in its place in either of them."""

    is_kept: bool
    before: str
    after: str


def changed_sentences(before: str, after: str) -> list[list[Step]]:
    """The sentences in which two texts differ, each told once, with what went and what came."""
    sentences, sentence = [], []
    for is_kept, old, new in _steps(before, after):
        parts = _sentences(old) if is_kept else [old]
        for part in parts:
            sentence.append(Step(is_kept, part, part if is_kept else new))
            if _ends_sentence(part) and (is_kept or _ends_sentence(new)):
                sentences.append(sentence)
                sentence = []
    sentences.append(sentence)
    return [one for one in sentences if not all(step.is_kept for step in one)]


def compare_texts(before: str, after: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """The pieces of both texts, character by character."""
    sides: tuple[list[Piece], list[Piece]] = ([], [])
    for kept, old, new in _steps(before, after):
        for side, text in zip(sides, (old, new), strict=True):
            if text:
                side.append(Piece(text, not kept))
    return tuple(sides[0]), tuple(sides[1])


def compare_paragraphs(before: Sequence[str], after: Sequence[str]) -> list[Row]:
    """The rows of two texts, in order. Between breaks that both texts have stands one row."""
    rows = []
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for operation, i, j, k, m in matcher.get_opcodes():
        if operation == "equal":
            rows.extend(_same(text, i + n, k + n) for n, text in enumerate(before[i:j]))
        else:
            rows.extend(_changed(before[i:j], after[k:m], i, k))
    return rows


def new_places(before: Sequence[str], after: Sequence[str]) -> list[range]:
    """Where each of the paragraphs before stands after: at several places where it was divided.

    Two that were joined have the same place, and one that is gone has that of the one before it;
    where nothing stood before it, none.
    """
    old, new = ([text.replace(BREAK, " ") for text in side] for side in (before, after))
    places: list[range] = []
    last = range(0)
    for row in compare_paragraphs(old, new):
        last = row.after_numbers or last[-1:]
        places.extend(last for _number in row.before_numbers)
    return places


def changed_characters(before: str, after: str) -> tuple[int, int]:
    """About how many characters went and came: words that only moved count for nothing."""
    old, new = Counter(before), Counter(after)
    return (old - new).total(), (new - old).total()


def _sentences(text):
    return SENTENCE.findall(text)


def _ends_sentence(text):
    """Whether nothing of a sentence is left open; so it is where there is no text at all."""
    return bool(SENTENCE_ENDS.search(text))


def _same(text, before, after):
    pieces = (Piece(text, False),)
    return Row(pieces, pieces, range(before, before + 1), range(after, after + 1))


def _changed(before, after, first_before, first_after) -> Iterator[Row]:
    """The rows of a stretch that differs, cut where both texts begin a paragraph."""
    if not before or not after:
        for n, text in enumerate(before):
            yield Row((Piece(text, True),), (), _at(first_before + n), range(0))
        for n, text in enumerate(after):
            yield Row((), (Piece(text, True),), range(0), _at(first_after + n))
        return
    sides = ([], [])
    starts = [first_before, first_after]
    for kept, old, new in [*_steps(BREAK.join(before), BREAK.join(after)), (True, BREAK, BREAK)]:
        if not kept:
            _add(sides[0], old, True)
            _add(sides[1], new, True)
            continue
        *closed, rest = old.split(BREAK)
        for text in closed:
            for side in sides:
                _add(side, text, False)
            ends = [start + _breaks(side) + 1 for start, side in zip(starts, sides, strict=True)]
            yield Row(
                tuple(sides[0]),
                tuple(sides[1]),
                range(starts[0], ends[0]),
                range(starts[1], ends[1]),
            )
            sides, starts = ([], []), ends
        for side in sides:
            _add(side, rest, False)


def _add(side, text, is_changed):
    if side and side[-1].is_changed == is_changed:
        text = side.pop().text + text
    if text:
        side.append(Piece(text, is_changed))


def _breaks(side):
    return sum(piece.text.count(BREAK) for piece in side)


def _at(number):
    return range(number, number + 1)


def _steps(before: str, after: str) -> list[tuple[bool, str, str]]:
    """(whether it is kept, the old text, the new text), stretch by stretch."""
    start = _common(before, after)
    end = _common(before[start:][::-1], after[start:][::-1])
    old, new = before[start : len(before) - end], after[start : len(after) - end]
    head, tail = before[:start], before[len(before) - end :]
    return _joined([(True, head, head), *_differing(old, new), (True, tail, tail)])


def _common(before, after):
    pairs = enumerate(zip(before, after, strict=False))
    return next((n for n, (a, b) in pairs if a != b), min(len(before), len(after)))


def _differing(old, new):
    if len(old) * len(new) > CHARACTERS_COMPARED:
        old, new = list(_phrases(old)), list(_phrases(new))
    opcodes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    steps = [
        (operation == "equal", "".join(old[i:j]), "".join(new[k:m]))
        for operation, i, j, k, m in opcodes
    ]
    return [
        (kept and not _is_chance(steps, n), before, after)
        for n, (kept, before, after) in enumerate(steps)
    ]


def _is_chance(steps, n):
    """Whether a kept stretch is so short, between such changes, that nobody kept it.

    A break is never left to chance: paragraphs would run into each other.
    """
    if not 0 < n < len(steps) - 1 or BREAK in steps[n][1]:
        return False
    around = [max(len(text) for text in steps[at][1:]) for at in (n - 1, n + 1)]
    return len(steps[n][1]) * 2 <= min(around)


def _phrases(text):
    phrase = ""
    for character in text:
        phrase += character
        if character in PHRASE_ENDS:
            yield phrase
            phrase = ""
    if phrase:
        yield phrase


def _joined(steps):
    """The steps with neighbours of one kind made one."""
    joined = []
    for kept, group in groupby(steps, key=lambda step: step[0]):
        group = list(group)
        old, new = ("".join(step[side] for step in group) for side in (1, 2))
        if old or new:
            joined.append((kept, old, new))
    return joined
