"""Tell that a character which is often a word of its own ends a given name: 王福来|来到.

Where a surname and one character stand before 来, 有, 为, 家, 和, 让 or 边, the name may be short,
or that character is the last of it. What follows tells: 王守边|说, but 王守|边走边说.
"""

import re
from functools import lru_cache

import rjieba

from .after_names import (
    ADVERBIAL_TAGS,
    AFTER,
    AND,
    ASPECT_TAGS,
    COMING,
    CONJUNCTION_TAGS,
    DEGREES,
    HAN,
    HAN_ONLY,
    HAVING,
    LONG_WINDOW,
    STRONG,
    TO_WHOM,
    WINDOW,
    after_name,
    first_tag,
    is_predicate,
)
from .last_characters import is_last_of_a_name
from .lexicon.acts import VISITS
from .lexicon.names import TYPICAL_GIVEN_NAMES
from .lexicon.wordlist import any_of, words
from .surnames import is_usual, part_of_speech

LETTING, FOR, ASIDE, HOME = "让", "为", "边", "家"
# 王守|边走边说
SIDE_BY_SIDE = re.compile("边[^，。；！？：“”]{1,8}?(?<![一身旁路河村这那])边")
# What somebody does for a paper, and neither comes to do, nor has, nor lets be done.
FORMAL = re.compile(
    "出席|列席|主持|陪同|到[会场]|致|任|带[着领人队头]|率|作[了开报总主动]|挂帅|观[看摩]|负责|回答|谈到|举报"
)
# 王广来|找到厂长: nobody comes to do what is done already.
ACHIEVED = re.compile(rf"(?!到){HAN}(?:[到来]|[出上下回起]?了)")
# 王大为|宣读了, but 为进一步了解情况
IN_ORDER_TO = words(
    "进一步 更 更好 更加 切实 不断 尽快 尽早 全面 充分 不 早日 积极 及时 共同 尽 再"
)
# 王永和|希望银行放宽条件
SINGLE = words("希望 认为 觉得 知道 相信 记得 听说 带领 率领 带 受 请来 是 独得 一早 一手")
# 王兴家|一同参加了植树
OF_A_PERSON = re.compile("一[同道起]|[捧接递拿掏][来过出]|亲[自手]|作|带|第一个|当")
OF_A_FAMILY = words(
    "没有 来到 搬到 存栏 盖房 种地 种田 养鸡 养猪 养鱼 养羊 养牛 养蜂 种菜 割麦 离开 获得 荣获 "
    "创业 开店 经商 利用 接到 收到 修路 砌墙 失业 当年"
)
REPEATED = frozenset(("来来往往", "家家户户", "和和美美", "和和气气"))
# These are verbs, adverbs or qualities as well.
VERBAL_ENDINGS, TELLING_TAGS = frozenset("生升强收常先实"), frozenset("vdt")
ENDINGS = frozenset((LETTING, FOR, ASIDE, HOME, COMING)) | AND | HAVING
OF, TIME, VERB = "的", "t", "v"
IN_LIFE, GOING = re.compile("生前"), re.compile(f"到[^，。；的]{{1,10}}{any_of(VISITS)}")
OBJECT_TAGS = frozenset("nm")
# Of whom or what 和 joins: 两个孙子, 各界群众, 他.
NOUN_TAGS = frozenset("nmrbasz")
LIKELY = 0.5


def ends_a_name(text: str, place: int) -> bool:
    """Whether the character there is the last of a given name, as what follows tells."""
    last = text[place : place + 1]
    if is_last_of_a_name(text, place):
        return True
    if last in VERBAL_ENDINGS:
        return _is_said_twice(text, place)
    if last not in ENDINGS:
        return False
    if last == text[place + 1 : place + 2]:
        return text[place : place + 4] not in REPEATED and after_name(text, place + 1) > 0
    if last == ASIDE:
        return SIDE_BY_SIDE.match(text, place) is None
    if last == HOME:
        return _is_no_home(text, place + 1)
    if last == COMING:
        return bool(FORMAL.match(text, place + 1) or ACHIEVED.match(text, place + 1))
    return _takes_nothing(text[place : place + LONG_WINDOW])


def _is_said_twice(text: str, place: int) -> bool:
    """Whether a name and the word behind it share a character: 王家生|生火, 王小收|收集."""
    if not text[place - 1] != text[place] == text[place + 1 : place + 2]:
        return False
    return part_of_speech(text[place + 1 : place + 3])[:1] in TELLING_TAGS


def is_apart(text: str, end: int) -> bool:
    """Whether a word begins there, though the last of the name might belong to it.

    王志平|和群众一起, 王文发|生前, 王建达|到柳河镇调研.
    """
    if text[end : end + 1] in AND:
        return first_tag(text[end + 1 : end + WINDOW])[:1] in NOUN_TAGS - {"a", "z"}
    return IN_LIFE.match(text, end) is not None or GOING.match(text, end) is not None


def is_typical_given(text: str, start: int) -> bool:
    """Whether people are often called by the two characters, and the text goes on after them.

    Not where the second begins a word, 来自, or joins somebody else: 王志|和各界群众.
    """
    end = start + 2
    if text[start:end] not in TYPICAL_GIVEN_NAMES or after_name(text, end) < LIKELY:
        return False
    if is_predicate(text, end - 1):
        return False
    last = text[end - 1]
    if last in ENDINGS and part_of_speech(text[end - 1 : end + 1]):
        return False
    if last == ASIDE and SIDE_BY_SIDE.match(text, end - 1):
        return False
    if last in HAVING:
        return not text.startswith(DEGREES, end)
    return last not in AND or not _is_with_somebody(text, end)


def _is_with_somebody(text: str, end: int) -> bool:
    """Whether 和 joins what follows: 王志|和各界群众, 王志|和曾国强."""
    if text[end - 1 : end + 3] in REPEATED or is_usual(text[end : end + 3]):
        return True
    clause = HAN_ONLY.match(text, end)
    if clause is None:
        return False
    is_noun = first_tag(text[end : end + WINDOW])[:1] in NOUN_TAGS
    return is_noun or OF in clause[0][:LONG_WINDOW] or text[end] in TO_WHOM


def _is_no_home(text: str, end: int) -> bool:
    """Whether what follows is told of one person: 王兴家|说."""
    if STRONG.at(text, end) or OF_A_PERSON.match(text, end):
        return True
    known = AFTER.at(text, end)
    return len(known) > 1 and known not in OF_A_FAMILY and part_of_speech(known)[:1] == VERB


@lru_cache(maxsize=8192)
def _takes_nothing(text: str) -> bool:
    """Whether no noun follows whom something is done for or with: 王永和|带领群众."""
    clause = HAN_ONLY.match(text, 1)
    if clause is None or OF in clause[0]:
        return False
    (word, tag), (_, next_tag) = [*rjieba.tag(clause[0], False), ("", "")][:2]
    is_done = tag == VERB and next_tag in ASPECT_TAGS
    if text[0] in AND:
        return word in SINGLE or tag == TIME or is_done
    if FORMAL.match(text, 1):
        return True
    if text[0] in HAVING:
        return is_done or tag in CONJUNCTION_TAGS
    if text[0] == FOR:
        is_told = tag in ADVERBIAL_TAGS | CONJUNCTION_TAGS | {TIME} or STRONG.at(text, 1) != ""
        return (is_done or is_told) and word not in IN_ORDER_TO
    is_taking = len(word) > 1 and next_tag[:1] in OBJECT_TAGS
    return tag == VERB and (is_taking or len(AFTER.at(text, 1)) > 1)
