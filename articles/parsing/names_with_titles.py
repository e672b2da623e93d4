"""Find whom a title follows directly: 县水利局何青山局长介绍, 何青山县长说."""

import re
from collections.abc import Collection, Iterator, Sequence

from .after_names import AFTER, HAN, HAN_ONLY, after_name, begins_a_word, is_straddled
from .facts import Mention, PrintedPost
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
from .named_again import TITLE_AT_END
from .names import rank_names
from .surnames import FIRSTS_OF_SURNAMES, is_usual, part_of_speech, surname_length
from .title_parts import RANKS_AT_END
from .titles import LONGEST_RANK

LASTS_OF_RANKS = frozenset(rank[-1] for rank in TITLE_RANKS)
TITLE = re.compile(any_of(TITLES))
# What stands before a short name that is no part of a word.
BEFORE_SHORT = re.compile(r"(?:^|[^\u4e00-\u9fff]|[和与由向对请在])$")
# The end of a body right before a name: 县水利局|何青局长, 骨科的|何勇主任.
BODY_BEFORE = re.compile(
    f"{HAN}(?:[局科室堂院馆所站]|中心|公司|学校|小学|中学|社区|妇联|大队|中队)的?$"
)
ENDS_BEFORE_SHORT = (BEFORE_SHORT, BODY_BEFORE)
LONGEST_NAME, SHORTEST_NAME = 4, 2
TITLE_AND_NAME = re.compile(f"{any_of(TITLES)}(?:{HAN}{{2,3}})?$")
PLACE_HEAD = re.compile(any_of(PLACE_HEADS))
# The last character of all of those.
HEAD = "长"
# 长江段, 长江大桥, 长青村: what a place may end in that a word with 长 begins.
VILLAGES = "村镇乡"
LASTS_OF_PLACES = frozenset("园段桥村镇乡路街港区岸站湾口")
RIVER = "长江"
PREDICATE = 1.0
# 桥头村村长, 白沙镇镇长; but 何青山局长.
NOT_LAST = (PLACE_LASTS - USUAL_IN_GIVEN_NAMES) | frozenset((*COMMITTEE_PLACES, *"镇乡"))
NO_END_OF_A_NAME = NOT_LAST | NAME_TRAILERS


def name_before(text: str, taken: int, office: re.Match[str], whole: str) -> tuple[str, int] | None:
    """The name that ends where the office, or its rank, begins; and where it begins itself."""
    end = office.start()
    if text[end - 1 : end] in LASTS_OF_RANKS:
        end = RANKS_AT_END.search(text, max(taken, end - LONGEST_RANK), end).start()
    if text[end - 1 : end] in NO_END_OF_A_NAME:
        return None
    for start in range(max(taken, end - LONGEST_NAME), end - SHORTEST_NAME + 1):
        name = text[start:end]
        if name[0] in JOINING_CHARACTERS and _stands_by_a_title(text, start):
            continue
        if name[0] in FIRSTS_OF_SURNAMES and _is_name(text, start, name):
            is_short = len(name) == SHORTEST_NAME
            if is_short and is_dictionary_word(name[-1] + office[0]):
                # 石桥社区李|小组长
                return None
            may_be_a_place = is_short and office[0] in PLACE_HEADS
            if not _is_over(text, office.end()) or (may_be_a_place and not _is_named(name, whole)):
                return None
            return name, start
    return None


def _stands_by_a_title(text: str, place: int) -> bool:
    """何青山书记|和季光副院长, 副校长何刚|和程敏主任: another stands there, and no surname."""
    return TITLE_AND_NAME.search(text, max(0, place - LONGEST_RANK), place) is not None


def _is_name(text: str, start: int, name: str) -> bool:
    surname = surname_length(name)
    given = name[surname:]
    if not surname or not 1 <= len(given) <= 2 or name[-1] in NO_END_OF_A_NAME:
        return False
    if not is_possible_name(name) or is_dictionary_word(name) or TITLE.search(name):
        return False
    if is_dictionary_word(name[:2]) and not is_straddled(text, start, start + 2):
        return False
    is_surname = name[0] in COMMON_SURNAMES and name[0] not in WORDLIKE_SURNAMES
    if len(given) == 1:
        return is_surname and any(one.search(text, 0, start) for one in ENDS_BEFORE_SHORT)
    if name[0] in JOINING_CHARACTERS and is_dictionary_word(given):
        # 政协组织|和|广大|委员
        return False
    is_sure = is_usual(name) or (is_surname and not is_dictionary_word(given))
    return is_sure and begins_a_word(text, start, name)


def is_of_a_place(text: str, start: int, name: str, whole: str) -> bool:
    """Whether a word begins before what looks like a name: 黄石市|长江大桥, 该镇|长青村.

    Or a village is called so: 镇|长芦村; or the river: 青山省|长江石|平台.
    """
    end = start + len(name)
    if text.startswith(RIVER, start - 1) and HAN_ONLY.match(text, end) and not AFTER.at(text, end):
        return True
    if name[-1:] not in LASTS_OF_PLACES:
        return False
    is_village = len(name) == SHORTEST_NAME and name[-1] in VILLAGES
    if is_village and whole.count(name) == whole.count(text[start - 1] + name):
        return True
    if not part_of_speech(text[start - 1 : start + 1]):
        return False
    return whole.count(name) == 1


def names_or_places(
    texts: Sequence[str], mentions: Sequence[Mention], known: Collection[str]
) -> Iterator[Mention]:
    """Whom 镇长 or the like follows directly, where a place may be meant as well: 何青镇长介绍."""
    named = {*known, *(one.name for one in mentions)}
    for number, text in enumerate(texts):
        for office in PLACE_HEAD.finditer(text) if HEAD in text else ():
            start, end = office.start() - SHORTEST_NAME, office.start()
            name = text[max(0, start) : end]
            if (
                start >= 0
                and name not in named
                and surname_length(name) == 1
                and _is_name(text, start, name)
                and _is_over(text, office.end())
            ):
                posts = (PrintedPost("", office[0]),)
                yield Mention(number, start, end, name, office[0], posts)


def _is_named(name: str, whole: str) -> bool:
    """Whether the story tells what somebody of this name does, or names him after a title.

    何青强调, 镇长何青, but not 到黄石调研.
    """
    place = whole.find(name)
    while place >= 0:
        if TITLE_AT_END.search(whole, max(0, place - LONGEST_RANK), place):
            return True
        place = whole.find(name, place + 1)
    return re.search(f"(?<!{HAN}){name}{any_of(ACTS)}", whole) is not None


def _is_over(text: str, end: int) -> bool:
    """Whether the text goes on as after a name, and not with somebody who has the title."""
    if after_name(text, end) < PREDICATE:
        return False
    return text[end : end + 1] in JOINING_CHARACTERS or not rank_names(text, end)
