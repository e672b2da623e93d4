"""Learn a fluency model from texts: a newspaper's archive, or what the project ships.

Texts are whole stories, a paragraph on each line. They are read twice, one at a time, so that an
archive of any size fits: once for its words, once for what follows what. Weights are
learnt from breaks made in a sample of paragraphs, each judged by the half of the texts that it is
not of.
"""

import math
import random
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise

import rjieba

from .fluency import PARTS, Model
from .transitions import NAME, PUNCTUATION, Words, plain

# A word of at most two characters that is at least this common is a class of its own.
COMMON_TIMES, COMMON_SHARE = 12, 0.0005
LONGEST = 5
RAREST_WORD = 5
# The dictionary knows words by far more text than any archive; the paper's own weigh more.
TEXT_SIZE_OF_HALF_WEIGHT = 600_000
MOST_RUNS = 1_500_000
KEPT_RUNS = 300_000
SAMPLE = 400
BREAKS = 16_000
MARGIN = 8
LOSSES = (3, 15)
STEPS = 12
CLEAN_FLAGGED = 0.075

Texts = Callable[[], Iterable[str]]


class TooLittleText(ValueError):
    """There are too few whole paragraphs to learn from."""


def train(texts: Texts, words: Words, *, clean_flagged: float = CLEAN_FLAGGED) -> Model:
    """Learn from what `texts()` yields; flag that share of clean breaks."""
    counted = Counter()
    for text in texts():
        counted.update(rjieba.cut(plain(text), False))
    common = _common(counted, words)
    words = _with_own_counts(words, counted)
    halves = [_Counts(words, common), _Counts(words, common)]
    for number, text in enumerate(texts()):
        halves[number % 2].read(text)
    chance = random.Random(0)
    judged = [
        example
        for own, other in (halves, reversed(halves))
        for example in _judged(own.sample, other.model(), chance)
    ]
    if len({is_lossy for _, is_lossy in judged}) < 2:
        raise TooLittleText
    weights = learn_weights(judged)
    clean = sorted(_weigh(weights, parts) for parts, is_lossy in judged if not is_lossy)
    threshold = clean[int(clean_flagged * len(clean))]
    return halves[0].with_other(halves[1]).model(weights, threshold)


def read_dictionary(lines: Iterable[str]) -> Words:
    """The words of a dictionary in jieba's form: word, times, part of speech on each line."""
    counts = {}
    for line in lines:
        word, times, tag = line.rsplit(" ", 2)
        is_han = all("\u4e00" <= character <= "\u9fff" for character in word)
        if is_han and len(word) <= LONGEST and int(times) >= RAREST_WORD:
            counts[word] = (_class_of_tag(tag.strip()), int(times))
    return Words(counts)


def _class_of_tag(tag: str) -> str:
    """The first letter, but for names; words of two kinds go with the kind they act as."""
    if tag in ("nr", "nrt", "nrfg"):
        return NAME
    return {"ns": "ns", "nz": "nz", "nt": "ns", "vn": "vn", "an": "n", "ad": "d", "vd": "d"}.get(
        tag, tag[0]
    )


def _common(counted: Counter, words: Words) -> frozenset[str]:
    least = max(COMMON_TIMES, COMMON_SHARE * counted.total())
    return frozenset(
        word
        for word, times in counted.items()
        if times >= least and len(word) <= 2 and word in words.counts
    )


def _with_own_counts(words: Words, counted: Counter) -> Words:
    size = counted.total() or 1
    weight = size / (size + TEXT_SIZE_OF_HALF_WEIGHT)
    every = sum(times for _, times in words.counts.values())
    return Words(
        {
            word: (kind, round(times + counted[word] * every * weight / size))
            for word, (kind, times) in words.counts.items()
        }
    )


class _Counts:
    """What one part of the texts shows."""

    def __init__(self, words: Words, common: frozenset[str]) -> None:
        self.words, self.common = words, common
        self.classes: Counter = Counter()
        self.pairs: dict[str, Counter] = defaultdict(Counter)
        self.runs: Counter = Counter()
        self.sample: list[str] = []
        self._read = 0
        self._chance = random.Random(1)

    def read(self, text: str) -> None:
        for paragraph in text.splitlines():
            self._count(plain(paragraph))
            if len(paragraph) >= 5 * MARGIN:
                self._choose(paragraph)
        if len(self.runs) > MOST_RUNS:
            self.runs = Counter({run: times for run, times in self.runs.items() if times > 1})

    def _count(self, text: str) -> None:
        kinds = [self.words.class_of(word, self.common) for word in rjieba.cut(text, False)]
        self.classes.update(kinds)
        for one, other in pairwise(kinds):
            self.pairs[one][other] += 1
        for size in (1, 2, 3):
            self.runs.update(text[place : place + size] for place in range(len(text) - size + 1))

    def _choose(self, paragraph: str) -> None:
        """Keep each paragraph with the same chance, without knowing how many there will be."""
        self._read += 1
        if len(self.sample) < SAMPLE:
            self.sample.append(paragraph)
        elif (place := self._chance.randrange(self._read)) < SAMPLE:
            self.sample[place] = paragraph

    def with_other(self, other: "_Counts") -> "_Counts":
        both = _Counts(self.words, self.common)
        both.classes = self.classes + other.classes
        both.runs = self.runs + other.runs
        for one in {**self.pairs, **other.pairs}:
            both.pairs[one] = self.pairs[one] + other.pairs[one]
        return both

    def model(self, weights: Sequence[float] = (), threshold: float = 0.0) -> Model:
        kinds = {self.words.class_of(word, self.common) for word in self.words.counts}
        kinds |= {f"={mark}" for mark in PUNCTUATION} | set(self.classes)
        every = self.classes.total() + 0.5 * len(kinds)
        return Model(
            words=self.words,
            common=self.common,
            classes={kind: (self.classes[kind] + 0.5) / every for kind in kinds},
            pairs=self.pairs,
            runs=dict(self.runs.most_common(KEPT_RUNS)),
            weights=tuple(weights) or (0.0,) * len(PARTS),
            threshold=threshold,
        )


Example = tuple[tuple[float, ...], bool]


def _judged(paragraphs: list[str], model: Model, chance: random.Random) -> Iterator[Example]:
    """The parts of the evidence for breaks in these paragraphs, and whether text was lost."""
    size = sum(len(paragraph) for paragraph in paragraphs) or 1
    for paragraph in paragraphs:
        for place in range(MARGIN, len(paragraph) - MARGIN):
            if chance.random() > BREAKS / 4 / size:
                continue
            before = paragraph[:place]
            if before[-1] == "。":
                continue
            lost = chance.randint(*LOSSES)
            for after in (paragraph[place:], paragraph[place + lost :]):
                if len(after) >= MARGIN:
                    parts = model.parts(before, after, f"{before}\n{after}")
                    yield parts, after != paragraph[place:]


def _weigh(weights: Sequence[float], parts: Sequence[float]) -> float:
    return sum(weight * part for weight, part in zip(weights, parts, strict=True))


def learn_weights(examples: Sequence[Example]) -> list[float]:
    """Logistic regression by Newton's method, held back a little (ridge).

    Each example is its parts, and whether the weights shall count against them.
    """
    size = len(examples[0][0])
    weights = [0.0] * size
    for _ in range(STEPS):
        slope = [-weight for weight in weights]
        bend = [[float(row == column) for column in range(size)] for row in range(size)]
        for parts, is_lossy in examples:
            likely = 1 / (1 + math.exp(-max(-30.0, min(30.0, _weigh(weights, parts)))))
            error, spread = (not is_lossy) - likely, likely * (1 - likely)
            for row, part in enumerate(parts):
                if part:
                    slope[row] += error * part
                    line, scaled = bend[row], spread * part
                    for column in range(row + 1):
                        line[column] += scaled * parts[column]
        for row in range(size):
            for column in range(row):
                bend[column][row] = bend[row][column]
        change = _solved(bend, slope)
        weights = [weight + step for weight, step in zip(weights, change, strict=True)]
        if max(map(abs, change)) < 1e-3:
            break
    return weights


def _solved(matrix: list[list[float]], right: list[float]) -> list[float]:
    """The solution of a symmetric positive system of equations, by elimination."""
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    size = len(rows)
    for pivot in range(size):
        for row in range(pivot + 1, size):
            factor = rows[row][pivot] / rows[pivot][pivot]
            for column in range(pivot, size + 1):
                rows[row][column] -= factor * rows[pivot][column]
    found = [0.0] * size
    for row in reversed(range(size)):
        known = sum(rows[row][column] * found[column] for column in range(row + 1, size))
        found[row] = (rows[row][size] - known) / rows[row][row]
    return found
