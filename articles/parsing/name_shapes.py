"""How much characters look like a name: by surname, given name and the words they are."""

import re
from functools import lru_cache

import rjieba

from .after_names import (
    HAN_ONLY,
    VERB_COMPLEMENTS,
    VERB_ENDINGS,
)
from .dotted_names import is_dotted_name
from .foreign_names import CERTAIN, foreign_name, is_foreign_name
from .lexicon.names import (
    COMMON_SURNAMES,
    GIVEN_VERBS,
    HALVES_OF_GIVEN_NAMES,
    JAPANESE_SURNAMES,
    JOINING_CHARACTERS,
    LAST_IN_GIVEN_NAMES,
    NOT_GIVEN_NAMES,
    NOT_IN_GIVEN_NAMES,
    NOT_PERSONS,
    NOT_SURNAMES,
    PET_NAME_STARTS,
    SELDOM_IN_GIVEN_NAMES,
    SURNAMES,
    TRANSLITERATING,
    TYPICAL_GIVEN_NAMES,
    UNNAMELIKE_TAGS,
    USUAL_IN_GIVEN_NAMES,
    WORDLIKE_SURNAMES,
)
from .lexicon.titles import BODIES, COMMITTEE_PLACES, PERSON_TAGS, PLACE_TAGS
from .surnames import is_usual, is_whole_name, part_of_speech, surname_length, tells_when

LONGEST_NAME = 8
TRANSLITERATED = re.compile(f"[{''.join(sorted(TRANSLITERATING))}]{{2,{LONGEST_NAME}}}")
# 普布|和|其木格, but 孟和巴图: no such name has 和 inside but after one of these.
TWO_NAMES = re.compile("..+?(?<![孟苏布呼恩敖朝])和.?")
FOREIGN_PLACES = ("嘎查", "苏木")
# From so many characters on, a foreign name is hardly two words.
LONG_SOUND = 4
HALF = 0.4
WHOLE_SOUND = 0.4
# 宝音, 旺堆: the sounds of a foreign name that are a word as well.
SOUNDING_WORD = -0.6
# 支支吾吾 and its like tell a manner.
DOUBLED = re.compile(r"(.)\1(.)\2")
# 高三 and 初一 are years of school.
GRADES = frozenset(school + year for school in "高初大" for year in "一二三四")
# 负责人和二十家企业
COUNT = re.compile(r"[一二三四五六七八九十百千两几]+")
# That of a surname that is a verb there: 来|得多.
SOONER_A_VERB = -2.2
# Given names of two characters are usual, unless they end in what few do: 江撬 of 朱江撬开门.
PAIR, UNUSUAL_PAIR = 0.6, -0.2
# A woman's name with her husband's surname before her own.
LONG = -0.6
JAPANESE = 0.7
FOREIGN = 1.6
# A name of usual characters with a surname that is not listed, and one whose given name is a word.
UNLISTED, UNLISTED_WORD = 0.0, -0.8
# Those of characters that are sooner an adverb, a number or a verb than a surname.
ADVERB_TAGS = frozenset("dmrpf")
VERB, TIME = "v", "t"
# 问蜜里, 查箱内
INSIDE = frozenset("里内外旁后")
BEING = frozenset("有无")
LASTS_OF_TIMES = frozenset("年月日天晨夜晚时")
LASTS_OF_NAMES = LAST_IN_GIVEN_NAMES | TRANSLITERATING
# Parts of speech (as rjieba names them) of characters that are no surname.
UNSURNAMELIKE_TAGS = frozenset("pcudrmfyeo")


def japanese_surname_length(text: str, start: int = 0) -> int:
    if text[start : start + 3] in JAPANESE_SURNAMES:
        return 3
    return 2 if text[start : start + 2] in JAPANESE_SURNAMES else 0


def is_name_shaped(text: str) -> bool:
    """A surname with a given name of one or two characters, or a name with a dot in it."""
    surname = surname_length(text)
    if surname and len(text) - surname in (1, 2) and HAN_ONLY.fullmatch(text):
        return True
    return is_foreign_name(text) or is_dotted_name(text)


def is_dictionary_word(text: str) -> bool:
    """One word of the language that is not itself a name."""
    return part_of_speech(text) not in PERSON_TAGS | {""}


@lru_cache(maxsize=8192)
def is_possible_name(text: str) -> bool:
    """Whether it has the shape of a name, and no character that names do not have."""
    return is_name_shaped(text) and shape_of(text) is not None


@lru_cache(maxsize=8192)
def lengths_at(text: str) -> tuple[int, ...]:
    """How long the names are that may stand at the head of the text."""
    surname = surname_length(text)
    lengths = [surname + given for given in (1, 2)] if surname else []
    if japanese := japanese_surname_length(text):
        lengths += (japanese + given for given in (1, 2, 3))
    if surname == 2 and is_whole_name(text[:2]):
        lengths.append(2)
    if surname == 1 and text[1:2] in SURNAMES:
        lengths.append(4)
    if run := TRANSLITERATED.match(text):
        lengths += range(2, run.end() + 1)
    if not surname and USUAL_IN_GIVEN_NAMES.issuperset(text[1:3]):
        lengths.append(3)
    if known := 0 if surname else _known_name(text[:4]):
        lengths.append(known)
    foreign = len(foreign_name(text))
    lengths.append(foreign)
    least = foreign if foreign >= CERTAIN else 1
    return tuple([one for one in dict.fromkeys(lengths) if least <= one <= len(text)])


@lru_cache(maxsize=8192)
def _known_name(text: str) -> int:
    """How long a name the dictionary knows is at the head of the text; 0 for none."""
    run = HAN_ONLY.match(text)
    word, tag = rjieba.tag(run[0], False)[0] if run else ("", "")
    is_known = tag in PERSON_TAGS and len(word) > 1 and word[0] not in PET_NAME_STARTS
    return len(word) if is_known else 0


@lru_cache(maxsize=8192)
def shape_of(name: str) -> float | None:
    """How much the characters look like a name; None when they cannot be one."""
    if _is_japanese(name):
        return JAPANESE
    if is_foreign_name(name):
        return FOREIGN
    surname = 1 if is_whole_name(name) else surname_length(name)
    given = name[surname:] if surname else name
    if name in GRADES or DOUBLED.fullmatch(name) or tells_a_look(name):
        return None
    if not HAN_ONLY.fullmatch(name) or not NOT_IN_GIVEN_NAMES.isdisjoint(given):
        return None
    if name[0] in JOINING_CHARACTERS and COUNT.fullmatch(given):
        return None
    if name[0] in COMMITTEE_PLACES and name[1:] in BODIES:
        # 区人大
        return None
    if name in NOT_PERSONS or tells_when(name) or _is_a_time(given):
        return None
    if not NOT_GIVEN_NAMES.isdisjoint((given, name[1:])) and not _is_foreign_name(name):
        return None
    is_named_so = is_usual(name) and (name[0] in COMMON_SURNAMES or is_dictionary_word(given))
    if name[:2] in NOT_PERSONS and not is_named_so:
        return None
    if (
        name[0] in JOINING_CHARACTERS
        and not USUAL_IN_GIVEN_NAMES.issuperset(given)
        and not part_of_speech(name)
        and part_of_speech(given) not in PERSON_TAGS | {""}
    ):
        return None
    if not surname or len(given) > 2:
        if TRANSLITERATED.fullmatch(name):
            return _foreign_shape(name, surname)
        if not surname and part_of_speech(name) in PERSON_TAGS and len(name) > 1:
            return 0.8
        if not surname and is_usual(name):
            return _unlisted_shape(name)
        return LONG if surname == 1 and len(given) == 3 else None
    weight = _surname_weight(name[:surname], given) + _word_weight(part_of_speech(name))
    if len(given) == 2:
        if (
            given[1] in INSIDE
            and not part_of_speech(given)
            and TRANSLITERATED.fullmatch(name) is None
        ):
            return None
        if name[0] == name[1] and part_of_speech(given):
            return None
        is_pair = surname == 2 or given[1] in LASTS_OF_NAMES or given in TYPICAL_GIVEN_NAMES
        if not is_pair and name[0] in WORDLIKE_SURNAMES and _is_of_action(given[0]):
            return None
        weight += PAIR if is_pair else UNUSUAL_PAIR
        if part_of_speech(name[:2]) in UNNAMELIKE_TAGS and not is_usual(name):
            weight -= 2
    weight -= HALF * (given in HALVES_OF_GIVEN_NAMES)
    return weight - 0.6 * sum(map(SELDOM_IN_GIVEN_NAMES.__contains__, given))


def _is_of_action(character: str) -> bool:
    """带 of 强|带弱, but not 无 of 计无遗."""
    return character not in USUAL_IN_GIVEN_NAMES | BEING and part_of_speech(character)[:1] == VERB


def _is_a_time(given: str) -> bool:
    """今年, 昨晚, and not 国庆: a time of which no given name is made."""
    is_time = given[-1:] in LASTS_OF_TIMES and part_of_speech(given) == TIME
    return is_time and len(given) == 2 and not USUAL_IN_GIVEN_NAMES.issuperset(given)


def _is_japanese(name: str) -> bool:
    """佐藤明 and 田中健一, but not 佐藤明会见, where a verb follows the name."""
    given = name[japanese_surname_length(name) :]
    if given in ("", name) or not HAN_ONLY.fullmatch(name):
        return False
    if len(name) > 3:
        return part_of_speech(given[-2:]) != VERB
    is_foreign = surname_length(name) == 0 and name[0] not in PET_NAME_STARTS
    return is_foreign and given in USUAL_IN_GIVEN_NAMES


def is_sooner_a_phrase(name: str) -> bool:
    """来背, 种茶, 养大: a surname that is a word, and what is hardly a given name by itself."""
    if len(name) != 2 or name[0] not in WORDLIKE_SURNAMES or TRANSLITERATED.fullmatch(name):
        return False
    return name[1] not in USUAL_IN_GIVEN_NAMES or name[1] in HALVES_OF_GIVEN_NAMES


def begins_with_a_word(name: str) -> bool:
    """脱险才, 力气大: a word that begins with a rare surname, and the next one."""
    if len(name) != 3 or name[0] in COMMON_SURNAMES or is_usual(name) or surname_length(name) != 1:
        return False
    is_wordlike = name[0] in WORDLIKE_SURNAMES or part_of_speech(name[0])[:1] == VERB
    is_word = part_of_speech(name[:2]) not in PERSON_TAGS | PLACE_TAGS | {""}
    is_word = is_word and not is_dictionary_word(name[1:])
    return is_wordlike and is_word and TRANSLITERATED.fullmatch(name) is None


def tells_a_look(name: str) -> bool:
    """桑叶青青, 江水悠悠: a word, and what it looks like said twice."""
    return len(name) == 4 and name[2] == name[3] and part_of_speech(name[:2]) != ""


def _unlisted_shape(name: str) -> float | None:
    """Whether the first character may be a surname that no list has: 折, 靖."""
    is_word = part_of_speech(name[0])[:1] in UNSURNAMELIKE_TAGS or name[0] in NOT_SURNAMES
    is_word = is_word or (part_of_speech(name[0]) == VERB and name[1] in VERB_COMPLEMENTS)
    if is_word or any(map(is_dictionary_word, (name, name[:2]))):
        return None
    if not is_dictionary_word(name[1:]):
        return UNLISTED
    tag = part_of_speech(name[1:])
    is_name = tag in PERSON_TAGS | PLACE_TAGS | {"nz"}
    is_name = is_name or (tag == "n" and part_of_speech(name[0])[:1] != "v")
    return UNLISTED_WORD if is_name else None


def _is_foreign_name(name: str) -> bool:
    """Whether the dictionary knows it for one: 尤里."""
    return part_of_speech(name) in PERSON_TAGS and TRANSLITERATED.fullmatch(name) is not None


def _foreign_shape(name: str, surname: int) -> float | None:
    if TWO_NAMES.match(name) or name.endswith(FOREIGN_PLACES):
        return None
    tag = part_of_speech(name)
    if len(name) == 2 and tag == "n":
        return SOUNDING_WORD
    if tag not in PERSON_TAGS | ({"", "nz"} if len(name) == 2 else {"", "ns", "nz"}):
        return None
    heads = {part_of_speech(name[:2]), part_of_speech(name[:3])}
    if not tag and heads.isdisjoint(PERSON_TAGS) and not heads <= {"", "ns", "nz"}:
        return None
    whole = WHOLE_SOUND if len(name) >= LONG_SOUND and tag in PERSON_TAGS | {""} else 0
    return 0.3 * len(name) - 0.6 - (0.3 if surname else 0) + whole


def _surname_weight(surname: str, given: str) -> float:
    tag = part_of_speech(given) if len(given) == 2 and given not in GIVEN_VERBS else ""
    is_wordlike = surname in WORDLIKE_SURNAMES
    if is_wordlike and given[0] in VERB_ENDINGS:
        return SOONER_A_VERB
    if given in VERB_COMPLEMENTS and part_of_speech(surname)[:1] == VERB:
        return SOONER_A_VERB
    if tag[:1] == "v" and (is_wordlike or part_of_speech(surname)[:1] in ADVERB_TAGS):
        return SOONER_A_VERB
    if is_wordlike:
        is_word = tag not in PERSON_TAGS | PLACE_TAGS | {""}
        return -1.2 if is_word else -0.5
    return 1.0 if len(surname) == 2 or surname in COMMON_SURNAMES else 0.5


def _word_weight(tag: str) -> float:
    if tag in PERSON_TAGS:
        return 1.0
    if tag in ("", "ns", "nz"):
        return 0.5 if not tag else 0.0
    if tag[0] == "n" or tag in ("s", "i", "l", "j", "b"):
        return -0.7
    if tag == "t":
        return -1.2
    return -5.0 if tag in ("r", "p", "c") else -1.7
