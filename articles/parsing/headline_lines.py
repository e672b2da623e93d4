"""Judge the lines of a headline: which goes on in the next, which is kicker, headline or deck."""

import re
from collections.abc import Sequence
from typing import NamedTuple

import rjieba

from .after_names import HAN
from .layout import DECK
from .lexicon.acts import EVENT_CLOSERS
from .lexicon.headlines import (
    COLUMN_LABELS,
    DECK_STARTS,
    DECK_WORDS,
    DURATIONS,
    EFFORTS,
    HEADLINE_ACTS,
    HELD_ENDS,
    KICKER_ENDS,
    LEADERS_ACTS,
    MEETING_ACTS,
    OCCASION_ENDS,
    OFFICIAL_ACTS,
    OPEN_MEETING_ACTS,
    OPEN_PHRASE_ENDS,
    OVER_ENDS,
    OWN_PLACES,
    QUESTION_STARTS,
    SAID_STARTS,
    SLOGAN_STARTS,
    TIME_ENDS,
    WORK_MANNERS,
    WORK_VERBS,
)
from .lexicon.marks import MARK_FORMS, MARK_PAIRS

OPEN_END = re.compile(
    f"(?:{'|'.join(OPEN_PHRASE_ENDS)}|(?<![{HELD_ENDS}])(?:{'|'.join(OPEN_MEETING_ACTS)}))$"
)
# 现场会在石桥村召开 is whole.
HELD_AT_END = re.compile(rf"[在于]\S{{2,16}}(?:{'|'.join(OPEN_MEETING_ACTS)})$")
KICKER_END = re.compile(f"(?:{'|'.join((*KICKER_ENDS, *OCCASION_ENDS))})[:：]?$")
ACT = re.compile("|".join(HEADLINE_ACTS))
OFFICIAL_ACT = re.compile("|".join(OFFICIAL_ACTS))
MEETING_ACT = re.compile(rf"\S{{2,}}(?:{'|'.join(MEETING_ACTS)})")
LEADERS_ACT = re.compile("|".join(LEADERS_ACTS))
OWN_PLACE = re.compile("|".join(OWN_PLACES))
VISIT_TO_US = re.compile(r"来我?[省市区县镇乡旗州院校]")
SAID = re.compile("|".join(SAID_STARTS))
SLOGAN = re.compile("|".join(SLOGAN_STARTS))
WORK = re.compile(f"(?:{'|'.join(WORK_MANNERS)})?(?:{'|'.join(WORK_VERBS)})")
DECK_START = re.compile("|".join(DECK_STARTS))
SHARES = re.compile("%|％|个百分点|同比|环比")
FIGURES = re.compile(
    r"[0-9０-９一二三四五六七八九十百千万]+(?:[.．]\d+)?(?:%|％|亿|万|倍|成)|个百分点"
)
DECK_WORD = re.compile(f"(?:{'|'.join(DECK_WORDS)})(?:会议|仪式|活动)?$")
COLUMN = re.compile(
    rf"[^\s，,·]{{2,8}}[·•|｜][^\s，,·]{{2,8}}|(?:{'|'.join(COLUMN_LABELS)})|\S{{1,9}}[：:]"
)
ASIDE = re.compile(f"(?:{'|'.join(TIME_ENDS)})$")
OVER = re.compile(f"(?:{'|'.join(OVER_ENDS)})$")
NUMBER = "[0-9０-９一二三四五六七八九十百千两几]"
EFFORT = re.compile(f"(?:{'|'.join(EFFORTS)})了?{NUMBER}{{1,4}}个?(?:{'|'.join(DURATIONS)})")
# 一千一百名学子, 七户人家: a deck that counts who was there.
COUNTED = re.compile(f"{NUMBER}{{1,7}}余?[多来]?[名位户人]")
HAN_END = re.compile(rf"{HAN}{{1,8}}$")
HAN_START = re.compile(rf"{HAN}{{1,8}}")
LINKING_TAGS = frozenset("pc")
VERB = "v"
NOUN_TAGS = frozenset(("n", "a", "an", "b", "vn"))
# Nouns of no more characters say nothing by themselves below another line: … / 典型问题.
LONGEST_NOUN = 4
ADVERBIAL_TAGS = frozenset(("t", "d", "ad"))
PREDICATE_TAGS = frozenset(("v", "d", "p", "vd", "vi"))
CLOSED_END = re.compile(f"(?:{'|'.join(EVENT_CLOSERS + HEADLINE_ACTS)})$")
LINKING_WORDS = frozenset("在对从向于为以把被由与和及并将使")
# What is asked of the line above: 六十个车位 / 怎么分？
ASKED = re.compile(r"(?:怎么|怎样|如何|为何|为什么|为啥|咋|能否|何时|去哪|该不该|谁来)(?=.*[？?]$)")
CLOSED_MARK = re.compile(r"[？?！!。]$")
BRIDGES = ((3, 3), (2, 4), (4, 2))
SHORTEST_KICKER = 6
LONGEST_TOPIC = 8
# How much of a headline the lead says again, in pairs of characters.
TOLD = 0.6


class Split(NamedTuple):
    """Lines [:headline] are the kicker, [headline:deck] the headline, [deck:] the deck."""

    headline: int
    deck: int
    is_doubtful: bool


def is_said_across(before: str, after: str, body: str) -> bool:
    """Whether the story repeats the words on both sides of the break, without a break."""
    return any(
        len(before) >= left and len(after) >= right and before[-left:] + after[:right] in body
        for left, right in BRIDGES
    )


def is_open(before: str, after: str, body: str) -> bool:
    """Whether a phrase cannot end there: by its last words, its marks, or a word of the body."""
    is_open_end = OPEN_END.search(before) and not HELD_AT_END.search(before)
    if is_open_end or _is_mark_open(before, after):
        return True
    if OWN_PLACE.match(before[-1:] + after[:1]):
        return True
    word = word_across(before, after)
    return len(word) > 1 and word in body


def is_open_line(before: str, after: str) -> bool:
    """Whether a line cannot end there, though nothing in the body says so."""
    left = HAN_END.search(before)
    if left is None or CLOSED_END.search(before):
        return False
    text, tag = rjieba.tag(left[0], False)[-1]
    return bool(word_across(before, after)) or (text in LINKING_WORDS and tag in LINKING_TAGS)


def is_one_clause(before: str, after: str) -> bool:
    """Whether two lines are likely one: neither says something by itself."""
    left, right = _tags(before), _tags(after)
    if not left or not right or CLOSED_END.search(before):
        return False
    if ASKED.match(after) and not CLOSED_MARK.search(before):
        return True
    if left[-1].startswith(VERB) and VERB not in right:
        return True
    if len(after) <= LONGEST_NOUN and set(right) <= NOUN_TAGS:
        return True
    if len(right) > 1 and set(right[:-1]) <= ADVERBIAL_TAGS and ACT.search(after):
        return True
    is_subject = not any(tag.startswith((VERB, "a", "l", "i", "z")) for tag in left)
    is_subject = is_subject and not ACT.search(before)
    if is_subject and after.startswith(QUESTION_STARTS):
        return True
    return is_subject and len(before) > LONGEST_TOPIC and right[0] in PREDICATE_TAGS


def is_verb_led(text: str) -> bool:
    """Whether a phrase says what to do: it begins with a slogan's word, a verb or an adverb."""
    tags = _tags(text)
    return is_slogan(text) or (bool(tags) and tags[0] in ("v", "d", "vd", "ad"))


def _tags(text: str) -> list[str]:
    return [tag for word, tag in rjieba.tag(text, False) if word not in "“”‘’《》、，,"]


def word_across(before: str, after: str) -> str:
    """The word that the break goes through; empty when both sides are whole without it."""
    left, right = HAN_END.search(before), HAN_START.match(after)
    if left is None or right is None:
        return ""
    place = 0
    for word in rjieba.cut(left[0] + right[0], False):
        place += len(word)
        if place > len(left[0]):
            break
    if place - len(word) >= len(left[0]):
        return ""
    ends_whole = len(rjieba.cut(left[0], False)[-1]) > 1
    begins_whole = len(rjieba.cut(right[0], False)[0]) > 1
    return "" if ends_whole and begins_whole else word


def _is_mark_open(before: str, after: str) -> bool:
    before, after = before.translate(MARK_FORMS), after.translate(MARK_FORMS)
    return any(
        before.count(opener) > before.count(closer) and after.count(closer) > after.count(opener)
        for opener, closer in MARK_PAIRS.items()
    )


def is_kicker_end(text: str) -> bool:
    """Whether the line ends as kickers do, in an occasion or a topic."""
    return len(text) >= SHORTEST_KICKER and KICKER_END.search(text) is not None


def is_deck(text: str) -> bool:
    """Whether the line begins with the dash of a deck."""
    return DECK.match(text) is not None


def is_slogan(text: str) -> bool:
    """Whether the line begins as calls and slogans do."""
    return SLOGAN.match(text) is not None


def names_work(text: str) -> bool:
    """Whether the line begins with what somebody sees to: 推进, 做好."""
    return WORK.match(text) is not None


def is_kicker_of(first: str, second: str) -> bool:
    """Whether the first of two lines is the kicker of the second, and not its headline.

    A kicker tells plainly who did what, or what for; its headline says what came of it. A deck
    tells who else was there, and the figures, or plainly what a headline in images meant.
    """
    if DECK_START.match(second) or DECK_WORD.search(second):
        return False
    if COLUMN.fullmatch(first) or ASIDE.search(first) or EFFORT.search(first):
        return True
    if OVER.search(first) and not OFFICIAL_ACT.search(second):
        return True
    if _is_couplet(first) and (OWN_PLACE.match(second) or OFFICIAL_ACT.search(second)):
        return True
    if " " in first and OFFICIAL_ACT.search(first) and COUNTED.match(second):
        return False
    if is_slogan(first) and not SAID.match(first) and not is_slogan(second):
        return True
    if SHARES.search(second) or (FIGURES.search(second) and not FIGURES.search(first)):
        return is_slogan(second)
    if OFFICIAL_ACT.search(first) or OWN_PLACE.match(first) or VISIT_TO_US.search(first):
        return not OFFICIAL_ACT.search(second) or is_slogan(second)
    if DECK_START.match(first):
        return True
    is_topic = len(first) <= LONGEST_TOPIC and not SAID.match(first)
    return is_topic and not ACT.search(first + second)


def _is_couplet(text: str) -> bool:
    """披红戴花赴军营 壮志从戎写青春: two phrases of one length that tell of no office."""
    first, _, second = text.partition(" ")
    return len(first) == len(second) >= SHORTEST_KICKER and not OFFICIAL_ACT.search(text)


def split_lines(lines: Sequence[str], lead: str = "") -> Split:
    """Which of several lines, of which the source says nothing, are which.

    `lead` is the first sentence of the story: the headline tells what it reports.
    """
    deck = next((n for n, text in enumerate(lines) if n and is_deck(text)), len(lines))
    headline = max(
        (n + 1 for n, text in enumerate(lines[: deck - 1]) if is_kicker_end(text)), default=0
    )
    left = lines[headline:deck]
    if len(left) == 1:
        return Split(headline, deck, is_doubtful=False)
    if headline:
        is_second = all(map(is_verb_led, left[:2])) and not tells_who_was_there(left[1])
        return Split(headline, headline + 1 + is_second, is_doubtful=is_second or len(left) > 2)
    if len(left) == 2:
        if _are_halves(*left):
            return Split(0, deck, is_doubtful=True)
        has_deck = deck < len(lines)
        if has_deck or is_kicker_of(*left):
            return Split(1, deck, is_doubtful=True)
        return Split(0, 1, is_doubtful=True)
    told = _told_below_slogans(left, lead)
    if told:
        return Split(headline + told, headline + told + 1, is_doubtful=True)
    first = 0 if _are_decks(left) else 1
    return Split(first, first + 1, is_doubtful=True)


def tells_who_was_there(text: str) -> bool:
    """林志远参加: what a deck says."""
    is_deck_line = DECK_START.match(text) or DECK_WORD.search(text) or OFFICIAL_ACT.search(text)
    return is_deck_line is not None


def _told_below_slogans(lines: Sequence[str], lead: str) -> int:
    """The line that tells what the lead reports, below lines that call for something; else 0."""
    told = next((number for number, text in enumerate(lines) if _is_told(text, lead)), 0)
    above = lines[:told]
    if len(above) < 2 or not OFFICIAL_ACT.search(lines[told]):
        return 0
    if any(OFFICIAL_ACT.search(text) for text in above):
        return 0
    return told if any(is_verb_led(text) for text in above) else 0


def _is_told(text: str, lead: str) -> bool:
    pairs = [text[place : place + 2] for place in range(len(text) - 1)]
    return sum(pair in lead for pair in pairs) >= TOLD * len(pairs)


def _are_halves(first: str, second: str) -> bool:
    """Two lines as long as each other, of which neither tells of an office, are one headline."""
    if OFFICIAL_ACT.search(first + second) or OWN_PLACE.match(first) or " " in first + second:
        return False
    if DECK_START.match(second) or SHARES.search(second) or FIGURES.search(second):
        return False
    return len(first) == len(second) >= LONGEST_TOPIC


def _are_decks(lines: Sequence[str]) -> bool:
    first, *rest = lines
    is_told = DECK_START.match(rest[0]) is not None or len({len(text) for text in rest}) == 1
    return is_told and not is_kicker_of(first, rest[0])
