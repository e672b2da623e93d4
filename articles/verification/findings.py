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

    UNCHECKED: nothing is said against it, as a date or who is meant is not known.
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

    What it finds with one of the certainties in `stops` is mended, or waived with a reason, before
    the story is released.
    """

    key: str
    source: str
    stops: frozenset[Certainty]


# docs/verification.md has a section for each of these.
DIRECTORY = "directory"
XINHUA = "xinhua-2016"
ORDER = "order"
CALENDAR = "calendar"
PUNCTUATION = "gb-15834"
FIRST_MENTION = "first-mention"
PROTECTION = "minors-law"
HOUSE = "house"

WARNS: frozenset[Certainty] = frozenset()
BLOCKS = frozenset({Certainty.SURE})
# Here a mistake costs a person more than a reason costs an editor.
ASKS = frozenset({Certainty.SURE, Certainty.LIKELY})

RULES = {
    rule.key: rule
    for rule in (
        Rule("title_not_held", DIRECTORY, BLOCKS),
        Rule("title_past", DIRECTORY, BLOCKS),
        Rule("title_future", DIRECTORY, BLOCKS),
        Rule("title_not_checkable", DIRECTORY, WARNS),
        Rule("former_needless", DIRECTORY, BLOCKS),
        Rule("name_near", DIRECTORY, ASKS),
        Rule("name_varies", DIRECTORY, ASKS),
        Rule("name_unknown", DIRECTORY, WARNS),
        Rule("post_twice", DIRECTORY, WARNS),
        Rule("title_missing", FIRST_MENTION, WARNS),
        Rule("title_late", FIRST_MENTION, WARNS),
        Rule("title_repeated", FIRST_MENTION, WARNS),
        Rule("order_of_names", ORDER, WARNS),
        Rule("body_former", DIRECTORY, WARNS),
        Rule("body_wrong", DIRECTORY, BLOCKS),
        Rule("date_impossible", CALENDAR, BLOCKS),
        Rule("date_weekday", CALENDAR, BLOCKS),
        Rule("date_after_edition", CALENDAR, WARNS),
        Rule("mark_unclosed", PUNCTUATION, WARNS),
        Rule("mark_unopened", PUNCTUATION, WARNS),
        Rule("word", HOUSE, WARNS),
        Rule("word_blocked", HOUSE, BLOCKS),
        Rule("protected_name", PROTECTION, ASKS),
        Rule("assumed_name", XINHUA, WARNS),
    )
}
