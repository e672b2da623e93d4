"""Find where a printed title begins: back over the words that it is made of, and no farther."""

import re
from collections.abc import Sequence
from functools import lru_cache

import rjieba

from .after_names import HAN
from .facts import PrintedPost
from .lexicon.bodies import BODY_LASTS
from .lexicon.titles import (
    AND_WORDS,
    BEFORE_A_TITLE,
    BODIES,
    BODY_BOUND_TITLES,
    CELL_HOSTS,
    COMMITTEE_PLACES,
    COUNTING_WORDS,
    CUTTING_CHARACTERS,
    CUTTING_TAGS,
    FIELD_NOUNS,
    FIELDS_OF_OFFICE,
    FORMERLY,
    HELD_LATER,
    HELD_NOW,
    JOINERS,
    JOINT_WORKS,
    NAMES_OF_VILLAGES,
    NOT_BEFORE_A_TITLE,
    NOT_CUTTING,
    NOT_FORMER,
    NOT_PLACES,
    OFFICE_ENDINGS,
    PARTIES_TO_DEALS,
    PARTY_CELLS,
    PLACE_HEADS,
    PLACE_TAGS,
    PLACE_TOKENS,
    RESULTS_OF_VERBS,
    TITLE_RANKS,
    TITLES,
)
from .lexicon.wordlist import any_of, beginnings, words
from .named_officials import ends_in_a_title_behind_a_name, ends_in_an_official
from .names_of_bodies import NAMED_FIRM, is_of_a_name
from .shared_zones import joins_zones
from .title_parts import (
    BODY_OF_PLACE,
    RANKS_AT_END,
    goes_on_to_a_title,
    title_at_end,
)
from .titles import BARE_BODY, FORMER_OFFICE, is_held_in_committee

COMMAS = ("，", ",")
TITLE_MARKS = ("、", *COMMAS)
# 全体党委委员，镇长何青; 区委各常委，区长何青
OF_ALL = re.compile("全体|各常?委")
QUOTATIONS = (("“", "”"), ("《", "》"))
STANDINGS = (*HELD_NOW, *HELD_LATER, *FORMERLY)
# What stands in short quotation marks or brackets may be a part of a title.
BOUNDARY = re.compile(
    r"(?=[\W0-9①-⑳一二三四五六七八九十])(?:(?P<quoted>[“《(（][^“”《》()（），,。；;：:！!？?\s]{1,12}[”》)）])|[，,。；;：:！!？?“”\"‘’《》（）()【】…▲△▼↑↓←→●■◆★\s]|[0-9]+[年月日时版]|[0-9][05]后"
    # ——记某公司董事长甲, and the number of an item.
    r"|—+[记访]?"
    r"|[0-9]{1,2}[.．](?![0-9])|[①-⑳]|(?<![一二三四五六七八九十第])[一二三四五六七八九十]{1,3}是)"
)
# Beside a rank it is a part of the title: 主持工作的副局长, but not 主持工作的区教育局局长.
STANDING_IN = rf"主持(?:全面|日常)?工作的(?=(?:{'|'.join(TITLE_RANKS)})*(?:$|{any_of(TITLES)}))"
# 老支书, 老书记; but 敬老院院长, 养老服务科科长.
OLD = rf"老(?=$|{any_of(TITLES)})"
# 石桥村老支书 has its village.
OF_OLD = re.compile("(?<![村镇乡厂校局院站所社队])老$")
# 新厂长; but 高新|区长.
NEW = rf"新(?<![高创革更全]新)(?=$|{any_of(TITLES)})"
# 文中的介绍，系县林业局副局长甲所作; but 历史系主任.
BEING = rf"系(?<!{HAN}系)(?=[{COMMITTEE_PLACES}镇乡])"
# 经县政府批准, 经县长罗志坚批准; but 经开区.
THROUGH = f"经(?={BODY_OF_PLACE.pattern})|(?<!{HAN})经(?={any_of(TITLE_RANKS)}*$)"
# 将县林业局副局长甲误为; but 将军.
TAKING = f"将(?={BODY_OF_PLACE.pattern})"
# 驻石桥村第一书记 is that of the village; but 驻石桥村工作队队长.
STATIONED = rf"驻(?={HAN}{{1,5}}(?:村|社区){any_of(TITLE_RANKS)}*(?:$|{any_of(TITLES)}))"
# 港商叶氏制衣厂厂长甲, 承建单位某公司: what a firm is is no part of it; but 台商协会.
FIRM = rf"(?={HAN}{{2,16}}(?:厂|公司|集团))"
PARTS_IN_DEALS = tuple(f"{one}{FIRM}" for one in PARTIES_TO_DEALS)
# 应|石桥村主任何青邀请, 应|村主任何青，书记陆敏邀请; but 应城市市长何青, 应收账款部经理何青.
INVITED, INVITING = "应", re.compile("(?:.{2,9}，)?[^，,。；：:]{2,16}?(?:邀|[之的]约|请求|要求)")
# 派|驻村第一书记
SENT = "派(?=驻村(?:第一)?$)"
# Each begins with a character of its own, without which it need not be tried.
WHOLE_WORDS = (SENT, OLD, NEW, BEING, THROUGH, TAKING, STATIONED, *PARTS_IN_DEALS)
WORDS_BEFORE = (*NOT_BEFORE_A_TITLE, *BEFORE_A_TITLE, *JOINERS)
BEGINNINGS = beginnings((*WORDS_BEFORE, STANDING_IN[:2], *(word[0] for word in WHOLE_WORDS)))
WORD_BEFORE = re.compile(
    f"{BEGINNINGS}(?:(?P<part>{STANDING_IN}|{any_of((*NOT_BEFORE_A_TITLE, *JOINT_WORKS))})"
    f"|(?P<whole>{'|'.join(WHOLE_WORDS)}|{any_of(BEFORE_A_TITLE)})"
    f"|(?P<joiner>{any_of(JOINERS)}))"
)
BODY_OF_TOWN = re.compile(
    f"{HAN}{{2,4}}(?:镇|乡|街道|苏木|村|社区)(?:{'|'.join((*PARTY_CELLS, *BODIES))})"
)
# 城区区委
BODY_OF_NAMED_PLACE = re.compile(rf"{HAN}{{1,4}}([{COMMITTEE_PLACES}])\1委")
# 开幕|县委, 响应|柳河镇党委: no place is called by what somebody does,
CEREMONY = "式"
ACTING_TAGS = frozenset(("v", "vn", "vd"))
# A zone is called by what it is for: 新材料产业园|区管委会.
BODIES_OF_ZONES = ("区管委会", "区管理委员会", "区党工委", "区工委")
# nor by a common word that other such words stand before: 一线教师|区委, but 石门|县委.
NAMING_TAGS = frozenset(words("ns nz nt nr nrt nrfg j"))
COMMON_TAGS = frozenset(words("n t a ad b d f i l m s"))
FIELDS = tuple({*FIELD_NOUNS, *FIELDS_OF_OFFICE})
OURS = re.compile(
    f"[我本](?=[{COMMITTEE_PLACES}镇乡])|([{COMMITTEE_PLACES}镇乡])(?=\\1委|(?:常务)?副?代?\\1长)"
    "|第[一二三四五六七八九十]{1,2}任(?!务)"
)
ONE_WORD = re.compile(
    rf"{STANDING_IN}|{HAN}{{2}}(?<![食课礼讲学])堂(?=大?药|国?医|养生)|对外|再就业|合作[区市]|特别(?=合作区|行政区)|原任(?=[{COMMITTEE_PLACES}镇乡])|[纪监]委派驻|党的[一二三四五六七八九十]+(?=[大届])|“[^“”]{{1,12}}”|[九十]二?年(?:一贯)?制|(?<=[一二三四五六七八九十])都(?=村)"
    rf"|(?<=[{''.join(TITLE_MARKS)}])(?:{'|'.join(STANDINGS)})"
)
# 那林县, 那马镇: in many names of places it is no pronoun.
THAT = "那"
NAMED_THAT = re.compile(
    rf"(?![个位天时年老新小穷古])(?:(?![省市区县州旗镇乡村]){HAN}){{1,2}}[县市旗镇乡村](?!村)"
)
VILLAGE = re.compile("村|社区")
# 请来|非遗传承协会, 传来|大队长
COMING = "来"
# 何青向|东山小学校长: right behind a name it begins no place.
TO = "向"
# 帮扶单位|东海市国资委
UNIT = "单位"
# What a cut never leaves of a place: 安社区 of 和安社区, 尔乡 of 英也尔乡.
PART_OF_A_PLACE = re.compile(
    rf"(?!{'|'.join((*NOT_PLACES, *'县市区州旗镇乡村农集来'))}){HAN}"
    "(?:社区|街道|镇|乡|苏木|嘎查|小学|中学|村村|村党|村支)"
)
# 春|和里社区, 东|和乡党委, but 她|和街道办事处.
SETTLED, PRONOUNS = re.compile(f"{HAN}?(?:社区|街道|村)|[镇乡](?!长)"), frozenset("我你他她它谁")
NOT_HALVES = PRONOUNS | {*CELL_HOSTS, *COMMITTEE_PLACES, *"镇乡"}
# Before one of these a word for a time is a name: 春晓幼儿园, 关心下一代工作委员会, 南宋乡.
AFTER_A_TIME = re.compile(
    "幼儿园|小学|中学|学校|社区|公司|工作|旅行社|酒店|宾馆|饭店|超市"
    "|(?<=[东西南北][宋汉魏周晋齐])[镇乡村都]"
)
# 县政协文史, 区税务局社会保险费: a body, and what the next word goes on from.
PART_OF_A_BODY = re.compile(
    rf"{HAN}{{0,6}}?[{COMMITTEE_PLACES}镇乡](?:{BARE_BODY.pattern}){HAN}{{2,8}}"
)
# 县茶叶和特色生物产业发展中心
FIELD_OF_A_PLACE = re.compile(f"[{COMMITTEE_PLACES}镇乡]{HAN}{{2,4}}")
BODY_WITHOUT_PLACE = re.compile(
    rf"(?![{COMMITTEE_PLACES}镇乡村])(?:(?![{COMMITTEE_PLACES}镇乡]){HAN}){{2,10}}"
    rf"(?:局|委|委员会|中心|办公室|协会){any_of(TITLE_RANKS)}*(?:$|{any_of(TITLES)})"
)
ENDS_OF_OTHERS = (*BODY_LASTS, *"员人者部众表导家师生工友民")
# 记者|部主任: what begins no title is the end of a body.
END_OF_A_BODY = re.compile(f"[部处科室股团队组会站社办]{any_of(TITLE_RANKS)}*$")
BODY_BEFORE = re.compile(f"(?:{'|'.join((*OFFICE_ENDINGS, *BODIES))}|[股科室所站社校院村厂])$")
# 区民政局救助股时任股长: the body stands before the word for a past post.
HELD_IN_A_BODY = re.compile(rf"时任(?={any_of(TITLE_RANKS)}*{any_of(TITLES)})")
# Several bodies make up a team: 县教育局联合检查组.
JOINTLY, TEAM = "联合", re.compile(f"{HAN}{{,4}}?(?:[组队]|专班|指挥部)")
# No verb stands before one of these: it is held in a body.
HEADS = ("书记", *PLACE_HEADS)
# 支行, 超市: bodies that rjieba takes for verbs.
ENDS_OF_BODIES = frozenset((*CELL_HOSTS, *COMMITTEE_PLACES, *BODY_LASTS))
LONGEST_TITLE, FULL_STOP = 60, "。"
# A title after one of these is that of somebody before it: 罗川担任总指挥,
# 罗川当选为石桥县县长, 罗川担任县残联主席, 任命罗川为县统计局局长, 罗川任县医保局局长.
TAKING_OFFICE = re.compile(
    "[任为是当选](?:现场)?$|(?:当选|[担兼出接]任|[聘任选举]为|(?:任命|选举).{2,4}为)[^的]*$"
    f"|(?<![主责专常信胜历时现曾原前])任[{COMMITTEE_PLACES}镇乡]{HAN}*$"
)


def words_before(text: str, start: int, end: int) -> int:
    """Where, in [start, end), the words that belong to what follows begin."""
    for match in BOUNDARY.finditer(text, start, end):
        start = start if match["quoted"] else match.end()
    return _after_words(text, start, end)


def title_start(text: str, taken: int, rank: int) -> int:
    """Go back from a rank over the titles that 、 holds together, as far as each of them is one."""
    floor = max(taken, rank - LONGEST_TITLE)
    floor = max(floor, text.rfind(FULL_STOP, floor, rank) + 1)
    for boundary in BOUNDARY.finditer(text, floor, rank):
        if not boundary["quoted"] and not _goes_on(text, floor, boundary):
            floor = boundary.end()
    start = _part_start(text, floor, rank)
    while start > floor and _is_joined(text, floor, start):
        start = _part_start(text, floor, start - 1)
    if 0 < start == taken and text.startswith((*AND_WORDS, TO), start):
        start += 1
    if _unopened(text, start, rank):
        start = 1 + max(text.rfind(closing, start, rank) for _, closing in QUOTATIONS)
    return trimmed_start(text, start, rank)


def _is_joined(text: str, floor: int, start: int) -> bool:
    end = start - 1
    part = text[_part_start(text, floor, end) : end]
    title = title_at_end(part)
    if ends_in_a_title_behind_a_name(part) or (
        title and TAKING_OFFICE.search(part, 0, title.start())
    ):
        return False
    return goes_on_to_a_title(text[floor:end]) or joins_zones(text, floor, end, start)


def is_of_old(text: str, start: int, posts: Sequence[PrintedPost]) -> bool:
    """Whether a title without a body is what somebody was and is still called: 老村长何青."""
    return not any(post.department for post in posts) and OF_OLD.search(text, 0, start) is not None


def _part_start(text: str, floor: int, end: int) -> int:
    """Behind the last mark that stands in no quotation: “扫黄、打非”办公室主任."""
    start = max(floor, 1 + max([text.rfind(mark, floor, end) for mark in TITLE_MARKS]))
    opened = (text.rfind(mark, floor, start) for mark in _unopened(text, start, end))
    place = next((place for place in opened if place >= 0), None)
    return start if place is None else _part_start(text, floor, place)


def _unopened(text: str, start: int, end: int) -> list[str]:
    """The marks that would open what is closed in [start, end)."""
    counts = ((one, *(text.count(mark, start, end) for mark in one)) for one in QUOTATIONS)
    return [opening for (opening, _), opened, closed in counts if closed > opened]


def _goes_on(text: str, floor: int, boundary: re.Match[str]) -> bool:
    """Whether it stands between two titles of one person: 副市长，开发区党工委书记; 书记 校长."""
    if boundary[0] not in COMMAS and not boundary[0].isspace():
        return False
    title = text[floor : boundary.start()].rstrip()
    rank = title_at_end(title)
    if rank is None or OF_ALL.search(title):
        return False
    if rank["title"] in BODY_BOUND_TITLES and not is_held_in_committee(title):
        return False
    return TAKING_OFFICE.search(title, 0, rank.start()) is None


def trimmed_start(text: str, start: int, end: int) -> int:
    """The start of a title in [start, end) without the words of the sentence before it."""
    if text.startswith(INVITED, start) and INVITING.match(text, end):
        start += len(INVITED)
    start = _after_words(text, start, end)
    if ends_in_an_official(text[start:end]):
        return end
    start += _sentence_words(text[start:end])
    if text.startswith(HEADS, end) and _ends_in_a_verb(RANKS_AT_END.sub("", text[start:end])):
        return end - len(RANKS_AT_END.search(text[start:end])[0])
    former = FORMER_OFFICE.match(text, start)
    if former and not text.startswith(NOT_FORMER, start):
        start = former.end()
    while start < end and (ours := OURS.match(text, start, end + 4)):
        start = ours.end()
    return start


@lru_cache(maxsize=8192)
def _ends_in_a_verb(span: str) -> bool:
    """Whether the sentence goes on to the title: 道德模范颁奖|副书记."""
    word, tag = rjieba.tag(span, False)[-1] if span else ("", "")
    return tag == "v" and len(word) > 1 and not (word in STANDINGS or word[-1] in ENDS_OF_BODIES)


def _is_inner(text: str, start: int, place: int) -> bool:
    """Whether a later title begins here: 原县长、现任县委书记甲, 区民政局救助股时任股长."""
    if place > start and text[place - 1] in TITLE_MARKS:
        return True
    is_of_body = BODY_BEFORE.search(text, start, place) is not None
    return is_of_body and HELD_IN_A_BODY.match(text, place) is not None


def _joins_a_body(text: str, start: int, place: int, end: int) -> bool:
    """Whether 和 stands in the name of a body: 文化和旅游局, 和安社区, 县政协文史和学习委员会."""
    if text.endswith(FIELDS, start, place) or joins_zones(text, start, place, end):
        return True
    if place - start == 1 and text[start] not in NOT_HALVES and SETTLED.match(text, end):
        return True
    if NAMED_FIRM.match(text, end) and _is_half_a_name(text[start:place]):
        return True
    if PART_OF_A_BODY.fullmatch(text, start, place):
        return not text.endswith(ENDS_OF_OTHERS, start, place)
    if FIELD_OF_A_PLACE.fullmatch(text, start, place) and BODY_WITHOUT_PLACE.match(text, end):
        return not text.endswith(ENDS_OF_OTHERS, start, place)
    return place == start and PART_OF_A_PLACE.match(text, end) is not None


def _is_half_a_name(span: str) -> bool:
    """Whether one character is left before 和, behind no more than a place: 日本大|和水产公司."""
    *places, last = rjieba.tag(span, False) or [("", "")]
    is_alone = len(last[0]) == 1 and last[0] not in NOT_HALVES and last[1] not in CUTTING_TAGS
    return is_alone and all(tag in PLACE_TAGS for _, tag in places)


def _as_one_word(match: re.Match[str]) -> str:
    return "级" * len(match[0])


def _after_words(text: str, start: int, end: int) -> int:
    last = start
    for match in WORD_BEFORE.finditer(text, start, end):
        if match["whole"] in STANDINGS and _is_inner(text, start, match.start()):
            continue
        if len(match[0]) > 1 and END_OF_A_BODY.match(text, match.end(), end):
            continue
        if match["joiner"] and _joins_a_body(text, last, *match.span()):
            continue
        if match["whole"] or match["joiner"]:
            last = match.end()
        elif match["part"] in JOINT_WORKS and _is_joined_by(text, last, match):
            last = match.start() + len(JOINTLY)
    return last


def _is_joined_by(text: str, start: int, work: re.Match[str]) -> bool:
    """Whether a body does something together with the next: 县教育局|联合|实验小学."""
    if TEAM.match(text, work.start() + len(JOINTLY)):
        return False
    return BODY_BEFORE.search(text, start, work.start()) is not None


@lru_cache(maxsize=8192)
def _sentence_words(span: str) -> int:
    """How much of the span are words of the sentence: pronouns, adverbs, verbs such as 请."""
    last = place = named = 0
    tokens = rjieba.tag(ONE_WORD.sub(_as_one_word, span), False)
    for number, (word, tag) in enumerate(tokens):
        place += len(word)
        if word == THAT and NAMED_THAT.match(span, place):
            continue
        following = tokens[number + 1] if number + 1 < len(tokens) else ("", "")
        if is_of_a_name(span, place, tokens, number):
            continue
        if _is_before_a_body(span, place, tokens, number):
            last = place
            continue
        if tag == "v" and last == place - len(word) and BODY_OF_PLACE.match(following[0]):
            last = place
        if word in NAMES_OF_VILLAGES and VILLAGE.match(following[0]):
            continue
        is_result = last == place - len(word) > 0 and word in RESULTS_OF_VERBS
        is_result = is_result or (word == COMING and tokens[number - 1][0] in CUTTING_CHARACTERS)
        if place > named and (is_result or _cuts(word, tag, *following)):
            name = (AFTER_A_TIME if tag == "t" else PART_OF_A_PLACE).match(span, place)
            if name and (tag == "t" or len(word) == 1):
                named = name.end()
            else:
                last = place
    return last


def _is_before_a_body(
    span: str, place: int, tokens: Sequence[tuple[str, str]], number: int
) -> bool:
    """Whether the word before `place` is of the sentence, and a body with its place follows."""
    word, tag = tokens[number]
    if len(word) == 1 or word in NOT_CUTTING or _is_doubled(span, place):
        return False
    if tag in ACTING_TAGS:
        bodies = (BODY_OF_PLACE, BODY_OF_TOWN, BODY_OF_NAMED_PLACE)
        return any(body.match(span, place) for body in bodies)
    if len(word) > 2 and word.endswith(CEREMONY):
        return BODY_OF_PLACE.match(span, place) is not None
    if tag not in COMMON_TAGS or not number:
        return False
    if word == UNIT and tokens[number + 1 : number + 2] and tokens[number + 1][1] in PLACE_TAGS:
        return True
    before = tokens[number - 1]
    if before[0] in TITLE_MARKS:
        return False
    if before[1] in NAMING_TAGS or before[0][-1] in COMMITTEE_PLACES:
        return False
    if (body := BODY_OF_PLACE.match(span, place)) and not body[0].startswith(BODIES_OF_ZONES):
        return not is_held_in_committee(span[:place])
    return BODY_OF_TOWN.match(span, place) is not None and tokens[number + 1][1] in PLACE_TAGS


def _is_doubled(span: str, place: int) -> bool:
    """Whether a place ends there whose body begins as it ends: 大营区|区委."""
    return span[place - 1] in COMMITTEE_PLACES and span[place - 1] == span[place : place + 1]


def _cuts(word: str, tag: str, following: str, following_tag: str) -> bool:
    if len(word) == 1:
        return word in COUNTING_WORDS or word in CUTTING_CHARACTERS
    if word in NOT_CUTTING:
        return False
    if tag == "m" and word[-1] in COUNTING_WORDS:
        return True
    if tag in CUTTING_TAGS:
        return True
    if tag != "v":
        return False
    return word[-1] == COMING or (following in PLACE_TOKENS and following_tag != "ns")
