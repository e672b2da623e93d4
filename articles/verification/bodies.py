"""Bodies by a name that they no longer have, or by one that is wrong."""

from collections.abc import Iterator

from people.periods import Covers

from .findings import Certainty, Finding
from .quoting import is_quoted, is_within_title
from .reading import Reading
from .snapshot import Snapshot


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
            if finding is not None and not is_quoted(text.printed, match.start()):
                yield finding


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
