"""Bodies by a name that they no longer have, or by one that is wrong."""

import re
from collections.abc import Iterator
from datetime import date

from people.periods import Covers

from .findings import Certainty, Finding
from .quoting import is_quoted, is_within_title
from .reading import Reading, Text
from .sentences import YEAR, sentence_at
from .snapshot import DatedName, Snapshot

# Directly before the name that a body had, directly after it, and in a sentence about its change.
THEN = re.compile(
    "(?:原来?|(?<![目日此会年月周天节眼当提])前|老|旧|时任|曾任|历任|[当那]时|[当那]年)的?$"
    "|(?:组建|合并)[为成了]?$|改[为成]$"
)
BECAME = re.compile(
    "改为|合并[为成组后]|组建[于时]|[和与同、][^，。；把将]{1,12}合并(?:[为成组后，。]|$)"
)
CHANGED = re.compile("前身|改称|改名|更名|改制|撤[乡县市镇并销]|机构改革")
# A year that only begins the time of which a sentence tells: 2018年以来.
SINCE = re.compile("(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日)?(?:以来|起|至今)")


def check_bodies(reading: Reading, snapshot: Snapshot) -> Iterator[Finding]:
    misnamed = snapshot.misnamed
    if not misnamed:
        return
    for text in reading.texts:
        for match in snapshot.misnamed_pattern.finditer(text.printed):
            if match[0] not in misnamed:
                continue
            body, former = misnamed[match[0]]
            if is_within_title(text.printed, match.start()):
                continue
            finding = _judged(match, text, body, former, reading.story.day)
            if finding is None or is_quoted(text.printed, match.start()):
                continue
            if former is None or not _tells_of_its_time(match, text, former):
                yield finding


def _tells_of_its_time(match: re.Match[str], text: Text, former: DatedName) -> bool:
    """Whether the sentence is of a year in which the body was called so, or of how it was."""
    _, sentence = sentence_at(text.printed, *match.span())
    if (
        THEN.search(text.printed, 0, match.start())
        or BECAME.match(text.printed, match.end())
        or CHANGED.search(sentence)
    ):
        return True
    until = former.period.latest_end
    years = (
        date(int(year[1]), 1, 1)
        for year in YEAR.finditer(sentence)
        if not SINCE.match(sentence, year.end())
    )
    return until is not None and any(day < until for day in years)


def _judged(match, text, body, former, day) -> Finding | None:
    if former is None:
        rule, certainty, until = "body_wrong", Certainty.SURE, ""
    else:
        covers = Covers.UNKNOWN if day is None else former.period.covers(day)
        ended = former.period.latest_end
        if covers is Covers.YES or (covers is Covers.UNKNOWN and ended is None):
            return None
        rule = "body_former"
        certainty = Certainty.UNCHECKED if covers is Covers.UNKNOWN else Certainty.LIKELY
        until = str(former.period.end or "")
    return Finding(
        rule,
        text.passage,
        match.start(),
        match.end(),
        match[0],
        body.name,
        {"body": body.name, "department": str(body.id), "until": until},
        certainty,
    )
