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
EDITOR = "编辑"
BELOW = re.compile(
    rf"{any_of(HEADS_IN_LETTERS)}$|{HAN}{{0,12}}{any_of(BELOW_LETTERS)}{HAN}{{0,4}}(?:[:：]|$)"
)


def ends_letter(
    source: Source, lines: Sequence[Line], number: int, *, may_be_list: bool = False
) -> bool:
    """Whether the line stands below the text of a letter, and nothing of the text below it.

    What may be a list too signs only a letter to the editor.
    """
    above = [one for one in lines[:number] if not one.is_blank]
    salutations = [text for one in above if is_salutation(text := source.cut(one))]
    if not any(EDITOR in text or not may_be_list for text in salutations):
        return False
    last = above[-1]
    if not is_final(source.text, last.end) or announces_list(source, last):
        return False
    below = next((source.cut(one) for one in lines[number + 1 :] if not one.is_blank), None)
    return below is None or _may_follow(below)


def announces_list(source: Source, line: Line) -> bool:
    """Whether the names below a line are those it speaks of: 获奖名单公布。"""
    return ANNOUNCING.search(source.text, max(line.start, line.end - NEAR), line.end) is not None


def _may_follow(text: str) -> bool:
    """2024年3月9日, 编后：, 县交通局答复：, 相关链接, or the next letter."""
    is_set_off = any(one.fullmatch(text) for one in (DATE_LINE, DAY_LINE, HEADS))
    return is_set_off or is_salutation(text) or BELOW.match(text) is not None
