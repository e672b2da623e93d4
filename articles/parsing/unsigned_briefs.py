"""Find briefs that nobody signs, each a small headline and one text, below one with 本报讯.

So do sections of one article stand below their subheads; but the headline of a brief names first
whom its text is about, and no other text on the page tells of that, or its text tells its own day.
"""

import re
from collections.abc import Sequence

from .after_names import HAN
from .blocks import goes_on_below
from .briefs import SHORTEST_HEADLINE
from .days import DATE
from .endings import is_final
from .heading_marks import low_mark
from .lexicon.events import HOST_ENDINGS
from .lexicon.wordlist import any_of, words
from .markers import find_marker
from .source import Line, Source

SUBHEAD = "subhead"
# Whom: a body or a place, and no 挂号缴 of 挂号缴费不用排队.
PLACES = words("路 街 大道 大桥 公园 广场 小区")
SUBJECT = re.compile(f"{HAN}{{1,12}}?{any_of((*HOST_ENDINGS, *PLACES))}(?<={HAN}{{3}})")
FIRST_OF_SUBJECT = 3
ASKING = ("？", "?")
SENTENCE = re.compile("[^。！？!?]*")
CLAUSE = re.compile("[^，,。]*")


def find_unsigned_briefs(source: Source, lines: Sequence[Line], heads: Sequence[int]) -> set[int]:
    """Those of the `heads`, lines by their index, that each begin a brief; not the first of them.

    All later ones do, or none; at least half of them by whom they name.
    """
    later = heads[1:]
    sections = [
        [line for line in lines[head + 1 : end] if not line.is_blank]
        for head, end in zip(heads, [*later, len(lines)], strict=True)
    ]
    if not later or not any(find_marker(source, line) for line in sections[0]):
        return set()
    texts = ["".join(map(source.cut, section)) for section in sections]
    by_name = 0
    for place, head in enumerate(later, 1):
        title, text = source.cut(lines[head]), texts[place]
        if len(sections[place]) != 1 or not _may_head_a_brief(source, lines[head], text):
            return set()
        is_by_name = _names_whom(title, text, [*texts[:place], *texts[place + 1 :]])
        if not is_by_name and not DATE.search(CLAUSE.match(text)[0]):
            return set()
        by_name += is_by_name
    return set(later) if by_name * 2 >= len(later) else set()


def _may_head_a_brief(source: Source, line: Line, text: str) -> bool:
    title = source.cut(line)
    return (
        line.role != SUBHEAD
        and not low_mark(source, line)
        and len(title) >= SHORTEST_HEADLINE
        and not title.endswith(ASKING)
        and is_final(text)
        and not goes_on_below(title, text)
    )


def _names_whom(title: str, text: str, others: Sequence[str]) -> bool:
    named = SUBJECT.match(title)
    subject = named[0][:FIRST_OF_SUBJECT] if named else ""
    if named is None or subject not in SENTENCE.match(text)[0]:
        return False
    # 各村 of an overview are told of one by one below it.
    return not any(subject in other or f"各{named[0][-1]}" in other for other in others)
