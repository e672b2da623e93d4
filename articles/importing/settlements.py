"""Read which town, village or street a story tells of, when it names one of a kind only."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import rjieba

from articles.parsing.after_names import HAN
from articles.parsing.lexicon.titles import (
    COMMITTEE_PLACES,
    NAMELIKE_TAGS,
    NOT_SETTLEMENTS,
    SORTS_OF_SETTLEMENTS,
    TITLE_RANKS,
)
from articles.parsing.spans import words_before
from articles.parsing.surnames import part_of_speech

# What a body is named by that leaves its place out: 镇党委; but 社区矫正局 is of a county.
KINDS = "镇|乡(?![镇村])|街道|村(?!镇)|社区(?!矫正)"
NAMED = re.compile(rf"(?<={HAN}{{2}})(?:镇|乡(?![镇村亲愁土音贤下])|街道|村(?![民镇里口庄])|社区)")
# A name is shorter, and so are two words before one.
LONGEST = 10
RUN = re.compile(f"{HAN}*$")
# The places that this one is in, but for the last characters of its own name: 红旗镇.
WIDER = re.compile(rf".*(?:中共|[{COMMITTEE_PLACES}镇乡]|街道)(?={HAN}{{2}})")
NOT_NAMES = NOT_SETTLEMENTS | frozenset("集小古重大名城区县市乡镇村的了和与个")
# Parts of speech (as rjieba names them) of words that no place is called: 陪同镇党委书记.
NOT_NAMING = frozenset("vdpcrmtu")
# Those of words that are seldom the first of a longer name: 老家永丰村, 坡下磨盘村.
COMMON_TAGS = frozenset("ntsfmil")
SHORT, SHORTEST = 3, 2


# One that the reader knows: 我镇 is the writer's own, 该村 and 全镇 are what was named before.
POINTED_AT = re.compile(f"(?:(?P<own>[我本])|[全该])(?P<kind>{KINDS})")


@dataclass(frozen=True, slots=True)
class Settlement:
    """Its name with its kind. Where it is not `is_whole`, the name may begin earlier.

    Where the texts also say 我镇, or 该镇 before they name one, that `may_be_another`.
    """

    name: str
    is_whole: bool
    may_be_another: bool = False


def settlements_in(texts: Iterable[str]) -> dict[str, Settlement]:
    """The only town, the only village that the texts name, by 镇 or 村."""
    whole, ends = defaultdict(set), defaultdict(set)
    others: set[str] = set()
    for text in texts:
        named_at = dict.fromkeys((*whole, *ends), 0)
        for match in NAMED.finditer(text):
            run = _words_before(text, match.start())
            if name := _name_in(run):
                whole[match[0]].add(name)
            elif _may_be_named(run[-SHORTEST:]):
                ends[match[0]].add(run[-SHORTEST:])
            else:
                continue
            named_at.setdefault(match[0], match.start())
        others |= _others(text, named_at)
    found = {kind: _only(whole[kind], ends[kind]) for kind in (*whole, *ends)}
    return {
        kind: Settlement(one.name + kind, one.is_whole, kind in others)
        for kind, one in found.items()
        if one
    }


def _others(text: str, named_at: dict[str, int]) -> set[str]:
    """The kinds of those that the text points at, and did not name before."""
    return {
        match["kind"]
        for match in POINTED_AT.finditer(text)
        if match["own"] or match.start() < named_at.get(match["kind"], len(text))
    }


def _only(whole: set[str], ends: set[str]) -> Settlement | None:
    """白沙河 and 沙河 are one, and so are a name and its end."""
    shortest = {one for one in whole if not any(_begins_earlier(one, other) for other in whole)}
    others = {one for one in ends if not any(name.endswith(one) for name in whole)}
    names = shortest | others
    return Settlement(*names, is_whole=not others) if len(names) == 1 else None


def _begins_earlier(name: str, other: str) -> bool:
    return name != other and name.endswith(other)


def _words_before(text: str, end: int) -> str:
    start = words_before(text, max(0, end - LONGEST), end)
    return WIDER.sub("", RUN.search(text[start:end])[0])


def _name_in(run: str) -> str:
    """The name that ends the run of words; empty where nobody can tell where it begins."""
    if not _may_be_named(run):
        return ""
    name = "".join(word for word, _tag in _named_words(run))
    return name if len(name) >= SHORTEST and _may_be_named(name) else ""


def _named_words(run: str) -> list[tuple[str, str]]:
    if len(run) == SHORTEST:
        return [(run, "")]
    words: list[tuple[str, str]] = []
    for word, tag in reversed(rjieba.tag(run, False)):
        if tag not in NAMELIKE_TAGS:
            # One character may be a sound of the name: 英也尔.
            if len(word) == 1:
                return []
            break
        words.insert(0, (word, tag))
    return [*_but_common_words(words)]


def _but_common_words(words: list[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    left = sum(len(word) for word, _tag in words)
    for word, tag in words:
        if left > SHORT and tag in COMMON_TAGS and left - len(word) >= SHORTEST:
            left -= len(word)
        else:
            left = 0
            yield word, tag


def _may_be_named(text: str) -> bool:
    if (
        len(text) < SHORTEST
        or text[-1] in NOT_NAMES
        or text.endswith(SORTS_OF_SETTLEMENTS)
        or text in TITLE_RANKS
    ):
        return False
    return part_of_speech(text)[:1] not in NOT_NAMING
