"""Find where a printed title begins: back over the words that it is made of, and no farther."""

import re
from functools import lru_cache

import rjieba

from .lexicon.titles import (
    AND_WORDS,
    BEFORE_A_TITLE,
    BODIES,
    BODY_BOUND_TITLES,
    COMMITTEE,
    COMMITTEE_PLACES,
    COUNTING_WORDS,
    CUTTING_CHARACTERS,
    CUTTING_TAGS,
    FIELD_NOUNS,
    FIELDS_OF_OFFICE,
    FORMER,
    FORMERLY,
    HELD_LATER,
    HELD_NOW,
    JOINERS,
    NOT_BEFORE_A_TITLE,
    NOT_CUTTING,
    NOT_FORMER,
    PLACE_TOKENS,
    RESULTS_OF_VERBS,
    TITLE_RANKS,
    TITLES,
)
from .lexicon.wordlist import any_of
from .titles import ends_in_title, title_at_end

COMMAS = ("，", ",")
TITLE_MARKS = ("、", *COMMAS)
STANDINGS = (*HELD_NOW, *HELD_LATER, *FORMERLY)
# What stands in short quotation marks or brackets may be a part of a title.
BOUNDARY = re.compile(
    r"(?P<quoted>[“《(（][^“”《》()（），,。；;：:！!？?\s]{1,12}[”》)）])|[，,。；;：:！!？?“”\"‘’《》（）()…\s]|[0-9]+[年月日时]"
    # The number of an item.
    r"|[0-9]{1,2}[.．](?![0-9])|[①-⑳]|(?<![一二三四五六七八九十第])[一二三四五六七八九十]{1,3}是"
)
# Beside a rank it is a part of the title: 主持工作的副局长, but not 主持工作的区教育局局长.
STANDING_IN = rf"主持(?:全面|日常)?工作的(?=(?:{'|'.join(TITLE_RANKS)})*(?:$|{any_of(TITLES)}))"
# 老支书, 老书记; but 敬老院院长, 养老服务科科长.
OLD = rf"老(?=$|{any_of(TITLES)})"
# 新厂长; but 高新|区长.
NEW = rf"新(?<![高创革更全]新)(?=$|{any_of(TITLES)})"
WORDS_BEFORE = (*NOT_BEFORE_A_TITLE, *BEFORE_A_TITLE, *JOINERS, STANDING_IN, OLD, NEW)
FIRSTS = "".join(sorted({word[0] for word in WORDS_BEFORE}))
WORD_BEFORE = re.compile(
    f"(?=[{FIRSTS}])(?:(?P<part>{STANDING_IN}|{any_of(NOT_BEFORE_A_TITLE)})"
    f"|(?P<whole>{any_of(BEFORE_A_TITLE)}|{OLD}|{NEW})"
    f"|(?P<joiner>{any_of(JOINERS)}))"
)
BODY_OF_PLACE = re.compile(f"[{COMMITTEE_PLACES}](?:{COMMITTEE}|{'|'.join(BODIES)})")
FIELDS = tuple({*FIELD_NOUNS, *FIELDS_OF_OFFICE})
OURS = re.compile(
    f"我(?=[{COMMITTEE_PLACES}镇乡])|([{COMMITTEE_PLACES}镇乡])(?=\\1委|(?:常务)?副?代?\\1长)"
)
ONE_WORD = re.compile(f"{STANDING_IN}|(?<=[{''.join(TITLE_MARKS)}])(?:{'|'.join(STANDINGS)})")
LONGEST_TITLE = 60
FULL_STOP = "。"
# A title after one of these is that of somebody before it: 罗川担任总指挥.
TAKING_OFFICE = tuple("任为是当选")


def words_before(text: str, start: int, end: int) -> int:
    """Where, in [start, end), the words that belong to what follows begin."""
    for match in BOUNDARY.finditer(text, start, end):
        start = start if match["quoted"] else match.end()
    return _after_words(text, start, end)


def title_start(text: str, taken: int, rank: int) -> int:
    """Go back from a rank over the titles that 、 holds together, as far as each of them is one."""
    floor = max(taken, rank - LONGEST_TITLE)
    floor = max(floor, text.rfind(FULL_STOP, floor, rank) + 1)
    for boundary in BOUNDARY.finditer(text, floor, rank):
        if not boundary["quoted"] and not _goes_on(text, floor, boundary):
            floor = boundary.end()
    start = _part_start(text, floor, rank)
    while start > floor and ends_in_title(text[floor : start - 1]):
        start = _part_start(text, floor, start - 1)
    if 0 < start == taken and text.startswith(AND_WORDS, start):
        start += 1
    return trimmed_start(text, start, rank)


def _part_start(text: str, floor: int, end: int) -> int:
    return max(floor, *(text.rfind(mark, floor, end) + 1 for mark in TITLE_MARKS))


def _goes_on(text: str, floor: int, boundary: re.Match[str]) -> bool:
    """Whether the comma stands between two titles of one person: 副市长，开发区党工委书记."""
    if boundary[0] not in COMMAS:
        return False
    title = text[floor : boundary.start()]
    rank = title_at_end(title)
    if rank is None or title.endswith(BODY_BOUND_TITLES):
        return False
    return not title.endswith(TAKING_OFFICE, 0, rank.start())


def trimmed_start(text: str, start: int, end: int) -> int:
    """The start of a title in [start, end) without the words of the sentence before it."""
    start = _after_words(text, start, end)
    start += _sentence_words(text[start:end])
    if text.startswith(FORMER, start) and not text.startswith(NOT_FORMER, start):
        start += 1
    while start < end and (ours := OURS.match(text, start, end + 4)):
        start = ours.end()
    return start


def _is_inner(text: str, start: int, place: int) -> bool:
    """Whether a later title of the same person begins here: 原县长、现任县委书记甲."""
    return place > start and text[place - 1] in TITLE_MARKS


def _as_one_word(match: re.Match[str]) -> str:
    return "级" * len(match[0])


def _after_words(text: str, start: int, end: int) -> int:
    last = start
    for match in WORD_BEFORE.finditer(text, start, end):
        if match["whole"] in STANDINGS and _is_inner(text, start, match.start()):
            continue
        if match["whole"] or (match["joiner"] and not text.endswith(FIELDS, start, match.start())):
            last = match.end()
    return last


@lru_cache(maxsize=8192)
def _sentence_words(span: str) -> int:
    """How much of the span are words of the sentence: pronouns, adverbs, verbs such as 请."""
    last = place = 0
    tokens = rjieba.tag(ONE_WORD.sub(_as_one_word, span), False)
    for number, (word, tag) in enumerate(tokens):
        place += len(word)
        following = tokens[number + 1] if number + 1 < len(tokens) else ("", "")
        if tag == "v" and last == place - len(word) and BODY_OF_PLACE.match(following[0]):
            last = place
        is_result = last == place - len(word) > 0 and word in RESULTS_OF_VERBS
        if is_result or _cuts(word, tag, *following):
            last = place
    return last


def _cuts(word: str, tag: str, following: str, following_tag: str) -> bool:
    if len(word) == 1:
        return word in COUNTING_WORDS or word in CUTTING_CHARACTERS
    if word in NOT_CUTTING:
        return False
    if tag in CUTTING_TAGS:
        return True
    return tag == "v" and following in PLACE_TOKENS and following_tag != "ns"
