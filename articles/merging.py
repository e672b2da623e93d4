"""Bring two texts together that grew from one: three-way, paragraph by paragraph, then by the word.

Plain Python. `base` is what both began with, `theirs` what is stored now, `mine` what the second
person holds. Nothing is dropped on the way: the stretches of a merge, put one after the other,
are each of the three texts to the last paragraph.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

# A mark of HTML or one character: what words are merged by.
TOKEN = re.compile(r"<[^>]*>|&\w+;|.", re.DOTALL)
# So many characters, untouched by both, keep two changes inside one paragraph apart.
APART = 3
# Two paragraphs less alike are no longer the same one, changed.
ALIKE = 0.4


@dataclass(frozen=True, slots=True)
class Stretch:
    """What stands at one place in each of the three texts."""

    base: tuple[str, ...]
    theirs: tuple[str, ...]
    mine: tuple[str, ...]

    @property
    def is_changed_by_them(self):
        return self.theirs != self.base

    @property
    def is_changed_by_me(self):
        return self.mine != self.base

    @property
    def is_changed(self):
        return self.is_changed_by_them or self.is_changed_by_me

    @property
    def is_conflict(self):
        return self.is_changed_by_them and self.is_changed_by_me and self.theirs != self.mine

    @property
    def both(self):
        """The paragraphs of both sides, those that they share once."""
        return self.theirs + tuple(text for text in self.mine if text not in self.theirs)

    @property
    def proposal(self):
        """What the two changes make together; None where a person has to say."""
        if not self.is_conflict:
            return self.mine if self.is_changed_by_me else self.theirs
        if not len(self.base) == len(self.theirs) == len(self.mine) == 1:
            return None
        words = merge_words(self.base[0], self.theirs[0], self.mine[0])
        return None if words is None else (words,)


def merge_paragraphs(
    base: Sequence[str], theirs: Sequence[str], mine: Sequence[str]
) -> list[Stretch]:
    """The stretches of the three texts, in order."""
    return [
        part
        for stretch in _stretches(base, theirs, mine, apart=1)
        for part in (_paired(stretch) if stretch.is_conflict else [stretch])
    ]


def merge_words(base: str, theirs: str, mine: str) -> str | None:
    """One text with the changes of both sides; None where they touch each other."""
    texts = [TOKEN.findall(text) for text in (base, theirs, mine)]
    merged = []
    for stretch in _stretches(*texts, apart=APART):
        if stretch.is_conflict:
            return None
        merged.extend(stretch.mine if stretch.is_changed_by_me else stretch.theirs)
    return "".join(merged)


def common_base(theirs: Sequence[str], mine: Sequence[str]) -> list[str]:
    """What to take for the base where it is unknown: only what both have."""
    blocks = SequenceMatcher(None, theirs, mine, autojunk=False).get_matching_blocks()
    return [text for start, _mine, size in blocks for text in theirs[start : start + size]]


def _stretches(base, theirs, mine, apart):
    """Cut the three where `apart` and more of the base stand untouched in both others."""
    return _cut(base, theirs, mine, _kept_by_both(base, theirs, mine, apart))


def _cut(base, theirs, mine, runs):
    """The stretches of the three: each text of the runs for itself, and what lies between."""
    texts, at = (base, theirs, mine), (0, 0, 0)
    for run in [*runs, _Kept(*map(len, texts), 0)]:
        starts = (run.base, run.theirs, run.mine)
        gap = [tuple(text[begin:end]) for text, begin, end in zip(texts, at, starts, strict=True)]
        if any(gap):
            yield Stretch(*gap)
        for step in range(run.size):
            row = zip(texts, starts, strict=True)
            yield Stretch(*((text[start + step],) for text, start in row))
        at = tuple(start + run.size for start in starts)


@dataclass(frozen=True, slots=True)
class _Kept:
    """A run of the base that has its own in both other texts, and where."""

    base: int
    theirs: int
    mine: int
    size: int


def _kept_by_both(base, theirs, mine, apart):
    left, right = (
        SequenceMatcher(None, base, other, autojunk=False).get_matching_blocks()
        for other in (theirs, mine)
    )
    i = j = 0
    while i < len(left) and j < len(right):
        begin = max(left[i].a, right[j].a)
        end = min(left[i].a + left[i].size, right[j].a + right[j].size)
        is_edge = begin == 0 or end == len(base)
        if end - begin >= (1 if is_edge else apart):
            yield _Kept(
                begin,
                left[i].b + begin - left[i].a,
                right[j].b + begin - right[j].a,
                end - begin,
            )
        if left[i].a + left[i].size < right[j].a + right[j].size:
            i += 1
        else:
            j += 1


def _paired(stretch):
    """The stretch cut where a paragraph of the base clearly has its own on both sides.

    Two people who changed neighbours of each other did not change the same paragraph.
    """
    left, right = (_counterparts(stretch.base, other) for other in (stretch.theirs, stretch.mine))
    both = [_Kept(at, left[at], right[at], 1) for at in sorted(left.keys() & right.keys())]
    return _cut(stretch.base, stretch.theirs, stretch.mine, both)


def _counterparts(base, other):
    """Where each paragraph of the base stands in the other text, changed: the most alike first.

    Paragraphs keep their order, so what was moved elsewhere is deleted here and new there.
    """
    alike = {}
    for i, one in enumerate(base):
        for j, text in enumerate(other):
            if (likeness := _likeness(one, text)) >= ALIKE:
                alike[i, j] = likeness
    found = {}
    for i, j in sorted(alike, key=lambda pair: (-alike[pair], abs(pair[0] - pair[1]), pair)):
        if all((i < at and j < to) or (i > at and j > to) for at, to in found.items()):
            found[i] = j
    return found


def _likeness(one, other):
    """From 0 to 1; 0 where it would be too little anyway."""
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if one != other and matcher.quick_ratio() < ALIKE:
        return 0
    return matcher.ratio()
