"""Read a visit of officials: its kind, and what they looked into, as printed: 调研防汛工作."""

import re
from collections.abc import Iterable, Sequence

from .facts import PrintedOfficial
from .lexicon.acts import OBJECTS_ARE_PLACES, VISIT_MANNERS, VISITING_GROUPS, VISITS, WORKS
from .lexicon.events import VISITED_ENDINGS
from .lexicon.wordlist import any_of

# 到柳河镇、石桥镇、青山水库检查: how somebody goes, and a place or a list of them.
VISITED = re.compile(
    rf"(?:{'|'.join(VISIT_MANNERS)})(?:[^、]{{1,16}}、){{0,5}}.{{0,12}}?(?P<act>{any_of(VISITS)})"
)
OWN = r"(?:[我全本][省市区县州旗镇乡])?"
# 走访慰问困难群众, 会见了来访的客商; 在调研教育工作时强调.
OBJECT = re.compile(
    rf"(?P<acts>{any_of(VISITS)}+)了?(?:来访的)?{OWN}"
    rf"(?P<object>(?![时中后的等组团金品员]|期间|工作|活动|过程|指导|随记|侧记|客人)"
    r"(?:[^，,。；;：:时\s“”]|“[^“”]*”){2,24}?)(?:时(?:强调|要求|指出|提出))?$"
)
# 开展春季食品安全专项检查.
NOUN = re.compile(
    rf".*(?:开展|组织|进行(?=[^，,。；;：:]{{6}}))(?P<name>[^，,。；;：:]{{2,24}}(?P<acts>{any_of(VISITS)}))$"
)
# 对“三夏”农机进行检查.
WORKED_ON = re.compile(
    rf"(?P<name>对[^，,。；;：:]{{2,30}}进行[^，,。；;：:]{{0,8}}?{any_of(VISITS)})$"
)
# 专题调研: only how it was done.
BARE = 4
ACT = re.compile(any_of(VISITS))
# 何青调研春耕生产: a headline.
LED = re.compile(f"(?P<name>.{{2,4}}?)(?P<act>{any_of(VISITS)})")
GROUP_ON_TOUR = re.compile(rf"(?:{any_of(VISITING_GROUPS)})[^，,。]{{0,12}}?{any_of(VISITS)}")
MEETING, ON_SITE = "会见", "现场办公"


def read_tour(
    clauses: Sequence[str], officials: Iterable[PrintedOfficial]
) -> tuple[str, str] | None:
    """The kind and the name of the visit that the lead or the headlines tell of.

    What is done in passing later is none. A visit to places alone has no name.
    """
    seen = (VISITED.search(clause) for clause in clauses)
    kind = next((VISITS[match["act"]] for match in seen if match), None) or _done(
        clauses, officials
    )
    return (kind, _name(clauses, kind)) if kind else None


def _done(clauses: Sequence[str], officials: Iterable[PrintedOfficial]) -> str | None:
    acts = (act for official in officials for act in official.acts if act in VISITS)
    told = (act for act in acts if any(act in clause for clause in clauses))
    led = (LED.match(clause) for clause in clauses)
    names = {official.name for official in officials}
    of_leaders = (match["act"] for match in led if match and match["name"] in names)
    return next((VISITS[act] for act in (*told, *of_leaders)), None)


def _name(clauses: Sequence[str], kind: str) -> str:
    """The first that is printed; of a meeting the shortest, which leaves out who leads a group."""
    names = list(filter(None, (_name_in(clause, kind) for clause in clauses)))
    if not names:
        worked_on = next(filter(None, map(WORKED_ON.search, clauses)), None)
        return worked_on["name"] if worked_on else ""
    if kind == MEETING:
        return min(names, key=len)
    return next((name for name in names if len(name) > BARE), names[0])


def _name_in(clause: str, kind: str) -> str:
    found = NOUN.search(clause) or OBJECT.search(clause)
    if not found or kind not in {VISITS[act] for act in ACT.findall(found["acts"])}:
        return ""
    if found.re is NOUN:
        return found["name"]
    is_place = found["object"].endswith((*VISITED_ENDINGS, *OBJECTS_ARE_PLACES))
    is_work = found["object"].endswith(WORKS)
    if (is_place and not is_work) or found["acts"] == ON_SITE:
        return ""
    return found["acts"] + found["object"]
