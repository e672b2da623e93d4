"""Read personnel notices and lives: 甲，男，汉族，1975年3月生，现任X，拟任Y; 乙同志，…历任X，Y."""

import re
from collections.abc import Iterator

from .after_names import HAN
from .dotted_names import DOT
from .facts import PrintedPost
from .lexicon.titles import FORMERLY, HELD_LATER, HELD_NOW
from .lexicon.wordlist import any_of
from .title_parts import ends_in_title
from .titles import split_title

NAME = rf"{HAN}{{1,6}}(?:{DOT}{HAN}{{1,8}})+|{HAN}{{2,4}}?"
# What only a person has: 男, 汉族, 1975年3月生.
BORN = r"[0-9]{4}年(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日)?出?生"
SELF = rf"(?:(?:[男女]|{HAN}{{1,6}}族)(?=[，,。])|{BORN})"
PROFILE = re.compile(
    rf"(?:^|(?<=[。；;：:\s]))(?P<name>{NAME})"
    rf"(?:(?:同志)?(?:[(（][^()（）]{{1,12}}[)）])?[，,]{SELF}|同志{BORN})"
)
STANDINGS = tuple(word for word in (*HELD_NOW, *HELD_LATER, *FORMERLY) if len(word) > 1)
# Without one of these in a text, it tells no life.
STANDING = re.compile(any_of(STANDINGS))
# 1990年任县水利局局长.
TAKING = r"(?<=[年月起后])任"
OFFICES = re.compile(
    rf"(?:(?P<now>{'|'.join(HELD_NOW)})|(?P<later>{'|'.join(HELD_LATER)})"
    rf"|(?P<former>{'|'.join(word for word in FORMERLY if len(word) > 1)}|{TAKING}))"
    rf"(?P<titles>[^。；;\n]+)"
)
NEXT = re.compile(
    rf"[，,、](?={'|'.join((*HELD_NOW, *HELD_LATER))}|[0-9]{{4}}年(?:[0-9]{{1,2}}月)?(?:起|后)?任)"
)
CLOSING = re.compile("(?:等职务?|职务|等|候选人|人选)$")
NAMED_AS = ("为", "任")
MARKS = re.compile("([、，,])")

Profiled = tuple[int, str, str, tuple[PrintedPost, ...]]


def read_profiles(text: str) -> Iterator[Profiled]:
    """Where each name stands, the name, its title as printed, and all its posts.

    The title is that of now, else the first; the posts are in the order of the text.
    """
    if STANDING.search(text) is None:
        return
    profiles = list(PROFILE.finditer(text))
    for number, profile in enumerate(profiles):
        end = profiles[number + 1].start() if number + 1 < len(profiles) else len(text)
        offices = list(_offices(text[profile.end() : end]))
        if offices:
            title = next((title for title, is_held in offices if is_held), offices[0][0])
            posts = tuple(post for one in offices for post in split_title(one[0], "", one[1]))
            yield profile.start("name"), profile["name"], title, posts


def _offices(life: str) -> Iterator[tuple[str, bool]]:
    for clauses in re.split("[。；;]", life):
        for clause in NEXT.split(clauses):
            if (match := OFFICES.search(clause)) and (title := _title(match["titles"])):
                yield title, match["now"] is not None


def _title(text: str) -> str:
    """The titles at the head of the text, as far as marks hold titles together."""
    pieces = MARKS.split(CLOSING.sub("", text).lstrip("".join(NAMED_AS)))
    title = ""
    for number in range(0, len(pieces), 2):
        if not ends_in_title(pieces[number]):
            break
        title += "".join(pieces[number - 1 : number + 1] if number else pieces[:1])
    return title
