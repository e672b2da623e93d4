"""Read lists of people: winners, donors with amounts, candidates, pupils with their schools.

Papers print them as rows of names, set apart by spaces or 、, each with or without a unit in
brackets, an amount or a number; short names are padded to the width of long ones.
"""

import re
from collections.abc import Collection, Sequence
from functools import lru_cache

from .after_names import HAN
from .byline_capacities import CAPACITY
from .byline_words import TELLING
from .dotted_names import is_dotted_name
from .hosts import ends_in_a_body
from .lexicon.lines import ROSTER_HEADS
from .lexicon.persons import BODY_LASTS, PLACE_LASTS, ROLES
from .lexicon.wordlist import any_of, has_any
from .name_shapes import TRANSLITERATED, is_dictionary_word, is_name_shaped, is_possible_name
from .names import is_likely_name, touches_title

LONGEST = 600
LONGEST_LABEL = 40
# 谷　宁, 王  丽: set as wide as three characters, between other items of a row.
PADDED = re.compile(
    rf"(?<![^\s、，,；;：:.．])({HAN})[ \u3000]{{1,3}}({HAN})(?![^\s、，,；;。（(\d])"
)
SPACES = (" ", "\u3000")
NAME = rf"(?:{HAN}{{2,4}}|{HAN}{{1,8}}(?:[·•・]{HAN}{{1,8}})+)"
NUMBER = r"(?:[0-9][0-9,.]*|[一二三四五六七八九十百千]{1,5})[十百千万]?"
AMOUNT = rf"(?:{NUMBER}(?:元|美元|公斤|斤|票|毫升|岁|册|件|环)?|[0-9][0-9.．:：′″时分秒米]*)"
# 十一秒四, 1米48, 九分五十八秒
DIGITS = "0-9一二三四五六七八九十百零点."
RESULT = rf"(?:[{DIGITS}]+(?:小时|[时分秒米环公斤个次])){{1,3}}[{DIGITS}]{{0,3}}"
RANK = r"第[0-9一二三四五六七八九十]{1,2}名|[特一二三]等奖|[冠亚季]军"
BRACKETS = r"[(（][^()（）。]{1,30}[)）]"
OF_A_BODY = rf"[(（][^()（）。]{{1,30}}[{''.join(sorted(BODY_LASTS))}镇乡中][)）]"
GIVEN = rf"(?:{BRACKETS})?(?:{AMOUNT})?"
ITEM = re.compile(rf"(?:[0-9]{{1,3}}[.．、]\s?)?(?P<name>{NAME})(?:同学|同志)?{GIVEN}")
REST = re.compile(
    rf"{AMOUNT}|{RESULT}|{RANK}|男|女|{HAN}{{1,4}}族|{any_of(ROLES)}|等(?:{AMOUNT})?[名位人]?|(?P<body>{HAN}{{2,20}}){GIVEN}"
)
BETWEEN = re.compile(r"[、，,；;\s]+(?![^(（]*[)）])")
# 男子三千米　牛　犇（县一中）　九分五十八秒: the contest stands before its winner.
CONTEST = re.compile(rf"[^\s：:，,、]{{2,12}}\s+(?=(?:{NAME}|{HAN}\s{HAN}){OF_A_BODY})")
# 第一名：石桥一队（教练　景泰　队员　康　乐）
TEAM = re.compile(rf"{HAN}{{2,16}}[(（](?P<members>[^()（）]*\s[^()（）]*)[)）]")
LABEL = re.compile(rf"[^：:“”]{{0,{LONGEST_LABEL}}}[：:]")
INTRODUCED = re.compile(r"[：:]\s*(?=[^：:“”]+$)")
# Before a row, or in it behind a name, what tells that people are listed.
OF_PEOPLE = re.compile(rf"(?:{RANK}|{any_of(ROLES)})$")
NOTED = re.compile(rf"{HAN}{OF_A_BODY}")
PROSE = re.compile("[的了着过]")
COUNTED = r"[(（]?[共计]?(?:[0-9]{1,4}|[一二三四五六七八九十百]{1,4})[名位人]"
HEAD = re.compile(rf"{any_of(ROSTER_HEADS)}|{COUNTED}")
LAST_MARKS = "。；;、，,"
COLONS = ("：", ":")
MARKS = re.compile("[。，,；;！？]")
# As many names, or rows, are hardly the writers; below a line that ends in a colon fewer are not.
MANY, ROWS, FEWEST = 5, 3, 2
MOST_PLACES = 1 / 3
# How many at most are words, and at least likely names, without a heading and below one.
SHARES = {False: (1 / 3, 1 / 2), True: (2 / 3, 1 / 3)}
LONGEST_NAME = 4
LASTS = PLACE_LASTS | BODY_LASTS


def find_rosters(texts: Sequence[str | None]) -> dict[int, tuple[str, ...]]:
    """The names in each of the texts that is a row of such a list, by its number.

    None stands between rows and divides nothing. Many names are a list by themselves; so are fewer
    below a heading, or behind one in their row.
    """
    rows: dict[int, tuple[str, ...]] = {}
    run: list[int] = []
    above = None
    for number, text in enumerate([*texts, ""]):
        if text is None:
            continue
        if not run:
            head = above
        may_be = not _has_sentences(text)
        names = may_be and _row(text, is_headed=bool(head) and is_roster_head(head))
        if names:
            run.append(number)
            rows[number] = names
        else:
            if len(run) > 1 and _signs(rows, texts, run):
                del rows[run.pop()]
            if run and not _is_roster([texts[one] for one in run], rows, run, head):
                for one in run:
                    del rows[one]
            run, above = [], text
    return rows


def _has_sentences(text: str) -> bool:
    return "。" in text[:-1] or "“" in text


def may_be_row(text: str) -> bool:
    """Whether a text is a row where a heading stands above it: without one more is asked."""
    return bool(_row(text, is_headed=True))


def _signs(
    rows: dict[int, tuple[str, ...]], texts: Sequence[str | None], run: Sequence[int]
) -> bool:
    """Whether the last of the rows is but a name, as no other is: the writer's."""
    are_bare = [rows[number] == (_closed_up(texts[number]),) for number in run]
    return are_bare[-1] and not any(are_bare[:-1])


def is_roster_head(text: str) -> bool:
    """劳动模范（8人）：, 一等奖, 受表彰人员名单如下：: what stands above a list of people."""
    if not text.endswith(COLONS) and (len(text) > LONGEST_LABEL or MARKS.search(text)):
        return False
    return HEAD.search(text) is not None and CAPACITY.match(text) is None


def _is_roster(
    texts: Sequence[str], rows: dict[int, tuple[str, ...]], run: Sequence[int], head: str | None
) -> bool:
    count = sum(len(rows[number]) for number in run)
    if count >= MANY or len(run) >= ROWS or (head and is_roster_head(head)):
        return True
    label = LABEL.match(texts[0])
    if HEAD.match(texts[0]) or (label and HEAD.search(label[0])):
        return True
    is_led = head and head.endswith(COLONS) and CAPACITY.match(head) is None
    return bool(is_led) and count >= FEWEST


@lru_cache(maxsize=1024)
def _row(text: str, *, is_headed: bool) -> tuple[str, ...]:
    """The names of a row; none where anything in it is no item of a list.

    Below the heading of such a list most of the names may be words.
    """
    if len(text) > LONGEST or _has_sentences(text):
        return ()
    if label := INTRODUCED.search(text):
        if TELLING.fullmatch(_closed_up(text[: label.start()]).rpartition(" ")[2]):
            return ()
        is_headed = is_headed or HEAD.search(text, 0, label.start()) is not None
        text = text[label.end() :]
    is_of_people = (
        label is not None and OF_PEOPLE.search(label.string, 0, label.start()) is not None
    )
    if team := TEAM.fullmatch(text):
        text, is_of_people = team["members"], True
    if PROSE.search(text):
        return ()
    if contest := CONTEST.match(text):
        text, is_of_people = text[contest.end() :], True
    is_of_people |= NOTED.search(text) is not None
    padded = {"".join(one.groups()) for one in PADDED.finditer(text)} if is_of_people else set()
    names: list[str] = []
    for item in BETWEEN.split(_closed_up(text.rstrip(LAST_MARKS)).strip()):
        named = ITEM.fullmatch(item)
        if named and _may_be_listed(named["name"], padded, is_of_people):
            names.append(named["name"])
        elif not _may_stand_between(item):
            return ()
    return tuple(names) if _are_people(names, padded, is_headed) else ()


def _closed_up(text: str) -> str:
    is_wide = has_any(text, SPACES)
    return PADDED.sub(r"\1\2", text) if is_wide else text


def _may_stand_between(item: str) -> bool:
    """男, 回族, 2000元, 等12人, 县人民医院500元."""
    rest = REST.fullmatch(item)
    body = rest and rest["body"]
    return rest is not None and (not body or body[-1] in LASTS or ends_in_a_body(body))


def _may_be_listed(name: str, padded: Collection[str], is_of_people: bool) -> bool:
    if name in padded and is_name_shaped(name):
        return True
    if len(name) == LONGEST_NAME and ends_in_a_body(name):
        return False
    is_name = is_possible_name(name) or is_dotted_name(name)
    is_name = is_name or (is_of_people and TRANSLITERATED.fullmatch(name) is not None)
    return is_name and not touches_title(name, 0, len(name))


def _are_people(names: Sequence[str], padded: Collection[str], is_headed: bool) -> bool:
    """Neither places nor words: 石桥村、王家庄; 黄瓜、白菜. The `padded` are people for sure."""
    names = [name for name in names if name not in padded]
    if not names:
        return bool(padded)
    words = sum(is_dictionary_word(name) for name in names)
    places = sum(name[-1] in LASTS for name in names)
    likely = sum(
        is_likely_name(name) or TRANSLITERATED.fullmatch(name) is not None for name in names
    )
    most_words, least_likely = (share * len(names) for share in SHARES[is_headed])
    return words <= most_words and likely >= least_likely and places <= MOST_PLACES * len(names)
