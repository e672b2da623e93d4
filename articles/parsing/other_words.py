"""Tell other words from names where an office or a role alone has the next words for a name.

厂长|从北京回来, 村民|和何青握手, 镇长|养鸡六百只: they tell what somebody does, or with whom.
"""

import re

from .after_names import HAN_ONLY, after_name, first_tag
from .foreign_names import is_foreign_name
from .lexicon.feasts import GREETED
from .lexicon.names import COMMON_SURNAMES, NOT_PERSONS, WORDLIKE_SURNAMES
from .lexicon.persons import ROLES
from .lexicon.titles import AND_WORDS
from .lexicon.wordlist import words
from .names import BARE, find_name
from .surnames import is_usual, part_of_speech, surname_length

# Parts of speech (as rjieba names them) of where somebody comes from or goes to.
PLACES = frozenset(words("f s r m ns"))
FROM, TOWARDS, OF = "从向的"
PEOPLE = frozenset((*ROLES, "来宾", "嘉宾", "大家", "群众"))
SHORT = 2
# 写春联|贺新春, and how well a text goes on after somebody of that name.
GREETING, WELL = frozenset("贺庆迎祝"), 1.5
# Parts of speech of what tells of somebody else, behind 和: 新生|和新来的老师.
TELLING_TAGS = frozenset("advm")
# 甲代表石村镇|人民政府
LASTS_OF_PLACES = frozenset("省市县区州旗镇乡村")
GOVERNING = re.compile("人民政府|[党村]委")
# 甲代表青平|市委、市政府
GOVERNED = re.compile("[省市县区州旗镇乡村](?:党?委(?!员)|(?:人民)?政府|人大|政协)")
# 六百只, 一把, and not 六十岁, 一家, 三人.
NUMBER = re.compile(
    "(?:[二三四五六七八九十百两][一二三四五六七八九十百千两]*|一(?=[个只头把口条块记]))"
    "(?![一二三四五六七八九十百千两]|[多几]?岁|[人位名次])"
)
# 东方机械|有限公司
OF_A_FIRM = re.compile("(?:股份|集团)?有限|集团公司")


def is_sooner_words(text: str, start: int, end: int) -> bool:
    """Whether what looks like a name tells something else."""
    name = text[start:end]
    return (
        _is_prepositional(name)
        or OF_A_FIRM.match(text, end) is not None
        or (name[-1] in LASTS_OF_PLACES and GOVERNING.match(text, end) is not None)
        or GOVERNED.match(text, end) is not None
        or (
            name[0] in AND_WORDS
            and (
                name[1:] in PEOPLE
                or _is_another(find_name(text, start + 1, BARE))
                or (text[end : end + 1] == OF and first_tag(name[1:])[:1] in TELLING_TAGS)
            )
        )
        or (
            len(name) == SHORT
            and name[0] in WORDLIKE_SURNAMES - COMMON_SURNAMES
            and NUMBER.match(text, end) is not None
        )
    )


def is_greeting(text: str, start: int, end: int) -> bool:
    """Whether a feast is greeted, and nobody called so says or does anything: 舞翩翩|贺新春."""
    if text[start] not in GREETING or text[start + 1 : end] not in GREETED:
        return False
    return after_name(text, end) < WELL or HAN_ONLY.match(text, end) is None


def _is_another(name: str) -> bool:
    """Whether it is the whole name of somebody else: not 志刚 of 和志刚, nor 国强 of 和国强."""
    return name != "" and (
        name[0] in COMMON_SURNAMES or surname_length(name) > 1 or is_foreign_name(name)
    )


def _is_prepositional(name: str) -> bool:
    """从北京, 从村里, 向重庆, 向新兵"""
    given = name[1:]
    is_taken = part_of_speech(given) in PLACES
    if name[0] == FROM:
        is_name = is_usual(name) or (name[:SHORT] in NOT_PERSONS and len(name) > SHORT)
        return is_taken or not is_name
    if name[0] != TOWARDS or len(given) < SHORT:
        return False
    return given in PEOPLE or (is_taken and not is_usual(name))
