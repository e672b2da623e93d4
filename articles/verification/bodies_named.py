"""The names of bodies and titles with the differences folded that make no other body or title."""

import re
from functools import lru_cache

# The long and the short word for one body, the long one first.
LONG_FORMS = {
    "管理委员会": "管委会",
    "党的工作委员会": "党工委",
    "党工作委员会": "党工委",
    "纪律检查委员会": "纪委",
    "监察委员会": "监委",
    "人民代表大会常务委员会": "人大常委会",
    "人民代表大会": "人大",
    "政治协商会议": "政协",
    "人民政府": "政府",
    "人民法院": "法院",
    "人民检察院": "检察院",
    "妇女联合会": "妇联",
    "工商业联合会": "工商联",
    "街道办事处": "街道",
    "街道办": "街道",
    "村民委员会": "村委会",
    "居民委员会": "居委会",
}
LONG = re.compile("|".join(LONG_FORMS))
COMMITTEE = re.compile(r"^(?:中共|中国共产党)|(?<=[省市区县州旗])委员会$")
TITLE_FORMS = {"代理": "代", "政治委员": "政委"}
JOINERS = "和与及"
# A shorter name may hold one of them in the name of its place: 和平区委.
SHORTEST_JOINED = 6
NOTE = re.compile(r"[(（].*$|^主持(?:全面|日常)?工作的")


@lru_cache(maxsize=16384)
def folded_body(name: str) -> str:
    """经开区管理委员会 as 经开区管委会, 中共青澜区委员会 as 青澜区委."""
    name = LONG.sub(lambda match: LONG_FORMS[match[0]], name)
    return COMMITTEE.sub(lambda match: "委" if match.start() else "", name)


@lru_cache(maxsize=4096)
def folded_title(title: str) -> str:
    """Without notes on how it is held: 副局长（主持工作） is a 副局长."""
    title = NOTE.sub("", title)
    for form, short in TITLE_FORMS.items():
        title = title.replace(form, short)
    return title


def may_abbreviate(short: str, full: str) -> bool:
    """Whether the one is the other with characters left out: 区住建局, 区住房和城乡建设局."""
    if not short or len(short) >= len(full) or short[-1] not in full[-4:]:
        return False
    characters = iter(full)
    return all(character in characters for character in short)


def misjoined(name: str) -> list[str]:
    """The name with another word for “and”, which makes it a wrong one."""
    places = [
        n for n, character in enumerate(name) if character in JOINERS and 0 < n < len(name) - 1
    ]
    return [
        name[:n] + other + name[n + 1 :]
        for n in places
        if len(name) >= SHORTEST_JOINED
        for other in JOINERS
        if other != name[n]
    ]
