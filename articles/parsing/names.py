"""Find a personal name at a given place, by its surname and by what follows it."""

import re
from functools import lru_cache

import rjieba

from .lexicon import (
    AFTER_A_NAME,
    DOUBLE_SURNAMES,
    NAME_TRAILERS,
    NAMELIKE_TAGS,
    NOT_IN_GIVEN_NAMES,
    PERSON_TAGS,
    PLACE_TAGS,
    STRONG_AFTER_A_NAME,
    SURNAMES,
    TITLES,
    TRAILERS_IN_NAMES,
    UNNAMELIKE_TAGS,
    WORDLIKE_SURNAMES,
    words,
)

HAN = r"[\u3400-\u4dbf\u4e00-\u9fff]"
HAN_ONLY = re.compile(rf"{HAN}+")
DOTTED_NAME = re.compile(rf"{HAN}{{2,6}}(?:[·•・]{HAN}{{2,8}})+")
END_OR_MARK = r"$|[、,，。;；:：!！?？)）(（\"”’》\s]"
AFTER = f"(?:{END_OR_MARK}|{'|'.join(words(' '.join(AFTER_A_NAME + STRONG_AFTER_A_NAME)))})"
RIGHT_CONTEXT = re.compile(AFTER)
DOTTED_NAME_IN_TEXT = re.compile(rf"{HAN}{{2,6}}(?:[·•・]{HAN}{{2,8}}?)+(?={AFTER})")
STRONG_CONTEXT = re.compile(f"(?:[、,，:：]|{'|'.join(STRONG_AFTER_A_NAME)})")


def surname_length(text: str, start: int = 0) -> int:
    if text[start : start + 2] in DOUBLE_SURNAMES:
        return 2
    return 1 if text[start : start + 1] in SURNAMES else 0


def is_name_shaped(text: str) -> bool:
    """A surname with a given name of one or two characters, or a name with a dot in it."""
    if DOTTED_NAME.fullmatch(text):
        return True
    given = len(text) - surname_length(text)
    return HAN_ONLY.fullmatch(text) is not None and given < len(text) and given in (1, 2)


def is_dictionary_word(text: str) -> bool:
    """One word of the language that is not itself a name."""
    return _tag(text) not in PERSON_TAGS | {""}


@lru_cache(maxsize=4096)
def is_namelike(text: str) -> bool:
    """Nothing in it is a verb or another word of action."""
    return all(tag in NAMELIKE_TAGS for _, tag in rjieba.tag(text, False))


def find_name(text: str, start: int) -> str:
    """The likeliest name that begins at `start`; empty when nothing there is surely a name."""
    dotted = DOTTED_NAME_IN_TEXT.match(text, start)
    if dotted:
        return dotted[0]
    surname = surname_length(text, start)
    if not surname:
        return ""
    long, short = (_candidate(text, start, surname + given) for given in (2, 1))
    if long and short:
        return short if _is_short_likelier(text, start, long) else long
    return long or short


def _is_short_likelier(text: str, start: int, long: str) -> bool:
    """Whether the last character of the longer name rather begins the next word."""
    end = start + len(long)
    if len(RIGHT_CONTEXT.match(text, end - 1)[0]) > len(RIGHT_CONTEXT.match(text, end)[0]):
        return True
    if long[-1] in TRAILERS_IN_NAMES and STRONG_CONTEXT.match(text, end):
        return False
    return long[-1] in NAME_TRAILERS


def _candidate(text: str, start: int, length: int) -> str:
    name = text[start : start + length]
    if len(name) < length or not HAN_ONLY.fullmatch(name):
        return ""
    given = name[surname_length(name) :]
    tag = _tag(name)
    if (
        not NOT_IN_GIVEN_NAMES.isdisjoint(given)
        or name.endswith(TITLES)
        or tag not in PERSON_TAGS | PLACE_TAGS | {""}
        or _tag(name[:2]) in UNNAMELIKE_TAGS
    ):
        return ""
    needs_more = name[0] in WORDLIKE_SURNAMES or tag in PLACE_TAGS
    context = STRONG_CONTEXT if needs_more else RIGHT_CONTEXT
    return name if context.match(text, start + length) else ""


@lru_cache(maxsize=4096)
def _tag(text: str) -> str:
    """The part of speech when the text is one word of the language; empty when it is not."""
    tokens = rjieba.tag(text, False)
    return tokens[0][1] if len(tokens) == 1 else ""
