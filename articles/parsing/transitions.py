"""Count how likely words and characters follow each other across a break.

A text is divided into words in all ways at once (a lattice), each word by how common it is after
the class of the word before it. A text that was cut may begin and end inside a word.
"""

import math
import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from .lexicon.names import SURNAMES

NUMBER, LATIN, OTHER, NAME = "M", "L", "x", "nr"
NUMERAL = re.compile(r"[0-9０-９]+(?:[.．,:：][0-9０-９]+)*%?|%")
LETTERS = re.compile(r"[A-Za-zＡ-Ｚａ-ｚ]+")
# Without one of these in a text, the patterns need not be tried.
NO_HAN = re.compile(r"[0-9０-９%A-Za-zＡ-Ｚａ-ｚ]")
ONE_FORM = str.maketrans(",;:()!?", "，；：（）！？")
PUNCTUATION = frozenset("，。、；：！？（）“”‘’《》—…·")
LONGEST_WORD = 5
UNKNOWN = 1e-9
UNSEEN_NAMES = 0.3
SMOOTHING = 60.0
NEVER = 0, 0
MOST_GAIN = 12.0
# The class of a word, its share of that, and how likely a word begins so: None for no other word.
Piece = tuple[str, float, float | None]
NO_PIECE: Piece = ("", 0.0, None)


def plain(text: str) -> str:
    """The text with each number as 0, each Latin word as A, and marks in one width."""
    if NO_HAN.search(text):
        text = LETTERS.sub("A", NUMERAL.sub("0", text))
    return text.translate(ONE_FORM)


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


class Counts(Protocol):
    """What a lattice needs of a model."""

    words: Words
    common: frozenset[str]
    classes: Mapping[str, float]
    pairs: Mapping[str, Mapping[str, int]]


def _words_with_shares(model: Counts) -> dict[str, tuple[str, float]]:
    """The class of each word and mark, and its share of those of that class."""
    sizes: dict[str, float] = defaultdict(float)
    kinds = {word: model.words.class_of(word, model.common) for word in model.words.counts}
    for word, (_, count) in model.words.counts.items():
        sizes[kinds[word]] += count
    words = {
        word: (kinds[word], count / sizes[kinds[word]])
        for word, (_, count) in model.words.counts.items()
    }
    return (
        words
        | {mark: ("=" + mark, 1.0) for mark in PUNCTUATION}
        | {"0": (NUMBER, 1.0), "A": (LATIN, 1.0)}
    )


class Lattice:
    """All ways to divide a short text into words, with their probabilities summed up."""

    def __init__(self, model: Counts) -> None:
        self.starts = model.classes
        words = _words_with_shares(model)
        self._read_parts(words)
        self.pieces: dict[str, Piece] = {
            **{piece: ("", 0.0, chance) for piece, chance in self.beginnings.items()},
            **{word: (*known, self.beginnings.get(word)) for word, known in words.items()},
        }
        kinds = {OTHER, NAME, *(kind for kind, _ in words.values())}
        self.following = {
            kind: _Following(model.pairs.get(kind, {}), self.starts) for kind in kinds
        }
        # Few texts begin a fragment: a short one is judged by itself again and again.
        self._alone = lru_cache(maxsize=8192)(lambda text: self._sum(text, 0)[0])

    def _read_parts(self, words: Mapping[str, tuple[str, float]]) -> None:
        self.beginnings: dict[str, float] = defaultdict(float)
        self.endings: dict[str, float] = defaultdict(float)
        surnames: dict[str, float] = defaultdict(float)
        given: dict[str, float] = defaultdict(float)
        for word, (kind, share) in words.items():
            chance = share * self.starts.get(kind, UNKNOWN)
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
        starts = self.starts.get(NAME, UNKNOWN)
        # How likely a text begins with a name that no list has: with any, and with each surname.
        self.name_as_start = UNSEEN_NAMES * starts
        self.names_as_start = {
            one: UNSEEN_NAMES * share * starts for one, share in self.surnames.items()
        }

    def gain(self, left: str, right: str) -> float:
        """The logarithm of how much likelier the two are together than apart."""
        if not left or not right:
            return 0.0
        together, apart = self._sum(left + right, len(left))
        return max(-MOST_GAIN, min(MOST_GAIN, together - apart - self._alone(right)))

    def fit(self, last: str, first: str) -> float:
        """How much likelier words of these classes are in a row than each for itself."""
        before, after = (self.pieces.get(word, NO_PIECE)[0] for word in (last, first))
        if not before or after not in self.starts:
            return 0.0
        return math.log(self.following[before][after] / self.starts[after])

    def share_as_start(self, word: str) -> float:
        """How often a text of these characters goes on to a longer word, as a logarithm."""
        return self._share(word, self.beginnings)

    def share_as_end(self, word: str) -> float:
        return self._share(word, self.endings)

    def _share(self, word: str, parts: Mapping[str, float]) -> float:
        if not word:
            return 0.0
        kind, share, _ = self.pieces.get(word, NO_PIECE)
        alone = share * self.starts.get(kind, UNKNOWN)
        return math.log((parts.get(word, 0.0) + 1e-7) / (alone + 1e-7))

    def _sum(self, text: str, place: int) -> tuple[float, float]:
        """The logarithms for the whole text, and for its part before `place` as a cut text."""
        pieces, following, surnames = self.pieces, self.following, self.surnames
        size = len(text)
        ways = self._first_words(text)
        whole = self._beginning(text, self.beginnings.get(text))
        part = self._beginning(text[:place], self.beginnings.get(text[:place])) if place else 0.0
        for start in range(1, size):
            before = ways[start]
            if not before:
                continue
            named = start + 3 if text[start] in surnames else start + 1
            for end in range(start + 1, min(size, start + LONGEST_WORD) + 1):
                piece = text[start:end]
                kind, chance, beginning = pieces.get(piece, NO_PIECE)
                if end == size:
                    whole += sum(before.values()) * self._beginning(piece, beginning)
                elif end == place:
                    part += sum(before.values()) * self._beginning(piece, beginning)
                if not kind and end <= named:
                    kind, chance = self._unknown_word(piece)
                if chance:
                    total = 0.0
                    for one, likely in before.items():
                        total += likely * following[one][kind]
                    way = ways[end]
                    way[kind] = way.get(kind, 0.0) + total * chance
                if beginning is None and end >= named:
                    break
        whole += sum(ways[size].values())
        part += sum(ways[place].values())
        return math.log(whole or 1e-300), math.log(part or 1e-300)

    def _first_words(self, text: str) -> list[dict[str, float]]:
        """The first word, or the end of one, by where it ends."""
        ways: list[dict[str, float]] = [{} for _ in range(len(text) + 1)]
        named = 3 if text[0] in self.surnames else 1
        found: Piece = ("", 0.0, 1.0)
        for end in range(1, min(len(text), LONGEST_WORD) + 1):
            piece = text[:end]
            # No longer piece is known where none begins so.
            found = NO_PIECE if found[2] is None else self.pieces.get(piece, NO_PIECE)
            kind, chance, _ = found
            if not kind and end <= named:
                kind, chance = self._unknown_word(piece)
            if chance:
                ways[end][kind] = chance * self.starts.get(kind, UNKNOWN)
            if ending := self._ending(piece):
                ways[end][OTHER] = ways[end].get(OTHER, 0.0) + ending
        return ways

    def _unknown_word(self, piece: str) -> tuple[str, float]:
        """A character, or a surname with one or two more."""
        size = len(piece)
        if size == 1:
            return OTHER, UNKNOWN
        chance = UNSEEN_NAMES * self.surnames[piece[0]] * (0.2 if size == 2 else 0.8)
        for character in piece[1:]:
            chance *= self.given.get(character, 0.0)
        return NAME, chance

    def _beginning(self, piece: str, of_words: float | None) -> float:
        """How likely a text begins with a longer word that begins so, or with a name."""
        chance = of_words or 0.0
        if len(piece) < 3 and piece[0] in self.surnames:
            name = self.names_as_start[piece[0]]
            if len(piece) == 2:
                name *= self.given.get(piece[1], 0.0) * 0.8
            chance += name
        return chance

    def _ending(self, piece: str) -> float:
        chance = self.endings.get(piece, 0.0)
        if len(piece) < 3:
            name = self.name_as_start
            for character in piece:
                name *= self.given.get(character, 0.0)
            chance += name
        return chance


class _Following(dict):
    """How likely a word of each class is after one of a certain class, found when it is asked."""

    def __init__(self, row: Mapping[str, int], starts: Mapping[str, float]) -> None:
        super().__init__()
        self.row, self.starts, self.total = row, starts, sum(row.values())

    def __missing__(self, kind: str) -> float:
        likely = SMOOTHING * self.starts.get(kind, UNKNOWN)
        self[kind] = (self.row.get(kind, 0) + likely) / (self.total + SMOOTHING)
        return self[kind]


class Characters:
    """How much likelier a character is after two others than anywhere, by counted runs."""

    def __init__(self, runs: Mapping[str, int]) -> None:
        self.runs = runs
        self.total = sum(count for run, count in runs.items() if len(run) == 1) or 1
        # In how many ways a run goes on, the more the likelier one that was never seen, and how
        # many times.
        self.following: dict[str, tuple[int, int]] = {}
        for run, count in runs.items():
            ways, times = self.following.get(run[:-1], NEVER)
            self.following[run[:-1]] = ways + 1, times + count

    def gain(self, left: str, right: str) -> float:
        if not right or not left:
            return 0.0
        gain = math.log(self._after(left, right[0]) / self._alone(right[0]))
        if len(right) > 1:
            within = self._after(right[0], right[1])
            gain += math.log(self._mixed(left[-1] + right[0], right[1], within) / within)
        return gain

    def _alone(self, character: str) -> float:
        return (self.runs.get(character, 0) + 0.5) / (self.total + 2000)

    def _after(self, context: str, character: str) -> float:
        rest = context[1:]
        shorter = self._after(rest, character) if rest else self._alone(character)
        return self._mixed(context, character, shorter)

    def _mixed(self, context: str, character: str, shorter: float) -> float:
        """Interpolated with what the shorter context tells (Witten and Bell)."""
        ways, times = self.following.get(context, NEVER)
        if not ways:
            return shorter
        seen = self.runs.get(context + character, 0)
        return (seen + (ways + 1) * shorter) / (times + ways + 1)
