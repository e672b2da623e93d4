"""Find the names of a list that one title follows or heads: 何青、沈云顺当选为副主席."""

import re
from collections.abc import Iterator
from itertools import chain

from .after_names import HAN
from .appointing import (
    BEFORE,
    COLLEAGUE,
    DECIDED_ABOUT,
    DECISION_MARKS,
    HOW,
    NOT_HEAD,
    NOTE_ON_SELF,
    REST,
    Found,
    is_elected,
    is_former,
    title_in,
)
from .dotted_names import is_dotted_name
from .hosts import ends_in_a_body
from .lexicon.names import OFFICE_VERBS
from .lexicon.titles import PERSON_TAGS, PLACE_TAGS, TITLES
from .lexicon.wordlist import any_of
from .name_shapes import TRANSLITERATED, is_dictionary_word, is_name_shaped
from .surnames import part_of_speech
from .titles import split_title
from .word_names import TITLE

# 甲、乙、丙为副区长; 甲、乙两位副区长: all of a list have the title after it.
ITEM = rf"(?:{HAN}{{1,6}}(?:[·•・]{HAN}{{1,8}}?)+|{HAN}{{2,4}}?){NOTE_ON_SELF}?"
NAMES = rf"{BEFORE}(?P<names>(?!{NOT_HEAD}){ITEM}(?:[、和]{ITEM}){{1,40}})"
# 县委常委：甲、乙、丙; 当选为县委常委的还有甲、乙
BELOW_A_TITLE = re.compile(
    rf"(?P<title>(?:[县市区州旗省镇乡]|自治区)党?委(?:副书记|常委))(?:[：:]|的(?:还|分别)?有)"
    rf"(?P<names>{ITEM}(?:[、和]{ITEM}){{1,40}})(?=等|[，,。；;]|$)"
)
TOGETHER = (
    BELOW_A_TITLE,
    re.compile(rf"{NAMES}等?{COLLEAGUE}?{HOW}?{any_of(OFFICE_VERBS)}{REST}"),
    re.compile(rf"{NAMES}等?[两二三四五六七八九][位名](?P<title>{HAN}{{0,12}}?{any_of(TITLES)})"),
)
LISTED = re.compile(
    rf"(?P<name>(?:[^、和(（]|和(?=[、(（]))+)(?P<note>{NOTE_ON_SELF})?(?:[、和]|$)"
)
# Of so many that are elected, one may have a surname that is in no list; its name is no longer.
RARE, LONGEST_RARE = 4, 3
# Without this in a text, those patterns need not be tried.
LAST_OF_A_LIST = re.compile(
    rf"[、和]{HAN}{{2,8}}?(?:[·•・]{HAN}{{1,8}}?)*(?:{NOTE_ON_SELF}{HAN}{{,4}}?|等[0-9]{{1,3}}(?:[名位]同志|人))?"
    rf"(?:{any_of(OFFICE_VERBS)}|[两二三四五六七八九][位名])"
    r"|委(?:副书记|常委)(?:[：:]|的(?:还|分别)?有)"
)
# Parts of speech (as rjieba names them) of what is a name in a list of names; "" is of no word.
NAMING_TAGS = PERSON_TAGS | PLACE_TAGS | {"nz", ""}
ELECTION = re.compile("任命|免去|选举|补选|当选")


def named_together(text: str) -> Iterator[Found]:
    """Each name of a list with the title of all."""
    if LAST_OF_A_LIST.search(text) is None:
        return
    for match in chain.from_iterable(pattern.finditer(text) for pattern in TOGETHER):
        title, items = title_in(match["title"]), [*LISTED.finditer(text, *match.span("names"))]
        if not title or not _are_names(match, items):
            continue
        posts = split_title(title, "", not is_former(match, "names"))
        for item in items:
            yield item.start(), item["name"], title, posts


def _are_names(match: re.Match[str], items: list[re.Match[str]]) -> bool:
    """Whether all may be names; most are no words, unless a decision is made about them.

    Among those that are elected a few may have a rare surname: 罗志坚、何青、奇军当选为副主席.
    """
    text, start, names = match.string, match.start("names"), [item["name"] for item in items]
    others = [item["name"] for item in items if not (item["note"] or _may_be_listed(item["name"]))]
    may_be_rare = match.re is BELOW_A_TITLE or is_elected(match, "names")
    is_few = not others or (may_be_rare and RARE * len(others) <= len(names))
    if not (is_few and all(map(_may_be_rare, others))):
        return False
    is_next = text[start - 1 : start] in DECISION_MARKS and ELECTION.search(text, 0, start)
    if is_next or DECIDED_ABOUT.search(text, 0, start):
        return True
    return 2 * sum(part_of_speech(name) not in NAMING_TAGS for name in names) <= len(names)


def _may_be_rare(name: str) -> bool:
    """奇军; not 沈云顺利, of 沈云顺利当选, nor 工商联."""
    is_word = TITLE.search(name) or is_dictionary_word(name) or ends_in_a_body(name)
    return len(name) <= LONGEST_RARE and not is_word


def _may_be_listed(name: str) -> bool:
    if is_dotted_name(name):
        return True
    is_shaped = is_name_shaped(name) or TRANSLITERATED.fullmatch(name) is not None
    return is_shaped and not TITLE.search(name)
