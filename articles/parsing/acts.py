"""Read what each official did: 出席, 主持, 表示 and the like, after each mention of the name."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain

from .lexicon.acts import (
    ACT_LINKS,
    ACTS,
    COMPANY,
    COUNTED,
    NOT_DONE,
    OPENINGS,
    OTHERS,
    OTHERS_THERE,
    PARTED_ACTS,
    SAME_SUBJECT,
    SAYING_ACTS,
    SETTING_ENDS,
    SHOWN,
    SPEECH_SETTINGS,
    SPEECHES,
    TELLING_ACTS,
    TELLING_OTHERS,
    TOGETHER_WITH,
    TOLD_BEFORE,
    TOLD_OF_ONESELF,
    VISITS,
    WAYS_OF_GOING,
    WITNESSED,
)
from .lexicon.titles import AND_WORDS
from .lexicon.wordlist import any_of, firsts
from .mentions import Mention

SENTENCE = re.compile(r"[^。；;!?！？\n]{0,200}")
# 作了题为《乘势而上，再创佳绩》的讲话 is one clause.
CLAUSE = re.compile("(?:[^，,：:《]+|《[^》]*》|《)+")
# 到现场观摩, 到招聘会现场察看; but 到现场检查.
PRESENT = "到场"
# 致欢迎辞, 致开幕词; and 一同调研 of those who are not the first of a tour.
SPEECH, ALONG = "致辞", "陪同"
# 介绍经验 is to speak; 会见时在座 of those who do not receive the guests.
TALK, SEATED, SPOKEN = "发言", "在座", "讲话"
# 率有关部门负责人: who does so leads, and does something else besides.
LEADING = "带队"
# 到现场察看 of whoever is there, but 到现场慰问 of whoever comes for that.
LOOKING = frozenset(act for act, kind in VISITS.items() if kind in ("检查", "调研"))
BEGINS = firsts("致", "[到会在]", "[分交畅谈讲作率带]", *TOGETHER_WITH, *PARTED_ACTS, *ACTS)
# 主持工作的副局长何青
STANDING_IN = "主持(?:全面|日常)?工作的"
# 对企业提出的问题作了答复; who watches a film, or witnesses a change, is at no event by that.
NO_ACT = (
    f"说话|参加过|{STANDING_IN}|(?:提出|反映|建议|随行)的|随行人员|观看(?:{any_of(COUNTED)})"
    f"|观看了?[^，,]{{0,16}}[{''.join(SHOWN)}]"
    f"|见证(?!了?.{{0,4}}{any_of(WITNESSED)})"
)
# 检查组 is who checks; 检查组织生活 an act.
OF_A_GROUP = "组(?![织建])|团(?![结员委])"
ACT = re.compile(
    f"(?={BEGINS})(?!{NO_ACT})(?:(?P<speech>致[^，,、]{{0,4}}?[辞词])"
    "|(?P<spoken>作了?[^，,、]{0,4}动员(?!报告|部署)(?=$|[，,并])|讲了?[^，,、]{0,2}意见)"
    f"|(?P<along>(?:{'|'.join(TOGETHER_WITH)})(?:前往|{'|'.join(VISITS)}))"
    f"|(?P<present>到现场(?!{any_of(act for act in ACTS if act not in LOOKING)})"
    "|到[^，,]{2,8}[会动赛节练式]现场)"
    f"|(?P<seated>(?:会见时)?在座(?!的))"
    "|(?P<talk>介绍了?[^，,]{0,4}经验|介绍了?[^，,]{0,24}(?:做法|打算)|在会上(?=说|表示)"
    "|(?<![合工协操运])作了?(?!书面)[^，,、]{0,4}(?:交流|分享)|作了?主[旨题]报告"
    "|(?:谈|讲)了?[^，,]{0,4}(?:看法|想法)|畅所欲言"
    f"|(?:分享|交流|畅谈|谈)了?[^，,]{{0,20}}?(?:{any_of(TOLD_OF_ONESELF)}))"
    "|(?P<leads>^(?:亲自)?(?:率(?:领|队)?|带领)(?=[^，,]{2,30}(?:负责人|负责同志|部门|人员|干部|组|队)))"
    f"|{any_of((*PARTED_ACTS, *ACTS))}(?!{OF_A_GROUP}))"
)
NAMED_ACTS = {
    "speech": SPEECH,
    "spoken": SPOKEN,
    "along": ALONG,
    "present": PRESENT,
    "seated": SEATED,
    "talk": TALK,
    "leads": LEADING,
}
# Without this a predicate tells of no setting, and of no speech.
AT = "在"
SETTING = re.compile(
    f"在[^，,]{{0,12}}?(?:{'|'.join(SPEECH_SETTINGS)})(?:{'|'.join(SETTING_ENDS)})"
    f"|在[^，,]{{2,40}}?(?:{'|'.join(COMPANY)})下"
)
# 在讲话中说, 在动员讲话中强调, 在开班式上说: the speech was theirs who says something in it.
IN_SPEECH = re.compile(
    f"(?:先生|女士)?在(?:[^，,。在]{{0,4}}(?P<speech>{'|'.join(SPEECHES)})[时中]"
    f"|[^，,。在]{{0,8}}?{any_of(OPENINGS)}(?:仪?式)?[上时](?={'|'.join(SAYING_ACTS)}))"
)
BETWEEN_NAMES = re.compile(
    rf"(?:[(（][^()（）]{{1,20}}[)）])?[、,，\s]*(?:{'|'.join(AND_WORDS)})?(?:原|时任|{STANDING_IN}|[中外]方|合作伙伴|[港台侨外]商)*"
)
# 县长甲、村民乙和镇长丙, 县长甲，宏远厂长乙: who is no official, or what is not read of a title.
UNREAD = r"[^，,。；;：:“”、\s的了在到是对向为由从将并也就]"
# 县长甲，随后镇长乙: what follows is another sentence.
THEN = "随[后即]|然后|接着|之后|其间|期间|同时|当[天日晚]|[昨今]|目前|近日|日前"
ROW = re.compile(
    rf"(?:[(（][^()（）]{{1,20}}[)）])?(?:[、，,](?!{THEN}){UNREAD}{{1,14}}){{1,2}}[、，,]?(?:{'|'.join(AND_WORDS)})?"
)
# 县长甲由局长乙陪同，到柳河镇检查: what is done is done by the first.
IN_COMPANY = re.compile(f"[由在]{UNREAD}{{0,8}}")
# 参加会议的还有县长甲, 列席的园长乙.
BEFORE_NAMES = re.compile(
    f"(?P<act>{any_of(TOLD_BEFORE)})[^，,。；、]{{0,10}}?的(?P<others>还?有[：:]?)?$"
)
REACH_OF_BEFORE, ENDS_OF_BEFORE = 24, ("的", "有", "：", ":")
LINK = re.compile("|".join(ACT_LINKS))
GOING_ON = re.compile(
    f"(?:{any_of((*ACT_LINKS, *SAME_SUBJECT, *WAYS_OF_GOING))}"
    f"|(?!{any_of(OTHERS)})[^，,]{{0,4}}?(?={any_of(ACTS)})"
    # 深入三个镇，就春耕进行调研.
    f"|(?:就|对|围绕)[^，,]{{2,30}}(?:进行|开展)[^，,]{{0,4}}{any_of(VISITS)}$)"
)
# 县长甲以及有关部门负责人，来宾三百多人参加了典礼: the row of those who were there goes on.
# But 县长甲走访了困难群众，村民表示感谢 tells what is done to others.
AND_OTHERS = re.compile(
    f"(?:(?:以?及|[和与等]|(?!.*{any_of(ACTS)}))[^，,：:]{{2,40}}{any_of(OTHERS_THERE)}"
    "|各[^，,：:]{2,16}长)"
)


def acts_by_official(
    texts: Sequence[str], mentions: Sequence[Mention]
) -> dict[tuple[str, int], tuple[str, ...]]:
    """The acts of each (name, holder) over the whole story, in the order of the text."""
    acts: dict[tuple[str, int], dict[str, None]] = defaultdict(dict)
    before, after = _acts_before(texts, mentions), _acts_after(texts, mentions)
    for mention, *found in zip(mentions, before, after, strict=True):
        acts[mention.name, mention.holder].update(dict.fromkeys(chain(*found)))
    return {official: tuple(found) for official, found in acts.items()}


def _acts_before(texts: Sequence[str], mentions: Sequence[Mention]) -> Iterator[tuple[str, ...]]:
    """参加会议的还有县长甲、副县长乙: names in a row share what is told before the first."""
    acts: tuple[str, ...] = ()
    last: Mention | None = None
    for mention in mentions:
        text, start = texts[mention.paragraph], mention.start
        may_be_told = text.endswith(ENDS_OF_BEFORE, 0, start)
        told = may_be_told and BEFORE_NAMES.search(text, max(0, start - REACH_OF_BEFORE), start)
        is_next = last is not None and last.paragraph == mention.paragraph
        if told:
            acts = (told["act"],)
        elif not (is_next and _is_row(text, last.end, max(last.end, start))):
            acts = ()
        yield acts
        last = mention if not told or told["others"] else None


def _acts_after(texts: Sequence[str], mentions: Sequence[Mention]) -> list[tuple[str, ...]]:
    """Read backwards, since names in a row share the acts printed after the last of them."""
    found: list[tuple[str, ...]] = []
    after: Mention | None = None
    for mention in reversed(mentions):
        text = texts[mention.paragraph]
        limit = len(text)
        if after and after.paragraph == mention.paragraph:
            limit = max(after.start, mention.end)
        if text.endswith(TELLING_OTHERS, 0, mention.start):
            found.append(())
        elif limit < len(text) and _is_row(text, mention.end, limit):
            found.append(found[-1])
        elif (
            limit < len(text)
            and ALONG in found[-1]
            and IN_COMPANY.fullmatch(text, mention.end, limit)
        ):
            found.append(tuple(act for act in found[-1] if act != ALONG))
        else:
            found.append(tuple(_read(SENTENCE.match(text, mention.end, limit)[0])))
        after = mention
    return found[::-1]


def _is_row(text: str, start: int, end: int) -> bool:
    """Whether what stands between two names holds them together."""
    if BETWEEN_NAMES.fullmatch(text, start, end):
        return True
    return ROW.fullmatch(text, start, end) is not None and not ACT.search(text, start, end)


def _read(predicate: str) -> Iterator[str]:
    if AT in predicate:
        if speech := IN_SPEECH.match(predicate):
            yield speech["speech"] or SPOKEN
        predicate = SETTING.sub("", predicate)
    clauses = CLAUSE.findall(predicate)
    for before, clause in zip(("", *clauses), clauses, strict=False):
        if before and not (GOING_ON.match(clause) or AND_OTHERS.fullmatch(before)):
            return
        for act in _acts_in(clause):
            yield act
            if act in SAYING_ACTS or (act in TELLING_ACTS and clause.endswith(act)):
                return


def _acts_in(clause: str) -> Iterator[str]:
    """The first act, and those after it that a word such as 并 sets beside it; 到会讲话 is two.

    Whoever leads others does something else with them: 率有关部门负责人到柳河镇检查.
    """
    end, last = 0, ""
    for match in ACT.finditer(clause):
        if clause.endswith(NOT_DONE, 0, match.start()):
            continue
        act = NAMED_ACTS.get(match.lastgroup) or PARTED_ACTS.get(match[0], match[0])
        is_glued = end == match.start()
        is_done_there = is_glued and (act in SPEECHES or (last == PRESENT and act in LOOKING))
        if not end or is_done_there or LINK.search(clause, end, match.start()):
            yield act
            end, last = 0 if act == LEADING else match.end(), act
