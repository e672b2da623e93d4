"""How alike two stories are, by the runs of characters that they share. Text in, figures out.

A text is reduced to its characters without punctuation and white space, and cut into shingles:
every run of so many of them. Chinese needs no words for this. A sketch is a sample of long
shingles, chosen by their hashes: what one text samples, a copy of it samples too, however it was
cut. So copies are found by equal hashes, and only what was found so is compared in full, by short
shingles.
"""

import re
from difflib import SequenceMatcher
from typing import NamedTuple
from zlib import crc32

SHINGLE = 5
# Longer where candidates are looked for: five characters may be a name that a hundred stories have,
# ten reach into the words round it.
SAMPLED_SHINGLE = 10
# A sketch has this many samples, or up to twice as many: half of a text has half of them.
SAMPLES = 24
# Texts of fewer shingles, a line or so, are too short to tell a copy from chance.
FEWEST = 12
# One shingle in this many, and never fewer: a brief is still found inside a page-long story.
SPARSEST = 64
# Dates further apart than this are a yearly story told again, where a number is another one too.
# A paper reprints within a season; what returns returns by the quarter or the year.
FAR_APART = 90
# Reprints keep their numbers; an editor corrects one or two of them.
NUMBERS_KEPT_FAR = 0.8
NUMBERS_KEPT_NEAR = 0.5
FEW_NUMBERS = 3
# Two cuts of one text have whole sentences in common, and where one goes on the other has nothing;
# at a word that somebody corrected both have a letter or two.
LONG_RUN = 10
CORRECTED = 2
# Letters in the place of others, for one that both texts have.
IN_PLACE = 0.1

_WIDE = re.compile("[０-９Ａ-Ｚａ-ｚ]")
_NO_LETTER = re.compile(r"[\W_]+")
_CHINESE_DIGITS = "〇零一二三四五六七八九十百"
_NUMBER = re.compile(rf"\d+(?:\.\d+)?|(?<=第)[{_CHINESE_DIGITS}]+|[{_CHINESE_DIGITS}]{{4}}(?=年)")
_YEAR = re.compile(rf"(?<!\d)(?:19|20)\d\d(?=年)|[二一][{_CHINESE_DIGITS}]{{3}}(?=年)")


class TextSketch(NamedTuple):
    """Sampled hashes of a text: of its shingles those whose hash is a multiple of `rate`."""

    rate: int
    hashes: frozenset[int]


class Overlap(NamedTuple):
    """`containment` is the share of the shorter text that the longer has; `jaccard` of both."""

    containment: float
    jaccard: float


class Run(NamedTuple):
    text: str
    is_shared: bool


def letters(text: str) -> str:
    """The characters that count: full-width figures and letters as half-width, no punctuation."""
    return _NO_LETTER.sub("", _half_width(text))


def shingles(text: str) -> set[str]:
    """Every run of five letters."""
    kept = letters(text)
    return {kept[at : at + SHINGLE] for at in range(len(kept) - SHINGLE + 1)}


def sketch(text: str) -> TextSketch:
    """A sample of the shingles: about as many of a long text as of a short one.

    Rates are powers of two, so that the samples of a sparse sketch are among those of a dense one.
    A text of a line or less has none.
    """
    kept = letters(text)
    count = len(kept) - SAMPLED_SHINGLE + 1
    if count < FEWEST:
        return TextSketch(1, frozenset())
    rate = min(SPARSEST, 1 << max(0, (count // SAMPLES).bit_length() - 1))
    data = kept.encode("utf-32-le")
    hashes = {crc32(data[at : at + 4 * SAMPLED_SHINGLE]) for at in range(0, 4 * count, 4)}
    return TextSketch(rate, frozenset(one for one in hashes if one % rate == 0))


def overlap(first: set[str], second: set[str]) -> Overlap:
    """Exactly how much two sets of shingles share."""
    if not first or not second:
        return Overlap(0.0, 0.0)
    shared = len(first & second)
    return Overlap(
        shared / min(len(first), len(second)), shared / (len(first) + len(second) - shared)
    )


def share_of_cuts(first: str, second: str) -> float:
    """How much of the shorter text the longer has in long runs, where each only lost something.

    Nothing where one says in its own words what stands between the same runs of the other, as
    stories of one formula do.
    """
    one, other = letters(first), letters(second)
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    runs = [block for block in blocks if block.size >= LONG_RUN]
    shared = sum(run.size for run in runs)
    ends = [(0, 0), *((run.a + run.size, run.b + run.size) for run in runs)]
    begins = [*((run.a, run.b) for run in runs), (len(one), len(other))]
    gaps = (
        min(at - before for at, before in zip(begin, end, strict=True))
        for end, begin in zip(ends, begins, strict=True)
    )
    in_place = sum(gap for gap in gaps if gap > CORRECTED)
    return shared / min(len(one), len(other)) if in_place < shared * IN_PLACE else 0.0


def is_formula(first: str, second: str, days_apart: int) -> bool:
    """Whether alike texts tell of two occasions in the same words, told by their numbers.

    Far apart, another year or more than a fifth of other numbers is enough. Near each other more
    than half must be others: the air of each day is a formula, a corrected reprint is not.
    """
    fewer, more = sorted((numbers(first), numbers(second)), key=len)
    if not fewer:
        return False
    kept = len(fewer & more) / len(fewer)
    if abs(days_apart) <= FAR_APART:
        return len(fewer) >= FEW_NUMBERS and kept < NUMBERS_KEPT_NEAR
    return kept < NUMBERS_KEPT_FAR or bool(_other_years(first, second))


def numbers(text: str) -> set[str]:
    """The numbers of a text: figures, 第十二, 二〇二三年."""
    return set(_NUMBER.findall(_half_width(text)))


def runs(paragraphs: list[str], others: list[str]) -> list[list[Run]]:
    """Each paragraph in runs that the other text has too, wherever it has them, or has not.

    Punctuation goes with the letter before it.
    """
    theirs = shingles("".join(others))
    kept = letters("".join(paragraphs))
    covered = bytearray(len(kept))
    for at in range(len(kept) - SHINGLE + 1):
        if kept[at : at + SHINGLE] in theirs:
            covered[at : at + SHINGLE] = b"\x01" * SHINGLE
    marks = iter(covered)
    is_shared = bool(covered and covered[0])
    shown = []
    for paragraph in paragraphs:
        line: list[Run] = []
        for character in paragraph:
            if not _NO_LETTER.match(character):
                is_shared = bool(next(marks))
            if line and line[-1].is_shared == is_shared:
                line[-1] = Run(line[-1].text + character, is_shared)
            else:
                line.append(Run(character, is_shared))
        shown.append(line)
    return shown


def _half_width(text):
    return _WIDE.sub(lambda wide: chr(ord(wide[0]) - 0xFEE0), text)


def _other_years(first, second):
    """Years that the one with fewer of them names and the other does not."""
    fewer, more = sorted(
        (set(_YEAR.findall(_half_width(text))) for text in (first, second)), key=len
    )
    return fewer - more
