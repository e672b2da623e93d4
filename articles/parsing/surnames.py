"""What a few characters are by themselves: a surname, a usual name, a word of the language."""

from functools import lru_cache

import rjieba

from .foreign_names import is_foreign_name
from .lexicon.miscalled import MISCALLED
from .lexicon.names import (
    DOUBLE_SURNAMES,
    PLAIN_DOUBLE_SURNAMES,
    SURNAMES,
    USUAL_IN_GIVEN_NAMES,
)

NOUN, PERSON = "n", "nr"
# Parts of speech (as rjieba names them) of words that are also given names: 大福.
GIVEN_TAGS = frozenset(("", "nz", "ns"))
# That of times, and what those begin with that are to come.
TIME, COMING = "t", frozenset("明来")
FIRST_OF_DOUBLE = frozenset(surname[0] for surname in DOUBLE_SURNAMES)
FIRSTS_OF_SURNAMES = SURNAMES | FIRST_OF_DOUBLE


def surname_length(text: str, start: int = 0) -> int:
    """How long a surname is at the place: 2, 1, or 0 for none."""
    first = text[start : start + 1]
    if first in FIRST_OF_DOUBLE and text[start : start + 2] in DOUBLE_SURNAMES:
        return 2
    return 1 if first in SURNAMES else 0


def is_whole_name(name: str) -> bool:
    """A surname of two characters that is as likely a name with a surname of one: 贺兰."""
    is_double = name in DOUBLE_SURNAMES and name not in PLAIN_DOUBLE_SURNAMES
    return is_double and name[0] in SURNAMES and name[1] in USUAL_IN_GIVEN_NAMES


@lru_cache(maxsize=8192)
def is_usual(name: str) -> bool:
    """A surname, known or not, and two characters that most given names are made of."""
    surname = surname_length(name) or 1
    return len(name) == surname + 2 and USUAL_IN_GIVEN_NAMES.issuperset(name[surname:])


def is_hardly_another_word(name: str) -> bool:
    """Whether a usual name is no word, nor are two of its characters but as a name: 向大福."""
    if not is_usual(name) or part_of_speech(name[1:]) not in GIVEN_TAGS:
        return False
    return part_of_speech(name) in ("", PERSON) and not part_of_speech(name[:2])


def tells_when(word: str) -> bool:
    """明晨, 来年: a time that is to come, and no surname with a given name."""
    return word[:1] in COMING and part_of_speech(word) == TIME


@lru_cache(maxsize=32768)
def part_of_speech(text: str) -> str:
    """The part of speech when the text is one word of the language; empty when it is not."""
    if text in MISCALLED:
        return NOUN
    if is_foreign_name(text):
        return PERSON
    tokens = rjieba.tag(text, False)
    return tokens[0][1] if len(tokens) == 1 else ""
