"""Names that must not appear: of minors and victims in cases, of the sick, of those who used drugs.

The list of the Xinhua agency (2016) asks for the surname with 某; the Law on the Protection of
Minors (2020), articles 49 and 103, forbids to tell of a minor in a case what lets them be known.
"""

import re
from collections.abc import Iterator

from articles.parsing.dotted_names import (
    DOTTED_NAME,
)
from articles.parsing.lexicon.wordlist import any_of, words
from articles.parsing.names import BARE, rank_names

from .findings import Certainty, Finding
from .reading import Reading, Text
from .sentences import sentence_at
from .snapshot import Snapshot

# Whoever is called one of these is named in no story.
ALWAYS = words(
    "被性侵女童 被性侵者 性侵受害人 被强奸妇女 受害女童 受害儿童 受害幼女 被害女童 被拐儿童 "
    "被拐妇女 被虐待儿童 未成年被害人 未成年受害人 未成年嫌疑人 未成年犯罪嫌疑人 未成年被告人 "
    "未成年犯 艾滋病患者 艾滋病感染者 艾滋病人 精神病患者 精神病人 精神障碍患者 吸毒人员 戒毒人员 "
    "吸毒者 涉罪未成年人 涉案未成年人 失足少年 犯罪嫌疑人家属 嫌疑人家属"
)
# In a story of a case, these too.
IN_A_CASE = words(
    "未成年人 被害人 受害人 女童 男童 幼女 女孩 男孩 少女 少年 儿童 小学生 初中生 高中生 中学生 "
    "学生 幼儿 女生 男生"
)
CASE = re.compile(
    "性侵|猥亵|强奸|拐卖|虐待|被害|遇害|作案|涉案|案发|刑拘|刑事拘留|批准逮捕|提起公诉|校园欺凌|霸凌"
    "|犯罪嫌疑人|盗窃|抢劫|故意伤害"
)
# Where a sentence first tells that the law is taught, a case in it is an example.
LESSON = re.compile(
    "(?:普法|法治|法制|禁毒|反诈|防诈|防欺凌|反欺凌|防性侵|防拐|安全|自护)(?:[^，。；]{0,8})"
    "(?:课|讲座|宣讲|宣传|教育|进校园|知识|副校长|辅导员|演练)|模拟法庭|情景剧|开学第一课|一堂[^，。；]{0,6}课"
)
ALWAYS_ROLE = re.compile(any_of(ALWAYS))
ANY_ROLE = re.compile(any_of((*ALWAYS, *IN_A_CASE)))
ASSUMED = re.compile(r"[(（]化名[)）]|(?<=[，,（(])(?:均为|系)化名")
AGE = re.compile(r"[(（,，](?:[男女][，,、])?(?:时年|现年|今年)?(?P<age>\d{1,2})岁")
SOMEBODY = "某"
OF_AGE = 18


def check_protected(reading: Reading, snapshot: Snapshot) -> Iterator[Finding]:
    cases = [_tells_of_a_case(text.printed) for text in reading.texts]
    officials = {one.name for one in reading.named if one.has_title} | snapshot.by_name.keys()
    for number, text in enumerate(reading.texts):
        # The paragraph before or after may be that of the case.
        is_case = any(cases[max(0, number - 1) : number + 2])
        role = ANY_ROLE if is_case else ALWAYS_ROLE
        for match in role.finditer(text.printed):
            name = _full_name(text.printed, match.end())
            if name and name not in officials:
                yield _finding("protected_name", text, match.end(), name, match[0])
        if is_case:
            yield from _minors(text, officials)
        if is_case or ALWAYS_ROLE.search(text.printed):
            yield from _assumed(text)


def _tells_of_a_case(text: str) -> bool:
    """Whether a sentence tells of a case before any lesson, or with none."""
    for case in CASE.finditer(text):
        begins, _ = sentence_at(text, *case.span())
        lesson = LESSON.search(text, begins)
        if lesson is None or lesson.start() > case.start():
            return True
    return False


def _full_name(text: str, place: int) -> str:
    """A name with nothing hidden; none where it is an assumed one, which has its own rule."""
    name = next(iter(rank_names(text, place, BARE)), "")
    end = place + len(name)
    is_hidden = SOMEBODY in text[place : end + 1] or ASSUMED.match(text, end)
    return "" if not name or is_hidden or DOTTED_NAME.fullmatch(name) else name


def _minors(text: Text, officials) -> Iterator[Finding]:
    """A name with an age below 18 after it: 张小明（男，14岁）."""
    for match in AGE.finditer(text.printed):
        if int(match["age"]) >= OF_AGE:
            continue
        for length in (3, 2, 4):
            start = match.start() - length
            name = text.printed[max(0, start) : match.start()]
            is_name = start >= 0 and name in rank_names(text.printed, start, BARE)
            if is_name and SOMEBODY not in name and name not in officials:
                yield _finding("protected_name", text, start, name, f"{match['age']}岁")
                break


def _assumed(text: Text) -> Iterator[Finding]:
    for match in ASSUMED.finditer(text.printed):
        yield Finding(
            "assumed_name",
            text.passage,
            match.start(),
            match.end(),
            match[0],
            certainty=Certainty.LIKELY,
        )


def _finding(rule: str, text: Text, start: int, name: str, who: str) -> Finding:
    return Finding(
        rule,
        text.passage,
        start,
        start + len(name),
        name,
        f"{name[0]}{SOMEBODY}",
        {"name": name, "who": who},
        Certainty.LIKELY,
    )
