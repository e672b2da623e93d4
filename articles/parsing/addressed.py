"""Find whom a form of address follows: 何青山老人, 呼吸科陆蕾教授, 骨科郝陆副主任医师."""

import re
from collections.abc import Iterator, Sequence

from .after_names import HAN, HAN_ONLY, begins_a_word
from .callings import FULL, MARKS, ROLE, Calling, is_called
from .foreign_names import foreign_name_before
from .lexicon.names import (
    COMMON_SURNAMES,
    PLAIN_SURNAMES,
    SURNAMES,
    TRANSLITERATING,
    USUAL_IN_GIVEN_NAMES,
    WORDLIKE_SURNAMES,
)
from .lexicon.persons import BODY_LASTS, FORMS_OF_ADDRESS, PLACE_LASTS
from .lexicon.wordlist import any_of
from .name_shapes import TRANSLITERATED
from .surnames import is_hardly_another_word, part_of_speech

# 何青山同志事迹陈列馆 is a body.
ADDRESS = re.compile(rf"{any_of(FORMS_OF_ADDRESS)}(?!{HAN}{{0,8}}?(?:陈列|纪念|展览)[馆室堂])")
BEFORE_ADDRESSED = BODY_LASTS.union(MARKS, "“、的和与是叫科室")
RARE_SURNAMES = SURNAMES - COMMON_SURNAMES - WORDLIKE_SURNAMES
# 郝陆 has the surnames of both parents.
LASTS_OF_SHORT = USUAL_IN_GIVEN_NAMES | PLAIN_SURNAMES
ADVERB = "d"


def find_addressed(texts: Sequence[str]) -> Iterator[tuple[int, Calling]]:
    """Whoever is spoken of so in the texts of a story, with the number of the text."""
    for number, text in enumerate(texts):
        yield from ((number, one) for one in _addressed(text))


def _addressed(text: str) -> Iterator[Calling]:
    """A name before 老人, 女士 or 夫妇, where a clause or another name ends before it."""
    for match in ADDRESS.finditer(text):
        if name := foreign_name_before(text, match.start()):
            yield Calling(match.start() - len(name), name)
            continue
        for place in range(max(0, match.start() - FULL), match.start() - 1):
            name = text[place : match.start()]
            if HAN_ONLY.fullmatch(name) and _may_be_addressed(text, place, name):
                if is_called(name) and not ROLE.match(name):
                    yield Calling(place, name)
                break


def _may_be_addressed(text: str, place: int, name: str) -> bool:
    """Whether a name can begin there, and is whole: 呼吸科|陆蕾, but not 芦笙."""
    is_foreign = TRANSLITERATED.fullmatch(name) is not None
    is_free = is_begun = place == 0 or text[place - 1] in BEFORE_ADDRESSED
    if not is_begun and len(name) == FULL and HAN_ONLY.match(text, place - 1):
        is_cut = is_foreign and text[place - 1] in TRANSLITERATING
        is_free = name[-1] not in PLACE_LASTS and begins_a_word(text, place, name) and not is_cut
    is_short = len(name) < FULL
    if not is_free or (is_short and part_of_speech(name[0]) == ADVERB):
        return False
    if is_foreign:
        return True
    if is_short and (name[-1] not in LASTS_OF_SHORT or part_of_speech(name)):
        return False
    surnames = SURNAMES if is_begun and not is_short else RARE_SURNAMES
    return (
        name[0] in COMMON_SURNAMES
        or (name[0] in surnames and not any(map(part_of_speech, (name[:2], name[1:]))))
        or is_hardly_another_word(name)
    )
