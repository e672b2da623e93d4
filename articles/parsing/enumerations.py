"""Find the persons of a list that nothing announces: 丁关、李铁（女）、迟浩田等参加.

Between two 、 a name has no other word beside it; a list is one of persons when most of its items
can be nothing but names.
"""

import re
from collections.abc import Iterator, Sequence

import rjieba

from .after_names import HAN, begins_a_word
from .callings import Calling
from .lexicon.names import COMMON_SURNAMES, WORDLIKE_SURNAMES
from .lexicon.persons import BODIES_OF_LISTS, PERSON_LASTS, ROLES
from .lexicon.titles import COMMITTEE_PLACES, PERSON_TAGS, TITLES
from .lexicon.wordlist import any_of
from .name_shapes import is_dictionary_word, is_possible_name
from .names import FIRM, rank_names
from .names_with_titles import NOT_LAST
from .surnames import is_usual, part_of_speech, surname_length

# （女）, （回族）, （女，满族）: of a person only.
NOTE = rf"[(（](?:女|男|已故|{HAN}{{1,5}}族)(?:[、，,]{HAN}{{1,5}}族)?[)）]"
NOTED = re.compile(NOTE)
INNER = re.compile(rf"、(?P<name>{HAN}{{2,4}})(?P<note>{NOTE})?(?=、)")
# 柳河小学罗志坚、, 外科何青等
OF_A_BODY = re.compile(
    rf"{HAN}{{1,10}}?{any_of(BODIES_OF_LISTS)}"
    rf"(?P<name>(?:(?![等及]){HAN}){{2,3}})(?:{NOTE})?(?=[、等及和获被荣，。；]|以及)"
)
FIRST = re.compile(rf"(?P<words>{HAN}{{2,4}})(?:{NOTE})?$")
HAN_BEFORE = re.compile(f"{HAN}$")
LISTED = "、"
TITLE = re.compile(f"{any_of(TITLES)}|{any_of(ROLES)}")
# 药材有白芷、黄连: what there is of them.
THERE_IS = re.compile(f"(?P<of>{HAN}{{2,8}}?)(?:主要|还)?有{HAN}{{2,4}}$")
# 马蜂、黄蜂等害虫
AND_OTHERS = re.compile(f"等等?(?P<what>{HAN}{{1,12}})")
PEOPLE = re.compile(f"人|出席|列席|领导|代表|专家|嘉宾|干部|同志|{TITLE.pattern}")
# 罗志坚、何青山、沈秋四位
COUNTED = re.compile(f"(?P<name>{HAN}{{2,3}}?)[二两三四五六七八九十]+(?:大|位|名|人|个)")
# Parts of speech (as rjieba names them) of what is listed: 药材, 连环画.
THING_TAGS = frozenset("nl")
# 作者, 评委
LASTS_OF_PEOPLE = PERSON_LASTS | {"委"}
FULL, SHORT = 3, 2
ANNOUNCING = frozenset("为是有括由")
FEWEST = 3
LONGEST_FIRST = 16
# 张北、尚义、康保等县; but 等县领导, 等市四大班子在家领导, 等村民.
OF_PLACES = re.compile(
    rf"{HAN}{{2,4}}?(?:等|(?:等?[0-9一二三四五六七八九十两]+个?))[{COMMITTEE_PLACES}镇乡村地国](?!民|{HAN}{{0,8}}领导)"
)


def find_enumerated(texts: Sequence[str]) -> Iterator[tuple[int, Calling]]:
    """The names in lists of three or more, with the number of the text."""
    for number, text in enumerate(texts):
        if text.count(LISTED) >= FEWEST - 1:
            for one in _enumerated(text):
                yield number, one


def find_behind_bodies(texts: Sequence[str]) -> Iterator[tuple[int, Calling]]:
    """The names in lists in which each stands behind a body: 柳河小学罗志坚、外科何青."""
    for number, text in enumerate(texts):
        if text.count(LISTED) >= FEWEST - 1 and sum(map(text.count, BODIES_OF_LISTS)) >= FEWEST:
            for one in _of_bodies(text):
                yield number, one


def _enumerated(text: str) -> Iterator[Calling]:
    run: list[re.Match[str]] = []
    for item in INNER.finditer(text):
        if run and item.start() != run[-1].end():
            yield from _listed(text, run)
            run = []
        run.append(item)
    if run:
        yield from _listed(text, run)


def _of_bodies(text: str) -> Iterator[Calling]:
    run: list[re.Match[str]] = []
    for item in OF_A_BODY.finditer(text):
        if run and item.start() != run[-1].end() + len(LISTED):
            yield from _likely(run)
            run = []
        run.append(item)
    yield from _likely(run)


def _likely(run: Sequence[re.Match[str]]) -> Iterator[Calling]:
    """All of them where there are enough, and most are names as the lists have them."""
    names = [Calling(one.start("name"), one["name"]) for one in run if _is_shaped(one["name"])]
    sure = sum(is_usual(one.name) or one.name[0] in COMMON_SURNAMES for one in names)
    if len(names) == len(run) >= FEWEST and 2 * sure > len(names):
        yield from (one for one in names if not is_dictionary_word(one.name))


def _listed(text: str, run: Sequence[re.Match[str]]) -> Iterator[Calling]:
    last = run[-1].end() + 1
    if OF_PLACES.match(text, last) or _is_of_things(text, run[0].start(), last):
        return
    if any(one["note"] is None and _speaks_against(one["name"]) for one in run):
        return
    names = [Calling(one.start("name"), one["name"]) for one in run if _may_be_listed(one)]
    if 2 * len(names) <= len(run):
        return
    names += _first(text, run[0].start())
    names += _last(text, last)
    is_of_people = _is_of_people(text, last)
    sure = sum(
        _is_noted(text, one) or _is_sure(one.name) or (is_of_people and _is_short(one.name))
        for one in names
    )
    if sure > 1 and len(names) >= FEWEST and 2 * sure >= len(names):
        yield from names


def _first(text: str, end: int) -> list[Calling]:
    """The name before the first 、, where other words may stand before it."""
    before = FIRST.search(text, max(0, end - LONGEST_FIRST), end)
    if before is None:
        return []
    end = before.end("words")
    for length in (FULL, SHORT):
        start, name = end - length, text[end - length : end]
        is_alone = length == len(before["words"]) and HAN_BEFORE.search(text, 0, start) is None
        is_name = _is_sure(name) or _is_known(name) or _is_due(text, start, name)
        if (is_alone and _is_shaped(name) and not is_dictionary_word(name)) or (
            is_name and begins_a_word(text, start, name)
        ):
            return [Calling(start, name)]
    return []


def _last(text: str, start: int) -> list[Calling]:
    if counted := COUNTED.match(text, start):
        return [Calling(start, counted["name"])] if _is_shaped(counted["name"]) else []
    return [Calling(start, name) for name in rank_names(text, start, FIRM)[:1]]


def _is_of_things(text: str, first: int, last: int) -> bool:
    """Whether the words before or after the list say that it is of no people."""
    before = THERE_IS.search(text, max(0, first - LONGEST_FIRST), first)
    if before and _ends_in_a_thing(before["of"]):
        return True
    others = _others(text, last)
    return others is not None and _begins_with_a_thing(others["what"])


def _is_of_people(text: str, last: int) -> bool:
    """Whether the words after the list say so: 等在外经商的老板."""
    others = _others(text, last)
    return others is not None and PEOPLE.search(others["what"]) is not None


def _others(text: str, last: int) -> re.Match[str] | None:
    """What stands behind the last name, which begins there."""
    return AND_OTHERS.match(text, last + FULL) or AND_OTHERS.match(text, last + SHORT)


def _ends_in_a_thing(words: str) -> bool:
    return _is_thing(*rjieba.tag(words, False)[-1]) and PEOPLE.search(words) is None


def _begins_with_a_thing(words: str) -> bool:
    return _is_thing(*rjieba.tag(words, False)[0]) and PEOPLE.search(words) is None


def _is_thing(word: str, tag: str) -> bool:
    return tag in THING_TAGS and word[-1] not in LASTS_OF_PEOPLE


def _speaks_against(item: str) -> bool:
    """Whether it is a word of the language or a place: 石斛, 马岭河."""
    return item[-1] in NOT_LAST or is_dictionary_word(item)


def _is_noted(text: str, one: Calling) -> bool:
    return NOTED.match(text, one.start + len(one.name)) is not None


def _is_known(name: str) -> bool:
    return part_of_speech(name) in PERSON_TAGS and name[0] in COMMON_SURNAMES


def _is_due(text: str, start: int, name: str) -> bool:
    """Whether a short name that is no word stands behind what announces a list: 分别为|罗威、."""
    return text[start - 1] in ANNOUNCING and _is_short(name)


def _is_short(name: str) -> bool:
    """Whether it is a name of two characters and no word."""
    if len(name) != SHORT:
        return False
    is_surname = name[0] in COMMON_SURNAMES and name[0] not in WORDLIKE_SURNAMES
    return is_surname and _is_shaped(name) and not part_of_speech(name)


def _may_be_listed(item: re.Match[str]) -> bool:
    name = item["name"]
    return _is_shaped(name) and (item["note"] is not None or not is_dictionary_word(name))


def _is_shaped(name: str) -> bool:
    return is_possible_name(name) and not TITLE.search(name) and name[-1] not in NOT_LAST


def _is_sure(name: str) -> bool:
    """Whether it can be nothing but a name."""
    if not _is_shaped(name):
        return False
    is_full = len(name) - surname_length(name) > 1 and not is_dictionary_word(name)
    is_surname = name[0] in COMMON_SURNAMES and name[0] not in WORDLIKE_SURNAMES
    return is_full and (is_usual(name) or (is_surname and not is_dictionary_word(name[1:])))
