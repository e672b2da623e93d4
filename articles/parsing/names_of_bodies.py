"""Tell where what looks like a word of the sentence is what a body or its place is called."""

import re
from collections.abc import Sequence

from .after_names import HAN
from .lexicon.titles import FIRMS
from .lexicon.wordlist import any_of
from .surnames import part_of_speech

# 粤和茶业公司, 日本大和水产株式会社; but 他和茶业公司, 县和茶业公司.
NAMED_FIRM = re.compile(
    rf"(?:{HAN}|[（(]{HAN}{{2,4}}[)）]){{0,14}}?"
    rf"(?:{any_of((*FIRMS, '厂', '超市', '酒店', '医院'))})"
)
ALL, TOWNS = "都", frozenset("镇乡")
# Parts of speech, as rjieba names them.
NOUNS = frozenset(("n", "nz", "vn"))
PLACE, DIRECTION, VERB = "ns", "f", "v"


def is_of_a_name(span: str, place: int, tokens: Sequence[tuple[str, str]], number: int) -> bool:
    """Whether the word that ends at `place` is: 蒜都食品公司, 城固县委, 上派镇党委.

    But not in 都去食品公司, 出席县委.
    """
    word, tag = tokens[number]
    following, kind = tokens[number + 1] if number + 1 < len(tokens) else ("", "")
    if word == ALL:
        return kind in NOUNS and NAMED_FIRM.match(span, place) is not None
    if number and tokens[number - 1][1] == DIRECTION and following[:1] in TOWNS:
        return True
    return tag == VERB and part_of_speech(word + following[:1]) == PLACE
