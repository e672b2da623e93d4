"""Read the event that a story reports: a meeting with its name, or a visit without one."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import chain

from .facts import PrintedEvent, PrintedOfficial
from .hosts import TIME_OF_DAY, read_hosts
from .lexicon.acts import (
    ANY_MEETING,
    DONE_KINDS,
    EVENT_CLOSERS,
    EVENT_COUNTS,
    EVENT_CURTAINS,
    EVENT_ENDINGS,
    EVENT_HOSTS,
    EVENT_KINDS,
    EVENT_MANNERS,
    EVENT_OPENERS,
    EVENT_PURPOSES,
    EVENT_TIMES,
    EVENT_TRAILERS,
    FOUNDING_ACTS,
    GROUPS_GO,
    HELD_AT_A_PLACE,
    LAST_OPENERS,
    REPORTS,
    TOURING_GROUPS,
    UNNAMED_EVENTS,
    VISITS,
)
from .lexicon.events import HOST_ENDINGS, PLACES_THAT_HOST
from .lexicon.wordlist import any_of, firsts, has_any
from .tours import GROUP_ON_TOUR, read_tour
from .venues import read_place

KIND = f"(?:{any_of(EVENT_KINDS)}|{'|'.join(EVENT_ENDINGS)})"
# Most kinds are found by the characters that begin them, which is fast.
KIND_BY_NOUN = re.compile(any_of(EVENT_KINDS))
KIND_BY_ENDING = re.compile(f"(?={firsts(*EVENT_ENDINGS)})(?:{'|'.join(EVENT_ENDINGS)})")
KIND_AT_END = re.compile(f"({KIND})$")
QUOTES = str.maketrans("", "", "“”")
ENDINGS = [(re.compile(f"(?:{ending})$"), kind) for ending, kind in EVENT_ENDINGS.items()]
# What marks hold amid a clause is a part of it: 举行“优化服务，助力发展”新闻发布会.
CLAUSE = re.compile(
    r"(?:[^，,。；;！!？?“\n]|“[^“”。；;！!？?\n]{2,30}”(?=[^，,。；;！!？?\n])|“){1,200}"
)
LEAD = 600
CEREMONY, ACTIVITY, SIGNING, MEETING = "仪式", "活动", "签约", "会议"
LECTURES, PERFORMANCE = "宣讲", "演出"
MEETING_LAST, COMRADE = "会", "同志"
# How many paragraphs may name what the lead is a scene of; an obituary tells of a farewell there.
BELOW, FAREWELL = 3, "告别"
HOSTED = rf"(?:.*(?:(?:{'|'.join(EVENT_HOSTS)})|为主题|一年一度|(?:为期|历时).{{1,4}})的)?"
# When in the day, or how it went.
MANNER = f"(?:{'|'.join(EVENT_MANNERS)}|{TIME_OF_DAY})?"
STAGE = "(?:的(?:决赛|预赛|首场比赛|半决赛))?就?"
FINAL = "(?:举行(?:总?决赛|预赛|半决赛|首场比赛)|决出)"
# 义诊活动, 歌圩活动: the word for any event is a part of the name behind one of its own kind.
ACTIVITIES = any_of(noun for noun, kind in EVENT_KINDS.items() if kind == "活动")
TRAILER = f"(?:{'|'.join(EVENT_TRAILERS)})?"
# 一场别开生面的: what is said of it is no part of the name.
COUNT = (
    "了?的?(?:(?:简短|简朴|简单|隆重|盛大)的)?"
    f"(?:(?:{'|'.join(EVENT_COUNTS)})(?:[^“”《》的]{{2,8}}的)?)?"
)
# 组织了三次演练 tells of none that is the news.
NOT_A_START = "(?<!启动(?=仪?式))(?<!组织(?=部))(?!了?[两三四五六七八九十几多数]+次)"
# 新闻发布会第六场.
ORDINAL = "(?:第.{1,3}场)?"
# 召开企业家座谈会征求意见: what it was held for is no part of its name.
PURPOSES = f"(?:{any_of(EVENT_PURPOSES)})"
ORDINAL_AT_END = re.compile(f"{ORDINAL}$")
OPENED = re.compile(
    rf"(?:{any_of(EVENT_OPENERS)}|(?:(?:[办开上作]|表演)了|(?:送|献|奉|带)[上来去])(?=一[场次堂期台])){NOT_A_START}{COUNT}{HOSTED}(?P<name>.*{KIND}{ORDINAL})(?:$|[在并上中后时期]|暨|{PURPOSES})"
)
CLOSERS = any_of((*EVENT_CLOSERS, *EVENT_CURTAINS))
CLOSED = re.compile(
    rf"{HOSTED}(?P<name>.*?(?:{ACTIVITIES}活动|庆祝[^，]{{2,16}}节活动|{KIND})){TRAILER}{STAGE}{MANNER}(?:正?在.{{1,20}}?)?{MANNER}"
    f"(?:{CLOSERS}(?!{any_of(EVENT_TIMES)}|仪?式|典礼|战)"
    "|(?<=[室堂校厅院馆楼心])结业|进入.{0,6}(?:审议|讨论|阶段)|(?<=在这里)进行|正在进行)"
)
# Without one of these in a clause, the pattern need not be tried.
CLOSING = re.compile(any_of((*EVENT_CLOSERS, *EVENT_CURTAINS, "进入", "进行", "结业")))
# 法律知识竞赛4月18日举行决赛.
FINALS = re.compile(rf"{HOSTED}(?P<name>.{{2,40}}?{KIND})(?:的)?{MANNER}(?:在.{{1,20}}?)?{FINAL}")
# Without one of these in a clause, the pattern need not be tried.
FINAL_MARK = re.compile("[决赛]")
# 历时四天的某县运动会，10月12日下午在县体育场落下帷幕: the name, and the clause that closes it.
NAME_ALONE = re.compile(rf"{HOSTED}(?P<name>.{{2,40}}{KIND})(?:在?圆满.*)?$")
CLOSED_THEN = re.compile(f"(?:于|将于)?{MANNER}(?:在.{{1,20}}?)?{MANNER}{CLOSERS}$")
NO_NAME_STARTS = ("一直", "直到", "等到", "每次", "每场")
DONE_FIRST = ("圆满", "顺利", "经过")
# “家门口就业”在广场举行, 第五届村民嘉年华在河滩热闹开幕: marks or a number show a name.
MARKED = "(?=[^在]*(?:[“《]|第.{1,4}届|首届|20[0-9]{2}))"
BY_HOSTS = ".*由.{2,40}(?:主办|承办|协办)的"
HELD_AT = re.compile(
    rf"(?:{BY_HOSTS}|{HOSTED}{MARKED})(?P<name>[^，,。]{{4,40}}?)(?:在[^“”]{{2,24}}?|(?<=”)){MANNER}"
    rf"(?P<verb>{any_of(HELD_AT_A_PLACE)})(?!{any_of(EVENT_TIMES)})"
)
# Without one of these in a clause, neither that nor HOLDS need be tried.
HELD_THERE = re.compile(any_of(HELD_AT_A_PLACE))
# ——第三届村歌大赛侧记: what a report is of.
REPORTED = re.compile(f"^[—\\s]*(?P<name>.*{KIND})(?:{any_of(REPORTS)})$")
# Whatever is 召开 is a meeting: 召开全体会.
CONVENED = re.compile(rf"召开{COUNT}{HOSTED}(?P<name>[^“”]{{2,40}}会)$")
# 这是某局举办的应急演练。
IT_IS = re.compile(
    rf"(?:^|[。！？!?”])这是[^，,。；;]{{2,40}}(?:{'|'.join(EVENT_HOSTS)})的(?P<name>[^，,。；;的]{{2,40}}?{KIND})[。，,]"
)
# 通车典礼在某路起点举行。
CEREMONY_AT = re.compile(
    r"(?:^|[。；;，,])(?P<name>[^，,。；;]{0,16}(?:(?<!告别)仪式|典礼|[开闭揭]幕式))在[^，,。；;]{2,24}举[行办]"
)
# 由某局主办、某镇承办的招聘会把摊位摆进了集市.
HELD_FIRST = re.compile(
    f"(?:主办|承办|协办)的(?P<name>(?:“[^”]*”|[^“”，,。；;]){{2,40}}?{KIND})(?![上期之]|[一二三]等)"
)
# 在某招聘会上, where nothing else in the lead is an event.
WITHIN = re.compile(rf"(?:^|[日午])在{HOSTED}(?P<name>[^在]{{2,40}}?{KIND})上$")
# 在全省评比会上，我县茶厂的红茶被评为…: there somebody got a prize, and the news is that.
PRIZE_MEETING = re.compile(
    f"^.{{0,10}}在(?=.*全[国省州市]).{{0,24}}(?:{'|'.join(EVENT_HOSTS)})的.*上$"
    "|^全[国省][^在]*(?:结束|落幕|闭幕|收官)"
)
PRIZE = re.compile(
    "被?(?:评为|授予)|[荣喜]获|获得?.{0,8}[奖号]|[拿夺摘获].{0,12}(?:[金银铜]牌|冠军)"
)
# What an opener before the last one opens is no part of the name: 组织专家开展义诊.
LAST_OPENED = re.compile(f".*(?:{any_of(LAST_OPENERS)})(?![^“”]*”)")
# 我区第六届…, 区文化馆“…”展: whose the event is, before the mark or number that begins a name;
# and by whom it was made: 由某公司捐建的….
OWNERS = tuple(ending for ending in HOST_ENDINGS if ending not in PLACES_THAT_HOST)
OWNER = re.compile(
    rf"^(?:由[^“《]{{2,60}}?的|总投资[^的]{{2,16}}的|一[场次台]|[我本][省市区县州旗镇乡]|该[校院园厂镇乡村县区](?=第)|[^“《第届]{{1,16}}?(?:"
    rf"{any_of(HOST_ENDINGS)}的(?=.{{2}}(?:仪式|典礼|课堂)$)"
    rf"|{any_of(OWNERS)}的?(?=[“《]|第.{{1,6}}[届期]|首届|20[0-9]{{2}}|庆祝)|剧团(?=新编|现代|古装|传统|大型)))"
)
# 县十七届人大常委会第四次会议: of which term whoever meets is.
TERM = re.compile("第?[0-9一二三四五六七八九十]{1,3}届")
PEOPLES_COMMITTEE = ("人大常委会", "常务委员会")
BETWEEN_SIGNERS = re.compile("[与和同].*(?:签约|签字)仪式")
# 在省城举行的洽谈会上: where the news was, if a later clause tells of an event.
SETTING = re.compile(f"^.{{0,10}}在.{{0,24}}(?:{'|'.join(EVENT_HOSTS)})的.*上$")
# 书记在奠基仪式上讲话, 出席了签字仪式.
AT_CEREMONY = re.compile(
    r"(?:在|出席|参加|主持)了?(?P<name>[^，,。；;在出参主的]{2,6}(?:仪式|典礼))"
)
ITEM = re.compile("[▲△●○◆◇■□★☆]")
# 这是某院举办的开放日活动的一幕; 这是“院坝微党课”的第七讲.
SCENE_OF = re.compile(
    f"(?:这|此次|图|[会课]”)是{HOSTED}(?P<name>.*?(?:{KIND}”?))"
    "(?:[中上]?的(?:一幕|一景|现场|场景|第.{1,3}[讲场站期课])|之一)"
)
# 办了一场“开口说”, 上了一堂党课.
QUOTED = re.compile(rf"[办开](?:展|了){COUNT}“(?P<name>[^“”]{{2,16}})”$")
# 举行“简约新风”百人团聚, 开展“廉洁家风”倡议; a visit with marks is a visit.
NO_VISIT = "".join(f"(?<!{act})" for act in VISITS)
HOLDS = re.compile(
    rf"(?:(?:举办|举行){COUNT}{HOSTED}(?P<name>(?:“[^”]+”|《[^》]+》|第.{{1,4}}届|首届|20[0-9]{{2}})"
    rf"[^的]{{0,30}})|开展(?P<quoted>“[^”]+”[^的]{{2,8}})){NO_VISIT}$"
)
# 来到柳河镇开展义诊活动, 在石桥村举行报告会: where it is stands before the verb, and nobody.
NO_SUBJECT = re.compile("(?:(?:在|来到|走进|深入|前往|赴|到).*)?$")
LECTURED = re.compile(
    r"[上讲]了?(?:(?:一堂|一节|一次)(?:.*的)?(?P<name>.+课)|(?P<quoted>.{0,4}党课))$"
)
BEGINNING = (OPENED, HOLDS, QUOTED, LECTURED)
SESSION = re.compile(r"(?:参加|出席|列席)(?P<name>[^参出列]{1,20}届[^参出列]{1,12}次会议)")
ATTENDED_ENDINGS = "|".join(ending for ending in EVENT_ENDINGS if ending != ANY_MEETING)
ATTENDED = re.compile(
    rf"(?:参加|出席|主持|当天的|宣布)了?"
    rf"(?P<name>[^参出宣的，,。；]{{0,16}}(?:(?<!告别)仪式|典礼|{ATTENDED_ENDINGS})|义务植树(?:活动|劳动)?)"
)
# 在操场举行的落成典礼上，…
AT_THE = re.compile(
    "(?:^|[。；，,])在?(?:[^，,。]{2,20}举[行办]的)?(?P<name>[^，,。]{0,8}(?:仪式|典礼))上[，,]"
)
# 今年的火把节由镇政府主办.
HELD_BY = re.compile(
    f"(?:^|[。；，,])(?:今年的?|[这此本]次|本届)?(?P<name>[^，,。；;]{{0,30}}?{KIND})"
    "由[^。；;]{2,40}(?:主[办持]|承办|举办|组织)"
)
# Each with words of which a text must hold one, or the pattern need not be tried.
IN_PASSING = (
    (ATTENDED, ("参加", "出席", "主持", "当天的", "宣布")),
    (AT_THE, ("仪式上", "典礼上")),
    (SCENE_OF, ("这是", "此次是", "图是", "”是")),
    (IT_IS, ("这是",)),
    (CEREMONY_AT, ("仪式在", "典礼在", "幕式在")),
    (HELD_BY, ("由",)),
)
SIGNED = re.compile(
    "(?<!新)签约(?!项目|医生|家庭|服务|团队|作家|演员|率|期|额)|(?<!已)签订.*(?:协议|协定|合同|备忘录)|签署.*(?:协议|协定|合同|备忘录)"
)
# 到云峰镇为群众义诊, 与青年学生座谈.
DONE = re.compile(
    f"(?:为|给|向|到|赴|与|同|和|走进|来到)[^的]{{2,20}}?(?P<act>{any_of(DONE_KINDS)})(?!会(?!议)|[团员队])"
)
# 县委宣讲团走进石桥村: they lecture there, whether or not a clause names what they hold.
GROUP_GOING = re.compile(
    f"(?P<group>{any_of(TOURING_GROUPS)})”?(?:一行[^，,]{{0,6}}?)?{any_of(GROUPS_GO)}"
)
# 县评剧团在石桥村演出《花为媒》.
PERFORMED = re.compile(r"在[^，,。在]{2,20}演出(?=《|$)")
LECTURE = re.compile(
    r"(?:主持|参加|出席|聆听|^|[，,。；])了?(?P<name>[^，,。；;主持参出在的]{0,8}宣讲(?:报告)?会)(?=由|[，,。；上]|$)"
)
FOUNDED = re.compile(f"(?:{'|'.join(FOUNDING_ACTS)})$")
# 当天，由某局主办的某活动举行: the paragraph below a lead that opens with a scene.
ON_THAT_DAY = re.compile("当[天日晚]|这一?天[，,]|原来[，,]|[这此本]次")

# The kind, the name, and the clauses that tell of the event.
Found = tuple[str, str, Iterable[str]]


def read_event(
    passages: Iterable[str],
    officials: Iterable[PrintedOfficial],
    day: date | None,
    body: Iterable[str] = (),
) -> PrintedEvent | None:
    """The first event that the passages name; failing that, a visit of the officials.

    A column of several items tells of none of its own.
    The passages are the lead and the headlines; a ceremony may be named in the body alone.
    """
    lead, *headlines = passages
    texts = tuple(body) or (lead,)
    if len([*filter(ITEM.match, texts)]) > 1:
        return None
    told = (lead, *headlines, *(text for text in texts[1:2] if ON_THAT_DAY.match(text)))
    clauses = [clause for one in told for clause in CLAUSE.findall(one[:LEAD])]
    people = tuple(officials)
    found = _what(clauses, people, texts)
    if found is None:
        return None
    kind, name, telling = found
    telling = tuple(dict.fromkeys(telling))
    place = read_place(texts, (*told[1:], *telling), kind)
    session = TERM.sub("", name)
    hosts = tuple(one for one in read_hosts(telling, texts) if not _is_of_name(one.name, session))
    return PrintedEvent(kind, _without_titles(name, people), day, place, hosts)


def _is_of_name(body: str, name: str) -> bool:
    """县人大常委会 of 县人大常委会第四次会议, and who signs of A与B合办鞋厂签字仪式."""
    return body in name and (
        body.endswith(PEOPLES_COMMITTEE) or BETWEEN_SIGNERS.search(name) is not None
    )


def _what(
    clauses: Sequence[str], officials: Sequence[PrintedOfficial], texts: Sequence[str]
) -> Found | None:
    """The kind and the name of the event, and the clauses that tell of it."""
    named = sorted(_named(clauses), key=lambda found: SETTING.search(found[1]) is not None)
    if named:
        (name, *telling), *others = named
        if PRIZE_MEETING.search(telling[0]) and any(map(PRIZE.search, clauses)):
            return None
        later = (clause for _, *told in others for clause in told)
        return (*_kind_and_name(name, telling[0]), chain(telling, later))
    if any(FOUNDED.search(clause) for clause in clauses):
        return CEREMONY, _ceremony(texts), clauses
    is_tour = officials or any(map(GROUP_ON_TOUR.search, clauses))
    if is_tour and (tour := read_tour(clauses, officials)):
        return (*tour, clauses)
    done = next(filter(None, map(DONE.search, clauses)), None)
    going = next(filter(None, map(GROUP_GOING.search, clauses)), None)
    kind = DONE_KINDS[done["act"]] if done else TOURING_GROUPS[going["group"]] if going else ""
    if kind == LECTURES:
        lecture = next(filter(None, map(LECTURE.search, texts)), None)
        return kind, lecture["name"] if lecture else "", clauses
    if kind:
        return kind, "", clauses
    if any(map(PERFORMED.search, clauses)):
        return PERFORMANCE, "", clauses
    if any(SIGNED.search(clause) for clause in clauses):
        return SIGNING, _ceremony(texts), clauses
    within = next(
        filter(None, (one.search(clause) for one in (HELD_FIRST, WITHIN) for clause in clauses)),
        None,
    )
    if within and within["name"] not in UNNAMED_EVENTS:
        return (*_kind_and_name(within["name"]), [within[0]])
    passing = _in_passing(texts) if officials else None
    if passing:
        return (*_kind_and_name(passing["name"]), [passing[0]])
    return _below_a_scene(texts) if officials else None


def _below_a_scene(texts: Sequence[str]) -> Found | None:
    """What the paragraphs right below a lead without an event name: 原来，这里在开展演练."""
    clauses = [clause for text in texts[1:BELOW] for clause in CLAUSE.findall(text[:LEAD])]
    named = (found for found in _named(clauses) if FAREWELL not in found[1])
    name, *telling = next(named, ("",))
    kind, name = _kind_and_name(name, telling[0]) if telling else (MEETING, "")
    return None if kind == MEETING else (kind, name, telling)


def _ceremony(texts: Iterable[str]) -> str:
    """What those who were there call the ceremony, or nothing."""
    found = next(filter(None, map(AT_CEREMONY.search, texts)), None)
    return found["name"] if found and found["name"] not in UNNAMED_EVENTS else ""


def _without_titles(name: str, officials: Iterable[PrintedOfficial]) -> str:
    """何青同志追悼会 of 原副县长、离休干部何青同志追悼会."""
    starts = (name.find(official.name + COMRADE) for official in officials)
    return name[max(starts, default=0) :] if COMRADE in name else name


def _kind_and_name(name: str, clause: str = "") -> tuple[str, str]:
    """A bare 会议 is a kind, and no name; where no noun says the kind, the verb may."""
    name = OWNER.sub("", name)
    bare = ORDINAL_AT_END.sub("", name.translate(QUOTES))
    noun = KIND_AT_END.search(bare)
    held = _held_at(clause)
    if noun:
        kind = EVENT_KINDS.get(noun[1]) or _kind_of_ending(bare)
    elif name.endswith(MEETING_LAST):
        kind = MEETING
    else:
        kind = HELD_AT_A_PLACE[held["verb"]] if held else ACTIVITY
    return kind, "" if name in UNNAMED_EVENTS else name


def _kind_of_ending(name: str) -> str:
    return next(kind for ending, kind in ENDINGS if ending.search(name))


def _named(clauses: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    """The names of events, each with the clause that it stands in, and the one with its subject.

    某医院组织医疗队下乡，开展巡诊活动: whoever holds it stands in the clause before.
    """
    for number, clause in enumerate(clauses):
        has_kind = KIND_BY_NOUN.search(clause) or KIND_BY_ENDING.search(clause)
        match = (
            (has_kind and _with_its_kind(clause))
            or ("”" in clause and QUOTED.search(clause))
            or ("课" in clause and LECTURED.search(clause))
            or ("届" in clause and SESSION.search(clause))
            or ("召开" in clause and CONVENED.search(clause))
            or (HELD_THERE.search(clause) and (HELD_AT.match(clause) or HOLDS.search(clause)))
            or (has_kind and _closed_then(clause, clauses[number + 1 : number + 3]))
        )
        if match and _is_name(name := match["name"] or match["quoted"]):
            begins = match.re in BEGINNING and NO_SUBJECT.match(clause, 0, match.start())
            subject = clauses[number - 1] if number and begins else ""
            yield LAST_OPENED.sub("", name) or name, clause, subject


def _with_its_kind(clause: str) -> re.Match[str] | None:
    """A name that ends in a noun which says the kind."""
    final = FINAL_MARK.search(clause) and FINALS.match(clause)
    return (
        final
        or OPENED.search(clause)
        or (CLOSING.search(clause) and CLOSED.match(clause))
        or (clause.endswith(REPORTS) and REPORTED.match(clause))
        or None
    )


def _held_at(clause: str) -> re.Match[str] | None:
    """A name before where it is held: “家门口就业”在广场举行."""
    return HELD_AT.match(clause) if HELD_THERE.search(clause) else None


def _is_name(text: str) -> bool:
    """Not 直到演出 before 结束, nor a part of what marks hold: 《春耕现场会召开》."""
    is_balanced = text.count("《") == text.count("》") and text.count("“") == text.count("”")
    is_group = text.translate(QUOTES).endswith((*TOURING_GROUPS,))
    return is_balanced and not is_group and not text.startswith(NO_NAME_STARTS)


def _closed_then(clause: str, following: Sequence[str]) -> re.Match[str] | None:
    """The name that is all of a clause, where a clause after it says that it opened or closed."""
    skipped = len(following) > 1 and following[0].startswith(DONE_FIRST)
    closing = following[skipped] if following else ""
    return NAME_ALONE.match(clause) if CLOSED_THEN.match(closing) else None


def _in_passing(texts: Iterable[str]) -> re.Match[str] | None:
    """Where the body names what the officials attend, or what its scene is of."""
    found = (
        match
        for text in texts
        for pattern, signs in IN_PASSING
        if has_any(text, signs) and (match := pattern.search(text))
    )
    first = next(found, None)
    if first is None or first["name"] not in UNNAMED_EVENTS:
        return first
    return next((match for match in found if match["name"] not in UNNAMED_EVENTS), first)
