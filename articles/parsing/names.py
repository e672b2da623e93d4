"""Find a personal name at a given place, by its surname and by what stands around it.

Each name that may begin there is weighed: how sure it is that a name is due (`footing`), whether
the characters look like a name or like a word, and whether the text goes on after it as text goes
on after a subject. The heaviest is taken when it is heavy enough.
"""

import re
from collections.abc import Collection
from functools import lru_cache

import rjieba

from .after_names import (
    AS_SOON_AS,
    DEGREES,
    HAN,
    HAVING,
    SAYING,
    WINDOW,
    after_name,
    first_tag,
    is_impossible_after,
    is_predicate,
    is_straddled,
    is_told_with,
    word_across,
)
from .dotted_names import dotted_head, dotted_name, is_dotted_name
from .foreign_names import is_certain_foreign_name, is_foreign_name
from .lexicon.names import (
    COMMON_SURNAMES,
    HEADS_OF_WORDS,
    NAME_TRAILERS,
    NEVER_AFTER_A_NAME,
    NOT_GIVEN_NAMES,
    NOT_PERSONS,
    PARTICLES,
    PLAIN_SURNAMES,
    SAYING_CHARACTERS,
    SELDOM_LAST_IN_NAMES,
    STRONG_AFTER_A_NAME,
    TRANSLITERATING,
    USUAL_IN_GIVEN_NAMES,
)
from .lexicon.persons import FORMS_OF_ADDRESS
from .lexicon.titles import ACADEMIC_TITLES, AND_WORDS, NAMELIKE_TAGS, PERSON_TAGS
from .lexicon.wordlist import any_of
from .name_endings import ends_a_name, is_apart, is_typical_given
from .name_shapes import (
    LONG,
    LONG_SOUND,
    LONGEST_NAME,
    TRANSLITERATED,
    begins_with_a_word,
    is_dictionary_word,
    is_sooner_a_phrase,
    japanese_surname_length,
    lengths_at,
    shape_of,
)
from .surnames import is_usual, part_of_speech, surname_length
from .word_names import TITLE, TITLES_BEGIN, acting_word, may_be_called, word_name

# How sure it is that a name is due: after a title alone, after one with its body, in a list.
BARE, FIRM = 1.0, 2.0
ENOUGH = 2.4
LIKELY = 0.5
# How well the text goes on after a name that begins like a word: 县长高兴旺、.
CLOSED = 1.7
AFTER_A_WORD = 1.5
# How much likelier another word begins after a whole foreign name: 扎西多杰|则说.
AFTER_A_FOREIGN_NAME = 1.5
# How much likelier two characters of which neither is usual in names are a verb and its noun.
PHRASE = 1.0
FULL, SHORT = 3, 2
# 扎西|十三岁
NUMERALS = frozenset("一二三四五六七八九十百两")
NUMBERED = re.compile(
    "[一二三四五六七八九十百零]+岁|[二两三四五六七八九十]+[位名人]|[一二三四五六七八九十百零]{2,}[多余几]?[年个名天人次亩斤万]"
)
# 沈秋四人, and what is no name of four characters.
COUNTS, COUNTED = frozenset("二两三四五六七八九十"), frozenset("位名人")
# A name that ends as few do, before what its bearer says or does.
OUTSPOKEN = re.compile(
    rf"[{''.join(sorted(PLAIN_SURNAMES))}]{HAN}"
    rf"[{''.join(sorted(SELDOM_LAST_IN_NAMES))}](?={any_of(STRONG_AFTER_A_NAME)})"
)
# How much likelier two characters that people are often called by are the given name than one.
TYPICAL = 1.5
# How much likelier such a character begins the next word where it stands twice: 王实|实在.
TWICE = 1.5
# How much likelier a character is a verb than the end of a name, if names seldom end in it.
UNUSUAL = 1.05
ASPECTS = frozenset("过个出")
ASPECTUAL_TAGS = frozenset("vpt")
NOUN_TAGS = frozenset("nil")
# A verb at the end of many names: 倪娟|进隔离区, but 张学进|说. And what it takes, by its tags.
MOVING = frozenset("进")
PLACE_OR_NOUN_TAGS = frozenset("ns")
# 罗二停|今年68岁
BEFORE_AGES = ("今年", "现年")
# No verb stands before one of these, save those that another verb may follow.
OPENING = frozenset("把被用从已正也都还却")
BEFORE_VERBS = frozenset(
    "来去到能想要会肯敢应愿帮请让叫派领带陪忙急怕爱喜学教赶抢停开始坐站躺蹲跪骑赴返回进出上下起抓"
    "促助拟欲需须该可随跟替代给由听看见说讲问谈做干搞找等靠拿打获受没未常总连竟先再才就又更将使令"
    "致作为是有无以"
)
# Parts of speech (as rjieba names them) of the words that may tell of somebody right behind a name.
PREDICATIVE_TAGS = frozenset("vadf")
COMMON_WORD_TAGS = frozenset(("n", "a", "v", "an", "vn"))
TRAILING = PARTICLES | NAME_TRAILERS
VERB = "v"
IN_OR_AFTER_NAMES = USUAL_IN_GIVEN_NAMES | TRANSLITERATING | NEVER_AFTER_A_NAME
FIRSTS_OF_TITLES = frozenset(beginning[0] for beginning in TITLES_BEGIN)


@lru_cache(maxsize=4096)
def is_namelike(text: str) -> bool:
    """Nothing in it is a verb or another word of action."""
    return all(tag in NAMELIKE_TAGS for _, tag in rjieba.tag(text, False))


def find_name(text: str, start: int, footing: float = FIRM) -> str:
    """The likeliest name that begins at `start`; empty when nothing there is surely a name."""
    return next(iter(rank_names(text, start, footing)), "")


def rank_names(text: str, start: int, footing: float = FIRM) -> list[str]:
    """The names that may begin at `start`, the likeliest first."""
    dotted = dotted_name(text, start)
    if dotted:
        return [dotted]
    weighed = {}
    for length in lengths_at(text[start : start + LONGEST_NAME]):
        end = start + length
        weight = _weight(text, start, end, footing)
        if weight >= ENOUGH:
            weighed[text[start:end]] = weight
    if not weighed and (name := _outspoken(text, start)):
        return [name]
    if not weighed and footing >= FIRM and (word := word_name(text, start)):
        return [word]
    if not weighed and footing > BARE and (word := acting_word(text, start)):
        return [word] if footing >= FIRM or may_be_called(word) else []
    if len(weighed) < 2:
        return [*weighed]
    return sorted(
        weighed, key=lambda name: (not _is_whole(text, start, name, weighed), -weighed[name])
    )


def _outspoken(text: str, start: int) -> str:
    """Who says or does something, though few names end so: 何增房要求."""
    match = OUTSPOKEN.match(text, start)
    if match is None or any(map(is_dictionary_word, (match[0], match[0][:2], match[0][1:]))):
        return ""
    return "" if touches_title(text, start, match.end()) else match[0]


def _is_whole(text: str, start: int, name: str, others: Collection[str]) -> bool:
    """Whether it is a foreign name that a shorter one among the others cuts in two.

    苏日古嘎作为: after the whole stands a word that may follow a name, after 苏日 there is none.
    """
    if len(name) < LONG_SOUND or not TRANSLITERATED.fullmatch(name):
        return False
    after = after_name(text, start + len(name))
    return after >= 1 and all(
        name.startswith(other)
        and (other == name or after_name(text, start + len(other)) < max(1, after))
        for other in others
    )


def may_be_named(text: str, start: int) -> bool:
    """Whether a name may begin here at all."""
    return text[start : start + 1].isalpha() and (
        bool(lengths_at(text[start : start + LONGEST_NAME]))
        or dotted_head(text, start) is not None
        or acting_word(text, start) != ""
    )


def is_likely_name(text: str) -> bool:
    """Whether a whole stretch of text is sooner a name than anything else."""
    if is_dotted_name(text):
        return True
    shape = shape_of(text)
    return shape is not None and shape >= LIKELY and not touches_title(text, 0, len(text))


def _weight(text: str, start: int, end: int, footing: float) -> float:
    name = text[start:end]
    shape = shape_of(name)
    if shape is None:
        return 0.0
    after = after_name(text, end)
    if after < 0 and may_be_followed_by_a_noun(text, start, end):
        after = 0.0
    if after < 0 or footing + shape + after < ENOUGH or touches_title(text, start, end):
        return 0.0
    surname = surname_length(text, start)
    given = start + surname
    if text[given : given + 2] in NOT_GIVEN_NAMES:
        return 0.0
    if (name[-1] in COUNTED and name[-2:-1] in COUNTS) or (
        name[-1] in NUMERALS and (NUMBERED.match(text, end - 1) or AS_SOON_AS.match(text, end - 1))
    ):
        return 0.0
    last = name[-1]
    is_foreign = is_certain_foreign_name(name)
    is_whole = (surname == 2 and end - given == 1) or is_foreign
    if not is_whole and _hopes(text, start, given, end):
        return 0.0
    if after < 1 and (_must_be_closed(name) or name[0] in AND_WORDS):
        return 0.0
    if after < CLOSED and name[:2] in NOT_PERSONS:
        return 0.0
    is_married = end - start == 4 and surname != 2 and shape == LONG
    if is_married and (
        after < 2
        or name[0] in AND_WORDS
        or is_predicate(text, end - 2)
        or last in TRAILING
        or (is_dictionary_word(name[2:]) and not USUAL_IN_GIVEN_NAMES.issuperset(name[2:]))
    ):
        return 0.0
    if last in SAYING_CHARACTERS and SAYING.match(text, end):
        return 0.0
    is_long = end - given > 1
    is_typical = surname > 0 and is_typical_given(text, given)
    is_ended = surname > 0 and (ends_a_name(text, given + 1) or (is_long and is_typical))
    if is_ended and not (is_long or is_whole):
        return 0.0
    if surname == 1 and not is_long and _is_cut_before_a_word(text, start, end):
        return 0.0
    if is_long and not is_ended and after < 1.5 and is_predicate(text, end - 1):
        return 0.0
    weight = footing + shape + after
    is_twice = is_long and text[given] == last and last not in USUAL_IN_GIVEN_NAMES
    if is_twice and part_of_speech(text[end - 1 : end + 1]):
        weight -= TWICE
    if is_long and not (is_ended or is_impossible_after(text, end - 1)):
        is_sound = is_foreign and not is_foreign_name(name[:-1])
        weight -= 0.0 if is_sound else _looseness(text, end)
        weight -= UNUSUAL * _is_sooner_a_verb(text, start, end)
    elif not is_long and is_typical:
        weight -= TYPICAL
    elif after == 0 and (footing <= FIRM or text[end] in TRANSLITERATING):
        weight -= 0.9
    elif footing < FIRM and is_sooner_a_phrase(name):
        weight -= PHRASE
    if footing < FIRM and begins_with_a_word(name):
        weight -= AFTER_A_WORD + PHRASE
    is_longer = end - start > SHORT and not is_usual(name) and is_foreign_name(name[:-1])
    if is_longer and after_name(text, end - 1) >= 0 and not is_foreign:
        weight -= AFTER_A_FOREIGN_NAME
    if is_long and not is_ended and _ends_after_a_word(text, start, end):
        weight -= AFTER_A_WORD
    if not (is_whole or (is_long and is_typical)) and after < 2 and _is_across(text, start, end):
        is_cut = after < 1 or (is_long and after < 1.5 and _is_in_a_predicate(text, end))
        weight -= 1.5 if is_cut else 0.8
    return weight


def _is_cut_before_a_word(text: str, start: int, end: int) -> bool:
    """Whether a usual name takes the first character of a word there: 王志|平和群众."""
    is_longer = is_usual(text[start : end + 1]) and is_apart(text, end + 1)
    is_word = is_dictionary_word(text[end : end + 2]) and not is_predicate(text, end)
    return is_longer and is_word


def _is_across(text: str, start: int, end: int) -> bool:
    """Whether a word lies across the end of the name, and no other begins there."""
    is_whole = is_usual(text[start:end]) and is_apart(text, end)
    return not is_whole and is_straddled(text, start, end)


def _hopes(text: str, start: int, given: int, end: int) -> bool:
    """Whether what looks like a given name is a verb with what it takes: 张|希望土地."""
    verb_end = given + SHORT
    return (
        part_of_speech(text[given:verb_end]) == VERB
        and after_name(text, verb_end) < LIKELY
        and (end == verb_end or is_straddled(text, start, end))
    )


def may_be_followed_by_a_noun(text: str, start: int, end: int) -> bool:
    """Whether a name of usual characters ends here, and what follows is of no name: 甲手更快.

    After a whole Chinese name no character is of one, 覃美芳一开口, but one set twice: 何青岩岩.
    """
    if is_certain_foreign_name(text[start:end]):
        return True
    if not is_usual(text[start:end]):
        return False
    is_whole = (
        end - start == FULL
        and (text[start] in COMMON_SURNAMES or part_of_speech(text[start]) in PERSON_TAGS)
        and text[end - 1] != text[end : end + 1]
        and not part_of_speech(text[start : end - 1])
    )
    if text[end : end + 1] in (NEVER_AFTER_A_NAME if is_whole else IN_OR_AFTER_NAMES):
        return False
    is_across = is_dictionary_word(text[end - 1 : end + 1]) or is_straddled(text, start, end)
    return not (is_across or is_impossible_after(text, end))


def _looseness(text: str, end: int) -> float:
    """How much likelier the last character is the next word than the end of a name."""
    if text[end : end + 1] == "、":
        return 0.0
    last = text[end - 1]
    if last in HEADS_OF_WORDS and not is_dictionary_word(text[end - 1 : end + 1]):
        return 0.0
    return 2.6 if last in PARTICLES else 0.8 if last in NAME_TRAILERS else 0.0


def _is_sooner_a_verb(text: str, start: int, end: int) -> bool:
    """Whether the last character of a longer name tells what its bearer does: 王晓|抱来了."""
    last = text[end - 1]
    if text.startswith(BEFORE_AGES, end):
        return False
    if text[end : end + 1] in ASPECTS:
        return part_of_speech(last)[:1] in ASPECTUAL_TAGS
    if last in HAVING:
        return text.startswith(DEGREES, end)
    if part_of_speech(last)[:1] != VERB or part_of_speech(text[start:end])[:1] in NOUN_TAGS:
        return False
    if last in MOVING:
        # 罗小进|博士
        is_noun = first_tag(text[end : end + WINDOW])[:1] in PLACE_OR_NOUN_TAGS
        return is_noun and not text.startswith(FORMS_OF_ADDRESS, end)
    if last in USUAL_IN_GIVEN_NAMES or _is_told_with(text, end):
        return False
    return TRANSLITERATED.fullmatch(text, max(start, end - FULL), end) is None


def _is_told_with(text: str, end: int) -> bool:
    """Whether what follows tells of somebody by itself, and no verb stands before it: 朱章印|把."""
    return text[end - 1] not in BEFORE_VERBS and (
        text[end : end + 1] in OPENING or is_told_with(text, end)
    )


def _is_in_a_predicate(text: str, end: int) -> bool:
    """Whether the last character begins a word that tells of its bearer: 王丽|高兴地."""
    return part_of_speech(text[end - 1 : end + 1])[:1] in PREDICATIVE_TAGS


def _ends_after_a_word(text: str, start: int, end: int) -> bool:
    """甘露|在, 方寸|上任: where a word is a name, what follows it is no part of one."""
    name = text[start:end]
    if len(name) != FULL or part_of_speech(name[:-1]) not in COMMON_WORD_TAGS:
        return False
    if TRANSLITERATED.fullmatch(name):
        return False
    is_unusual = name[-1] not in USUAL_IN_GIVEN_NAMES
    return name[-1] in TRAILING or (is_unusual and is_straddled(text, start, end))


def _must_be_closed(name: str) -> bool:
    """Whether it may be half a foreign name, unless the text goes on as after a whole one."""
    return japanese_surname_length(name) > 0 or not (
        surname_length(name) or name[0] in TRANSLITERATING
    )


def touches_title(text: str, start: int, end: int) -> bool:
    """Whether a title begins in the name or directly after it: 王主任, and not 王主."""
    if FIRSTS_OF_TITLES.isdisjoint(text[start + 1 : end + 1]):
        return False
    for place in range(start + 1, end):
        if text[place : place + 2] in TITLES_BEGIN and TITLE.match(text, place):
            return True
    title = TITLE.match(text, end) if text[end : end + 2] in TITLES_BEGIN else None
    if title is None or text.startswith(ACADEMIC_TITLES, end):
        return False
    # 县委书记何青山|区长何青: behind a whole name the title of another begins.
    is_of_another = text[title.end() : title.end() + 1] in COMMON_SURNAMES
    return not (is_of_another and is_usual(text[start:end]))


def is_part_of_a_word(text: str, start: int, role: str = "") -> bool:
    """Whether what looks like a name after a role begins in a longer word: 会长|生不老.

    Not so where the role itself heads that word: 工人|党生.
    """
    word = word_across(text, start)
    return len(word) > SHORT and not (role and word.startswith(role))
