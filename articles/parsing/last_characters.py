"""Tell that 会, 所, 将, 在, 任 and the like end a given name, as no such word goes on so.

李振会|表示，, but 李振|会见; 江钦所|列席了, but 江钦|所作的报告; 何守将|说, but 何守|将前往.
"""

import re

import rjieba

from .after_names import (
    ADVERBIAL_TAGS,
    AFTER,
    CONJUNCTION_TAGS,
    HAN,
    HAN_ONLY,
    STRONG,
    WINDOW,
    first_tag,
)
from .lexicon.persons import ROLES, SAYING_VERBS
from .lexicon.titles import TITLES
from .lexicon.wordlist import any_of
from .surnames import part_of_speech

MEETING, WHICH, ABOUT_TO, AT, HOLDING = "会所将在任"
# After one of these stands a noun.
TAKING = frozenset("为和任有向对以与")
# Those that end a name where a mark, 的 or 等 follows, or what somebody says.
WORDLIKE = TAKING - {"有"} | frozenset("会所将在于到是要从就让给同")
ENDED = re.compile(
    "[、；：）),，]|。(?<!到。)|的(?!确)(?<![和与给到是要在对]的)|等(?![待候])(?<![要在]等)|一行|同志(?<!同同志)"
)
SAYS = re.compile(rf"{any_of(SAYING_VERBS)}[说道]?[，,：:“]")
# 何清地参加, but not 高兴地参加; 何振作了讲话 has 作了讲话, 何青|合作了三年 has not.
HOW = "地"
# 何青还|作了讲话
ADVERBIAL = frozenset("dcp")
SPOKE = re.compile(
    f"作了?(?:(?!的){HAN}){{0,6}}?(?:讲话|报告(?!会)|发言|部署|动员|汇报|总结|点评|表态|介绍|说明|辅导|致辞|演讲|宣讲)"
)
# 何天写告诉记者: nobody does another thing right before.
TOLD = re.compile("告诉(?:记者|笔者)")
# 何忠盖，: no such character stands alone between a name and a mark; those that may.
MARKED = frozenset("，,、；;）)")
ALONE = frozenset(
    "说称道答问讲笑哭来去到走回叹喊叫等们的了着过得吗呢啊吧嘛也都均摄文图里外上下中内前后家某岁任兼病死"
    "想看听知愣急乐怕忙又还并先再曾已绘画书编译"
)
# 要求说, 是说
NOT_SAID = frozenset("要是")
# 会见, 会上, but 会|上台.
OF_A_MEETING = re.compile(
    "会(?:[见同商谈诊晤议期场]|[后前](?![后来往去])|上(?![台前门山下任了班]))"
)
# What somebody can or will do: 会唱歌, 会把, 会继续.
WILLING = re.compile(
    "会(?:去(?!年)|[教种请帮想开把给用跟被让替不来有是更再也都常唱跳写修织绣弹拉吹算游骑打做]|经常|继续|每|定期|主动|一直|尽|根据|及时|按)"
)
# 将出席会议: tomorrow, or 何守将 has.
COMING = re.compile("将(?:出席|列席|主持|致辞|参加|陪同|讲话)")
# 所作的报告, 所在的学校, 所送礼金
OF_WHICH = re.compile(
    f"所(?:在(?!会|{HAN}{{1,8}}[时中](?!的))|[属有谓需送写做到带提言乘住]|(?!的){HAN}{{1,4}}(?<!了)的)"
)
# 正如何玉|所说
AS_SAID, SAID_BY = re.compile("[如像据按照][^，。；！？“”]*$"), re.compile("所[说言讲述]")
DONE = re.compile("[了过]|着(?![急力重眼手装])")
PAST = re.compile(
    "表示|指出|强调|认为|告诉记者|坦言|回忆|感慨|已|曾|正|当[年时天]|去年|今年|[一二三四五六七八九十]+岁"
    f"|在{HAN}{{1,8}}[中上时](?:说|指出|强调|表示|介绍|提出)"
)
# What stands behind a place or a time: 在会上, 在走访时.
SPOT = re.compile("[时中上下里内外前后间旁边处途际]")
NOT_AT = re.compile(
    "[也还又都已正却则便就才曾再在把被]|当即|立即|随后|分别|先后|告诉|提醒|带[领队]|率领|出席|列席|到会"
    "|(?:主持|参加|观[看摩])[^，。]*并"
)
OFFICE = re.compile(f"{any_of((*TITLES, *ROLES))}|[长员师]")
OF_AN_OFFICE = re.compile("任[命由凭教职免务期上内]")
LONGEST_OFFICE, LONGEST_CLAUSE = 16, 24
# 何尚用|走访了村民, and neither 何尚|用光了 nor 何尚|用力推了 nor 何尚|用完成了任务的.
USED = re.compile(f"用(?!力)(?={HAN}{{2}}了(?!{HAN}*的))")
# 宣读了决定, and what no noun begins with.
ACTED = re.compile(f"(?![我你他她它此]){HAN}{{1,2}}了(?!解)")
ACTING = re.compile(
    "当[场众即]|第一[个次]|如今|到[会场]|上任|反映(?!强烈|突出|集中|的)|答复|坦言|直言|冒[雨雪](?!执勤|作业|值守|奋战)"
    f"|{HAN}{{1,2}}着(?![急力重眼手装])|代表(?!们|团)[^，。的]{{1,14}}(?:发言|讲|签|致|宣|作|表)"
)
OF = "的"
VERB, TIME = "v", "t"


def is_last_of_a_name(text: str, place: int) -> bool:
    """Whether the character there is no word of its own, as what follows tells."""
    last = text[place : place + 1]
    if _is_no_word_of_its_own(text, place):
        return True
    if SAID_BY.match(text, place) and AS_SAID.search(text, max(0, place - LONGEST_CLAUSE), place):
        return False
    if USED.match(text, place) and _is_done(text[place : place + WINDOW]):
        return True
    if last in WORDLIKE:
        if ENDED.match(text, place + 1):
            return True
        if last not in NOT_SAID and SAYS.match(text, place + 1):
            return True
    elif last not in TAKING:
        return False
    clause = HAN_ONLY.match(text, place + 1)
    if clause is None:
        return False
    clause = text[place : clause.end()]
    if last in TAKING and _acts(clause):
        return True
    judge = JUDGES.get(last)
    return judge is not None and judge(clause)


def _is_no_word_of_its_own(text: str, place: int) -> bool:
    """何忠|盖，, 何天|写告诉记者, 何清|地参加 and 何培|振作了讲话 leave a character over."""
    last, after = text[place : place + 1], text[place + 1 : place + 2]
    if last in ALONE or not HAN_ONLY.match(last):
        return False
    if last == HOW:
        is_verb = first_tag(text[place + 1 : place + 1 + WINDOW])[:1] == VERB
        return is_verb and part_of_speech(text[place - 2 : place]) == ""
    if after in MARKED or SPOKE.match(text, place + 1):
        return first_tag(last)[:1] not in ADVERBIAL
    return TOLD.match(text, place + 1) is not None and first_tag(last)[:1] in ("v", "n", "a")


def may_go_on(text: str, place: int) -> bool:
    """Whether 会 or 将 there is as likely the last of a name as what its bearer will do."""
    return WILLING.match(text, place) is not None or COMING.match(text, place) is not None


def _acts(clause: str) -> bool:
    """何兴和|宣读了决定, and neither 何兴|和群众 nor 何兴|为坐着的老人."""
    if ACTED.match(clause, 1) and first_tag(clause[1:])[:1] == VERB:
        return True
    return OF not in clause and ACTING.match(clause, 1) is not None


def _is_no_meeting(clause: str) -> bool:
    if OF_A_MEETING.match(clause):
        return False
    return DONE.search(clause) is not None or WILLING.match(clause) is None


def _is_not_of_which(clause: str) -> bool:
    return OF_WHICH.match(clause) is None


def _is_not_about_to(clause: str) -> bool:
    """何守将|作了发言, and neither 何守|将把 nor 何守|将赴."""
    return PAST.match(clause, 1) is not None or _is_done(clause)


def _is_nowhere(clause: str) -> bool:
    """何永在|当即, and neither 何永|在会上 nor 何永|在看书."""
    return not SPOT.search(clause) and (_is_done(clause) or NOT_AT.match(clause, 1) is not None)


def _is_done(clause: str) -> bool:
    (_, tag), (after, _) = [*rjieba.tag(clause[1:], False), ("", "")][:2]
    return tag[:1] == VERB and after == "了"


def _holds_nothing(clause: str) -> bool:
    """何重任|带领群众, and not 何重|任县长."""
    if OF_AN_OFFICE.match(clause):
        return False
    tag = first_tag(clause[1:])
    if tag in ADVERBIAL_TAGS | CONJUNCTION_TAGS | {TIME} or STRONG.at(clause, 1):
        return True
    if OFFICE.search(clause, 1, LONGEST_OFFICE):
        return len(AFTER.at(clause, 1)) > 1
    return tag[:1] == VERB


JUDGES = {
    MEETING: _is_no_meeting,
    WHICH: _is_not_of_which,
    ABOUT_TO: _is_not_about_to,
    AT: _is_nowhere,
    HOLDING: _holds_nothing,
}
