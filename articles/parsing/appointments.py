"""Find titles that are printed after the name: 张波,经开区管委会主任, or 任命张波为…局局长."""

import re
from collections.abc import Iterator

from .lexicon import BEFORE_AN_APPOINTED, DISMISSED, OFFICE_VERBS
from .names import HAN, is_likely_name
from .spans import trimmed_start
from .titles import TITLE_AT_END

BEFORE = rf"(?:(?<![^，,。；;：:、！!？?\s“”\"])|{'|'.join(BEFORE_AN_APPOINTED)})"
NAME = rf"(?P<name>{HAN}{{2,4}}?|{HAN}{{1,6}}(?:[·•・]{HAN}{{1,8}}?)+)(?:同志)?"
REST = r"(?P<title>[^，,。；;：:！!？?“”\"\n]{2,48})"
APPOINTED = re.compile(rf"{BEFORE}{NAME}(?:{'|'.join(OFFICE_VERBS)}){REST}")
DISMISSAL = re.compile(rf"(?:{'|'.join(DISMISSED)}){NAME}(?:辞去|的|担任的)+{REST}")
APPOSED = re.compile(
    rf"(?<![^。；;！!？?\s“”\"]){NAME}[,，](?:系|是|现任|时任|曾任|原任)?{REST}(?=[，,。])"
)
NOTED = re.compile(rf"(?<![^，,。；;：:、！!？?\s“”\"]){NAME}[(（]{REST}[)）]")
AFTER_TITLE = re.compile(r"(?:等?(?:职务|一职)|的职务)+.*$")

Found = tuple[int, str, str]


def named_before_titles(text: str) -> Iterator[Found]:
    """Where a name begins, the name, and the title printed after it."""
    for pattern in (APPOINTED, DISMISSAL, APPOSED, NOTED):
        place = 0
        while match := pattern.search(text, place):
            place = match.end("name")
            title = _title(match["title"])
            if title and is_likely_name(match["name"]):
                yield match.start("name"), match["name"], title


def _title(rest: str) -> str:
    """The titles at the head of the rest, as far as 、 holds titles together."""
    parts = []
    for part in AFTER_TITLE.sub("", rest).split("、"):
        if not TITLE_AT_END.search(part):
            break
        parts.append(part)
    title = "、".join(parts)
    return title[trimmed_start(title, 0, len(parts[0])) :] if parts else ""
