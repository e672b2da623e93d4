"""What a check says of a story, and the rules that it goes by."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple


class Passage(NamedTuple):
    """One text of a story. `part` is kicker, headline, deck, body or caption.

    `number` counts the paragraphs of the body, or the captions, from 0.
    """

    part: str
    number: int = 0


class Certainty(StrEnum):
    """SURE: the directory or the calendar says otherwise. LIKELY: a person has to look.

    UNCHECKED: nothing is said against it, as a date that is needed is not known.
    """

    SURE = "sure"
    LIKELY = "likely"
    UNCHECKED = "unchecked"


@dataclass(frozen=True, slots=True)
class Finding:
    """One passage of a story against one rule.

    `printed` stands at [start, end) of the passage's plain text; `suggestion` is what may take its
    place, empty where a person has to find it. `facts` are what the sentence about it tells.
    """

    rule: str
    passage: Passage
    start: int
    end: int
    printed: str
    suggestion: str = ""
    facts: Mapping[str, str] = field(default_factory=dict, hash=False)
    certainty: Certainty = Certainty.SURE


@dataclass(frozen=True, slots=True)
class Rule:
    """`source` is where the rule comes from; docs/verification.md gives it in full.

    `blocks` where a story should not be released until it is mended or waived with a reason.
    """

    key: str
    source: str
    blocks: bool


# docs/verification.md has a section for each of these.
DIRECTORY = "directory"
XINHUA = "xinhua-2016"
ORDER = "order"
CALENDAR = "calendar"
PUNCTUATION = "gb-15834"
FIRST_MENTION = "first-mention"
PROTECTION = "minors-law"
HOUSE = "house"

RULES = {
    rule.key: rule
    for rule in (
        Rule("title_not_held", DIRECTORY, True),
        Rule("title_past", DIRECTORY, True),
        Rule("title_future", DIRECTORY, True),
        Rule("title_not_checkable", DIRECTORY, False),
        Rule("former_needless", DIRECTORY, True),
        Rule("name_near", DIRECTORY, True),
        Rule("name_varies", DIRECTORY, True),
        Rule("name_unknown", DIRECTORY, False),
        Rule("post_twice", DIRECTORY, True),
        Rule("title_missing", FIRST_MENTION, False),
        Rule("title_late", FIRST_MENTION, False),
        Rule("title_repeated", FIRST_MENTION, False),
        Rule("order_of_names", ORDER, False),
        Rule("body_former", DIRECTORY, False),
        Rule("body_wrong", DIRECTORY, True),
        Rule("date_impossible", CALENDAR, True),
        Rule("date_weekday", CALENDAR, True),
        Rule("date_after_edition", CALENDAR, True),
        Rule("mark_unclosed", PUNCTUATION, False),
        Rule("mark_unopened", PUNCTUATION, False),
        Rule("word", HOUSE, False),
        Rule("word_blocked", HOUSE, True),
        Rule("protected_name", PROTECTION, True),
        Rule("assumed_name", XINHUA, False),
    )
}
