"""Read a name with dots at a given place: 阿依古丽·买买提, 汉斯·米勒."""

import re
from functools import lru_cache

from .after_names import HAN, after_name, is_straddled, is_told_with
from .foreign_names import foreign_name
from .lexicon.names import COMMON_SURNAMES, TRANSLITERATING
from .lexicon.titles import TITLES
from .lexicon.wordlist import any_of

DOTS = frozenset("·•・‧∙")
DOT = f"[{''.join(sorted(DOTS))}]"
A_DOT = re.compile(DOT)
# Most texts have no dot there: with {1,6}+ no shorter run of characters is tried.
DOTTED_NAME = re.compile(rf"{HAN}{{1,6}}+(?:{DOT}{HAN}{{1,8}})+")
DOTTED_HEAD = re.compile(rf"{HAN}{{1,6}}+(?:{DOT}{HAN}{{1,8}})*?{DOT}(?={HAN})")
MORE_DOTS = re.compile(f"{HAN}{{1,8}}{DOT}(?={HAN})")
HAN_RUN = re.compile(rf"{HAN}{{1,8}}")
# The characters of a last part. Some are sooner the next word, but for 阿不都 and its like.
SOUND = f"[{''.join(sorted(TRANSLITERATING - set('和才先都且则')))}]"
LAST_PART = re.compile(
    rf"(?:{SOUND}|(?<=阿)不(?=[都力拉来])|(?<=阿[不布])都|(?<=阿不)来|(?<=吐尔)地|(?<=卡)地(?=尔)){{2,8}}"
)
TITLE = re.compile(any_of(TITLES))
# No foreign name has it, and many words begin with it: 一早, 一直.
ONE = "一"
SHORTEST = 2


@lru_cache(maxsize=64)
def _has_dot(text: str) -> bool:
    """Whether a paragraph has one at all, as hardly any does: asked wherever a name may begin."""
    return A_DOT.search(text) is not None


def is_dotted_name(text: str) -> bool:
    """Whether the whole text has the shape of one."""
    return not DOTS.isdisjoint(text) and DOTTED_NAME.fullmatch(text) is not None


def dotted_head(text: str, start: int) -> re.Match[str] | None:
    """The beginning of a name with dots, up to the last part."""
    return DOTTED_HEAD.match(text, start) if _has_dot(text) else None


def dotted_name(text: str, start: int) -> str:
    """A name with dots; its last part ends before the first word that may follow a name."""
    head = dotted_head(text, start)
    if not head:
        return ""
    place = head.end()
    while more := MORE_DOTS.match(text, place):
        place = more.end()
    if TITLE.search(text, start, place):
        return ""
    end = _end_of_sounds(text, place) or _end_before_a_word(text, place)
    return text[start:end] if end else ""


def _end_of_sounds(text: str, place: int) -> int:
    """Where the characters of foreign names end, if the text may go on there; else 0."""
    sounds = LAST_PART.match(text, place)
    if sounds is None:
        return 0
    end = sounds.end()
    known = place + len(foreign_name(text, place))
    # 热合曼|刚递出, 木拉提|守边
    if end == known + 1 and known - place > SHORTEST:
        goes_on = after_name(text, known)
        if goes_on > 0 or (goes_on == 0 and is_straddled(text, place, end)):
            return known
    # 买买提|高兴地说
    if end - place > SHORTEST and is_straddled(text, place, end) and after_name(text, end - 1) >= 1:
        return end - 1
    return end if after_name(text, end) >= 0 or text.startswith(ONE, end) else 0


def _end_before_a_word(text: str, place: int) -> int:
    # 罗伯特·陈|出席
    if text[place] in COMMON_SURNAMES and is_told_with(text, place + 1):
        return place + 1
    last = HAN_RUN.match(text, place)
    ends = range(min(place + 2, last.end()), last.end() + 1)
    return next((end for end in ends if after_name(text, end) >= 1), 0)


def first_of_dotted(name: str) -> str:
    """By what the bearer of a name with dots is called: 古丽仙 of 古丽仙·买买提."""
    return "" if DOTS.isdisjoint(name) else A_DOT.split(name, maxsplit=1)[0]
