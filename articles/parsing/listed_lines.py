"""Lines of a list: rows of names, a name with a unit, in brackets too, or with more columns about
somebody, a body, a decision about somebody."""

import re
from collections.abc import Sequence

from .after_names import HAN
from .byline_capacities import CAPACITY, EDITOR
from .endings import is_final
from .hosts import ends_in_a_body
from .lexicon.lines import DECISIONS
from .lexicon.persons import CRAFT_LASTS, ROLES
from .lexicon.titles import TITLES
from .lexicon.wordlist import any_of
from .name_shapes import TRANSLITERATED, is_dictionary_word, is_name_shaped, is_possible_name
from .rosters import find_rosters, is_roster_head
from .title_parts import ends_in_title
from .titles import split_title

DECISION = "decision"
LONGEST = 60
FEWEST = 2
FEWEST_SET_IN = 3
SEMICOLONS, FULL_STOP = ("；", ";"), "。"
# 王　丽　张晓华　　何　青: the names of two characters are padded to the width of three.
PADDED = re.compile(rf"(?<![^\s　])({HAN})[ 　]({HAN})(?![^\s　])")
GAP = re.compile(r"[\s　]+")
UNIT = re.compile(rf"{HAN}[^，,。；;：:！!？?“”\s　]{{3,40}}")
COMMAS = re.compile("[，,]")
ROLE_AT_END = re.compile(f"(?:{any_of((*TITLES, *ROLES))}|{HAN}[{''.join(sorted(CRAFT_LASTS))}])$")
# 王　丽（区实验中学校长）
NOTED = re.compile(
    rf"(?P<name>{HAN}{{2,4}}|{HAN}[ 　]{HAN})"
    r"[(（](?P<unit>[^，,。；;：:！!？?“”()（）\s]{4,40})[)）]"
)
# 名誉会长：何　青　沈云顺
OFFICE_AND_HOLDERS = re.compile(
    rf"(?P<office>{HAN}[^，,。；;：:！!？?“”]{{1,20}})[：:]\s*(?P<holders>[^，,。；;：:！!？?“”]+)[。；;]?"
)
# 何青山（兼）
NOTE_BEHIND = re.compile(rf"[(（]{HAN}{{1,6}}[)）]$")
BETWEEN_NAMES = re.compile(r"[\s、]+")
WIDE, SPACE = "\u3000", " "
SEX = ("男", "女")
MOST_WORDS = 0.5
CLOSERS = (")", "）")
ITEM_ENDS = ("；", ";", "。")
GOING_ON = ("、", "，", ",")
COLUMNS = (3, 4, 5)
MARKS = re.compile("[，,。；;：:！!？?]")
LONGEST_HEADING = LONGEST_BODY = 20
# 任命：
HEAD = re.compile(rf"(?:[一二三四五]、)?(?:决定)?{any_of(DECISIONS)}[：:]?")
# 甲为区教育局局长；, 甲（女）的区教育局局长职务；
NAME = rf"{HAN}{{2,4}}?|{HAN}{{1,6}}(?:[·•・]{HAN}{{1,8}})+"
DECIDED = re.compile(
    rf"(?:{any_of(DECISIONS)})?(?P<name>{NAME})(?:同志)?(?:[(（][^()（）]{{1,12}}[)）])?(?:任|为|的(?=.*职务)|.{{0,16}}职务)[^。！!？?：:“”]{{0,50}}[；;。]?"
)


def as_clause(text: str) -> str:
    """A row of a list, 夏　青　区一中校长, as a clause with the name last: 区一中校长夏青.

    副会长：夏　青　何云 is 副会长夏青、何云.
    """
    if len(text) > LONGEST:
        return text
    if row := OFFICE_AND_HOLDERS.fullmatch(text):
        return _held_by(GAP.sub("", row["office"]), row["holders"]) or text
    if text.endswith(CLOSERS) and (noted := NOTED.fullmatch(text)):
        name, unit = GAP.sub("", noted["name"]), noted["unit"]
        is_row = ROLE_AT_END.search(unit) and _may_be_named(name)
        return f"{unit}{name}。" if is_row else text
    if WIDE not in text and SPACE not in text:
        return text
    name, *rest = GAP.split(PADDED.sub(r"\1\2", text))
    unit = rest[0] if rest else ""
    is_row = _is_unit(unit) and ROLE_AT_END.search(unit) and _may_be_named(name)
    titles = COMMAS.sub("、", unit)
    return "。".join((titles + name, *rest[1:])) + "。" if is_row else text


def _held_by(office: str, holders: str) -> str:
    """The office with its holders as a clause; "" where they are none, as in 队长：明白."""
    names = BETWEEN_NAMES.split(PADDED.sub(r"\1\2", holders.strip()))
    is_editing = CAPACITY.match(office) or EDITOR.fullmatch(office)
    is_office = ends_in_title(office) and not is_editing and split_title(office)
    are_words = all(is_dictionary_word(NOTE_BEHIND.sub("", name)) for name in names)
    if not is_office or are_words or not all(map(_is_holder, names)):
        return ""
    return f"{office}{'、'.join(names)}。"


def _is_holder(text: str) -> bool:
    text = NOTE_BEHIND.sub("", text)
    return _may_be_named(text) and is_possible_name(text)


def _is_unit(text: str) -> bool:
    """Whether it may be where somebody is, or what: several offices, each in whole."""
    unit, *offices = COMMAS.split(text)
    is_whole = not offices or all(map(ROLE_AT_END.search, (unit, *offices)))
    return is_whole and all(map(UNIT.fullmatch, (unit, *offices)))


def _may_be_named(text: str) -> bool:
    is_shaped = is_name_shaped(text) or TRANSLITERATED.fullmatch(text) is not None
    return is_shaped and not ROLE_AT_END.search(text)


def listed_lines(texts: Sequence[str | None]) -> set[int]:
    """Which of the texts of a story are such lines: two or more in a row, or decisions of 任命："""
    kinds = [_kind(text) if text and len(text) <= LONGEST else "" for text in texts]
    found: set[int] = set()
    run: list[int] = []
    for number, kind in enumerate([*kinds, ""]):
        if run and kind != kinds[run[0]]:
            heading = _heading(texts, kinds, run[0])
            is_one_of_them = kinds[run[0]] == DECISION and decides(texts)
            if len(run) >= FEWEST or is_one_of_them:
                found |= {*_unbroken(texts, kinds, run), *heading}
            run = []
        if kind:
            run.append(number)
    return found | _rosters(texts) | _set_in(texts)


def _set_in(texts: Sequence[str | None]) -> set[int]:
    """Three items or more below each other that end with ；, the last with 。

    Not a first one that goes on from a text which breaks off above it.
    """
    found: set[int] = set()
    run: list[int] = []
    for number, text in enumerate([*texts, None]):
        if text and text.endswith(SEMICOLONS):
            run.append(number)
            continue
        if text and run and text.endswith(FULL_STOP):
            run.append(number)
        if len(run) >= FEWEST_SET_IN:
            above = texts[run[0] - 1] if run[0] else None
            goes_on = above is not None and not is_final(above)
            found |= {*run[goes_on:]}
        run = []
    return found


def decides(texts: Sequence[str | None]) -> bool:
    """Whether a list of decisions stands among the texts, below 任命：."""
    return any(text and is_head_of_decisions(text) for text in texts)


def is_decision(text: str) -> bool:
    """何青为区教育局局长；"""
    return len(text) <= LONGEST and _kind(text) == DECISION


def is_head_of_decisions(text: str) -> bool:
    return len(text) <= LONGEST and HEAD.fullmatch(text) is not None


def _rosters(texts: Sequence[str | None]) -> set[int]:
    """Rows of people of which none goes on in the next or from it, and the headings above them."""
    rows = [
        number
        for number in find_rosters(texts)
        if not (_goes_on(texts[number]) or (number and _goes_on(texts[number - 1])))
    ]
    heads = {
        number - 1
        for number in rows
        if number and (above := texts[number - 1]) and is_roster_head(above)
    }
    return {*rows, *heads}


def _goes_on(text: str | None) -> bool:
    return text is not None and text.endswith(GOING_ON)


def _unbroken(
    texts: Sequence[str | None], kinds: Sequence[str], run: Sequence[int]
) -> Sequence[int]:
    """Where marks end the lines of a list, one without breaks off: 孙伟为区教育局副局 | 长；"""
    ended = {
        number
        for number, kind in enumerate(kinds)
        if kind == kinds[run[0]] and texts[number].endswith(ITEM_ENDS)
    }
    return [number for number in run if number in ended] if ended else run


def _kind(text: str) -> str:
    if HEAD.fullmatch(text):
        return ""
    closed = "".join(text.split())
    decided = DECIDED.fullmatch(closed)
    if decided and is_name_shaped(decided["name"]):
        return DECISION
    noted = NOTED.fullmatch(text) if text.endswith(CLOSERS) else None
    if noted and is_name_shaped(GAP.sub("", noted["name"])):
        return "noted"
    if len(text) <= LONGEST_BODY and ends_in_a_body(text) and not MARKS.search(text):
        return "body"
    if closed == text:
        return ""
    words = GAP.split(PADDED.sub(r"\1\2", text))
    names = [word for word in words if is_name_shaped(word)]
    if len(names) == len(words):
        known = sum(is_dictionary_word(name) for name in names)
        return "names" if known <= MOST_WORDS * len(names) else ""
    rest = [word for word in words[1:] if word not in SEX]
    if not is_name_shaped(words[0]):
        return ""
    if len(rest) == 1 and _is_unit(rest[0]):
        return "person"
    is_row = len(words) in COLUMNS and min(map(len, words)) > 1 and not MARKS.search(text)
    return f"row of {len(words)}" if is_row else ""


def _heading(texts: Sequence[str | None], kinds: Sequence[str], first: int) -> set[int]:
    """What stands above a list: 优秀共产党员（6名）, 任命：, 一等奖3名："""
    above = texts[first - 1] if first and not kinds[first - 1] else None
    if above is None or len(above) > LONGEST:
        return set()
    title = above.rstrip("：:") if len(above) <= LONGEST_HEADING else above
    is_heading = HEAD.fullmatch(above) or not MARKS.search(title)
    return {first - 1} if is_heading else set()
