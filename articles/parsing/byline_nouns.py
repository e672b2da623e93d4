"""The words for those who write, edit and give, as a byline prints them: 本报首席记者, 编　辑."""

import re

from .after_names import HAN
from .byline_credits import either
from .lexicon.bylines import (
    CAPACITY_NOUNS,
    CAPACITY_PREFIXES,
    COMPILED_WORDS,
    CONTRIBUTIONS,
    CREDITED,
    EDITING_CAPACITIES,
    EDITING_PREFIXES,
    GIVING_WORDS,
    PICTURE_SOURCES,
    REPRINT_WORDS,
    SOURCE_WORDS,
)
from .lexicon.wordlist import any_of


def _characters(place: int) -> str:
    """What the words of two characters for those who write or edit have at the place."""
    called = (*CAPACITY_NOUNS, *EDITING_CAPACITIES)
    return "".join(sorted({word[place] for word in called if len(word) == 2}))


# 通 讯 员
SPACED_NOUN = "|".join(r"[ \u3000]".join(word) for word in CAPACITY_NOUNS if len(word) == 3)
PREFIXES_OF_CAPACITIES = rf"(?:{either(CAPACITY_PREFIXES)}|驻{HAN}{{1,4}}?)*"
CAPACITY_PATTERN = rf"{PREFIXES_OF_CAPACITIES}{either(CAPACITY_NOUNS)}"
CAPACITY = re.compile(CAPACITY_PATTERN)
# 编辑部 is a body. 编：何青；审：陆敏
EDITOR = re.compile(
    rf"(?:{either(EDITING_PREFIXES)})?{either(EDITING_CAPACITIES)}{{1,2}}(?!部)|[编审校]$"
)
IS_SPACED_NOUN = re.compile(SPACED_NOUN)
CALLED = (("capacity", CAPACITY), ("editor", EDITOR))
# 通讯|员: what a column has cut is no other word.
NOUN = re.compile(either(CAPACITY_NOUNS))
# Without one of these no words are a byline, unless something else tells that they are.
TELLING = re.compile(
    any_of(
        (
            *CAPACITY_NOUNS,
            *EDITING_CAPACITIES,
            *CONTRIBUTIONS,
            *CREDITED,
            *GIVING_WORDS,
            *SOURCE_WORDS,
            *REPRINT_WORDS,
            *COMPILED_WORDS,
            *PICTURE_SOURCES,
        ),
        SPACED_NOUN,
        "单位[:：]",
        # 编　辑: set as wide as a name of three characters.
        rf"[{_characters(0)}][ \u3000]+[{_characters(1)}]",
    )
)
