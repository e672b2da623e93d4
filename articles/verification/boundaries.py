"""Where the words of the language begin and end around some characters, as rjieba divides them."""

import re
from typing import NamedTuple

import rjieba

MARKS = r"，,。；;：:！!？?、“”‘’《》（）()\s"
MARK = re.compile(f"[{MARKS}]")
CLAUSE_BEFORE = re.compile(f"[^{MARKS}]*$")
# So many characters on either side are enough.
AROUND = 8


class Across(NamedTuple):
    """Whether a word lies across the start of some characters, and across their end."""

    start: bool
    end: bool


def clause_before(text: str, place: int) -> str:
    return CLAUSE_BEFORE.search(text, 0, place)[0]


def words_before(text: str, place: int) -> set[str]:
    """The words of the clause before a place: 主要 has no 要."""
    return set(rjieba.cut(clause_before(text, place), False))


def words_across(text: str, start: int, end: int) -> Across:
    """布署 of 公布署名: 公布 lies across its start, 署名 across its end."""
    place = max(start - len(clause_before(text, start)), start - AROUND)
    after = MARK.search(text, end)
    last = min(after.start() if after else len(text), end + AROUND)
    across_start = across_end = False
    for word in rjieba.cut(text[place:last], False):
        following = place + len(word)
        across_start |= place < start < following < end
        across_end |= start < place < end < following
        place = following
    return Across(across_start, across_end)
