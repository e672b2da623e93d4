"""Find the title that ends a text, and the titles that are held together in one print of them."""

import re
from collections.abc import Iterator
from functools import lru_cache

from .after_names import HAN
from .lexicon.bodies import BODIES_WITHOUT_PLACE
from .lexicon.titles import (
    BODIES,
    COMMITTEE,
    COMMITTEE_OFFICES,
    COMMITTEE_PLACES,
    FIELDS_OF_OFFICE,
    GOING_ON_FROM_TITLES,
    RANKS_OF_LEARNING,
    TITLE_LINK,
    TITLE_RANKS,
    TITLES,
)
from .lexicon.wordlist import any_of, beginnings

TITLE_AT_END = re.compile(
    rf"{beginnings((*TITLE_RANKS, *TITLES))}"
    rf"{any_of(TITLE_RANKS)}*(?P<title>{any_of(TITLES)})(?:[(（][^()（）]{{1,12}}[)）])?$"
)
RANKS_AT_END = re.compile(f"{any_of(TITLE_RANKS)}*$")
# The last characters of what that finds.
LASTS_OF_TITLES = frozenset((*(title[-1] for title in TITLES), *")）\n"))
# 副县长提名人选: not held yet.
NOMINATED = re.compile("(?:提名)?(?:候选人|人选)$")
# 公司创始人、总经理: of the firm, of which the founder is no office.
FOUNDER_AT_END = re.compile("(?:联合)?创[始办]人$")
# What stands in brackets is a note on one title: 书记（兼）、主任（主持工作，正科级）.
# What stands in quotation marks is of what a body is called: “扫黄、打非”办公室主任.
ENCLOSED = r"(?![^(（]*[)）])(?![^“]*”)(?![^《]*》)"
# 村党总支书记和村委会主任, 书记和平安办主任, but not 书记|和平路街道, 主席|和谐乡.
AND_OFFICE = "(?<=[长记任席裁])和(?!平(?!安)|谐)"
HELD_TOGETHER = re.compile(rf"(?:[、,，]|{AND_OFFICE}|{TITLE_LINK}任?(?!职)|\s+){ENCLOSED}")
# 县委, 区教育局
BODY_OF_PLACE = re.compile(
    f"[{COMMITTEE_PLACES}](?:{COMMITTEE}|{'|'.join(BODIES)}|{any_of(FIELDS_OF_OFFICE)})"
)
# 县委常委|宣传部部长; but 县委常委办公室 is one body.
NEXT_OFFICES = (*BODIES_WITHOUT_PLACE, *(set(COMMITTEE_OFFICES) - {"办公室"}))
# 副部长|文明办主任, 党委书记|人大主席: no body is called so, but for what goes on from the title.
OFFICE_WITHIN = (
    rf"(?:副(?!{any_of(one.lstrip('副') for one in RANKS_OF_LEARNING)}|{HAN}{{1,4}}师)"
    rf"(?>{any_of(TITLES)})"
    rf"|(?<=[党团工][委组])书记|(?<=支部)书记)(?={HAN}{{3}})"
    rf"(?!{AND_OFFICE}|{any_of(GOING_ON_FROM_TITLES)})"
)
TITLE_BEFORE_A_BODY = re.compile(
    f"{any_of(TITLES)}(?={BODY_OF_PLACE.pattern}|{any_of(NEXT_OFFICES)})|{OFFICE_WITHIN}"
)


@lru_cache(maxsize=1024)
def title_at_end(text: str) -> re.Match[str] | None:
    """The title of the lists, with its rank and a note in brackets, that ends the text."""
    return TITLE_AT_END.search(text) if text[-1:] in LASTS_OF_TITLES else None


def ends_in_title(text: str) -> bool:
    """Whether a title of the lists ends the text."""
    return title_at_end(text) is not None


def goes_on_to_a_title(text: str) -> bool:
    """Whether a title of the same person may follow after 、: 县委副书记, 公司创始人."""
    return ends_in_title(NOMINATED.sub("", text)) or FOUNDER_AT_END.search(text) is not None


def _with_mark(title: re.Match[str]) -> str:
    return f"{title[0]}、"


def parts_of(title: str) -> Iterator[str]:
    """The titles held together, by marks or without one: 区委副书记区长, 县委常委县纪委书记."""
    for part in HELD_TOGETHER.split(TITLE_BEFORE_A_BODY.sub(_with_mark, title)):
        rank = title_at_end(part)
        if rank and ends_in_title(part[: rank.start()]):
            yield from parts_of(part[: rank.start()])
            yield rank[0]
        else:
            yield part
