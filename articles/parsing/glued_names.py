"""Read the names that a byline prints without a space between them: 郑海峰陆敏."""

from collections.abc import Callable, Iterator

import rjieba

from .byline_judging import NO_NAME_ENDS_IN
from .byline_names import is_foreign, is_plain
from .lexicon.bylines import CONTRIBUTIONS, REPORTING_WORDS
from .lexicon.names import COMMON_SURNAMES, USUAL_IN_GIVEN_NAMES
from .lexicon.titles import PERSON_TAGS, PLACE_TAGS
from .name_shapes import is_dictionary_word, is_name_shaped
from .surnames import is_usual, surname_length

SHORTEST_NAME = 2
SHORTEST, LONGEST = 5, 9
LENGTHS = (2, 3)
HALF = 0.5
NO_LAST_OF_A_PAIR = tuple(CONTRIBUTIONS)
NO_LAST = (*REPORTING_WORDS, "整理", *NO_NAME_ENDS_IN)
NAMED = {*PERSON_TAGS, *PLACE_TAGS}

Way = tuple[str, ...]


def glued_names(text: str, *, is_told: bool = False) -> Way:
    """The names, where the text divides into such in one way only.

    `is_told` says that 记者 stands before them, or 摄 behind: words may be names then, and some
    may have a rare surname; all of them where their given names are usual: 鲍玉梅车小军.
    """
    if text.endswith(NO_LAST):
        return ()
    if is_told and len(text) == 2 * SHORTEST_NAME and not is_foreign(text):
        return () if text.endswith(NO_LAST_OF_A_PAIR) else _pair(text)
    if not SHORTEST <= len(text) <= LONGEST:
        return ()
    ways = [*_ways(text, is_plain if is_told else is_no_word)]
    if is_told and not ways:
        shaped = [*_ways(text, _is_shaped)]
        ways = _most_usual(shaped) or [way for way in shaped if all(map(is_usual, way))]
    if ways and not (is_told or _has_no_other_words(text)):
        return ()
    return ways[0] if len(ways) == 1 and len(ways[0]) > 1 else ()


def _pair(text: str) -> Way:
    """何青陆敏, but not 欧阳慧敏."""
    pair = text[:SHORTEST_NAME], text[SHORTEST_NAME:]
    return pair if surname_length(text) == 1 and all(map(is_no_word, pair)) else ()


def is_no_word(text: str) -> bool:
    """A plain name that is no word, nor begins with one: 陆敏, but not 方向 or 任务重."""
    return is_plain(text) and not (is_dictionary_word(text) or is_dictionary_word(text[:2]))


def _has_no_other_words(text: str) -> bool:
    """Whether no words but of people and places stand in it: 李德安|出席 has one."""
    return all(
        len(word) == 1 or tag in NAMED or USUAL_IN_GIVEN_NAMES.issuperset(word)
        for word, tag in rjieba.tag(text, False)
    )


def _ways(text: str, is_one: Callable[[str], bool]) -> Iterator[Way]:
    if not text:
        yield ()
    for length in LENGTHS:
        if len(text) >= length and is_one(text[:length]):
            for rest in _ways(text[length:], is_one):
                yield (text[:length], *rest)


def _is_shaped(text: str) -> bool:
    return is_name_shaped(text) and not is_dictionary_word(text)


def _most_usual(ways: list[Way]) -> list[Way]:
    """Those with the largest share of common surnames, which is at least half."""
    shares = [sum(name[0] in COMMON_SURNAMES for name in way) / len(way) for way in ways]
    most = max((HALF, *shares))
    return [way for way, share in zip(ways, shares, strict=True) if share == most]
