"""Tell that somebody else is named with a title among the words before a title."""

import re

from .after_names import HAN
from .lexicon.names import COMMON_SURNAMES
from .lexicon.titles import CELL_HOSTS, INNER_BODIES, PERSON_TAGS, TITLES
from .lexicon.wordlist import any_of
from .surnames import is_usual, part_of_speech
from .title_parts import LASTS_OF_TITLES, title_at_end

OFFICIAL_AT_END = re.compile(rf"{any_of(TITLES)}(?P<name>{HAN}{{3}})$")
TITLE_AND_SURNAME = re.compile(rf"{any_of(TITLES)}.$")
# 何青山|副院长, 县人民医院何青山|院长
NAMED_BEFORE_TITLE = re.compile(
    rf"(?:^|[{''.join(sorted(CELL_HOSTS))}科由请])"
    rf"(?P<name>[{''.join(sorted(COMMON_SURNAMES))}]{HAN}{{1,2}})$"
)
# 县水利局张局长, 石桥镇叶副镇长: the body says of what the office is.
_SURNAME = f"[{''.join(sorted(COMMON_SURNAMES))}]"
SURNAME_BEFORE_TITLE = re.compile(
    rf"(?:(?P<kind>[局镇乡县区市院校所队站馆厂科村会]){_SURNAME}副?(?P=kind)长"
    rf"|(?:中|小|大)学{_SURNAME}副?校长"
    rf"|(?:[办室委]|中心|公司|支部|社区){_SURNAME}副?(?:主任|书记|总?经理))$"
)
# 局|安全科
LASTS_OF_BODIES = (*CELL_HOSTS, *INNER_BODIES)
NAMING_TAGS = PERSON_TAGS | {""}


def ends_in_an_official(span: str) -> bool:
    """Whether somebody else with a title stands there: 县委书记何青山|区长何青.

    Where text was lost, a surname may be all that is left: 副县长何|校长何青.
    """
    if span[-2:-1] in LASTS_OF_TITLES and span[-1] in COMMON_SURNAMES:
        return TITLE_AND_SURNAME.search(span) is not None
    is_behind_a_title = span[-4:-3] in LASTS_OF_TITLES
    official = is_behind_a_title and OFFICIAL_AT_END.search(span)
    return bool(official) and is_usual(official["name"])


def ends_in_a_title_behind_a_name(part: str) -> bool:
    """Whether the title that ends it is printed behind its holder: 何青山副院长, 县局张局长."""
    if SURNAME_BEFORE_TITLE.search(part):
        return True
    title = title_at_end(part)
    named = NAMED_BEFORE_TITLE.search(part, 0, title.start()) if title else None
    if named is None or named["name"].endswith(LASTS_OF_BODIES):
        return False
    return is_usual(named["name"]) or part_of_speech(named["name"]) in NAMING_TAGS
