"""Read a line as a byline: who is named in it, and as what."""

import re

from .byline_heads import is_marked_name
from .byline_judging import is_body_or_home
from .byline_names import is_another_word, tells_of_a_report
from .byline_words import Word, read_words
from .facts import PrintedByline
from .name_shapes import is_name_shaped
from .source import Line, Source

LONGEST = 110
LONGEST_NAMES = 24
FULL_STOP = "。"
BULLETS = "□■◎●○◇◆▲△★☆"
OPENERS, CLOSERS = "(（【[", ")）】]"
BRACKETS = re.compile(r"[(（【\[](?P<inner>[^()（）【】\[\]]*)[)）】\]]")
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


def is_name_alone(source: Source, line: Line) -> bool:
    """Whether nothing but names stands in the line, of which none is a word: 南宫晚."""
    if line.end - line.start > LONGEST_NAMES:
        return False
    alone = line.with_role("byline")
    people = read_byline(source, alone)
    is_all_names = bool(people) and all(is_name_shaped(one.name) for one in people)
    return is_all_names and not any(
        is_another_word(one.name) or is_body_or_home(one.name) for one in people
    )
