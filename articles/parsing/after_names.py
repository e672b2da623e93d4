"""Judge how a text goes on after a name: with a mark, a verb, a word that joins it to the next."""

import re
from functools import lru_cache

import rjieba

from .lexicon.names import (
    AFTER_A_NAME,
    JOINING_CHARACTERS,
    NEVER_AFTER_A_NAME,
    NOT_AFTER_JOINING,
    PREDICATE_TAGS,
    SAYING_CHARACTERS,
    STRONG_AFTER_A_NAME,
    SURNAMES,
    USUAL_IN_GIVEN_NAMES,
)
from .lexicon.titles import ACADEMIC_TITLES, PERSON_TAGS
from .lexicon.wordlist import Beginnings, words
from .surnames import part_of_speech

HAN = r"[\u3400-\u4dbf\u4e00-\u9fff]"
HAN_ONLY = re.compile(rf"{HAN}+")
HAN_AT_END = re.compile(rf"{HAN}*$")
LIST_MARK = re.compile(r"[、,，:：(（]|[ \u3000]|等(?!待|候)")
END_MARK = re.compile(r"$|[。;；!！?？)）\"”’》…\s]")
AND_OTHERS = "等"
STRONG = Beginnings(STRONG_AFTER_A_NAME)
WORDS_AFTER = frozenset((*AFTER_A_NAME, *STRONG_AFTER_A_NAME))
AFTER = Beginnings(WORDS_AFTER)
# 介绍说 begins with 介绍.
STRONGEST = frozenset(word for word in WORDS_AFTER if word.startswith(STRONG_AFTER_A_NAME))
IMPOSSIBLE_JOINING = re.compile(
    f"[{''.join(sorted(JOINING_CHARACTERS))}](?:$|[、,，。;；:：!！?？)）]|(?<![在将])(?:{'|'.join(NOT_AFTER_JOINING)})|(?<=将)(?:表示|指出|强调|说|认为|回忆|告诉|同志|一行)|(?<=在){HAN}{{1,2}}着|(?<=[和与])(?:在(?![场座校家建职])|[也却便]|[和与](?![气美睦平])))"
)
# A clause does not end in one of these: 衣锦还， is a name.
LOOSE = "也还都又才再更却便只最会能"
LOOSE_ADVERB = re.compile(rf"[{LOOSE}](?:$|[、,，。;；:：!！?？)）])")
# 曹快|一坐下就看手机, 卞大有|头一个挖了池子
AS_SOON_AS = re.compile(rf"一{HAN}{{1,4}}就|头一[个次回天年]")
SAYING = re.compile(r"[,，:：“\"]")
SPEAKS = re.compile(r"说[,，:：“\"]")
FOR_WHOM = re.compile("[对于拿就][^，。；！？“”]*$")
# 四点|钟光景
CLOCK = re.compile("[点分刻秒时]钟")
# 锦绣苑、凤凰城等小区
AND_OTHER_PLACES = re.compile(
    r"等[0-9一二三四五六七八九十两多余几]{0,3}[个条座处]?"
    r"(?:小区|社区|楼盘|路段|路口|站点|景区|景点|街道|广场|商场|大厦|园区|地|处)(?=[，,。；;、的）)]|$)"
)
WINDOW = 6
LONG_WINDOW = 16
# 穿上, 念完, 听过: a verb of one character, as rjieba tags it, and how its action ends.
VERB_TAGS = frozenset(("v", "zg"))
VERB_COMPLEMENTS = frozenset("上下起过完好住掉在到开出走进回紧满响")
# 问得, 穿着, 跟了: what stands before one of these is a verb.
VERB_ENDINGS = NEVER_AFTER_A_NAME | {"得", "过"}
# 卞大有|出席, and none of these is what somebody has.
FORMAL = re.compile("出席|列席|主持|陪同|到会|致辞")
# 石岩|记下了
ENDED = frozenset(("了",))
# After one of these must follow whom somebody is with, or what he has.
HAVING = frozenset("有")
NOT_JOINING = frozenset("向") | HAVING
TAKING_A_NOUN = frozenset("和与由让") | NOT_JOINING
# After this one a clause goes on with what somebody came to do, or where to.
COMING = "来"
# 王福来|是本村人, but 王福|来是为了看病
IS_SOMEBODY = re.compile("是(?![为想要找因来让请])")
# What is done to somebody has no 和 before it: 王永和|对他的要求.
TO_WHOM = frozenset("对把")
# 陶正和|拉响了挂在树上的钟
AND, DONE = frozenset("和与"), re.compile(f"{HAN}[{''.join(sorted(VERB_COMPLEMENTS))}]了")
MAY_BE_IMPOSSIBLE = JOINING_CHARACTERS | frozenset(LOOSE) | TAKING_A_NOUN | {COMING}
# Parts of speech (as rjieba names them) of words that no such noun begins with, save of degrees.
ADVERBIAL_TAGS = frozenset("dp")
CONJUNCTION_TAGS = frozenset("c")
DEGREES = words("不 不少 很 更 最 较 许多 大多 全体 无")
QUALITIES = frozenset("好大高快强硬")
VERBAL_TAGS = frozenset(("v", "vn"))
# Those of 着, 了 and 过.
ASPECT_TAGS = frozenset(("ug", "ul", "uz"))


def after_name(text: str, end: int) -> float:
    """How well the text goes on at `end` after a name: below 0 when it hardly can."""
    first = text[end : end + 1]
    if first == AND_OTHERS or not first.isalnum():
        if AND_OTHER_PLACES.match(text, end):
            return -1.0
        if LIST_MARK.match(text, end):
            return 2.0
        if END_MARK.match(text, end):
            return 1.7
    if text[end + 1 : end + 2] == "、":
        return -1.0
    if first in SAYING_CHARACTERS and SAYING.match(text, end + 1):
        return 1.5
    known = AFTER.at(text, end)
    if known in STRONGEST or _says_so(text, end):
        return 2.0
    if first in MAY_BE_IMPOSSIBLE and is_impossible_after(text, end):
        return -1.5
    if text.startswith(ACADEMIC_TITLES, end):
        return 1.5
    if known:
        return 1.5 if len(known) > 1 else 1.0
    return _after_word(text[end : end + WINDOW])


def _says_so(text: str, end: int) -> bool:
    """评价说，: a verb of two characters that tells how something is said."""
    if text[end + 2 : end + 3] not in SAYING_CHARACTERS or SAYING.match(text, end + 3) is None:
        return False
    return part_of_speech(text[end : end + 2])[:1] == "v"


def is_impossible_after(text: str, end: int) -> bool:
    """Whether what stands there belongs to the name, or to a clause that has ended."""
    first = text[end : end + 1]
    if first not in MAY_BE_IMPOSSIBLE:
        return False
    return bool(
        IMPOSSIBLE_JOINING.match(text, end)
        or LOOSE_ADVERB.match(text, end)
        or (first in TAKING_A_NOUN and _takes_no_noun(text[end : end + LONG_WINDOW]))
        or (first == COMING and _comes_nowhere(text, end))
    )


def _comes_nowhere(text: str, end: int) -> bool:
    """Whether 来 ends the name: 黄春来|说, 何广来|已经, but 对黄春|来说, 何广|来自."""
    if SPEAKS.match(text, end + 1):
        return FOR_WHOM.search(text, max(0, end - LONG_WINDOW), end) is None
    if IS_SOMEBODY.match(text, end + 1):
        return True
    # 来自, 来不及
    if part_of_speech(text[end : end + 2]) or part_of_speech(text[end : end + 3]):
        return False
    return first_tag(text[end + 1 : end + WINDOW]) in ADVERBIAL_TAGS | CONJUNCTION_TAGS


@lru_cache(maxsize=8192)
def first_tag(text: str) -> str:
    """The part of speech, as rjieba names it, of the word at the head of the text."""
    run = HAN_ONLY.match(text)
    return rjieba.tag(run[0], False)[0][1] if run else ""


@lru_cache(maxsize=8192)
def _takes_no_noun(text: str) -> bool:
    """Whether a predicate follows, so that 和, 让 or 有 ends the name: 王永和|正蹲在, 王大有|与….

    Not so where it tells of a noun: 王永和|从外地赶来的儿子.
    """
    clause = HAN_ONLY.match(text, 1)
    if clause and text[0] in AND and (DONE.match(clause[0]) or _is_done_to(clause[0])):
        return True
    if clause is None or "的" in clause[0]:
        return clause is not None and clause[0].startswith("的")
    (word, tag), (_, next_tag) = [*rjieba.tag(clause[0], False), ("", "")][:2]
    if word in DEGREES:
        return False
    is_adverb = tag in ADVERBIAL_TAGS and (word not in SURNAMES or next_tag[:1] == "v")
    is_verb = tag == "v" and next_tag in VERBAL_TAGS and text[0] in NOT_JOINING
    if text[0] in HAVING:
        return is_adverb or is_verb or FORMAL.match(text, 1) is not None
    is_verb = is_verb or (tag == "v" and len(word) > 1 and word[-1] in VERB_COMPLEMENTS)
    # 龚义和|带头签订了
    is_verb = is_verb or (tag == next_tag == "v" and "了" in clause[0])
    return is_adverb or is_verb or STRONG.at(text, 1) != "" or next_tag in ASPECT_TAGS


def _is_done_to(clause: str) -> bool:
    return clause[0] in TO_WHOM and _first_word(clause) == 1


@lru_cache(maxsize=8192)
def _after_word(text: str) -> float:
    if AS_SOON_AS.match(text):
        return 1.0
    run = HAN_ONLY.match(text)
    if not run:
        return 0.5
    if text[0] in NEVER_AFTER_A_NAME:
        return -1.0
    if text[1:2] in VERB_ENDINGS or (text[1:2] in VERB_COMPLEMENTS and text[2:3] in ENDED):
        return 1.0
    (word, tag), (after, _) = [*rjieba.tag(run[0], False), ("", "")][:2]
    if _is_verb(word, tag) and after in VERB_COMPLEMENTS:
        return 1.0
    if len(word) > 1:
        # 水性好, 力气大: what one has, and how it is.
        return 1.0 if tag[0] in PREDICATE_TAGS or (tag == "n" and after in QUALITIES) else 0.0
    return 0.5 if tag[0] in "vdpcua" else -1.0


def _is_verb(word: str, tag: str) -> bool:
    """Whether it is one of a single character, and no end of a name: 掉|下, but 徐爱珍|下班."""
    return len(word) == 1 and tag in VERB_TAGS and (tag == "v" or word not in USUAL_IN_GIVEN_NAMES)


def is_predicate(text: str, place: int) -> bool:
    """A word of two characters or more that may follow a name: 表示 of 舒畅表示."""
    return len(AFTER.at(text, place)) > 1


def is_told_with(text: str, place: int) -> bool:
    """Whether such a word stands there, or one of a single character that tells as much: 说."""
    known = AFTER.at(text, place)
    return len(known) > 1 or known in STRONGEST


def begins_a_longer_word(text: str, start: int, end: int) -> bool:
    """Whether a word is but the head of another: 新生 of 新生代."""
    return _first_word(text[start : end + 2]) > end - start


@lru_cache(maxsize=8192)
def _first_word(text: str) -> int:
    return len(rjieba.cut(text, False)[0])


def is_straddled(text: str, start: int, end: int) -> bool:
    """Whether a word of the language lies across the end of the name."""
    return _is_straddled(text[start : end + WINDOW], end - start)


@lru_cache(maxsize=8192)
def _is_straddled(text: str, end: int) -> bool:
    place = 0
    for word in rjieba.cut(text, False):
        if place < end < place + len(word):
            return True
        place += len(word)
        if place >= end:
            return False
    return False


def word_across(text: str, place: int) -> str:
    """The word of the language that goes on across a place: 工程 of 核电工|程; empty for none."""
    before = HAN_AT_END.search(text[max(0, place - 4) : place])[0]
    run = HAN_ONLY.match(text[place : place + WINDOW])
    return _word_across(before + run[0], len(before)) if run else ""


@lru_cache(maxsize=8192)
def _word_across(text: str, place: int) -> str:
    end = 0
    for word in rjieba.cut(text, False):
        start, end = end, end + len(word)
        if end > place:
            return word if start < place and part_of_speech(word) not in PERSON_TAGS else ""
    return ""


def begins_a_word(text: str, start: int, name: str) -> bool:
    """Whether a word of the language begins where the name does."""
    if CLOCK.match(text, start - 1):
        return False
    return _begins_a_word(HAN_AT_END.search(text[max(0, start - 4) : start])[0], name)


@lru_cache(maxsize=8192)
def _begins_a_word(before: str, name: str) -> bool:
    place = len(before)
    if not place:
        return True
    for word in rjieba.cut(before + name, False):
        place -= len(word)
        if place <= 0:
            return place == 0
    return False
