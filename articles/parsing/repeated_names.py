"""Settle where a name ends, or that a word is one, by how the whole story repeats it."""

import re
from collections.abc import Iterator

from .after_names import after_name, is_impossible_after, is_straddled
from .dotted_names import is_dotted_name
from .last_characters import TAKING, WORDLIKE, is_last_of_a_name
from .lexicon.names import NAME_TRAILERS, PARTICLES, SPEAKERS
from .lexicon.persons import SAYING_VERBS
from .lexicon.wordlist import any_of
from .name_shapes import is_name_shaped
from .surnames import is_usual, part_of_speech
from .word_names import ACTING, TITLE

SAYS = f"{any_of(SAYING_VERBS)}(?:记者)?[，,：:]?"
# So often the story goes on differently after a name, and after one that may end before a verb.
OFTEN, VERY_OFTEN = 2, 3
# What may end a name, and may be a word of its own.
LASTS = WORDLIKE | TAKING | frozenset("来家正先更则")
# Those that often stand behind a name; not those that begin a word, 强 of 强调, or seldom do, 有.
VERBS = (NAME_TRAILERS | PARTICLES) - frozenset("主参表指强介调有起家以")
# How a text goes on after a name with a verb at least, with what one says, and with a mark.
HALFWAY, WELL, ALONE = 0.5, 1.5, 1.7
# What is told of things as well: 平安是福.
OF_THINGS = frozenset("是有要就不也都最更在，、")
SENTENCE_ENDS = "。！？”\n"
MANNER_TAGS = frozenset("dcpr")
# A surname and a given name of two characters.
FULL = 3


def settled(names: list[str], whole: str) -> str:
    """The name that the rest of the story uses, where a longer and a shorter one may be meant."""
    if len(names) < 2:
        return _as_elsewhere(names[0], whole) if names else ""
    for name in names:
        for longer in names:
            if longer != name and longer.startswith(name):
                often = whole.count(longer)
                if often == 1 and _stands_alone(name, whole):
                    return name
                if often == whole.count(name) and _goes_on_variously(longer, whole):
                    return longer
    return _as_elsewhere(names[0], whole)


def _as_elsewhere(name: str, whole: str) -> str:
    """何永在 for 何永 of 何永在会上, where the story goes on: 何永在说; or the reverse."""
    if len(name) == FULL and name[-1] in LASTS:
        return name[:-1] if _stands_by_itself(name, whole) else name
    ends = list(_ends(name, whole)) if len(name) == FULL - 1 else ()
    if len(ends) < OFTEN:
        return name
    last, *others = {whole[end : end + 1] for end in ends}
    is_always = not others and last in LASTS
    is_whole = is_always and any(
        is_last_of_a_name(whole, end) or is_impossible_after(whole, end) for end in ends
    )
    return name + last if is_whole else name


def _stands_by_itself(longer: str, whole: str) -> bool:
    """Whether the story has the shorter name with another character behind it."""
    ends = _ends(longer[:-1], whole)
    return any(after_name(whole, end) >= WELL for end in ends if whole[end : end + 1] != longer[-1])


def speaking(text: str, place: int, whole: str) -> str:
    """A word of the language that opens another sentence as whoever speaks: 舒畅介绍，."""
    for word in (text[place : place + 3], text[place : place + 2]):
        is_shaped = is_name_shaped(word) and word not in SPEAKERS and not TITLE.search(word)
        is_again = is_shaped and whole.count(word) > 1
        is_acting = len(word) == FULL and ACTING.match(text, place + FULL)
        if is_again and (is_acting or _opens_a_sentence(word, whole)):
            return word
    return ""


def acting_again(text: str, place: int, whole: str) -> str:
    """A word that stands alone here and heads a sentence: 儿子明亮。 明亮学了半年."""
    for end in (place + FULL, place + FULL - 1):
        word = text[place:end]
        if (
            is_name_shaped(word)
            and whole.count(word) > 1
            and word not in SPEAKERS
            and part_of_speech(word)[:1] not in MANNER_TAGS
            and not TITLE.search(word)
            and after_name(text, end) >= ALONE
            and _heads_a_sentence(word, whole)
        ):
            return word
    return ""


def _heads_a_sentence(word: str, whole: str) -> bool:
    places = (whole.find(mark + word) for mark in SENTENCE_ENDS)
    ends = [place + 1 + len(word) for place in places if place >= 0]
    return any(
        after_name(whole, end) >= HALFWAY and whole[end : end + 1] not in OF_THINGS for end in ends
    )


def without_next_word(text: str, place: int, name: str, whole: str) -> str:
    """步申 of 步申陈述了, where the story goes on to speak of 步申."""
    end = place + FULL
    if len(name) == FULL and is_straddled(text, place, end) and whole.count(name) == 1:
        shorter = name[:-1]
        return shorter if _stands_alone(shorter, whole) and is_name_shaped(shorter) else name
    return name


def completed(text: str, start: int, name: str, whole: str) -> str:
    """李根生 for 李根, where the story has it so wherever it has the name, and goes on."""
    longer = text[start : start + FULL]
    if len(name) != FULL - 1 or not is_usual(longer):
        return name
    is_always = 1 < whole.count(longer) == whole.count(name)
    return longer if is_always and _goes_on_variously(longer, whole) else name


def with_last_sound(text: str, place: int, name: str, whole: str) -> str:
    """哈布都 of 努尔兰·哈布都告诉, where the story has it so wherever it has the name."""
    longer = text[place : place + len(name) + 1]
    if not (is_dotted_name(name) and is_dotted_name(longer)):
        return name
    is_always = 1 < whole.count(longer) == whole.count(name)
    return longer if is_always and _ways_on(longer, whole) >= OFTEN else name


def _stands_alone(name: str, whole: str) -> bool:
    """Whether the story has the name again, and not only in another: 陈玉 of 陈玉清 and 陈玉洁."""
    ends = list(_ends(name, whole))
    return len(ends) > 1 and any(after_name(whole, end) >= 1 for end in ends[1:])


def _goes_on_variously(name: str, whole: str) -> bool:
    """Whether ever other words follow, so that its last character is not the first of one."""
    is_loose = name[-1] in VERBS
    return _ways_on(name, whole) >= (VERY_OFTEN if is_loose else OFTEN)


def _ways_on(name: str, whole: str) -> int:
    """How many characters the story goes on with after the name."""
    return len({whole[end : end + 1] for end in _ends(name, whole)})


def _ends(name: str, whole: str) -> Iterator[int]:
    """Where the name ends wherever the story has it: a pattern of it takes longer to compile."""
    start = whole.find(name)
    while start >= 0:
        end = start + len(name)
        yield end
        start = whole.find(name, end)


def _opens_a_sentence(word: str, whole: str) -> bool:
    return re.search(rf"(?<![^。！？”\n]){word}{SAYS}", whole) is not None
