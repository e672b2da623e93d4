"""Find words of the language that are names, by what their bearers do: 科长庄严陪同."""

import re

from .after_names import HAN_ONLY, VERB_COMPLEMENTS, after_name, is_straddled, is_told_with
from .lexicon.names import (
    NAME_TRAILERS,
    NOT_ACTORS,
    NOT_DUE,
    NOT_GIVEN_NAMES,
    NOT_IN_GIVEN_NAMES,
    NOT_PERSONS,
    PERSONAL_ACTS,
    USUAL_IN_GIVEN_NAMES,
    WORDLIKE_SURNAMES,
)
from .lexicon.persons import ROLES, SAYING_VERBS
from .lexicon.titles import PERSON_TAGS, TITLES
from .lexicon.wordlist import any_of
from .surnames import is_usual, part_of_speech, surname_length, tells_when

TITLE = re.compile(any_of(TITLES))
TITLES_BEGIN = frozenset(title[:2] for title in TITLES)
# After a title and a word, these tell that the word is a name; said may be in a manner as well.
OF_A_PERSON = re.compile(
    rf"告诉|列席|出席|到会|主持会|同志|一行|当场|等(?:参|出|列|陪|到)|[、，,](?:副|常务副)?{any_of(TITLES)}"
    r"|分别(?:参|出|列|陪|致|发)|在[^，,。]{1,8}[上中里下]|今年[0-9一二三四五六七八九十]{1,3}岁"
)
SAYS = "说"
SAID = re.compile(rf"{any_of(word for word in SAYING_VERBS if word != SAYS)}|{SAYS}[，,：:“\"]")
# What a person only does: the word before it is a name, unless it tells a manner.
ACTING = re.compile("|".join(PERSONAL_ACTS))
ACTS_BEGIN = frozenset(act[0] for act in (*PERSONAL_ACTS, *SAYING_VERBS))
WHAT_PEOPLE_ARE = frozenset(ROLES)
# Parts of speech (as rjieba names them) of words that may tell how something is said.
MANNER_TAGS = frozenset("advcprt")

# Those of words that may be a name before such an act, with a surname and without.
ACTOR_TAGS = frozenset(("n", "nr", "nrt", "ns", "nt", "nz", "a", "an", "z", "v", "i", "l", "t"))
UNSURNAMED_ACTOR_TAGS = frozenset(("n", "nz", "ns", "nr", ""))
# Parts of speech of words that people are named after; no manner of doing something among them.
NAMING_TAGS = frozenset("nazi")
NOUN_TAGS = frozenset(("n", "nr", "nrt", "nz", "i", "l", ""))
# Those of words that may be a name where nothing else can stand; some may be what somebody does.
DUE_TAGS = frozenset("navsizjlt")
VERBAL_TAGS = frozenset("vad")
# Those of words that hardly anybody is called by: 冒雨, 公寓.
VERB = "v"
TELLING_TAGS = frozenset("vdn")
# How well a text has to go on after such a name.
PROBABLY = 1.0
# A surname and a given name of two characters, and one of one.
FULL, SHORT = 3, 2
# What a name that begins as a word does may end in, 应战军: hardly 方 of 项目方.
NAME_ENDS = USUAL_IN_GIVEN_NAMES - set("方行程园水生花")
LISTING_MARKS = tuple("、，,")
CLAUSE_END = re.compile(r"[，,。；;：:\n]|$")
LONGEST_OTHER = 24


def word_name(text: str, start: int) -> str:
    """A word of the language that stands where only a name can: 科长庄严告诉记者."""
    for end in (start + 3, start + 2):
        word = text[start:end]
        is_word = word in NOT_PERSONS or (
            len(word) < FULL and part_of_speech(word) not in PERSON_TAGS | {""}
        )
        is_other = word in NOT_ACTORS or _is_addressed(word)
        if not is_word or is_other or not surname_length(word):
            continue
        is_manner = part_of_speech(word)[:1] in MANNER_TAGS
        if OF_A_PERSON.match(text, end) or (not is_manner and SAID.match(text, end)):
            return word
        is_listed = text[end : end + 1] == "、" or part_of_speech(word)[:1] in NAMING_TAGS
        if is_listed and _is_followed_by_another(text, end):
            return word
    return ""


def acting_word(text: str, start: int) -> str:
    """A word of the language before what only a person does: 科长庄严陪同."""
    for end in (start + 3, start + 2):
        word = text[start:end]
        if (_is_acting(text, word, end) or _is_noun_acting(text, word, end)) and _may_act(word):
            return word
    return ""


def may_be_called(word: str) -> bool:
    """Whether people may be called so without an office: 水清, and not 冒雨, 街道 or 公寓."""
    if surname_length(word) == 1:
        if len(word) == FULL and word[:SHORT] in NOT_PERSONS and not is_usual(word):
            return False
        is_wordlike = len(word) < FULL and word[0] in WORDLIKE_SURNAMES
        return not (is_wordlike and part_of_speech(word)[:1] in TELLING_TAGS)
    return USUAL_IN_GIVEN_NAMES.issuperset(word)


def due_word(text: str, start: int) -> str:
    """A word of the language where only a name can stand: 县地震局局长巩固到场观摩."""
    end = start + SHORT
    word = text[start:end]
    tag = part_of_speech(word) if surname_length(word) == 1 else ""
    if (
        tag[:1] not in DUE_TAGS
        or tells_when(word)
        or word[-1] not in USUAL_IN_GIVEN_NAMES
        or _is_addressed(word)
        or word in NOT_DUE
        or word in WHAT_PEOPLE_ARE
        or is_straddled(text, start, end)
    ):
        return ""
    after = after_name(text, end)
    is_told_of = HAN_ONLY.match(text, end) is not None and after >= PROBABLY
    may_be_told = tag[:1] in VERBAL_TAGS or word in NOT_PERSONS
    return word if is_told_of or (after >= PROBABLY and not may_be_told) else ""


def _is_acting(text: str, word: str, end: int) -> bool:
    if text[end : end + 1] not in ACTS_BEGIN:
        return False
    is_said = SAID.match(text, end) and part_of_speech(word)[:1] not in MANNER_TAGS
    return bool(is_said or ACTING.match(text, end))


def _is_noun_acting(text: str, word: str, end: int) -> bool:
    """Whether it tells of no manner, and is followed by what is told of persons: 柴门主持比武."""
    if word[1:] in NOT_GIVEN_NAMES or (len(word) == FULL and word[-1] in NAME_TRAILERS):
        return False
    if not is_told_with(text, end) or part_of_speech(word) not in NOUN_TAGS:
        return False
    return not is_straddled(text, end - len(word), end)


def _is_addressed(word: str) -> bool:
    """周先生, 何老师"""
    return len(word) == FULL and word[1:] in NOT_GIVEN_NAMES


def _may_act(word: str) -> bool:
    """Whether a word may be a name before what only a person does."""
    if (
        word in NOT_ACTORS
        or word in WHAT_PEOPLE_ARE
        or word[1:] in NOT_GIVEN_NAMES
        or not HAN_ONLY.fullmatch(word)
        or TITLE.search(word)
    ):
        return False
    if not NOT_IN_GIVEN_NAMES.isdisjoint(word):
        return False
    tag = part_of_speech(word)
    if surname_length(word) == 1:
        if tells_when(word):
            return False
        if tag or len(word) < FULL:
            return tag in ACTOR_TAGS
        return is_usual(word) or (word[:SHORT] in NOT_PERSONS and word[-1] in NAME_ENDS)
    if len(word) == FULL and part_of_speech(word[0]) == VERB and word[1] in VERB_COMPLEMENTS:
        return False
    given = word[1:] if tag or (len(word) == FULL and word[1:] not in NOT_PERSONS) else word
    return tag in UNSURNAMED_ACTOR_TAGS and USUAL_IN_GIVEN_NAMES.issuperset(given)


def _is_followed_by_another(text: str, end: int) -> bool:
    """Whether the title and name of somebody else follow: 局长苗圃,区科协主席何青."""
    if text[end : end + 1] not in LISTING_MARKS:
        return False
    limit = min(end + LONGEST_OTHER, CLAUSE_END.search(text, end + 1).start())
    titles = TITLE.finditer(text, end + 2, limit)
    return any(surname_length(text, title.end()) for title in titles)
