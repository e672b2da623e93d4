"""Give each name of a byline its capacity and its share: the words, the pictures, or both."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import takewhile

from .facts import Edit, PrintedByline
from .lexicon.bylines import (
    CONTRIBUTIONS,
    DEFAULT_CONTRIBUTIONS,
    PICTURE_CAPACITIES,
    PICTURES,
    REPORTING_WORDS,
)
from .source import Source
from .wording import gettext_noop

REPEATED_NAME = gettext_noop("name repeated in a byline")
# 摄影/王丽, 图：王丽: the word heads a field of its own.
FIELD_MARK = re.compile(r"[ \u3000]?[/／:：|｜丨‖▏︱│]")


@dataclass(slots=True, unsafe_hash=True)
class Word:
    """`kind` is capacity, editor, contribution, name, body, credit, note; empty when unknown."""

    kind: str
    text: str
    start: int
    end: int

    def with_kind(self, kind: str) -> "Word":
        return Word(kind, self.text, self.start, self.end)


def with_shares(source: Source, words: list[Word]) -> list[PrintedByline]:
    """Give each name the capacity before it, and the contribution printed with it.

    A contribution before any name governs the names after it, up to the next one;
    a contribution after names governs those, unless the names after it have none. One that heads
    a field of its own (摄影/丙) ends the capacity of the field before, save where that stands
    before both: 记者 文/甲 图/乙.
    """
    people: list[PrintedByline] = []
    waiting = 0
    capacity, is_of_all = "", False
    words = _without_closing_report(words)
    leading: tuple[str, ...] = ()
    for number, word in enumerate(words):
        if word.kind == "capacity":
            capacity, is_of_all = word.text, False
        elif word.kind == "contribution":
            printed = CONTRIBUTIONS[word.text]
            if leading or waiting == len(people) or _governs_the_rest(words[number:]):
                leading = printed
            else:
                people[waiting:] = [replace(one, contributions=printed) for one in people[waiting:]]
            is_of_all = is_of_all or (number > 0 and words[number - 1].kind == "capacity")
            heads_a_field = FIELD_MARK.match(source.text, word.end) is not None
            if leading and waiting < len(people) and heads_a_field and not is_of_all:
                capacity = ""
            elif capacity and _calls_another(words, number) and not heads_a_field:
                capacity = word.text
            waiting = len(people)
        elif word.kind == "name":
            contributions = leading or _usual_contributions(capacity)
            place = source.range(word.start, word.end)
            name = word.text
            people.append(PrintedByline(name, capacity, contributions, place))
    return people


def _calls_another(words: list[Word], number: int) -> bool:
    """记者 甲 摄影 乙: what the photographer does, and it is not told whether he is a reporter."""
    kinds = [word.kind for word in words[max(0, number - 1) : number + 2]]
    return kinds == ["name", "contribution", "name"] and words[number].text in PICTURE_CAPACITIES


def _without_closing_report(words: list[Word]) -> list[Word]:
    """记者 甲 摄影 乙 报道: the last word says nothing of 乙 alone."""
    first, *rest = words or [None]
    shares = [word for word in rest if word.kind == "contribution"]
    is_closing = len(shares) > 1 and words[-1] is shares[-1] and shares[-1].text in REPORTING_WORDS
    return words[:-1] if is_closing and first.kind == "capacity" else words


def _governs_the_rest(words: list[Word]) -> bool:
    """记者 甲 摄影 乙: the last contribution of the byline stands directly before a name."""
    kinds = [word.kind for word in words]
    return kinds[1:2] == ["name"] and "contribution" not in kinds[1:]


def _usual_contributions(capacity: str) -> tuple[str, ...]:
    is_photographer = any(word in capacity for word in PICTURE_CAPACITIES)
    return (PICTURES,) if is_photographer else DEFAULT_CONTRIBUTIONS


def merge_repeated(
    source: Source, bylines: Iterable[PrintedByline]
) -> tuple[tuple[PrintedByline, ...], tuple[Edit, ...]]:
    """One byline for each person: a name printed twice keeps the contributions of both.

    Where all of a list without capacities stand elsewhere too, as in a page's field of authors,
    each has the share that is told there.
    """
    bylines = list(bylines)
    if len(bylines) < 2:
        return tuple(bylines), ()
    listed = _names_of_a_field(bylines)
    merged: dict[str, PrintedByline] = {}
    edits = []
    for byline in bylines:
        first = merged.setdefault(byline.name, byline)
        if first is byline:
            continue
        shares = () if byline.name in listed else first.contributions
        both = tuple(dict.fromkeys((*shares, *byline.contributions)))
        listed.discard(byline.name)
        capacity = first.capacity or byline.capacity
        merged[byline.name] = replace(first, contributions=both, capacity=capacity)
        edits.append(source.edit(REPEATED_NAME, byline.source.start, byline.source.end))
    return tuple(merged.values()), tuple(edits)


def _names_of_a_field(bylines: list[PrintedByline]) -> set[str]:
    """Those of a first line of several names, none of them called anything, if all come again."""
    line = bylines[0].source.first_line
    first = list(takewhile(lambda one: one.source.first_line == line and not one.capacity, bylines))
    names, later = ({one.name for one in part} for part in (first, bylines[len(first) :]))
    return names if len(names) > 1 and names <= later else set()
