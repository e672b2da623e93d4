"""Judge the lines of a headline: which goes on in the next, which is kicker, headline or deck."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import rjieba

from .after_names import HAN
from .layout import DECK
from .lexicon.acts import EVENT_CLOSERS, EVENT_MANNERS
from .lexicon.headlines import (
    COLUMNS,
    DAYS_OF_NEWS,
    DECK_STARTS,
    DECK_WORDS,
    DURATIONS,
    EFFORTS,
    HEADLINE_ACTS,
    HELD_ENDS,
    KICKER_ENDS,
    MEETING_ACTS,
    OCCASION_ENDS,
    OFFICIAL_ACTS,
    OPEN_MEETING_ACTS,
    OPEN_PHRASE_ENDS,
    OWN_PLACES,
    QUESTION_STARTS,
    SLOGAN_STARTS,
    TIME_ENDS,
    WORK_MANNERS,
    WORK_VERBS,
)
from .lexicon.marks import MARK_FORMS, MARK_PAIRS
from .lexicon.wordlist import any_of

# Two characters that stand between what is held and its verb: 大会隆重举行, 大会昨日召开.
HELD_HOW = any_of((*EVENT_MANNERS, *DAYS_OF_NEWS))
OPEN_END = re.compile(
    f"(?:{'|'.join(OPEN_PHRASE_ENDS)}|(?<![{HELD_ENDS}])(?<![{HELD_ENDS}]{HELD_HOW})"
    f"(?:{'|'.join(OPEN_MEETING_ACTS)}))$"
)
# The last characters of what that finds.
LASTS_OF_OPEN_ENDS = frozenset(
    (*(end[-1] for end in (*OPEN_PHRASE_ENDS, *OPEN_MEETING_ACTS)), "\n")
)
# 现场会在石桥村召开 is whole.
HELD_AT_END = re.compile(rf"[在于]\S{{2,16}}(?:{'|'.join(OPEN_MEETING_ACTS)})$")
KICKER_END = re.compile(f"(?:{'|'.join((*KICKER_ENDS, *OCCASION_ENDS))})[:：]?$")
ACT = re.compile("|".join(HEADLINE_ACTS))
OFFICIAL_ACT = re.compile("|".join(OFFICIAL_ACTS))
MEETING_ACT = re.compile(rf"\S{{2,}}(?:{'|'.join(MEETING_ACTS)})")
OWN_PLACE = re.compile("|".join(OWN_PLACES))
SLOGAN = re.compile("|".join(SLOGAN_STARTS))
WORK = re.compile(f"(?:{'|'.join(WORK_MANNERS)})?(?:{'|'.join(WORK_VERBS)})")
DECK_START = re.compile("|".join(DECK_STARTS))
SHARES = re.compile("%|％|个百分点|同比|环比")
FIGURES = re.compile(
    r"[0-9０-９一二三四五六七八九十百千万]+(?:[.．]\d+)?(?:%|％|亿|万|倍|成)|个百分点"
)
DECK_WORD = re.compile(f"(?:{'|'.join(DECK_WORDS)})(?:会议|仪式|活动)?$")
NUMBER = "[0-9０-９一二三四五六七八九十百千两几]"
COLUMN = re.compile(r"[^\s，,·]{2,8}[·•|｜][^\s，,·]{2,8}|\S{1,9}[：:]")
COLUMN_END = re.compile(f"(?:{'|'.join(COLUMNS)}|之{NUMBER}|[（(]{NUMBER}{{1,3}}[)）]|[①-⑳])$")
WHEN = re.compile(f"(?:{'|'.join(TIME_ENDS)})$")
EFFORT = re.compile(f"(?:{'|'.join(EFFORTS)})了?{NUMBER}{{1,4}}个?(?:{'|'.join(DURATIONS)})")
# 一千一百名学子, 七户人家: a deck that counts who was there.
COUNTED = re.compile(f"{NUMBER}{{1,7}}余?[多来]?[名位户人]")
# 二百健儿, and no 一双虎头鞋 or 百年母子情, which are images.
COUNT = re.compile(f"(?!一[^百千万]|百年){NUMBER}")
# 投资一亿二千万元, and no 三分, which may be an image.
LARGE = re.compile(rf"(?:{NUMBER}|[万亿]){{2,9}}(?:[.．]\d+)?")
MEASURE = re.compile(rf"{LARGE.pattern}{HAN}{{1,3}}$")
# 何青当选县妇联主席, 何青强调： what somebody did at the meeting above it.
WHO_DID = re.compile(rf"{HAN}{{2,4}}?(?:当选|作{HAN}{{0,8}}报告|强调[：:])")
SAYING = re.compile("[，,？?！!“”]")
DONE_TO = "把"
ASPECT = "ul"
IDIOMS = ("i", "l")
# （长篇连载）: a note on what stands above it.
BRACKETED = re.compile(r"[（(][^（）()]+[）)]")
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
BRIDGES = ((3, 3), (2, 4), (4, 2))
SHORTEST_KICKER = 6
LONGEST_TOPIC = 8
LONGEST_COUNT = 6
PAUSE = " "
OPENING_QUOTES = "“‘「『《"
# 朴永镐一行: named as whom somebody meets, and of nothing else.
GROUP = re.compile(rf"{HAN}{{2,8}}一行")
# How much of a headline the lead says again, in pairs of characters.
TOLD = 0.6


class Split(NamedTuple):
    """Lines [:headline] are the kicker, [headline:deck] the headline, [deck:] the deck."""

    headline: int
    deck: int
    is_doubtful: bool


def is_said_across(before: str, after: str, body: str) -> bool:
    """Whether the story repeats the words on both sides of the break, without a break."""
    return _are_said_together(before, after, body) and any(
        len(before) >= left and len(after) >= right and before[-left:] + after[:right] in body
        for left, right in BRIDGES
    )


def _are_said_together(before: str, after: str, body: str) -> bool:
    """Whether the story has the characters on both sides of the break beside each other."""
    return before[-1:] + after[:1] in body


def is_open(before: str, after: str, body: str) -> bool:
    """Whether a phrase cannot end there: by its last words, its marks, or a word of the body."""
    is_open_end = before[-1:] in LASTS_OF_OPEN_ENDS and OPEN_END.search(before)
    if (is_open_end and not HELD_AT_END.search(before)) or _is_mark_open(before, after):
        return True
    if OWN_PLACE.match(before[-1:] + after[:1]):
        return True
    if not _are_said_together(before, after, body):
        return False
    word = broken_word(before, after)
    return len(word) > 1 and word in body


def is_open_line(before: str, after: str) -> bool:
    """Whether a line cannot end there, though nothing in the body says so."""
    left = HAN_END.search(before)
    if left is None or CLOSED_END.search(before):
        return False
    text, tag = rjieba.tag(left[0], False)[-1]
    return bool(broken_word(before, after)) or (text in LINKING_WORDS and tag in LINKING_TAGS)


def is_one_clause(before: str, after: str) -> bool:
    """Whether two lines are likely one: neither says something by itself."""
    left, right = _tags(before), _tags(after)
    if not left or not right or CLOSED_END.search(before) or is_column(before):
        return False
    if GROUP.fullmatch(after):
        return True
    if left[-1] == VERB and VERB not in right and PAUSE not in before + after:
        return True
    if len(after) <= LONGEST_NOUN and set(right) <= NOUN_TAGS:
        return True
    if len(right) > 1 and set(right[:-1]) <= ADVERBIAL_TAGS and ACT.search(after):
        return True
    if after.startswith(QUESTION_STARTS):
        return True
    is_subject = not ACT.search(before) and not any(
        tag.startswith((VERB, "a", "l", "i", "z")) for tag in left
    )
    is_predicate = right[0] in PREDICATE_TAGS and after[0] not in OPENING_QUOTES
    return is_subject and len(before) > LONGEST_TOPIC and is_predicate


def is_verb_led(text: str) -> bool:
    """Whether a phrase says what to do: it begins with a slogan's word, a verb or an adverb."""
    tags = _tags(text)
    return is_slogan(text) or (bool(tags) and tags[0] in ("v", "d", "vd", "ad"))


def _tags(text: str) -> list[str]:
    return [tag for word, tag in rjieba.tag(text, False) if word not in "“”‘’《》、，,"]


def broken_word(before: str, after: str) -> str:
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
        if opener in before
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
    if DECK_START.match(second) or DECK_WORD.search(second) or WHO_DID.match(second):
        return False
    if COUNTED.match(second) or SHARES.search(second):
        return False
    if (
        is_column(first)
        or WHEN.search(first)
        or EFFORT.search(first)
        or DECK_START.match(first)
        or _is_call(first)
        or _are_counts(first)
        or (_are_measures(first) and not LARGE.search(second))
        or all(map(DECK_WORD.search, first.split()))
    ):
        return True
    if OFFICIAL_ACT.search(first) or OWN_PLACE.match(first):
        return not OFFICIAL_ACT.search(second)
    return _is_topic(first)


def is_column(text: str) -> bool:
    """读者来信, 柳河见闻之三, 走基层·石桥村: whether a column or a kind of report is named."""
    return COLUMN.fullmatch(text) is not None or COLUMN_END.search(text) is not None


def _is_call(text: str) -> bool:
    """稳增长 保就业, 众志成城 抗震救灾: whether the line calls for something, or phrases do.

    One of several of one length is enough, or all of several.
    """
    if is_slogan(text) and not text.startswith(DONE_TO):
        return True
    phrases = text.split()
    are_calls = [is_verb_led(one) or _is_idiom_led(one) for one in phrases]
    are_alike = len(set(map(len, phrases))) == 1
    return len(phrases) > 1 and (all(are_calls) or (are_alike and any(are_calls)))


def _is_idiom_led(text: str) -> bool:
    return next(iter(_tags(text)), "") in IDIOMS


def _are_counts(text: str) -> bool:
    """六天赛事 二百健儿: whether each of several phrases counts something."""
    phrases = text.split()
    return len(phrases) > 1 and all(
        len(phrase) <= LONGEST_COUNT and COUNT.match(phrase) for phrase in phrases
    )


def _are_measures(text: str) -> bool:
    """投资一亿元 全长12公里: whether each of several phrases ends in a figure."""
    phrases = text.split()
    return len(phrases) > 1 and all(map(MEASURE.search, phrases))


def _is_topic(text: str) -> bool:
    """职工风采, 走进链上企业: whether a short line names something and says nothing of it."""
    if len(text) > LONGEST_TOPIC or ACT.search(text) or SAYING.search(text):
        return False
    tags = _tags(text)
    return tags[:1] == [VERB] or (ASPECT not in tags and VERB not in tags[:-1])


def split_lines(lines: Sequence[str], lead: str = "") -> Split:
    """Which of several lines, of which the source says nothing, are which.

    `lead` is the first sentence of the story: the headline tells what it reports.
    """
    deck = next((n for n, text in enumerate(lines) if n and is_deck(text)), len(lines))
    ends = (
        n + 1
        for n, (text, below) in enumerate(pairwise(lines[:deck]))
        if is_kicker_end(text) and not BRACKETED.fullmatch(below)
    )
    headline = max(ends, default=0)
    left = lines[headline:deck]
    if len(left) == 1:
        return Split(headline, deck, is_doubtful=False)
    if headline:
        is_second = all(map(is_verb_led, left[:2]))
        return Split(headline, headline + 1 + is_second, is_doubtful=is_second or len(left) > 2)
    if len(left) == 2:
        has_deck = deck < len(lines)
        if is_column(left[0]):
            return Split(1, deck, is_doubtful=True)
        if _are_halves(*left):
            return Split(0, deck, is_doubtful=True)
        if has_deck or is_kicker_of(*left):
            return Split(1, deck, is_doubtful=True)
        return Split(0, 1, is_doubtful=True)
    pair = next((n for n, two in enumerate(pairwise(left)) if _are_short_halves(*two)), None)
    if pair is not None:
        return Split(pair, pair + 2, is_doubtful=True)
    told = _told_below_slogans(left, lead)
    if told:
        return Split(told, told + 1, is_doubtful=True)
    first = 0 if DECK_START.match(left[1]) or BRACKETED.fullmatch(left[1]) else 1
    return Split(first, first + 1, is_doubtful=True)


def _told_below_slogans(lines: Sequence[str], lead: str) -> int:
    """The line that tells what the lead reports, below lines that call for something; else 0."""
    told = next((number for number, text in enumerate(lines) if _is_told(text, lead)), 0)
    return told if any(map(is_verb_led, lines[:told])) else 0


def _is_told(text: str, lead: str) -> bool:
    pairs = [text[place : place + 2] for place in range(len(text) - 1)]
    return sum(pair in lead for pair in pairs) >= TOLD * len(pairs)


def _are_halves(first: str, second: str) -> bool:
    """Two lines as long as each other, of which neither tells of an office, are one headline."""
    if OFFICIAL_ACT.search(first + second) or " " in first + second or FIGURES.search(second):
        return False
    return len(first) == len(second) >= LONGEST_TOPIC and not DECK_START.match(first)


def _are_short_halves(first: str, second: str) -> bool:
    """洪水不退 / 我们不退: two lines of one length that are too short for a kicker or a deck."""
    return len(first) == len(second) < SHORTEST_KICKER and not is_column(first)
