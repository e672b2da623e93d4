"""Find who won: 第一名 甲（石桥中学）, 甲以2小时23分41秒夺得冠军, 授予甲等3个家庭称号."""

import re
from collections.abc import Iterator, Sequence
from functools import partial

from .after_names import HAN, begins_a_word
from .callings import NUMERAL, TITLE, Calling, is_surely_called
from .lexicon.datelines import CHINESE_DIGITS, CHINESE_TEN
from .lexicon.names import (
    COMMON_SURNAMES,
    PLAIN_SURNAMES,
    USUAL_IN_GIVEN_NAMES,
)
from .lexicon.persons import BODY_LASTS, COUNTED
from .lexicon.wordlist import any_of, finders_in, has_any
from .name_shapes import is_dictionary_word, is_possible_name
from .names import BARE, rank_names
from .opening_words import opens_with_a_word

RANKED_MARKS = ("名", "军", "奖")
RANKED = re.compile(
    rf"(?:第[一二三四五六七八]名|[冠亚季]军|等奖[：:]|[金银铜]奖[：:])[ \u3000：:]*(?={HAN})"
)
NOTES = frozenset("(（")
FULL = 3
OF_MANY = re.compile(rf"等{NUMERAL}(?:个?家庭|{any_of(COUNTED)})")
BY = "以"
SCORED = rf"[0-9{CHINESE_DIGITS}{CHINESE_TEN}百.：:′″'\"比分秒小时米个环公斤]"
SCORING = re.compile(
    rf"[。；，,、”\n中学](?P<name>{HAN}{{2,4}}?)以(?:总分|[^，。]{{0,6}}?成绩)?{SCORED}{{2,14}}"
    rf"[^，。；]{{0,8}}?(?:[夺获摘折]|冠|战胜|力克|险胜|率先|打破|刷新|名列|位居|列第|第[一二三四]|击败|胜|成绩被{HAN}{{2,12}}录取)"
)


AWARDS = ("获", "夺", "摘得", "捧得")
# 甲、乙分获亚军、季军
SHARING = re.compile(
    rf"(?:^|[，。；：、\n]|(?<=队的)|(?<=县的)|(?<=市的)|(?<=校的))"
    rf"(?P<names>{HAN}{{2,3}}(?:、{HAN}{{2,3}}){{1,5}})(?:分获|分别(?:荣获|获得|夺得|获)|分列)"
)
ITEM = re.compile(f"{HAN}+")
# 甲（滨城）、乙（无棣）获得
NAME_AND_NOTE = rf"{HAN}{{2,4}}[(（]{HAN}{{2,8}}[)）]"
NOTED = re.compile(rf"(?:{NAME_AND_NOTE}、)+{NAME_AND_NOTE}(?=分?[获夺]|分别|荣获)")
NOTED_NAME = re.compile(rf"{HAN}{{2,4}}(?=[(（])")
# 何自然荣获一等奖
AWARDED = re.compile(
    rf"[。；！？”，\n](?P<name>[{''.join(sorted(PLAIN_SURNAMES))}]{HAN}"
    rf"[{''.join(sorted(USUAL_IN_GIVEN_NAMES))}])(?=(?:荣获|获得?|夺得?|摘得|捧得)[^，。；]{{0,20}}(?:奖|冠军|[金银铜]牌|称号|第[一二三四]))"
)


def find_winners(texts: Sequence[str]) -> Iterator[tuple[int, Calling]]:
    """Whoever won in the texts of a story, with the number of the text."""
    finders = finders_in("\n".join(texts), FINDERS)
    for number, text in enumerate(texts) if finders else ():
        for find in finders:
            for one in find(text):
                yield number, one


def _scoring(text: str) -> Iterator[Calling]:
    """Who wins by what: 甲以2小时23分41秒夺得冠军."""
    for match in SCORING.finditer(f"\n{text}") if BY in text else ():
        if is_surely_called(match["name"]):
            yield Calling(match.start(), match["name"])


def _sharing(text: str) -> Iterator[Calling]:
    """Who win the places that the text lists behind them: 甲、乙分获亚军、季军."""
    for match in SHARING.finditer(text):
        items = [*ITEM.finditer(text, *match.span("names"))]
        words = sum(is_dictionary_word(item[0]) for item in items)
        if 2 * words < len(items) and all(is_possible_name(item[0]) for item in items):
            yield from (Calling(item.start(), item[0]) for item in items)


def _awarded(text: str) -> Iterator[Calling]:
    """Who wins an award, whatever word they are called by: 何自然荣获一等奖."""
    for match in AWARDED.finditer(f"\n{text}"):
        name = match["name"]
        if is_surely_called(name) and not is_dictionary_word(name[:2]):
            yield Calling(match.start(), name)


def _ranked(text: str) -> Iterator[Calling]:
    """Who came in at which place: 第一名 甲（石桥中学）."""
    if not has_any(text, RANKED_MARKS):
        return
    for match in RANKED.finditer(text):
        start = match.end()
        name = next(iter(rank_names(text, start, BARE)), "")
        end = start + len(name)
        if not is_possible_name(name) or name[-1] in BODY_LASTS or TITLE.search(name):
            continue
        is_noted = text[end : end + 1] in NOTES
        if is_noted or not (is_dictionary_word(name) or opens_with_a_word(text, start, end)):
            yield Calling(start, name)


def _of_many(text: str) -> Iterator[Calling]:
    """Who is named of many that are honoured or helped: 授予甲等3个家庭称号."""
    for match in OF_MANY.finditer(text):
        start = match.start() - FULL
        name = text[max(0, start) : match.start()]
        if (
            name[:1] in COMMON_SURNAMES
            and is_surely_called(name)
            and rank_names(text, start, BARE)[:1] == [name]
            and begins_a_word(text, start, name)
        ):
            yield Calling(start, name)


def _noted(text: str) -> Iterator[Calling]:
    """Who win together, each with where they are from: 甲（滨城）、乙（无棣）获得冠军."""
    for match in NOTED.finditer(text):
        found = [*NOTED_NAME.finditer(text, *match.span())]
        names = [one[0] for one in found]
        if all(map(is_possible_name, names)) and not all(map(is_dictionary_word, names)):
            yield from (Calling(one.start(), one[0]) for one in found)


# Each with what a story must hold.
FINDERS = (
    (_scoring, partial(has_any, words=(BY,))),
    (_ranked, partial(has_any, words=RANKED_MARKS)),
    (_sharing, partial(has_any, words=("分获", "分别", "分列"))),
    (_of_many, OF_MANY.search),
    (_awarded, partial(has_any, words=AWARDS)),
    (_noted, partial(has_any, words=("）、", ")、"))),
)
