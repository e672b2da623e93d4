"""Read a title that somebody has in several zones at once: 高新区、临空经济区党工委书记."""

import re

from .after_names import HAN
from .lexicon.titles import ZONES
from .lexicon.wordlist import any_of

ZONE = rf"{HAN}{{0,10}}?(?:{any_of((*ZONES, '经济', '港', '园'))})区"
BODIES = "(?:党工委|工委|管委会|管理委员会)"
# 高新区|和|经开区, and not 和平高新区.
LINK = "(?<=区)[、和及与]"
ZONE_AT_END = re.compile(rf"{ZONE}$")
ZONE_WITH_BODY = re.compile(rf"{ZONE}{BODIES}")
# What the last zone has, the others have too, as far as no other place is named.
TOGETHER = re.compile(
    rf"(?P<zones>{ZONE}(?:{LINK}{ZONE})*){LINK}(?P<last>{ZONE})"
    rf"(?P<titles>{BODIES}[^、]*(?:、{BODIES}[^、]*)*)"
)
GOING_TO = ("到", "赴")
SEPARATE = re.compile(LINK)


def joins_zones(text: str, start: int, place: int, end: int) -> bool:
    """Whether what stands between `place` and `end` joins a zone to one with its body.

    Not so of a zone that somebody goes to: 到高新区|和|经开区管委会副主任何青座谈.
    """
    return (
        text[start - 1 : start] not in GOING_TO
        and ZONE_WITH_BODY.match(text, end) is not None
        and ZONE_AT_END.search(text, start, place) is not None
    )


def zones_apart(title: str) -> str:
    """The title printed in full for each zone: 高新区党工委书记、临空经济区党工委书记."""
    return TOGETHER.sub(_apart, title) if "区" in title else title


def _apart(match: re.Match[str]) -> str:
    zones = (*SEPARATE.split(match["zones"]), match["last"])
    return "、".join(zone + match["titles"] for zone in zones)
