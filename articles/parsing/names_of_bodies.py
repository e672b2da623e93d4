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
ALL, TOWNS, PLACES = "都", frozenset("镇乡"), frozenset("省市县区州旗镇乡")
# Parts of speech, as rjieba names them.
NOUNS = frozenset(("n", "nz", "vn"))
KINDS_OF_PLACES, DIRECTION = frozenset(("ns", "n")), "f"


def is_of_a_name(span: str, place: int, tokens: Sequence[tuple[str, str]], number: int) -> bool:
    """Whether the word that ends at `place` is: 蒜都食品公司, 城固县委, 周口市委, 上派镇党委.

    But not in 都去食品公司, 出席县委, 里面有镇党委.
    """
    word = tokens[number][0]
    following, kind = tokens[number + 1] if number + 1 < len(tokens) else ("", "")
    if word == ALL:
        return kind in NOUNS and NAMED_FIRM.match(span, place) is not None
    before, tag = tokens[number - 1] if number else ("", "")
    if len(before) == 1 and tag == DIRECTION and following[:1] in TOWNS:
        return True
    is_long = len(word) > 1 and following[:1] in PLACES
    return is_long and part_of_speech(word + following[:1]) in KINDS_OF_PLACES
