"""Read names of Tibetans, Mongols, Uyghurs, Kazakhs and Yi by the names that they are made of."""

import re
from functools import lru_cache

from .lexicon.foreign import (
    MONGOLIAN,
    MONGOLIAN_SURNAMES,
    NOT_AFTER,
    TIBETAN,
    TIBETAN_ENDS,
    TURKIC,
    TURKIC_ENDS,
    WORDLIKE,
    YI,
    YI_CLANS,
)
from .lexicon.wordlist import any_of

ENDS = f"{any_of(TURKIC_ENDS)}?"
PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        f"{any_of(TIBETAN)}{{1,2}}(?:{'|'.join(TIBETAN_ENDS)})?",
        f"{any_of(MONGOLIAN)}{{1,2}}",
        f"[{MONGOLIAN_SURNAMES}]{any_of(MONGOLIAN)}",
        f"{any_of(TURKIC)}{{1,2}}{ENDS}",
        f"{any_of(YI_CLANS)}{any_of((*YI, *YI_CLANS))}莫?|{any_of(YI)}莫?",
    )
)
# What such a name begins with.
ANY_PART = any_of((*TIBETAN, *MONGOLIAN, *TURKIC, *YI_CLANS, *YI))
FIRSTS = frozenset(name[0] for name in (*TIBETAN, *MONGOLIAN, *TURKIC, *YI_CLANS, *YI)) | frozenset(
    MONGOLIAN_SURNAMES
)
# A village, a road or a firm is called so.
OF_A_PLACE = re.compile(f"(?:{'|'.join(NOT_AFTER)})")
# From so many characters on, such a name is nothing else.
CERTAIN, LONGEST = 3, 8


def foreign_name(text: str, start: int = 0) -> str:
    """The longest such name at the place; empty for none, and where a place is called so."""
    if text[start : start + 1] not in FIRSTS:
        return ""
    matches = (pattern.match(text, start) for pattern in PATTERNS)
    end = max((match.end() for match in matches if match), default=start)
    name = text[start:end]
    return "" if name in WORDLIKE or OF_A_PLACE.match(text, end) else name


@lru_cache(maxsize=8192)
def is_foreign_name(text: str) -> bool:
    """Whether the whole text is such a name."""
    if text[:1] not in FIRSTS or text in WORDLIKE:
        return False
    return any(pattern.fullmatch(text) for pattern in PATTERNS)


def is_certain_foreign_name(text: str) -> bool:
    """Whether it is one that is nothing else."""
    return len(text) >= CERTAIN and is_foreign_name(text)


def foreign_name_before(text: str, end: int) -> str:
    """The longest one that ends at the place, of those that are nothing else."""
    names = (text[start:end] for start in range(max(0, end - LONGEST), end - CERTAIN + 1))
    return next(filter(is_foreign_name, names), "")
