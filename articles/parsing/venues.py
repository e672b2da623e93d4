"""Read where an event was, as printed: a hall, a town, or the places that a visit went to."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

import rjieba

from .lexicon.acts import EVENT_TIMES, SAYING_ACTS
from .lexicon.events import (
    BUILT,
    COMING_FOR,
    GOING,
    GOING_ON_A_LIST,
    GROUNDS,
    HELD,
    INSIDE,
    MANNER_TAGS,
    NOT_PLACE_ENDINGS,
    NOT_PLACE_STARTS,
    OF_YARDS,
    PLACE_MANNERS,
    SCENES,
    SITES,
    TOURS,
    VISITED_ENDINGS,
)
from .lexicon.wordlist import any_of, has_any
from .surnames import part_of_speech

SHORTEST, LONGEST = 2, 24
# 海拔四千米的 before a place, 某县的 before a list and 三家企业 after one are no part of it.
BESIDE = re.compile(
    "^[我本][省市区县州旗镇乡](?=[^、]{2})|^位于[^的]{2,16}的|^[^的、]*(?:海拔[^的、]*的|以[东南西北]+[^的、]*里的|的(?=[^的]*、))"
    r"|(?<=[^、])[两三四五六七八九][个家座所处条](?:[村企学单项点乡镇]\w?|苏木|嘎查|煤矿|市场)(?:的[^、]*)?$"
)
# 在校长何青的带领下来到柳河村, 柳河木业进行实地督导: who led the way, and what was done.
LED = re.compile("^.*(?:带领|率领|陪同)下(?:先后|一行)?(?:来到|前往|赶赴|赴|到|走进|深入)?")
DOING_AT_END = re.compile("进行了?$")
# 随后的11天内将: when it is.
SPAN = re.compile("[0-9一二三四五六七八九十两几](?:多|余)?个?(?:[天日周月年]|小时|星期)[内里]")
# 崭新的操场; 古龙屯的山坡, 木叶寨的火塘: what it is like, and where by a village one sat.
SAID_OF_A_PLACE = re.compile(
    r"^(?:崭新|宽敞|宽阔|明亮|偌大|空旷|平坦|开阔|热闹|整洁|简陋|新建成?|新落成|刚落成)的(?=[^的]*$)"
)
NATURAL_SPOT = re.compile("(?<=[村寨屯乡镇])的(?:[^的、]{0,2}山坡|火塘|坡地|[^的、]{0,3}树)$")
# Of a list of places the first few are told.
MOST, MARK = 4, "、"
SHORTEST_AND_MANNER = 3
# 沿着河堤: a tour goes there, and nobody comes to an event so.
ALONG = "沿着"
NAMED = rf"[^，,。；;：:！!？?“”（）()\s、在]{{2,{LONGEST}}}?"
# 县医院内 is the hospital; 县医院院内, 小区院内 a yard.
# 县一中, 县第二高中: a school, and no 途中.
SCHOOL_AT_END = re.compile("(?:[一二三四五六七八九十]|第?[0-9]{1,2}|高|初|附|实验)中$")
INSIDE_AT_END = re.compile(
    f"(?<![{OF_YARDS}]院)(?!(?<=[一二三四五六七八九十高初附0-9])中)(?:{'|'.join(INSIDE)})$"
)
# 该校操场: more than 该校, which says nothing.
THAT_SITE = re.compile(f"该[^，,。的]{{1,4}}?{any_of(GROUNDS)}$")
MANNERS = f"(?:{any_of(PLACE_MANNERS)})*"
ON_SITE = "|".join(f"(?<={site})现场" for site in SITES)
IN_PLACE = re.compile(
    f"(?:在(?P<place>{NAMED}(?:{ON_SITE})?){MANNERS}(?:{any_of(HELD)})(?!{any_of(EVENT_TIMES)})|从(?P<start>{NAMED})(?:出发|起跑))"
)
STANDS_AT_END = re.compile(f"(?:{any_of(BUILT)})[前后下]$")
# 到城关镇, and not 达到137家, 撤到操场.
TO = "到(?<![达撤逃运送搬转看听感得收接提找做想讲说谈见]到)(?<!想不到)(?![0-9])"
GONE = f"{any_of(GOING, TO)}了?+"
# 检查站 is a place.
FOR = f"(?![向同为与].{{1,2}}(?:社区|小区|村|路|街|小学)|与会){any_of(COMING_FOR)}(?![站组])"
COMING = f"(?:{FOR}|(?=[，,。]))"
# 来到四小参加开学典礼; 来到某公司，在试验台旁上了一堂党课.
ARRIVING = tuple(way for way in GOING if way != ALONG)
COME_TO = re.compile(f"{any_of(ARRIVING, TO)}了?+(?P<place>{NAMED}){COMING}")
# 会后来到县档案馆: another place than that of the event.
AFTERWARDS = re.compile("[，,。；;](?:当[日天](?:上午|下午|晚上?)|会[后前]|随后|之后|接着)")
# Without one of these in a text, the patterns need not be tried.
A_SCENE, A_GROUND = re.compile(any_of(SCENES)), re.compile(any_of(GROUNDS))
SCENE = re.compile(
    rf"(?:^|[，,。；;日午晚晨])(?P<place>{NAMED})(?:{any_of(INSIDE)}|(?<=树)下)(?:的.{{1,6}}?|却)?(?:{any_of(SCENES)})"
)
# 柳河产业园彩旗飘扬, 柳河产业园警报声响起.
SCENE_AT = re.compile(
    rf"(?:^|[，,。；;日午晚晨时分])(?P<place>{NAMED}{any_of(VISITED_ENDINGS)})(?:的|突然|顿时)?“?(?:{any_of(SCENES)})"
)
# 操场上为学生: not the place alone.
WITH_MORE = re.compile(
    "[上里内中][为给向]|[为给向对].{0,4}[0-9一二三四五六七八九十两几]+(?:余|多)?名"
)
# 昨天上午，县法院审判庭里，敲响法槌的是…: a hall or a ground opens the scene.
GROUND = re.compile(
    rf"(?:^|[日午晚晨]|[，,”])(?P<place>{NAMED}(?:{any_of(GROUNDS)}))"
    f"(?:{any_of((*INSIDE, *SCENES))})(?!级|述|周|月|年|涨|升|调)"
)
LIST = re.compile(
    rf"{GONE}(?P<place>{NAMED}(?:[、]{NAMED})+(?:{ON_SITE})?)"
    rf"(?:{any_of(GOING_ON_A_LIST)}|[，,。]|(?={FOR}))"
)
# 座谈会在县政协三楼会议室举行: told below a lead that says only that it was held.
HELD_THERE = re.compile(
    rf"(?:^|[。；])(?:当[天日晚]的?|此次|本次)?[^，,。；;在]{{0,6}}(?:[会赛式]|典礼|活动|演练|论坛)在(?P<place>{NAMED})(?:举[行办]|召开)"
)
# Without one of these in a text, the pattern need not be tried.
HOLDING = ("举行", "举办", "召开")
GONE_TO = re.compile(f"{GONE}(?P<place>{NAMED}){COMING}")
# 昨晚，柳河镇石桥村的打谷场上，锣鼓响了.
OPENING = re.compile(
    rf"[日午晚晨时][，,](?P<place>[^，,。；;：:！!？?“”、在]{{2,12}}[县区市旗镇乡村街校院厂园]{NAMED})"
    "(?:[里内上]|(?<=下)|(?<=前))(?=[，,]|突然|不时)"
)
# 3月8日，在柳河镇石桥村，百余名群众围住农技人员.
STANDS_IN = re.compile(rf"(?:^|[，,”日午晚晨])在(?P<place>{NAMED})[，,]")
STANDING_IN = re.compile(rf"^在(?P<place>{NAMED})[，,]")
# 强调，要把告示贴到站牌: what was said tells of no place where somebody was.
SAID = re.compile(f"(?:{any_of(SAYING_ACTS)})[，,：:“]")
# The lead, and the paragraphs that tell where those in it went.
FIRST_PARAGRAPHS = 4


def read_place(texts: Sequence[str], headlines: Sequence[str], kind: str) -> str:
    """The place of an event of that kind; empty where none is printed.

    Of a visit the first places that its list names, joined by 、 as printed, else the first one.
    """
    lead = texts[:1]
    if kind in TOURS:
        told = [SAID.split(text, maxsplit=1)[0] for text in texts[:FIRST_PARAGRAPHS]]
        return next(_visited(told), "")
    before = [AFTERWARDS.split(text, maxsplit=1)[0] for text in texts[:FIRST_PARAGRAPHS]]
    come_to = filter(_is_visited, _places(COME_TO, before))
    below = [text for text in texts[1:FIRST_PARAGRAPHS] if has_any(text, HOLDING)]
    scene = [*filter(A_SCENE.search, lead)]
    ground = filter(A_GROUND.search, lead)
    places = chain(
        _places(IN_PLACE, (*lead, *headlines)),
        _places(SCENE, scene),
        _places(SCENE_AT, scene),
        _places(GROUND, ground),
        _places(HELD_THERE, below),
        come_to,
        filter(_is_visited, _places(STANDS_IN, lead)),
        _places(OPENING, lead),
    )
    return next(places, "")


def _places(pattern: re.Pattern[str], passages: Iterable[str]) -> Iterator[str]:
    for passage in passages:
        for match in pattern.finditer(passage):
            place = match["place"] or match.groupdict().get("start")
            place = DOING_AT_END.sub("", LED.sub("", place))
            place = SAID_OF_A_PLACE.sub("", BESIDE.sub("", place))
            place = _without_manner(MARK.join(place.split(MARK)[:MOST]))
            name = NATURAL_SPOT.sub("", INSIDE_AT_END.sub("", place))
            if _is_place(place) and len(name) >= SHORTEST:
                yield name


def _visited(texts: Sequence[str]) -> Iterator[str]:
    yield from _places(LIST, texts)
    for text in texts:
        for pattern in (STANDING_IN, GONE_TO):
            yield from (place for place in _places(pattern, [text]) if _is_visited(place))


def _without_manner(place: str) -> str:
    """操场 of 在操场火热开赛."""
    is_long = len(place) > SHORTEST_AND_MANNER and MARK not in place
    is_manner = is_long and part_of_speech(place[-2:]) in MANNER_TAGS
    return place[:-2] if is_manner else place


def _is_place(text: str) -> bool:
    listed = text.split(MARK)
    if THAT_SITE.match(text):
        return True
    if (
        WITH_MORE.search(text)
        or SPAN.search(text)
        or text.startswith(NOT_PLACE_STARTS)
        or (listed[1:] and any(map(_tells_an_act, listed)))
    ):
        return False
    is_named = STANDS_AT_END.search(text) or SCHOOL_AT_END.search(text)
    return is_named is not None or not text.endswith(NOT_PLACE_ENDINGS)


def _tells_an_act(text: str) -> bool:
    """车间看设备 in a list: a verb of one character amid it."""
    words = () if _is_visited(text) else rjieba.tag(text, False)
    return any(
        len(word) == 1 and tag == "v" and (not number or len(words[number - 1][0]) > 1)
        for number, (word, tag) in enumerate(words[:-1])
    )


def _is_visited(place: str) -> bool:
    return place.endswith(VISITED_ENDINGS)
