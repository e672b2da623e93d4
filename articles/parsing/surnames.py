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


@lru_cache(maxsize=32768)
def part_of_speech(text: str) -> str:
    """The part of speech when the text is one word of the language; empty when it is not."""
    if text in MISCALLED:
        return NOUN
    if is_foreign_name(text):
        return PERSON
    tokens = rjieba.tag(text, False)
    return tokens[0][1] if len(tokens) == 1 else ""
