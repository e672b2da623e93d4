"""Read the words of a byline: capacities, names, contributions, editors and credits.

A line with a word in it that belongs to none of these is no byline. Names are judged by what
stands beside them: after 记者 or before 摄 an unknown word is a name that the lists do not know,
alone in brackets it must look like one.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache, partial
from itertools import accumulate, pairwise

from .after_names import HAN, HAN_ONLY
from .byline_capacities import (
    BODY_AND_NAME,
    BODY_OF_A_PLACE,
    CAPACITY,
    CAPACITY_OF_A_BODY,
    CAPACITY_PATTERN,
    EDITOR,
    HOUSE,
    IS_OFFICE,
    IS_SPACED_NOUN,
    MADE_BY,
    NEWS_SITE,
    PAPER,
    SPACED_NOUN,
    STATION,
    WRITTEN_AT,
)
from .byline_credits import CREDIT, CREDIT_SIGN, either
from .byline_editors import SLASHES, names_somebody, without_editors
from .byline_heads import end_of_whom_it_is_according_to
from .byline_judging import are_surely_names, judge_words, may_be_names
from .byline_marks import GAP, LABELLED, SHARE_AFTER_NAME, WORD, WORD_AND_SHARE
from .byline_names import (
    PLACES_UNLIKE_NAMES,
    is_full_name,
    is_plain,
    may_be_a_body,
    may_be_a_house,
)
from .byline_pages import is_line_of_page, with_page_notes
from .byline_shares import Word, with_shares
from .facts import PrintedByline
from .glued_names import glued_names, is_no_word
from .lexicon.bylines import (
    BODIES_OF_WRITERS,
    CAPACITY_NOUNS,
    COMPILED_WORDS,
    CONTRIBUTIONS,
    CREDITED,
    EDITING_CAPACITIES,
    GIVING_WORDS,
    GLUED_CONTRIBUTION,
    NOT_WRITERS,
    OUR_PAPER,
    PICTURE_SOURCES,
    PRAISING,
    REPORTING_WORDS,
    REPRINT_WORDS,
    SOURCE_WORDS,
)
from .lexicon.datelines import DATELINE_HOUSES
from .lexicon.titles import PLACE_TAGS
from .lexicon.wordlist import any_of, in_both_scripts
from .name_shapes import is_dictionary_word, is_name_shaped
from .source import Source
from .surnames import is_usual, part_of_speech, surname_length


def _characters(place: int) -> str:
    """What the words of two characters for those who write or edit have at the place."""
    called = (*CAPACITY_NOUNS, *EDITING_CAPACITIES)
    return "".join(sorted({word[place] for word in called if len(word) == 2}))


# 记者，去年秋收: a clause goes on there; 主持人、县花卉: what somebody is besides.
CLAUSE_AFTER_CAPACITY = re.compile(
    rf"{either(CAPACITY_NOUNS)}(?:[，,；;。](?!\s*{HAN}{{2,4}}[)）】\]]?$)|、(?!\s*(?:{CAPACITY_PATTERN}|摄影)))"
)
CLOSING_CONTRIBUTION = re.compile(
    f"(?:{'|'.join(re.escape(word) for word in CONTRIBUTIONS if len(word) > 1)}"
    f"|{GLUED_CONTRIBUTION})$"
)
# 记者何青整理
ARRANGED = "整理"
# 摄影何青
OPENING_CONTRIBUTION = re.compile(any_of(word for word in CONTRIBUTIONS if len(word) > 1))
# 刘学文摄 is sooner 刘学文 and 摄.
WORDS_AND_PICTURES = in_both_scripts(("文摄",))
GLUED_AT_END = re.compile(f"{GLUED_CONTRIBUTION}$")
CALLED = (("capacity", CAPACITY), ("editor", EDITOR))
# 据罗志坚报道
ACCORDING = re.compile(rf"据(?={HAN}{{2}})")
# 记者·何青, 文·何青
DOTTED_LABEL = re.compile(
    rf"(?P<label>{CAPACITY_PATTERN}|{EDITOR.pattern}|[编审校]|{any_of(CONTRIBUTIONS)})[·•—－-]{{1,2}}"
    rf"(?P<name>{HAN}{{2,4}})"
)
# 何青审稿人：
CLOSING_EDITOR = re.compile(f"{EDITOR.pattern}$")
HEADS = (("body", MADE_BY), ("body", ACCORDING), ("body", WRITTEN_AT), *CALLED)
# 通讯|员: what a column has cut is no other word.
NOUN = re.compile(either(CAPACITY_NOUNS))
# Without one of these no words are a byline, unless something else tells that they are.
TELLING = re.compile(
    any_of(
        (
            *CAPACITY_NOUNS,
            *EDITING_CAPACITIES,
            *CONTRIBUTIONS,
            *CREDITED,
            *GIVING_WORDS,
            *SOURCE_WORDS,
            *REPRINT_WORDS,
            *COMPILED_WORDS,
            *PICTURE_SOURCES,
        ),
        SPACED_NOUN,
        # A line of the page: 2009-07-23, 更新时间：09年06月03日.
        r"(?<!\d)\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?!\d)|(?:发布|更新|发表)(?:时间|日期)",
        # 编　辑: set as wide as a name of three characters.
        rf"[{_characters(0)}][ \u3000]+[{_characters(1)}]",
    )
)
# How no name ends that 通讯员 follows.
LASTS_OF_HOUSES = (*DATELINE_HOUSES, *BODIES_OF_WRITERS, *PLACES_UNLIKE_NAMES)
COLON = re.compile("[：:]")
ONE_MORE = re.compile(rf"\s+{HAN}(?!{HAN}|\s+{HAN}(?!{HAN}))")
# What may stand behind the last word of a line.
LINE_REST = re.compile(r"[^\S\r\n]*(?:[\r\n]|\Z)")


def read_words(
    source: Source, start: int, end: int, *, is_surely_byline: bool, is_told: bool = False
) -> tuple[tuple[PrintedByline, ...], tuple[Word, ...]]:
    """The people of a byline, and what it credits; neither when a word does not belong to one.

    `is_surely_byline` says that brackets, or the format, set the words apart from the text:
    names may then stand alone. `is_told` says that the format itself calls them the writers.
    """
    if not is_surely_byline and TELLING.search(source.text, start, end) is None:
        return (), ()
    if CLAUSE_AFTER_CAPACITY.search(source.text, start, end):
        return (), ()
    judge = partial(
        judge_words,
        is_surely_byline=is_surely_byline,
        is_told=is_told,
        is_set=LINE_REST.match(source.text, end) and not COLON.search(source.text, start, end),
        is_labelled=LABELLED.fullmatch(source.text, start, end) is not None,
    )
    words = judge(_with_houses(source, _words(source, start, end)))
    cut = source.cut_in(start, end)
    if cut and (any(map(_may_be_cut, words)) or _is_in_noun(source, cut, start, end)):
        words = judge(_words(source, start, end, is_cut=True))
    if is_line_of_page(source.text[start:end]):
        words = with_page_notes(words)
    kinds = {word.kind for word in words}
    if "" in kinds or not names_somebody(source, words):
        is_set_off = is_surely_byline or source.text.startswith(OUR_PAPER, start)
        return (), _lone_capacity(words) if is_set_off else ()
    if kinds <= {"name", "body"} and not (
        (is_surely_byline and are_surely_names(words)) or (is_told and may_be_names(words))
    ):
        return (), ()
    written, credits = without_editors(source, words)
    return tuple(with_shares(source, written)), credits


def _with_houses(source: Source, words: list[Word]) -> list[Word]:
    """The words, the first as a house before another one's reporter: 青山云/青石日报记者 何青."""
    if len(words) < 2 or words[0].kind not in ("name", ""):
        return words
    first, after, *_ = words
    if is_plain(first.text) and first.text not in NOT_WRITERS:
        return words
    is_of_a_house = after.kind == "capacity" and not CAPACITY.fullmatch(after.text)
    if is_of_a_house and source.text[first.end : after.start] in SLASHES:
        return [first.with_kind("body"), *words[1:]]
    return words


def _lone_capacity(words: list[Word]) -> tuple[Word, ...]:
    """（本报评论员）: a byline without a name is a credit."""
    return tuple(words) if [word.kind for word in words] == ["capacity"] else ()


def _words(source: Source, start: int, end: int, *, is_cut: bool = False) -> list[Word]:
    """The words; with `is_cut`, the line end among them stands in the middle of one."""
    if is_cut:
        cut, after = source.cut_in(start, end).span()
        bridged = Source(source.text[:cut] + source.text[after:])
        return [
            _across(word, cut, after - cut) for word in _words(bridged, start, end - (after - cut))
        ]
    words: list[Word] = []
    pattern = WORD_AND_SHARE if SHARE_AFTER_NAME.search(source.text, start, end) else WORD
    may_credit = CREDIT_SIGN.search(source.text, start, end) is not None
    place = GAP.match(source.text, start, end).end()
    while place < end:
        is_told_by = may_credit and end_of_whom_it_is_according_to(source.text, place, end)
        if match := may_credit and not is_told_by and CREDIT.match(source.text, place, end):
            kind = "note" if match["note"] else "credit"
            words.append(Word(kind, match[0], place, match.end()))
        elif match := IS_SPACED_NOUN.match(source.text, place, end):
            word = "".join(match[0].split())
            words.append(Word(match.lastgroup, word, place, match.end()))
        else:
            match = pattern.match(source.text, place, end)
            kind = words[-1].kind if words else ""
            read = _name_and_capacity(match[0], kind) or _words_in(match[0])
            for word in (_moved(one, place) for one in read):
                before = words[-1] if words else None
                is_next = before and source.text[before.end : word.start].isspace()
                may_begin = is_next and (
                    before.kind in ("", "editor") or _is_surname(source, before, word)
                )
                if may_begin and _is_padded_name(before.text, word.text):
                    whole = before.text + word.text
                    kind = next((kind for kind, one in CALLED if one.fullmatch(whole)), "name")
                    words[-1] = Word(kind, whole, before.start, word.end)
                else:
                    words.append(word)
        place = GAP.match(source.text, match.end(), end).end()
    return words


@lru_cache(maxsize=4096)
def _name_and_capacity(text: str, before: str) -> tuple[Word, ...]:
    """何青通讯员陆敏 behind 记者 or a name of its list, which say that 何青 is one more; or none.

    Behind a name it may as well be a place: 安吉通讯员, and so may it before 本报记者. Of
    何青本报记者陆敏 nothing need say so.
    """
    following = CAPACITY.search(text, 2) or CLOSING_EDITOR.search(text, 2)
    if following and before not in ("capacity", "name") and not following[0].startswith(OUR_PAPER):
        return ()
    name = text[: following.start()] if following else ""
    if not name or name.endswith(LASTS_OF_HOUSES) or not is_plain(name):
        return ()
    tag = part_of_speech(name)
    if tag in PLACE_TAGS or (before != "capacity" and tag and not is_usual(name)):
        return ()
    return (Word("name", name, 0, len(name)), *_split(text[len(name) :], len(name)))


def _moved(word: Word, by: int) -> Word:
    return Word(word.kind, word.text, word.start + by, word.end + by)


@lru_cache(maxsize=4096)
def _words_in(text: str) -> tuple[Word, ...]:
    """The words of a text without separators, as places in it."""
    return tuple(_split(text, 0))


def _may_be_cut(word: Word) -> bool:
    """Whether it is no word, or a surname alone: 欧阳."""
    is_surname = word.kind == "name" and surname_length(word.text) == len(word.text)
    return word.kind == "" or is_surname


def _is_in_noun(source: Source, cut: re.Match[str], start: int, end: int) -> bool:
    """Whether the cut stands within 通讯员, or another such noun, of the text [start, end)."""
    before = source.text[start : cut.start()]
    nouns = NOUN.finditer(before + source.text[cut.end() : end])
    return any(noun.start() < len(before) < noun.end() for noun in nouns)


def _across(word: Word, cut: int, width: int) -> Word:
    """The word where it stands in the text that has a line end at `cut`."""
    start = word.start + width * (word.start >= cut)
    return replace(word, start=start, end=word.end + width * (word.end > cut))


def _split(text: str, start: int) -> list[Word]:
    """Read a word that may hold 记者 before a name and 摄 after it without a space."""
    if text in CONTRIBUTIONS:
        return [Word("contribution", text, start, start + len(text))]
    labelled = DOTTED_LABEL.fullmatch(text)
    if labelled and is_name_shaped(labelled["name"]):
        parts = (labelled["label"], 0), (labelled["name"], labelled.start("name"))
        return [word for part, place in parts for word in _split(part, start + place)]
    for kind, pattern in HEADS:
        head = pattern.match(text)
        if head:
            word = Word(kind, head[0], start, start + head.end())
            return [word, *_rest(text[head.end() :], word.end)]
    if len(text) > 2 and BODY_OF_A_PLACE.fullmatch(text):
        return [Word("body", text, start, start + len(text))]
    is_house = HOUSE.fullmatch(text) and not text.endswith(CAPACITY_NOUNS)
    if is_house and (PAPER.search(text) or may_be_a_house(text)):
        return [Word("body", text, start, start + len(text))]
    head = CAPACITY_OF_A_BODY.match(text) or _station(text)
    if head and (
        head["body"].startswith(PRAISING)
        or not (may_be_a_body(head["body"]) or NEWS_SITE.match(text))
    ):
        head = None
    rest = text[head.end() :] if head else ""
    if head and (not rest or is_name_shaped(rest) or glued_names(rest, is_told=True)):
        word = Word("capacity", head[0], start, start + head.end())
        return [word, *_rest(rest, word.end)]
    told = BODY_AND_NAME.fullmatch(text)
    if told and _is_of_a_body(told["name"]) and _may_write(told["body"]):
        middle = start + told.end("body")
        return [
            Word("body", told["body"], start, middle),
            Word("name", told["name"], middle, start + len(text)),
        ]
    opening = OPENING_CONTRIBUTION.match(text)
    if opening and is_no_word(text[opening.end() :]):
        middle = start + opening.end()
        share = Word("contribution", opening[0], start, middle)
        return [share, Word("name", text[opening.end() :], middle, start + len(text))]
    if text.endswith(ARRANGED) and is_name_shaped(text[: -len(ARRANGED)]):
        middle = start + len(text) - len(ARRANGED)
        return [
            Word("name", text[: -len(ARRANGED)], start, middle),
            Word("contribution", "文字", middle, start + len(text)),
        ]
    closing = CLOSING_CONTRIBUTION.search(text)
    if closing and closing.start():
        if closing[0] in WORDS_AND_PICTURES and is_full_name(text[: closing.start() + 1]):
            closing = GLUED_AT_END.search(text)
        middle = start + closing.start()
        if closing[0] in REPORTING_WORDS and part_of_speech(text[: closing.start()]) in PLACE_TAGS:
            return [Word("body", text, start, start + len(text))]
        return [*_rest(text[: closing.start()], start), *_split(closing[0], middle)]
    if is_name_shaped(text) and text not in NOT_WRITERS:
        return [Word("name", text, start, start + len(text))]
    return _names(glued_names(text), start) or [Word("", text, start, start + len(text))]


def _station(text: str) -> re.Match[str] | None:
    """县广播站 where a name follows: 县广播站何青, but not 县电视台连续."""
    head = STATION.match(text)
    return None if head and is_dictionary_word(text[head.end() :]) else head


def _may_write(body: str) -> bool:
    return may_be_a_body(body) or IS_OFFICE.fullmatch(body) is not None


def _is_of_a_body(name: str) -> bool:
    """何青山, and no place in that of the body: 贾家庄."""
    return is_no_word(name) and not name.endswith(PLACES_UNLIKE_NAMES)


def _rest(text: str, start: int) -> list[Word]:
    """What is printed behind 记者 without a space: a name, or two, or the next capacity.

    记者郑海峰陆敏, 记者郑海峰通讯员陆敏
    """
    following = CAPACITY.search(text, 2)
    if following and following.end() < len(text) and not HOUSE.fullmatch(text[: following.start()]):
        names = _rest(text[: following.start()], start)
        if {word.kind for word in names} == {"name"}:
            place = following.start()
            return [*names, *_split(text[place:], start + place)]
    names = _names(glued_names(text, is_told=True), start)
    return names or (_split(text, start) if text else [])


def _names(names: Sequence[str], start: int) -> list[Word]:
    ends = accumulate(map(len, names), initial=start)
    return [Word("name", name, *place) for name, place in zip(names, pairwise(ends), strict=True)]


def _is_surname(source: Source, share: Word, word: Word) -> bool:
    """Whether 文 is a surname, as in 文　石: one more character follows, and no name."""
    is_set_wide = word.kind == "" and ONE_MORE.match(source.text, share.end) is not None
    return is_set_wide and surname_length(share.text) == len(share.text)


def _is_padded_name(before: str, after: str) -> bool:
    return len(before) == len(after) == 1 and HAN_ONLY.fullmatch(before + after) is not None
