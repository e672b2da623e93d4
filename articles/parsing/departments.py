"""List the public bodies of a story: those that its officials have posts in.

A story without such posts has the bodies that act in it; communities and villages that are the
subject of a sentence are listed in any story. A body and its party group are two bodies.
"""

import re
from collections.abc import Iterator, Sequence

from .after_names import HAN
from .lexicon.titles import (
    AFTER_A_SUBJECT,
    BODIES,
    COMMITTEE,
    COMMITTEE_PLACES,
    FIELDS_OF_OFFICE,
    GENERIC_PLACES,
    NOT_PLACES,
    NOT_SETTLEMENTS,
    OFFICE_ENDINGS,
    PLACE_ENDINGS,
    SETTLEMENTS,
)
from .mentions import Mention
from .names import is_namelike
from .spans import words_before
from .titles import whole_body, without_branch

KNOWN_BODIES = frozenset(BODIES) | {
    field + ending for field in FIELDS_OF_OFFICE for ending in OFFICE_ENDINGS
}
LENGTHS = tuple(sorted({len(body) for body in KNOWN_BODIES}, reverse=True))
LAST_CHARACTER = re.compile(f"[{''.join(sorted({body[-1] for body in KNOWN_BODIES}))}]")
PLACE = re.compile(rf"{HAN}{{0,6}}?(?:{'|'.join(PLACE_ENDINGS)})")
NOT_PLACE = re.compile(f"{'|'.join(NOT_PLACES)}")
COMMITTEE_AND_GOVERNMENT = re.compile(rf"(?P<place>[{COMMITTEE_PLACES}]){COMMITTEE}、(?P=place)$")
A_SETTLEMENT = re.compile("|".join(SETTLEMENTS))
SETTLEMENT = re.compile(
    rf"(?:^|(?<=[。；;！？!?]))(?P<name>{HAN}{{1,4}}?)(?P<kind>{'|'.join(SETTLEMENTS)})"
    f"(?={'|'.join(AFTER_A_SUBJECT)})"
)
# 经县人民政府批准; but 经开区.
THROUGH = re.compile(f"经[{COMMITTEE_PLACES}]")
LONGEST_PLACE = 10
# 省农业部门: no body is called so.
SORT_OF_BODIES = "部门"

Found = tuple[int, int, str]


def find_departments(texts: Sequence[str], mentions: Sequence[Mention]) -> tuple[str, ...]:
    """Each body once, in the order of the text."""
    of_posts = list(_of_posts(mentions))
    found = sorted(
        [*(of_posts or _offices(texts)), *_settlements(texts, of_posts)], key=lambda one: one[:2]
    )
    return tuple(dict.fromkeys(name for _, _, name in found))


def _of_posts(mentions: Sequence[Mention]) -> Iterator[Found]:
    for mention in mentions:
        for post in mention.posts:
            body = without_branch(post.department)
            if body and body not in GENERIC_PLACES:
                yield mention.paragraph, mention.start, body


def _offices(texts: Sequence[str]) -> Iterator[Found]:
    """Bodies printed with the place that they are of: 区教育局, and not 教育局 alone."""
    for number, text in enumerate(texts):
        longest: dict[int, str] = {}
        for last in LAST_CHARACTER.finditer(text):
            body = _known_body(text, last.end())
            start = last.end() - len(body)
            place = _place_before(text, start) if body else ""
            if place:
                longest[start - len(place)] = place + body
        for start, name in longest.items():
            yield number, start, whole_body(name)


def _place_before(text: str, end: int) -> str:
    start = words_before(text, max(0, end - LONGEST_PLACE), end)
    place = text[start:end].rpartition("、")[2]
    if THROUGH.fullmatch(place):
        place = place[1:]
    if not _is_place(place) or COMMITTEE_AND_GOVERNMENT.search(text[max(0, end - 4) : end]):
        return ""
    return place


def _known_body(text: str, end: int) -> str:
    if text[end - 1 : end + 1] == SORT_OF_BODIES:
        return ""
    endings = (text[max(0, end - length) : end] for length in LENGTHS)
    return next((ending for ending in endings if ending in KNOWN_BODIES), "")


def _is_place(text: str) -> bool:
    if not PLACE.fullmatch(text) or NOT_PLACE.match(text):
        return False
    return len(text) == 1 or is_namelike(text)


def _settlements(texts: Sequence[str], of_posts: Sequence[Found]) -> Iterator[Found]:
    """Communities and villages that are the subject of a sentence, and have no post in it."""
    bodies = [name for _, _, name in of_posts]
    for number, text in enumerate(texts):
        if not A_SETTLEMENT.search(text):
            continue
        for match in SETTLEMENT.finditer(text):
            name = match["name"] + match["kind"]
            if any(name in body for body in bodies) or not NOT_SETTLEMENTS.isdisjoint(
                match["name"]
            ):
                continue
            if is_namelike(match["name"]):
                yield number, match.start(), name
