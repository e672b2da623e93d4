"""Find whom a title follows directly: 县水利局何青山局长介绍, 何青山县长说."""

import re

from .after_names import HAN, after_name, begins_a_word, is_straddled
from .lexicon.acts import ACTS
from .lexicon.names import (
    COMMON_SURNAMES,
    JOINING_CHARACTERS,
    NAME_TRAILERS,
    USUAL_IN_GIVEN_NAMES,
    WORDLIKE_SURNAMES,
)
from .lexicon.persons import PLACE_LASTS
from .lexicon.titles import COMMITTEE_PLACES, PLACE_HEADS, TITLE_RANKS, TITLES
from .lexicon.wordlist import any_of
from .name_shapes import is_dictionary_word, is_possible_name
from .names import rank_names
from .surnames import is_usual, surname_length
from .titles import LONGEST_RANK, RANKS_AT_END

LASTS_OF_RANKS = frozenset(rank[-1] for rank in TITLE_RANKS)
TITLE = re.compile(any_of(TITLES))
# What stands before a short name that is no part of a word.
BEFORE_SHORT = re.compile(r"(?:^|[^\u4e00-\u9fff]|[和与由向对请])$")
LONGEST_NAME, SHORTEST_NAME = 4, 2
PREDICATE = 1.0
# 桥头村村长, 白沙镇镇长; but 何青山局长.
NOT_LAST = (PLACE_LASTS - USUAL_IN_GIVEN_NAMES) | frozenset((*COMMITTEE_PLACES, *"镇乡"))


def name_before(text: str, taken: int, office: re.Match[str], whole: str) -> tuple[str, int] | None:
    """The name that ends where the office, or its rank, begins; and where it begins itself."""
    end = office.start()
    if text[end - 1 : end] in LASTS_OF_RANKS:
        end = RANKS_AT_END.search(text, max(taken, end - LONGEST_RANK), end).start()
    for start in range(max(taken, end - LONGEST_NAME), end - SHORTEST_NAME + 1):
        if surname_length(text, start) and _is_name(text, start, text[start:end]):
            name = text[start:end]
            may_be_a_place = len(name) == SHORTEST_NAME and office[0] in PLACE_HEADS
            if not _is_over(text, office.end()) or (may_be_a_place and not _is_named(name, whole)):
                return None
            return name, start
    return None


def _is_name(text: str, start: int, name: str) -> bool:
    given = name[surname_length(name) :]
    if not 1 <= len(given) <= 2 or name[-1] in NOT_LAST or name[-1] in NAME_TRAILERS:
        return False
    if not is_possible_name(name) or TITLE.search(name):
        return False
    if is_dictionary_word(name):
        return False
    if is_dictionary_word(name[:2]) and not is_straddled(text, start, start + 2):
        return False
    is_surname = name[0] in COMMON_SURNAMES and name[0] not in WORDLIKE_SURNAMES
    if len(given) == 1:
        return is_surname and BEFORE_SHORT.search(text, 0, start) is not None
    is_sure = is_usual(name) or (is_surname and not is_dictionary_word(given))
    return is_sure and begins_a_word(text, start, name)


def _is_named(name: str, whole: str) -> bool:
    """Whether the story tells what somebody of this name does: 何青强调, but not 到黄石调研."""
    return re.search(f"(?<!{HAN}){name}{any_of(ACTS)}", whole) is not None


def _is_over(text: str, end: int) -> bool:
    """Whether the text goes on as after a name, and not with somebody who has the title."""
    if after_name(text, end) < PREDICATE:
        return False
    return text[end : end + 1] in JOINING_CHARACTERS or not rank_names(text, end)
