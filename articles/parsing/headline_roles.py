"""Weigh what each line of a headline may be, and find the likeliest kicker, headline and deck.

A kicker or a deck reports: it names the body and what it did, and the lead repeats it. A headline
sings, beside one of them. A deck tells figures, who else was there and what is portrayed. No
mark is sure by itself, so all are summed up for each way to divide the lines.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .headline_lines import (
    ACT,
    FIGURES,
    OFFICIAL_ACT,
    OWN_PLACE,
    SHARES,
    VISIT_TO_US,
    Split,
    is_deck,
    is_kicker_end,
    is_slogan,
)
from .lexicon import (
    ATTENDING_WORDS,
    BODY_ENDS,
    COMPARING_STARTS,
    DECK_STARTS,
    PORTRAIT_ENDS,
    SERIES_ENDS,
    SINGING_STARTS,
)

BODY = re.compile(rf"[^“”‘’\s，,：:把让给为]{{1,10}}?(?:{'|'.join(BODY_ENDS)})")
ATTENDANCE = re.compile(
    rf"(?:{'|'.join(ATTENDING_WORDS)})(?:并(?:讲话|致辞|宣布\S{{0,4}}))?"
    r"(?:会议|活动|仪式|开幕式|座谈)?$"
)
PORTRAIT = re.compile(rf"(?:{'|'.join(PORTRAIT_ENDS)})$")
SERIES = re.compile(rf"(?:{'|'.join(SERIES_ENDS)}|之[一二三四五六七八九十]+|[①-⑳])$")
COMPARISON = re.compile("|".join(COMPARING_STARTS))
DECK_START = re.compile("|".join(DECK_STARTS))
SINGING = re.compile("|".join(SINGING_STARTS))
ASIDE = re.compile(r"“[^”]{1,7}”|‘[^’]{1,7}’")
PAUSE = re.compile(r"[\s，,；;]+")
CRY = "？?！!"

LEAD = 160
LONGEST_ATTENDANCE = 16
# The evidence decides when the best way to divide the lines is heavier by this than the next.
CLEAR = 0.5
REPEATED = 0.3
LONGEST_PARTS = 2


@dataclass(frozen=True, slots=True)
class _Traits:
    """How far a line reports what was done, sings, and tells details, and what it surely is."""

    length: int
    repeated: float
    reports: float
    sings: float
    details: float
    portrays: bool
    is_series: bool
    ends_kicker: bool
    begins_deck: bool


def split_lines(lines: Sequence[str], body: str) -> Split:
    """Which of several lines, of which the source says nothing, are which."""
    if len(lines) == 1:
        return Split(0, 1, is_doubtful=False)
    lead = body[:LEAD]
    traits = [_traits(text, lead) for text in lines]
    weighed = sorted(
        ((_weight(traits, first, after), first, after) for first, after in _ways(len(lines))),
        reverse=True,
    )
    (best, first, after), (next_best, *_) = weighed[:2]
    is_sure = any(one.ends_kicker or one.begins_deck or one.is_series for one in traits)
    is_told = is_sure or max(one.repeated for one in traits) >= REPEATED
    return Split(first, after, is_doubtful=best - next_best < CLEAR or not is_told)


def is_attendance(text: str) -> bool:
    """Who else was there: 林小满出席并讲话."""
    return len(text) <= LONGEST_ATTENDANCE and ATTENDANCE.search(text) is not None


def _ways(count: int) -> Iterator[tuple[int, int]]:
    for first in range(count):
        for after in range(first + 1, min(count, first + LONGEST_PARTS) + 1):
            yield first, after


def _traits(text: str, lead: str) -> _Traits:
    sings_out = is_slogan(text)
    repeated = _repeated(text, lead)
    reports = 1.5 * repeated
    reports += 1.0 if not sings_out and OFFICIAL_ACT.search(text) else 0.0
    reports += 0.5 if not sings_out and ACT.search(text) else 0.0
    reports += 1.0 if OWN_PLACE.match(text) or VISIT_TO_US.search(text) else 0.0
    reports += 1.0 if not sings_out and BODY.match(text) else 0.0
    figures = 1.5 if SHARES.search(text) or FIGURES.search(text) else 0.0
    details = figures + (1.5 if DECK_START.match(text) else 0.0)
    details += 2.5 if is_attendance(text) else 0.0
    details += 1.0 if COMPARISON.match(text) else 0.0
    return _Traits(
        length=len(text),
        repeated=repeated,
        reports=reports,
        sings=_sings(text),
        details=details,
        portrays=PORTRAIT.search(text) is not None,
        is_series=SERIES.search(text) is not None,
        ends_kicker=is_kicker_end(text),
        begins_deck=is_deck(text),
    )


def _sings(text: str) -> float:
    """Slogans, two phrases of one rhythm, a question, a figure of speech."""
    weight = 1.0 if is_slogan(text) else 0.0
    phrases = [one for one in PAUSE.split(text) if one]
    if len(phrases) > 1:
        lengths = [len(one) for one in phrases]
        weight += 1.5 if max(lengths) - min(lengths) <= 1 else 0.7
    weight += 0.7 if ASIDE.search(text) else 0.0
    weight += 0.7 if SINGING.match(text) else 0.0
    return weight + (1.0 if text[-1] in CRY or "怎么" in text else 0.0)


def _repeated(text: str, lead: str) -> float:
    """The share of its pairs of characters that the lead has too."""
    pairs = [text[at : at + 2] for at in range(len(text) - 1)]
    return sum(pair in lead for pair in pairs) / max(1, len(pairs))


def _weight(traits: Sequence[_Traits], first: int, after: int) -> float:
    kicker, headline, deck = traits[:first], traits[first:after], traits[after:]
    weight = sum(map(_as_kicker, kicker)) - 1.5 * max(0, len(kicker) - 1)
    weight += sum(map(_as_deck, deck)) - 0.5 * max(0, len(deck) - 1)
    for one in headline:
        weight += one.sings + (0.5 if kicker else 0.7) * one.reports - 0.5 * one.details
        weight -= 5.0 * (one.begins_deck or one.ends_kicker)
        weight -= 2.0 * one.is_series + 1.0 * one.portrays
    return weight + (_as_halves(*headline, after_said=_is_said(kicker)) if headline[1:] else 0.0)


def _is_said(kicker: Sequence[_Traits]) -> bool:
    return bool(kicker) and kicker[-1].ends_kicker


def _as_kicker(one: _Traits) -> float:
    told = one.reports - 0.7 * one.sings - one.details
    return told + 6.0 * one.ends_kicker + 3.0 * one.is_series + 1.0 * one.portrays


def _as_deck(one: _Traits) -> float:
    told = 0.8 * one.reports - 0.5 * one.sings + one.details
    return told + 6.0 * one.begins_deck + 1.5 * one.portrays


def _as_halves(first: _Traits, second: _Traits, *, after_said: bool) -> float:
    """Two lines are one headline where they are built alike and neither reports an office's act."""
    if first.length != second.length:
        return -2.0 if after_said and second.sings else -4.0
    plain = 1.0 if after_said else 2.0 - 0.8 * (first.reports + second.reports)
    return plain - first.details - second.details
