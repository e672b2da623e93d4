"""Find titles that are printed after the name: 何青,经开区管委会主任, or 任命何青为…局局长."""

import re
from collections.abc import Callable, Iterator
from functools import partial

from .after_names import HAN
from .appointed_lists import LAST_OF_A_LIST, named_together
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
from .facts import PrintedPost
from .hosts import ends_in_a_body
from .lexicon.bodies import ASSOCIATIONS
from .lexicon.datelines import CHINESE_DIGITS, CHINESE_TEN, RELATIVE_YEARS
from .lexicon.names import (
    DISMISSED,
    NOT_PERSONS,
    OFFICE_VERBS,
    RISING,
)
from .lexicon.persons import ROLES
from .lexicon.titles import (
    AT_PRESENT,
    FORMERLY,
    HEADS_OF_WORKS,
    HELD_LATER,
    NOT_STANDING,
    TITLES,
)
from .lexicon.wordlist import any_of, has_any
from .name_shapes import is_name_shaped
from .names import find_name, is_likely_name
from .spans import words_before
from .titles import split_title
from .word_names import TITLE

# 甲是县水利局副局长，去年8月起任石桥村第一书记
THEN = re.compile(
    rf"[，,](?:[0-9]{{4}}年|{'|'.join(RELATIVE_YEARS)})(?:[0-9]{{1,2}}月份?)?[起后底初]?"
    rf"(?:又|还|被派|到{HAN}{{2,8}}?)?(?:担|兼|出)?任(?P<title>[^，,。；;：:！!？?“”\"\n]{{2,30}})(?=[，,。；;])"
)
# 甲任县水利局局长，免去其县农业局副局长职务; 甲任县水利局局长，不再担任县农业局副局长
DISMISSED_FROM = re.compile(
    r"[，,](?:同时)?(?:免去其|不再[担兼]任)(?P<title>[^，,。；;]{2,40}?)(?:的?职务|(?=[，,。；;]))"
)
# 免去甲县农业局局长、党委书记，县供销社主任职务
DISMISSED_BESIDES = re.compile(
    r"[，,](?:(?:同时)?免去其?)?(?P<title>[^，,。；;：:]{2,40}?)的?职务(?=[，,。；;]|$)"
)
OFFICE_LEFT = "职务"
NAME = (
    rf"(?P<name>(?!{NOT_HEAD})(?:{HAN}{{2,4}}?|{HAN}{{1,6}}(?:[·•・]{HAN}{{1,8}}?)+))"
    rf"{NOTE_ON_SELF}?{COLLEAGUE}?{NOTE_ON_SELF}?"
)
NOTE = REST.replace("[^", "[^()（）")
APPOINTED = re.compile(rf"{BEFORE}{NAME}等?{HOW}?{any_of(OFFICE_VERBS)}{REST}")
# 接受甲因年龄原因辞去检察长职务的请求.
REASON = "(?:因[^，。；]{2,12}?(?=辞去))"
DISMISSAL = re.compile(
    rf"(?:{'|'.join(DISMISSED)}){NAME}(?:{REASON}?(?:辞去|的|担任的)+|(?<=同志)){REST}"
)
# 决定甲代理县长职务, 决定甲代理县人民政府县长
DEPUTIZED = re.compile(
    rf"(?<=决定)[，,]?{NAME}为?(?P<title>代理{HAN}{{0,16}}?{any_of(TITLES)})(?=的?职务|[，,。；;]|$)"
)
# The body stands before what the title is, as everywhere: 县人民政府代理县长.
ACTING_FIRST = re.compile(rf"^(代理)({HAN}{{2,}}?)(?={any_of(TITLES)}$)")
# Further ones of the same dismissal: 免去:甲的区长职务;乙的副区长职务,丙的局长职务.
DISMISSED_TOO = re.compile(
    rf"(?:(?<![^;；:：])|(?<=职务[，,、])|(?<=一职[，,、])){NAME}的"
    rf"(?P<title>[^，,。；;：:]{{2,48}}?(?:职务|一职))"
)
APPOSED = re.compile(
    rf"(?<![^。；;！!？?\s“”\"]){NAME}[,，](?:系|是|现任|时任|曾任|原任)?{REST}(?=[，,。])"
)
# 他叫甲，是石桥村第一书记
INTRODUCED_MARKS = ("他叫", "她叫", "名叫")
INTRODUCED = re.compile(
    rf"(?:{any_of(INTRODUCED_MARKS)}){NAME}[,，](?:系|是|现任)?{REST}(?=[，,。])"
)
# 甲当了二十年村支书
SERVED = re.compile(
    rf"{BEFORE}{NAME}(?:当|做|任)[了过](?:[0-9]{{1,2}}|[{CHINESE_DIGITS}{CHINESE_TEN}]{{1,3}})"
    rf"[多余]?年多?的?{REST}"
)
# 教了三十年书的甲，如今是县一中校长
NOWADAYS = re.compile(
    rf"(?:{BEFORE}|(?<=的)){NAME}[，,]?(?:{'|'.join(AT_PRESENT)})已?(?:是|任|担任){REST}"
)
# 甲今年三十四岁，是县人民医院内科护士长
OF_AN_AGE = re.compile(
    rf"{BEFORE}{NAME}[，,]?(?:今年|现年)?(?:[0-9]{{2}}|[{CHINESE_DIGITS}{CHINESE_TEN}]{{2,3}})岁"
    rf"[，,](?:如今|现在)?(?:是|现任|现为|担任|任){REST}"
)
# 甲是石桥村人。他现任县水利局局长; 甲出生在石桥村，现任县水利局局长
GOING_ON = r"(?:[。，,][他她](?:还|也|同时)?(?:担任|兼任|现任|现为)|[，,](?:现任|现为))"
TAKEN_UP = re.compile(
    rf"(?<![^。；;！!？?\s“”\"]){NAME}(?:是|出生|毕业)[^，,。；;！!？?“”\n]{{2,24}}{GOING_ON}{REST}(?=[，,。；;])"
)
# 技术员甲被任命为厂长
RAISED = re.compile(
    rf"(?:{any_of(ROLES)}(?:出身的)?|(?<=的))(?!{any_of(ROLES)}){NAME}(?:受命|受聘|应聘|竞聘|回乡|返乡|回村)?{any_of(RISING)}{REST}"
)
WHEN = (
    rf"(?:(?:[0-9]{{1,2}}|[{CHINESE_DIGITS}{CHINESE_TEN}])年前|(?:[0-9]{{4}}年|{'|'.join(RELATIVE_YEARS)})"
    r"(?:[0-9]{1,2}月份?)?[初底]?)"
)
# 甲三年前到石桥村任第一书记
SENT = re.compile(
    rf"(?:{BEFORE}|{any_of(ROLES)}|(?<=的))(?!{any_of(ROLES)}){NAME}"
    rf"{WHEN}?(?:主动|被派|受命)?(?:来到|回到|到|赴)"
    rf"(?P<place>{HAN}{{2,10}}?)(?:担|挂|出)?任(?P<title>{HAN}{{0,6}}?{any_of(TITLES)})(?=[，,。；]|$)"
)
# 电灯公司的经理叫甲，
OF = "的"
WITH_OF = "(?:公司|集团|厂|学校|中学|小学|医院|局|村|合作社|[站所店科院])"
CALLED = re.compile(
    rf"(?<!{HAN})(?P<body>{HAN}{{2,16}}{WITH_OF}的)?(?P<title>{HAN}{{0,16}}?{any_of(TITLES)})"
    rf"(?:老{HAN})?(?:名叫|叫){NAME}(?=[，,。；]|$)"
)
# What tells of whom one calls; not so after 厂长叫甲，
TOLD_OF = re.compile(
    f"(?:[。；]|$|[，,](?:今年|现年|[0-9{CHINESE_DIGITS}{CHINESE_TEN}]|[男女是从原曾]))"
)
# 厂长由大家推选的甲担任
TAKEN_BY = re.compile(
    rf"(?<!{HAN})(?P<title>{HAN}{{0,12}}{any_of(TITLES)})由"
    rf"(?:[^，,。；;：:、“”]{{0,12}}的|{HAN}{{0,8}}?{any_of(ROLES)})?{NAME}(?:担|兼|出|接)任(?=[，,。；;]|$)"
)
NOTED = re.compile(rf"(?:(?<![^，,。；;：:、！!？?\s“”\"])|还有|包括){NAME}[(（]{NOTE}[)）]")
# 三十四岁的技术员甲揭榜承包，当上了厂长: who, and later in the sentence what of.
AGED = re.compile("岁的")
ROSE = re.compile(
    rf"(?P<how>[^。；！？“”]{{0,24}}?)(?:当(?:上了?|了)|(?<=上任)当)"
    rf"(?P<title>{HAN}{{0,8}}?(?:{any_of(HEADS_OF_WORKS)}|经理))(?=[，,。；])"
)
# Others do, or nobody does: 甲让弟弟当了厂长, 甲想当上厂长.
BY_OTHERS = re.compile("[让叫请派推想没不谁儿女弟兄哥妻夫父爹娘妈]")
WHAT_HE_WAS = re.compile(rf"{HAN}{{0,6}}?(?:{any_of(ROLES)}|{any_of(TITLES)})")
# 尤其是县长何青
ADVERBS = frozenset(("尤其",))
PAST = (DISMISSAL, DISMISSED_TOO, SERVED)
SERVING = ("当了", "当过", "做了", "做过", "任了", "任过")
# Those that hold no other, 任 of 担任 and no 责任: without one the pattern need not be tried.
TAKING = "任"
SHORTEST_VERBS = tuple(
    verb for verb in OFFICE_VERBS if sum(other in verb for other in OFFICE_VERBS) == 1
)
OFFICE_VERB = re.compile(
    any_of((verb for verb in SHORTEST_VERBS if verb != TAKING), f"{TAKING}(?!务)(?<!责任)")
)
# 何青山, at the beginning of a text or a sentence: what APPOSED begins with, and more. Most that
# stands there is told by how it ends: no comma, bracket or dot.
APPOSED_NAME = re.compile(
    rf"[。；;！!？?\s“”\"](?={HAN}{{1,6}}+[,，(（·•・])(?:{HAN}{{2,4}}|{HAN}{{1,6}}+(?:[·•・]{HAN}{{1,8}})+)"
    r"(?:[(（][^()（）]{1,14}[)）])?(?:同志)?[,，]"
)
# In 任命：甲任局长；乙任副局长 each decision stands after a mark.
DECISION = re.compile("任命|任免|任职|免去")
END_OF_DECISION = re.compile("[；;。，,]?$")
# What says of a title after it that it is not held now: 拟任, 拟提名为.
NOT_HELD_BEFORE = re.compile(f"(?:{'|'.join((*FORMERLY, *HELD_LATER))})为?$")

TAKEN_BESIDES = (*RISING, "受聘成为", "受聘为", "受聘担任", "兼任", "调任", "就任", "转任", "任")
# 县委副书记甲兼任县委党校校长
BESIDES = re.compile(
    rf"(?:出席[^，,。；;]{{0,12}}[，,](?=并))?(?:同志)?(?:同时|还|并|又|也|已|全票|再次)*"
    rf"(?:{any_of(TAKEN_BESIDES)}){REST}(?=[，,。；])"
)
# 任命县委副书记甲同志为副县长
APPOINTING, LONGEST_VERB = re.compile("(?:任命|选举|补选|推选|增补)$"), 2
AS = re.compile(rf"(?:同志)?为{REST}(?=[，,。；]|$)")
# 甲担任演练现场总指挥 is no office.
AT_AN_EVENT = ("总指挥", "组长", "裁判长", "召集人")
# 在任县委书记期间，甲; 自担任县委书记以来，甲
HELD_WHILE = re.compile(
    rf"(?<!{HAN})[在自]?担?任(?P<title>[^，,。；;：:！!？?“”\"\n]{{2,40}}?)(?:(?P<past>期间|时期|时)|以来|以后|后)[，,]"
)

# 作为县水利局局长，甲; 作为原县水利局局长，甲
HELD_AS = re.compile(
    rf"(?<!{HAN})(?:作为|身为)(?:一[名位个])?"
    rf"(?P<past>(?:{any_of(FORMERLY)}|曾经的)(?!{any_of(NOT_STANDING)}))?"
    r"(?P<title>[^，,。；;：:！!？?“”\"\n]{2,40})[，,]"
)

# 选举产生了县书法家协会第一届领导班子
ELECTED_BODY = re.compile(rf"产生了?(?:新一届)?(?P<body>{HAN}{{3,20}}?)(?:新一|第{HAN}{{1,3}})届")
PRODUCED = "产生"
# 石桥市作家协会第四次代表大会, 石桥市商会召开会员大会, 石桥市作家协会换届
ASSEMBLY = re.compile(
    rf"(?P<body>{HAN}{{1,20}}?{any_of(ASSOCIATIONS)})"
    rf"(?:(?:隆重)?(?:召开|举[行办])了?{HAN}{{0,14}}?大会|(?:会员|成立){HAN}{{0,2}}大会"
    rf"|第[0-9{CHINESE_DIGITS}{CHINESE_TEN}]{{1,3}}[次届]{HAN}{{0,6}}?大会|{HAN}{{0,4}}?换届)"
)


def _has_apposed_name(text: str) -> bool:
    return APPOSED_NAME.search(f"\n{text}") is not None


def _named_before_title(
    pattern: re.Pattern[str], may_find: Callable[[str], object], text: str
) -> Iterator[Found]:
    """What the pattern finds in the text, if `may_find` does."""
    if not may_find(text):
        return
    place = 0
    while match := pattern.search(text, place):
        place = match.end("name")
        title = ACTING_FIRST.sub(r"\2\1", title_in(match["title"]))
        if title and _is_name(match):
            is_held = pattern not in PAST and not is_former(match)
            if match.re is SENT:
                title = match["place"] + title
            posts = split_title(title, "", is_held) + _taken_then(match)
            yield match.start("name"), match["name"], title, posts


def _risen(text: str) -> Iterator[Found]:
    """Who became the head of works, as the sentence goes on to tell."""
    for aged in AGED.finditer(text) if "当" in text else ():
        was = WHAT_HE_WAS.match(text, aged.end())
        for place in (aged.end(), was.end() if was else aged.end()):
            name = find_name(text, place)
            rose = ROSE.match(text, place + len(name)) if name else None
            if rose and not BY_OTHERS.search(rose["how"]):
                yield place, name, rose["title"], split_title(rose["title"])
                break


def elected_body(text: str, end: int) -> str:
    """The body whose election the text tells of before that place."""
    found = ELECTED_BODY.findall(text, 0, end) if PRODUCED in text else []
    return found[-1] if found and ends_in_a_body(found[-1]) else ""


def assembled_body(text: str) -> str:
    """The last association of those whose members met, as the text tells."""
    *_, found = (None, *ASSEMBLY.finditer(text))
    return text[words_before(text, *found.span("body")) : found.end("body")] if found else ""


def taken_besides(text: str, start: int, end: int) -> tuple[PrintedPost, ...]:
    """The posts that somebody with a title takes besides, whose name ends there: 兼任党校校长.

    `start` is where the title begins: 任命县委副书记何青同志为副县长.
    """
    is_appointed = APPOINTING.search(text, max(0, start - LONGEST_VERB), start)
    besides = (AS.match(text, end) if is_appointed else None) or BESIDES.match(text, end)
    title = title_in(besides["title"]) if besides else ""
    if not title or title.endswith(AT_AN_EVENT):
        return ()
    return tuple(post for post in split_title(title) if post.department)


def _before_name(pattern: re.Pattern[str], text: str) -> Iterator[Found]:
    """A clause that tells an office, and the name of its holder after the comma."""
    for match in pattern.finditer(text):
        title, name = title_in(match["title"]), find_name(text, match.end())
        if title and name:
            yield match.end(), name, title, split_title(title, "", match["past"] is None)


def _called(text: str) -> Iterator[Found]:
    for match in CALLED.finditer(text):
        title, body = title_in(match["title"]), ""
        if match["body"]:
            start, end = match.start("body"), match.end("body") - len(OF)
            body = text[words_before(text, start, end) : end]
        is_told = body or text[match.start("name") - 2] == "名" or TOLD_OF.match(text, match.end())
        if title and is_told and is_likely_name(match["name"]):
            yield match.start("name"), match["name"], title, split_title(body + title)


def _taken_then(match: re.Match[str]) -> tuple[PrintedPost, ...]:
    """The posts of the next clause, where it tells since when they are held."""
    is_open = match.re is DISMISSAL and not match["title"].endswith(OFFICE_LEFT)
    further = DISMISSED_BESIDES if is_open else DISMISSED_FROM
    dismissed = further.match(match.string, match.end())
    if dismissed and not (is_open and _is_more_than_a_title(dismissed["title"])):
        return split_title(title_in(dismissed["title"]), "", is_held=False)
    then = THEN.match(match.string, match.end())
    return split_title(title_in(then["title"])) if then else ()


def _is_more_than_a_title(clause: str) -> bool:
    """Whether it is told of somebody else: 罗川的县供销社主任, 任命罗川为县供销社主任."""
    return title_in(clause) != clause


def _is_name(match: re.Match[str]) -> bool:
    """Between 任命 and 为, or 免去 and 的, whatever has the shape of a name is one: 何其多."""
    name = match["name"]
    is_decided = (
        match.re is DISMISSED_TOO
        or DECIDED_ABOUT.search(match.string, 0, match.start("name"))
        or (match.re is APPOINTED and _is_in_a_list_of_decisions(match))
    )
    if is_decided and is_name_shaped(name):
        return name not in ADVERBS and not TITLE.search(name)
    if (match.re is APPOINTED and is_elected(match, "name")) or _is_noted_with_a_body(match):
        return is_name_shaped(name) and name not in NOT_PERSONS
    return is_likely_name(name)


def _is_noted_with_a_body(match: re.Match[str]) -> bool:
    """水长流（县林业局局长）"""
    if match.re is not NOTED:
        return False
    posts = split_title(title_in(match["title"]))
    return bool(posts) and len(posts[0].department) > 1


def _is_in_a_list_of_decisions(match: re.Match[str]) -> bool:
    """Whether a decision was told before, or nothing but this one stands in the paragraph."""
    text, start = match.string, match.start("name")
    is_alone = start == 0 and END_OF_DECISION.match(text, match.end()) is not None
    return is_alone or (
        text[start - 1 : start] in DECISION_MARKS and DECISION.search(text, 0, start) is not None
    )


# Each pattern with what a text must hold, or it need not be tried.
PATTERNS = (
    (SERVED, partial(has_any, words=SERVING)),
    (APPOINTED, OFFICE_VERB.search),
    (DISMISSAL, re.compile(any_of(DISMISSED)).search),
    (DEPUTIZED, re.compile(f"决定[，,]?{HAN}{{2,6}}代理").search),
    (DISMISSED_TOO, partial(has_any, words=("职务", "一职"))),
    (APPOSED, _has_apposed_name),
    (INTRODUCED, partial(has_any, words=INTRODUCED_MARKS)),
    (TAKEN_BY, partial(has_any, words=("担任", "兼任", "出任", "接任"))),
    (NOTED, partial(has_any, words=("(", "（"))),
    (NOWADAYS, partial(has_any, words=AT_PRESENT)),
    (OF_AN_AGE, partial(has_any, words=("岁，", "岁,"))),
    (TAKEN_UP, re.compile(GOING_ON).search),
    (SENT, re.compile(f"[到赴]{HAN}{{2,10}}?任").search),
    (RAISED, re.compile(any_of(RISING)).search),
)
FINDERS = (
    *((partial(_named_before_title, *one), one[1]) for one in PATTERNS),
    (named_together, LAST_OF_A_LIST.search),
    (_risen, AGED.search),
    (partial(_before_name, HELD_AS), partial(has_any, words=("作为", "身为"))),
    (
        partial(_before_name, HELD_WHILE),
        re.compile(f"任{HAN}{{2,40}}(?:期间|时期|时|以来|后)").search,
    ),
    (_called, partial(has_any, words=("叫",))),
)
