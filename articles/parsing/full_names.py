"""Find full names that nothing announces, by their characters and by how the text goes round them.

A surname and two characters that given names are made of are a name wherever they stand, when no
word of the language is among them or lies across their ends: 北方锅炉厂的杨雪梅、家住河边的毛玉芬.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache

import rjieba

from .after_names import HAN, HAN_ONLY, after_name, begins_a_word, is_straddled
from .callings import SURNAME_TAGS, Calling
from .dotted_names import DOT, DOTS, is_dotted_name
from .foreign_persons import BRANCH, QUOTED, SOUNDS, is_of_a_thing
from .foreign_persons import FINDERS as FINDERS_OF_FOREIGN
from .hosts import ends_in_a_body
from .lexicon.names import (
    CHILD_NAME_ENDS,
    CHILD_NAME_STARTS,
    COMMON_SURNAMES,
    PLAIN_DOUBLE_SURNAMES,
    SURNAMES,
    TRANSLITERATING,
    USUAL_IN_GIVEN_NAMES,
    WORDLIKE_SURNAMES,
)
from .lexicon.persons import (
    CRAFT_LASTS,
    KIN_LASTS,
    PERSON_LASTS,
    PLACE_LASTS,
    ROLES,
    SAYING_VERBS,
)
from .lexicon.titles import AND_WORDS, PERSON_TAGS, PLACE_TAGS
from .lexicon.wordlist import any_of, finders_in
from .name_shapes import (
    TRANSLITERATED,
    is_dictionary_word,
    is_possible_name,
)
from .names import (
    BARE,
    FIRM,
    is_part_of_a_word,
    may_be_followed_by_a_noun,
    rank_names,
    touches_title,
)
from .opening_words import opens_with_a_word
from .other_words import is_greeting, is_sooner_words
from .surnames import is_usual, part_of_speech, surname_length

USUAL = f"[{''.join(sorted(USUAL_IN_GIVEN_NAMES))}]"
# 陈阿四, 罗细妹, 杨二丫: as families call their children.
CHILDLIKE = f"[{CHILD_NAME_STARTS}](?!一)(?:{USUAL}|[{CHILD_NAME_ENDS}])"
FULL_NAME = re.compile(rf"[{''.join(sorted(SURNAMES))}](?=(?P<given>{USUAL}{{2}}|{CHILDLIKE}))")
# Whoever has a craft or a duty is called by a word that ends so: 瓦斯员, 渡工, 钟匠.
OF_A_CRAFT = re.compile(
    rf"[{''.join(sorted(CRAFT_LASTS | KIN_LASTS))}](?<={HAN}.)”?"
    rf"(?=[{''.join(sorted(SURNAMES - WORDLIKE_SURNAMES))}]{HAN}|{HAN}{{2,5}}{DOT})"
)
# “美素力”: what is called so is a thing.
# A foundation is called after somebody of whom the story does not tell: 何青山教育基金会.
FIRM_AFTER = re.compile(
    rf"(?![是在为]){BRANCH}{HAN}{{0,4}}?(?:公司|集团)|(?:{HAN}{{2}}){{0,2}}(?:基金会|奖学金|助学金)|[大中支分]队"
)
# 用的高强钢厚达五厘米
MEASURED = re.compile("[厚长宽高重深][达约有]|每[吨米斤]")
# “好。”徐青说。
SPEAKER = re.compile(
    rf"(?<=”)(?P<name>[{''.join(sorted(COMMON_SURNAMES - WORDLIKE_SURNAMES))}]{USUAL})"
    rf"(?:{any_of(SAYING_VERBS)}|告诉记者)道?(?=[。，：])"
)
DOUBLE = re.compile(rf"{any_of(PLAIN_DOUBLE_SURNAMES)}(?={HAN})")
LENGTH = 3
LONGEST_READ = 8
LIKELY, SURELY = 0.5, 1.5
VERB, ADJECTIVE = "va"
# Parts of speech (as rjieba names them): of words that are also given names, and of characters
# that are sooner words.
GIVEN_TAGS = PERSON_TAGS | frozenset(("ns", "nz", "n", "a", "i"))
WORDLIKE_TAGS = frozenset(("n", "v", "vn", "a", "r", "m", "q", "d", "f", "c", "y", "o", "t"))
# That of a number, and of a surname taken together with one: 占|六成, 许二.
NUMERAL_TAG = "m"
# 岳飞传, 荆楚行
LASTS_OF_BOOKS = frozenset("传记行")
# Those of characters that are seldom anything but a surname.
ONLY_SURNAME_TAGS = PERSON_TAGS | {"zg"}
# Sooner what somebody does than the whole of a given name: 钱买.
VERBLIKE_TAGS = frozenset("vdrc")
TIME_TAGS = frozenset("t")
OF_A_QUALITY = frozenset("的地")
# 家长, and not 徐州|长隆.
OF, COMING, LISTED, HEAD = "的", "来", "、", "长"
# 王子轩 is no prince, but 叶子长 is of leaves.
WORDS_IN_NAMES = frozenset(("王子", "李子"))
OFTEN = 3
SENTENCE_ENDS = "。！？”\n"
CLAUSE_ENDS = "，。！？”；"
FIRSTS_OF_GIVEN_NAMES = frozenset("小大")
# 《秦香莲》, 《秦香莲告状》
TITLE_OPENS = "《"
# 王秀兰站在, and not 王家站.
STANDING = re.compile("站[在着起了到出成]")
TOWNS = frozenset("镇乡")
NO_GIVEN_NAMES = (PLACE_LASTS - USUAL_IN_GIVEN_NAMES) | TOWNS
# 小沈, 老沈
NICKNAMES = frozenset("小老阿")
OF_A_TOWN = re.compile(f"(?P<rest>{SOUNDS}{HAN}?)镇")
VILLAGE = re.compile(rf"{HAN}{{1,3}}(?:村|社区)")
ROLE = re.compile(any_of(ROLES))


def find_full_names(
    texts: Sequence[str], whole: str, known: Collection[str]
) -> Iterator[tuple[int, Calling]]:
    """The names in the texts of a story but those that are known, with the number of the text.

    `whole` is all of the texts.
    """
    finders = finders_in(f"\n{whole}", FINDERS)
    for number, text in enumerate(texts):
        for match in FULL_NAME.finditer(text):
            start, name = match.start(), match[0] + match["given"]
            if name not in known and _is_name(text, start, name, whole):
                yield number, Calling(start, name)
        for find in finders:
            for one in find(text):
                yield number, one


def _of_a_craft(text: str) -> Iterator[Calling]:
    """Names after words for a craft or a duty that no list has: 瓦斯员罗成."""
    for match in OF_A_CRAFT.finditer(text):
        start = match.end()
        name = next(iter(rank_names(text, start, BARE)), "")
        end = start + len(name)
        is_dotted = is_dotted_name(name)
        is_name = (is_dotted and not is_of_a_thing(text, start, name)) or (
            name
            and not is_dotted
            and not (
                _is_wordlike(name)
                or _is_no_given_name(text, start, text[start - 1 : start], name)
                or (len(name) < LENGTH and part_of_speech(name[1:])[:1] in VERBLIKE_TAGS)
                or (len(name) >= LENGTH and part_of_speech(name[:2])[:1] in VERBLIKE_TAGS)
                or opens_with_a_word(text, start, end)
                or is_straddled(text, start, end)
            )
        )
        is_name = is_name and begins_a_word(text, start, name)
        is_name = is_name and not _is_sooner_of_words(text, start, name)
        if is_name and not is_part_of_a_word(text, start):
            yield Calling(start, name)


def _is_sooner_of_words(text: str, start: int, name: str) -> bool:
    """大桥主塔|已升到, 友隆|电子有限公司: a rare surname with what few are called.

    Or how something is done: 一家人|齐上阵.
    """
    end = start + len(name)
    if FIRM_AFTER.match(text, end) or is_greeting(text, start, end):
        return True
    if part_of_speech(name[0]) == ADJECTIVE and part_of_speech(name[1:]) == VERB:
        return not is_usual(name)
    is_rare = name[0] not in COMMON_SURNAMES and surname_length(name) == 1
    is_rare = is_rare and len(name) == LENGTH and TRANSLITERATED.fullmatch(name) is None
    return is_rare and part_of_speech(name[1])[:1] in VERBLIKE_TAGS and not is_usual(name)


def _of_a_speaker(text: str) -> Iterator[Calling]:
    """Names of two characters behind what was said: “好。”徐青说, but not ”高兴说 or ”何总说."""
    for match in SPEAKER.finditer(text):
        name = match["name"]
        if not is_dictionary_word(name) and name[-1] not in PERSON_LASTS:
            yield Calling(match.start(), name)


def _of_two_surnames(text: str) -> Iterator[Calling]:
    """Names with a surname of two characters, wherever they stand: 招工的欧阳小娟问她.

    But not a place called so or a body there: 皇甫村, 皇甫中队.
    """
    for surname in DOUBLE.finditer(text):
        start = surname.start()
        name = next(iter(rank_names(text, start, FIRM)), "")
        is_of_a_place = name[2:3] in NO_GIVEN_NAMES or ends_in_a_body(name)
        if name and not is_of_a_place:
            yield Calling(start, name)


def _is_name(text: str, start: int, name: str, whole: str) -> bool:
    """Less needs to speak for a name where the word before it says what somebody is."""
    end = start + LENGTH
    before = text[start - 1 : start]
    is_of_a_city = before == HEAD and part_of_speech(text[start - 3 : start - 1]) in PLACE_TAGS
    if before in PERSON_LASTS and not is_of_a_city:
        is_sure = _is_due_name(text, start, name)
    else:
        is_sure = _is_sure(text, end, name, whole) or (
            before == OF and _is_told_of(text, end, name)
        )
    return (
        is_sure
        and FIRM_AFTER.match(text, end) is None
        and name[0] != name[2]
        and before != TITLE_OPENS
        and DOTS.isdisjoint((text[start - 1 : start], text[end : end + 1]))
        and is_possible_name(name)
        and not is_dictionary_word(name)
        and not _is_of_another(name)
        and not _is_no_given_name(text, start, before, name)
        and not is_greeting(text, start, end)
        and not (name[0] in AND_WORDS and is_sooner_words(text, start, end))
        and (name[:2] in WORDS_IN_NAMES or not _begins_with_a_word(text, start, name))
        and not touches_title(text, start, end)
        and ROLE.match(text, start, end) is None
        and QUOTED.match(text, start - 1, end + 1) is None
        and not is_straddled(text, start, end)
        and begins_a_word(text, start, name)
        and not is_part_of_a_word(text, start)
        and not _is_in_foreign_name(text, start, name)
        and not _is_in_places(text, start, name)
        and not _is_of_a_place(name, whole)
    )


def _begins_with_a_word(text: str, start: int, name: str) -> bool:
    tag = part_of_speech(name[:2])
    if name[1] in CHILD_NAME_STARTS and tag:
        return tag != NUMERAL_TAG or name[0] not in COMMON_SURNAMES
    return is_dictionary_word(name[:2]) and _is_cut_after(text, start, 2)


def _is_cut_after(text: str, start: int, length: int) -> bool:
    """Whether the first word there is as long: 吴国 of 吴国栋学过 is none."""
    return len(rjieba.cut(text[start : start + LONGEST_READ], False)[0]) == length


@lru_cache(maxsize=256)
def _is_of_a_place(name: str, whole: str) -> bool:
    """Whether the story calls a village, a road or a firm so."""
    end = whole.find(name) + LENGTH
    while end >= LENGTH:
        if whole[end : end + 1] in PLACE_LASTS and STANDING.match(whole, end) is None:
            return True
        end = whole.find(name, end) + LENGTH
    return False


def _is_due_name(text: str, start: int, name: str) -> bool:
    is_word = is_dictionary_word(name[1:]) or part_of_speech(name[1]) == VERB
    if name[0] == COMING or (name[0] in WORDLIKE_SURNAMES and is_word):
        return False
    if part_of_speech(name[0]) == VERB and part_of_speech(name[1:]) == NUMERAL_TAG:
        return False
    end = start + LENGTH
    return after_name(text, end) >= 0 or may_be_followed_by_a_noun(text, start, end)


def _is_told_of(text: str, end: int, name: str) -> bool:
    """Whether a name ends there, where what stands before it tells of its bearer: 养蜂的邵国华."""
    if name[-1] in PLACE_LASTS or MEASURED.match(text, end):
        return False
    if (
        is_dictionary_word(name[1:])
        and (_is_wordlike(name) or _is_compound(name))
        and not _is_hardly_a_word(name[0])
    ):
        return False
    # 五年级的黎圆圆成绩最好
    is_well_followed = after_name(text, end) >= (0 if name[1] == name[2] else LIKELY)
    return is_well_followed or (
        text[end : end + 1] not in PLACE_LASTS
        and may_be_followed_by_a_noun(text, end - LENGTH, end)
    )


def _is_sure(text: str, end: int, name: str, whole: str) -> bool:
    """By its characters; where the given name is a word, what follows or the story must tell."""
    after = after_name(text, end)
    if after < LIKELY or (name[-1] in PLACE_LASTS and not _is_told_often(name, whole)):
        return False
    if (
        _is_wordlike(name)
        and not _is_told_again(name, whole)
        and not _heads_a_clause(text, end - LENGTH, name)
    ):
        return False
    # 白亮亮的, 蒙蒙亮
    if name[0] == name[1] or (name[1] == name[2] and text[end : end + 1] in OF_A_QUALITY):
        return False
    if not is_dictionary_word(name[1:]):
        return True
    if _is_hardly_a_word(name[0]) and part_of_speech(name[1:]) not in TIME_TAGS:
        return text[end : end + 1] not in OF_A_QUALITY and not _is_told_of_a_thing(text, end, name)
    return _may_be_given(name) and (after >= 1 or whole.count(name) > 1)


def _heads_a_clause(text: str, start: int, name: str) -> bool:
    """三年前，车大壮回乡: none but a name is made so, and something is told of its bearer."""
    return (
        text[start - 1 : start] in CLAUSE_ENDS
        and name[1] in FIRSTS_OF_GIVEN_NAMES
        and not any(map(part_of_speech, (name[:2], name[1:])))
        and after_name(text, start + LENGTH) >= 1
    )


def _is_told_of_a_thing(text: str, end: int, name: str) -> bool:
    """食堂粽叶|飘香: a verb, and no word for a person before what it tells of.

    And none behind it for what a person does: 县中学温振兴说.
    """
    before = text[: end - LENGTH][-1:]
    is_apart = HAN_ONLY.match(before) is None or before in PERSON_LASTS
    if is_apart or part_of_speech(name[1:]) != VERB:
        return False
    return HAN_ONLY.match(text, end) is None or after_name(text, end) < SURELY


def _is_told_often(name: str, whole: str) -> bool:
    """Whether the story has a name often that is like a mountain's: 刘金山."""
    return _is_hardly_a_word(name[0]) and whole.count(name) >= OFTEN


def _is_told_again(name: str, whole: str) -> bool:
    """Whether the story has the name twice, once at the head of a sentence: 找方大年。方大年是…."""
    if whole.count(name) < 2 or is_dictionary_word(name[1:]):
        return False
    places = (whole.find(mark + name) for mark in SENTENCE_ENDS)
    return any(place >= 0 and after_name(whole, place + 1 + LENGTH) >= 1 for place in places)


def _is_wordlike(name: str) -> bool:
    surname = name[0]
    if surname in COMMON_SURNAMES:
        return surname in WORDLIKE_SURNAMES
    return surname in WORDLIKE_SURNAMES or part_of_speech(surname) in WORDLIKE_TAGS


def _is_compound(name: str) -> bool:
    """高|素质, 钱|发财: what has a quality, or what is done."""
    return part_of_speech(name[0]) == ADJECTIVE or part_of_speech(name[1:]) not in GIVEN_TAGS


def _is_no_given_name(text: str, start: int, before: str, name: str) -> bool:
    """小沈|一起, 入户路|硬化14412平方米: what looks like one is a word of the sentence."""
    is_counted = text[start + LENGTH : start + LENGTH + 1].isdigit()
    return (is_counted or before in NICKNAMES) and is_dictionary_word(name[1:])


def _is_of_another(name: str) -> bool:
    """Whether it is a book about somebody: 岳飞传."""
    return name[2] in LASTS_OF_BOOKS and part_of_speech(name[:2]) in PERSON_TAGS | PLACE_TAGS


def _is_hardly_a_word(surname: str) -> bool:
    """Whether it is a surname wherever a word may follow it: 孙|大成, but 田|地头."""
    return surname in COMMON_SURNAMES and part_of_speech(surname) in ONLY_SURNAME_TAGS


def _may_be_given(name: str) -> bool:
    """Whether a word is sooner a given name there: 许凤英, but 高水平, 贺新年."""
    is_surname = part_of_speech(name[0]) in SURNAME_TAGS and name[0] in COMMON_SURNAMES
    return is_surname and part_of_speech(name[1:]) in GIVEN_TAGS


def _is_in_places(text: str, start: int, name: str) -> bool:
    """丰武镇|东合树村: a town ends in the name, and a village of it begins there; 乌兰陶|勒盖镇."""
    town = OF_A_TOWN.match(text, start + LENGTH)
    if town and not part_of_speech(town["rest"]):
        return True
    return name[1] in TOWNS and VILLAGE.match(text, start + 2) is not None


def _is_in_foreign_name(text: str, start: int, name: str) -> bool:
    """哥斯达黎加, 马海木呷: more of the characters that foreign names are written with go on."""
    if not TRANSLITERATING.issuperset(name):
        return False
    end = start + LENGTH
    return not TRANSLITERATING.isdisjoint((text[start - 1 : start], text[end : end + 1]))


# Each with what a story must hold.
FINDERS = (
    (_of_a_craft, OF_A_CRAFT.search),
    (_of_a_speaker, SPEAKER.search),
    *FINDERS_OF_FOREIGN,
    (_of_two_surnames, DOUBLE.search),
)
