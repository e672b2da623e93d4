"""Find persons by what only persons do, undergo or are: 甲认为，, 选举甲为会长, 甲、乙夫妇."""

import re
from collections.abc import Iterator, Sequence
from functools import partial

from .affected import WHO
from .after_names import HAN, begins_a_word
from .callings import FULL, TITLE, Calling, is_surely_called
from .lexicon.names import (
    BEFORE_AN_APPOINTED,
    COMMON_SURNAMES,
    PLAIN_SURNAMES,
    SELDOM_LAST_IN_NAMES,
    SURNAMES,
    USUAL_IN_GIVEN_NAMES,
)
from .lexicon.persons import ROLES, SAYING_VERBS
from .lexicon.wordlist import any_of, finders_in, has_any, words
from .name_shapes import is_dictionary_word
from .names import BARE, rank_names
from .opening_words import opens_with_a_word
from .surnames import is_usual

SAID_MARKS = (*SAYING_VERBS, "意识到")
SAYS = rf"(?:[则也却])?{any_of(SAID_MARKS)}道?[，,：:。]"
LASTS = "".join(sorted(SELDOM_LAST_IN_NAMES))
SURNAME = f"[{''.join(sorted(PLAIN_SURNAMES))}]"
SAYING = re.compile(
    rf"[。！？”；，\n](?!{HAN}{{2}}所说)(?P<name>{SURNAME}(?:{HAN}[{LASTS}]|[{LASTS}]{HAN}))(?={SAYS})"
)
# 丁强说
SAYING_SHORT = re.compile(
    rf"[。！？”\n](?P<name>{SURNAME}[{''.join(sorted(USUAL_IN_GIVEN_NAMES))}])(?={SAYS})"
)
ELECTING = tuple(word for word in BEFORE_AN_APPOINTED if len(word) > 1)
# 边永会介绍说
SAYING_RARE = re.compile(
    rf"[。！？”\n](?P<name>[{''.join(sorted(SURNAMES - COMMON_SURNAMES))}]"
    rf"[{''.join(sorted(USUAL_IN_GIVEN_NAMES))}]{HAN})(?={SAYS}|介绍说)"
)
ELECTED = re.compile(
    rf"{any_of(ELECTING)}(?P<name>{HAN}{{2,3}})(?=(?:同志)?(?:为|担任|出任|任|当))"
)
WON_MARKS = ("由", "被")
# 由罗朋获得, but not 由常宁获得
WON = re.compile(
    rf"(?:由(?!于)|被)(?P<name>{HAN}{{3}}|{SURNAME}{HAN})"
    r"(?:[夺获摘]得|获|斩获|包揽|摘取|捧走|拿下)"
)
COUPLES = words("夫妇 夫妻 父子 父女 母子 母女 兄弟 兄妹 姐妹 姐弟")
# 李涛、王娟夫妇, 李水华、李叶光两兄弟
COUPLE = re.compile(
    rf"(?P<one>{HAN}{{2,3}})[、和与](?P<other>{HAN}{{2,3}}?)(?=[两三四五]?{any_of(COUPLES)})"
)
# 高飞（右三）: whoever a picture shows there.
PLACE_MARKS = ("左", "右", "中）", "中)")
SHOWN = re.compile(
    rf"[。；！？”，、和与为：\n](?P<name>{SURNAME}{HAN}{{1,2}})"
    r"(?=[(（](?:[前后][排左右]?)?[左右中]起?[一二三四五六七八九十]?[)）])"
)
# 沈芳/何小燕获得: two who win together.
PAIR_MARKS = ("/", "／")
PAIR = re.compile(
    rf"(?P<one>{SURNAME}{HAN}{{1,2}})[/／](?P<other>{SURNAME}{HAN}{{1,2}}?)(?=[夺获]|勇夺|荣获|战胜)"
)
# 会上，何丰就文联的工作作了汇报
ABOUT_MARK = "就"
TALKING = re.compile(
    rf"[。！？”，\n](?P<name>{SURNAME}{HAN}{{1,2}})(?=就[^，。]{{2,30}}(?:[作做进]|发言|发表|汇报|介绍|交流|谈))"
)
COMING_MARK, WORKS_MARK, BEING_MARK = "来自", "的《", "是"
COMING = re.compile(rf"来自[^，。；、“”的]{{2,14}}的(?={HAN}{{2}})")
WORK = re.compile(rf"(?<=[有是由：:、，,。》和\n])(?P<name>{HAN}{{2,3}})的《[^《》]+》")
WORKS = re.compile(rf"{HAN}{{2,4}}的《[^《》]+》(?:[、，和]{HAN}{{2,3}}的《[^《》]+》)+")
BEING = re.compile(
    rf"[。；！？”\n](?P<name>{HAN}{{3}})是[^，。；！？]{{0,14}}?{any_of(ROLES)}(?=[，。；])"
)


def find_acting(texts: Sequence[str]) -> Iterator[tuple[int, Calling]]:
    """Whoever does so in the texts of a story, with the number of the text."""
    whole = "\n".join(texts)
    finders = finders_in(whole, FINDERS)
    for number, text in enumerate(texts) if finders else ():
        for find in finders:
            for one in find(text):
                yield number, one
        if _saying in finders:
            yield from ((number, one) for one in _saying_again(text, whole))


def _saying(text: str) -> Iterator[Calling]:
    """Who says something at the head of a clause, though few are called so: 江钦所认为，."""
    for match in SAYING.finditer(f"\n{text}"):
        name = match["name"]
        if not (TITLE.search(name) or any(map(is_dictionary_word, (name, name[:2], name[1:])))):
            yield Calling(match.start(), name)


def _saying_rare(text: str) -> Iterator[Calling]:
    """Who says something at the head of a sentence, under a rare surname: 边永会介绍说."""
    for match in SAYING_RARE.finditer(f"\n{text}"):
        name = match["name"]
        is_word = is_dictionary_word(name[1:]) and not is_usual(name)
        is_word = is_word or is_dictionary_word(name[:2])
        if is_surely_called(name) and not is_word:
            yield Calling(match.start(), name)


def _saying_again(text: str, whole: str) -> Iterator[Calling]:
    """Who says something under a short name that the story has elsewhere too: 丁强说."""
    for match in SAYING_SHORT.finditer(f"\n{text}"):
        name = match["name"]
        if whole.count(name) > 1 and is_surely_called(name):
            yield Calling(match.start(), name)


def _named(pattern: re.Pattern[str], text: str) -> Iterator[Calling]:
    """Whom the pattern names between two words that nothing but a name stands between."""
    for match in pattern.finditer(text):
        if is_surely_called(match["name"]):
            yield Calling(match.start("name"), match["name"])


def _coming(text: str) -> Iterator[Calling]:
    """Who comes from somewhere: 来自柳河镇的危长生, but not 来自县医院的医生, 来自新疆的和田玉."""
    for match in COMING.finditer(text):
        start = match.end()
        name = next(iter(rank_names(text, start, BARE)), "")
        is_word = WHO.match(text, start) or opens_with_a_word(text, start, start + len(name))
        is_full = len(name) == FULL and not is_dictionary_word(name[:2])
        if is_full and not is_word and is_surely_called(name):
            yield Calling(start, name)


def _making(text: str) -> Iterator[Calling]:
    """Whose works a list names: 古明的《山村》、应丽的《秋收》."""
    for works in WORKS.finditer(text):
        for match in WORK.finditer(text, works.start(), works.end()):
            if is_surely_called(match["name"]):
                yield Calling(match.start("name"), match["name"])


def _being(text: str) -> Iterator[Calling]:
    """Of whom a sentence tells what they are: 荆小花是劳动模范."""
    for match in BEING.finditer(f"\n{text}"):
        name, start = match["name"], match.start()
        if is_surely_called(name) and rank_names(text, start, BARE)[:1] == [name]:
            yield Calling(start, name)


def _coupled(text: str) -> Iterator[Calling]:
    """Two people of a family: 李涛、王娟夫妇."""
    for match in COUPLE.finditer(text):
        end = match.end("one")
        starts = range(match.start("one"), end - 1) if is_surely_called(match["other"]) else ()
        for start in starts:
            name = text[start:end]
            if is_surely_called(name) and begins_a_word(text, start, name):
                yield Calling(start, name)
                yield Calling(match.start("other"), match["other"])
                break


def _shown(text: str) -> Iterator[Calling]:
    """Who stands where in a picture, whatever word they are called by: 高飞（右三）."""
    for match in SHOWN.finditer(f"\n{text}"):
        if is_surely_called(match["name"]):
            yield Calling(match.start(), match["name"])


def _paired(text: str) -> Iterator[Calling]:
    """Two who win together: 沈芳/何小燕获得第一名."""
    for match in PAIR.finditer(text):
        if all(map(is_surely_called, (match["one"], match["other"]))):
            yield from (Calling(match.start(name), match[name]) for name in ("one", "other"))


# Each with what a story must hold.
FINDERS = (
    (_saying, partial(has_any, words=SAID_MARKS)),
    (_saying_rare, partial(has_any, words=SAID_MARKS)),
    (partial(_named, ELECTED), partial(has_any, words=ELECTING)),
    (partial(_named, WON), partial(has_any, words=WON_MARKS)),
    (partial(_named, TALKING), partial(has_any, words=(ABOUT_MARK,))),
    (_coming, partial(has_any, words=(COMING_MARK,))),
    (_making, partial(has_any, words=(WORKS_MARK,))),
    (_being, partial(has_any, words=(BEING_MARK,))),
    (_coupled, partial(has_any, words=COUPLES)),
    (_shown, partial(has_any, words=PLACE_MARKS)),
    (_paired, partial(has_any, words=PAIR_MARKS)),
)
