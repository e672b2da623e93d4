"""Find where a story names its officials: a title with a name after it, or a known name again."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .lexicon import (
    AND_WORDS,
    BEFORE_A_TITLE,
    BODY_BOUND_TITLES,
    MEMBER_BODIES,
    MEMBER_TITLE,
    NOT_BEFORE_A_TITLE,
    TITLE_RANKS,
    TITLES,
)
from .names import HAN, find_name
from .titles import ends_in_title

PADDING = re.compile(rf"(?<={HAN})\u3000(?={HAN})")
TITLE = re.compile("|".join(TITLES))
RANKS_AT_END = re.compile(f"(?:{'|'.join(TITLE_RANKS)})+$")
NOTE_AND_SPACE = re.compile(r"(?:[(（][^()（）]{1,12}[)）])?[ \u3000]?")
AND = re.compile("|".join(AND_WORDS))
BOUNDARY = re.compile(r"[，,。；;：:！!？?“”\"‘’《》（）()…\s]|[0-9]+[年月日时]")
WORD_BEFORE = re.compile(
    f"(?P<part>{'|'.join(NOT_BEFORE_A_TITLE)})|(?P<whole>{'|'.join(BEFORE_A_TITLE)})"
)
LONGEST_TITLE = 60
LONGEST_RANK = 6


@dataclass(frozen=True, slots=True)
class Mention:
    """A name at [start, end) of a paragraph; `start` is where its title begins."""

    paragraph: int
    start: int
    end: int
    name: str
    title: str


def close_up_names(text: str) -> str:
    """The text without the wide spaces that pad names of two characters."""
    return PADDING.sub("", text)


def find_mentions(texts: Sequence[str]) -> list[Mention]:
    """Every mention of every official, in the order of the text."""
    titled = [mention for number, text in enumerate(texts) for mention in _titled(number, text)]
    if not titled:
        return []
    titles = {mention.name: mention.title for mention in reversed(titled)}
    again = _named_again(texts, titles, titled)
    return sorted([*titled, *again], key=lambda mention: (mention.paragraph, mention.start))


def words_before(text: str, start: int, end: int) -> int:
    """Where, in [start, end), the words that belong to what follows begin."""
    for match in BOUNDARY.finditer(text, start, end):
        start = match.end()
    return _after_word(text, start, end)


def _titled(paragraph: int, text: str) -> Iterator[Mention]:
    taken = 0
    for match in TITLE.finditer(text):
        place = NOTE_AND_SPACE.match(text, match.end()).end()
        name = find_name(text, place) if match.start() >= taken else ""
        if not name:
            continue
        start = _title_start(text, taken, match)
        title = text[start : match.end()].strip("、")
        if not _is_sound(title, match[0]):
            continue
        for name_start, listed in _names(text, place, name):
            taken = name_start + len(listed)
            yield Mention(paragraph, start, taken, listed, title)
            start = taken


def _names(text: str, place: int, name: str) -> Iterator[tuple[int, str]]:
    """The name at a place, and the names that 、 or 和 puts after it."""
    while name:
        yield place, name
        link = AND.match(text, place + len(name))
        place = link.end() if link else place
        name = find_name(text, place) if link else ""


def _title_start(text: str, taken: int, match: re.Match[str]) -> int:
    """Go back over the titles that 、 holds together, as far as each of them is one."""
    floor = max(taken, match.start() - LONGEST_TITLE)
    for boundary in BOUNDARY.finditer(text, floor, match.start()):
        floor = boundary.end()
    start = text.rfind("、", floor, match.start()) + 1 or floor
    while start > floor and ends_in_title(text[floor : start - 1]):
        start = text.rfind("、", floor, start - 1) + 1 or floor
    return _after_word(text, start, match.start())


def _after_word(text: str, start: int, end: int) -> int:
    last = start
    for match in WORD_BEFORE.finditer(text, start, end):
        if match["whole"]:
            last = match.end()
    return last


def _is_sound(title: str, rank: str) -> bool:
    """A title that means nothing alone needs its body, and 成员 a body that has members."""
    department = RANKS_AT_END.sub("", title[: -len(rank)][-LONGEST_RANK:])
    if rank == MEMBER_TITLE:
        return department.endswith(MEMBER_BODIES)
    return bool(department) or rank not in BODY_BOUND_TITLES


def _named_again(
    texts: Sequence[str], titles: dict[str, str], titled: list[Mention]
) -> Iterator[Mention]:
    """The names of officials wherever they stand outside the mentions with a title."""
    known = re.compile("|".join(sorted(titles, key=len, reverse=True)))
    spans: dict[int, list[Mention]] = defaultdict(list)
    for mention in titled:
        spans[mention.paragraph].append(mention)
    for paragraph, text in enumerate(texts):
        place = 0
        for start, end in [*((one.start, one.end) for one in spans[paragraph]), (len(text),) * 2]:
            for match in known.finditer(text, place, start):
                yield Mention(paragraph, *match.span(), match[0], titles[match[0]])
            place = end
