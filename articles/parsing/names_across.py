"""Find a name that a break cuts in two: 区委书记林志 | 远先后走访, 在石门 | 乡."""

import re
from collections.abc import Collection

import rjieba

from .after_names import HAN, after_name
from .full_names import LENGTH, find_full_names
from .lexicon.names import BEFORE_AN_APPOINTED, COMMON_SURNAMES
from .lexicon.persons import ROLES
from .lexicon.titles import TITLES
from .name_shapes import is_name_shaped
from .names import FIRM, rank_names

WHO = frozenset((*TITLES, *ROLES))
# What stands before a name: what somebody is, another name of a list, the end of a clause.
HEADS = WHO | {*BEFORE_AN_APPOINTED}
LONGEST_HEAD = max(map(len, HEADS))
LASTS_OF_HEADS = frozenset(head[-1] for head in HEADS)
MARKS = "。；！？，、”"
# How well the text has to go on, so that the two halves are no accident.
WELL, SURELY = 1.5, 2.0
LONGEST_HALF = 4
AROUND = 12
# The name of a place, and what sort of place it is of.
PLACE_NAME = re.compile(rf"[。；，、“”日午在到从对沿至]{HAN}{{2,3}}$")
SORT_OF_PLACE = re.compile(f"(?:[区县镇乡村路街巷]|街道|社区)(?=[，、。的]|{HAN}{{2}})")


def is_name_across(before: str, after: str) -> bool:
    """Whether a name begins at the end of one text, ends in the other, and is well followed."""
    if is_place_across(before, after):
        return True
    text, cut = before[-AROUND:] + after[:AROUND], min(AROUND, len(before))
    if _ends_with(WHO, text, cut) and _is_name(text, cut, cut):
        return True
    full = (one.start for _, one in find_full_names([text], text, ()))
    if any(start < cut < start + LENGTH for start in full):
        return True
    return any(_is_name(text, place, cut) for place in range(max(1, cut - LONGEST_HALF), cut))


def is_place_across(before: str, after: str) -> bool:
    """Whether the kind of a place stands apart from its name: 在石门 | 镇, but no 在脚下 | 村民."""
    kind = SORT_OF_PLACE.match(after)
    if kind is None or not PLACE_NAME.search(before[-LONGEST_HALF:]):
        return False
    return rjieba.cut(after[:AROUND], False)[0] == kind[0]


def ends_in_somebody(text: str) -> bool:
    """Whether a name stands last, behind what somebody is: 老党员何青."""
    return any(
        is_name_shaped(text[place:]) and _ends_with(WHO, text, place)
        for place in range(max(1, len(text) - LONGEST_HALF), len(text) - 1)
    )


def _is_name(text: str, place: int, cut: int) -> bool:
    is_clause = text[place - 1] in MARKS and text[place] in COMMON_SURNAMES
    if not is_clause and not _ends_with(HEADS, text, place):
        return False
    ends = (place + len(name) for name in rank_names(text, place, FIRM)[:1])
    least = SURELY if is_clause else WELL
    return any(end > cut and after_name(text, end) >= least for end in ends)


def _ends_with(words: Collection[str], text: str, end: int) -> bool:
    return text[end - 1] in LASTS_OF_HEADS and any(
        text[start:end] in words for start in range(max(0, end - LONGEST_HEAD), end)
    )
