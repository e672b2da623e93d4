"""Find persons whom no role names, by how the words round a name speak of them.

72岁的甲, 名叫甲, 甲，今年58岁, “…”甲说, 甲、乙、丙3名, and whoever takes turns in an interview.
"""

import re
from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from .after_names import END_MARK, HAN, HAN_ONLY, LIST_MARK, after_name, begins_a_word, is_straddled
from .byline_names import is_no_phrase
from .foreign_names import is_foreign_name
from .lexicon.datelines import CHINESE_DIGITS, CHINESE_TEN
from .lexicon.lines import INTERVIEW_SPEAKERS
from .lexicon.miscalled import MISCALLED
from .lexicon.names import (
    COMMON_SURNAMES,
    NOT_GIVEN_NAMES,
    NOT_PERSONS,
    PET_NAME_STARTS,
    PLAIN_SURNAMES,
    SELDOM_IN_GIVEN_NAMES,
    USUAL_IN_GIVEN_NAMES,
    WORDLIKE_SURNAMES,
)
from .lexicon.persons import (
    BODY_LASTS,
    CALLED,
    COUNTED,
    MANNERS_OF_SPEECH,
    PERSON_LASTS,
    PLACE_LASTS,
    ROLES,
    SPEECH,
)
from .lexicon.titles import PERSON_TAGS, TITLES
from .lexicon.wordlist import any_of, finders_in, has_any
from .name_shapes import TRANSLITERATED, is_dictionary_word, is_name_shaped, is_possible_name
from .names import BARE, FIRM, is_likely_name, may_be_named, rank_names
from .opening_words import opens_with_a_word
from .surnames import is_usual, part_of_speech

NUMERAL = rf"(?:[0-9]{{1,3}}|[{CHINESE_DIGITS}{CHINESE_TEN}百]{{1,4}})"
# 72岁的甲, 年过七旬的甲, “90后”的甲.
AGED = re.compile(rf"(?:岁(?:高龄)?|[{CHINESE_DIGITS}]旬|[0-9]0后[”\"]?)的(?={HAN})")
WRITER = "(?:本报)?(?:特约)?(?:记者|通讯员|摄影)?"
# 联系人：甲, 作者应为甲: a name that a mark ends.
GIVEN = re.compile(
    rf"(?:(?:联系人|投稿人|提供者)[：:][ \u3000]?|者[^，。；]{{0,8}}应为|作者[为系]{WRITER})"
    rf"[“\"]?(?={HAN})"
)
NAMED = re.compile(
    rf"(?:(?<![提外藏小乳网艺笔诨别浑]){any_of(CALLED)}|(?<=[的你我他位个，、傅理长年{''.join(sorted(PERSON_LASTS))}])叫)(?!过)"
    rf"[“\"]?(?={HAN})"
)
# What may stand before the subject of a clause.
MARKS = "”。；;！!？?，,"
# A surname and a given name of two characters.
FULL = 3
SURNAME = f"[{''.join(sorted(PLAIN_SURNAMES))}]"
USUAL = f"[{''.join(sorted(USUAL_IN_GIVEN_NAMES))}]"
LASTS_OF_PLACES = PLACE_LASTS - USUAL_IN_GIVEN_NAMES
# How well a text has to go on after a short name.
CERTAINLY, PROBABLY = 1.5, 1.0
LAST_OF_A_LIST = re.compile(rf"、{HAN}{{2,4}}?(?=等?{NUMERAL}(?:{any_of(COUNTED)}))")
LISTED = re.compile(rf"{HAN}{{2,4}}(?:、{HAN}{{2,4}})*$")
ITEM = re.compile(f"{HAN}+")
LONGEST_LIST, LONGEST_CLAUSE = 60, 17
# Without one of these in the text, the patterns need not be tried.
AGED_MARKS, NAMED_MARKS = ("岁", "旬", "0后"), ("叫", "名")
GIVEN_MARKS = ("人：", "人:", "者：", "者:", "应为", "作者")
MARKS_OF_AGE = ("岁", "生", "男", "女")
# Who says, thinks or has an age is a person.
SAID = re.compile(rf"(?:{any_of(MANNERS_OF_SPEECH)}|{HAN}{{1,3}}[地着])?(?:{'|'.join(SPEECH)})")
AGE = re.compile(
    rf"(?:[，,]|[(（])?(?:(?:今年|现年|时年|享年)?{NUMERAL}岁|[男女][，,]|[0-9]{{4}}年[0-9月日]*出?生)"
)
APPOSED = re.compile(
    rf"[。；;！!？?：:\n](?P<name>{HAN}{{2,4}})[，,]{HAN}{{0,12}}?{any_of(ROLES)}(?=[，,。；;])"
)
# 罗荣|乐呵呵地说
SUBJECT = re.compile(
    rf"[{MARKS}\n](?P<name>[{''.join(sorted(COMMON_SURNAMES))}]{HAN}{{2}})(?!(?P<twice>.)(?P=twice)[地的])"
)
BEGINNING = re.compile(
    rf"(?:^|[。；：！？，的{''.join(sorted(PERSON_LASTS))}]|老[大二三四五幺])(?P<name>{HAN}{{2,4}}?)"
    rf"(?=(?:才|刚|已经?)?{AGE.pattern})"
)
DESCRIBED = re.compile(
    rf"的(?P<name>[{''.join(sorted(COMMON_SURNAMES))}]{HAN}(?![上下里内外旁]){HAN})"
)
CLAUSE_BEFORE = re.compile(r"[，。；！？”][^，。；！？“”的]{4,16}$")
# What is said of a person only.
ABOUT_A_PERSON = re.compile(
    rf"[今现]年|是[^，。]{{0,12}}[生员工人师]|站在|坐在|说|告诉|笑着|{AGE.pattern}"
)
TURN = re.compile(rf"(?P<name>{HAN}{{2,4}}+)[：:]")
TITLE = re.compile(any_of(TITLES))
ROLE = re.compile(any_of(ROLES))
# 柯长发（化名）, 老周（化名）: the name ends there.
ASSUMED = re.compile(rf"{HAN}{{2,3}}(?=[(（](?:化名|音译)[)）])")
ASSUMED_MARKS = ("化名", "音译")
# A notice calls whom it is for: 甲、乙：本院受理原告丙诉你们….
NOTIFIED = re.compile(rf"{HAN}{{2,4}}(?:、{HAN}{{2,4}})*(?=[：:](?:本[院委会局]|[^。]{{0,30}}你))")
# Without this in a story, the pattern need not be tried.
ADDRESSEE = re.compile("[：:](?:本[院委会局]|[^。]{0,30}你)")
# Parts of speech (as rjieba names them) of characters that are sooner a surname than a word.
SURNAME_TAGS = PERSON_TAGS | frozenset(("zg", "ns", "j", "g", "q", ""))
# Of those that no noun begins with: 许, 谢, 何, 曾.
UNNOUNLIKE_TAGS = frozenset("mvrd")
# 是本县贾家|庄人，1918年生
NATIVE = "人"
# 柳林村|七十六岁的何秀英
VILLAGE = frozenset("村镇乡寨屯")
# Those of words that tell how much: 添的钱至少.
MEASURE_TAGS = frozenset("dm")
# 锅炉厂的甲, 做竹编的甲: a name of two characters, of which the second is usual in names.
OF_SOMETHING = re.compile(rf"的(?P<name>{SURNAME}{USUAL})")
OF_A_CLAUSE = re.compile(rf"[的队学院系中](?P<name>{SURNAME}{HAN}(?!少){USUAL})")
BUSY = re.compile(rf"[。！？”\n](?P<name>{SURNAME}{USUAL})(?=(?!上){HAN}着)")
TAKEN_UP = re.compile(rf"[的是](?P<name>{TRANSLITERATED.pattern})(?=[，,][他她])")
PRONOUNS, BUSY_MARK = ("他", "她"), "着"
HEADED_MARKS, FAMILY = ("为首", "为代表"), "家"
HEADED = re.compile(
    rf"以(?P<name>{HAN}{{2,4}}?)(?:为首(?=[的，,])|为代表的{HAN}{{0,8}}?{any_of(ROLES)})"
)


class Calling(NamedTuple):
    """A name that begins at `start` of a text."""

    start: int
    name: str


def find_callings(texts: Sequence[str]) -> Iterator[tuple[int, Calling]]:
    """Whoever is called so in the texts of a story, with the number of the text."""
    whole = "\n".join(("", *texts))
    subjects = _subjects(texts, whole)
    finders = finders_in(whole, FINDERS)
    for number, text in enumerate(texts):
        for find in finders:
            for one in find(text):
                yield number, one
        places = sorted((text.find(name), name) for name in subjects)
        yield from ((number, Calling(place, name)) for place, name in places if place >= 0)


def _called(pattern: re.Pattern[str], marks: Sequence[str], text: str) -> Iterator[Calling]:
    """Names that stand where the text says that a name is due."""
    for match in pattern.finditer(text) if has_any(text, marks) else ():
        place = match.end()
        if ROLE.match(text, place) or not may_be_named(text, place):
            continue
        name = next(iter(rank_names(text, place, BARE)), "")
        end = place + len(name)
        is_home = name[-1:] in PLACE_LASTS and ROLE.match(text, end)
        is_closed = LIST_MARK.match(text, end) or END_MARK.match(text, end)
        is_sure = is_closed if pattern is GIVEN else is_closed or not is_dictionary_word(name)
        if name and is_sure and not is_home and name not in MISCALLED:
            yield Calling(place, name)


def _described(text: str) -> Iterator[Calling]:
    """A full name after a clause that tells of its bearer: 种麦子的王秀兰站在, not 广袤的田野上."""
    for match in DESCRIBED.finditer(text):
        name = match["name"]
        end = match.end()
        is_subject = LIST_MARK.match(text, end) or ABOUT_A_PERSON.match(text, end)
        if not is_subject or name[-1] in PLACE_LASTS or any(map(is_dictionary_word, _pairs(name))):
            continue
        start = match.start()
        clause = CLAUSE_BEFORE.search(text, max(0, start - LONGEST_CLAUSE), start)
        if clause and is_called(name):
            yield Calling(match.start("name"), name)


def _pairs(name: str) -> tuple[str, str]:
    return name[:2], name[1:]


def _listed(text: str) -> Iterator[Calling]:
    """The names before 3名学员: all of a list have the shape of names, and most are no words."""
    for last in LAST_OF_A_LIST.finditer(text):
        listed = LISTED.search(text, max(0, last.end() - LONGEST_LIST), last.end())
        yield from _all_names(text, _first_of_a_list(text, listed.start()), listed.end())


def _first_of_a_list(text: str, start: int) -> int:
    """Where the first name begins, if other words stand before it: 帮本村|甲、乙等六户."""
    end = ITEM.match(text, start).end()
    if is_name_shaped(text[start:end]) and not HAN_ONLY.match(text, start - 1):
        return start
    for place in (end - FULL, end - FULL + 1):
        name = text[max(0, place) : end]
        if rank_names(text, place, FIRM)[:1] == [name] and begins_a_word(text, place, name):
            return place
    return start


def _all_names(text: str, start: int, end: int) -> Iterator[Calling]:
    """The items of a list, when all have the shape of names and most are no words.

    Among others one may have a surname that no list has: 甲、折二虎等六人.
    """
    items = list(ITEM.finditer(text, start, end))
    names = [item[0] for item in items]
    strange = [name for name in names if not is_name_shaped(name)]
    if any(TITLE.search(name) or name[-1] in LASTS_OF_PLACES for name in names):
        return
    if 2 * len(strange) > len(names) or not all(map(is_no_phrase, strange)):
        return
    if any(len(name) != FULL for name in strange):
        return
    if 2 * sum(not is_dictionary_word(name) for name in names) > len(names):
        yield from (Calling(item.start(), item[0]) for item in items)


def _aged(text: str) -> Iterator[Calling]:
    """甲，今年58岁; 甲（女，45岁）; 甲，男，汉族."""
    if not has_any(text, MARKS_OF_AGE):
        return
    for match in BEGINNING.finditer(text):
        name = match["name"]
        is_short = len(name) < FULL and name[0] in WORDLIKE_SURNAMES
        is_native = name[-1] in VILLAGE or (name[-1] == NATIVE and len(name) < FULL)
        if is_name_shaped(name) and not is_short and not is_native and is_called(name):
            yield Calling(match.start("name"), name)


def _apposed(text: str) -> Iterator[Calling]:
    """A name and what its bearer is after a comma: 胡辉，外卖骑手，…."""
    for match in APPOSED.finditer(f"\n{text}"):
        name = match["name"]
        if is_possible_name(name) and is_likely_name(name):
            yield Calling(match.start(), name)


def _assumed(text: str) -> Iterator[Calling]:
    """柯长发（化名）, 老周（化名）."""
    for match in ASSUMED.finditer(text):
        end = match.end()
        for start in (end - FULL, end - FULL + 1):
            name = text[max(0, start) : end]
            is_pet_name = len(name) < FULL and name[:1] in PET_NAME_STARTS
            if is_possible_name(name) or (is_pet_name and name not in NOT_GIVEN_NAMES):
                yield Calling(start, name)
                break


def _notified(text: str) -> Iterator[Calling]:
    """Whom a court's notice is for: 甲、乙：本院受理…."""
    names = NOTIFIED.match(text)
    yield from _all_names(text, *names.span()) if names else ()


def _of_something(text: str) -> Iterator[Calling]:
    """A name of two characters after what its bearer is of, or does: 锅炉厂的杨雪、做竹编的蔡晨."""
    for match in OF_SOMETHING.finditer(text):
        name, start, end = match["name"], match.start("name"), match.end()
        after = after_name(text, end)
        if part_of_speech(name[0]) in SURNAME_TAGS | UNNOUNLIKE_TAGS:
            is_due = after >= PROBABLY and rank_names(text, start, BARE)[:1] == [name]
        else:
            is_due = after >= CERTAINLY and text[start - 2 : start - 1] in BODY_LASTS
        is_word = name[-1] in PLACE_LASTS or is_dictionary_word(name) or name in MISCALLED
        if is_due and not is_word and not is_straddled(text, start, end):
            yield Calling(start, name)


def _busy(text: str) -> Iterator[Calling]:
    """A short name at the head of a sentence, before what its bearer is at: 姚莲划着木盆."""
    for match in BUSY.finditer(f"\n{text}") if BUSY_MARK in text else ():
        name, start = match["name"], match.start()
        if not part_of_speech(name) and not is_straddled(text, start, start + len(name)):
            yield Calling(start, name)


def _taken_up(text: str) -> Iterator[Calling]:
    """Whom the next clause takes up: 邻乡的普布，他把哈达系在马上."""
    for match in TAKEN_UP.finditer(text) if has_any(text, PRONOUNS) else ():
        name, start = match["name"], match.start("name")
        is_word = part_of_speech(name) and not is_foreign_name(name)
        if not is_word and name in rank_names(text, start, BARE):
            yield Calling(start, name)


def _of_a_clause(text: str) -> Iterator[Calling]:
    """A full name there that is not of usual characters: 蹬三轮车的钟得胜把榜揭了; not 田虫少."""
    for match in OF_A_CLAUSE.finditer(text):
        name, start, end = match["name"], match.start("name"), match.end()
        if (
            not is_usual(name)
            and after_name(text, end) >= PROBABLY
            and rank_names(text, start, BARE)[:1] == [name]
            and name[-1] not in PLACE_LASTS
            and not any(map(part_of_speech, (name, name[:2])))
            and part_of_speech(name[1:])[:1] not in MEASURE_TAGS
            and begins_a_word(text, start, name)
            and not is_straddled(text, start, end)
        ):
            yield Calling(start, name)


def _headed(text: str) -> Iterator[Calling]:
    """Whom others follow: 以甲为首的五人."""
    for match in HEADED.finditer(text):
        if is_surely_called(match["name"]):
            yield Calling(match.start("name"), match["name"])


def is_surely_called(name: str) -> bool:
    """Whether nothing but a name is due, and the characters are no word, place or body."""
    is_name = is_possible_name(name) and name[-1] not in PLACE_LASTS | BODY_LASTS | {FAMILY}
    is_told = TITLE.search(name) or ROLE.fullmatch(name, 1)
    return is_name and not (is_told or is_dictionary_word(name))


def _subjects(texts: Sequence[str], whole: str) -> set[str]:
    """Who speaks at the beginning of a clause, or in turns."""
    speak = {one["name"] for one in SUBJECT.finditer(whole) if SAID.match(whole, one.end())}
    turns = [one["name"] for one in map(TURN.match, texts) if one]
    answer = {name for name in {*turns} if turns.count(name) > 1 and is_name_shaped(name)}
    named = {name for name in speak | answer if name[-1] not in PLACE_LASTS and is_called(name)}
    if not any(name in turns for name in INTERVIEW_SPEAKERS):
        return named
    return named | set(filter(_may_answer, answer))


def _may_answer(name: str) -> bool:
    """Whether whoever answers a reporter is called so: 水清浅：."""
    return name not in NOT_PERSONS and not TITLE.search(name)


def is_called(name: str) -> bool:
    """Whether the characters are a name as they stand, and no title or other words."""
    if TITLE.search(name) or name[:2] in NOT_PERSONS:
        return False
    if not SELDOM_IN_GIVEN_NAMES.isdisjoint(name[1:]) or opens_with_a_word(name, 0, len(name)):
        return False
    return name in rank_names(name, 0, FIRM)


# Each with what a story must hold.
FINDERS = (
    *(
        (partial(_called, pattern, marks), partial(has_any, words=marks))
        for pattern, marks in ((AGED, AGED_MARKS), (NAMED, NAMED_MARKS), (GIVEN, GIVEN_MARKS))
    ),
    (_described, DESCRIBED.search),
    (_listed, LAST_OF_A_LIST.search),
    (_aged, partial(has_any, words=MARKS_OF_AGE)),
    (_apposed, APPOSED.search),
    (_assumed, partial(has_any, words=ASSUMED_MARKS)),
    (_notified, ADDRESSEE.search),
    (_of_something, OF_SOMETHING.search),
    (_of_a_clause, OF_A_CLAUSE.search),
    (_busy, partial(has_any, words=(BUSY_MARK,))),
    (_taken_up, partial(has_any, words=PRONOUNS)),
    (_headed, partial(has_any, words=HEADED_MARKS)),
)
