"""How the words begin that name the writers before the text: 记者何青报道：, □ 何青."""

import re

from .after_names import HAN
from .byline_capacities import CAPACITY_PATTERN, PREFIXES_OF_CAPACITIES
from .byline_names import are_given_names
from .days import NUMERAL
from .glued_names import is_no_word
from .lexicon.bylines import (
    HOUSES_OF_REPORTERS,
    REPORTING_CAPACITIES,
    REPORTING_WORDS,
    STATIONS,
)
from .lexicon.wordlist import any_of
from .name_shapes import is_name_shaped

DAY = rf"(?:近[日期]|日前|[昨今前][天日晚]|{NUMERAL}{{1,3}}[月日])"
REPORT = rf"{CAPACITY_PATTERN}[^，。,;；:：\r\n]{{2,40}}?{any_of(REPORTING_WORDS)}"
REPORTING = re.compile(
    rf"(?P<inner>(?:{HAN}{{0,11}}?{any_of(HOUSES_OF_REPORTERS)})?{REPORT})"
    rf"(?:[，,:：\s]|(?<=摄影报道)(?={NUMERAL}{{1,2}}月))"
)
# 本报讯 县气象局通讯员甲报道：
REPORTING_FOR_A_BODY = re.compile(rf"(?P<inner>{HAN}{{2,12}}?{REPORT})[，,:：]")
# 县气象局通讯员甲报道：, 县报道组甲报道：; the colon says that no sentence tells of them.
REPORT_OF_A_BODY = re.compile(
    rf"(?P<inner>(?:{HAN}{{2,12}}?{CAPACITY_PATTERN}|{HAN}{{1,10}}?{any_of(STATIONS)})"
    rf"[^，。,;；:：\r\n]{{2,24}}?{any_of(REPORTING_WORDS)})(?:[:：]|[ \u3000]+(?={DAY}))"
)
# 本报讯 甲报道：, without a word that says what 甲 is.
REPORTED = re.compile(
    rf"(?P<inner>{HAN}{{2,4}}(?:[ \u3000、]{HAN}{{2,4}}){{0,3}} ?{any_of(REPORTING_WORDS)})[:：]"
)
# 本报讯 记者甲，, 【本报讯 记者 甲】
MARKED_WRITERS = re.compile(
    rf"(?P<inner>{CAPACITY_PATTERN}[^，。,;；:：\r\n()（）【】\[\]]{{2,40}}?)(?:[】\]:：]"
    # 记者何青，摄影钱进报道： goes on; 作者何青，男 tells of him.
    r"|[，,](?![^，。：:]{2,24}报道[:：]|男|女|在|走进))"
)
# （柳河网讯 何青 通讯员 沈云顺）: the brackets were opened before the marker.
CLOSED_WRITERS = re.compile(r"(?P<inner>[^，。,;；:：\r\n()（）【】\[\]]{2,40})[)）】\]]")
# 本报讯记者何青通讯员沈云顺近日，; but 记者何青近日，走进柳河镇 and 市民何青读者沈云顺近日 are
# sentences.
ONE_OR_TWO = (
    rf"{PREFIXES_OF_CAPACITIES}{any_of(REPORTING_CAPACITIES)}{HAN}{{2,3}}?(?:、?{HAN}{{2,3}}?)?"
)
# 本网讯通讯员：何青、沈云4月9日，
LABELLED_WRITERS = (
    rf"{PREFIXES_OF_CAPACITIES}{any_of(REPORTING_CAPACITIES)}[:：]"
    rf"{HAN}{{2,3}}?(?:[、 ]{HAN}{{2,3}}?){{0,3}}"
)
WRITERS_BEFORE_A_DAY = re.compile(
    rf"(?P<inner>(?:{ONE_OR_TWO}){{2,3}}|{LABELLED_WRITERS})(?={DAY})"
)
# 据罗志坚报道，夏粮入库。
ACCORDING_TO = re.compile(
    rf"据(?:{CAPACITY_PATTERN}[ \u3000]?)?(?P<names>{HAN}{{2,3}}(?:[、 ]{HAN}{{2,3}}){{0,2}}) ?"
    rf"{any_of(REPORTING_WORDS)}[，,:：]"
)
# 记者 何青, 县报道组 记者何青
CALLED_AT_HEAD = re.compile(
    rf"(?:{HAN}{{1,10}}?{any_of((*STATIONS, *HOUSES_OF_REPORTERS))}[ \u3000]*)?{CAPACITY_PATTERN}"
    rf"|{HAN}{{1,10}}?{any_of(STATIONS)}[ \u3000]"
)
# □ 石川, □ 石　川: the mark tells that a name follows, though it may be a word.
MARKED_NAME = re.compile(rf"[□☐■◎●◇◆]\s*(?P<name>{HAN}{{2,4}}|{HAN}\s+{HAN})$")
# ■ 晓澜 逸青
MARKED_GIVEN_NAMES = re.compile(
    rf"[□☐■◎●◇◆]\s*(?P<names>{HAN}{{2}}(?:[ \u3000]+{HAN}{{2}}){{0,3}})$"
)
SEPARATOR = re.compile("[、 ]")


def is_marked_name(text: str) -> bool:
    """Whether a mark stands before a name and nothing else, or given names: □何青, ■晓澜 逸青."""
    marked = MARKED_NAME.match(text)
    if marked and is_name_shaped("".join(marked["name"].split())):
        return True
    given = MARKED_GIVEN_NAMES.match(text)
    return given is not None and are_given_names(given["names"].split())


def end_of_whom_it_is_according_to(text: str, start: int, end: int) -> int:
    """Where 据罗志坚报道， ends; 0 where none begins, as in 据马新社报道，."""
    told = ACCORDING_TO.match(text, start, end)
    names = SEPARATOR.split(told["names"]) if told else ()
    is_house = any(name.endswith(HOUSES_OF_REPORTERS) for name in names)
    return told.end() if told and all(map(is_no_word, names)) and not is_house else 0
