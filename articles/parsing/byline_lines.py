"""Read a line as a byline: who is named in it, and as what."""

import re
from collections.abc import Sequence

from .after_names import HAN
from .byline_heads import is_marked_name
from .byline_judging import is_body_or_home
from .byline_names import is_another_word, is_told_of, tells_of_a_report
from .byline_places import is_set_wide
from .byline_words import CALLED, Word, read_words
from .facts import PrintedByline
from .lexicon.bylines import REPORTING_WORDS
from .lexicon.wordlist import any_of
from .name_shapes import is_name_shaped
from .source import Line, Source

LONGEST = 110
LONGEST_NAMES = 24
FULL_STOP = "。"
# 柳河电视台记者何青、通讯员罗川报道。
REPORTED = "报道。"
# What stands within a sentence, and in a byline between two names at most.
CLAUSE_MARK = re.compile("[，,、]")
BULLETS = "□☐■◎●○◇◆▲△★☆"
OPENERS, CLOSERS = "(（【[", ")）】]"
BRACKETS = re.compile(r"[(（【\[](?P<inner>[^()（）【】\[\]]*)[)）】\]]")
# （何青）报道：, which belongs to them.
OPENING_BRACKETS = re.compile(rf"{BRACKETS.pattern}(?:{any_of(REPORTING_WORDS)}[，,:：])?")
# 柳河网讯 据青山日报报道（记者 何青）
OPENING_BRACKETS_AFTER_A_MARKER = re.compile(
    rf"(?:据{HAN}{{2,12}}?(?:{any_of(REPORTING_WORDS)}|消息)[，,]?\s?)?{OPENING_BRACKETS.pattern}"
)
NO_LETTER = re.compile(r"\W")
CLOSING_BRACKETS = re.compile(rf"(?:{BRACKETS.pattern.replace('?P<inner>', '?:')}\s*)+$")

Read = tuple[tuple[PrintedByline, ...], tuple[Word, ...]]


def is_byline(source: Source, line: Line) -> bool:
    """Whether the line names writers, editors or givers, and nothing else."""
    people, credits = read_byline_and_credits(source, line)
    return bool(people or credits)


def read_byline(source: Source, line: Line) -> tuple[PrintedByline, ...]:
    """The people of a byline; empty when any word in it does not belong to one."""
    return read_byline_and_credits(source, line)[0]


def read_byline_and_credits(source: Source, line: Line) -> Read:
    """What a line is as a byline: every stage asks, and the source keeps the answer."""
    if not 0 < line.end - line.start <= LONGEST:
        return (), ()
    if source.text.endswith(REPORTED, line.start, line.end):
        line = line.with_ends(line.start, line.end - len(FULL_STOP))
    if source.text.find(FULL_STOP, line.start, line.end) >= 0:
        return (), ()
    place = line.start, line.end, line.role
    found = source.bylines.get(place)
    if found is None:
        found = source.bylines[place] = _people_and_credits(source, line)
    return found


def _people_and_credits(source: Source, line: Line) -> Read:
    is_told = line.role == "byline" or is_marked_name(source.cut(line))
    is_surely_byline = is_set_off(source, line) or is_told
    people, credits = read_words(
        source, line.start, line.end, is_surely_byline=is_surely_byline, is_told=is_told
    )
    return ((), ()) if people and tells_of_a_report(source, people[-1]) else (people, credits)


def is_set_off(source: Source, line: Line) -> bool:
    """Whether brackets, a mark before it or the format set the line apart from a text."""
    if line.role == "byline" or source.text[line.start] in BULLETS:
        return True
    return (
        source.text[line.start] in OPENERS
        and source.text[line.end - 1] in CLOSERS
        and CLOSING_BRACKETS.match(source.text, line.start, line.end) is not None
    )


def opening_brackets(source: Source, line: Line) -> re.Match[str] | None:
    """The brackets that begin the line; those of 【编辑】何青 belong to the name behind them."""
    brackets = BRACKETS.match(source.text, line.start, line.end)
    inner = brackets and "".join(brackets["inner"].split())
    return None if inner and any(one.fullmatch(inner) for _, one in CALLED) else brackets


def is_name_alone(source: Source, line: Line) -> bool:
    """Whether nothing but names stands in the line, of which none is a word: 南宫晚.

    在幸福养老院，何青 is the beginning of a sentence.
    """
    if line.end - line.start > LONGEST_NAMES:
        return False
    alone = line.with_role("byline")
    people = read_byline(source, alone)
    names = {one.name for one in people}
    pieces = CLAUSE_MARK.split(source.cut(line))
    if len(pieces) > 1 and not is_set_wide(source, line) and not names.issuperset(pieces):
        return False
    is_all_names = bool(people) and all(map(is_name_shaped, names))
    return is_all_names and not any(
        is_another_word(name) or is_body_or_home(name) or is_told_of(name) for name in names
    )


def has_home(source: Source, line: Line, people: Sequence[PrintedByline]) -> bool:
    """Whether the line tells beside the names where they are from: 石桥村 何青."""
    names = "".join(one.name for one in people)
    return NO_LETTER.sub("", names) != NO_LETTER.sub("", source.cut(line))
