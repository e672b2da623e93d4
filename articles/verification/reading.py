"""Read a story once for all rules: whom it names, where the names stand, and with which titles.

The importer's parser finds the names beside titles. Names that the directory knows are looked for
besides, so that a known name is found where the rules of the parser see none.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from itertools import chain

from articles.parsing.after_names import END_MARK, HAN, LIST_MARK, STRONG
from articles.parsing.facts import PrintedPost
from articles.parsing.lexicon.names import AFTER_A_NAME
from articles.parsing.lexicon.persons import ROLES
from articles.parsing.lexicon.titles import HELD_LATER
from articles.parsing.lexicon.wordlist import any_of
from articles.parsing.listed_names import TITLE
from articles.parsing.mentions import (
    NOTE_AND_SPACE,
    Mention,
    find_mentions,
    readable,
    shared_title,
    title_before,
)
from articles.parsing.names import FIRM, find_name, rank_names
from articles.parsing.persons import find_persons
from articles.parsing.title_parts import HELD_TOGETHER

from .boundaries import words_across
from .findings import Passage
from .snapshot import Snapshot
from .story import StoryText

GOES_ON = re.compile(any_of(word for word in AFTER_A_NAME if len(word) > 1))
ROLE_BEFORE = re.compile(f"{any_of(ROLES)}[ \u3000]?$")
LATER_BEFORE = re.compile(f"{any_of(HELD_LATER)}$")
NAME_AHEAD = re.compile(f"{HAN}{{2}}")
LONGEST_BEFORE = 8
# What reads as a full stop, and is printed as another one.
PRINTED_STOPS = {"。": "."}
# Before, and after, the name of somebody who has no office here.
INTRODUCED = re.compile(
    rf"(?:第[0-9一二三四五六七八九十]+名|[冠亚季]军|[一二三特]等奖|[班级村厂镇乡队校]的|岁的|[七八九]旬的|名叫|[个人子女位的]叫|叫做)(?={HAN}{{2}})"
)
AGED = re.compile(
    r"[，,（(](?:[男女][，,、])|[，,（(]?(?:今年|现年|年近|年过)"
    r"(?:[0-9一二三四五六七八九十]+多?(?:周?岁|旬)|花甲|古稀|半百)"
)
# 甲（青石村村民）
NOTED = re.compile(rf"[（(][^（）()]{{0,20}}{any_of(ROLES)}[）)]")
# A line of a list of names: 甲　建筑公司瓦工.
ROSTER = re.compile(rf"^(?P<name>{HAN}{{2,4}})[ \u3000：:].{{0,30}}?{any_of(ROLES)}")
# （记者 甲 通讯员 乙）, 甲 摄: whoever made the story is not told of in it.
BYLINE = re.compile(
    "[（(][^（）()]*(?:记者|通讯员|摄影|供稿|采写|整理|撰稿)[^（）()]*[）)]"
    rf"|(?:记者|通讯员)[ \u3000/]?{HAN}{{2,4}}(?:[ \u3000]+(?:通讯员 ?)?{HAN}{{2,4}})*"
    rf"|{HAN}{{2,4}}[ \u3000]?/?(?:摄影?|供图|制图)(?=[）)。]|$)"
)
# From more characters on, one more after a known name is the next word.
LONG_NAME = 3


class Form(StrEnum):
    """How a name stands: after its title, after another's that it shares, alone, or 张主任.

    AFTER: its title follows, as in 任命甲为局长.
    """

    TITLED = "titled"
    LISTED = "listed"
    AFTER = "after"
    BARE = "bare"
    ADDRESS = "address"


@dataclass(frozen=True, slots=True)
class Text:
    """A passage; `closed` is its text without the spaces that pad names of two characters."""

    passage: Passage
    printed: str
    closed: str
    places: tuple[int, ...] | None

    def place(self, closed: int) -> int:
        """Where in the printed text a place of the closed text is."""
        return closed if self.places is None else self.places[closed]

    def end(self, closed: int) -> int:
        return closed if self.places is None or not closed else self.places[closed - 1] + 1


@dataclass(frozen=True, slots=True)
class Named:
    """A name in a passage, at [name_start, end) of the closed text; its title is at [start, ...).

    `posts` and `title` are those of the title that it shares where it is LISTED, and those of the
    latest mention with a title where it is BARE.
    """

    text: int
    start: int
    name_start: int
    end: int
    name: str
    title: str
    posts: tuple[PrintedPost, ...]
    form: Form

    @property
    def has_title(self) -> bool:
        return self.form in (Form.TITLED, Form.LISTED)


@dataclass(frozen=True, slots=True)
class Part:
    """One post of a printed title, at [start, end) of the closed text."""

    post: PrintedPost
    start: int
    end: int


@dataclass(frozen=True)
class Reading:
    """A story with its names. `named` is in the order of the text."""

    story: StoryText
    texts: list[Text]
    named: list[Named] = field(default_factory=list)

    @cached_property
    def by_text(self) -> dict[int, list[Named]]:
        groups = defaultdict(list)
        for one in self.named:
            groups[one.text].append(one)
        return groups

    @cached_property
    def names(self) -> frozenset[str]:
        """Whoever is named with a title."""
        return frozenset(one.name for one in self.named if one.has_title or one.form is Form.AFTER)

    @cached_property
    def persons(self) -> frozenset[str]:
        """Whoever is introduced by what they are: 村民甲, 甲的父亲乙, 72岁的甲."""
        texts = [text.closed for text in self.texts]
        by_role = {one.name for one in find_persons(texts, (), ()) if one.role}
        return frozenset(by_role.union(*map(_introduced, texts)))

    def is_introduced(self, name: str) -> bool:
        """Whether somebody of that name has no office here."""
        return name in self.persons or any(
            ROLE_BEFORE.search(text.closed[max(0, match.start() - LONGEST_BEFORE) : match.start()])
            for text in self.texts
            for match in re.finditer(re.escape(name), text.closed)
        )


def read(story: StoryText, snapshot: Snapshot) -> Reading:
    texts = [_text(passage, printed) for passage, printed in story.passages]
    closed = [text.closed for text in texts]
    named = [_named(mention, closed[mention.paragraph]) for mention in find_mentions(closed)]
    named = [_as_known(one, closed[one.text], snapshot) for one in named]
    named += _known_besides(closed, named, snapshot)
    return Reading(story, texts, sorted(named, key=lambda one: (one.text, one.name_start)))


def parts_of(named: Named, text: str) -> list[Part]:
    """The posts of the title printed before a name, each with its place; none where it has none.

    A post whose place is not found has that of the whole title.
    """
    end = named.start + len(named.title)
    pieces, place = [], named.start
    for mark in HELD_TOGETHER.finditer(text, named.start, end):
        pieces.append((place, mark.start()))
        place = mark.end()
    pieces.append((place, end))
    found = []
    for post in named.posts:
        fits = (
            number for number, (start, stop) in enumerate(pieces) if post.title in text[start:stop]
        )
        number = next(fits, None)
        if number is None:
            found.append(Part(post, named.start, end))
        else:
            found.append(Part(post, *pieces[number]))
            pieces = pieces[number + 1 :]
    return found


def ends_there(text: str, end: int) -> bool:
    """Whether the text surely goes on as after a name."""
    is_mark = LIST_MARK.match(text, end) or END_MARK.match(text, end)
    return is_mark is not None or STRONG.at(text, end) != ""


def _introduced(text: str) -> Iterator[str]:
    if line := ROSTER.match(text):
        yield line["name"]
    for match in INTRODUCED.finditer(text):
        yield from rank_names(text, match.end(), FIRM)
    for match in chain(AGED.finditer(text), NOTED.finditer(text)):
        yield from (text[match.start() - length : match.start()] for length in (2, 3))


def unread_titles(reading: Reading, number: int) -> Iterator[Mention]:
    """Titles of a passage after which the parser reads no name, as mentions of whatever follows."""
    text = reading.texts[number].closed
    taken = 0
    named = reading.by_text.get(number, [])
    starts = {one.name_start for one in named}
    for match in TITLE.finditer(text):
        place = NOTE_AND_SPACE.match(text, match.end()).end()
        if place in starts or not NAME_AHEAD.match(text, place):
            continue
        if any(one.start < match.end() <= one.end for one in named):
            continue
        taken = max((one.end for one in named if one.end <= match.start()), default=0)
        mention = title_before(text, number, taken, place, text[place : place + 2])
        if mention is not None:
            yield mention


def _text(passage: Passage, printed: str) -> Text:
    closed = readable(printed)
    if closed == printed:
        return Text(passage, printed, printed, None)
    return Text(passage, printed, closed, _places(printed, closed))


def _places(printed: str, closed: str) -> tuple[int, ...]:
    """Where each character of the closed text is printed, and where the text ends.

    What reading closes up is left out of the text, or is a stop in place of a half-width one.
    """
    places, place = [], 0
    for character in closed:
        while place < len(printed) - 1 and printed[place] not in (
            character,
            PRINTED_STOPS.get(character),
        ):
            place += 1
        places.append(place)
        place = min(place + 1, len(printed))
    return (*places, len(printed))


def _named(mention: Mention, text: str) -> Named:
    printed = text[mention.start : mention.end]
    name_start, form = mention.end - len(mention.name), Form.ADDRESS
    if printed.endswith(mention.name):
        form = Form.LISTED
        if printed == mention.name:
            follows = text.startswith(mention.title, mention.end + 1) or (
                mention.title in text[mention.end : mention.end + 40]
            )
            form = Form.AFTER if follows and mention.title else Form.BARE
        elif mention.title and printed.startswith(mention.title):
            form = Form.TITLED
    else:
        name_start = mention.start
    return Named(
        mention.paragraph,
        mention.start,
        name_start,
        mention.end,
        mention.name,
        mention.title,
        mention.posts,
        form,
    )


def _as_known(named: Named, text: str, snapshot: Snapshot) -> Named:
    """The same with the whole of a known name of which the parser read a part, or without more.

    苏日古嘎 where it read 苏日, and 李向 where it read 李向表 before 示.
    """
    if named.form is Form.ADDRESS or named.name in snapshot.by_name:
        return named
    known = snapshot.name_at(text, named.name_start)
    if not known:
        return named
    end = named.name_start + len(known)
    is_whole = len(known) > min(len(named.name), LONG_NAME)
    is_its_head = named.name.startswith(known) and (
        GOES_ON.match(text, end)
        or words_across(text, named.name_start, named.end).end
        or (ends_there(text, end) and not ends_there(text, named.end))
    )
    if is_whole or is_its_head:
        return Named(
            named.text,
            named.start,
            named.name_start,
            end,
            known,
            named.title,
            named.posts,
            named.form,
        )
    return named


def _known_besides(texts: list[str], named: list[Named], snapshot: Snapshot) -> list[Named]:
    """Known names that stand where the parser names nobody."""
    spans = defaultdict(list)
    for one in named:
        spans[one.text].append(one)
    found = []
    for number, text in enumerate(texts):
        for start, name in snapshot.names_in(text):
            end = start + len(name)
            if any(one.start < end and start < one.end for one in spans[number]):
                continue
            one = _besides(text, number, start, name, spans[number])
            if one:
                spans[number].append(one)
                found.append(one)
    return found


def _besides(text: str, number: int, start: int, name: str, others: list[Named]) -> Named | None:
    end = start + len(name)
    before = max((one for one in others if one.end <= start), key=lambda one: one.end, default=None)
    mention = title_before(text, number, before.end if before else 0, start, name)
    if mention:
        return _named(mention, text)
    if before and before.has_title and before.end < start:
        as_mention = Mention(
            number, before.start, before.end, before.name, before.title, before.posts
        )
        if shared_title(text, as_mention, start):
            return Named(
                number, before.end, start, end, name, before.title, before.posts, Form.LISTED
            )
    if ROLE_BEFORE.search(text[max(0, start - LONGEST_BEFORE) : start]):
        return None
    if any(byline.start() <= start < byline.end() for byline in BYLINE.finditer(text)):
        return None
    if find_name(text, start, FIRM) != name:
        return None
    return Named(number, start, start, end, name, "", (), Form.BARE)
