"""Find titles that are printed after the name: 张波,经开区管委会主任, or 任命张波为…局局长."""

import re
from collections.abc import Iterator

from .lexicon import (
    BEFORE_AN_APPOINTED,
    DISMISSED,
    FORMERLY,
    OFFICE_VERBS,
    TITLE_RANKS,
    TITLES,
    any_of,
)
from .names import HAN, is_likely_name
from .spans import trimmed_start
from .titles import TITLE_AT_END

BEFORE = rf"(?:(?<![^，,。；;：:、！!？?\s“”\"])|{'|'.join(BEFORE_AN_APPOINTED)})"
NOT_HEAD = any_of(word for word in BEFORE_AN_APPOINTED if len(word) > 1)
NAME = rf"(?P<name>(?!{NOT_HEAD}){HAN}{{2,4}}?|{HAN}{{1,6}}(?:[·•・]{HAN}{{1,8}}?)+)(?:同志)?"
REST = r"(?P<title>[^，,。；;：:！!？?“”\"\n]{2,48})"
APPOINTED = re.compile(rf"{BEFORE}{NAME}(?:{'|'.join(OFFICE_VERBS)}){REST}")
DISMISSAL = re.compile(rf"(?:{'|'.join(DISMISSED)}){NAME}(?:辞去|的|担任的)+{REST}")
# Further ones of the same dismissal: 免去:甲的区长职务;乙的副区长职务.
DISMISSED_TOO = re.compile(rf"(?<=[;；:：]){NAME}的(?P<title>[^，,。；;：:]{{2,48}}?(?:职务|一职))")
APPOSED = re.compile(
    rf"(?<![^。；;！!？?\s“”\"]){NAME}[,，](?:系|是|现任|时任|曾任|原任)?{REST}(?=[，,。])"
)
NOTED = re.compile(rf"(?<![^，,。；;：:、！!？?\s“”\"]){NAME}[(（]{REST}[)）]")
UNNOTED = (APPOINTED, DISMISSAL, DISMISSED_TOO, APPOSED)
DISMISSALS = (DISMISSAL, DISMISSED_TOO)
BRACKET = re.compile("[(（]")
AFTER_TITLE = re.compile(r"(?:等?(?:职务|一职)|的职务)+.*$")

FORMER = re.compile(f"(?:{'|'.join(FORMERLY)}|原(?:{'|'.join(TITLE_RANKS)})*{any_of(TITLES)})$")

Found = tuple[int, str, str, bool]


def named_before_titles(text: str) -> Iterator[Found]:
    """Where a name begins, the name, the title printed after it, and whether it is past."""
    for pattern in (*UNNOTED, NOTED) if BRACKET.search(text) else UNNOTED:
        place = 0
        while match := pattern.search(text, place):
            place = match.end("name")
            title = _title(match["title"])
            if title and is_likely_name(match["name"]):
                former = pattern in DISMISSALS or _is_former(match, title)
                yield match.start("name"), match["name"], title, former


def _is_former(match: re.Match[str], title: str) -> bool:
    between = match.string[match.end("name") : match.start("title")]
    return bool(FORMER.search(between) or FORMER.search(title) or title.startswith(("原", "时任")))


def _title(rest: str) -> str:
    """The titles at the head of the rest, as far as 、 holds titles together."""
    parts = []
    for part in AFTER_TITLE.sub("", rest).split("、"):
        if not TITLE_AT_END.search(part):
            break
        parts.append(part)
    title = "、".join(parts)
    return title[trimmed_start(title, 0, len(parts[0])) :] if parts else ""
