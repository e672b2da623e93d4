"""What the sentences that tell of an appointment have in common: 任命何青为…, 何青当选为…."""

import re

from .after_names import HAN
from .facts import PrintedPost
from .lexicon.names import BEFORE_AN_APPOINTED, DECIDING
from .lexicon.titles import FORMERLY
from .lexicon.wordlist import any_of, firsts
from .name_shapes import is_name_shaped
from .spans import trimmed_start
from .title_parts import AND_OFFICE, ends_in_title

# 关于甲同志任副区长的议案, 决定甲同志任副区长.
ABOUT = tuple(rf"{word}(?={HAN}{{2,4}}同志任)" for word in ("关于", "决定", "宣布"))
DECIDED = (
    rf"(?={firsts(*BEFORE_AN_APPOINTED, *ABOUT)})"
    rf"(?:{any_of(BEFORE_AN_APPOINTED)}|{'|'.join(ABOUT)})"
)
BEFORE = rf"(?:(?<![^，,。；;：:、！!？?\s“”\"])|{DECIDED}|(?<=岁的))"
NOT_HEAD = any_of(word for word in BEFORE_AN_APPOINTED if len(word) > 1)
# 甲（女）, 乙（回族）
NOTE_ON_SELF = rf"(?:[(（](?:女|男|{HAN}{{1,5}}族)(?:[、，,]{HAN}{{1,5}}族)?[)）])"
# 甲同志, 甲等同志, 甲等3名同志, 甲、乙两位同志, 甲等3人
SOME = "[0-9两二三四五六七八九十]{1,3}"
COLLEAGUE = f"(?:(?:等|等?{SOME}[名位])?同志|等{SOME}人)"
# The title, and what may follow it.
REST = r"(?P<title>[^，,。；;：:！!？?“”\"\n]{2,48})"
BY_VOTES = "(?:以?(?:全票|高票|满票)|以[0-9]{1,4}票)"
HOW = f"(?:受命|受聘|回乡|返乡|回村|应聘|被派|在|利用|{BY_VOTES}|再次|连任)"
ELECTED = re.compile("当选")
NEXT_ONE = re.compile(rf"(?:选举|补选|任命)?(?P<name>{HAN}{{2,4}})(?:为|(?<!主)任)")
DECIDED_ABOUT = re.compile(f"(?:{'|'.join(DECIDING)})[:：]?$")
# 任命：甲任局长；乙任副局长: a further decision stands after one of these marks.
DECISION_MARKS = frozenset("；;：:，,、 \u3000")
AFTER_TITLE = re.compile(
    r"(?:等?(?:职务|一职)|的(?:职务|议案|提名|决定|请求|报告))+.*$|(?:等职)?(?:期间|时期|时|任上)$"
)
# 在担任镇长期间 tells of what is over.
WHILE_HELD = re.compile("(?:期间|时期|时|任上)$")

# 利用担任局长的职务便利: of whoever is charged with it.
FORMER_BEFORE = re.compile(f"(?:{'|'.join(FORMERLY)}|先后担?任|利用担?任)$")
HELD_WITH = re.compile(f"、|{AND_OFFICE}")
# Where a name begins, the name, the title printed after it, and its posts.
Found = tuple[int, str, str, tuple[PrintedPost, ...]]


def is_elected(match: re.Match[str], named: str) -> bool:
    """Whether it tells of an election after the name: 解忧当选县妇联主席."""
    return ELECTED.search(match.string, match.end(named), match.start("title")) is not None


def is_former(match: re.Match[str], named: str = "name") -> bool:
    """Whether the title is told as no longer held."""
    between = match.string[match.end(named) : match.start("title")]
    return any((FORMER_BEFORE.search(between), WHILE_HELD.search(match["title"])))


def title_in(rest: str) -> str:
    """The titles at the head of the rest, as far as 、 holds titles together."""
    parts = []
    for part in HELD_WITH.split(AFTER_TITLE.sub("", rest)):
        if not ends_in_title(part) or (parts and _is_of_another(part)):
            break
        parts.append(part)
    # Each mark between two of them is one character.
    title = rest[: len("、".join(parts))]
    return title[trimmed_start(title, 0, len(parts[0])) :] if parts else ""


def _is_of_another(title: str) -> bool:
    """沈云顺为名誉副主席, 沈云顺当选为秘书长; but 党办主任."""
    next_one = NEXT_ONE.match(title)
    is_next = next_one is not None and is_name_shaped(next_one["name"])
    return is_next or ELECTED.search(title) is not None
