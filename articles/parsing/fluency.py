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
from dataclasses import dataclass
from functools import cache, cached_property
from operator import mul
from pathlib import Path

import rjieba

from .lexicon.marks import FUNCTION_CHARACTERS
from .transitions import MOST_GAIN, Characters, Lattice, Words, plain

DEFAULT_PATH = Path(__file__).with_name("fluency.json.gz")

HAN_END = re.compile(r"[\u4e00-\u9fff]{0,8}$")
HAN_START = re.compile(r"[\u4e00-\u9fff]{0,8}")
DIGITS_MEET = re.compile(r"[0-9][.,:：]?\n[.,:：]?[0-9]")
BREAK = "\n"
FULL_STOP = "。"
BARE_NUMBER = re.compile(r"[0-9][.]?$")
# What a number in figures goes on with: a unit, a mark, more of the number.
AFTER_NUMBER = re.compile(
    r"[0-9.,，。、；;：:!！?？)）”》\-—~～至到×/%％‰余多几来个第年月日时分秒点周天届期号楼层栋座间室户家口人名位员岁"
    r"只头匹条根支枝张件项份套台架辆艘列次回场遍轮批组对双群排串块片段幅本册部篇页章节首封元角万亿千百十"
    r"斤克吨里米尺寸亩公平立厘毫升度瓦伏倍成折级等类种款路线站处所门科课道面股粒颗棵株朵盆盏把枚袋箱包瓶"
    r"盒桶杯碗盘桌席餐篮筐车船趟步刻小k-zA-Z+＋+℃°]"
)
CLASH = re.compile(
    r"[，,、；;：:（(“《]\n[，,。、；;：:！？!?]|[的了地得]\n[的了地得们]|[。！？；;，,、“]\n(?:的(?![确士哥话])|了(?![解然结不])|们)"
)

WIDE, NARROW = 5, 2
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

    # Made where a break asks for them: that takes four times as long as to load the model.
    @cached_property
    def _lattice(self) -> Lattice:
        return Lattice(self)

    @cached_property
    def _characters(self) -> Characters:
        return Characters(self.runs)

    def is_suspicious(self, before: str, after: str, around: str = "") -> bool:
        """Whether something may have been lost between the two."""
        return self.evidence(before, after, around) < self.threshold

    def evidence(
        self, before: str, after: str, around: str = "", enough: float = math.inf
    ) -> float:
        """How much speaks for `after` going on where `before` ends; nothing lost above 0.

        `around` is the text of the story: what is printed elsewhere too is no accident. Above
        `enough` there may be more of it: to sum up all ways to divide a text takes the longest,
        and is left out where it could not bring the evidence down to that.
        """
        left, right = _sides(before, after)
        others = self._other_parts(before, after, around, left, right)
        gains = [math.copysign(MOST_GAIN, -weight) for weight in self.weights[:2]]
        for part, size in ((1, NARROW), (0, WIDE)):
            least = self._weighed((*gains, *others))
            if least > enough:
                return least
            gains[part] = self._lattice.gain(left[-size:], right[:size])
        return self._weighed((*gains, *others))

    def _weighed(self, parts: tuple[float, ...]) -> float:
        return sum(map(mul, self.weights, parts))

    def opening(self, text: str) -> float:
        """How much likelier it is that a sentence opens so than that a cut text does.

        0 for a text that begins with a whole word.
        """
        first = HAN_START.match(text)[0]
        if not first or len(rjieba.cut(first, False)[0]) > 1:
            return 0.0
        return self._lattice.gain(FULL_STOP, plain(text[:24])[:WIDE])

    def parts(self, before: str, after: str, around: str = "") -> tuple[float, ...]:
        left, right = _sides(before, after)
        gains = (self._lattice.gain(left[-size:], right[:size]) for size in (WIDE, NARROW))
        return *gains, *self._other_parts(before, after, around, left, right)

    def _other_parts(
        self, before: str, after: str, around: str, left: str, right: str
    ) -> tuple[float, ...]:
        across, last, first = _tokens_at(before, after)
        return (
            self._characters.gain(left[-2:], right[:2]),
            float(across > 1),
            float(across > 2),
            _seen(before, after, around),
            float(_is_in_number(before, after)),
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


def _sides(before: str, after: str) -> tuple[str, str]:
    """The plain text on both sides; inside a number nothing is known but that figures meet."""
    if _is_in_number(before, after):
        return "", ""
    return plain(before[-24:]), plain(after[:24])


def _is_in_number(before: str, after: str) -> bool:
    return DIGITS_MEET.search(before[-2:] + BREAK + after[:2]) is not None


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


class OutdatedModel(ValueError):
    """A model whose weights are not those of PARTS."""


@cache
def default_model() -> Model:
    """The model that the project ships, as `python -m benchmarks.extraction.fluency` made it."""
    return load(DEFAULT_PATH)


@cache
def model_at(path: Path) -> Model:
    """The newsroom's own model where there is one, else the shipped one.

    A model of an older release, which weighed other parts, waits to be built anew.
    """
    try:
        return load(path)
    except (FileNotFoundError, OutdatedModel):
        return default_model()


def load(path: Path) -> Model:
    data = json.loads(gzip.decompress(path.read_bytes()))
    if data.get("parts") != list(PARTS):
        raise OutdatedModel(f"{path} weighs other parts: build it anew")
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
        "parts": list(PARTS),
        "weights": [round(weight, 3) for weight in model.weights],
        "threshold": round(model.threshold, 3),
    }
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    path.write_bytes(gzip.compress(text.encode(), mtime=0))
