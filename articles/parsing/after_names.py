"""Judge how a text goes on after a name: with a mark, a verb, a word that joins it to the next."""

import re
from functools import lru_cache

import rjieba

from .lexicon.names import (
    AFTER_A_NAME,
    JOINING_CHARACTERS,
    NEVER_AFTER_A_NAME,
    NOT_AFTER_JOINING,
    PREDICATE_TAGS,
    SAYING_CHARACTERS,
    STRONG_AFTER_A_NAME,
)
from .lexicon.titles import ACADEMIC_TITLES
from .lexicon.wordlist import any_of

HAN = r"[\u3400-\u4dbf\u4e00-\u9fff]"
HAN_ONLY = re.compile(rf"{HAN}+")
LIST_MARK = re.compile(r"[、,，:：(（]|[ \u3000]|等(?!待|候)")
END_MARK = re.compile(r"$|[。;；!！?？)）\"”’》…\s]")
STRONG = re.compile(any_of(STRONG_AFTER_A_NAME))
AFTER = re.compile(any_of({*AFTER_A_NAME, *STRONG_AFTER_A_NAME}))
IMPOSSIBLE_JOINING = re.compile(
    f"[{''.join(sorted(JOINING_CHARACTERS))}](?:$|[、,，。;；:：!！?？)）]|(?<!在)(?:{'|'.join(NOT_AFTER_JOINING)})|(?<=在){HAN}{{1,2}}着|(?<=[和与])(?:在(?![场座校家建职])|[也却便]))"
)
# A clause does not end in one of these: 衣锦还， is a name.
LOOSE_ADVERB = re.compile(r"[也还都又才再更却便只最](?:$|[、,，。;；:：!！?？)）])")
SAYING = re.compile(r"[,，:：“\"]")
WINDOW = 6
# 穿上, 念完, 听过: a verb of one character, as rjieba tags it, and how its action ends.
VERB_TAGS = frozenset(("v", "zg"))
VERB_COMPLEMENTS = frozenset("上下起过完好住掉")


def after_name(text: str, end: int) -> float:
    """How well the text goes on at `end` after a name: below 0 when it hardly can."""
    if LIST_MARK.match(text, end):
        return 2.0
    if END_MARK.match(text, end):
        return 1.7
    if text[end] in SAYING_CHARACTERS and SAYING.match(text, end + 1):
        return 1.5
    if STRONG.match(text, end):
        return 2.0
    if is_impossible_after(text, end):
        return -1.5
    if text.startswith(ACADEMIC_TITLES, end):
        return 1.5
    known = AFTER.match(text, end)
    if known:
        return 1.5 if len(known[0]) > 1 else 1.0
    return _after_word(text[end : end + WINDOW])


def is_impossible_after(text: str, end: int) -> bool:
    """Whether what stands there belongs to the name, or to a clause that has ended."""
    return bool(IMPOSSIBLE_JOINING.match(text, end) or LOOSE_ADVERB.match(text, end))


@lru_cache(maxsize=8192)
def _after_word(text: str) -> float:
    run = HAN_ONLY.match(text)
    if not run:
        return 0.5
    if text[0] in NEVER_AFTER_A_NAME:
        return -1.0
    if text[1:2] in NEVER_AFTER_A_NAME:
        return 1.0
    word, tag = rjieba.tag(run[0], False)[0]
    if len(word) == 1 and tag in VERB_TAGS and text[1:2] in VERB_COMPLEMENTS:
        return 1.0
    if len(word) > 1:
        return 1.0 if tag[0] in PREDICATE_TAGS else 0.0
    return 0.5 if tag[0] in "vdpcua" else -1.0


def is_predicate(text: str, place: int) -> bool:
    """A word of two characters or more that may follow a name: 表示 of 舒畅表示."""
    word = AFTER.match(text, place)
    return word is not None and len(word[0]) > 1


def begins_a_longer_word(text: str, start: int, end: int) -> bool:
    """Whether a word is but the head of another: 新生 of 新生代."""
    return _first_word(text[start : end + 2]) > end - start


@lru_cache(maxsize=8192)
def _first_word(text: str) -> int:
    return len(rjieba.cut(text, False)[0])


def is_straddled(text: str, start: int, end: int) -> bool:
    """Whether a word of the language lies across the end of the name."""
    return _is_straddled(text[start : end + WINDOW], end - start)


@lru_cache(maxsize=8192)
def _is_straddled(text: str, end: int) -> bool:
    place = 0
    for word in rjieba.cut(text, False):
        if place < end < place + len(word):
            return True
        place += len(word)
        if place >= end:
            return False
    return False
