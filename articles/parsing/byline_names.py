"""Judge whether a word of a byline may be a writer's name, by its characters alone."""

import re
from collections.abc import Sequence

import rjieba

from .after_names import HAN, HAN_ONLY
from .facts import PrintedByline
from .lexicon.bylines import (
    BEFORE_REPORTING,
    NO_NAME_BEFORE_REPORTING,
    NOT_WRITERS,
    POSTED_AT,
    REPORTING_WORDS,
    UNWRITERLIKE_TAGS,
)
from .lexicon.names import COMMON_SURNAMES, USUAL_IN_GIVEN_NAMES
from .lexicon.persons import PLACE_LASTS, ROLES
from .lexicon.titles import PERSON_TAGS, PLACE_TAGS, TITLES
from .lexicon.wordlist import any_of
from .name_shapes import TRANSLITERATED, is_dictionary_word, is_name_shaped
from .shared_zones import ZONE as ZONE_OF_A_PLACE
from .source import Source
from .surnames import part_of_speech, surname_length

DOT = re.compile("[·•・.．]")
DOTTED = re.compile(rf"{HAN}{{1,8}}(?:{DOT.pattern}{HAN}{{1,8}})+")
# What stands before a name and what stands behind one, where a sentence tells of somebody.
CALLING = any_of(word for word in (*ROLES, *TITLES) if len(word) > 1)
TOLD_OF = re.compile(rf"{CALLING}|{HAN}{{1,3}}国人|.*[的了着是在就说]")
COMMAS = ("，", ",")
LONGEST_NAME = 7
# How many of the characters of given names that stand alone are those that such names have.
MOSTLY = 0.8
LONGEST_CHINESE_NAME = 4
# Parts of speech (as rjieba names them) of words that are given as names.
NAMING_TAGS = frozenset(("ns", "nz", "a", "i"))
# Those of words that make a clause, and how words end that count people: no body is called
# 王建国告诉, 据新华社, 他当过, 两名.
CLAUSE_TAGS = re.compile("v$|[pudrtcy]")
PAPER = "报"
# 经开区融媒体中心, though 开 is what somebody does.
ZONE, ANY_ZONE = re.compile(f"^{ZONE_OF_A_PLACE}"), "开发区"
# 徐家沟, but not 何青山.
PLACES_UNLIKE_NAMES = tuple(PLACE_LASTS - USUAL_IN_GIVEN_NAMES)
# 何青曾|在, 罗敷|的: no given name ends so.
SELDOM_LAST = "的在对说曾把被跟是"
COUNTING_PEOPLE = tuple("名位个年")
# 驻柳河, 柳河站, 柳城派, 最柳河, 柳都: other words elsewhere.
PLACES_OF_WRITERS = (POSTED_AT, *"站派最都")


def may_be_a_body(text: str) -> bool:
    """No clause, and no number of people: 县融媒体中心, 新华社驻柳河, but not 王建国告诉, 两名."""
    tagged = rjieba.tag(ZONE.sub(ANY_ZONE, text), False)
    return not any(
        (CLAUSE_TAGS.match(tag) and word not in PLACES_OF_WRITERS)
        or (tag == "m" and word.endswith(COUNTING_PEOPLE))
        for word, tag in tagged
    )


def may_be_a_house(text: str) -> bool:
    """A body, and of papers one that 报 alone or 法制报 ends: no 捷报, no 工作汇报."""
    *_, last = rjieba.cut(text, False)
    is_report = last.endswith(PAPER) and len(last) % 2 == 0
    return may_be_a_body(text) and not is_report


def is_plain(text: str) -> bool:
    """A name with a common surname that the lists do not forbid."""
    return len(text) <= 3 and text[0] in COMMON_SURNAMES and is_name_shaped(text)


def is_full_name(text: str) -> bool:
    """A surname and a given name of two characters."""
    return is_name_shaped(text) and len(text) - surname_length(text) == 2


def is_another_word(text: str) -> bool:
    """One that is no name, nor a place called as people are: 苏平, but not 苏州."""
    if part_of_speech(text) not in PLACE_TAGS or len(text) > 2 or not is_name_shaped(text):
        return is_dictionary_word(text)
    return text[1] not in USUAL_IN_GIVEN_NAMES - PLACE_LASTS


def tells_of_a_report(source: Source, last: PrintedByline) -> bool:
    """Whether 报道 stands behind the last name and it is a sentence: 记者何青也报道, 何青的报道.

    Before a comma 何青曾报道 is one too; set off from the text, 何守正报道： is none.
    """
    if not source.text.startswith(REPORTING_WORDS, last.source.end):
        return False
    goes_on = source.text.startswith(COMMAS, last.source.end + len(REPORTING_WORDS[0]))
    words = BEFORE_REPORTING if goes_on else NO_NAME_BEFORE_REPORTING
    return any(last.name.endswith(word) and len(last.name) > len(word) + 1 for word in words)


def may_be_called(text: str) -> bool:
    """A word that people are named after, in the brackets of a byline: 幸福, 邛崃."""
    return (
        2 <= len(text) <= 3
        and HAN_ONLY.fullmatch(text) is not None
        and text not in NOT_WRITERS
        and part_of_speech(text) in NAMING_TAGS
    )


def may_be_called_by_a_noun(text: str) -> bool:
    """A word of two characters that says no action, where nothing but a name can stand: 海棠."""
    return (
        len(text) == 2
        and HAN_ONLY.fullmatch(text) is not None
        and text not in NOT_WRITERS
        and part_of_speech(text) in NAMING_TAGS | PERSON_TAGS | {"n", ""}
    )


def may_be_called_by_any_word(text: str) -> bool:
    """Two characters, or a word of three, where the line is a byline by its form: 归海."""
    is_short = len(text) == 2 or (len(text) == 3 and is_dictionary_word(text))
    return is_short and HAN_ONLY.fullmatch(text) is not None and text not in NOT_WRITERS


def is_told_of(text: str) -> bool:
    """Whether a name with a dot is more than a name: 教练员哈丽旦·吐尔, 我们的节日·中秋."""
    if DOTTED.fullmatch(text) is None:
        return False
    parts = DOT.split(text)
    return TOLD_OF.match(text) is not None or (
        any(map(is_dictionary_word, parts)) and not any(map(TRANSLITERATED.fullmatch, parts))
    )


def is_foreign(text: str) -> bool:
    """Four characters or more that foreign names are written with, and no word: 次仁卓嘎."""
    return (
        len(text) >= LONGEST_CHINESE_NAME
        and TRANSLITERATED.fullmatch(text) is not None
        and not is_dictionary_word(text)
    )


def may_be_a_writer(text: str) -> bool:
    """Two to seven characters that are no phrase: 其其格, 呼和巴特尔, 车前子."""
    if DOTTED.fullmatch(text):
        return text not in NOT_WRITERS
    if text in NOT_WRITERS or not HAN_ONLY.fullmatch(text) or not 2 <= len(text) <= LONGEST_NAME:
        return False
    if len(text) >= 3 and is_no_phrase(text):
        return True
    tags = [tag for _, tag in rjieba.tag(text, False)]
    if len(tags) == 1:
        is_long = len(text) >= LONGEST_CHINESE_NAME and TRANSLITERATED.fullmatch(text) is not None
        return tags[0] in PERSON_TAGS or (tags[0].startswith("n") and (len(text) == 3 or is_long))
    return len(text) == 2 or not any(tag.startswith(UNWRITERLIKE_TAGS) for tag in tags)


def is_rare(text: str) -> bool:
    """Three or four characters that no dictionary knows: 白音查干."""
    return (
        3 <= len(text) <= LONGEST_CHINESE_NAME
        and HAN_ONLY.fullmatch(text) is not None
        and text not in NOT_WRITERS
        and not is_dictionary_word(text)
    )


def may_be_a_name(text: str) -> bool:
    """A person's name that the dictionary knows, or two or three characters that are no word."""
    return (
        2 <= len(text) <= 3
        and HAN_ONLY.fullmatch(text) is not None
        and text not in NOT_WRITERS
        and not is_dictionary_word(text)
    )


def is_no_phrase(text: str) -> bool:
    """Three characters or more that make no words together: 乌力吉."""
    tokens = rjieba.tag(text, False)
    return len(text) >= 3 and all(len(word) == 1 or tag in PERSON_TAGS for word, tag in tokens)


def are_given_names(names: Sequence[str]) -> bool:
    """逸云 守正: two characters each, no words, and most of them those of given names."""
    usual = [sum(map(USUAL_IN_GIVEN_NAMES.__contains__, name)) for name in names]
    is_usual = all(usual) and sum(usual) >= MOSTLY * len("".join(names))
    return is_usual and not any(len(name) != 2 or is_dictionary_word(name) for name in names)
