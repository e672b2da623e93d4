"""Judge whether one text goes on in another, or something between them was lost.

A break is judged twice over: how likely both sides are as one text, and how likely each is
as a text that was cut at any character. The first comes from words (a lattice of all ways to
divide the text into words, with the classes of words that follow each other) and from short runs
of characters; a few plain facts of the joint are weighed with them. Everything is learnt by
`fluency_training` from texts, and kept in one file.
"""

import gzip
import json
import math
import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import rjieba

from .lexicon import FUNCTION_CHARACTERS, SURNAMES

DEFAULT_PATH = Path(__file__).with_name("fluency.json.gz")

NUMBER, LATIN, OTHER, NAME = "M", "L", "x", "nr"
NUMERAL = re.compile(r"[0-9０-９]+(?:[.．,:：][0-9０-９]+)*%?|%")
LETTERS = re.compile(r"[A-Za-zＡ-Ｚａ-ｚ]+")
ONE_FORM = str.maketrans(
    {",": "，", ";": "；", ":": "：", "(": "（", ")": "）", "!": "！", "?": "？"}
)
PUNCTUATION = frozenset("，。、；：！？（）“”‘’《》—…·")
HAN_END = re.compile(r"[\u4e00-\u9fff]{0,8}$")
HAN_START = re.compile(r"[\u4e00-\u9fff]{0,8}")
DIGITS_MEET = re.compile(r"[0-9][.,:：]?\n[.,:：]?[0-9]")
BREAK = "\n"
FULL_STOP = "。"
OF_NUMBERS = "0123456789.,:："
BARE_NUMBER = re.compile(r"[0-9][.]?$")
# What a number in figures goes on with: a unit, a mark, more of the number.
AFTER_NUMBER = re.compile(
    r"[0-9.,，。、；;：:!！?？)）”》\-—~～至到×/%％‰余多几来个第年月日时分秒点周天届期号楼层栋座间室户家口人名位员岁"
    r"只头匹条根支枝张件项份套台架辆艘列次回场遍轮批组对双群排串块片段幅本册部篇页章节首封元角万亿千百十"
    r"斤克吨里米尺寸亩公平立厘毫升度瓦伏倍成折级等类种款路线站处所门科课道面股粒颗棵株朵盆盏把枚袋箱包瓶"
    r"盒桶杯碗盘桌席餐篮筐车船趟步刻小k-zA-Z+＋+℃°]"
)
CLASH = re.compile(
    r"[，,、；;：:（(“《]\n[，,。、；;：:！？!?]|[的了地得]\n[的了地得们]|[。！？；;，,、“]\n[的了们性化]"
)

WIDE, NARROW = 5, 2
LONGEST_WORD = 5
UNKNOWN = 1e-9
UNSEEN_NAMES = 0.3
SMOOTHING = 60.0
# The parts of the evidence, in the order of a model's weights.
PARTS = (
    "words wide",
    "words narrow",
    "characters",
    "word across",
    "long word across",
    "seen before",
    "number across",
    "lone before",
    "lone after",
    "part before",
    "part after",
    "mark before",
    "mark after",
    "classes",
    "number without unit",
    "clash",
    "constant",
)


def plain(text: str) -> str:
    """The text with each number as 0, each Latin word as A, and marks in one width."""
    return LETTERS.sub("A", NUMERAL.sub("0", text)).translate(ONE_FORM)


@dataclass(frozen=True)
class Words:
    """The words of the language: class and number of times, as the dictionary counts them."""

    counts: Mapping[str, tuple[str, int]]

    def class_of(self, word: str, common: frozenset[str]) -> str:
        if word in common or word in PUNCTUATION:
            return "=" + word
        if word == "0":
            return NUMBER
        if word == "A":
            return LATIN
        return self.counts[word][0] if word in self.counts else OTHER


@dataclass(frozen=True)
class Model:
    """What was learnt: classes that follow each other, runs of characters, and weights.

    `common` are words that are a class of their own. `runs` counts one, two and three
    characters in a row. A break whose evidence lies below `threshold` is suspicious.
    """

    words: Words
    common: frozenset[str]
    classes: Mapping[str, float]
    pairs: Mapping[str, Mapping[str, int]]
    runs: Mapping[str, int]
    weights: tuple[float, ...]
    threshold: float
    _known: dict = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_lattice", Lattice(self))
        object.__setattr__(self, "_characters", Characters(self.runs))

    def is_suspicious(self, before: str, after: str, around: str = "") -> bool:
        """Whether something may have been lost between the two."""
        return self.evidence(before, after, around) < self.threshold

    def evidence(self, before: str, after: str, around: str = "") -> float:
        """How much speaks for `after` going on where `before` ends; nothing lost above 0.

        `around` is the text of the story: what is printed elsewhere too is no accident.
        """
        parts = self.parts(before, after, around)
        return sum(weight * part for weight, part in zip(self.weights, parts, strict=True))

    def opening(self, text: str) -> float:
        """How much likelier it is that a sentence opens so than that a cut text does."""
        return self._lattice.gain(FULL_STOP, plain(text[:24])[:WIDE])

    def parts(self, before: str, after: str, around: str = "") -> tuple[float, ...]:
        left, right = plain(before[-24:]), plain(after[:24])
        numbers = bool(DIGITS_MEET.search(before[-2:] + BREAK + after[:2]))
        if numbers:
            left = plain(before[-24:].rstrip(OF_NUMBERS)) + "0"
            right = plain(after[:24].lstrip(OF_NUMBERS))
        wide = self._lattice.gain(left[-WIDE:], right[:WIDE])
        narrow = self._lattice.gain(left[-NARROW:], right[:NARROW])
        across, last, first = _tokens_at(before, after)
        return (
            wide,
            narrow,
            self._characters.gain(left[-2:], right[:2]),
            float(across > 1),
            float(across > 2),
            _seen(before, after, around),
            float(numbers),
            float(len(last) == 1 and last not in FUNCTION_CHARACTERS),
            float(len(first) == 1 and first not in FUNCTION_CHARACTERS),
            self._lattice.share_as_start(last),
            self._lattice.share_as_end(first),
            float(not last),
            float(not first),
            self._lattice.fit(last, first),
            float(bool(BARE_NUMBER.search(before) and not AFTER_NUMBER.match(after))),
            float(bool(CLASH.search(before[-2:] + BREAK + after[:2]))),
            1.0,
        )


class Lattice:
    """All ways to divide a short text into words, with their probabilities summed up."""

    def __init__(self, model: Model) -> None:
        self.starts = model.classes
        self.pairs = model.pairs
        self.totals = {one: sum(row.values()) for one, row in model.pairs.items()}
        self.following: dict[tuple[str, str], float] = {}
        self._read_words(model)

    def _read_words(self, model: Model) -> None:
        sizes: dict[str, float] = defaultdict(float)
        kinds = {word: model.words.class_of(word, model.common) for word in model.words.counts}
        for word, (_, count) in model.words.counts.items():
            sizes[kinds[word]] += count
        self.words = {
            word: (kinds[word], count / sizes[kinds[word]])
            for word, (_, count) in model.words.counts.items()
        }
        for mark in PUNCTUATION:
            self.words[mark] = ("=" + mark, 1.0)
        self.words["0"], self.words["A"] = (NUMBER, 1.0), (LATIN, 1.0)
        self.beginnings: dict[str, float] = defaultdict(float)
        self.endings: dict[str, float] = defaultdict(float)
        self.alone: dict[str, float] = {}
        surnames: dict[str, float] = defaultdict(float)
        given: dict[str, float] = defaultdict(float)
        for word, (kind, share) in self.words.items():
            chance = share * self.starts.get(kind, UNKNOWN)
            self.alone[word] = chance
            for place in range(1, len(word)):
                self.beginnings[word[:place]] += chance
                self.endings[word[place:]] += chance
            if kind == NAME and 1 < len(word) < 4 and word[0] in SURNAMES:
                surnames[word[0]] += math.sqrt(share)
                for character in word[1:]:
                    given[character] += math.sqrt(share)
        self._read_names(surnames, given)

    def _read_names(self, surnames: Mapping[str, float], given: Mapping[str, float]) -> None:
        every, all_given = sum(surnames.values()) or 1.0, sum(given.values()) or 1.0
        self.surnames = {one: (surnames.get(one, 0.0) / every) + 1e-4 for one in SURNAMES}
        self.given = {one: share / all_given for one, share in given.items()}

    def gain(self, left: str, right: str) -> float:
        """The logarithm of how much likelier the two are together than apart."""
        if not left or not right:
            return 0.0
        together, apart = self._sum(left + right, len(left))
        after, _ = self._sum(right, 0)
        return max(-12.0, min(12.0, together - apart - after))

    def fit(self, last: str, first: str) -> float:
        """How much likelier words of these classes are in a row than each for itself."""
        kinds = [self.words[word][0] for word in (last, first) if word in self.words]
        if len(kinds) < 2 or kinds[1] not in self.starts:
            return 0.0
        return math.log(self._follows(*kinds) / self.starts[kinds[1]])

    def share_as_start(self, word: str) -> float:
        """How often a text of these characters goes on to a longer word, as a logarithm."""
        return self._share(word, self.beginnings)

    def share_as_end(self, word: str) -> float:
        return self._share(word, self.endings)

    def _share(self, word: str, parts: Mapping[str, float]) -> float:
        if not word:
            return 0.0
        return math.log((parts.get(word, 0.0) + 1e-7) / (self.alone.get(word, 0.0) + 1e-7))

    def _sum(self, text: str, place: int) -> tuple[float, float]:
        """The logarithms for the whole text, and for its part before `place` as a cut text."""
        size = len(text)
        ways: list[dict[str, float]] = [{} for _ in range(size + 1)]
        whole = part = 0.0
        for start in range(size):
            before = ways[start]
            reached = 1.0 if start == 0 else sum(before.values())
            if not reached:
                continue
            for end in range(start + 1, min(size, start + LONGEST_WORD) + 1):
                piece = text[start:end]
                kind, chance = self._word(piece)
                if end == place:
                    part += reached * self._beginning(piece)
                if end == size:
                    whole += reached * self._beginning(piece)
                if start == 0 and (ending := self._ending(piece)):
                    ways[end][OTHER] = ways[end].get(OTHER, 0.0) + ending
                if not chance:
                    continue
                if start == 0:
                    ways[end][kind] = ways[end].get(kind, 0.0) + chance * self.starts.get(
                        kind, UNKNOWN
                    )
                else:
                    total = sum(likely * self._follows(one, kind) for one, likely in before.items())
                    ways[end][kind] = ways[end].get(kind, 0.0) + total * chance
        whole += sum(ways[size].values())
        part += sum(ways[place].values()) if place else 0.0
        return math.log(whole or 1e-300), math.log(part or 1e-300)

    def _word(self, piece: str) -> tuple[str, float]:
        known = self.words.get(piece)
        if known:
            return known
        size = len(piece)
        if size == 1:
            return OTHER, UNKNOWN
        if size < 4 and piece[0] in self.surnames:
            chance = UNSEEN_NAMES * self.surnames[piece[0]] * (0.2 if size == 2 else 0.8)
            for character in piece[1:]:
                chance *= self.given.get(character, 0.0)
            return NAME, chance
        return OTHER, 0.0

    def _beginning(self, piece: str) -> float:
        chance = self.beginnings.get(piece, 0.0)
        if piece[0] in self.surnames and len(piece) < 3:
            name = UNSEEN_NAMES * self.surnames[piece[0]] * self.starts.get(NAME, UNKNOWN)
            if len(piece) == 2:
                name *= self.given.get(piece[1], 0.0) * 0.8
            chance += name
        return chance

    def _ending(self, piece: str) -> float:
        chance = self.endings.get(piece, 0.0)
        if len(piece) < 3:
            name = UNSEEN_NAMES * self.starts.get(NAME, UNKNOWN)
            for character in piece:
                name *= self.given.get(character, 0.0)
            chance += name
        return chance

    def _follows(self, one: str, other: str) -> float:
        known = self.following.get((one, other))
        if known is None:
            row = self.pairs.get(one, {})
            likely = SMOOTHING * self.starts.get(other, UNKNOWN)
            known = (row.get(other, 0) + likely) / (self.totals.get(one, 0) + SMOOTHING)
            self.following[one, other] = known
        return known


class Characters:
    """How much likelier a character is after two others than anywhere, by counted runs."""

    def __init__(self, runs: Mapping[str, int]) -> None:
        self.runs = runs
        self.total = sum(count for run, count in runs.items() if len(run) == 1) or 1
        # In how many ways a run goes on: the more, the likelier one that was never seen.
        self.ways: dict[str, int] = defaultdict(int)
        self.times: dict[str, int] = defaultdict(int)
        for run, count in runs.items():
            self.ways[run[:-1]] += 1
            self.times[run[:-1]] += count

    def gain(self, left: str, right: str) -> float:
        if not right or not left:
            return 0.0
        gain = math.log(self._after(left, right[0]) / self._alone(right[0]))
        if len(right) > 1:
            pair = left[-1] + right[0]
            gain += math.log(self._after(pair, right[1]) / self._after(right[0], right[1]))
        return gain

    def _alone(self, character: str) -> float:
        return (self.runs.get(character, 0) + 0.5) / (self.total + 2000)

    def _after(self, context: str, character: str) -> float:
        """Interpolated with the shorter context (Witten and Bell)."""
        rest = context[1:]
        shorter = self._after(rest, character) if rest else self._alone(character)
        ways = self.ways.get(context, 0) + 1
        seen = self.runs.get(context + character, 0)
        return (seen + ways * shorter) / (self.times.get(context, 0) + ways)


def _tokens_at(before: str, after: str) -> tuple[int, str, str]:
    """The length of the word that runs across, the last word before, the first after."""
    left, right = HAN_END.search(before[-8:])[0], HAN_START.match(after)[0]
    across = place = 0
    for token in rjieba.cut(left + right, False):
        if place < len(left) < place + len(token):
            across = len(token)
        place += len(token)
    last = rjieba.cut(left, False)[-1] if left else ""
    first = rjieba.cut(right, False)[0] if right else ""
    return across, last, first


def _seen(before: str, after: str, around: str) -> float:
    """How many characters round the break stand in a row elsewhere in the story, from 2 to 4."""
    best = 0
    for size in (2, 3, 4):
        if not any(before[-k:] + after[: size - k] in around for k in range(1, size)):
            break
        best = size
    return float(best)


@cache
def default_model() -> Model:
    """The model that the project ships, as `python -m benchmarks.extraction.fluency` made it."""
    return load(DEFAULT_PATH)


@cache
def model_at(path: Path) -> Model:
    """The newsroom's own model where there is one, else the shipped one."""
    return load(path) if path.is_file() else default_model()


def load(path: Path) -> Model:
    data = json.loads(gzip.decompress(path.read_bytes()))
    counts = {
        word: (kind, int(count))
        for kind, by_count in data["words"].items()
        for count, words in by_count.items()
        for word in words.split()
    }
    return Model(
        words=Words(counts),
        common=frozenset(data["common"]),
        classes=data["classes"],
        pairs=data["pairs"],
        runs=data["runs"],
        weights=tuple(data["weights"]),
        threshold=data["threshold"],
    )


def save(model: Model, path: Path) -> None:
    """Write a model; the same model gives the same bytes."""
    words: dict[str, dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    for word, (kind, count) in sorted(model.words.counts.items()):
        words[kind][count].append(word)
    data = {
        "words": {
            kind: {count: " ".join(group) for count, group in sorted(by_count.items())}
            for kind, by_count in sorted(words.items())
        },
        "common": sorted(model.common),
        "classes": {one: float(f"{share:.4g}") for one, share in sorted(model.classes.items())},
        "pairs": {one: dict(sorted(row.items())) for one, row in sorted(model.pairs.items())},
        "runs": dict(sorted(model.runs.items())),
        "weights": [round(weight, 3) for weight in model.weights],
        "threshold": round(model.threshold, 3),
    }
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    path.write_bytes(gzip.compress(text.encode(), mtime=0))
