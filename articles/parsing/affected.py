"""Find whom something is done to: 判处甲有期徒刑三年, 拖欠甲等9名农民工工资."""

import re
from collections.abc import Iterator, Sequence
from functools import partial

import rjieba

from .after_names import HAN, HAN_AT_END, HAN_ONLY, begins_a_word
from .callings import FULL, NUMERAL, Calling, is_surely_called
from .lexicon.names import (
    PLAIN_SURNAMES,
    USUAL_IN_GIVEN_NAMES,
)
from .lexicon.persons import CONVICTS, COUNTED, PENALTIES, ROLES
from .lexicon.titles import PERSON_TAGS, PLACE_TAGS, TITLES
from .lexicon.wordlist import any_of, finders_in, has_any
from .name_shapes import is_dictionary_word, is_name_shaped, is_possible_name
from .surnames import is_usual, part_of_speech

WHO = re.compile(any_of((*ROLES, *TITLES)))
PENALIZED = re.compile(
    rf"(?:判处|处以|给予|[、，,；;和])(?:{any_of(CONVICTS)})?"
    rf"(?P<name>{HAN}{{2,4}}?)(?={any_of(PENALTIES)})"
)
# 通过了甲、乙等10名同志的任职议案: a decision to come, which does not say what their offices are.
DECIDED_ON = re.compile(
    rf"(?:任免|任命|免去|接受|审议|通过|听取)了?(?P<names>{HAN}{{2,4}}?(?:、{HAN}{{2,4}}?)*)"
    rf"(?:等?(?:{NUMERAL}|两)[名位])?同志(?=的?(?:任职|免职|职务)|辞去)"
)
AND_OTHERS = re.compile(rf"等(?=同志|{NUMERAL}[多余]?{any_of(COUNTED)})")
OTHERS_MARK, LIST_MARK, COLLEAGUES = "等", "、", "同志"
SHORT = 2
VERB = "v"
LONGEST_BEFORE = 6


def find_affected(texts: Sequence[str]) -> Iterator[tuple[int, Calling]]:
    """Whoever is so in the texts of a story, with the number of the text."""
    finders = finders_in("\n".join(texts), FINDERS)
    for number, text in enumerate(texts) if finders else ():
        for find in finders:
            for one in find(text):
                yield number, one


def _penalized(text: str) -> Iterator[Calling]:
    """Names before what their bearers are sentenced to: 判处何满仓有期徒刑三年、何二秃拘役."""
    for match in PENALIZED.finditer(text):
        if _may_be_penalized(match["name"]):
            yield Calling(match.start("name"), match["name"])


def _may_be_penalized(name: str) -> bool:
    is_word = part_of_speech(name) not in PERSON_TAGS | PLACE_TAGS | {""}
    return is_possible_name(name) and not is_word and not WHO.search(name)


def _decided_on(text: str) -> Iterator[Calling]:
    """Those whose appointment is before a meeting; all of a list have the shape of names."""
    for match in DECIDED_ON.finditer(text):
        names = match["names"].split(LIST_MARK)
        if all(is_name_shaped(one) and not is_dictionary_word(one) for one in names):
            start = match.start("names")
            for name in names:
                if not WHO.search(name):
                    yield Calling(start, name)
                start += len(name) + len(LIST_MARK)


def _with_others(text: str) -> Iterator[Calling]:
    """The only name before a number of people: 拖欠何志等9名农民工工资."""
    for others in AND_OTHERS.finditer(text):
        for length in (FULL, SHORT):
            start = others.start() - length
            name = text[max(0, start) : others.start()]
            if start >= 0 and _is_one_of_others(text, start, name):
                yield Calling(start, name)
                break


def _is_one_of_others(text: str, start: int, name: str) -> bool:
    if name[0] not in PLAIN_SURNAMES or not HAN_ONLY.fullmatch(name):
        return False
    if not is_surely_called(name) or WHO.search(name) or text[start - 1 : start] == LIST_MARK:
        return False
    if len(name) == FULL:
        is_sure = is_usual(name) or not is_dictionary_word(name[1:])
        return is_sure and not part_of_speech(name[:2]) and begins_a_word(text, start, name)
    return name[1] in USUAL_IN_GIVEN_NAMES and _ends_in_a_verb(text, start)


def _ends_in_a_verb(text: str, end: int) -> bool:
    before = HAN_AT_END.search(text[max(0, end - LONGEST_BEFORE) : end])[0]
    return not before or rjieba.tag(before, False)[-1][1] == VERB


# Each with what a story must hold.
FINDERS = (
    (_penalized, re.compile(any_of(PENALTIES)).search),
    (_decided_on, partial(has_any, words=(COLLEAGUES,))),
    (_with_others, partial(has_any, words=(OTHERS_MARK,))),
)
