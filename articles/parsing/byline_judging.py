"""Judge the unknown words of a byline by what stands beside them: rare names, or bodies."""

import re
from itertools import pairwise

from .after_names import HAN
from .byline_names import (
    LONGEST_CHINESE_NAME,
    are_given_names,
    is_another_word,
    is_foreign,
    is_no_phrase,
    is_plain,
    is_rare,
    may_be_a_body,
    may_be_a_name,
    may_be_a_writer,
    may_be_called,
    may_be_called_by_a_noun,
    may_be_called_by_any_word,
)
from .byline_shares import Word
from .lexicon.bylines import (
    BODIES_LIKE_NAMES,
    BODIES_OF_WRITERS,
    CALLINGS_OF_READERS,
    CONTRIBUTIONS,
    HOMES,
    HOMES_NO_NAME_ENDS_IN,
    NOT_WRITERS,
    OF_THE_PRESS,
    OUR_PAPER,
    READER,
    STATIONS,
)
from .lexicon.names import NOT_NAMES, USUAL_IN_GIVEN_NAMES
from .lexicon.titles import PLACE_TAGS
from .lexicon.wordlist import any_of, in_both_scripts
from .name_shapes import is_dictionary_word
from .surnames import part_of_speech, surname_length

BODY = re.compile(rf"{HAN}{{2,18}}{any_of(BODIES_OF_WRITERS)}")
# 柳河县老促会, whatever its characters are by themselves.
BODY_OF_A_PLACE = re.compile(
    rf"{HAN}{{1,4}}[省市区县州旗镇乡]{HAN}{{1,10}}{any_of(BODIES_OF_WRITERS)}"
)
BODIES_AND_HOMES = (*BODIES_OF_WRITERS, *HOMES_NO_NAME_ENDS_IN)
BODIES_AND_STATIONS = (*BODIES_AND_HOMES, *STATIONS)
NO_NAME_ENDS_IN = tuple(word for word in BODIES_AND_HOMES if word not in BODIES_LIKE_NAMES)
PLACES_OF_WRITERS = (*HOMES_NO_NAME_ENDS_IN, "台")
NO_NAME_ENDS_IN_BODIES = tuple(set(NO_NAME_ENDS_IN) - set(HOMES_NO_NAME_ENDS_IN))
SHORTEST_BODY = 3
# Whoever is called so is named right behind it, save in a longer word.
SENDING = frozenset(in_both_scripts(("通讯员", "实习生", "特约通讯员")))


def judge_words(
    words: list[Word],
    *,
    is_surely_byline: bool,
    is_told: bool,
    is_set: bool,
    is_labelled: bool,
) -> list[Word]:
    """Unknown words beside a capacity or a contribution may be rare names, or bodies.

    `is_set`: the words end their line, and no colon stands in them. `is_labelled`: nothing but
    short words stands there, each behind what it is, and a colon.
    """
    if is_labelled:
        words = [
            word.with_kind(word.kind or ("name" if _may_be_labelled(word.text) else ""))
            for word in words
        ]
    if is_set and _are_called_by_form(words):
        words = [word.with_kind(word.kind or "name") for word in words]
    judged: list[Word] = []
    has_capacity = is_told
    first = sum(word.kind == "contribution" for word in words[:1])
    for number, word in enumerate(words):
        has_capacity = has_capacity or word.kind in ("capacity", "editor")
        if number == first and _are_body_and_names(words[first:]):
            word = word.with_kind("capacity" if word.text.endswith(STATIONS) else "body")
        if number == 0 and (is_told or is_surely_byline) and _are_calling_and_names(words):
            word = word.with_kind("capacity")
        if judged and judged[-1].kind == "name" and _is_of_a_place(word.text):
            word = word.with_kind("body")
        if judged and judged[-1].kind == "body" and is_body_or_home(word.text):
            word = word.with_kind("body")
        if number == 0 and is_surely_byline and _is_called_by_its_place(words):
            word = word.with_kind("body")
        if not word.kind and word.text.endswith(STATIONS) and may_be_a_body(word.text):
            word = word.with_kind("body")
        beside = words[number : number + 2]
        has_body = bool(judged) and judged[0].kind == "body"
        is_place = _is_place_of_a_writer(beside, has_body=has_body)
        if _is_home_of_a_reader(beside) or is_place or _is_body_of_a_writer(beside):
            word = word.with_kind("body")
        if _goes_on(judged, words[number:]):
            judged[-1] = _both(judged[-1], word)
            continue
        if word.kind == "":
            after = words[number + 1].kind if number + 1 < len(words) else ""
            is_credited = has_capacity or after == "contribution"
            is_credited = is_credited or _is_in_row(words, number)
            is_between = after == "contribution" and words[number - 1].kind == "capacity"
            word = _judge(word, is_credited, len(words) > 1, is_between)
            if word.kind == "" and _is_called_alone(words, number, is_surely_byline):
                word = word.with_kind("name")
            if word.kind == "" and is_told and len(words) == 1 and len(word.text) == 2:
                is_name = may_be_called_by_any_word(word.text)
                word = word.with_kind("name" if is_name else "")
            is_called = has_capacity and may_be_called(word.text)
            if (
                word.kind == ""
                and is_surely_byline
                and (is_called or _is_beside_names(words, number))
            ):
                word = word.with_kind("name")
        judged.append(word)
    return judged


def _may_be_labelled(text: str) -> bool:
    """A noun that people are named after: 春雨, but not 现场."""
    return may_be_called_by_a_noun(text) and text[-1] in USUAL_IN_GIVEN_NAMES


def _are_called_by_form(words: list[Word]) -> bool:
    """记者 归海 通讯员 春晓: capacities of the press, each set off from a short word, no more."""
    if not words or words[0].kind != "capacity":
        return False
    return all(
        one.text.endswith(OF_THE_PRESS) and one.end < after.start and after.kind != "capacity"
        if one.kind == "capacity"
        else one.kind == "name" or may_be_called_by_any_word(one.text)
        for one, after in pairwise([*words, words[0]])
    )


def _is_home_of_a_reader(words: list[Word]) -> bool:
    word, *after = words
    return word.text.endswith(HOMES) and [one.text for one in after] == [READER]


def _is_place_of_a_writer(words: list[Word], *, has_body: bool) -> bool:
    """柳河镇 or 柳河台 before a name or 记者: a word that maps tell, and the kind that it is of.

    Behind the body of others whatever ends so is a place.
    """
    word, *after = words
    if len(word.text) < SHORTEST_BODY or not word.text.endswith(PLACES_OF_WRITERS):
        return False
    is_before_a_name = [one.kind for one in after] in (["name"], ["capacity"])
    has_body = has_body and word.text.endswith(HOMES_NO_NAME_ENDS_IN)
    return is_before_a_name and (has_body or part_of_speech(word.text[:-1]) in PLACE_TAGS)


def _is_body_of_a_writer(words: list[Word]) -> bool:
    """文化馆 before a name, or another body that no name ends as."""
    word, *after = words
    is_shaped = word.kind == "name" and len(word.text) >= SHORTEST_BODY
    return (
        is_shaped
        and word.text.endswith(NO_NAME_ENDS_IN_BODIES)
        and [one.kind for one in after] == ["name"]
    )


def _is_called_by_its_place(words: list[Word]) -> bool:
    """柳河交警 before names that are no words: whatever begins with its place is no clause."""
    body, *names = words
    return (
        not body.kind
        and not body.text.endswith(CALLINGS_OF_READERS)
        and len(body.text) >= LONGEST_CHINESE_NAME
        and part_of_speech(body.text[:2]) in PLACE_TAGS
        and may_be_a_body(body.text)
        and {word.kind for word in names} == {"name"}
        and not any(map(is_another_word, (word.text for word in names)))
    )


def _is_of_a_place(text: str) -> bool:
    """石桥镇 or 柳河台, behind a name"""
    is_kind = len(text) >= SHORTEST_BODY and text.endswith(PLACES_OF_WRITERS)
    return is_kind and part_of_speech(text[:-1]) in PLACE_TAGS


def _is_called_alone(words: list[Word], number: int, is_surely_byline: bool) -> bool:
    """Whether nothing but a name can stand there: 本报记者 海棠 通讯员 春晓."""
    after = words[number + 1].kind if number + 1 < len(words) else "capacity"
    return (
        words[0].kind == words[number - 1].kind == after == "capacity"
        and (is_surely_byline or words[0].text.startswith(OUR_PAPER) or words[0].text in SENDING)
        and may_be_called_by_a_noun(words[number].text)
    )


def _is_beside_names(words: list[Word], number: int) -> bool:
    """雨露 in （何青　雨露）: a noun of characters that people are named by, and no 油画."""
    text = words[number].text
    others = words[:number] + words[number + 1 :]
    return (
        {word.kind for word in others} == {"name"}
        and any(is_plain(word.text) and not is_another_word(word.text) for word in others)
        and may_be_called_by_a_noun(text)
        and part_of_speech(text) not in PLACE_TAGS
        and USUAL_IN_GIVEN_NAMES.issuperset(text)
    )


def _are_body_and_names(words: list[Word]) -> bool:
    """石桥镇 王丽, 宣传部 王丽, 石桥村 王丽 钱进: the first ends as bodies and villages do.

    医务科 王丽 报道 where no name ends so, but not 一审一校 王丽.
    """
    body, *names = words
    is_body = len(body.text) >= SHORTEST_BODY and body.text.endswith(BODIES_AND_STATIONS)
    if len(names) > 1 and names[-1].kind == "contribution" and is_body_or_home(body.text):
        names.pop()
    return is_body and body.kind != "editor" and {word.kind for word in names} == {"name"}


def _are_calling_and_names(words: list[Word]) -> bool:
    """石桥小学教师 王丽, below a letter: what its writer is, behind where."""
    calling, *names = words
    is_calling = len(calling.text) > SHORTEST_BODY and calling.text.endswith(CALLINGS_OF_READERS)
    return is_calling and {word.kind for word in names} == {"name"}


def is_body_or_home(name: str) -> bool:
    """石桥村, 白马乡: shaped as a name, but none ends so."""
    return len(name) >= SHORTEST_BODY and name.endswith(NO_NAME_ENDS_IN)


def _goes_on(before: list[Word], words: list[Word]) -> bool:
    """Whether the first of the words is half of a contribution: 文 / 图.

    Not so in 甲 乙 文 / 摄影 丙: each of the two is of the names on its side.
    """
    if not before or words[0].kind != "contribution" or before[-1].kind != "contribution":
        return False
    kinds = [word.kind for word in words[1:]]
    is_between = any(word.kind == "name" for word in before) and kinds[:1] in (["name"], [""])
    return not is_between or "contribution" in kinds


def _is_in_row(words: list[Word], number: int) -> bool:
    """Whether the word is no phrase, and a contribution ends the names after it: 甲 乙 文."""
    after = (word.kind for word in words[number + 1 :] if word.kind not in ("", "name"))
    return next(after, "") == "contribution" and is_no_phrase(words[number].text)


def _both(one: Word, other: Word) -> Word:
    """文 / 图: the words and the pictures, whatever is printed between the two."""
    shares = {*CONTRIBUTIONS[one.text], *CONTRIBUTIONS[other.text]}
    text = next(key for key, value in CONTRIBUTIONS.items() if set(value) == shares)
    return Word("contribution", text, one.start, other.end)


def _judge(word: Word, is_credited: bool, has_company: bool, is_between: bool) -> Word:
    """`is_between`: 记者 stands before the word and 摄 after it, so that it can be but a name."""
    is_body = len(word.text) >= LONGEST_CHINESE_NAME and BODY.fullmatch(word.text)
    if is_body and (may_be_a_body(word.text) or BODY_OF_A_PLACE.fullmatch(word.text)):
        return word.with_kind("body")
    if is_credited and (may_be_a_writer(word.text) or (is_between and is_rare(word.text))):
        return word.with_kind("name")
    if not is_credited and may_be_a_name(word.text) and (has_company or is_no_phrase(word.text)):
        return word.with_kind("name")
    if has_company and is_foreign(word.text):
        return word.with_kind("name")
    return word


def may_be_names(words: list[Word]) -> bool:
    """Whether none of the names is a note, where the format calls them the writers."""
    names = [word.text for word in words if word.kind == "name"]
    return all(name not in NOT_NAMES for name in names)


def are_surely_names(words: list[Word]) -> bool:
    """One of them has a surname and is no word, or is set as 城　公 is; the others are no notes."""
    names = [word.text for word in words if word.kind == "name"]
    if any(name in NOT_NAMES or name in NOT_WRITERS for name in names):
        return False
    if all(map(is_body_or_home, names)):
        return False
    if [word.kind for word in words] == ["body", "name"] and _is_plain_of_a_body(names[0]):
        return True
    if any(surname_length(name) and not is_another_word(name) for name in names):
        return True
    if len(words) == 1 and _is_set_wide(words[0]):
        return True
    if any(is_no_phrase(name) or is_foreign(name) for name in names):
        return True
    return len(names) > 1 and (all(map(surname_length, names)) or are_given_names(names))


def _is_plain_of_a_body(name: str) -> bool:
    """高兴 behind 石桥镇, though it is a word; but no place."""
    return is_plain(name) and part_of_speech(name) not in PLACE_TAGS


def _is_set_wide(word: Word) -> bool:
    is_spaced = word.end - word.start > len(word.text)
    return is_spaced and len(word.text) == 2 and not is_dictionary_word(word.text)
