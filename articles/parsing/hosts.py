"""Read who holds an event: the bodies before 主办, 承办 and 协办, or those that 召开 it."""

import re
from collections.abc import Iterable, Iterator

from .facts import PrintedHost
from .lexicon.events import (
    BETWEEN_HOSTS,
    HOST_ENDINGS,
    HOST_ROLES,
    PLACES_THAT_HOST,
    TOGETHER,
    ZONES,
)
from .lexicon.wordlist import any_of, firsts, has_any
from .spans import words_before

CLAUSE = re.compile(r"[^，,。；;！!？?\n]{2,200}")
HOLDING = "主办"
DIGITS = "[0-9一二三四五六七八九十]{1,3}"
# 近日, 今晚, 10月12日下午, 于3月8日至10日.
TIME_OF_DAY = (
    rf"于?(?:近日|日前|[昨今][天日]?|(?:{DIGITS}月)?{DIGITS}日(?:[至到—－-](?:{DIGITS}月)?{DIGITS}日)?)"
    "(?:[上下中]午|早上?|晚上?|傍晚|清晨|凌晨|夜)?"
)
# 县化肥厂12月26日召开, 县委、县政府隆重召开.
JOINTLY = f"(?:{TIME_OF_DAY})?(?:{any_of(TOGETHER)})*"
VERB = f"(?:{any_of(HOST_ROLES)})"
AFTER_WHO = firsts("[于近日昨今在办集]", DIGITS, *TOGETHER, *HOST_ROLES)
WHO = rf"(?P<who>[^“”]{{2,60}}?)(?={AFTER_WHO})"
# Verbs that say nothing else, wherever they stand; 组织部 and 开展了 are other words.
SAYS_WHO = re.compile("[主承协]办|由[^，,。]{2,60}(?:举办|组织|发起)[，,。；;]")
# Without one of these in a text, the pattern need not be tried.
SAYING_MARKS = ("办", "由")
EXPLICIT = re.compile(rf"{WHO}{JOINTLY}(?P<verb>主办|承办|协办)(?!单位|方|地|权)")
# 大会由县人武部组织: the event is told of before who held it.
BY = re.compile(
    rf"(?:[会赛展节班课季周月慕]|会议|仪式|活动|典礼|演练|评选|培训|演出|比武|论坛|宣讲|讲座|义诊)由{WHO}{JOINTLY}(?P<verb>举办|组织|发起)$"
)
# 由县体委、县工会联合举办，县糖厂协办的比赛: the clause says nothing else.
BY_ALONE = re.compile(rf"由{WHO}{JOINTLY}(?P<verb>举办|组织)")
HELD_BY = re.compile(rf"{WHO}{JOINTLY}(?:在[^在]{{2,24}}?)?{JOINTLY}(?P<verb>{VERB})的")
SUBJECT = re.compile(
    rf"{WHO}{JOINTLY}(?:在[^在]{{2,24}}?)?{JOINTLY}(?P<verb>{VERB}|办了|集中)(?!部(?!分)|人事|委员(?!视察|调研|考察|协商|到|赴|对|就|围绕)|法|的|仪式)"
)
# 党群工作部主办、图书馆承办的: each has a verb of its own.
AFTER_ANOTHER = re.compile("[主承协]办[、，]")
BETWEEN = re.compile(f"、|{any_of(BETWEEN_HOSTS)}")
# 二四七团 is a regiment.
BODY_AT_END = re.compile(
    f"(?:{any_of(HOST_ENDINGS)}|[〇一二三四五六七八九十0-9]团|(?<![主承协举创兴])办)$"
)
LASTS_OF_BODIES = frozenset((*(ending[-1] for ending in HOST_ENDINGS), "团", "办"))
BEFORE_A_NAME = re.compile("[我该本](?=[省市区县州旗镇乡])")
# 某局联合某局，对企业开展检查.
JOINT = re.compile(r"(?P<who>.{2,30}(?:联合|会同|携手).{2,30})$")
NOT_IN_A_BODY = re.compile("[对向把将让给]|走进|来到|深入|前往|[0-9](?!.*团$)")
# 区政协“有事好商量”议事会: the body that the event is of.
OWNED = re.compile(
    r"^(?P<who>[^“”《第的]{2,30})(?=的?[“《]|第.{1,6}[届期]|首届|20[0-9]{2}年|的.{2,12}(?:走进|开进|举))"
)
# 县委宣讲团走进石桥村，在村民的院子里举行报告会.
WENT = "(?:走进|来到|前往|赴|邀请)"
GONE_THERE = re.compile(
    rf"(?P<who>[^“”]{{2,30}}?|[^“”]{{0,12}}“[^“”]{{2,8}}(?:团|队|组)”)(?:一行[^，,]{{0,6}}?)?{WENT}"
)
# 县果业公司与云岭商行举行签字仪式: of two that sign, the other may be called by any name.
SIGNERS = re.compile(
    r"(?P<who>[^“”，,]{2,30}?)[与和同](?P<other>[^“”，,、在的与同签]{2,24}?)"
    rf"{JOINTLY}(?:在[^在]{{2,24}}?)?{JOINTLY}(?:举行|举办).*签"
)
SIGNING = "签"
# 恒源化工承办: whatever stands alone before the verb, where a body is told to be the first host.
ALONE = re.compile("(?P<who>[^“”的由、]{2,16})(?P<verb>承办|协办)")
NOT_ALONE = re.compile(f"[我每轮首次将已曾成功在]|^(?:{any_of(TOGETHER)}|具体|积极|负责)")
# Each with what a clause must hold, or the pattern need not be tried.
SUBJECTS = (
    (HELD_BY, re.compile(f"{VERB}的")),
    (SUBJECT, re.compile(f"{VERB}|办了|集中")),
    (JOINT, re.compile("联合|会同|携手")),
    (GONE_THERE, re.compile(WENT)),
    (OWNED, re.compile("[“《届期]|20[0-9]{2}年|的.{2,12}(?:走进|开进|举)")),
)
# A body after one of these is where something is done.
GONE_TO = ("到", "赴", "进", "往", "入", "在")
BARE = frozenset(("镇", "乡", "街道", "社区", "公司", "中心", "学校", "企业", "集团", "医院"))


def read_hosts(event_clauses: Iterable[str], texts: Iterable[str]) -> tuple[PrintedHost, ...]:
    """The hosts of the event that the clauses name, each once; 主办 and its like in all texts."""
    explicit: list[PrintedHost] = []
    for text in texts:
        if has_any(text, SAYING_MARKS) and SAYS_WHO.search(text):
            for clause in CLAUSE.findall(text):
                explicit += _explicit(clause) or (_alone(clause) if explicit else [])
    if any(host.role == HOLDING for host in explicit):
        found = explicit
    else:
        found = [*_subjects(event_clauses), *explicit]
    return tuple({host.name: host for host in reversed(found)}.values())[::-1]


def ends_in_a_body(text: str) -> bool:
    """Whether the text ends as the names of bodies do."""
    return text[-1:] in LASTS_OF_BODIES and BODY_AT_END.search(text) is not None


def _explicit(clause: str) -> list[PrintedHost]:
    told = (*EXPLICIT.finditer(clause), *BY.finditer(clause), BY_ALONE.fullmatch(clause))
    return [host for one in told if one for host in _hosts(one["who"], one["verb"])]


def _alone(clause: str) -> list[PrintedHost]:
    alone = ALONE.fullmatch(clause)
    if alone is None or NOT_ALONE.search(alone["who"]):
        return []
    return [PrintedHost(alone["who"], alone["verb"])]


def _subjects(clauses: Iterable[str]) -> list[PrintedHost]:
    """The bodies of the first clause that has any before its verb."""
    for clause in clauses:
        if signers := list(_signers(clause)):
            return signers
        for pattern, telling in SUBJECTS:
            for match in pattern.finditer(clause) if telling.search(clause) else ():
                verb = match.groupdict().get("verb", HOLDING)
                hosts = list(_hosts(match["who"], verb))
                if pattern is OWNED and match["who"].endswith(PLACES_THAT_HOST):
                    continue
                if hosts:
                    return hosts
    return []


def _signers(clause: str) -> Iterator[PrintedHost]:
    found = SIGNING in clause and SIGNERS.search(clause)
    if not found:
        return
    who = found["who"]
    hosts = list(_hosts(who, HOLDING))
    if who.endswith(ZONES):
        hosts = [PrintedHost(who[words_before(who, 0, len(who)) :], HOLDING)]
    if hosts:
        yield from (*hosts, PrintedHost(found["other"], HOLDING))


def _hosts(who: str, verb: str) -> Iterator[PrintedHost]:
    who = AFTER_ANOTHER.split(who.rpartition("由")[2])[-1]
    for name in _bodies(who.lstrip("—、 ")):
        yield PrintedHost(name, HOST_ROLES.get(verb, HOLDING))


def _bodies(who: str) -> list[str]:
    """The bodies that the words end with: each ends as bodies do, or none of them counts."""
    pieces, start = [], 0
    for mark in BETWEEN.finditer(who):
        if ends_in_a_body(who[start : mark.start()]):
            pieces.append(who[start : mark.start()])
            start = mark.end()
    pieces.append(who[start:])
    first = words_before(pieces[0], 0, len(pieces[0]))
    if pieces[0].endswith(GONE_TO, 0, first):
        return []
    pieces[0] = pieces[0][first:]
    pieces = [piece[1:] if BEFORE_A_NAME.match(piece) else piece for piece in pieces]
    return pieces if all(map(_is_body, pieces)) else []


def _is_body(name: str) -> bool:
    return (
        name not in BARE
        and ends_in_a_body(name.removesuffix("”"))
        and not NOT_IN_A_BODY.search(name)
    )
