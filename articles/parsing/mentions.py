"""Find where a story names its officials: a title with a name beside it, or a known name again."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from operator import attrgetter
from types import MappingProxyType
from typing import NamedTuple

from .after_names import HAN, is_straddled, word_across
from .appointments import taken_besides
from .bodies_meant import (
    is_held_at,
    is_known_otherwise,
    offices_in_turn,
    posts_of,
    with_bodies_of,
)
from .corrections import as_corrected
from .facts import Mention, PrintedPost
from .lexicon.datelines import CHINESE_DIGITS, CHINESE_TEN
from .lexicon.names import COMMON_SURNAMES
from .lexicon.persons import ROLES
from .lexicon.titles import (
    ACADEMIC_TITLES,
    BODY_BOUND_TITLES,
    HEADS_OF_ROOMS,
    HOLDING,
    NOT_TITLES,
    PLACE_HEADS,
    PLACE_TAGS,
    TITLES,
)
from .lexicon.wordlist import any_of
from .listed_names import AND, OFFICE, TITLE, listed_names, stands_in_a_row
from .named_again import named_again
from .names import BARE, FIRM, is_part_of_a_word, may_be_named, rank_names
from .names_with_titles import is_of_a_place, name_before
from .namesakes import Holders
from .opening_words import opens_with_a_word
from .other_words import is_sooner_words
from .repeated_names import (
    acting_again,
    settled,
    speaking,
    with_last_sound,
    without_next_word,
)
from .spans import is_of_old, title_start
from .surnames import is_usual, part_of_speech
from .title_parts import RANKS_AT_END, ends_in_title
from .titles import LONGEST_RANK, ROLE_AT_END, is_sound, split_title
from .told_offices import appointed
from .torn_titles import behind_a_torn_word
from .word_names import due_word

# A stop after Chinese text, and not that of 8.4.
HALF_STOP = re.compile(r"\.(?<=[”\"）)\u4e00-\u9fff]\.)(?=[“”\"\u4e00-\u9fff]|$)")
# 何　青, but not 联系人：何青　电话：; 何青 、 沈云顺.
PADDING = re.compile(
    rf"\u3000(?<={HAN}\u3000)(?={HAN})(?!{HAN}{{2,8}}[：:])"
    rf"|[ \u3000](?:(?<={HAN}[ \u3000])(?=、)|(?<=、[ \u3000])(?={HAN}))"
)
# 党校副校（院）长, 党校（学院、讲师团）副校（院、团）长
SCHOOL_OF_TWO_NAMES = "校（院"
OTHER_HEADS = "（院[^（）]{0,4}）(?=长)"
OTHER_NAMES_OF_SCHOOL = re.compile(
    rf"(?<=校)(?:{OTHER_HEADS}|（[^（）]{{1,20}}、[^（）]{{1,20}}）(?={HAN}{{0,3}}校{OTHER_HEADS}))"
)
NO_OFFICE = frozenset(NOT_TITLES)
# After the office may stand what its holder is besides: 原县长、离休干部甲; 副院长、教授、博导甲.
NOTE_AND_SPACE = re.compile(
    rf"(?:[(（][^()（）]{{1,12}}[)）])?"
    rf"(?:[、兼](?:(?!{any_of(TITLES)})[{HAN[1:-1]}0-9]){{0,20}}?{any_of(ROLES)}"
    rf"(?![院校学科药]|获得者)(?!{HAN}{{0,3}}{any_of(TITLES)})){{0,2}}"
    rf"[ \u3000]?"
)
# 副县长提名人选何青: the last of the titles is not held yet, unless the story tells 何青当选.
NOMINATED = re.compile("(?:提名)?(?:候选人|人选)")
ELECTED = "当选"
# What that begins with: behind most offices stands none of these.
NOTE_BEGINS = frozenset("(（、兼 \u3000")
HELD = re.compile(f"(?:{'|'.join(HOLDING)})$")
# 书记 董事长何青, but 主任车长河
LONG_TITLE = 3
IDIOM = 4
# The number of the text of a mention that stands in the deck.
IN_DECK = -1
PLACE = attrgetter("paragraph", "start")
NO_GAPS: Mapping[int, Sequence[int]] = MappingProxyType({})
PREFECT = "州长"
# 阻工|长达两年
HEAD, LASTING = "长", re.compile(f"达[0-9数几半近{CHINESE_DIGITS}{CHINESE_TEN}两百千]")
# How much surer a name is after several titles, or after one with its body in full.
CHAINED = 0.6


def readable(text: str) -> str:
    """The text without the wide spaces that pad names, and with full stops for half-width ones.

    Of a correction only what is right is left, and 校长 of 校（院）长.
    """
    text = PADDING.sub("", as_corrected(text))
    if SCHOOL_OF_TWO_NAMES in text:
        text = OTHER_NAMES_OF_SCHOOL.sub("", text)
    return HALF_STOP.sub("。", text) if "." in text else text


def find_mentions(
    texts: Sequence[str], deck: str = "", gaps: Mapping[int, Sequence[int]] = NO_GAPS
) -> list[Mention]:
    """Every mention of every official, in the order of the text.

    The `deck` may say what somebody is whom the texts then only name: ——访县水利局局长何青.
    `gaps` are where words were lost, by the number of the text: no title lies across one.
    """
    whole = "\n".join(texts)
    of_deck = list(_titled(IN_DECK, deck, "\n".join((deck, *texts)))) if deck else []
    titled: list[Mention] = []
    for number, text in enumerate(texts):
        titled += _titled(number, text, whole, [*of_deck, *titled], gaps.get(number, ()))
    titled += appointed(texts, whole, titled)
    if of_deck:
        titled = [with_bodies_of(one, of_deck) for one in titled]
        titled += _introduced(of_deck, texts, titled)
    if not titled:
        return []
    holders = Holders()
    told_apart = [
        replace(one, holder=holder) if (holder := holders.of(one.name, one.posts)) else one
        for one in sorted(titled, key=PLACE)
    ]
    again = named_again(texts, told_apart, whole)
    return sorted([*told_apart, *again], key=PLACE)


def title_before(text: str, paragraph: int, taken: int, place: int, name: str) -> Mention | None:
    """The name at `place` with the title that ends there; None where no title does."""
    for match in TITLE.finditer(text, taken, place):
        if _after_note(text, match.end()) != place or not _is_office(text, match):
            continue
        start = title_start(text, taken, match.start())
        title = text[start:place].rstrip(" \u3000")
        if is_sound(title, match[0]):
            posts = split_title(title, is_held=is_held_at(text, start))
            return Mention(paragraph, start, place + len(name), name, title, posts)
    return None


def _after_note(text: str, end: int) -> int:
    """Where the name of an office's holder may begin."""
    if text[end : end + 1] not in NOTE_BEGINS:
        return end
    return NOTE_AND_SPACE.match(text, end).end()


def shared_title(text: str, before: Mention, place: int) -> Mention | None:
    """The mention whose title a name at `place` shares, as 、 or 和 goes on from its name."""
    is_titled = before.end - before.start > len(before.name) and text.endswith(
        before.name, 0, before.end
    )
    return before if is_titled and AND.fullmatch(text, before.end, place) else None


class _Office(NamedTuple):
    """An office as printed, where its title starts, and where its holder's name may begin.

    `posts` are held unless nominated; `told` are the same, all as held.
    """

    start: int
    end: int
    title: str
    told: tuple[PrintedPost, ...]
    posts: tuple[PrintedPost, ...]


def _titled(
    paragraph: int,
    text: str,
    whole: str,
    earlier: Sequence[Mention] = (),
    gaps: Sequence[int] = (),
) -> Iterator[Mention]:
    taken = 0
    before = list(earlier)
    for match in OFFICE.finditer(text):
        if match.start() < taken or not _is_office(text, match):
            continue
        if gaps:
            taken = max(taken, _last_gap(text, match.start(), gaps))
        if (named := _named_before(paragraph, text, whole, taken, match, before)) is not None:
            taken = match.end()
            before.append(named)
            yield named
            continue
        office = _office_before_a_name(paragraph, text, whole, taken, match, before, gaps)
        name = _holder(text, whole, match[0], office) if office else ""
        if not name:
            continue
        posts = office.told if name + ELECTED in whole else office.posts
        start, names = office.start, list(listed_names(text, office.end, name, whole))
        in_turn = offices_in_turn(text, start, office.title, posts, len(names))
        for name_start, listed in names:
            if listed != name and is_known_otherwise(listed, posts, whole, before):
                break
            taken = name_start + len(listed)
            title, held = next(in_turn, (office.title, posts))
            held += taken_besides(text, start, taken)
            before.append(Mention(paragraph, start, taken, listed, title, held))
            yield before[-1]
            start = taken


def _office_before_a_name(
    paragraph: int,
    text: str,
    whole: str,
    taken: int,
    rank: re.Match[str],
    before: Sequence[Mention],
    gaps: Sequence[int],
) -> _Office | None:
    """The office with that rank, if the name of its holder may stand behind it."""
    nominated = NOMINATED.match(text, rank.end())
    end = nominated.end() if nominated else _after_note(text, rank.end())
    is_of = text[end : end + 1] == "的"
    if not (is_of or may_be_named(text, end)):
        return None
    start = _start(text, taken, rank.start(), gaps)
    if is_of and not HELD.search(text, max(taken, start - 4), start):
        return None
    end += is_of
    title = text[start : rank.end() if nominated else end].rstrip("的 \u3000")
    told = posts = posts_of(title, text, whole, paragraph, start, before)
    if nominated:
        posts = (*told[:-1], *(replace(post, is_held=False) for post in told[-1:]))
    if not is_sound(title, rank[0]) or is_of_old(text, start, posts):
        return None
    if stands_in_a_row(text, start, end):
        return None
    return _Office(start, end, title, told, posts)


def _holder(text: str, whole: str, rank: str, office: _Office) -> str:
    """The name of whoever holds the office; "" where what stands behind it is none."""
    place, posts = office.end, office.posts
    if text.startswith(PLACE_HEADS, place) or _is_another_office(text, place):
        return ""
    names = rank_names(text, place, _footing(office.title, rank, posts))
    name = settled(names, whole) or speaking(text, place, whole)
    name = name or acting_again(text, place, whole) or _due(text, place, rank, posts)
    name = with_last_sound(text, place, without_next_word(text, place, name, whole), whole)
    if not name:
        return ""
    is_none = (
        _is_word(text, place, place + len(name))
        or (rank in PLACE_HEADS and is_of_a_place(text, place, name, whole))
        or (not is_usual(name) and is_part_of_a_word(text, place, rank))
        or _is_in_an_idiom(text, place)
    )
    return "" if is_none else name


def _is_in_an_idiom(text: str, place: int) -> bool:
    """居民小区书记|脱颖而出"""
    word = word_across(text, place + 1)
    return len(word) >= IDIOM and text.startswith(word, place)


def _is_another_office(text: str, place: int) -> bool:
    """Whether one with its holder stands there: 党委副书记 校长何青, but not 局长楼长青."""
    title = TITLE.match(text, place)
    if title is None or (text[place] in COMMON_SURNAMES and len(title[0]) < LONG_TITLE):
        return False
    return bool(rank_names(text, _after_note(text, title.end()), BARE))


def _last_gap(text: str, office: int, gaps: Sequence[int]) -> int:
    """The last gap before an office and its rank; what stands before it is of no office behind."""
    rank = RANKS_AT_END.search(text, max(0, office - LONGEST_RANK), office).start()
    return max((gap for gap in gaps if gap <= rank), default=0)


def _start(text: str, taken: int, rank: int, gaps: Sequence[int]) -> int:
    start = title_start(text, taken, rank)
    return behind_a_torn_word(text, start, rank) if start in gaps else start


def _named_before(
    paragraph: int,
    text: str,
    whole: str,
    taken: int,
    office: re.Match[str],
    before: Sequence[Mention],
) -> Mention | None:
    """Whom the title follows directly, with the body before the name: 县水利局何青山局长."""
    found = name_before(text, taken, office, whole)
    if found is None:
        return None
    name, start = found
    end = start + len(name)
    printed = text[:start] + text[end : office.end()]
    title = printed[title_start(printed, taken, start + office.start() - end) :]
    posts = tuple(
        # 学科带头人罗志坚主任
        replace(post, department="") if ROLE_AT_END.search(post.department) else post
        for post in posts_of(title, text, whole, paragraph, start, before)
    )
    return Mention(paragraph, start, end, name, title, posts) if posts else None


def _due(text: str, place: int, office: str, posts: Sequence[PrintedPost]) -> str:
    """A word of the language right after a title with its body: nothing but a name stands there."""
    is_sure = len(posts) > 1 or any(len(post.department) > 1 for post in posts)
    return due_word(text, place) if is_sure and office not in BODY_BOUND_TITLES else ""


def _is_word(text: str, start: int, end: int) -> bool:
    """Whether what looks like a name is words, or goes across others: 镇长|呼吁|大家."""
    is_across = not is_usual(text[start:end]) and is_straddled(text, start, end)
    return is_sooner_words(text, start, end) or (is_across and opens_with_a_word(text, start, end))


def _is_office(text: str, match: re.Match[str]) -> bool:
    if text[match.end() - 1] == HEAD and LASTING.match(text, match.end()):
        return False
    if match[0] in HEADS_OF_ROOMS and word_across(text, match.start()):
        return False
    if match[0] not in NO_OFFICE:
        return match[0] != PREFECT or not _is_of_a_city(text, match.start())
    printed = text[max(0, match.start() - LONGEST_RANK - 8) : match.start()]
    office, mark, _ = printed.rpartition("、")
    return match[0] in ACADEMIC_TITLES and bool(mark) and ends_in_title(office[-7:])


def _is_of_a_city(text: str, place: int) -> bool:
    """徐州|长林球馆: a place ends there; a prefect is one of 云岭自治州, or of 红河州."""
    is_city = part_of_speech(text[place - 1 : place + 1]) in PLACE_TAGS
    return is_city and not part_of_speech(text[place - 2 : place + 1])


def _footing(title: str, rank: str, posts: tuple[PrintedPost, ...]) -> float:
    department = posts[0].department if posts else ""
    head = bool(posts) and posts[0].title.endswith(PLACE_HEADS)
    is_firm = department or head or title != rank or (posts and not posts[0].is_held)
    is_sure = len(posts) > 1 or head or len(department) > 1
    return (FIRM if is_firm else BARE) + (CHAINED if is_sure else 0)


def _introduced(
    of_deck: Sequence[Mention], texts: Sequence[str], titled: list[Mention]
) -> list[Mention]:
    """Those with a title in the deck only, where the texts first name them."""
    known = {mention.name for mention in titled}
    found = []
    for mention in of_deck:
        name = mention.name
        places = ((number, text.find(name)) for number, text in enumerate(texts) if name in text)
        if name not in known and (first := next(places, None)):
            number, start = first
            known.add(name)
            found.append(mention.at(number, start, start + len(name)))
    return found
