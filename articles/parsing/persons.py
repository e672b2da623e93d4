"""Find whom a story names without an office: 教练员罗成, 村民王秀兰.

They are persons of the story and no officials: what they are is no post, and they are nobody in
the directory.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import chain

from .acting_persons import find_acting
from .addressed import find_addressed
from .affected import find_affected
from .after_names import HAN, after_name, begins_a_longer_word, is_straddled, word_across
from .callings import find_callings
from .dotted_names import DOTTED_NAME, first_of_dotted, is_dotted_name
from .enumerations import find_behind_bodies, find_enumerated
from .facts import PrintedPerson
from .foreign_names import is_certain_foreign_name
from .full_names import find_full_names
from .lexicon.miscalled import MISCALLED
from .lexicon.names import (
    COMMON_SURNAMES,
    STRONG_AFTER_A_NAME,
    USUAL_IN_GIVEN_NAMES,
    WORDLIKE_SURNAMES,
)
from .lexicon.persons import (
    DEPUTIES_OF_CONGRESSES,
    DEPUTY_OF_A_CONGRESS,
    FORMS_OF_ADDRESS,
    NOT_ROLES,
    ROLES,
    ROLES_OF_MANY,
    WITHOUT_OFFICE,
)
from .lexicon.titles import PERSON_TAGS, TITLES
from .lexicon.wordlist import Finder, any_of
from .listed_names import AND
from .mentions import Mention
from .name_shapes import (
    LONG_SOUND,
    SOONER_A_VERB,
    TRANSLITERATED,
    is_dictionary_word,
    is_name_shaped,
    is_possible_name,
    is_sooner_a_phrase,
    shape_of,
)
from .names import (
    BARE,
    FIRM,
    is_part_of_a_word,
    may_be_named,
    rank_names,
)
from .opening_words import opens_with_a_verb, opens_with_a_word
from .other_words import PLACES, is_greeting, is_sooner_words
from .repeated_names import acting_again, completed, settled
from .surnames import is_usual, part_of_speech, surname_length
from .winners import find_winners
from .word_names import ACTING, due_word, may_be_called

# 其妻何青, and 妻子 of 其妻子.
ROLE = Finder((*NOT_ROLES, *ROLES), "(?<!妻(?=子))")
# 石桥|镇人大代表
CUT_DEPUTY = re.compile(rf"(?<={HAN}){any_of(DEPUTIES_OF_CONGRESSES)}")
HEAD = re.compile(any_of((*ROLES, *TITLES)))
# After a word of the language, what makes it a name.
CERTAIN = re.compile(rf"{any_of(STRONG_AFTER_A_NAME)}|[、（(\s]|$")
# After 、 a body begins whose person is named next: 、区消防救援大队监督员甲.
OF_A_BODY = re.compile(rf"[省市区县州旗镇乡]{HAN}{{2,16}}?{any_of(ROLES)}")
# 新兵甲代表全体新兵发言: a verb there.
SPEAKING_FOR = "代表(?=全体|全[省市县区校]|大家|.{1,8}(?:发言|作|表))"
# Behind a name, and no head of what somebody else is: 吐尔逊汗大婶, 罗川之子.
GOES_ON = re.compile(f"{SPEAKING_FOR}|之|{any_of(FORMS_OF_ADDRESS)}")
NOBODY = frozenset(NOT_ROLES)
# 交警石家河大队
FORCE = re.compile("[大中支分]队")
# Between what somebody is and the name: “致富带头人”王秀兰.
SPACE = re.compile(r"[”\"]?[ \u3000]?")
# A role is said of a person more often than a title: 牧民其木格记得, but 区长没有来.
AFTER_A_ROLE = BARE + 0.2
# So often a name that no rule is sure of stands in its story.
OFTEN = 3
SHORT = 2
# 李家|的
FAMILY = "家"
OF, VERB, AND_OTHERS = "的", "v", "等"
# 学生秦岭|等参加, but 裁判文书|等资料.
OTHERS_ATTEND = re.compile("等(?:人|参加|出席|列席|陪同|到[会场])")
# That of prepositions: 向勇 is a name, and 向南 is none.
PREPOSITION = "p"
# “名医石桥·健康之约”: what is called so is an event.
QUOTES = re.compile("“[^“”]+”$")
# 《小兵张嘎》: nobody but a book is called so.
TITLE_CLOSES = "》"
# Parts of speech (as rjieba names them) of what is hardly a surname, and of words that are names.
ACTING_TAGS = frozenset("vdpcmru")
NAMING_TAGS = frozenset("nil")
# Those of adverbs, prepositions and particles: 都|明白.
LINKING_TAGS = frozenset("dpcu")
# A name that is not the person's own.
ASSUMED = re.compile("[(（](?:化名|音译)[)）]")


def find_persons(
    texts: Sequence[str],
    mentions: Sequence[Mention],
    known: Collection[str],
    deck: str = "",
    in_rosters: Collection[str] = (),
) -> tuple[PrintedPerson, ...]:
    """Everybody once, in order, but those that the `mentions` or the `known` names name.

    A 村民 of the name of an official is somebody of their own.

    The `deck` may say who somebody is whom the story then only names: ——记抄表工王秀兰. Those
    `in_rosters` stand in lists of people.
    """
    officials = {mention.name for mention in mentions}
    named = {*known, *officials}
    spans = [[] for _ in texts]
    for mention in mentions:
        spans[mention.paragraph].append((mention.start, mention.end))
    found: dict[str, str] = {}

    def add(number: int, start: int, name: str, role: str = "") -> bool:
        end = start + len(name)
        is_another = name in officials and role in WITHOUT_OFFICE
        is_free = not texts[number].startswith(TITLE_CLOSES, end)
        is_new = (
            is_free
            and (name not in named or is_another)
            and not any(a < end and start < b for a, b in spans[number])
        )
        if is_new:
            found.setdefault(name, role)
            spans[number].append((start, end))
        return is_new

    whole = "\n".join(texts)
    for number, text in enumerate(texts):
        for start, name, role in _named(text, whole):
            add(number, start, name, role)
    for _, name, role in _named(deck, whole):
        if name in whole and name not in named:
            found.setdefault(name, role)
    walked = {
        (number, start)
        for number, (start, name) in find_behind_bodies(texts)
        if add(number, start, name)
    }
    unannounced = chain(
        find_callings(texts),
        find_addressed(texts),
        find_winners(texts),
        find_affected(texts),
        find_acting(texts),
        find_full_names(texts, whole, named),
        find_enumerated(texts),
    )
    for number, (start, name) in unannounced:
        name = completed(texts[number], start, name, whole)
        if add(number, start, name) and (number, start) not in walked:
            for place, listed in _listed_after(texts[number], start + len(name), whole):
                walked.add((number, place))
                add(number, place, listed)
    for name in in_rosters:
        if name not in named:
            found.setdefault(name, "")
    parts = {name: longer for name in found if (longer := _longer(name, found, whole))}
    for name, longer in parts.items():
        found[longer] = found[longer] or found[name]
    firsts = {first_of_dotted(name) for name in (*found, *named)}
    return tuple(
        PrintedPerson(name, role)
        for name, role in found.items()
        if name not in parts and name not in firsts
        if role or not _is_called_for_short(name, found)
    )


def _is_called_for_short(name: str, found: Collection[str]) -> bool:
    """阿依 of 吉克阿依."""
    is_foreign = TRANSLITERATED.fullmatch(name) is not None
    return is_foreign and any(one != name and one.endswith(name) for one in found)


def _longer(name: str, found: Collection[str], whole: str) -> str:
    """王春来 for 王春, where both were found, and wherever the story has one it has the other."""
    longer = (one for one in found if one != name and one.startswith(name))
    return next((one for one in longer if 1 < whole.count(one) == whole.count(name)), "")


def _named(text: str, whole: str) -> Iterator[tuple[int, str, str]]:
    for match in ROLE.finditer(text):
        if match[0] in NOBODY:
            continue
        place = SPACE.match(text, match.end()).end()
        if (word := ROLE.pattern.match(text, place)) and word[0] in NOBODY:
            continue
        for start, name in _listed(text, place, AFTER_A_ROLE, whole, match[0]):
            # 新生代, 主人翁: the role is a part of a longer word; not in 工人党生说.
            is_sure = CERTAIN.match(text, start + len(name)) is not None
            if begins_a_longer_word(text, *match.span()) and not is_sure:
                break
            if FORCE.match(text, start + len(name)):
                break
            is_whole = is_certain_foreign_name(name)
            if not is_whole and (
                is_part_of_a_word(text, start, match[0]) or _is_cut_out(text, match, name)
            ):
                break
            if is_dotted_name(name) and QUOTES.match(
                text, match.start() - 1, start + len(name) + 1
            ):
                break
            is_cut = CUT_DEPUTY.match(text, match.start()) is not None
            yield start, name, DEPUTY_OF_A_CONGRESS if is_cut else match[0]


def _listed(
    text: str, place: int, footing: float, whole: str, role: str = ""
) -> Iterator[tuple[int, str]]:
    """The name at a place, and the names that 、 or 和 puts after it."""
    is_of_one = role != "" and role not in ROLES_OF_MANY
    while may_be_named(text, place):
        names = rank_names(text, place, footing) or _plain_names(text, place)
        name = settled(names, whole) or _repeated(text, place, whole)
        if not name or _is_word(text, place, place + len(name), whole):
            name = acting_again(text, place, whole) or (due_word(text, place) if is_of_one else "")
        end = place + len(name)
        if not name:
            return
        yield place, name
        note = ASSUMED.match(text, end)
        link = AND.match(text, note.end() if note else end)
        if link is None or OF_A_BODY.match(text, link.end()):
            return
        place, footing = link.end(), FIRM


def _plain_names(text: str, place: int) -> list[str]:
    """Short names, and foreign ones, that need no more than to be due: 学生水清, 牧民巴图.

    Nothing joins them to the role: 老人|和新市民.
    """
    if is_usual(text[place : place + SHORT + 1]) or AND.match(text, place):
        return []
    names = (name for name in rank_names(text, place, FIRM) if len(name) == SHORT)
    return [name for name in names if _is_plain(name)]


def _is_plain(name: str) -> bool:
    if TRANSLITERATED.fullmatch(name) and part_of_speech(name) in PERSON_TAGS | {"", "nz"}:
        return True
    if name[1] not in USUAL_IN_GIVEN_NAMES or not (surname_length(name) or may_be_called(name)):
        return False
    tag = part_of_speech(name[0])[:1]
    return tag not in ACTING_TAGS or (
        tag == PREPOSITION and not part_of_speech(name) and part_of_speech(name[1]) not in PLACES
    )


def _listed_after(text: str, end: int, whole: str) -> Iterator[tuple[int, str]]:
    link = AND.match(text, end)
    if link and not OF_A_BODY.match(text, link.end()):
        yield from _listed(text, link.end(), FIRM, whole)


def _repeated(text: str, place: int, whole: str) -> str:
    """A name that the story prints again and again, though its characters may be a word: 路长贵."""
    for end in (place + 3, place + 2):
        name = text[place:end]
        is_part = is_straddled(text, place, end)
        if whole.count(name) >= OFTEN and _may_be_repeated(name) and not is_part:
            return name if whole.count(name) == whole.count(name[:2]) else ""
    return ""


def _may_be_repeated(name: str) -> bool:
    """No word of the language, nor what somebody does: 占到三成, 养蜂."""
    if not is_possible_name(name) or is_dictionary_word(name) or is_sooner_a_phrase(name):
        return False
    return len(name) > SHORT or shape_of(name) > SOONER_A_VERB + 1


def _may_be_named_after(word: str, whole: str) -> bool:
    """Whether people are called by a word: 柳叶, not 利益; 云山 where the story repeats it."""
    if part_of_speech(word)[:1] not in NAMING_TAGS or not USUAL_IN_GIVEN_NAMES.issuperset(word[1:]):
        return False
    is_surname = word[0] in COMMON_SURNAMES and word[0] not in WORDLIKE_SURNAMES
    return word not in MISCALLED and (is_surname or whole.count(word) > 1)


def _is_word(text: str, start: int, end: int, whole: str) -> bool:
    """Whether other words than a name stand there: a role or title, 齐声 of 代表齐声朗读."""
    after = HEAD.match(text, end)
    if _is_verb_with_a_role(text, start, end) or opens_with_a_verb(text, start, end):
        return True
    word = text[start:end]
    if is_sooner_words(text, start, end) or is_greeting(text, start, end):
        return True
    if text[end : end + 1] == OF and word[1:] == FAMILY:
        return True
    if text[end : end + 1] == OF and is_dictionary_word(word):
        return not _may_be_named_after(word, whole)
    # 裁判|文书等
    is_of_things = text[end : end + 1] == AND_OTHERS and is_dictionary_word(word)
    if _is_head(text, start, end) or (after and not GOES_ON.match(text, end)):
        return True
    if (
        (CERTAIN.match(text, end) and not is_of_things)
        or (OTHERS_ATTEND.match(text, end) and is_name_shaped(word))
        or ACTING.match(text, end)
        or DOTTED_NAME.fullmatch(text, start, end)
        or (end - start >= LONG_SOUND and TRANSLITERATED.fullmatch(text, start, end))
    ):
        return False
    if after_name(text, end) >= 1 and _may_be_told_of(text, start, end, whole):
        return False
    return opens_with_a_word(text, start, end)


def _is_cut_out(text: str, role: re.Match[str], name: str) -> bool:
    """Whether other words lie across both ends of a role: 电工 of 核电工程配套."""
    return not is_usual(name) and all(word_across(text, place) for place in role.span())


def _is_verb_with_a_role(text: str, start: int, end: int) -> bool:
    """干部管|战士"""
    is_verb = part_of_speech(text[start])[:1] == VERB
    return is_verb and HEAD.fullmatch(text, start + 1, end) is not None


def _is_head(text: str, start: int, end: int) -> bool:
    """Whether a role or a title begins there, and not a longer name: 药师 of 药师生问，."""
    head = HEAD.match(text, start)
    return head is not None and (head.end() >= end or after_name(text, end) < 1)


def _may_be_told_of(text: str, start: int, end: int, whole: str) -> bool:
    """Whether words may be a name where a predicate follows: 姑娘石榴就是, 医生虎啸林连写了."""
    if part_of_speech(text[start:end]):
        return _may_be_named_after(text[start:end], whole)
    return bool(
        end - start > SHORT
        and part_of_speech(text[start])[:1]
        not in (ACTING_TAGS if is_dictionary_word(text[start + 1 : end]) else LINKING_TAGS)
        and (text[end - 1] in USUAL_IN_GIVEN_NAMES or TRANSLITERATED.fullmatch(text, start, end))
        and not is_straddled(text, start, end)
    )
