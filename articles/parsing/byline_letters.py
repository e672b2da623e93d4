"""Tell whether a line of names signs a letter, or is one of the rows of a list in it."""

import re
from collections.abc import Sequence

from .after_names import HAN
from .endings import is_final
from .lexicon.bylines import ANNOUNCING_A_LIST, BELOW_LETTERS
from .lexicon.lines import HEADS_IN_LETTERS
from .lexicon.wordlist import any_of
from .source import Line, Source
from .whole_lines import DATE_LINE, DAY_LINE, HEADS, is_salutation

ANNOUNCING = re.compile(any_of(ANNOUNCING_A_LIST))
# How far above the names stand the words that announce them.
NEAR = 60
BELOW = re.compile(
    rf"{any_of(HEADS_IN_LETTERS)}$|{HAN}{{0,12}}{any_of(BELOW_LETTERS)}{HAN}{{0,4}}(?:[:：]|$)"
)


def ends_letter(source: Source, lines: Sequence[Line], number: int) -> bool:
    """Whether the line stands below the text of a letter, and nothing of the text below it."""
    above = [one for one in lines[:number] if not one.is_blank]
    if not any(is_salutation(source.cut(one)) for one in above):
        return False
    last = above[-1]
    if not is_final(source.text, last.end):
        return False
    if ANNOUNCING.search(source.text, max(last.start, last.end - NEAR), last.end):
        return False
    below = next((source.cut(one) for one in lines[number + 1 :] if not one.is_blank), None)
    return below is None or _may_follow(below)


def _may_follow(text: str) -> bool:
    """2024年3月9日, 编后：, 县交通局答复：, 相关链接, or the next letter."""
    is_set_off = any(one.fullmatch(text) for one in (DATE_LINE, DAY_LINE, HEADS))
    return is_set_off or is_salutation(text) or BELOW.match(text) is not None
